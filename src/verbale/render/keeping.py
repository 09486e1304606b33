"""What stays with a heading at the foot of a page: two lines at least of its text, and the notes called in them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from verbale.model.node import Node, NodeKind
from verbale.render.running_head import columns
from verbale.render.selection import HEADINGS

# Columns of a text that may fill a single line, on the safe side: two lines kept together do no harm.
_LINE = 110


@dataclass(slots=True)
class Keeping:
    """``leading`` are refs of texts of about one line right below a heading that stay with what follows them.

    ``openings`` has for the ref of a heading the nodes of which the lines kept with it are made, one or two.
    """

    leading: set[str] = field(default_factory=set)
    openings: dict[str, list[Node]] = field(default_factory=dict)


def keeping_of(nodes: Sequence[Node]) -> Keeping:
    """What stays together among nodes in reading order, footnotes left out."""
    kept = Keeping()
    for place, node in enumerate(nodes[:-1]):
        below = list(nodes[place + 1 : place + 3])
        if node.kind not in HEADINGS or below[0].kind in HEADINGS:
            continue
        # A text of one line that the next heading follows is all there is.
        if len(below) == 1 or below[1].kind in HEADINGS or columns(below[0].printed) > _LINE:
            del below[1:]
        else:
            kept.leading.add(below[0].ref)
        kept.openings[node.ref] = below
    return kept


def opening_notes(nodes: Sequence[Node]) -> list[str]:
    """Refs of the notes that are called in the first two lines of each node."""
    return [mark.ref for node in nodes for mark in node.notes if columns(node.text[: mark.at]) <= 2 * _LINE]


def opens_with_items(nodes: Sequence[Node]) -> bool:
    """Whether the text below a heading is a list whose first item is short."""
    return len(nodes) > 1 and nodes[0].kind is NodeKind.ITEM
