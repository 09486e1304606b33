"""What counts as one value in six languages."""

from __future__ import annotations

import pytest

from verbale.concord.compared_units import ComparedUnit, link_key, unit_of
from verbale.model.concordance import Aspect
from verbale.model.language import Language
from verbale.model.node import Node, NodeKind


def unit(language: str, text: str) -> ComparedUnit:
    return unit_of(Node("1", NodeKind.PARAGRAPH, text, ()), Language(language), [])


def firm(language: str, text: str) -> set[str]:
    return {value.key for value in unit(language, text).claims(Aspect.NUMBER)}


@pytest.mark.parametrize(
    ("language", "text", "numbers"),
    [
        ("en", "23,300 warheads, 2.5 million people, target 16.4", {"23300", "2500000", "16.4"}),
        ("fr", "23 300 ogives, 2,5 millions de personnes, cible 16.4", {"23300", "2500000", "16.4"}),
        ("es", "23.300 ojivas, 2,5 millones de personas, meta 16.4", {"23300", "2500000", "16.4"}),
        ("zh", "23 300枚弹头、250万人、具体目标16.4", {"23300", "2500000", "16.4"}),
        ("ar", "الدول الأربع والأربعين في دورتها السابعة والسبعين", {"44", "77"}),
        ("en", "at its seventy-seventh session, one of the 44 States", {"77", "44"}),
        ("ru", "на своей семьдесят седьмой сессии 44 государства", {"77", "44"}),
        ("fr", "à sa soixante-dix-septième session, l’un des 44 États", {"77", "44"}),
        ("fr", "à sa soixante- dix-septième session, le vingt -cinquième anniversaire", {"77", "25"}),
        ("en", "it fell to 16.6 billion dollars", {"16600000000"}),
        ("es", "en su septuagésimo séptimo período de sesiones, 44 Estados", {"77", "44"}),
        ("zh", "第七十七届会议，44个国家", {"77", "44"}),
        ("fr", "à sa soixante- dix-huitième session et au vingt -cinquième anniversaire", {"78", "25"}),
        ("ar", "الغايات المائة والتسع والستين", {"169"}),
        ("en", "16.6 billion dollars", {"16600000000"}),
    ],
)
def test_numbers_have_one_key_in_every_language(language: str, text: str, numbers: set[str]) -> None:
    assert firm(language, text) == numbers


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "the COVID-19 pandemic, per cent, on the one hand"),
        ("zh", "千年发展目标、百分点、统一"),
        ("ar", "في المائة"),
        ("fr", "L’indice a crû, l’autre non"),
        ("en", "our note ODA/2022-00991"),
        ("zh", "2019冠状病毒病、三方合作、十年计划"),
        ("en", "the 10-year plan and its 5-, 10- and 15-year reviews"),
        ("ru", "10-летний план и его тридцатилетие"),
        ("fr", "la maladie à coronavirus 2019 (COVID-19), le plan décennal"),
        ("fr", "L’indice moyen"),
        ("es", "de 10.00 a 13.00 horas"),
        ("ar", "من الساعة 00/10 إلى الساعة 00/13"),
    ],
)
def test_what_only_looks_like_a_number_is_not_claimed(language: str, text: str) -> None:
    assert firm(language, text) == set()


@pytest.mark.parametrize(
    ("language", "text", "aspect", "key"),
    [
        ("ar", "الغاية 4-16", Aspect.NUMBER, "16.4"),
        ("en", "in the twenty-first century", Aspect.NUMBER, "21"),
        ("fr", "au XXIe siècle", Aspect.NUMBER, "21"),
        ("fr", "la loi no 10 de 2018", Aspect.NUMBER, "10/2018"),
        ("ar", "القانون رقم 10/2018", Aspect.NUMBER, "10"),
        ("en", "article 20 (2)", Aspect.NUMBER, "20.2"),
        ("ar", "من الساعة 00/10", Aspect.NUMBER, "10"),
        ("en", "on the 9th and 12th of December in 2021", Aspect.DATE, "2021-12-12"),
        ("zh", "2021年12月12日", Aspect.DATE, "2021-12-12"),
        ("en", "as in 75/241", Aspect.SYMBOL, "A/RES/75/241"),
        ("es", "A / CONF.192 / 15", Aspect.SYMBOL, "A/CONF.192/15"),
    ],
)
def test_evidence_of_a_value_in_any_form(language: str, text: str, aspect: Aspect, key: str) -> None:
    assert unit(language, text).shows(aspect, key)


def test_no_evidence_where_nothing_is_printed() -> None:
    text = "Recalls 75/24 of 2 December 2021"
    assert not unit("en", text).shows(Aspect.SYMBOL, "A/RES/75/241")
    assert not unit("en", text).shows(Aspect.DATE, "2021-12-12")
    assert not unit("en", text).shows(Aspect.NUMBER, "77")


def test_links_have_one_key_whatever_the_language() -> None:
    arabic, english = "https://undocs.org/ar/A/RES/76/53", "https://undocs.org/en/A/RES/76/53"
    assert link_key(arabic) == link_key(english) == "A/RES/76/53"
    assert link_key("https://undocs.org/en/A/60/88/Corr.2") == ""
