"""The grammar of numbers in the six languages: figures, words, and both together.

Accepted forms, for example: ``8,500``, ``23 300``, ``1.500`` (Spanish), ``2,5`` (French), ``ten thousand``, ``двадцать
две тысячи``, ``ثلاثة وعشرون``, ``十二``, ``2 亿``, ``2.5 million``. Words are rows of ``numerals.csv`` and
``number_words.csv``; ordinals are read over and give no number.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from operator import attrgetter
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick, MatchKind

from verbale.lexicon.counting import comparators
from verbale.lexicon.han import FIGURES, with_powers
from verbale.lexicon.printed import scannable
from verbale.lexicon.scanning import find_words
from verbale.lexicon.tables import read_words
from verbale.model.language import Language

# Each pattern begins with one figure, so that the search skips to it instead of trying every alternative everywhere.
_DECIMAL_POINT = r"[0-9](?:\d{0,2}(?:,\d{3})+(?:\.\d+)?(?!\d)|\d{0,2}(?: \d{3})+(?:\.\d+)?(?!\d)|\d*\.\d+|\d*)"
_DECIMAL_COMMA = r"[0-9](?:\d{0,2}(?: \d{3})+(?:,\d+)?(?!\d)|\d*,\d+(?!\d)|\d*)"
_FULL_STOPS = r"[0-9](?:\d{0,2}(?:\.\d{3})+(?:,\d+)?(?!\d)|\d{0,2}(?: \d{3})+(?:,\d+)?(?!\d)|\d*,\d+(?!\d)|\d*)"
# Arabic text has groups of three in the order in which they stand on the line, from the right: 300 23 is 23,300.
_ARABIC = (
    r"[0-9](?:\d{2}(?: \d{3})* \d{1,3}(?!\d)|\d{0,2}(?:[ \u066c]\d{3})+(?:[.,\u066b]\d+)?(?!\d)"
    r"|\d*[.,\u066b]\d+(?!\d)|\d*)"
)
_FIGURES: Mapping[Language, re.Pattern[str]] = {
    Language.AR: re.compile(_ARABIC),
    Language.EN: re.compile(_DECIMAL_POINT),
    Language.ES: re.compile(_FULL_STOPS),
    Language.FR: re.compile(_FULL_STOPS),
    Language.RU: re.compile(_DECIMAL_COMMA),
    Language.ZH: re.compile(_DECIMAL_POINT),
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
_LONGEST = 18
# An ordinal's ending behind a dash has no more letters: 5-му, 20-ые.
_ENDING = 5
_START = attrgetter("start")
_POWERS = frozenset({"power", "plural"})
_READ_OVER = frozenset({"ordinal", "blocker"})
DIGITS = "0123456789"
_ARABIC_PREFIXES = "وفبكل"
_HAN_YEAR = re.compile(f"[{FIGURES}]{{3,}}")


class FoundNumber(NamedTuple):
    """A number and where it stands; a tuple, since a text has many.

    ``value`` is ``None`` for a fuzzy word (``thousands``), and ``order`` then says where it begins. ``form`` is
    ``figures``, ``words``, ``mixed``, ``fuzzy``, or ``dual`` for an Arabic noun that says two by its ending.
    """

    start: int
    end: int
    value: int | float | None
    form: str
    order: int | None = None


class _Word(NamedTuple):
    """One word of the tables.

    ``small`` is below 200; a ``power`` alone is its value, a ``plural`` one (millions) alone is fuzzy; an ``ordinal``
    and a ``blocker`` (pour cent) are read over.
    """

    value: int
    kind: str


class _Token(NamedTuple):
    start: int
    end: int
    value: int | float
    kind: str


@dataclass(frozen=True, slots=True)
class _Words:
    """All words for numbers of one language, as they may be printed."""

    automaton: AhoCorasick
    meaning: tuple[_Word, ...]
    joints: frozenset[str]


def printed_forms(text: str) -> set[str]:
    """A row's text as it may stand in a scannable text: with a capital too."""
    plain = scannable(text)[0]
    return {plain, plain[:1].upper() + plain[1:]}


@cache
def _meaning(language: Language) -> Mapping[str, _Word]:
    """The words of the tables as they may stand in a text."""
    meaning: dict[str, _Word] = {}
    for row in read_words("numerals"):
        if row["language"] == language:
            kind = "small" if row["kind"] == "cardinal" else "ordinal"
            for text in printed_forms(row["text"]):
                meaning.setdefault(text, _Word(int(row["value"]), kind))
    for row in read_words("number_words"):
        if row["language"] == language and row["kind"] != "joiner":
            for text in printed_forms(row["text"]):
                meaning[text] = _Word(int(row["value"]), row["kind"])
    return meaning


@cache
def _words(language: Language) -> _Words:
    rows = read_words("number_words")
    joints = {f" {row['text']} " for row in rows if row["language"] == language and row["kind"] == "joiner"}
    joints |= {" ", "-"}
    meaning = _meaning(language)
    if language is Language.AR:
        joints = {" ", " و"}
    texts = sorted(meaning)
    automaton = AhoCorasick(texts, matchkind=MatchKind.LeftmostLongest)
    return _Words(automaton, tuple(meaning[text] for text in texts), frozenset(joints))


