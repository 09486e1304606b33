"""A text for nodes that have none yet: what is composed gets the same spans as what is received."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from verbale.model.document import Coverage
from verbale.model.node import Node, NodeKind, NoteMark
from verbale.model.source import MediaType, Source
from verbale.model.span import Piece, Span


@dataclass(frozen=True, slots=True)
class TypesetText:
    """Nodes tied to the text they were set in, and the account of its characters."""

    source: Source
    nodes: tuple[Node, ...]
    coverage: Coverage


def typeset(nodes: Sequence[Node], name: str) -> TypesetText:
    """Set nodes in plain text, one after the other, an empty line between them: label, text with its note marks.

    Of the nodes given only the places are made anew (``pieces``, ``label_spans``, the spans of ``notes``); a label is
    set before the text where ``label_spans`` is not empty, whatever they hold. A footnote is called by its label.
    """
    calls = {node.ref: node.label or "" for node in nodes if node.kind is NodeKind.FOOTNOTE}
    sheet = _TextBuilder(calls)
    placed = tuple(sheet.put(node) for node in nodes)
    text = sheet.text()
    furniture = sum(_length(node) for node in placed if node.kind is NodeKind.FURNITURE)
    source = Source(name, hashlib.sha256(text.encode()).hexdigest(), MediaType.TEXT, text)
    return TypesetText(source, placed, Coverage(len(text), len(text) - furniture, furniture, 0))


def _length(node: Node) -> int:
    """The characters of a node and of the two line breaks behind it."""
    spans: Iterable[Span] = (*node.label_spans, *(piece.span for piece in node.pieces), *(m.span for m in node.notes))
    ends = [(span.start, span.end) for span in spans]
    return max(end for _, end in ends) - min(start for start, _ in ends) + 2 if ends else 0


@dataclass(slots=True)
class _TextBuilder:
    """Text under construction."""

    calls: Mapping[str, str]
    parts: list[str] = field(default_factory=list)
    end: int = 0

    def put(self, node: Node) -> Node:
        label_spans: tuple[Span, ...] = ()
        if node.label_spans and node.label:
            label_spans = (self._write(node.label),)
            if node.text:
                self._write(" ")
        pieces: list[Piece] = []
        notes: list[NoteMark] = []
        at = 0
        for mark in sorted(node.notes, key=lambda mark: mark.at):
            if mark.at > at:
                pieces.append(Piece(at, self._write(node.text[at : mark.at])))
                at = mark.at
            notes.append(replace(mark, span=self._write(self.calls.get(mark.ref) or "*")))
        if at < len(node.text):
            pieces.append(Piece(at, self._write(node.text[at:])))
        self._write("\n\n")
        return replace(node, pieces=tuple(pieces), label_spans=label_spans, notes=tuple(notes), page=None)

    def text(self) -> str:
        return "".join(self.parts)

    def _write(self, words: str) -> Span:
        start, self.end = self.end, self.end + len(words)
        self.parts.append(words)
        return Span(start, self.end)
