"""The grammar of document symbols printed in full. Source: the symbol guide of the Dag Hammarskjöld Library.

Accepted forms, for example: ``A/RES/76/53``, ``A/77/123/Add.1``, ``S/RES/2775 (2025)``, ``NPT/CONF.2000/28 (Parts I
and II)``, ``A/76/ 444`` broken by the end of a line. What is typed may leave more out: ``64/55``, ``第 64/55 号决议``.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import NamedTuple

from verbale.lexicon.citing import citation_joints, symbol_words
from verbale.lexicon.han import NUMERALS, find_han
from verbale.lexicon.ordinals import find_ordinal
from verbale.lexicon.part_lists import Part, parts_pattern, split_parts
from verbale.lexicon.patterns import standing_patterns
from verbale.lexicon.printed import scannable
from verbale.lexicon.roman import to_roman
from verbale.lexicon.scanning import is_any_in
from verbale.lexicon.tables import read_words
from verbale.model.language import Language

_SEGMENT = r"[A-Za-z0-9]+(?:[.\-][A-Za-z0-9]+)*(?:\((?:[0-9]{1,3}|[IVXLC]{1,7})\))?"
_REMEMBERED = 4_096  # symbols: a document cites few, and some of them again and again
_LONGEST_SERIES = 24  # with what may stand in brackets behind it
_SLASH = r"(?:/|/ (?=[A-Z0-9]))"
_IN_BRACKETS = re.compile(r" ?\(([^()]{1,40})\)")
_TAIL = re.compile(r"(?:/ ?[A-Za-z]{2,12}\.? ?[0-9]+(?:/[0-9]+)?)+")
_NUMBERED = re.compile(r"[/.](?:[0-9]|[IVX]+\b)")
# The number of a note behind a full stop: A/77/123.4 is A/77/123.
_NOTE = re.compile(r"(?<=/[0-9])\.[0-9]+$|(?<=[0-9]{2})\.[0-9]+$")
_EU = re.compile(
    r"\(([A-ZА-Я]{4})\) ?(?:№ ?|No\.? ?)?([0-9]{4}/[0-9]{1,4})(?!\d)|([0-9]{4}/[0-9]{1,4})/([A-ZА-Я]{4})\b"
)
_LOOKALIKE = re.compile(r"[A-ZАЕСТ](?<![^\W_].)[A-ZАЕСТ]{0,5}/[0-9A-Za-zАВЕКМНОРСТХ./-]+")
_MAYBE = re.compile(r"/(?:(?<=[A-ZАЕСТ0-9)].) ?[A-ZА-Я]|(?<=[A-ZАЕСТ)].) ?[0-9])")
_LATIN = str.maketrans("АВЕКМНОРСТХ", "ABEKMHOPCTX")
_YEAR = re.compile(r"(?:19|20)[0-9]{2}")
_ROMAN_SESSION = re.compile(r"(?:E?S-)?[IVXL]+")
_PART = re.compile(r"(?:Parts?|Vols?|Sects?)\b\.? ?(.+)|Supp|Introduction|Income|Plan outline")
_PLURAL = {"Part": "Parts", "Vol.": "Vols.", "Sect.": "Sects."}
_PART_NUMBER = re.compile(r" [0-9]{1,2}(?![0-9])")  # INFCIRC/254/Rev.13/Part 1
_HAN_PART = re.compile(rf"第 ?([{NUMERALS}]+) ?(部分|卷)")
_BETWEEN = re.compile(r" ?(?:-|,|&) ?")
# Resolutions and decisions in any case of the letters: A/Res/76/53, s/res/1887.
_ANY_CASE = re.compile(
    r"[A-Za-z](?<![\w/.].)[A-Za-z]{0,3}/(?:[A-Za-z]{2,4}(?:\.[0-9]{1,2})?/)?(?:RES|DEC)/(?=[0-9ES])", re.IGNORECASE
)
_MIXED_CASE = re.compile("/(?!RES|DEC)[RrDd][Ee][SsCc]/")
_MODIFIER = re.compile(r"/(ADD|CORR|REV|AMEND|add|corr|rev|amend)\.(?=[0-9])")
_LETTERED = re.compile(r"(.*/[0-9]+)([A-Z](?:-[A-Z])?)")
# What may be a part of a symbol behind it: a bracket, a space before one, /Add.1.
_GOES_ON = frozenset(" (/")
_OF_SERIES = re.compile(r"(?<=UNEP/EA\.[0-9]/)(RES|DEC)(?=\.)", re.IGNORECASE)
# In a row of the table N stands for the number of a session.
_SESSION_NUMBER = "N"
_NUMBER_OF_SESSION = re.compile(r"[A-Z]{1,4}-[0-9]+/[0-9]+")


@cache
def _series() -> tuple[str, ...]:
    """What a symbol may begin with, as patterns: the first element of each row, a session's number after it."""
    heads = dict.fromkeys(row["series"].split("/")[0] for row in read_words("symbols"))
    patterns = []
    for head in sorted(heads, key=lambda head: (-len(head), head)):
        name, numbered, rest = re.fullmatch(r"([A-Z-]+?)(?:([.(-])N(\)?))?", head).groups()  # type: ignore[union-attr]
        number = f"[{numbered}][0-9]{{1,3}}" + (r"\)" if rest else "") if numbered else ""
        patterns.append(re.escape(name) + number)
    return tuple(patterns)


