"""Which words of one language stand where which of another do, learned from the rows of the document itself.

Paragraphs without symbols, dates or numbers differ only in their words. A word of one version and a word of another
that stand in the same rows are likely one: enough to say which of two neighbours a paragraph answers. Nothing of this
is told; it only settles alignment where a version left a gap.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from verbale.check.rows import Row
from verbale.check.values import Unit
from verbale.model import Language

_WORD = re.compile(r"[^\W\d_]{3,}")
_STEM = 6  # letters: endings differ with case and number
_HAN = re.compile(r"[\u4e00-\u9fff]+")
_TOGETHER = 2  # rows
_LIKELY = 0.6  # of the Dice coefficient
_COMMONEST = 0.4  # of the rows, beyond which a word tells nothing


def words_of(unit: Unit) -> frozenset[str]:
    """The beginnings of its longer words; of Chinese every two characters."""
    if unit.language is Language.ZH:
        runs = _HAN.findall(unit.node.text)
        return frozenset(run[at : at + 2] for run in runs for at in range(len(run) - 1))
    return frozenset(word.lower()[:_STEM] for word in _WORD.findall(unit.node.text))


class WordPairs:
    """Pairs of words between one version and each other one, from the rows in which both have units."""

    def __init__(self, rows: Sequence[Row], language: Language) -> None:
        self._seen: dict[int, frozenset[str]] = {}
        words = [{one: self._all(units) for one, units in row.cells.items() if units} for row in rows]
        others = {one for its in words for one in its if one is not language}
        self._pairs = {one: _pairs(words, language, one) for one in sorted(others)}

    def fit(self, unit: Unit, row: Row) -> float:
        """How many of the unit's words that have a partner find it in a row: -1 none, 1 all, 0 nothing to go by."""
        words = self._of(unit)
        met = asked = 0
        for one, pairs in self._pairs.items():
            its = self._all(row.cells.get(one, ()))
            if its:
                wanted = [pairs[word] for word in words if word in pairs]
                asked += len(wanted)
                met += sum(bool(partners & its) for partners in wanted)
        return 2 * met / asked - 1 if asked else 0.0

    def _all(self, units: Sequence[Unit]) -> frozenset[str]:
        return frozenset().union(*map(self._of, units))

    def _of(self, unit: Unit) -> frozenset[str]:
        if id(unit) not in self._seen:
            self._seen[id(unit)] = words_of(unit)
        return self._seen[id(unit)]


def _pairs(
    rows: Sequence[Mapping[Language, frozenset[str]]], mine: Language, other: Language
) -> Mapping[str, frozenset[str]]:
    both = [(words[mine], words[other]) for words in rows if mine in words and other in words]
    most = max(_TOGETHER, _COMMONEST * len(both))
    here = Counter(word for words, _ in both for word in words)
    there = Counter(word for _, words in both for word in words)
    together: Counter[tuple[str, str]] = Counter()
    for words, its in both:
        seen = [word for word in its if _TOGETHER <= there[word] <= most]
        together.update((word, partner) for word in words if _TOGETHER <= here[word] <= most for partner in seen)
    found: dict[str, set[str]] = defaultdict(set)
    for (word, partner), count in together.items():
        if count >= _TOGETHER and 2 * count >= _LIKELY * (here[word] + there[partner]):
            found[word].add(partner)
    return {word: frozenset(partners) for word, partners in found.items()}
