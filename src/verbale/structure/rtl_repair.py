"""Arabic lines that a PDF tool broke into rows: a vowel mark parts the words on either side of it.

In plain text taken from a page, what stands to the right of such a mark and what stands to the
left of it may come on one row, the mark on a row of its own above; or on two rows, either of
them first. Where a row breaks off at a mark, the row next to it that begins about there and
leaves room for it is the rest of the printed line. Parts are read from the right by the column
in which each begins; the columns in which they end say little, for a column is only an average
letter wide. Every character keeps its place in the source, only the order of reading is mended.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace
from heapq import heappop, heappush
from itertools import groupby, pairwise

from verbale.model.span import Span
from verbale.structure.clean_text import INVISIBLE_CHARS, CleanText
from verbale.structure.lines import Line
from verbale.structure.rtl_marks import ends_astray, has_stray_mark, is_marks_only, join_parts
from verbale.structure.visual import LONGEST_ROW, clean_line, columns_of

_DRIFT = 20.0  # columns that the rest of a line may stand off the place where the line breaks off
_BREAK = 25.0  # columns that the rest may stand over the end of the piece before it
_HOLE = 6.0  # columns of a gap between two pieces that counts as a hole
_ROOM = 8.0  # columns that the rest may be wider than its hole
_NEXT_ROW = 1.2  # rows to the line right below
_MARK_ROW = 2.2  # rows to a row that has only vowel marks
_FULL = 0.95  # of the lines, by width: the width of a full one
_SPARE = 6.0  # columns that a full line may be longer
_USUAL_WIDTH = 80.0  # columns, where there are no lines to tell
_AT_MARK = 4.0  # columns from a mark to the right end of the piece it stands over
_MOST_MARKS = 12  # pieces of a row above that may be looked at as marks
_MARGIN = 0.1  # of the lines, by their left edge: where the margin is
_RAGGED = 10.0  # columns that a line may end before the left margin without being the last
_LABEL = re.compile(r"[-–]?\s?\d{1,3}\s?[-–.]?|\([^\W\d]{1,2}\)|[’‘']\d{1,2}[’‘']")
_CALL = re.compile(r"\(\d{1,3}\)")
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class _Segment:
    """A part of a row: its columns from the left and its words; ``label`` if it is a paragraph's number."""

    left: float
    right: float
    passage: CleanText
    label: bool = False

    @property
    def text(self) -> str:
        return self.passage.text

    @property
    def width(self) -> float:
        return self.right - self.left


@dataclass(frozen=True, slots=True)
class _PrintedRow:
    """Rows that are one printed line: parts from the right, marks from rows of their own, how many rows of words."""

    line: Line
    until: float
    start: float
    end: float
    segments: tuple[_Segment, ...]
    above: tuple[_Segment, ...]
    rows: int

    @property
    def words(self) -> list[_Segment]:
        return [segment for segment in self.segments if not segment.label]

    @property
    def width(self) -> float:
        return sum(segment.width for segment in self.words)


def rejoin_rows(source: str, lines: list[Line]) -> list[Line]:
    """The lines with broken ones made whole; anything but right-to-left plain text is left alone."""
    if any(not line.rtl or line.block.size is not None or line.whole for line in lines):
        return lines
    if not any(has_stray_mark(line.text) for line in lines):
        return lines
    known = frozenset(word for line in lines for word in _WORD.findall(_bare(line.text)))
    pages = [
        _with_marks_above([_group(source, line) for line in page])
        for _, page in groupby(lines, key=lambda line: line.page)
    ]
    widths = sorted(group.width for page in pages for group in page if len(group.words) == 1)
    limit = (widths[int(_FULL * len(widths))] if widths else _USUAL_WIDTH) + _SPARE
    return [line for page in pages for line in _lines(_merged(page, limit), known)]


def _bare(text: str) -> str:
    return "".join(char for char in text if not unicodedata.combining(char))


def _group(source: str, line: Line) -> _PrintedRow:
    """One row with the parts that gaps keep apart, from the right."""
    span = line.block.span
    raw = span.slice(source)
    segments: list[_Segment] = []
    columns = columns_of(raw, narrow=True) if len(raw) <= LONGEST_ROW else [(0, len(raw))]
    for start, end in reversed(columns):
        left = (line.block.left or 0.0) + _width(raw[:start])
        passage = clean_line(source, Span(span.start + start, span.start + end))
        if passage.text:
            right = left + max(_width(raw[start:end].strip()), 1)
            label = not segments and start > 0 and _LABEL.fullmatch(passage.text) is not None
            segments.append(_Segment(left, right, passage, label))
    return _PrintedRow(line, line.row, line.start, line.end, tuple(segments), (), 1)


def _width(raw: str) -> int:
    return sum(char not in INVISIBLE_CHARS and not unicodedata.combining(char) for char in raw)


def _with_marks_above(groups: list[_PrintedRow]) -> list[_PrintedRow]:
    """Rows of marks alone go with the row below them, and so does the raised number of a note at that row's end."""
    kept: list[_PrintedRow] = []
    for group in groups:
        above = kept[-1] if kept else None
        near = above is not None and len(above.segments) <= _MOST_MARKS
        if above is not None and near and _is_marks(above) and 0 < group.line.row - above.until < _MARK_ROW:
            line = replace(group.line, row=above.line.row, lifted=True)
            kept[-1] = replace(group, line=line, above=(*above.above, *above.segments, *group.above))
            if _is_marks(group):
                kept[-1] = replace(kept[-1], segments=(*above.segments, *group.segments), above=())
        elif above is not None and _is_call(above) and 0 < group.line.row - above.until < _NEXT_ROW:
            line = replace(group.line, row=above.line.row, lifted=True)
            if above.segments[0].left <= group.segments[-1].left:
                kept[-1] = replace(group, line=line, segments=(*group.segments, *above.segments), rows=2)
            else:
                kept.append(replace(group, line=replace(group.line, lifted=True)))
        else:
            kept.append(group)
    return kept


