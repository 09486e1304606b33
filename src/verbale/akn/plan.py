"""Which part of the file each node goes to. The order of the nodes is kept as far as the parts allow."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from enum import IntEnum

from verbale.model.document import Document
from verbale.model.node import Node, NodeKind


class AknPart(IntEnum):
    """The parts of an Akoma Ntoso document, in the order the schema asks for."""

    COVER = 0
    PREFACE = 1
    PREAMBLE = 2
    MAIN = 3
    CONCLUSIONS = 4
    ANNEX = 5


_WANTED = {
    NodeKind.MASTHEAD: AknPart.COVER,
    NodeKind.DOCTYPE: AknPart.COVER,
    NodeKind.TITLE: AknPart.PREFACE,
    NodeKind.SUMMARY: AknPart.PREFACE,
    NodeKind.PREAMBLE: AknPart.PREAMBLE,
    NodeKind.CLOSING: AknPart.CONCLUSIONS,
}


_HIERARCHY = {
    NodeKind.HEADING: "section",
    NodeKind.PARAGRAPH: "paragraph",
    NodeKind.OPERATIVE: "paragraph",
    NodeKind.ITEM: "point",
}
_DEEPEST = 24  # levels; readers of XML stop at 256 elements, and a level has up to four
_NESTED = frozenset(("paragraph", "subparagraph", "point", "list"))


@dataclass(slots=True)
class Subtree:
    """A node with those that stand beneath it."""

    index: int
    under: list[Subtree]


@dataclass(slots=True)
class DocumentPlan:
    """Indices of nodes by part. ``replies`` holds, for each reply's heading, the nodes of that reply.

    ``notes`` are the footnotes that the text calls, by ref; they go where they are called. ``furniture`` goes to the
    presentation.
    """

    parts: dict[AknPart, list[int]] = field(default_factory=lambda: {part: [] for part in AknPart})
    replies: dict[int, list[int]] = field(default_factory=dict)
    notes: dict[str, int] = field(default_factory=dict)
    furniture: list[int] = field(default_factory=list)


def make_plan(document: Document) -> DocumentPlan:
    """Part every node, each exactly once."""
    nodes = document.nodes
    plan = DocumentPlan()
    plan.notes = _called(nodes)
    plan.furniture = [i for i, node in enumerate(nodes) if node.kind is NodeKind.FURNITURE]
    aside = {*plan.notes.values(), *plan.furniture}
    owners = _owners(nodes) if document.profile == "report" else {}
    running: list[int] = []
    for i in range(len(nodes)):
        if i in aside:
            continue
        if (owner := owners.get(i)) is None:
            running.append(i)
        elif owner == i:
            plan.replies[i] = []
        else:
            plan.replies[owner].append(i)
    for i, part in _parted(nodes, running):
        plan.parts[part].append(i)
    return plan


def branches(nodes: tuple[Node, ...], indices: Sequence[int]) -> list[Subtree]:
    """The forest that refs and parents make of nodes in order; a parent that is not open is none."""
    top: list[Subtree] = []
    open_: list[tuple[str, Subtree]] = []
    for i in indices:
        node = nodes[i]
        branch = Subtree(i, [])
        if node.parent and any(ref == node.parent for ref, _ in open_):
            while open_[-1][0] != node.parent:
                open_.pop()
        else:
            open_.clear()
        if 0 < len(open_) < _DEEPEST:
            open_[-1][1].under.append(branch)
        else:
            open_.clear()
            top.append(branch)
        open_.append((node.ref, branch))
    return top


def element_of(node: Node, within: str) -> str:
    """The element of a unit of the text; ``within`` is the one that holds it, empty at the top."""
    element = _HIERARCHY.get(node.kind, "hcontainer")
    return "subparagraph" if element == "paragraph" and within in _NESTED else element


def recital_element(node: Node) -> str:
    """The element of a unit of the preamble."""
    return "formula" if node.ref == "formula" else "container"


def is_item(nodes: tuple[Node, ...], branch: Subtree) -> bool:
    """Whether a unit is a point of a list."""
    return nodes[branch.index].kind is NodeKind.ITEM


def _called(nodes: tuple[Node, ...]) -> dict[str, int]:
    """Footnotes that a node other than a footnote or a piece of furniture calls; the first of each ref."""
    apart = (NodeKind.FOOTNOTE, NodeKind.FURNITURE)
    called = {mark.ref for node in nodes if node.notes and node.kind not in apart for mark in node.notes}
    notes: dict[str, int] = {}
    for i, node in enumerate(nodes):
        if node.kind is NodeKind.FOOTNOTE and node.ref in called:
            notes.setdefault(node.ref, i)
    return notes


def _owners(nodes: tuple[Node, ...]) -> dict[int, int]:
    """For the nodes of each reply the index of its heading."""
    owner: dict[str, int] = {}
    found: dict[int, int] = {}
    for i, node in enumerate(nodes):
        if node.kind is NodeKind.REPLY_HEADING:
            found[i] = owner[node.ref] = i
        elif node.parent in owner and node.kind is not NodeKind.FOOTNOTE:
            found[i] = owner[node.parent]
            owner.setdefault(node.ref, found[i])
    return found


def _parted(nodes: tuple[Node, ...], order: list[int]) -> Iterator[tuple[int, AknPart]]:
    """Each node's part: never one that comes before the part of a node before it."""
    annex = next((place for place, i in enumerate(order) if _opens_annex(nodes[i])), len(order))
    last = max((place for place in range(annex) if _wanted(nodes[order[place]]) is AknPart.MAIN), default=-1)
    part = AknPart.COVER
    for place, i in enumerate(order):
        wanted = AknPart.ANNEX if place >= annex else _wanted(nodes[i])
        if wanted is AknPart.CONCLUSIONS and place < last:
            wanted = AknPart.MAIN
        part = max(part, wanted)
        yield i, part


def _wanted(node: Node) -> AknPart:
    return _WANTED.get(node.kind, AknPart.MAIN)


def _opens_annex(node: Node) -> bool:
    return node.kind is NodeKind.HEADING and (node.ref == "annex" or node.ref.startswith("annex_"))
