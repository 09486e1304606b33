"""One page of a PDF as pdfium sees it: runs of one font on one baseline, links, single letters.

pdfium's own page text breaks lines at superscripts and reorders mixed right-to-left lines, and
its text of a single object costs a pass over the whole page for each object. So the page's
letters are taken in one call and cut where the text object behind them changes. The calls
into pdfium that are made for every letter are bound here without converting arguments.
"""

from __future__ import annotations

import ctypes
import re
import unicodedata
from collections import deque
from itertools import repeat
from math import hypot
from operator import ge, lt

from pypdfium2 import raw

from verbale.read.pdf_calls import (
    all_text,
    box_of,
    font_of,
    generated,
    is_hyphen,
    loose_box_of,
    matrix_of,
    mode_of,
    near,
    object_of,
    origin_of,
    size_of,
    style_of,
    unicode_of,
)
from verbale.read.pdf_runs import Glyph, GlyphRun

ARABIC = re.compile("[\u0600-\u0605\u0608\u060b\u061b-\u065f\u066e-\u08ff\ufb50-\ufdff\ufe70-\ufefc]")
HAN = re.compile("[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff]")

_ALEF_LAM = re.compile("[\u0622\u0623\u0625\u0627]\u0644")
_MADE_HYPHEN = re.compile("[\x02\ufffe]")
_SYNTHETIC_SLANT = 0.15  # of the matrix of a text: an upright font that is set leaning
_TILTED = 0.18  # of its advance along the line that a text climbs: ten degrees off the line, more than a skewed scan
_NO_WIDTH = 0.01  # points: less is nothing that can be seen
_LINE_END = re.compile("[\r\n]")
# What XML cannot hold, and what would break a printed line in two.
_UNREADABLE = re.compile("[\x01\x03-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff\ue000-\uf8ff\U000f0000-\U0010ffff]")
_FORBIDDEN = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff\ud800-\udfff]")
_BREAKS = re.compile("[\t\v\f\x1c-\x1e\x85\u2028\u2029]")
_SUSPECT = re.compile("[\x00-\x09\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\uf8ff\ufffe\uffff\U000f0000-\U0010ffff]")
_BAD = re.compile("[\x00\ud800-\udfff]")


