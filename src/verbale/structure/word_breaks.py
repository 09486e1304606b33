"""Words that were broken at the end of a line: the hyphen that only the line called for is taken out again."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import replace

from verbale.lexicon.compounds import WORD, is_broken, plain_hyphens
from verbale.structure.clean_text import SOFT_HYPHEN
from verbale.structure.lines import Line

_BREAK = re.compile(r"([^\W\d_]{2,})[-\u2010]\Z")
_REST = re.compile(r"[^\W\d_]{1,60}")
_LONGEST = 60  # letters of the part of a word that is looked for


def _find_break(line: Line) -> re.Match[str] | None:
    """The part of a word at the end of a printed line, before its hyphen."""
    return None if line.whole or line.text[-1] not in "-\u2010" else _BREAK.search(line.text[-_LONGEST:])


def words_of_lines(lines: Sequence[Line]) -> frozenset[str]:
    """The words that stand whole on a line and the parts of those with hyphens, in small letters.

    They are looked for only where a line breaks a word.
    """
    found: set[str] = set()
    if not any(map(_find_break, lines)):
        return frozenset()
    broken = False
    for line in lines:
        words = list(WORD.finditer(line.text))
        whole = words[broken and bool(words) and words[0].start() == 0 :]
        broken = _find_break(line) is not None
        for word in whole[:-1] if broken else whole:
            plain = plain_hyphens(word[0])
            found.add(plain)
            found.update(plain.split("-") if "-" in plain else ())
    return frozenset(found)


def mend_breaks(lines: Sequence[Line], words: Collection[str]) -> list[Line]:
    """The lines, with a soft hyphen at the end of each that breaks a word, so that it is joined without one."""
    mended = list(lines)
    for at in range(len(mended) - 1):
        line, following = mended[at], mended[at + 1]
        if line.whole or following.whole or following.block.origin is not line.block.origin:
            continue
        head, rest = _find_break(line), _REST.match(following.text)
        if head is None or rest is None or not rest[0][0].islower() or not head[1][-1].islower():
            continue
        if is_broken(head[1], rest[0], words):
            mended[at] = replace(line, passage=replace(line.passage, text=line.text[:-1] + SOFT_HYPHEN))
    return mended
