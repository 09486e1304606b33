"""What a finder marks in a node: a value, where it stands, and the rule that saw it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from enum import StrEnum


class AnnotationKind(StrEnum):
    """The kinds of the JSON contract."""

    CITATION = "citation"
    DATE = "date"
    STATE = "state"
    TREATY = "treaty"
    QUANTITY = "quantity"
    REFERENCE = "reference"


@dataclass(frozen=True, slots=True)
class Annotation:
    """A stretch of a node's text with its resolved value.

    ``start`` and ``end`` are offsets into the text of the node ``ref``; ``text`` is exactly
    what stands there. ``value`` has the keys that the architecture page gives for the kind.
    """

    ref: str
    kind: AnnotationKind
    start: int
    end: int
    text: str
    value: Mapping[str, object]
    rule: str = ""

    def __init__(
        self,
        ref: str,
        kind: AnnotationKind,
        start: int,
        end: int,
        text: str,
        value: Mapping[str, object],
        rule: str = "",
    ) -> None:
        # A document has thousands: the setters of the slots take half the time of what a frozen class has by itself.
        _set_ref(self, ref)
        _set_kind(self, kind)
        _set_start(self, start)
        _set_end(self, end)
        _set_text(self, text)
        _set_value(self, value)
        _set_rule(self, rule)


_set_ref, _set_kind, _set_start, _set_end, _set_text, _set_value, _set_rule = (
    getattr(Annotation, field.name).__set__ for field in fields(Annotation)
)
