"""What a finder marks in a node: a value, where it stands, and the rule that saw it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
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
