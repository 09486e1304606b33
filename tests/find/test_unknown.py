"""Where no language is known: symbols and dates that need none; and text in decomposed letters."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.lengths import examples

from verbale.find.annotate import find_annotations
from verbale.find.setting import DocumentContext
from verbale.model.annotation import Annotation
from verbale.model.language import Language
from verbale.model.node import Node, NodeKind


def annotate(text: str, language: Language | None) -> tuple[Annotation, ...]:
    setting = DocumentContext(language, "report", None, 76, "2022-06-21")
    return find_annotations([Node("1", NodeKind.PARAGRAPH, text, ())], setting)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A/RES/76/53, 2022-05-09", ["A/RES/76/53", "2022-05-09"]),
        ("9 May 2022: A/77/123", ["2022-05-09", "A/77/123"]),
        ("9 mai 2022; 9 de mayo de 2022; 9 мая 2022", ["2022-05-09"] * 3),
        ("2022年5月9日 S/RES/1540 (2004)", ["2022-05-09", "S/RES/1540(2004)"]),
        ("9. April 2021", ["2021-04-09"]),
        ("Fiji 20 September 2017 7 July 2020", ["2017-09-20", "2020-07-07"]),
        ("76/53, 2022, 12", []),
    ],
)
def test_symbols_and_dates_without_a_language(text: str, expected: list[str]) -> None:
    found = annotate(text, None)
    assert [one.value.get("symbol") or one.value["start"] for one in found] == expected
    assert all(one.text == text[one.start : one.end] for one in found)


_SENTENCES = {
    Language.EN: "Côte d’Ivoire and Türkiye recalled resolution 76/53 of 6 December 2021, as 91 States did.",
    Language.FR: "La République de Corée, le Pérou et 47 États ont cité la résolution 76/53 du 4 août 2022 (TNP).",
    Language.ES: "México, el Perú y España recordaron la resolución 76/53 y la reunión del 9 de mayo de 2022.",
    Language.RU: "Российская Федерация и Йемен сослались на резолюцию 76/53 от 6 декабря 2021 года, её поддержали 91.",
    Language.AR: "أشارت ألمانيا وإيران والأردن إلى القرار 76/53 المؤرخ 4 آب/أغسطس 2022 وأيدته مصرُ و91 دولةً.",
    Language.ZH: "中国和美利坚合众国于2022年5月9日回顾第76/53号决议。",
}


@pytest.mark.parametrize("language", Language)
def test_decomposed_letters_are_read_as_composed_ones(language: Language) -> None:
    composed = unicodedata.normalize("NFC", _SENTENCES[language])
    one, two = annotate(composed, language), annotate(unicodedata.normalize("NFD", composed), language)
    assert len(one) >= 4
    assert [(each.kind, each.value, each.text) for each in one] == [
        (each.kind, each.value, unicodedata.normalize("NFC", each.text)) for each in two
    ]


@settings(max_examples=examples(60))
@given(
    st.sampled_from(Language),
    st.lists(st.sampled_from([*" ".join(_SENTENCES.values()).split(), "é", "\u0301", "أ", "й"]), max_size=14),
)
def test_any_text_gives_the_same_composed_and_decomposed(language: Language, words: list[str]) -> None:
    composed = unicodedata.normalize("NFC", " ".join(words))
    decomposed = unicodedata.normalize("NFD", composed)
    one, two = annotate(composed, language), annotate(decomposed, language)
    assert [(each.kind, each.value) for each in one] == [(each.kind, each.value) for each in two]
    for left, right in zip(one, two, strict=True):
        assert right.text == decomposed[right.start : right.end]
        assert unicodedata.normalize("NFC", right.text) == unicodedata.normalize("NFC", left.text)
