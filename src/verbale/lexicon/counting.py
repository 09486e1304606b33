"""Words beside a number: units, counters and comparators. Sources: ``units.csv``, ``comparators.csv``."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from verbale.lexicon.tables import read_words
from verbale.model.language import Language


@dataclass(frozen=True, slots=True)
class UnitWord:
    """A word that says what is counted.

    ``kind`` is ``noun`` (86 signatures), ``act`` (86 States have signed) or ``counter``: a Chinese measure word or a
    Russian ``единиц``, which says that pieces are counted and leaves to the noun which.
    """

    unit: str
    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class Comparator:
    """A word such as ``more than``: ``sign`` is ``>``, ``>=``, ``<``, ``<=`` or ``~``.

    ``after`` tells whether it stands after the number (``700 多名``) and not before it.
    """

    sign: str
    text: str
    after: bool


@cache
def unit_words(language: Language) -> tuple[UnitWord, ...]:
    """All words for units in one language, the longest first."""
    rows = (row for row in read_words("units") if row["language"] == language)
    words = [UnitWord(row["unit"], row["kind"], row["text"]) for row in rows]
    return tuple(sorted(words, key=lambda word: (-len(word.text), word.text, word.unit)))


@cache
def comparators(language: Language) -> tuple[Comparator, ...]:
    """All comparators in one language, the longest first."""
    rows = (row for row in read_words("comparators") if row["language"] == language)
    words = [Comparator(row["comparator"], row["text"], row["position"] == "after") for row in rows]
    return tuple(sorted(words, key=lambda word: (-len(word.text), word.text, word.after)))
