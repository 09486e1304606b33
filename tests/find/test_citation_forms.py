"""Forms of citations beyond the plain number: parts, bodies, dates of a list, agencies, places, Ibid., in six languages."""

# ruff: noqa: E501 - one case, one line; letters of six languages

from __future__ import annotations

import pytest

from verbale.find.citations import find_citations
from verbale.find.passage import Passage, read_passages
from verbale.find.setting import DocumentContext
from verbale.lexicon.cited_resolutions import resolve_symbol
from verbale.lexicon.symbols import find_symbols, printed_symbols
from verbale.model.annotation import Annotation
from verbale.model.language import Language
from verbale.model.node import Node, NodeKind
from verbale.model.symbol import Symbol

AR, EN, ES, FR, RU, ZH = Language.AR, Language.EN, Language.ES, Language.FR, Language.RU, Language.ZH


def found(texts: str | list[str], language: Language, kind: NodeKind = NodeKind.PARAGRAPH) -> list[Annotation]:
    listed = [texts] if isinstance(texts, str) else texts
    nodes = [Node(f"fn.{at}", kind, text, (), label=str(at)) for at, text in enumerate(listed, 1)]
    annotations = find_citations(read_passages(nodes, DocumentContext(language, "generic", None, None, None)))
    by_ref = {node.ref: node.text for node in nodes}
    assert all(one.text == by_ref[one.ref][one.start : one.end] for one in annotations)
    return annotations


def symbols(text: str, language: Language) -> list[object]:
    return [one.value["symbol"] for one in found(text, language)]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        # letters joined by a word are two parts, a dash or "to" makes one range
        (EN, "resolutions 48/75 B and L of 16 December 1993", ["48/75[B]", "48/75[L]"]),
        (EN, "resolutions 48/75 B, G, and L", ["48/75[B]", "48/75[G]", "48/75[L]"]),
        (EN, "resolutions 53/77 AA and 53/77 B–D", ["53/77[AA]", "53/77[B-D]"]),
        (EN, "resolutions 48/75 C and ES-10/2", ["48/75[C]", "ES-10/2"]),
        (FR, "les résolutions 48/75 B, G et L", ["48/75[B]", "48/75[G]", "48/75[L]"]),
        (FR, "ses résolutions 48/75 B à D et 50/70 C", ["48/75[B-D]", "50/70[C]"]),
        (ES, "las resoluciones 48/75 B, G y L", ["48/75[B]", "48/75[G]", "48/75[L]"]),
        (ES, "las resoluciones 48/75 B a D", ["48/75[B-D]"]),
        (RU, "резолюции 48/75 В, С и М", ["48/75[B]", "48/75[C]", "48/75[M]"]),
        (RU, "резолюции 48/75 А–С", ["48/75[A-C]"]),
        (ZH, "第48/75 B、G和L号决议", ["48/75[B]", "48/75[G]", "48/75[L]"]),
        (ZH, "第48/75 B至D号决议", ["48/75[B-D]"]),
        (AR, "القرارات 48/75 باء وزاي ولام", ["48/75[B]", "48/75[G]", "48/75[L]"]),
        (AR, "القرار 48/75 باء إلى دال", ["48/75[B-D]"]),
        (EN, "resolutions 260 A and B (III) and 2131 (XX)", ["260(III)[A]", "260(III)[B]", "2131(XX)"]),
        (EN, "documents A/RES/48/75 B and L", ["48/75[B]", "48/75[L]"]),
    ],
)  # fmt: skip
def test_letters_of_parts(language: Language, text: str, expected: list[str]) -> None:
    assert symbols(text, language) == [f"A/RES/{one}" for one in expected]


