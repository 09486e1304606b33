"""Dates in running text: days, months, years, their ranges and lists, completed from context where print leaves out.

Value: ``start`` and ``end`` in ISO 8601 of the precision printed (``..`` an open end, ``--09-26`` a day of every year),
and, only when true: ``list`` (the days of a list), ``inferred``, ``in_title``, ``approx``, ``as_of``, ``fiscal`` (one
year that lies in two), ``calendar`` (``hijri``: converted), ``candidates`` (days in figures whose order is not clear,
and whose year is then the value).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import NamedTuple

from verbale.find.passage import Passage
from verbale.find.setting import DocumentContext
from verbale.lexicon.date_context import (
    cues_after,
    cues_before,
    is_beside_noun,
    is_counted,
    is_fiscal,
    is_in_name,
    is_listed_resolution,
    is_of_numbered,
    is_one_clause,
    is_with,
    is_yearly,
)
from verbale.lexicon.date_values import DateReading, Day
from verbale.lexicon.date_words import date_words
from verbale.lexicon.dates import find_dates as find_in_text
from verbale.lexicon.dates import small
from verbale.lexicon.scanning import is_any_in
from verbale.model.annotation import Annotation, AnnotationKind
from verbale.model.language import Language

_OPEN = ".."
_EARLIEST, _LATEST = 1945, 2050  # bare figures between them are years without a word that says so
# A range of bare years tells by itself that its figures are years: "the 1850 to 1900 baseline".
_FIRST_IN_RANGE = 1800
_NAMED = frozenset({"named_before", "named_after"})
_EARLY = frozenset({"early", "early_after"})
_LATE = frozenset({"end", "end_after"})
_NEAR = 400  # characters over which a date looks back for its year
_RECENT = 8  # dates among which it is looked for
_SAME_CLAUSE = 120  # characters between the year in a name and a day of that year
# Behind a bare figure: a slash, a decimal, the year of a Security Council resolution, thousands, a percentage.
_NO_YEAR_AFTER = re.compile(r"[/%]|[.,][0-9]|-[0-9]| ?\((?:[0-9]{4}\)|[IVXL]+\)|\w{1,3}-[0-9])| [0-9]{3}(?![0-9])")
# Before it: the number of a resolution, "1325 (2000)", but not a population, an act's number or "Beijing+10".
_NO_YEAR_BEFORE = re.compile(r"(?<![0-9.,+])(?:[0-9]{1,4}) ?\(\Z|[$€£]\Z|[A-Z0-9]-\Z|[0-9] \Z")
_BRACKET = 8  # characters that hold a number and its bracket before a year
_PLACED_IN_TIME = frozenset({"in", "since", "between", "title"})
# A note's number close up behind a year: at the end of a sentence, or behind a comma where no noun is counted.
_NOTE_AFTER = re.compile(r"\.[0-9]{1,3}(?:(?= [^\Wa-zа-я_])|$)|,[0-9]{1,2}(?= |$)")
# The year before a month is of another era: 民国111年5月4日.
_OTHER_ERA = re.compile(r"[0-9] ?年 ?\Z")
_FOUR_AND_FOUR = re.compile(r"[0-9]{4}/[0-9]{4}")
_ARTICLE_BEFORE = re.compile(r"the \Z", re.IGNORECASE)
# The number of a convention behind its year: "the Forced Labour Convention, 1930 (No. 29)".
_IS_NUMBERED = re.compile(r" \((?:[Nn]o\.|[Nn]úm\.|[Nn][°º]|no|№|رقم) ?[0-9]+\)")
_QUOTED = re.compile(r"《[^》]{1,200}》|“[^”。.;；]{1,200}”|«[^».;]{1,200}»|\"[^\".;]{1,200}\"")


@dataclass(slots=True)
class _Place:
    """A reading in its text, with what the words around it say."""

    text: str
    start: int
    end: int
    reading: DateReading
    cues: frozenset[str]
    language: Language


class _EarlierDate(NamedTuple):
    """A date that later ones may look back to: its end in the text, and whether it is only the year in a name."""

    end: int
    day: Day
    named: bool


def find_dates(
    passages: Sequence[Passage], setting: DocumentContext, *, figures: Sequence[Passage] = ()
) -> list[Annotation]:
    """Every date of the passages, in reading order within each; ``figures`` are more, without words of dates."""
    found: list[Annotation] = []
    for its, words in ((passages, True), (figures, False)):
        for passage in its:
            earlier: list[_EarlierDate] = []
            for place in _places(small(passage.text, passage.language), passage.language, words=words):
                value, rule = _value(place, earlier, setting)
                found.append(passage.annotation(AnnotationKind.DATE, place.start, place.end, value, rule))
    return found


def _places(text: str, language: Language, *, words: bool) -> Iterator[_Place]:
    for start, end, reading in find_in_text(text, language, words=words):
        cues = cues_before(text, start, language)
        if behind := cues_after(text, end, language):
            cues |= behind
        place = _Place(text, start, end, reading, cues, language)
        if _is_date(place):
            yield place


def _is_date(place: _Place) -> bool:
    """Whether the figures are a date where they stand; whole dates are, bare years and months need their context."""
    first, last = place.reading.days[0], place.reading.days[-1]
    if place.reading.calendar or first.unclear:
        return True
    if not _NAMED.isdisjoint(place.cues):
        return False
    if first.until or last.until:
        return _is_stretch(place)
    if first.month is not None:
        if first.year is None and _OTHER_ERA.search(place.text, max(0, place.start - _BRACKET), place.start):
            return False
        whole = first.day is not None or first.year is not None or place.language is Language.ZH
        return whole or bool(place.cues & {"in", "since", "early", "end"})
    if first.marked or last.marked:
        return True
    if place.language is Language.ZH:
        return len(place.reading.days) > 1 or "since_after" in place.cues or _is_bare_year_in_han(place)
    return _is_bare_year(place)


def _is_stretch(place: _Place) -> bool:
    """Whether ``2019/20`` is a year that lies in two and ``2010-15`` a stretch, and no number of a resolution.

    Four figures on either side are no number; two behind a slash count beside a word such as "fiscal" or "budget".
    """
    if "not_year" in place.cues:
        return False
    days = place.reading.days
    printed = place.text[place.start : place.end]
    if all(day.marked or _FOUR_AND_FOUR.search(printed) for day in days):
        return not is_listed_resolution(place.text, place.start, place.end, place.language)
    if "/" not in printed and bool(place.cues & _PLACED_IN_TIME) and days[0].until == (days[0].year or 0) + 1:
        return True
    return is_fiscal(place.text, place.start, place.end, place.language)


def _is_bare_year(place: _Place) -> bool:
    """Whether a figure alone, or a range of two, is a year where it stands."""
    text, year, ranged = place.text, place.reading.days[0].year or 0, len(place.reading.days) > 1
    placed = bool(place.cues & _PLACED_IN_TIME)
    if _NO_YEAR_AFTER.match(text, place.end) and not (placed and _NOTE_AFTER.match(text, place.end)):
        return False
    if is_counted(text, place.end, place.language, placed=placed):
        return False
    if not ranged and _NO_YEAR_BEFORE.search(text, max(0, place.start - _BRACKET), place.start):
        return is_of_numbered(text, place.start, place.language)
    if "not_year" in place.cues:
        return False
    if _EARLIEST <= year <= _LATEST or placed:
        return True
    return (year >= _FIRST_IN_RANGE and ranged) or _IS_NUMBERED.match(text, place.end) is not None


def _is_bare_year_in_han(place: _Place) -> bool:
    """《国际卫生条例(2005)》, 2030议程: a year without the character for one, but not that of 第1887(2009)号."""
    text, start, end = place.text, place.start, place.end
    if not _EARLIEST <= (place.reading.days[0].year or 0) <= _LATEST:
        return False
    if text[start - 1 : start] == "(" and text[end : end + 1] == ")":
        return not text[max(0, start - 3) : start - 1].rstrip()[-1:].isdigit()
    return is_beside_noun(text, end, place.language)


def _value(place: _Place, earlier: list[_EarlierDate], setting: DocumentContext) -> tuple[dict[str, object], str]:
    """The value of a date and the rule that gave it; ``earlier`` grows by what later dates may look back to."""
    days, rule = place.reading.days, "date/printed"
    flags: dict[str, object] = {}
    named = _is_in_title(place)
    if days[0].year is None:
        if is_yearly(place.text, place.start, place.end, place.language):
            rule = "date/yearly"
        else:
            days, known = _with_year(days, place, earlier, setting)
            rule = "date/year-inferred" if known else "date/no-year"
            flags = {"inferred": True} if known else {}
    if rule != "date/yearly" and (days[-1].month is not None or "in" in place.cues or named or _opens(place)):
        earlier.append(_EarlierDate(place.end, days[-1], named))
    start, end = _ends(place, days)
    value: dict[str, object] = {"start": start, "end": end, **flags}
    if place.reading.calendar:
        value["calendar"], rule = place.reading.calendar, "date/converted"
    if days[0].unclear:
        value["candidates"] = [day.isoformat() for each in days for day in each.unclear]
        rule = "date/order-unclear"
    if "and" in place.reading.joints:
        value["list"] = _listed(days, place.reading.joints)
    _add_marks(value, place, named)
    return value, rule


def _ends(place: _Place, days: Sequence[Day]) -> tuple[str, str]:
    """The first and the last day, month or year of a date."""
    single = len(days) == 1
    start = _iso(days[0])
    end = start if single else _iso(days[-1])
    if days[-1].until:
        end = str(days[-1].until)
    elif single and days[0].year is not None and (days[0].decade or _is_decade(place)):
        end = str(days[0].year + 9)
    elif (single and "since_after" in place.cues) or _is_since(place):
        end = _OPEN
    return start, end


def _add_marks(value: dict[str, object], place: _Place, named: bool) -> None:
    """Add what the words around a date and its print say of it, as far as it is so."""
    first = place.reading.days[0]
    # Behind a hyphen it may as well be two years: the biennium 2020-21.
    if first.until == (first.year or 0) + 1 and "/" in place.text[place.start : place.end]:
        value["fiscal"] = True
    if named:
        value["in_title"] = True
    if not _EARLY.isdisjoint(place.cues):
        value["approx"] = "early"
    elif not _LATE.isdisjoint(place.cues):
        value["approx"] = "end"
    if "as_of" in place.cues and len(place.reading.days) == 1 and first.day is not None and not _is_dating(place):
        value["as_of"] = True


def _is_dating(place: _Place) -> bool:
    """Whether the day is printed as one that a text is dated by: a los 9 días del mes de mayo."""
    printed = place.text[place.start : place.end]
    return any(f" {word} " in printed for word in date_words("day_word", place.language))


def _opens(place: _Place) -> bool:
    """Whether a Chinese year is set apart by a comma, so that what follows is of that year: 2011年，……11月21日."""
    return place.language is Language.ZH and place.text[place.end : place.end + 1] in ("，", ",")


def _is_since(place: _Place) -> bool:
    """Whether "since" before it is meant of the date: of one date, and no year of "since the 2013 report".

    In Russian the case tells whether the word is not "with".
    """
    if "since" not in place.cues or len(place.reading.days) > 1 or place.language is Language.ZH:
        return False
    if place.reading.days[0].month is None and (
        "title" in place.cues
        or is_in_name(place.text, place.start, place.end, place.language)
        or (place.language is Language.EN and _ARTICLE_BEFORE.search(place.text, max(0, place.start - 4), place.start))
    ):
        return False
    return not is_with(place.text[place.start : place.end], place.language)


def _is_decade(place: _Place) -> bool:
    year = place.reading.days[0].year or 1
    return "decade_before" in place.cues and year % 10 == 0 and place.reading.days[0].month is None


def _is_in_title(place: _Place) -> bool:
    if place.reading.days[0].until:
        return False
    if place.reading.days[0].month is None and (
        "title" in place.cues or is_in_name(place.text, place.start, place.end, place.language)
    ):
        return True
    starts, ends = _quoted(place.text)
    before = bisect_right(starts, place.start) - 1
    return before >= 0 and starts[before] < place.start and place.end < ends[before]


@lru_cache(maxsize=64)
def _quoted(text: str) -> tuple[list[int], list[int]]:
    """Where titles in quotation marks begin and end."""
    if not is_any_in('《“«"', text):
        return [], []
    quoted = list(_QUOTED.finditer(text))
    return [match.start() for match in quoted], [match.end() for match in quoted]


def _near(place: _Place, earlier: Sequence[_EarlierDate], setting: DocumentContext) -> Day | None:
    """The date given shortly before; failing that, the year in a name in the same clause: the 2019 summit, held on …"""
    recent = [
        one for one in reversed(earlier[-_RECENT:]) if place.start - one.end <= _NEAR and one.day.year is not None
    ]
    near = next((one.day for one in recent if not one.named), None)
    if near is not None or place.reading.days[0].day is None:
        return near
    for one in recent:
        between = place.text[one.end : place.start]
        if len(between) <= _SAME_CLAUSE and is_one_clause(between, place.language) and _is_past(one.day, setting):
            return replace(one.day, month=None, day=None)
    return None


def _is_past(day: Day, setting: DocumentContext) -> bool:
    return setting.anchor is None or (day.year or 0) <= int(setting.anchor[:4])


def _with_year(
    days: tuple[Day, ...], place: _Place, earlier: Sequence[_EarlierDate], setting: DocumentContext
) -> tuple[tuple[Day, ...], bool]:
    """The days with the year that a date given shortly before has, or that of the last such day up to the anchor."""
    first = days[0]
    anchor = setting.anchor
    near = _near(place, earlier, setting)
    year: int | None = None
    if near is not None and near.year is not None:
        year = near.year
        if near.month is not None and (first.month or 0) < near.month:
            year += 1
        if anchor and _iso(replace(first, year=year)) > anchor:
            year = near.year
    elif anchor:
        year = int(anchor[:4])
        if _iso(replace(first, year=year)) > anchor:
            year -= 1
    if year is None:
        return days, False
    filled, reached = [], (0, 0)
    for day in days:
        if (day.month or 0, day.day or 0) < reached and day.month != reached[0]:
            year += 1
        reached = (day.month or 0, day.day or 0)
        filled.append(replace(day, year=year))
    return tuple(filled), True


def _iso(day: Day) -> str:
    """A date in ISO 8601 of its own precision."""
    year = f"{day.year:04}" if day.year is not None else "-"
    if day.month is None:
        return year
    return f"{year}-{day.month:02}-{day.day:02}" if day.day is not None else f"{year}-{day.month:02}"


def _listed(days: Sequence[Day], joints: Sequence[str]) -> list[str]:
    """The dates of a list; a range within it as ``start/end``."""
    listed: list[str] = []
    open_range = False
    for place, day in enumerate(days):
        if open_range:
            listed[-1] += f"/{_iso(day)}"
        else:
            listed.append(_iso(day))
        open_range = place < len(joints) and joints[place] == "to"
    return listed
