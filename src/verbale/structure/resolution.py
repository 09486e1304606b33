"""A resolution: masthead, title, preamble, operative paragraphs with their items, annexes, closing."""

from __future__ import annotations

import re
from itertools import zip_longest

from verbale.lexicon.cues import is_cue
from verbale.lexicon.dates import find_days
from verbale.model.block import Shape
from verbale.model.node import NodeKind
from verbale.structure.front import add_masthead
from verbale.structure.labels import SECTIONS, Label, LabelKind, find_labels
from verbale.structure.outline import NumberingStack, Outline
from verbale.structure.paragraphs import Unit
from verbale.structure.resolution_parts import ResolutionPart, find_parts, opens_text
from verbale.structure.walker import Walker, could_head, is_heading

_TITLE = re.compile(r"(?:ES-|S-)?\d{1,4}/\d{1,4}(?:\s[A-Z])?\s?[.．]?\s+\S|\d{1,4}\s?\((?:\d{4}|[IVXLC]+)\)\.?\s*\S")
_COUNCIL_NUMBER = re.compile(r"[^\d/]{4,20}\d{1,4}\s?\(\d{4}\)|第?\s?\d{1,4}\s?[(（]\d{4}[)）]\s?号决议")
_WRAP_UPS = frozenset(("wrapUp", "listWrapUp"))  # words that the format itself takes to a list above them
_ANNEX_LINE = 30  # characters of the word for an annex with its number
_CLOSING_LINE = 90  # characters of the line with meeting and date
_OPEN_END = re.compile(r"[,，،]\s*$")
_ANNEX_NUMBER = re.compile(r"[IVXLC]+|[一二三四五六七八九十]+|\d+")


