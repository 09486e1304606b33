"""The grammar of document symbols printed in full. Source: the symbol guide of the Dag Hammarskjöld Library.

Accepted forms, for example: ``A/RES/76/53``, ``A/77/123/Add.1``, ``S/RES/2775 (2025)``, ``NPT/CONF.2000/28 (Parts I
and II)``, ``A/76/ 444`` broken by the end of a line. What is typed may leave more out: ``64/55``, ``第 64/55 号决议``.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import NamedTuple

from verbale.lexicon.citing import citation_joints, symbol_words
from verbale.lexicon.clauses import find_mentions
from verbale.lexicon.mentions import Mention
from verbale.lexicon.patterns import standing_patterns
from verbale.lexicon.printed import scannable
from verbale.lexicon.tables import read_words
from verbale.model.language import Language
from verbale.model.symbol import Symbol

_SERIES = (
    r"A|S|E|T|ST|CD|NPT|TPNW|CTBT|CTOC|CAC|CLCS|DP|TD|CCW|BWC|FCCC|UNEP|CERD|CCPR|CRC|CEDAW|CAT|CMW|CRPD|CED|HRI|ID|LC|"
    r"GC\.[0-9]{1,2}|PC|DC|PLEN|SPLOS|ISBA|UNW|HSP|JIU|ICCD|CBD|OPCW|MAG|LOS|IDB|UNITAR|ECE|UNICEF|DPI|MSC|TRANS|PBC|HS|APLC|CCM|ATT|GC"
)
_SEGMENT = r"[A-Za-z0-9]+(?:[.\-][A-Za-z0-9]+)*(?:\((?:[0-9]{1,3}|[IVXLC]{1,7})\))?"
_LONGEST_SERIES = 24  # with what may stand in brackets behind it
_STROKE = r"(?:/|/ (?=[A-Z0-9]))"
_IN_BRACKETS = re.compile(r" ?\(([^()]{1,40})\)")
_TAIL = re.compile(r"(?:/ ?[A-Za-z]{2,12}\.? ?[0-9]+(?:/[0-9]+)?)+")
_PART_LETTER = re.compile(r" ?(?<![A-Za-z])([A-Z])(?:-([A-Z]))?(?![A-Za-z'])")
_SERIES_ALONE = standing_patterns(((name[0], name[1:]) for name in _SERIES.split("|")), "[A-Za-z0-9/.]")
SYMBOL = re.compile(rf"(?:{_SERIES_ALONE})(?:\((?:[0-9]{{1,3}}|[A-Z]{{1,6}})\))?(?:{_STROKE}{_SEGMENT})+")
_JOINED = re.compile(rf"-(?=(?:{_SERIES})/)")
_NUMBERED = re.compile(r"[/.](?:[0-9]|[IVX]+\b)")
_NUMBER = re.compile(r"(?<![\d/.])((?:ES-|S-)?\d{1,3}/\d{1,3})(?:\s([A-Z]))?(?![\d/])")
_EU = re.compile(
    r"\(([A-ZА-Я]{4})\) ?(?:№ ?|No\.? ?)?([0-9]{4}/[0-9]{1,4})(?!\d)|([0-9]{4}/[0-9]{1,4})/([A-ZА-Я]{4})\b"
)
_LOOKALIKE = re.compile(r"[A-ZАЕСТ](?<![^\W_].)[A-ZАЕСТ]{0,5}/[0-9A-Za-zАВЕКМНОРСТХ./-]+")
_MAYBE = re.compile(r"/(?:(?<=[A-ZАЕСТ0-9)].) ?[A-ZА-Я]|(?<=[A-ZАЕСТ)].) ?[0-9])")
_LATIN = str.maketrans("АВЕКМНОРСТХ", "ABEKMHOPCTX")
_YEAR = re.compile(r"(?:19|20)[0-9]{2}")
_ROMAN_SESSION = re.compile(r"(?:E?S-)?[IVXL]+")
_PART = re.compile(r"(?:Parts?|Vols?|Sects?)\b\.? ?(.+)|Supp|Introduction|Income")
_PLURAL = {"Part": "Parts", "Vol.": "Vols.", "Sect.": "Sects."}
_BETWEEN = re.compile(r" ?(?:-|,|&) ?")


class Printed(NamedTuple):
    """A symbol printed in full: where it stands, and its notation of values."""

    start: int
    end: int
    symbol: str


def printed_symbols(text: str, language: Language | None = None) -> list[Printed]:
    """Every symbol printed in full in a text as it is scanned, in order; of joined ones (A/1/2-S/3/4) each."""
    stroke = text.find("/")
    if stroke < 0:
        return []
    european = _find_european(text, language)
    if not _MAYBE.search(text):
        return european
    if language is Language.RU:
        text = _LOOKALIKE.sub(lambda match: match.group().translate(_LATIN), text)
    found: list[Printed] = []
    for match in SYMBOL.finditer(text, max(stroke - _LONGEST_SERIES, 0)):
        if found and match.start() < found[-1].end:
            continue
        start = match.start()
        pieces = _JOINED.split(match.group())
        for place, piece in enumerate(pieces):
            end = start + len(piece)
            value = _tight(piece)
            if place == len(pieces) - 1:
                end, value = _with_brackets(text, end, value, language)
            if _NUMBERED.search(value):
                found.append(Printed(start, end, value))
            start += len(piece) + 1
    return sorted([*found, *european], key=lambda one: one.start) if european else found


def _tight(piece: str) -> str:
    return "".join(piece.split())


def _with_brackets(text: str, end: int, value: str, language: Language | None) -> tuple[int, str]:
    """The year, session, part or letter behind a symbol, and what follows that: /Add.1, /Corr.2."""
    match = _IN_BRACKETS.match(text, end)
    inside = _bracket(value, match[1], language) if match else ""
    if match and inside:
        end, value = match.end(), f"{value}({inside})"
    elif "/RES/" in value or "/DEC/" in value:
        letter = _PART_LETTER.match(text, end)
        if letter:
            return letter.end(), f"{value}[{letter[1]}" + (f"-{letter[2]}]" if letter[2] else "]")
        lettered = re.fullmatch(r"(.*/[0-9]+)([A-Z])", value)
        return end, f"{lettered[1]}[{lettered[2]}]" if lettered else value
    tail = _TAIL.match(text, end)
    return (tail.end(), value + _tight(tail.group())) if tail else (end, value)


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
    return _tight(inside) if re.fullmatch(r"[A-Za-z0-9.\-, ]+", inside) else ""


@cache
def _part_words(language: Language) -> tuple[tuple[str, str], ...]:
    kinds = {"part": "Part", "volume": "Vol.", "section": "Sect."}
    words = {word: short for kind, short in kinds.items() for word in symbol_words(kind, language)}
    return tuple(sorted(words.items(), key=lambda item: -len(item[0])))


def _in_english(inside: str, language: Language | None) -> str:
    """``Partie I`` -> ``Part I``; the text itself when no word for a part stands first."""
    for word, short in _part_words(language) if language else ():
        rest = inside[len(word) :].lstrip(" .")
        if inside.casefold().startswith(word.casefold()) and re.match(r"[IVX0-9]", rest):
            several = re.match(r"[IVX0-9]+[^IVX0-9]+[IVX0-9]", rest)
            return f"{_PLURAL[short] if several else short} {rest}"
    return inside


@cache
def _european_names(language: Language | None) -> frozenset[str]:
    return frozenset(
        name for one in ([language] if language else Language) for name in citation_joints("eu_policy", one)
    )


def _find_european(text: str, language: Language | None) -> list[Printed]:
    """Decisions on the common foreign and security policy: ``(CFSP) 2019/615``, ``2019/615/CFSP``."""
    names = _european_names(language)
    if not any(name in text for name in names):
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


@cache
def _resolution_words() -> tuple[str, ...]:
    return tuple(row["text"].casefold() for row in read_words("reply_headers") if row["key"] == "resolution")


def find_cited_resolutions(text: str) -> list[str]:
    """Symbols of the General Assembly resolutions that ``text`` names by number, as ``A/RES/76/53``.

    Empty when the word for a resolution does not stand in the text, in any of the six languages.
    """
    lowered = text.casefold()
    if not any(word in lowered for word in _resolution_words()):
        return [symbol for symbol in find_symbols(text) if symbol.startswith("A/RES/")]
    found = [f"A/RES/{match[1]}" + (f"[{match[2]}]" if match[2] else "") for match in _NUMBER.finditer(text)]
    return list(dict.fromkeys(found))


def resolve_symbol(text: str) -> tuple[Symbol, ...]:
    """What a person may mean by ``64/55``, ``a/77/123``, ``第64/55号决议``, ``resolution 1887 (2009)``.

    One symbol when it is plain, several when the number fits several bodies (the likeliest first), none when nothing
    of the kind is named.
    """
    typed, _ = scannable(unicodedata.normalize("NFKC", text).strip())
    full = printed_symbols(typed) or printed_symbols(typed.upper())
    if full:
        return tuple(dict.fromkeys(Symbol.parse(printed.symbol) for printed in full))
    for language in Language:
        mentions = find_mentions(typed, language)
        if mentions:
            return tuple(dict.fromkeys(Symbol.parse(name) for one in mentions for name in _likely(one)))
    # A number alone is taken for one of a resolution.
    bare = find_mentions(f"resolution {typed.upper()}", Language.EN)
    return tuple(dict.fromkeys(Symbol.parse(name) for one in bare for name in _likely(one)))


def _likely(mention: Mention) -> tuple[str, ...]:
    return mention.symbols[:1] if mention.sure else mention.symbols
