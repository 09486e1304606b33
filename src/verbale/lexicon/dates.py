"""Dates in a text: where they stand and what they are. The one way to read a date, for every part that does.

``find_dates`` reads a language's running text with all precisions; ``find_days`` reads whole days in a text of any
language, as mastheads, letters and typed words have them; ``parse_day`` reads a text that is one day.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache
from operator import itemgetter
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick, MatchKind

from verbale.errors import BadReference
from verbale.lexicon.date_context import cues_before
from verbale.lexicon.date_grammar import parse_phrase
from verbale.lexicon.date_shapes import find_beginnings, find_date_words, phrase_pattern
from verbale.lexicon.date_values import DateReading, Day
from verbale.lexicon.date_words import month_numbers, weak_months, words_pattern
from verbale.lexicon.han import HAN
from verbale.lexicon.hijri import HijriDate, find_hijri
from verbale.lexicon.printed import printed_stretch, scannable
from verbale.lexicon.scanning import find_words, is_any_in
from verbale.lexicon.spelled_dates import write_out
from verbale.model.language import Language
from verbale.model.span import Span

_SHORTEST = 2  # characters of a phrase that is no date by itself
_UP_TO_YEAR = re.compile('[«"]?[0-9]{1,2}[^0-9]{1,40}[12][0-9]{3}')
_CASED = frozenset({Language.EN, Language.FR, Language.RU, Language.ES})
_DATE_LIKE = re.compile(r"\d{4}|\d[./-]\d{1,2}[./-]\d|[年月]")
_HAN_DATE = re.compile("[年月][^年月]{0,4}[日号]")
# Whose marks and other calendar are looked for where no month of the common calendar is named.
_SCRIPTS = (
    (re.compile("[\u0621-\u064a]"), Language.AR),
    (re.compile("[\u0410-\u044f]"), Language.RU),
    (HAN, Language.ZH),
)
EXAMPLE = "give it as 2022-06-21 or 21 June 2022"


FoundDate = tuple[int, int, DateReading]
"""Where a date begins and ends, and its reading: a day, a range or a list, of the precision printed."""


class FoundDay(NamedTuple):
    """A whole day: ISO 8601 in ``iso``, of a range or list its last; where the date stands in the text given.

    ``calendar`` is that of the print where it is not the common one.
    """

    iso: str
    span: Span
    calendar: str = ""


def find_dates(text: str, language: Language, *, words: bool = True) -> list[FoundDate]:
    """Every date in a text as ``printed.scannable`` gives it, in order; without ``words`` only those all in figures.

    Bare figures and names of months are among them: whether they are dates where they stand is for the finder to say.
    """
    if not words:
        return _in_figures(text, language, None)
    months, years = found = find_date_words(text, language)
    written = write_out(text, language, found) if months or years else None
    if written is None:
        return _in_figures(text, language, months)
    plain, origin = written
    months, _ = find_date_words(plain, language)
    # A number in words has one place in the text, at which its figures all stand; its end is that of the next.
    return [(origin[start], origin[end], reading) for start, end, reading in _in_figures(plain, language, months)]


def _in_figures(text: str, language: Language, months: Sequence[tuple[int, int]] | None) -> list[FoundDate]:
    begins = find_beginnings(text, language, months)
    hijri = find_hijri(text, language)
    if not hijri:
        return _of_common_calendar(text, language, begins, len(text))
    # What another calendar has is no part of a date of this one.
    found = [_of_hijri(one) for one in hijri]
    edges = [0, *(one.end for one in hijri)]
    for low, high in zip(edges, [*(one.start for one in hijri), len(text)], strict=True):
        between = begins[bisect_left(begins, low) : bisect_left(begins, high)]
        found += _of_common_calendar(text, language, between, high)
    return sorted(found, key=itemgetter(0))


def _of_hijri(found: HijriDate) -> FoundDate:
    first, last = (
        Day(day.year, day.month, day.day, start, start)
        for day, start in ((found.first, found.start), (found.last, found.end))
    )
    if not found.certain:
        unclear = Day(found.first.year, None, None, found.start, found.end, True, unclear=(found.first, found.last))
        return found.start, found.end, DateReading((unclear,), calendar="hijri")
    days, joints = ((first,), ()) if found.first == found.last else ((first, last), ("to",))
    return found.start, found.end, DateReading(days, joints, "hijri")


def _of_common_calendar(text: str, language: Language, begins: Sequence[int], stop: int) -> list[FoundDate]:
    """The dates of the common calendar that begin at some of the places given and end by ``stop``."""
    found: list[FoundDate] = []
    reached = 0
    match_phrase, joint = phrase_pattern(language).match, _joint(language)
    for begin in begins:
        if begin < reached:
            continue
        match = match_phrase(text, begin, stop)
        if match is None:
            continue
        end = match.end()
        if end - begin <= _SHORTEST and text[end - 1] != "月":
            continue
        reached = end
        phrase = match.group()
        between = joint.search(phrase) is not None and "between" in cues_before(text, begin, language)
        for reading in parse_phrase(phrase, language, between):
            days = reading.days
            found.append((begin + days[0].start, begin + days[-1].end, reading))
    return found


@cache
def _joint(language: Language) -> re.Pattern[str]:
    return re.compile(words_pattern("and", language))


def small(text: str, language: Language) -> str:
    """A text that is all in capitals with small letters, the names of months raised where the language raises them."""
    if language in _CASED and text.isupper() and len(lowered := text.lower()) == len(text):
        # The names are looked for in a long text before it is taken apart at every word.
        if not is_any_in(weak_months(language), lowered):
            return lowered
        return _raised(language).sub(lambda match: match.group().capitalize(), lowered)
    return text


@cache
def _raised(language: Language) -> re.Pattern[str]:
    names = "|".join(sorted(weak_months(language), key=lambda name: (-len(name), name))) or "(?!)"
    return re.compile(rf"\b(?:{names})\b")


def find_days(text: str) -> list[FoundDay]:
    """The whole days in a text of whatever language and print, in order; days that do not exist are left out."""
    plain, places = scannable(text)
    found: list[tuple[int, int, FoundDay]] = []
    for language in _languages_of(plain):
        for start, end, reading in find_dates(small(plain, language), language):
            if reading.whole:
                low, high = printed_stretch(places, start, end)
                found.append((low, -high, FoundDay(_iso(reading.days[-1]), Span(low, high), reading.calendar)))
    days: list[FoundDay] = []
    for low, _, day in sorted(found):
        if not days or days[-1].span.end <= low:
            days.append(day)
    return days


def may_hold_date(text: str) -> bool:
    """Whether a text has anything of a date, be it none that can be read: a month, a year, figures between marks."""
    plain, _ = scannable(text)
    return bool(_DATE_LIKE.search(plain)) or next(_months_named(plain), None) is not None


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

    Raises ``BadReference`` with an example when it is none, does not exist, is of another calendar, or has figures that
    leave open which is the month.
    """
    plain = text.strip()
    found = find_days(plain)
    if len(found) == 1 and found[0].span.slice(plain) == plain:
        if not found[0].calendar:
            return found[0].iso
        raise BadReference(text, f"of another calendar, {found[0].iso} or a day beside it; {EXAMPLE}")
    if unclear := _unclear(plain):
        raise BadReference(text, f"either {' or '.join(unclear)}; {EXAMPLE}")
    raise BadReference(text, f"no day, or none that exists; {EXAMPLE}")


def _unclear(text: str) -> list[str]:
    """The days that a text in figures may be, where their order is open."""
    plain, _ = scannable(text)
    found = [reading for language in _languages_of(plain) for _, _, reading in find_dates(plain, language)]
    return [day.isoformat() for reading in found[:1] for day in reading.days[0].unclear]


def _languages_of(text: str) -> list[Language]:
    """The languages whose months a text names; for figures alone the one whose marks may stand beside them."""
    found = set(_months_named(text))
    if _HAN_DATE.search(text):
        found.add(Language.ZH)
    if not found and any(sign.isdigit() for sign in text):
        found.add(next((language for script, language in _SCRIPTS if script.search(text)), Language.EN))
    return sorted(found)


def _months_named(text: str) -> Iterator[Language]:
    """The languages whose months a text names, one for each name."""
    lowered = text.lower()
    for index, start, end in find_words(_months(), lowered):
        if not lowered[end : end + 1].isalpha():
            for language in _named()[index]:
                # In Arabic a preposition is joined to a name; elsewhere one in a longer word is none (ene in general).
                if language is Language.AR or not (start and lowered[start - 1].isalpha()):
                    yield language


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
