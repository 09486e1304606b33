"""Whole words and names looked up in the tables: a reply heading, the name of a language."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from functools import cache

from verbale.lexicon.folding import fold
from verbale.lexicon.states import state_names
from verbale.lexicon.tables import TableRow, read_words
from verbale.model.language import Language
from verbale.model.state import StateNameForm

_EDGE = " \t*.,:;[]"
_AROUND_SIGN = re.compile(r" ?([-/]) ?")
_SPACE_AT_BRACKET = re.compile(r"(?<=\() | (?=\))")
_HAN_SPACE = re.compile(r"(?<=[\u3400-\u9fff()]) | (?=[\u3400-\u9fff()])")
_ARTICLES: Mapping[Language, re.Pattern[str]] = {
    Language.EN: re.compile(r"^the | \(the\)$"),
    Language.FR: re.compile(r"^(?:l'|la |le |les )| \((?:l'|la|le|les)\)$"),
    Language.ES: re.compile(r"^(?:el |la |los |las )| \((?:el|la|los|las)\)$"),
}


def bare_name(text: str, language: Language) -> str:
    """A name as it is looked up: folded, bare of article, edge marks and spaces that printing varies."""
    folded = _AROUND_SIGN.sub(r"\1", fold(text).strip(_EDGE))
    folded = _SPACE_AT_BRACKET.sub("", folded)
    if language is Language.ZH:
        folded = _HAN_SPACE.sub("", folded)
    article = _ARTICLES.get(language)
    return article.sub("", folded, count=1) if article else folded


_Index = Mapping[str, frozenset[str]]


def _index(rows: Iterable[TableRow], value: str, language: Language) -> _Index:
    """The values of one column by looked-up text, in one language; more than one means that the text is ambiguous."""
    found: dict[str, set[str]] = defaultdict(set)
    for row in rows:
        if row["language"] == language:
            found[bare_name(row["text"], language)].add(row[value])
    return {text: frozenset(values) for text, values in found.items()}


@cache
def _states(language: Language) -> _Index:
    found: dict[str, set[str]] = defaultdict(set)
    for name in state_names(language):
        if name.form is not StateNameForm.ADJECTIVE:
            found[bare_name(name.text, language)].add(name.state)
    return {text: frozenset(ids) for text, ids in found.items()}


@cache
def _language_names(language: Language) -> _Index:
    return _index(read_words("language_names"), "names", language)


def _find(index: Callable[[Language], _Index], text: str, language: Language | None) -> str | None:
    """The one value the whole text stands for, in one language or, when that is not known, in all of them."""
    languages = tuple(Language) if language is None else (language,)
    values = frozenset[str]().union(*(index(each).get(bare_name(text, each), frozenset()) for each in languages))
    return next(iter(values)) if len(values) == 1 else None


def find_state(name: str, language: Language | None) -> str | None:
    """The id (ISO 3166 alpha-3, or one of ``states.csv``) of the State a whole text names, as a reply heading does.

    With or without article; short, formal and former names and abbreviations count, adjectives do not. None when the
    text is no such name or names two States. Source: ``state_names.csv``.
    """
    return _find(_states, name, language)


def find_language_name(text: str, language: Language | None) -> str | None:
    """The two-letter code of the language that a text names (``французском`` -> ``fr``): official languages, de, pt."""
    return _find(_language_names, text, language)


@cache
def headings(key: str, language: Language) -> frozenset[str]:
    """The words of one key of ``headings.csv`` in one language, as printed; empty when there are none."""
    rows = read_words("headings")
    return frozenset(row["text"] for row in rows if row["key"] == key and row["language"] == language)
