"""What a paragraph does, by the verb that opens it: recall, note, stress, decide; the same in every language.

Source: ``opener_meanings.csv``, whose texts are beginnings of words. One verb may have several meanings, since
languages draw the lines between them in their own ways (``Consciente`` is aware and recognizes).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from verbale.lexicon.folding import fold
from verbale.lexicon.patterns import alternatives
from verbale.lexicon.tables import read_meanings
from verbale.model.language import Language

_OPENING = 44  # characters, which hold the verb and what qualifies it
_HAN_OPENING = 12  # characters, which hold as much in Chinese
_BEGINNING = r"(?<!\w)"
_BEFORE: Mapping[Language, str] = {Language.ZH: "", Language.AR: rf"{_BEGINNING}[وف]?"}


@cache
def _meanings(language: Language) -> Mapping[str, frozenset[str]]:
    found = read_meanings("opener_meanings", "meaning", language)
    # What a shorter beginning means, a longer one may mean too.
    return {
        text: frozenset().union(*(meanings for shorter, meanings in found.items() if text.startswith(shorter)))
        for text in found
    }


@cache
def _pattern(language: Language) -> re.Pattern[str]:
    return re.compile(f"{_BEFORE.get(language, _BEGINNING)}(?P<verb>{alternatives(_meanings(language))})")


def find_opener_meanings(text: str, language: Language) -> frozenset[str]:
    """The meanings (``recall``, ``note``) of the verbs in the opening of a paragraph; none where no verb is known."""
    opening = fold(text[: _HAN_OPENING if language is Language.ZH else _OPENING])
    meanings = _meanings(language)
    return frozenset().union(*(meanings[match["verb"]] for match in _pattern(language).finditer(opening)))
