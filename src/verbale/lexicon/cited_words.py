"""The words that say what a number is of: resolution, decision, and the bodies that adopt them, in one text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick, MatchKind

from verbale.lexicon.citing import cited_organs, symbol_words
from verbale.lexicon.organ_sessions import ASSEMBLY, SECURITY_COUNCIL
from verbale.lexicon.patterns import alternatives
from verbale.lexicon.scanning import find_words
from verbale.model.language import Language

KINDS = ("resolution", "decision")
_STEM = 3  # letters that tell most texts without a word for a resolution
# Words that say both: UNSCR is a resolution of the Security Council.
_OF_ORGAN = {"resolution_of_security_council": SECURITY_COUNCIL, "resolution_of_general_assembly": ASSEMBLY}

# A body named by one word is the United Nations' own unless more of a name follows ("Council of the League",
# "Conseil de l'Europe", "Совета Европы", المجلس التنفيذي) or stands before it ("FAO Council"); Chinese has rows.
_MORE_BEHIND = {
    Language.AR: re.compile(r" ال(?!تي\b|ذي\b|اقتصادي\b)\w{2,}(?:ي|ية)\b"),
    Language.EN: re.compile(r" of (?:the )?(?!United Nations)[A-Z]"),
    Language.ES: re.compile(r" (?:(?:del?|de las?|de los) )?(?!Naciones|ONU|Derechos|Económico)[A-ZÁÉÍÓÚ]"),
    Language.FR: re.compile(
        r" (?:de l'|d'|de la |du |des |de )(?!Nations|ONU|Organisation des N|Droits|Sécurité)[A-ZÉÎ]"
    ),
    Language.RU: re.compile(r" (?!ООН|Организации Объ)[А-ЯЁ][а-яё]"),
}
_MORE_BEFORE = {
    # Not the first word of a sentence: "Recalling Council resolution 46/17".
    Language.EN: re.compile(r"[\w,] (?!UN |Nations )[A-Z][\w-]+ \Z"),
    Language.RU: re.compile(r"[\w,] [А-ЯЁ][а-яё-]+(?:ая|ой|ую|ый|ий|ого|его|ому|ему|ым|им|ом|ем) \Z"),
}
_FAR_BEFORE = 40  # characters that hold the rest of a longer name
_SHORT = frozenset({"council", ASSEMBLY})


class Event(NamedTuple):
    """A word where it stands. ``kind`` is ``type`` (``key`` resolution or decision) or ``organ`` (``key`` its id).

    ``organ`` is the body that a word for a resolution names itself.
    """

    start: int
    end: int
    kind: str
    key: str
    organ: str = ""


@dataclass(frozen=True, slots=True)
class _Words:
    automaton: AhoCorasick
    meanings: tuple[tuple[str, str, str], ...]


@cache
def _words(language: Language) -> _Words:
    meant: dict[str, tuple[str, str, str]] = {}
    for kind in KINDS:
        for word in type_words(kind, language):
            meant[word] = ("type", kind, "")
    for kind, organ in _OF_ORGAN.items():
        meant |= dict.fromkeys(symbol_words(kind, language), ("type", "resolution", organ))
    for name, organ in cited_organs(language).items():
        meant[name] = ("organ", organ, "")
        if len(name.split()) > 1:
            meant.setdefault(name.upper(), ("organ", organ, ""))
    texts = sorted(meant)
    return _Words(AhoCorasick(texts, matchkind=MatchKind.LeftmostLongest), tuple(meant[text] for text in texts))


@cache
def type_words(kind: str, language: Language) -> frozenset[str]:
    """The words for a resolution or a decision: small, with a capital, in capitals."""
    words = symbol_words(kind, language)
    return frozenset(form for word in words for form in (word, word[:1].upper() + word[1:], word.upper()))


@cache
def number_seeds(language: Language) -> frozenset[str]:
    """What stands before a number without slash or bracket: one of these stands in every text with such a number."""
    if language is Language.ZH:
        return frozenset({f"号{word}" for word in symbol_words("resolution", language)})
    words = [
        *symbol_words("resolution", language),
        *(word for kind in _OF_ORGAN for word in symbol_words(kind, language)),
    ]
    return frozenset(f"{word} {begin}" for word in words for begin in (*"123456789", *symbol_words("number", language)))


@cache
def _stems(language: Language) -> re.Pattern[str]:
    """How a word for a resolution or decision begins, in small letters and capitals."""
    words = {word for kind in (*KINDS, *_OF_ORGAN) for word in symbol_words(kind, language)}
    stems = {form[:_STEM] for word in words for form in (word, word[:1].upper() + word[1:], word.upper())}
    return re.compile(alternatives(stems))


def may_name_resolutions(text: str, language: Language) -> bool:
    """Whether a text may have a word for a resolution or decision: quick, and never wrongly false."""
    return _stems(language).search(text) is not None


def find_events(text: str, language: Language) -> list[Event]:
    """Every such word of a scanned text, in order; of those that begin in one place the longest."""
    return list(_standing(text, language))


def _standing(text: str, language: Language) -> Iterator[Event]:
    words = _words(language)
    spaced = language not in (Language.ZH, Language.AR)
    for index, start, end in find_words(words.automaton, text):
        if spaced and (text[start - 1 : start].isalpha() or text[end : end + 1].isalpha()):
            continue
        kind, key, organ = words.meanings[index]
        if key in _SHORT and _is_of_longer_name(text, start, end, language):
            key = "other"
        yield Event(start, end, kind, key, organ)


def _is_of_longer_name(text: str, start: int, end: int, language: Language) -> bool:
    """Whether a body named by one word is another's, by what stands around the word."""
    if " " in text[start:end] or text[start:end].isupper():
        return False
    behind, before = _MORE_BEHIND.get(language), _MORE_BEFORE.get(language)
    if behind is not None and behind.match(text, end):
        return True
    return before is not None and before.search(text, max(0, start - _FAR_BEFORE), start) is not None