class ResolutionTree:
    """Grows the tree of a resolution from its paragraphs."""

    def __init__(self, outline: Outline) -> None:
        self._outline = outline
        self._stack = NumberingStack("")
        self._preamble = 0
        self._scope = ""
        self._section = ""
        self._last = 0
        self._run = 0
        self._sections: list[tuple[LabelKind, int]] = []
        self._numbered = False

    def grow(self, units: list[Unit]) -> None:
        """Set every paragraph; nothing is refused."""
        parts = find_parts(units)
        start = self._add_front(units, parts[0].head if parts else None)
        annex = self._find_annex(units, start)
        for part, after in zip_longest(parts, parts[1:]):
            self._open_part(part, units)
            self._add_text(units[part.formula : after.head if after else annex])
        if not parts:
            self._add_text(units[start:annex])
        self._add_annexes(units[annex:])

    def _open_part(self, part: ResolutionPart, units: list[Unit]) -> None:
        """A part of a resolution in parts: its letter and title are a heading, all beneath it is numbered anew."""
        self._scope = self._section = self._outline.add(part.letter, NodeKind.HEADING, units[part.head])
        for unit in units[part.head + 1 : part.formula]:
            self._outline.extend_last(unit.passage)
        self._preamble = self._last = self._run = 0
        self._stack = NumberingStack("")

    def _add_text(self, text: list[Unit]) -> None:
        """Preamble, operative part and closing."""
        closing = _closing_start(text)
        self._numbered = any(self._number(unit) for unit in text[:closing])
        place = self._add_preamble(text, closing)
        self._stack = NumberingStack("")
        for i in range(place, closing):
            self._add_operative(text[i], text[i + 1 : closing])
        for unit in text[closing:]:
            self._add_closing(unit)

    def _scoped(self, ref: str) -> str:
        """A ref within the part that is open."""
        return f"{self._scope}.{ref}" if self._scope else ref

    def _add_front(self, units: list[Unit], first_part: int | None) -> int:
        """Masthead, kind and title; returns where the text begins, at its opening formula or its first part."""
        formula = next((i for i, unit in enumerate(units) if opens_text(unit)), None)
        formula = formula if first_part is None else first_part
        start = formula if formula is not None else self._guess_start(units)
        named = next((i for i in range(start) if _names_kind(units[i].text)), None)
        title = next((i for i in range(start - 1, (named or 0) - 1, -1) if _TITLE.match(units[i].text)), None)
        last = start - 1
        if (
            title is None
            and last >= 0
            and (named is None or last > named)
            and not is_cue(units[last].text, "adopted_by")
        ):
            title = last
        for i in range(start):
            if i == title or (title is not None and title < i and could_head(units[i]) and i < start):
                self._add_title(units[i], first=i == title)
            elif i == named:
                self._outline.add("doctype", NodeKind.DOCTYPE, units[i])
            elif named is not None and i == named + 1 and not is_cue(units[i].text, "on_report"):
                self._add_adoption(units[i])
            else:
                add_masthead(self._outline, units[i])
        return start

    def _add_adoption(self, unit: Unit) -> None:
        """The line under the kind: the rest of a wrapped one, or by whom and when it was adopted."""
        if is_cue(unit.text, "adopted_by"):
            add_masthead(self._outline, unit)
        else:
            self._outline.extend_last(unit.passage)

    def _guess_start(self, units: list[Unit]) -> int:
        """Without a formula the text begins after the title, or with the first number."""
        for i, unit in enumerate(units):
            if _TITLE.match(unit.text) and could_head(unit):
                return i + 1
            if unit.labels and unit.labels[0].kind is LabelKind.DECIMAL and unit.labels[0].value == 1:
                return i
        return 0

    def _add_title(self, unit: Unit, *, first: bool) -> None:
        if first:
            self._outline.add("title", NodeKind.TITLE, unit)
        else:
            self._outline.extend_last(unit.passage)

    def _find_annex(self, units: list[Unit], start: int) -> int:
        for i in range(start, len(units)):
            if _is_annex(units[i]):
                return i
        return len(units)

    def _add_preamble(self, units: list[Unit], closing: int) -> int:
        """The formula and what recalls and reaffirms; returns where the operative part begins."""
        for i in range(closing):
            unit = units[i]
            if i == 0 and opens_text(unit):
                self._outline.add(self._scoped("formula"), NodeKind.PREAMBLE, unit, parent=self._scope)
                continue
            if self._opens_operative(units, i, closing):
                return i
            if unit.labels and self._preamble and self._is_item(unit):
                label, parent, ref = self._stack.place(unit)
                self._outline.add(ref, NodeKind.PREAMBLE, unit, label=label, parent=parent)
                continue
            self._preamble += 1
            ref = self._outline.add(self._scoped(f"P.{self._preamble}"), NodeKind.PREAMBLE, unit, parent=self._scope)
            self._stack = NumberingStack(ref)
        return closing

    def _opens_operative(self, units: list[Unit], i: int, closing: int) -> bool:
        """A first number, a section, or in a resolution without numbers what no longer ends in a comma."""
        unit = units[i]
        if self._number(unit):
            return True
        if any(label.kind in SECTIONS and label.value == 1 for label in unit.labels) and could_head(unit):
            return True
        if self._numbered:
            # Words before the first number that do not end as recitals do lead in to it.
            return i + 1 < closing and unit.text[-1:] in (":", "：") and self._number(units[i + 1]) is not None
        return not any(_OPEN_END.search(u.text) for u in units[i:closing])

    def _number(self, unit: Unit) -> Label | None:
        label = unit.labels[0] if unit.labels else None
        if label is None or label.kind is not LabelKind.DECIMAL or label.end >= len(unit.text) or _in_table(unit):
            return None
        last = self._last or self._run
        fits = label.value == 1 or (last < label.value <= last + 2)
        return label if fits else None

    def _is_item(self, unit: Unit) -> bool:
        labelled = bool(unit.labels) and unit.labels[0].kind not in SECTIONS and unit.labels[0].end < len(unit.text)
        return labelled and not _in_table(unit)

    def _add_operative(self, unit: Unit, following: list[Unit]) -> None:
        if number := self._number(unit):
            ref = f"{self._section}.{number.value}" if self._section else str(number.value)
            last = self._last or (self._run if number.value > 1 else 0)
            if number.value > last + 1:
                self._outline.note("structure/number-skipped", ref, f"{number.value} follows {last}")
            self._last = number.value
            added = self._outline.add(ref, NodeKind.OPERATIVE, unit, label=number, parent=self._section)
            self._stack = NumberingStack(added)
        elif self._is_heading(unit, following[0] if following else None):
            self._add_heading(unit)
        elif self._is_item(unit) and unit.labels[0].kind is not LabelKind.DECIMAL and self._stack.root:
            label, parent, ref = self._stack.place(unit)
            self._outline.add(ref, NodeKind.ITEM, unit, label=label, parent=parent)
        elif not self._stack.root:
            self._add_unnumbered(unit, following)
        else:
            root = self._stack.root
            ref = f"{root}.{self._stack.ordinal(root)}"
            kind = NodeKind.ITEM if unit.first.block.style in _WRAP_UPS else NodeKind.OPERATIVE
            self._outline.add(ref, kind, unit, parent=root)

    def _add_unnumbered(self, unit: Unit, following: list[Unit]) -> None:
        """An operative paragraph without a number and under none: an ordinal, or ``lead`` before the first number."""
        scope = f"{self._section}." if self._section else ""
        number = next((found for later in following if (found := self._number(later))), None)
        if number is not None and not self._last:
            ref = f"{scope}lead"
        else:
            self._last += 1
            ref = f"{scope}{self._last}"
        self._stack = NumberingStack(self._outline.add(ref, NodeKind.OPERATIVE, unit, parent=self._section))

    def _is_heading(self, unit: Unit, following: Unit | None) -> bool:
        if not could_head(unit) or following is None or _in_table(unit):
            return False
        return any(label.kind in SECTIONS for label in unit.labels) or is_heading(unit, following)

    def _add_heading(self, unit: Unit) -> None:
        label = next((label for label in unit.labels if label.kind in SECTIONS), None)
        if label is None:
            self._outline.add_next("§", NodeKind.SUBHEADING, unit)
            return
        self._section = self._outline.add(
            self._scoped(label.key), NodeKind.HEADING, unit, label=label, parent=self._scope
        )
        self._stack = NumberingStack("")
        # The numbers of a section begin anew, or run on from the section before.
        self._run, self._last = self._last or self._run, 0

    def _add_closing(self, unit: Unit) -> None:
        self._outline.add_next("closing.", NodeKind.CLOSING, unit)

    def _add_annexes(self, units: list[Unit]) -> None:
        walker = Walker(self._outline)
        count = sum(map(_is_annex, units))
        for i, unit in enumerate(units):
            if _is_annex(unit):
                number = _ANNEX_NUMBER.search(unit.text) if count > 1 else None
                ref = f"annex_{number.group()}" if number else "annex"
                walker.enter(self._outline.add(ref, NodeKind.HEADING, unit))
            elif i and _is_annex(units[i - 1]) and could_head(unit) and not unit.labels:
                self._outline.extend_last(unit.passage)
            else:
                walker.feed(unit, units[i + 1] if i + 1 < len(units) else None)


def _names_kind(text: str) -> bool:
    """Whether a line says that this is a resolution: by its organ, or in the Security Council by its number."""
    return is_cue(text, "resolution_adopted") or _COUNCIL_NUMBER.fullmatch(text) is not None


def _in_table(unit: Unit) -> bool:
    """Whether a paragraph stands in a cell: what looks like a number or a heading there is one of the table's own."""
    return unit.first.block.shape is Shape.CELL


def _is_annex(unit: Unit) -> bool:
    return len(unit.text) <= _ANNEX_LINE and is_cue(unit.text, "annex") and could_head(unit)


def _closing_start(units: list[Unit]) -> int:
    """Where the meeting and the date at the end begin."""
    start = len(units)
    while start and len(units) - start < 4:
        text = units[start - 1].text
        short = len(text) <= _CLOSING_LINE
        if not (short and (is_cue(text, "plenary") or find_days(text))) or find_labels(text):
            break
        start -= 1
    return start
