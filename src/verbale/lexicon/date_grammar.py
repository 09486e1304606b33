"""The grammar of dates in running text: single days, months and years, their ranges, and lists of them.

A phrase is one run of days, months and years with the words that join them (``4, 5 and 8 May 2010``, ``2010 年 5 月
3 日至 28 日``). What is missing in one part and printed in another is filled in: days before their month in five
languages, days after it in Chinese. What no part prints is left to the finder, which knows the context.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from verbale.lexicon.date_figures import read_figures
from verbale.lexicon.date_shapes import token_pattern
from verbale.lexicon.date_values import DateReading, Day
from verbale.lexicon.date_words import common_words, month_numbers, weak_months
from verbale.lexicon.han import NUMERALS, by_figure, with_powers
from verbale.model.language import Language

_CENTURY = 100  # years; a lesser figure leaves out its hundreds
_JOINTS = ("to", "and", "comma")
_QUOTATION = '«"\u201c\u201d\u201e» '


@lru_cache(maxsize=16384)
def parse_phrase(phrase: str, language: Language, between: bool) -> tuple[DateReading, ...]:
    """The readings of a phrase that ``date_shapes.phrase_pattern`` matched, in the order printed.

    ``between``: the word before it makes its first "and" a range. Parts that are no date, or none that the calendar
    has, are left out.
    """
    days, joints = _units(phrase, language)
    if between and joints[:1] == ["and"]:
        joints[0] = "to"
    if language is Language.ZH:
        _fill_onwards(days, joints)
        _mark_years(days, joints)
    else:
        if language is Language.EN:
            _fill_month_onwards(days, joints)
        _fill_back(days, joints)
        _fill_year_onwards(days, joints)
    _part_from_figures(days, joints)
    return tuple(_readings(days, joints, language))


def _units(phrase: str, language: Language) -> tuple[list[Day], list[str]]:
    """The parts of a phrase put together to dates, and what joins each to the next: ``to and comma gap``."""
    days: list[Day] = []
    joints: list[str] = []
    joint = ""
    for match in token_pattern(language).finditer(phrase):
        kind = match.lastgroup or ""
        if kind in _JOINTS:
            joint = kind if joint in ("", "comma") else joint
            continue
        now = _day_of(match, kind, language)
        together = _together(days, now, joint, language)
        if together is not None:
            days[-1] = together
        else:
            if days:
                joints.append(joint if joint and not (days[-1].empty or now.empty) else "gap")
            days.append(now)
        joint = ""
    return days, joints


def _day_of(match: re.Match[str], kind: str, language: Language) -> Day:
    """One part alone as a date."""
    text, start, end = match.group(), match.start(), match.end()
    if kind == "month":
        number = _han_number(text) if language is Language.ZH else _month_number(text, language)
        return Day(None, number, None, start, end, named=_named(text.rstrip("."), language))
    if kind == "figures":
        found = read_figures(text)
        if len(found) == 1:
            return Day(found[0].year, found[0].month, found[0].day, start, end, True)
        return Day(found[0].year if found else None, None, None, start, end, True, unclear=found)
    if kind == "split":
        return _two_years(text, start, end, language)
    figure = _han_number(text.lstrip(_QUOTATION))
    if kind in ("day", "quoted"):
        return Day(None, None, figure, start, end)
    if kind == "tens":
        century, tens = re.findall("[0-9]+", text)
        return Day((int(century) - 1) * _CENTURY + int(tens), None, None, start, end, True, True)
    decade = kind == "decade" and figure % 10 == 0
    return Day(figure, None, None, start, end, kind != "year", decade)


def _two_years(text: str, start: int, end: int, language: Language) -> Day:
    """``2019/20``, ``2021/2022``: a year that lies in two; with a hyphen also a longer stretch (2010-15)."""
    first, second = (int(figure) for figure in re.findall("[0-9]+", text)[:2])
    last = second if second >= _CENTURY else first - first % _CENTURY + second
    if last < first and second < _CENTURY and second == (first + 1) % _CENTURY:
        last += _CENTURY
    marked = not text[-1].isdigit()
    if last == first + 1 or (text[4] == "-" and last > first):
        return Day(first, None, None, start, end, marked, until=last)
    if language is Language.AR and second == first - 1:
        return Day(last, None, None, start, end, marked, until=first)
    return Day(None, None, None, start, end)


def _named(name: str, language: Language) -> str:
    if name in month_numbers(language):
        return "word" if name in common_words(language) else ""
    return "small" if name in weak_months(language) else ""


def _month_number(text: str, language: Language) -> int:
    """The number of a month; of a pair, which may have lost its slash, the first name tells."""
    name = text.rstrip(".")
    names = month_numbers(language)
    if name in weak_months(language):
        return weak_months(language)[name]
    return names[name] if name in names else next(names[part] for part in _beginnings(name) if part in names)


def _beginnings(name: str) -> Iterator[str]:
    """What a name begins with, at each slash or space, the longest first."""
    return (name[: match.start()] for match in reversed(list(re.finditer(r" ?/ ?| ", name))))


def _han_number(text: str) -> int:
    """A day, month or year at the beginning of ``text``, in figures or in Chinese numerals."""
    figures = re.match("[0-9]+", text)
    if figures:
        return int(figures.group())
    numeral = re.sub(f"[^{NUMERALS}]", "", text)
    return with_powers(numeral) if "十" in numeral else by_figure(numeral)


def _together(days: list[Day], now: Day, joint: str, language: Language) -> Day | None:
    """A part and the date before it as one date, ``None`` when they are not."""
    if not days or joint not in ("", "comma"):
        return None
    last = days[-1]
    if any(day.decade or day.until or day.unclear for day in (last, now)) or None not in (now.year, now.month):
        return None
    if last.named and last.day is None and now.day is None:
        return None
    fits = _fits_han if language is Language.ZH else _fits_spaced
    if not fits(last, now, joint, language) and not (language is Language.EN and _ends_list(days, now)):
        return None
    return Day(
        last.year or now.year,
        last.month or now.month,
        last.day or now.day,
        last.start,
        now.end,
        last.marked or now.marked,
        named=last.named or now.named,
    )


def _ends_list(days: list[Day], now: Day) -> bool:
    """Whether a year belongs to the last of several days of a month that stands before them: May 12-13, 2022."""
    if now.year is None or days[-1].month is not None or days[-1].day is None:
        return False
    before = next((day for day in reversed(days) if day.month is not None), None)
    return before is not None and before.day is not None and before.year is None


def _fits_han(last: Day, now: Day, joint: str, language: Language) -> bool:
    if joint or now.year is not None or last.day is not None:
        return False
    return last.month is not None if now.month is None else last.month is None and last.marked


def _fits_spaced(last: Day, now: Day, joint: str, language: Language) -> bool:
    if last.year is not None:
        return False
    if now.year is not None:
        return last.month is not None
    if joint:
        return False
    if now.month is not None:
        return last.day is not None and last.month is None
    return language is Language.EN and last.month is not None and last.day is None


def _fill_onwards(days: list[Day], joints: list[str]) -> None:
    """Chinese: a later date takes year and month from the one before; joints become ``to``, ``part`` or ``gap``."""
    for place, joint in enumerate(joints):
        before, after = days[place], days[place + 1]
        lacks = after.year is None and before.month is not None and joint != "gap"
        if lacks:
            month = after.month if after.month is not None else before.month
            year = before.year
            if joint == "to" and year is not None and (month or 0, after.day or 0) < (before.month or 0, 0):
                year += 1
            days[place + 1] = replace(after, year=year, month=month, marked=before.marked)
        joints[place] = _joined(joint, lacks=lacks)


def _fill_month_onwards(days: list[Day], joints: list[str]) -> None:
    """``May 12-13, 2022``: the days behind a month and a day that end with their year are of that month."""
    for place, joint in enumerate(joints):
        before, after = days[place], days[place + 1]
        if joint == "gap" or before.year is not None or before.month is None or before.day is None:
            continue
        if after.month is None and after.day is not None and _has_year(days[place + 1 :]):
            days[place + 1] = replace(after, month=before.month)


def _has_year(days: list[Day]) -> bool:
    """Whether days without a month of their own lead up to a year."""
    first = next((day for day in days if day.month is not None or day.year is not None), None)
    return first is not None and first.month is None and first.day is not None


def _fill_back(days: list[Day], joints: list[str]) -> None:
    """The five others: an earlier date takes month and year from the one after it."""
    for place in range(len(joints) - 1, -1, -1):
        before, after, joint = days[place], days[place + 1], joints[place]
        lacks = before.year is None and after.month is not None and joint != "gap"
        lacks = lacks and (after.day is not None or before.month is not None)
        if lacks:
            month = before.month if before.month is not None else after.month
            year = after.year
            if joint == "to" and year is not None and (month or 0) > (after.month or 0):
                year -= 1
            days[place] = replace(before, year=year, month=month)
        joints[place] = _joined(joint, lacks=lacks)
    _drop_without_and(days, joints)


def _joined(joint: str, *, lacks: bool) -> str:
    return joint if joint == "to" or lacks else "gap"


def _drop_without_and(days: list[Day], joints: list[str]) -> None:
    """``paragraph 5, 6 May``: days with nothing but commas between them are no list, only the last is a date."""
    for place in range(len(joints) - 1, -1, -1):
        if joints[place] == "comma":
            rest = joints[place + 1] if place + 1 < len(joints) else "gap"
            joints[place] = "and" if rest in ("and", "to") and "and" in joints else "gap"
            if joints[place] == "gap" and days[place].day is not None:
                days[place] = replace(days[place], month=None)


def _fill_year_onwards(days: list[Day], joints: list[str]) -> None:
    """``from 3 May 2010 to 15 June``: the end of a range has the year of its beginning."""
    for place, joint in enumerate(joints):
        before, after = days[place], days[place + 1]
        if joint == "to" and after.year is None and after.month is not None and before.year is not None:
            days[place + 1] = replace(after, year=before.year)


def _part_from_figures(days: list[Day], joints: list[str]) -> None:
    """A figure that got no month is no day, and what it was joined to stands alone: "in 2010 to 14 per cent"."""
    for place, day in enumerate(days):
        if day.day is not None and day.month is None:
            joints[max(0, place - 1) : place + 1] = ["gap"] * len(joints[max(0, place - 1) : place + 1])


def _mark_years(days: list[Day], joints: list[str]) -> None:
    """Chinese: in ``2015 至 2030 年`` and ``2005、2010 和 2015 年`` the last word marks all figures as years."""
    for place in range(len(joints) - 1, -1, -1):
        before, after = days[place], days[place + 1]
        plain = before.month is None and after.month is None
        if plain and after.marked and not before.marked and joints[place] != "none":
            days[place] = replace(before, marked=True)


def _readings(days: list[Day], joints: list[str], language: Language) -> Iterator[DateReading]:
    """Dates that belong together as one, in the order printed."""
    start = 0
    for place in range(len(days)):
        if place < len(joints) and joints[place] != "gap":
            continue
        reading = _reading(days[start : place + 1], joints[start:place], language)
        start = place + 1
        yield from reading


def _reading(days: list[Day], joints: list[str], language: Language) -> list[DateReading]:
    if not all(day.exists and day.stands for day in days):
        return []
    if len(days) == 2 and joints == ["to"] and days[0].month is None and days[1].month is None:
        return _years(days[0], days[1], language)
    if language is Language.ZH and any(day.year and not day.marked for day in days[1:]):
        return []
    return [DateReading(tuple(days), tuple(joints))]


def _years(first: Day, last: Day, language: Language) -> list[DateReading]:
    """A range of years; Arabic lines set them the other way about, in the other languages that is no range."""
    if first.order < last.order:
        return [DateReading((first, last), ("to",))]
    if language is Language.AR:
        swapped = replace(last, start=first.start, end=first.end), replace(first, start=last.start, end=last.end)
        return [DateReading(swapped, ("to",))]
    return [DateReading((first,)), DateReading((last,))]
