"""The account of every source character: kept in a node, furniture of the page, or a bug."""

from __future__ import annotations

from verbale.model.document import Coverage
from verbale.model.node import Node, NodeKind
from verbale.model.span import Span
from verbale.structure.clean_text import INVISIBLE_CHARS


def count_coverage(source: str, nodes: list[Node]) -> Coverage:
    """Characters by what became of them.

    White space and invisible marks between two characters go with the one before them, so that
    the three figures add up to the length of the source.
    """
    spans = _sorted_spans(nodes)
    kept = furniture = at = 0
    unaccounted = 0
    last_furniture = False
    for span, is_furniture in spans:
        if span.end <= at:
            continue
        start = max(span.start, at)
        loose = source[at:start]
        seen = sum(not _is_blank(char) for char in loose)
        blank = len(loose) - seen
        unaccounted += seen
        kept, furniture = (kept, furniture + blank) if last_furniture else (kept + blank, furniture)
        size = span.end - start
        kept, furniture = (kept, furniture + size) if is_furniture else (kept + size, furniture)
        at, last_furniture = span.end, is_furniture
    loose = source[at:]
    seen = sum(not _is_blank(char) for char in loose)
    return Coverage(len(source), kept + len(loose) - seen, furniture, unaccounted + seen)


def _sorted_spans(nodes: list[Node]) -> list[tuple[Span, bool]]:
    spans = [
        (span, node.kind is NodeKind.FURNITURE)
        for node in nodes
        for span in (*(piece.span for piece in node.pieces), *(mark.span for mark in node.notes), *node.label_spans)
    ]
    return sorted(spans, key=lambda pair: (pair[0].start, pair[0].end))


def _is_blank(char: str) -> bool:
    return char.isspace() or char in INVISIBLE_CHARS
