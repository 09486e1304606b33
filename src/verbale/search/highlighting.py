"""Where in a text the words of a query stand: spans of our own, whole words and whole phrases."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

from ahocorasick_rs import AhoCorasick, MatchKind

from verbale.lexicon.scanning import find_words
from verbale.lexicon.states import state_names
from verbale.lexicon.treaties import treaty_names
from verbale.model.language import Language
from verbale.model.span import Span
from verbale.search.marking import PhraseMarker, WordMarker, folded_bytes, page_of
from verbale.search.query import Part, PartKind, Query
from verbale.search.tokens import is_han, stems_asked

_LONGEST = 20_000  # characters of a text that are looked through
_REMEMBERED = 512  # symbols whose patterns are kept


class Highlighter:
    """Marks what was asked for; made once for a query, and quicker with each text, for texts share their words."""

    def __init__(self, query: Query) -> None:
        self._query = query
        self._parts = [part for part in query.parts if not part.excluded]
        self._spoken: dict[Language | None, _Spoken] = {}

    def spans(self, text: str, language: Language | None) -> tuple[Span, ...]:
        """The stretches of a text that were asked for, in order, no two overlapping."""
        spoken = self._spoken.get(language)
        if spoken is None:
            spoken = self._spoken[language] = _Spoken(self._parts, self._query.language, language or Language.EN)
        return spoken.spans(text[:_LONGEST])


class _Spoken:
    """Marks the parts of a query in texts of one language."""

    def __init__(self, parts: Sequence[Part], asked: Language | None, language: Language) -> None:
        exact: set[str] = set()
        stems: set[str] = set()
        self._language = language
        self._page = page_of(language)
        self._markers: list[WordMarker | PhraseMarker] = []
        self._runs: list[str] = []
        self._named: list[tuple[PartKind, str]] = []
        for part in parts:
            self._named += [(part.kind, value) for value in part.values]
            if part.kind is PartKind.SYMBOL or not part.words:
                continue
            if len(part.words) == 1:
                exact.update(part.words)
            elif all(map(is_han, part.words)):
                self._runs.append("".join(part.words))
            else:
                self._markers.append(PhraseMarker(part.words, language))
            if part.kind is PartKind.WORD and part.text[:1].isalnum():
                stems.update(stems_asked(part.words[0], asked))
        if exact:
            self._markers.append(WordMarker(exact, stems, language))

    def spans(self, text: str) -> tuple[Span, ...]:
        found: list[tuple[int, int]] = []
        if self._markers:
            folded = folded_bytes(text, self._page)
            for marker in self._markers:
                found += marker.places(text, folded)
        for run in self._runs:
            found += _standing(text, run)
        for kind, value in self._named:
            found += _of_names(text, kind, value, self._language)
        return _joined(found) if found else ()


def _standing(text: str, words: str) -> Iterator[tuple[int, int]]:
    """Where some characters stand."""
    at = text.find(words)
    while at >= 0:
        yield at, at + len(words)
        at = text.find(words, at + len(words))


def _of_names(text: str, kind: PartKind, value: str, language: Language) -> Iterator[tuple[int, int]]:
    """Where a State or treaty is named in the language of the text, or a document cited."""
    if kind is PartKind.SYMBOL:
        for printed in _printed(value):
            yield from (place for place in _standing(text, printed) if _is_whole(text, *place, "/"))
        return
    automaton = _names(kind, value, language)
    lowered = text.lower()
    if automaton is None or len(lowered) != len(text):
        return
    for _, low, high in find_words(automaton, lowered):
        if language is Language.ZH or _is_whole(lowered, low, high, "", joined=language is Language.AR):
            yield low, high


def _is_whole(text: str, low: int, high: int, more: str, *, joined: bool = False) -> bool:
    """Whether no letter, figure or other sign given stands beside a place; before it one may be ``joined``."""
    before, after = text[max(0, low - 1) : low], text[high : high + 1]
    signs = (after,) if joined else (before, after)
    return not any(sign and ((sign.isalnum() and not is_han(sign)) or sign in more) for sign in signs)


@cache
def _names(kind: PartKind, value: str, language: Language) -> AhoCorasick | None:
    """What finds the names of a State or treaty in one language, in small letters, the longest of each place."""
    if kind is PartKind.STATE:
        names = {name.text.lower() for name in state_names(language) if name.state == value}
    elif kind is PartKind.TREATY:
        names = {name.text.lower() for name in treaty_names(language) if name.treaty == value}
    else:
        names = set()
    return AhoCorasick(sorted(names), matchkind=MatchKind.LeftmostLongest) if names else None


@lru_cache(maxsize=_REMEMBERED)
def _printed(symbol: str) -> tuple[str, ...]:
    """The symbol in full, and the number by which running text cites it: ``76/53`` for ``A/RES/76/53``."""
    tail = re.sub(r"^[A-Z/.]*/(?:RES|DEC)/", "", symbol)
    number = re.split(r"[(\[]", tail, maxsplit=1)[0]
    return (symbol,) if tail == symbol else (symbol, number)


def _joined(places: list[tuple[int, int]]) -> tuple[Span, ...]:
    """Stretches in order; of what overlaps one."""
    joined: list[tuple[int, int]] = []
    behind = -1
    for low, high in sorted(places):
        if low >= behind:
            joined.append((low, high))
            behind = high
        elif high > behind:
            joined[-1] = (joined[-1][0], high)
            behind = high
    return tuple([Span(low, high) for low, high in joined])
