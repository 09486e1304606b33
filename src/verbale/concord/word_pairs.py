"""Which words of one language stand where which of another do, learned from the rows of the document itself.

Paragraphs without symbols, dates or numbers differ only in their words. A word of one version and a word of another
that stand in the same rows are likely one: enough to say which of two neighbours a paragraph answers. Nothing of this
is told; it only settles alignment where a version left a gap.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from verbale.concord.aligned_row import AlignedRow
from verbale.concord.compared_units import ComparedUnit
from verbale.model.language import Language

_WORD = re.compile(r"[^\W\d_]{3,}")
_STEM = 6  # letters: endings differ with case and number
_HAN = re.compile(r"[\u4e00-\u9fff]+")
_TOGETHER = 2  # rows
_LIKELY = 0.6  # of the Dice coefficient
_FEW = 8  # words, by which nothing is sure
_ENOUGH = 3  # other versions to learn from
_COMMONEST, _MOST = 0.4, 12  # share and number of the rows beyond which a word tells little


def words_of(unit: ComparedUnit) -> frozenset[str]:
    """The beginnings of its longer words; of Chinese every two characters."""
    if unit.language is Language.ZH:
        runs = _HAN.findall(unit.node.text)
        return frozenset(run[at : at + 2] for run in runs for at in range(len(run) - 1))
    return frozenset(word.lower()[:_STEM] for word in _WORD.findall(unit.node.text))


class WordPairs:
    """Pairs of words between one version and others, from the rows of all, learned as they are asked for."""

    def __init__(self, rows: Sequence[AlignedRow], language: Language) -> None:
        self._language = language
        self._seen: dict[int, frozenset[str]] = {}
        present = Counter(one for row in rows for one, units in row.cells.items() if units and one is not language)
        self._others = [one for one, _ in present.most_common(_ENOUGH)]
        self._rows = [{one: self._all(row.cells.get(one, ())) for one in (language, *self._others)} for row in rows]
        self._places: dict[str, list[int]] = defaultdict(list)
        for place, words in enumerate(self._rows):
            for word in words[language]:
                self._places[word].append(place)
        self._counts = {one: Counter(word for words in self._rows for word in words[one]) for one in self._others}
        self._partners: dict[tuple[Language, int], list[frozenset[str]]] = {}

    def fit(self, unit: ComparedUnit, row: AlignedRow) -> float:
        """How many of the unit's words that have a partner find it in a row: -1 none, 1 all; near 0 by few words."""
        met = asked = 0
        for one in self._others:
            its = self._all(row.cells.get(one, ()))
            if its:
                wanted = self._wanted(one, unit)
                asked += len(wanted)
                met += sum(not partners.isdisjoint(its) for partners in wanted)
        return (2 * met - asked) / (asked + _FEW)

    def _wanted(self, other: Language, unit: ComparedUnit) -> list[frozenset[str]]:
        """The partners of each of the unit's words that has any."""
        key = (other, id(unit))
        if key not in self._partners:
            learned = [frozenset(self._learned(other, word)) for word in sorted(self._of(unit))]
            self._partners[key] = [partners for partners in learned if partners]
        return self._partners[key]

    def _learned(self, other: Language, word: str) -> Iterator[str]:
        places = self._places.get(word, ())
        if not _TOGETHER <= len(places) <= max(_TOGETHER, min(_MOST, _COMMONEST * len(self._rows))):
            return
        together = Counter(partner for place in places for partner in self._rows[place][other])
        for partner, count in together.items():
            if count >= _TOGETHER and 2 * count >= _LIKELY * (len(places) + self._counts[other][partner]):
                yield partner

    def _all(self, units: Sequence[ComparedUnit]) -> frozenset[str]:
        return self._of(units[0]) if len(units) == 1 else frozenset().union(*map(self._of, units))

    def _of(self, unit: ComparedUnit) -> frozenset[str]:
        if id(unit) not in self._seen:
            self._seen[id(unit)] = words_of(unit)
        return self._seen[id(unit)]
