"""PDF to printed lines with their places on the page."""

from __future__ import annotations

import ctypes
import threading
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import NamedTuple

import pypdfium2
from pypdfium2 import raw

from verbale.errors import Damaged, Encrypted, TooLarge
from verbale.lexicon.common_words import are_doubtful
from verbale.model.block import Block, Extraction, Mark, MarkKind, Shape
from verbale.model.finding import Finding, Severity
from verbale.model.source import MediaType, Source
from verbale.model.span import Origin, Span
from verbale.read.draft import quote
from verbale.read.limits import Limits
from verbale.read.pdf_annotations import find_annotations, find_form_values, open_form
from verbale.read.pdf_lines import PrintedLine, find_lines
from verbale.read.pdf_links import find_areas, find_linked
from verbale.read.pdf_margin import find_numbering, take_line_numbers
from verbale.read.pdf_members import Member, find_attached, find_pinned
from verbale.read.pdf_overlay import find_overlay, lay_over
from verbale.read.pdf_page import PageText
from verbale.read.pdf_sight import sift
from verbale.read.pdf_streams import refuse_heavy_streams

_IMAGE_COVER = 0.5  # share of a page under pictures from which on, without words, it is a scan
_UNMAPPED_SHARE = 0.1  # of the characters of a page without a letter: from here on words are lost
_CENTRE_SLACK = 4.0  # points that a centred line may be off the middle
_CENTRE_INDENT = 1.5  # of its size, that a centred line keeps from either margin
_PRINTED = (Origin.TEXT, Origin.RECOGNISED)  # whose lines were wrapped to the width of the page
_EDGE_SHARE = 0.05  # lines left out on either side where the margins of a page are measured

# pdfium keeps global state and must not be entered by two threads at once.
_PDFIUM = threading.Lock()


class _PositionedLine(NamedTuple):
    """A line with its page and the stretches of it that are links."""

    line: PrintedLine
    page: int
    width: float
    links: list[tuple[int, int, str]]


@dataclass(slots=True)
class _PageResults:
    """What the pages gave so far."""

    lines: list[_PositionedLine] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    letters: int = 0


def read_pdf(data: bytes, name: str, sha256: str, limits: Limits) -> Extraction:
    """Read a PDF into one block for each printed line, in reading order, with ``Shape.LINE``.

    The text is what the file's text layer says; nothing is recognised from pictures. Pages of
    nothing but a picture and pages that cannot be opened are told in the findings. Raises
    ``Encrypted``, ``Damaged``, or ``TooLarge`` if ``limits`` are passed.
    """
    if len(data) > limits.bytes:
        raise TooLarge(name, f"{len(data)} bytes are over the limit of {limits.bytes} bytes")
    refuse_heavy_streams(data, name, limits)
    gathered = _PageResults()
    with _PDFIUM, _opened(data, name) as document:
        pages = len(document)
        if pages > limits.pages:
            raise TooLarge(name, f"{pages} pages are over the limit of {limits.pages} pages")
        if pages < 1:
            raise Damaged(name, "the file has no page that can be found")
        gathered.findings.extend(_form_findings(document.raw))
        gathered.findings.extend(_member_finding(member) for member in find_attached(document.raw))
        with open_form(document.raw) as form:
            for number in range(1, pages + 1):
                _read_page(document.raw, form, number, gathered)
                if gathered.letters > limits.expansion:
                    raise TooLarge(name, f"the text is over the limit of {limits.expansion} letters")
    text, blocks = _lay_out(gathered.lines)
    source = Source(name=name, sha256=sha256, media_type=MediaType.PDF, text=text)
    return Extraction(source=source, blocks=blocks, findings=tuple(gathered.findings), pages=pages)


def read_members(data: bytes, name: str, limits: Limits | None = None) -> tuple[tuple[str, bytes], ...]:
    """The names and bytes of the files inside a PDF: attached to it, members of a portfolio, pinned to a page.

    Raises ``Encrypted``, ``Damaged``, or ``TooLarge`` if they are more or larger than ``limits`` allow.
    """
    limits = limits or Limits()
    found: list[tuple[str, bytes]] = []
    with _PDFIUM, _opened(data, name) as document:
        _take_members(find_attached(document.raw), name, found, limits)
        for number in range(min(len(document), limits.pages)):
            if page := raw.FPDF_LoadPage(document.raw, number):
                try:
                    _take_members(find_pinned(page), name, found, limits)
                finally:
                    raw.FPDF_ClosePage(page)
    return tuple(dict.fromkeys(found))


