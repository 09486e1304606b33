"""Where in a text the words of a query stand: spans of our own, whole words and whole phrases."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from verbale.lexicon.patterns import alternatives
from verbale.lexicon.states import state_names
from verbale.lexicon.treaties import treaty_names
from verbale.model.language import Language
from verbale.model.span import Span
from verbale.search.query import Part, PartKind, Query
from verbale.search.tokens import WORD, forms_of, languages_of, query_stems

_LONGEST = 20_000  # characters of a text that are looked through
_REMEMBERED = 512  # States and treaties in a language whose names are kept as a pattern


class Highlighter:
    """Marks what was asked for; made once for a query."""

    def __init__(self, query: Query) -> None:
        wanted = [part for part in query.parts if not part.excluded]
        self._exact: set[str] = set()
        self._stems: set[str] = set()
        self._phrases: list[tuple[str, ...]] = []
        self._named: list[Part] = []
        for part in wanted:
            self._take(part, query.language)

    def _take(self, part: Part, language: Language | None) -> None:
        if part.kind is PartKind.WORD:
            exact = part.words[0]
            self._exact.add(exact)
            if part.text[:1].isalnum():
                for each in languages_of(exact, language):
                    self._stems.update(query_stems(exact, each))
        elif part.words and part.kind is not PartKind.SYMBOL:
            if len(part.words) == 1:
                self._exact.update(part.words)
            else:
                self._phrases.append(part.words)
        if part.values:
            self._named.append(part)

    def spans(self, text: str, language: Language | None) -> tuple[Span, ...]:
        """The stretches of a text that were asked for, in order, no two overlapping."""
        text = text[:_LONGEST]
        found = [*self._of_words(text, language), *self._of_names(text, language)]
        return tuple(_joined(found))

    def _of_words(self, text: str, language: Language | None) -> Iterator[Span]:
        if not (self._exact or self._phrases):
            return
        spoken = language or Language.EN
        exact, stems = self._exact, self._stems
        words: list[str] = []
        places: list[tuple[int, int]] = []
        for match in WORD.finditer(text):
            forms = forms_of(match.group(), spoken)
            if not forms.exact:
                continue
            if forms.exact in exact or (stems and not stems.isdisjoint(forms.stems)):
                yield Span(*match.span())
            if self._phrases:
                words.append(forms.exact)
                places.append(match.span())
        for phrase in self._phrases:
            for at in _places(words, phrase):
                yield Span(places[at][0], places[at + len(phrase) - 1][1])

    def _of_names(self, text: str, language: Language | None) -> Iterator[Span]:
        for part in self._named:
            for value in part.values:
                pattern = _names_pattern(part.kind, value, language)
                if pattern is not None:
                    yield from (Span(*match.span()) for match in pattern.finditer(text))


def _places(words: Sequence[str], phrase: tuple[str, ...]) -> Iterator[int]:
    """Where a phrase stands among the words, the first of it."""
    first, length = phrase[0], len(phrase)
    at = 0
    while True:
        try:
            at = words.index(first, at)
        except ValueError:
            return
        if tuple(words[at : at + length]) == phrase:
            yield at
            at += length
        else:
            at += 1


@lru_cache(maxsize=_REMEMBERED)
def _names_pattern(kind: PartKind, value: str, language: Language | None) -> re.Pattern[str] | None:
    """The names of a State or treaty in a language, or the ways to print a symbol."""
    names: Iterable[str]
    if kind is PartKind.SYMBOL:
        return re.compile(rf"(?<![\w/]){re.escape(value)}(?!\w)|(?<![\w/.]){re.escape(_number(value))}(?![\w/])")
    spoken = language or Language.EN
    if kind is PartKind.STATE:
        names = [name.text for name in state_names(spoken) if name.state == value]
    elif kind is PartKind.TREATY:
        names = [name.text for name in treaty_names(spoken) if name.treaty == value]
    else:
        return None
    if not names:
        return None
    border = "" if spoken in (Language.ZH, Language.AR) else r"(?<!\w)"
    after = "" if spoken is Language.ZH else r"(?!\w)"
    spaced = alternatives(names).replace(r"\ ", r"\s+")
    return re.compile(f"{border}(?:{spaced}){after}", re.IGNORECASE)


def _number(symbol: str) -> str:
    """What a symbol is cited by in running text: ``76/53`` for ``A/RES/76/53``, ``1540 (2004)`` by its number."""
    tail = re.sub(r"^[A-Z/.]*/(?:RES|DEC)/", "", symbol)
    return tail.partition("(")[0].partition("[")[0] if tail != symbol else symbol


def _joined(spans: Iterable[Span]) -> list[Span]:
    """Spans in order; what overlaps is one."""
    found: list[Span] = []
    for span in sorted(spans):
        if found and span.start < found[-1].end:
            found[-1] = Span(found[-1].start, max(found[-1].end, span.end))
        else:
            found.append(span)
    return found
