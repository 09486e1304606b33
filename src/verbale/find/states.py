"""States named in running text: the longest sense wins, what only looks like a State does not count.

What is looked for stands in ``state_words``; ``state_parts`` tells the names that are a part of something else,
``state_signs`` the characters of Chinese, ``abbreviations`` what the document itself defines.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from verbale.find.abbreviations import Defined, Mentions, clear_of
from verbale.find.passage import Passage
from verbale.find.state_parts import without_parts
from verbale.find.state_signs import find_signs, sign_seeds, signs_of
from verbale.find.state_words import CONTEXT, PAIR, SEVERAL, state_scanner
from verbale.find.word_scanner import CONTAINERS, Hit, Role, Word, around, context_pattern, longest
from verbale.model.annotation import Annotation, AnnotationKind
from verbale.model.language import Language

_RULES = {Role.NAME: "state/name", Role.ADJECTIVE: "state/adjective", Role.PREFIX: "state/compound"}
_COMPOUND = "state/compound"
_NEAR = 32  # characters that hold the word beside a name
_LONGEST_LIST_WORD = 12  # characters of what joins two names of a list
_AMONG = 2  # other States from which on names stand in a list


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


def find_states(passages: Sequence[Passage], defined: Mentions | None = None) -> list[Annotation]:
    """The States named in each passage: names, abbreviations, adjectives of the State, its government or people.

    ``defined`` are the mentions of abbreviations that the document defines. Values are ``{"iso3": "PRK"}``, with
    ``in_org_name`` or ``in_treaty_name`` where the name is part of a longer one, and ``{"iso3": None,
    "candidates": [...]}`` where the words alone do not tell. Groups, cities, languages and currencies are no States.
    """
    seen = _Seen()
    found: list[Annotation] = []
    for passage in passages:
        own = defined.get(passage.node.ref, ()) if defined else ()
        hits = state_scanner(passage.language).hits(passage.text)
        if hits or own or passage.language is Language.ZH:
            found += _annotations(passage, hits, own, seen)
    return found


def seeds(language: Language) -> frozenset[str]:
    """Words of which one stands in every text that names a State."""
    texts = frozenset(text.lower() for text in state_scanner(language).texts)
    return texts | sign_seeds() if language is Language.ZH else texts


def _annotations(passage: Passage, hits: list[Hit], own: Sequence[Defined], seen: _Seen) -> Iterator[Annotation]:
    text, language = passage.text, passage.language
    if own:
        hits = clear_of(hits, own)
    chosen = _chosen(text, language, hits)
    named = _named(text, language, chosen)
    for one in named:
        if len(one.states) == 1:
            seen.name(one.states[0])
    named += [_Found(one.start, one.end, (one.state,), "state/defined") for one in own if one.state]
    if language is Language.ZH and (matches := find_signs(text)):
        for sign in signs_of(text, matches, chosen, seen.last_of):
            rule = "state/sign" if len(sign.states) == 1 else "state/ambiguous"
            named.append(_Found(*sign, rule))
    holders = [hit for hit in hits if hit.word.role in CONTAINERS]
    for one in sorted(named, key=lambda one: one.start):
        value: dict[str, object] = (
            {"iso3": one.states[0]} if len(one.states) == 1 else {"iso3": None, "candidates": list(one.states)}
        )
        for holder in around(one.start, one.end, holders):
            value["in_org_name" if holder.word.role is Role.ORGANISATION else "in_treaty_name"] = True
        yield passage.annotation(AnnotationKind.STATE, one.start, one.end, value, one.rule)


def _chosen(text: str, language: Language, hits: list[Hit]) -> list[Hit]:
    """The longest of the hits that are no containers and no part of something else.

    In Chinese a name that two other words share must not hide one that begins in it (很多哥伦比亚人).
    """
    inner = [hit for hit in hits if hit.word.role not in CONTAINERS]
    if language is Language.ZH:
        return longest(without_parts(text, language, inner))
    return without_parts(text, language, longest(inner))


def _named(text: str, language: Language, chosen: list[Hit]) -> list[_Found]:
    """What the names and adjectives of a text stand for, languages and common words left out."""
    kept = [hit for hit in chosen if hit.word.role is not Role.BLOCKER]
    if any(hit.word.also_language for hit in kept):
        kept = _without_languages(text, language, kept)
    found: list[_Found] = []
    for place, hit in enumerate(kept):
        word = hit.word
        if word.role in (Role.PREFIX, Role.SECOND):
            found += _of_compound(text, kept, place)
        elif not word.key:
            found.append(_Found(hit.start, hit.end, word.ids, _RULES[word.role]))
        elif word.key.startswith(PAIR):
            middle = hit.start + int(word.key.removeprefix(PAIR))
            found.append(_Found(hit.start, middle, word.ids[:1], "state/pair"))
            found.append(_Found(middle, hit.end, word.ids[1:], "state/pair"))
        else:
            beside = _is_beside(text, language, kept, place) or _is_among(kept, word)
            if word.key == SEVERAL and not (beside and word.role is Role.NAME):
                found.append(_Found(hit.start, hit.end, tuple(sorted(word.ids)), "state/ambiguous"))
            elif word.key == SEVERAL or beside or _is_place(text, language, hit):
                found.append(_Found(hit.start, hit.end, word.ids[:1], _RULES[word.role]))
    return found


def _of_compound(text: str, hits: list[Hit], place: int) -> Iterator[_Found]:
    """The part of a compound, if the other part is a State too: ``franco-allemand``, but not ``franco-provençal``."""
    hit = hits[place]
    before, behind = hits[max(0, place - 1) : place], hits[place + 1 : place + 2]
    if hit.word.role is Role.PREFIX:
        if any(_counts(other) and other.start == hit.end for other in behind):
            yield _Found(hit.start, hit.end - 1, hit.word.ids, _COMPOUND)
    elif any(_counts(other) and _is_hyphen(text, other.end, hit.start) for other in before) or any(
        _counts(other) and _is_hyphen(text, hit.end, other.start) for other in behind
    ):
        yield _Found(hit.start, hit.end, hit.word.ids, _COMPOUND)


def _counts(hit: Hit) -> bool:
    return hit.word.role in (Role.NAME, Role.ADJECTIVE, Role.PREFIX, Role.SECOND)


def _is_hyphen(text: str, end: int, start: int) -> bool:
    """Whether a word that ends here and one that begins there are joined; a prefix holds its hyphen."""
    return end == start or text[end:start].strip() == "-"


def _is_among(hits: list[Hit], word: Word) -> bool:
    """Whether a short name that others may bear in part ("Congo") stands among the names of several other States."""
    if word.key != SEVERAL or word.role is not Role.NAME:
        return False
    others = {hit.word.ids[0] for hit in hits if hit.word.role is Role.NAME and not hit.word.key}
    return len(others - set(word.ids)) >= _AMONG


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
    return not bare or context_pattern(CONTEXT, "list_word", language).fullmatch(bare) is not None


def _is_place(text: str, language: Language, hit: Hit) -> bool:
    """Whether a common word stands where only a name can: behind a preposition, or alone."""
    words = text[max(0, hit.start - _NEAR) : hit.start].split()[-1:]
    before = words and context_pattern(CONTEXT, "before", language).fullmatch(words[0])
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
    noun = context_pattern(CONTEXT, "language_noun", language)
    before = text[max(0, run[0].start - _NEAR) : run[0].start].split()[-1:]
    after = text[run[-1].end : run[-1].end + _NEAR].lstrip(" -")
    opens = context_pattern(CONTEXT, "language_before", language)
    return noun.match(after) is not None or bool(before and (noun.fullmatch(before[0]) or opens.fullmatch(before[0])))
