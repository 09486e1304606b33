"""OpenDocument text (``.odt``): paragraphs, headings, list items, cells, footnotes and tracked changes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from lxml import etree

from verbale.errors import Damaged, Encrypted
from verbale.model.block import Extraction, Shape
from verbale.model.finding import Severity
from verbale.model.source import MediaType
from verbale.read.docx_package import Package
from verbale.read.draft import STRUCK, BlockBuilder, TextRun, Traits, quote
from verbale.read.limits import Limits

_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
_STRUCK_BY = (_STYLE + "text-line-through-style", _STYLE + "text-line-through-type")
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
    struck = _struck_styles([root, package.tree("styles.xml")])
    notes: list[tuple[str, etree._Element]] = []
    for line in body.iter(*_LINES):
        outer = _outer(line)
        if outer & _APART or len(outer) > _DEEPEST:
            continue
        _put(sheet, line, _traits(line, outer), notes, struck)
    for key, note in notes:
        for line in note.iter(*_LINES):
            _put(sheet, line, Traits(shape=Shape.NOTE, note=key), [], struck)
    _report(body, sheet)
    return sheet.finish(name, sha256, MediaType.ODT)


def _outer(line: etree._Element) -> set[str]:
    return {str(one.tag) for one in line.iterancestors()}


def _traits(line: etree._Element, outer: set[str]) -> Traits:
    level = line.get(_TEXT + "outline-level", "") if line.tag == _TEXT + "h" else ""
    shape = Shape.CELL if _TABLE + "table-cell" in outer else Shape.PARAGRAPH
    return Traits(shape=shape, level=int(level) - 1 if level.isdecimal() and len(level) < 3 else None)


def _struck_styles(roots: Sequence[etree._Element | None]) -> Mapping[str, bool]:
    """The styles that say whether a line goes through the words, by name; those that say nothing are left out."""
    said: dict[str, bool] = {}
    parents: dict[str, str] = {}
    for style in (one for root in roots if root is not None for one in root.iter(_STYLE + "style")):
        name = style.get(_STYLE + "name", "")
        parents.setdefault(name, style.get(_STYLE + "parent-style-name", ""))
        looks = style.find(_STYLE + "text-properties")
        values = [value for key in _STRUCK_BY if looks is not None and (value := looks.get(key))]
        if values:
            said.setdefault(name, any(value != "none" for value in values))
    for name in parents:
        chain = [name]
        while chain[-1] in parents and chain[-1] not in said and len(chain) <= _DEEPEST:
            chain.append(parents[chain[-1]])
        if chain[-1] in said:
            said.update(dict.fromkeys(chain, said[chain[-1]]))
    return said


def _put(
    sheet: BlockBuilder,
    line: etree._Element,
    traits: Traits,
    notes: list[tuple[str, etree._Element]],
    struck: Mapping[str, bool],
) -> None:
    runs: list[TextRun] = []
    link = ""
    through = [False]
    walk = etree.iterwalk(line, events=("start", "end"))
    for event, element in walk:
        inner = element is not line
        if event == "start":
            if inner and (element.tag in _APART or element.tag in _LINES):
                if element.tag == _TEXT + "note":
                    runs.append(_called(element, notes))
                walk.skip_subtree()
            else:
                link = element.get(_LINK, "") if element.tag == _TEXT + "a" else link
                through.append(struck.get(element.get(_TEXT + "style-name", ""), through[-1]))
                text = _sign(element) + (element.text or "")
                runs.append(TextRun(text, STRUCK if through[-1] else 0, link=link))
        elif inner:
            if not (element.tag in _APART or element.tag in _LINES):
                through.pop()
            link = "" if element.tag == _TEXT + "a" else link
            runs.append(TextRun(element.tail or "", STRUCK if through[-1] else 0, link=link))
    runs = [run._replace(text=run.text.replace("\n", " ")) for run in runs if run.text]
    if any(run.text.strip() for run in runs):
        sheet.put(runs, traits)


def _called(note: etree._Element, notes: list[tuple[str, etree._Element]]) -> TextRun:
    """The number of a note where the text calls it; its body is read behind the text."""
    key = f"n{len(notes) + 1}"
    citation, body = note.find(_TEXT + "note-citation"), note.find(_TEXT + "note-body")
    if body is not None:
        notes.append((key, body))
    return TextRun((citation.text if citation is not None else "") or "*", note=key)


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
