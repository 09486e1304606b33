"""Text folded for matching, with the way back to the original.

Folding joins what printing keeps apart: width, case, apostrophes, dashes, kinds of space, Arabic presentation forms.
It drops what is not seen: zero-width and direction marks, soft hyphens, tatweel, Arabic vowel signs.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from verbale.lexicon.characters import APOSTROPHES, DASHES, HIDDEN, QUOTES, SLASHES

_MARKS = r"[\u0300-\u036f\u0653-\u0655]"
_PLAIN = r"[!-_a-~\u0410-\u044f\u0621-\u063a\u0641-\u064a\u4e00-\u9fff]"
# Runs that only change by case, taken whole for speed; then any character with its combining marks, which reach it
# over what is dropped.
_TAIL = f"[{HIDDEN}]*{_MARKS}"
_PIECE = re.compile(rf"(?P<plain>{_PLAIN}+(?!{_TAIL}))|\s|.(?:{_TAIL})*", re.DOTALL)
_REPLACED = str.maketrans(
    {
        **dict.fromkeys(APOSTROPHES, "'"),
        **dict.fromkeys(QUOTES, '"'),
        **dict.fromkeys(DASHES, "-"),
        **dict.fromkeys(SLASHES, "/"),
        **dict.fromkeys(HIDDEN, ""),
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
