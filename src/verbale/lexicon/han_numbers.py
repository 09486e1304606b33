"""Numbers in Chinese text: 十二, 1.2亿, 一百四十三, 几十万, 第一四三; the values of the signs are rows."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from math import prod

from verbale.lexicon.counting import comparators
from verbale.lexicon.derived import derived_pattern, derived_words
from verbale.lexicon.figures import (
    DIGITS,
    HAN_FIGURES,
    LONGEST,
    SLASHED,
    figure_value,
    note_behind,
    stands_alone,
    without_codes,
)
from verbale.lexicon.han import by_figure, is_approximate, with_powers
from verbale.lexicon.number_grammar import FoundNumber, whole
from verbale.lexicon.number_words import beside_words
from verbale.lexicon.patterns import grouped
from verbale.lexicon.tables import read_words
from verbale.model.language import Language

_ZH = Language.ZH
_GREAT = 100  # powers from which on a sign may stand behind figures
_ORDINAL_MARK = re.compile("第 ?$")
_LEAST_PLACES = 2  # figures in a row that stand for their places
_SOME = "几"  # behind a number: that and some more


@dataclass(frozen=True, slots=True)
class _Han:
    """The pattern of Chinese numbers and of how one begins, and the values of its digits, powers and fuzzy words."""

    beginnings: re.Pattern[str]
    above_one: re.Pattern[str]
    pattern: re.Pattern[str]
    digits: Mapping[str, int]
    powers: Mapping[str, int]
    fuzzy: Mapping[str, int]
    vague: str


def _values(kind: str) -> dict[str, int]:
    rows = [row for table in ("numerals", "number_words") for row in read_words(table)]
    return {row["text"]: int(row["value"]) for row in rows if (row["language"], row["kind"]) == (_ZH, kind)}


@cache
def _han() -> _Han:
    cardinals = _values("cardinal")
    digits = {text: value for text, value in cardinals.items() if value < 10}
    powers = {text: value for text, value in _values("power").items() if len(text) == 1}
    fuzzy = _values("fuzzy")
    blockers = _values("blocker") | _values("name")
    vague = _values("vague")
    one = "".join([*digits, *powers])
    great = "".join(word for word, value in powers.items() if value >= _GREAT)
    more_than = "".join(one.text for one in comparators(_ZH) if one.after and len(one.text) == 1)
    units = "|".join(sorted(_values("unit")))
    hour, minute = (f"(?:{'|'.join(beside_words(kind, _ZH))})" for kind in ("clock", "minute"))
    no_vague = "".join(f"(?<!{re.escape(text)})" for text in beside_words("no_vague", _ZH))
    number = rf"\d+(?:\.\d+)?(?!{units})[{great}]+"
    # Words are not tried where a figure stands; the few that begin with one come first there.
    figured, worded = ([word for word in blockers if (word[0] in DIGITS) is begins] for begins in (True, False))
    vague_firsts = "".join(sorted({word[0] for word in vague}))
    pattern = (
        rf"(?=[0-9])(?:(?P<mark>[0-9]{SLASHED}(?= ?号|[^\w ]|$)|{grouped(figured)}"
        rf"|\d{{1,2}} ?{hour} ?\d{{1,2}} ?{minute})"
        rf"|(?P<plain>(?<![!-\u2e7f])[0-9]{{1,{LONGEST}}}(?=[\u3400-\u9fff])(?![{more_than}{great}]))"
        rf"|(?P<figures>{HAN_FIGURES})(?: ?[{more_than}]?(?=[{great}])(?!{units})(?P<great>[{great}]+)"
        rf"(?P<rest>(?:{number})*))?)"
        rf"|(?P<other>{grouped(worded)}|{derived_pattern(_ZH)})"
        rf"|(?=[{vague_firsts}]){no_vague}(?P<vague>(?:{grouped(vague)})[{''.join(powers)}]+)|(?P<fuzzy>{grouped(fuzzy)})"
        rf"|(?P<han>[{one}]+)"
    )
    words = (*worded, *fuzzy, *derived_words(_ZH), *(word + power for word in vague for power in powers))
    begin, above_one = _beginnings(f"{DIGITS}{one}", "".join(sign for sign in digits if digits[sign] == 1), words)
    return _Han(begin, above_one, re.compile(pattern), digits, powers, fuzzy, "".join(vague))


def _beginnings(signs: str, ones: str, words: Iterable[str]) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Runs of signs of numbers, and the first sign of any other word where the second may be that of one.

    The second pattern leaves out a one that stands alone.
    """
    others = [word for word in words if word[0] not in signs]
    firsts, seconds = ("".join(sorted({word[place] for word in others})) for place in (0, 1))
    begin, word = f"[{signs}{firsts}]", f"(?<=[{firsts}])(?=[{seconds}])"
    return (
        re.compile(f"{begin}(?:(?<![{firsts}])|{word})[{signs}]*"),
        re.compile(f"{begin}(?:(?<![{firsts}{ones}])|{word}|(?<=[{ones}])(?=[{signs}{_SOME}]))"),
    )


