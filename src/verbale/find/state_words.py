"""The words that States are looked for by: names, adjectives, parts of compounds, and what only looks like a State.

Names may be printed without their accents, all in capitals, or with every word raised. Sources: ``state_names.csv``,
``ambiguous.csv``, ``blockers.csv``, ``organisation_names.csv``, ``language_names.csv``, ``state_context.csv``.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cache

from ahocorasick_rs import AhoCorasick

from verbale.find.word_scanner import CASED, Role, Scanner, Word, context_words, with_arabic_article
from verbale.lexicon.scanning import find_words
from verbale.lexicon.states import organisations, state_names
from verbale.lexicon.tables import read_words
from verbale.lexicon.treaties import NameForm, treaty_names
from verbale.model.language import Language
from verbale.model.state import StateNameForm

CONTEXT = "state_context"
PAIR, SEVERAL, WEAK = "pair", "several", "weak"
_OF_LANGUAGE = "the name of a language"  # as blockers.csv gives the reason
_ARTICLE = re.compile(r"\w{1,3}[ ']")
_LATIN = frozenset({Language.EN, Language.FR, Language.ES})
_HAMZA = str.maketrans("\u0623\u0625\u0622", "\u0627\u0627\u0627")
_SMALL_WORDS = [re.compile(rf"(?<![^ -])[^\W\d_]{{{least},}}") for least in (2, 4)]
_SHORTEST_RAISED = 4
_IN_CAPITALS = frozenset({Role.NAME, Role.BLOCKER, Role.ORGANISATION, Role.HOLDER})


@cache
def state_scanner(language: Language) -> Scanner:
    """Everything that is looked for at once; of equal texts a blocker wins over a name, a name over an adjective."""
    words = _words(language)
    if language is Language.AR:
        joined = [(word, with_arabic_article(word.text)) for word in words]
        words += [replace(word, text=text) for word, text in joined if text]
    words += [varied for word in words for varied in _variants(word, language)]
    return Scanner(words, language, not_in_capitals=context_words(CONTEXT, "not_in_capitals", language))


def _words(language: Language) -> list[Word]:
    blockers = [row for row in read_words("blockers") if row["language"] == language]
    names = [row for row in read_words("language_names") if row["language"] == language]
    phrases = [row["text"] for row in blockers if row["reason"] == _OF_LANGUAGE]
    phrases += [row["text"] for row in names if row["form"] == "phrase" or language is Language.ZH]
    words = [Word(Role.LANGUAGE, text, also_language=True) for text in phrases]
    words += [Word(Role.BLOCKER, row["text"]) for row in blockers if row["reason"] != _OF_LANGUAGE]
    words += [Word(Role.BLOCKER, text) for text in context_words(CONTEXT, "blocker", language)]
    spoken = {row["text"] for row in names if row["form"] != "phrase"} | set(
        context_words(CONTEXT, "language", language)
    )
    words += _state_words(language, spoken)
    words += _compound_words(language)
    words += [Word(Role.LANGUAGE, text, also_language=True) for text in sorted(spoken)]
    words += [
        Word(Role.ORGANISATION, row["text"]) for row in read_words("organisation_names") if row["language"] == language
    ]
    words += _treaties_with_states(language, words)
    return words


def _state_words(language: Language, spoken: set[str]) -> Iterator[Word]:
    """Names first, then adjectives; those of several States and those that are common words too are marked."""
    several = {
        row["text"]: tuple(row["states"].split(";"))
        for row in read_words("ambiguous")
        if row["language"] == language and ";" in row["states"]
    }
    weak = set(context_words(CONTEXT, "weak", language))
    names = [name for name in state_names(language) if name.state not in organisations()]
    texts = {(name.state, name.text) for name in names}
    names = [name for name in names if not _has_article(name.state, name.text, texts)]
    for name in sorted(names, key=lambda name: name.form is StateNameForm.ADJECTIVE):
        role = Role.ADJECTIVE if name.form is StateNameForm.ADJECTIVE else Role.NAME
        ids = (name.state, *(each for each in several.get(name.text, ()) if each != name.state))
        key = SEVERAL if name.text in several else WEAK if name.text in weak else ""
        yield Word(role, name.text, ids, also_language=name.text in spoken, key=key)
    signs = {row["text"]: row["meaning"] for row in read_words(CONTEXT) if "sign" in row["kind"]}
    for text, states in several.items():
        pair = tuple(signs.get(character, "") for character in text)
        if set(pair) == set(states):
            yield Word(Role.NAME, text, pair, key=f"{PAIR}1")
        else:
            yield Word(Role.ADJECTIVE, text, states, key=SEVERAL)


def _compound_words(language: Language) -> Iterator[Word]:
    """The parts of compounds that are no words by themselves, and compounds that are written as one word."""
    meanings = _meanings("prefix", language)
    for text, state in meanings.items():
        yield Word(Role.PREFIX, f"{text}-", (state,))
    for text, state in _meanings("compound", language).items():
        yield Word(Role.SECOND, text, (state,))
    closed = [text for text in context_words(CONTEXT, "closed_prefix", language) if text in meanings]
    partners = {meanings[text] for text in closed} | set(_meanings("compound", language).values())
    adjectives = [
        name
        for name in (state_names(language) if closed else ())
        if name.form is StateNameForm.ADJECTIVE and name.state in partners and " " not in name.text
    ]
    for text in closed:
        for name in adjectives:
            if name.state != meanings[text] and name.text.islower():
                yield Word(Role.ADJECTIVE, text + name.text, (meanings[text], name.state), key=f"{PAIR}{len(text)}")


def _meanings(kind: str, language: Language) -> Mapping[str, str]:
    rows = (row for row in read_words(CONTEXT) if row["kind"] == kind and row["language"] == language)
    return {row["text"]: row["meaning"] for row in rows}


def _has_article(state: str, text: str, texts: set[tuple[str, str]]) -> bool:
    """Whether the name is another one with an article before it; an article is no part of a mention."""
    article = _ARTICLE.match(text)
    return article is not None and (state, text[article.end() :]) in texts


def _treaties_with_states(language: Language, words: Iterable[Word]) -> Iterator[Word]:
    """The names of treaties that hold the name of a State."""
    states = AhoCorasick({word.text for word in words if word.role in (Role.NAME, Role.ADJECTIVE)})
    for name in treaty_names(language):
        if name.form is not NameForm.SUBJECT and find_words(states, name.text):
            yield Word(Role.HOLDER, name.text)


def _variants(word: Word, language: Language) -> Iterator[Word]:
    """A word as it is printed by those who leave out accents, or set names in capitals or with raised words."""
    texts = {without_accents(word.text, language)}
    if language in CASED and word.role in _IN_CAPITALS and word.key != WEAK:
        if " " in word.text and word.role is Role.NAME:
            raised = {each.sub(_raised, word.text) for each in _SMALL_WORDS}
            texts |= raised | {without_accents(text, language) for text in raised}
        if len(word.text) >= _SHORTEST_RAISED:
            texts |= {text.upper() for text in texts | {word.text}}
    yield from (replace(word, text=text) for text in sorted(texts - {word.text}))


def _raised(match: re.Match[str]) -> str:
    return match[0][0].upper() + match[0][1:]


def without_accents(text: str, language: Language) -> str:
    """The text in plain letters: Latin ones without accents, Arabic alif without its hamza."""
    if language is Language.AR:
        return text.translate(_HAMZA)
    if language not in _LATIN or text.isascii():
        return text
    parts = unicodedata.normalize("NFD", text)
    return unicodedata.normalize("NFC", "".join(part for part in parts if not unicodedata.combining(part)))
