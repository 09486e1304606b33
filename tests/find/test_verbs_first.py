"""Acts that are counted with their verb before the number, or with a pronoun for the treaty."""

from __future__ import annotations

import pytest

from verbale.find.annotate import find_annotations
from verbale.find.setting import DocumentContext
from verbale.model.annotation import AnnotationKind
from verbale.model.language import Language
from verbale.model.node import Node, NodeKind

CASES = [
    (
        Language.RU,
        "Договор подписали 186 государств, а ратифицировали его 172 государства.",
        {186: "signature", 172: "ratification"},
    ),
    (Language.RU, "Конвенцию ратифицировали 21 государство и две организации.", {21: "ratification"}),
    (Language.RU, "Стороны подписали 3 договора.", {3: None}),
    (Language.AR, "ووقعت المعاهدة 86 دولة وصدقت عليها 62 دولة.", {86: "signature", 62: "ratification"}),
    (Language.AR, "صدقت 176 دولة على المعاهدة.", {176: "ratification"}),
    (Language.FR, "Au total, 86 États ont signé le Traité et 62 l’ont ratifié.", {86: "signature", 62: "ratification"}),
    (Language.ES, "Han firmado el Tratado 86 Estados y 62 lo han ratificado.", {86: "signature", 62: "ratification"}),
    (Language.EN, "The Treaty had been signed, and 86 States had ratified it.", {86: "ratification"}),
]


@pytest.mark.parametrize(("language", "text", "counted"), CASES)
def test_what_is_counted(language: Language, text: str, counted: dict[int, str | None]) -> None:
    found = find_annotations(
        [Node("1", NodeKind.PARAGRAPH, text, ())], DocumentContext(language, "report", None, None, "")
    )
    units = {one.value["number"]: one.value["unit"] for one in found if one.kind is AnnotationKind.QUANTITY}
    for number, unit in counted.items():
        assert number in units
        if unit is not None:
            assert units[number] == unit
        else:
            assert units[number] not in {"signature", "ratification", "accession"}
