"""The words in and around dates: months and their calendars from ``months.csv``, all others from ``date_words.csv``.

Years in words begin with a row of ``year_words.csv`` (deux mille, nineteen).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from verbale.lexicon.patterns import alternatives, grouped
from verbale.lexicon.tables import read_words
from verbale.model.language import Language

_LATIN = (Language.EN, Language.FR, Language.ES)
# Months that are common words as well when they are printed small: "may", "march".
_CASED = (Language.EN,)


@cache
def date_words(role: str, language: Language) -> tuple[str, ...]:
    """All words of one role (``and``, ``since``, ``as_of``), the longest first."""
    rows = read_words("date_words")
    words = {row["text"] for row in rows if row["role"] == role and row["language"] == language}
    return tuple(sorted(words, key=lambda word: (-len(word), word)))


@cache
def words_pattern(role: str, language: Language) -> str:
    """The words of a role, small and in capitals, as one alternative of a pattern; without words it never matches."""
    return grouped(case for word in date_words(role, language) for case in (word, word.upper()))


@cache
def month_numbers(language: Language) -> Mapping[str, int]:
    """Names of months as printed in running text: small or raised as the language writes them, and in capitals.

    Arabic prints the names of both traditions as a pair, any spelling of the one with any of the other.
    """
    names = {name: month for month, its in _spellings(language).items() for name in its}
    if language is Language.AR:
        single = [(name, month) for name, month in names.items() if "/" not in name]
        names.update({f"{one}/{two}": month for one, month in single for two, its in single if month == its})
    return MappingProxyType(names)


@cache
def _spellings(language: Language) -> Mapping[int, tuple[str, ...]]:
    """The spellings of each month of the common calendar."""
    found: dict[int, dict[str, None]] = {}
    for row in read_words("months"):
        if row["language"] == language and row["calendar"] == "gregorian":
            name = row["text"].rstrip(".")
            cases = (name, name[0].upper() + name[1:], name.upper())
            found.setdefault(int(row["month"]), {}).update(dict.fromkeys(cases))
    return MappingProxyType({month: tuple(names) for month, names in found.items()})


@cache
def weak_months(language: Language) -> Mapping[str, int]:
    """Names of months printed small where the language raises them: a month only in a whole day (9 may 2022)."""
    if language not in _CASED:
        return MappingProxyType({})
    return MappingProxyType({name.lower(): month for name, month in month_numbers(language).items()})


@cache
def common_words(language: Language) -> frozenset[str]:
    """Abbreviated names that are common words, and months only beside a day: the Spanish "mar" is the sea as well."""
    rows = read_words("months")
    short = {row["text"] for row in rows if row["language"] == language and row["form"] == "common_word"}
    names = {name.rstrip(".") for name in short}
    return frozenset({*names, *(name[0].upper() + name[1:] for name in names), *map(str.upper, names)})


@cache
def month_pattern(language: Language) -> str:
    """The names of months as one alternative, the longest first; Arabic pairs may have spaces around the slash."""
    if language is not Language.AR:
        return grouped([*month_numbers(language), *weak_months(language)])
    singles = (alternatives({name for name in its if "/" not in name}) for its in _spellings(language).values())
    return "|".join(f"(?:{names})(?:(?: ?/ ?| )(?:{names}))?" for names in singles)


@cache
def hijri_months(language: Language) -> Mapping[str, int]:
    """Names of the months of the Islamic calendar; the languages in Latin letters share their transliterations."""
    languages = _LATIN if language in _LATIN else (language,)
    rows = [row for row in read_words("months") if row["calendar"] == "hijri"]
    return MappingProxyType({row["text"]: int(row["month"]) for row in rows if row["language"] in languages})


@cache
def year_openers(language: Language) -> Mapping[str, int]:
    """What a year in words begins with, and the hundreds that it says: ``deux mille`` is 2000."""
    rows = (row for row in read_words("year_words") if row["language"] == language)
    return MappingProxyType({row["text"]: int(row["value"]) for row in rows})


def as_pattern(name: str) -> str:
    """A transliterated name as a pattern: with any apostrophe or none, any hyphen, a space or nothing between parts."""
    return re.sub(r"\\ |\\-| |-", "[ -]?", re.escape(name)).replace("'", "['`\u02bb\u02bf\u02be]?")
