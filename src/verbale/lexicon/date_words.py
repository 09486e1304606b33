"""The words in and around dates, by language and role, from ``date_words.csv``; months from ``months.csv``."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from verbale.lexicon.tables import read_words
from verbale.model.language import Language


@cache
def date_words(role: str, language: Language) -> tuple[str, ...]:
    """All words of one role (``and``, ``since``, ``as_of``), the longest first."""
    rows = read_words("date_words")
    words = {row["text"] for row in rows if row["role"] == role and row["language"] == language}
    return tuple(sorted(words, key=lambda word: (-len(word), word)))


@cache
def words_pattern(role: str, language: Language) -> str:
    """The words of a role as one alternative of a pattern; without words it never matches."""
    return "|".join(map(re.escape, date_words(role, language))) or "(?!)"


@cache
def month_numbers(language: Language) -> Mapping[str, int]:
    """Names of months as printed in running text, small and raised where the language writes them small.

    Arabic prints the names of both traditions as a pair, any spelling of the one with any of the other.
    """
    names: dict[str, int] = {}
    for row in read_words("months"):
        if row["language"] == language:
            name = row["text"].rstrip(".")
            names[name] = int(row["month"])
            names[name[0].upper() + name[1:]] = int(row["month"])
    if language is Language.AR:
        single = [(name, month) for name, month in names.items() if "/" not in name]
        names.update({f"{one}/{two}": month for one, month in single for two, its in single if month == its})
    return MappingProxyType(names)


@cache
def month_pattern(language: Language) -> str:
    """The names of months as one alternative, the longest first; Arabic pairs may have spaces around the stroke."""
    names = sorted(month_numbers(language), key=lambda name: (-len(name), name))
    return "|".join(re.escape(name).replace("/", "(?: ?/ ?| )") for name in names)
