"""Numbers in figures as each language groups them, and what is none: part of a mark, the number of a note, a code.

Accepted forms, for example: ``8,500`` (English), ``23 300``, ``1.500`` (Spanish), ``2,5`` (French), ``300 23`` (Arabic,
for 23,300). All texts are as ``printed.scannable`` gives them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from verbale.lexicon.counting import unit_words
from verbale.lexicon.number_words import POWERS, word_meanings
from verbale.lexicon.tables import read_words
from verbale.model.language import Language

# What follows the first figure of a number in a language.
_DECIMAL_POINT = r"\d{0,2}(?:,\d{3})+(?:\.\d+)?(?!\d)|\d{0,2}(?: \d{3})+(?:\.\d+)?(?!\d)|\d*\.\d+|\d*"
_DECIMAL_COMMA = r"\d{0,2}(?: \d{3})+(?:,\d+)?(?!\d)|\d*,\d+(?!\d)|\d*"
_FULL_STOPS = rf"\d{{0,2}}(?:\.\d{{3}})+(?:,\d+)?(?!\d)|{_DECIMAL_COMMA}"
# Arabic text has groups of three in the order in which they stand on the line, from the right: 300 23 is 23,300.
_ARABIC = (
    r"\d{2}(?: \d{3})* \d{1,3}(?!\d)|\d{0,2}(?:[ \u066c]\d{3})+(?:[.,\u066b]\d+)?(?!\d)"
    r"|\d*[.,\u066b]\d+(?!\d)|\d*"
)
_BEHIND_FIRST: Mapping[Language, str] = {
    Language.AR: _ARABIC,
    Language.EN: _DECIMAL_POINT,
    Language.ES: _FULL_STOPS,
    Language.FR: _FULL_STOPS,
    Language.RU: _DECIMAL_COMMA,
    Language.ZH: _DECIMAL_POINT,
}
SLASHED = r"(?<!-.)[0-9]*(?:/[0-9]+)+(?![ .,\u066b\u066c]?\d)"
"""What follows the first figure of those that a slash makes part of a longer mark, both sides read over at once."""
# Each pattern begins with one figure, so that the search skips to it instead of trying every alternative everywhere.
_FIGURES: Mapping[Language, re.Pattern[str]] = {
    language: re.compile(rf"[0-9](?:(?P<slashed>{SLASHED})|{rest})") for language, rest in _BEHIND_FIRST.items()
}
# What parts thousands in a language: any of these with three figures after it is no decimal mark.
_THOUSANDS: Mapping[Language, re.Pattern[str]] = {
    Language.AR: re.compile("\u066c"),
    Language.EN: re.compile(r",(?=\d{3}(?!\d))"),
    Language.ES: re.compile(r"\.(?=\d{3}(?!\d))"),
    Language.FR: re.compile(r"\.(?=\d{3}(?!\d))"),
    Language.RU: re.compile(r"(?!)"),
    Language.ZH: re.compile(r",(?=\d{3}(?!\d))"),
}
_DECIMAL_MARKS = str.maketrans({",": ".", "\u066b": ".", " ": None})
_CELL = re.compile(r" ?\d{3}(?: \d{3})+ ?")
HAN_FIGURES = rf"[0-9](?:{_DECIMAL_POINT})"
"""A number in figures in Chinese text, as part of a pattern."""
LONGEST = 18
"""A longer row of figures is no number."""
# An ordinal's ending behind a dash has no more letters: 5-му, 20-ые.
_ENDING = 5
DIGITS = "0123456789"
_ARABIC_PREFIXES = "وفبكل"
_SUPERSCRIPTS = "\u00b2\u00b3\u00b9\u2070\u2074\u2075\u2076\u2077\u2078\u2079"
_CENTURIES = "12"
_YEAR_NOTED = re.compile(r"(?P<figures>(?:19|20)\d\d)[.,]\d{1,3}(?= |$)")
_NOTED = re.compile(r"\.\d{1,3} (?=[^\W\d_a-zа-я])([^\W\d_]+)")
_WORD = re.compile(r" ([^\W\d_]+)")
_ROUND = re.compile(r"[1-9]\d?0*")

Span = tuple[int, int]


def find_figures(text: str, language: Language) -> list[tuple[int, int, int | float]]:
    """Start, end and value of the numbers in figures that are no part of a longer mark (``76/53``, ``1.A``, ``2nd``).

    Neither are those of a code (``22-10299``), nor is the number of a note that stands close up (``1970.3``).
    """
    # Arabic sets the groups of a number the other way about in a line of text, but not in a cell of a table.
    read_as = Language.EN if language is Language.AR and _CELL.fullmatch(text) else language
    noted = "." in text or "," in text
    spans = []
    for match in _FIGURES[language].finditer(text):
        if match.lastgroup:
            continue
        start, end = match.span()
        # Most stand between spaces, and have nothing in them or beside them to look at.
        if text[end : end + 1] == " " and text[start - 1 : start] == " " and match.group().isdecimal():
            if end - start <= LONGEST:
                spans.append((start, end))
            continue
        note = note_behind(text, start, end, language) if noted else None
        if end - start <= LONGEST and stands_alone(text, start, end, noted=note is not None):
            spans.append((start, note or end))
    if "-" in text:
        spans = list(without_codes(spans, text))
    return [(start, end, figure_value(text[start:end], read_as)) for start, end in spans]


def note_behind(text: str, start: int, end: int, language: Language) -> int | None:
    """Where figures end that have the number of a note close up behind the end of their sentence, or ``None``.

    That is so where the next word can open a sentence (``47.3 The``), and behind a year also where the text ends or the
    next word is no unit and no power (``1970.3 Resolution``).
    """
    year = _YEAR_NOTED.match(text, start) if text[start] in _CENTURIES else None
    if year is not None and end <= year.end():
        word = _WORD.match(text, year.end())
        return None if word and _may_be_counted(word[1].lower(), language) else year.end("figures")
    dot = text.find(".", start, end + 1)
    noted = _NOTED.match(text, dot) if dot > 0 else None
    return dot if noted and noted[1].lower() in _openers(language) else None


@cache
def _openers(language: Language) -> frozenset[str]:
    """Words with which a sentence may begin, in small letters."""
    return frozenset(row["text"] for row in read_words("function_words") if row["language"] == language)


@cache
def _counted(language: Language) -> frozenset[str]:
    """The first words of units and powers, which may stand behind decimals."""
    units = {one.text.split(" ")[0].lower() for one in unit_words(language)}
    return frozenset(units | {text.lower() for text, word in word_meanings(language).items() if word.kind in POWERS})


def _may_be_counted(word: str, language: Language) -> bool:
    return language is Language.ZH or word in _counted(language)


def stands_alone(text: str, start: int, end: int, *, noted: bool = False) -> bool:
    """Whether nothing close up makes the figures part of something longer but, where ``noted``, a note's number."""
    if start and (before := text[start - 1]) != " ":
        if before in "/_#@\\+" or (before.isalnum() and before < "\u2e80" and before not in _ARABIC_PREFIXES):
            return False
        # A range is two numbers; ``COVID-19`` and ``17.18.1`` are none.
        if before in "-.,:" and start > 1 and not text[start - 2].isspace():
            return before == "-" and text[start - 2].isdigit()
    if noted or end == len(text):
        return True
    after = text[end]
    if after == " ":
        return True
    if after == "°":
        return text.startswith("C", end + 1)
    if after in _SUPERSCRIPTS:
        return text[start:end] != "10"  # a power of ten
    if after in "/_@\\ºª" or (after.isalnum() and after < "\u0600"):
        return False
    return not (after in ".,:-" and _goes_on(after, text[end + 1 : end + 2], text[end + 1 : end + _ENDING]))


