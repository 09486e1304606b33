"""What stands on a PDF page without being in its content: form fields, notes, stamps, lines through words.

A field that is filled in is part of what a State says and is read; a note or stamp was put on the page afterwards and
is read as such; comments are told and not read. What a person can neither see nor print is told and not read.
"""

from __future__ import annotations

import ctypes
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from enum import Enum
from html import unescape
from typing import NamedTuple

from pypdfium2 import raw

_TICKED, _UNTICKED = "☒", "☐"
_PASSWORD = 1 << 13  # bit 14 of the flags of a text field (ISO 32000-1, table 228)
_XFA_DATA = re.compile(r"<xfa:data\b[^<>]*>(.*?)</xfa:data>", re.S)
_LEAF = re.compile(r"<([\w:.-]{1,80})[^<>]{0,400}>([^<>]+)</")
_MOST = 2_000  # annotations of a page that are looked at
_LONGEST = 200_000  # characters of one value
_VALUES = (raw.FPDF_FORMFIELD_TEXTFIELD, raw.FPDF_FORMFIELD_COMBOBOX, raw.FPDF_FORMFIELD_LISTBOX)
_BOXES = (raw.FPDF_FORMFIELD_CHECKBOX, raw.FPDF_FORMFIELD_RADIOBUTTON)
_COMMENTS = (
    raw.FPDF_ANNOT_TEXT,
    raw.FPDF_ANNOT_HIGHLIGHT,
    raw.FPDF_ANNOT_UNDERLINE,
    raw.FPDF_ANNOT_SQUIGGLY,
    raw.FPDF_ANNOT_CARET,
    raw.FPDF_ANNOT_LINE,
    raw.FPDF_ANNOT_SQUARE,
    raw.FPDF_ANNOT_CIRCLE,
    raw.FPDF_ANNOT_POLYGON,
    raw.FPDF_ANNOT_POLYLINE,
    raw.FPDF_ANNOT_INK,
    raw.FPDF_ANNOT_REDACT,
)


class Kind(Enum):
    """What an annotation does to a page."""

    FIELD = "field"
    BOX = "box"
    NOTE = "note"
    COMMENT = "comment"
    STRUCK = "struck"
    HIDDEN = "hidden"


class Annotation(NamedTuple):
    """An annotation with its words; its boxes are left, bottom, right and top in the coordinates of the file.

    ``words`` of a ``BOX`` is the sign of its state; of a ``NOTE`` it is empty where nothing but its picture tells them.
    ``name`` is what a form calls its field.
    """

    kind: Kind
    words: str
    boxes: tuple[tuple[float, float, float, float], ...]
    name: str = ""


@contextmanager
def open_form(document: raw.FPDF_DOCUMENT) -> Iterator[raw.FPDF_FORMHANDLE | None]:
    """The fields of a document, or ``None`` where it has none; nothing in it is carried out."""
    if raw.FPDF_GetFormType(document) == raw.FORMTYPE_NONE:
        yield None
        return
    wanted = raw.FPDF_FORMFILLINFO(version=2)
    form = raw.FPDFDOC_InitFormFillEnvironment(document, wanted)
    try:
        yield form or None
    finally:
        if form:
            raw.FPDFDOC_ExitFormFillEnvironment(form)


def find_annotations(page: raw.FPDF_PAGE, form: raw.FPDF_FORMHANDLE | None) -> list[Annotation]:
    """The annotations of a page that have words or change how its words are to be taken, in the order of the file."""
    found: list[Annotation] = []
    for at in range(min(raw.FPDFPage_GetAnnotCount(page), _MOST)):
        handle = raw.FPDFPage_GetAnnot(page, at)
        if not handle:
            continue
        try:
            found.extend(_read(handle, form))
        finally:
            raw.FPDFPage_CloseAnnot(handle)
    return found


def _read(handle: raw.FPDF_ANNOTATION, form: raw.FPDF_FORMHANDLE | None) -> Iterator[Annotation]:
    subtype = raw.FPDFAnnot_GetSubtype(handle)
    if subtype == raw.FPDF_ANNOT_WIDGET:
        made = _read_field(handle, form) if form else None
    elif subtype in (raw.FPDF_ANNOT_FREETEXT, raw.FPDF_ANNOT_STAMP):
        made = Annotation(Kind.NOTE, _string(handle, b"Contents"), _rectangle(handle))
    elif subtype == raw.FPDF_ANNOT_STRIKEOUT:
        made = Annotation(Kind.STRUCK, _string(handle, b"Contents"), _quads(handle) or _rectangle(handle))
    elif subtype in _COMMENTS and (words := _string(handle, b"Contents")):
        made = Annotation(Kind.COMMENT, words, _rectangle(handle))
    else:
        made = None
    if made is None:
        return
    flags = raw.FPDFAnnot_GetFlags(handle)
    printed = flags & raw.FPDF_ANNOT_FLAG_PRINT
    unseen = flags & raw.FPDF_ANNOT_FLAG_HIDDEN or (flags & raw.FPDF_ANNOT_FLAG_NOVIEW and not printed)
    if not unseen:
        yield made
    elif made.words and made.kind in (Kind.FIELD, Kind.NOTE):
        yield made._replace(kind=Kind.HIDDEN)