def test_a_letter_that_goes_on_is_none() -> None:
    assert symbols("La résolution 48/75 C et A/49/27", FR) == ["A/RES/48/75[C]", "A/49/27"]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        # sessions to come are counted on
        (EN, "The Human Rights Council recalled its resolution 65/3 of 25 June 2027.", ["A/HRC/RES/65/3"]),
        (EN, "Recalling resolution 66/9 of 1 October 2027,", ["A/HRC/RES/66/9"]),
        (EN, "Recalling its resolution 90/12 of 4 December 2035,", ["A/RES/90/12"]),
        (FR, "la résolution 65/3 du 25 juin 2027", ["A/HRC/RES/65/3"]),
        (ES, "la resolución 65/3, de 25 de junio de 2027", ["A/HRC/RES/65/3"]),
        (RU, "резолюцию 65/3 от 25 июня 2027 года", ["A/HRC/RES/65/3"]),
        (ZH, "2027年6月25日第65/3号决议", ["A/HRC/RES/65/3"]),
        (AR, "القرار 65/3 المؤرخ 25 حزيران/يونيه 2027", ["A/HRC/RES/65/3"]),
        (EN, "Recalling resolution 46/17 of March 2021,", ["A/HRC/RES/46/17"]),
        # two bodies in one sentence
        (EN, "The General Assembly, in its resolution 75/11, and the Human Rights Council, in its resolution 45/9, agreed.",
         ["A/RES/75/11", "A/HRC/RES/45/9"]),
        (FR, "L’Assemblée générale, dans sa résolution 75/11, et le Conseil des droits de l’homme, dans sa résolution 45/9, ont décidé",
         ["A/RES/75/11", "A/HRC/RES/45/9"]),
        (ES, "La Asamblea General, en su resolución 75/11, y el Consejo de Derechos Humanos, en su resolución 45/9, decidieron",
         ["A/RES/75/11", "A/HRC/RES/45/9"]),
        (RU, "Генеральная Ассамблея в своей резолюции 75/11 и Совет по правам человека в своей резолюции 45/9 постановили",
         ["A/RES/75/11", "A/HRC/RES/45/9"]),
        (ZH, "大会第75/11号决议和人权理事会第45/9号决议", ["A/RES/75/11", "A/HRC/RES/45/9"]),
        (AR, "الجمعية العامة، في قرارها 75/11، ومجلس حقوق الإنسان، في قراره 45/9", ["A/RES/75/11", "A/HRC/RES/45/9"]),
        (EN, "resolutions 75/11 and 45/9 of the General Assembly and the Human Rights Council, respectively", ["A/RES/75/11", "A/HRC/RES/45/9"]),
        # a body that merely stands near takes nothing away
        (EN, "Recalling its resolution 75/197, in which it invited the Commission on Narcotic Drugs to meet,", ["A/RES/75/197"]),
        (RU, "ссылаясь на свою резолюцию 75/197, она просила Комиссию социального развития собраться", ["A/RES/75/197"]),
        (EN, "the Conference of the Parties did not act as called for in resolution 71/51 of 5 December 2016", ["A/RES/71/51"]),
        # old numbers tell their body
        (EN, "resolutions 728 F (XXVIII) and 1503 (XLVIII)", ["E/RES/728(XXVIII)[F]", "E/RES/1503(XLVIII)"]),
        (ES, "las resoluciones 1235 (XLII) del Consejo y 2028 (XX)", ["E/RES/1235(XLII)", "A/RES/2028(XX)"]),
        # numbers alone, by their date or their body
        (EN, "resolution 1695, of 15 July 2006, and resolution 1718 of 14 October 2006", ["S/RES/1695(2006)", "S/RES/1718(2006)"]),
        (FR, "la résolution 1718 du Conseil de sécurité", ["S/RES/1718(2006)"]),
        (ES, "la resolución 1718, de 14 de octubre de 2006, del Consejo de Seguridad", ["S/RES/1718(2006)"]),
        (RU, "резолюция 1718 Совета Безопасности", ["S/RES/1718(2006)"]),
        (ZH, "安理会第1718号决议", ["S/RES/1718(2006)"]),
        (AR, "قرار مجلس الأمن 1718", ["S/RES/1718(2006)"]),
        (EN, "resolution 1653 of 24 November 1961", ["A/RES/1653(XVI)"]),
        (EN, "as asked for in 2664 (2022) and in UNSCR 2728", ["S/RES/2664(2022)", "S/RES/2728(2024)"]),
        # what is none
        (EN, "United Nations, Treaty Series, vol. 1155, No. 18232; Journal, vol. 1910 (2010)", []),
        (EN, "Security Council resolution 1718 and 191 States", ["S/RES/1718(2006)"]),
        (ZH, "在第12号会议室举行", []),
        (EN, "resolution 5 of the conference, resolution 12", []),
    ],
)  # fmt: skip
def test_bodies(language: Language, text: str, expected: list[str]) -> None:
    assert symbols(text, language) == expected


