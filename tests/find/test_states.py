"""States in running text, in six languages: the longest sense, the adjective, and what only looks like a State."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.lengths import examples

from verbale.find.passage import read_passages
from verbale.find.setting import DocumentContext
from verbale.find.states import find_states
from verbale.model.annotation import Annotation
from verbale.model.language import Language
from verbale.model.node import Node, NodeKind

ANY_TEXT = st.text(max_size=120) | st.lists(
    st.sampled_from(
        [
            "中国",
            "巴",
            "朝韩",
            "俄",
            "Guinea",
            "-Bissau",
            "United States",
            " ",
            "(",
            "и",
            "ال",
            "اليابان",
            "و",
            "ّ",
            "’",
            "\u00a0",
        ]
    ),
    max_size=30,
).map("".join)


def states_of(text: str, language: str = "en", *before: str) -> list[Annotation]:
    texts = [*before, text]
    nodes = [Node(str(place), NodeKind.PARAGRAPH, each, ()) for place, each in enumerate(texts)]
    found = find_states(read_passages(nodes, DocumentContext(Language(language), "report", None, 76, None)))
    return [one for one in found if one.ref == str(len(before))]


def pairs(text: str, language: str, *before: str) -> list[tuple[str, object]]:
    return [(one.text, one.value["iso3"]) for one in states_of(text, language, *before)]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("zh", "日本和大韩民国提交了共同声明。", [("日本", "JPN"), ("大韩民国", "KOR")]),
        ("en", "Japan and the Republic of Korea spoke.", [("Japan", "JPN"), ("Republic of Korea", "KOR")]),
        ("fr", "Le Japon et l’Ukraine ont répondu.", [("Japon", "JPN"), ("Ukraine", "UKR")]),
        ("es", "El Japón y los Estados Unidos de América.", [("Japón", "JPN"), ("Estados Unidos de América", "USA")]),
        ("ru", "Япония и Российская Федерация.", [("Япония", "JPN"), ("Российская Федерация", "RUS")]),
        ("ar", "تعاونت اليابان والاتحاد الروسي", [("اليابان", "JPN"), ("الاتحاد الروسي", "RUS")]),
        ("ar", "قُدّمت لليابان وللاتحاد الروسي", [("لليابان", "JPN"), ("للاتحاد الروسي", "RUS")]),
    ],
)
def test_names(language: str, text: str, expected: list[tuple[str, str]]) -> None:
    assert pairs(text, language) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "Guinea-Bissau, Equatorial Guinea and Papua New Guinea", ["GNB", "GNQ", "PNG"]),
        ("fr", "La Guinée-Bissau, la Guinée équatoriale et la Guinée", ["GNB", "GNQ", "GIN"]),
        ("zh", "几内亚比绍、赤道几内亚、巴布亚新几内亚和几内亚", ["GNB", "GNQ", "PNG", "GIN"]),
        ("en", "the Niger and Nigeria", ["NER", "NGA"]),
        ("en", "Dominica and the Dominican Republic", ["DMA", "DOM"]),
        ("en", "South Sudan and the Sudan", ["SSD", "SDN"]),
        ("en", "the Democratic Republic of the Congo", ["COD"]),
        ("en", "Angola, Congo and Gabon", ["AGO", "COG", "GAB"]),
        ("en", "the Democratic People’s Republic of Korea", ["PRK"]),
        ("es", "la República Popular Democrática de Corea y la República de Corea", ["PRK", "KOR"]),
        ("ru", "Папуа — Новой Гвинеи и Гвинеи-Бисау", ["PNG", "GNB"]),
    ],
)
def test_the_longest_sense_wins(language: str, text: str, expected: list[str]) -> None:
    assert [one.value["iso3"] for one in states_of(text, language)] == expected


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("zh", "各发展中国家应得到援助，文件只有西班牙文和法文本。"),
        ("en", "in Arabic, Chinese, English, French, Russian and Spanish"),
        ("en", "The Chinese, French and Spanish versions are authentic."),
        ("en", "the South China Sea, the Jordan River and the Gulf of Guinea"),
        ("fr", "en anglais, en espagnol, français et russe"),
        ("es", "en árabe, chino, español, francés, inglés y ruso"),
        ("ru", "на английском, испанском и французском языках"),
        ("ar", "باللغات الإسبانية والإنكليزية والروسية والصينية والعربية والفرنسية"),
        ("ar", "تقديم دعم مالي إلى الصندوق"),
        ("en", "The European Union and the cities of Bangkok and Rome"),
        ("zh", "其中法律措施包括中美洲区域的合作。"),
    ],
)
def test_what_is_no_state(language: str, text: str) -> None:
    assert pairs(text, language) == []


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "the Russian Government and the Japanese Foreign Minister", ["RUS", "JPN"]),
        ("fr", "le Gouvernement japonais et les autorités russes", ["JPN", "RUS"]),
        ("es", "el Gobierno japonés y el pueblo palestino", ["JPN", "PSE"]),
        ("ru", "правительство Японии и российское правительство", ["JPN", "RUS"]),
        ("ar", "الحكومة اليابانية والشعب الفلسطيني", ["JPN", "PSE"]),
        ("zh", "俄罗斯联邦总统和日本政府", ["RUS", "JPN"]),
    ],
)
def test_adjectives_are_the_state(language: str, text: str, expected: list[str]) -> None:
    assert [one.value["iso3"] for one in states_of(text, language)] == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "the South Sudanese police and the Ghanaian battalion", ["SSD", "GHA"]),
        ("fr", "les autorités bissau-guinéennes et le Gouvernement sud-soudanais", ["GNB", "SSD"]),
        ("fr", "la loi américaine dans les îles Vierges américaines", ["USA"]),
        ("fr", "les États latino-américains", []),
        ("es", "las regiones georgianas y la parte grecochipriota", ["GEO", "CYP"]),
        ("ru", "кипрско-греческая сторона и киприоты-турки", ["CYP", "CYP"]),
        ("ru", "в Центральноафриканском регионе", []),
        ("ar", "الجانب القبرصي اليوناني", ["CYP"]),
        ("zh", "希族塞人一方，马里乌波尔", ["CYP"]),
        ("en", "Greek Cypriots in Cyprus", ["CYP", "CYP"]),
        ("en", "in the territory of the former Yugoslavia", ["YUG"]),
    ],
)
def test_adjectives_of_states_whose_name_holds_another(language: str, text: str, expected: list[str]) -> None:
    assert [value for _, value in pairs(text, language)] == expected


def test_two_characters_are_two_states() -> None:
    assert pairs("朝韩会谈恢复举行。", "zh") == [("朝", "PRK"), ("韩", "KOR")]
    assert pairs("美俄开始谈判。", "zh") == [("美", "USA"), ("俄", "RUS")]


def test_one_character_needs_its_context() -> None:
    assert pairs("巴外长作出保证。", "zh") == []
    assert pairs("日方欢迎巴基斯坦的立场，巴外长作出保证。", "zh")[-1] == ("巴", "PAK")
    assert pairs("巴外长作出保证。", "zh", "同巴西代表团举行了会议。") == [("巴", "BRA")]


def test_what_two_states_share_stays_open() -> None:
    (one,) = states_of("Peace in Korea was discussed.")
    assert one.value == {"iso3": None, "candidates": ["KOR", "PRK"]}
    assert one.rule == "state/ambiguous"


def test_a_common_word_is_a_state_behind_a_preposition() -> None:
    assert pairs("الوضع في مالي", "ar") == [("مالي", "MLI")]


def test_states_inside_longer_names_are_flagged() -> None:
    (mission,) = states_of("the United Nations Assistance Mission in Afghanistan reported")
    assert mission.value == {"iso3": "AFG", "in_org_name": True}
    text = "《俄罗斯联邦和美利坚合众国关于进一步削减和限制进攻性战略武器措施的条约》"
    assert [one.value for one in states_of(text, "zh")] == [
        {"iso3": "RUS", "in_treaty_name": True},
        {"iso3": "USA", "in_treaty_name": True},
    ]


def test_former_states_keep_their_ids() -> None:
    assert pairs("the Union of Soviet Socialist Republics", "en")[0][1] == "SUN"


def test_printing_varies() -> None:
    assert pairs("Côte d\u2019Ivoire, Guinea\u2011Bissau, Sri\u00a0Lanka", "en") == [
        ("Côte d\u2019Ivoire", "CIV"),
        ("Guinea\u2011Bissau", "GNB"),
        ("Sri\u00a0Lanka", "LKA"),
    ]
    assert pairs("REPLY OF JAPAN", "en") == [("JAPAN", "JPN")]
    assert pairs("turkey and china plates", "en") == []


@settings(max_examples=examples(150))
@given(text=ANY_TEXT, language=st.sampled_from(Language))
def test_any_text_gives_its_own_slices(text: str, language: Language) -> None:
    node = Node("1", NodeKind.PARAGRAPH, text, ())
    for one in find_states(read_passages([node], DocumentContext(language, "report", None, None, None))):
        assert one.text == text[one.start : one.end] != ""
        assert "iso3" in one.value
