"""The words of numbers as they may stand in a text, and what joins them.

Sources: ``numerals.csv``, ``number_words.csv``.

Kinds of words: ``cardinal`` and ``ordinal`` add up, a ``power`` multiplies what stands before it. A ``plural`` power
alone (millions) has no value, nor has a ``fuzzy`` word; ``vague`` words (several) take the order from a power behind
them. ``definite`` are Arabic cardinals with the article, ``tens`` such tens, which alone are ordinals; ``alone`` is an
ordinal that stands in no compound; ``beyond`` adds a hundred behind an ordinal; a ``part`` (half a) needs a power
behind it, ``half`` (and a half) one before it. ``power_or_dual`` is an Arabic power, or two of it before a noun. A
``dual`` noun says two by its ending. A ``blocker`` and a ``name`` are read over: their numbers count nothing.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick, MatchKind

from verbale.lexicon.printed import printed_forms, scannable
from verbale.lexicon.scanning import find_words
from verbale.lexicon.tables import read_words
from verbale.model.language import Language

POWERS = frozenset({"power", "plural", "power_or_dual"})
ORDINALS = frozenset({"ordinal", "alone"})
READ_OVER = frozenset({"blocker", "name", "half", "beyond", "part", "vague"})
# Rows that are no words of numbers but stand beside them.
_BESIDE = frozenset({"joiner", "share", "unit", "clock", "minute", "no_vague", "ending", "counted"})
_UNACCENTED = (Language.ES, Language.FR)
_PREFIXES = "وفبكل"
# What a line break, a missing hyphen or one too many leaves between two words of one number.
_PLAIN_GAPS: Mapping[Language, frozenset[str]] = {
    Language.AR: frozenset({" "}),
    Language.EN: frozenset({" ", "-", "- "}),
    Language.ES: frozenset({" "}),
    Language.FR: frozenset({" ", "-", "- ", " -"}),
    Language.RU: frozenset({" "}),
}


class Word(NamedTuple):
    """What a word means: its value and its kind, as above."""

    value: int | float
    kind: str


class Token(NamedTuple):
    """A word or figures in a text, with its meaning; the kind of figures is ``figures``."""

    start: int
    end: int
    value: int | float
    kind: str


@dataclass(frozen=True, slots=True)
class NumberWords:
    """All words for numbers of one language as they may be printed, and the gaps between those of one number.

    ``plain`` are spaces and hyphens, ``joined`` the gaps with a word for "and".
    """

    automaton: AhoCorasick
    meaning: tuple[Word, ...]
    plain: frozenset[str]
    joined: frozenset[str]


def _cases(text: str, language: Language) -> Iterator[str]:
    """A row's text as it may stand in a text: with a capital, all in capitals, and there without accents."""
    for form in sorted(printed_forms(text)):
        yield from (form, form.upper())
        if language in _UNACCENTED:
            bare = "".join(sign for sign in unicodedata.normalize("NFD", form) if not unicodedata.combining(sign))
            yield from (bare, bare.upper())


@cache
def word_meanings(language: Language) -> Mapping[str, Word]:
    """The words of the tables as they may stand in a text that is scanned."""
    meaning: dict[str, Word] = {}
    for table in ("numerals", "number_words"):
        for row in read_words(table):
            if row["language"] == language and row["kind"] not in _BESIDE:
                value = float(row["value"]) if "." in row["value"] else int(row["value"])
                for text in _cases(row["text"], language):
                    meaning.setdefault(text, Word(value, row["kind"]))
    return meaning


@cache
def number_words(language: Language) -> NumberWords:
    """The words of a language that parts words by spaces."""
    meaning = word_meanings(language)
    texts = sorted(meaning)
    joiners = beside_words("joiner", language)
    if language is Language.AR:
        joined = frozenset(f" {text}" for text in joiners)
    else:
        joined = frozenset(gap.format(text) for text in joiners for gap in (" {} ", "-{}-", " {}-", "-{} "))
    automaton = AhoCorasick(texts, matchkind=MatchKind.LeftmostLongest)
    return NumberWords(automaton, tuple(meaning[text] for text in texts), _PLAIN_GAPS[language], joined)


@cache
def beside_words(kind: str, language: Language) -> tuple[str, ...]:
    """The words of a kind that stand beside numbers: ``joiner``, ``share`` (91 of 193); the longest first."""
    rows = (row for row in read_words("number_words") if row["kind"] == kind and row["language"] == language)
    return tuple(sorted({scannable(row["text"])[0] for row in rows}, key=lambda text: (-len(text), text)))


@cache
def _names(language: Language) -> re.Pattern[str] | None:
    names = beside_words("name", language)
    return re.compile("|".join(map(re.escape, names)), re.IGNORECASE) if names else None


def find_names(text: str, language: Language) -> list[tuple[int, int, int]]:
    """Start, end and number of the names that hold a number (COVID-19, of 2019)."""
    names = _names(language)
    return (
        []
        if names is None
        else [(*match.span(), _name_numbers(language)[match.group().lower()]) for match in names.finditer(text)]
    )


@cache
def _name_numbers(language: Language) -> Mapping[str, int]:
    rows = (row for row in read_words("number_words") if row["kind"] == "name" and row["language"] == language)
    return {scannable(row["text"])[0].lower(): int(row["value"]) for row in rows}


def word_tokens(text: str, language: Language) -> list[Token]:
    """The words of numbers that stand as words of their own in a text as ``printed.scannable`` gives it."""
    words = number_words(language)
    length = len(text)
    found = []
    for index, start, end in find_words(words.automaton, text):
        if end < length and text[end].isalpha():
            continue
        if start and text[start - 1].isalpha() and not _is_prefixed(text, start, language):
            continue
        found.append(Token(start, end, *words.meaning[index]))
    return found


def _is_prefixed(text: str, start: int, language: Language) -> bool:
    """Whether only an Arabic letter such as ``و`` or ``ب`` stands between a word and the space before it."""
    if language is not Language.AR or text[start - 1] not in _PREFIXES:
        return False
    if start < 2 or not text[start - 2].isalpha():
        return True
    return text[start - 2] in "وف" and (start < 3 or not text[start - 3].isalpha())
