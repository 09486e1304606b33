"""Names of States that are a part of something else: a water, a town, a person, a bank, an animal, a currency.

The words on either side tell, in rows that hold for every name; a row with States holds for those alone, as a nut does
for Brazil. Source: ``state_parts.csv``.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import NamedTuple

from verbale.find.word_scanner import CASED, Hit, Role
from verbale.lexicon.states import state_names
from verbale.lexicon.tables import TableRow, read_words
from verbale.model.language import Language

_TABLE = "state_parts"
_NAMING = (Role.NAME, Role.ADJECTIVE)
_REACH = 64  # characters on either side of a name that are looked at
_MOST_WORDS = 3  # of a phrase in the table
_MOST_NAMES = 3  # given names and initials before a surname
_WORD = re.compile(r"[^\s\u00ab\u00bb\u201c\u201d\"]+")
_AFTER_WORD = ".,;:!?)]\u060c\u061b\u061f"
_COMMAS = (",", "\u060c")
_GOES_ON = (" ", "-", *_COMMAS)
_QUOTES = ("\u00ab", '"', "\u201c")
_INITIAL = re.compile(r"[^\W\d_]\.(?:-?[^\W\d_]\.)?")
_NAME_WORD = re.compile(r"[^\W\d_]+(?:['-][^\W\d_]+)*")
_SURNAME = re.compile(r" (?=[^\W\d_])([^\W\d_a-zа-я][^\W\d_A-ZА-Я][^\W\d_]*)")
_NUMBER = re.compile(r" ?[0-9]+(?:[.,][0-9]+)? ?")
_MIDDLE_DOT = ("\u00b7", "\u2022", "\u30fb")
_JOINED_IN_ARABIC = ("", "و", "ف", "ب", "ك", "ل", "وب", "ول", "فب")
_ARTICLE = "\u0627\u0644"
_LONGEST_HAN = 8  # characters of a Chinese phrase in the table, and one more
_INSTRUMENTAL = ("ой", "ей", "ом", "ем", "ами", "ями")
_ELISION = re.compile("[dlDL]'")
_BESIDE = frozenset({"joiner", "title", "given_name"})
_NONE: frozenset[str] = frozenset()

Rows = Mapping[str, Sequence[tuple[str, frozenset[str]]]]
"""Phrases, each with what it says and the States that it says it of; none stands for all."""


class _Table(NamedTuple):
    """The rows of one language: phrases before and behind a name, and the words of one kind each."""

    before: Rows
    last_words: frozenset[str]
    behind: Rows
    first_words: frozenset[str]
    words: Mapping[str, frozenset[str]]

    def has(self, kind: str, word: str) -> bool:
        return word in self.words.get(kind, _NONE)


@dataclass(frozen=True, slots=True)
class _Around:
    """A name that was found, with what stands before and behind it in words."""

    text: str
    hit: Hit
    language: Language
    table: _Table
    before: Sequence[str]
    behind: Sequence[str]


def without_parts(text: str, language: Language, hits: list[Hit]) -> list[Hit]:
    """The hits without the names that are a part of something else; others as they are."""
    table = _table(language)
    if language is Language.ZH:
        return [hit for hit in hits if hit.word.role not in _NAMING or not _is_part_in_han(text, hit, table)]
    starts = frozenset(hit.start for hit in hits)
    return [hit for hit in hits if hit.word.role not in _NAMING or not _is_part(text, language, table, hit, starts)]


def _is_part(text: str, language: Language, table: _Table, hit: Hit, starts: frozenset[int]) -> bool:
    left = text[max(0, hit.start - _REACH) : hit.start]
    before = _WORD.findall(left.replace("-", " ") if left.endswith("-") else left)
    behind = (
        _WORD.findall(text[hit.end : hit.end + _REACH].lstrip("-")) if text[hit.end : hit.end + 1] in _GOES_ON else []
    )
    if not _may_be_part(table, language, hit, before, behind):
        return False
    around = _Around(text, hit, language, table, before, behind)
    direct = _said_before(around, before)
    after = _said_behind(around, behind)
    if "before_adjective" in direct or "after_adjective" in after:
        return True
    if hit.word.role is not Role.NAME:
        return False
    return (
        (not _is_instrumental(around) and _is_named_before(around, direct))
        or _is_named_behind(around, after)
        or _is_person(around, starts)
    )


def _may_be_part(table: _Table, language: Language, hit: Hit, before: Sequence[str], behind: Sequence[str]) -> bool:
    """Whether the words right beside a name may say something: most names stand among others, and are done with."""
    if behind and behind[0].rstrip(_AFTER_WORD).lower() in table.first_words:
        return True
    if behind and (behind[0] in _COMMAS or behind[0][0].isdigit()) and table.first_words:
        return True
    if before and (before[-1][0].isupper() or any(form in table.last_words for form in _forms(before[-1], language))):
        return True
    return table.has("forename", hit.spelling)


def _is_instrumental(around: _Around) -> bool:
    """Whether a Russian name says by whom, and is no part of what stands before it."""
    return around.language is Language.RU and around.hit.spelling.endswith(_INSTRUMENTAL)


def _is_named_before(around: _Around, direct: frozenset[str]) -> bool:
    """Whether a noun before it makes the name a part: directly, or with "of" and an article between."""
    noun = list(around.before)
    joiners = around.table.words.get("joiner", _NONE)
    while noun and noun[-1].lower() in joiners:
        noun.pop()
    joined = len(noun) < len(around.before)
    said = _said_before(around, noun) if joined else direct
    if "kept_before" in said:
        return False
    if "before" in said or "before_direct" in direct or (joined and "before_of" in said):
        return True
    return "before_quoted" in said and around.text.endswith(_QUOTES, 0, around.hit.start)


def _is_named_behind(around: _Around, said: frozenset[str]) -> bool:
    text, end = around.text, around.hit.end
    if text[end : end + 1] in _COMMAS:
        return "after_comma" in _said_behind(around, around.behind[1:])
    if "kept_after" in said:
        return False
    if "after" in said:
        return True
    number = _NUMBER.match(text, end) if "measure" in around.table.words else None
    if number is None:
        return False
    return "measure" in _said_behind(around, _WORD.findall(text[number.end() : number.end() + _REACH]))


def _is_person(around: _Around, starts: frozenset[int]) -> bool:
    """Whether the name is that of a person: behind a title or given name, or before a surname."""
    hit, table = around.hit, around.table
    if " " in hit.spelling:
        return False
    if around.text[hit.start - 1 : hit.start] == " ":
        for place, word in enumerate(reversed(around.before[-_MOST_NAMES - 1 :])):
            if any(table.has("title", form) for form in _forms(word, around.language)):
                return True
            if table.has("given_name", word):
                return True
            cased = around.language in CASED and place < _MOST_NAMES and word[0].isupper()
            if not cased or not (_INITIAL.fullmatch(word) or _NAME_WORD.fullmatch(word)):
                break
    return table.has("forename", hit.spelling) and _has_surname(around, starts)


def _has_surname(around: _Around, starts: frozenset[int]) -> bool:
    """Whether a surname follows a State's name that is a given name too: no other name, no office or body."""
    table = around.table
    match = _SURNAME.match(around.text, around.hit.end)
    if match is None or match.start(1) in starts or table.has("noun", match[1]):
        return False
    if around.before and table.has("preposition", around.before[-1].lower()):
        return False
    surname, *more = around.behind[:2]
    return not (more and surname == match[1] and table.has("noun", more[0].rstrip(_AFTER_WORD)))