def _take_members(members: Iterable[Member], name: str, found: list[tuple[str, bytes]], limits: Limits) -> None:
    for member in members:
        if len(found) >= limits.parts:
            raise TooLarge(name, f"more than {limits.parts:,} files in it, the limit", "send the files themselves")
        if sum(len(content) for _, content in found) + member.length > limits.bytes:
            raise TooLarge(name, f"the files in it have more than {limits.bytes:,} bytes", "send the files themselves")
        found.append((member.name, member.read()))


def _member_finding(member: Member, page: int | None = None) -> Finding:
    where = f"page {page}: " if page is not None else ""
    message = f"{where}a file in the PDF is not part of its text: {quote(member.name)}, {member.length:,} bytes"
    return Finding("read/embedded-file", Severity.WARNING, message, page=page)


@contextmanager
def _opened(data: bytes, name: str) -> Iterator[pypdfium2.PdfDocument]:
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if error.err_code == raw.FPDF_ERR_PASSWORD:
            raise Encrypted(name, "the PDF asks for a password", "save a copy without a password") from error
        raise Damaged(name, "the PDF is broken or cut short", "fetch the file again") from error
    try:
        yield document
    finally:
        document.close()


def _form_findings(document: raw.FPDF_DOCUMENT) -> Iterator[Finding]:
    """A form whose pages are placeholders, which only the program that made it shows."""
    values = find_form_values(document)
    if values is not None:
        held = f"; it holds {quote('; '.join(values))}" if values else ""
        message = (
            f"the pages are a placeholder: the form is an XFA form, which is not read{held}. Ask for a printed copy"
        )
        yield Finding("read/xfa-form", Severity.WARNING, message)


def _read_page(
    document: raw.FPDF_DOCUMENT, form: raw.FPDF_FORMHANDLE | None, number: int, gathered: _PageResults
) -> None:
    """Add the lines and findings of a page; its handles are closed before the next is opened."""
    page = raw.FPDF_LoadPage(document, number - 1)
    letters = raw.FPDFText_LoadPage(page) if page else None
    try:
        if not page or not letters:
            message = f"page {number} cannot be opened: it is left out"
            gathered.findings.append(Finding("read/page-damaged", Severity.ERROR, message, page=number))
            return
        found = PageText(page, letters)
        gathered.letters += len(found.text)
        sight = sift(page, found)
        runs, numbers = take_line_numbers(sight.kept)
        lines = find_lines(found, runs, sight.recognised)
        gathered.findings.extend(find_numbering(numbers, number))
        gathered.findings.extend((*_letter_findings(found, number), *sight.findings(number)))
        gathered.findings.extend(_word_findings(lines, number))
        if not lines and _is_image(page):
            message = f"image-only page {number}: a picture without a text layer, nothing was read from it"
            gathered.findings.append(Finding("read/image-only", Severity.WARNING, message, page=number))
        annotations = find_annotations(page, form)
        gathered.findings.extend(_member_finding(member, number) for member in find_pinned(page))
        if annotations:
            gathered.findings.extend(find_overlay(found, lines, annotations, number))
            lay_over(found, lines, annotations)
        linked = _find_linked(document, page, found, lines)
    finally:
        if letters:
            raw.FPDFText_ClosePage(letters)
        if page:
            raw.FPDF_ClosePage(page)
    placed = [
        _PositionedLine(line, number, found.extent(lines[0].turn)[0], links)
        for line, links in zip(lines, linked, strict=True)
    ]
    gathered.lines.extend(placed)


def _find_linked(
    document: raw.FPDF_DOCUMENT, page: raw.FPDF_PAGE, found: PageText, lines: list[PrintedLine]
) -> list[list[tuple[int, int, str]]]:
    """For each line the stretches of it that lie under a link."""
    areas = find_areas(document, page) if lines else []
    return find_linked(found, lines, areas, lines[0].turn) if areas else [[] for _ in lines]


