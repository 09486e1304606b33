"""A node's text cut where its look changes: at links, at footnote markers, at what was found in it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from verbale.model.annotation import Annotation
from verbale.model.document import Document
from verbale.model.node import Link, Node, NodeKind, NoteMark

_SAFE_LINK = re.compile(r"(?i)(?:https?|mailto):")


@dataclass(frozen=True, slots=True)
class AnnotatedRun:
    """Characters that look alike, or the place where a footnote is called.

    ``link`` is the address they lead to, empty without one; ``highlighted`` the annotation they lie in. Where ``mark``
    is given there is no text, for the number of a note is printed in each format's own way.
    """

    text: str
    link: str = ""
    highlighted: Annotation | None = None
    mark: NoteMark | None = None


def annotated_runs(
    node: Node, start: int = 0, end: int | None = None, highlighted: Sequence[Annotation] = ()
) -> list[AnnotatedRun]:
    """The node's text from ``start`` to ``end``. ``highlighted`` are annotations of this node, none inside another."""
    stop = len(node.text) if end is None else end
    if not (node.notes or node.links or highlighted):
        return [AnnotatedRun(node.text[start:stop])] if start < stop else []
    marks = [mark for mark in node.notes if _belongs(node, mark, start, stop)]
    cuts = {start, stop, *(mark.at for mark in marks)}
    edges = [*((link.start, link.end) for link in node.links), *((one.start, one.end) for one in highlighted)]
    cuts.update(at for edge in edges for at in edge if start < at < stop)
    places = sorted(cuts)
    found: list[AnnotatedRun] = []
    for low, high in zip(places, [*places[1:], stop], strict=True):
        found += [AnnotatedRun("", mark=mark) for mark in marks if mark.at == low]
        if low < high:
            around = next((one for one in highlighted if one.start <= low and high <= one.end), None)
            found.append(AnnotatedRun(node.text[low:high], _link_over(node.links, low, high), around))
    return found


def outermost(found: Iterable[Annotation]) -> list[Annotation]:
    """Of annotations that lie in each other, the widest: words are highlighted once only."""
    kept: list[Annotation] = []
    for one in sorted(found, key=lambda item: (item.start, -item.end)):
        if not kept or one.start >= kept[-1].end:
            kept.append(one)
    return kept


def printed_mark(document: Document, mark: NoteMark) -> str:
    """A note's marker as it stands in the source."""
    return mark.span.slice(document.source.text).strip()


def note_numbers(document: Document) -> dict[str, str]:
    """The ref of every footnote and the number it prints: its own label, or what its ref says."""
    return {
        node.ref: (node.label or node.ref.removeprefix("fn.")).strip("() ")
        for node in document.nodes
        if node.kind is NodeKind.FOOTNOTE
    }


def _belongs(node: Node, mark: NoteMark, start: int, end: int) -> bool:
    """Whether a marker stands in this part of the text; at a seam it goes with the word before it."""
    if mark.at == start:
        return start == 0 or node.text[start - 1].isspace()
    return start < mark.at <= end


def _link_over(links: tuple[Link, ...], start: int, end: int) -> str:
    """The address of the link a run lies in. Only addresses of the web and of mail become links."""
    for link in links:
        if link.start <= start and end <= link.end and _SAFE_LINK.match(link.target):
            return link.target
    return ""
