"""Which words of a PDF page a person sees: those drawn in no ink, in the paper's colour, on a layer that is off,
under something else, off the page or too small are told and are not read.

Nobody who looks at the page sees such words, so nobody stands by them. The exception is the words laid invisibly over
or under a scan by a program that recognised them: they are read as recognised, and told. Words set across the page
are a watermark, and no part of its lines. Whether pale, covered or switched-off words can be seen is not guessed:
the page is drawn with them and without them, and where nothing changes nobody sees them.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import Enum

from pypdfium2 import raw

from verbale.model.finding import Finding, Severity
from verbale.read.draft import quote
from verbale.read.pdf_calls import (
    bounds_of,
    count_marks,
    drawn_as,
    fill_of,
    kind_of,
    mark_at,
    mark_name,
    mode_of,
    object_at,
    set_active,
)
from verbale.read.pdf_page import PageText
from verbale.read.pdf_runs import GlyphRun

_NO_INK = (raw.FPDF_TEXTRENDERMODE_INVISIBLE, raw.FPDF_TEXTRENDERMODE_CLIP)
_PALE = 190  # of 255: the least of the three colours of ink that may not be seen on white
_THIN = 64  # of 255: how much ink there is at least for words that are sure to be seen
_TINY = 1.0  # points: smaller letters are no print
_THICK = 4.0  # points: what is thinner covers no words
_MOST_COVERS = 200  # things on a page that may lie over words
_PIXELS = 1_000_000  # of a page that is drawn to see what shows
_MOST_DOTS = 50_000_000  # of one picture; a page scanned at 600 dots to the inch has 35 million
_SEEN = 24  # of 255: how much darker or lighter a dot has to be for anybody to see it
_SCAN = 0.5  # of a page, from which on a picture over words is a scan of it
_LAYER = "OC".encode("utf-16-le")
_DRAWING = "\0"  # before the handle of a drawing whose words are looked at with all of it
_ASCENT, _DESCENT = 0.8, 0.22  # of the size, above and below the baseline

_Box = tuple[float, float, float, float]


class Reason(Enum):
    """Why nobody sees words."""

    NO_INK = "without ink"
    PALE = "in the colour of the paper"
    LAYER = "on a layer that is switched off"
    COVERED = "under something that covers them"
    OUTSIDE = "outside the page"
    TINY = "too small to be seen"
    ASLANT = "across the page, as a watermark"


@dataclass(slots=True)
class Sight:
    """The runs of a page that are read, those of them that were recognised, and the others with the reason."""

    kept: list[GlyphRun]
    recognised: set[int] = field(default_factory=set)
    unseen: list[tuple[GlyphRun, Reason]] = field(default_factory=list)

    def findings(self, number: int) -> Iterator[Finding]:
        """What a person has to know of it."""
        for reason in Reason:
            words = " ".join(run.text for run, why in self.unseen if why is reason)
            if words:
                severity = Severity.NOTE if reason is Reason.ASLANT else Severity.WARNING
                rule = "read/watermark" if reason is Reason.ASLANT else "read/hidden-text"
                message = f"page {number}: words {reason.value} are left out: {quote(words)}"
                yield Finding(rule, severity, message, page=number)
        if self.recognised:
            message = f"page {number}: a program recognised its words in a picture, and they may be wrong"
            yield Finding("read/recognised-layer", Severity.WARNING, message, page=number)


def sift(page: raw.FPDF_PAGE, found: PageText) -> Sight:
    """The runs of an open page by whether anybody sees them."""
    eye = _Eye(page, found)
    runs = found.runs()
    doubtful = eye.find_doubtful(runs)
    if not doubtful:
        return Sight(runs)
    unseen = eye.find_unseen(doubtful)
    sight = Sight([])
    pictures = eye.pictures() if unseen else []
    for at, run in enumerate(runs):
        reason = unseen.get(at)
        if reason is None:
            sight.kept.append(run)
        elif eye.is_recognised(run, reason, pictures):
            sight.recognised.add(run.first)
            sight.kept.append(run)
        else:
            sight.unseen.append((run, reason))
    return sight


class _Eye:
    """Looks at one open page."""

    def __init__(self, page: raw.FPDF_PAGE, found: PageText) -> None:
        self._page, self._found = page, found
        self._handle = ctypes.cast(page, ctypes.c_void_p).value
        self._colour = (ctypes.c_uint * 4)()
        at = ctypes.addressof(self._colour)
        self._at_colour = (at, at + 4, at + 8, at + 12)
        self._name = ctypes.create_string_buffer(16)
        self._at_name, self._length = ctypes.addressof(self._name), ctypes.c_ulong()
        self._at_length = ctypes.addressof(self._length)
        self._extents = [found.extent(turn) for turn in range(4)]

    def find_doubtful(self, runs: list[GlyphRun]) -> dict[int, tuple[Reason, str]]:
        """The runs that may not be seen, by their place, with the layer that they are on."""
        doubtful: dict[int, tuple[Reason, str]] = {}
        known: dict[int, tuple[Reason, str] | None] = {}
        for at, run in enumerate(runs):
            if not run.text:
                continue
            doubt = self._doubt_place(run)
            if doubt is None:
                owner = run.owner
                doubt = known[owner] if owner in known else known.setdefault(owner, self._doubt_object(owner))
            if doubt is not None:
                doubtful[at] = doubt
        for at, doubt in self._look_over(runs):
            doubtful.setdefault(at, doubt)
        self._runs = runs
        return doubtful

    def _doubt_place(self, run: GlyphRun) -> tuple[Reason, str] | None:
        wide, high = self._extents[run.turn]
        middle = (run.x0 + run.x1) / 2
        if not (0 <= middle <= wide and 0 <= run.y + run.size / 4 <= high):
            return Reason.OUTSIDE, ""
        if run.size < _TINY:
            return Reason.TINY, ""
        return (Reason.ASLANT, "") if run.tilted else None

    def _doubt_object(self, owner: int) -> tuple[Reason, str] | None:
        if mode_of(owner) in _NO_INK:
            return Reason.NO_INK, ""
        for at in range(count_marks(owner)):
            mark = mark_at(owner, at)
            if mark and mark_name(mark, self._at_name, 16, self._at_length) and self._name.raw[:6] == _LAYER + b"\0\0":
                return Reason.LAYER, _layer_name(mark)
        if fill_of(owner, *self._at_colour):
            red, green, blue, ink = self._colour
            if (red >= _PALE and green >= _PALE and blue >= _PALE) or ink < _THIN:
                return Reason.PALE, ""
        return None

    def _objects(self) -> Iterator[tuple[int, int, int]]:
        """Place, handle and kind of each object of the page."""
        for at in range(max(raw.FPDFPage_CountObjects(self._page), 0)):
            handle = object_at(self._handle, at)
            if handle:
                yield at, handle, kind_of(handle)

    def _look_over(self, runs: list[GlyphRun]) -> Iterator[tuple[int, tuple[Reason, str]]]:
        """The places of runs that something is drawn over, or that have the colour of what is drawn under them.

        Words inside a drawing of its own may be on a layer with it; they are looked at with all of it.
        """
        covers: list[tuple[int, _Box, int]] = []
        drawings: list[tuple[int, _Box]] = []
        order: dict[int, int] = {}
        for at, handle, kind in self._objects():
            if kind == raw.FPDF_PAGEOBJ_TEXT:
                order[handle] = at
            elif len(covers) < _MOST_COVERS and self._covers(handle, kind):
                box = _bounds(handle)
                if box and min(box[2] - box[0], box[3] - box[1]) >= _THICK:
                    covers.append((at, box, handle))
                if box and kind == raw.FPDF_PAGEOBJ_FORM:
                    drawings.append((handle, box))
        for place, run in enumerate(runs) if covers else ():
            if run.text:
                point = self._middle(run)
                own = order.get(run.owner)
                if own is None and (drawing := next((form for form, box in drawings if _holds(box, point)), None)):
                    yield place, (Reason.LAYER, f"{_DRAWING}{drawing}")
                if any(_holds(box, point) and self._hides(run, own, over, by) for over, box, by in covers):
                    yield place, (Reason.COVERED, "")

    def _hides(self, run: GlyphRun, at: int | None, over: int, cover: int) -> bool:
        """Whether what stands at ``over`` among the objects may hide a run at ``at``: over it, or of its colour."""
        if at is None:
            return False
        if over > at:
            return True
        if kind_of(cover) != raw.FPDF_PAGEOBJ_PATH or not fill_of(cover, *self._at_colour):
            return False
        ground = self._colour[:3]
        return bool(fill_of(run.owner, *self._at_colour)) and all(
            abs(one - two) < _SEEN for one, two in zip(ground, self._colour[:3], strict=True)
        )

    def _covers(self, handle: int, kind: int) -> bool:
        if kind == raw.FPDF_PAGEOBJ_PATH:
            fill, stroke = ctypes.c_int(), ctypes.c_int()
            return bool(drawn_as(handle, ctypes.addressof(fill), ctypes.addressof(stroke)) and fill.value)
        return kind in (raw.FPDF_PAGEOBJ_IMAGE, raw.FPDF_PAGEOBJ_SHADING, raw.FPDF_PAGEOBJ_FORM)

    def _middle(self, run: GlyphRun) -> tuple[float, float]:
        """The middle of a run in the coordinates of the file."""
        return self._found.placed((run.x0 + run.x1) / 2, run.y + run.size / 4, run.turn)

    def find_unseen(self, doubtful: dict[int, tuple[Reason, str]]) -> dict[int, Reason]:
        """Those of the doubtful runs that nobody sees: by drawing the page with and without those that may be seen."""
        unseen: dict[int, Reason] = {}
        groups: dict[tuple[Reason, str], list[int]] = {}
        for at, (reason, layer) in doubtful.items():
            if reason in (Reason.PALE, Reason.LAYER, Reason.COVERED):
                groups.setdefault((reason, layer), []).append(at)
            else:
                unseen[at] = reason
        if not groups:
            return unseen
        drawing = _Drawing(self._page, self._found)
        for (reason, layer), places in groups.items():
            drawn = layer.removeprefix(_DRAWING) if layer.startswith(_DRAWING) else ""
            owners = {int(drawn)} if drawn else {self._runs[at].owner for at in places}
            without = drawing.without(owners)
            unseen.update((at, reason) for at in places if not drawing.differs(without, self._runs[at]))
        return unseen

    def pictures(self) -> list[_Box]:
        """Where the pictures of the page are; a drawing of its own is taken for one."""
        kinds = (raw.FPDF_PAGEOBJ_IMAGE, raw.FPDF_PAGEOBJ_FORM)
        boxes = (_bounds(handle) for _, handle, kind in self._objects() if kind in kinds)
        return [box for box in boxes if box]

    def is_recognised(self, run: GlyphRun, reason: Reason, pictures: Iterable[_Box]) -> bool:
        """Whether words that nobody sees were recognised in a picture: they stand where it is.

        Words in ink that something covers were not, unless what covers them is a scan of the page.
        """
        if reason not in (Reason.NO_INK, Reason.PALE, Reason.COVERED):
            return False
        x, y = self._middle(run)
        wide, high = self._extents[0]
        least = 0.0 if reason is Reason.NO_INK else _SCAN * wide * high
        return any(
            left <= x <= right and bottom <= y <= top and (right - left) * (top - bottom) >= least
            for left, bottom, right, top in pictures
        )


def _holds(box: _Box, point: tuple[float, float]) -> bool:
    return box[0] <= point[0] <= box[2] and box[1] <= point[1] <= box[3]


def _layer_name(mark: int) -> str:
    """What a layer is called, by which its words are looked at together."""
    size = ctypes.c_ulong()
    buffer = (ctypes.c_ushort * 128)()
    handle = ctypes.cast(mark, raw.FPDF_PAGEOBJECTMARK)
    raw.FPDFPageObjMark_GetParamStringValue(handle, b"Name", buffer, 256, size)
    return bytes(buffer)[: max(min(size.value, 256) - 2, 0)].decode("utf-16-le", "replace")


def _bounds(handle: int) -> _Box | None:
    edges = (ctypes.c_float * 4)()
    at = ctypes.addressof(edges)
    if not bounds_of(handle, at, at + 4, at + 8, at + 12):
        return None
    left, bottom, right, top = edges
    return left, bottom, right, top


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


class _Drawing:
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
        for row in range(top, bottom):
            start, stop = row * self._stride + left, row * self._stride + right
            one, two = self._whole[start:stop], other[start:stop]
            if one != two and any(abs(a - b) >= _SEEN for a, b in zip(one, two, strict=True)):
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
        return max(int(min(xs)), 0), max(int(min(ys)), 0), min(int(max(xs)) + 1, wide), min(int(max(ys)) + 1, tall)
