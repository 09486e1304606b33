"""Words and phrases of a text found without cutting the text into words.

A text of the six languages has one byte for each character in the code page of its script, so that it is folded by a
table, and places in it stay what they are. Every word that fits holds the beginning of one of the stems asked for, or
is one of its irregular forms: those are looked for, and only the words where they stand are made plain and compared.
A text with what has no place in the page, or is not seen in a word, has no folded form, and is cut into all its words.
"""

from __future__ import annotations

import codecs
from collections.abc import Collection, Iterator, Sequence
from functools import cache

from verbale.model.language import Language
from verbale.search.tokens import (
    OTHER_WORD,
    WORD,
    chain_of,
    exact_form,
    irregular_forms,
    is_arabic,
    is_han,
    with_particles,
    without_accents,
)

_PAGES = {Language.RU: "cp1251", Language.AR: "cp1256", Language.ZH: ""}  # of the script of a language
_LATIN = "cp1252"
_BYTES = 256  # in a table that translates them
_UNCLEAR = 0  # the byte of what is folded to several characters or none
_ENDING = 2  # letters at the end of a stem that may be others in the word: no rule of a stemmer changes more
_BEGINNING = 3  # letters that a word has in common with a short stem; one less where the stem has no more
_ASK = "است"  # what begins an Arabic verb, whose first letter changes
_THE = "ال"
_PARTED = "verbale-parted"

Place = tuple[int, int]


def _as_space(failure: UnicodeError) -> tuple[str, int]:
    """What is no part of a word is a space, though the page has no place for it."""
    if not isinstance(failure, UnicodeEncodeError) or WORD.search(failure.object, failure.start, failure.end):
        raise failure
    return " " * (failure.end - failure.start), failure.end


codecs.register_error(_PARTED, _as_space)


@cache
def _table(page: str) -> bytes:
    """Each byte of a page folded: letters made plain and without accents, what is in no word a space."""
    table = bytearray(b" " * _BYTES)
    for code in range(_BYTES):
        character = bytes([code]).decode(page, "ignore")
        if character and WORD.fullmatch(character):
            plain = without_accents(exact_form(character)).encode(page, "ignore")
            table[code] = plain[0] if len(plain) == 1 else _UNCLEAR
    return bytes(table)


def page_of(language: Language) -> str:
    """The code page of the script of a language, empty where it has none."""
    return _PAGES.get(language, _LATIN)


def folded_bytes(text: str, page: str) -> bytes | None:
    """The text folded, a byte for each character, a space before and behind; ``None`` where it has no such form."""
    if not page:
        return None
    try:
        folded = text.encode(page, _PARTED).translate(_table(page))
    except UnicodeEncodeError:
        return None
    return None if _UNCLEAR in folded else b" %b " % folded


class WordMarker:
    """Marks the words that are as printed, or share a stem with what is asked for, in texts of a language."""

    def __init__(self, exact: Collection[str], stems: Collection[str], language: Language) -> None:
        self._known = _Known(frozenset(exact), frozenset(stems), language)
        self._words = WORD if any(map(is_han, exact)) else OTHER_WORD
        page = page_of(language)
        self._sought = _sought(exact, stems, page) if page else ()

    def places(self, text: str, folded: bytes | None) -> list[Place]:
        """Where words that fit stand in a text, in any order."""
        known = self._known
        if folded is None:
            return [match.span() for match in self._words.finditer(text) if known[match.group()]]
        return [(low, high) for each in self._sought for low, high in _standing(folded, each) if known[text[low:high]]]


class _Known(dict[str, bool]):
    """Whether a word of a text in a language fits; each is looked at once for all texts."""

    def __init__(self, exact: frozenset[str], stems: frozenset[str], language: Language) -> None:
        super().__init__()
        self._exact = exact
        self._stems = stems
        self._chain = chain_of(language)

    def __missing__(self, word: str) -> bool:
        forms = self._chain[word]
        fits = self[word] = forms.exact in self._exact or not self._stems.isdisjoint(forms.stems)
        return fits


def _standing(folded: bytes, sought: bytes) -> list[Place]:
    """The words in which some bytes stand, as places of the text."""
    places: list[Place] = []
    begins = sought.startswith(b" ")
    at = folded.find(sought)
    while at >= 0:
        end = folded.find(b" ", at + 1)
        if end < 0:
            break
        places.append((at if begins else folded.rfind(b" ", 0, at), end - 1))
        at = folded.find(sought, end)
    return places


def _sought(exact: Collection[str], stems: Collection[str], page: str) -> tuple[bytes, ...]:
    """What stands in every word of a text of a page that fits, a space for where it begins or ends.

    In Arabic, particles may stand before any word, also before one in Latin letters.
    """
    start = "" if page == _PAGES[Language.AR] else " "
    sought = [f" {without_accents(word)} " for word in exact]
    for stem in stems:
        if is_arabic(stem):
            sought.append(stem.removeprefix(_ASK[0]) if stem.startswith(_ASK) else stem)
        else:
            shared = max(min(_BEGINNING, len(stem) - 1), len(stem) - _ENDING, 1)
            sought.append(f"{start}{stem if stem.isdecimal() else stem[:shared]}")
            if len(stem) == _BEGINNING and stem.endswith("ie"):
                sought.append(f"{start}{stem[0]}ying ")
        for form in irregular_forms().get(stem, ()):
            sought.append(form if is_arabic(form) else f"{start}{without_accents(form)} ")
    return _encoded(sought, page)


def _encoded(sought: Sequence[str], page: str) -> tuple[bytes, ...]:
    """Those that a text of a page can have, as bytes, without what holds another."""
    found: list[bytes] = []
    for each in sorted(sought, key=len):
        encoded = each.encode(page, "ignore")
        if len(encoded) == len(each) and not any(other in encoded for other in found):
            found.append(encoded)
    return tuple(found)


class PhraseMarker:
    """Marks a phrase in texts of a language: its words one after the other as printed; particles may stand before an
    Arabic one."""

    def __init__(self, words: Sequence[str], language: Language) -> None:
        self._firsts = with_particles(words[0])
        self._rest = tuple(words[1:])
        self._chain = chain_of(language)
        page = page_of(language)
        first = without_accents(words[0])
        sought = f"{first.removeprefix(_THE)} " if is_arabic(first) else f" {first} "
        self._sought = _encoded((sought,), page) if page else ()

    def places(self, text: str, folded: bytes | None) -> list[Place]:
        """Where the phrase stands in a text, in order."""
        if folded is None:
            return list(self._of_all(text))
        found: list[Place] = []
        behind = 0
        for low, high in _standing(folded, self._sought[0]) if self._sought else ():
            if low >= behind and self._chain[text[low:high]].exact in self._firsts:
                end = self._end(text, high)
                if end:
                    found.append((low, end))
                    behind = end
        return found

    def _end(self, text: str, at: int) -> int:
        """Where the rest of the phrase ends that begins behind a place, 0 where it does not follow."""
        for word in self._rest:
            match = WORD.search(text, at)
            if match is None or self._chain[match.group()].exact != word:
                return 0
            at = match.end()
        return at

    def _of_all(self, text: str) -> Iterator[Place]:
        words: list[str] = []
        places: list[Place] = []
        for match in WORD.finditer(text):
            exact = self._chain[match.group()].exact
            if exact:
                words.append(exact)
                places.append(match.span())
        length = len(self._rest)
        behind = 0
        for at in range(len(words) - length):
            if at >= behind and words[at] in self._firsts and tuple(words[at + 1 : at + 1 + length]) == self._rest:
                yield places[at][0], places[at + length][1]
                behind = at + 1 + length
