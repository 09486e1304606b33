"""Words that give a paragraph away: a heading, a part of the masthead, an opening formula.

Each row of ``cues.csv`` says how its text must stand: ``whole`` (it is all there is, punctuation and a number
aside), ``opens``, ``ends`` or ``holds``. Matching is on folded text, in all six languages at once.
"""

from __future__ import annotations

import re
from functools import cache

from verbale.lexicon.folding import fold
from verbale.lexicon.tables import read_words

_EDGE = " \t,，،.。:：;；*[]()（）\"'"
_NUMBER = re.compile(r"^(?:[ivxlc]+|[a-z]|[一二三四五六七八九十]+|\d+)\s?[.．、-]\s*")


@cache
def _cues() -> dict[str, dict[str, list[str]]]:
    """Folded words by key and by how they must stand."""
    cues: dict[str, dict[str, list[str]]] = {}
    for row in read_words("cues"):
        cues.setdefault(row["key"], {}).setdefault(row["how"], []).append(fold(row["text"]))
    return cues


@cache
def _openings(key: str, how: str) -> tuple[str, ...]:
    return tuple(_cues().get(key, {}).get(how, ()))


def is_cue(text: str, key: str) -> bool:
    """Whether the text is, opens with, ends with or holds words of ``key``, as the rows require."""
    return _stands(fold(text), key)


def find_cue(text: str, key: str) -> int | None:
    """How far into the text, in folded characters, the first words of ``key`` stand; ``None`` without any."""
    folded = fold(text)
    places = [folded.find(word) for how in ("holds", "opens", "ends", "whole") for word in _openings(key, how)]
    return min((place for place in places if place >= 0), default=None)


def find_cues(text: str) -> frozenset[str]:
    """All keys whose words stand in the text as their rows require."""
    folded = fold(text)
    return frozenset(key for key in _cues() if _stands(folded, key))


def _stands(folded: str, key: str) -> bool:
    bare = folded.strip(_EDGE)
    if any(word in folded for word in _openings(key, "holds")):
        return True
    if bare.startswith(_openings(key, "opens")) or bare.endswith(_openings(key, "ends")):
        return True
    whole = _openings(key, "whole")
    return bool(whole) and (bare in whole or _NUMBER.sub("", bare).strip(_EDGE) in whole)
