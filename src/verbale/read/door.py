"""The one way in: bytes to the reader that fits them."""

from __future__ import annotations

import hashlib

from verbale.errors import NotADocument, TooLarge
from verbale.model import MediaType, Reading
from verbale.read.docx import read_docx
from verbale.read.html import read_html
from verbale.read.limits import Limits
from verbale.read.pdf import read_pdf
from verbale.read.sniff import get_media_type
from verbale.read.text import read_text

_READERS = {
    MediaType.PDF: read_pdf,
    MediaType.DOCX: read_docx,
    MediaType.HTML: read_html,
    MediaType.TEXT: read_text,
}


def read_bytes(data: bytes, name: str, limits: Limits | None = None) -> Reading:
    """Read one document. ``name`` only names it in messages and in the result.

    Raises a ``ReadFailed``: ``NotADocument``, ``Encrypted``, ``Damaged`` or ``TooLarge``.
    """
    limits = limits or Limits()
    if len(data) > limits.bytes:
        raise TooLarge(name, f"{len(data):,} bytes, the limit is {limits.bytes:,}", "split the document")
    media_type = get_media_type(data, name)
    reader = _READERS.get(media_type)
    if reader is None:
        raise NotADocument(name, f"{media_type.value} is not read here", "send it as PDF, DOCX, HTML or text")
    return reader(data, name, hashlib.sha256(data).hexdigest(), limits)