@pytest.mark.parametrize(
    ("language", "text", "candidates"),
    [
        (EN, "Recalling resolution 45/9 of 3 May 2011,", ["A/RES/45/9", "A/HRC/RES/45/9"]),
        (EN, "The Human Rights Council recalled its resolution 75/11 of 7 December 2020.", ["A/HRC/RES/75/11", "A/RES/75/11"]),
        (FR, "la résolution 14/4 de la Commission des stupéfiants", ["A/HRC/RES/14/4"]),
        (ES, "la resolución 45/9, de 3 de mayo de 2011", ["A/RES/45/9", "A/HRC/RES/45/9"]),
        (RU, "резолюции 45/9 от 3 мая 2011 года", ["A/RES/45/9", "A/HRC/RES/45/9"]),
        (ZH, "2011年5月3日第45/9号决议", ["A/RES/45/9", "A/HRC/RES/45/9"]),
        (AR, "القرار 45/9 المؤرخ 3 أيار/مايو 2011", ["A/RES/45/9", "A/HRC/RES/45/9"]),
        (EN, "General Assembly resolution 728 F (XXVIII)", ["A/RES/728(XXVIII)[F]", "E/RES/728(XXVIII)[F]"]),
    ],
)  # fmt: skip
def test_what_goes_with_neither_body_nor_date_stays_open(language: Language, text: str, candidates: list[str]) -> None:
    (one,) = found(text, language)
    assert (one.value["symbol"], one.value["candidates"]) == (None, candidates)


PAIRED = [("A/RES/74/45", "2019-12-12"), ("A/RES/77/67", "2022-12-07")]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (EN, "resolutions 74/45 and 77/67 of 12 December 2019 and 7 December 2022, respectively"),
        (FR, "les résolutions 74/45 et 77/67 du 12 décembre 2019 et du 7 décembre 2022, respectivement"),
        (ES, "las resoluciones 74/45 y 77/67, de 12 de diciembre de 2019 y 7 de diciembre de 2022, respectivamente"),
        (RU, "резолюции 74/45 и 77/67 соответственно от 12 декабря 2019 года и 7 декабря 2022 года"),
        (ZH, "第74/45号和第77/67号决议分别于2019年12月12日和2022年12月7日通过"),
        (ZH, "2019年12月12日和2022年12月7日第74/45号和第77/67号决议"),
        (AR, "القرارين 74/45 و 77/67 المؤرخين 12 كانون الأول/ديسمبر 2019 و 7 كانون الأول/ديسمبر 2022 على التوالي"),
    ],
)
def test_each_number_has_its_own_date(language: Language, text: str) -> None:
    assert [(one.value["symbol"], one.value["date"]) for one in found(text, language)] == PAIRED


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("INFCIRC/153, INFCIRC/209/Rev.1", ["INFCIRC/153", "INFCIRC/209/Rev.1"]),
        ("GOV/2019/33 and GC(63)/RES/11", ["GOV/2019/33", "GC(63)/RES/11"]),
        ("C-25/DEC.9, EC-94/DG.2, RC-5/3, EC-M-33/DEC.1", ["C-25/DEC.9", "EC-94/DG.2", "RC-5/3", "EC-M-33/DEC.1"]),
        ("a/res/75/63, A/Res/75/63, S/Res/2231 (2015), A/Hrc/Res/45/9", ["A/RES/75/63", "A/RES/75/63", "S/RES/2231(2015)", "A/HRC/RES/45/9"]),
        ("A/79/15 (Part II)/Corr.1, A/75/982/ADD.1", ["A/79/15(PartII)/Corr.1", "A/75/982/Add.1"]),
        ("See A/76/400.12 The", ["A/76/400"]),
        ("A/HRC/DEC/18/117", ["A/HRC/DEC/18/117"]),
    ],
)  # fmt: skip
def test_symbols_whatever_the_language(text: str, expected: list[str]) -> None:
    assert find_symbols(text) == expected
    assert [printed.symbol for printed in printed_symbols(text, EN)] == expected
    assert [str(Symbol.parse(symbol)) for symbol in expected] == expected


