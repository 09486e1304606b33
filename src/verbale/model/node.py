"""The units of a document tree."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from verbale.model.language import Language
from verbale.model.span import Origin, Piece, Span


class NodeKind(StrEnum):
    """What a unit is, in the words of the JSON contract (``verbale-document/1``)."""

    MASTHEAD = "masthead"
    TITLE = "title"
    DOCTYPE = "doctype"
    SUMMARY = "summary"
    HEADING = "heading"
    SUBHEADING = "subheading"
    REPLY_HEADING = "reply-heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    PREAMBLE = "preamble"
    OPERATIVE = "operative"
    FOOTNOTE = "footnote"
    CLOSING = "closing"
    FIGURE = "figure"
    FURNITURE = "furniture"


@dataclass(frozen=True, slots=True)
class NoteMark:
    """A footnote's marker, taken out of the running text.

    ``at`` is the offset in the node's text where it stood, ``span`` its characters in the
    source, ``ref`` the footnote it calls (empty when none was found).
    """

    at: int
    span: Span
    ref: str


@dataclass(frozen=True, slots=True)
class Link:
    """A hyperlink over ``start`` to ``end`` of a node's text."""

    start: int
    end: int
    target: str


@dataclass(frozen=True, slots=True)
class Node:
    """One unit of a document, in reading order.

    ``ref`` is stable and made of printed numbers, never of list positions alone. ``label`` is
    the printed number or bullet, and ``label_spans`` its place in the source. ``text`` is what
    follows it, clean: lines joined, furniture and note markers out. ``pieces`` say where every
    character of the text stands in the source. ``parent`` is the ref of the unit this one belongs to, empty at the top.
    The text of a figure is its alternative text, empty where it has none.
    """

    ref: str
    kind: NodeKind
    text: str
    pieces: tuple[Piece, ...]
    label: str | None = None
    label_spans: tuple[Span, ...] = ()
    parent: str = ""
    page: int | None = None
    language: Language | None = None
    notes: tuple[NoteMark, ...] = ()
    links: tuple[Link, ...] = ()
    origin: Origin = Origin.TEXT

    @property
    def number(self) -> str:
        """The label where it stands before the text; empty where there is none or the text holds it."""
        return self.label or "" if self.label_spans else ""

    @property
    def printed(self) -> str:
        """Label and text together, as a reader sees them."""
        return f"{self.number} {self.text}" if self.number and self.text else self.number or self.text

    def spans(self, source: str) -> list[Span]:
        """Ranges of ``source`` this node was made of; only white space lies between merged pieces."""
        merged: list[Span] = []
        for piece in self.pieces:
            span = piece.span
            if merged and span.start >= merged[-1].end and not source[merged[-1].end : span.start].strip():
                merged[-1] = Span(merged[-1].start, span.end)
            else:
                merged.append(span)
        return merged

    def places(self, start: int, end: int) -> list[Span]:
        """Where characters ``start`` to ``end`` of this node's text stand in the source."""
        found = []
        for piece in self.pieces:
            low = max(start, piece.at)
            high = min(end, piece.at + len(piece.span))
            if low < high:
                shift = piece.span.start - piece.at
                found.append(Span(low + shift, high + shift))
        return found
