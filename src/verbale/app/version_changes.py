"""What differs between two versions of a document in one language, unit by unit."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from verbale.model.document import Document
from verbale.model.node import Node, NodeKind

_LETTERS = re.compile(r"[\u3400-\u9fff]|\w+|\s+|[^\w\s]")  # Chinese has no spaces: each of its letters is a word

_ALIKE = 0.6  # of the words; a unit less alike is another one
_SAME_PLACE = 0.3  # of the words, where the ref is the same
_MOST_COMPARED = 400  # pairs of units of a stretch, twenty by twenty; in a longer one units are paired by their refs


@dataclass(frozen=True, slots=True)
class ChangedRun:
    """Words that stay (``equal``), that came (``insert``) or that went (``delete``)."""

    text: str
    how: str


@dataclass(frozen=True, slots=True)
class UnitChange:
    """A unit that differs: its ref, its number, and its words. ``how`` is ``added``, ``removed`` or ``changed``."""

    ref: str
    number: str
    how: str
    runs: tuple[ChangedRun, ...]


def find_changes(before: Document, after: Document) -> tuple[UnitChange, ...]:
    """The units that are not alike, in the order of the later version; those that went, before what follows them.

    A unit is the same where its words are, whatever its number by now: one that was put in changes none of those after
    it. Where the words are others it is the one of the same ref, or the one that is most like it.
    """
    old = [node for node in before.nodes if node.kind is not NodeKind.FURNITURE]
    new = [node for node in after.nodes if node.kind is not NodeKind.FURNITURE]
    matcher = SequenceMatcher(None, [node.text for node in old], [node.text for node in new], autojunk=False)
    return tuple(
        change
        for _, start, end, low, high in matcher.get_opcodes()
        for change in _changes(old[start:end], new[low:high])
    )


def _changes(old: Sequence[Node], new: Sequence[Node]) -> Iterator[UnitChange]:
    """What differs in a stretch of both versions."""
    pairs = _pairs(old, new)
    paired = set(pairs.values())
    gone = [at for at in range(len(old)) if at not in paired]
    for place, node in enumerate(new):
        earlier = pairs.get(place)
        while gone and earlier is not None and gone[0] < earlier:
            yield _whole(old[gone.pop(0)], "removed", "delete")
        if earlier is None:
            yield _whole(node, "added", "insert")
        elif old[earlier].text != node.text or (old[earlier].ref == node.ref and old[earlier].printed != node.printed):
            yield UnitChange(node.ref, node.number, "changed", tuple(_runs(old[earlier].text, node.text)))
    for at in gone:
        yield _whole(old[at], "removed", "delete")


def _pairs(old: Sequence[Node], new: Sequence[Node]) -> dict[int, int]:
    """Which unit of the later version is which of the earlier, by their places; the rest came or went."""
    if [node.text for node in old] == [node.text for node in new]:
        return {place: place for place in range(len(new))}
    refs = {node.ref: at for at, node in enumerate(old)}
    by_ref = {place: refs[node.ref] for place, node in enumerate(new) if node.ref in refs}
    if len(old) * len(new) > _MOST_COMPARED:
        return by_ref
    likeness = sorted(
        (-ratio, by_ref.get(place) != at, place, at)
        for place, later in enumerate(new)
        for at, earlier in enumerate(old)
        if (ratio := _likeness(earlier, later)) >= _ALIKE or (by_ref.get(place) == at and ratio >= _SAME_PLACE)
    )
    pairs: dict[int, int] = {}
    for _, _, place, at in likeness:
        if place not in pairs and at not in pairs.values():
            pairs[place] = at
    return pairs


def _likeness(one: Node, other: Node) -> float:
    """How much two units have in common, by words, from 0 to 1."""
    words = (_LETTERS.findall(one.text), _LETTERS.findall(other.text))
    return SequenceMatcher(None, *words, autojunk=False).ratio()


def _whole(node: Node, how: str, run: str) -> UnitChange:
    return UnitChange(node.ref, node.number, how, (ChangedRun(node.text, run),))


def _runs(before: str, after: str) -> Iterator[ChangedRun]:
    one, other = _LETTERS.findall(before), _LETTERS.findall(after)
    for how, start, end, low, high in SequenceMatcher(None, one, other, autojunk=False).get_opcodes():
        if how == "equal":
            yield ChangedRun("".join(one[start:end]), "equal")
            continue
        if start < end:
            yield ChangedRun("".join(one[start:end]), "delete")
        if low < high:
            yield ChangedRun("".join(other[low:high]), "insert")
