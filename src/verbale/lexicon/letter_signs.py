"""Words that tell what kind of letter a letter is: a withdrawal, a correction, a word that there is nothing to say.

Words are rows of ``letter_kinds.csv``, in all six languages at once. A ``whole`` phrase says it alone. An ``act``
(withdraw, replace, supplement) says it together with an object, the sender's letter, in one sentence: a ``noun`` behind
a possessive (``own``; ``self`` where it can only be the sender's) or an article (``the``), with no ``blocker`` (a
treaty, troops) between, no ``negation`` before.
What ``says`` that there is nothing, or asks for time, says so together with a ``matter`` (information, a deadline).
A ``head`` word says it only in a line above the text.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from verbale.lexicon.folding import fold, fold_with_offsets
from verbale.lexicon.sentences import ENDS_SENTENCE
from verbale.lexicon.tables import read_words
from verbale.model.language import Language

_AFTER, _BEFORE = 70, 110  # characters between an act and its object
_NEAR = 60  # characters between what is said and what it is said of
_HAN_SHARE = 3  # a Chinese character says about as much as three letters
_APART = ("behalf", "courtesy")
_OWN_ONLY = frozenset({"supplement"})
_OTHERS_NOTE = re.compile(r"(?:notes?|nota|нот[аыуе]|照会|普通照会)(?: verbale?)?$")
_NEGATED = 16  # characters before an act in which a negation counts
_ARABIC = r"(?<![\u0621-\u064a])[وبلفك]{0,2}"


@dataclass(frozen=True, slots=True)
class LetterSign:
    """A sign of a kind of letter: the ``kind`` as the table has it, and the words that say it."""

    kind: str
    words: str


@dataclass(frozen=True, slots=True)
class _Words:
    """The patterns of one language."""

    language: Language
    phrases: Mapping[str, re.Pattern[str]]
    acts: Mapping[str, re.Pattern[str]]
    pairs: Mapping[str, tuple[re.Pattern[str], re.Pattern[str]]]
    heads: Mapping[str, re.Pattern[str]]
    own: re.Pattern[str]
    mine: re.Pattern[str]
    any_object: re.Pattern[str]
    blocker: re.Pattern[str]
    negation: re.Pattern[str]
    behalf: re.Pattern[str]
    courtesy: re.Pattern[str]


def find_letter_signs(text: str) -> tuple[LetterSign, ...]:
    """The signs in a text, in the order of the table's kinds; each kind once."""
    folded = fold(text)
    found: dict[str, str] = {}
    for words in _tables():
        for kind, said in _signs(folded, words):
            found.setdefault(kind, said)
    return tuple(LetterSign(kind, said) for kind, said in found.items())


def find_head_signs(text: str) -> tuple[LetterSign, ...]:
    """The signs in a line that stands above the text of a letter, where one word can say what the letter is."""
    folded = fold(text)
    found: dict[str, str] = {}
    for words in _tables():
        for kind, head in words.heads.items():
            if match := head.search(folded):
                found.setdefault(kind, match[0].strip())
    return tuple(LetterSign(kind, said) for kind, said in found.items())


def find_behalf(text: str) -> str:
    """What follows the words "on behalf of" in a text, as printed, to the end of the sentence; empty without them."""
    folded, offsets = fold_with_offsets(text)
    for words in _tables():
        if match := words.behalf.search(folded):
            # In Chinese the name begins within the words.
            start = match.start() if words.language is Language.ZH else match.end()
            rest = text[offsets[start] :] if start < len(offsets) else ""
            ended = ENDS_SENTENCE.search(rest)
            return rest[: ended.start()] if ended else rest
    return ""


def is_courtesy(text: str) -> bool:
    """Whether a paragraph is one of the courtesies of a note verbale, which say nothing of its matter."""
    folded = fold(text)
    return any(words.courtesy.search(folded) for words in _tables())


def _signs(folded: str, words: _Words) -> Iterator[tuple[str, str]]:
    for kind, phrase in words.phrases.items():
        if match := phrase.search(folded):
            yield kind, match[0].strip()
    starts = [0, *(match.end() for match in ENDS_SENTENCE.finditer(folded)), len(folded)]
    for start, end in pairwise(starts):
        sentence = folded[start:end]
        for kind, act in words.acts.items():
            if said := _said(sentence, kind, act, words):
                yield kind, said
        for kind, (says, matter) in words.pairs.items():
            if said := _paired(sentence, says, matter, words):
                yield kind, said


