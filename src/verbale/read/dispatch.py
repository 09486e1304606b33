"""The one way in: bytes to the reader that fits them."""

from __future__ import annotations

import hashlib
import importlib
import re
from dataclasses import replace

from verbale.errors import NotADocument, TooLarge
from verbale.model.block import Extraction
from verbale.model.finding import Finding, Severity
from verbale.model.source import MediaType
from verbale.read.limits import Limits
from verbale.read.sniff import get_media_type

_READERS = {
    MediaType.PDF: ("pdf", "read_pdf"),
    MediaType.DOCX: ("docx", "read_docx"),
    MediaType.ODT: ("odt", "read_odt"),
    MediaType.DOC: ("converted", "read_doc"),
    MediaType.RTF: ("converted", "read_rtf"),
    MediaType.HTML: ("html", "read_html"),
    MediaType.TEXT: ("text", "read_text"),
}
"""The module and the function that read each type; a module is loaded with the first source of its type."""

_REPLACEMENT = "\ufffd"
_TOLD = ("read/bad-character", "read/encoding")
# A parser compares each attribute of an element with all others.
_LONG_TAG = re.compile(rb"<[A-Za-z][^<>]{4096,}")
_QUOTED = re.compile(rb"\"[^\"]*\"|'[^']*'")
_ATTRIBUTES = 1_000  # attributes of one HTML element; pages have a dozen
_BREAKS = (b"\n", b"\r", b"\f", b"\v")


def read_bytes(data: bytes, name: str, limits: Limits | None = None) -> Extraction:
    """Read one document. ``name`` only names it in messages and in the result.

    Raises a ``ReadFailed``: ``NotADocument``, ``Encrypted``, ``Damaged`` or ``TooLarge``.
    """
    limits = limits or Limits()
    if len(data) > limits.bytes:
        raise TooLarge(name, f"{len(data):,} bytes, the limit is {limits.bytes:,}", "split the document")
    media_type = get_media_type(data, name)
    if media_type not in _READERS:
        raise NotADocument(name, f"{media_type.value} is not read here", "send it as PDF, DOCX, HTML or text")
    _weigh(data, media_type, name, limits)
    module, reader = _READERS[media_type]
    read = getattr(importlib.import_module(f"verbale.read.{module}"), reader)
    reading: Extraction = read(data, name, hashlib.sha256(data).hexdigest(), limits)
    if len(reading.blocks) > limits.lines:
        raise _too_many(name, len(reading.blocks), "lines", limits.lines)
    return _with_replaced_told(reading)


def _with_replaced_told(reading: Extraction) -> Extraction:
    """A reading whose U+FFFD nobody has spoken of yet, with a finding that does."""
    count = reading.source.text.count(_REPLACEMENT)
    if not count or any(finding.rule in _TOLD for finding in reading.findings):
        return reading
    message = f"{count} characters that are no characters stand as U+FFFD"
    return replace(reading, findings=(*reading.findings, Finding("read/bad-character", Severity.WARNING, message)))


def _weigh(data: bytes, media_type: MediaType, name: str, limits: Limits) -> None:
    """Refuse, before any reader spends time and memory, what only looks small."""
    if media_type not in (MediaType.TEXT, MediaType.HTML):
        return
    if len(data) > limits.written:
        raise _too_many(name, len(data), f"bytes of {media_type.value}", limits.written)
    if media_type is MediaType.HTML and (found := data.count(b"<")) > 2 * limits.elements:
        raise _too_many(name, found, "HTML tags", 2 * limits.elements)
    if (
        media_type is MediaType.HTML
        and (found := max(map(_attributes, _LONG_TAG.findall(data)), default=0)) > _ATTRIBUTES
    ):
        raise _too_many(name, found, "attributes of one HTML element", _ATTRIBUTES)
    if media_type is MediaType.TEXT and (found := sum(map(data.count, _BREAKS))) > 4 * limits.lines:
        raise _too_many(name, found, "line breaks", 4 * limits.lines)


def _attributes(tag: bytes) -> int:
    return len(_QUOTED.sub(b"", tag).split())


def _too_many(name: str, found: int, what: str, limit: int) -> TooLarge:
    return TooLarge(name, f"{found:,} {what}, the limit is {limit:,}", "split the document")
