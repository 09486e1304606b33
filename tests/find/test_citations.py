"""Citations in sentences of United Nations form, in six languages."""

# ruff: noqa: E501 - one case, one line

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.lengths import examples

from verbale.find.citations import find_citations
from verbale.find.passage import read_passages
from verbale.find.setting import DocumentContext
from verbale.lexicon.cited_resolutions import find_cited_resolutions, resolve_symbol
from verbale.lexicon.symbols import find_symbols
from verbale.model.annotation import Annotation
from verbale.model.language import Language
from verbale.model.node import Node, NodeKind

AR, EN, ES, FR, RU, ZH = Language.AR, Language.EN, Language.ES, Language.FR, Language.RU, Language.ZH


def found(text: str, language: Language) -> list[Annotation]:
    node = Node("1", NodeKind.PARAGRAPH, text, ())
    annotations = find_citations(read_passages([node], DocumentContext(language, "generic", None, None, None)))
    assert all(one.text == text[one.start : one.end] for one in annotations)
    return annotations


def symbols(text: str, language: Language) -> list[object]:
    return [one.value["symbol"] for one in found(text, language)]


LISTED = ["A/RES/49/75[K]", "A/RES/51/45[M]", "A/RES/75/66"]
CASES: list[tuple[Language, str, Sequence[str | None]]] = [
    # one list, six languages
    (EN, "Recalling its resolutions 49/75 K of 15 December 1994, 51/45 M of 10 December 1996, and 75/66 of 2020,", LISTED),
    (FR, "Rappelant ses résolutions 49/75 K du 15 décembre 1994, 51/45 M du 10 décembre 1996 et 75/66,", LISTED),
    (ES, "Recordando sus resoluciones 49/75 K, de 15 de diciembre de 1994, 51/45 M, de 10 de diciembre de 1996, y 75/66", LISTED),
    (RU, "ссылаясь на свои резолюции 49/75 К от 15 декабря 1994 года, 51/45 М от 10 декабря 1996 года и 75/66", LISTED),
    (ZH, "回顾其1994年12月15日第49/75 K号、1996年12月10日第51/45 M号和第75/66号决议，", LISTED),
    (AR, "إذ تشير إلى قراراتها 49/75 كاف المؤرخ 15 كانون الأول/ديسمبر 1994 و 51/45 ميم و 75/66،", LISTED),
    # the Human Rights Council, named before, behind or in the middle
    (EN, "Taking note of Human Rights Council resolutions 34/24, 40/20 and 46/17 on the subject,",
     ["A/HRC/RES/34/24", "A/HRC/RES/40/20", "A/HRC/RES/46/17"]),
    (FR, "la résolution 46/17 du Conseil des droits de l’homme", ["A/HRC/RES/46/17"]),
    (ES, "las resoluciones del Consejo de Derechos Humanos 34/24 y 46/17", ["A/HRC/RES/34/24", "A/HRC/RES/46/17"]),
    (RU, "ссылаясь на резолюции 43/1 и 47/21 Совета по правам человека", ["A/HRC/RES/43/1", "A/HRC/RES/47/21"]),
    (ZH, "欢迎人权理事会第46/17号决议", ["A/HRC/RES/46/17"]),
    (AR, "وقرار مجلس حقوق الإنسان 46/17", ["A/HRC/RES/46/17"]),
    # a date that fits one body only
    (EN, "Recalling resolution 46/17 of 23 March 2021,", ["A/HRC/RES/46/17"]),
    (EN, "Recalling resolution 46/36 of 6 December 1991,", ["A/RES/46/36"]),
    (ZH, "回顾2021年3月23日第46/17号决议", ["A/HRC/RES/46/17"]),
    (EN, "the Council, in its resolutions 5/1 and S-18/1 of 2 December 2011,", ["A/HRC/RES/5/1", "A/HRC/RES/S-18/1"]),
    # other bodies
    (EN, "resolution 62/8 of the Commission on Narcotic Drugs", [None]),
    (RU, "резолюцию 61/2 Комиссии по наркотическим средствам", [None]),
    (EN, "Economic and Social Council resolution 2021/5 of 8 June 2021 and decision 2021/224", ["E/RES/2021/5", "E/DEC/2021/224"]),
    (EN, "Commission on Human Rights resolution 2005/5 of 14 April 2005", ["E/CN.4/RES/2005/5"]),
    (FR, "la résolution 2008 (LX) du Conseil économique et social", ["E/RES/2008(LX)"]),
    # a body that is the subject of the sentence, or adopted the resolution, or is named in short
    (FR, "Rappelle que, dans sa résolution 2005/5, la Commission des droits de l'homme a prié", ["E/CN.4/RES/2005/5"]),
    (FR, "Notant que, dans sa résolution 48/11, le Conseil des droits de l'homme a décidé", ["A/HRC/RES/48/11"]),
    (EN, "established in its resolution 39/2, to the General Assembly and the Human Rights Council", ["A/RES/39/2"]),
    (FR, "la résolution 61/2 sur la prévention en milieu éducatif adoptée par la Commission des stupéfiants", [None]),
    (EN, "resolution 49/7 of the Commission, and Commission resolution 56/4", [None, None]),
    (EN, "the Commission recalls resolution 70/125", ["A/RES/70/125"]),
    (FR, "Prenant acte de sa résolution 75/95 du 10 décembre 2020 et de celui de la Commission", ["A/RES/75/95"]),
    (FR, "Ibid., résolution 64/1.", [None]),
    (ZH, "同上，第64/1号决议。", [None]),
    (EN, "Sixty-fifth Session, Supplement No. 25 (A/65/25), annex I, decision S-11/9", ["A/65/25", None]),
    # numbers too low or years too early for the bodies that a number alone means
    (ES, "la Asamblea de las Naciones Unidas sobre el Medio Ambiente en el párrafo 2 de su resolución 4/6", ["UNEP/EA.4/Res.6"]),
    (FR, "la résolution 1993/51, et les résolutions ultérieures de la Commission des droits de l'homme", ["E/CN.4/RES/1993/51"]),
    (FR, "la Commission du développement durable, comme elle l'a demandé dans sa résolution 70/125", ["A/RES/70/125"]),
    # set the other way about, letters after Z, texts that are no resolutions
    (AR, "في قراراتها 3101 (د-28) المؤرخ 11 كانون الأول/ديسمبر 1973 و 235/55 المؤرخ 23 كانون الأول/ديسمبر 2000", ["A/RES/3101(XXVIII)", "A/RES/55/235"]),
    (EN, "its resolutions 53/77 AA of 4 December 1998 and 54/54 U", ["A/RES/53/77[AA]", "A/RES/54/54[U]"]),
    (ZH, "第38 (2020)号一般性建议", []),
    # the Security Council
    (EN, "Security Council resolutions 242 (1967), 338 (1973) and 1887 (2009)", ["S/RES/242(1967)", "S/RES/338(1973)", "S/RES/1887(2009)"]),
    (ZH, "安全理事会第1887(2009)号决议", ["S/RES/1887(2009)"]),
    (ZH, "第１８８７（２００９）号决议", ["S/RES/1887(2009)"]),
    (AR, "قرار مجلس الأمن 1887 (2009)", ["S/RES/1887(2009)"]),
    # old sessions, special sessions
    (EN, "resolutions 1514 (XV), 217 A (III) and 1874 (S-IV)", ["A/RES/1514(XV)", "A/RES/217(III)[A]", "A/RES/1874(S-IV)"]),
    (AR, "قراراتها 1514 (د-15) و 217 ألف (د-3) و 1874 (دإ-4) و 2252 (دإط-5)",
     ["A/RES/1514(XV)", "A/RES/217(III)[A]", "A/RES/1874(S-IV)", "A/RES/2252(ES-V)"]),
    (AR, "القرار دإ-10/2 والقرار د إ ط-11/1", ["A/RES/S-10/2", "A/RES/ES-11/1"]),
    (FR, "la résolution ES‑11/1 du 2 mars 2022", ["A/RES/ES-11/1"]),
    (ZH, "大会第一㈠号决议", ["A/RES/1(I)"]),
    (EN, "resolution 75/254 A to C", ["A/RES/75/254[A-C]"]),
    (RU, "резолюцию 75/254 A–C", ["A/RES/75/254[A-C]"]),
    # decisions
    (EN, "pursuant to its decision 76/518", ["A/DEC/76/518"]),
    (ZH, "根据大会第 76/518 号决定", ["A/DEC/76/518"]),
    (AR, "ومقررها 76/518", ["A/DEC/76/518"]),
    # symbols in full
    (EN, "See A/76/444, A/CONF.236/DEC.5 and CD/1864.", ["A/76/444", "A/CONF.236/DEC.5", "CD/1864"]),
    (ZH, "见A/76/ 444和A/CONF.236/2021/DEC.3号文件", ["A/76/444", "A/CONF.236/2021/DEC.3"]),
    (EN, "(NPT/CONF.1995/32 (Part I) and NPT/CONF.1995/32 (Part I)/Corr.2)", ["NPT/CONF.1995/32(PartI)", "NPT/CONF.1995/32(PartI)/Corr.2"]),
    (EN, "NPT/CONF.2000/28 (Parts I and II)", ["NPT/CONF.2000/28(PartsIandII)"]),
    (ZH, "NPT/CONF.2000/28(Part I和II)", ["NPT/CONF.2000/28(PartsIandII)"]),
    (ES, "NPT/CONF.2000/28 (Parts I-II)", ["NPT/CONF.2000/28(PartsIandII)"]),
    (FR, "NPT/CONF.2000/28 (Parties I et II)", ["NPT/CONF.2000/28(PartsIandII)"]),
    (EN, "A/48/486-S/26560, annex", ["A/48/486", "S/26560"]),
    (RU, "см. А/77/123 и A/CONF.192/PС/23", ["A/77/123", "A/CONF.192/PC/23"]),
    (EN, "S/RES/2775 (2025), A/RES/49/75 K and A/RES/1514 (XV)", ["S/RES/2775(2025)", "A/RES/49/75[K]", "A/RES/1514(XV)"]),
    (EN, "Council Decision (CFSP) 2019/615 of 15 April 2019", ["EU:CFSP/2019/615"]),
    (FR, "la décision (PESC) 2019/615 du Conseil", ["EU:CFSP/2019/615"]),
    # a list that goes on behind a semicolon, and one cited from a report of the Council
    (EN, "Resolutions 52/214, sect. C, para. 3; 55/222, sect. III; and 56/64 B.", ["A/RES/52/214", "A/RES/55/222", "A/RES/56/64[B]"]),
    (EN, "Official Records, Supplement No. 53 (A/73/53), chap. IV, resolution 37/17.", ["A/73/53", "A/HRC/RES/37/17"]),
    (ZH, "国际海事组织，MEPC 62/24/Add.1号文件，附件19，MEPC.203(62)号决议", []),
    # what is none
    (EN, "Targets 16.4 and 8.7, 24/7, a majority of 2/3, page 3/12, on 12/31/2020, 50/50 chances.", []),
    (EN, "The resolution was adopted by a majority of 2/3 and with 1/3 abstaining.", []),
    (EN, "Influenza A/H1N1 and/or TCP/IP", []),
    (EN, "Regulation (EU) 2016/679 and the years 2020/21", []),
    (ZH, "全天候24/7值班，三分之二(2/3)多数", []),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "expected"), CASES)