def _said_before(around: _Around, words: Sequence[str]) -> frozenset[str]:
    """What the rows say that end what stands before a name, the longest that says anything."""
    if not words:
        return _NONE
    table, language = around.table, around.language
    if not any(form in table.last_words for form in _forms(words[-1], language)):
        return _NONE
    for count in range(min(_MOST_WORDS, len(words)), 0, -1):
        first, rest = words[-count], words[len(words) - count + 1 :]
        for form in _forms(first, language):
            if said := _said(table.before, " ".join((form, *rest)), around.hit):
                return said
    return _NONE


def _said_behind(around: _Around, words: Sequence[str]) -> frozenset[str]:
    """What the rows say that begin what stands behind a name, the longest that says anything."""
    if not words or words[0].rstrip(_AFTER_WORD).lower() not in around.table.first_words:
        return _NONE
    for count in range(min(_MOST_WORDS, len(words)), 0, -1):
        phrase = " ".join(words[:count])
        said = _said(around.table.behind, phrase, around.hit)
        if said := said or _said(around.table.behind, phrase.rstrip(_AFTER_WORD), around.hit):
            return said
    return _NONE


def _said(rows: Rows, phrase: str, hit: Hit) -> frozenset[str]:
    """What a phrase says of a name; a row in small letters stands for capitals too."""
    forms = {phrase, phrase.lower(), *([phrase.title()] if phrase.isupper() else [])}
    said = (one for form in forms for one in rows.get(form, ()))
    return frozenset(kind for kind, states in said if not states or not states.isdisjoint(hit.word.ids))


