"""Treaties in running text, in six languages: names, lists, titles, and the words that point back."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.lengths import examples

from verbale.find.passage import read_passages
from verbale.find.setting import DocumentContext
from verbale.find.treaties import find_treaties
from verbale.model.annotation import Annotation
from verbale.model.language import Language
from verbale.model.node import Node, NodeKind

ANY_TEXT = st.text(max_size=120) | st.lists(
    st.sampled_from(
        [
            "《条约》",
            "不扩散核武器条约",
            "the Treaty",
            "NPT",
            "/",
            " ",
            "“",
            "”",
            "treaties of ",
            "Bangkok",
            "Договор",
            "المعاهدة",
            "ـ",
        ]
    ),
    max_size=30,
).map("".join)


def treaties_of(text: str, language: str = "en", *before: str) -> list[Annotation]:
    texts = [*before, text]
    nodes = [Node(str(place), NodeKind.PARAGRAPH, each, ()) for place, each in enumerate(texts)]
    found = find_treaties(read_passages(nodes, DocumentContext(Language(language), "report", None, 76, None)))
    return [one for one in found if one.ref == str(len(before))]


def pairs(text: str, language: str = "en", *before: str) -> list[tuple[str, object]]:
    return [(one.text, one.value["id"]) for one in treaties_of(text, language, *before)]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("zh", "各国应签署《全面禁试条约》。", [("全面禁试条约", "CTBT")]),
        ("en", "States parties to the Treaty on the Non‑Proliferation of Nuclear Weapons", None),
        ("fr", "parties au Traité sur la non-prolifération des armes nucléaires", None),
        ("es", "partes en el Tratado sobre la no proliferación de las armas nucleares", None),
        ("ru", "участники Договора о нераспространении ядерного оружия", None),
        ("ar", "الأطراف في معاهدة عدم انتشار الأسلحة النووية", None),
    ],
)
def test_names(language: str, text: str, expected: list[tuple[str, str]] | None) -> None:
    if expected is None:
        assert [one.value for one in treaties_of(text, language)] == [{"id": "NPT"}]
    else:
        assert pairs(text, language) == expected


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "the treaties of Tlatelolco, Rarotonga, Bangkok and Pelindaba"),
        ("fr", "les Traités de Tlatelolco, de Rarotonga, de Bangkok et de Pelindaba"),
        ("es", "los tratados de Tlatelolco, Rarotonga, Bangkok y Pelindaba"),
        ("ar", "معاهـدات تلاتيلولكو وراروتونغا وبانكوك وبليندابا"),
        ("zh", "《特拉特洛尔科条约》、《拉罗通加条约》、《曼谷条约》和《佩林达巴条约》"),
    ],
)
def test_lists_of_places(language: str, text: str) -> None:
    found = [one.value["id"] for one in treaties_of(text, language)]
    assert found == ["TLATELOLCO", "RAROTONGA", "BANGKOK", "PELINDABA"]


def test_places_alone_are_no_treaties() -> None:
    assert treaties_of("The seminars in Bangkok and Rarotonga were well attended.") == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The Treaty on the Prohibition of Nuclear Weapons is open; the Treaty needs parties."),
        ("zh", "《禁止核武器条约》已生效。缔约国履行该《条约》。"),
        ("fr", "Le Traité sur l’interdiction des armes nucléaires est ouvert ; le Traité a besoin de parties."),
        ("es", "El Tratado sobre la Prohibición de las Armas Nucleares; el Tratado está abierto."),
        ("ru", "Договор о запрещении ядерного оружия вступил в силу. Участники Договора встретились."),
        ("ar", "معاهدة حظر الأسلحة النووية مفتوحة، وتنص المعاهدة على ذلك"),
    ],
)
def test_the_treaty_points_back(language: str, text: str) -> None:
    assert [one.value for one in treaties_of(text, language)] == [{"id": "TPNW"}, {"id": "TPNW", "anaphoric": True}]


def test_the_treaty_named_in_the_paragraph_before() -> None:
    assert pairs("States parties to the Treaty met.", "en", "The CTBT was opened in 1996.") == [("the Treaty", "CTBT")]


def test_the_treaty_named_right_after() -> None:
    text = "Parties to the Treaty recalled that the Comprehensive Nuclear-Test-Ban Treaty has an annex."
    first, second = treaties_of(text)
    assert first.value == {"id": "CTBT", "anaphoric": True}
    assert second.value == {"id": "CTBT"}


def test_two_treaties_before_stay_open() -> None:
    before = "The Outer Space Treaty and the Antarctic Treaty are in force."
    (one,) = treaties_of("Parties to the Treaty met.", "en", before)
    assert one.value == {"id": None, "candidates": ["ANTARCTIC", "OUTER_SPACE"], "anaphoric": True}


def test_the_noun_must_fit_and_other_treaties_come_between() -> None:
    assert treaties_of("Parties to the Convention met.", "en", "The NPT is in force.") == []
    before = "The Chemical Weapons Convention and the Convention on the Rights of the Child are in force."
    assert treaties_of("Parties to the Convention met.", "en", before) == []


def test_a_heading_ends_what_was_named() -> None:
    nodes = [
        Node("1", NodeKind.PARAGRAPH, "The NPT is in force.", ()),
        Node("h", NodeKind.HEADING, "Other matters", ()),
        Node("2", NodeKind.PARAGRAPH, "Parties to the Treaty met.", ()),
    ]
    found = find_treaties(read_passages(nodes, DocumentContext(Language.EN, "report", None, 76, None)))
    assert [one.ref for one in found] == ["1"]


@pytest.mark.parametrize(
    ("language", "text", "flag"),
    [
        ("zh", "全面禁止核试验条约组织筹备委员会", "in_org_name"),
        ("en", "the Comprehensive Nuclear-Test-Ban Treaty Organization", "in_org_name"),
        ("zh", "大会通过了题为“全面禁止核试验条约”的决议。", "in_title"),
        ("en", "the item entitled “Comprehensive Nuclear-Test-Ban Treaty”", "in_title"),
        ("fr", "la question intitulée « Traité d’interdiction complète des essais nucléaires »", "in_title"),
        ("ru", "пункт, озаглавленный «Договор о всеобъемлющем запрещении ядерных испытаний»", "in_title"),
        ("zh", "早日开始裂变材料禁产条约谈判", "proposed"),
        ("en", "negotiations on a fissile material cut-off treaty", "proposed"),
    ],
)
def test_flags(language: str, text: str, flag: str) -> None:
    (one,) = treaties_of(text, language)
    assert one.value[flag] is True


def test_what_is_told_needs_the_noun() -> None:
    text = "缔结一项禁止生产用于核武器或其他核爆炸装置的裂变材料的非歧视性、多边条约"
    (one,) = treaties_of(text, "zh")
    assert one.value == {"id": "FMCT", "descriptive": True, "proposed": True}
    assert treaties_of("建立中东无核武器区。", "zh") == []


# Treaties that the register does not have, whose names are made of the words of those that it has.
NOT_HELD = {
    "ar": (
        "معاهدة الحد من التجارب الجوفية للأسلحة النووية",
        "معاهدة تجارة الأسلحة",
        "اتفاقية حظر استعمال الأسلحة النووية",
    ),
    "en": ("the Threshold Test Ban Treaty", "the Arms Trade Treaty", "a convention on the use of nuclear weapons"),
    "es": (
        "el Tratado sobre la Limitación de los Ensayos Subterráneos de Armas Nucleares",
        "el Tratado sobre el Comercio de Armas",
        "la Convención sobre la Prohibición de la Utilización de Armas Nucleares",
    ),
    "fr": (
        "le Traité sur la limitation des essais souterrains d’armes nucléaires",
        "le Traité sur le commerce des armes",
        "la Convention sur l’interdiction de l’utilisation des armes nucléaires",
    ),
    "ru": (
        "Договор об ограничении подземных испытаний ядерного оружия",
        "Договор о торговле оружием",
        "Конвенция о запрещении применения ядерного оружия",
    ),
    "zh": ("《限制地下核武器试验条约》", "《武器贸易条约》", "禁止使用核武器公约"),
}


HELD = {
    "ar": "معاهدة عدم انتشار الأسلحة النووية",
    "en": "the Non-Proliferation Treaty",
    "es": "el Tratado sobre la No Proliferación",
    "fr": "le Traité sur la non-prolifération",
    "ru": "Договор о нераспространении ядерного оружия",
    "zh": "《不扩散核武器条约》",
}


@pytest.mark.parametrize("language", sorted(NOT_HELD))
def test_a_treaty_of_like_name_is_not_taken_for_one_that_is_held(language: str) -> None:
    for text in NOT_HELD[language]:
        found = [one.value["id"] for one in treaties_of(f"{text}. {HELD[language]}.", language)]
        assert [name for name in found if name] == ["NPT"], text


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("zh", "全面禁止核试验行动，以及禁止使用核武器公约"),
        ("en", "NPT/CONF.2010/50 was issued; a new start is needed."),
        ("en", "the Threshold Test Ban Treaty"),
    ],
)
def test_what_is_no_treaty(language: str, text: str) -> None:
    assert treaties_of(text, language) == []


@settings(max_examples=examples(150))
@given(text=ANY_TEXT, language=st.sampled_from(Language))
def test_any_text_gives_its_own_slices(text: str, language: Language) -> None:
    node = Node("1", NodeKind.PARAGRAPH, text, ())
    for one in find_treaties(read_passages([node], DocumentContext(language, "report", None, None, None))):
        assert one.text == text[one.start : one.end] != ""
        assert "id" in one.value
