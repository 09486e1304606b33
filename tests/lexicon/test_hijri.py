"""Dates of the Islamic calendar and the days that they stand for."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from verbale.lexicon.hijri import find_hijri, to_day
from verbale.model.language import Language

AR, EN, ZH = Language.AR, Language.EN, Language.ZH
LONG_YEARS = {2, 5, 7, 10, 13, 16, 18, 21, 24, 26, 29}


def test_days_that_are_known() -> None:
    assert to_day(1, 1, 1) == date(622, 7, 19)  # 16 July of the Julian calendar
    assert to_day(1443, 1, 1) == date(2021, 8, 10)
    assert to_day(1442, 9, 1) == date(2021, 4, 13)


def test_every_day_of_thirty_years_is_the_next_one() -> None:
    day = to_day(1, 1, 1)
    for year in range(1, 31):
        for month in range(1, 13):
            last = 30 if month % 2 or (month == 12 and year in LONG_YEARS) else 29
            for number in range(1, last + 1):
                assert to_day(year, month, number) == day
                day += timedelta(days=1)
            with pytest.raises(ValueError, match=f"no day {last + 1} in month {month} of {year}"):
                to_day(year, month, last + 1)
    assert to_day(31, 1, 1) == day


@pytest.mark.parametrize(("year", "month", "day"), [(0, 1, 1), (1, 0, 1), (1, 13, 1), (1, 1, 0)])
def test_what_is_no_day(year: int, month: int, day: int) -> None:
    with pytest.raises(ValueError, match="no day"):
        to_day(year, month, day)


def found(text: str, language: Language) -> list[tuple[str, date, date, bool]]:
    """Of a text as it is scanned, where the mark of the calendar has no stroke (ه for هـ)."""
    return [(text[one.start : one.end], one.first, one.last, one.certain) for one in find_hijri(text, language)]


@pytest.mark.parametrize(
    ("language", "text", "first", "last"),
    [
        (AR, "15 رمضان 1442", (1442, 9, 15), (1442, 9, 15)),
        (AR, "رمضان 1442", (1442, 9, 1), (1442, 9, 30)),
        (AR, "1442ه", (1442, 1, 1), (1442, 12, 30)),
        (EN, "15 Ramadan 1442", (1442, 9, 15), (1442, 9, 15)),
        (EN, "3-15 Ramadan 1442", (1442, 9, 3), (1442, 9, 15)),
        (EN, "1442 AH", (1442, 1, 1), (1442, 12, 30)),
        (EN, "1442-1443 AH", (1442, 1, 1), (1443, 12, 29)),
        (EN, "15/9/1442 AH", (1442, 9, 15), (1442, 9, 15)),
        (EN, "9/15/1442 AH", (1442, 9, 15), (1442, 9, 15)),
        (EN, "9/9/1442 AH", (1442, 9, 9), (1442, 9, 9)),
        (EN, "1442/9/15 AH", (1442, 9, 15), (1442, 9, 15)),
    ],
)
def test_a_date_and_where_it_stands(
    language: Language, text: str, first: tuple[int, int, int], last: tuple[int, int, int]
) -> None:
    sentence = f"({text})"
    assert found(sentence, language) == [(text, to_day(*first), to_day(*last), True)]


def test_two_readings_of_the_figures_are_not_certain() -> None:
    ((_, first, last, certain),) = found("3/9/1442 AH", EN)
    assert (first, last, certain) == (to_day(1442, 3, 9), to_day(1442, 9, 3), False)
    assert found("9/3/1442 AH", EN)[0][1:] == (first, last, False)


@pytest.mark.parametrize(
    "text",
    [
        *("resolution 1540 (2004)", "1,442 States", "in 1442", "31 Ramadan 1442", "15-3 Ramadan 1442", "13/14/1442 AH"),
        *("1642 AH", "1442 H", "0 Ramadan 1442"),
    ],
)
def test_what_is_no_date(text: str) -> None:
    assert found(text, EN) == []


def test_several_dates_stand_apart() -> None:
    text = "from 1 Ramadan 1442 to 1 Muharram 1443"
    assert [one[1] for one in found(text, EN)] == [to_day(1442, 9, 1), to_day(1443, 1, 1)]
