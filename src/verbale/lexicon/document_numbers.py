"""Numbers of resolutions and decisions as they are printed without a series: ``76/53``, ``49/75 K``, ``1887 (2009)``.

The grammar of one number; what document it names is for the clause to say (``clauses``).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from verbale.lexicon.citing import cited_organs, session_marks, symbol_words
from verbale.lexicon.han import ONES, find_han
from verbale.lexicon.part_lists import part_grammar, split_parts
from verbale.lexicon.patterns import alternatives
from verbale.lexicon.roman import from_roman, to_roman
from verbale.model.language import Language

_FIRST_WITH_STROKE, _LAST_SESSION = 31, 99  # sessions whose numbers have a slash
_FIRST_YEAR = 1946  # of any resolution
_LAST_YEAR = 2099  # what is above is no year
_ACRONYM = re.compile("(?<![A-Za-z])[A-Z]{2,8} $")
_FIRST_SESSION = re.compile(rf"第 ?([{ONES}十]) ?㈠")
# What makes a number go on to the left: A/76/53, 1.76/53.
_JOINED = "0-9A-Za-z/."


class DocumentNumber(NamedTuple):
    """A printed number: ``head`` before the slash or bracket, ``tail`` after it.

    ``shape`` is ``session`` (76/53), ``special`` (S-10/2), ``emergency`` (ES-11/1), ``yearly`` (2021/5), ``year``
    (1887 (2009)), ``roman`` (1514 (XV), whose tail is the session) or ``plain`` (1540 alone, without a tail).
    ``letters`` are Latin: ``K``, ``A-C``.
    """

    start: int
    end: int
    shape: str
    head: int
    tail: str
    letters: str = ""


@dataclass(frozen=True, slots=True)
class _Forms:
    number: re.Pattern[str]
    mark: re.Pattern[str]
    marks: dict[str, str]


@cache
def _forms(language: Language) -> _Forms:
    marks = {text.rstrip("-"): mark for text, mark in session_marks(language).items() if text} | {
        "S": "S-",
        "ES": "ES-",
    }
    several = part_grammar(language).several
    # A part's letter stands close to a number with a slash in Chinese only, elsewhere after a space.
    session = rf"(?:(?:{alternatives(marks)}) ?-? ?)?[IVXL0-9]{{1,8}}"
    after_slash = rf" ?/ ?(?P<tail>[0-9]{{1,3}})(?![0-9]|/[0-9]|\.[0-9]+(?![0-9 ]|$))(?: ?(?P<letters>{several}))?"
    bracket = rf"(?: ?(?P<early>{several}))? ?\( ?(?P<session>{session}) ?\)(?: (?P<late>{several}))?"
    number = rf"(?P<head>[0-9](?<![{_JOINED}].)[0-9]{{0,3}})(?:{after_slash}|{bracket})"
    return _Forms(
        re.compile(number),
        re.compile(rf"(?<![A-Za-z])({alternatives([mark for mark in marks if marks[mark]])}) ?- ?$"),
        {text: marks[text] for text in sorted(marks, key=len, reverse=True)},
    )


def find_document_numbers(text: str, language: Language) -> list[DocumentNumber]:
    """All numbers of the shapes above in a text as it is scanned, whatever they count; of several parts each."""
    forms = _forms(language)
    found = [one for match in forms.number.finditer(text) for one in _numbers_of(match, forms, language)]
    if language is Language.AR:
        found = [_turned(number) for number in found]
    if language is Language.ZH and "㈠" in text:
        first = map(_first_session, _FIRST_SESSION.finditer(text))
        found = sorted([*found, *first], key=lambda number: number.start)
    return found


@cache
def bracketed_seeds(language: Language) -> frozenset[str]:
    """How a bracket with a year or a session after a number begins: of these one stands in every such text."""
    begins = {*"IVXL0123456789", *_forms(language).marks}
    return frozenset({f"{bracket}{begin}" for bracket in ("(", "( ") for begin in begins})


def _turned(number: DocumentNumber) -> DocumentNumber:
    """In Arabic a session and its number are sometimes set the other way about: 235/55 is 55/235."""
    if number.shape != "session" or not number.head > _LAST_SESSION >= int(number.tail):
        return number
    if int(number.tail) < _FIRST_WITH_STROKE:
        return number
    return number._replace(head=int(number.tail), tail=str(number.head))


def _first_session(match: re.Match[str]) -> DocumentNumber:
    """第一㈠号 is 1 (I): resolutions of the first session have Chinese figures for both."""
    return DocumentNumber(match.start(1), match.end(), "roman", find_han(match[1]) or 0, "I")


def _numbers_of(match: re.Match[str], forms: _Forms, language: Language) -> list[DocumentNumber]:
    """The number of a match, once for each of its parts: the first with the number, the others with their letter."""
    if match.lastgroup in ("tail", "session") and not match["early"]:
        number = _number_of(match, forms, lettered=False)
        return [number] if number is not None else []
    name = "late" if match["late"] else "early" if match["early"] else "letters"
    parts = split_parts(match.string, *match.span(name), language)
    number = _number_of(match, forms, lettered=True)
    if number is None:
        return []
    first_end = number.end if name == "early" and len(parts) == 1 else parts[0].end
    first = number._replace(end=first_end if name != "late" or len(parts) > 1 else number.end, letters=parts[0].letters)
    return [first, *(number._replace(start=part.start, end=part.end, letters=part.letters) for part in parts[1:])]


def _number_of(match: re.Match[str], forms: _Forms, *, lettered: bool) -> DocumentNumber | None:
    text, (start, end) = match.string, match.span()
    head, tail = match.group("head", "tail")
    if start and _is_joined(text, start, head, tail):
        return None
    if not tail:
        return _bracketed(match, forms, int(head), lettered=lettered)
    shape = "yearly" if _FIRST_YEAR <= int(head) <= _LAST_YEAR else "session"
    before = text[max(0, start - 8) : start]
    mark = forms.mark.search(before) if "-" in before[-2:] else None
    if mark:
        start -= len(before) - mark.start()
        shape = {"S-": "special", "ES-": "emergency"}[forms.marks[mark[1]]]
    elif before.endswith("-") and before[-2:-1].isalpha() and before[-2:-1].isascii():
        return None
    return DocumentNumber(start, end, shape, int(head), str(int(tail)))


@cache
def _before_numbers() -> frozenset[str]:
    """Words in capitals that stand before a resolution's number, unlike the letters of a series (MEPC 62/24)."""
    kinds = ("resolution", "decision", "number", "document")
    words = {word.upper() for kind in kinds for language in Language for word in symbol_words(kind, language)}
    return frozenset({*words, *(name for language in Language for name in cited_organs(language) if name.isupper())})


