"""The date behind a list of numbers is that of every number of the list, and of none before it."""

from __future__ import annotations

import pytest

from verbale.lexicon.clauses import find_mentions
from verbale.model.language import Language

DAY = "2016-09-29"


def dates(text: str, language: Language = Language.EN) -> list[tuple[str, str | None, bool]]:
    """Each number with its date, and whether the date is printed behind another number."""
    found = find_mentions(text, language)
    return [(f"{one.number.head}/{one.number.tail}", one.date, one.shared) for one in found]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (Language.EN, "resolutions 33/12 and 33/13 of 29 September 2016"),
        (Language.FR, "résolutions 33/12 et 33/13 du 29 septembre 2016"),
        (Language.ES, "resoluciones 33/12 y 33/13, de 29 de septiembre de 2016"),
        (Language.RU, "резолюции 33/12 и 33/13 от 29 сентября 2016 года"),
        (Language.AR, "القرارين 33/12 و 33/13 المؤرخين 29 أيلول/سبتمبر 2016"),
    ],
)
def test_one_date_for_both(language: Language, text: str) -> None:
    assert dates(text, language) == [("33/12", DAY, True), ("33/13", DAY, False)]


def test_one_date_for_every_number_of_a_list() -> None:
    assert dates("resolutions 33/11, 33/12 and 33/13 of 29 September 2016") == [
        ("33/11", DAY, True),
        ("33/12", DAY, True),
        ("33/13", DAY, False),
    ]


def test_a_number_that_has_a_date_keeps_it_and_hands_none_on() -> None:
    assert dates("resolutions 32/4, 32/5 of 1 July 2016, 33/12 and 33/13 of 29 September 2016") == [
        ("32/4", "2016-07-01", True),
        ("32/5", "2016-07-01", False),
        ("33/12", DAY, True),
        ("33/13", DAY, False),
    ]


@pytest.mark.parametrize("between", [", on the rights of the child, ", ", and also ", " as amended by "])
def test_words_between_two_numbers_part_the_list(between: str) -> None:
    assert dates(f"resolutions 33/12{between}33/13 of 29 September 2016") == [
        ("33/12", None, False),
        ("33/13", DAY, False),
    ]


def test_as_many_dates_as_numbers_are_paired_and_fewer_are_left() -> None:
    days = "7 December 2020 and 6 December 2021, respectively"
    assert dates(f"resolutions 75/63 and 76/53 of {days}") == [
        ("75/63", "2020-12-07", False),
        ("76/53", "2021-12-06", False),
    ]
    assert dates(f"resolutions 74/1, 75/63 and 76/53 of {days}") == [
        ("74/1", None, False),
        ("75/63", None, False),
        ("76/53", None, False),
    ]


def test_dates_of_less_than_a_day() -> None:
    assert dates("resolutions 33/12 of September 2016 and 33/13 of 2017") == [
        ("33/12", "2016-09", False),
        ("33/13", "2017", False),
    ]
    assert dates("resolutions 33/12 and 33/13") == [("33/12", None, False), ("33/13", None, False)]
