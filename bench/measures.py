"""What the finders give for one text: its sets of symbols, dates, States and treaties and its bag of numbers.

Each measure comes with its evidence, which does not run the finders: whether a value is printed in a text at all, by
the figures of a number, a year or a day, the names of a month, of a State or of a treaty. Where a language has no
evidence of a value that the others have, the texts differ; where it has, the finder is at fault.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from verbale.find.annotate import find_annotations
from verbale.find.setting import DocumentContext
from verbale.lexicon.date_words import date_words, month_numbers
from verbale.lexicon.tables import read_words
from verbale.model.annotation import Annotation, AnnotationKind
from verbale.model.language import Language
from verbale.model.node import Node, NodeKind

_SOFT = ("anaphoric", "descriptive")
_LETTER = re.compile(r"\[([A-Z]+)(?:-[A-Z])?\]$")
_HAN_FIGURES = "〇一二三四五六七八九十"


@dataclass(frozen=True, slots=True)
class Values:
    """What a text has: ``plain`` by itself, ``every`` also what its words only point to or describe."""

    plain: frozenset[str]
    every: frozenset[str]


@dataclass(frozen=True, slots=True)
class Measure:
    """A kind of value: how it is found in a text, and the evidence that a text prints it."""

    name: str
    values: Callable[[str, DocumentContext], Values]
    is_printed: Callable[[str, str, Language], bool]


def _found(text: str, setting: DocumentContext, kind: AnnotationKind) -> list[Annotation]:
    node = Node("1", NodeKind.PARAGRAPH, text, (), language=setting.language)
    return [one for one in find_annotations([node], setting) if one.kind is kind]


def _plainly(found: Iterable[str]) -> Values:
    values = frozenset(found)
    return Values(values, values)


def _symbols(text: str, setting: DocumentContext) -> Values:
    return _plainly(str(one.value["symbol"]) for one in _found(text, setting, AnnotationKind.CITATION))


def _dates(text: str, setting: DocumentContext) -> Values:
    dates = _found(text, setting, AnnotationKind.DATE)
    return _plainly(f"{one.value['start']}/{one.value['end']}" for one in dates)


def _named(found: Sequence[Annotation], key: str) -> Values:
    ids = [(one.value[key], any(one.value.get(flag) for flag in _SOFT)) for one in found]
    return Values(
        frozenset(name for name, soft in ids if isinstance(name, str) and not soft),
        frozenset(name for name, _ in ids if isinstance(name, str)),
    )


def _states(text: str, setting: DocumentContext) -> Values:
    return _named(_found(text, setting, AnnotationKind.STATE), "iso3")


def _treaties(text: str, setting: DocumentContext) -> Values:
    return _named(_found(text, setting, AnnotationKind.TREATY), "id")


def _numbers(text: str, setting: DocumentContext) -> Values:
    """The numbers above one, a second mention of the same number with a mark of its own (``3 #2``).

    Languages print the number one as an article or not at all; fuzzy quantities have no number.
    """
    found = (one.value["number"] for one in _found(text, setting, AnnotationKind.QUANTITY))
    counted = Counter(f"{float(number):.15g}" for number in found if isinstance(number, int | float) and number > 1)
    return _plainly(f"{number} #{place}" for number, count in counted.items() for place in range(1, count + 1))


def in_plain_figures(text: str) -> str:
    """A text with European figures for Arabic ones."""
    return text.translate({0x660 + figure: str(figure) for figure in range(10)})


def prints_symbol(symbol: str, text: str, language: Language) -> bool:
    """Whether the last two numbers of a symbol stand beside each other, in either order, with its part's letter."""
    letter = _LETTER.search(symbol)
    numbers = re.findall(r"\d+", _LETTER.sub("", symbol.split("(")[0]))[-2:]
    plain = in_plain_figures(text)
    shapes = {r"\D{1,4}".join(numbers), r"\D{1,4}".join(reversed(numbers))}
    found = [match for shape in shapes for match in re.finditer(rf"(?<!\d){shape}(?!\d)", plain)]
    if letter is None:
        return bool(found)
    names = {letter[1], *(row["text"] for row in read_words("part_letters") if row["letter"] == letter[1])}
    return any(re.match(rf" ?(?:{'|'.join(names)})(?!\w)", plain[match.end() :]) for match in found)


def prints_date(date: str, text: str, language: Language) -> bool:
    """Whether the figures and months of a date are in the text, each of the precision that it has.

    A bare year must stand there without a month, a month without a day; a date that is one day or year stands without
    the word for "since", one with an open end stands with it.
    """
    plain = in_plain_figures(text)
    start, end = date.split("/")
    if not all(_prints_day(part, plain, language) for part in {start, end} - {".."}):
        return False
    if ".." in (start, end):
        return any(_is_since(plain, match, language) for match in _places(start, plain, language))
    if start == end:
        return not all(_is_since(plain, match, language) for match in _places(start, plain, language))
    return True


def _places(date: str, text: str, language: Language) -> list[re.Match[str]]:
    """Where the first thing printed of a date is in the text: its day in all languages but Chinese, or its year."""
    year, *rest = date.removeprefix("--").split("-")
    first = rest[1] if len(rest) > 1 and language is not Language.ZH else year
    return list(re.finditer(rf"(?<![0-9])0?{int(first)}(?![0-9])", text))


def _is_since(text: str, place: re.Match[str], language: Language) -> bool:
    """Whether a word for "since" stands right before a date, or in Chinese behind it."""
    words = "|".join(map(re.escape, (*date_words("since", language), *date_words("since_after", language)))) or "(?!)"
    if language is Language.ZH:
        return re.match(rf" ?年?[ 0-9月日初中底末]{{0,10}}(?:{words})", text[place.end() :]) is not None
    return re.search(rf"(?:{words})(?: [^\W\d]{{1,9}}){{0,3}} ?$", text[: place.start()].lower()) is not None


def _prints_day(part: str, text: str, language: Language) -> bool:
    year, *rest = part.removeprefix("--").split("-") if not part.startswith("--") else ("", *part[2:].split("-"))
    figures = [figure for figure in (year, *rest[1:2]) if figure]
    if not all(re.search(rf"(?<![0-9])0?{figure.lstrip('0')}(?![0-9])", text) for figure in figures):
        return False
    if not rest:
        return _stands_bare(year, text, language)
    if language is Language.ZH:
        behind = "" if rest[1:] else "(?! ?[0-9]{1,2} ?[日、至-])"
        return re.search(rf"(?<![0-9]){int(rest[0])} ?月{behind}", text) is not None
    names = "|".join(re.escape(name) for name, number in month_numbers(language).items() if number == int(rest[0]))
    before = "" if rest[1:] else r"(?<![0-9] )(?<![0-9]er )(?<![0-9] de )"
    return re.search(rf"{before}(?<!\w)(?:{names})(?!\w)", text, re.IGNORECASE) is not None


def _stands_bare(year: str, text: str, language: Language) -> bool:
    """Whether a year stands somewhere without a month beside it."""
    if language is Language.ZH:
        return re.search(rf"(?<![0-9]){year}(?![0-9])(?! ?年 ?[0-9]{{1,2}} ?月)", text) is not None
    months = "|".join(sorted(map(re.escape, month_numbers(language)), key=len, reverse=True))
    befores = (text[: match.start()] for match in re.finditer(rf"(?<![0-9]){year}(?![0-9])", text))
    return any(re.search(rf"(?:{months})\.?,?(?: de)? ?$", before, re.IGNORECASE) is None for before in befores)


_SHORT = 3


@cache
def _names(table: str, column: str, language: Language) -> Mapping[str, tuple[str, ...]]:
    """The forms of each name in a table, without accents' variants: lower case, spaces closed up."""
    found: dict[str, list[str]] = {}
    for row in read_words(table):
        if row["language"] == language:
            found.setdefault(row[column], []).append(_closed(row["text"]))
    return {name: tuple(forms) for name, forms in found.items()}


def _closed(text: str) -> str:
    return re.sub(r"[\s\u2010-\u2015-]+", "", text).lower().replace("\u2019", "'")


def prints_state(state: str, text: str, language: Language) -> bool:
    """Whether any form of a State's name is in the text, inside longer words too, abbreviations as words."""
    closed = _closed(text)
    forms = _names("state_names", "state", language).get(state, ())
    spaced = language.spaced
    return any(
        form in closed if len(form) > _SHORT or not spaced else _stands_in_capitals(form, text) for form in forms
    )


def _stands_in_capitals(form: str, text: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(form.upper())}(?!\w)", text) is not None


def prints_treaty(treaty: str, text: str, language: Language) -> bool:
    """Whether any form of a treaty's name is in the text."""
    closed = _closed(text)
    return any(form in closed for form in _names("treaty_names", "treaty", language).get(treaty, ()))


@cache
def _numerals(language: Language) -> Mapping[float, tuple[str, ...]]:
    found: dict[float, list[str]] = {}
    for table in ("numerals", "number_words"):
        for row in read_words(table):
            if row["language"] == language and row["kind"] != "ordinal" and re.fullmatch(r"[0-9.]+", row["value"]):
                found.setdefault(float(row["value"]), []).append(row["text"])
    return {number: tuple(forms) for number, forms in found.items()}


@cache
def _dates_and_numbers(language: Language) -> re.Pattern[str]:
    """What has figures and is no quantity: days with their month, years in brackets, numbers with a slash."""
    months = "|".join(sorted(map(re.escape, month_numbers(language)), key=len, reverse=True)) or "(?!)"
    day = (
        r"\d+ ?[年月日]"
        if language is Language.ZH
        else rf"\d{{1,2}}(?:er|º)?(?: de)? (?:{months})(?: de)?(?: \d{{4}})?"
    )
    return re.compile(rf"{day}|[\d一二三四五六七八九十百]+ ?周年|\d+ ?\(\d{{4}}\)|\d+/\d+", re.IGNORECASE)


def prints_number(value: str, text: str, language: Language) -> bool:
    """Whether a number is in the text as often as it was counted, in figures or as a word."""
    number, _, place = value.partition(" #")
    figures = number.partition(".")[0]
    bare = _dates_and_numbers(language).sub(" ; ", in_plain_figures(text))
    grouped = re.sub(r"(?<=\d)[ .,\u00a0\u202f\u066c](?=\d{3}(?!\d))", "", bare)
    count = len(re.findall(rf"(?<!\d){re.escape(figures)}(?!\d)", grouped))
    words = _numerals(language).get(float(number), ())
    if language is Language.ZH:
        count += sum(text.count(word) for word in words if word and word[0] in _HAN_FIGURES + "两")
    else:
        lead = "[وفبكل]?" if language is Language.AR else ""
        shape = "|".join(sorted(map(re.escape, words), key=len, reverse=True))
        count += len(re.findall(rf"(?<!\w){lead}(?:{shape})(?!\w)", text, re.I)) if shape else 0
    return count >= int(place)


MEASURES: Mapping[str, Measure] = {
    measure.name: measure
    for measure in (
        Measure("symbol", _symbols, prints_symbol),
        Measure("date", _dates, prints_date),
        Measure("state", _states, prints_state),
        Measure("treaty", _treaties, prints_treaty),
        Measure("quantity", _numbers, prints_number),
    )
}
