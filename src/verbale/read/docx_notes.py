"""Footnotes and endnotes of a DOCX: which are called, in what order, and what number each prints."""

from __future__ import annotations

from dataclasses import dataclass, field

from lxml import etree

from verbale.lexicon.numbering import format_number
from verbale.read.docx_package import VAL, W, int_of


@dataclass(slots=True)
class NoteReference:
    """One note that the text calls. ``marker`` is what is printed, empty where the text spells it out."""

    key: str
    marker: str
    page: int


@dataclass(slots=True)
class NotePart:
    """The notes of one kind, ``footnote`` or ``endnote``.

    ``defaults`` is the document's ``w:footnotePr``; the one of a section overrides it.
    """

    kind: str
    elements: dict[str, etree._Element]
    defaults: etree._Element | None
    calls: dict[str, NoteReference] = field(default_factory=dict)
    _settings: dict[tuple[str, etree._Element | None], str] = field(default_factory=dict)
    _value: int | None = None
    _within: tuple[int, int] = (0, 0)

    def marker_of(self, key: str, section: etree._Element | None, place: tuple[int, int], spelled: bool) -> str:
        """Count one call of the note ``key`` and give its printed number, empty where it is spelled out.

        ``section`` is the section's own ``w:sectPr``; ``place`` is the page and the section's position.
        """
        if spelled:
            self.calls.setdefault(key, NoteReference(key, "", place[0]))
            return ""
        start = self._setting("numStart", section) or "1"
        restart = self._setting("numRestart", section)
        anew = (restart == "eachPage" and place[0] != self._within[0]) or (
            restart == "eachSect" and place[1] != self._within[1]
        )
        first = int(start) if start.isdecimal() and len(start) < 6 else 1
        self._value = first if self._value is None or anew else self._value + 1
        self._within = place
        form = self._setting("numFmt", section) or ("decimal" if self.kind == "footnote" else "lowerRoman")
        marker = format_number(self._value, form)
        self.calls.setdefault(key, NoteReference(key, marker, place[0]))
        return marker

    def uncalled(self) -> list[str]:
        """Keys of notes that hold text but that no place in the document calls."""
        return [key for key in self.elements if key not in self.calls]

    def _setting(self, tag: str, section: etree._Element | None) -> str:
        known = self._settings.get((tag, section))
        if known is None:
            known = self._settings[tag, section] = self._find_setting(tag, section)
        return known

    def _find_setting(self, tag: str, section: etree._Element | None) -> str:
        for parent in (section.find(f"{W}{self.kind}Pr") if section is not None else None, self.defaults):
            child = parent.find(W + tag) if parent is not None else None
            if child is not None:
                return child.get(VAL, "")
        return ""


def load_notes(kind: str, root: etree._Element | None, settings: etree._Element | None) -> NotePart:
    """The notes of a part; separators and continuation notices are none."""
    elements: dict[str, etree._Element] = {}
    for element in root.iterchildren(W + kind) if root is not None else ():
        if element.get(W + "type", "normal") == "normal" and int_of(element, W + "id") is not None:
            elements[element.get(W + "id", "")] = element
    return NotePart(kind, elements, settings.find(f"{W}{kind}Pr") if settings is not None else None)