def _goes_on(mark: str, following: str, word: str) -> bool:
    """Whether what follows a mark makes it part of something longer (``1.A``, ``10:30``, ``5-й``, not ``5-летний``)."""
    if mark == "-":
        return following.isalpha() and not following.isascii() and not (word.isalpha() and len(word) == _ENDING - 1)
    return following.isdigit() or (mark == "." and following.isalpha() and following.isascii())


def without_codes(spans: Sequence[Span], text: str) -> Iterator[Span]:
    """The spans without those of codes: ``22-10299``, ``3-5678`` and rows of three are no ranges."""
    run: list[Span] = []
    for span in spans:
        if run and text[run[-1][1] : span[0]] != "-":
            yield from run if _is_range(run, text) else ()
            run = []
        run.append(span)
    yield from run if _is_range(run, text) else ()


def _is_range(run: Sequence[Span], text: str) -> bool:
    """Whether numbers joined by hyphens are one, or the lesser and the greater end of a range: 15-24, 10-1000."""
    if len(run) < 2:
        return True
    first, *_, last = (text[start:end] for start, end in run)
    if len(run) > 2 or not (first.isdecimal() and last.isdecimal()):
        return len(run) == 2
    if first[0] == "0" or last[0] == "0" or int(first) >= int(last):
        return False
    return len(last) - len(first) < 2 or _ROUND.fullmatch(last) is not None


def figure_value(printed: str, language: Language) -> int | float:
    """The value of figures as printed: what parts thousands is dropped, the decimal mark is a full stop."""
    if printed.isdecimal():
        return int(printed)
    if language is Language.AR and printed[3:4] == " ":
        return int("".join(reversed(printed.split(" "))))
    plain = printed if printed[0] == "0" else _THOUSANDS[language].sub("", printed)
    plain = plain.translate(_DECIMAL_MARKS)
    return float(plain) if "." in plain else int(plain)
