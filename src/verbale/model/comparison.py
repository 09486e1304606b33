"""What a State said in one report and in a later one, paragraph beside paragraph, and the JSON of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from verbale.model.contract import Record
from verbale.model.language import Language
from verbale.model.span import Span


class ParagraphChange(StrEnum):
    """What became of a paragraph from the earlier report to the later."""

    KEPT = "kept"
    CHANGED = "changed"
    NEW = "new"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True)
class SharedFeature:
    """Something that two paragraphs have in common.

    ``kind`` is that of an annotation (``treaty``, ``citation``) or ``words``; ``text`` is its value, and ``weight``
    what it adds to their likeness, the rarer the more.
    """

    kind: str
    text: str
    weight: float


@dataclass(frozen=True, slots=True)
class ComparedParagraph:
    """One paragraph as printed. ``highlighted`` are the parts of its text that it shares with the other."""

    ref: str
    label: str
    text: str
    highlighted: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Pairing:
    """A paragraph of the earlier report and one of the later on the same topic, or one alone.

    ``likeness`` is between 0 and 1, by what both share; ``shared`` explains it, the weightiest first.
    """

    course: ParagraphChange
    earlier: ComparedParagraph | None
    later: ComparedParagraph | None
    likeness: float
    shared: tuple[SharedFeature, ...] = ()


@dataclass(frozen=True, slots=True)
class Half:
    """One of the two reports: where it stands and how the reply in it was made."""

    source: str
    symbol: str
    date: str
    language: Language | None
    original_language: str


@dataclass(frozen=True, slots=True)
class Comparison:
    """A State in two reports: pairings in the order of the later one, then what was dropped."""

    state: str
    earlier: Half
    later: Half
    pairings: tuple[Pairing, ...]

    def count(self, course: ParagraphChange) -> int:
        """How many pairings took this course."""
        return sum(one.course is course for one in self.pairings)


def comparison_record(comparisons: Iterable[Comparison]) -> Record:
    """Schema ``verbale-comparison/1``: for each State both halves and all pairings, with the words of both."""
    return {"schema": "verbale-comparison/1", "states": [_state_record(one) for one in comparisons]}


def _state_record(one: Comparison) -> Record:
    return {
        "state": one.state,
        "earlier": _half_record(one.earlier),
        "later": _half_record(one.later),
        "pairings": [
            {
                "course": each.course.value,
                "earlier": _side_record(each.earlier),
                "later": _side_record(each.later),
                "likeness": round(each.likeness, 3),
                "shared": [{"kind": it.kind, "text": it.text, "weight": round(it.weight, 2)} for it in each.shared],
            }
            for each in one.pairings
        ],
    }


def _half_record(half: Half) -> Record:
    return {
        "source": half.source,
        "symbol": half.symbol or None,
        "date": half.date or None,
        "language": half.language.value if half.language else None,
        "original_language": half.original_language or None,
    }


def _side_record(side: ComparedParagraph | None) -> Record | None:
    if side is None:
        return None
    highlighted = [[span.start, span.end] for span in side.highlighted]
    return {"ref": side.ref, "label": side.label or None, "text": side.text, "lit": highlighted}
