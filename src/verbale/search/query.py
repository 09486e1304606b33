"""A person's words understood: which of them name a document, a State, a treaty or a date, and which are words.

Nothing that is typed is an error. What is in quotation marks is taken as words, so that a reader may ask for the words
where they were understood as something else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from verbale.lexicon.characters import QUOTES
from verbale.lexicon.folding import fold
from verbale.model.language import Language
from verbale.model.span import Span
from verbale.search.named import Named, find_named
from verbale.search.tokens import WORD, exact_form, is_han, little_words

_LONGEST = 1_000  # characters of a query that are read
_MOST = 32  # parts of a query that are looked for
_LONGEST_PHRASE = 60  # words of a phrase
_MARKS = re.escape(QUOTES)
_QUOTED = re.compile(rf"(?P<minus>(?<!\S)-)?[{_MARKS}「『](?P<inner>[^{_MARKS}「」『』]*)[{_MARKS}」』]")
_MINUS = "-\u2212"  # before a word that must not be found


class PartKind(StrEnum):
    """What a part of a query was understood as."""

    WORD = "word"
    PHRASE = "phrase"
    SYMBOL = "symbol"
    STATE = "state"
    TREATY = "treaty"
    DATE = "date"
    YEAR = "year"


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a query. ``span`` is where it stands in the text, ``text`` the characters there.

    ``values`` are what it was understood as, the likeliest first: symbols, ids of States or treaties, dates; ``words``
    are its words made plain. ``excluded`` is what must not be found.
    """

    kind: PartKind
    span: Span
    text: str
    values: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    excluded: bool = False


@dataclass(frozen=True, slots=True)
class Query:
    """A query understood. ``language`` is that of its words, ``None`` where it is open; ``cut`` says that the text was
    too long and its end was not read."""

    text: str
    language: Language | None
    parts: tuple[Part, ...]
    cut: bool = False

    @property
    def has_words(self) -> bool:
        """Whether a part of it is words that are looked for and name nothing."""
        return any(part.kind in (PartKind.WORD, PartKind.PHRASE) and not part.excluded for part in self.parts)


def understand(text: str, language: Language | None = None, *, named: bool = True) -> Query:
    """What a person may mean by a text, in any of the six languages. Never raises.

    ``language`` is that of its words, where it is known; ``None`` tries every language of their script. Without
    ``named`` all is taken as words, nothing as the name of something.
    """
    read = text[:_LONGEST]
    parts: list[Part] = []
    at = 0
    for quoted in _QUOTED.finditer(read):
        parts += _unquoted(read, at, quoted.start(), language, named)
        parts += _quoted(quoted, language if named else None, named)
        at = quoted.end()
    parts += _unquoted(read, at, len(read), language, named)
    return Query(text, language, tuple(_without_function_words(parts)[:_MOST]), len(text) > _LONGEST)


def _quoted(quoted: re.Match[str], language: Language | None, named: bool) -> Iterator[Part]:
    """A phrase; a number of a document that stands in quotation marks all by itself is still one."""
    inner = quoted["inner"]
    words = tuple(_words(inner)[:_LONGEST_PHRASE])
    if not words:
        return
    symbols = [one for one in find_named(inner, language) if one.kind == PartKind.SYMBOL] if named else []
    whole = next((one for one in symbols if one.span.slice(inner) == inner.strip()), None)
    kind = PartKind.SYMBOL if whole else PartKind.PHRASE if len(words) > 1 else PartKind.WORD
    values = whole.values if whole else ()
    yield Part(kind, Span(*quoted.span()), quoted.group(), values, words, quoted["minus"] is not None)


def _unquoted(text: str, start: int, end: int, language: Language | None, named: bool) -> Iterator[Part]:
    """The parts of a stretch without quotation marks: what names something, and the words between."""
    if not text[start:end].strip():
        return
    at = start
    for one in find_named(text[start:end], language) if named else ():
        low, high = start + one.span.start, start + one.span.end
        if low < at:
            continue
        yield from _plain(text, at, low)
        excluded = _is_excluded(text, start, low)
        yield _named_part(text, Span(low, high), one, excluded)
        at = high
    yield from _plain(text, at, end)


def _named_part(text: str, span: Span, named: Named, excluded: bool) -> Part:
    printed = span.slice(text)
    return Part(PartKind(named.kind), span, printed, named.values, tuple(_words(printed)), excluded)


def _plain(text: str, start: int, end: int) -> Iterator[Part]:
    """The words of a stretch; Chinese characters that stand together are a phrase."""
    run: list[re.Match[str]] = []
    for match in WORD.finditer(text, start, end):
        if run and not (is_han(match.group()) and is_han(run[-1].group()) and run[-1].end() == match.start()):
            yield from _run(text, start, run)
            run = []
        run.append(match)
    yield from _run(text, start, run)


def _run(text: str, start: int, run: list[re.Match[str]]) -> Iterator[Part]:
    words = tuple(word for match in run[:_LONGEST_PHRASE] if (word := exact_form(match.group())))
    if not words:
        return
    low, high = run[0].start(), run[-1].end()
    excluded = _is_excluded(text, start, low)
    kind = PartKind.PHRASE if len(words) > 1 else PartKind.WORD
    yield Part(kind, Span(low, high), text[low:high], (), words, excluded)


def _is_excluded(text: str, start: int, at: int) -> bool:
    """Whether a minus stands right before a place of a stretch, and nothing before the minus."""
    return at > start and text[at - 1] in _MINUS and (at - 1 == start or text[at - 2].isspace())


def _words(text: str) -> list[str]:
    return [word for match in WORD.finditer(text) if (word := exact_form(match.group()))]


def _without_function_words(parts: list[Part]) -> list[Part]:
    """The parts without words that say nothing (the, et, и); all where there are no others."""
    kept = [part for part in parts if part.kind is not PartKind.WORD or part.excluded or not _says_nothing(part)]
    return kept if any(not part.excluded for part in kept) else parts


def _says_nothing(part: Part) -> bool:
    return part.text[:1] not in QUOTES and fold(part.text) in little_words()