@cache
def symbol_pattern() -> re.Pattern[str]:
    """A symbol of a series of the table, with its year, session or part in brackets left out."""
    alone = standing_patterns(((name[0], name[1:]) for name in _series()), "[A-Za-z0-9/.-]")
    return re.compile(rf"(?:{alone})(?:\((?:[0-9]{{1,3}}|[A-Z]{{1,6}})\))?(?:{_SLASH}{_SEGMENT})+")


@cache
def _reports() -> tuple[re.Pattern[str], tuple[str, ...]]:
    """Series of the reports of one body each, which have a number in the place of the session or year.

    One pattern, of which each group is a series, and the bodies in the order of the groups.
    """
    rows = [row for row in read_words("symbols") if f"/{_SESSION_NUMBER}/" in row["series"]]
    series = "|".join(f"({re.escape(row['series']).replace(_SESSION_NUMBER, '[0-9]+')})" for row in rows)
    return re.compile(rf"(?:{series})(?:/Add\.[0-9]+)?"), tuple(row["organ"] for row in rows)


def reporting_organ(symbol: str) -> str | None:
    """The body whose report a symbol is: ``human_rights_council`` for ``A/73/53``; ``None`` for other documents."""
    pattern, organs = _reports()
    match = pattern.fullmatch(symbol)
    return organs[match.lastindex - 1] if match and match.lastindex else None


@cache
def _joined() -> re.Pattern[str]:
    return re.compile(rf"-(?=(?:{'|'.join(_series())})/)")


class Printed(NamedTuple):
    """A symbol printed in full: where it stands, and its notation of values."""

    start: int
    end: int
    symbol: str


def printed_symbols(text: str, language: Language | None = None) -> list[Printed]:
    """Every symbol printed in full in a text as it is scanned, in order; of joined ones (A/1/2-S/3/4) each.

    The language may be unknown. Whatever the case of the letters, a symbol is in the standard notation.
    """
    slash = text.find("/")
    if slash < 0:
        return []
    european = _find_european(text, language)
    if _MIXED_CASE.search(text):
        text = _ANY_CASE.sub(lambda match: match.group().upper(), text)
    if not _MAYBE.search(text):
        return european
    if language in (Language.RU, None) and not text.isascii():
        text = _LOOKALIKE.sub(lambda match: match.group().translate(_LATIN), text)
    found: list[Printed] = []
    last = text.find(" ", text.rfind("/") + 2)
    for match in symbol_pattern().finditer(text, max(slash - _LONGEST_SERIES, 0), last if last >= 0 else len(text)):
        if found and match.start() < found[-1].end:
            continue
        start = match.start()
        pieces = _joined().split(match.group()) if "-" in match.group() else [match.group()]
        for place, piece in enumerate(pieces):
            followed = place < len(pieces) - 1
            found += _of_piece(text, start, piece, language, followed=followed)
            start += len(piece) + 1
    return sorted([*found, *european], key=lambda one: one.start) if european else found


def _of_piece(text: str, start: int, piece: str, language: Language | None, *, followed: bool) -> list[Printed]:
    """The symbol of a piece of text with what stands in brackets behind it; of several parts each."""
    if "." in piece:
        whole, piece = piece, _NOTE.sub("", piece)
        # EC-55/3.4 is a decision of a body that numbers otherwise, and its first figures are no document.
        if whole != piece and _NUMBER_OF_SESSION.fullmatch(piece):
            return []
    if piece.endswith("/Part") and (number := _PART_NUMBER.match(text, start + len(piece))):
        piece += number.group()
    end, value = start + len(piece), piece.replace(" ", "")
    letters: list[Part] = []
    if not followed and (text[end : end + 1] in _GOES_ON or "/RES/" in value or "/DEC/" in value):
        end, value, letters = _with_brackets(text, end, value, language)
    value = _numbered(value)
    if not value:
        return []
    if not letters:
        return [Printed(start, end, value)]
    first, *others = letters
    return [
        Printed(start, first.end, f"{value}[{first.letters}]"),
        *(Printed(part.start, part.end, f"{value}[{part.letters}]") for part in others),
    ]


