"""OpenDocument text (``.odt``): paragraphs, headings, list items, cells, footnotes and tracked changes."""

from __future__ import annotations

from lxml import etree

from verbale.errors import Damaged, Encrypted
from verbale.model.block import Extraction, Shape
from verbale.model.finding import Severity
from verbale.model.source import MediaType
from verbale.read.docx_package import Package
from verbale.read.draft import BlockBuilder, TextRun, Traits, quote
from verbale.read.limits import Limits

_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_LINK = "{http://www.w3.org/1999/xlink}href"
_LINES = frozenset({_TEXT + "p", _TEXT + "h"})
# What is no text of the paragraph that it stands in: notes and comments are read by themselves, changes are told.
_APART = frozenset({_TEXT + "note", _OFFICE + "annotation", _OFFICE + "annotation-end", _TEXT + "tracked-changes"})
_DEEPEST = 60  # elements within elements


def read_odt(data: bytes, name: str, sha256: str, limits: Limits) -> Extraction:
    """Read an OpenDocument text. Raises ``Encrypted``, ``Damaged`` or ``TooLarge``."""
    package = Package(data, name, limits)
    manifest = package.tree("META-INF/manifest.xml")
    if manifest is not None and any("encryption-data" in str(one.tag) for one in manifest.iter()):
        raise Encrypted(name, "the document is protected by a password", "save it without one")
    root = package.tree("content.xml")
    body = root.find(f"{_OFFICE}body/{_OFFICE}text") if root is not None else None
    if body is None:
        raise Damaged(name, "an OpenDocument file without a text", "save it as DOCX or PDF")
    sheet = BlockBuilder()
    notes: list[tuple[str, etree._Element]] = []
    for line in body.iter(*_LINES):
        outer = _outer(line)
        if outer & _APART or len(outer) > _DEEPEST:
            continue
        _put(sheet, line, _traits(line, outer), notes)
    for key, note in notes:
        for line in note.iter(*_LINES):
            _put(sheet, line, Traits(shape=Shape.NOTE, note=key), [])
    _report(body, sheet)
    return sheet.finish(name, sha256, MediaType.ODT)


def _outer(line: etree._Element) -> set[str]:
    return {str(one.tag) for one in line.iterancestors()}


def _traits(line: etree._Element, outer: set[str]) -> Traits:
    level = line.get(_TEXT + "outline-level", "") if line.tag == _TEXT + "h" else ""
    shape = Shape.CELL if _TABLE + "table-cell" in outer else Shape.PARAGRAPH
    return Traits(shape=shape, level=int(level) - 1 if level.isdecimal() and len(level) < 3 else None)


def _put(sheet: BlockBuilder, line: etree._Element, traits: Traits, notes: list[tuple[str, etree._Element]]) -> None:
    runs: list[TextRun] = []
    link = ""
    walk = etree.iterwalk(line, events=("start", "end"))
    for event, element in walk:
        inner = element is not line
        if event == "start":
            if inner and (element.tag in _APART or element.tag in _LINES):
                if element.tag == _TEXT + "note":
                    key = f"n{len(notes) + 1}"
                    citation = element.find(_TEXT + "note-citation")
                    body = element.find(_TEXT + "note-body")
                    runs.append(TextRun((citation.text if citation is not None else "") or "*", note=key))
                    if body is not None:
                        notes.append((key, body))
                walk.skip_subtree()
                continue
            link = element.get(_LINK, "") if element.tag == _TEXT + "a" else link
            runs.append(TextRun(_sign(element) + (element.text or ""), link=link))
        elif inner:
            link = "" if element.tag == _TEXT + "a" else link
            runs.append(TextRun(element.tail or "", link=link))
    runs = [run._replace(text=run.text.replace("\n", " ")) for run in runs if run.text]
    if any(run.text.strip() for run in runs):
        sheet.put(runs, traits)


def _sign(element: etree._Element) -> str:
    if element.tag == _TEXT + "s":
        count = element.get(_TEXT + "c", "1")
        return " " * min(int(count), 100) if count.isdecimal() and len(count) < 4 else " "
    return {_TEXT + "tab": "\t", _TEXT + "line-break": " "}.get(str(element.tag), "")


def _report(body: etree._Element, sheet: BlockBuilder) -> None:
    """What of the document is no part of the text and has to be looked at."""
    for comment in body.iter(_OFFICE + "annotation"):
        words = " ".join(map(str, comment.itertext()))
        sheet.report("read/comment", f"A comment is not part of the text: {quote(words)}")
    for deleted in body.iter(_TEXT + "deletion"):
        words = " ".join(map(str, deleted.itertext()))
        sheet.report("read/tracked-change", f"Deleted words were left out: {quote(words)}", Severity.WARNING)