def _said(sentence: str, kind: str, act: re.Pattern[str], words: _Words) -> str:
    """The words from an act to its object, where a sentence has both and nothing parts them."""
    objects = list((words.own if kind in _OWN_ONLY else words.any_object).finditer(sentence))
    if kind in _OWN_ONLY:
        objects = [each for each in objects if words.mine.match(each[0]) or not _OTHERS_NOTE.search(each[0])]
    scale = _HAN_SHARE if words.language is Language.ZH else 1
    for done in act.finditer(sentence) if objects else ():
        if words.negation.search(sentence[max(0, done.start() - _NEGATED // scale) : done.start()]):
            continue
        for each in objects:
            if words.language is Language.ZH and each.start() < done.start() and not words.own.fullmatch(each[0]):
                # Without an article, what stands before the act is mostly the letter at hand: 本函取代…
                continue
            start, end = min(done.start(), each.start()), max(done.end(), each.end())
            between = sentence[min(done.end(), each.end()) : max(done.start(), each.start())]
            most = (_AFTER if each.start() >= done.start() else _BEFORE) // scale
            if len(between) <= most and not words.blocker.search(between):
                return sentence[start:end].strip()
    return ""


def _paired(sentence: str, says: re.Pattern[str], matter: re.Pattern[str], words: _Words) -> str:
    """The words from what is said to what it is said of, where both stand near each other in a sentence."""
    most = _NEAR // (_HAN_SHARE if words.language is Language.ZH else 1)
    matters = list(matter.finditer(sentence))
    for said in says.finditer(sentence) if matters else ():
        for each in matters:
            start, end = min(said.start(), each.start()), max(said.end(), each.end())
            between = sentence[min(said.end(), each.end()) : max(said.start(), each.start())]
            apart = said.end() <= each.start() or each.end() <= said.start()
            if apart and len(between) <= most and not words.blocker.search(between):
                return sentence[start:end].strip()
    return ""


@cache
def _tables() -> tuple[_Words, ...]:
    rows: dict[str, dict[tuple[str, str], list[str]]] = defaultdict(lambda: defaultdict(list))
    for row in read_words("letter_kinds"):
        rows[row["language"]][row["kind"], row["slot"]].append(fold(row["text"]))
    return tuple(_words_of(Language(code), slots) for code, slots in rows.items())


def _words_of(language: Language, slots: Mapping[tuple[str, str], list[str]]) -> _Words:
    def any_of(slot: str) -> str:
        return _joined(slots.get(("any", slot), ()))

    own, nouns = _joined([*slots.get(("any", "own"), ()), *slots.get(("any", "self"), ())]), any_of("noun")
    article = f"{own}|{any_of('the')}" if any_of("the") else own
    match language:
        case Language.AR:
            mine, others = f"{_ARABIC}(?:{own})", f"{_ARABIC}(?:{article})"
        case Language.ZH:
            whose = rf"(?:{own}).{{0,10}}?|日(?:的|致函|来函)?"
            mine, others = rf"(?:{whose})(?:{nouns})", rf"(?:{whose})?(?:{nouns})"
        case Language.RU:
            mine = rf"\b(?:{own})\s(?:[\w-]+\s){{0,2}}(?:{nouns})\b"
            others = rf"\b(?:{article})\s(?:[\w-]+\s){{0,2}}(?:{nouns})\b|\b(?:{nouns})\s(?:от|№)"
        case _:
            mine = rf"\b(?:{own})\s(?:[\w'-]+\s){{0,2}}(?:{nouns})\b"
            others = rf"\b(?:{article})\s?(?:[\w'-]+\s){{0,2}}(?:{nouns})\b"
    return _Words(
        language,
        {
            kind: _pattern(texts, language)
            for (kind, slot), texts in slots.items()
            if slot == "whole" and kind not in _APART
        },
        {kind: _pattern(texts, language) for (kind, slot), texts in slots.items() if slot == "act"},
        {
            kind: (_pattern(said, language), _pattern(slots[kind, "matter"], language))
            for (kind, slot), said in slots.items()
            if slot == "says"
        },
        {kind: _pattern(texts, language) for (kind, slot), texts in slots.items() if slot == "head"},
        re.compile(mine),
        _pattern(slots["any", "self"], language),
        re.compile(others),
        _pattern(slots["any", "blocker"], language),
        _pattern(slots["any", "negation"], language),
        _pattern(slots["behalf", "whole"], language),
        _pattern(slots["courtesy", "whole"], language),
    )


def _pattern(texts: Iterable[str], language: Language) -> re.Pattern[str]:
    """Any of the texts as whole words; Chinese has none, and in Arabic a letter may stand before a word."""
    joined = _joined(texts)
    if language is Language.ZH:
        return re.compile(f"(?:{joined})")
    if language is Language.AR:
        return re.compile(rf"{_ARABIC}(?:{joined})(?![\u0621-\u064a])")
    return re.compile(rf"(?<!\w)(?:{joined})(?:(?<=')|(?!\w))")


def _joined(texts: Iterable[str]) -> str:
    return "|".join(map(re.escape, sorted(texts, key=len, reverse=True)))
