"""The words that States are looked for by: names, adjectives, parts of compounds, and what only looks like a State.

Names may be printed without their accents, all in capitals, or with every word raised. Sources: ``state_names.csv``,
``ambiguous.csv``, ``blockers.csv``, ``organisation_names.csv``, ``language_names.csv``, ``state_context.csv``.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from ahocorasick_rs import AhoCorasick

from verbale.find.word_scanner import CASED, Role, Scanner, Spelling, Word, context_words, with_arabic_article
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
_SHORTEST_RAISED = 4  # letters; a shorter name in capitals is an abbreviation of something else
_IN_CAPITALS = frozenset({Role.NAME, Role.BLOCKER, Role.ORGANISATION, Role.HOLDER})
_BLOCKER, _ORGANISATION, _HOLDER = Word(Role.BLOCKER), Word(Role.ORGANISATION), Word(Role.HOLDER)
_LANGUAGE = Word(Role.LANGUAGE, also_language=True)


@cache
def state_scanner(language: Language) -> Scanner:
    """Everything that is looked for at once; of equal texts a blocker wins over a name, a name over an adjective."""
    words = _words(language)
    if language is Language.AR:
        words += [(joined, word) for text, word in words if (joined := with_arabic_article(text))]
    words += [(varied, word) for text, word in words for varied in _variants(text, word, language)]
    return Scanner(words, language, not_in_capitals=context_words(CONTEXT, "not_in_capitals", language))


def _words(language: Language) -> list[Spelling]:
    blockers = [row for row in read_words("blockers") if row["language"] == language]
    names = [row for row in read_words("language_names") if row["language"] == language]
    phrases = [row["text"] for row in blockers if row["reason"] == _OF_LANGUAGE]
    phrases += [row["text"] for row in names if row["form"] == "phrase" or language is Language.ZH]
    words = [(text, _LANGUAGE) for text in phrases]
    words += [(row["text"], _BLOCKER) for row in blockers if row["reason"] != _OF_LANGUAGE]
    words += [(text, _BLOCKER) for text in context_words(CONTEXT, "blocker", language)]
    spoken = {row["text"] for row in names if row["form"] != "phrase"} | set(
        context_words(CONTEXT, "language", language)
    )
    words += _state_words(language, spoken)
    words += _compound_words(language)
    words += [(text, _LANGUAGE) for text in sorted(spoken)]
    words += [(row["text"], _ORGANISATION) for row in read_words("organisation_names") if row["language"] == language]
    words += _treaties_with_states(language, words)
    return words


def _state_words(language: Language, spoken: set[str]) -> Iterator[Spelling]:
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
        yield name.text, _word(role, ids, also_language=name.text in spoken, key=key)
    signs = {row["text"]: row["meaning"] for row in read_words(CONTEXT) if "sign" in row["kind"]}
    for text, states in several.items():
        pair = tuple(signs.get(character, "") for character in text)
        if set(pair) == set(states):
            yield text, Word(Role.NAME, pair, key=f"{PAIR}1")
        else:
            yield text, Word(Role.ADJECTIVE, states, key=SEVERAL)


@cache
def _word(role: Role, ids: tuple[str, ...], *, also_language: bool, key: str) -> Word:
    """One word for all names of a State that are good for the same."""
    return Word(role, ids, also_language, key)


def _compound_words(language: Language) -> Iterator[Spelling]:
    """The parts of compounds that are no words by themselves, and compounds that are written as one word."""
    meanings = _meanings("prefix", language)
    for text, state in meanings.items():
        yield f"{text}-", Word(Role.PREFIX, (state,))
    for text, state in _meanings("compound", language).items():
        yield text, Word(Role.SECOND, (state,))
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
                pair = (meanings[text], name.state)
                yield text + name.text, Word(Role.ADJECTIVE, pair, key=f"{PAIR}{len(text)}")


def _meanings(kind: str, language: Language) -> Mapping[str, str]:
    rows = (row for row in read_words(CONTEXT) if row["kind"] == kind and row["language"] == language)
    return {row["text"]: row["meaning"] for row in rows}


def _has_article(state: str, text: str, texts: set[tuple[str, str]]) -> bool:
    """Whether the name is another one with an article before it; an article is no part of a mention."""
    article = _ARTICLE.match(text)
    return article is not None and (state, text[article.end() :]) in texts


def _treaties_with_states(language: Language, words: Iterable[Spelling]) -> Iterator[Spelling]:
    """The names of treaties that hold the name of a State."""
    states = AhoCorasick({text for text, word in words if word.role in (Role.NAME, Role.ADJECTIVE)})
    for name in treaty_names(language):
        if name.form is not NameForm.SUBJECT and find_words(states, name.text):
            yield name.text, _HOLDER


def _variants(text: str, word: Word, language: Language) -> Iterator[str]:
    """A word as it is printed by those who leave out accents, or set names in capitals or with raised words."""
    texts = {without_accents(text, language)}
    if language in CASED and word.role in _IN_CAPITALS and word.key != WEAK:
        if " " in text and word.role is Role.NAME:
            raised = {each.sub(_raised, text) for each in _SMALL_WORDS}
            texts |= raised | {without_accents(each, language) for each in raised}
        if len(text) >= _SHORTEST_RAISED:
            texts |= {each.upper() for each in texts | {text}}
    yield from sorted(texts - {text})


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