def test_symbols_of_a_sentence(language: Language, text: str, expected: Sequence[str | None]) -> None:
    assert symbols(text, language) == list(expected)


@pytest.mark.parametrize(
    ("language", "text", "printed", "pinpoint"),
    [
        (ZH, "依照第 64/37 号决议第 5 段", "第 64/37 号决议第 5 段", "op. 5"),
        (ZH, "(A/56/400，第 3 段)", "A/56/400，第 3 段", "para. 3"),
        (ZH, "大会第64/37号决议执行部分第22段", "第64/37号决议执行部分第22段", "op. 22"),
        (EN, "in paragraph 5 of its resolution 64/37", "paragraph 5 of its resolution 64/37", "op. 5"),
        (EN, "operative paragraph 22 of resolution 64/53", "operative paragraph 22 of resolution 64/53", "op. 22"),
        (EN, "See A/56/400, para. 3.", "A/56/400, para. 3", "para. 3"),
        (EN, "Resolution S-10/2, annex.", "Resolution S-10/2, annex", "annex"),
        (FR, "au paragraphe 5 de la résolution 64/37", "paragraphe 5 de la résolution 64/37", "op. 5"),
        (ES, "en el párrafo 5 de su resolución 64/37", "párrafo 5 de su resolución 64/37", "op. 5"),
        (RU, "в пункте 5 резолюции 64/37", "пункте 5 резолюции 64/37", "op. 5"),
        (AR, "الفقرة 5 من القرار 64/37", "الفقرة 5 من القرار 64/37", "op. 5"),
        (AR, "القرار 64/37، المرفق", "القرار 64/37، المرفق", "annex"),
    ],
)
def test_pinpoints(language: Language, text: str, printed: str, pinpoint: str) -> None:
    (one,) = found(text, language)
    assert (one.text, one.value["pinpoint"]) == (printed, pinpoint)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (EN, "resolution 75/66 of 7 December 2020"),
        (FR, "la résolution 75/66 du 7 décembre 2020"),
        (ES, "la resolución 75/66, de 7 de diciembre de 2020"),
        (RU, "резолюцию 75/66 от 7 декабря 2020 года"),
        (ZH, "2020年12月7日第75/66号决议"),
        (AR, "القرار 75/66 المؤرخ 7 كانون الأول/ديسمبر 2020"),
    ],
)
def test_the_date_is_tied_to_the_citation(language: Language, text: str) -> None:
    (one,) = found(text, language)
    assert one.value == {"symbol": "A/RES/75/66", "date": "2020-12-07"}


