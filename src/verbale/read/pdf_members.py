"""Files inside a PDF: those attached to it or to a place of a page, and the members of a portfolio."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from typing import NamedTuple

from pypdfium2 import raw

_MOST = 1_000  # files that are looked for in one document or on one page
_LONGEST = 2_048  # bytes of a file's name


class Member(NamedTuple):
    """A file inside a PDF, with its length in bytes; valid while the document is open, and the page it is on."""

    name: str
    length: int
    handle: raw.FPDF_ATTACHMENT

    def read(self) -> bytes:
        """Its bytes; none where the file is broken."""
        size = ctypes.c_ulong(self.length)
        buffer = ctypes.create_string_buffer(max(self.length, 1))
        if not raw.FPDFAttachment_GetFile(self.handle, buffer, self.length, size):
            return b""
        return buffer.raw[: min(size.value, self.length)]


def find_attached(document: raw.FPDF_DOCUMENT) -> Iterator[Member]:
    """The files attached to a document as a whole; the members of a portfolio are."""
    for at in range(min(max(raw.FPDFDoc_GetAttachmentCount(document), 0), _MOST)):
        if handle := raw.FPDFDoc_GetAttachment(document, at):
            yield _member(handle, at)


def find_pinned(page: raw.FPDF_PAGE) -> Iterator[Member]:
    """The files that are pinned to a place of an open page."""
    for at in range(min(max(raw.FPDFPage_GetAnnotCount(page), 0), _MOST)):
        note = raw.FPDFPage_GetAnnot(page, at)
        if not note:
            continue
        if raw.FPDFAnnot_GetSubtype(note) == raw.FPDF_ANNOT_FILEATTACHMENT and (
            handle := raw.FPDFAnnot_GetFileAttachment(note)
        ):
            yield _member(handle, at)
        raw.FPDFPage_CloseAnnot(note)


def _member(handle: raw.FPDF_ATTACHMENT, at: int) -> Member:
    size = ctypes.c_ulong(0)
    raw.FPDFAttachment_GetFile(handle, None, 0, size)
    length = min(max(raw.FPDFAttachment_GetName(handle, None, 0), 0), _LONGEST)
    buffer = (ctypes.c_ushort * (length // 2 + 1))()
    raw.FPDFAttachment_GetName(handle, buffer, length)
    name = bytes(buffer)[: max(length - 2, 0)].decode("utf-16-le", "replace").replace("\\", "/").rpartition("/")[2]
    return Member(name.strip() or f"file-{at + 1}", size.value, handle)