@lru_cache(maxsize=_REMEMBERED)
def _numbered(value: str) -> str:
    """A symbol in the usual case of what every series has: /Add.1, /Corr.2, and the resolutions of the Environment
    Assembly; empty where there is no number in it."""
    if not _NUMBERED.search(value):
        return ""
    if _MODIFIER.search(value):
        value = _MODIFIER.sub(lambda match: f"/{match[1].capitalize()}.", value)
    return _OF_SERIES.sub(lambda match: match[1].capitalize(), value) if value.startswith("UNEP/") else value


def _with_brackets(text: str, end: int, value: str, language: Language | None) -> tuple[int, str, list[Part]]:
    """The year, session or part behind a symbol, and what follows that: /Add.1, /Corr.2; the letters of parts."""
    match = _IN_BRACKETS.match(text, end) if "(" in text[end : end + 2] else None
    inside = _bracket(value, match[1], language) if match else ""
    adopted = "/RES/" in value or "/DEC/" in value
    if match and inside:
        end, value = match.end(), f"{value}({inside})"
    elif adopted and (lettered := _letters(value)):
        return end, lettered[0], [Part(end - len(lettered[1]), end, lettered[1])]
    if adopted and (letters := parts_pattern(language).match(text, end)):
        return end, value, split_parts(text, *letters.span(1), language)
    tail = _TAIL.match(text, end) if text.startswith("/", end) else None
    return (tail.end(), value + "".join(tail.group().split()), []) if tail else (end, value, [])


@lru_cache(maxsize=_REMEMBERED)
def _letters(value: str) -> tuple[str, str] | None:
    """The symbol of a resolution and the letters of the part that stand close up behind its number: 76/53A."""
    lettered = _LETTERED.fullmatch(value)
    return (lettered[1], lettered[2]) if lettered else None


def _bracket(value: str, inside: str, language: Language | None) -> str:
    """What stands in brackets as part of a symbol, as in English; empty when it is no part of one."""
    inside = inside.strip()
    if "/RES/" in value:
        fits = _YEAR.fullmatch(inside) if value.startswith("S/") else _ROMAN_SESSION.fullmatch(inside)
        return inside if fits else ""
    if not _PART.match(inside):
        inside = _in_english(inside, language)
    match = _PART.match(inside)
    if match is None:
        return ""
    for joint in ("and", *(citation_joints("and", language) if language else ())):
        inside = re.sub(rf"(?<=[IVX]) ?{re.escape(joint)} ?(?=[IVX])", "and", inside)
    if re.match(r"Part [IVX]+ ?(?:and|-|,)", inside):
        inside = inside.replace("Part", "Parts", 1)
    if inside.startswith("Parts"):
        inside = _BETWEEN.sub("and", inside, count=1)
    return "".join(inside.split()) if re.fullmatch(r"[A-Za-z0-9.\-, ]+", inside) else ""


@cache
def _part_words(language: Language) -> tuple[tuple[str, str], ...]:
    kinds = {"part": "Part", "volume": "Vol.", "section": "Sect."}
    words = {word: short for kind, short in kinds.items() for word in symbol_words(kind, language)}
    return tuple(sorted(words.items(), key=lambda item: -len(item[0])))


def _in_english(inside: str, language: Language | None) -> str:
    """``Partie I`` -> ``Part I``; the text itself when no word for a part stands first."""
    counted = _HAN_PART.fullmatch(inside)
    if counted is not None:
        return f"{'Part' if counted[2] == '部分' else 'Vol.'} {to_roman(find_han(counted[1]) or 0)}"
    for word, short in _part_words(language) if language else ():
        rest = inside[len(word) :].lstrip(" .")
        if inside.casefold().startswith(word.casefold()) and re.match(r"[IVX0-9]", rest):
            several = re.match(r"[IVX0-9]+[^IVX0-9]+[IVX0-9]", rest)
            return f"{_PLURAL[short] if several else short} {rest}"
        if language and inside.startswith(f"{word} ") and (number := find_ordinal(rest, language)):
            return f"{short} {to_roman(number)}"
    return inside


@cache
def _european_names(language: Language | None) -> frozenset[str]:
    return frozenset(
        name for one in ([language] if language else Language) for name in citation_joints("eu_policy", one)
    )


def _find_european(text: str, language: Language | None) -> list[Printed]:
    """Decisions on the common foreign and security policy: ``(CFSP) 2019/615``, ``2019/615/CFSP``."""
    names = _european_names(language)
    if not is_any_in(names, text):
        return []
    return [
        Printed(match.start(), match.end(), f"EU:CFSP/{match[2] or match[3]}")
        for match in _EU.finditer(text)
        if (match[1] or match[4]) in names
    ]


def find_symbols(text: str) -> list[str]:
    """Every document symbol printed in full, without spaces inside, in order."""
    scanned, _ = scannable(text)
    return [printed.symbol for printed in printed_symbols(scanned)]