@cache
def word_seeds(language: Language) -> frozenset[str]:
    """Words of which one stands in every text with a number that is not all in figures."""
    if language is Language.ZH:
        return frozenset({*_han().digits, *_han().powers, *_han().fuzzy})
    return frozenset(text for text, word in _meaning(language).items() if word.kind not in _READ_OVER)


@cache
def beginnings(language: Language, *, words: bool) -> re.Pattern[str] | None:
    """The characters of which one stands in every number that ``find_cardinals`` finds; ``None``: too many to say."""
    if language is Language.ZH:
        return _han().first
    return None if words else re.compile(f"[{DIGITS}]")


def find_cardinals(text: str, language: Language, *, words: bool = True) -> list[FoundNumber]:
    """Every cardinal number in the text, in order; ordinals and figures that are part of a longer mark left out.

    ``text`` is as ``printed.scannable`` gives it, and the offsets are in it. Without ``words`` only numbers in figures.
    """
    if language is Language.ZH:
        return _find_han(text)
    tokens = _figures(text, language)
    if words and (spelled := _word_tokens(text, language)):
        tokens = sorted([*tokens, *spelled], key=_START)
    return [number for group in _groups(tokens, text, language) if (number := _number(group)) is not None]


def _figures(text: str, language: Language) -> list[_Token]:
    """Numbers in figures that are no part of a longer mark (``76/53``, ``COVID-19``, ``1.A``, ``2nd``)."""
    # Arabic sets the groups of a number the other way about in a line of text, but not in a cell of a table.
    read_as = Language.EN if language is Language.AR and _CELL.fullmatch(text) else language
    return [
        _Token(start, end, _figure_value(text[start:end], read_as), "figures")
        for start, end in (match.span() for match in _FIGURES[language].finditer(text))
        if end - start <= _LONGEST and _stands_alone(text, start, end)
    ]


def _stands_alone(text: str, start: int, end: int) -> bool:
    """Whether nothing close up makes the figures part of something longer."""
    if start and (before := text[start - 1]) != " ":
        if before in "/_#@\\+" or (before.isalnum() and before < "\u2e80" and before not in _ARABIC_PREFIXES):
            return False
        # A range is two numbers; ``COVID-19`` and ``17.18.1`` are none.
        if before in "-.,:" and start > 1 and not text[start - 2].isspace():
            return before == "-" and text[start - 2].isdigit()
    if end == len(text):
        return True
    after = text[end]
    if after == " ":
        return True
    if after == "°":
        return text.startswith("C", end + 1)
    if after in "/_@\\ºª" or (after.isalnum() and after < "\u0600"):
        return False
    return not (after in ".,:-" and _goes_on(after, text[end + 1 : end + 2], text[end + 1 : end + _ENDING]))


def _goes_on(mark: str, following: str, word: str) -> bool:
    """Whether what follows a mark makes it part of something longer (``1.A``, ``10:30``, ``5-й``, not ``5-летний``)."""
    if mark == "-":
        return following.isalpha() and not following.isascii() and not (word.isalpha() and len(word) == _ENDING - 1)
    return following.isdigit() or (mark == "." and following.isalpha() and following.isascii())


def _figure_value(printed: str, language: Language) -> int | float:
    """The value of figures as printed: what parts thousands is dropped, the decimal mark is a full stop."""
    if printed.isdecimal():
        return int(printed)
    if language is Language.AR and printed[3:4] == " ":
        return int("".join(reversed(printed.split(" "))))
    plain = printed if printed[0] == "0" else _THOUSANDS[language].sub("", printed)
    plain = plain.translate(_DECIMAL_MARKS)
    return float(plain) if "." in plain else int(plain)


def _word_tokens(text: str, language: Language) -> list[_Token]:
    words = _words(language)
    length = len(text)
    found = []
    for index, start, end in find_words(words.automaton, text):
        if end < length and text[end].isalpha():
            continue
        if start and text[start - 1].isalpha() and not _is_prefixed(text, start, language):
            continue
        word = words.meaning[index]
        found.append(_Token(start, end, word.value, word.kind))
    return found


def _is_prefixed(text: str, start: int, language: Language) -> bool:
    """Whether only an Arabic letter such as ``و`` or ``ب`` stands between a word and the space before it."""
    if language is not Language.AR or text[start - 1] not in _ARABIC_PREFIXES:
        return False
    if start < 2 or not text[start - 2].isalpha():
        return True
    return text[start - 2] in "وف" and (start < 3 or not text[start - 3].isalpha())


def _groups(tokens: list[_Token], text: str, language: Language) -> Iterator[list[_Token]]:
    """Tokens that make one number: ``two`` ``hundred`` ``thousand``."""
    joints = _words(language).joints
    group: list[_Token] = []
    for token in tokens:
        if group and _joins(group[-1], token, text[group[-1].end : token.start], joints):
            group.append(token)
        else:
            if group:
                yield group
            group = [token]
    if group:
        yield group


