"""The words by which a text says what a State did to a treaty, when a treaty took effect, and when parties met.

Sources: ``claim_words.csv`` and ``body_names.csv``. In a text of the table ``…`` stands for a few characters within one
clause.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from verbale.lexicon.tables import TableRow, read_words
from verbale.model.language import Language

_GAP = r"[^，。；：、,.;:\n]{0,16}?"
_ARABIC_PREFIX = "[\u0648\u0641]?[\u0628\u0643\u0644]?"
_APOSTROPHES = "['\u2019]"


@dataclass(frozen=True, slots=True)
class ClaimWord:
    """A word of ``claim_words.csv`` where it stands in a text; ``key`` is its meaning."""

    key: str
    start: int
    end: int


@cache
def _pattern(language: Language) -> tuple[re.Pattern[str], tuple[str, ...]]:
    rows = [row for row in read_words("claim_words") if row["language"] == language]
    rows.sort(key=lambda row: (-len(row["text"]), row["text"], row["key"]))
    pieces = []
    for number, row in enumerate(rows):
        written = _GAP.join(re.escape(part) for part in row["text"].split("…")).replace("'", _APOSTROPHES)
        pieces.append(f"(?P<w{number}>{written})")
    whole = "|".join(pieces)
    if language is Language.AR:
        whole = rf"(?<!\w){_ARABIC_PREFIX}(?:{whole})(?!\w)"
    elif language is not Language.ZH:
        whole = rf"(?<!\w)(?:{whole})(?:(?<=['\u2019])|(?!\w))"
    return re.compile(whole, re.IGNORECASE), tuple(row["key"] for row in rows)


def find_claim_words(text: str, language: Language) -> list[ClaimWord]:
    """Every word of the table in a text, in order; of words that begin in one place the longest. Never raises."""
    pattern, keys = _pattern(language)
    return [ClaimWord(keys[_number(match)], match.start(), match.end()) for match in pattern.finditer(text)]


def _number(match: re.Match[str]) -> int:
    return int((match.lastgroup or "w0")[1:])


@dataclass(frozen=True, slots=True)
class BodyName:
    """A name as printed that another body's resembles: ``official`` is the name of ``body`` in the same language.

    ``longer`` are real names that begin in the same way.
    """

    body: str
    text: str
    official: str
    longer: tuple[str, ...]


@cache
def confusable_names(language: Language) -> tuple[BodyName, ...]:
    """Names that are not those of a body and are taken for it, with the body's own; the longest first."""
    own: Mapping[str, str] = MappingProxyType(
        {row["body"]: row["text"] for row in _bodies(language) if row["form"] == "official"}
    )
    longer = tuple(row["text"] for row in _bodies(language) if row["form"] == "longer")
    names = [
        BodyName(row["body"], row["text"], own[row["body"]], longer)
        for row in _bodies(language)
        if row["form"] == "other"
    ]
    return tuple(sorted(names, key=lambda name: (-len(name.text), name.text)))


def _bodies(language: Language) -> list[TableRow]:
    return [row for row in read_words("body_names") if row["language"] == language]
