"""Paragraphs beneath a heading: numbered, lettered, dashed or bare, at any depth.

One walker serves sections of a report, replies, annexes, letters and what is of no known kind;
what differs is the scope its refs begin with.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from verbale.model.node import NodeKind
from verbale.structure.labels import SECTIONS, Label, LabelKind
from verbale.structure.outline import NumberingStack, Outline
from verbale.structure.paragraphs import Unit

_HEADING_STYLE = re.compile(r"h[1-6]|(?:heading|title|_?\s?h\s?_?)\s?\d?.*", re.I)
_ENDS = re.compile(r"[.;:,。；：，،؛…][)\]”’»\"']*$")
_LONGEST_HEADING = 200  # characters of a heading that the format declares
_LONGEST_PLAIN_HEADING = 90  # characters of one that only its looks tell
_JUMP = 3  # numbers that may be missing from a list


class Walker:
    """Sets paragraphs under a scope such as ``II`` or ``III.JPN``; an empty scope is the document."""

    def __init__(self, outline: Outline, kind: NodeKind = NodeKind.PARAGRAPH, item: NodeKind = NodeKind.ITEM) -> None:
        self._outline = outline
        self._kind = kind
        self._item = item
        self.scope = ""
        self.last_number = 0
        self._enter_plain("")

    def enter(self, scope: str, *, go_on: bool = False) -> None:
        """Begin a scope; with ``go_on`` the numbers of paragraphs run on from the one before."""
        number = self.last_number if go_on else 0
        self._enter_plain(scope)
        self.last_number = number

    def expect(self, units: Iterable[Unit]) -> None:
        """Look ahead: the numbers that are printed are kept for the paragraphs that have them."""
        self._before_number = any(self._find_number(unit) is not None for unit in units)

    def _enter_plain(self, scope: str) -> None:
        self.scope = scope
        self.last_number = 0
        self.sections: list[tuple[LabelKind, int]] = []
        self._subheadings = 0
        self._bare = 0
        self._before_number = False
        self._numbered = False
        self._subheading = ""
        self._current = ""
        self._stack = NumberingStack("")

    def feed(self, unit: Unit, following: Unit | None = None) -> None:
        """Set one paragraph where it belongs."""
        if label := self.find_subsection(unit):
            self.add_subheading(unit, label)
        elif (number := self._find_number(unit)) is not None:
            self._add_numbered(unit, number)
        elif self._is_item(unit):
            self._add_item(unit)
        elif is_heading(unit, following):
            self.add_subheading(unit, None)
        else:
            self._add_bare(unit)

    def find_subsection(self, unit: Unit) -> Label | None:
        """The label of a heading that continues or opens a series of headings inside this scope."""
        if not could_head(unit):
            return None
        for label in unit.labels:
            if label.kind in SECTIONS:
                known = [value for kind, value in self.sections if kind is label.kind]
                if label.value == (known[-1] + 1 if known else 1):
                    return label
        return None

    def add_subheading(self, unit: Unit, label: Label | None) -> None:
        """Set a heading inside the scope: ``III.JPN.§3``."""
        self._subheadings += 1
        ref = f"{self.scope}.§{self._subheadings}" if self.scope else f"§{self._subheadings}"
        if label:
            self.sections.append((label.kind, label.value))
        self._subheading = self._outline.add(ref, NodeKind.SUBHEADING, unit, label=label, parent=self.scope)
        self._current = ""
        self._stack = NumberingStack("")

    def _find_number(self, unit: Unit) -> Label | None:
        """The paragraph's number, unless it breaks the series so badly that it must be a figure."""
        label = unit.labels[0] if unit.labels else None
        if label is None or label.kind is not LabelKind.DECIMAL or label.end >= len(unit.text):
            return None
        last = self.last_number
        fits = label.value == 1 or not last or last < label.value <= last + _JUMP
        return label if fits else None

    def _add_numbered(self, unit: Unit, label: Label) -> None:
        ref = self._ref(str(label.value))
        restarts = label.value == 1 or self._current.startswith(f"{self._subheading}.")
        if self._outline.has(ref) and self._subheading and restarts:
            ref = f"{self._subheading}.{label.value}"
        if self.last_number and label.value > self.last_number + 1:
            self._outline.note("structure/number-skipped", ref, f"{label.value} follows {self.last_number}")
        self.last_number, self._numbered = label.value, True
        self._stand(self._outline.add(ref, self._kind, unit, label=label, parent=self.scope))

    def _stand(self, ref: str) -> None:
        self._current, self._stack = ref, NumberingStack(ref)

    def _is_item(self, unit: Unit) -> bool:
        if not unit.labels or unit.labels[0].kind in SECTIONS:
            return False
        label = unit.labels[0]
        return label.kind is not LabelKind.DECIMAL and label.end < len(unit.text)

    def _add_item(self, unit: Unit) -> None:
        if not self._current:
            self._current = self._subheading or self.scope
            self._stack = NumberingStack(self._current)
        label, parent, ref = self._stack.place(unit)
        self._outline.add(ref.lstrip("."), self._item, unit, label=label, parent=parent)

    def _add_bare(self, unit: Unit) -> None:
        """A paragraph without a number: an ordinal of its own, or one beneath the numbered paragraph."""
        if self._numbered and self._current:
            ref = f"{self._current}.{self._stack.ordinal(self._current)}"
            self._outline.add(ref, self._kind, unit, parent=self._current)
            return
        self._bare += 1
        key = f"lead.{self._bare}" if self._before_number else str(self._bare)
        if self._numbered and self._subheading:
            self._stand(self._outline.add(f"{self._subheading}.{self._bare}", self._kind, unit, parent=self.scope))
            return
        self._stand(self._outline.add(self._ref(key), self._kind, unit, parent=self.scope))

    def _ref(self, key: str) -> str:
        return f"{self.scope}.{key}" if self.scope else key


def could_head(unit: Unit) -> bool:
    """Whether a paragraph is short and open enough at its end to be a heading."""
    text = unit.text
    return len(text) <= _LONGEST_HEADING and not _ENDS.search(text)


def is_heading(unit: Unit, following: Unit | None) -> bool:
    """Whether an unnumbered paragraph is a heading by its setting: style, weight or place on the line."""
    if not could_head(unit) or following is None or unit.text[:1].islower():
        return False
    first = unit.first
    if first.whole:
        return _HEADING_STYLE.fullmatch(first.block.style) is not None or (
            len(unit.text) <= _LONGEST_PLAIN_HEADING * 2 and (first.bold or first.centred)
        )
    if len(unit.text) > _LONGEST_PLAIN_HEADING or unit.count > 2:
        return False
    return first.bold or first.centred or (first.italic and not following.first.italic)
