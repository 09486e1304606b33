"""Dates in a text: where they stand and what they are. The one way to read a date, for every part that does.

``find_dates`` reads a language's running text with all precisions; ``find_days`` reads whole days in a text of any
language, as mastheads, letters and typed words have them; ``parse_day`` reads a text that is one day.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick, MatchKind

from verbale.errors import BadReference
from verbale.lexicon.date_context import cues_before
from verbale.lexicon.date_grammar import parse_phrase
from verbale.lexicon.date_shapes import find_beginnings, find_date_words, phrase_pattern
from verbale.lexicon.date_values import Day, Reading
from verbale.lexicon.date_words import month_numbers, weak_months
from verbale.lexicon.han import HAN
from verbale.lexicon.hijri import HijriDate, find_hijri
from verbale.lexicon.printed import scannable
from verbale.lexicon.scanning import find_words
from verbale.lexicon.spelled_dates import write_out
from verbale.model.language import Language
from verbale.model.span import Span

_SHORTEST = 2
_UP_TO_YEAR = re.compile('[«"]?[0-9]{1,2}[^0-9]{1,40}[12][0-9]{3}')
_CASED = frozenset({Language.EN, Language.FR, Language.RU, Language.ES})
_HAN_DATE = re.compile("[年月][^年月]{0,4}[日号]")
# Whose marks and other calendar are looked for where no month of the common calendar is named.
_SCRIPTS = (
    (re.compile("[\u0621-\u064a]"), Language.AR),
    (re.compile("[\u0410-\u044f]"), Language.RU),
    (HAN, Language.ZH),
)
EXAMPLE = "give it as 2022-06-21 or 21 June 2022"


class FoundDate(NamedTuple):
    """A date in a text: where it stands and its reading (a day, a range or a list, of the precision printed)."""

    start: int
    end: int
    reading: Reading


class FoundDay(NamedTuple):
    """A whole day: ISO 8601 in ``iso``, of a range or list its last; where the date stands in the text given.

    ``calendar`` is that of the print where it is not the common one.
    """

    iso: str
    span: Span
    calendar: str = ""


def find_dates(text: str, language: Language) -> Iterator[FoundDate]:
    """Every date in a text as ``printed.scannable`` gives it, in order.

    Bare figures and names of months are among them: whether they are dates where they stand is for the finder to say.
    """
    words = find_date_words(text, language)
    written = write_out(text, language, words) if words.months or words.years else None
    if written is None:
        yield from _in_figures(text, language, words.months)
        return
    months = find_date_words(written.text, language).months
    for found in _in_figures(written.text, language, months):
        # A number in words has one place in the text, at which its figures all stand; its end is that of the next.
        yield found._replace(start=written.origin[found.start], end=written.origin[found.end])


def _in_figures(text: str, language: Language, months: Sequence[tuple[int, int]]) -> Iterator[FoundDate]:
    others = [_of_hijri(found) for found in find_hijri(text, language)]
    found = _of_common_calendar(text, language, months, others)
    return iter(sorted([*found, *others], key=lambda one: one.start)) if others else found


def _of_hijri(found: HijriDate) -> FoundDate:
    first, last = (
        Day(day.year, day.month, day.day, start, start)
        for day, start in ((found.first, found.start), (found.last, found.end))
    )
    if not found.certain:
        unclear = Day(found.first.year, None, None, found.start, found.end, True, unclear=(found.first, found.last))
        return FoundDate(found.start, found.end, Reading((unclear,), calendar="hijri"))
    days, joints = ((first,), ()) if found.first == found.last else ((first, last), ("to",))
    return FoundDate(found.start, found.end, Reading(days, joints, "hijri"))


def _of_common_calendar(
    text: str, language: Language, months: Sequence[tuple[int, int]], taken: Sequence[FoundDate]
) -> Iterator[FoundDate]:
    reached = 0
    phrase = phrase_pattern(language)
    starts = [one.start for one in taken]
    for begin in find_beginnings(text, language, months):
        if begin < reached:
            continue
        place = bisect_right(starts, begin)
        if place and begin < taken[place - 1].end:
            continue
        # What another calendar has is no part of a date of this one.
        match = phrase.match(text, begin, starts[place]) if place < len(starts) else phrase.match(text, begin)
        if match is None or (match.end() - begin <= _SHORTEST and not match.group().endswith("月")):
            continue
        reached = match.end()
        between = "between" in cues_before(text, begin, language)
        for reading in parse_phrase(match.group(), language, between):
            yield FoundDate(begin + reading.start, begin + reading.end, reading)


def small(text: str, language: Language) -> str:
    """A text that is all in capitals with small letters, the names of months raised where the language raises them."""
    if language in _CASED and text.isupper() and len(lowered := text.lower()) == len(text):
        return _raised(language).sub(lambda match: match.group().capitalize(), lowered)
    return text


@cache
def _raised(language: Language) -> re.Pattern[str]:
    names = "|".join(sorted(weak_months(language), key=lambda name: (-len(name), name))) or "(?!)"
    return re.compile(rf"\b(?:{names})\b")


def find_days(text: str) -> list[FoundDay]:
    """The whole days in a text of whatever language and print, in order; days that do not exist are left out."""
    plain, offsets = scannable(text)
    found: list[tuple[int, int, FoundDay]] = []
    for language in _languages_of(plain):
        for one in find_dates(small(plain, language), language):
            if one.reading.whole:
                low = offsets[one.start] if offsets else one.start
                high = offsets[one.end - 1] + 1 if offsets else one.end
                found.append((low, -high, FoundDay(_iso(one.reading.days[-1]), Span(low, high), one.reading.calendar)))
    days: list[FoundDay] = []
    for low, _, day in sorted(found):
        if not days or days[-1].span.end <= low:
            days.append(day)
    return days


def find_day(text: str) -> str | None:
    """The first whole day in a text as ISO 8601, or ``None``."""
    days = find_days(text)
    return days[0].iso if days else None


def find_day_at(text: str, at: int, language: Language) -> tuple[str, int] | None:
    """The whole day (ISO 8601) printed with its own year at a place, and where it ends; ``None`` without one."""
    end = len(text)
    if language.spaced:
        year = _UP_TO_YEAR.match(text, at)
        if year is None:
            return None
        # Figures close up behind the year are a footnote's.
        end = year.end()
    match = phrase_pattern(language).match(text, at, end)
    reading = next(iter(parse_phrase(match.group(), language, False)), None) if match else None
    if reading is None or reading.start:
        return None
    day = reading.days[0]
    return (_iso(day), at + day.end) if None not in (day.year, day.month, day.day) else None


def parse_day(text: str) -> str:
    """The whole day that a text is, as ISO 8601, in figures or words of any of the six languages.

    Raises ``BadReference`` with an example when it is none or the day does not exist.
    """
    plain = text.strip()
    found = find_days(plain)
    if len(found) != 1 or found[0].span.slice(plain) != plain:
        raise BadReference(text, f"no day that can be read; {EXAMPLE}")
    return found[0].iso


def _languages_of(text: str) -> list[Language]:
    """The languages whose months a text names; for figures alone the one whose marks may stand beside them."""
    found = {language for index, _, _ in find_words(_months(), text.lower()) for language in _named()[index]}
    if _HAN_DATE.search(text):
        found.add(Language.ZH)
    if not found and any(sign.isdigit() for sign in text):
        found.add(next((language for script, language in _SCRIPTS if script.search(text)), Language.EN))
    return sorted(found)


@cache
def _month_languages() -> dict[str, list[Language]]:
    names: dict[str, list[Language]] = {}
    for language in Language:
        if language is not Language.ZH:
            for name in month_numbers(language):
                its = names.setdefault(name.lower(), [])
                if language not in its:
                    its.append(language)
    return names


@cache
def _months() -> AhoCorasick:
    return AhoCorasick(list(_month_languages()), matchkind=MatchKind.LeftmostLongest)


@cache
def _named() -> list[list[Language]]:
    return list(_month_languages().values())


def _iso(day: Day) -> str:
    return f"{day.year:04}-{day.month:02}-{day.day:02}"
