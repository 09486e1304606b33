"""A part of the report with units worded anew, added and dropped: numbers and letters go on, notes stay called.

What is edited is text in which a call of a footnote stands as ``[^1]``, by the number of the note.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from verbale.compose.introduction import write_letter
from verbale.compose.tree_builder import UNSET
from verbale.compose.words import say
from verbale.errors import BadReference
from verbale.lexicon.numbering import format_number
from verbale.model.language import Language
from verbale.model.node import Node, NodeKind, NoteMark
from verbale.model.span import Span

_CALL = re.compile(r"\[\^([^\]\s]{1,12})\]")
_NUMBERED = re.compile(r"([IVX]+)\.(\d+)")
_NEW = "+"
"""Stands in the ref of a unit that was added, until it has a number."""
_HEADINGS = (NodeKind.HEADING, NodeKind.SUBHEADING, NodeKind.TITLE)


@dataclass(frozen=True, slots=True)
class UnitEdit:
    """What becomes of a unit: its words, empty where it is dropped, and the units that are added after it."""

    text: str
    after: tuple[str, ...] = ()


def editable_text(node: Node, notes: Mapping[str, str]) -> str:
    """The words of a unit as they are edited; ``notes`` has the number of each footnote by its ref."""
    parts, at = [], 0
    for mark in sorted(node.notes, key=lambda mark: mark.at):
        parts += [node.text[at : mark.at], f"[^{notes[mark.ref]}]" if mark.ref in notes else ""]
        at = mark.at
    return "".join([*parts, node.text[at:]])


def edit_units(
    nodes: Sequence[Node], edits: Mapping[str, UnitEdit], notes: Mapping[str, str], language: Language
) -> tuple[Node, ...]:
    """The units of a part after an edit; those that no edit names stay as they are.

    Raises ``BadReference`` where a footnote is called that there is not, or a unit is dropped and not what stands below
    it.
    """
    _refuse_orphans(nodes, edits)
    refs = {number: ref for ref, number in notes.items()}
    edited: list[Node] = []
    waiting: list[tuple[str, list[Node]]] = []
    for node in nodes:
        while waiting and not _is_below(node, waiting[-1][0]):
            edited += waiting.pop()[1]
        edit = edits.get(node.ref)
        if edit is None:
            edited.append(node)
            continue
        if edit.text.strip():
            same = edit.text.split() == editable_text(node, notes).split()
            edited.append(node if same else _worded(node, edit.text, refs))
        added = [_worded(_beside(node, place), text, refs) for place, text in enumerate(edit.after) if text.strip()]
        if added and node.kind in _HEADINGS:
            edited += added
        elif added:
            waiting.append((node.ref, added))
    for _, added in reversed(waiting):
        edited += added
    if [node.ref for node in edited] == [node.ref for node in nodes]:
        return tuple(edited)
    return _renumbered(edited, nodes, language)


def _refuse_orphans(nodes: Sequence[Node], edits: Mapping[str, UnitEdit]) -> None:
    dropped = {ref for ref, edit in edits.items() if not edit.text.strip()}
    for node in nodes:
        if node.parent in dropped and node.ref not in dropped:
            raise BadReference(node.parent, f"cannot be dropped while {node.ref} stands below it; drop that too")


def _is_below(node: Node, ref: str) -> bool:
    return node.ref.startswith(f"{ref}.") or node.parent == ref


def _beside(node: Node, place: int) -> Node:
    """A new unit that follows another: of its kind, or the first paragraph below a heading."""
    kind, parent = node.kind, node.parent
    if kind in _HEADINGS:
        kind, parent = NodeKind.PARAGRAPH, node.ref if node.kind is NodeKind.HEADING else node.parent
    return Node(f"{node.ref}{_NEW}{place + 1}", kind, "", (), parent=parent, language=node.language)


def _worded(node: Node, text: str, refs: Mapping[str, str]) -> Node:
    """A unit with other words, its calls of footnotes taken out of them."""
    parts: list[str] = []
    marks: list[NoteMark] = []
    at = 0
    words = " ".join(text.split())
    for call in _CALL.finditer(words):
        if call[1] not in refs:
            known = ", ".join(refs) or "none"
            raise BadReference(call[0], f"calls a footnote that there is not; the footnotes are {known}")
        parts.append(words[at : call.start()])
        marks.append(NoteMark(sum(map(len, parts)), Span(0, 0), refs[call[1]]))
        at = call.end()
    return replace(node, text="".join([*parts, words[at:]]), notes=tuple(marks), links=())


def _renumbered(edited: Sequence[Node], before: Sequence[Node], language: Language) -> tuple[Node, ...]:
    """The units with the numbers of paragraphs and the letters of items in a row, where they were so before."""
    names = dict(_new_names(edited, before, language))
    refs = {old: ref for old, (ref, _) in names.items()}
    taken = {refs.get(node.ref, node.ref) for node in edited if _NEW not in refs.get(node.ref, node.ref)}
    placed = []
    for node in edited:
        ref, label = names.get(node.ref, (_moved(node.ref, refs), node.label))
        if _NEW in ref:
            ref = _free(ref, taken)
            taken.add(ref)
        spans = UNSET if label and (node.label_spans or node.ref in names) else node.label_spans
        placed.append(replace(node, ref=ref, label=label, label_spans=spans, parent=_moved(node.parent, refs)))
    return tuple(placed)


def _new_names(
    edited: Sequence[Node], before: Sequence[Node], language: Language
) -> Iterator[tuple[str, tuple[str, str | None]]]:
    """For units whose number or letter is another now, by ref: the ref and the label that they have."""
    moved: dict[str, str] = {}
    numbers = [int(found[2]) for node in before if (found := _paragraph(node))]
    if numbers and numbers == list(range(numbers[0], numbers[0] + len(numbers))):
        running = iter(range(numbers[0], numbers[0] + len(edited)))
        for node in edited:
            section = _section_of(node)
            if not section:
                continue
            number = next(running)
            moved[node.ref] = f"{section}.{number}"
            yield node.ref, (moved[node.ref], say("label-paragraph", language, number=str(number)))
    for parent in dict.fromkeys(node.parent for node in edited if node.kind is NodeKind.ITEM):
        items = [node for node in edited if node.kind is NodeKind.ITEM and node.parent == parent]
        if _are_lettered([node for node in before if node.kind is NodeKind.ITEM and node.parent == parent], language):
            for place, item in enumerate(items, start=1):
                letter = format_number(place, "lowerLetter")
                yield item.ref, (f"{moved.get(parent, parent)}.{letter}", write_letter(letter, language))


def _paragraph(node: Node) -> re.Match[str] | None:
    return _NUMBERED.fullmatch(node.ref) if node.kind is NodeKind.PARAGRAPH else None


def _section_of(node: Node) -> str:
    """The section in which a unit is a numbered paragraph; empty for any other unit."""
    if node.kind is not NodeKind.PARAGRAPH:
        return ""
    found = _NUMBERED.fullmatch(node.ref.partition(_NEW)[0])
    return found[1] if found else node.parent if _NEW in node.ref else ""


def _are_lettered(items: Iterable[Node], language: Language) -> bool:
    return all(
        item.label == write_letter(format_number(place, "lowerLetter"), language)
        for place, item in enumerate(items, start=1)
    )


def _moved(ref: str, refs: Mapping[str, str]) -> str:
    """A ref after the unit that it is of, or stands below, has got another."""
    if ref in refs:
        return refs[ref]
    head, dot, rest = ref.rpartition(".")
    return f"{_moved(head, refs)}{dot}{rest}" if dot else ref


def _free(ref: str, taken: Iterable[str]) -> str:
    """A ref that no unit has, for one that was added beside another."""
    head, _, rest = ref.partition(_NEW)[0].rpartition(".")
    base = f"{head}." if head else f"{rest}."
    return next(name for number in range(1, 10**6) if (name := f"{base}{number}") not in taken)
