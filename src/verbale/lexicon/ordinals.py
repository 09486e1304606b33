"""Ordinals in running text: seventy-sixth, 第七十六, السادسة والسبعون, 58º. Words are rows of ``numerals.csv``.

Session numbers, anniversaries and parts are printed as ordinals in some languages and as figures in others.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from ahocorasick_rs import AhoCorasick, MatchKind

from verbale.lexicon.numerals import printed_forms
from verbale.lexicon.scanning import find_words
from verbale.lexicon.tables import read_words
from verbale.model.language import Language

_ARABIC_PREFIXES = "وفبكل"
_ARABIC_ARTICLE = "ال"


@dataclass(frozen=True, slots=True)
class FoundOrdinal:
    """An ordinal in words: where it stands and its value."""

    start: int
    end: int
    value: int


def find_ordinals(text: str, language: Language) -> list[FoundOrdinal]:
    """Every ordinal in words, in order, the longest first; ``text`` is as ``printed.scannable`` gives it."""
    automaton, values = _ordinals(language)
    found = []
    if language is Language.EN and text.isascii():
        text = text.lower()  # a title raises both parts (Seventy-Sixth)
    for index, start, end in find_words(automaton, text):
        if language is Language.ZH or _stands_as_word(text, start, end, language):
            found.append(FoundOrdinal(start, end, values[index]))
    return found


def ordinal_forms(language: Language) -> dict[str, dict[int, str]]:
    """The ordinals of a language by form (gender, case), and in each form by value."""
    forms: dict[str, dict[int, str]] = {}
    for row in read_words("numerals"):
        if row["language"] == language and row["kind"] == "ordinal":
            forms.setdefault(row["form"], {}).setdefault(int(row["value"]), row["text"])
    return forms


def _stands_as_word(text: str, start: int, end: int, language: Language) -> bool:
    if end < len(text) and text[end].isalpha():
        return False
    if not start or not text[start - 1].isalpha():
        return True
    # Behind li- the article loses its first letter; such forms have rows of their own only with it.
    return language is Language.AR and text[start - 1] in _ARABIC_PREFIXES


@cache
def _ordinals(language: Language) -> tuple[AhoCorasick, tuple[int, ...]]:
    meaning: dict[str, int] = {}
    for row in read_words("numerals"):
        if row["language"] != language or row["kind"] != "ordinal":
            continue
        for text in printed_forms(row["text"]):
            meaning.setdefault(text, int(row["value"]))
            if language is Language.AR and text.startswith(_ARABIC_ARTICLE):
                meaning.setdefault("لل" + text.removeprefix(_ARABIC_ARTICLE), int(row["value"]))
    texts = sorted(meaning)
    return AhoCorasick(texts, matchkind=MatchKind.LeftmostLongest), tuple(meaning[text] for text in texts)
