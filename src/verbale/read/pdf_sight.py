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
from itertools import groupby

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
)
from verbale.read.pdf_drawing import SEEN, Drawing
from verbale.read.pdf_page import PageText
from verbale.read.pdf_runs import Glyph, GlyphRun

_NO_INK = (raw.FPDF_TEXTRENDERMODE_INVISIBLE, raw.FPDF_TEXTRENDERMODE_CLIP)
_PALE = 190  # of 255: the least of the three colours of ink that may not be seen on white
_THIN = 64  # of 255: how much ink there is at least for words that are sure to be seen
_TINY = 1.0  # points: smaller letters are no print
_THICK = 4.0  # points: what is thinner covers no words
_MOST_COVERS = 200  # things on a page that may lie over words
_SCAN = 0.5  # of a page, from which on a picture over words is a scan of it
_LAYER = "OC".encode("utf-16-le")
_DRAWING = "\0"  # before the handle of a drawing whose words are looked at with all of it

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
    whole = found.runs()
    runs, places = eye.cut(whole)
    unseen = eye.find_unseen(runs)
    if not unseen:
        return Sight(whole)
    sight = Sight([])
    pictures = eye.pictures()
    hurt = {places[at] for at in unseen}
    for at, run in enumerate(runs):
        reason = unseen.get(at)
        if places[at] not in hurt:
            # A run of which all is seen stays as it is.
            sight.kept += [] if at and places[at] == places[at - 1] else [whole[places[at]]]
        elif reason is None:
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

    def _find_doubtful(self, runs: list[GlyphRun]) -> dict[int, tuple[Reason, str]]:
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

    def _scan(self) -> None:
        """Note what may lie over words, and where each object stands in the order of drawing."""
        self._covering: list[tuple[int, _Box, int]] = []
        self._drawings: list[tuple[int, _Box]] = []
        self._order: dict[int, int] = {}
        for at, handle, kind in self._objects():
            if kind == raw.FPDF_PAGEOBJ_TEXT:
                self._order[handle] = at
            elif len(self._covering) < _MOST_COVERS and self._covers(handle, kind):
                box = _bounds(handle)
                if box and min(box[2] - box[0], box[3] - box[1]) >= _THICK:
                    self._covering.append((at, box, handle))
                if box and kind == raw.FPDF_PAGEOBJ_FORM:
                    self._drawings.append((handle, box))

    def cut(self, runs: list[GlyphRun]) -> tuple[list[GlyphRun], list[int]]:
        """The runs, each cut where something begins or ends that may lie over it, and the place of the run of each."""
        self._scan()
        pieces: list[GlyphRun] = []
        places: list[int] = []
        for place, run in enumerate(runs):
            parts = self._parts(run) if self._covering and run.text and not run.tilted else [run]
            pieces += parts
            places += [place] * len(parts)
        return pieces, places

    def _parts(self, run: GlyphRun) -> list[GlyphRun]:
        found = self._found
        ends = (found.placed(x, run.y + run.size / 4, run.turn) for x in (run.x0, run.x1))
        (x0, y0), (x1, y1) = ends
        low, high = (min(x0, x1), min(y0, y1)), (max(x0, x1), max(y0, y1))
        own = self._order.get(run.owner)
        over = [
            box
            for at, box, cover in self._covering
            if box[0] <= high[0] and box[2] >= low[0] and box[1] <= high[1] and box[3] >= low[1]
            if not (_holds(box, low) and _holds(box, high)) and self._hides(run, own, at, cover)
        ]
        if not over or found.arabic:
            return [run]
        parts: list[GlyphRun] = []
        for _, letters in groupby(found.glyphs(run), key=lambda each: self._lies_under(run, each, over)):
            stretch = [each for each in letters if run.first <= each.at < run.first + len(run.text)]
            text = "".join(each.char for each in stretch)
            if text.strip():
                inner = [each for each in stretch if not each.char.isspace()]
                parts.append(
                    run._replace(
                        text=found.text[inner[0].at : inner[-1].at + 1],
                        first=inner[0].at,
                        x0=inner[0].left,
                        x1=inner[-1].right,
                        before=len(text) - len(text.lstrip()),
                        after=len(text) - len(text.rstrip()),
                    )
                )
        return parts or [run]

    def _lies_under(self, run: GlyphRun, letter: Glyph, over: list[_Box]) -> bool:
        point = self._found.placed((letter.left + letter.right) / 2, run.y + run.size / 4, run.turn)
        return any(_holds(box, point) for box in over)

    def _look_over(self, runs: list[GlyphRun]) -> Iterator[tuple[int, tuple[Reason, str]]]:
        """The places of runs that something is drawn over, or that have the colour of what is drawn under them.

        Words inside a drawing of its own may be on a layer with it; they are looked at with all of it.
        """
        for place, run in enumerate(runs) if self._covering else ():
            if run.text:
                point = self._middle(run)
                own = self._order.get(run.owner)
                drawing = (
                    next((form for form, box in self._drawings if _holds(box, point)), None) if own is None else None
                )
                if drawing is not None:
                    yield place, (Reason.LAYER, f"{_DRAWING}{drawing}")
                if any(_holds(box, point) and self._hides(run, own, at, by) for at, box, by in self._covering):
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
            abs(one - two) < SEEN for one, two in zip(ground, self._colour[:3], strict=True)
        )

    def _covers(self, handle: int, kind: int) -> bool:
        if kind == raw.FPDF_PAGEOBJ_PATH:
            fill, stroke = ctypes.c_int(), ctypes.c_int()
            return bool(drawn_as(handle, ctypes.addressof(fill), ctypes.addressof(stroke)) and fill.value)
        return kind in (raw.FPDF_PAGEOBJ_IMAGE, raw.FPDF_PAGEOBJ_SHADING, raw.FPDF_PAGEOBJ_FORM)

    def _middle(self, run: GlyphRun) -> tuple[float, float]:
        """The middle of a run in the coordinates of the file."""
        return self._found.placed((run.x0 + run.x1) / 2, run.y + run.size / 4, run.turn)

    def find_unseen(self, runs: list[GlyphRun]) -> dict[int, Reason]:
        """The places of runs that nobody sees: where in doubt by drawing the page with them and without."""
        doubtful = self._find_doubtful(runs)
        unseen: dict[int, Reason] = {}
        groups: dict[tuple[Reason, str], list[int]] = {}
        for at, (reason, layer) in doubtful.items():
            if reason in (Reason.PALE, Reason.LAYER, Reason.COVERED):
                groups.setdefault((reason, layer), []).append(at)
            else:
                unseen[at] = reason
        if not groups:
            return unseen
        drawing = Drawing(self._page, self._found)
        for (reason, layer), places in groups.items():
            drawn = layer.removeprefix(_DRAWING) if layer.startswith(_DRAWING) else ""
            owners = {int(drawn)} if drawn else {runs[at].owner for at in places}
            without = drawing.without(owners)
            unseen.update((at, reason) for at in places if not drawing.differs(without, runs[at]))
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
