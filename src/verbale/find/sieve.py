"""Which passages a finder need not read: one automaton looks for the seeds of all finders in all passages at once.

A seed is a word or a figure without which a finder finds nothing. The sieve lets through too much, never too little:
what is found is the same with it and without it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from ahocorasick_rs import AhoCorasick

from verbale.find import citations, states, treaties
from verbale.find.passage import Passage
from verbale.lexicon import date_grammar, numerals, pointing
from verbale.lexicon.printed import SEPARATOR, scannable
from verbale.lexicon.scanning import find_words
from verbale.model import AnnotationKind, Language

Sifted = Mapping[AnnotationKind, Sequence[Passage]]
Sieve = Callable[[Sequence[Passage]], Sifted]

_SEEDS: Mapping[AnnotationKind, Callable[[Language], frozenset[str]]] = {
    AnnotationKind.CITATION: citations.seeds,
    AnnotationKind.DATE: date_grammar.seeds,
    AnnotationKind.STATE: states.seeds,
    AnnotationKind.TREATY: treaties.seeds,
    AnnotationKind.QUANTITY: numerals.seeds,
    AnnotationKind.REFERENCE: pointing.seeds,
}
_BITS = {kind: 1 << place for place, kind in enumerate(_SEEDS)}


def sift(passages: Sequence[Passage]) -> Sifted:
    """The passages that each finder must read, in order."""
    sifted: dict[AnnotationKind, list[Passage]] = {kind: [] for kind in _SEEDS}
    if len(languages := {passage.language for passage in passages}) == 1:
        kinds = _kinds_in(passages, next(iter(languages)))
    else:
        kinds = _kinds_in_several(passages, sorted(languages))
    for kind, bit in _BITS.items():
        sifted[kind] = [passage for passage, found in zip(passages, kinds, strict=True) if found & bit]
    return sifted


def unsifted(passages: Sequence[Passage]) -> Sifted:
    """Every passage for every finder."""
    return dict.fromkeys(_SEEDS, passages)


def _kinds_in_several(passages: Sequence[Passage], languages: Sequence[Language]) -> list[int]:
    kinds = [0] * len(passages)
    for language in languages:
        places = [place for place, passage in enumerate(passages) if passage.language is language]
        for place, found in zip(places, _kinds_in([passages[place] for place in places], language), strict=True):
            kinds[place] = found
    return kinds


@dataclass(frozen=True, slots=True)
class _Seeds:
    """The automaton of all seeds of a language, the separator first, and for each seed the kinds it may lead to."""

    automaton: AhoCorasick
    kinds: tuple[int, ...]


def _kinds_in(passages: Sequence[Passage], language: Language) -> list[int]:
    """For each passage, all in one language, the bits of the kinds that may be found in it."""
    text = _sifted_form(SEPARATOR.join(passage.text for passage in passages) + SEPARATOR, language)
    seeds = _seeds(language)
    every: list[int] = []
    found = 0
    # Hits come by their ends, so that all of a passage stand before the separator behind it.
    for index, start, end in find_words(seeds.automaton, text, overlapping=True):
        kinds = seeds.kinds[index]
        if not kinds:
            every.append(found)
            found = 0
        elif kinds | found != found and _may_stand(text, start, end, language):
            found |= kinds
    return every


def _may_stand(text: str, start: int, end: int, language: Language) -> bool:
    """Whether no letter goes before or follows, where words are parted by spaces; in Arabic one may go before."""
    if not (language.spaced and text[start].isalpha() and text[end - 1].isalpha()):
        return True
    if text[end].isalpha():
        return False
    return language is Language.AR or not start or not text[start - 1].isalpha()


def _sifted_form(text: str, language: Language) -> str:
    """Small letters, without the spaces in Chinese: whatever form a finder reads, its seeds are in this one."""
    return text.lower() if language.spaced else text.lower().replace(" ", "")


@cache
def _seeds(language: Language) -> _Seeds:
    meant: dict[str, int] = {}
    for kind, seeds in _SEEDS.items():
        for seed in seeds(language):
            for case in (seed, seed.upper()):
                form = _sifted_form(scannable(case)[0], language)
                meant[form] = meant.get(form, 0) | _BITS[kind]
    texts = [SEPARATOR, *meant]
    return _Seeds(AhoCorasick(texts), (0, *meant.values()))
