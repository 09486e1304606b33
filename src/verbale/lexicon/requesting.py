"""The words with which a body asks for something in a resolution, in six languages.

Verbs, addressees, what is asked and how often are rows of ``request_verbs.csv``, ``request_addressees.csv``,
``request_objects.csv`` and ``request_words.csv``. In a row ``…`` stands for words between, ``*`` at the end of a
word for its endings, and ``^`` says that it opens what is asked. All patterns are for folded text
(``lexicon.folding``).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from verbale.lexicon.folding import fold
from verbale.lexicon.tables import read_words
from verbale.model.language import Language

_BETWEEN = "…"
MENTIONED = "none"  # rows that name nothing asked: a report of someone else, the title of a publication
_FIRST = "^"  # the words open what is asked
# What may stand between two words of a row. In Chinese a body named behind the verb makes it a report of the past:
# ``提交大会的报告`` is one that was submitted.
_GAP = "[^;؛]{0,160}?"
_MENTION_GAP = "[^;؛]{0,240}?"  # for rows that name what is only mentioned
_HAN_GAP = "(?!的|大会)[^;。]{0,60}?"
# Arabic writes some words together with the next: a conjunction before a verb, and a preposition before a noun.
_CONJUNCTION = {Language.AR: "[وف]?"}
_PREFIX = {Language.AR: "[وف]?[بل]?"}
_SEPARATOR = r"[,;:،؛，；:。.]"


@dataclass(frozen=True, slots=True)
class RequestWords:
    """The words of one language as patterns.

    ``verbs`` finds a verb, and ``verb_of`` gives its name and force by the words that matched. ``addressees`` finds
    who may be addressed, ``addressee_of`` names them. ``left`` is what may stand before the verb of a new clause,
    ``between`` what may stand between a verb and its addressee, and ``joint`` what joins two addressees.
    """

    verbs: re.Pattern[str]
    verb_of: Mapping[str, tuple[str, str]]
    addressees: re.Pattern[str]
    addressee_of: Mapping[str, str]
    left: re.Pattern[str]
    between: re.Pattern[str]
    joint: re.Pattern[str]
    objects: Mapping[str, re.Pattern[str]]
    rhythms: Mapping[str, re.Pattern[str]]


def _alternatives(texts: Iterable[str], language: Language, gap: str = _GAP) -> str:
    """One pattern of all texts, the longest first, that matches whole words; ``gap`` is what may stand between."""
    ordered = sorted(set(texts), key=lambda text: (-len(text), text))
    return "|".join(_pattern(text, language, gap) for text in ordered) or "(?!)"


def _pattern(text: str, language: Language, gap: str) -> str:
    gap = _HAN_GAP if language is Language.ZH else gap
    words = [_word(word) for word in text.split(" ")]
    if language is Language.ZH:
        return r"\s*".join(gap if word == _BETWEEN else word for word in words)
    return re.sub(r"(?: ?… ?)+", lambda _: rf"\b{gap}\b", " ".join(words))


def _word(word: str) -> str:
    if word == _BETWEEN:
        return word
    start = r"\A[\s,]*" if word.startswith(_FIRST) else ""
    word = word.removeprefix(_FIRST)
    return start + (rf"{re.escape(fold(word[:-1]))}\w*" if word.endswith("*") else re.escape(fold(word)))


def _whole(pattern: str, language: Language, prefix: Mapping[Language, str] = _PREFIX) -> str:
    if language is Language.ZH:
        return f"(?:{pattern})"
    return rf"(?<!\w){prefix.get(language, '')}(?:{pattern})(?!\w)"


def _of(table: str, language: Language, column: str, value: str = "") -> list[str]:
    return [
        row["text"] for row in read_words(table) if row["language"] == language and (not value or row[column] == value)
    ]


def _groups(table: str, language: Language, column: str) -> Mapping[str, re.Pattern[str]]:
    kinds = sorted({row[column] for row in read_words(table) if row["language"] == language})
    return {
        kind: re.compile(
            _whole(
                _alternatives(
                    _of(table, language, column, kind), language, _MENTION_GAP if kind == MENTIONED else _GAP
                ),
                language,
            )
        )
        for kind in kinds
    }


@cache
def request_words(language: Language) -> RequestWords:
    """The patterns of one language; raises ``LexiconBroken`` when a table is."""
    verbs = {
        fold(row["text"]): (row["verb"], row["force"])
        for row in read_words("request_verbs")
        if row["language"] == language
    }
    addressees = {
        fold(row["text"]): row["addressee"] for row in read_words("request_addressees") if row["language"] == language
    }
    words = _groups("request_words", language, "kind")
    adverb = words["adverb"].pattern
    joint = words["joint"].pattern
    # In Chinese the comma of a list and its conjunctions join names, and part no clauses.
    join = rf"{_SEPARATOR}|[\"”»]" + ("" if language is Language.ZH else rf"|{joint}")
    return RequestWords(
        verbs=re.compile(_whole(rf"(?P<verb>{_alternatives(verbs, language)})", language, _CONJUNCTION)),
        verb_of=verbs,
        addressees=re.compile(_whole(rf"(?P<who>{_alternatives(addressees, language)})", language)),
        addressee_of=addressees,
        left=re.compile(rf"(?:^|{join})(?:\s|{adverb}|{join})*$"),
        between=re.compile(rf"(?:\s|,|،|{adverb})*"),
        joint=re.compile(rf"(?:{joint})(?:\s|,|،|{adverb})*$"),
        objects=_groups("request_objects", language, "asked"),
        rhythms=_groups("request_rhythms", language, "rhythm"),
    )


@cache
def addressee_names() -> tuple[str, ...]:
    """The names of all who may be addressed, in the order of the alphabet."""
    return tuple(sorted({row["addressee"] for row in read_words("request_addressees")}))
