"""Quantities: numbers that count something, with unit, comparator and the day they were counted.

A number that is part of a date, a citation or a reference, or that only names a part, a page or a goal, is none.
Without a unit a number counts when it is printed as one: in figures with their thousands parted, with a comparator,
or before a noun.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from operator import attrgetter

from verbale.find.passage import Passage
from verbale.lexicon.derived import derived_end
from verbale.lexicon.measures import (
    FoundComparator,
    Unit,
    find_comparator,
    find_thing_before,
    find_unit,
    goes_on,
    is_label,
)
from verbale.lexicon.number_grammar import FoundNumber
from verbale.lexicon.number_words import beside_words
from verbale.lexicon.numerals import beginnings, find_numbers
from verbale.lexicon.stretches import with_shared_power
from verbale.model.annotation import Annotation, AnnotationKind
from verbale.model.language import Language

_GREAT = 1000  # numbers above it count without a unit or a noun
_NEAR = 10  # characters between the number of a resolution and its date
_NESTED = 3  # marks that may begin before a place and lie in each other
_START = attrgetter("start")
_MEASURES = frozenset({"dollar", "euro", "percent", "tonne", "kilogram"})
_FIRST_YEAR, _LAST_YEAR = 1900, 2100  # four figures between them may be a year
_NOUN = re.compile(r" (?:- )?[^\W\d_]")
# In Arabic a number with the article stands after its noun (الأركان الأربعة).
_AFTER_NOUN = re.compile(r"(?<=[^\W\d_] )\u0627\u0644|(?<= \u0627\u0644 )\d")
_ACRONYM = re.compile(r"(?<![^\W_])[A-Z]{3,} $")
_ACRONYM_REACH = 12  # characters before a number that hold an acronym
_NUMBERED = re.compile(r" ?[-.)] ")
_STATEMENT = re.compile(r"[。!?！？]|\.\s")


@dataclass(slots=True)
class _Scan:
    """A passage with what is already marked in it, by place in the node."""

    passage: Passage
    text: str
    language: Language
    taken: Sequence[Annotation]
    starts: Sequence[int]

    def mark_at(self, start: int, end: int) -> Annotation | None:
        """What is already marked there."""
        if not self.taken:
            return None
        low, high = self.passage.original(start, end)
        place = bisect_right(self.starts, high - 1)
        # A mark may lie in a longer one that began before it.
        for one in self.taken[max(place - _NESTED, 0) : place]:
            if one.end > low:
                return one
        return None


def find_quantities(
    passages: Sequence[Passage], taken: Sequence[Annotation], *, figures: Sequence[Passage] = ()
) -> list[Annotation]:
    """Every quantity of the passages, in order, and of ``figures``, passages without words for numbers.

    ``taken`` are the dates, citations and references that were found: their figures count nothing, and a date that
    says as of when goes with the quantities after it in its sentence. Never raises.
    """
    marked: dict[str, list[Annotation]] = defaultdict(list)
    for one in taken:
        marked[one.ref].append(one)
    for marks in marked.values():
        marks.sort(key=_START)
    found: list[Annotation] = []
    for its, words in ((passages, True), (figures, False)):
        for passage in its:
            text, language = passage.text, passage.language
            mine = marked.get(passage.node.ref, ())
            if mine and not _has_more(passage, mine, beginnings(language, words=words)):
                continue
            if numbers := find_numbers(text, language, words=words):
                scan = _Scan(passage, text, language, mine, [one.start for one in mine])
                found.extend(_quantities(scan, with_shared_power(numbers, text, language)))
    return found


def _has_more(passage: Passage, marks: Sequence[Annotation], begin: re.Pattern[str] | None) -> bool:
    """Whether a number may stand outside of what is marked already."""
    if begin is None or passage.places is not None:
        return True
    reached = 0
    for mark in marks:
        if mark.start > reached and begin.search(passage.text, reached, mark.start):
            return True
        if mark.end > reached:
            reached = mark.end
    return begin.search(passage.text, reached) is not None


def _quantities(scan: _Scan, numbers: Sequence[FoundNumber]) -> Iterator[Annotation]:
    counting = _without_labels(scan, numbers)
    done = 0
    for place, number in enumerate(counting):
        limit = counting[place + 1].start if place + 1 < len(counting) else len(scan.text)
        quantity = _quantity(scan, number, done, limit)
        if quantity is None and place + 1 < len(counting):
            quantity = _beside(scan, number, counting[place + 1])
        if quantity is None and _is_share(scan, counting, place):
            quantity = number.start, number.end, None, None
        if quantity is not None:
            done = quantity[1]
            yield _annotation(scan, number, *quantity)


def _without_labels(scan: _Scan, numbers: Sequence[FoundNumber]) -> list[FoundNumber]:
    """The numbers that are no part of a mark and no label of a part; a list after a label is all labels.

    Neither count those of derived words (a 10-year plan), ordinals and figures in a row, as Chinese prints years.
    """
    counting = []
    label_end: int | None = None
    for place, number in enumerate(numbers):
        if number.ordinal:
            # Of a list of ordinals in Chinese the first may have the mark of all (第七十七和七十八届).
            label_end = number.end if scan.language is Language.ZH else None
            continue
        if number.form == "places" or derived_end(scan.text, number.end, scan.language):
            continue
        mark = scan.mark_at(number.start, number.end)
        if number.start == 0 and _NUMBERED.match(scan.text, number.end):
            continue
        if mark is not None:
            label_end = None if mark.kind is AnnotationKind.DATE else number.end
        elif (
            (label_end is not None and goes_on(scan.text[label_end : number.start], scan.language))
            or is_label(scan.text, number, scan.language)
            or _is_designation(scan, numbers, place)
        ):
            label_end = None if _may_be_year(scan, number) else number.end
        else:
            label_end = None
            counting.append(number)
    return counting


_Parts = tuple[int, int, Unit | None, FoundComparator | None]


def _quantity(scan: _Scan, number: FoundNumber, done: int, limit: int) -> _Parts | None:
    """Start, end, unit and comparator, or ``None`` for a number that counts nothing."""
    if number.form == "words" and number.value in (0, 1):
        return None
    text, language = scan.text, scan.language
    after = find_comparator(text, number.start, number.end, number.end, language)
    reach = number
    if after is not None and after.start >= number.end:
        reach = FoundNumber(number.start, after.end, number.value, number.form, number.order)
    unit = find_unit(text, reach, limit, language)
    start = min(number.start, unit.start) if unit else number.start
    end = max(reach.end, unit.end) if unit else reach.end
    comparator = after or (find_comparator(text, start, reach.end, end, language) if unit else None)
    if not _counts(scan, number, unit, comparator):
        return None
    if comparator is not None:
        start, end = min(start, comparator.start), max(end, comparator.end)
    start = start if start >= done else number.start
    mark = scan.mark_at(number.end, end) if end > number.end else None
    return (start, number.end, None, comparator) if mark is not None else (start, end, unit, comparator)


def _beside(scan: _Scan, number: FoundNumber, following: FoundNumber) -> _Parts | None:
    """The first number of two with one unit (15 to 24 years); only what is printed with it is marked."""
    if number.value == 1 or not goes_on(scan.text[number.end : following.start], scan.language):
        return None
    unit = find_unit(scan.text, following, len(scan.text), scan.language)
    if unit is None or unit.start < following.end or _may_be_year(scan, number):
        return None
    return number.start, number.end, unit, None


def _is_measured(text: str, number: FoundNumber, unit: Unit) -> bool:
    """Whether money or weight is counted right behind figures that may be a year (2021 dollars)."""
    return unit.unit in _MEASURES and not text[number.end : unit.start].strip()


_FEWEST_IN_WORDS = 2  # "one of five" counts nothing


def _is_share(scan: _Scan, counting: Sequence[FoundNumber], place: int) -> bool:
    """Whether a number is a share of the one after it, or the whole of the one before it (91 of 193)."""
    if place and _is_share_of(scan, counting[place - 1], counting[place]):
        return True
    return place + 1 < len(counting) and _is_share_of(scan, counting[place], counting[place + 1])


def _is_share_of(scan: _Scan, share: FoundNumber, whole: FoundNumber) -> bool:
    least = 1 if share.form == whole.form == "figures" else _FEWEST_IN_WORDS
    if not least <= (share.value or 0) <= (whole.value or 0):
        return False
    gap = scan.text[share.end : whole.start].rstrip()
    if not gap or not gap.endswith(beside_words("share", scan.language)):
        return False
    unit = find_unit(scan.text, share, whole.start, scan.language)
    between = scan.text[max(share.end, unit.end if unit else 0) : whole.start].strip()
    if between not in beside_words("share", scan.language):
        return False
    return not (_may_be_year(scan, share) or _may_be_year(scan, whole))


def _counts(scan: _Scan, number: FoundNumber, unit: Unit | None, comparator: FoundComparator | None) -> bool:
    if number.form == "figures" and _may_be_year(scan, number) and comparator is None:
        return unit is not None and (unit.kind == "sign" or _is_measured(scan.text, number, unit))
    if unit is not None:
        return not (scan.language is Language.ZH and number.form == "words" and _is_far(scan.text, number, unit))
    if _is_dated(scan, number):
        return False
    if number.form in ("fuzzy", "mixed") or (number.value or 0) > _GREAT:
        return True
    if comparator is not None and (scan.language is not Language.ZH or number.form == "figures"):
        return True
    printed = scan.text[number.start : number.end]
    if number.form == "figures" and not printed.isdecimal():
        return True
    if scan.language is Language.AR and _AFTER_NOUN.match(scan.text, number.start):
        return True
    return scan.language is not Language.ZH and _NOUN.match(scan.text, number.end) is not None


def _is_designation(scan: _Scan, numbers: Sequence[FoundNumber], place: int) -> bool:
    """Whether figures without a unit stand behind an acronym (UNSCR 1540), or are the end of a code (963-1234)."""
    number = numbers[place]
    if number.form != "figures":
        return False
    before = scan.text[max(0, number.start - _ACRONYM_REACH) : number.start]
    if not (before[-2:-1].isupper() and _ACRONYM.search(before)) and not (
        before[-1:] == "-" and (number.value or 0) > _GREAT
    ):
        return False
    limit = numbers[place + 1].start if place + 1 < len(numbers) else len(scan.text)
    return find_unit(scan.text, number, limit, scan.language) is None


_MARKS_OF_ONE = 4  # characters that a letter and its marks may take where they are not composed


def _is_dated(scan: _Scan, number: FoundNumber) -> bool:
    """Whether a date follows at once: the number of a resolution of another organ (263 of 5 November 2013)."""
    if not scan.taken or number.form != "figures":
        return False
    _, high = scan.passage.original(number.start, number.end)
    place = bisect_right(scan.starts, high)
    if place == len(scan.taken):
        return False
    following = scan.taken[place]
    between = scan.passage.node.text[high : min(following.start, high + _MARKS_OF_ONE * _NEAR)]
    near = 0 < len(unicodedata.normalize("NFC", between)) <= _NEAR and high + len(between) == following.start
    return near and following.kind is AnnotationKind.DATE


def _may_be_year(scan: _Scan, number: FoundNumber) -> bool:
    printed = scan.text[number.start : number.end]
    return len(printed) == 4 and printed.isdecimal() and _FIRST_YEAR <= int(printed) <= _LAST_YEAR


def _is_far(text: str, number: FoundNumber, unit: Unit) -> bool:
    """A Chinese numeral is part of many words: its counter or noun stands next to it (三项, 三不原则)."""
    low = text[number.end : unit.start]
    return unit.kind != "sign" and unit.start >= number.end and len(low.strip()) > 1


def _annotation(
    scan: _Scan,
    number: FoundNumber,
    start: int,
    end: int,
    unit: Unit | None,
    comparator: FoundComparator | None,
) -> Annotation:
    name = unit.unit if unit else None
    if (unit is None and number.form == "fuzzy") or (unit is not None and unit.kind == "counter"):
        name = find_thing_before(scan.text, number.start, scan.language) or name
    value: dict[str, object] = {"number": number.value, "unit": name}
    if number.order is not None:
        value["order"] = number.order
    if comparator is not None:
        value["comparator"] = comparator.sign
    if unit is not None and unit.kind == "name":
        value["in_name"] = True
    day = _as_of(scan, scan.passage.original(start, end)[0])
    if day:
        value["as_of"] = day
    rule = f"quantity/{unit.kind if unit else number.form}"
    return scan.passage.annotation(AnnotationKind.QUANTITY, start, end, value, rule)


def _as_of(scan: _Scan, start: int) -> str | None:
    """The day that a sentence gives before its quantities (截至 6 月 21 日)."""
    for one in reversed(scan.taken[: bisect_right(scan.starts, start)]):
        if _STATEMENT.search(scan.passage.node.text, one.end, start):
            return None
        if one.kind is AnnotationKind.DATE and one.value.get("as_of"):
            return str(one.value["start"])
    return None
