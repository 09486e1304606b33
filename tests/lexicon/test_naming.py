"""The register's words: every key in six languages, with the same places to fill."""

from __future__ import annotations

import re
from collections import defaultdict

import pytest

from verbale.lexicon.naming import state_name, status_sentence, status_term, treaty_name
from verbale.lexicon.tables import read_table
from verbale.lexicon.treaties import treaties
from verbale.model.act import ActKind
from verbale.model.language import Language
from verbale.model.status import PartyLabel


@pytest.mark.parametrize("table", ["status_terms", "status_sentences", "holding_terms", "chart_words"])
def test_six_languages_and_the_same_places(table: str) -> None:
    found: dict[str, dict[str, set[str]]] = defaultdict(dict)
    for row in read_table(table):
        assert row["language"] not in found[row["key"]], row
        found[row["key"]][row["language"]] = set(re.findall(r"\{(\w+)\}", row["text"]))
    for key, languages in found.items():
        assert set(languages) == {language.value for language in Language}, key
        assert len({frozenset(places) for places in languages.values()}) == 1, key


def test_every_label_and_kind_has_a_word() -> None:
    for language in Language:
        for key in (*PartyLabel, *ActKind):
            assert status_term(key.value, language) != key.value or language in (Language.EN, Language.FR), key
    assert status_term("WITHDRAWING", Language.EN) == "party, notice of withdrawal given"


def test_names_and_what_has_none() -> None:
    assert state_name("CUB", Language.AR) == "كوبا"
    assert state_name("XXX", Language.EN) == "XXX"
    assert all(treaty_name(treaty, language) != treaty for treaty in treaties() for language in Language)
    assert treaty_name("XXX", Language.EN) == status_sentence("XXX", Language.EN) == "XXX"
