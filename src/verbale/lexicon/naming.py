"""How the register's answers are worded: names of States and treaties, terms and sentences, in one language.

Sources: ``state_names.csv``, ``treaty_names.csv``, ``status_terms.csv``, ``status_sentences.csv``,
``holding_terms.csv``, ``chart_words.csv`` and ``map_area_names.csv``.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from verbale.lexicon.states import state_names
from verbale.lexicon.tables import read_words
from verbale.model.language import Language
from verbale.model.state import StateNameForm


@cache
def _state_names(language: Language) -> Mapping[str, str]:
    names: dict[str, str] = {}
    for name in state_names(language):
        if name.form is StateNameForm.SHORT and not name.until:
            names.setdefault(name.state, name.text)
    return MappingProxyType(names)


@cache
def _treaty_names(language: Language) -> Mapping[str, str]:
    names: dict[str, str] = {}
    for row in read_words("treaty_names"):
        if row["language"] == language and row["form"] == "official":
            names.setdefault(row["treaty"], row["text"])
    return MappingProxyType(names)


@cache
def _words(table: str, language: Language) -> Mapping[str, str]:
    return MappingProxyType({row["key"]: row["text"] for row in read_words(table) if row["language"] == language})


def state_name(state: str, language: Language) -> str:
    """The short name of a State, by its id; the id itself where no name is known."""
    return _state_names(language).get(state, state)


def treaty_name(treaty: str, language: Language) -> str:
    """The official name of a treaty, by its id; the id itself where no name is known."""
    return _treaty_names(language).get(treaty, treaty)


def status_term(key: str, language: Language) -> str:
    """The word for a label, a kind of act, a count or a period (``P180D``); the key itself where there is none."""
    return _words("status_terms", language).get(key, key)


def status_sentence(key: str, language: Language) -> str:
    """The sentence of a step of an explanation, with ``{places}`` to fill; the key itself where there is none."""
    return _words("status_sentences", language).get(key, key)


def holding_term(key: str, language: Language) -> str:
    """The heading of a kind of register line, or a word of such a page; the key itself where there is none."""
    return _words("holding_terms", language).get(key, key)


def chart_words(key: str, language: Language) -> str:
    """Words on or under a chart or a map, with ``{places}`` to fill; the key itself where there are none."""
    return _words("chart_words", language).get(key, key)


@cache
def _area_names(language: Language) -> Mapping[str, str]:
    rows = read_words("map_area_names")
    return MappingProxyType({row["area"]: row["text"] for row in rows if row["language"] == language})


def find_area_name(area: str, language: Language) -> str | None:
    """The name of an area of the map that has no status, by its id in ``world_map.csv``."""
    return _area_names(language).get(area)
