"""Whose a number is: the body behind it, or the subject of the sentence, and no body that merely stands near."""

from __future__ import annotations

import re
from functools import cache

from verbale.lexicon.cited_words import KINDS, Event
from verbale.lexicon.citing import citation_joints, symbol_words
from verbale.lexicon.mentions import Mention, contradicts
from verbale.model.language import Language

SHORT_NAME = "commission"
_NEAR = 12  # characters before the word for a resolution that hold "its"
_CLOSE = 20  # characters from a number to the body that it is of
# How far behind its resolutions "adopted by" and the body may stand, with the resolution's subject between the two.
_REACH_OF_ADOPTED = 400
_REACH_OF_SUBJECT = 60  # characters from a body to "its resolution"
_ARTICLE = re.compile(r", (?:[^\W\d]{1,3}['\u2019 ])?")
_PARTING = re.compile(r"[,،:;؛(«“\"']")
_WORD = re.compile(r"[^\W\d_]+['\u2019]?")
# Articles that no table of joints has by themselves.
_ARTICLES = {
    Language.EN: ("the", "its"),
    Language.FR: ("l'", "d'", "la", "le", "les", "sa", "ses"),
    Language.ES: ("la", "el", "las", "los", "su", "sus"),
}


@cache
def _joining(language: Language) -> frozenset[str]:
    """Every word that may stand between a number and the body that adopted it."""
    phrases = [*citation_joints("of", language), *citation_joints("adopted_by", language)]
    words = {word for phrase in phrases for word in phrase.split()}
    return frozenset({*words, *_ARTICLES.get(language, ())})


@cache
def _pattern(kind: str, language: Language) -> re.Pattern[str]:
    """Small words of citations right before a place, an article after them."""
    words = "|".join(map(re.escape, citation_joints(kind, language))) or "(?!)"
    return re.compile(rf" ?(?:{words}) ?(?:[^\W\d]{{1,3}}['\u2019 ])?\Z", re.IGNORECASE)


@cache
def _adopted(language: Language) -> re.Pattern[str]:
    """Words for adoption right before a place, an article after them, a date between: adoptée le 18 mars 2022 par."""
    phrases = []
    for phrase in citation_joints("adopted_by", language):
        participle, _, preposition = map(re.escape, phrase.rpartition(" "))
        date = r"(?: [^,;()]{1,30}[12][0-9]{3})?"
        dated = rf"{participle}{date} {preposition}" if participle else rf"{preposition}{date}(?: года?)?"
        phrases.append(dated if language.spaced else re.escape(phrase))
    words = "|".join(phrases) or "(?!)"
    return re.compile(rf" ?(?:{words}) ?(?:[^\W\d]{{1,3}}['\u2019 ])?\Z", re.IGNORECASE)


@cache
def _possessive(language: Language) -> re.Pattern[str]:
    """``its`` right before the word for a resolution; Arabic has it in the word."""
    words = "|".join(map(re.escape, citation_joints("its", language))) or "(?!)"
    return re.compile(rf"(?<![^\W\d_])(?:{words}) ?(?:[^\W\d_]{{1,12}} )?\Z", re.IGNORECASE)


def is_owner(text: str, kind: Event | None, last: Mention, body: Event, language: Language) -> bool:
    """Whether a body behind a group of numbers adopted them: "of the …", "adopted by", or the subject of the clause."""
    reached = max(last.number.end, last.date_end)
    gap = text[reached : body.start] if body.start - reached <= _REACH_OF_ADOPTED else None
    if body.key == SHORT_NAME:
        if _pattern("of", language).fullmatch(text, reached, body.start) is not None:
            return True
        return gap is not None and not last.date and _adopted(language).search(gap) is not None
    if gap is not None and len(gap) <= _CLOSE:
        if last.date_end == reached and gap[:2] in (", ", "، ") and len(gap) > 2:
            gap = gap[1:]
        if _is_joining(gap, language):
            return True
        if kind is not None and _follows(text, kind, gap, body, language):
            return True
    return gap is not None and not last.date and _adopted(language).search(gap) is not None


def _is_joining(gap: str, language: Language) -> bool:
    if _PARTING.search(gap.replace("l'", "").replace("d'", "")):
        return False
    words = [word.lower() for word in _WORD.findall(gap)]
    # An article alone opens another clause: "in resolution 93/51 the Council was asked".
    if words and all(word in _ARTICLES.get(language, ()) for word in words):
        return False
    return all(word in _joining(language) for word in words)


def _follows(text: str, kind: Event, gap: str, body: Event, language: Language) -> bool:
    """``dans sa résolution 48/11, le Conseil des droits de l'homme a décidé``."""
    if is_before_type(text, body, language):
        return False
    own = _pattern("own", language).search(text, max(0, kind.start - _NEAR), kind.start)
    return own is not None and _ARTICLE.fullmatch(gap) is not None


def is_before_type(text: str, body: Event, language: Language) -> bool:
    """Whether the word for a resolution follows a name at once: "Commission resolution 49/7"."""
    if language is Language.AR:
        return False
    return any(text.startswith(word, body.end + 1) for kind in KINDS for word in symbol_words(kind, language))


@cache
def _also(language: Language) -> re.Pattern[str]:
    joints = "|".join(map(re.escape, citation_joints("and", language)))
    articles = "|".join(map(re.escape, [*_ARTICLES.get(language, ()), *citation_joints("of", language)])) or "(?!)"
    space = " " if language.spaced else " ?"
    return re.compile(rf",?{space}(?:{joints}) ?(?:(?:{articles}) ?)?")


def is_joined(text: str, body: Event, other: Event, language: Language) -> bool:
    """Whether two bodies are named in one breath: ``the General Assembly and the Security Council``."""
    return _also(language).fullmatch(text, body.end, other.start) is not None


def is_possessed(text: str, body: Event, kind: Event, language: Language) -> bool:
    """Whether "its" stands before a word for a resolution, and a body not far before that."""
    if not 0 < kind.start - body.end <= _REACH_OF_SUBJECT:
        return False
    if language is Language.AR:
        return text[kind.end - 1] == "ه"
    return _possessive(language).search(text[body.end : kind.start]) is not None


def is_subject(text: str, body: Event, kind: Event, language: Language) -> bool:
    """Whether nothing parts a body from what is called "its": ``the Council recalled its resolution``."""
    gap = text[body.end : kind.start]
    if language is Language.AR:
        return _PARTING.search(gap) is None
    possessive = _possessive(language).search(gap)
    if possessive is None:
        return False
    own = _pattern("own", language).search(gap)
    between = gap[: own.start() if own else possessive.start()]
    return _PARTING.search(between.rstrip(" ,") if own else between) is None


def takes(mention: Mention, body: str, last: Mention) -> bool:
    """Whether the body behind a group of numbers can have the earlier ones too: not those dated otherwise."""
    return mention is last or not contradicts(mention, body)
