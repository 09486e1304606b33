"""Printed lines: the runs of a line put together as text, with what marks their letters."""

from __future__ import annotations

from collections.abc import Container, Iterable
from dataclasses import dataclass, field

from verbale.model.block import MarkKind
from verbale.model.span import Origin
from verbale.read.pdf_arabic import Glyph, find_letters
from verbale.read.pdf_calls import near
from verbale.read.pdf_order import arabic_share, order_logically, runs_leftwards
from verbale.read.pdf_page import HAN, PageText
from verbale.read.pdf_rows import is_vowel_marks, main_size, read_order, split_row
from verbale.read.pdf_runs import GlyphRun

_ASCENT, _DESCENT = 0.8, 0.22  # of the size, above and below the baseline, where a font does not say
_SAME_SIZE = 0.1  # points
# Of the size: how small a marker is, how far it is raised, and how far at any size.
_NOTE_SIZE, _NOTE_RISE, _CLEAR_RISE = 0.85, 0.12, 0.3
# Of the size: a gap that is a space; where a space is printed; in Chinese.
_GAP, _GAP_WITH_SPACE, _GAP_IN_CHINESE = 0.18, 0.04, 0.6


@dataclass(slots=True)
class PrintedLine:
    """A printed line, its edges in points with ``top`` and ``bottom`` growing downwards.

    ``marks`` are kinds with start and end in ``text``. ``pieces`` tell which run stands where
    in ``text``; ``spots`` tell it of letters instead where these were taken singly. A line of another ``origin``
    is whole: nobody wrapped it.
    """

    text: str
    left: float
    right: float
    top: float
    bottom: float
    size: float
    turn: int
    marks: list[tuple[MarkKind, int, int]] = field(default_factory=list)
    pieces: list[tuple[int, GlyphRun]] = field(default_factory=list)
    spots: list[tuple[int, Glyph]] = field(default_factory=list)
    origin: Origin = Origin.TEXT


def _near(run: GlyphRun) -> GlyphRun:
    """A run at places that can be reckoned with; a damaged file may set letters nowhere."""
    places = (run.x0, run.x1, run.y, run.size)
    x0, x1, y, size = map(near, places)
    return run if (x0, x1, y, size) == places else run._replace(x0=x0, x1=x1, y=y, size=size)


def find_lines(page: PageText, seen: Iterable[GlyphRun], recognised: Container[int] = ()) -> list[PrintedLine]:
    """The lines of some runs of a page in reading order; text turned another way than most comes last.

    ``recognised`` has the first letters of runs whose words a program made out in a picture.
    """
    runs = [_near(run) for run in seen]
    letters = [0, 0, 0, 0]
    for run in runs:
        letters[run.turn] += len(run.text)
    main = letters.index(max(letters))
    total = sum(letters)
    leftwards = page.arabic > total / 3
    lines: list[PrintedLine] = []
    for turn in (main, *(turn for turn in range(4) if turn != main)):
        if not letters[turn]:
            continue
        mine = runs if letters[turn] == total else [run for run in runs if run.turn == turn]
        found = _lines_of(
            page, [part for row in read_order(mine, leftwards) for part in _parts(row, leftwards)], turn, leftwards
        )
        if turn != main:
            for line in found:
                _turn_box(page, line, main)
        lines.extend(found)
    for line in lines if recognised else ():
        first = line.pieces[0][1] if line.pieces else line.spots[0][1].run if line.spots else None
        line.origin = Origin.RECOGNISED if first is not None and first.first in recognised else line.origin
    return lines


def _parts(row: list[GlyphRun], leftwards: bool) -> list[list[GlyphRun]]:
    parts = split_row(row, leftwards)
    return parts[::-1] if leftwards else parts


def _lines_of(page: PageText, rows: list[list[GlyphRun]], turn: int, leftwards: bool) -> list[PrintedLine]:
    """The lines of rows whose text runs one way, with heights measured from the page's top."""
    height = page.extent(turn)[1]
    if page.arabic:
        lines = _lines_by_letter([(row, find_letters(page, row)) for row in rows], height, leftwards)
    else:
        lines = [_compose(row, height) for row in rows]
    return [line for line in lines if line.text]


def _lines_by_letter(
    rows: list[tuple[list[GlyphRun], list[Glyph]]], height: float, leftwards: bool
) -> list[PrintedLine]:
    """Lines of a page with Arabic on it, where pdfium may have put the letters of any line in another order."""
    lines: list[PrintedLine] = []
    for row, letters in rows:
        share, total = arabic_share(letters)
        turned = (leftwards or 2 * share >= total) if share else leftwards and runs_leftwards(letters)
        lines.append(_compose_letters(row, order_logically(letters, rightwards=not turned), height))
    return lines


