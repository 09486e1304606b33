"""A corrigendum: what in an issued report is corrected, place by place, composed from the report as it should read."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from difflib import SequenceMatcher

from verbale.compose.introduction import add_head
from verbale.compose.report import set_report
from verbale.compose.tree_builder import TreeBuilder
from verbale.desk.cycle import Cycle
from verbale.model.document import Document
from verbale.model.language import Language
from verbale.model.node import Node, NodeKind

_NOT_CORRECTED = frozenset({NodeKind.MASTHEAD, NodeKind.FURNITURE, NodeKind.DOCTYPE, NodeKind.CLOSING})
"""What the printer sets: a corrigendum is of what the report says."""
_CONTENTS = "contents"
_MOST_STRETCHES, _MOST_OF_TEXT = 3, 0.6
"""More changes than this in one text, or a larger share of its words, and the whole text is given anew."""


@dataclass(frozen=True, slots=True)
class Correction:
    """One unit that is corrected: as it was issued (``None`` where it is new), and as it should read (``None`` where
    it goes). ``after`` is the issued unit that a new one follows."""

    issued: Node | None
    corrected: Node | None
    after: Node | None = None


def find_corrections(issued: Document, corrected: Document) -> tuple[Correction, ...]:
    """What differs between a report as issued and as it should read, in reading order; spacing does not count."""
    masthead = {_words_of(node) for node in issued.nodes if node.kind is NodeKind.MASTHEAD}
    old, new = _units(issued, masthead), _units(corrected, masthead)
    matcher = SequenceMatcher(None, [_words_of(node) for node in old], [_words_of(node) for node in new], False)
    found: list[Correction] = []
    for tag, start, end, first, last in matcher.get_opcodes():
        if tag != "equal":
            found += _pairs(old[start:end], new[first:last], old[start - 1] if start else None)
    return tuple(found)


def _units(document: Document, printed: Collection[str]) -> list[Node]:
    """The units of a report that can be corrected; ``printed`` are the lines of the masthead as issued.

    A reader may take the summary for a line of the masthead: what was none as issued counts.
    """
    return [
        node
        for node in document.nodes
        if not node.ref.startswith(_CONTENTS)
        and node.text.strip()
        and (node.kind not in _NOT_CORRECTED or (node.kind is NodeKind.MASTHEAD and _words_of(node) not in printed))
    ]


def _words_of(node: Node) -> str:
    return " ".join(node.text.split())


def _pairs(old: Sequence[Node], new: Sequence[Node], before: Node | None) -> Iterator[Correction]:
    """The units of a stretch that differs, those with one ref as one; as many as on the other side by their order."""
    if len(old) == len(new):
        yield from (Correction(one, other) for one, other in zip(old, new, strict=True))
        return
    by_ref = {node.ref: node for node in new}
    paired = {node.ref for node in old if node.ref in by_ref}
    for node in old:
        yield Correction(node, by_ref.get(node.ref))
    last = old[-1] if old else before
    yield from (Correction(None, node, last) for node in new if node.ref not in paired)


def compose_corrigendum(
    cycle: Cycle, symbol: str, issued: Document, corrections: Sequence[Correction], dated: date
) -> Document:
    """The corrigendum in the language of ``issued``, under ``symbol``: each place, and how it should read."""
    language = issued.language or Language.EN
    leaves = TreeBuilder(language, cycle.programme)
    own = replace(cycle, report=symbol)
    add_head(leaves, own, dated)
    leaves.add("doctype.2", NodeKind.DOCTYPE, leaves.say("heading-corrigendum"))
    places = _Places(leaves, {node.ref: node for node in issued.nodes})
    for number, correction in enumerate(corrections, start=1):
        ref = f"\u00a7{number}"
        leaves.add(ref, NodeKind.SUBHEADING, places.name(correction))
        for line, text in enumerate(_instructions(leaves, correction), start=1):
            leaves.add(f"{ref}.{line}", NodeKind.PARAGRAPH, text, parent=ref)
    return set_report(leaves, own, (), dated, "corrigendum")


@dataclass(frozen=True, slots=True)
class _Places:
    """How the units of a report are named in its corrigendum."""

    leaves: TreeBuilder
    nodes: Mapping[str, Node]

    def name(self, correction: Correction) -> str:
        """The place of a correction: "Paragraph 5", "Cuba, paragraph 2"; of a new unit the one that it follows."""
        if correction.issued is not None:
            return self._place(correction.issued)
        return self._after(correction.after) if correction.after else self._say("part", placed="start")

    def _say(self, message: str, **values: str) -> str:
        return self.leaves.say(f"corrigendum-{message}", **values)

    def _place(self, node: Node) -> str:
        reply = self._reply_of(node)
        if reply is None or reply == node:
            return self._own_place(node, reply, "start") or _own_words(node)
        place = self._own_place(node, reply, "inside") or _own_words(node)
        return self._say("within", whole=_own_words(reply), part=place)

    def _after(self, node: Node) -> str:
        """Behind which unit: "After paragraph 5", "After paragraph 2 (Cuba)"; of one without a number its words."""
        reply = self._reply_of(node)
        place = self._own_place(node, reply, "after")
        if not place:
            return self._say("after", place=_own_words(node))
        within = self._say("of", part=place, whole=_own_words(reply)) if reply else place
        return self._say("after-place", place=within)

    def _reply_of(self, node: Node) -> Node | None:
        """The heading of the reply that a unit stands in."""
        held: Node | None = node
        while held is not None and held.kind is not NodeKind.REPLY_HEADING:
            held = self.nodes.get(held.parent)
        return held

    def _own_place(self, node: Node, reply: Node | None, placed: str) -> str:
        """A unit by its kind and number, in the form for the ``start``, ``inside`` another place or ``after`` it; empty
        where it is named by its own words."""
        match node.kind:
            case NodeKind.TITLE:
                return self._say("title", placed=placed)
            case NodeKind.SUMMARY:
                return self._say("summary", placed=placed)
            case NodeKind.REPLY_HEADING:
                return ""
            case NodeKind.HEADING:
                return self._say("section", number=_number(node), placed=placed) if node.label else ""
            case NodeKind.FOOTNOTE:
                return self._say("note", number=_number(node), placed=placed)
            case NodeKind.ITEM if above := self.nodes.get(node.parent):
                return self._say("item", number=_number(above), item=node.label or "", placed=placed)
            case NodeKind.PARAGRAPH | NodeKind.ITEM if node.label or reply:
                return self._say("paragraph", number=_number(node), placed=placed)
            case _:
                return self._say("part", placed=placed)


def _own_words(node: Node) -> str:
    return node.label or node.text


def _number(node: Node) -> str:
    """The number of a unit as it is printed, without its stop or dash; of one without its place in the reply."""
    return (node.label or node.ref.rpartition(".")[2]).strip(" .．。-")


def _instructions(leaves: TreeBuilder, correction: Correction) -> list[str]:
    """How one unit is to be corrected: words for words, or the text whole."""
    old, new = correction.issued, correction.corrected
    if new is None:
        return [leaves.say("corrigendum-delete")]
    if old is None:
        return [leaves.say("corrigendum-insert"), new.printed]
    if exchanged := _exchanged(_words_of(old), _words_of(new), leaves.language):
        return [leaves.say("corrigendum-words", old=one, new=other) for one, other in exchanged]
    return [leaves.say("corrigendum-text"), new.printed]


def _exchanged(old: str, new: str, language: Language) -> list[tuple[str, str]]:
    """The words that take the place of others, where few do and each stands once in its text; else none."""
    join = " " if language.spaced else ""
    before, after = (old.split(), new.split()) if language.spaced else (list(old), list(new))
    found = []
    changed = 0
    for tag, start, end, first, last in SequenceMatcher(None, before, after, False).get_opcodes():
        if tag == "equal":
            continue
        changed += max(end - start, last - first)
        start, first = _with_neighbour(before, start, end, first)
        found.append((join.join(before[start:end]), join.join(after[first:last])))
    few = len(found) <= _MOST_STRETCHES and changed <= _MOST_OF_TEXT * max(len(before), 1)
    return found if few and all(one and old.count(one) == 1 for one, _ in found) else []


def _with_neighbour(words: Sequence[str], start: int, end: int, first: int) -> tuple[int, int]:
    """The beginning of a stretch, drawn to the left until its words stand once in the text, as far as they are one."""
    text = list(words)
    while start and first and (start == end or _count(text, text[start:end]) > 1):
        start, first = start - 1, first - 1
    return start, first


def _count(words: list[str], stretch: list[str]) -> int:
    size = len(stretch)
    return sum(words[at : at + size] == stretch for at in range(len(words) - size + 1))
