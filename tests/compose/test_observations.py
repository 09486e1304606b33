"""Observations drafted from the register, in six languages, with every plural class."""

from __future__ import annotations

from dataclasses import replace

import pytest

from verbale.compose.observations import draft_observations
from verbale.compose.treaty_sentences import Interval, instrument_values
from verbale.compose.tree_builder import TreeBuilder
from verbale.compose.words import say
from verbale.find.annotate import find_annotations
from verbale.find.setting import DocumentContext
from verbale.lexicon.written import write_count
from verbale.model.annotation import AnnotationKind
from verbale.model.language import Language
from verbale.model.node import NodeKind
from verbale.model.programme import Observed
from verbale.programmes.lookup import get_programme
from verbale.register.status_as_of import status

EVERY = pytest.mark.parametrize("language", list(Language))
NUCLEAR = get_programme("nuclear-disarmament")
INTERVAL = Interval("2021-07-14", "2022-06-21")

# A number of every class of CLDR that a language tells apart, and the words that a native reader expects with it.
SIGNED = [
    (Language.EN, 1, "one State had signed the Treaty"),
    (Language.EN, 2, "two States had signed the Treaty"),
    (Language.EN, 101, "101 States had signed the Treaty"),
    (Language.FR, 1, "un État avait signé le Traité"),
    (Language.FR, 86, "86 États avaient signé le Traité"),
    (Language.ES, 1, "un Estado había firmado el Tratado"),
    (Language.ES, 5, "cinco Estados habían firmado el Tratado"),
    (Language.ZH, 1, "已有1个国家签署该条约"),
    (Language.ZH, 86, "已有86个国家签署该条约"),
    (Language.RU, 1, "Договор подписало одно государство"),
    (Language.RU, 21, "Договор подписало 21 государство"),
    (Language.RU, 3, "Договор подписали три государства"),
    (Language.RU, 62, "Договор подписали 62 государства"),
    (Language.RU, 5, "Договор подписали пять государств"),
    (Language.RU, 11, "Договор подписали 11 государств"),
    (Language.RU, 112, "Договор подписали 112 государств"),
    (Language.AR, 1, "وقعت المعاهدة دولة واحدة"),
    (Language.AR, 2, "وقعت المعاهدة دولتان"),
    (Language.AR, 3, "وقعت المعاهدة ثلاث دول"),
    (Language.AR, 10, "وقعت المعاهدة 10 دول"),
    (Language.AR, 11, "وقعت المعاهدة 11 دولة"),
    (Language.AR, 86, "وقعت المعاهدة 86 دولة"),
    (Language.AR, 100, "وقعت المعاهدة 100 دولة"),
    (Language.AR, 103, "وقعت المعاهدة 103 دول"),
]


@pytest.mark.parametrize(("language", "number", "words"), SIGNED)
def test_every_class_of_plural_reads_as_it_should(language: Language, number: int, words: str) -> None:
    named = instrument_values("TPNW", language)
    assert say("obs-signed", language, count=number, number=write_count(number, language), **named) == words


@pytest.mark.parametrize(
    ("language", "number", "words"),
    [
        (Language.RU, 1, "ратификация следующим государством: X"),
        (Language.RU, 8, "ратификация следующими восемью государствами: X"),
        (Language.RU, 21, "ратификация следующим 21 государством: X"),
        (Language.RU, 44, "ратификация следующими 44 государствами: X"),
        (Language.AR, 1, "تصديق الدولة التالية: X"),
        (Language.AR, 2, "تصديق الدولتين التاليتين: X"),
        (Language.AR, 8, "تصديق الدول الثماني التالية: X"),
        (Language.AR, 44, "تصديق الدول التالية وعددها 44: X"),
        (Language.EN, 1, "Ratification by the following State is needed"),
        (Language.EN, 8, "Ratification by the following eight States is needed"),
        (Language.FR, 1, "La ratification de l’État ci-après est encore nécessaire"),
        (Language.ES, 8, "la ratificación de los ocho Estados siguientes: X"),
        (Language.ZH, 8, "尚待下列8个国家批准方可生效：X"),
    ],
)
def test_what_is_awaited_reads_as_it_should(language: Language, number: int, words: str) -> None:
    named = instrument_values("CTBT", language)
    said = say("obs-outstanding", language, count=number, number=write_count(number, language), states="X", **named)
    assert words in said