def _is_joined(text: str, start: int, head: str, tail: str | None) -> bool:
    """Whether the number is a part of something longer: 1,887 (2009), MEPC 62/24."""
    before = text[start - 1]
    if tail:
        if before != " " or not text[start - 2 : start - 1].isupper():
            return False
        acronym = _ACRONYM.search(text[max(0, start - 12) : start])
        return acronym is not None and acronym.group().strip() not in _before_numbers()
    return before == "," and len(head) == 3 and text[start - 2 : start - 1].isdecimal()


def _bracketed(match: re.Match[str], forms: _Forms, head: int, *, lettered: bool) -> DocumentNumber | None:
    session = match["session"].replace(" ", "")
    if session.isdecimal():
        if not _FIRST_YEAR <= int(session) <= _LAST_YEAR or lettered:
            return None
        return DocumentNumber(match.start(), match.end(), "year", head, session)
    for text, mark in forms.marks.items():
        tight = text.replace(" ", "")
        if session.startswith(tight):
            session = mark + session.removeprefix(tight).lstrip("-")
            break
    prefix, count = re.fullmatch(r"((?:E?S-)?)(.*)", session).groups()  # type: ignore[union-attr]
    roman = to_roman(int(count)) if count.isdecimal() and 0 < int(count) < 90 else count
    if not from_roman(roman):
        return None
    return DocumentNumber(match.start(), match.end(), "roman", head, prefix + roman)


def printed_number(number: DocumentNumber, *, decision: bool = False) -> str:
    """The symbol that a number has where nothing but its shape is known: of the General Assembly, the Economic and
    Social Council by year, or the Security Council with a year in brackets."""
    kind = "DEC" if decision else "RES"
    if number.shape == "year":
        return f"S/{kind}/{number.head}({number.tail})"
    organ = "E" if number.shape == "yearly" else "A"
    mark = {"special": "S-", "emergency": "ES-"}.get(number.shape, "")
    return f"{organ}/{kind}/{mark}{number.head}/{number.tail}" + (f"[{number.letters}]" if number.letters else "")