def _joins(last: _Token, token: _Token, gap: str, joints: frozenset[str]) -> bool:
    if gap not in joints or {last.kind, token.kind} & {"fuzzy", "dual", "ordinal", "blocker"}:
        return False
    if token.kind in _POWERS:
        return gap in (" ", "-")
    if token.kind == "figures" or last.kind == "figures":
        return False
    if last.kind in ("power", "plural", "hundreds"):
        return token.value < last.value
    # Tens and ones; in Arabic the ones come first.
    if gap == " و":
        return last.value < 10 and token.value >= 20 and not token.value % 10
    return gap in (" ", "-") and last.value >= 20 and not last.value % 10 and 0 < token.value < 10


def _number(group: list[_Token]) -> FoundNumber | None:
    """The value of tokens that belong together; ``None`` for an ordinal."""
    first, last = group[0], group[-1]
    if first.kind == "figures" and first is last:
        return FoundNumber(first.start, first.end, _whole(first.value), "figures")
    if first.kind in _READ_OVER:
        return None
    if first.kind == "fuzzy" or (first.kind == "plural" and len(group) == 1):
        return FoundNumber(first.start, first.end, None, "fuzzy", int(first.value))
    total: int | float = 0
    part: int | float = 0
    for token in group:
        if token.kind not in _POWERS:
            part += token.value
        elif token.value < 1000:
            part = (part or 1) * token.value
        else:
            total += (part or (0 if total else 1)) * token.value
            part = 0
    form = "dual" if first.kind == "dual" else "words"
    if any(token.kind == "figures" for token in group):
        form = "figures" if len(group) == 1 else "mixed"
    return FoundNumber(first.start, last.end, _whole(total + part), form)


def _whole(value: int | float) -> int | float:
    """2.5 million is a whole number; rounding takes the trace of the binary fraction away."""
    if isinstance(value, int):
        return value
    rounded = float(f"{value:.15g}")
    return int(rounded) if rounded == int(rounded) else rounded


@dataclass(frozen=True, slots=True)
class _Han:
    """The pattern of Chinese numbers and of how one begins, and the values of its digits, powers and fuzzy words."""

    first: re.Pattern[str]
    pattern: re.Pattern[str]
    digits: Mapping[str, int]
    powers: Mapping[str, int]
    fuzzy: Mapping[str, int]


@cache
def _han() -> _Han:
    rows = [row for row in read_words("numerals") if row["language"] == Language.ZH and row["kind"] == "cardinal"]
    more = [row for row in read_words("number_words") if row["language"] == Language.ZH]
    digits = {row["text"]: int(row["value"]) for row in rows if len(row["text"]) == 1 and int(row["value"]) < 10}
    digits |= {row["text"]: int(row["value"]) for row in more if row["kind"] == "small"}
    powers = {row["text"]: int(row["value"]) for row in more if row["kind"] == "power" and len(row["text"]) == 1}
    fuzzy = {row["text"]: int(row["value"]) for row in more if row["kind"] == "fuzzy"}
    vague = "|".join(sorted(fuzzy, key=lambda word: (-len(word), word)))
    other = "|".join(sorted(row["text"] for row in more if row["kind"] == "blocker"))
    great = "".join(word for word, value in powers.items() if value >= 100)
    one = "".join([*digits, *powers])
    figures = _FIGURES[Language.ZH].pattern
    pattern = rf"(?P<other>{other})|(?P<fuzzy>{vague})|"
    more_than = "".join(one.text for one in comparators(Language.ZH) if one.after and len(one.text) == 1)
    units = "|".join(sorted(row["text"] for row in more if row["kind"] == "unit"))
    pattern += rf"(?P<figures>{figures})(?: ?[{more_than}]?(?!{units})(?P<great>[{great}]+))?|(?P<han>[{one}]+)"
    first = "".join(sorted({*DIGITS, *one, *(row["text"][0] for row in more if row["kind"] in ("fuzzy", "blocker"))}))
    return _Han(re.compile(f"[{first}]"), re.compile(pattern), digits, powers, fuzzy)


def _find_han(text: str) -> list[FoundNumber]:
    han = _han()
    found = []
    reached = 0
    # The engine skips to one of many characters, not to one of several patterns.
    while begin := han.first.search(text, reached):
        match = han.pattern.match(text, begin.start())
        if match is None:
            reached = begin.end()
            continue
        start, reached = match.span()
        end = reached
        kind = match.lastgroup
        if kind == "other":
            continue
        if kind == "fuzzy":
            found.append(FoundNumber(start, end, None, "fuzzy", han.fuzzy[match.group()]))
        elif kind == "han":
            if not _HAN_YEAR.fullmatch(match.group()):
                found.append(
                    FoundNumber(start, end, with_powers(match.group()[:_LONGEST], han.digits, han.powers), "words")
                )
        elif end - start <= _LONGEST and _stands_alone(text, start, match.end("figures")):
            value = _figure_value(match["figures"], Language.ZH)
            for power in match["great"] or "":
                value *= han.powers[power]
            found.append(FoundNumber(start, end, _whole(value), "mixed" if match["great"] else "figures"))
    return found
