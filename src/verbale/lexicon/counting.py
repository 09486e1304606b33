"""Words for numbers and what they count: units, counters, comparators, powers of ten.

Sources: ``units.csv``, ``comparators.csv``, ``number_words.csv``.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from verbale.lexicon.folding import fold
from verbale.lexicon.tables import read_words
from verbale.model import Language


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


@dataclass(frozen=True, slots=True)
class NumberWord:
    """A power of ten, a round hundred or a dozen.

    A ``fuzzy`` word (``thousands``, ``数千``) has no number, only an order of magnitude: ``value`` is where it begins.
    """

    value: int
    text: str
    fuzzy: bool


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


@cache
def number_words(language: Language) -> Mapping[str, NumberWord]:
    """Words for hundreds, thousands and more by folded text; those below 200 are in ``numerals.csv``."""
    kinds = ("power", "plural", "hundreds", "fuzzy")
    rows = (row for row in read_words("number_words") if row["language"] == language and row["kind"] in kinds)
    return MappingProxyType(
        {fold(row["text"]): NumberWord(int(row["value"]), row["text"], row["kind"] == "fuzzy") for row in rows}
    )
