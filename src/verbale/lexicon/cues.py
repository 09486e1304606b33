"""Words that give a paragraph away: a heading, a part of the masthead, an opening formula.

Each row of ``cues.csv`` says how its text must stand: ``whole`` (it is all there is, punctuation and a number
aside), ``opens``, ``ends`` or ``holds``. Matching is on folded text, in all six languages at once.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from ahocorasick_rs import AhoCorasick

from verbale.lexicon.folding import fold
from verbale.lexicon.scanning import find_words
from verbale.lexicon.tables import read_words

_EDGE = " \t,，،.。:：;；*[]()（）\"'"
_NUMBER = re.compile(r"^(?:[ivxlc]+|[a-z]|[一二三四五六七八九十]+|\d+)\s?[.．、-]\s*")


@dataclass(frozen=True, slots=True)
class _Cues:
    """All words of the table: an automaton that finds them, and what each of them means."""

    automaton: AhoCorasick
    meaning: tuple[tuple[str, str], ...]


@cache
def _cues() -> _Cues:
    """Folded words with their key and how they must stand; of one word in two languages, one row."""
    rows = sorted({(fold(row["text"]), row["key"], row["how"]) for row in read_words("cues")})
    words = [word for word, _, _ in rows]
    return _Cues(AhoCorasick(words), tuple((key, how) for _, key, how in rows))


def is_cue(text: str, key: str) -> bool:
    """Whether the text is, opens with, ends with or holds words of ``key``, as the rows require."""
    return key in find_cues(text)


@lru_cache(maxsize=8192)
def find_cues(text: str) -> frozenset[str]:
    """All keys whose words stand in the text as their rows require."""
    folded = fold(text)
    bare = folded.strip(_EDGE)
    unnumbered = _NUMBER.sub("", bare).strip(_EDGE)
    cues = _cues()
    found = set()
    for index, start, end in find_words(cues.automaton, folded, overlapping=True):
        key, how = cues.meaning[index]
        if key not in found and _stands(how, folded[start:end], bare, unnumbered):
            found.add(key)
    return frozenset(found)


def _stands(how: str, word: str, bare: str, unnumbered: str) -> bool:
    """Whether a word that was found stands as its row requires."""
    if how == "holds":
        return True
    if how == "opens":
        return bare.startswith(word)
    if how == "ends":
        return bare.endswith(word)
    return word in (bare, unnumbered)


def find_cue(text: str, key: str) -> int | None:
    """How far into the text, in folded characters, the first words of ``key`` stand; ``None`` without any."""
    cues = _cues()
    matches = find_words(cues.automaton, fold(text), overlapping=True)
    return min((start for index, start, _ in matches if cues.meaning[index][0] == key), default=None)
