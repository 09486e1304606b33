"""Names looked for in running text: one automaton over all of them, and rules of script for where a name may stand.

Texts are as ``printed.scannable`` gives them. Spaces between Chinese characters are left out and counted on the way
back.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum
from functools import cache, cached_property
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick

from verbale.lexicon.printed import scannable
from verbale.lexicon.scanning import find_words
from verbale.lexicon.tables import read_words
from verbale.model.language import Language


class Role(IntEnum):
    """What a word that was found is good for."""

    NAME = 1
    ADJECTIVE = 2
    BLOCKER = 3
    LANGUAGE = 4
    ORGANISATION = 5
    HOLDER = 6
    SUBJECT = 7
    LISTED = 8
    ANAPHOR = 9
    NOUN = 10
    PREFIX = 11
    """The first part of a compound: it must stand before another word that counts."""
    SECOND = 12
    """Counts only as a part of a compound."""


# Names of organisations seldom overlap: of those that begin before a place, only the last few can reach it.
_HOLDERS_LOOKED_AT = 8
CONTAINERS = frozenset({Role.ORGANISATION, Role.HOLDER})
_RAISED_ANYWHERE = frozenset({Role.ADJECTIVE, Role.PREFIX, Role.SECOND})


@dataclass(frozen=True, slots=True)
class Word:
    """What a word means that is looked for, the same for all its spellings.

    ``ids`` are what it may stand for, the first being what it means in a list of names. ``also_language``: the word is
    also the name of a language. ``key`` is the noun that an anaphor points with, or the form of a name.
    """

    role: Role
    ids: tuple[str, ...] = ()
    also_language: bool = False
    key: str = ""


Spelling = tuple[str, Word]
"""A word as it may be printed, but for a first letter raised where a sentence begins."""


class Hit(NamedTuple):
    """A word at a place of a text; ``spelling`` is the one that is looked for, which may begin with a small letter."""

    start: int
    end: int
    word: Word
    spelling: str


CASED = frozenset({Language.EN, Language.FR, Language.ES, Language.RU})
_SPACE = re.compile(" ")
_BEFORE_SENTENCE = '.!?:;\u2026\u00bb\u201d"\u201c\u00ab('
_ARABIC_CONJUNCTIONS = "\u0648\u0641"
_ARABIC_PREFIXES = "\u0648\u0641\u0628\u0643\u0644"
_ARABIC_ARTICLE = "\u0627\u0644"
_ARABIC_LAM = "\u0644"
_ARABIC_TO_THE = _ARABIC_LAM * 2


class Scanner:
    """All words of one language in one automaton.

    ``any_case`` looks without regard to case; otherwise words are found as printed, raised where a sentence begins,
    and in capitals where the whole text is, but for the texts of ``not_in_capitals``. Of equal texts the first given
    wins.
    """

    def __init__(
        self,
        spellings: Iterable[Spelling],
        language: Language,
        *,
        any_case: bool = False,
        not_in_capitals: Sequence[str] = (),
    ) -> None:
        self._language = language
        self._not_in_capitals = frozenset(not_in_capitals)
        self._any_case = any_case
        self._stands = _STANDS.get(language, _stands_as_word)
        self._spellings: list[str] = []
        self._words: list[Word] = []
        # By what is looked for the place of its word in the two lists.
        self._given: dict[str, int] = {}
        for spelling, word in spellings:
            text = self._clean(spelling)
            if text not in self._given:
                self._given[text] = len(self._words)
                self._words.append(word)
                self._spellings.append(spelling)
        looked = dict(self._given)
        if any_case:
            looked = {}
            for text, place in self._given.items():
                looked.setdefault(text.lower(), place)
        raised = {} if any_case else _raised(looked)
        self._plain = len(looked)
        self._places = (*looked.values(), *raised.values())
        self._automaton = AhoCorasick([*looked, *raised])

    @property
    def texts(self) -> frozenset[str]:
        """The words as they are looked for, in the case they are given in."""
        return frozenset(self._given)

    @cached_property
    def _capitals(self) -> Scanner:
        given = ((text, place) for text, place in self._given.items() if text not in self._not_in_capitals)
        return Scanner([(text.upper(), self._words[place]) for text, place in given], self._language)

    def _clean(self, text: str) -> str:
        """A word as it is looked for."""
        plain = scannable(text)[0]
        return plain if self._language.spaced else plain.replace(" ", "")

    def hits(self, text: str) -> list[Hit]:
        """Every word that stands where its script allows, overlapping ones too, by place, the longest first."""
        if not self._any_case and text.isupper() and self._language in CASED:
            return self._capitals._find(text)
        return self._find(text)

    def _find(self, text: str) -> list[Hit]:
        looked = text if self._language.spaced else text.replace(" ", "")
        shortened = len(looked) != len(text)
        if self._any_case:
            lowered = looked.lower()
            looked = lowered if len(lowered) == len(looked) else looked
        found = []
        plain, stands = self._plain, self._stands
        for index, start, end in find_words(self._automaton, looked, overlapping=True):
            if not stands(looked, start, end):
                continue
            place = self._places[index]
            word = self._words[place]
            # Adjectives are raised in names and, in French, where they mean the people.
            if index < plain or word.role in _RAISED_ANYWHERE or _begins_sentence(looked, start):
                found.append(Hit(start, end, word, self._spellings[place]))
        if len(found) > 1:
            found.sort(key=_by_place)
        return _placed(found, text) if shortened and found else found


def _placed(hits: list[Hit], text: str) -> list[Hit]:
    """The hits at their offsets in a text with spaces."""
    gaps = [match.start() - count for count, match in enumerate(_SPACE.finditer(text))]
    return [
        hit._replace(start=hit.start + bisect_right(gaps, hit.start), end=hit.end + bisect_right(gaps, hit.end - 1))
        for hit in hits
    ]


def _by_place(hit: Hit) -> tuple[int, int]:
    return hit.start, -hit.end


def _raised(words: Mapping[str, int]) -> dict[str, int]:
    """Words that begin with a small letter, with that letter raised."""
    raised = {text[0].upper() + text[1:]: place for text, place in words.items() if text[0].islower()}
    return {text: place for text, place in raised.items() if text not in words}


def _stands_as_word(text: str, start: int, end: int) -> bool:
    return not (start and text[start - 1].isalnum()) and not _goes_on(text, end)


def _goes_on(text: str, end: int) -> bool:
    """Whether a letter makes a word longer that ends here; one that ends with a hyphen is a part by itself."""
    return end < len(text) and text[end].isalpha() and text[end - 1] != "-"


def _stands_anywhere(text: str, start: int, end: int) -> bool:
    return True


def _stands_in_arabic(text: str, start: int, end: int) -> bool:
    """As a word, or behind a conjunction, a preposition of one letter, or both."""
    if _goes_on(text, end):
        return False
    if not start or not text[start - 1].isalnum():
        return True
    if text[start - 1] not in _ARABIC_PREFIXES:
        return False
    if start == 1 or not text[start - 2].isalnum():
        return True
    return text[start - 2] in _ARABIC_CONJUNCTIONS and (start == 2 or not text[start - 3].isalnum())


def _begins_sentence(text: str, start: int) -> bool:
    before = text[max(0, start - 4) : start].rstrip(" ")
    return not before or before[-1] in _BEFORE_SENTENCE


_STANDS: Mapping[Language, Callable[[str, int, int], bool]] = {
    Language.ZH: _stands_anywhere,
    Language.AR: _stands_in_arabic,
}


def with_arabic_article(text: str) -> str | None:
    """The form behind the preposition li-, which joins with the article; ``None`` without one."""
    if not text.startswith(_ARABIC_ARTICLE):
        return None
    rest = text.removeprefix(_ARABIC_ARTICLE)
    return _ARABIC_TO_THE + rest.removeprefix(_ARABIC_LAM)


def longest(hits: Sequence[Hit]) -> list[Hit]:
    """Of hits by place, the leftmost, of these the longest, none overlapping."""
    chosen: list[Hit] = []
    reached = 0
    for hit in hits:
        if hit.start >= reached:
            chosen.append(hit)
            reached = hit.end
    return chosen


def outside(hits: Sequence[Hit], taken: Sequence[Hit]) -> list[Hit]:
    """The hits that touch none of those taken; both by place and without overlap among themselves."""
    ends = [one.end for one in taken]
    free = []
    for hit in hits:
        place = bisect_right(ends, hit.start)
        if place == len(taken) or taken[place].start >= hit.end:
            free.append(hit)
    return free


def around(start: int, end: int, holders: Sequence[Hit]) -> Iterator[Hit]:
    """The holders, given by place, that hold a whole stretch."""
    reach = bisect_right(holders, start, key=_start)
    for holder in holders[max(0, reach - _HOLDERS_LOOKED_AT) : reach]:
        if end <= holder.end:
            yield holder


def _start(hit: Hit) -> int:
    return hit.start


@cache
def context_words(table: str, kind: str, language: Language) -> tuple[str, ...]:
    """The words of one kind of a table of context (``state_context``, ``treaty_context``), the longest first."""
    rows = (row["text"] for row in read_words(table) if row["kind"] == kind and row["language"] == language)
    return tuple(sorted(rows, key=lambda text: (-len(text), text)))


@cache
def context_pattern(table: str, kind: str, language: Language) -> re.Pattern[str]:
    """The words of one kind as one pattern, for use at a place; without words it never matches."""
    words = "|".join(map(re.escape, context_words(table, kind, language)))
    edge = "" if language is Language.ZH else r"(?!\w)"
    return re.compile(f"(?:{words}){edge}" if words else r"(?!)")
