"""What a reader yields: stretches of text with what the page says about them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from verbale.model.finding import Finding
from verbale.model.language import Language
from verbale.model.source import Source
from verbale.model.span import Origin, Span


class Shape(StrEnum):
    """How much of the document's build the format itself declares.

    A ``line`` is a printed line that may be wrapped (PDF, plain text). A ``paragraph`` is
    whole. ``cell`` is a paragraph in a table, ``note`` one in a footnote, ``margin`` one in
    a running head or foot. A ``figure`` is a picture, with its alternative text where it has one.
    """

    LINE = "line"
    PARAGRAPH = "paragraph"
    CELL = "cell"
    NOTE = "note"
    MARGIN = "margin"
    FIGURE = "figure"


class MarkKind(StrEnum):
    """What is told about a run of characters inside a block."""

    BOLD = "bold"
    ITALIC = "italic"
    SUPERSCRIPT = "superscript"
    LINK = "link"
    NOTE = "note"
    LABEL = "label"
    INSERTED = "inserted"


@dataclass(frozen=True, slots=True)
class Mark:
    """A run inside a block, by its span in the source text.

    ``target`` is the address of a ``link``, or the reader's own id of the footnote that a
    ``note`` mark calls (the same id stands in ``Block.note`` of the footnote's paragraphs).
    """

    kind: MarkKind
    span: Span
    target: str = ""


@dataclass(frozen=True, slots=True)
class Block:
    """A line or paragraph as read. Lengths are in points (1/72 inch); ``None`` is unknown.

    ``span`` covers the block's text in ``Source.text`` without its line break. ``page`` counts
    from 1. ``left`` and ``right`` are the text's edges, measured from the left of the page for
    every script; ``top`` and ``bottom`` grow downwards. In plain text one column counts as one
    unit. ``size`` is the commonest font size. ``style`` is the format's own name for it
    (a Word style, an HTML tag). ``level`` is a list or heading depth from 0, where declared.
    Lines of another ``origin`` are never joined. The span of a figure without words is empty, at its place.
    """

    span: Span
    shape: Shape
    page: int = 1
    left: float | None = None
    right: float | None = None
    top: float | None = None
    bottom: float | None = None
    size: float | None = None
    centred: bool = False
    style: str = ""
    level: int | None = None
    language: Language | None = None
    note: str = ""
    marks: tuple[Mark, ...] = ()
    origin: Origin = Origin.TEXT


@dataclass(frozen=True, slots=True)
class Extraction:
    """The outcome of reading one source: its text, its blocks in reading order, what was amiss.

    ``pages`` is the number of pages where the format has them, else ``None``.
    """

    source: Source
    blocks: tuple[Block, ...]
    findings: tuple[Finding, ...] = ()
    pages: int | None = None