@EVERY
def test_sentences_agree_with_the_word_for_the_instrument(language: Language) -> None:
    """A convention is feminine in French, Russian, Spanish and Arabic, a statute masculine."""

    def told(treaty: str) -> str:
        leaves = TreeBuilder(language, replace(NUCLEAR, observed=Observed((treaty,))))
        draft_observations(leaves, INTERVAL)
        return leaves.nodes[-1].text

    signs = {
        Language.EN: ("had signed the Convention", "had signed the Statute"),
        Language.FR: ("l’avaient ratifiée", "l’avaient ratifié, accepté"),
        Language.ES: ("la habían ratificado", "lo habían ratificado"),
        Language.RU: ("ратифицировали ее", "утвердили его"),
        Language.AR: ("صدقت عليها", "صدقت عليه "),
        Language.ZH: ("签署该公约", "签署该规约"),
    }
    convention, statute = signs[language]
    assert convention in told("BWC")
    assert statute in told("ROME_STATUTE")


def test_successions_are_counted_as_successions() -> None:
    leaves = TreeBuilder(Language.EN, replace(NUCLEAR, observed=Observed(("NPT",))))
    draft_observations(leaves, INTERVAL)
    assert "114 had ratified or succeeded to it and 77 had acceded to it" in leaves.nodes[-1].text


@EVERY
def test_the_status_of_21_june_2022_is_told_with_its_counts(language: Language) -> None:
    leaves = TreeBuilder(language, NUCLEAR, number=5)
    draft_observations(leaves, INTERVAL)
    items = {node.ref: node.text for node in leaves.nodes if node.kind is NodeKind.ITEM}
    assert all(number in items["II.6.a"] for number in ("86", "62", "3"))
    found = find_annotations(leaves.nodes, DocumentContext(language, "report", "A/77/9901", 77, "2022-07-08"))
    units = {
        str(one.value["unit"]): one.value["number"]
        for one in found
        if one.ref == "II.6.a" and one.kind is AnnotationKind.QUANTITY and "unit" in one.value
    }
    assert units.get("signature") == 86
    assert units.get("ratification") == 62
    assert units.get("accession") == 3


@EVERY
def test_every_language_names_the_same_states_and_days(language: Language) -> None:
    def told(language: Language) -> set[tuple[str, str, str]]:
        leaves = TreeBuilder(language, NUCLEAR, number=5)
        draft_observations(leaves, INTERVAL)
        found = find_annotations(leaves.nodes, DocumentContext(language, "report", "A/77/9901", 77, "2022-07-08"))
        keys = {AnnotationKind.STATE: "iso3", AnnotationKind.DATE: "start"}
        return {(one.ref, one.kind, str(one.value.get(keys[one.kind]))) for one in found if one.kind in keys}

    assert told(language) == told(Language.EN)


@EVERY
def test_every_sentence_is_tied_to_what_it_rests_on(language: Language) -> None:
    leaves = TreeBuilder(language, NUCLEAR, number=5)
    ties = draft_observations(leaves, INTERVAL)
    texts = {node.ref: node.text for node in leaves.nodes}
    assert all(tie.text in texts[tie.ref] for tie in ties)
    counted = next(tie for tie in ties if tie.treaty == "TPNW")
    deposited = status("TPNW", "2022-06-21").counts.deposited
    assert deposited is not None
    assert len(counted.sources) >= deposited
    assert all(tie.as_of == "2022-06-21" for tie in ties)


def test_suspension_expiry_and_what_lies_ahead_are_told() -> None:
    def told(as_of: str, treaty: str) -> str:
        leaves = TreeBuilder(Language.EN, replace(NUCLEAR, observed=Observed((treaty,))))
        draft_observations(leaves, Interval("", as_of))
        return leaves.nodes[-1].text

    assert "has been suspended by the Russian Federation" in told("2023-06-01", "NEW_START")
    assert "The Treaty is no longer in force; it expired on 4 February 2026." in told("2026-03-01", "NEW_START")
    assert "The Treaty will enter into force on 22 January 2021" in told("2020-11-01", "TPNW")
    assert "Since" not in told("2022-06-21", "TPNW")
