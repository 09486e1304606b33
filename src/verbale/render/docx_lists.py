"""Printed labels as Word's own automatic numbers: the same characters, counted by the word processor.

A label becomes automatic only where the count gives it letter for letter; every other stays as typed. Number formats
are those of ST_NumberFormat in Office Open XML (ISO/IEC 29500-1, 17.18.59).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from types import MappingProxyType

from verbale.lexicon.numbering import format_number
from verbale.render.docx_markup import attribute

# In the order in which a label of several readings is tried: a first number of a series before a later one.
_FORMS = (
    *("decimal", "lowerLetter", "lowerRoman", "upperRoman", "upperLetter", "russianLower", "russianUpper"),
    *("arabicAbjad", "chineseCountingThousand", "ideographEnclosedCircle", "decimalFullWidth", "hindiNumbers"),
)
_BULLETS = frozenset("•●▪■◦○‣·▫➢–—―−-o")
_LABEL = re.compile(r"([^\w]*)(\w+)([^\w]*)")
_HIGHEST = 400  # numbers below it are looked for among the printed labels
_STEP = 480  # twips that a level is set in: 24 points


@dataclass(slots=True)
class _Series:
    """A run of numbers that counts on: its form, where it stands, and the instance of the list in the package."""

    form: str
    value: int
    number: int


@dataclass(slots=True)
class ListWriter:
    """The lists of one document while it is written."""

    definitions: list[str] = field(default_factory=list)
    instances: list[str] = field(default_factory=list)
    _series: dict[tuple[str, str, str], _Series] = field(default_factory=dict)
    _kinds: dict[tuple[str, str, int, bool], int] = field(default_factory=dict)
    _bullets: dict[tuple[str, int], int] = field(default_factory=dict)

    def find_list(self, label: str, level: str, depth: int, *, hanging: bool) -> int | None:
        """The list that prints ``label`` next, ``None`` where it has to be typed.

        ``level`` names what counts together (``heading-2``, ``item-1``); ``depth`` is the step of indentation, from 0;
        ``hanging`` sets the text in behind the number.
        """
        if label in _BULLETS:
            key = label, depth
            if key not in self._bullets:
                self._bullets[key] = self._instance(self._definition("bullet", label, depth, hanging), None)
            return self._bullets[key]
        match = _LABEL.fullmatch(label)
        return self._counted(match, level, depth, hanging) if match else None

    def _counted(self, label: re.Match[str], level: str, depth: int, hanging: bool) -> int | None:
        before, inner, after = label.groups()
        series = self._series.get((level, before, after))
        if series is not None and format_number(series.value + 1, series.form) == inner:
            series.value += 1
            return series.number
        found = _readings().get(inner)
        if found is None:
            return None
        form, value = found
        number = self._instance(self._definition(form, f"{before}%1{after}", depth, hanging), value)
        self._series[level, before, after] = _Series(form, value, number)
        return number

    def _definition(self, form: str, text: str, depth: int, hanging: bool) -> int:
        key = form, text, depth, hanging
        known = self._kinds.get(key)
        if known is None:
            known = self._kinds[key] = len(self.definitions)
            self.definitions.append(_definition(known, form, text, depth, hanging))
        return known

    def _instance(self, definition: int, start: int | None) -> int:
        number = len(self.instances) + 1
        begins = (
            "" if start is None else f'<w:lvlOverride w:ilvl="0"><w:startOverride w:val="{start}"/></w:lvlOverride>'
        )
        self.instances.append(f'<w:num w:numId="{number}"><w:abstractNumId w:val="{definition}"/>{begins}</w:num>')
        return number

    def part(self) -> str:
        """What stands inside ``numbering.xml``."""
        return "".join((*self.definitions, *self.instances))


@cache
def _readings() -> Mapping[str, tuple[str, int]]:
    """What a number may be: of its readings the lowest value, for a series begins at its beginning."""
    found: dict[str, tuple[str, int]] = {}
    for value in range(1, _HIGHEST):
        for form in _FORMS:
            printed = format_number(value, form)
            if printed == str(value) and form != "decimal":
                continue
            found.setdefault(printed, (form, value))
    return MappingProxyType(found)


def tab_stop(depth: int) -> str:
    """Where the text begins behind a number that stands ``depth`` steps in."""
    return f'<w:tabs><w:tab w:val="left" w:pos="{_STEP * (depth + 1)}"/></w:tabs>'


def indent(depth: int, *, hanging: bool) -> str:
    """The indent of a paragraph ``depth`` steps in, with or without its number hanging before its text."""
    if hanging:
        return f'<w:ind w:left="{_STEP * (depth + 1)}" w:hanging="{_STEP}"/>'
    return f'<w:ind w:left="{_STEP * depth}" w:firstLine="0"/>'


def _definition(number: int, form: str, text: str, depth: int, hanging: bool) -> str:
    suffix = "nothing" if text[-1:] in "、．。）" else "tab"
    return (
        f'<w:abstractNum w:abstractNumId="{number}"><w:multiLevelType w:val="singleLevel"/>'
        f'<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:suff w:val="{suffix}"/>'
        f'<w:lvlText w:val="{attribute(text)}"/><w:lvlJc w:val="left"/>'
        f"<w:pPr>{tab_stop(depth)}{indent(depth, hanging=hanging)}</w:pPr></w:lvl></w:abstractNum>"
    )
