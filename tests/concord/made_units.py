"""Units and rows made by hand: their values are what a test says, and no finder is asked."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from verbale.concord.aligned_row import AlignedRow
from verbale.concord.compared_units import ComparedUnit
from verbale.concord.printed_numbers import PrintedValue
from verbale.model.concordance import Aspect
from verbale.model.language import Language
from verbale.model.node import Node, NodeKind, NoteMark
from verbale.model.span import Span

SIX = tuple(Language)
_STEP = 10  # characters from the beginning of one value to that of the next
_VALUE = 5  # characters of one value


def value(aspect: Aspect, key: str, place: int = 0, *, firm: bool = True, worded: bool = False) -> PrintedValue:
    """A value at the ``place``-th of the places where values stand."""
    return PrintedValue(aspect, key, place * _STEP, place * _STEP + _VALUE, firm, worded)


def unit(
    language: Language,
    values: Iterable[PrintedValue] = (),
    *,
    ref: str = "1",
    number: str | None = None,
    text: str = "",
    kind: NodeKind = NodeKind.PARAGRAPH,
    notes: Sequence[int] = (),
    pairs: Iterable[tuple[str, str]] = (),
    hours: Iterable[str] = (),
    typed: str | None = None,
) -> ComparedUnit:
    """A unit that prints these values; ``notes`` are the places of its markers."""
    marks = tuple(NoteMark(at, Span(at, at + 1), "") for at in notes)
    spans = (Span(0, 1),) if number else ()
    node = Node(ref, kind, text, (), label=number, label_spans=spans, notes=marks)
    printed = tuple(values)
    known = frozenset((one.aspect, one.key) for one in printed)
    return ComparedUnit(
        node, language, text, printed, known, frozenset(pairs), frozenset(), frozenset(hours), typed=typed
    )


def printing(aspect: Aspect, orders: Mapping[Language, Sequence[str]]) -> AlignedRow:
    """A row in which each version prints these values in this order."""
    return AlignedRow(
        {
            one: (unit(one, [value(aspect, key, place) for place, key in enumerate(keys)]),)
            for one, keys in orders.items()
        }
    )