def test_a_passage_of_unknown_language_has_its_symbols() -> None:
    text = "Se A/RES/76/53, INFCIRC/540 og S/RES/1887 (2009)."
    passage = Passage(Node("1", NodeKind.PARAGRAPH, text, ()), None, text, None, 0)  # type: ignore[arg-type]
    values = [one.value["symbol"] for one in find_citations([passage])]
    assert values == ["A/RES/76/53", "INFCIRC/540", "S/RES/1887(2009)"]


@pytest.mark.parametrize(
    ("language", "text", "pinpoint"),
    [
        (EN, "A/77/210, paras. 8 and 9", "para. 8, 9"),
        (EN, "A/77/210, paras. 8–11", "para. 8-11"),
        (EN, "A/77/210, annex III, para. 2", "annex III, para. 2"),
        (EN, "A/77/210 (para. 8)", "para. 8"),
        (EN, "A/RES/76/53, op. 2", "op. 2"),
        (EN, "E/CONF.60/4, art. 12", "art. 12"),
        (EN, "paragraph 4 of the preamble to resolution 75/63", "pp. 4"),
        (FR, "A/77/210, par. 8 et 9.", "para. 8, 9"),
        (FR, "paragraphe 4 du dispositif de la résolution 75/63", "op. 4"),
        (ES, "A/77/210, párrs. 8 a 11", "para. 8-11"),
        (ES, "párrafo 4 de la parte dispositiva de la resolución 75/63", "op. 4"),
        (RU, "A/77/210, пп. 8–11", "para. 8-11"),
        (RU, "пункте 4 постановляющей части резолюции 75/63", "op. 4"),
        (ZH, "A/77/210，第8至11段", "para. 8-11"),
        (ZH, "A/77/210，附件三，第2段", "annex III, para. 2"),
        (ZH, "第75/63号决议第4、5段", "op. 4, 5"),
        (AR, "A/77/210، الفقرات 8 إلى 11", "para. 8-11"),
        (AR, "A/77/210، المرفق الثالث، الفقرة 2", "annex III, para. 2"),
        (AR, "A/77/210، الفصل الثامن عشر", "chap. XVIII"),
        (AR, "A/77/210، الفصل الحادي والعشرون.", "chap. XXI"),
        (AR, "A/77/210، الفصل الثامن والمرفق", "chap. VIII"),
        (AR, "الفقرة 4 من منطوق القرار 75/63", "op. 4"),
    ],
)  # fmt: skip
def test_places_in_documents(language: Language, text: str, pinpoint: str) -> None:
    (one,) = found(text, language)
    assert one.value["pinpoint"] == pinpoint


@pytest.mark.parametrize(
    ("language", "texts"),
    [
        (EN, ["See A/74/90, para. 4.", "Ibid., para. 6."]),
        (FR, ["Voir A/74/90, par. 4.", "Ibid., par. 6."]),
        (ES, ["Véase A/74/90, párr. 4.", "Ibid., párr. 6."]),
        (RU, ["См. A/74/90, п. 4.", "Там же, п. 6."]),
        (ZH, ["见A/74/90，第4段。", "同上，第6段。"]),
        (AR, ["انظر A/74/90، الفقرة 4.", "المرجع نفسه، الفقرة 6."]),
    ],
)
@pytest.mark.parametrize("kind", [NodeKind.FOOTNOTE, NodeKind.PARAGRAPH])
def test_ibid_is_the_document_before_at_its_own_place(language: Language, texts: list[str], kind: NodeKind) -> None:
    one, other = found(texts, language, kind)
    assert (one.value["symbol"], other.value["symbol"]) == ("A/74/90", "A/74/90")
    assert (one.value["pinpoint"], other.value["pinpoint"]) == ("para. 4", "para. 6")


