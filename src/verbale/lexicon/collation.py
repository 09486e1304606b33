"""The order of names in each of the six languages, as the Common Locale Data Repository (CLDR) has it.

Spaces and marks stand before figures, figures before letters, the letters of the language's own script before others.
Accents decide only between names that are otherwise alike; ñ in Spanish and й in Russian are letters of their own.
Two things are as the United Nations lists its Members and not as CLDR has them: in Arabic the article is passed over
and every form of hamza counts as the letter that carries it; in Chinese a character counts by the reading that it has
in names (``han_readings.csv``).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from types import MappingProxyType

from verbale.lexicon.folding import fold
from verbale.lexicon.tables import TableRow, read_table
from verbale.model.language import Language

CollationKey = tuple[tuple[tuple[int, str], ...], str, str]
"""Compared from left to right: letters, then accents, then the text as written, small letters first."""

# Text is folded first, so one apostrophe, dash, quotation mark and space stand for all.
_MARKS = " _-,;:!?.\u00b7'\"()[]{}@*/\\&#%"
_MARK, _FIGURE, _OWN, _OTHER = range(4)
# Letters that Unicode does not take apart, and those that stand after another letter of which they are no variant.
_SPELLED: Mapping[str, tuple[str, ...]] = {
    "æ": ("a", "e"),
    "œ": ("o", "e"),
    "ø": ("o",),
    "đ": ("d",),
    "ð": ("d",),
    "ł": ("l",),
    "ı": ("iı",),
    "й": ("й",),
    "ة": ("ت",),
    "ى": ("ي",),
}
_SPELLED_IN: Mapping[Language, Mapping[str, tuple[str, ...]]] = {Language.ES: {"ñ": ("n\u0303",)}}
_SCRIPT: Mapping[Language, str] = {Language.AR: "ARABIC ", Language.RU: "CYRILLIC ", Language.ZH: "CJK "}
_ARTICLE = re.compile(r"\bال(?=\w)")
_TONES = {"\u0304": "1", "\u0301": "2", "\u030c": "3", "\u0300": "4"}
_DIAERESIS = "\u0308"
_NEUTRAL, _UNREAD = "5", "~"  # a character without a reading stands after all that have one


@lru_cache(maxsize=4096)
def collation_key(text: str, language: Language) -> CollationKey:
    """Where a name stands in the order of a language; keys of two languages are not to be compared."""
    folded = fold(text)
    told = _ARTICLE.sub("", folded) if language is Language.AR else folded
    letters = tuple(weight for char in told for weight in _weights(char, language))
    return letters, unicodedata.normalize("NFD", told), unicodedata.normalize("NFD", text.swapcase())


def sort_names(names: Iterable[str], language: Language) -> list[str]:
    """The names in the order of a language."""
    return sorted(names, key=lambda name: collation_key(name, language))


@cache
def _weights(char: str, language: Language) -> tuple[tuple[int, str], ...]:
    """What a folded character counts for: one weight for each letter that it is spelled with."""
    if unicodedata.combining(char):
        return ()
    if char.isdecimal():
        return ((_FIGURE, char),)
    if not char.isalpha():
        place = _MARKS.find(char)
        return ((_MARK, f"{place if place >= 0 else len(_MARKS):02}{char}"),)
    if not unicodedata.name(char, "").startswith(_SCRIPT.get(language, "LATIN ")):
        return tuple((_OTHER, letter) for letter in _spelled(char, language))
    if language is Language.ZH:
        return ((_OWN, _han_weights().get(char, _UNREAD + char)),)
    return tuple((_OWN, letter) for letter in _spelled(char, language))


def _spelled(char: str, language: Language) -> tuple[str, ...]:
    spelled = _SPELLED_IN.get(language, {}).get(char) or _SPELLED.get(char)
    return spelled or tuple(one for one in unicodedata.normalize("NFD", char) if not unicodedata.combining(one))


@cache
def _han_weights() -> Mapping[str, str]:
    """The characters of names, in an order of their readings: letters, tone, strokes."""
    return MappingProxyType({row["character"]: _weight_of(row) for row in read_table("han_readings")})


def _weight_of(row: TableRow) -> str:
    parts = unicodedata.normalize("NFD", row["reading"])
    tone = next((_TONES[mark] for mark in parts if mark in _TONES), _NEUTRAL)
    letters = "".join(one for one in parts if not unicodedata.combining(one))
    return f"{letters} {int(_DIAERESIS in parts)}{tone}{int(row['strokes']):02}{row['character']}"
