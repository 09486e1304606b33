"""Numbers of lines in the margin of a PDF page: they count the lines and are no words of them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from verbale.model.finding import Finding, Severity
from verbale.read.pdf_runs import GlyphRun

_FEWEST = 4  # numbers that are believed to count lines
_ALIGNED = 1.5  # points that the edges of the numbers may differ
_APART = 0.4  # of the size, between a number and its line
_SAME_BASELINE = 2.5  # points
_STEPS = (1, 2, 5, 10)  # lines from one number to the next
_LONG = 24  # characters of a line of prose
_PROSE, _INSIDE = 0.6, 0.3  # shares of numbered lines that are long, and that begin inside a sentence


def take_line_numbers(runs: list[GlyphRun]) -> tuple[list[GlyphRun], list[GlyphRun]]:
    """The runs of a page without those that number its lines, and these.

    They stand under one another outside the text, on either side, count evenly, and the lines that they number are
    prose: a table whose rows are numbered is none, and neither are numbered paragraphs.
    """
    bare = [run for run in runs if run.text.isdecimal() and len(run.text) <= 4 and not run.turn]
    if len(bare) < _FEWEST:
        return runs, []
    words = [run for run in runs if run.text and not run.turn]
    for side in (-1, 1):
        for numbers in _columns(bare, side):
            if _counts_lines(numbers, words, side):
                taken = {id(run) for run in numbers}
                return [run for run in runs if id(run) not in taken], numbers
    return runs, []


def find_numbering(numbers: Sequence[GlyphRun], page: int) -> list[Finding]:
    """What a person has to know of the numbers that were left out."""
    if not numbers:
        return []
    message = (
        f"page {page}: the numbers of its lines in the margin, {numbers[0].text} to {numbers[-1].text}, are left out"
    )
    return [Finding("read/line-numbers", Severity.NOTE, message, page=page)]


def _columns(bare: list[GlyphRun], side: int) -> list[list[GlyphRun]]:
    """Numbers under one another by their right edges, or by their left, from the outermost column inwards."""
    columns: list[list[GlyphRun]] = []
    for edge in (_right, _left):
        column: list[GlyphRun] = []
        for run in sorted(bare, key=edge):
            if column and edge(run) - edge(column[-1]) > _ALIGNED:
                columns.append(column)
                column = []
            column.append(run)
        columns.append(column)
    columns = [sorted(column, key=lambda run: -run.y) for column in columns if len(column) >= _FEWEST]
    return sorted(columns, key=lambda column: (side * -column[0].x0, -len(column)))


def _left(run: GlyphRun) -> float:
    return run.x0


def _right(run: GlyphRun) -> float:
    return run.x1


def _counts_lines(numbers: list[GlyphRun], words: list[GlyphRun], side: int) -> bool:
    counted = [int(run.text) for run in numbers]
    steps = {after - before for before, after in pairwise(counted)}
    if len(steps) != 1 or not steps <= set(_STEPS):
        return False
    own = {id(run) for run in numbers}
    rest = [run for run in words if id(run) not in own]
    if side < 0:
        outside = max(run.x1 for run in numbers) < min((run.x0 for run in rest), default=0.0)
    else:
        outside = min(run.x0 for run in numbers) > max((run.x1 for run in rest), default=0.0)
    return outside and _are_prose(numbers, rest, side)


def _are_prose(numbers: list[GlyphRun], rest: list[GlyphRun], side: int) -> bool:
    """Whether what stands beside the numbers are lines of running text: long, and many of them inside a sentence."""
    lines = []
    for number in numbers:
        beside = [run for run in rest if abs(run.y - number.y) <= _SAME_BASELINE]
        if beside:
            nearest = min(beside, key=lambda run: side * -run.x0)
            gap = nearest.x0 - number.x1 if side < 0 else number.x0 - max(run.x1 for run in beside)
            lines.append(
                (" ".join(run.text for run in sorted(beside, key=lambda run: run.x0)), gap > _APART * number.size)
            )
    if len(lines) < _FEWEST or not all(apart for _, apart in lines):
        return False
    long = sum(len(text) >= _LONG for text, _ in lines)
    inside = sum(text[0].isalpha() and not text[0].isupper() for text, _ in lines)
    return long >= _PROSE * len(lines) and inside >= _INSIDE * len(lines)
