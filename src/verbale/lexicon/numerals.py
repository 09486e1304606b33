"""Numbers in a text, in figures, in words and both together, in the six languages: the one grammar of numbers.

``figures`` reads figures, ``number_words`` knows the words and ``number_grammar`` puts them together; ``han_numbers``
does the same for Chinese. Decision 0019 says who reads what.
"""

from __future__ import annotations

import re
from functools import cache
from operator import attrgetter

from verbale.lexicon.figures import DIGITS, find_figures
from verbale.lexicon.han_numbers import find_han_numbers, han_beginnings, han_ones, han_seeds
from verbale.lexicon.number_grammar import FoundNumber, read_numbers, whole
from verbale.lexicon.number_words import ORDINALS, READ_OVER, Token, word_meanings, word_tokens
from verbale.model.language import Language

_START = attrgetter("start")
_ADD = frozenset({"cardinal", "definite"})


@cache
def word_seeds(language: Language) -> frozenset[str]:
    """Words of which one stands in every text with a number above one that is not all in figures."""
    return _seeds(language) - one_seeds(language)


@cache
def one_seeds(language: Language) -> frozenset[str]:
    """Words for one, of which one stands in every other text with a number that is not all in figures."""
    if language is Language.ZH:
        return han_ones()
    meanings = word_meanings(language)
    return frozenset(text for text in _seeds(language) if meanings[text].kind in _ADD and meanings[text].value == 1)


def _seeds(language: Language) -> frozenset[str]:
    if language is Language.ZH:
        return han_seeds()
    meanings = word_meanings(language).items()
    return frozenset(text for text, word in meanings if word.kind not in ORDINALS | (READ_OVER - {"name"}))


@cache
def beginnings(language: Language, *, words: bool) -> re.Pattern[str] | None:
    """How every number above one begins that ``find_cardinals`` finds; ``None``: too many to say."""
    if language is Language.ZH:
        return han_beginnings()
    return None if words else re.compile(f"[{DIGITS}]")


def find_numbers(text: str, language: Language, *, words: bool = True) -> list[FoundNumber]:
    """Every number in the text, ordinals too, in order; figures that are part of a longer mark left out.

    ``text`` is as ``printed.scannable`` gives it, and the offsets are in it. Without ``words`` only numbers in figures.
    """
    if language is Language.ZH:
        return find_han_numbers(text)
    figures = find_figures(text, language)
    if words and (spelled := word_tokens(text, language)):
        tokens = [Token(start, end, value, "figures") for start, end, value in figures]
        return list(read_numbers(_merged(tokens, spelled), text, language))
    # Figures make no number together: each is read as it stands.
    return [FoundNumber(start, end, whole(value), "figures") for start, end, value in figures]


def find_cardinals(text: str, language: Language, *, words: bool = True) -> list[FoundNumber]:
    """The numbers of ``find_numbers`` that are no ordinals."""
    return [one for one in find_numbers(text, language, words=words) if not one.ordinal]


def find_ordinals(text: str, language: Language) -> list[FoundNumber]:
    """The ordinals in words of a text as ``printed.scannable`` gives it: seventy-sixth, 第七十六."""
    return [one for one in find_numbers(text, language) if one.ordinal and one.form != "figures"]


def _merged(figures: list[Token], words: list[Token]) -> list[Token]:
    """Both kinds in order, the figures left out that stand inside of a word (a name that holds a year)."""
    if not figures:
        return words
    covered = [(word.start, word.end) for word in words if word.kind == "name"]
    if covered:
        figures = [one for one in figures if not any(start <= one.start < end for start, end in covered)]
    return sorted([*figures, *words], key=_START)
