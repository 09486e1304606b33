"""Places in a text that never changes."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range of character offsets, ``start`` included and ``end`` not."""

    start: int
    end: int

    def __len__(self) -> int:
        return self.end - self.start

    def slice(self, text: str) -> str:
        """The characters of ``text`` that this span covers."""
        return text[self.start : self.end]


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of a node's text that stands letter for letter in the source.

    ``at`` is the offset in the node's text; ``span`` is the same run in the source. What lies
    between two pieces of a node is a space that was put in where a line was joined.
    """

    at: int
    span: Span


class Origin(StrEnum):
    """How words came to stand on a page."""

    TEXT = "text"
    RECOGNISED = "recognised"
    """They were read from a picture."""
    FORM_FIELD = "form-field"
    """Somebody filled them in."""
    ANNOTATION = "annotation"
    """They were put on the page afterwards: a stamp, a note."""