def _letter_findings(page: PageText, number: int) -> Iterator[Finding]:
    if page.bad:
        message = f"page {number}: {page.bad} characters are no characters and were replaced by U+FFFD"
        yield Finding("read/bad-character", Severity.WARNING, message, page=number)
    if page.unmapped:
        severity = Severity.WARNING if page.unmapped > _UNMAPPED_SHARE * len(page.text) else Severity.NOTE
        message = f"page {number}: for {page.unmapped} glyphs the font does not tell which letters they are"
        yield Finding("read/unmapped-glyphs", severity, message, page=number)


def _word_findings(lines: list[PrintedLine], number: int) -> Iterator[Finding]:
    if are_doubtful(" ".join(line.text for line in lines)):
        message = f"page {number}: its words are mostly unknown: its fonts may not tell which letters are printed"
        yield Finding("read/text-layer-doubtful", Severity.WARNING, message, page=number)


def _is_image(page: raw.FPDF_PAGE) -> bool:
    """Whether pictures cover more than half of a page."""
    whole = raw.FPDF_GetPageWidthF(page) * raw.FPDF_GetPageHeightF(page)
    covered = 0.0
    edges = tuple(ctypes.c_float() for _ in range(4))
    for at in range(raw.FPDFPage_CountObjects(page)):
        item = raw.FPDFPage_GetObject(page, at)
        kind = raw.FPDFPageObj_GetType(item)
        if kind in (raw.FPDF_PAGEOBJ_IMAGE, raw.FPDF_PAGEOBJ_FORM) and raw.FPDFPageObj_GetBounds(item, *edges):
            left, bottom, right, top = (edge.value for edge in edges)
            covered += abs(right - left) * abs(top - bottom)
    return covered > _IMAGE_COVER * float(whole)


def _lay_out(lines: list[_PositionedLine]) -> tuple[str, tuple[Block, ...]]:
    columns = _find_columns(lines)
    texts: list[str] = []
    blocks: list[Block] = []
    at = 0
    for printed in lines:
        line = printed.line
        end = at + len(line.text)
        blocks.append(
            Block(
                span=Span(at, end),
                shape=Shape.LINE if line.origin in _PRINTED else Shape.PARAGRAPH,
                page=printed.page,
                left=round(line.left, 2),
                right=round(line.right, 2),
                top=round(line.top, 2),
                bottom=round(line.bottom, 2),
                size=round(line.size, 2),
                centred=_is_centred(line, *columns[round(printed.width)]),
                marks=_marks(printed, at),
                origin=line.origin,
            )
        )
        texts.append(line.text)
        at = end + 1
    return "".join(text + "\n" for text in texts), tuple(blocks)


def _marks(printed: _PositionedLine, at: int) -> tuple[Mark, ...]:
    marks = [Mark(kind, Span(at + start, at + end)) for kind, start, end in printed.line.marks]
    marks.extend(Mark(MarkKind.LINK, Span(at + start, at + end), target) for start, end, target in printed.links)
    return tuple(sorted(marks, key=lambda mark: (mark.span, mark.kind)))


def _find_columns(lines: list[_PositionedLine]) -> dict[int, tuple[float, float]]:
    """The left and right edge of the body of the text, by the width of the page.

    One edge is where most letters' lines begin (or, in Arabic, end); the other is where the
    longest lines reach, but for a few that stand out.
    """
    by_width: dict[int, list[PrintedLine]] = {}
    for printed in lines:
        by_width.setdefault(round(printed.width), []).append(printed.line)
    columns: dict[int, tuple[float, float]] = {}
    for width, members in by_width.items():
        lefts: Counter[int] = Counter()
        rights: Counter[int] = Counter()
        for line in members:
            lefts[round(line.left)] += len(line.text)
            rights[round(line.right)] += len(line.text)
        out = int(_EDGE_SHARE * len(members))
        left, right = max(lefts, key=lambda x: (lefts[x], -x)), max(rights, key=lambda x: (rights[x], x))
        if lefts[left] >= rights[right]:
            columns[width] = (left, max(right, sorted(line.right for line in members)[-1 - out]))
        else:
            columns[width] = (min(left, sorted(line.left for line in members)[out]), right)
    return columns


def _is_centred(line: PrintedLine, left: float, right: float) -> bool:
    """Whether a line stands in the middle of the text, with room on either side."""
    room = _CENTRE_INDENT * line.size
    if line.left - left < room or right - line.right < room:
        return False
    return abs(line.left + line.right - left - right) / 2 <= _CENTRE_SLACK
