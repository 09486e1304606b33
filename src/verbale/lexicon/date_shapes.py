"""The shapes of dates: where one may begin, how far it goes, and the parts it is made of.

Sources: ``date_words.csv``, ``months.csv``. Texts are as ``printed.scannable`` gives them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

from verbale.lexicon.date_figures import BEGINS_WITH_DAY, FIGURES, YEAR
from verbale.lexicon.date_words import date_words, month_numbers, month_pattern, words_pattern, year_openers
from verbale.lexicon.han import FIGURES as HAN_FIGURES
from verbale.lexicon.han import NUMERALS, ONES
from verbale.lexicon.hijri import BEHIND_MILLENNIUM
from verbale.lexicon.patterns import alternatives
from verbale.lexicon.scanning import find_words, is_any_in
from verbale.model.language import Language

# No letter follows; the raised figure of a note may.
_END = r"(?![^\W\u00b2\u00b3\u00b9\u2070-\u2079])"
_OPENING, _CLOSING = '«"\u201c\u201e', '»"\u201d\u201c'
_QUOTED = rf"[{_OPENING}] ?[0-9]{{1,2}} ?[{_CLOSING}]"
# Of "twenty twenty-two" the first word opens a year only behind a month.
BARE_OPENERS = frozenset({"nineteen", "twenty"})
_WITHOUT_FIGURE = frozenset({"month", "quoted"})
_QUOTED_DAY = re.compile(_QUOTED)
_HAN_YEAR = rf"(?:{YEAR}|[一二][{HAN_FIGURES}]{{3}})"
_HAN_NUMBER = f"(?:[0-9]{{1,2}}|[{ONES}十]{{1,3}})"


@cache
def phrase_pattern(language: Language) -> re.Pattern[str]:
    """One pattern for a whole phrase at its place, over text with plain digits, dashes and spaces."""
    joint = "|".join(pattern for _, pattern in _joints(language))
    part = _part(language)
    if language is Language.ZH:
        edge = f"(?<![0-9A-Za-z/.第{NUMERALS}])"
        return re.compile(rf"{edge}{part}(?:(?:{joint}| ?){part}){{0,99}}")
    of = rf",? (?:(?:{words_pattern('of', language)}) )?"
    # In Arabic a letter before a figure is a word or a prefix that lost its space: لعام2021.
    # In English the letters before a fiscal year may: FY2022.
    letters = {Language.AR: r"(?<=[\u0621-\u064a])(?=[0-9])|(?<=\b[ولب])|(?<=\bو[لب])|", Language.EN: r"(?<=\bFY)|"}
    edge = rf"(?:\b|{letters.get(language, '')}(?=[{_OPENING}]))"
    slash = "[0-9]/" if language is Language.AR else "/"
    return re.compile(rf"{edge}(?<![0-9.])(?<!{slash})(?<![0-9],){part}(?:(?:{joint}|{of}){part}){{0,99}}")


def _part(language: Language) -> str:
    """Any part of a date; names are not tried where a figure stands, nor figures where none does."""
    parts = _parts(language)
    if language is Language.ZH:
        return f"(?:{'|'.join(pattern for _, pattern in parts)})"
    figures = "|".join(pattern for kind, pattern in parts if kind not in _WITHOUT_FIGURE)
    others = "|".join(pattern for kind, pattern in parts if kind in _WITHOUT_FIGURE)
    return f"(?:(?=[0-9])(?:{figures})|{others})"


@cache
def seeds(language: Language) -> frozenset[str]:
    """Words of which one stands in every text with a date that is not all in figures."""
    if language is Language.ZH:
        return frozenset({"月", "日", "号", *(first + then for first in "一二" for then in HAN_FIGURES)})
    return frozenset({*_month_names(language), *year_openers(language)})


def find_beginnings(text: str, language: Language, months: Sequence[tuple[int, int]] | None) -> list[int]:
    """Where a phrase may begin: at figures and at names of months, in Chinese at figures and numerals before a unit.

    ``months`` are the names found, ``None`` where no word of dates stands in the text.
    """
    if language is Language.ZH:
        return [match.start() for match in _han_beginnings().finditer(text)]
    if months is None:
        return [match.start() for match in _figures_alone(language).finditer(text)]
    figures = [match.start() for match in _figure_beginnings(language).finditer(text)]
    if not months:
        return figures
    figures += [start for start, _ in months]
    # A day in quotation marks begins with the first of them: «09» мая.
    if is_any_in(_OPENING, text):
        figures += [match.start() for match in _QUOTED_DAY.finditer(text)]
    figures.sort()
    return figures


DateWords = tuple[Sequence[tuple[int, int]], bool]
"""Where the names of months begin and end, and whether a word stands there with which years in words begin."""


def find_date_words(text: str, language: Language) -> DateWords:
    """The words of dates in a text; none in Chinese, which has characters for years, months and days."""
    if language is Language.ZH:
        return (), False
    last = _count_of_months(language)
    found = [hit for hit in find_words(_automaton(language), text) if not text[hit[2] : hit[2] + 1].isalpha()]
    months = [(start, end) for index, start, end in found if index < last]
    return months, len(months) < len(found)


@cache
def _count_of_months(language: Language) -> int:
    return len(_month_names(language))


@cache
def _figure_beginnings(language: Language) -> re.Pattern[str]:
    """One, two or four figures; not behind a full stop or a slash, which in Arabic may stand between two names."""
    no = "[0-9.]" if language is Language.AR else "[0-9./]"
    return re.compile(rf"[0-9](?<!{no}.)(?:[0-9]{{3}}(?![0-9])|[0-9]?(?:(?![0-9/%])|{BEGINS_WITH_DAY}))")


@cache
def _figures_alone(language: Language) -> re.Pattern[str]:
    """As above where no month is named: a year, a day in figures, or what a year may stand behind close up."""
    return re.compile(f"[0-9]{_behind_figure_alone(language)}")


def _behind_figure_alone(language: Language) -> str:
    no = "[0-9.]" if language is Language.AR else "[0-9./]"
    return rf"(?<!{no}.)(?:[0-9]{{3}}(?![0-9])|[0-9]?(?:{BEGINS_WITH_DAY}|(?=,[0-9])))"


@cache
def figure_seeds(language: Language) -> re.Pattern[str]:
    """Figures as they stand in every text with a date, of either calendar, that is all in figures."""
    if language is Language.ZH:
        return _han_beginnings()
    return re.compile(f"[0-9](?:{_behind_figure_alone(language)}|{BEHIND_MILLENNIUM})")


@cache
def _han_beginnings() -> re.Pattern[str]:
    nouns = "".join(sorted({word[0] for word in date_words("title", Language.ZH)}))
    year = rf"(?<![0-9].)(?:(?:(?<=1)9|(?<=2)0)[0-9]{{2}}(?=[\u4e00-\u9fff]|[/.][0-9])|[0-9]?{BEGINS_WITH_DAY})"
    number = f"[0-9{NUMERALS}]{{0,3}}(?= ?[年月世至到和与及以或、~){nouns}-])"
    return re.compile(f"[0-9{NUMERALS}](?:{year}|{number})")


@cache
def _month_names(language: Language) -> list[str]:
    return [name for name in month_numbers(language) if "/" not in name]


@cache
def _automaton(language: Language) -> AhoCorasick:
    openers = [opener for opener in year_openers(language) if opener not in BARE_OPENERS]
    words = [*_month_names(language), *openers]
    return AhoCorasick(words, matchkind=MatchKind.LeftmostLongest, implementation=Implementation.DFA)


def _joints(language: Language) -> list[tuple[str, str]]:
    """What may stand between two dates of one phrase, by kind."""
    after_article = "" if language is Language.ZH else "(?: |(?<='))"
    article = rf"(?:(?:{words_pattern('article', language)}){after_article}){{0,2}}"
    plus, to = words_pattern("and", language), words_pattern("to", language)
    if language is Language.ZH:
        return [("to", rf" ?(?:{to}|-|~) ?(?:{article})"), ("and", rf" ?(?:{plus}) ?(?:{article})")]
    gap = " ?" if language is Language.AR else "(?: |(?=[0-9]))"
    return [
        ("to", rf"(?: ?--? ?|,? (?:{to}) {article})"),
        ("and", rf"[,،]? (?:{plus}){gap}{article}"),
        ("comma", rf"[,،] ?{article}"),
    ]


def _parts(language: Language) -> list[tuple[str, str]]:
    """Days, months and years as printed, by kind; those that begin alike the longest first."""
    decade, mark = words_pattern("decade", language), words_pattern("year", language)
    # Of "21 July 2014-22 July 2015" the second figure is a day.
    months = month_pattern(language)
    day_follows = rf"(?! (?:(?:{words_pattern('of', language)}) )?(?:{months})| ?[月日])"
    split = rf"{YEAR}(?:/(?:{YEAR}|[0-9]{{2}})|-[0-9]{{2}}{day_follows})(?![0-9A-Za-z]|[./-][0-9])"
    if language is Language.ZH:
        joints = "(?:" + "|".join(pattern for _, pattern in _joints(language)) + ")"
        century, other = words_pattern("century", language), words_pattern("decade_not", language)
        return [
            ("figures", FIGURES),
            ("split", rf"{split}(?: ?(?:{mark}))?"),
            ("tens", rf"[0-9]{{2}} ?(?:{century}) ?[0-9]0 ?(?:{decade})"),
            ("decade", rf"{_HAN_YEAR} ?(?=(?:{mark})(?!{other}))(?:{decade})"),
            ("marked", rf"{_HAN_YEAR} ?(?:{mark})"),
            ("year", rf"{_HAN_YEAR}"),
            ("month", rf"{_HAN_NUMBER} ?月份?"),
            ("day", rf"{_HAN_NUMBER} ?[日号]|[0-9]{{1,2}}(?=(?:{joints}[0-9]{{1,2}})+ ?[日号])"),
        ]
    ordinal = words_pattern("ordinal", language)
    day_ends = rf"(?![\w/%])(?: (?:{words_pattern('day_word', language)})(?!\w))?"
    # One letter says of a figure that it is a year only close up to it: 2021م; with a space it is metres too.
    close = alternatives(word for word in date_words("year", language) if len(word) == 1)
    wide = alternatives(word for word in date_words("year", language) if len(word) > 1)
    return [
        ("figures", rf"{FIGURES}(?: ?(?:{mark}){_END})?"),
        ("split", rf"{split}(?: ?(?:{mark}){_END})?"),
        ("decade", rf"{YEAR}(?:{decade}){_END}"),
        ("marked", rf"{YEAR}(?:{close}| ?(?:{wide})){_END}"),
        ("year", rf"{YEAR}{_END}(?: (?:{close}){_END})?"),
        ("month", rf"(?:{months})(?!\w|-(?!{months})[^\W\d])\.?"),
        ("day", rf"[0-9]{{1,2}}(?: ?(?:{ordinal}))?{day_ends}"),
        ("quoted", rf"{_QUOTED}{day_ends}"),
    ]


@cache
def token_pattern(language: Language) -> re.Pattern[str]:
    kinds = [*_parts(language), *_joints(language)]
    return re.compile("|".join(f"(?P<{kind}>{pattern})" for kind, pattern in kinds))
