"""Printed lines with their place, measured the same way for every script and format.

Distances are in ems along the line, counted from the edge where reading starts (the right
edge in Arabic), and in lines down the page, so that a page of a PDF and a page of spaces can
be judged by one set of rules.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise

from verbale.model.block import Block, MarkKind, Shape
from verbale.structure.clean_text import CleanText, clean
from verbale.structure.visual import clean_line

_SAMPLE = 4_000  # characters from which the size of the page is measured
_NARROW = 0.6  # of the width of the page: a wider line is not centred on purpose
_FAIR_SHARE = 0.15  # of the steps between lines, for one to be usual
_ARABIC = re.compile("[\u0600-\u06ff\ufb50-\ufdff\ufe70-\ufeff]")
_TABBED = re.compile(r"\(?\d{1,3}\)?(?:\s{2,}|\t)\S")


@dataclass(frozen=True, slots=True)
class Line:
    """One block as structure sees it.

    ``start`` and ``end`` are ems from the reading edge of the page; ``row`` is the place of its
    baseline in lines from the top of the page, and ``until`` that of the last row that belongs to it.
    ``tail`` is whether white space follows on the same printed line, the habit of word processors
    at the end of a paragraph; ``tabbed`` is whether
    a wide space parts a number at its head from the words; ``rtl`` is whether the document runs to
    the left; ``lifted`` is whether a row of vowel marks stands above it, where an empty row may have been.
    """

    block: Block
    passage: CleanText
    start: float
    end: float
    row: float
    until: float
    size: float
    bold: bool
    italic: bool
    tail: bool
    tabbed: bool
    centred: bool
    rtl: bool
    lifted: bool = False

    @property
    def text(self) -> str:
        return self.passage.text

    @property
    def page(self) -> int:
        return self.block.page

    @property
    def whole(self) -> bool:
        """Whether the format itself says that this is a paragraph and not a wrapped line."""
        return self.block.shape is not Shape.LINE


def lines_of(source: str, blocks: tuple[Block, ...]) -> list[Line]:
    """All blocks with something printed in them, measured."""
    leading = _line_step(blocks)
    edges = _page_edges(blocks)
    sizes = Counter(block.size for block in blocks if block.size)
    usual = sizes.most_common(1)[0][0] if sizes else 1.0
    rtl = _is_right_to_left(source)
    lines = []
    for block in blocks:
        passage = clean_line(source, block.span) if block.shape is Shape.LINE else clean(source, block.span)
        if passage.text:
            lines.append(_measure(source, block, passage, leading, edges, usual or 1.0, rtl))
    return lines


def _measure(
    source: str,
    block: Block,
    passage: CleanText,
    leading: float,
    edges: dict[int, tuple[float, float]],
    usual: float,
    rtl: bool,
) -> Line:
    left, right = block.left or 0.0, block.right if block.right is not None else (block.left or 0.0)
    low, high = edges.get(block.page, (0.0, 0.0))
    em = usual if block.size else 1.0
    if rtl:
        start, end = (high - right) / em, (high - left) / em
    else:
        start, end = (left - low) / em, (right - low) / em
    bold, italic = _weight(source, block)
    after = source[block.span.end : block.span.end + 1]
    bottom = block.bottom if block.bottom is not None else 0.0
    return Line(
        block,
        passage,
        start,
        end,
        bottom / leading,
        bottom / leading,
        block.size or usual,
        bold,
        italic,
        block.size is None and after in (" ", "\u00a0", "\t"),
        _TABBED.match(source, block.span.start, block.span.end) is not None,
        rtl=rtl,
        centred=block.centred and (block.shape is not Shape.LINE or end - start < _NARROW * (high - low) / em),
    )


def _is_right_to_left(source: str) -> bool:
    """Whether most letters are Arabic, so that lines begin at the right edge whatever they hold."""
    sample = source[:_SAMPLE]
    arabic = len(_ARABIC.findall(sample))
    return arabic > 0 and 2 * arabic > sum(map(str.isalpha, sample))


def _weight(source: str, block: Block) -> tuple[bool, bool]:
    """Whether most of the block is bold, and whether most of it is italic."""
    if not block.marks:
        return False, False
    half = len(block.span) / 2
    lengths = {MarkKind.BOLD: 0, MarkKind.ITALIC: 0}
    for mark in block.marks:
        if mark.kind in lengths:
            lengths[mark.kind] += len(mark.span)
    return lengths[MarkKind.BOLD] > half, lengths[MarkKind.ITALIC] > half


def _page_edges(blocks: tuple[Block, ...]) -> dict[int, tuple[float, float]]:
    edges: dict[int, tuple[float, float]] = {}
    for block in blocks:
        if block.left is None or block.right is None:
            continue
        low, high = edges.get(block.page, (block.left, block.right))
        edges[block.page] = (min(low, block.left), max(high, block.right))
    return edges


def _line_step(blocks: tuple[Block, ...]) -> float:
    """The distance from one line of a paragraph to the next, in the unit of the blocks.

    It is the smallest step that a fair share of the lines takes: larger ones part paragraphs.
    """
    steps: Counter[float] = Counter()
    for before, after in pairwise(blocks):
        if before.page == after.page and before.bottom is not None and after.bottom is not None:
            step = after.bottom - before.bottom
            if step > 0.5:
                steps[round(step, 0 if step > 4 else 1)] += 1
    least = _FAIR_SHARE * steps.total()
    return min((step for step, count in steps.items() if count >= least), default=1.0)
