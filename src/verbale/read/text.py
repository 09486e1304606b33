"""Plain text, as typed or as taken out of a PDF: hard wraps, form feeds, columns of spaces.

The text of the source is the file itself, so that every offset agrees with it. A block is a
printed line without the white space around it; its column and row are its place on the page.
"""

from __future__ import annotations

import re
from dataclasses import replace

from verbale.errors import NotADocument
from verbale.model.block import Block, Extraction, Shape
from verbale.model.finding import Finding, Severity
from verbale.model.source import MediaType, Source
from verbale.model.span import Span
from verbale.read.charsets import decode
from verbale.read.limits import Limits

_LINE = re.compile(r"[^\n\f\r\v\x85\u2028\u2029]+|\r\n|[\n\f\r\v\x85\u2028\u2029]")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f\ufffe\uffff]|[\ud800-\udfff]")
_INVISIBLE = re.compile("[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00ad]+")
_WIDE = re.compile(
    "[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6]+"
)
# A half of a UTF-16 pair, written in UTF-8 by programs that do not know better.
_SURROGATE_BYTES = re.compile(rb"\xed[\xa0-\xbf][\x80-\xbf]")
_REPLACEMENT = "\ufffd".encode()
_TAB = 8  # columns
# No printed line is wider, in columns. Where a good part of a text stands in wider ones, nothing was wrapped.
_WIDEST, _UNWRAPPED = 150, 0.3
_GAPS = re.compile(r"\s{2,}")
_HEAD = 4096  # characters that are looked at
_BINARY_SHARE = 0.05  # of control characters in the head: from here on it is no text


def read_text(data: bytes, name: str, sha256: str, limits: Limits) -> Extraction:
    """Read plain text in UTF-8, UTF-16 or, with a finding, what its letters make likely.

    Raises ``NotADocument`` when the bytes are not text at all.
    """
    text, findings = _decode(data, name)
    source = Source(name, sha256, MediaType.TEXT, text)
    blocks = tuple(_unwrapped(_lines(text), text))
    pages = blocks[-1].page if blocks else 1
    return Extraction(source, blocks, tuple(findings), pages)


def _decode(data: bytes, name: str) -> tuple[str, list[Finding]]:
    """The characters, with a finding for everything that could not be taken at its word."""
    findings: list[Finding] = []
    try:
        text = data.decode("utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig")
    except UnicodeDecodeError as error:
        text = _decode_broken(data, error, findings)
    if "\x00" in text or len(_CONTROL.findall(text[:_HEAD])) > _BINARY_SHARE * min(len(text), _HEAD):
        raise NotADocument(name, "the bytes are not text", "send the document as PDF, DOCX, HTML or text")
    if _CONTROL.search(text):
        count = len(_CONTROL.findall(text))
        text = _CONTROL.sub("\ufffd", text)
        findings.append(
            Finding("read/bad-character", Severity.WARNING, f"{count} control characters replaced by U+FFFD")
        )
    return text, findings


def _decode_broken(data: bytes, error: UnicodeDecodeError, findings: list[Finding]) -> str:
    """Text that is not clean: UTF-16 with half a pair, UTF-8 with a bad byte, or an encoding of before."""
    if error.encoding.startswith("utf-16"):
        message = f"not clean UTF-16: what could not be read became U+FFFD, the first at byte {error.start}"
        findings.append(Finding("read/encoding", Severity.WARNING, message))
        return data.decode("utf-16", errors="replace")
    data, halves = _SURROGATE_BYTES.subn(_REPLACEMENT, data)
    replaced = data.decode("utf-8", errors="replace")
    if halves:
        message = f"{halves} lone surrogates replaced by U+FFFD, the first at byte {error.start}"
        findings.append(Finding("read/encoding", Severity.WARNING, message))
        return replaced.removeprefix("\ufeff")
    wide = sum(1 for char in replaced if char > "\x7f" and char != "\ufffd")
    if replaced.count("\ufffd") <= wide:
        message = f"not clean UTF-8: {replaced.count(chr(0xFFFD))} bytes replaced, the first at byte {error.start}"
        findings.append(Finding("read/encoding", Severity.WARNING, message))
        return replaced
    decoded = decode(data)
    named = "Windows-1252" if decoded.codec == "cp1252" else decoded.codec
    message = f"not UTF-8: read as {named}, which is a guess"
    findings.append(Finding("read/encoding", Severity.WARNING, message))
    return decoded.text


def _unwrapped(lines: list[Block], text: str) -> list[Block]:
    """The lines as whole paragraphs where a text was never wrapped, as word processors and mail programs write it."""
    widths = [
        len(_GAPS.sub(" ", shown := block.span.slice(text))) + sum(map(len, _WIDE.findall(shown))) for block in lines
    ]
    if sum(width for width in widths if width > _WIDEST) < _UNWRAPPED * sum(widths) or not lines:
        return lines
    return [replace(block, shape=Shape.PARAGRAPH) for block in lines]


def _lines(text: str) -> list[Block]:
    """A block for every line that prints something."""
    blocks: list[Block] = []
    page, row = 1, 0
    for match in _LINE.finditer(text):
        line = match.group()
        if line == "\f":
            page, row = page + 1, 0
            continue
        if line[0] in "\n\r\v\x85\u2028\u2029":
            row += 1
            continue
        shown = _INVISIBLE.sub("", line)
        body = shown.strip()
        if not body:
            continue
        columns = shown.expandtabs(_TAB) if "\t" in shown else shown
        left = len(columns) - len(columns.lstrip())
        start = match.start() + len(line) - len(line.lstrip())
        end = match.start() + len(line.rstrip())
        # A Chinese character takes the room of two columns.
        width = len(columns.strip()) + sum(map(len, _WIDE.findall(body)))
        blocks.append(
            Block(
                Span(start, end),
                Shape.LINE,
                page=page,
                left=float(left),
                right=float(left + width),
                top=float(row),
                bottom=float(row + 1),
            )
        )
    return blocks