def _read_field(handle: raw.FPDF_ANNOTATION, form: raw.FPDF_FORMHANDLE) -> Annotation | None:
    kind = raw.FPDFAnnot_GetFormFieldType(form, handle)
    name = _wide(lambda buffer, size: raw.FPDFAnnot_GetFormFieldAlternateName(form, handle, buffer, size))
    name = name or _wide(lambda buffer, size: raw.FPDFAnnot_GetFormFieldName(form, handle, buffer, size))
    if kind in _BOXES:
        return Annotation(Kind.BOX, _TICKED if _is_ticked(handle, form) else _UNTICKED, _rectangle(handle), name)
    if kind not in _VALUES:
        return None
    if kind == raw.FPDF_FORMFIELD_TEXTFIELD and raw.FPDFAnnot_GetFormFieldFlags(form, handle) & _PASSWORD:
        return None
    chosen = [] if kind == raw.FPDF_FORMFIELD_TEXTFIELD else _chosen(handle, form)
    words = "\n".join(chosen) or _wide(lambda buffer, size: raw.FPDFAnnot_GetFormFieldValue(form, handle, buffer, size))
    return Annotation(Kind.FIELD, words, _rectangle(handle), name) if words.strip() else None


def _is_ticked(handle: raw.FPDF_ANNOTATION, form: raw.FPDF_FORMHANDLE) -> bool:
    """Whether a box shows its mark; where the file does not say which of its looks it has, by the field's value."""
    if shown := _string(handle, b"AS"):
        return shown != "Off"
    held = _wide(lambda buffer, size: raw.FPDFAnnot_GetFormFieldValue(form, handle, buffer, size))
    own = _wide(lambda buffer, size: raw.FPDFAnnot_GetFormFieldExportValue(form, handle, buffer, size))
    return held not in ("", "Off") and held == (own or held)


def _chosen(handle: raw.FPDF_ANNOTATION, form: raw.FPDF_FORMHANDLE) -> list[str]:
    """The words of the options of a list that are chosen: what the page shows of them, not what is sent for them."""
    count = min(max(raw.FPDFAnnot_GetOptionCount(form, handle), 0), _MOST)
    chosen = [at for at in range(count) if raw.FPDFAnnot_IsOptionSelected(form, handle, at)]
    return [_option(handle, form, at) for at in chosen]


def _option(handle: raw.FPDF_ANNOTATION, form: raw.FPDF_FORMHANDLE, at: int) -> str:
    return _wide(lambda buffer, size: raw.FPDFAnnot_GetOptionLabel(form, handle, at, buffer, size))


def _string(handle: raw.FPDF_ANNOTATION, key: bytes) -> str:
    return _wide(lambda buffer, size: raw.FPDFAnnot_GetStringValue(handle, key, buffer, size)).strip()


def _wide(call: Callable[[ctypes.Array[ctypes.c_ushort] | None, int], int]) -> str:
    """The text that pdfium writes as UTF-16 into a buffer, whose size it tells first."""
    size = min(call(None, 0), 2 * _LONGEST)
    if size <= 2:
        return ""
    buffer = (ctypes.c_ushort * (size // 2 + 1))()
    call(buffer, size)
    return bytes(buffer)[: size - 2].decode("utf-16-le", "replace").replace("\r\n", "\n").replace("\r", "\n")


def _rectangle(handle: raw.FPDF_ANNOTATION) -> tuple[tuple[float, float, float, float], ...]:
    box = raw.FS_RECTF()
    if not raw.FPDFAnnot_GetRect(handle, box):
        return ()
    left, right = sorted((box.left, box.right))
    bottom, top = sorted((box.bottom, box.top))
    return ((left, bottom, right, top),)


def _quads(handle: raw.FPDF_ANNOTATION) -> tuple[tuple[float, float, float, float], ...]:
    boxes = []
    for at in range(min(raw.FPDFAnnot_CountAttachmentPoints(handle), _MOST)):
        quad = raw.FS_QUADPOINTSF()
        if raw.FPDFAnnot_GetAttachmentPoints(handle, at, quad):
            xs, ys = (quad.x1, quad.x2, quad.x3, quad.x4), (quad.y1, quad.y2, quad.y3, quad.y4)
            boxes.append((min(xs), min(ys), max(xs), max(ys)))
    return tuple(boxes)


def find_form_values(document: raw.FPDF_DOCUMENT) -> list[str] | None:
    """What was filled into an XFA form, each value behind the name of its field; ``None`` where there is no such form.

    The page of such a form is a placeholder that asks for another program.
    """
    if raw.FPDF_GetFormType(document) not in (raw.FORMTYPE_XFA_FULL, raw.FORMTYPE_XFA_FOREGROUND):
        return None
    packets = [_packet(document, at) for at in range(min(raw.FPDF_GetXFAPacketCount(document), _MOST))]
    data = next((found[1] for packet in packets if (found := _XFA_DATA.search(packet))), "")
    return [f"{name}: {' '.join(unescape(words).split())}" for name, words in _LEAF.findall(data) if words.strip()]


def _packet(document: raw.FPDF_DOCUMENT, at: int) -> str:
    size = ctypes.c_ulong(0)
    raw.FPDF_GetXFAPacketContent(document, at, None, 0, size)
    content = ctypes.create_string_buffer(max(size.value, 1))
    raw.FPDF_GetXFAPacketContent(document, at, content, size.value, size)
    return content.raw[: min(size.value, _LONGEST)].decode("utf-8", "replace")
