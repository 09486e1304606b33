"""The numbers that a text prints: in figures of any grouping, in words, as ordinals, in Roman figures.

What belongs to a date, to the mark of a letter, to the number of a document or to a name (COVID-19) is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from verbale.lexicon.derived import counts_anniversaries, derived_end, find_derived
from verbale.lexicon.measures import find_unit
from verbale.lexicon.number_grammar import FoundNumber
from verbale.lexicon.number_words import find_names
from verbale.lexicon.numerals import find_numbers
from verbale.lexicon.printed import printed_stretch, scannable
from verbale.lexicon.roman import from_roman
from verbale.model.annotation import Annotation, AnnotationKind
from verbale.model.concordance import Aspect
from verbale.model.language import Language
from verbale.model.span import Span

_DIGITS = re.compile(r"\d+")
# Figures behind a hyphen or a letter belong to a name (P2P), which other languages may call otherwise.
_NAME = r"(?P<name>(?<=[^\W\d_]-)|(?<=[A-Za-z]))?"
_FIGURES = re.compile(_NAME + r"(?:\d{1,3}(?:[ \u00a0]\d{3})+(?!\d)(?:[.,]\d+)?|\d+(?:/\d+)+|\d+(?:[.,]\d+)*)")
_CODE = re.compile(r"[A-Z]{2,}(?:/[\w.-]+)+")  # the mark of a letter
# Arabic sets groups of three as they stand on the line, from the right: 000 45 is 45,000.
_TURNED = re.compile(r"(?<!\d)(?P<low>\d{3}(?: \d{3})*) (?P<high>\d{1,2})(?!\d)")
_YEARS = re.compile(r"(\d{4})/\d{2}(\d{2})")  # 2021/2022 is 2021/22
_THOUSANDS = re.compile(r"[1-9]\d{0,2}(?:[ .,]\d{3})+")
_TOO_SMALL = frozenset({"0", "1"})  # printed as an article, a pronoun or not at all
_NUMBERED = "(?:(?<=\u0631\u0642\u0645 )|(?<=\u0627\u0644\u0628\u0627\u0628 ))"  # supplement No. 12A, section 29A
_PART_A = re.compile(_NUMBERED + "\\d+ \u0623\u0644\u0641|\\d+ \u0623\u0644\u0641(?= ?\\()")
_ROMAN = re.compile(r"(?<![^\W\d_])([IVXL\u0425]{1,6})(?:er|e|re|ème)?(?![^\W\d_]|['\u2019])")  # L' is an article
# Law No. 10 of 2018 is Law No. 10/2018, article 20 (2) is article 20.2.
_OF_YEAR = re.compile(r"(?<!\d)(\d{1,3})\D{1,4}((?:19|20)\d{2})(?!\d)")
_UNDER = re.compile(r"(?<!\d)(\d{1,3}) ?\((\d{1,2})\)")
_FULL_HOUR = re.compile(r"\d{1,2}\.00|00/\d{1,2}")  # Arabic sets the hour behind
_PARTS = re.compile(r"\.|/(?=\d{4}$)|(?<=^00)/")
_PLAIN_WORD = 13  # from here on a number in words is never an article, a pronoun or part of an idiom
_YEAR = "year"


@dataclass(frozen=True, slots=True)
class PrintedValue:
    """One value in one text. ``firm`` says that it is claimed plainly, and not only by a word that may mean less;
    ``worded`` that it is a number in words, where another language may say three decades for thirty years.

    ``of_years`` says that years or anniversaries are counted: another language may have a word that is derived from
    the number (``derived``), which is evidence of such a number and of no other."""

    aspect: Aspect
    key: str
    start: int
    end: int
    firm: bool = True
    worded: bool = False
    of_years: bool = False
    derived: bool = False


def find_printed_numbers(text: str, language: Language, found: list[Annotation], begin: int) -> Iterator[PrintedValue]:
    """Every number outside dates, the numbers of documents and what stands before ``begin``, in figures or in words."""
    taken = sorted([Span(0, begin), *(Span(one.start, one.end) for one in _covering(text, found))])
    words = [one for one in _in_words(text, language) if not _touches(one.start, one.end, taken)]
    yield from words
    taken = sorted([*taken, *(Span(one.start, one.end) for one in words)])
    if language is Language.AR:
        for match in _TURNED.finditer(text):
            if not _touches(*match.span(), taken):
                key = match["high"] + "".join(reversed(match["low"].split(" ")))
                yield PrintedValue(Aspect.NUMBER, key, *match.span())
                taken = sorted([*taken, Span(*match.span())])
    yield from _in_figures(text, language, taken)
    for pattern, mark in ((_OF_YEAR, "/"), (_UNDER, ".")):
        for match in pattern.finditer(text, begin):
            yield PrintedValue(Aspect.NUMBER, mark.join(match.groups()), *match.span(), False)
    for match in _ROMAN.finditer(text):
        if (value := from_roman(match[1].replace("\u0425", "X"))) and not _touches(*match.span(), taken):
            yield PrintedValue(Aspect.NUMBER, str(value), *match.span(), False)


def _in_figures(text: str, language: Language, taken: Sequence[Span]) -> Iterator[PrintedValue]:
    """Numbers all in figures, and each part of those that have several."""
    for match in _FIGURES.finditer(text):
        if not _touches(*match.span(), taken):
            key = figures_key(match.group())
            one = PrintedValue(Aspect.NUMBER, key, *match.span(), _is_claimed(key) and match["name"] is None)
            yield replace(
                one, of_years=one.firm and _counts_years(text, FoundNumber(*match.span(), 0, "figures"), language)
            )
            parts = _PARTS.split(key)
            yield from (PrintedValue(Aspect.NUMBER, part, *match.span(), False) for part in parts if len(parts) > 1)


def days_in(text: str, found: Iterable[Annotation]) -> Iterator[tuple[Aspect, str]]:
    """The figures of dates: a day in one language may be taken for a number in another."""
    for one in found:
        if one.kind is AnnotationKind.DATE:
            yield from ((Aspect.NUMBER, figures_key(day.group())) for day in _DIGITS.finditer(text, one.start, one.end))


def _in_words(text: str, language: Language) -> Iterator[PrintedValue]:
    """Numbers of which a part is a word, ordinals too, and those that belong to a derived word or to a name."""
    scanned, places = scannable(text)

    def placed(key: str, start: int, end: int) -> PrintedValue:
        low, high = printed_stretch(places, start, end)
        return PrintedValue(Aspect.NUMBER, key, low, high, False, worded=not any(map(str.isdecimal, text[low:high])))

    yield from (placed(str(value), start, end) for start, end, value in find_names(scanned, language))
    for word in find_derived(scanned, language):
        yield replace(placed(str(word.value), word.start, word.end), derived=True, of_years=word.unit == _YEAR)
    for number in find_numbers(scanned, language):
        end = derived_end(scanned, number.end, language)
        if end is not None:
            yield replace(placed(str(number.value), number.start, end), derived=True, of_years=True)
        elif number.value is not None and not _is_plain_figure(number, scanned, language):
            one = placed(str(number.value), number.start, number.end)
            firm = not one.worded or _is_plain(number.value, one.end - one.start)
            yield replace(one, firm=firm, of_years=_counts_years(scanned, number, language))


def _is_plain_figure(number: FoundNumber, text: str, language: Language) -> bool:
    """Whether a number is all in figures and in one piece, as all languages print it, or it is the letter of a part."""
    grouped = language is Language.AR and " " in text[number.start : number.end]
    return (number.form == "figures" and not grouped) or _PART_A.match(text, number.start) is not None


def _counts_years(text: str, number: FoundNumber, language: Language) -> bool:
    """Whether years or an anniversary are counted."""
    unit = find_unit(text, number, len(text), language)
    if unit is not None and unit.unit == _YEAR:
        return True
    return counts_anniversaries(text, number.start, number.end, language)


def _is_claimed(key: str) -> bool:
    """Whether figures are a number that the other languages must print: none that says one, no full hour."""
    return key not in _TOO_SMALL and not _FULL_HOUR.fullmatch(key)


def figures_key(printed: str) -> str:
    """Figures in one form: without what parts thousands, with a full stop before decimals."""
    plain = printed.replace("\u00a0", " ")
    if "/" in plain:
        return _YEARS.sub(r"\1/\2", plain)
    if _THOUSANDS.fullmatch(plain):
        return re.sub(r"\D", "", plain)
    whole, *decimals = re.split(r"[.,]", plain.replace(" ", ""))
    if len(decimals) == 1 and not whole.strip("0"):
        decimals = [decimals[0].rstrip("0")]
    return ".".join([whole.lstrip("0") or "0", *filter(None, decimals)])


def _is_plain(value: float, length: int) -> bool:
    """Whether a number in words is surely one: powers of ten stand in many words (千年, percent)."""
    return value >= _PLAIN_WORD and length > 1 and str(value).rstrip("0") != "1"


def _touches(start: int, end: int, taken: Sequence[Span]) -> bool:
    return any(one.start < end and start < one.end for one in taken)


_IN_SYMBOL = re.compile(
    r"[A-Z][A-Za-z.]*(?:/[\w.()-]+)+|(?:E?S-)?\d+ ?/ ?\d+|\d+(?= ?\( ?(?:\d{4}|[IVXLESد]))|\( ?\d{4} ?\)"
)


def _covering(text: str, found: Iterable[Annotation]) -> Iterator[Span]:
    """The stretches whose figures are no numbers: dates, marks of letters, of citations the number of the document."""
    yield from (Span(*match.span()) for match in _CODE.finditer(text))
    for one in found:
        if one.kind is AnnotationKind.DATE:
            yield Span(one.start, one.end)
        elif one.kind is AnnotationKind.CITATION:
            own = set(_DIGITS.findall(str(one.value.get("symbol") or one.value.get("candidates"))))
            stretch = text[one.start : one.end]
            for match in _IN_SYMBOL.finditer(stretch):
                yield Span(one.start + match.start(), one.start + match.end())
            for match in _DIGITS.finditer(stretch):
                if match.group() in own:
                    yield Span(one.start + match.start(), one.start + match.end())