def test_each_of_a_list_has_its_own_span() -> None:
    texts = [one.text for one in found("根据第 64/37 号、第 64/53 号和第 64/55 号决议", ZH)]
    assert texts == ["第 64/37 号", "第 64/53 号", "第 64/55 号决议"]


def test_marks_that_are_not_seen_stay_in_the_span() -> None:
    (one,) = found("وفقاً للقرار \u200f64/55\u200e المؤرَّخ", AR)
    assert one.value["symbol"] == "A/RES/64/55"


def test_a_number_named_elsewhere_in_the_document() -> None:
    texts = ["Human Rights Council resolution 46/17 of 23 March 2021", "as decided in resolution 46/17"]
    nodes = [Node(str(place), NodeKind.PARAGRAPH, text, ()) for place, text in enumerate(texts)]
    annotations = find_citations(read_passages(nodes, DocumentContext(EN, "generic", None, None, None)))
    assert [one.value["symbol"] for one in annotations] == ["A/HRC/RES/46/17"] * 2
    assert annotations[1].rule == "citation/number-named-elsewhere"


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("64/55", ["A/RES/64/55"]),
        ("46/17", ["A/RES/46/17", "A/HRC/RES/46/17"]),
        ("2021/5", ["E/RES/2021/5"]),
        ("a/77/123", ["A/77/123"]),
        ("第64/55号决议", ["A/RES/64/55"]),
        ("القرار ٦٤/٥٥", ["A/RES/64/55"]),
        ("A/76/ 444", ["A/76/444"]),
        ("a/res/49/75 k", ["A/RES/49/75[K]"]),
        ("1514 (XV)", ["A/RES/1514(XV)"]),
        ("16.4", []),
        ("", []),
    ],
)
def test_what_a_person_types(typed: str, expected: list[str]) -> None:
    assert [str(symbol) for symbol in resolve_symbol(typed)] == expected


