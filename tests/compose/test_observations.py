"""Observations drafted from the register, in six languages, with every plural class."""

from __future__ import annotations

from dataclasses import replace

import pytest

from verbale.compose.observations import Interval, draft_observations
from verbale.compose.tree_builder import TreeBuilder
from verbale.compose.words import say
from verbale.find.annotate import find_annotations
from verbale.find.setting import DocumentContext
from verbale.model.annotation import AnnotationKind
from verbale.model.language import Language
from verbale.model.node import NodeKind
from verbale.model.programme import Observed
from verbale.programmes.lookup import get_programme
from verbale.register.status_as_of import status

EVERY = pytest.mark.parametrize("language", list(Language))
NUCLEAR = get_programme("nuclear-disarmament")
INTERVAL = Interval("2021-07-14", "2022-06-21", "A/76/117")

# A number of every class of CLDR that a language tells apart, and the words that a native reader expects with it.
SIGNED = [
    (Language.EN, 1, "1 State had signed"),
    (Language.EN, 2, "2 States had signed"),
    (Language.EN, 101, "101 States had signed"),
    (Language.FR, 1, "1 État avait signé"),
    (Language.FR, 2, "2 États avaient signé"),
    (Language.ES, 1, "1 Estado había firmado"),
    (Language.ES, 5, "5 Estados habían firmado"),
    (Language.ZH, 1, "1个国家签署"),
    (Language.ZH, 86, "86个国家签署"),
    (Language.RU, 1, "1 государство подписало"),
    (Language.RU, 21, "21 государство подписало"),
    (Language.RU, 3, "3 государства подписали"),
    (Language.RU, 62, "62 государства подписали"),
    (Language.RU, 5, "5 государств подписали"),
    (Language.RU, 11, "11 государств подписали"),
    (Language.RU, 112, "112 государств подписали"),
    (Language.AR, 0, "لم تكن أي دولة قد وقعت"),
    (Language.AR, 1, "كانت دولة واحدة قد وقعت"),
    (Language.AR, 2, "كانت دولتان قد وقعتا"),
    (Language.AR, 3, "كانت 3 دول قد وقعت"),
    (Language.AR, 10, "كانت 10 دول قد وقعت"),
    (Language.AR, 11, "كانت 11 دولة قد وقعت"),
    (Language.AR, 86, "كانت 86 دولة قد وقعت"),
    (Language.AR, 100, "كانت 100 دولة قد وقعت"),
    (Language.AR, 103, "كانت 103 دول قد وقعت"),
]


@pytest.mark.parametrize(("language", "number", "words"), SIGNED)
def test_every_class_of_plural_reads_as_it_should(language: Language, number: int, words: str) -> None:
    assert say("obs-signed", language, count=number, number=str(number)) == words


@pytest.mark.parametrize(
    ("language", "number", "words"),
    [
        (Language.RU, 1, "еще 1 государством"),
        (Language.RU, 8, "еще 8 государствами"),
        (Language.AR, 1, "تصديق دولة واحدة"),
        (Language.AR, 2, "تصديق دولتين"),
        (Language.AR, 8, "تصديق 8 دول"),
        (Language.AR, 44, "تصديق 44 دولة"),
        (Language.EN, 1, "ratification of 1 State:"),
        (Language.FR, 1, "ratification de 1 État"),
        (Language.ES, 8, "ratificación de 8 Estados"),
    ],
)
def test_what_is_awaited_reads_as_it_should(language: Language, number: int, words: str) -> None:
    assert words in say("obs-outstanding", language, count=number, number=str(number), states="X")


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
    def told(as_of: str, treaty: str, previous: str = "") -> str:
        leaves = TreeBuilder(Language.EN, replace(NUCLEAR, observed=Observed((treaty,))))
        draft_observations(leaves, Interval("", as_of, previous))
        return leaves.nodes[-1].text

    assert "Suspended by Russian Federation" in told("2023-06-01", "NEW_START")
    assert "Not in force" in told("2026-03-01", "NEW_START")
    assert "Enters into force on 22 January 2021" in told("2020-11-01", "TPNW")
    assert "Since" not in told("2022-06-21", "TPNW")
