"""What a paragraph speaks of, by common words of United Nations documents: peace, forests, budgets, women.

Source: ``subject_words.csv``, whose texts are beginnings of words. A word that many things begin with (``sea``,
``мир``) stands with short endings only.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from verbale.lexicon.folding import fold
from verbale.lexicon.patterns import alternatives
from verbale.lexicon.tables import read_meanings
from verbale.model.language import Language

_SHORT, _SHORT_ENDING = 4, 3  # letters
_BEGINNING = r"(?<!\w)"
_BEFORE: Mapping[Language, str] = {Language.ZH: "", Language.AR: rf"{_BEGINNING}[وف]?[بلك]?(?:ال|لل)?"}


@cache
def _subjects(language: Language) -> Mapping[str, frozenset[str]]:
    return read_meanings("subject_words", "subject", language)


@cache
def _pattern(language: Language) -> re.Pattern[str]:
    texts = _subjects(language)
    before = _BEFORE.get(language, _BEGINNING)
    if language is Language.ZH:
        return re.compile(f"(?P<word>{alternatives(texts)})")
    short = alternatives(text for text in texts if len(text) <= _SHORT)
    long = alternatives(text for text in texts if len(text) > _SHORT)
    return re.compile(rf"{before}(?:(?P<word>{long})|(?P<short>{short})\w{{0,{_SHORT_ENDING}}}(?!\w))")


def find_subjects(text: str, language: Language) -> frozenset[str]:
    """The subjects (``peace``, ``water``) whose words a text has; none where it has none of the table."""
    subjects = _subjects(language)
    found: set[str] = set()
    for match in _pattern(language).finditer(fold(text)):
        found |= subjects[match["word"] or match["short"]]
    return frozenset(found)
