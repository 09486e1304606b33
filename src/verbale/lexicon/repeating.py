"""``Ibid.``, ``Там же``, ``同上``: the document cited right before, at the same place or another."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from verbale.lexicon.patterns import LETTER, alternatives, standing
from verbale.lexicon.pinpoints import pinpoint_after
from verbale.lexicon.scanning import is_any_in
from verbale.lexicon.tables import read_words
from verbale.model.language import Language


class Repeat(NamedTuple):
    """The word where it stands."""

    start: int
    end: int


@cache
def ibid_words(language: Language) -> tuple[str, ...]:
    """Every word that repeats a citation, as printed."""
    rows = read_words("references")
    return tuple(row["text"] for row in rows if row["kind"] == "ibid" and row["language"] == language)


@cache
def _pattern(language: Language) -> re.Pattern[str]:
    words = ibid_words(language)
    spaced = standing(words) if language is not Language.ZH else alternatives(words)
    return re.compile(rf"(?:{spaced})(?!{LETTER})\.?" if language is not Language.ZH else f"(?:{spaced})")


def find_repeats(text: str, language: Language) -> list[Repeat]:
    """Every such word that is followed by a place in the document, in order.

    Alone it is no more than a reference to the note before; with a volume, a number or a supplement it names another
    document of the same series.
    """
    if not is_any_in(ibid_words(language), text):
        return []
    return [
        Repeat(*match.span())
        for match in _pattern(language).finditer(text)
        if pinpoint_after(text, match.end(), language, resolution=False)
    ]


def begins_with_repeat(text: str, language: Language) -> bool:
    """Whether a text opens with such a word, whatever follows it."""
    return _pattern(language).match(text) is not None
