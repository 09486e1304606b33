"""One version cut into the parts that are aligned by themselves, and each part into units.

Most units are one node. A number that stands in a paragraph of its own goes with the paragraph after it, and the cells
of a table are one unit, since languages put its rows in their own order and cut its cells in their own way.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import groupby

from verbale.concord.compared_units import ComparedUnit, unit_of
from verbale.lexicon.folding import fold
from verbale.lexicon.ordinals import ordinal_forms
from verbale.model.annotation import Annotation, AnnotationKind
from verbale.model.document import Document
from verbale.model.language import Language
from verbale.model.node import Node, NodeKind

_FORMULA = "formula"
_MAIN, _HEAD, _FOOT = "main", "head", "foot"
NOTES = "notes"
POOLED = frozenset({_HEAD, _FOOT})
"""Parts that each language lays out as it likes: their values are compared, their paragraphs are not counted."""

_BARE = re.compile(r"\W{0,2}(?P<label>\d{1,3}|[a-z]{1,3}|[IVXLC]{1,6}|[A-Z]|[〇一二三四五六七八九十]{1,3})\W{0,2}")
_IN_TABLE = frozenset({NodeKind.OPERATIVE, NodeKind.PARAGRAPH, NodeKind.ITEM})
_LONGEST_LABEL = 12  # characters
_FEWEST_CELLS = 6  # short units in a row that make a table
_CELL, _HAN_CELL = 60, 24  # characters
_MOSTLY = 0.6  # of the cells are that short
_PARTING = "\n"


@dataclass(frozen=True, slots=True)
class VersionPart:
    """A part of one version that is aligned by itself: the body, the reply of a State, the notes."""

    name: str
    units: tuple[ComparedUnit, ...]


def parts_of(document: Document, language: Language) -> list[VersionPart]:
    """Masthead, body, replies by State and notes of one version, its furniture left out."""
    found: Mapping[str, list[Annotation]] = defaultdict(list)
    for one in document.annotations:
        found[one.ref].append(one)
    parts: dict[str, list[Node]] = {_HEAD: [], _MAIN: []}
    for name, node in _named(document, found):
        parts.setdefault(name, []).append(node)
    return [VersionPart(name, tuple(_units(nodes, language, found))) for name, nodes in parts.items() if nodes]


def _named(document: Document, found: Mapping[str, Sequence[Annotation]]) -> Iterator[tuple[str, Node]]:
    """Every node that takes part, with the name of its part."""
    reply = ""
    for node in document.nodes:
        if node.kind is NodeKind.REPLY_HEADING:
            reply = node.ref
        elif reply and not node.ref.startswith(f"{reply}."):
            reply = ""
        if node.kind is NodeKind.FURNITURE or not node.text or node.ref == _FORMULA:
            continue
        if node.kind is NodeKind.MASTHEAD:
            # Of the masthead only what names other documents: the day of distribution differs between languages.
            if any(one.kind is AnnotationKind.CITATION for one in found[node.ref]):
                yield _HEAD, node
        elif node.kind is NodeKind.FOOTNOTE:
            yield NOTES, node
        elif node.kind is NodeKind.CLOSING and not reply:
            yield _FOOT, node
        else:
            yield reply.rsplit(".", 1)[-1] or _MAIN, node


def _units(nodes: Sequence[Node], language: Language, found: Mapping[str, list[Annotation]]) -> Iterator[ComparedUnit]:
    runs = list(_runs(nodes, language))
    label: str | None = None
    for run, following in zip(runs, [*runs[1:], []], strict=True):
        if len(run) > 1:
            yield _table(run, language, found)
            continue
        node = run[0]
        bare = _bare(node, language)
        if bare is not None and len(following) == 1 and _takes_label(following[0], language):
            label = bare
            continue
        yield unit_of(node, node.language or language, found[node.ref], typed=label)
        label = None


def _takes_label(node: Node, language: Language) -> bool:
    return not node.number and _bare(node, language) is None


def _bare(node: Node, language: Language) -> str | None:
    """The label that a node consists of, empty when it has no Latin form; ``None`` for a node with words."""
    if node.number or len(node.text) > _LONGEST_LABEL:
        return None
    match = _BARE.fullmatch(node.text)
    if match:
        return match["label"] if match["label"].isascii() else ""
    return "" if language is Language.AR and fold(node.text) in _adverbs() else None


@cache
def _adverbs() -> frozenset[str]:
    """The ordinals that number sections in Arabic (firstly, secondly)."""
    forms = ordinal_forms(Language.AR)
    texts = [text for form in forms.values() for text in form.values()]
    return frozenset(fold(text if " " in text else f"{text}\u0627") for text in texts)


def _runs(nodes: Sequence[Node], language: Language) -> Iterator[list[Node]]:
    """The nodes one by one, those that are the cells of a table together."""
    for (plain, _), group in groupby(nodes, key=lambda node: (_may_be_cell(node), node.parent)):
        run = list(group)
        longest = _HAN_CELL if language is Language.ZH else _CELL
        short = sum(len(node.text) <= longest for node in run)
        if plain and len(run) >= _FEWEST_CELLS and short >= _MOSTLY * len(run):
            yield run
        else:
            yield from ([node] for node in run)


def _may_be_cell(node: Node) -> bool:
    return node.kind in _IN_TABLE and not node.number


def _table(run: Sequence[Node], language: Language, found: Mapping[str, list[Annotation]]) -> ComparedUnit:
    """The cells as one unit, each value in its place."""
    at = 0
    cells: list[tuple[int, Node]] = []
    annotations: list[Annotation] = []
    for node in run:
        cells.append((at, node))
        annotations += [replace(one, start=one.start + at, end=one.end + at) for one in found[node.ref]]
        at += len(node.text) + len(_PARTING)
    links = tuple(
        replace(link, start=link.start + start, end=link.end + start) for start, node in cells for link in node.links
    )
    text = _PARTING.join(node.text for node in run)
    whole = replace(run[0], text=text, pieces=(), links=links, notes=tuple(mark for node in run for mark in node.notes))
    return unit_of(whole, run[0].language or language, annotations, cells=tuple(cells))