def _is_marks(group: _PrintedRow) -> bool:
    return all(is_marks_only(segment.text) for segment in group.segments)


def _is_call(group: _PrintedRow) -> bool:
    return len(group.segments) == 1 and _CALL.fullmatch(group.segments[0].text) is not None


def _merged(groups: list[_PrintedRow], limit: float) -> list[_PrintedRow]:
    """The groups of a page, those joined that belong to one printed line, the surest first."""
    lefts = sorted(_left(group) for group in groups if group.words)
    margin = lefts[int(_MARGIN * len(lefts))] if lefts else 0.0
    kept: dict[int, _PrintedRow] = dict(enumerate(groups))
    above = {i: i - 1 for i in kept}
    below = {i: i + 1 for i in kept}
    fits: list[tuple[float, int, int, int]] = []

    def weigh(i: int, j: int) -> None:
        if i in kept and j in kept and (cost := _cost(kept[i], kept[j], limit, margin)) is not None:
            heappush(fits, (cost, i, j, kept[i].rows + kept[j].rows))

    for i in range(len(groups) - 1):
        weigh(i, i + 1)
    while fits:
        _, i, j, rows = heappop(fits)
        # A pair of which either half has grown since has been weighed again.
        if i not in kept or j not in kept or below[i] != j or kept[i].rows + kept[j].rows != rows:
            continue
        kept[i] = _joined(kept[i], kept.pop(j))
        below[i] = below[j]
        above[below[j]] = i
        weigh(above[i], i)
        weigh(i, below[i])
    return [kept[i] for i in sorted(kept)]


def _left(group: _PrintedRow) -> float:
    return min(segment.left for segment in group.words)


def _cost(upper: _PrintedRow, lower: _PrintedRow, limit: float, margin: float) -> float | None:
    """How badly two groups fit together in one printed line; ``None`` if they do not.

    A line that does not reach the left margin is the last of its paragraph, which is rarer.
    """
    if not 0 < lower.line.row - upper.until < _NEXT_ROW or not upper.words or not lower.words:
        return None
    if upper.width + lower.width > limit:
        return None
    costs = [cost for one, other in ((upper, lower), (lower, upper)) if (cost := _gap(one, other)) is not None]
    short = max(min(_left(upper), _left(lower)) - margin - _RAGGED, 0.0)
    return min(costs) + short / 2 if costs else None


def _gap(broken: _PrintedRow, rest: _PrintedRow) -> float | None:
    """How far the rest stands from where a group breaks off: at its left end, in a hole, at its right end."""
    words = broken.words
    low = _left(rest)
    high = max(segment.right for segment in rest.words)
    costs = []
    last = words[-1]
    if ends_astray(last.text) and low < last.left and -_BREAK < high - last.left < _DRIFT:
        costs.append(abs(high - last.left))
    for one, other in pairwise(words):
        room = one.left - other.right
        near = one.left - _DRIFT <= low and rest.width <= _DRIFT
        fits = rest.width <= room + _ROOM if room >= _HOLE else near
        if ends_astray(one.text) and other.left <= low <= one.left and fits:
            costs.append(abs(high - one.left))
    first = words[0]
    begins_within = is_marks_only(first.text) or _CALL.fullmatch(first.text)
    before = [segment.left - first.left for segment in rest.words if segment.left > first.left]
    if len(words) > 1 and begins_within and before and min(before) < _DRIFT:
        costs.append(min(before))
    return min(costs, default=None)


def _joined(upper: _PrintedRow, lower: _PrintedRow) -> _PrintedRow:
    return replace(
        upper,
        line=replace(upper.line, lifted=True),
        until=lower.until,
        start=min(upper.start, lower.start),
        end=max(upper.end, lower.end),
        segments=tuple(sorted((*upper.segments, *lower.segments), key=_place)),
        above=(*upper.above, *lower.above),
        rows=upper.rows + lower.rows,
    )


def _place(segment: _Segment) -> tuple[float, bool]:
    """The order from the right; what breaks off at a mark comes before what stands in the same column."""
    return -segment.left, not ends_astray(segment.text)


def _lines(groups: list[_PrintedRow], known: frozenset[str]) -> list[Line]:
    """A line for each group, its words in the order of reading."""
    lines: list[Line] = []
    for i, group in enumerate(groups):
        after_broken = i > 0 and groups[i - 1].rows > 1
        line = replace(group.line, until=group.until, start=group.start, end=group.end)
        if group.rows > 1 or group.above or _bare(line.text) != line.text:
            line = replace(line, passage=join_parts(_parts(group), known))
        lines.append(replace(line, lifted=True) if after_broken else line)
    return lines


def _parts(group: _PrintedRow) -> list[CleanText]:
    """The parts in the order of reading, each mark from a row of its own before the part that it stands over."""
    segments = list(group.segments)
    for mark in group.above:
        at = [i for i, segment in enumerate(segments) if not segment.label and not is_marks_only(segment.text)]
        if at:
            place = min(at, key=lambda i: abs(segments[i].right - mark.left - _AT_MARK))
            segments.insert(place, mark)
        else:
            segments.append(mark)
    return [segment.passage for segment in segments]