def _frame(row: list[GlyphRun], text: str, height: float) -> tuple[PrintedLine, float]:
    """A line without marks round a text, and its baseline."""
    inked = [run for run in row if run.text]
    size = main_size(inked)
    near = [run for run in inked if abs(run.size - size) < _SAME_SIZE]
    baseline = near[0].y
    left, right = min(run.x0 for run in inked), max(run.x1 for run in inked)
    top, bottom = height - baseline - _ASCENT * size, height - baseline + _DESCENT * size
    return PrintedLine(text, left, right, top, bottom, size, near[0].turn), baseline


def _compose(row: list[GlyphRun], height: float) -> PrintedLine:
    """A line that runs to the right: runs side by side, a space where the gap calls for one."""
    text = ""
    spaced = False
    last: GlyphRun | None = None
    pieces: list[tuple[int, GlyphRun]] = []
    right = 0.0
    for run in row:
        if not run.text:
            spaced = True
            continue
        if last is not None and _parted(last, run, run.x0 - right, spaced or bool(last.after or run.before)):
            text += " "
        pieces.append((len(text), run))
        text += run.text
        right = run.x1 if last is None else max(right, run.x1)
        last, spaced = run, False
    line, baseline = _frame(row, text, height)
    line.pieces = pieces
    for at, run in pieces:
        _mark(line, run, at, at + len(run.text), baseline)
    return line


def _parted(last: GlyphRun, run: GlyphRun, gap: float, spaced: bool) -> bool:
    """Whether a gap between two runs stands for a space."""
    size = max(last.size, run.size)
    if spaced:
        return gap > _GAP_WITH_SPACE * size
    if gap <= _GAP * size:
        return False
    return not (HAN.match(last.text[-1]) or HAN.match(run.text[0])) or gap > _GAP_IN_CHINESE * size


def _compose_letters(row: list[GlyphRun], letters: list[Glyph], height: float) -> PrintedLine:
    """A line from its letters in the order of reading."""
    kept: list[Glyph] = []
    for letter in letters:
        if letter.text != " " or (kept and kept[-1].text != " "):
            kept.append(letter)
    while kept and kept[-1].text == " ":
        kept.pop()
    line, baseline = _frame(row, "".join(letter.text for letter in kept), height)
    at = start = 0
    owner: GlyphRun | None = None
    for letter in kept:
        if letter.run is not owner:
            if owner is not None:
                _mark(line, owner, start, at, baseline)
            owner, start = letter.run, at
        line.spots.append((at, letter))
        at += len(letter.text)
    if owner is not None:
        _mark(line, owner, start, at, baseline)
    return line


def _mark(line: PrintedLine, run: GlyphRun, start: int, end: int, baseline: float) -> None:
    if run.bold:
        _extend(line, MarkKind.BOLD, start, end)
    if run.italic:
        _extend(line, MarkKind.ITALIC, start, end)
    rise = 0.0 if is_vowel_marks(run) else run.y - baseline
    if rise >= _NOTE_RISE * line.size and (run.size <= _NOTE_SIZE * line.size or rise >= _CLEAR_RISE * line.size):
        _extend(line, MarkKind.SUPERSCRIPT, start, end)


def _extend(line: PrintedLine, kind: MarkKind, start: int, end: int) -> None:
    """Add a mark, or draw out the last of its kind if nothing but a space lies between."""
    for at in range(len(line.marks) - 1, -1, -1):
        known, begin, stop = line.marks[at]
        if known is kind:
            if kind is not MarkKind.SUPERSCRIPT and not line.text[stop:start].strip():
                line.marks[at] = (kind, begin, end)
                return
            if stop == start:
                line.marks[at] = (kind, begin, end)
                return
            break
    line.marks.append((kind, start, end))


def _turn_box(page: PageText, line: PrintedLine, main: int) -> None:
    """Give a line that is turned from the rest its box in the frame of the rest."""
    height = page.extent(line.turn)[1]
    corners = [(line.left, height - line.top), (line.right, height - line.bottom)]
    points = [page.turned(*page.placed(x, y, line.turn), main) for x, y in corners]
    high = page.extent(main)[1]
    line.left, line.right = min(x for x, _ in points), max(x for x, _ in points)
    line.top, line.bottom = high - max(y for _, y in points), high - min(y for _, y in points)