def test_ibid_repeats_the_note_before_and_no_other() -> None:
    texts = ["A/74/90, para. 4.", "United Nations, Treaty Series, vol. 1155.", "Ibid., para. 6."]
    assert len(found(texts, EN, NodeKind.FOOTNOTE)) == 1
    assert len(found(["A/74/90, para. 4.", "Ibid., vol. 2187, No. 38544."], EN, NodeKind.FOOTNOTE)) == 1


@pytest.mark.parametrize(
    ("texts", "repeated"),
    [
        (["A/74/90 and A/74/90/Corr.1, and ibid., para. 6."], "A/74/90"),
        (["A/74/90 and A/74/90/Corr.1.", "Ibid., para. 6."], "A/74/90"),
        (["A/74/91 and A/74/90/Corr.1.", "Ibid., para. 6."], "A/74/90/Corr.1"),
        (["A/74/90, para. 4; ibid., para. 5; A/74/91, para. 1; ibid., para. 6."], "A/74/91"),
    ],
)
@pytest.mark.parametrize("kind", [NodeKind.FOOTNOTE, NodeKind.PARAGRAPH])
def test_ibid_after_a_corrigendum_is_the_document(texts: list[str], repeated: str, kind: NodeKind) -> None:
    last = found(texts, EN, kind)[-1]
    assert (last.rule, last.value["symbol"], last.value["pinpoint"]) == ("citation/repeated", repeated, "para. 6")


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("UNSCR 1718", ["S/RES/1718(2006)"]),
        ("GA res. 75/63", ["A/RES/75/63"]),
        ("resolution 1718", ["S/RES/1718(2006)"]),
        ("48/75 B and L", ["A/RES/48/75[B]", "A/RES/48/75[L]"]),
        ("infcirc/540", ["INFCIRC/540"]),
        ("RESOLUTION 75/63", ["A/RES/75/63"]),
        ("A/77/123⁸", ["A/77/123"]),
        ("resolution 65/3 of the Human Rights Council", ["A/HRC/RES/65/3"]),
        ("安理会第1718号决议", ["S/RES/1718(2006)"]),
    ],
)
def test_what_a_person_may_type(typed: str, expected: list[str]) -> None:
    assert [str(symbol) for symbol in resolve_symbol(typed)] == expected


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (EN, "decision 17/3 of 4 June 2011 of the Council of the International Olive Organization"),
        (EN, "Welcoming Executive Council decision 17/3 of 4 June 2011"),
        (EN, "Noting IMO Council resolution 17/3 of 4 June 2011"),
        (EN, "resolution 2014/9 of the Council of Europe"),
        (EN, "Executive Board decision 2014/9 of 5 September 2014"),
        (EN, "resolution 73/8 of the Parliamentary Assembly"),
        (EN, "decision 73/8 of the Assembly of the African Union"),
        (FR, "la résolution 17/3 du Conseil de l’Europe en date du 4 juin 2011"),
        (FR, "la décision 17/3 du Conseil exécutif en date du 4 juin 2011"),
        (FR, "la résolution 73/8 de l’Assemblée parlementaire"),
        (ES, "la resolución 17/3 del Consejo Ejecutivo, de 4 de junio de 2011"),
        (ES, "la decisión 2014/9 de la Junta Ejecutiva"),
        (ES, "la resolución 73/8 de la Asamblea de los Estados Partes"),
        (RU, "резолюцию 17/3 Совета Европы от 4 июня 2011 года"),
        (RU, "решение 17/3 Советом управляющих принято 4 июня 2011 года"),
        (RU, "в решении 2014/9 Исполнительного совета"),
        (RU, "резолюция 73/8 Парламентской ассамблеи"),
        (AR, "المقرر 17/3 المؤرخ 4 حزيران/يونيه 2011 الصادر عن مجلس إدارة الصندوق"),
        (AR, "بالقرار 17/3 المؤرخ 4 حزيران/يونيه 2011 الذي اعتمده المجلس التنفيذي"),
        (ZH, "联合国人居署理事会2011年6月4日第17/3号决议"),
        (ZH, "执行理事会2011年6月4日第17/3号决定"),
        (ZH, "执行局第2014/9号决定"),
        (ZH, "议会大会第73/8号决议"),
    ],
)  # fmt: skip
def test_council_of_another_organisation_is_not_ours(language: Language, text: str) -> None:
    assert symbols(text, language) == [None]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (EN, "Recalling Council resolution 17/3 of 17 June 2011"),
        (EN, "resolution 17/3 of the Council of 17 June 2011"),
        (FR, "la résolution 17/3 du Conseil en date du 17 juin 2011"),
        (ES, "la resolución 17/3 del Consejo, de 17 de junio de 2011"),
        (RU, "резолюцию 17/3 Совета от 17 июня 2011 года"),
        (AR, "قرار المجلس 17/3 المؤرخ 17 حزيران/يونيه 2011"),
        (ZH, "理事会2011年6月17日第17/3号决议"),
    ],
)  # fmt: skip
def test_council_named_in_short_is_ours(language: Language, text: str) -> None:
    assert symbols(text, language) == ["A/HRC/RES/17/3"]


