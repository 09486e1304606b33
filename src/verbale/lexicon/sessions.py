"""Sessions of a body by their ordinal, as ``at its seventy-seventh session``, ``第七十七届会议``.

The ordinals are rows of ``numerals.csv``, the words for a session rows of ``request_words.csv``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from verbale.lexicon.folding import fold
from verbale.lexicon.numerals import find_ordinals
from verbale.lexicon.ordinals import figure_endings, find_ordinal
from verbale.lexicon.tables import read_words
from verbale.model.language import Language

_NOUN_FIRST = (Language.AR, Language.ES)  # the noun may stand before its ordinals
_NEAR = 14  # characters between an ordinal and the next of a list, or the word for a session
_HAN_NUMBER = "[〇零一二三四五六七八九十百]{1,5}|\\d{1,3}"
_HAN_SESSIONS = re.compile(rf"第(?:{_HAN_NUMBER})(?:届?(?:和|、|及|以及|至)第?(?:{_HAN_NUMBER}))*届")
_GAP: Mapping[Language, re.Pattern[str]] = {
    Language.AR: re.compile(r"[\s,،]*"),
    Language.EN: re.compile(r"(?:[\s,]|and|to|at|its|or)*"),
    Language.ES: re.compile(r"(?:[\s,]|y|e|a|su)*"),
    Language.FR: re.compile(r"(?:[\s,]|et|ou|a|à|sa)*"),
    Language.RU: re.compile(r"(?:[\s,]|и|на|ее)*"),
}


@dataclass(frozen=True, slots=True)
class FoundSession:
    """The number of a session and where its ordinal stands in the text."""

    start: int
    end: int
    number: int


@cache
def _noun(language: Language) -> re.Pattern[str]:
    """The words for a session."""
    nouns = [
        fold(row["text"])
        for row in read_words("request_words")
        if (row["language"], row["kind"]) == (language, "session")
    ]
    noun = "|".join(re.escape(text) for text in sorted(nouns, key=lambda text: (-len(text), text)))
    edge = "" if language is Language.ZH else r"(?!\w)"
    return re.compile(rf"(?:{noun}){edge}")


@cache
def _figures(language: Language) -> re.Pattern[str]:
    """Figures that may number a session, with the ending of an ordinal or without."""
    return re.compile(rf"(?<![\w/.-])(?P<number>\d{{1,3}})(?:-?(?:{figure_endings(language)}))?(?![\w/])")


def find_sessions(text: str, language: Language) -> list[FoundSession]:
    """Every session that folded ``text`` names by its ordinal, in order; lists give each of their members.

    Offsets are in the text without the spaces that stand behind hyphens, where a line was broken.
    """
    text = text.replace("- ", "-")
    if not _noun(language).search(text):
        return []
    if language is Language.ZH:
        return list(_han_sessions(text))
    found = [FoundSession(one.start, one.end, int(one.value or 0)) for one in find_ordinals(text, language)]
    found += [FoundSession(*match.span(), int(match["number"])) for match in _figures(language).finditer(text)]
    found.sort(key=lambda each: each.start)
    return _of_sessions(found, text, language)


def _han_sessions(text: str) -> Iterator[FoundSession]:
    """Chinese sessions, of which a list gives its mark once: ``第七十六和七十七届会议``."""
    for listed in _HAN_SESSIONS.finditer(text):
        for match in re.finditer(_HAN_NUMBER, listed.group()):
            number = find_ordinal(f"第{match.group()}", Language.ZH)
            if number is not None:
                yield FoundSession(listed.start() + match.start(), listed.start() + match.end(), number)


def _of_sessions(found: list[FoundSession], text: str, language: Language) -> list[FoundSession]:
    """Of all ordinals those that number a session: the noun stands beside them or beside another of their list."""
    noun, gap = _noun(language), _GAP[language]
    kept: set[FoundSession] = set()
    if language in _NOUN_FIRST:
        last: FoundSession | None = None
        for each in found:
            listed = last is not None and gap.fullmatch(text[last.end : each.start].removesuffix("و")) is not None
            if listed or _noun_before(text, each.start, language):
                kept.add(each)
                last = each
    if language is not Language.AR:
        following: FoundSession | None = None
        for each in reversed(found):
            listed = following is not None and gap.fullmatch(text, each.end, following.start) is not None
            if listed or noun.match(text, _skip(text, each.end)):
                kept.add(each)
                following = each
    return sorted(kept, key=lambda each: each.start)


def _skip(text: str, at: int) -> int:
    while at < len(text) and text[at] == " ":
        at += 1
    return at


def _noun_before(text: str, start: int, language: Language) -> bool:
    """Whether a word for a session stands right before an ordinal."""
    return any(
        match.end() == len(text[:start].rstrip())
        for match in _noun(language).finditer(text, max(0, start - 2 * _NEAR), start)
    )
