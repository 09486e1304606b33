"""Words around a document's number: resolution, paragraph, annex; letters of parts; marks of sessions.

Sources: ``symbol_words.csv``, ``part_letters.csv``, ``session_marks.csv``, ``citation_joints.csv``,
``cited_organs.csv``.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from verbale.lexicon.tables import read_words
from verbale.model.language import Language


@cache
def symbol_words(kind: str, language: Language) -> tuple[str, ...]:
    """All forms of the word for a ``kind`` of document or part (``resolution``, ``paragraph``), the longest first."""
    rows = read_words("symbol_words")
    words = {row["text"] for row in rows if row["kind"] == kind and row["language"] == language}
    return tuple(sorted(words, key=lambda word: (-len(word), word)))


@cache
def part_letters(language: Language) -> Mapping[str, str]:
    """How the language prints a part's letter, with the Latin letter: names in Arabic, look-alikes in Russian."""
    rows = (row for row in read_words("part_letters") if row["language"] == language)
    return MappingProxyType({row["text"]: row["letter"] for row in rows})


@cache
def session_marks(language: Language) -> Mapping[str, str]:
    """What stands before a session's number, with the mark of the symbol: ``دإ`` -> ``S-``, ``د`` -> nothing."""
    rows = (row for row in read_words("session_marks") if row["language"] == language)
    return MappingProxyType({row["text"]: row["mark"] for row in rows})


@cache
def citation_joints(kind: str, language: Language) -> tuple[str, ...]:
    """Small words of citations, the longest first.

    ``and`` and ``to`` stand between numbers, ``of`` before a name; ``eu_policy`` abbreviates a policy.
    """
    rows = read_words("citation_joints")
    words = {row["text"] for row in rows if row["kind"] == kind and row["language"] == language}
    return tuple(sorted(words, key=lambda word: (-len(word), word)))


@cache
def cited_organs(language: Language) -> Mapping[str, str]:
    """Names of bodies as they stand beside a resolution's number, with the id of the organ.

    ``council`` is a Council named in short, ``other`` a body whose resolutions are no symbols of the organs above.
    """
    rows = (row for row in read_words("cited_organs") if row["language"] == language)
    return MappingProxyType({row["text"]: row["organ"] for row in rows})
