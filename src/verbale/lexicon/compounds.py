"""Whether a hyphen belongs to a word, or was set because the word did not fit on its line."""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import cache

from verbale.lexicon.tables import read_words

WORD = re.compile(r"[^\W\d_]+(?:[-\u2010\u2011][^\W\d_]+)*")
"""A word with the hyphens in it."""

_HYPHENS = re.compile("[\u2010\u2011]")


@cache
def _parts(part: str) -> frozenset[str]:
    return frozenset(row["text"] for row in read_words("compound_parts") if row["part"] == part)


def plain_hyphens(word: str) -> str:
    """A word in small letters with one kind of hyphen, as ``is_broken`` compares it."""
    return _HYPHENS.sub("-", word.lower())


@cache
def _endings() -> re.Pattern[str]:
    """What the last part of a broken word looks like: an ending by itself, or some letters before a long one."""
    long, alone = ("|".join(sorted(map(re.escape, _parts(part)))) for part in ("ending", "ending-alone"))
    return re.compile(rf"[^\W\d_]{{0,4}}(?:{long})|{alone}")


def is_broken(left: str, right: str, words: Collection[str]) -> bool:
    """Whether two parts of a word with a hyphen at the end of a line between them are one word without it.

    ``words`` are those of the text that stand whole on a line, and the parts of its compounds, in small letters: what
    the text writes elsewhere decides first. Otherwise the hyphen was the line's only where the second part is no word,
    but an ending; where either part is one that makes compounds (``non-``, ``-based``), it is the word's own.
    """
    first, second = left.lower(), right.lower()
    if f"{first}-{second}" in words:
        return False
    if first + second in words:
        return True
    if first in _parts("first") or second in _parts("second"):
        return False
    if second in words or second in _parts("no-ending"):
        return False
    return _endings().fullmatch(second) is not None
