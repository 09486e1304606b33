"""States named in running text: the longest sense wins, what only looks like a State does not count.

Sources: ``state_names.csv``, ``ambiguous.csv``, ``blockers.csv``, ``organisation_names.csv``, ``language_names.csv``,
``state_context.csv``.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache

from verbale.find.passage import Passage
from verbale.find.words import (
    CONTAINERS,
    Hit,
    Role,
    Scanner,
    Word,
    around,
    context_pattern,
    context_words,
    longest,
    with_arabic_article,
)
from verbale.lexicon.tables import read_table, read_words
from verbale.lexicon.treaties import NameForm, treaty_names
from verbale.model.annotation import Annotation, AnnotationKind
from verbale.model.language import Language

_CONTEXT = "state_context"
_GROUP = "organisation"
_RULES = {Role.NAME: "state/name", Role.ADJECTIVE: "state/adjective"}
_ARTICLE = re.compile(r"\w{1,3}[ ']")
_OF_LANGUAGE = "the name of a language"  # as blockers.csv gives the reason
_PAIR, _SEVERAL = "pair", "several"
_NEAR = 32
_LONGEST_LIST_WORD = 12
_LONGEST_WORD = 4  # of those that hold a sign and are no State


@dataclass(slots=True)
class _Seen:
    """The States named so far in the document, the last one last."""

    order: dict[str, None] = field(default_factory=dict)

    def name(self, state: str) -> None:
        self.order.pop(state, None)
        self.order[state] = None

    def last_of(self, states: Sequence[str]) -> str | None:
        return next((state for state in reversed(self.order) if state in states), None)


@dataclass(frozen=True, slots=True)
class _Found:
    """A stretch that names a State, or one of several."""

    start: int
    end: int
    states: tuple[str, ...]
    rule: str


def find_states(passages: Sequence[Passage]) -> list[Annotation]:
    """The States named in each passage: names, abbreviations, adjectives of the State, its government or people.

    Values are ``{"iso3": "PRK"}``, with ``in_org_name`` or ``in_treaty_name`` where the name is part of a longer one,
    and ``{"iso3": None, "candidates": [...]}`` where the words alone do not tell. Groups, cities, languages and
    currencies are no States.
    """
    seen = _Seen()
    found: list[Annotation] = []
    for passage in passages:
        hits = _scanner(passage.language).hits(passage.text)
        signs = list(_signs(passage.text)) if passage.language is Language.ZH else []
        if hits or signs:
            found += _annotations(passage, hits, signs, seen)
    return found


@cache
def seeds(language: Language) -> frozenset[str]:
    """Words of which one stands in every text that names a State."""
    if language is not Language.ZH:
        return _scanner(language).texts
    followed = {*_sign_words().states, *context_words(_CONTEXT, "office", language)}
    return _scanner(language).texts | {sign + after for sign in _sign_words().states for after in followed}


def _annotations(passage: Passage, hits: list[Hit], signs: list[re.Match[str]], seen: _Seen) -> Iterator[Annotation]:
    chosen = longest([hit for hit in hits if hit.word.role not in CONTAINERS])
    holders = [hit for hit in hits if hit.word.role in CONTAINERS]
    named = _named(passage.text, passage.language, chosen)
    for one in named:
        if len(one.states) == 1:
            seen.name(one.states[0])
    if signs:
        named = sorted([*named, *_by_sign(passage.text, signs, chosen, seen)], key=lambda one: one.start)
    for one in named:
        value: dict[str, object] = (
            {"iso3": one.states[0]} if len(one.states) == 1 else {"iso3": None, "candidates": list(one.states)}
        )
        for holder in around(one.start, one.end, holders):
            value["in_org_name" if holder.word.role is Role.ORGANISATION else "in_treaty_name"] = True
        yield passage.annotation(AnnotationKind.STATE, one.start, one.end, value, one.rule)


def _named(text: str, language: Language, chosen: list[Hit]) -> list[_Found]:
    """What the names and adjectives of a text stand for, languages and common words left out."""
    kept = [hit for hit in chosen if hit.word.role is not Role.BLOCKER]
    if any(hit.word.also_language for hit in kept):
        kept = _without_languages(text, language, kept)
    found: list[_Found] = []
    for place, hit in enumerate(kept):
        word = hit.word
        if not word.key:
            found.append(_Found(hit.start, hit.end, word.ids, _RULES[word.role]))
        elif word.key == _PAIR:
            middle = hit.start + 1
            found.append(_Found(hit.start, middle, word.ids[:1], "state/pair"))
            found.append(_Found(middle, hit.end, word.ids[1:], "state/pair"))
        else:
            beside = _is_beside(text, language, kept, place)
            if word.key == _SEVERAL and not (beside and word.role is Role.NAME):
                found.append(_Found(hit.start, hit.end, tuple(sorted(word.ids)), "state/ambiguous"))
            elif word.key == _SEVERAL or beside or _is_place(text, language, hit):
                found.append(_Found(hit.start, hit.end, word.ids[:1], _RULES[word.role]))
    return found


def _is_beside(text: str, language: Language, hits: list[Hit], place: int) -> bool:
    """Whether the name stands next to another one in a list."""
    before, after = hits[max(0, place - 1) : place], hits[place + 1 : place + 2]
    return any(_is_list(text[hit.end : hits[place].start], language) for hit in before) or any(
        _is_list(text[hits[place].end : hit.start], language) for hit in after
    )


def _is_list(between: str, language: Language) -> bool:
    """Whether what stands between two names only lists them."""
    if len(between) > _LONGEST_LIST_WORD:
        return False
    bare = between.strip(" ,،、;")
    return not bare or context_pattern(_CONTEXT, "list_word", language).fullmatch(bare) is not None


def _is_place(text: str, language: Language, hit: Hit) -> bool:
    """Whether a common word stands where only a name can: behind a preposition, or alone."""
    words = text[max(0, hit.start - _NEAR) : hit.start].split()[-1:]
    before = words and context_pattern(_CONTEXT, "before", language).fullmatch(words[0])
    return bool(before) or hit.end - hit.start == len(text)


def _without_languages(text: str, language: Language, hits: list[Hit]) -> list[Hit]:
    """The hits without the names of languages: in a list with another language, or with the word for one."""
    runs: list[list[Hit]] = []
    for hit in hits:
        if runs and _is_list(text[runs[-1][-1].end : hit.start], language):
            runs[-1].append(hit)
        else:
            runs.append([hit])
    kept: list[Hit] = []
    for run in runs:
        spoken = any(hit.word.role is Role.LANGUAGE for hit in run) or _is_spoken(text, language, run)
        kept += [hit for hit in run if not (spoken and hit.word.also_language) and hit.word.role is not Role.LANGUAGE]
    return kept


def _is_spoken(text: str, language: Language, run: list[Hit]) -> bool:
    """Whether the word for a language, a text or a translation stands on either side."""
    noun = context_pattern(_CONTEXT, "language_noun", language)
    before = text[max(0, run[0].start - _NEAR) : run[0].start].split()[-1:]
    after = text[run[-1].end : run[-1].end + _NEAR].lstrip(" -")
    opens = context_pattern(_CONTEXT, "language_before", language)
    return noun.match(after) is not None or bool(before and (noun.fullmatch(before[0]) or opens.fullmatch(before[0])))


def _signs(text: str) -> Iterator[re.Match[str]]:
    return _sign_words().pattern.finditer(text)


def _by_sign(text: str, signs: list[re.Match[str]], chosen: list[Hit], seen: _Seen) -> Iterator[_Found]:
    """States named by one character: two or three together, or one before an office and named before in full."""
    words = _sign_words()
    ends = [hit.end for hit in chosen]
    for match in signs:
        signs_found = match["signs"]
        start, end = match.start(), match.start() + len(signs_found)
        if not _is_free(text, start, end, ends, chosen):
            continue
        choices = [words.states[sign] for sign in signs_found]
        known = [seen.last_of(states) for states in choices]
        if len(choices) == 1:
            if known[0] is not None:
                yield _Found(start, end, (known[0],), "state/sign")
            continue
        if any(sign in words.common for sign in signs_found) and not (match["relation"] or all(known)):
            continue
        for place, (states, state) in enumerate(zip(choices, known, strict=True), start):
            resolved = (state,) if state else tuple(sorted(states))
            yield _Found(place, place + 1, resolved, "state/sign" if len(resolved) == 1 else "state/ambiguous")


def _is_free(text: str, start: int, end: int, ends: list[int], chosen: list[Hit]) -> bool:
    """Whether the characters belong to no name that was found and to no other word."""
    place = bisect_right(ends, start)
    if place < len(chosen) and chosen[place].start < end:
        return False
    low = max(0, start - _LONGEST_WORD)
    others = _sign_words().others.finditer(text, low, end + _LONGEST_WORD)
    return not any(match.start() < end and start < match.end() for match in others)


@dataclass(frozen=True, slots=True)
class _SignWords:
    """Characters that stand for a State, and how they are looked for."""

    states: Mapping[str, tuple[str, ...]]
    common: frozenset[str]
    pattern: re.Pattern[str]
    others: re.Pattern[str]


@cache
def _sign_words() -> _SignWords:
    rows = [row for row in read_words(_CONTEXT) if row["kind"] in ("sign", "common_sign")]
    signs = "".join(row["text"] for row in rows)
    office = context_pattern(_CONTEXT, "office", Language.ZH).pattern
    relation = context_pattern(_CONTEXT, "relation", Language.ZH).pattern
    return _SignWords(
        {row["text"]: tuple(row["meaning"].split(";")) for row in rows},
        frozenset(row["text"] for row in rows if row["kind"] == "common_sign"),
        # One set of characters first: the engine then skips all others at once.
        re.compile(f"(?P<signs>[{signs}](?:[{signs}]{{1,2}}(?![{signs}])|(?={office})))(?P<relation>{relation})?"),
        context_pattern(_CONTEXT, "not_sign", Language.ZH),
    )


@cache
def _scanner(language: Language) -> Scanner:
    """Everything that is looked for at once; of equal texts a blocker wins over a name, a name over an adjective."""
    blockers = [row for row in read_words("blockers") if row["language"] == language]
    names = [row for row in read_words("language_names") if row["language"] == language]
    phrases = [row["text"] for row in blockers if row["reason"] == _OF_LANGUAGE]
    phrases += [row["text"] for row in names if row["form"] == "phrase" or language is Language.ZH]
    words = [Word(Role.LANGUAGE, text, also_language=True) for text in phrases]
    words += [Word(Role.BLOCKER, row["text"]) for row in blockers if row["reason"] != _OF_LANGUAGE]
    words += [Word(Role.BLOCKER, text) for text in context_words(_CONTEXT, "blocker", language)]
    spoken = {row["text"] for row in names if row["form"] != "phrase"} | set(
        context_words(_CONTEXT, "language", language)
    )
    words += _state_words(language, spoken)
    words += [Word(Role.LANGUAGE, text, also_language=True) for text in sorted(spoken)]
    words += [
        Word(Role.ORGANISATION, row["text"]) for row in read_words("organisation_names") if row["language"] == language
    ]
    words += _treaties_with_states(language, words)
    if language is Language.AR:
        joined = [(word, with_arabic_article(word.text)) for word in words]
        words += [replace(word, text=text) for word, text in joined if text]
    return Scanner(words, language)


def _state_words(language: Language, spoken: set[str]) -> Iterator[Word]:
    """Names first, then adjectives; those of several States and those that are common words too are marked."""
    groups = {row["id"] for row in read_table("states") if row["kind"] == _GROUP}
    several = {
        row["text"]: tuple(row["states"].split(";"))
        for row in read_words("ambiguous")
        if row["language"] == language and ";" in row["states"]
    }
    weak = set(context_words(_CONTEXT, "weak", language))
    rows = [row for row in read_words("state_names") if row["language"] == language and row["state"] not in groups]
    texts = {(row["state"], row["text"]) for row in rows}
    rows = [row for row in rows if not _has_article(row["state"], row["text"], texts)]
    for row in sorted(rows, key=lambda row: row["form"] == "adjective"):
        text, state = row["text"], row["state"]
        role = Role.ADJECTIVE if row["form"] == "adjective" else Role.NAME
        ids = (state, *(each for each in several.get(text, ()) if each != state))
        key = _SEVERAL if text in several else "weak" if text in weak else ""
        yield Word(role, text, ids, also_language=text in spoken, key=key)
    signs = {row["text"]: row["meaning"] for row in read_words(_CONTEXT) if "sign" in row["kind"]}
    for text, states in several.items():
        pair = tuple(signs.get(character, "") for character in text)
        if set(pair) == set(states):
            yield Word(Role.NAME, text, pair, key=_PAIR)
        else:
            yield Word(Role.ADJECTIVE, text, states, key=_SEVERAL)


def _has_article(state: str, text: str, texts: set[tuple[str, str]]) -> bool:
    """Whether the name is another one with an article before it; an article is no part of a mention."""
    article = _ARTICLE.match(text)
    return article is not None and (state, text[article.end() :]) in texts


def _treaties_with_states(language: Language, words: list[Word]) -> Iterator[Word]:
    """The names of treaties that hold the name of a State."""
    states = [word.text for word in words if word.role in (Role.NAME, Role.ADJECTIVE)]
    for name in treaty_names(language):
        if name.form is not NameForm.SUBJECT and any(state in name.text for state in states):
            yield Word(Role.HOLDER, name.text)
