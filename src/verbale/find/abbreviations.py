"""Abbreviations that a document defines in brackets: ``the Democratic Republic of the Congo (DRC)``.

From there on they mean what stands before the bracket, whatever they mean elsewhere: a State, or something that is
neither a State nor a treaty.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from verbale.find.passage import Passage
from verbale.find.state_parts import without_parts
from verbale.find.state_words import CONTEXT, state_scanner
from verbale.find.word_scanner import CASED, CONTAINERS, Hit, Role, context_words, longest
from verbale.lexicon.states import state_names
from verbale.lexicon.tables import read_words
from verbale.lexicon.treaties import NameForm, treaty_names
from verbale.model.language import Language

_CAPITALS = r"[A-ZА-Я][A-Za-zА-Яа-я.]{1,9}"
_ANY_NAME = r"[^\W\d_][^\s,;:()\"\u201c\u201d\u00bb]{0,15}(?:\([^\s,;:()]{1,4}\))?"
_JOINED = "[A-Za-zА-Яа-я0-9/-]"
_QUOTES = " \"'\u201c\u201d\u00ab\u00bb\u201e"
_REACH = 120  # characters before a bracket in which the name it shortens stands
_SMALL = 4  # letters from which on a word of a name must give a letter to its abbreviation
_ENDING = 3  # last letters of a name: quick to see whether any State ends so
_LEAST, _MOST_LETTERS = 2, 9  # letters of an abbreviation
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
    defined: dict[str, list[_Definition]] = defaultdict(list)
    for place, passage in enumerate(passages):
        for one in _definitions(place, passage) if "(" in passage.text else ():
            before = defined[one.text]
            if not before or before[-1].state != one.state:
                before.append(one)
    if not defined:
        return {}
    found: dict[str, list[Defined]] = defaultdict(list)
    texts = sorted(defined, key=lambda text: (-len(text), text))
    pattern = re.compile(rf"(?<!{_JOINED})(?:{'|'.join(map(re.escape, texts))})(?![A-Za-zА-Яа-я0-9/]|-[0-9])")
    for place, passage in enumerate(passages):
        if not any(text in passage.text for text in texts):
            continue
        for match in pattern.finditer(passage.text):
            reached = bisect_right(defined[match[0]], (place, match.start()), key=_where)
            if reached:
                state = defined[match[0]][reached - 1].state
                found[passage.node.ref].append(Defined(match.start(), match.end(), state))
    return found


def _where(one: _Definition) -> tuple[int, int]:
    return one.place, one.start


def clear_of(hits: Sequence[Hit], own: Sequence[Defined]) -> list[Hit]:
    """The hits that touch no mention of what the document defines."""
    ends = [one.end for one in own]
    clear = []
    for hit in hits:
        place = bisect_right(ends, hit.start)
        if place == len(own) or own[place].start >= hit.end:
            clear.append(hit)
    return clear


def _definitions(place: int, passage: Passage) -> Iterator[_Definition]:
    text = passage.text
    bracket = _bracket(passage.language)
    at = text.find("(")
    while at >= 0:
        match = bracket.match(text, at)
        at = text.find("(", at + 1)
        if match is None:
            continue
        led, short = match["lead"], match["name"] or match["capitals"]
        before = text[max(0, match.start() - _REACH) : match.start()].rstrip(_QUOTES)
        state = _state_before(before, passage.language)
        start = match.start("name" if led else "capitals")
        if state is not None and (led or _abbreviates(_capitals(short), state)):
            yield _Definition(place, start, short, state)
        elif state is None and short in _known(passage.language) and _is_spelt(short, before):
            yield _Definition(place, start, short, None)


@cache
def _bracket(language: Language) -> re.Pattern[str]:
    """A bracket with nothing in it but an abbreviation, or with any short name behind "hereinafter" and the like."""
    leads = "|".join(map(re.escape, context_words(CONTEXT, "defines", language))) or "(?!)"
    quotes = f"[{re.escape(_QUOTES)}]{{0,3}}"
    articles = "|".join(map(re.escape, context_words(CONTEXT, "defines_article", language))) or "(?!)"
    opened = rf"{quotes}(?:(?:{articles}) ?)?{quotes}"
    led = rf"(?P<lead>(?:{leads}))[ :,-]{{0,3}}{opened}(?P<name>{_ANY_NAME})"
    return re.compile(rf"\({opened}(?:(?P<capitals>{_CAPITALS})|{led}){quotes}\)")


def _state_before(before: str, language: Language) -> str | None:
    """The one State whose name ends right here."""
    if _ending(before, language) not in _endings(language):
        return None
    hits = longest([hit for hit in state_scanner(language).hits(before) if hit.word.role not in CONTAINERS])
    named = [hit for hit in without_parts(before, language, hits[-1:]) if hit.word.role is Role.NAME]
    if named and named[0].end == len(before) and len(named[0].word.ids) == 1:
        return named[0].word.ids[0]
    return None


def _ending(text: str, language: Language) -> str:
    """What names are told apart by first: the last letters, as printed in capitals."""
    return text[-_ENDING:].upper() if language.spaced else text[-1:]


@cache
def _endings(language: Language) -> frozenset[str]:
    return frozenset(_ending(text, language) for text in state_scanner(language).texts)


@cache
def _known(language: Language) -> frozenset[str]:
    """Abbreviations that mean a State or a treaty where nothing else is said, in languages with capitals."""
    if language not in CASED:
        return frozenset()
    treaties = {name.text for name in treaty_names(language) if name.form is NameForm.ABBREVIATION}
    return frozenset(text for text in treaties | state_scanner(language).texts if text.isupper())


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


def _spells(capitals: str, words: Sequence[str], more: int = 1) -> bool:
    """Whether capitals are the first letters of all words of a name; small words may be left out.

    A word may give ``more`` letters after its first (RCA for "République centrafricaine").
    """
    if len(words) == 1:
        return len(capitals) > _LEAST and words[0].startswith(capitals)
    reached = {0}
    for word in words:
        begun = {at + 1 for at in reached if capitals[at : at + 1] == word[0]}
        longer = {at + 1 for at in begun if more and capitals[at : at + 1] in tuple(word[1:])}
        reached = begun | longer | (reached if len(word) < _SMALL else set())
    return len(capitals) in reached


def _is_spelt(short: str, before: str) -> bool:
    """Whether the words before are spelt out by the abbreviation and are not the name of a treaty."""
    words = _PARTS.findall(before)[-2 * _MOST_LETTERS :]
    treaties = _treaty_nouns()
    for count in range(len(short), min(len(words), 2 * len(short)) + 1):
        phrase = words[-count:]
        if phrase[0][0].isupper() and _spells(short, [word.upper() for word in phrase], 0):
            return not any(word.lower() in treaties for word in phrase)
    return False


@cache
def _treaty_nouns() -> frozenset[str]:
    return frozenset(row["text"].lower() for row in read_words(CONTEXT) if row["kind"] == "treaty_noun")
