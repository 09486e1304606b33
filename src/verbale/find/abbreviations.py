"""Abbreviations that a document defines in brackets: ``the Democratic Republic of the Congo (DRC)``.

From there on they mean what stands before the bracket, whatever they mean elsewhere: a State, or something that is
neither a State nor a treaty.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from verbale.find.passage import Passage
from verbale.find.state_parts import without_parts
from verbale.find.state_words import CONTEXT, state_scanner
from verbale.find.words import CASED, CONTAINERS, Role, context_words, longest
from verbale.lexicon.states import state_names
from verbale.lexicon.tables import read_words
from verbale.model.language import Language

_BRACKET = re.compile(r"\(([^()]{2,60})\)")
_CAPITALS = re.compile(r"[A-ZА-Я](?:[A-Za-zА-Яа-я]|\.(?=[A-ZА-Я)]|$)){1,9}")
_ANY_NAME = re.compile(r"[^\W\d_][^\s,;:()]{0,15}")
_QUOTES = " \"'\u201c\u201d\u00ab\u00bb\u201e"
_REACH = 120
_SMALL = 4
_LEAST, _MOST_LETTERS = 2, 9
_PARTS = re.compile(r"[^\W\d_]+")


class Defined(NamedTuple):
    """A mention of an abbreviation that the document defined: where it stands, and the State (``None``: no State)."""

    start: int
    end: int
    state: str | None


Mentions = Mapping[str, Sequence[Defined]]
"""By the ref of the node, in the offsets of the passage's text."""


class _Definition(NamedTuple):
    place: int
    start: int
    text: str
    state: str | None


def find_defined(passages: Sequence[Passage]) -> Mentions:
    """Every mention of an abbreviation from its definition on; without definitions nothing is looked through."""
    definitions = [
        found for place, passage in enumerate(passages) if "(" in passage.text for found in _definitions(place, passage)
    ]
    if not definitions:
        return {}
    found: dict[str, list[Defined]] = defaultdict(list)
    texts = sorted({one.text for one in definitions}, key=lambda text: (-len(text), text))
    pattern = re.compile(rf"(?<![\w/-])(?:{'|'.join(map(re.escape, texts))})(?![\w/]|-[0-9])")
    by_text: dict[str, list[_Definition]] = defaultdict(list)
    for one in definitions:
        by_text[one.text].append(one)
    for place, passage in enumerate(passages):
        for match in pattern.finditer(passage.text):
            before = [one for one in by_text[match[0]] if (one.place, one.start) <= (place, match.start())]
            if before:
                found[passage.node.ref].append(Defined(match.start(), match.end(), before[-1].state))
    return found


def _definitions(place: int, passage: Passage) -> Iterator[_Definition]:
    text = passage.text
    for match in _BRACKET.finditer(text):
        inside = match[1].strip(_QUOTES)
        led = _without_lead(inside, passage.language)
        short = (led or inside).strip(_QUOTES)
        capitals = _CAPITALS.fullmatch(short)
        if not (capitals or (led and _ANY_NAME.fullmatch(short))):
            continue
        before = text[max(0, match.start() - _REACH) : match.start()].rstrip(_QUOTES)
        state = _state_before(before, passage.language)
        start = match.start() + text[match.start() : match.end()].rindex(short)
        if state is not None and (led or _abbreviates(_capitals(short), state)):
            yield _Definition(place, start, short, state)
        elif state is None and passage.language in CASED and short.isupper() and _is_spelt(short, before):
            yield _Definition(place, start, short, None)


def _without_lead(inside: str, language: Language) -> str | None:
    """What stands behind "hereinafter" and the like; ``None`` without it."""
    lowered = inside.lower()
    for lead in context_words(CONTEXT, "defines", language):
        if lowered.startswith(lead) and len(inside) > len(lead):
            return inside[len(lead) :].strip(" :-")
    return None


def _state_before(before: str, language: Language) -> str | None:
    """The one State whose name ends right here."""
    hits = longest([hit for hit in state_scanner(language).hits(before) if hit.word.role not in CONTAINERS])
    named = [hit for hit in without_parts(before, language, hits[-1:]) if hit.word.role is Role.NAME]
    if named and named[0].end == len(before) and len(named[0].word.ids) == 1:
        return named[0].word.ids[0]
    return None


def _capitals(short: str) -> str:
    return "".join(letter for letter in short if letter.isupper())


def _abbreviates(capitals: str, state: str) -> bool:
    """Whether the capitals may be short for a State: its code, or the letters of a name of it in any language."""
    return len(capitals) >= _LEAST and (
        capitals == state or any(_spells(capitals, words) for words in _words_of(state))
    )


@cache
def _words_of(state: str) -> tuple[tuple[str, ...], ...]:
    names = {name.text for language in Language for name in state_names(language) if name.state == state}
    return tuple(sorted({tuple(_PARTS.findall(name.upper())) for name in names}))


def _spells(capitals: str, words: Sequence[str]) -> bool:
    """Whether capitals are the first letters of all words of a name; small words may be left out."""
    if len(words) == 1:
        return len(capitals) > _LEAST and words[0].startswith(capitals)
    rest = capitals
    for word in words:
        if rest and word[0] == rest[0]:
            rest = rest[1:]
        elif len(word) >= _SMALL:
            return False
    return not rest


def _is_spelt(short: str, before: str) -> bool:
    """Whether the words before are spelt out by the abbreviation and are not the name of a treaty."""
    words = _PARTS.findall(before)[-2 * _MOST_LETTERS :]
    treaties = _treaty_nouns()
    for count in range(len(short), min(len(words), 2 * len(short)) + 1):
        phrase = words[-count:]
        if phrase[0][0].isupper() and _spells(short, [word.upper() for word in phrase]):
            return not any(word.lower() in treaties for word in phrase)
    return False


@cache
def _treaty_nouns() -> frozenset[str]:
    return frozenset(row["text"].lower() for row in read_words(CONTEXT) if row["kind"] == "treaty_noun")
