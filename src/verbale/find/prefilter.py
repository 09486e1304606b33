"""Which passages a finder need not read: one automaton looks for the seeds of all finders in all passages at once.

A seed is a word or a figure without which a finder finds nothing. The prefilter lets through too much, never too
little: what is found is the same with it and without it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from itertools import compress

from ahocorasick_rs import AhoCorasick

from verbale.find import citations, states, treaties
from verbale.find.passage import Passage
from verbale.lexicon import date_shapes, figures, numerals, pointing
from verbale.lexicon.printed import SEPARATOR, scannable
from verbale.lexicon.scanning import find_words
from verbale.model.language import Language


class Seed(StrEnum):
    """What the seeds of a grammar lead to: the passages of a finder, and for quantities how they must be read."""

    CITATION = "citation"
    DATE_WORD = "date word"
    DATE_FIGURE = "date figure"
    """Figures as dates have them, in a passage without words of dates."""
    REFERENCE = "reference"
    STATE = "state"
    TREATY = "treaty"
    NUMBER_WORD = "number word"
    """Words for numbers, those for one only beside figures: by themselves these count nothing."""
    NUMBER_ONE = "one"
    NUMBER_FIGURE = "number figure"
    """Figures, in a passage without words for numbers."""


Selected = Mapping[Seed, Sequence[Passage]]
Prefilter = Callable[[Sequence[Passage]], Selected]

SEEDS: Mapping[Seed, Callable[[Language], frozenset[str]]] = {
    Seed.CITATION: citations.seeds,
    Seed.DATE_WORD: date_shapes.seeds,
    Seed.REFERENCE: pointing.seeds,
    Seed.STATE: states.seeds,
    Seed.TREATY: treaties.seeds,
    Seed.NUMBER_WORD: numerals.word_seeds,
    Seed.NUMBER_ONE: numerals.one_seeds,
}
# Figures stand in most texts, many in each: they are looked for by themselves, and lead to what words lead to as well.
_FIGURES = (Seed.DATE_FIGURE, Seed.NUMBER_FIGURE)
_FIGURE = re.compile(f"[{figures.DIGITS}]")
_BITS = {seed: 1 << place for place, seed in enumerate(SEEDS)}
_DATE_WORD, _NUMBER_WORD, _ONE = (_BITS[seed] for seed in (Seed.DATE_WORD, Seed.NUMBER_WORD, Seed.NUMBER_ONE))
_ALL_WORDS = _DATE_WORD | _NUMBER_WORD
_AT_ONCE = 200  # passages joined for one search


def select_passages(passages: Sequence[Passage]) -> Selected:
    """The passages that each finder must read, in order but for those with words for one beside figures."""
    languages = sorted({passage.language for passage in passages})
    bits = _bits_in(passages, languages[0]) if len(languages) == 1 else _bits_in_several(passages, languages)
    selected: dict[Seed, Sequence[Passage]] = {
        seed: list(compress(passages, [found & bit for found in bits])) for seed, bit in _BITS.items()
    }
    search = _FIGURE.search
    dates: list[Passage] = []
    ones: list[Passage] = []
    numbers: list[Passage] = []
    for passage, found in zip(passages, bits, strict=True):
        # Where words lead to all that figures lead to, nobody asks for figures.
        if found & _ALL_WORDS == _ALL_WORDS or search(passage.text) is None:
            continue
        if not found & _NUMBER_WORD:
            (ones if found & _ONE else numbers).append(passage)
        if not found & _DATE_WORD and date_shapes.figure_seeds(passage.language).search(passage.text):
            dates.append(passage)
    selected[Seed.NUMBER_WORD] = [*selected[Seed.NUMBER_WORD], *ones]
    return {**selected, Seed.NUMBER_FIGURE: numbers, Seed.DATE_FIGURE: dates}


def every_passage(passages: Sequence[Passage]) -> Selected:
    """Every passage for every finder."""
    return {**dict.fromkeys(SEEDS, passages), **dict.fromkeys(_FIGURES, ())}


def _bits_in_several(passages: Sequence[Passage], languages: Sequence[Language]) -> list[int]:
    bits = [0] * len(passages)
    for language in languages:
        places = [place for place, passage in enumerate(passages) if passage.language is language]
        for place, found in zip(places, _bits_in([passages[place] for place in places], language), strict=True):
            bits[place] = found
    return bits


@dataclass(frozen=True, slots=True)
class _Seeds:
    """The automaton of all seeds of a language, the separator first, and for each seed the bits of what it leads to.

    ``words`` tells which are words: they begin and end with a letter.
    """

    automaton: AhoCorasick
    bits: tuple[int, ...]
    words: tuple[bool, ...]


def _bits_in(passages: Sequence[Passage], language: Language) -> list[int]:
    """For each passage, all in one language, the bits of the seeds that stand in it; some hundred at a time."""
    seeds = _seeds(language)
    bits_of, words = seeds.bits, seeds.words
    may_stand = _STANDS.get(language, _may_stand)
    every: list[int] = []
    for low in range(0, len(passages), _AT_ONCE):
        # Small letters are quickly made of a text that is plain ASCII, as many are and few are together.
        small = [passage.text.lower() for passage in passages[low : low + _AT_ONCE]]
        text = _without_gaps(SEPARATOR.join([*small, ""]), language)
        found = 0
        # Hits come by their ends, so that all of a passage stand before the separator behind it.
        for index, start, end in find_words(seeds.automaton, text, overlapping=True):
            bits = bits_of[index]
            if not bits:
                every.append(found)
                found = 0
            elif bits | found != found and (not words[index] or may_stand(text, start, end)):
                found |= bits
    return every


def _may_stand(text: str, start: int, end: int) -> bool:
    """Whether a word has no letter right before or behind it."""
    return not (text[end].isalpha() or (start and text[start - 1].isalpha()))


def _may_stand_in_arabic(text: str, start: int, end: int) -> bool:
    """Whether a word has no letter right behind it; a conjunction or preposition may be joined to it before."""
    return not text[end].isalpha()


_STANDS = {Language.AR: _may_stand_in_arabic}


def _sifted_form(text: str, language: Language) -> str:
    """Small letters, without the spaces in Chinese: whatever form a finder reads, its seeds are in this one."""
    return _without_gaps(text.lower(), language)


def _without_gaps(text: str, language: Language) -> str:
    return text if language.spaced else text.replace(" ", "")


@cache
def _seeds(language: Language) -> _Seeds:
    meant: dict[str, int] = {}
    for kind, seeds in SEEDS.items():
        for seed in seeds(language):
            for case in (seed, seed.upper()):
                form = _sifted_form(scannable(case)[0], language)
                meant[form] = meant.get(form, 0) | _BITS[kind]
    texts = [SEPARATOR, *meant]
    # What is no word may stand anywhere, as all may in Chinese.
    words = tuple(language.spaced and text[0].isalpha() and text[-1].isalpha() for text in texts)
    return _Seeds(AhoCorasick(texts), (0, *meant.values()), words)
