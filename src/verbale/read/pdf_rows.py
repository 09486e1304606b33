"""Which runs of a page stand on one printed line, and in what order the lines are read."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable
from itertools import pairwise
from statistics import median

from verbale.read.pdf_runs import GlyphRun

_SAME_BASELINE = 0.25  # of the size: runs nearer than this stand on one row
_NOTE_SIZE = 0.85  # of the size of the row
_RAISED, _LOWERED = 0.65, 0.35  # of the size: how far marks stand above or below their row
_NOTE_LENGTH = 8  # characters
_NOTE_REACH = 3.0  # of the size of the row, from a marker to the words it belongs to
# A writer may name the letter a mark sits on together with the mark, and print nothing for it.
_VOWEL_MARKS = re.compile("[\u0621-\u064a]?[\u064b-\u065f\u0670\u0610-\u061a\u06d6-\u06ed]+")
_VOWEL_REACH = 0.9  # of the size: vowel marks are set as rows of their own
_LARGEST_NOTE = 1.1  # of the size of the row: how large a bare number may be that is raised
_NOTE_NUMBER = re.compile(r"[()]{0,2}\d{0,3}[()]{0,2}|[*†‡]+")
_WIDE_GAP = 3.0  # letter heights: a wider gap parts a row
_LABEL_GAP = 8.0  # the same behind a printed number
_LABEL_LENGTH = 6  # characters
_COLUMN_LINES = 6  # rows that make two columns believable
_TEXT_LINE = 20  # characters of the usual line of a column of text; a cell is shorter
_COLUMN_FILL = 0.7  # of the widest line: a column is full, a table is not
_GUTTER_FROM, _GUTTER_TO = 0.3, 0.7  # of the width of the page, between which a gutter lies
_GUTTER_GAP = 0.6  # of the size


def main_size(runs: list[GlyphRun]) -> float:
    """The font size of most letters."""
    if len(runs) == 1:
        return round(runs[0].size, 1)
    sizes: Counter[float] = Counter()
    for run in runs:
        sizes[round(run.size, 1)] += len(run.text)
    return max(sizes.items(), key=lambda item: (item[1], item[0]))[0] if sizes else 0.0


def find_rows(runs: list[GlyphRun]) -> list[list[GlyphRun]]:
    """Runs by line from the top, each line from the left; raised and lowered marks in their line."""
    inked = sorted((run for run in runs if run.text and not is_vowel_marks(run)), key=lambda run: -run.y)
    rows: list[list[GlyphRun]] = []
    lowest = size = 0.0
    for run in inked:
        if rows and lowest - run.y <= _SAME_BASELINE * min(run.size, size):
            rows[-1].append(run)
            size = max(size, run.size)
        else:
            rows.append([run])
            size = run.size
        lowest = run.y
    rows = _join_notes(rows)
    for run in runs:
        if not run.text:
            _place_in_row(rows, run, _SAME_BASELINE)
        elif is_vowel_marks(run):
            _place_in_row(rows, run, _VOWEL_REACH)
    for row in rows:
        row.sort(key=lambda run: run.x0)
    return rows


def _join_notes(rows: list[list[GlyphRun]]) -> list[list[GlyphRun]]:
    """Rows of nothing but small raised or lowered marks go into the line they belong to."""
    joined: list[list[GlyphRun]] = []
    for row in rows:
        above = joined[-1] if joined else None
        if above is None:
            joined.append(row)
            continue
        size, size_above = main_size(row), main_size(above)
        drop = above[-1].y - row[0].y
        if drop <= _RAISED * size and _are_notes(above, size) and _beside(above, row):
            joined[-1] = above + row
        elif drop <= _LOWERED * size_above and _are_notes(row, size_above) and _beside(row, above):
            above.extend(row)
        else:
            joined.append(row)
    return joined


def _are_notes(row: list[GlyphRun], size: float) -> bool:
    return all(
        (run.size <= _NOTE_SIZE * size and len(run.text) <= _NOTE_LENGTH)
        or (run.size <= _LARGEST_NOTE * size and _NOTE_NUMBER.fullmatch(run.text))
        for run in row
    )


def _beside(marks: list[GlyphRun], row: list[GlyphRun]) -> bool:
    """Whether each mark stands next to a letter of the row, as a note's number does."""
    reach = _NOTE_REACH * main_size(row)
    return all(any(run.x0 - reach <= mark.x1 and mark.x0 <= run.x1 + reach for run in row) for mark in marks)


def is_vowel_marks(run: GlyphRun) -> bool:
    """Whether this is nothing but marks that sit on the letters of another run."""
    return bool(_VOWEL_MARKS.fullmatch(run.text))


def _place_in_row(rows: list[list[GlyphRun]], run: GlyphRun, reach: float) -> None:
    """Put a blank or vowel mark into the nearest line, if one is within ``reach`` letter heights."""
    at = bisect_left(rows, -run.y, key=lambda row: -row[0].y)
    near = [row for row in rows[max(at - 1, 0) : at + 1] if abs(row[0].y - run.y) <= reach * row[0].size]
    if near:
        min(near, key=lambda row: abs(row[0].y - run.y)).append(run)
    elif run.text:
        rows.insert(at, [run])


