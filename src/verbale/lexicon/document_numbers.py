"""Numbers of resolutions and decisions as they are printed without a series: ``76/53``, ``49/75 K``, ``1887 (2009)``.

The grammar of one number; what document it names is for the clause to say (``clauses``).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from verbale.lexicon.citing import citation_joints, part_letters, session_marks
from verbale.lexicon.han import ONES, find_han
from verbale.lexicon.patterns import alternatives
from verbale.lexicon.roman import from_roman, to_roman
from verbale.model.language import Language

_FIRST_WITH_STROKE, _LAST_SESSION = 31, 99
_FIRST_YEAR = 1946
_LAST_YEAR = 2099
_ACRONYM = re.compile("[A-Z]{2} ")
_FIRST_SESSION = re.compile(rf"第 ?([{ONES}十]) ?㈠")
_JOINED = frozenset("0123456789/.ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz")


class DocumentNumber(NamedTuple):
    """A printed number: ``head`` before the stroke or bracket, ``tail`` after it.

    ``shape`` is ``session`` (76/53), ``special`` (S-10/2), ``emergency`` (ES-11/1), ``yearly`` (2021/5), ``year``
    (1887 (2009)) or ``roman`` (1514 (XV), whose tail is the session). ``letters`` are Latin: ``K``, ``A-C``.
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
    letter: re.Pattern[str]
    letters: dict[str, str]
    marks: dict[str, str]


@cache
def _forms(language: Language) -> _Forms:
    latin = [chr(code) for code in range(ord("A"), ord("Z") + 1)]
    # After Z the parts of a resolution go on with AA, BB.
    letters = {letter: letter for letter in (*latin, "AA", "BB", "CC", "DD")} | dict(part_letters(language))
    marks = {text.rstrip("-"): mark for text, mark in session_marks(language).items() if text} | {
        "S": "S-",
        "ES": "ES-",
    }
    letter = f"(?:{alternatives(letters)})(?![A-Za-zА-Яа-яء-ي'])"
    joint = alternatives([*citation_joints("to", language), *citation_joints("and", language)])
    several = rf"{letter}(?: ?(?:-|{joint}) ?{letter})*"
    # A part's letter stands close to a number with a stroke in Chinese only, elsewhere after a space.
    session = rf"(?:(?:{alternatives(marks)}) ?-? ?)?[IVXL0-9]{{1,8}}"
    after_stroke = rf" ?/ ?(?P<tail>[0-9]{{1,3}})(?![0-9]|[/.][0-9])(?: ?(?P<letters>{several}))?"
    bracket = rf"(?: ?(?P<early>{several}))? ?\( ?(?P<session>{session}) ?\)(?: (?P<late>{several}))?"
    number = rf"(?P<head>[0-9][0-9]{{0,3}})(?:{after_stroke}|{bracket})"
    return _Forms(
        re.compile(number),
        re.compile(rf"(?<![A-Za-z])({alternatives([mark for mark in marks if marks[mark]])}) ?- ?$"),
        re.compile(alternatives(letters)),
        letters,
        {text: marks[text] for text in sorted(marks, key=len, reverse=True)},
    )


def find_document_numbers(text: str, language: Language) -> list[DocumentNumber]:
    """All numbers of the shapes above in a text as it is scanned, whatever they count."""
    forms = _forms(language)
    found = [_number_of(match, forms) for match in forms.number.finditer(text)]
    if language is Language.AR:
        found = [_turned(number) for number in found]
    if language is Language.ZH and "㈠" in text:
        found += [_first_session(match) for match in _FIRST_SESSION.finditer(text)]
    return [number for number in found if number is not None]


@cache
def bracketed_seeds(language: Language) -> frozenset[str]:
    """How a bracket with a year or a session after a number begins: of these one stands in every such text."""
    begins = {*"IVXL0123456789", *_forms(language).marks}
    return frozenset({f"{bracket}{begin}" for bracket in ("(", "( ") for begin in begins})


def _turned(number: DocumentNumber | None) -> DocumentNumber | None:
    """In Arabic a session and its number are sometimes set the other way about: 235/55 is 55/235."""
    if number is None or number.shape != "session" or not number.head > _LAST_SESSION >= int(number.tail):
        return number
    if int(number.tail) < _FIRST_WITH_STROKE:
        return number
    return number._replace(head=int(number.tail), tail=str(number.head))


def _first_session(match: re.Match[str]) -> DocumentNumber:
    """第一㈠号 is 1 (I): resolutions of the first session have Chinese figures for both."""
    return DocumentNumber(match.start(1), match.end(), "roman", find_han(match[1]) or 0, "I")


def _number_of(match: re.Match[str], forms: _Forms) -> DocumentNumber | None:
    text, (start, end) = match.string, match.span()
    head, tail, letters = match.group("head", "tail", "letters")
    if start and _is_joined(text, start, head, tail):
        return None
    if not tail:
        return _bracketed(match, forms, int(head))
    shape = "yearly" if _FIRST_YEAR <= int(head) <= _LAST_YEAR else "session"
    before = text[max(0, start - 8) : start]
    mark = forms.mark.search(before) if "-" in before[-2:] else None
    if mark:
        start -= len(before) - mark.start()
        shape = {"S-": "special", "ES-": "emergency"}[forms.marks[mark[1]]]
    elif before.endswith("-") and before[-2:-1].isalpha() and before[-2:-1].isascii():
        return None
    return DocumentNumber(start, end, shape, int(head), str(int(tail)), _letters(letters, forms))


def _is_joined(text: str, start: int, head: str, tail: str | None) -> bool:
    """Whether the number goes on to the left: 1.76/53, 1,887 (2009), MEPC 62/24."""
    before = text[start - 1]
    if before in _JOINED:
        return True
    if tail:
        return before == " " and _ACRONYM.fullmatch(text, max(0, start - 3), start) is not None
    return before == "," and len(head) == 3 and text[start - 2 : start - 1].isdecimal()


def _bracketed(match: re.Match[str], forms: _Forms, head: int) -> DocumentNumber | None:
    session = match["session"].replace(" ", "")
    letters = _letters(match["early"] or match["late"], forms)
    if session.isdecimal():
        if not _FIRST_YEAR <= int(session) <= _LAST_YEAR or letters or match["early"]:
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
    return DocumentNumber(match.start(), match.end(), "roman", head, prefix + roman, letters)


def _letters(text: str | None, forms: _Forms) -> str:
    """``A to C``, ``A и B`` -> ``A-C``, ``A-B``; empty for none."""
    if not text:
        return ""
    found = [forms.letters[name] for name in forms.letter.findall(text)]
    return found[0] if len(found) == 1 else f"{found[0]}-{found[-1]}"
