"""Words of the tables as parts of patterns.

The engine of the standard library skips to the letters that a pattern can begin with, but only where the pattern begins
with letters and not with a look behind: borders are therefore looked for behind the first letter.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable

LETTER = r"[^\W\d_]"


def alternatives(words: Iterable[str]) -> str:
    """The words as one alternative, the longest first; without words it never matches."""
    ordered = sorted(words, key=lambda word: (-len(word), word))
    return "|".join(map(re.escape, ordered)) or "(?!)"


def grouped(words: Iterable[str]) -> str:
    """The words as one alternative by their first letters, in each group the longest first: quicker for many words."""
    rests: dict[str, list[str]] = defaultdict(list)
    for word in sorted(set(words), key=_longest):
        rests[word[:1]].append(re.escape(word[1:]))
    groups = [f"{re.escape(first)}(?:{'|'.join(its)})" for first, its in sorted(rests.items())]
    return "|".join(groups) or "(?!)"


def standing(words: Iterable[str], no: str = LETTER) -> str:
    """The words as one alternative, none right behind a character of the class ``no``."""
    return standing_patterns(((word[:1], re.escape(word[1:])) for word in sorted(words, key=_longest)), no)


def standing_patterns(parts: Iterable[tuple[str, str]], no: str = LETTER) -> str:
    """Patterns, each given as its first character and the rest, as one alternative; the order within it stays."""
    rests: dict[str, list[str]] = defaultdict(list)
    for first, rest in parts:
        rests[first].append(rest)
    groups = [
        f"{re.escape(first)}(?<!{no}{re.escape(first)})(?:{'|'.join(its)})" for first, its in sorted(rests.items())
    ]
    return "|".join(groups) or "(?!)"


def _longest(word: str) -> tuple[int, str]:
    return -len(word), word
