"""Words that a printed page adds to a document: the masthead, the names of its parts, links for readers.

Source: ``phrases.csv``. A row may hold a place for a value in braces: ``{item}``, ``{ref}``, or the form of the ordinal
in ``numerals.csv`` that agrees with the word beside it (``{feminine_nominative} сессия``).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from verbale.errors import LexiconBroken
from verbale.lexicon.tables import read_words
from verbale.lexicon.written import find_ordinal_words
from verbale.model.language import Language

_PLACE = re.compile(r"\{(\w+)\}")


@cache
def _phrases() -> Mapping[tuple[str, str], str]:
    return MappingProxyType({(row["key"], row["language"]): row["text"] for row in read_words("phrases")})


def get_phrase(key: str, language: Language | None, **values: str) -> str:
    """The words of ``key`` in a language, English where that is not known, with ``values`` in their places.

    Raises ``LexiconBroken`` where there is no such row.
    """
    text = _phrases().get((key, language or Language.EN))
    if text is None:
        raise LexiconBroken("phrases", 0, f"no {key} in {language}")
    return _PLACE.sub(lambda place: values.get(place[1], place[0]), text)


def find_session_line(session: int, language: Language) -> str | None:
    """A session of an organ as a masthead prints it: ``Seventy-sixth session``; ``None`` past 199."""
    text = get_phrase("session", language)
    form = _PLACE.search(text)
    ordinal = find_ordinal_words(session, language, form[1]) if form else None
    if form is None or ordinal is None:
        return None
    line = text.replace(form[0], ordinal)
    return line[:1].upper() + line[1:]


@cache
def find_organ_name(organ: str, language: Language) -> str | None:
    """The name of an organ, by its key in ``organs.csv``."""
    rows = (row for row in read_words("organs") if row["organ"] == organ and row["language"] == language)
    return next((row["text"] for row in rows), None)
