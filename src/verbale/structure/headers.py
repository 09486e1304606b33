"""Headers of replies: the State, ``[Original: French]``, ``[14 June 2010]``, the resolution answered.

The forms in the other languages: ``[Original : français]``, ``[Original: francés]``, ``[Подлинный текст
на французском языке]``, ``[الأصل: بالفرنسية]``, ``[原件：法文]``. Words come from the lexicon.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from verbale.lexicon.dates import find_day
from verbale.lexicon.folding import fold
from verbale.lexicon.names import find_language_name, find_state
from verbale.lexicon.tables import read_words
from verbale.model.language import Language

_BRACKETS = re.compile(r"^\s*[\[［〔(（](.*)[\]］〕)）]\s*$", re.S)
_PARTED = re.compile(r"[\]］〕]\s*[\[［〔]")
_LONGEST_NAME = 90  # characters of the name over a reply
_LONGEST_HEADER = 160  # characters of a header with language and date
_SHORT_LINE = 70  # characters: a longer line is no name by itself


@dataclass(frozen=True, slots=True)
class Header:
    """What a bracketed line under a State's name says; ``None`` where it does not say it."""

    language: str | None
    date: str | None


@cache
def _original_words() -> tuple[str, ...]:
    """Folded words that announce the original language, the longest first."""
    words = {fold(row["text"]) for row in read_words("reply_headers") if row["key"] == "original"}
    return tuple(sorted(words, key=lambda word: (-len(word), word)))


def find_header(text: str) -> Header | None:
    """Original language and date out of one or more bracketed phrases, or ``None`` when it is no header."""
    if len(text) > _LONGEST_HEADER:
        return None
    match = _BRACKETS.match(text)
    if match is None:
        return None
    language = date = None
    for part in _PARTED.split(match[1]):
        language = language or _find_original(part)
        date = date or find_day(part)
    return Header(language, date) if language or date else None


def _find_original(part: str) -> str | None:
    folded = fold(part).strip()
    for word in _original_words():
        if folded.startswith(word):
            named = folded[len(word) :].strip(" :：.-")
            return _named_language(named)
    return None


def _named_language(named: str) -> str | None:
    # In Russian the word for "language" follows the name: на французском языке.
    for words in (named, named.rpartition(" ")[0]):
        for language in Language:
            if words and (found := find_language_name(words, language)):
                return found
    return None


def find_reply_state(text: str, language: Language | None) -> str | None:
    """The State, as ISO 3166 alpha-3, when the line is its name and nothing else."""
    if not text or len(text) > _LONGEST_NAME or text[-1] in ".;:。；：,，":
        return None
    return find_state(text.rstrip("*† "), language)


def find_cited(text: str) -> list[str]:
    """Symbols of the resolutions that a line names."""
    # The grammar of cited numbers takes longer to load than a page of another kind to read.
    from verbale.lexicon.cited_resolutions import find_cited_resolutions  # noqa: PLC0415

    return find_cited_resolutions(text)


def find_answered(text: str) -> list[str]:
    """Symbols of the resolutions, when the line does no more than name them."""
    if len(text) > _SHORT_LINE or text[-1:] in ".;。；,，":
        return []
    return find_cited(text)
