"""What kind of document these bytes are, told by what stands in them.

A file name may lie; the first bytes seldom do. What is known but not read is named, so that
the error says what was received and what to do with it.
"""

from __future__ import annotations

import re

from verbale.errors import Encrypted, NotADocument
from verbale.model.source import MediaType

_HEAD = 4096  # bytes in which markup and words tell the type
_PDF_HEAD = 1024  # bytes in which the mark of a PDF may stand (ISO 32000-1, annex H)
_ENCRYPTED_PACKAGE = "EncryptedPackage".encode("utf-16-le")
_WORD_STREAM = "WordDocument".encode("utf-16-le")
_OPEN_TEXT = b"mimetypeapplication/vnd.oasis.opendocument.text"
_MARKUP = re.compile(rb"<(?:!doctype\s+html|html|head|body|div|p|table|h[1-6]|meta|article|section)\b", re.I)
_XML = re.compile(rb"\s*<\?xml\b|\s*<!DOCTYPE\b|\s*<[A-Za-z_][\w.:-]*[\s>/]")
_AKN = re.compile(rb"<(?:\w+:)?akomaNtoso[\s>]")

_KNOWN = (
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"II*\x00", "a TIFF picture"),
    (b"MM\x00*", "a TIFF picture"),
    (b"Rar!", "a RAR archive"),
    (b"7z\xbc\xaf", "a 7z archive"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"MZ", "a program"),
    (b"\x7fELF", "a program"),
)


def get_media_type(data: bytes, name: str) -> MediaType:
    """The type of a document by its content.

    Raises ``NotADocument`` or ``Encrypted`` when there is no reader for it.
    """
    if not data:
        raise NotADocument(name, "the file is empty")
    if b"%PDF-" in data[:_PDF_HEAD]:
        return MediaType.PDF
    if data.startswith(b"PK"):
        return MediaType.ODT if _OPEN_TEXT in data[:_PDF_HEAD] else MediaType.DOCX
    if data.startswith(b"{\\rtf"):
        return MediaType.RTF
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        if _ENCRYPTED_PACKAGE in data:
            raise Encrypted(name, "the Office document is protected by a password", "save it without one")
        if _WORD_STREAM in data:
            return MediaType.DOC
        raise NotADocument(name, "an Office document of before 2007 that is no text", "save it as DOCX or PDF")
    for magic, what in _KNOWN:
        if data.startswith(magic):
            raise NotADocument(name, what, "send the document as PDF, DOCX, HTML or text")
    return _get_text_type(data, name)


def _get_text_type(data: bytes, name: str) -> MediaType:
    head = data[:_HEAD].replace(b"\x00", b"") if data[:2] in (b"\xff\xfe", b"\xfe\xff") else data[:_HEAD]
    head = head.removeprefix(b"\xef\xbb\xbf").removeprefix(b"\xff\xfe").removeprefix(b"\xfe\xff")
    if _AKN.search(head):
        return MediaType.AKN
    if _MARKUP.search(head):
        return MediaType.HTML
    if _XML.match(head) and head.lstrip().startswith(b"<?xml"):
        raise NotADocument(name, "XML of a vocabulary that is not known here", "send it as PDF, DOCX, HTML or text")
    return MediaType.TEXT
