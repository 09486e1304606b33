"""The text of an element of our own with what is marked in it: findings, links, calls of footnotes."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import TypeVar

from lxml import etree

from verbale.akn.escape import INSTRUCTION, plain
from verbale.akn.namespaces import local, own
from verbale.model.annotation import AnnotationKind
from verbale.model.node import Link

T = TypeVar("T")

_KINDS = {
    "date": AnnotationKind.DATE,
    "organization": AnnotationKind.STATE,
    "term": AnnotationKind.TREATY,
    "quantity": AnnotationKind.QUANTITY,
}
_CALLS = frozenset(("authorialNote", "noteRef", "marker"))


@dataclass(frozen=True, slots=True)
class RestoredFinding:
    """A finding in the text; ``place`` is its place among all, where that was written."""

    kind: AnnotationKind
    start: int
    end: int
    value: Mapping[str, object]
    rule: str
    place: int | None


@dataclass(frozen=True, slots=True)
class NoteCall:
    """Where a footnote is called, what is printed there, and which footnote it is."""

    at: int
    printed: str
    ref: str


@dataclass(frozen=True, slots=True)
class RestoredText:
    """``number`` is the one shown before the words, where no ``num`` element could hold it."""

    words: str
    number: str
    links: tuple[Link, ...]
    calls: tuple[NoteCall, ...]
    findings: tuple[RestoredFinding, ...]


def restored_characters(element: etree._Element) -> str:
    """All characters of an element, those that XML cannot hold among them."""
    return restore_text(element).words


def restore_text(element: etree._Element) -> RestoredText:
    """Read one element. Raises ``ValueError`` or ``KeyError`` where its marks are broken."""
    reading = _ElementWalk()
    reading.read(element)
    return RestoredText(
        words="".join(reading.parts),
        number=reading.number,
        links=tuple(link for _, link in _in_order(reading.links)),
        calls=tuple(call for _, call in _in_order(reading.calls)),
        findings=tuple(reading.findings),
    )


def _in_order(items: list[tuple[int | None, T]]) -> list[tuple[int | None, T]]:
    return sorted(items, key=lambda item: -1 if item[0] is None else item[0])


@dataclass(slots=True)
class _ElementWalk:
    """The walk over one element; offsets count the characters read so far."""

    parts: list[str] = field(default_factory=list)
    length: int = 0
    number: str = ""
    links: list[tuple[int | None, Link]] = field(default_factory=list)
    calls: list[tuple[int | None, NoteCall]] = field(default_factory=list)
    findings: list[RestoredFinding] = field(default_factory=list)
    _parted: dict[str, int] = field(default_factory=dict)

    def read(self, element: etree._Element) -> None:
        """The characters of an element and of all in it, but not of the footnotes it calls."""
        self._say(element.text)
        for child in element:
            kind = local(child)
            tail = child.tail
            if not kind:
                self._say(_character(child))
            elif kind in _CALLS and child.get(own("mark")) is not None:
                self.calls.append(
                    (_place(child), NoteCall(self.length, plain(child.get(own("mark"), "")), _called(child)))
                )
            elif kind == "inline" and child.get("name") == "num" and child.get(own("rule")) is None:
                self.number = restored_characters(child)
                tail = (tail or "").removeprefix(" ")
            elif child.get(own("rule")) is not None:
                self._read_finding(child, kind)
            elif kind == "a":
                self._read_link(child)
            else:
                self.read(child)
            self._say(tail)

    def _say(self, text: str | None) -> None:
        if text:
            self.parts.append(text)
            self.length += len(text)

    def _read_link(self, element: etree._Element) -> None:
        start, i = self.length, len(self.links)
        exact = element.get(own("href"))
        target = element.get("href", "") if exact is None else plain(exact)
        goes_on = element.get(own("continues"))
        if goes_on is None:
            self.links.append((_place(element), Link(start, start, target)))
        i = self._part(element, i, goes_on)
        self.read(element)
        place, link = self.links[i]
        self.links[i] = (place, replace(link, end=self.length))

    def _read_finding(self, element: etree._Element, kind: str) -> None:
        start, i = self.length, len(self.findings)
        goes_on = element.get(own("continues"))
        if goes_on is None:
            found_kind = _kind_of(element, kind)
            rule = plain(element.get(own("rule"), ""))
            self.findings.append(
                RestoredFinding(found_kind, start, start, _value(element, found_kind), rule, _place(element))
            )
        i = self._part(element, i, goes_on)
        self.read(element)
        self.findings[i] = replace(self.findings[i], end=self.length)

    def _part(self, element: etree._Element, i: int, goes_on: str | None) -> int:
        """Where the entry is that an element belongs to: its own, or that of the part before it."""
        if goes_on is not None:
            return self._parted[goes_on]
        if (part := element.get(own("part"))) is not None:
            self._parted[part] = i
        return i


def _character(instruction: etree._Element) -> str:
    """The character that an instruction of ours carries; any other instruction carries none."""
    if getattr(instruction, "target", None) != INSTRUCTION:
        return ""
    return chr(int(instruction.text or "", 16))


def _place(element: etree._Element) -> int | None:
    place = element.get(own("n"))
    return None if place is None else int(place)


def _called(element: etree._Element) -> str:
    """The ref of the footnote: as it stands at a reference, or of the footnote that is set here."""
    target = element.get(own("to"))
    if target is None:
        target = next(child.get(own("ref"), "") for child in element if child.get(own("ref")) is not None)
    return plain(target)


def _kind_of(element: etree._Element, kind: str) -> AnnotationKind:
    if kind in _KINDS:
        return _KINDS[kind]
    if kind == "ref":
        inside = element.get("class") == "reference"
        return AnnotationKind.REFERENCE if inside else AnnotationKind.CITATION
    return AnnotationKind(element.get("name", ""))


def _value(element: etree._Element, kind: AnnotationKind) -> dict[str, object]:
    """The value as it was written out, or as the attributes of the element tell it."""
    written = element.get(own("value"))
    if written is not None:
        return dict(json.loads(plain(written)))
    if kind is AnnotationKind.DATE:
        return {"start": element.get("date"), "end": element.get("date")}
    key = element.get("refersTo", "").partition("_")[2]
    return {"iso3": key} if kind is AnnotationKind.STATE else {"id": key}