@lru_cache(maxsize=4096)
def _forms(word: str, language: Language) -> tuple[str, ...]:
    """A word as it may stand in a row; without what is joined to it before in Arabic and French."""
    if language is Language.AR:
        bare = [word.removeprefix(joined) for joined in _JOINED_IN_ARABIC if word.startswith(joined)]
        return tuple(dict.fromkeys(form for one in bare for form in (one, one.removeprefix(_ARTICLE)) if form))
    if language is Language.FR:
        word = _ELISION.sub("", word) or word
    return (word,) if word.islower() else (word, word.lower())


def _is_part_in_han(text: str, hit: Hit, table: _Table) -> bool:
    """Whether a longer word takes the characters in, or two other words share them."""
    if text[hit.start - 1 : hit.start] in _MIDDLE_DOT or text[hit.end : hit.end + 1] in _MIDDLE_DOT:
        return True
    behind = text[hit.end : hit.end + _LONGEST_HAN]
    if behind[:1] in table.first_words:
        for length in range(len(behind), 0, -1):
            if said := _said(table.behind, behind[:length], hit):
                return "kept_after" not in said
    return _is_shared(text, hit, table)


def _is_shared(text: str, hit: Hit, table: _Table) -> bool:
    """Whether the name begins with the end of one word and ends with the beginning of another: 增加 and 纳入."""
    left, right = table.words["left_word"], table.words["right_word"]
    for middle in range(hit.start + 1, hit.end):
        before = (text[middle - length : middle] for length in range(middle - hit.start + 1, min(middle, 4) + 1))
        if any(word in left for word in before):
            behind = (text[middle : middle + length] for length in range(hit.end - middle + 1, _LONGEST_HAN))
            if any(word in right for word in behind):
                return True
    return False


@cache
def _table(language: Language) -> _Table:
    rows = [row for row in read_words(_TABLE) if row["language"] == language]
    words: dict[str, set[str]] = defaultdict(set)
    for row in rows:
        words[row["kind"]].add(row["text"])
    if language is Language.ZH:
        # The names of States are words too that begin with the end of another name: 参加纳米比亚.
        words["right_word"].update(name.text for name in state_names(language))
    before = [row for row in rows if "before" in row["kind"]]
    behind = [row for row in rows if "after" in row["kind"] or row["kind"] == "measure"]
    spaced = language.spaced
    firsts = (row["text"].split()[0].lower() if spaced else row["text"][0] for row in behind)
    return _Table(
        _by_phrase(before),
        _edges(before) | _edges([row for row in rows if row["kind"] in _BESIDE]),
        _by_phrase(behind),
        frozenset(firsts),
        {kind: frozenset(texts) for kind, texts in words.items()},
    )


def _edges(rows: Sequence[TableRow]) -> frozenset[str]:
    """The last words of phrases, as printed and in small letters."""
    words = [row["text"].split()[-1] for row in rows]
    return frozenset((*words, *map(str.lower, words)))


def _by_phrase(rows: Sequence[TableRow]) -> Rows:
    found: dict[str, list[tuple[str, frozenset[str]]]] = defaultdict(list)
    for row in rows:
        found[row["text"]].append((row["kind"], frozenset(filter(None, row["state"].split(";")))))
    return dict(found)
