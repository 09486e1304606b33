"""The shapes of dates in running text: where one may begin, how far it goes, and the parts it is made of.

Sources: ``date_words.csv``, ``months.csv``. Texts are as ``printed.scannable`` gives them.
"""

from __future__ import annotations

import re
from functools import cache

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

from verbale.lexicon.date_words import date_words, month_numbers, month_pattern, words_pattern
from verbale.lexicon.han import FIGURES, NUMERALS, ONES
from verbale.lexicon.scanning import find_words
from verbale.model.language import Language

_DIGITS = "0123456789"
# A figure that may be a year; no document of the United Nations tells of other centuries.
_YEAR = r"(?:1[6-9]|2[01])[0-9]{2}(?![0-9])"
ISO = r"(?:1[6-9]|2[01])[0-9]{2}-[01][0-9]-[0-3][0-9](?![0-9])"
_HAN_YEAR = rf"(?:{_YEAR}|[一二][{FIGURES}]{{3}})"
_HAN_NUMBER = f"(?:[0-9]{{1,2}}|[{ONES}十]{{1,3}})"


@cache
def phrase_pattern(language: Language) -> re.Pattern[str]:
    """One pattern for a whole phrase at its place, over text with plain digits, dashes and spaces."""
    joint = "|".join(pattern for _, pattern in _joints(language))
    part = f"(?:{'|'.join(pattern for _, pattern in _parts(language))})"
    if language is Language.ZH:
        edge = f"(?<![0-9A-Za-z/.第{NUMERALS}])"
        return re.compile(rf"{edge}(?:{ISO}|{part}(?:(?:{joint}| ?){part}){{0,99}})")
    of = rf",? (?:(?:{words_pattern('of', language)}) )?"
    # In Arabic a letter before a figure is a word or a prefix that lost its space: لعام2021.
    edge = r"(?:\b|(?<=[\u0621-\u064a])(?=[0-9])|(?<=\b[ولب])|(?<=\bو[لب]))" if language is Language.AR else r"\b"
    stroke = "[0-9]/" if language is Language.AR else "/"
    return re.compile(rf"{edge}(?<![0-9.])(?<!{stroke})(?<![0-9],)(?:{ISO}|{part}(?:(?:{joint}|{of}){part}){{0,99}})")


@cache
def seeds(language: Language) -> frozenset[str]:
    """Figures and words of which one stands in every text with a date."""
    if language is Language.ZH:
        return frozenset({*_DIGITS, "月", "日", "号", *(first + then for first in "一二" for then in FIGURES)})
    return frozenset({*_DIGITS, *_month_names(language)})


def find_beginnings(text: str, language: Language) -> list[int]:
    """Where a phrase may begin: at figures and at names of months, in Chinese at figures and numerals before a unit."""
    if language is Language.ZH:
        return [match.start() for match in _han_beginnings().finditer(text)]
    figures = [match.start() for match in _figure_beginnings(language).finditer(text)]
    names = [start for _, start, end in find_words(_automaton(language), text) if not text[end : end + 1].isalpha()]
    return sorted([*figures, *names]) if names else figures


@cache
def _figure_beginnings(language: Language) -> re.Pattern[str]:
    """One, two or four figures; not behind a full stop or a stroke, which in Arabic may stand between two names."""
    no = "[0-9.]" if language is Language.AR else "[0-9./]"
    return re.compile(rf"[0-9](?<!{no}.)(?:[0-9]{{3}}(?![0-9])|[0-9]?(?![0-9/%]))")


@cache
def _han_beginnings() -> re.Pattern[str]:
    nouns = "".join(sorted({word[0] for word in date_words("title", Language.ZH)}))
    year = r"(?<![0-9].)(?:(?<=1)9|(?<=2)0)[0-9]{2}(?=[\u4e00-\u9fff])"
    number = f"[0-9{NUMERALS}]{{0,3}}(?= ?[年月世至到和与及以或、~){nouns}-])"
    return re.compile(f"[0-9{NUMERALS}](?:{year}|{number})")


def _month_names(language: Language) -> list[str]:
    return [name for name in month_numbers(language) if "/" not in name]


@cache
def _automaton(language: Language) -> AhoCorasick:
    return AhoCorasick(_month_names(language), matchkind=MatchKind.LeftmostLongest, implementation=Implementation.DFA)


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
    if language is Language.ZH:
        joints = "(?:" + "|".join(pattern for _, pattern in _joints(language)) + ")"
        century, other = words_pattern("century", language), words_pattern("decade_not", language)
        return [
            ("tens", rf"[0-9]{{2}} ?(?:{century}) ?[0-9]0 ?(?:{decade})"),
            ("decade", rf"{_HAN_YEAR} ?(?=(?:{mark})(?!{other}))(?:{decade})"),
            ("marked", rf"{_HAN_YEAR} ?(?:{mark})"),
            ("year", rf"{_HAN_YEAR}"),
            ("month", rf"{_HAN_NUMBER} ?月份?"),
            ("day", rf"{_HAN_NUMBER} ?[日号]|[0-9]{{1,2}}(?=(?:{joints}[0-9]{{1,2}})+ ?[日号])"),
        ]
    ordinal = words_pattern("ordinal", language)
    return [
        ("decade", rf"{_YEAR}(?:{decade})(?!\w)"),
        ("marked", rf"{_YEAR} ?(?:{mark})(?!\w)"),
        ("year", rf"{_YEAR}(?!\w)"),
        ("month", rf"(?:{month_pattern(language)})(?!\w)\.?"),
        ("day", rf"[0-9]{{1,2}}(?:{ordinal})?(?![\w/%])"),
    ]


@cache
def token_pattern(language: Language) -> re.Pattern[str]:
    kinds = [*_parts(language), *_joints(language)]
    return re.compile("|".join(f"(?P<{kind}>{pattern})" for kind, pattern in kinds))
