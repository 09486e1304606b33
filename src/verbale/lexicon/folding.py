"""Text folded for matching, with the way back to the original.

Folding joins what printing keeps apart: width, case, apostrophes, dashes, kinds of space, Arabic presentation forms.
It drops what is not seen: zero-width and direction marks, soft hyphens, tatweel, Arabic vowel signs.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_MARKS = r"[\u0300-\u036f\u0653-\u0655]"
_PLAIN = r"[!-_a-~\u0410-\u044f\u0621-\u063a\u0641-\u064a\u4e00-\u9fff]"
_APOSTROPHES = "'\u2018\u2019\u201a\u201b\u2032\u02bc\u02b9\u00b4`\u2035\uff07\u05f3"
_QUOTES = '"\u201c\u201d\u201e\u201f\u00ab\u00bb\u2033\u301d\u301e\u301f\uff02'
_DASHES = "-\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d\u2043"
_DROPPED = (
    "\u00ad\u0640\u061c\u180e\u2060\ufeff\ufe0e\ufe0f"
    + "".join(map(chr, range(0x200B, 0x2010)))
    + "".join(map(chr, range(0x202A, 0x202F)))
    + "".join(map(chr, range(0x2061, 0x2070)))
    + "".join(map(chr, range(0x064B, 0x0653)))
    + "\u0670"
)
# Runs that only change by case, taken whole for speed; then any character with its combining marks, which reach it
# over what is dropped.
_TAIL = f"[{_DROPPED}]*{_MARKS}"
_PIECE = re.compile(rf"(?P<plain>{_PLAIN}+(?!{_TAIL}))|\s|.(?:{_TAIL})*", re.DOTALL)
_REPLACED = str.maketrans(
    {
        **dict.fromkeys(_APOSTROPHES, "'"),
        **dict.fromkeys(_QUOTES, '"'),
        **dict.fromkeys(_DASHES, "-"),
        **dict.fromkeys(_DROPPED, ""),
        "\u0451": "\u0435",  # the Russian letter yo is mostly printed as ye
    }
)


@lru_cache(maxsize=8192)
def _fold_cluster(cluster: str) -> str:
    """One character with its combining marks, folded; white space of any kind is one space."""
    if cluster.isspace():
        return " "
    # Quotes and dashes first: compatibility forms would take some of them apart.
    folded = unicodedata.normalize("NFKC", cluster.translate(_REPLACED)).casefold()
    # The capital of Türkiye's dotted i folds to i and a loose dot.
    folded = unicodedata.normalize("NFC", folded.replace("i\u0307", "i")).translate(_REPLACED)
    return re.sub(r"\s+", " ", folded)


def fold_with_offsets(text: str) -> tuple[str, list[int]]:
    """The folded text and, for each of its characters, the offset in ``text`` of the character it came from.

    Runs of white space become one space. Folding a folded text of the six languages changes
    nothing.
    """
    pieces: list[str] = []
    offsets: list[int] = []
    after_space = False
    for match in _PIECE.finditer(text):
        if match.lastgroup:
            piece = match.group().lower()
            offsets.extend(range(*match.span()))
        else:
            piece = _fold_cluster(match.group())
            if not piece or (piece == " " and after_space):
                continue
            offsets.extend([match.start()] * len(piece))
        after_space = piece == " "
        pieces.append(piece)
    return "".join(pieces), offsets


_SPACES = re.compile(r"\s+")
_LONE_MARK = re.compile(rf"\s{_MARKS}|^{_MARKS}")


@lru_cache(maxsize=16384)
def fold(text: str) -> str:
    """The text folded for matching, as ``fold_with_offsets`` folds it, but quicker: all at once."""
    if text.isascii():
        return _SPACES.sub(" ", text.translate(_REPLACED)).lower()
    if _LONE_MARK.search(text):
        return fold_with_offsets(text)[0]
    folded = unicodedata.normalize("NFKC", _SPACES.sub(" ", text).translate(_REPLACED)).casefold()
    folded = unicodedata.normalize("NFC", folded.replace("i\u0307", "i")).translate(_REPLACED)
    return _SPACES.sub(" ", folded)
