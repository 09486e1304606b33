"""Whether the lines of a page are paragraphs by themselves, and whether white space at their ends marks paragraphs."""

from __future__ import annotations

import re
from itertools import pairwise

from verbale.lexicon.sentences import ENDED, PART_ENDED
from verbale.structure.landmarks import is_field
from verbale.structure.lines import Line

_BRACKETED = re.compile(r"[\[［〔].*[\]］〕]")
_FEW, _MOST, _TELLING = 0.03, 0.9, 0.5  # shares of lines: hardly any, nearly all; and those that must end a sentence
_SHORT = 0.72  # of the longest: a shorter line is not full
_FEWEST_SINGLE = 3  # lines of which so much can be said
_ROW = 1.4  # rows of plain text to the next line: more, and an empty one parts them


def is_unwrapped(lines: list[Line]) -> bool:
    """Whether there is a paragraph on each row: where lines were wrapped, full ones end inside a sentence."""
    lengths = [line.end - line.start for line in lines]
    least = _SHORT * max(lengths, default=0.0)
    full = [line for line, length in zip(lines, lengths, strict=True) if length >= least and not is_field(line.text)]
    return bool(full) and all(ENDED.search(line.text) for line in full)


def are_single(lines: list[Line]) -> bool:
    """Whether each line is a paragraph: none begins inside a sentence, and none was full when it ended.

    It was full where the first word of the next line had no room on it any more, and no empty row parts them.
    """
    if len(lines) < _FEWEST_SINGLE:
        return False
    width = max(line.end for line in lines)
    for before, after in pairwise(lines):
        ended = bool(ENDED.search(before.text))
        first = after.text[0]
        if first.isalpha() and not first.isupper() and not (ended and not first.islower()):
            return False
        room = width - before.end - (0.5 if after.block.size else 1.0) * (len(after.text.split(" ", 1)[0]) + 1)
        apart = after.block.size is None and (after.block.bottom or 0.0) - (before.block.bottom or 0.0) > _ROW
        if room < 0 and not ended and not apart:
            return False
    return True


def are_telling(lines: list[Line]) -> bool:
    """Whether white space at line ends marks the ends of paragraphs in this document.

    It does where most lines that have it end a sentence or are followed by a number, and where
    hardly any line that has not does.
    """
    tailed = [line for line in lines if line.tail]
    if not _FEW * len(lines) < len(tailed) < _MOST * len(lines):
        return False
    ending = sum(bool(PART_ENDED.search(line.text) or _BRACKETED.fullmatch(line.text)) for line in tailed)
    return ending >= _TELLING * len(tailed)
