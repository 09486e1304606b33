"""Words of a text as the index knows them: as printed, and by what their inflections share.

A text is cut at what is no letter or figure; each Chinese character stands for itself. A word is made plain by folding
and, in Arabic, by joining the forms of one letter. What inflections share is told by the chain of a language: its
table of irregular forms, plurals and joined prefixes by rule, then the stemmer.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Mapping
from functools import cache, lru_cache
from typing import NamedTuple

from tantivy import Filter, TextAnalyzer, TextAnalyzerBuilder, Tokenizer

from verbale.lexicon.characters import COMBINING, HIDDEN
from verbale.lexicon.folding import fold
from verbale.lexicon.subjects import find_subjects
from verbale.lexicon.tables import read_words
from verbale.model.language import Language

_HAN = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_OTHER = rf"(?:[^\W_{_HAN}]++|[{HIDDEN}{COMBINING}]++)++"
WORD = re.compile(rf"[{_HAN}]|{_OTHER}")
"""A word of a text, or one Chinese character."""

OTHER_WORD = re.compile(_OTHER)
"""A word of a text that is no Chinese character."""

_LONGEST = 80  # characters of a word that are looked at
_REMEMBERED = 100_000  # words of a language whose forms are kept
_ARABIC = re.compile("[\u0621-\u064a]")
_CYRILLIC = re.compile("[\u0400-\u04ff]")
_HAN_SIGN = re.compile(f"[{_HAN}]")
ARABIC_LETTERS = str.maketrans("أإآٱىةؤئ", "اااايهوي")  # forms of one letter, printed in several ways
_STEMMERS = {
    Language.AR: "arabic",
    Language.EN: "english",
    Language.ES: "spanish",
    Language.FR: "french",
    Language.RU: "russian",
}
_LATIN = (Language.EN, Language.ES, Language.FR)
_ARTICLE = re.compile("^(?:[وف]?[بك]?ال|[وف]?لل)(?=..)")
_FLEETING = re.compile("(?<=..)[ео]([цк])$")  # a Russian vowel that stands in one case only: -ец, -ца
_AND, _PARTICLES = "وف", "بلك"
_LEAST = 4  # letters of an Arabic word that stay when a particle of one letter is taken off


class Forms(NamedTuple):
    """A word as it is kept: ``exact`` is the word made plain, ``stems`` what its inflections share, ``subjects``
    what it speaks of."""

    exact: str
    stems: tuple[str, ...]
    subjects: tuple[str, ...]


def languages_of(word: str, language: Language | None) -> tuple[Language, ...]:
    """The languages whose chain a word goes through: the one given if it has that script, else all of its script."""
    if _HAN_SIGN.search(word):
        return (Language.ZH,)
    if _ARABIC.search(word):
        return (Language.AR,)
    if _CYRILLIC.search(word):
        return (Language.RU,)
    return (language,) if language in _LATIN else _LATIN


def is_arabic(word: str) -> bool:
    """Whether a word is in Arabic letters."""
    return _ARABIC.search(word) is not None


def is_han(word: str) -> bool:
    """Whether a word is a Chinese character."""
    return _HAN_SIGN.match(word) is not None


class Chain(dict[str, Forms]):
    """The forms of the words of texts in one language, made when first asked for and kept."""

    def __init__(self, language: Language) -> None:
        super().__init__()
        self._language = language

    def __missing__(self, word: str) -> Forms:
        if len(self) >= _REMEMBERED:
            self.clear()
        forms = self[word] = _forms_of(word, self._language)
        return forms


@cache
def chain_of(language: Language) -> Chain:
    """The chain that the words of texts in a language go through."""
    return Chain(language)


def _forms_of(word: str, language: Language) -> Forms:
    """The forms of a word of a text in a language; ``exact`` is empty where nothing of the word is seen."""
    exact = exact_form(word)
    if not exact:
        return Forms("", (), ())
    spoken = languages_of(exact, language)[0]
    if spoken is Language.ZH:
        return Forms(exact, (), ())
    subjects = tuple(sorted(find_subjects(word, spoken)))
    if spoken is Language.AR:
        bases = {exact, _ARTICLE.sub("", exact), *_without_particles(exact)}
        return Forms(exact, tuple(sorted({stem for base in bases for stem in stems_of(base, spoken)})), subjects)
    return Forms(exact, stems_of(exact, spoken), subjects)


def exact_form(word: str) -> str:
    """A word made plain: folded, the forms of an Arabic letter joined."""
    folded = "".join(fold(word[:_LONGEST]).encode("utf-8", "replace").decode().split())
    return folded.translate(ARABIC_LETTERS) if _ARABIC.search(folded) else folded


def _without_particles(word: str) -> list[str]:
    """What an Arabic word may be where its first letters are particles; they may as well be its own letters."""
    found: list[str] = []
    for particles in (_AND, _PARTICLES):
        if word[0] in particles and len(word) > _LEAST:
            word = word[1:]
            found.append(word)
    return found


def query_stems(exact: str, language: Language) -> tuple[str, ...]:
    """The stems by which a word that is asked for is looked up in a language: of the word, and without its article."""
    if language is Language.ZH:
        return ()
    bare = _ARTICLE.sub("", exact) if language is Language.AR else exact
    return tuple(dict.fromkeys((*stems_of(exact, language), *stems_of(bare, language))))


@lru_cache(maxsize=_REMEMBERED)
def stems_asked(exact: str, language: Language | None) -> tuple[str, ...]:
    """The stems by which a plain word is looked up, in the language given or in all of its script."""
    return tuple(dict.fromkeys(stem for each in languages_of(exact, language) for stem in query_stems(exact, each)))


def stems_of(exact: str, language: Language) -> tuple[str, ...]:
    """What the inflections of a plain word share, without accents; the stemmers are Snowball's.

    A French word with accents has two, for they may be left out where it is asked for.
    """
    base = _bases(language).get(exact, exact)
    if language is Language.FR and not base.isascii():
        return tuple(dict.fromkeys((_stem(base, language), _stem(without_accents(base), language))))
    return (_stem(base, language),)


@cache
def irregular_forms() -> Mapping[str, frozenset[str]]:
    """The plain irregular forms by each of their stems, of all languages."""
    forms: dict[str, set[str]] = defaultdict(set)
    for language in _STEMMERS:
        for form in _bases(language):
            for stem in stems_of(form, language):
                forms[stem].add(form)
    return {stem: frozenset(its) for stem, its in forms.items()}


def _stem(word: str, language: Language) -> str:
    if language is Language.ES:
        word = _spanish_singular(without_accents(word))
    stemmed = _analyzer(language).analyze(word)
    found = without_accents(stemmed[0]) if stemmed else word
    return _FLEETING.sub(r"\1", found) if language is Language.RU else found


@cache
def _bases(language: Language) -> Mapping[str, str]:
    """The word that stands for the irregular forms of a word, by each of them, accents left out too."""
    rows = [row for row in read_words("word_forms") if row["language"] == language]
    bases = {exact_form(row["text"]): exact_form(row["base"]) for row in rows}
    return {without_accents(text): base for text, base in bases.items()} | bases


@cache
def _analyzer(language: Language) -> TextAnalyzer:
    return TextAnalyzerBuilder(Tokenizer.raw()).filter(Filter.stemmer(_STEMMERS[language])).build()


@cache
def _bare_letters() -> dict[int, int]:
    decomposed = ((code, unicodedata.normalize("NFD", chr(code))[0]) for code in range(0xC0, 0x250))
    return {code: ord(letter) for code, letter in decomposed if letter.isascii() and letter.isalpha()}


def without_accents(text: str) -> str:
    """Latin letters without their accents, each in its place; others as they are."""
    return text if text.isascii() else text.translate(_bare_letters())


_ES_PLURALS = tuple((re.compile(ending), singular) for ending, singular in (("ces$", "z"), ("(?<=..[^aeiou])es$", "")))
_ES_PLURAL = re.compile("(?<=..[aeiou])s$")
_ES_NOUN = re.compile("(?<=[cs])ion$")


def _spanish_singular(word: str) -> str:
    """A Spanish word without the ending of the plural, by which the stemmer parts ``nuclear`` from ``nucleares``."""
    for plural, singular in _ES_PLURALS:
        word = plural.sub(singular, word)
    return _ES_NOUN.sub("ión", _ES_PLURAL.sub("", word))


_BEFORE = ("", *_AND, *_PARTICLES, *(a + b for a in _AND for b in _PARTICLES))
_THE, _FOR_THE = "ال", "لل"


def with_particles(word: str) -> tuple[str, ...]:
    """A plain word as it may stand at the beginning of a phrase: an Arabic one with particles joined before it."""
    if not _ARABIC.match(word):
        return (word,)
    before = [particles + word for particles in _BEFORE]
    if word.startswith(_THE):
        before += [particles + _FOR_THE + word[len(_THE) :] for particles in ("", *_AND)]
    return tuple(before)


@cache
def little_words() -> frozenset[str]:
    """The words of the six languages that say nothing by themselves, folded."""
    rows = [*read_words("function_words"), *read_words("little_words")]
    return frozenset(fold(row["text"]) for row in rows if row["language"] in set(Language))
