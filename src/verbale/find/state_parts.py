"""Names of States that are a part of something else: a water, a town, a person, a bank, an animal, a currency.

The words on either side tell, in rows that hold for every name; a row with States holds for those alone, as a nut does
for Brazil. Source: ``state_parts.csv``.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from verbale.find.words import CASED, Hit, Role
from verbale.lexicon.tables import read_words
from verbale.model.language import Language

_TABLE = "state_parts"
_REACH = 64
_MOST_WORDS = 3
_MOST_NAMES = 3
_WORD = re.compile(r"[^\s\u00ab\u00bb\u201c\u201d\"]+")
_COMMAS = (",", "\u060c")
_AFTER_WORD = ".,;:!?)]\u060c\u061b\u061f"
_INITIAL = re.compile(r"[^\W\d_]\.(?:-?[^\W\d_]\.)?")
_NAME_WORD = re.compile(r"[^\W\d_]+(?:['-][^\W\d_]+)*")
_SURNAME = re.compile(r" (?=[^\W\d_])([^\W\d_a-zа-я][^\W\d_A-ZА-Я][^\W\d_]*)")
_NUMBER = re.compile(r" ?[0-9]+(?:[.,][0-9]+)? ?")
_MIDDLE_DOT = "\u00b7\u2022\u30fb"
_JOINED_IN_ARABIC = (
    "",
    "\u0648",
    "\u0641",
    "\u0628",
    "\u0643",
    "\u0644",
    "\u0648\u0628",
    "\u0648\u0644",
    "\u0641\u0628",
)
_ARTICLE = "\u0627\u0644"
_LONGEST_HAN = 8
_INSTRUMENTAL = (
    "\u043e\u0439",
    "\u0435\u0439",
    "\u043e\u043c",
    "\u0435\u043c",
    "\u0430\u043c\u0438",
    "\u044f\u043c\u0438",
)
_ELISION = re.compile("[dlDL]'")

Rows = Mapping[str, frozenset[str]]
"""Words with the States that they hold for; none stands for all."""


@dataclass(frozen=True, slots=True)
class _Around:
    """A name that was found, with what stands before and behind it in words."""

    text: str
    hit: Hit
    language: Language
    before: tuple[str, ...]
    behind: tuple[str, ...]


def without_parts(text: str, language: Language, hits: list[Hit]) -> list[Hit]:
    """The hits without the names that are a part of something else; others as they are."""
    starts = frozenset(hit.start for hit in hits)
    return [
        hit
        for hit in hits
        if hit.word.role not in (Role.NAME, Role.ADJECTIVE) or not _is_part(text, language, hit, starts)
    ]


def _is_part(text: str, language: Language, hit: Hit, starts: frozenset[int]) -> bool:
    if language is Language.ZH:
        return _is_part_in_han(text, hit)
    around = _Around(
        text,
        hit,
        language,
        tuple(_WORD.findall(_spaced(text[max(0, hit.start - _REACH) : hit.start]))),
        tuple(_WORD.findall(text[hit.end : hit.end + _REACH].lstrip("-"))) if _goes_on(text, hit.end) else (),
    )
    if _stands(around, "before_adjective", around.before) or _stands_behind(around, "after_adjective"):
        return True
    return hit.word.role is Role.NAME and not _is_instrumental(around) and _is_whole_part(around, starts)


def _is_whole_part(around: _Around, starts: frozenset[int]) -> bool:
    return _is_named_before(around) or _is_named_behind(around) or _is_person(around, starts)


def _spaced(left: str) -> str:
    """What stands before a name, the hyphens of ``Port-of-`` as spaces."""
    return left.replace("-", " ") if left.endswith("-") else left


def _goes_on(text: str, end: int) -> bool:
    return text[end : end + 1] in (" ", "-", *_COMMAS)


def _is_instrumental(around: _Around) -> bool:
    """Whether a Russian name says by whom, and is no part of what stands before it."""
    return around.language is Language.RU and around.hit.word.text.endswith(_INSTRUMENTAL)


def _is_named_before(around: _Around) -> bool:
    """Whether a noun before it makes the name a part: directly, or with "of" and an article between."""
    words = list(around.before)
    joiners = _rows(around.language, "joiner")
    while words and words[-1].lower() in joiners:
        words.pop()
    noun = tuple(words)
    if _stands(around, "kept_before", noun):
        return False
    if _stands(around, "before", noun) or _stands(around, "before_direct", around.before):
        return True
    quoted = around.text[: around.hit.start].endswith(("\u00ab", '"', "\u201c"))
    if quoted and _stands(around, "before_quoted", noun):
        return True
    return len(noun) < len(around.before) and _stands(around, "before_of", noun)


def _is_named_behind(around: _Around) -> bool:
    text, end = around.text, around.hit.end
    if text[end : end + 1] in _COMMAS:
        return _stands_behind(around, "after_comma", around.behind[1:])
    if around.behind and _stands_behind(around, "kept_after"):
        return False
    if around.behind and _stands_behind(around, "after"):
        return True
    number = _NUMBER.match(text, end)
    if number is None or not _rows(around.language, "measure"):
        return False
    unit = tuple(_WORD.findall(text[number.end() : number.end() + _REACH]))
    return _stands_behind(around, "measure", unit)


def _is_person(around: _Around, starts: frozenset[int]) -> bool:
    """Whether the name is that of a person: behind a title or given name, or before a surname."""
    if " " in around.hit.word.text:
        return False
    titles, given = _rows(around.language, "title"), _rows(around.language, "given_name")
    if around.text[around.hit.start - 1 : around.hit.start] == " ":
        for place, word in enumerate(reversed(around.before[-_MOST_NAMES - 1 :])):
            if any(form in titles for form in _forms(word, around.language)):
                return True
            if word in given:
                return True
            cased = around.language in CASED and place < _MOST_NAMES
            if not cased or not (_INITIAL.fullmatch(word) or (_NAME_WORD.fullmatch(word) and word[0].isupper())):
                break
    return around.hit.word.text in _rows(around.language, "forename") and _has_surname(around, starts)


def _has_surname(around: _Around, starts: frozenset[int]) -> bool:
    """Whether a surname follows a State's name that is a given name too: no other name, no office or body."""
    match = _SURNAME.match(around.text, around.hit.end)
    if match is None or match.start(1) in starts or match[1] in _rows(around.language, "noun"):
        return False
    if around.before and around.before[-1].lower() in _rows(around.language, "preposition"):
        return False
    surname, *more = around.behind[:2]
    goes_on = bool(more) and surname == match[1]
    return not (goes_on and more[0].rstrip(_AFTER_WORD) in _rows(around.language, "noun"))


