"""The numbers that a text prints: in figures of any grouping, in words, as ordinals, in Roman figures.

What belongs to a date, to the mark of a letter or to the number of a document is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from verbale.lexicon.document_numbers import from_roman
from verbale.lexicon.numerals import find_cardinals
from verbale.lexicon.ordinals import find_ordinals
from verbale.lexicon.printed import scannable
from verbale.model.annotation import Annotation, AnnotationKind
from verbale.model.concordance import Aspect
from verbale.model.language import Language
from verbale.model.span import Span

_DIGITS = re.compile(r"\d+")
# Figures behind a hyphen or a letter belong to a name (COVID-19, P2P), which other languages may call otherwise.
_NAME = r"(?P<name>(?<=[^\W\d_]-)|(?<=[A-Za-z]))?"
_FIGURES = re.compile(_NAME + r"(?:\d{1,3}(?:[ \u00a0]\d{3})+(?!\d)(?:[.,]\d+)?|\d+(?:/\d+)+|\d+(?:[.,]\d+)*)")
_CODE = re.compile(r"[A-Z]{2,}(?:/[\w.-]+)+")  # the mark of a letter
# Arabic sets groups of three as they stand on the line, from the right: 000 45 is 45,000.
_TURNED = re.compile(r"(?<!\d)(?P<low>\d{3}(?: \d{3})*) (?P<high>\d{1,2})(?!\d)")
_YEARS = re.compile(r"(\d{4})/\d{2}(\d{2})")  # 2021/2022 is 2021/22
_THOUSANDS = re.compile(r"[1-9]\d{0,2}(?:[ .,]\d{3})+")
_DISEASE = re.compile("\u51a0\u72b6\u75c5\u6bd2")  # 2019 is part of its name in Chinese
_TOO_SMALL = frozenset({"0", "1"})  # printed as an article, a pronoun or not at all
_TENS = frozenset(range(20, 100, 10))
_HUNDRED = 100
_NUMBERED = "(?:(?<=\u0631\u0642\u0645 )|(?<=\u0627\u0644\u0628\u0627\u0628 ))"  # supplement No. 12A, section 29A
_PART_A = re.compile(_NUMBERED + "\\d+ \u0623\u0644\u0641|\\d+ \u0623\u0644\u0641(?= ?\\()")
_ARABIC_AND = " \u0648"
# Between the parts of one number: each with the article in Arabic; a hyphen with a stray space in French.
_WITHIN = {Language.AR: re.compile(_ARABIC_AND), Language.FR: re.compile(" ?- | -")}
_BELOW_TWENTY = 20  # soixante-dix-sept
_ROMAN = re.compile(r"(?<![^\W\d_])([IVXL\u0425]{1,6})(?:er|e|re|ème)?(?![^\W\d_]|['\u2019])")  # L' is an article
# Law No. 10 of 2018 is Law No. 10/2018, article 20 (2) is article 20.2.
_OF_YEAR = re.compile(r"(?<!\d)(\d{1,3})\D{1,4}((?:19|20)\d{2})(?!\d)")
_UNDER = re.compile(r"(?<!\d)(\d{1,3}) ?\((\d{1,2})\)")
_FULL_HOUR = re.compile(r"\d{1,2}\.00|00/\d{1,2}")  # Arabic sets the hour behind
_PARTS = re.compile(r"\.|/(?=\d{4}$)|(?<=^00)/")
_PLAIN_WORD = 13  # from here on a number in words is never an article, a pronoun or part of an idiom


@dataclass(frozen=True, slots=True)
class Printed:
    """One value in one text. ``firm`` says that it is claimed plainly, and not only by a word that may mean less;
    ``worded`` that it is a number in words, where another language may say three decades for thirty years."""

    aspect: Aspect
    key: str
    start: int
    end: int
    firm: bool = True
    worded: bool = False


def find_printed_numbers(text: str, language: Language, found: list[Annotation], begin: int) -> Iterator[Printed]:
    """Every number outside dates, the numbers of documents and what stands before ``begin``, in figures or in words."""
    taken = sorted([Span(0, begin), *(Span(one.start, one.end) for one in _covering(text, found))])
    words = [one for one in _in_words(text, language) if not _touches(one.start, one.end, taken)]
    yield from words
    taken = sorted([*taken, *(Span(one.start, one.end) for one in words)])
    if language is Language.AR:
        for match in _TURNED.finditer(text):
            if not _touches(*match.span(), taken):
                key = match["high"] + "".join(reversed(match["low"].split(" ")))
                yield Printed(Aspect.NUMBER, key, *match.span())
                taken = sorted([*taken, Span(*match.span())])
    for match in _FIGURES.finditer(text):
        if not _touches(*match.span(), taken):
            key = figures_key(match.group())
            yield Printed(
                Aspect.NUMBER,
                key,
                *match.span(),
                _is_claimed(key) and match["name"] is None and not _DISEASE.match(text, match.end()),
            )
            parts = _PARTS.split(key)
            yield from (Printed(Aspect.NUMBER, part, *match.span(), False) for part in parts if len(parts) > 1)
    for pattern, mark in ((_OF_YEAR, "/"), (_UNDER, ".")):
        for match in pattern.finditer(text, begin):
            yield Printed(Aspect.NUMBER, mark.join(match.groups()), *match.span(), False)
    for match in _ROMAN.finditer(text):
        if (value := from_roman(match[1].replace("\u0425", "X"))) and not _touches(*match.span(), taken):
            yield Printed(Aspect.NUMBER, str(value), *match.span(), False)


def days_in(text: str, found: Iterable[Annotation]) -> Iterator[tuple[Aspect, str]]:
    """The figures of dates: a day in one language may be taken for a number in another."""
    for one in found:
        if one.kind is AnnotationKind.DATE:
            yield from ((Aspect.NUMBER, figures_key(day.group())) for day in _DIGITS.finditer(text, one.start, one.end))


def _in_words(text: str, language: Language) -> Iterator[Printed]:
    """Numbers of which a part is a word; in Arabic those of ones and tens with the article too."""
    scanned, offsets = scannable(text)
    spots: list[tuple[int, int, float]] = []
    for one in find_cardinals(scanned, language):
        grouped = language is Language.AR and " " in scanned[one.start : one.end]
        if one.value is not None and (one.form != "figures" or grouped) and not _PART_A.match(scanned, one.start):
            spots.append((one.start, one.end, one.value))
    ordinals = [(one.start, one.end, one.value) for one in find_ordinals(scanned, language)]
    spots = _outermost([*spots, *ordinals])
    if language in _WITHIN:
        spots = list(_compounds(sorted(spots), scanned, language))
    for start, end, value in spots:
        low, high = (start, end) if offsets is None else (offsets[start], offsets[end - 1] + 1)
        printed = text[low:high]
        worded = not any(char.isdecimal() for char in printed)
        # Arabic tens behind "and" may be those of a number whose ones are not known.
        joined = language is Language.AR and value in _TENS and text[low - 1 : low] == _ARABIC_AND.strip()
        firm = not worded or (_is_plain(value, printed) and not joined)
        yield Printed(Aspect.NUMBER, str(value), low, high, firm, worded)


def _outermost(spots: Sequence[tuple[int, int, float]]) -> list[tuple[int, int, float]]:
    """Of those that overlap the longest: a Chinese ordinal holds a cardinal, tens in Arabic are both."""
    kept: list[tuple[int, int, float]] = []
    for spot in sorted(spots, key=lambda one: (one[0] - one[1], one)):
        if not any(spot[0] < end and start < spot[1] for start, end, _ in kept):
            kept.append(spot)
    return kept


def _compounds(
    spots: Sequence[tuple[int, int, float]], text: str, language: Language
) -> Iterator[tuple[int, int, float]]:
    """Hundred, tens and ones of one number made one: the forty-four in Arabic, soixante- dix-septième in French."""
    before: tuple[int, int, float] | None = None
    for start, end, value in spots:
        within = before and _WITHIN[language].fullmatch(text, before[1], start)
        if before and within and _goes_on(before[2], value, language):
            before = (before[0], end, before[2] + value)
            continue
        if before:
            yield before
        before = (start, end, value)
    if before:
        yield before


def _goes_on(before: float, value: float, language: Language) -> bool:
    """Whether a part of a number may stand behind another: in Arabic tens behind ones, and either behind a hundred."""
    if language is Language.FR:
        return before in _TENS and value < _BELOW_TWENTY
    return (before % _HUNDRED < 10 and value in _TENS) or (before == _HUNDRED and value < 10)


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


def _is_plain(value: float, printed: str) -> bool:
    """Whether a number in words is surely one: powers of ten stand in many words (千年, percent)."""
    return value >= _PLAIN_WORD and len(printed) > 1 and str(value).rstrip("0") != "1"


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
