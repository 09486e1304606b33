"""Treaties, codes and proposals named in running text, and the words that point back to them.

Sources: ``treaty_names.csv``, ``treaty_blockers.csv``, ``treaty_anaphora.csv``, ``treaty_context.csv``.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache

from verbale.find.abbreviations import Mentions, clear_of
from verbale.find.passage import Passage
from verbale.find.word_scanner import CONTAINERS, Hit, Role, Scanner, Word, around, context_pattern, longest, outside
from verbale.lexicon.sentences import ENDS_SENTENCE
from verbale.lexicon.tables import read_words
from verbale.lexicon.treaties import NameForm, treaties, treaty_blockers, treaty_names
from verbale.model.annotation import Annotation, AnnotationKind
from verbale.model.language import Language

_CONTEXT = "treaty_context"
_ROLES = {
    NameForm.LISTED: Role.LISTED,
    NameForm.SUBJECT: Role.SUBJECT,
    NameForm.IN_ORGANISATION: Role.ORGANISATION,
    NameForm.IN_TITLE: Role.HOLDER,
}
_ENDS_CLAUSE = re.compile(r"[.;。；؛!?]")
_QUOTED = re.compile(r"“[^”]*”|«[^»]*»|\"[^\"]*\"|„[^“]*“|《[^》]*》")
_NUMBERED = re.compile(r"\d/\d+[^:：]{0,12}[:：]\s?[《“«\"]?$")
_LOOKED_AHEAD = 12  # names behind a word that points to one
_NEAR = 70  # characters behind a name in which what ends a list or goes on stands
_NEAR_NOUN = 110  # characters on either side of a subject in which the noun stands
_BEFORE_QUOTE = 24  # characters that hold the word for a title, or for a list
_LONGEST_JOINT = 18  # characters between two places of one list
_POINTERS = frozenset({Role.ANAPHOR, Role.NOUN})
_EXACT = frozenset({Role.ANAPHOR, Role.NOUN, Role.LISTED})
_ABBREVIATION = "abbreviation"
_UNKNOWN = ""


@dataclass(slots=True)
class _Memory:
    """The treaties named so far under one heading, by their noun: those of the last paragraph that named any.

    ``_UNKNOWN`` stands for a treaty that the tables do not have.
    """

    section: int = 0
    named: dict[str, list[str]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Mention:
    """A stretch that names a treaty, or stands for one; ``treaty`` is ``None`` when the candidates are several."""

    hit: Hit
    treaty: str | None
    rule: str
    candidates: tuple[str, ...] = ()


def find_treaties(passages: Sequence[Passage], defined: Mentions | None = None) -> list[Annotation]:
    """The treaties named in each passage, and the words that stand for one named before or right after.

    Values are ``{"id": "NPT"}``; true flags ``anaphoric``, ``descriptive``, ``in_org_name``, ``in_title`` and
    ``proposed`` say how it is named; ``{"id": None, "candidates": [...]}`` where the words alone do not tell. An
    abbreviation that the document itself defines as something else, in ``defined``, is no treaty.
    """
    memory = _Memory()
    found: list[Annotation] = []
    for passage in passages:
        if passage.section != memory.section:
            memory = _Memory(passage.section)
        hits = _scanner(passage.language).hits(passage.text)
        if own := defined.get(passage.node.ref) if defined else None:
            hits = clear_of(hits, own)
        if hits:
            found += _annotations(passage, hits, memory)
    return found


def seeds(language: Language) -> frozenset[str]:
    """Words of which one stands in every text that names a treaty or stands for one."""
    return _scanner(language).texts


def _annotations(passage: Passage, hits: list[Hit], memory: _Memory) -> Iterator[Annotation]:
    text, language = passage.text, passage.language
    holders = [hit for hit in hits if hit.word.role in CONTAINERS]
    kept = [hit for hit in hits if hit.word.role not in CONTAINERS and _stands(text, hit)]
    if any(hit.word.role is Role.SUBJECT for hit in kept):
        kept = _with_nouns(text, language, kept)
    chosen = _chosen(_with_lists(text, language, kept))
    titles = list(_titles(text, language)) if chosen else []
    for mention in _mentions(text, language, chosen, memory):
        hit, treaty = mention.hit, mention.treaty
        value: dict[str, object] = {"id": treaty} if treaty else {"id": None, "candidates": list(mention.candidates)}
        if hit.word.role is Role.ANAPHOR:
            value["anaphoric"] = True
        if hit.word.role is Role.SUBJECT:
            value["descriptive"] = True
        for holder in around(hit.start, hit.end, holders):
            value["in_org_name" if holder.word.role is Role.ORGANISATION else "in_title"] = True
        if _is_in_title(text, hit, titles):
            value["in_title"] = True
        if treaty and treaties()[treaty].kind == "proposal":
            value["proposed"] = True
        yield passage.annotation(AnnotationKind.TREATY, hit.start, hit.end, value, mention.rule)


def _chosen(hits: list[Hit]) -> list[Hit]:
    """Names by place, the longest first; then words that point back, which may be the beginning of a name."""
    names = longest([hit for hit in hits if hit.word.role not in _POINTERS])
    if len(names) == len(hits):
        return names
    pointers = longest([hit for hit in hits if hit.word.role in _POINTERS])
    return sorted([*names, *outside(pointers, names)], key=lambda hit: hit.start)


def _stands(text: str, hit: Hit) -> bool:
    """Whether the word stands in the case and among the signs that its form asks for."""
    word = hit.word
    printed = text[hit.start : hit.end]
    if word.key == _ABBREVIATION:
        around = text[max(0, hit.start - 1) : hit.start] + text[hit.end : hit.end + 1]
        return printed == hit.spelling and "/" not in around
    if word.role not in _EXACT or printed == hit.spelling:
        return True
    return _in_case(printed, hit.spelling) or (printed.isupper() and text.isupper())


def _in_case(printed: str, word: str) -> bool:
    """Whether the letters are as in the table but for a first one that is raised."""
    if len(printed) != len(word):
        return True  # signs that are not seen stand between: no script with two cases
    return all(
        one == other or not one.isalpha() or (place == 0 and one.isupper())
        for place, (one, other) in enumerate(zip(printed, word, strict=True))
    )


def _with_nouns(text: str, language: Language, hits: list[Hit]) -> list[Hit]:
    """The hits without the subjects near which no noun for an instrument stands, nouns of named treaties aside."""
    pieces, reached = [], 0
    for hit in longest([hit for hit in hits if hit.word.role is Role.NAME]):
        pieces += [text[reached : hit.start], "\0" * (hit.end - hit.start)]
        reached = hit.end
    masked = "".join([*pieces, text[reached:]])
    return [hit for hit in hits if hit.word.role is not Role.SUBJECT or _has_noun(masked, language, hit)]


def _has_noun(text: str, language: Language, hit: Hit) -> bool:
    """Whether the noun for an instrument stands near in the same clause."""
    before = _ENDS_CLAUSE.split(text[max(0, hit.start - _NEAR_NOUN) : hit.start])[-1]
    after = _ENDS_CLAUSE.split(text[hit.end : hit.end + _NEAR_NOUN], maxsplit=1)[0]
    clause = f"{before} | {after}".lower()
    return any(_noun_pattern(language, kind).search(clause) for kind in ("noun", "instrument"))


@cache
def _noun_pattern(language: Language, kind: str) -> re.Pattern[str]:
    pattern = context_pattern(_CONTEXT, kind, language).pattern
    return re.compile(pattern if language is Language.ZH else rf"(?<!\w){pattern}")


def _with_lists(text: str, language: Language, hits: list[Hit]) -> list[Hit]:
    """The hits without the places that stand in no list of treaties."""
    if not any(hit.word.role is Role.LISTED for hit in hits):
        return hits
    kept: list[Hit] = []
    run: list[Hit] = []
    for hit in [*hits, None]:
        if hit is not None and hit.word.role is Role.LISTED:
            if run and hit.start - run[-1].end > _LONGEST_JOINT:
                kept += _listed(text, language, run, None)
                run = []
            run.append(hit)
            continue
        if run:
            kept += _listed(text, language, run, hit)
            run = []
        if hit is not None:
            kept.append(hit)
    return sorted(kept, key=lambda hit: (hit.start, -hit.end))


def _listed(text: str, language: Language, run: list[Hit], after: Hit | None) -> list[Hit]:
    """The run of places, if the plural noun stands before or behind it or a treaty named by its place follows."""
    before = text[max(0, run[0].start - _BEFORE_QUOTE) : run[0].start].rstrip()
    opened = any(before.endswith(word) for word in _words("list_noun", language))
    closed = context_pattern(_CONTEXT, "list_end", language).match(text[run[-1].end : run[-1].end + _NEAR].lstrip())
    return run if opened or closed else []


@cache
def _words(kind: str, language: Language) -> tuple[str, ...]:
    rows = (row for row in read_words(_CONTEXT) if row["kind"] == kind and row["language"] == language)
    return tuple(row["text"] for row in rows)


def _mentions(text: str, language: Language, chosen: list[Hit], memory: _Memory) -> Iterator[_Mention]:
    """Each hit with the treaty it names or stands for; what is named is remembered."""
    here: dict[str, list[str]] = {}
    for place, hit in enumerate(chosen):
        word = hit.word
        if word.role is Role.BLOCKER:
            continue
        if word.role is Role.NOUN or (word.role is Role.ANAPHOR and _goes_on(text, language, hit)):
            _remember(here, word.key, _UNKNOWN)
        elif word.role is Role.ANAPHOR:
            yield from _pointed(text, chosen, place, here, memory)
        else:
            treaty = word.ids[0]
            _remember(here, treaties()[treaty].noun, treaty)
            rule = {Role.SUBJECT: "treaty/subject", Role.LISTED: "treaty/list"}.get(word.role, "treaty/name")
            yield _Mention(hit, treaty, rule)
    memory.named.update(here)


def _remember(here: dict[str, list[str]], noun: str, treaty: str) -> None:
    named = here.setdefault(noun, [])
    if treaty in named:
        named.remove(treaty)
    named.append(treaty)


def _goes_on(text: str, language: Language, hit: Hit) -> bool:
    """Whether the noun is the head of a longer name, which the tables do not have."""
    rest = text[hit.end : hit.end + _NEAR].lstrip()
    return context_pattern(_CONTEXT, "goes_on", language).match(rest) is not None


def _pointed(
    text: str, chosen: list[Hit], place: int, here: dict[str, list[str]], memory: _Memory
) -> Iterator[_Mention]:
    """What the words stand for: the last one named in the paragraph, before it, or right after in the sentence."""
    hit = chosen[place]
    noun = hit.word.key
    if named := here.get(noun):
        if named[-1] != _UNKNOWN:
            yield _Mention(hit, named[-1], "treaty/anaphor")
        return
    if treaty := _named_next(text, chosen, place):
        yield _Mention(hit, treaty, "treaty/anaphor-after")
    elif (named := memory.named.get(noun)) and _UNKNOWN not in named:
        treaty = named[0] if len(named) == 1 else None
        rule = "treaty/anaphor-before" if treaty else "treaty/ambiguous"
        yield _Mention(hit, treaty, rule, tuple(sorted(named)))


def _named_next(text: str, chosen: list[Hit], place: int) -> str | None:
    """The treaty of the fitting noun that is named next, in the same sentence."""
    hit = chosen[place]
    for other in chosen[place + 1 : place + 1 + _LOOKED_AHEAD]:
        if other.word.role is Role.NAME and treaties()[other.word.ids[0]].noun == hit.word.key:
            return None if ENDS_SENTENCE.search(text, hit.end, other.start) else other.word.ids[0]
    return None


def _titles(text: str, language: Language) -> Iterator[tuple[int, int]]:
    """The titles that the text quotes: in quotation marks behind a word for a title."""
    openers = _words("title", language)
    for match in _QUOTED.finditer(text):
        before = text[max(0, match.start() - _BEFORE_QUOTE) : match.start()].rstrip(" :：")
        if any(before.endswith(opener) for opener in openers):
            yield match.span()


def _is_in_title(text: str, hit: Hit, titles: list[tuple[int, int]]) -> bool:
    """Whether the name stands in a quoted title, or behind the number of a resolution and a colon."""
    place = bisect_right(titles, (hit.start, len(text))) - 1
    if place >= 0 and hit.end <= titles[place][1]:
        return True
    return _NUMBERED.search(text[max(0, hit.start - _BEFORE_QUOTE) : hit.start]) is not None


@cache
def _scanner(language: Language) -> Scanner:
    """Everything that is looked for at once, without regard to case; of equal texts the first wins."""
    blocker = Word(Role.BLOCKER)
    words = [(text, blocker) for text in treaty_blockers(language)]
    for name in treaty_names(language):
        if name.form is not NameForm.CONFERENCE:
            key = _ABBREVIATION if name.form is NameForm.ABBREVIATION else ""
            words.append((name.text, Word(_ROLES.get(name.form, Role.NAME), (name.treaty,), key=key)))
    anaphora = [row for row in read_words("treaty_anaphora") if row["language"] == language]
    words += [(row["text"], Word(Role.ANAPHOR, key=row["noun"])) for row in anaphora]
    words += [
        (row["text"], Word(Role.NOUN, key=row["meaning"]))
        for row in read_words(_CONTEXT)
        if row["kind"] == "unknown" and row["language"] == language
    ]
    return Scanner(words, language, any_case=True)
