"""The flat tree as branches: what lies in what, in reading order."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from verbale.model.node import Node

_DEEPEST = 30  # levels; a real document has up to eight


@dataclass(slots=True)
class Branch:
    """A node with all that lies in it."""

    node: Node
    below: list[Branch] = field(default_factory=list)


def branches_of(nodes: Iterable[Node]) -> list[Branch]:
    """The nodes nested by their parents. A parent that is closed already is none: reading order comes first.

    What lies deeper than any page can show stands beside what it lies in, so that no writer goes deeper than that.
    """
    top: list[Branch] = []
    opened: list[Branch] = []
    for node in nodes:
        while opened and opened[-1].node.ref != node.parent:
            opened.pop()
        branch = Branch(node)
        (opened[min(len(opened), _DEEPEST) - 1].below if opened else top).append(branch)
        opened.append(branch)
    return top
