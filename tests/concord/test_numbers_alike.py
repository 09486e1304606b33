"""Versions that print one number in their own ways are not said to differ; those that print another are."""

from __future__ import annotations

import pytest

from verbale.concord.aligned_row import AlignedRow
from verbale.concord.compared_units import unit_of
from verbale.concord.row_values import find_in_values
from verbale.find.annotate import find_annotations
from verbale.find.setting import DocumentContext
from verbale.model.concordance import Aspect
from verbale.model.language import Language
from verbale.model.node import Node, NodeKind

ALIKE = {
    "session": {
        "ar": "تشير إلى محضر الدورة السابعة والسبعين",
        "zh": "回顾第七十七届会议的记录",
        "en": "Recalls the record of the seventy-seventh session",
        "fr": "Rappelle le compte rendu de la soixante dix-septième session",
        "ru": "ссылается на отчет о семьдесят седьмой сессии",
        "es": "Recuerda el acta del septuagésimo séptimo período de sesiones",
    },
    "years": {
        "ar": "ترحب بالخطة العشرية وبالذكرى السنوية الثلاثين لها",
        "zh": "欢迎十年计划及其三十周年",
        "en": "Welcomes the 10-year plan and its thirtieth anniversary",
        "fr": "Accueille avec satisfaction le plan décennal et son trentième anniversaire",
        "ru": "приветствует 10-летний план и его тридцатилетие",
        "es": "Acoge con beneplácito el plan decenal y su trigésimo aniversario",
    },
    "sides": {
        "ar": "تدعو إلى التعاون الثلاثي بعد كوفيد-19",
        "zh": "呼吁在冠状病毒病疫后开展三方合作",
        "en": "Calls for triangular cooperation after COVID-19",
        "fr": "Demande une coopération triangulaire après la COVID-19",
        "ru": "призывает к трехстороннему сотрудничеству после COVID-19",
        "es": "Pide la cooperación triangular después de la COVID-19",
    },
    "articles": {
        "ar": "تشير إلى المادتين 143 و 145",
        "zh": "回顾第一四三和一四五条",
        "en": "Recalls articles 143 and 145",
        "fr": "Rappelle les articles 143 et 145",
        "ru": "ссылается на статьи 143 и 145",
        "es": "Recuerda los artículos 143 y 145",
    },
    "votes": {
        "ar": "بأغلبية إحدى وتسعين دولة",
        "zh": "以91个国家的多数",
        "en": "by a majority of 91 States",
        "fr": "à la majorité de quatre-vingt-onze États",
        "ru": "большинством в девяносто одно государство",
        "es": "por mayoría de 91 Estados",
    },
}


def differing(texts: dict[str, str]) -> list[tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]]:
    """Who stands apart with what in the numbers of one row, and what the others print."""
    row = AlignedRow()
    for name, text in texts.items():
        language = Language(name)
        node = Node("1", NodeKind.PARAGRAPH, text, (), language=language)
        setting = DocumentContext(language, "generic", None, None, None)
        row.cells[language] = (unit_of(node, language, find_annotations([node], setting)),)
    found = [odd for odd in find_in_values([row]) if odd.aspect is Aspect.NUMBER]
    return [(tuple(one.value for one in odd.apart), tuple(odd.printed), tuple(odd.others)) for odd in found]


@pytest.mark.parametrize("what", sorted(ALIKE))
def test_one_number_in_six_languages(what: str) -> None:
    assert differing(ALIKE[what]) == []


@pytest.mark.parametrize(
    ("what", "language", "text", "apart"),
    [
        ("session", "fr", "Rappelle le compte rendu de la soixante-dix-huitième session", ("78", "77")),
        ("votes", "ar", "بأغلبية اثنتين وتسعين دولة", ("92", "91")),
        ("articles", "zh", "回顾第一四三和一四六条", ("146", "145")),
    ],
)
def test_another_number_is_told(what: str, language: str, text: str, apart: tuple[str, str]) -> None:
    assert differing({**ALIKE[what], language: text}) == [((language,), apart[:1], apart[1:])]


def test_a_derived_word_is_no_evidence_of_the_number_of_something_else() -> None:
    texts = {
        "en": "Welcomes the plan and the 30 States",
        "fr": "Accueille avec satisfaction le plan et les 30 États",
        "es": "Acoge con beneplácito el plan y los 30 Estados",
        "ru": "приветствует план и его тридцатилетие",
    }
    assert differing(texts) == [(("ru",), (), ("30",))]
