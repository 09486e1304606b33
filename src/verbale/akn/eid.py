"""The identifiers of elements, made by rule from printed numbers: ``para_8__list_1__point_a``.

Source: Akoma Ntoso naming convention, section 5; AKN4UN guidelines, part 1, chapter 6. What has no printed number has
the ordinal that its ref carries; where a number is printed twice, the second identifier ends in ``-2``.
"""

from __future__ import annotations

import re
from itertools import groupby

from verbale.akn.plan import AknPart, DocumentPlan, Subtree, branches, element_of, is_item, recital_element
from verbale.model.node import Node

_SHORT = {
    "section": "sec",
    "paragraph": "para",
    "subparagraph": "subpara",
    "attachment": "att",
    "component": "cmp",
}
_UNFIT = re.compile(r"[^\w.-]+|_{2,}")
_LONGEST = 60  # characters of a printed number that go into an id
PART = re.compile(r"([A-Za-z]+)(?:_([\w.-]+))?")


def short_name(element: str) -> str:
    """The abbreviation of an element in identifiers: ``para`` for ``paragraph``; most have none."""
    return _SHORT.get(element, element)


class Identifiers:
    """Hands out each identifier once."""

    def __init__(self) -> None:
        self._taken: dict[str, int] = {}

    def make(self, element: str, number: str, parent: str = "") -> str:
        """The identifier of an element beneath ``parent`` (its identifier, empty at the top)."""
        number = _UNFIT.sub("-", number[:_LONGEST]).strip("-_.")
        name = short_name(element)
        wanted = f"{parent}__{name}" if parent else name
        if number:
            wanted += f"_{number}"
        return self._claim(wanted)

    def _claim(self, wanted: str) -> str:
        count = self._taken.get(wanted, 0) + 1
        self._taken[wanted] = count
        if count == 1:
            return wanted
        return self._claim(f"{wanted}-{count}" if "_" in wanted.rpartition("__")[2] else f"{wanted}_{count}")


def identify(nodes: tuple[Node, ...], plan: DocumentPlan) -> dict[int, str]:
    """An identifier for every node that has an element of its own."""
    made = Identifiers()
    found: dict[int, str] = {}
    for part in (AknPart.PREFACE, AknPart.PREAMBLE):
        for i in plan.parts[part]:
            found[i] = made.make(
                recital_element(nodes[i]) if part is AknPart.PREAMBLE else "container", _number(nodes[i])
            )
    roots = [(plan.parts[AknPart.MAIN], ""), (plan.parts[AknPart.ANNEX], made.make("attachment", "1"))]
    for i, inner in plan.replies.items():
        found[i] = made.make("component", _number(nodes[i]))
        roots.append((inner, found[i]))
    for indices, root in roots:
        for branch in branches(nodes, indices):
            _identify(nodes, branch, root, "", made, found)
    for i in plan.notes.values():
        found[i] = made.make("authorialNote", _number(nodes[i]))
    return found


def _identify(
    nodes: tuple[Node, ...], branch: Subtree, parent: str, within: str, made: Identifiers, found: dict[int, str]
) -> None:
    node = nodes[branch.index]
    element = element_of(node, within)
    found[branch.index] = identifier = made.make(element, _number(node), parent)
    lists = 0
    for items, group in groupby(branch.under, lambda unit: is_item(nodes, unit)):
        holder = identifier
        if items:
            lists += 1
            holder = made.make("list", str(lists), identifier)
        for unit in group:
            _identify(nodes, unit, holder, "list" if items else element, made, found)


def _number(node: Node) -> str:
    """The last step of a ref, which is the printed number in Latin letters or the ordinal in its place."""
    return node.ref.rpartition(".")[2]