def _stands(around: _Around, kind: str, words: tuple[str, ...]) -> bool:
    """Whether a row of a kind ends what stands before a name."""
    rows = _rows(around.language, kind)
    if not rows or not words:
        return False
    for count in range(min(_MOST_WORDS, len(words)), 0, -1):
        first, *rest = words[-count:]
        for form in _forms(first, around.language):
            phrase = " ".join((form, *rest))
            if _holds(rows, phrase, around.hit):
                return True
    return False


def _stands_behind(around: _Around, kind: str, words: tuple[str, ...] | None = None) -> bool:
    """Whether a row of a kind begins what stands behind a name."""
    rows = _rows(around.language, kind)
    behind = around.behind if words is None else words
    for count in range(min(_MOST_WORDS, len(behind)) if rows else 0, 0, -1):
        phrase = " ".join(behind[:count])
        if _holds(rows, phrase, around.hit) or _holds(rows, phrase.rstrip(_AFTER_WORD), around.hit):
            return True
    return False


def _holds(rows: Rows, phrase: str, hit: Hit) -> bool:
    """Whether the rows have a phrase for a name; a row in small letters stands for capitals too."""
    for form in (phrase, phrase.lower(), phrase.title()) if phrase.isupper() else (phrase, phrase.lower()):
        states = rows.get(form)
        if states is not None and (not states or not states.isdisjoint(hit.word.ids)):
            return True
    return False


def _forms(word: str, language: Language) -> tuple[str, ...]:
    """A word as it may stand in a row; in Arabic without what is joined to it before."""
    if language is Language.FR:
        word = _ELISION.sub("", word) or word
    if language is not Language.AR:
        return word, word.lower()
    bare = [word.removeprefix(joined) for joined in _JOINED_IN_ARABIC if word.startswith(joined)]
    return tuple(form for form in (*bare, *(one.removeprefix(_ARTICLE) for one in bare)) if form)


def _is_part_in_han(text: str, hit: Hit) -> bool:
    """Whether a longer word takes the characters in, or two other words share them."""
    if text[hit.start - 1 : hit.start] in tuple(_MIDDLE_DOT) or text[hit.end : hit.end + 1] in tuple(_MIDDLE_DOT):
        return True
    behind = text[hit.end : hit.end + _LONGEST_HAN]
    if any(behind.startswith(word) for word in _rows(Language.ZH, "kept_after")):
        return False
    after = _rows(Language.ZH, "after")
    if any(_holds(after, behind[:length], hit) for length in range(min(_LONGEST_HAN, len(behind)), 0, -1)):
        return True
    return _is_shared(text, hit)


def _is_shared(text: str, hit: Hit) -> bool:
    """Whether the name begins with the end of one word and ends with the beginning of another: 增加 and 纳入."""
    left, right = _rows(Language.ZH, "left_word"), _rows(Language.ZH, "right_word")
    for middle in range(hit.start + 1, hit.end):
        before = (text[middle - length : middle] for length in range(middle - hit.start + 1, min(middle, 4) + 1))
        behind = (text[middle : middle + length] for length in range(hit.end - middle + 1, _LONGEST_HAN))
        if any(word in left for word in before) and any(word in right for word in behind):
            return True
    return False


@cache
def _rows(language: Language, kind: str) -> Rows:
    found: dict[str, frozenset[str]] = {}
    for row in read_words(_TABLE):
        if row["language"] == language and row["kind"] == kind:
            states = frozenset(filter(None, row["state"].split(";")))
            known = found.get(row["text"])
            # One row for all States holds whatever others say.
            found[row["text"]] = states if known is None else (known | states if known and states else frozenset())
    return found