@pytest.mark.parametrize(
    ("language", "text", "ours"),
    [
        (EN, "resolution 43/9, adopted by {}", ("the Human Rights Council", "the Commission on Narcotic Drugs")),
        (FR, "la résolution 43/9, adoptée par {}", ("le Conseil des droits de l’homme", "la Commission des stupéfiants")),
        (ES, "la resolución 43/9, aprobada por {}", ("el Consejo de Derechos Humanos", "la Comisión de Estupefacientes")),
        (RU, "резолюцию 43/9, принятую {}", ("Советом по правам человека", "Комиссией по наркотическим средствам")),
        (AR, "القرار 43/9 الذي اعتمده {}", ("مجلس حقوق الإنسان", "مؤتمر الأطراف")),
    ],
)  # fmt: skip
def test_who_adopted_it_behind_a_comma(language: Language, text: str, ours: tuple[str, str]) -> None:
    assert symbols(text.format(ours[0]), language) == ["A/HRC/RES/43/9"]
    assert symbols(text.format(ours[1]), language) == [None]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (RU, "решение 812 (XLIV) о торговле, принятое 3 мая 2019 года Конференцией министров"),
        (AR, "القرار 812 (د-44) بشأن التجارة المؤرخ 3 أيار/مايو 2019 الذي اعتمده مؤتمر وزراء المالية"),
        (EN, "resolution 812 (XLIV) on trade of 3 May 2019, adopted by the Conference of Ministers"),
    ],
)
def test_conference_of_ministers_numbers_by_session_too(language: Language, text: str) -> None:
    assert symbols(text, language) == [None]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("经济及社会理事会关于扩大某方案执行委员会的2019年7月2日第2019/302号决定", "E/DEC/2019/302"),
        ("大会关于设立人权理事会的2006年3月15日第60/251号决议", "A/RES/60/251"),
        ("大会关于人权理事会第43/9号决议的决定", "A/HRC/RES/43/9"),
        ("关于加强合作的人权理事会第43/9号决议", "A/HRC/RES/43/9"),
    ],
)
def test_body_in_the_subject_of_a_chinese_resolution_did_not_adopt_it(text: str, expected: str) -> None:
    assert symbols(text, ZH) == [expected]


def test_number_of_a_law_is_no_citation() -> None:
    assert symbols("按照2021年7月5日第21/038号命令执行方案", ZH) == []