def split_row(row: list[GlyphRun], leftwards: bool = False) -> list[list[GlyphRun]]:
    """A line parted at gaps wider than three letters; a label stays with what it labels.

    Where the page is read to the left a label stands on the right of its words, and figures beside figures are cells.
    """
    parts: list[list[GlyphRun]] = []
    right = 0.0
    for run in row:
        if not run.text:
            if parts:
                parts[-1].append(run)
            continue
        gap = run.x0 - right
        size = min(run.size, main_size(parts[-1])) if parts and gap > _WIDE_GAP * run.size * 0.5 else run.size
        if leftwards:
            labelled = bool(parts) and _is_label([run]) and any(map(_has_letters, parts[-1]))
        else:
            labelled = bool(parts) and _is_label(parts[-1])
        if not parts or gap > (_LABEL_GAP if labelled else _WIDE_GAP) * size:
            parts.append([run])
            right = run.x1
        else:
            parts[-1].append(run)
            right = max(right, run.x1)
    return parts


def _has_letters(run: GlyphRun) -> bool:
    return any(map(str.isalpha, run.text))


def _is_label(runs: list[GlyphRun]) -> bool:
    """Whether this is a number, letter in brackets or bullet rather than words."""
    text = ""
    for run in runs:
        text += run.text
        if len(text) > _LABEL_LENGTH:
            return False
    return not text.isalpha() or len(text) == 1


def read_order(runs: list[GlyphRun], leftwards: bool = False) -> list[list[GlyphRun]]:
    """The lines in reading order: columns of prose one after the other, all else from the top.

    Where the page is read to the left, the column on the right comes first.
    """
    rows = find_rows(runs)
    gutter = _find_gutter(rows)
    if gutter is None:
        return rows
    ordered: list[list[GlyphRun]] = []
    band: list[list[GlyphRun]] = []
    for row in [*rows, []]:
        if row and not _crosses(row, gutter):
            band.append(row)
            continue
        ordered.extend(_read_band(band, gutter, leftwards))
        band = []
        if row:
            ordered.append(row)
    return ordered


def _crosses(row: list[GlyphRun], x: float) -> bool:
    return any(run.x0 < x < run.x1 and run.text for run in row)


def _find_gutter(rows: list[list[GlyphRun]]) -> float | None:
    """The middle of the white strip between two columns of prose, if there are any."""
    if len(rows) < _COLUMN_LINES:
        return None
    left, right = min(row[0].x0 for row in rows), max(run.x1 for row in rows for run in row)
    low, high = left + _GUTTER_FROM * (right - left), left + _GUTTER_TO * (right - left)
    middle = round((left + right) / 2)
    strips = [(middle, middle + 1)]
    for row in rows:
        reach = row[0].x1
        for run in row:
            if run.text and run.x0 - reach > _GUTTER_GAP * run.size and low < (run.x0 + reach) / 2 < high:
                # The strip is as wide as its narrowest place: every point of a gap counts.
                strips.append((round(reach) + 1, round(run.x0)))
            reach = max(reach, run.x1) if run.text else reach
    gutter = float(_most_covered(strips))
    return gutter if _is_gutter([row for row in rows if not _crosses(row, gutter)], gutter) else None


def _most_covered(strips: Iterable[tuple[int, int]]) -> int:
    """The middle of the whole numbers that lie in the most strips; a strip ends before its second number."""
    changes: Counter[int] = Counter()
    for start, end in strips:
        if start < end:
            changes[start] += 1
            changes[end] -= 1
    covered = best = 0
    widest: list[tuple[int, int]] = []
    for start, end in pairwise(sorted(changes)):
        covered += changes[start]
        if covered >= best:
            widest = [*(widest if covered == best else []), (start, end)]
            best = covered
    rest = sum(end - start for start, end in widest) // 2
    while rest >= widest[0][1] - widest[0][0]:
        start, end = widest.pop(0)
        rest -= end - start
    return widest[0][0] + rest


def _is_gutter(rows: list[list[GlyphRun]], gutter: float) -> bool:
    """Whether the lines on both sides are many and fill their columns, as prose does."""
    widths: tuple[list[float], list[float]] = ([], [])
    for row in rows:
        for side, members in enumerate(_sides(row, gutter)):
            if members:
                widths[side].append(max(run.x1 for run in members) - min(run.x0 for run in members))
    if min(len(widths[0]), len(widths[1])) < _COLUMN_LINES or not _is_wide(rows, gutter):
        return False
    return all(median(side) >= _COLUMN_FILL * max(side) and _long(rows, gutter) for side in widths)


def _is_wide(rows: list[list[GlyphRun]], gutter: float) -> bool:
    """Whether more than the space between two words lies between the columns: lines may break alike by chance."""
    gaps = [
        (min(run.x0 for run in right) - max(run.x1 for run in left)) / max(main_size(left), 1.0)
        for left, right in (_sides(row, gutter) for row in rows)
        if left and right
    ]
    return not gaps or median(gaps) > _GUTTER_GAP


def _long(rows: list[list[GlyphRun]], gutter: float) -> bool:
    """Whether both columns hold words by the line, not figures."""
    for side in (0, 1):
        lengths = [sum(len(run.text) for run in members) for row in rows if (members := _sides(row, gutter)[side])]
        if median(lengths) < _TEXT_LINE:
            return False
    return True


def _sides(row: list[GlyphRun], gutter: float) -> tuple[list[GlyphRun], list[GlyphRun]]:
    return [run for run in row if run.x1 <= gutter and run.text], [run for run in row if run.x0 >= gutter and run.text]


def _read_band(band: list[list[GlyphRun]], gutter: float, leftwards: bool) -> list[list[GlyphRun]]:
    """Lines that leave the gutter free: by columns if both are prose there, else as they stand."""
    if not band or not _is_gutter(band, gutter):
        return band
    runs = [run for row in band for run in row]
    left = [run for run in runs if run.x0 < gutter]
    right = [run for run in runs if run.x0 >= gutter]
    return find_rows(right) + find_rows(left) if leftwards else find_rows(left) + find_rows(right)
