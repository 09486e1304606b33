"""Languages beyond the six official ones: told apart, and named as in ``[Original: Portuguese]``.

Words and letters are rows of ``other_language_words.csv``, names rows of ``original_languages.csv``.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Mapping
from functools import cache

from verbale.lexicon.folding import fold
from verbale.lexicon.languages import find_language
from verbale.lexicon.tables import read_words
from verbale.model.language import Language

_WORD = re.compile(r"[^\W\d_]+")
_SHARE = 0.2  # of the words that are words of the language
_LEAST = 3  # words of a language from which on a text may be in it
_CLEARLY = 1.4  # times as many words as of the official language
_LETTERS = 2  # letters of its own from which on a text is told by them
_OWN_SHARE = 0.01  # of the characters that are letters of the language alone


def original_languages() -> frozenset[str]:
    """The codes (ISO 639) of the languages beyond the six that have names here."""
    return frozenset(code for code, _ in _names())


def language_name(code: str, language: Language) -> str:
    """The name of a language beyond the six, as it stands behind "Original"; the code where no name is known."""
    return _names().get((code, language), code)


@cache
def _names() -> Mapping[tuple[str, Language], str]:
    return {(row["code"], Language(row["language"])): row["text"] for row in read_words("original_languages")}


@cache
def _tables() -> tuple[Mapping[str, frozenset[str]], Mapping[str, re.Pattern[str]]]:
    words: dict[str, set[str]] = defaultdict(set)
    letters: dict[str, re.Pattern[str]] = {}
    for row in read_words("other_language_words"):
        if row["how"] == "word":
            words[row["code"]].add(fold(row["text"]))
        else:
            letters[row["code"]] = re.compile(f"[{row['text']}]")
    return {code: frozenset(own) for code, own in words.items()}, letters


def find_any_language(text: str) -> str:
    """The code of the language a text is in, one of the six or one beyond them; empty where it cannot be told.

    Languages that are near one of the six (Italian, Dutch) are taken for themselves where clearly more of their words
    stand in the text.
    """
    official, other = find_language(text), find_other_language(text)
    if official is None or not other:
        return official.value if official else other
    said = [fold(word) for word in _WORD.findall(text)]
    words = _tables()[0].get(other, frozenset())
    mine = {row["text"] for row in read_words("function_words") if row["language"] == official}
    theirs = sum(word in words for word in said)
    return other if theirs > _CLEARLY * sum(word in mine for word in said) else official.value


def find_other_language(text: str) -> str:
    """The code of the language beyond the six that a text is in; empty where it is in none that is known.

    Call it for what is in none of the six: a text of these has words in common with its neighbours.
    """
    composed = unicodedata.normalize("NFC", text).lower()
    words, letters = _tables()
    scores: Counter[str] = Counter()
    for code, own in letters.items():
        count = len(own.findall(composed))
        if count >= _LETTERS and count >= _OWN_SHARE * len(composed):
            scores[code] += count * 2
    said = [fold(word) for word in _WORD.findall(composed)]
    for code, known in words.items():
        count = sum(word in known for word in said)
        if count >= _LEAST and count >= _SHARE * len(said):
            scores[code] += count
    ranked = scores.most_common(2)
    if not ranked or (len(ranked) == 2 and ranked[0][1] == ranked[1][1]):
        return ""
    return ranked[0][0]
