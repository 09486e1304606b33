"""Whether the words of a page are words at all: how many are those that no page of prose is without.

A font that does not tell which letters its glyphs are gives words that look like words and are none. Of the words of
a page, those that every text has (of, de, من, и, 的) are then missing, or words fall apart into single letters.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from verbale.lexicon.tables import read_words

_FEWEST = 60  # words of a page of which so much can be said; of Chinese, characters
_MARKS = re.compile("[\u064b-\u0652\u0670]")


class _Habit(NamedTuple):
    """How the words of a script look, and between what bounds their shares lie on any page of prose.

    Measured on 2,100 pages as issued: the least share of common words was 0.10 in Latin letters (0.04 on one page of
    tables), 0.14 in Cyrillic, 0.07 in Arabic and 0.10 in Chinese, and the greatest of single letters in Arabic 0.01.
    """

    words: re.Pattern[str]
    least: float
    most_single: float


_HABITS: Mapping[str, _Habit] = {
    "latin": _Habit(re.compile("(?<![\\w-])[A-Za-z\u00c0-\u024f]+(?![\\w-])"), 0.03, 0.45),
    "cyrillic": _Habit(re.compile("[\u0400-\u04ff]+"), 0.06, 0.45),
    "arabic": _Habit(re.compile("[\u0620-\u0652\u0670-\u06d3]+"), 0.02, 0.08),
    "han": _Habit(re.compile("[\u3400-\u9fff]"), 0.04, 1.0),
}
_SCRIPTS = {"ar": "arabic", "ru": "cyrillic", "zh": "han"}


@cache
def _common() -> Mapping[str, frozenset[str]]:
    """The common words of each script."""
    found: dict[str, set[str]] = {script: set() for script in _HABITS}
    for row in read_words("common_words"):
        found[_SCRIPTS[row["language"]]].add(row["text"])
    found["latin"] = {row["text"] for row in read_words("function_words")}
    return {script: frozenset(words) for script, words in found.items()}


def are_doubtful(text: str) -> bool:
    """Whether the words of a page, some sixty or more of one script, are mostly none that its languages have."""
    text = unicodedata.normalize("NFKC", text).lower()
    for script, habit in _HABITS.items():
        words = habit.words.findall(text)
        if len(words) < _FEWEST:
            continue
        words = [_MARKS.sub("", word) for word in words] if script == "arabic" else words
        common = _common()[script]
        known = sum(map(common.__contains__, words)) / len(words)
        single = sum(len(word) == 1 and word not in common for word in words) / len(words)
        if known < habit.least or single > habit.most_single:
            return True
    return False
