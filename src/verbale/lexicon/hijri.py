"""Dates of the Islamic calendar and the days of the common calendar that they stand for.

They are converted by the tabular calendar in its civil form (years 2, 5, 7, 10, 13, 16, 18, 21, 24, 26 and 29 of each
thirty have 355 days; the first day is 16 July 622, Julian). Where the month begins by sight the day may be one off.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import NamedTuple

from verbale.lexicon.date_words import as_pattern, date_words, hijri_months, words_pattern
from verbale.lexicon.han import NUMERALS, find_han
from verbale.lexicon.patterns import alternatives
from verbale.model.language import Language

_BEFORE_FIRST_DAY = 227_014  # the proleptic ordinal of the day before 1 Muharram of year 1
_MONTHS = 12  # of a year
_LONG, _SHORT = 30, 29  # days of a month
_YEAR = "1[345][0-9]{2}"
_CENTURY_AND_YEAR = r"[345][0-9]{2}(?![0-9,]| ?\([0-9]{4}\))"
BEHIND_MILLENNIUM = f"(?<=1){_CENTURY_AND_YEAR}"
"""What follows the first figure of a year of this calendar. Few texts have such figures that are no resolution's, as
1540 (2004); all others are not looked through."""
_HAS_YEAR = re.compile(f"1{_CENTURY_AND_YEAR}")
_BEFORE_YEAR, _BEHIND_YEAR = 60, 25  # characters that hold the rest of the date


class HijriDate(NamedTuple):
    """One date or range: where it stands in the text, its first and its last day in the common calendar.

    ``certain``: no other reading of the figures is a date as well.
    """

    start: int
    end: int
    first: date
    last: date
    certain: bool = True


def to_day(year: int, month: int, day: int) -> date:
    """The day of the common calendar for one of the Islamic. Raises ``ValueError`` for a day that does not exist."""
    if not (1 <= month <= _MONTHS and 1 <= day <= _days_in(year, month) and year >= 1):
        raise ValueError(f"no day {day} in month {month} of {year}")
    before = (year - 1) * 354 + (3 + 11 * year) // 30 + (59 * (month - 1) + 1) // 2
    return date.fromordinal(_BEFORE_FIRST_DAY + before + day)


def _days_in(year: int, month: int) -> int:
    if month == _MONTHS:
        return _LONG if (11 * year + 14) % 30 < 11 else _SHORT
    return _LONG if month % 2 else _SHORT


def find_hijri(text: str, language: Language) -> list[HijriDate]:
    """The dates of the Islamic calendar in a text as ``printed.scannable`` gives it, in order.

    A day or a month counts beside its year, a year alone with the mark of the calendar (1442هـ, 1442 AH).
    """
    found: list[HijriDate] = []
    reached = 0
    for year in _HAS_YEAR.finditer(text):
        if year.start() >= reached:
            found += _read(text, max(reached, year.start() - _BEFORE_YEAR), year.end() + _BEHIND_YEAR, language)
        # What lies before a year is no part of a date that ends with a later one.
        reached = max(year.end(), found[-1].end if found else 0)
    return found


def _read(text: str, start: int, end: int, language: Language) -> Iterator[HijriDate]:
    for match in _pattern(language).finditer(text, start, end):
        year = int(match["year"] or match["alone"] or match["third"] or match["before"])
        try:
            if match["before"]:
                day = to_day(year, int(match["then"]), int(match["last"]))
                yield HijriDate(*match.span(), day, day)
            elif match["third"]:
                yield _in_figures(match, year)
            elif match["alone"]:
                last = int(match["until"] or year)
                yield HijriDate(*match.span(), to_day(year, 1, 1), to_day(last + 1, 1, 1) - date.resolution)
            else:
                yield _named(match, year, language)
        except ValueError:
            continue


def _in_figures(match: re.Match[str], year: int) -> HijriDate:
    """``15/9/1442``: day and month, where only one order gives a date."""
    one, two = int(match["first"]), int(match["second"])
    if one > _MONTHS or one == two:
        day = to_day(year, two, one)
    elif two > _MONTHS:
        day = to_day(year, one, two)
    else:
        first, last = sorted((to_day(year, two, one), to_day(year, one, two)))
        return HijriDate(*match.span(), first, last, certain=False)
    return HijriDate(*match.span(), day, day)


def _named(match: re.Match[str], year: int, language: Language) -> HijriDate:
    month = _month(match["month"], language)
    if match["day"] is None:
        return HijriDate(*match.span(), to_day(year, month, 1), to_day(year, month, _days_in(year, month)))
    last = to_day(year, month, _number(match["day"]))
    first = to_day(year, month, _number(match["from"])) if match["from"] else last
    if first > last:
        raise ValueError("a range that ends before it begins")
    return HijriDate(*match.span(), first, last)


def _number(text: str) -> int:
    figures = re.match("[0-9]+", text)
    return int(figures.group()) if figures else find_han(text.rstrip("日号 ")) or 0


def _month(text: str, language: Language) -> int:
    return next((month for pattern, month in _months(language) if pattern.fullmatch(text)), 0) or _number(
        text.rstrip("月 ")
    )


@cache
def _months(language: Language) -> tuple[tuple[re.Pattern[str], int], ...]:
    named = hijri_months(language).items()
    return tuple((re.compile(as_pattern(name), re.IGNORECASE), month) for name, month in named)


@cache
def _pattern(language: Language) -> re.Pattern[str]:
    ordered = sorted(hijri_months(language), key=lambda name: (-len(name), name))
    names = "|".join(map(as_pattern, ordered))
    marks = alternatives(date_words("hijri", language))
    if language is Language.ZH:
        number = f"(?:[0-9]{{1,2}}|[{NUMERALS}]{{1,3}})"
        day = rf"(?: ?(?:(?P<from>{number}) ?[日号]? ?[至-] ?)?(?P<day>{number}) ?[日号])?"
        dated = (
            rf"(?:(?P<mark>{marks}) ?)?(?P<year>{_YEAR}) ?年 ?"
            rf"(?P<month>(?(mark)(?:{names}|{number} ?月)|(?:{names}))){day}"
        )
        alone = rf"(?:{marks}) ?(?P<alone>{_YEAR})(?: ?[-至/] ?(?P<until>{_YEAR}))? ?年"
        never = "(?P<first>(?!))(?P<second>)(?P<third>)(?P<before>)(?P<then>)(?P<last>)"
        return re.compile(f"(?<![0-9])(?:{dated}|{alone}|{never})")
    to = words_pattern("to", language)
    of = words_pattern("of", language)
    ordinal = words_pattern("ordinal", language)
    number = rf"[0-9]{{1,2}}(?: ?(?:{ordinal}))?"
    mark = rf",? ?\(?(?:{marks})(?!\w)\)?"
    day = rf"(?:(?:(?P<from>{number})(?: ?- ?| (?:{to}) ))?(?P<day>{number}) (?:(?:{of}) )?)?"
    dated = rf"{day}(?P<month>{names}),? (?:(?:{of}) )?(?P<year>{_YEAR})(?![0-9/])(?:{mark})?"
    alone = rf"(?P<alone>{_YEAR})(?: ?[-/] ?(?P<until>{_YEAR}))? ?(?:{_alone_marks(language)})(?!\w)"
    figures = rf"(?P<first>[0-9]{{1,2}})/(?P<second>[0-9]{{1,2}})/(?P<third>{_YEAR}) ?(?:{marks})(?!\w)"
    figures += rf"|(?P<before>{_YEAR})/(?P<then>[0-9]{{1,2}})/(?P<last>[0-9]{{1,2}}) ?(?:{marks})(?!\w)"
    edge = r"(?<![\w/.,-])" if language is not Language.AR else r"(?<![0-9/.,])"
    return re.compile(f"{edge}(?:{dated}|{figures}|{alone})", re.IGNORECASE)


@cache
def _alone_marks(language: Language) -> str:
    """The marks that tell of the calendar beside a bare year; one Latin letter does not."""
    return alternatives(mark for mark in date_words("hijri", language) if mark != "H")
