"""What a unit prints that does not depend on its language: symbols, dates, States, treaties, numbers.

Two questions are kept apart. A *claim* is a value that a finder saw or that is printed in figures. *Evidence* is any
form in which a value may stand in the text, in words or as part of something longer. A version lacks a value that the
others claim only where it has no evidence of it: a finder that saw less in one language makes no difference.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise

from verbale.concord.printed_numbers import PrintedValue, days_in, find_printed_numbers
from verbale.lexicon.date_words import date_words, month_numbers
from verbale.lexicon.han import with_powers
from verbale.lexicon.number_words import find_names
from verbale.lexicon.openers import find_opener_meanings
from verbale.lexicon.printed import scannable
from verbale.lexicon.roman import to_roman
from verbale.model.annotation import Annotation, AnnotationKind
from verbale.model.concordance import Aspect
from verbale.model.language import Language
from verbale.model.node import Node, NodeKind

_OF_KIND: Mapping[AnnotationKind, tuple[Aspect, str]] = {
    AnnotationKind.CITATION: (Aspect.SYMBOL, "symbol"),
    AnnotationKind.STATE: (Aspect.STATE, "iso3"),
    AnnotationKind.TREATY: (Aspect.TREATY, "id"),
}
# Marks of a mention that other languages may well leave to the context.
_SOFT = frozenset(
    {
        *("anaphoric", "descriptive", "implicit", "collective"),
        *("in_org_name", "in_treaty_name", "in_title", "inferred", "calendar"),
    }
)
_ARABIC_DUAL = re.compile(r"\w{2}(?:ان|ين|[اي](?= ))\b")  # says two by its ending
_NOT_NUMBERED = frozenset({NodeKind.TITLE, NodeKind.HEADING, NodeKind.SUBHEADING, NodeKind.REPLY_HEADING})
_ADJECTIVE = "state/adjective"
_CORRIGENDUM = "/Corr."  # issued in the languages that need one, and cited in these only
_SIGN = re.compile(r"[^\W_]")  # a figure or a letter, which a bullet has none of
_OPENED = frozenset({NodeKind.PREAMBLE, NodeKind.OPERATIVE})
_TYPES = frozenset({NodeKind.OPERATIVE, NodeKind.PARAGRAPH, NodeKind.ITEM})
_STEMS = "甲乙丙丁戊己庚辛壬癸"  # count items in old Chinese texts
_LABELS = rf"\d{{1,3}}|[a-z]{{1,2}}|[ivx]{{1,4}}|[一二三四五六七八九十]{{1,3}}|[{_STEMS}]"
_TYPED = re.compile(rf"\(?(?P<label>{_LABELS})(?:\) ?|[．、] ?|[.] | - )")
_OPENING = re.compile(r"\([^()]{1,4}\)|\d{1,3} ")
_OPEN = ".."
_ROMAN_END = 100  # the first parts of numbers (sessions) that are printed in Roman figures lie below it
_YEAR = 4  # figures
_GROUP = 3  # figures
_BETWEEN = r"[^\w]?"
_NOON = 12  # hours
_MILLION = "000000"


@dataclass(frozen=True, slots=True)
class ComparedUnit:
    """A node made ready for comparison.

    ``values`` are all values in reading order, firm or not; ``known`` are their keys with those that a finder left
    open; ``pairs`` are the citations with the date printed beside them and the counted things with their number;
    ``hours`` are those of the afternoon, which other languages count from midnight. ``typed`` is a number that is part
    of the text or of the paragraph before, ``None`` where there is none. Of a table ``cells`` are the nodes with their
    offsets in ``text``. ``acts`` are the meanings of the verb that opens a paragraph of a resolution.
    """

    node: Node
    language: Language
    text: str
    values: tuple[PrintedValue, ...]
    known: frozenset[tuple[Aspect, str]]
    pairs: frozenset[tuple[str, str]]
    links: frozenset[str]
    hours: frozenset[str]
    typed: str | None = None
    cells: tuple[tuple[int, Node], ...] = ()
    acts: frozenset[str] = frozenset()

    @property
    def label(self) -> str:
        """The number of the unit in Latin figures and letters, empty where none is printed or it is no such number."""
        if self.node.kind in _NOT_NUMBERED or (self.node.number and not _SIGN.search(self.node.number)):
            return ""
        return self.node.ref.rsplit(".", 1)[-1].split("~")[0] if self.node.number else self.typed or ""

    @property
    def opens(self) -> bool:
        """Whether the text begins with something short in brackets, as items do, or its number stands before it."""
        return self.typed is not None or _OPENING.match(self.text) is not None

    def claims(self, aspect: Aspect) -> list[PrintedValue]:
        """The firm values of one aspect."""
        return [value for value in self.values if value.firm and value.aspect is aspect]

    def shows(self, aspect: Aspect, key: str, *, of_years: bool = False) -> bool:
        """Whether there is evidence of a value in any form; a derived word (decennial) is one of so many years."""
        if (aspect, key) in self.known:
            return True
        if of_years and any(value.derived and value.of_years and value.key == key for value in self.values):
            return True
        if aspect is Aspect.NUMBER:
            return _shows_number(key, self)
        if aspect is Aspect.DATE:
            return _shows_date(key, self)
        if aspect is Aspect.SYMBOL:
            return _shows_symbol(key, self.text)
        return False


def unit_of(
    node: Node,
    language: Language,
    annotations: Iterable[Annotation],
    *,
    typed: str | None = None,
    cells: tuple[tuple[int, Node], ...] = (),
) -> ComparedUnit:
    """A node with what was found in it; ``typed`` is its number where that stands in the node before."""
    found = list(annotations)
    text = _in_step(node.text)
    may_type = typed is None and not node.number and not cells and node.kind in _TYPES
    match = _TYPED.match(text) if may_type else None
    named = [value for one in found for value in _named(one)]
    numbers = find_printed_numbers(text, language, found, match.end() if match else 0)
    values = sorted([*_outside_names(named, text, language), *numbers], key=lambda one: (one.start, one.end, one.key))
    known = {(value.aspect, value.key) for value in values if not value.derived}
    known |= {*_candidates(found), *days_in(text, found)}
    return ComparedUnit(
        node,
        language,
        text,
        tuple(values),
        frozenset(known),
        frozenset([*_pairs(found), *(_table_pairs(values) if cells else ())]),
        frozenset(filter(None, (link_key(link.target) for link in node.links))),
        frozenset(_hours(text, language, values)),
        _typed_label(match["label"]) if match else typed,
        cells,
        find_opener_meanings(text, language) if node.kind in _OPENED else frozenset(),
    )


def _outside_names(values: Iterable[PrintedValue], text: str, language: Language) -> Iterator[PrintedValue]:
    """The values, those not claimed that stand in a name: the year of COVID-19 is left out elsewhere."""
    names = find_names(text, language)
    for value in values:
        inside = any(start <= value.start and value.end <= end for start, end, _ in names)
        yield replace(value, firm=False) if inside else value


def _typed_label(printed: str) -> str:
    """A typed number in Latin figures and letters."""
    if printed in _STEMS:
        return chr(ord("a") + _STEMS.index(printed))
    return printed.lower() if printed.isascii() else str(with_powers(printed))


def _in_step(text: str) -> str:
    """The text in one kind of digit, dash and space, every character in its place."""
    scanned, places = scannable(text)
    if places is None:
        return scanned
    characters = list(text)
    for plain, start in zip(scanned, places.starts, strict=True):
        characters[start] = plain
    return "".join(characters)


def _named(one: Annotation) -> Iterator[PrintedValue]:
    """The claims of an annotation; of a date its first and its last day, if it has more than a year."""
    soft = any(one.value.get(mark) for mark in _SOFT)
    if one.kind is AnnotationKind.DATE:
        ends = {one.value.get("start"), one.value.get("end")} - {None, _OPEN, ""}
        for key in sorted(map(str, ends)):
            # A year alone is a number: where one finder sees a year, another may see the volume of a series.
            yield PrintedValue(Aspect.NUMBER if key.isdecimal() else Aspect.DATE, key, one.start, one.end, not soft)
    elif one.kind in _OF_KIND:
        aspect, name = _OF_KIND[one.kind]
        value = one.value.get(name)
        if isinstance(value, str):
            # An adjective may be one of the language, the people or a neighbour (sud-soudanais).
            plain = not soft and one.rule != _ADJECTIVE
            yield PrintedValue(aspect, value.split(_CORRIGENDUM)[0], one.start, one.end, plain)


def _candidates(found: Iterable[Annotation]) -> Iterator[tuple[Aspect, str]]:
    for one in found:
        candidates = one.value.get("candidates")
        aspect = Aspect.DATE if one.kind is AnnotationKind.DATE else _OF_KIND.get(one.kind, (None,))[0]
        if aspect and isinstance(candidates, list | tuple):
            yield from ((aspect, str(key)) for key in candidates)


def _pairs(found: Iterable[Annotation]) -> Iterator[tuple[str, str]]:
    for one in found:
        symbol, date = one.value.get("symbol"), one.value.get("date")
        if one.kind is AnnotationKind.CITATION and isinstance(symbol, str) and isinstance(date, str):
            yield symbol, date
        number, unit = one.value.get("number"), one.value.get("unit")
        if one.kind is AnnotationKind.QUANTITY and isinstance(unit, str) and isinstance(number, int | float):
            yield unit, str(number)


def _table_pairs(values: Sequence[PrintedValue]) -> Iterator[tuple[str, str]]:
    """Each State of a table with the number after it."""
    for one, following in pairwise(values):
        if one.aspect is Aspect.STATE and following.aspect is Aspect.NUMBER:
            yield one.key, following.key


def _shows_number(key: str, unit: ComparedUnit) -> bool:
    """Whether a year stands anywhere, or the parts of a number in turn (target 16.4 is 4-16 in Arabic)."""
    if "/" in key:
        return _stands(key, unit.text.replace(" ", "")) or _in_roman(key, unit.text)
    whole, _, part = key.partition(".")
    if _shares_million(key, unit) or _is_decade(key, unit):
        return True
    if not part and len(key) > _GROUP:
        return (len(key) == _YEAR and _has_figures(key, unit)) or _in_groups(key).search(unit.text) is not None
    if not part:
        return key in unit.hours or (key == "2" and _ARABIC_DUAL.search(unit.text) is not None)
    turned = re.search(rf"(?<!\d)(?:{whole}\W{part}|{part}\W{whole})(?!\d)", unit.text) is not None
    return turned or key in unit.hours


def _is_decade(key: str, unit: ComparedUnit) -> bool:
    """Whether a decade stands without its century (les années 90)."""
    if len(key) == _YEAR and key.startswith("19") and key[-1] in "09":
        return (Aspect.NUMBER, f"{key[2]}0") in unit.known
    return key.isdecimal() and len(key) == len("90") and key[-1] == "0" and (Aspect.NUMBER, f"19{key}") in unit.known


def _shares_million(key: str, unit: ComparedUnit) -> bool:
    """Whether a number has its millions from the one after it (between 720 and 811 million), here or elsewhere."""
    whole = key.removesuffix(_MILLION)
    if whole != key:
        others = (its for aspect, its in unit.known if aspect is Aspect.NUMBER and its.endswith(_MILLION))
        return (Aspect.NUMBER, whole) in unit.known and any(others)
    return (Aspect.NUMBER, key + _MILLION) in unit.known


def _in_roman(key: str, text: str) -> bool:
    """Whether the first part of a number stands in Roman figures: decision 10/2 is X/2."""
    first, _, rest = key.partition("/")
    roman = to_roman(int(first)) if first.isdecimal() and 0 < int(first[:4]) < _ROMAN_END else ""
    return bool(roman) and re.search(rf"(?<![^\W_]){roman}/{re.escape(rest)}(?!\d)", text) is not None


@cache
def _in_groups(key: str) -> re.Pattern[str]:
    """A number in groups of three, in their order or, as Arabic may have them, turned round."""
    first = len(key) % _GROUP or _GROUP
    groups = [key[:first], *(key[at : at + _GROUP] for at in range(first, len(key), _GROUP))]
    return re.compile(rf"(?<!\d)(?:{_BETWEEN.join(groups)}|{_BETWEEN.join(reversed(groups))})(?!\d)")


def _hours(text: str, language: Language, values: Iterable[PrintedValue]) -> Iterator[str]:
    """The hours of the afternoon that stand there, counted from noon, as they are counted from midnight."""
    if any(word in text for word in date_words("afternoon", language)):
        for one in values:
            hour, _, minutes = one.key.partition(".")
            if one.aspect is Aspect.NUMBER and hour.isdecimal() and int(hour[:4]) < _NOON:
                yield ".".join(filter(None, (str(int(hour) + _NOON), minutes)))


def _shows_date(key: str, unit: ComparedUnit) -> bool:
    """Whether the figures of the year and the day and the name of the month stand in the text."""
    year, *rest = key.removeprefix("--").split("-") if not key.startswith("--") else ("", *key[2:].split("-"))
    figures = [figure for figure in (year[:4], *rest[1:2]) if figure]
    if not all(_has_figures(figure.lstrip("0"), unit) for figure in figures):
        return False
    return not rest or _month(int(rest[0]), unit.language).search(unit.text) is not None


def _has_figures(figures: str, unit: ComparedUnit) -> bool:
    return (Aspect.NUMBER, figures) in unit.known or re.search(rf"(?<!\d)0?{figures}(?!\d)", unit.text) is not None


@cache
def _month(number: int, language: Language) -> re.Pattern[str]:
    names = sorted(name for name, its in month_numbers(language).items() if its == number)
    alternatives = "|".join(map(re.escape, names)) or "(?!)"
    if language is Language.ZH:
        return re.compile(rf"(?<![\d十])(?:{number} ?月|{alternatives})")  # 2月 is no part of 12月, nor 二月 of 十二月
    return re.compile(rf"(?i:{alternatives})(?!\w)")


_TAIL = re.compile(r"^\w+(?:/\w+)?/(?:RES|DEC)/(?P<number>(?:E?S-)?\d+/\d+)")
_BRACKETS = re.compile(r"[\[\]()\s]")


def _shows_symbol(key: str, text: str) -> bool:
    """Whether a symbol stands in the text as it is, or by its number (75/241)."""
    tight = _BRACKETS.sub("", text).upper()
    if _stands(_BRACKETS.sub("", key).upper(), tight):
        return True
    number = _TAIL.match(key)
    return number is not None and "[" not in key and _stands(number["number"], tight)


def _stands(wanted: str, text: str) -> bool:
    return re.search(rf"(?<!\d){re.escape(wanted)}(?!\d)", text) is not None


_OF_DOCUMENT = re.compile(r"(?i)undocs\.org/(?:(?:[a-z]{2})/)?(?P<symbol>[^?#]+)")


def link_key(target: str) -> str:
    """What a link leads to, whatever the language: the symbol of a document, else the address; empty for corrigenda."""
    match = _OF_DOCUMENT.search(target)
    if _CORRIGENDUM.upper() in target.upper():
        return ""
    return match["symbol"].strip("/ ").upper().replace(" ", "").replace("%20", "") if match else target.strip()
