"""Words that are derived from numbers: decennial, тридцатилетие, 三方, a ten-year plan.

Source: ``derived_numbers.csv``.

They count nothing: one language derives a word where another counts years or sides, so that their number is never held
to be the number of something else. ``ten-year`` is derived too, but before the word for a period (a three-year cycle).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from verbale.lexicon.printed import scannable
from verbale.lexicon.tables import TableRow, read_words
from verbale.model.language import Language

_AND_MORE = "*"
_LONGEST_ROW = 40  # characters
_SUSPENDED = r"(?:,? (?:and|or|to|и|или|до)|,) \w{1,20}-"  # 5-, 10- and 15-year reviews
_REACH = 24  # characters between a number and the word for an anniversary
_ARABIC_BEFORE = "[وفبكل]{0,2}(?:ال|لل)?"
_ARABIC_ENDING = "(?:ا|ة|ين|ان|ات)?"


class FoundDerived(NamedTuple):
    """A derived word: where it stands, its value, and of what it is so many (``year``, ``side``; empty: unknown)."""

    start: int
    end: int
    value: int
    unit: str


@dataclass(frozen=True, slots=True)
class _Derived:
    """``words`` finds whole words, ``heads`` what makes a number before it a derived word, ``period`` undoes it."""

    words: re.Pattern[str]
    meaning: Mapping[str, tuple[int, str]]
    heads: re.Pattern[str]
    period: re.Pattern[str]
    stems: Mapping[str, int]
    anniversary: re.Pattern[str]


def _rows(kind: str, language: Language) -> list[TableRow]:
    rows = read_words("derived_numbers")
    return [row for row in rows if (row["kind"], row["language"]) == (kind, language)]


def _words(texts: Iterable[str], ending: str = r"\w*") -> str:
    """Words as one pattern, the longest first; ``*`` stands for any ending."""
    ordered = sorted((scannable(text)[0] for text in texts), key=lambda text: (-len(text), text))
    return (
        "|".join(re.escape(text.rstrip(_AND_MORE)) + (ending if text.endswith(_AND_MORE) else "") for text in ordered)
        or "(?!)"
    )


def derived_words(language: Language) -> list[str]:
    """The derived words of a language as they stand in the table."""
    return [row["text"] for row in _rows("word", language)]


def derived_pattern(language: Language) -> str:
    """The derived words of Chinese as a pattern, read over with the numbers."""
    endings = "".join(row["text"] for row in _rows("not_before", language))
    return rf"(?:{_words(derived_words(language))})(?![{endings}])"


@cache
def _derived(language: Language) -> _Derived:
    meaning = {row["text"].rstrip(_AND_MORE): (int(row["value"]), row["unit"]) for row in _rows("word", language)}
    heads = {row["text"].rstrip(_AND_MORE): (0, row["unit"]) for row in _rows("head", language)}
    head = _words(row["text"] for row in _rows("head", language))
    stems = {row["text"]: int(row["value"]) for row in _rows("stem", language)}
    texts = derived_words(language)
    if language is Language.ZH:
        words = derived_pattern(language)
    elif language is Language.AR:
        words = rf"(?<!\w){_ARABIC_BEFORE}(?P<word>{_words(texts, _ARABIC_ENDING)})(?!\w)"
    else:
        stem = f"|(?P<stems>(?:{_words(stems)})+)(?:{head})" if stems else ""
        words = rf"(?<!\w)(?:{_words(texts)}{stem})(?!\w)"
    edge = "" if language is Language.ZH else r"(?!\w)"
    anniversary = _words(row["text"] for row in _rows("anniversary", language))
    return _Derived(
        re.compile(f"(?i:{words})"),
        meaning | heads,
        re.compile(rf"-(?:{_SUSPENDED}){{0,4}}(?i:{head})(?!\w)"),
        re.compile(rf"-\w+ (?:\w+ )?(?i:{_words(row['text'] for row in _rows('period', language))})(?!\w)"),
        stems,
        re.compile(f"(?i:{anniversary}){edge}"),
    )


def find_derived(text: str, language: Language) -> list[FoundDerived]:
    """Every derived word of a text as ``printed.scannable`` gives it, in order; none that begins with figures."""
    return list(_find(text, _derived(language)))


def _find(text: str, derived: _Derived) -> Iterator[FoundDerived]:
    for match in derived.words.finditer(text):
        groups = match.groupdict()
        if groups.get("stems"):
            stems = match["stems"].lower()
            value, unit = _sum(stems, derived.stems), _meaning(match.group().lower()[len(stems) :], derived)[1]
        else:
            value, unit = _meaning((groups.get("word") or match.group()).lower(), derived)
        yield FoundDerived(*match.span(), value, unit)


def _meaning(word: str, derived: _Derived) -> tuple[int, str]:
    """The meaning of the longest row with which a word begins."""
    for end in range(min(len(word), _LONGEST_ROW), 0, -1):
        if word[:end] in derived.meaning:
            return derived.meaning[word[:end]]
    return 0, ""


def _sum(stems: str, values: Mapping[str, int]) -> int:
    """The value of stems written together: двадцатипяти is 25."""
    parts = re.findall("|".join(sorted(values, key=len, reverse=True)), stems)
    return sum(values[part] for part in parts)


def derived_end(text: str, end: int, language: Language) -> int | None:
    """The end of the derived word of which the number that ends there is the beginning (``10-year``), or ``None``."""
    if text[end : end + 1] != "-":
        return None
    derived = _derived(language)
    head = derived.heads.match(text, end)
    if head is None:
        return None
    hyphen = text.rindex("-", end, head.end())
    if derived.period.match(text, hyphen):
        return None
    return head.end() if hyphen == end else end + 1


def counts_anniversaries(text: str, start: int, end: int, language: Language) -> bool:
    """Whether the word for an anniversary stands beside a number or an ordinal."""
    anniversary = _derived(language).anniversary
    return anniversary.search(text, max(0, start - _REACH), end + _REACH) is not None
