"""What differs between two versions of a document in one language, unit by unit."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

from verbale.model.document import Document
from verbale.model.node import Node, NodeKind

_LETTERS = re.compile(r"[\u3400-\u9fff]|\w+|\s+|[^\w\s]")  # Chinese has no spaces: each of its letters is a word


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
    """The units that are not alike, in the order of the later version; those that went, before what follows them."""
    return tuple(_changes(before, after))


def _changes(before: Document, after: Document) -> Iterator[UnitChange]:
    old = {node.ref: node for node in before.nodes if node.kind is not NodeKind.FURNITURE}
    new = {node.ref: node for node in after.nodes if node.kind is not NodeKind.FURNITURE}
    gone = [ref for ref in old if ref not in new]
    order = {ref: at for at, ref in enumerate(old)}
    for ref, node in new.items():
        while gone and ref in order and order[gone[0]] < order[ref]:
            yield _whole(old[gone[0]], "removed", "delete")
            gone.pop(0)
        if ref not in old:
            yield _whole(node, "added", "insert")
        elif old[ref].printed != node.printed:
            yield UnitChange(ref, node.number, "changed", tuple(_runs(old[ref].text, node.text)))
    for ref in gone:
        yield _whole(old[ref], "removed", "delete")


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
