"""Columns of prose on a page, laid under one another so that they are judged like lines across the page."""

from __future__ import annotations

from dataclasses import replace
from itertools import groupby, pairwise
from statistics import median

from verbale.structure.lines import Line

_BACK = 3.0  # rows that the first line of a column stands above the last of the column before
_FEWEST = 3  # lines of a column
_MOST, _LONGEST = 8, 1_000  # columns and lines of a page
_TOUCH = 0.5  # ems that the widest line of a column may reach into the next
_OUT = 2.0  # ems that a line may stand out of its column


def unfold_columns(lines: list[Line]) -> list[Line]:
    """The lines, with those of columns as wide as their page and each column below the one before.

    The reader sets columns one behind the other; what tells them is that a line stands further up the page than the one
    before it, and beside all of the lines there.
    """
    unfolded: list[Line] = []
    for _, page in groupby(lines, key=lambda line: line.page):
        unfolded += _unfold_page(list(page))
    return unfolded


def _unfold_page(page: list[Line]) -> list[Line]:
    back = sum(after.row < before.row - _BACK for before, after in pairwise(page))
    if not 0 < back <= _MOST or len(page) > _LONGEST:
        return page
    done: list[Line] = []
    shift = 0.0
    at = 0
    while at < len(page):
        bands = _find_bands(page, at)
        if len(bands) < 2:
            done.append(_lowered(page[at], shift))
            at += 1
            continue
        placed = _stacked(bands, max(line.end for line in page))
        done += [_lowered(line, shift) for line in placed]
        at += len(placed)
        shift += placed[-1].row - max(line.row for band in bands for line in band)
    return done


def _find_bands(page: list[Line], at: int) -> list[list[Line]]:
    """The columns that begin with a line: each beside the one before, from the same height on; else one or none."""
    if page[at].whole or not page[at].block.size:
        return []
    bands: list[list[Line]] = [[]]
    top = page[at].row
    for line in page[at:]:
        band = bands[-1]
        if band and line.row < band[-1].row - _BACK:
            beside = line.start >= max(each.end for each in band) - _TOUCH and line.row >= top - 1
            if not beside or len(band) < _FEWEST:
                break
            bands.append([line])
        elif len(bands) > 1 and line.start < bands[-1][0].start - _OUT:
            break
        else:
            band.append(line)
    if len(bands) > 1 and len(bands[-1]) < _FEWEST:
        return []
    return bands


def _stacked(bands: list[list[Line]], width: float) -> list[Line]:
    """The lines of columns under one another, each drawn out to the width of the page."""
    steps = [b.row - a.row for band in bands for a, b in pairwise(band) if b.row > a.row]
    step = median(steps) if steps else 1.0
    placed: list[Line] = []
    for band in bands:
        left = min(line.start for line in band)
        scale = width / max(max(line.end for line in band) - left, 1.0)
        drop = placed[-1].row + step - band[0].row if placed else 0.0
        placed += [_widened(_lowered(line, drop), left, scale) for line in band]
    return placed


def _widened(line: Line, left: float, scale: float) -> Line:
    start, end = (line.start - left) * scale, (line.end - left) * scale
    return replace(line, start=start, end=end, centred=False)


def _lowered(line: Line, by: float) -> Line:
    return replace(line, row=line.row + by, until=line.until + by) if by else line
