"""What is found where the language is not known: symbols printed in full, and dates that every language reads alike."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from verbale.find.dates import find_dates
from verbale.find.passage import Passage
from verbale.find.setting import DocumentContext
from verbale.lexicon.dates import find_days
from verbale.lexicon.symbols import printed_symbols
from verbale.model.annotation import Annotation, AnnotationKind
from verbale.model.language import Language
from verbale.model.node import NodeKind

_WITH_MONTH = len("2022-05")
_DAY_BEFORE = re.compile(r"(?<![\w.])(?P<day>[12][0-9]|3[01]|0?[1-9])\. ?$")
_RULE = "any-language"


def find_in_any_language(passages: Sequence[Passage], setting: DocumentContext) -> list[Annotation]:
    """Citations of full symbols, and dates with their year and month, in passages whose language is not known.

    A date counts when the languages that read one where it stands read the same; the longest reading counts.
    """
    return [*_symbols(passages), *_dates(passages, setting)]


def _symbols(passages: Sequence[Passage]) -> list[Annotation]:
    return [
        passage.annotation(AnnotationKind.CITATION, one.start, one.end, {"symbol": one.symbol}, "citation/symbol")
        for passage in passages
        if passage.node.kind is not NodeKind.MASTHEAD
        for one in printed_symbols(passage.text)
    ]


def _dates(passages: Sequence[Passage], setting: DocumentContext) -> list[Annotation]:
    found: list[Annotation] = []
    for passage in passages:
        readings = [
            passage.annotation(
                AnnotationKind.DATE, day.span.start, day.span.end, {"start": day.iso, "end": day.iso}, ""
            )
            for day in find_days(passage.text)
            if not day.calendar
        ]
        for language in Language:
            plain = filter(_is_plain, find_dates([replace(passage, language=language)], setting))
            readings += (_with_day_before(one, passage) for one in plain)
        found += _agreed(readings)
    return found


def _with_day_before(one: Annotation, passage: Passage) -> Annotation:
    """A month with the day that other languages print before it with a full stop: 9. April 2021."""
    month = str(one.value["start"])
    text, low = passage.node.text, max(0, one.start - len(" 31. "))
    before = _DAY_BEFORE.search(text[low : one.start])
    if before is None or len(month) != _WITH_MONTH or one.value["end"] != month:
        return one
    day, start = f"{month}-{int(before['day']):02}", low + before.start()
    return replace(one, start=start, text=text[start : one.end], value={"start": day, "end": day})


def _is_plain(one: Annotation) -> bool:
    """Whether a date has its year and month printed, so that no word of a language was needed to read it."""
    ends = (str(one.value["start"]), str(one.value["end"]))
    return "inferred" not in one.value and all(len(end) >= _WITH_MONTH and end[0].isdigit() for end in ends)


def _agreed(readings: Sequence[Annotation]) -> list[Annotation]:
    """Of readings of one passage the longest at each place, if no other one of its length says something else."""
    values: dict[tuple[int, int], set[tuple[object, object]]] = defaultdict(set)
    for one in readings:
        values[one.start, one.end].add((one.value["start"], one.value["end"]))
    agreed: list[Annotation] = []
    reached = 0
    for one in sorted(readings, key=lambda one: (one.start, -one.end)):
        if one.start < reached:
            continue
        reached = one.end
        if len(values[one.start, one.end]) == 1:
            value = {key: one.value[key] for key in ("start", "end")}
            agreed.append(replace(one, value=value, rule=f"date/{_RULE}"))
    return agreed