def test_the_structure_s_questions() -> None:
    assert find_symbols("A/77/123 and A/RES/76/53") == ["A/77/123", "A/RES/76/53"]
    assert find_cited_resolutions("Resolution 76/53") == ["A/RES/76/53"]
    assert find_cited_resolutions("76/53") == []


PIECES = st.sampled_from(
    ["76/53", "A/76/444", " ", "(", ")", "第", "号", "决议", "resolution ", "1887 (2009)", ";", "A", "/", "-", "S-10/2",
     "القرار ", "د إ", "ألف", "\u200f", "\u0651", "К", "резолюции ", " of 6 December 2021", "Human Rights Council", "１", "／", "㈠"]
)  # fmt: skip


@settings(max_examples=examples(200))
@given(st.lists(st.one_of(PIECES, st.text(max_size=4)), max_size=20).map("".join), st.sampled_from(list(Language)))
def test_any_text_is_sliced_right(text: str, language: Language) -> None:
    for one in found(text, language):
        assert 0 <= one.start < one.end <= len(text)
        assert isinstance(one.value["symbol"], str)
    resolve_symbol(text)


@pytest.mark.parametrize(
    "piece",
    [
        "(",
        "1",
        "中",
        "1/",
        "76/53 ",
        "76/53; ",
        "A/",
        "A/1",
        "A/76/53 76/53 ",
        "resolution ",
        "Council ",
        "1 (",
        "第1/1 ",
        "A/76/1, para. 3; ibid., para. 4; ",
    ],
)
@pytest.mark.parametrize("language", [EN, ZH, AR])
def test_long_runs_end(piece: str, language: Language) -> None:
    """Work that grows with the square of the length would take minutes here; how long it takes is measured in bench."""
    text = (piece * (200_000 // len(piece) + 1))[:200_000]
    for one in found(text, language):
        assert one.text == text[one.start : one.end]