def han_seeds() -> frozenset[str]:
    """Characters and words of which one stands in every text with a number that is not all in figures."""
    return frozenset({*_han().digits, *_han().powers, *_han().fuzzy, _SOME})


def han_ones() -> frozenset[str]:
    """The characters for one."""
    return frozenset(sign for sign, value in _han().digits.items() if value == 1)


def han_beginnings() -> re.Pattern[str]:
    """The characters with which a number above one may begin."""
    return _han().above_one


def find_han_numbers(text: str) -> list[FoundNumber]:
    """Every number in a text as ``printed.scannable`` gives it, in order.

    One behind 第 is an ordinal, in characters of which the figures may stand for their places (第一四三). A row of
    figures elsewhere is of the form ``places``: a year, or an article behind another.
    """
    han = _han()
    found = []
    reached = 0
    # The engine skips to one of many characters, not to one of several patterns.
    for run in han.beginnings.finditer(text):
        begin, last = run.span()
        begin = max(begin, reached)
        while begin < last:
            match = han.pattern.match(text, begin)
            if match is None:
                begin += 1
                continue
            number = _number(match, han)
            if number is not None:
                found.append(number)
            begin = reached = number.end if number is not None else match.end()
    return list(_without_codes(found, text)) if "-" in text else found


def _number(match: re.Match[str], han: _Han) -> FoundNumber | None:
    start, end = match.span()
    match match.lastgroup:
        case "plain":
            return FoundNumber(start, end, int(match.group()), "figures")
        case "mark" | "other":
            return None
        case "fuzzy":
            return FoundNumber(start, end, None, "fuzzy", han.fuzzy[match.group()])
        case "vague":
            order = prod(han.powers[sign] for sign in match["vague"].lstrip(han.vague))
            return FoundNumber(start, end, None, "fuzzy", order)
        case "han":
            return _in_characters(match, han)
    return _in_figures(match, han)


def _in_characters(match: re.Match[str], han: _Han) -> FoundNumber | None:
    start, end = match.span()
    printed = match.group()[:LONGEST]
    mark = _ORDINAL_MARK.search(match.string, max(0, start - 2), start)
    start = mark.start() if mark else start
    if is_approximate(printed):
        order = with_powers(printed, han.digits, han.powers)
        return None if mark else FoundNumber(start, end, None, "fuzzy", order)
    if len(printed) >= _LEAST_PLACES and all(sign in han.digits for sign in printed):
        return FoundNumber(start, end, by_figure(printed), "places", ordinal=mark is not None)
    value = with_powers(printed, han.digits, han.powers)
    if not mark and match.string.startswith(_SOME, end):
        return FoundNumber(start, end + 1, None, "fuzzy", value)
    return FoundNumber(start, end, value, "words", ordinal=mark is not None)


def _in_figures(match: re.Match[str], han: _Han) -> FoundNumber | None:
    text, (start, end) = match.string, match.span()
    note = note_behind(text, start, end, _ZH) if match["great"] is None else None
    if end - start > LONGEST or not stands_alone(text, start, match.end("figures"), noted=note is not None):
        return None
    if match["great"] is None:
        end = note or end
        return FoundNumber(start, end, figure_value(text[start:end], _ZH), "figures")
    value = figure_value(match["figures"], _ZH) * _power(match["great"], han)
    for part in re.finditer(r"([\d.]+)(\D+)", match["rest"] or ""):
        value += float(part[1]) * _power(part[2], han)
    return FoundNumber(start, end, whole(value), "mixed")


def _power(signs: str, han: _Han) -> int:
    return prod(han.powers[sign] for sign in signs)


def _without_codes(found: list[FoundNumber], text: str) -> Iterator[FoundNumber]:
    figures = [(one.start, one.end) for one in found if one.form == "figures"]
    kept = frozenset(without_codes(figures, text))
    return (one for one in found if one.form != "figures" or (one.start, one.end) in kept)
