"""Arabic lines that a PDF tool broke into rows: a vowel mark lifts a few words off their line.

In plain text taken from a page, the rest of such a line stands in the rows above and below, each
part roughly in its own columns. Rows whose parts do not overlap are one printed line, read from
the right; a short row that fits a hole in its neighbour goes into the hole. Every character
keeps its place in the source, only the order of reading is mended.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, replace

from verbale.model import Span
from verbale.structure.lines import Line
from verbale.structure.passage import INVISIBLE_CHARS, Passage, join_with
from verbale.structure.visual import clean_line, columns_of

_OVERLAP = 3.0
_HOLE = 6.0
_ROOM = 4.0
_NEXT_ROW = 1.2
_MARK_ROW = 2.2


@dataclass(frozen=True, slots=True)
class _Shard:
    """A part of a row: its columns from the left and its words."""

    left: float
    right: float
    passage: Passage


def rejoin_rows(source: str, lines: list[Line]) -> list[Line]:
    """The lines with broken ones made whole; anything but right-to-left plain text is left alone."""
    joined: list[Line] = []
    groups: list[list[_Shard]] = []
    for line in lines:
        if not line.rtl or line.block.size is not None or line.whole:
            return lines
        shards = _shards(source, line)
        if joined and _continues(joined[-1], line, groups[-1], shards):
            before = groups[-1]
            groups[-1] = _fitted(before, shards)
            joined[-1] = replace(
                joined[-1],
                until=line.row,
                lifted=joined[-1].lifted or _marks_only(before),
                start=min(joined[-1].start, line.start),
                end=max(joined[-1].end, line.end),
                passage=_read(groups[-1]),
            )
        else:
            joined.append(line)
            groups.append(shards)
    return joined


def _shards(source: str, line: Line) -> list[_Shard]:
    """The parts of a row that wide gaps keep apart, from the left."""
    span = line.block.span
    raw = span.slice(source)
    shards = []
    for start, end in columns_of(raw, narrow=True):
        left = (line.block.left or 0.0) + _width(raw[:start])
        passage = clean_line(source, Span(span.start + start, span.start + end))
        if passage.text:
            shards.append(_Shard(left, left + _width(raw[start:end]), passage))
    return shards


def _width(raw: str) -> int:
    return sum(char not in INVISIBLE_CHARS and not unicodedata.combining(char) for char in raw)


def _continues(before: Line, line: Line, placed: list[_Shard], shards: list[_Shard]) -> bool:
    """Whether a row holds parts of the line that the rows before it hold the rest of."""
    if before.page != line.page or not placed or not shards:
        return False
    step = line.row - before.until
    if _marks_only(placed) or _marks_only(shards):
        return 0 < step < _MARK_ROW and (step < _NEXT_ROW or _marks_only(placed))
    if not 0 < step < _NEXT_ROW or not (_broken(placed) or _broken(shards)):
        return False
    apart = all(_apart(one, other) for one in placed for other in shards)
    return apart or _hole(placed, shards) is not None or _hole(shards, placed) is not None


def _marks_only(shards: list[_Shard]) -> bool:
    """Whether a row holds nothing but vowel marks."""
    return all(unicodedata.combining(char) or char.isspace() for shard in shards for char in shard.passage.text)


def _broken(shards: list[_Shard]) -> bool:
    """Whether a vowel mark stands without its letter: the sign that the line was taken apart."""
    return any(
        unicodedata.combining(char) and (i == 0 or shard.passage.text[i - 1].isspace())
        for shard in shards
        for i, char in enumerate(shard.passage.text)
    )


def _apart(one: _Shard, other: _Shard) -> bool:
    return one.right <= other.left + _OVERLAP or other.right <= one.left + _OVERLAP


def _hole(wide: list[_Shard], short: list[_Shard]) -> int | None:
    """Where in a row with a hole a short row fits: the index of the part on the right of the hole."""
    if len(short) != 1:
        return None
    need = short[0].right - short[0].left
    for i in range(1, len(wide)):
        room = wide[i].left - wide[i - 1].right
        near = wide[i - 1].right - _ROOM <= (short[0].left + short[0].right) / 2 <= wide[i].right + _ROOM
        if room >= _HOLE and need <= room + _ROOM and near:
            return i
    return None


def _fitted(placed: list[_Shard], shards: list[_Shard]) -> list[_Shard]:
    """The parts of both rows from the left. Marks by themselves go last, for their columns say little."""
    if _marks_only(placed) or _marks_only(shards):
        return [*placed, *shards] if _marks_only(placed) else [*shards, *placed]
    for wide, short in ((placed, shards), (shards, placed)):
        if not all(_apart(one, other) for one in wide for other in short) and (i := _hole(wide, short)) is not None:
            middle = (wide[i - 1].right + wide[i].left) / 2
            return [*wide[:i], replace(short[0], left=middle, right=middle), *wide[i:]]
    return sorted([*placed, *shards], key=lambda shard: (shard.left + shard.right) / 2)


def _read(shards: list[_Shard]) -> Passage:
    """The words of the parts, from the right."""
    passage = shards[-1].passage
    for shard in reversed(shards[:-1]):
        passage = join_with(passage, shard.passage, " ")
    return passage
