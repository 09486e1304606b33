"""XLIFF 2.1 (OASIS Standard, 13 February 2018): one file a text, one unit a segment."""

from __future__ import annotations

import re
from collections.abc import Sequence

from lxml import etree

from verbale.errors import Damaged, NotADocument
from verbale.model.language import Language
from verbale.translation.job import Job, Segment, SegmentState
from verbale.translation.markup import PARSER, begins_with, get_text, put_text

_NS = "urn:oasis:names:tc:xliff:document:2.0"
_XML = "{http://www.w3.org/XML/1998/namespace}"
_CP = f"{{{_NS}}}cp"


def _tag(name: str) -> str:
    return f"{{{_NS}}}{name}"


def is_xliff(data: bytes) -> bool:
    """Whether bytes are an XLIFF file, told by its namespace."""
    return begins_with(data, _NS.encode())


def write_xliff(job: Job) -> bytes:
    """The job as XLIFF in UTF-8; the same job gives the same bytes."""
    root = etree.fromstring(f'<xliff xmlns="{_NS}"/>')
    root.set("version", "2.1")
    root.set("srcLang", job.source.value)
    root.set("trgLang", job.target.value)
    file = etree.SubElement(root, _tag("file"))
    file.set("id", job.id)
    file.set("original", job.original)
    notes = etree.SubElement(file, _tag("notes"))
    _note(notes, "version", str(job.version))
    for number, segment in enumerate(job.segments, start=1):
        _unit(file, number, segment)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True)


def _unit(file: etree._Element, number: int, segment: Segment) -> None:
    unit = etree.SubElement(file, _tag("unit"))
    unit.set("id", f"u{number}")
    unit.set("name", segment.ref)
    if segment.note:
        _note(etree.SubElement(unit, _tag("notes")), "memory", segment.note)
    part = etree.SubElement(unit, _tag("segment"))
    part.set("id", "s1")
    part.set("state", segment.state.value)
    words = (("source", segment.source), ("target", segment.target))
    for name, text in words if segment.target else words[:1]:
        element = etree.SubElement(part, _tag(name))
        element.set(f"{_XML}space", "preserve")
        put_text(element, text, _CP, "hex")


def _note(notes: etree._Element, category: str, text: str) -> None:
    note = etree.SubElement(notes, _tag("note"))
    note.set("category", category)
    note.text = text


def read_xliff(data: bytes, name: str) -> Job:
    """The job of an XLIFF file, as it comes back from a translator's tool.

    A unit that was cut into several segments is joined again; it is as far as its least segment. Raises
    ``NotADocument`` or ``Damaged``.
    """
    if not is_xliff(data):
        raise NotADocument(name, "the bytes are no XLIFF 2", "send the file back as XLIFF 2.1")
    try:
        root = etree.fromstring(data, PARSER)
        file = root.find(_tag("file"))
        if file is None:
            raise ValueError("there is no file in it")
        version = file.findtext(f"{_tag('notes')}/{_tag('note')}[@category='version']")
        return Job(
            id=file.get("id", ""),
            original=file.get("original", ""),
            version=int(version or ""),
            source=Language(root.get("srcLang", "")[:2].lower()),
            target=Language(root.get("trgLang", "")[:2].lower()),
            segments=tuple(_segment(unit) for unit in file.iter(_tag("unit"))),
        )
    except (etree.XMLSyntaxError, ValueError) as error:
        raise Damaged(name, f"it cannot be read: {error}", "export it again from the translator's tool") from error


def _segment(unit: etree._Element) -> Segment:
    parts = [child for child in unit if child.tag in (_tag("segment"), _tag("ignorable"))]
    states = [SegmentState(part.get("state", "initial")) for part in parts if part.tag == _tag("segment")]
    return Segment(
        ref=unit.get("name", ""),
        source=_joined(unit, [_words(part, "source") for part in parts]),
        target=_joined(unit, _targets(parts)),
        state=min(states, key=list(SegmentState).index, default=SegmentState.INITIAL),
        note=unit.findtext(f"{_tag('notes')}/{_tag('note')}[@category='memory']") or "",
    )


def _targets(parts: Sequence[etree._Element]) -> list[str]:
    """The targets in their own order; what stands between segments (``ignorable``) and has no target is its source.

    ``order`` is the place of a target among those of its unit, from 1; what names none keeps its place.
    """
    if all(part.find(_tag("target")) is None for part in parts):
        return []
    said: list[str | None] = [None] * len(parts)
    waiting = []
    for part in parts:
        target = part.find(_tag("target"))
        gap = part.tag == _tag("ignorable") and target is None
        words = _words(part, "source" if gap else "target")
        place = target.get("order") if target is not None else None
        if place and place.isdecimal() and 1 <= int(place) <= len(parts) and said[int(place) - 1] is None:
            said[int(place) - 1] = words
        else:
            waiting.append(words)
    rest = iter(waiting)
    return [next(rest) if words is None else words for words in said]


def _joined(unit: etree._Element, texts: Sequence[str]) -> str:
    """The parts of a unit together; where white space is not kept, none stands at its edges."""
    text = "".join(texts)
    kept = all(_keeps_space(each) for each in unit.iter(_tag("source"), _tag("target")))
    return text if kept else text.strip()


def _words(part: etree._Element, name: str) -> str:
    element = part.find(_tag(name))
    if element is None:
        return ""
    text = get_text(element, _CP, "hex")
    # A file that was set in lines has white space of its own.
    return text if _keeps_space(element) else re.sub(r"[ \t\r\n]+", " ", text)


def _keeps_space(element: etree._Element) -> bool:
    """Whether white space is part of the words, as the nearest ``xml:space`` says."""
    said = element.get(f"{_XML}space") or next(
        (space for each in element.iterancestors() if (space := each.get(f"{_XML}space"))), ""
    )
    return said == "preserve"
