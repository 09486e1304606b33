"""Where a text came from."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class MediaType(StrEnum):
    """The types of document that are read, told by content and never by name."""

    PDF = "application/pdf"
    DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    HTML = "text/html"
    TEXT = "text/plain"
    ODT = "application/vnd.oasis.opendocument.text"
    DOC = "application/msword"
    RTF = "application/rtf"
    AKN = "application/akn+xml"


@dataclass(frozen=True, slots=True)
class Source:
    """A document as received: its name, the SHA-256 of its bytes, its type and its text.

    ``text`` is fixed at reading, in logical order; every span of the tree indexes it. Of a
    plain text it is the file itself, so that offsets agree with the file; of the other types
    it is what the reader laid out, one block a line.
    """

    name: str
    sha256: str
    media_type: MediaType
    text: str
