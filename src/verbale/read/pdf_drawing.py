"""A PDF page drawn as dots of grey, with or without some of what is on it: what changes nothing is seen by nobody."""

from __future__ import annotations

import ctypes
from collections.abc import Iterable

from pypdfium2 import raw

from verbale.read.pdf_calls import kind_of, object_at, set_active
from verbale.read.pdf_page import PageText
from verbale.read.pdf_runs import GlyphRun

_PIXELS = 1_000_000  # of a page that is drawn to see what shows
_MOST_DOTS = 50_000_000  # of one picture; a page scanned at 600 dots to the inch has 35 million
_ASCENT, _DESCENT = 0.8, 0.22  # of the size, above and below the baseline
_SHARE = 0.03  # of the dots of words: less is an edge of what stands beside them
SEEN = 24  # of 255: how much darker or lighter a dot has to be for anybody to see it


def _heavy_pictures(page: raw.FPDF_PAGE) -> list[int]:
    """Pictures that ask for more memory than a scan does: they are left out where a page is drawn."""
    heavy = []
    wide, high = ctypes.c_uint(), ctypes.c_uint()
    handle = ctypes.cast(page, ctypes.c_void_p).value
    for at in range(max(raw.FPDFPage_CountObjects(page), 0)):
        item = object_at(handle, at)
        if item and kind_of(item) == raw.FPDF_PAGEOBJ_IMAGE:
            image = ctypes.cast(item, raw.FPDF_PAGEOBJECT)
            if raw.FPDFImageObj_GetImagePixelSize(image, wide, high) and wide.value * high.value > _MOST_DOTS:
                heavy.append(item)
    return heavy


class Drawing:
    """A page as dots of grey, with all that is on it."""

    def __init__(self, page: raw.FPDF_PAGE, found: PageText) -> None:
        self._page, self._found = page, found
        wide, high = found.extent(0)
        self._scale = min(1.0, (_PIXELS / max(wide * high, 1.0)) ** 0.5)
        self._size = max(int(wide * self._scale), 1), max(int(high * self._scale), 1)
        self._heavy = _heavy_pictures(page)
        self._whole = self._drawn()

    def _drawn(self) -> bytes:
        wide, high = self._size
        for picture in self._heavy:
            set_active(picture, 0)
        bitmap = raw.FPDFBitmap_CreateEx(wide, high, raw.FPDFBitmap_Gray, None, 0)
        if not bitmap:
            return b""
        try:
            raw.FPDFBitmap_FillRect(bitmap, 0, 0, wide, high, 0xFFFFFFFF)
            raw.FPDF_RenderPageBitmap(bitmap, self._page, 0, 0, wide, high, 0, raw.FPDF_GRAYSCALE)
            self._stride = raw.FPDFBitmap_GetStride(bitmap)
            return ctypes.string_at(raw.FPDFBitmap_GetBuffer(bitmap), self._stride * high)
        finally:
            raw.FPDFBitmap_Destroy(bitmap)
            for picture in self._heavy:
                set_active(picture, 1)

    def without(self, owners: Iterable[int]) -> bytes:
        """The page without some of its objects."""
        for owner in owners:
            set_active(owner, 0)
        drawn = self._drawn()
        for owner in owners:
            set_active(owner, 1)
        return drawn

    def differs(self, other: bytes, run: GlyphRun) -> bool:
        """Whether anybody sees a difference where a run is; so do those whose page cannot be drawn."""
        if not self._whole or not other:
            return True
        left, top, right, bottom = self._dots(run)
        least = _SHARE * (right - left) * (bottom - top)
        changed = 0
        for row in range(top, bottom):
            start, stop = row * self._stride + left, row * self._stride + right
            one, two = self._whole[start:stop], other[start:stop]
            if one != two:
                changed += sum(abs(a - b) >= SEEN for a, b in zip(one, two, strict=True))
                if changed > least:
                    return True
        return False

    def _dots(self, run: GlyphRun) -> tuple[int, int, int, int]:
        """Left, top, right and bottom of a run among the dots."""
        found = self._found
        corners = ((run.x0, run.y - _DESCENT * run.size), (run.x1, run.y + _ASCENT * run.size))
        points = [found.turned(*found.placed(x, y, run.turn), 0) for x, y in corners]
        high = found.extent(0)[1]
        xs, ys = [x * self._scale for x, _ in points], [(high - y) * self._scale for _, y in points]
        wide, tall = self._size
        # The outermost dots show what stands beside the run too.
        left, right = int(min(xs)) + 1, int(max(xs))
        if right <= left:
            left, right = left - 1, left + 1
        return max(left, 0), max(int(min(ys)), 0), min(right, wide), min(int(max(ys)) + 1, tall)
