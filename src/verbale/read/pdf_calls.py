"""Calls into pdfium that are made for every letter or object, bound without converting arguments."""

from __future__ import annotations

import ctypes
import re
from collections.abc import Callable
from typing import Any, cast

from pypdfium2 import raw

_ITALIC_FLAG, _BOLD_FLAG = 1 << 6, 1 << 18  # bits 7 and 19 of the font descriptor (ISO 32000-1, table 123)
_HEAVY = 700  # weight of a bold font, as in CSS
_BOLD_NAME = re.compile(r"bold|black|heavy|demi", re.IGNORECASE)
_ITALIC_NAME = re.compile(r"italic|oblique|kursiv", re.IGNORECASE)
_PLAIN_NAME = re.compile(r"regular|roman|book|light|medium|normal", re.IGNORECASE)


_FARTHEST = 1e6
"""Points from the corner of a page; the largest page of ISO 32000-1 (annex C) has 14,400 to a side."""


def near(place: float) -> float:
    """A coordinate that can be reckoned with: of one that is none, zero, and of one far off, the farthest."""
    return min(max(place, -_FARTHEST), _FARTHEST) if place == place else 0.0


def _bind(function: object, result: type[Any], *arguments: type[Any]) -> Callable[..., Any]:
    address = ctypes.cast(cast(Any, function), ctypes.c_void_p).value
    if address is None:
        raise RuntimeError("pdfium lacks a function this reader needs")
    return ctypes.PYFUNCTYPE(result, *arguments)(address)


_P, _I = ctypes.c_void_p, ctypes.c_int
object_of = _bind(raw.FPDFText_GetTextObject, _P, _P, _I)
unicode_of = _bind(raw.FPDFText_GetUnicode, ctypes.c_uint, _P, _I)
origin_of = _bind(raw.FPDFText_GetCharOrigin, _I, _P, _I, _P, _P)
box_of = _bind(raw.FPDFText_GetCharBox, _I, _P, _I, _P, _P, _P, _P)
loose_box_of = _bind(raw.FPDFText_GetLooseCharBox, _I, _P, _I, _P)
matrix_of = _bind(raw.FPDFText_GetMatrix, _I, _P, _I, _P)
is_hyphen = _bind(raw.FPDFText_IsHyphen, _I, _P, _I)
generated = _bind(raw.FPDFText_IsGenerated, _I, _P, _I)
font_of = _bind(raw.FPDFTextObj_GetFont, _P, _P)
size_of = _bind(raw.FPDFTextObj_GetFontSize, _I, _P, _P)
mode_of = _bind(raw.FPDFTextObj_GetTextRenderMode, _I, _P)
fill_of = _bind(raw.FPDFPageObj_GetFillColor, _I, _P, _P, _P, _P, _P)
count_marks = _bind(raw.FPDFPageObj_CountMarks, _I, _P)
mark_at = _bind(raw.FPDFPageObj_GetMark, _P, _P, ctypes.c_ulong)
mark_name = _bind(raw.FPDFPageObjMark_GetName, _I, _P, _P, ctypes.c_ulong, _P)
object_at = _bind(raw.FPDFPage_GetObject, _P, _P, _I)
kind_of = _bind(raw.FPDFPageObj_GetType, _I, _P)
bounds_of = _bind(raw.FPDFPageObj_GetBounds, _I, _P, _P, _P, _P, _P)
drawn_as = _bind(raw.FPDFPath_GetDrawMode, _I, _P, _P, _P)
set_active = _bind(raw.FPDFPageObj_SetIsActive, _I, _P, _I)
name_of = _bind(raw.FPDFFont_GetBaseFontName, ctypes.c_size_t, _P, _P, ctypes.c_size_t)
weight_of = _bind(raw.FPDFFont_GetWeight, _I, _P)
flags_of = _bind(raw.FPDFFont_GetFlags, _I, _P)
all_text = _bind(raw.FPDFText_GetText, _I, _P, _I, _I, _P)


def style_of(font: int) -> tuple[bool, bool]:
    """Whether a font is bold and italic, by its name, else by its flags and weight."""
    buffer = ctypes.create_string_buffer(256)
    length = name_of(font, ctypes.addressof(buffer), 256)
    name = buffer.raw[: max(min(length, 256) - 1, 0)].decode("utf-8", "replace")
    flags = max(flags_of(font), 0)
    bold = bool(_BOLD_NAME.search(name)) or bool(flags & _BOLD_FLAG)
    if not bold and not _PLAIN_NAME.search(name):
        bold = weight_of(font) >= _HEAVY
    return bold, bool(_ITALIC_NAME.search(name)) or bool(flags & _ITALIC_FLAG)
