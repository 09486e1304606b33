"""How far two paragraphs speak of the same things, by words that need no learning from the document itself.

Two sources: the subjects of the lexicon, in six languages, and words that the languages share (``nucléaire``,
``nuclear``; ``терроризм``, ``terrorism``). A short document has too few rows to learn pairs of words from; these tell
there which of two neighbours of like length a paragraph answers.
"""

from __future__ import annotations

import math
import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

from verbale.concord.aligned_row import AlignedRow
from verbale.concord.compared_units import ComparedUnit
from verbale.lexicon.subjects import find_subjects
from verbale.model.language import Language

_WORD = re.compile(r"[^\W\d_]{5,}")
_SUBJECT = "#"
_STEM = 5  # letters of the common form
_DAMP = 3.0  # weight, by which few words tell little
_USUAL = 0.4  # likeness of a paragraph and its translation, at the least
_LATIN = dict(zip("абвгдезийклмнопрстуфыэ", "abvgdeziiclmnoprstufie", strict=True))
_ALIKE = str.maketrans(
    _LATIN | {"ж": "j", "х": "h", "ц": "c", "ч": "ch", "ш": "sh", "щ": "sh", "ь": "", "ъ": "", "ю": "iu", "я": "ia"}
)
_SAME = ((re.compile(r"(.)\1"), r"\1"), (re.compile("ph"), "f"), (re.compile("[kq]u?"), "c"), (re.compile("y"), "i"))
_COGNATE = frozenset({Language.EN, Language.FR, Language.ES, Language.RU})


class KindredWords:
    """The words of one version that other versions print too, each the rarer the heavier."""

    def __init__(self, rows: Sequence[AlignedRow], units: Sequence[ComparedUnit], language: Language) -> None:
        self._language = language
        self._seen: dict[int, frozenset[str]] = {}
        self._own = frozenset().union(*(self._cognates(unit) for unit in units))
        self._known: dict[Language, frozenset[str]] = {}
        counts: Counter[str] = Counter()
        for row in rows:
            counts.update({word for units in row.cells.values() for unit in units for word in self._of(unit)})
        self._weights = {word: math.log(1 + len(rows) / count) for word, count in counts.items()}
        for one in Language:
            held = [unit for row in rows for unit in row.cells.get(one, ())]
            self._known[one] = frozenset().union(*(self._cognates(unit) for unit in held)) & self._own

    def fit(self, unit: ComparedUnit, row: AlignedRow) -> float:
        """How alike a unit and a row are in such words: above 0 as translations are, below as strangers are."""
        shares = [
            self._share(self._stated(unit, one), frozenset().union(*(self._stated(its, one) for its in units)))
            for one, units in row.cells.items()
            if units and one is not self._language
        ]
        return sum(shares) / len(shares) - _USUAL if shares else 0.0

    def _share(self, mine: frozenset[str], its: frozenset[str]) -> float:
        return 2 * self._weight(mine & its) / (self._weight(mine) + self._weight(its) + _DAMP)

    def _weight(self, words: frozenset[str]) -> float:
        return math.fsum(self._weights.get(word, 1.0) for word in words)

    def _stated(self, unit: ComparedUnit, other: Language) -> frozenset[str]:
        """The words of a unit that another language can tell too."""
        subjects = frozenset(word for word in self._of(unit) if word.startswith(_SUBJECT))
        return subjects | (self._cognates(unit) & self._known[other])

    def _cognates(self, unit: ComparedUnit) -> frozenset[str]:
        return frozenset(word for word in self._of(unit) if not word.startswith(_SUBJECT))

    def _of(self, unit: ComparedUnit) -> frozenset[str]:
        if id(unit) not in self._seen:
            self._seen[id(unit)] = _words(unit.text, unit.language)
        return self._seen[id(unit)]


@lru_cache(maxsize=1 << 13)
def _words(text: str, language: Language) -> frozenset[str]:
    """Subjects with a mark before them, and common beginnings."""
    return frozenset(f"{_SUBJECT}{subject}" for subject in find_subjects(text, language)) | stems_of(text, language)


def stems_of(text: str, language: Language) -> frozenset[str]:
    """The beginnings of the longer words in the one form that related languages give them; of others none."""
    if language not in _COGNATE:
        return frozenset()
    return frozenset(stem for word in _WORD.findall(text.casefold()) if len(stem := _common(word)) == _STEM)


@lru_cache(maxsize=1 << 15)
def _common(word: str) -> str:
    plain = "".join(sign for sign in unicodedata.normalize("NFD", word) if not unicodedata.combining(sign))
    plain = plain.translate(_ALIKE)
    for pattern, instead in _SAME:
        plain = pattern.sub(instead, plain)
    return plain[:_STEM]