class PageText:
    """The letters of an open page. Valid only while the page and its text page are open.

    ``text`` has one character for each letter that pdfium counts, mended so that it can stand
    in a source text; ``bad`` counts the NULs and lone surrogates among them, ``unmapped`` the
    letters whose font does not tell what they are.
    """

    def __init__(self, page: raw.FPDF_PAGE, text_page: raw.FPDF_TEXTPAGE) -> None:
        self._handle = ctypes.cast(text_page, ctypes.c_void_p).value
        self._count = max(raw.FPDFText_CountChars(text_page), 0)
        self._quad = (ctypes.c_double * 4)()
        self._rect = (ctypes.c_float * 4)()
        self._matrix = (ctypes.c_float * 6)()
        self._size = ctypes.c_float()
        at = ctypes.addressof(self._quad)
        self._at = (at, at + 8, at + 16, at + 24)
        self._at_rect, self._at_matrix = ctypes.addressof(self._rect), ctypes.addressof(self._matrix)
        self._at_size = ctypes.addressof(self._size)
        self._fonts: dict[int, tuple[bool, bool]] = {}
        box = raw.FS_RECTF()
        raw.FPDF_GetPageBoundingBox(page, box)
        self.box = (near(box.left), near(box.bottom), near(box.right), near(box.top))
        self.rotation = raw.FPDFPage_GetRotation(page) % 4
        text = self._read_text()
        self.bad = self.unmapped = 0
        if _SUSPECT.search(text):
            text = self._mended(text)
        self.text = text
        self.arabic = len(ARABIC.findall(text))
        self._single = self._letters() if self.arabic else None

    def _read_text(self) -> str:
        """The page's letters: in one call if that gives one for each, else letter by letter."""
        count = self._count
        buffer = ctypes.create_string_buffer(4 * count + 8)
        units = all_text(self._handle, 0, count, ctypes.addressof(buffer)) - 1
        text = buffer.raw[: 2 * max(units, 0)].decode("utf-16-le", "surrogatepass")
        if len(text) == count:
            return text
        codes = map(unicode_of, repeat(self._handle), range(count))
        return "".join(chr(code) if code <= 0x10FFFF else "\ufffd" for code in codes)

    def _mended(self, text: str) -> str:
        """The text without what no text may hold, and with what was amiss counted."""
        text = self._with_hyphens(text)
        self.bad = len(_BAD.findall(text))
        self.unmapped = len(_UNREADABLE.findall(text))
        return _BREAKS.sub(" ", _FORBIDDEN.sub("\ufffd", text))

    def _with_hyphens(self, text: str) -> str:
        """The text with the hyphens at line ends that pdfium hides behind a code of its own."""
        if not _MADE_HYPHEN.search(text):
            return text
        return _MADE_HYPHEN.sub(lambda hit: "-" if is_hyphen(self._handle, hit.start()) == 1 else hit[0], text)

    def _letters(self) -> list[float]:
        """The origins (x, y) of all the page's letters, one after the other."""
        count = self._count
        origins = (ctypes.c_double * (2 * count))()
        at = ctypes.addressof(origins)
        end = at + 16 * count
        deque(map(origin_of, repeat(self._handle), range(count), range(at, end, 16), range(at + 8, end, 16)), 0)
        return list(origins)

    def runs(self) -> list[GlyphRun]:
        """The page's runs in the order of the file."""
        found: list[GlyphRun] = []
        for first, end, handle in self._pieces():
            for start, stop in self._cut(first, end):
                run = self._run(start, stop, handle)
                if run is not None:
                    found.append(run)
        return found

    def _pieces(self) -> list[tuple[int, int, int]]:
        """Stretches of the page's text that belong to one text object, with its handle."""
        if self.arabic:
            return self._pieces_by_letter()
        pieces: list[tuple[int, int, int]] = []
        handle, at, count, text = self._handle, 0, self._count, self.text
        while at < count:
            found = _LINE_END.search(text, at)
            stop = found.start() if found else count
            while at < stop:
                owner = object_of(handle, at)
                if owner is None:
                    at += 1
                    continue
                end = self._end_of(owner, at, stop)
                pieces.append((at, end, owner))
                at = end
            at = stop + 1
        return pieces

    def _pieces_by_letter(self) -> list[tuple[int, int, int]]:
        """As ``_pieces``, where bidirectional text may part the letters of an object."""
        pieces: list[tuple[int, int, int]] = []
        owners = list(map(object_of, repeat(self._handle), range(self._count)))
        last, start = None, 0
        for at, owner in enumerate([*owners, None]):
            if owner != last:
                if last is not None:
                    pieces.append((start, at, last))
                last, start = owner, at
        return pieces

    def _end_of(self, owner: int, at: int, stop: int) -> int:
        """One past the last letter of ``owner``: by leaps, then halving."""
        handle = self._handle
        if object_of(handle, stop - 1) == owner:
            return stop
        low, step = at, 8
        while low + step < stop and object_of(handle, low + step) == owner:
            low += step
            step *= 2
        high = min(low + step, stop)
        while high - low > 1:
            middle = (low + high) // 2
            probe = middle
            # Spaces that pdfium puts inside an object belong to no object.
            while probe > low and (found := object_of(handle, probe)) is None:
                probe -= 1
            if probe == low or found == owner:
                low = middle
            else:
                high = middle
        return high

    def _cut(self, first: int, end: int) -> list[tuple[int, int]]:
        """The stretch, parted at spaces that pdfium made up between Chinese characters."""
        text = self.text[first:end]
        if " " not in text or not HAN.search(text):
            return [(first, end)]
        cuts: list[tuple[int, int]] = []
        start = first
        for at in range(first, end):
            if self.text[at] == " " and generated(self._handle, at) == 1:
                cuts.append((start, at))
                start = at + 1
        cuts.append((start, end))
        return [cut for cut in cuts if cut[0] < cut[1]]

    def _run(self, first: int, end: int, owner: int) -> GlyphRun | None:
        text = self.text[first:end]
        start = first + len(text) - len(text.lstrip())
        stop = first + len(text.rstrip())
        blank = start >= stop
        if blank:
            start, stop = first, end
        handle, rect, matrix = self._handle, self._rect, self._matrix
        origin_of(handle, start, self._at[0], self._at[1])
        if not matrix_of(handle, start, self._at_matrix):
            return None
        a, b, c, d = matrix[0], matrix[1], matrix[2], matrix[3]
        turn = 0 if abs(b) <= abs(a) and a >= 0 else _quarter(a, b)
        size_of(owner, self._at_size)
        size = abs(self._size.value * (a * d - b * c) / (hypot(a, b) or 1.0))
        turn = (turn - self.rotation) % 4
        x0, y = self.turned(self._quad[0], self._quad[1], turn)
        loose_box_of(handle, stop - 1, self._at_rect)
        x1, _ = self.turned(rect[2], rect[3], turn)
        x1 = max(x1, self.turned(rect[0], rect[1], turn)[0])
        if self._single is not None and not blank:
            x0, x1, y = self._extremes(start, stop, turn)
        # pdfium ends a run with a space of no width where it saw a gap; the gap speaks for itself.
        trailing = 0 if blank or stop == end or not self._wide(end - 1) else end - stop
        bold, italic = self._style(owner)
        slanted = italic or (b == 0 and d != 0 and abs(c / d) > _SYNTHETIC_SLANT)
        if blank:
            return GlyphRun("", start, x0, x1, y, size, bold, slanted, turn, 0, 1)
        shown = self.text[start:stop]
        tilted = b != 0 and min(abs(a), abs(b)) > _TILTED * max(abs(a), abs(b))
        return GlyphRun(shown, start, x0, x1, y, size, bold, slanted, turn, start - first, trailing, owner, tilted)

    def _extremes(self, start: int, stop: int, turn: int) -> tuple[float, float, float]:
        """Left, right and baseline of letters that may run to the left or stand in another order.

        The baseline is that of the first letter that is no mark on another: such marks are raised.
        """
        places = self._single or []
        if (turn + self.rotation) % 4 == 0:
            xs = places[2 * start : 2 * stop : 2]
            left, rightmost = min(xs) - self.box[0], start + xs.index(max(xs))
        else:
            turned = [self.turned(places[2 * at], places[2 * at + 1], turn)[0] for at in range(start, stop)]
            left, rightmost = min(turned), start + turned.index(max(turned))
        loose_box_of(self._handle, rightmost, self._at_rect)
        rect = self._rect
        ends = (self.turned(rect[0], rect[3], turn)[0], self.turned(rect[2], rect[1], turn)[0])
        at = start
        while at < stop - 1 and unicodedata.combining(self.text[at]):
            at += 1
        return left, max(ends), self.turned(places[2 * at], places[2 * at + 1], turn)[1]

    def _wide(self, at: int) -> bool:
        """Whether a space takes room of its own; those that pdfium makes up take none."""
        loose_box_of(self._handle, at, self._at_rect)
        return bool(abs(self._rect[2] - self._rect[0]) + abs(self._rect[1] - self._rect[3]) > _NO_WIDTH)

    def _style(self, owner: int) -> tuple[bool, bool]:
        font = font_of(owner)
        known = self._fonts.get(font) if font else (False, False)
        if known is None:
            known = self._fonts[font] = style_of(font)
        # Fill and stroke is how a writer thickens a font that has no bold face.
        return known[0] or mode_of(owner) == raw.FPDF_TEXTRENDERMODE_FILL_STROKE, known[1]

    def turned(self, x: float, y: float, turn: int) -> tuple[float, float]:
        """A point of the file in the frame of ``turn``, measured from the page's corner."""
        left, bottom, right, top = self.box
        quarter = (turn + self.rotation) % 4
        if quarter == 0:
            return x - left, y - bottom
        if quarter == 1:
            return y - bottom, right - x
        if quarter == 2:
            return right - x, top - y
        return top - y, x - left

    def placed(self, x: float, y: float, turn: int) -> tuple[float, float]:
        """A point of the frame of ``turn`` in the coordinates of the file: ``turned`` undone."""
        left, bottom, right, top = self.box
        quarter = (turn + self.rotation) % 4
        if quarter == 0:
            return x + left, y + bottom
        if quarter == 1:
            return right - y, x + bottom
        if quarter == 2:
            return right - x, top - y
        return y + left, top - x

    def extent(self, turn: int) -> tuple[float, float]:
        """Width and height of the page in the frame of ``turn``."""
        left, bottom, right, top = self.box
        wide, high = right - left, top - bottom
        return (wide, high) if (turn + self.rotation) % 2 == 0 else (high, wide)

    def glyphs(self, run: GlyphRun) -> list[Glyph]:
        """The letters of a run with their boxes; made-up spaces and line breaks left out."""
        first, end = run.first - run.before, run.first + len(run.text) + run.after
        return self.glyphs_at(first, end, run.turn)

    def glyphs_at(self, first: int, end: int, turn: int) -> list[Glyph]:
        """As ``glyphs``, of the letters from ``first`` to before ``end`` of the page."""
        found: list[Glyph] = []
        upright = (turn + self.rotation) % 4 == 0
        edge = self.box[0]
        for at in range(first, end):
            char = self.text[at]
            if char in "\r\n":
                continue
            x, y, one, top, two, bottom = map(near, self._place(at))
            if upright:
                x, left, right = x - edge, one - edge, two - edge
            else:
                x, _ = self.turned(x, y, turn)
                (one, _), (two, _) = self.turned(one, bottom, turn), self.turned(two, top, turn)
                left, right = min(one, two), max(one, two)
            if char == " " and right - left < _NO_WIDTH:
                continue
            found.append(Glyph(char, at, x, left, right))
        return found

    def word_edges(self, at: int, stop: int, turn: int) -> tuple[float, float] | None:
        """Left and right of letters none of which stands to the right of the last, else ``None``."""
        if self._single is None or (turn + self.rotation) % 4:
            return None
        if stop - at > 1:
            places = self._single[2 * at : 2 * stop : 2]
            if not all(map(ge, places, places[1:])) or self._turned_ligature(at, places):
                return None
        loose_box_of(self._handle, at, self._at_rect)
        return self._single[2 * stop - 2] - self.box[0], self._rect[2] - self.box[0]

    def _turned_ligature(self, at: int, places: list[float]) -> bool:
        """Whether letters at one place are alef and lam: a glyph for lam with alef, in the order of its print."""
        if len(set(places)) == len(places):
            return False
        pairs = (self.text[at + k : at + k + 2] for k in range(len(places) - 1) if places[k] == places[k + 1])
        return any(_ALEF_LAM.fullmatch(pair) for pair in pairs)

    def number_edges(self, at: int, stop: int, turn: int) -> tuple[float, float] | None:
        """Left and right of letters that each stand to the right of the last, else ``None``."""
        if self._single is None or (turn + self.rotation) % 4:
            return None
        places = self._single[2 * at : 2 * stop : 2]
        if not all(map(lt, places, places[1:])):
            return None
        loose_box_of(self._handle, stop - 1, self._at_rect)
        return places[0] - self.box[0], self._rect[2] - self.box[0]

    def _place(self, at: int) -> tuple[float, float, float, float, float, float]:
        """Origin (x, y) and box (left, top, right, bottom) of a letter, in the coordinates of the file."""
        origin_of(self._handle, at, self._at[0], self._at[1])
        loose_box_of(self._handle, at, self._at_rect)
        quad, rect = self._quad, self._rect
        return quad[0], quad[1], rect[0], rect[1], rect[2], rect[3]

    def ink(self, run: GlyphRun, at: int) -> tuple[float, float]:
        """Left and right of what is inked of letter ``at`` of the page, which is in ``run``."""
        place = self._at
        box_of(self._handle, at, place[0], place[1], place[2], place[3])
        quad = self._quad
        one, _ = self.turned(quad[0], quad[2], run.turn)
        two, _ = self.turned(quad[1], quad[3], run.turn)
        return min(one, two), max(one, two)


def _quarter(a: float, b: float) -> int:
    """Quarter turns, counted against the clock, of text whose advance is along (a, b)."""
    if abs(b) > abs(a):
        return 1 if b > 0 else 3
    return 0 if a >= 0 else 2
