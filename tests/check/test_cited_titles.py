"""Titles of resolutions as they are cited in six languages, compared with the resolution at hand."""

from __future__ import annotations

import pytest

from verbale.app.reading import read_source
from verbale.check.context import CheckContext
from verbale.check.rules import find_in
from verbale.model.document import Document

HEADS = {
    "en": "76/53. Nuclear disarmament\n\nThe General Assembly,\n\n1. Calls upon all States to reply to the request;\n",
    "fr": "76/53. Désarmement nucléaire\n\nL’Assemblée générale,\n\n1. Demande à tous les États de répondre ;\n",
    "es": "76/53. Desarme nuclear\n\nLa Asamblea General,\n\n1. Exhorta a todos los Estados a que respondan;\n",
    "ru": "76/53. Ядерное разоружение\n\nГенеральная Ассамблея,\n\n1. призывает все государства ответить;\n",
    "zh": "76/53. 核裁军\n\n大会，\n\n1. 促请所有国家答复；\n",
    "ar": "76/53 - نزع السلاح النووي\n\nإن الجمعية العامة،\n\n1 - تهيب بجميع الدول أن ترد؛\n",
}
CITING = {
    "en": "1. Recalling its resolution 76/53 of 6 December 2021, entitled “{}”, the Assembly met.\n",
    "fr": "1. Rappelant sa résolution 76/53 du 6 décembre 2021, intitulée « {} », l’Assemblée s’est réunie.\n",
    "es": "1. Recordando su resolución 76/53, de 6 de diciembre de 2021, titulada “{}”, la Asamblea se reunió.\n",
    "ru": "1. Ссылаясь на свою резолюцию 76/53 от 6 декабря 2021 года, озаглавленную «{}», Ассамблея собралась.\n",
    "zh": "1. 回顾大会题为“{}”的2021年12月6日第76/53号决议，各国举行了会议。\n",
    "ar": "1 - إذ تشير إلى قرارها 76/53 المؤرخ 6 كانون الأول/ديسمبر 2021 المعنون ”{}“، اجتمعت الدول.\n",
}
OWN = {
    "en": "Nuclear Disarmament",
    "fr": "Désarmement nucléaire",
    "es": "Desarme nuclear",
    "ru": "Ядерное разоружение",
    "zh": "核裁军",
    "ar": "نزع السلاح النووي",
}
OTHER = {
    "en": "Conventional disarmament",
    "fr": "Désarmement classique",
    "es": "Desarme convencional",
    "ru": "Обычное разоружение",
    "zh": "常规裁军",
    "ar": "نزع السلاح التقليدي",
}


def at_hand(language: str) -> Document:
    text = f"A/RES/76/53\n\n{HEADS[language]}"
    document = read_source(text.encode(), f"known.{language}.txt")
    assert document.facts.symbol == "A/RES/76/53"
    assert document.facts.title
    return document


def titles(text: str, language: str, known: Document) -> list[str]:
    document = read_source(text.encode(), f"{language}.txt")
    found = find_in(CheckContext(document, {}, {"A/RES/76/53": known})).values()
    return [one.message for each in found for one in each if one.rule == "references/title"]


@pytest.mark.parametrize("language", sorted(CITING))
def test_another_title_is_told_with_the_right_one(language: str) -> None:
    known = at_hand(language)
    (message,) = titles(CITING[language].format(OTHER[language]), language, known)
    assert OTHER[language] in message
    assert str(known.facts.title) in message
    assert not titles(CITING[language].format(OWN[language]), language, known)


@pytest.mark.parametrize(
    "text",
    [
        "1. Recalling its resolution 76/53 of 6 December 2021, and the report entitled “Our work”, the Assembly met.\n",
        "1. Recalling its resolution 76/53 of 6 December 2021, entitled “Nuclear …”, the Assembly met.\n",
        "1. Recalling its resolutions 76/53 of 6 December 2021 and 76/54, entitled “Our work”, the Assembly met.\n",
        CITING["fr"].format("Désarmement"),
    ],
)
def test_what_is_not_its_title_is_not_compared(text: str) -> None:
    assert not titles(text, "en", at_hand("en"))
