"""Days and years in words, written out in figures so that one grammar reads them all.

Only a number beside the name of a month is written out, or a year behind the word for one: ``le neuf mai deux mille
vingt-deux``, ``the ninth day of May``, ``в две тысячи десятом году``. All others stay as they are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from verbale.lexicon.date_shapes import BARE_OPENERS, DateWords
from verbale.lexicon.date_words import date_words, words_pattern, year_openers
from verbale.lexicon.numerals import find_cardinals, find_ordinals
from verbale.lexicon.patterns import alternatives
from verbale.lexicon.tables import read_words
from verbale.model.language import Language

_REACH = 60  # characters of a number in words
_LAST_DAY = 31  # of any month
_CENTURY = 100  # years; what is less are the tens and ones of a year
_FIRST_TENS = 10  # the least number that tells behind "twenty" that both are a year
# Days are ordinals in these, and in the two others cardinals as well.
_CARDINAL_DAYS = frozenset({Language.FR, Language.ES})
_LINKED = frozenset({Language.AR, Language.ES})
_ARABIC_PREFIXES = "وفبكل"


class Spelled(NamedTuple):
    """A number in words at its place, and what it is in figures."""

    start: int
    end: int
    value: int


class WrittenOut(NamedTuple):
    """A text with figures for words; ``origin`` has for each place in it (and its end) the place in the text given."""

    text: str
    origin: Sequence[int]


def write_out(text: str, language: Language, words: DateWords) -> WrittenOut | None:
    """The text with the days and years beside its months in figures; ``None`` when none is in words.

    ``text`` is as ``printed.scannable`` gives it, ``words`` are the words of dates in it.
    """
    months, years = words
    if not years and not _lack_figures(text, language, months):
        return None
    spelled = {found.start: found for found in _beside(text, language, months)}
    if years:
        spelled |= {found.start: found for found in _lone_years(text, language)}
    if not spelled:
        return None
    pieces: list[str] = []
    origin: list[int] = []
    reached = 0
    for found in (spelled[start] for start in sorted(spelled)):
        if found.start < reached:
            continue
        figures = str(found.value)
        pieces += [text[reached : found.start], figures]
        origin += [*range(reached, found.start), *[found.start] * len(figures)]
        reached = found.end
    return WrittenOut("".join([*pieces, text[reached:]]), [*origin, *range(reached, len(text) + 1)])


def _beside(text: str, language: Language, months: Sequence[tuple[int, int]]) -> Iterator[Spelled]:
    reached = 0
    for start, end in months:
        behind = None if _figure_behind(text, end) else _behind(text, end, language)
        if behind is not None:
            yield from behind
        if not _figure_before(text, start):
            dated = behind is not None or _figure_year(language).match(text, end) is not None
            # The second word of تشرين الثاني is no day of the month behind it.
            yield from (day for day in _days_before(text, start, language, dated) if day.start >= reached)
        reached = end


def _lack_figures(text: str, language: Language, months: Sequence[tuple[int, int]]) -> bool:
    """Whether some month has no figure where its day may be: before it, in English behind it as well."""
    for start, end in months:
        if not _figure_before(text, start):
            return True
        if language is Language.EN and text[end + 1 : end + 2].isalpha():
            return True
    return False


def _figure_before(text: str, month: int) -> bool:
    """Whether a figure stands before a month, or one short word between them: most have one; or another name for it."""
    return text[month - 2 : month - 1].isdigit() or text[month - 5 : month - 4].isdigit() or text[month - 1] == "/"


def _figure_behind(text: str, month: int) -> bool:
    """Whether a figure stands behind the end of a month, or one short word between them; or another name for it."""
    return (
        text[month + 1 : month + 2].isdigit() or text[month + 4 : month + 5].isdigit() or text[month : month + 1] == "/"
    )


def _behind(text: str, end: int, language: Language) -> list[Spelled] | None:
    """The year in words behind a month, in English with the day that may stand between them."""
    day = _english_day(text, end) if language is Language.EN else None
    year = _year_at(text, day.end if day else end, language)
    if year is None:
        dated = day is not None and _figure_year(language).match(text, day.end) is not None
        return [day] if day and dated else None
    return [day, year] if day else [year]


def _english_day(text: str, end: int) -> Spelled | None:
    """``May the ninth``: an ordinal behind the month."""
    gap = _ARTICLE.match(text, end)
    if gap is None or not text[gap.end() : gap.end() + 1].isalpha():
        return None
    found = find_ordinals(text[gap.end() : gap.end() + _REACH], Language.EN)
    day = found[0].value if found and not found[0].start else None
    if not isinstance(day, int) or day > _LAST_DAY:
        return None
    return Spelled(gap.end(), gap.end() + found[0].end, day)


_ARTICLE = re.compile(r",? (?:the )?")


@cache
def _figure_year(language: Language) -> re.Pattern[str]:
    return re.compile(rf",? (?:(?:{words_pattern('of', language)}) )?[12][0-9]{{3}}(?![0-9])")


@cache
def _year_pattern(language: Language) -> re.Pattern[str]:
    """A year in words behind a month: how it begins."""
    return re.compile(rf",? (?:(?:{words_pattern('of', language)}) )?(?P<opener>{_openers(language)})(?!\w)", re.I)


@cache
def _openers(language: Language) -> str:
    return alternatives(year_openers(language))


def _year_at(text: str, place: int, language: Language) -> Spelled | None:
    match = _year_pattern(language).match(text, place)
    return _year_of(text, match, language) if match else None


def _year_of(text: str, match: re.Match[str], language: Language) -> Spelled | None:
    """The year that begins with its hundreds in ``match``, with the tens and ones behind them."""
    start, end = match.span("opener")
    opener = match["opener"].lower()
    hundreds = year_openers(language)[opener]
    gap = _gap(language).match(text, end)
    rest = _number_at(text, gap.end(), language) if gap else None
    if rest is not None and rest.value < _CENTURY:
        # Of "twenty twenty-two" the first word says hundreds only before tens.
        if opener in BARE_OPENERS and rest.value < _FIRST_TENS:
            return None
        return Spelled(start, rest.end, hundreds + rest.value)
    return None if opener in BARE_OPENERS else Spelled(start, end, hundreds)


@cache
def _gap(language: Language) -> re.Pattern[str]:
    """What stands between the hundreds of a year and the rest of it."""
    if language is Language.AR:
        return re.compile(" و ?")
    joiners = (row["text"] for row in read_words("number_words") if row["language"] == language)
    kinds = alternatives(text for text in joiners if text in date_words("and", language))
    return re.compile(rf"(?: |-)(?:(?:{kinds}) )?")


def _number_at(text: str, place: int, language: Language) -> Spelled | None:
    """The number in words that begins at a place, an ordinal before a cardinal: двадцать второго."""
    window = text[place : place + _REACH]
    for ordinal in find_ordinals(window, language)[:1] if language is Language.RU else ():
        if ordinal.start == 0 and isinstance(ordinal.value, int):
            return Spelled(place, place + ordinal.end, ordinal.value)
    for number in find_cardinals(window, language)[:1]:
        if number.start == 0 and number.form == "words" and isinstance(number.value, int):
            return Spelled(place, place + number.end, number.value)
    return None


def _days_before(text: str, month: int, language: Language, dated: bool) -> Iterator[Spelled]:
    """The days in words before a month, the last first; ``dated``: a year follows the month."""
    match = _last_word(language).search(text, max(0, month - _REACH), month)
    if match is None or match["word"].lower() not in _last_words(language):
        return
    linked = bool(match["of"] or match["days"])
    # Spanish and Arabic link a day to its month; "the second March meeting" is none, "the second of March" is.
    if not linked and (language in _LINKED or (language is Language.EN and not dated)):
        return
    day = _day_ending(text, match.end("word"), language, sure=dated or bool(match["days"]))
    while day is not None:
        yield day
        joint = _joint(language).search(text, max(0, day.start - _REACH), day.start)
        day = _day_ending(text, joint.end("word"), language, sure=True) if joint else None


def _day_ending(text: str, end: int, language: Language, *, sure: bool) -> Spelled | None:
    """The day in words that ends at a place; a cardinal that is not ``sure`` only behind an article."""
    low = max(0, end - _REACH)
    window = text[low:end]
    for ordinal in find_ordinals(window, language)[-1:]:
        if ordinal.end == len(window) and isinstance(ordinal.value, int) and ordinal.value <= _LAST_DAY:
            return Spelled(low + ordinal.start, end, ordinal.value)
    for number in find_cardinals(window, language)[-1:] if language in _CARDINAL_DAYS else ():
        if number.end == len(window) and number.form == "words" and isinstance(number.value, int):
            fits = 0 < number.value <= _LAST_DAY and (sure or _article(language).search(window, 0, number.start))
            return Spelled(low + number.start, end, number.value) if fits else None
    return None


@cache
def _last_word(language: Language) -> re.Pattern[str]:
    """The last word before a month, less the words that say "day of the month of"."""
    of, days = words_pattern("of", language), words_pattern("day_word", language)
    return re.compile(rf"(?P<word>[^\W\d_]+) (?P<days>(?:{days}) )?(?P<of>(?:{of})(?: |(?<=')))?\Z")


@cache
def _joint(language: Language) -> re.Pattern[str]:
    """What joins a day to the one behind it."""
    if language is Language.AR:
        return re.compile(r"(?P<word>[^\W\d_]+) (?:و|(?:إلى|حتى) )\Z")
    joints = alternatives({*date_words("and", language), *date_words("to", language)})
    article = alternatives(date_words("article", language))
    return re.compile(rf"(?P<word>[^\W\d_]+)(?:,|,? (?:{joints})) (?:(?:{article}) )?\Z", re.IGNORECASE)


@cache
def _last_words(language: Language) -> frozenset[str]:
    """The last words of the numbers that are days, small."""
    rows = (row for row in read_words("numerals") if row["language"] == language and int(row["value"]) <= _LAST_DAY)
    words = {re.split("[ -]", row["text"].lower())[-1] for row in rows}
    return frozenset(words | {letter + word for word in words for letter in _ARABIC_PREFIXES})


@cache
def _article(language: Language) -> re.Pattern[str]:
    words = alternatives({*date_words("article", language), *date_words("to", language)})
    return re.compile(rf"(?<!\w)(?:{words})(?: d[ií]a)? \Z", re.IGNORECASE)


def _lone_years(text: str, language: Language) -> Iterator[Spelled]:
    """Years in words behind the word for a year; in Russian it follows them."""
    marks = _year_mark(language)
    for match in _lone_year(language).finditer(text):
        year = _year_of(text, match, language)
        if year and (language is not Language.RU or marks.match(text, year.end)):
            yield year


@cache
def _lone_year(language: Language) -> re.Pattern[str]:
    before = rf"(?<!\w)(?:{words_pattern('year_noun', language)}) " if language is not Language.RU else r"(?<!\w)"
    return re.compile(rf"{before}(?P<opener>{_openers(language)})(?!\w)", re.IGNORECASE)


@cache
def _year_mark(language: Language) -> re.Pattern[str]:
    return re.compile(rf" (?:{words_pattern('year', language)})(?!\w)")
