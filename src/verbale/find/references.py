"""References inside a document, resolved to the node they point to or marked as dangling.

Only what points into this document counts: a paragraph of a resolution that is cited belongs to the citation.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from verbale.find.passage import Passage
from verbale.lexicon.han import find_han
from verbale.lexicon.pointing import Pointer, find_pointers
from verbale.lexicon.printed import scannable
from verbale.lexicon.roman import from_roman
from verbale.model.annotation import Annotation, AnnotationKind
from verbale.model.node import Node, NodeKind

_HEADS = frozenset({NodeKind.HEADING, NodeKind.SUBHEADING})
_PARAGRAPHS = frozenset({NodeKind.PARAGRAPH, NodeKind.OPERATIVE})
_EDGE = " .．、:：()（）\u3000-"
_ITEMS = re.compile(r"\(([a-z]{1,3})\)")
_ANNEX = re.compile(r"annex(?:_([^.]+))?")

_Keys = frozenset[int | str]


def find_references(passages: Sequence[Passage], nodes: Sequence[Node]) -> list[Annotation]:
    """Every reference to another part of the document whose nodes are given, in order. Never raises.

    The value has ``ref`` (the node it points to, or ``None``), ``kind`` (``section``, ``paragraph``, ``annex``,
    ``ibid``, ``previous``) and, when nothing fits, ``dangling``.
    """
    plan: _Plan | None = None
    found = []
    for passage in passages:
        for pointer in find_pointers(passage.text, passage.language):
            plan = plan or _Plan(nodes)
            ref = plan.resolve(pointer, passage.node)
            value: dict[str, object] = {"ref": ref, "kind": pointer.kind}
            if ref is None:
                value["dangling"] = True
            rule = f"reference/{pointer.kind}"
            found.append(passage.annotation(AnnotationKind.REFERENCE, pointer.start, pointer.end, value, rule))
    return found


def _keys(label: str) -> _Keys:
    """What a printed number may stand for: ``III`` is 3, ``三`` too; ``C`` is a letter or a hundred."""
    bare = scannable(label)[0].strip(_EDGE)
    keys: set[int | str] = set()
    if bare.isdecimal():
        keys.add(int(bare[:9]))
    elif value := from_roman(bare) or find_han(bare):
        keys.add(value)
    if len(bare) == 1 and bare.isalpha():
        keys.add(bare.upper())
    return frozenset(keys)


def _shared(here: Sequence[str], there: Sequence[str]) -> int:
    """How many parts two refs have in common from the start."""
    count = 0
    for one, other in zip(here, there, strict=False):
        if one != other:
            break
        count += 1
    return count


class _Plan:
    """The numbered places of a document, made once and only for a document with references."""

    __slots__ = ("_annexes", "_heads", "_nodes", "_paragraphs", "_places", "_refs")

    def __init__(self, nodes: Sequence[Node]) -> None:
        self._nodes = nodes
        self._places = {node.ref: place for place, node in enumerate(nodes)}
        self._refs = self._places.keys()
        self._heads: list[tuple[int, list[_Keys]]] = []
        self._paragraphs: dict[int | str, list[int]] = defaultdict(list)
        self._annexes: list[tuple[int, _Keys]] = []
        paths: dict[str, list[_Keys]] = {}
        for place, node in enumerate(nodes):
            annex = _ANNEX.fullmatch(node.ref) if node.ref.startswith("annex") else None
            if annex is not None:
                self._annexes.append((place, _keys(annex[1] or "")))
            elif node.kind in _HEADS and node.label:
                paths[node.ref] = [*paths.get(node.parent, []), _keys(node.label)]
                self._heads.append((place, paths[node.ref]))
            elif node.kind in _PARAGRAPHS and node.label:
                for key in _keys(node.label):
                    self._paragraphs[key].append(place)

    def resolve(self, pointer: Pointer, node: Node) -> str | None:
        """The ref that a reference in a node points to."""
        at = self._places[node.ref]
        match pointer.kind:
            case "ibid":
                return self._note_before(at)
            case "previous":
                return self._paragraph_before(at)
            case "annex":
                return self._annex(pointer)
            case "section":
                return self._section(pointer, at)
            case _:
                return self._paragraph(pointer, at)

    def _note_before(self, at: int) -> str | None:
        if self._nodes[at].kind is not NodeKind.FOOTNOTE:
            return None
        notes = (node.ref for node in reversed(self._nodes[:at]) if node.kind is NodeKind.FOOTNOTE)
        return next(notes, None)

    def _paragraph_before(self, at: int) -> str | None:
        """The paragraph before the one that the node is or belongs to."""
        while self._nodes[at].kind is NodeKind.ITEM and self._nodes[at].parent in self._refs:
            at = self._places[self._nodes[at].parent]
        before = (node.ref for node in reversed(self._nodes[:at]) if node.kind in _PARAGRAPHS)
        return next(before, None)

    def _annex(self, pointer: Pointer) -> str | None:
        wanted = _keys(pointer.label)
        fits = [place for place, keys in self._annexes if not wanted or wanted & keys]
        return self._nodes[fits[0]].ref if fits else None

    def _section(self, pointer: Pointer, at: int) -> str | None:
        wanted = [_keys(part) for part in pointer.label.split(".") if part.strip(_EDGE)]
        fits = [
            place
            for place, path in self._heads
            if wanted
            and len(path) >= len(wanted)
            and all(a & b for a, b in zip(wanted, path[-len(wanted) :], strict=True))
        ]
        return self._nearest(fits, pointer.direction, at)

    def _paragraph(self, pointer: Pointer, at: int) -> str | None:
        head = pointer.label.partition("(")[0]
        fits = [place for key in _keys(head) for place in self._paragraphs.get(key, ())]
        ref = self._nearest(fits, pointer.direction, at)
        for item in _ITEMS.findall(pointer.label) if ref is not None else ():
            ref = f"{ref}.{item}"
        return ref if ref in self._refs else None

    def _nearest(self, places: Sequence[int], direction: str, at: int) -> str | None:
        """Of several places with one number, that in the same part of the document, then the nearest."""
        if direction:
            places = [place for place in places if (place < at) == (direction == "above") and place != at]
        if not places:
            return None
        here = self._nodes[at].ref.split(".")

        def nearness(place: int) -> tuple[int, int]:
            there = self._nodes[place].ref.split(".")
            return -_shared(here, there), abs(place - at)

        return self._nodes[min(places, key=nearness)].ref
