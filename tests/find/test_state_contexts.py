"""States by what stands around them: parts of other names, compounds, sides, spelling, what a document defines."""

from __future__ import annotations

import pytest

from verbale.find.annotate import find_annotations
from verbale.find.setting import DocumentContext
from verbale.model.annotation import AnnotationKind
from verbale.model.language import Language
from verbale.model.node import Node, NodeKind


def found(language: str, *texts: str, kind: AnnotationKind = AnnotationKind.STATE) -> list[tuple[str, object]]:
    nodes = [Node(str(place), NodeKind.PARAGRAPH, text, ()) for place, text in enumerate(texts, 1)]
    setting = DocumentContext(Language(language), "report", None, 76, None)
    annotations = [one for one in find_annotations(nodes, setting) if one.kind is kind]
    assert all(one.text == texts[int(one.ref) - 1][one.start : one.end] for one in annotations)
    return [(one.text, one.value.get("iso3") or one.value.get("id")) for one in annotations]


def ids(language: str, *texts: str) -> list[object]:
    return [state for _, state in found(language, *texts)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Mr. Chad Abara, Ms. Georgia Lund, Dr. Israel Marr and the player Michael Jordan"),
        ("en", "Jordan Ellery, who chairs the panel, and Chad Brown"),
        ("en", "the River Niger, the Congo River, the Gulf of Oman, the Jordan Valley, China Lake"),
        ("en", "the Bank of Jordan, the University of Mauritius, Qatar Airways, Hotel France and Air Canada"),
        ("en", "Panama hats, Brazil nuts, Guinea fowl, guinea pigs, Spanish flu and French fries"),
        ("en", "in Atlanta, Georgia; in Lebanon, New Hampshire; in the state of Georgia; Port of Spain; Kuwait City"),
        ("en", "four Jordanian dinars and ten Danish kroner"),
        ("fr", "des cochons d’Inde, des noix du Brésil, un œillet d’Inde et de l’encre de Chine"),
        ("fr", "Mme France Morel, M. Israël Dubois et Dominique Lenoir"),
        ("fr", "le fleuve Niger, le golfe de Guinée, le lac Tchad, l’Université de Monaco, la Banque de France"),
        ("fr", "deux livres syriennes, des couronnes suédoises et la grippe espagnole"),
        ("es", "el señor Ecuador Ruiz, doña Georgia Vidal y Israel Pardo"),
        ("es", "el río Congo, el golfo de México, la Universidad de Panamá, el Hotel Cuba, nueces del Brasil"),
        ("es", "tinta china, montañas rusas, la gripe española y cien pesos mexicanos"),
        ("ru", "г-н Израиль Коган, г-жа Джорджия Чад и Анна Франция"),
        ("ru", "Оманский залив, река Конго, озеро Чад, гостиница «Россия», университет Монако"),
        ("ru", "бразильские орехи, шведская стенка и сто норвежских крон"),
        ("ar", "السيد تشاد والسيدة كاترين موناكو والدكتورة فرنسا"),
        ("ar", "نهر النيجر وبحيرة تشاد وخليج غينيا وبنك الأردن وجامعة قطر وفندق لبنان"),
        ("ar", "قياس قطر الأنابيب، ونصف قطر الدائرة، وأنبوب قطره كبير، وقطر 30 سم"),
        ("ar", "خنازير غينيا وجوز البرازيل وخمسة دنانير أردنية وولاية جورجيا"),
        ("zh", "约旦河、几内亚湾、墨西哥城、巴拿马运河、约旦大学、泰国银行、几内亚猪"),
        ("zh", "迈克尔·约旦、乍得先生、瑞士法郎、一千加拿大元"),
    ],
)
def test_a_part_of_something_else_is_no_state(language: str, text: str) -> None:
    assert ids(language, text) == []


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "Chad, Jordan, Georgia and Israel spoke.", ["TCD", "JOR", "GEO", "ISR"]),
        ("en", "the Jordan Response Plan and the Central Bank of Kenya", ["JOR", "KEN"]),
        ("en", "In Jordan Syrian refugees met President Abara in Georgia President Lund", ["JOR", "SYR", "GEO"]),
        ("en", "Mr. Abara of Chad met in Tbilisi, Georgia, with Mr. Lund (Canada)", ["TCD", "GEO", "CAN"]),
        ("en", "Nigerian ports in the Niger Delta of Nigeria", ["NGA", "NGA"]),
        ("fr", "la Dominique, Maurice et la Banque centrale du Kenya", ["DMA", "MUS", "KEN"]),
        ("es", "el Banco Central del Ecuador; en Israel los ministros", ["ECU", "ISR"]),
        ("ru", "поддержка, оказанная Университету Ганой, и Центральный банк Кении", ["GHA", "KEN"]),
        ("ar", "دولة قطر، وفي قطر والكويت", ["QAT", "QAT", "KWT"]),
        ("zh", "新加坡元首访问越南河内，约旦河流经约旦。", ["SGP", "VNM", "JOR"]),
    ],
)
def test_a_state_beside_such_words_stays(language: str, text: str, expected: list[str]) -> None:
    assert ids(language, text) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "Sino-Soviet and US-Russian talks", ["Sino", "Soviet", "US", "Russian"]),
        ("en", "Anglo-American, Indo-Pacific and Anglo-Saxon", ["Anglo", "American"]),
        ("fr", "franco-allemande, sino-soviétique", ["franco", "allemande", "sino", "soviétique"]),
        ("fr", "anglo-saxon, franco-provençal, indo-européen, latino-américain", []),
        ("es", "hispano-marroquí, ruso-americano", ["hispano", "marroquí", "ruso", "americano"]),
        ("es", "un acuerdo francoalemán", ["franco", "alemán"]),
        ("es", "sino que el anglosajón y el latinoamericano", []),
        ("ru", "российско-американские отношения", ["российско", "американские"]),
        ("ru", "англо-французский, индоевропейский, афроамериканский", ["англо", "французский"]),
        ("ru", "американские государства", []),
        ("ar", "الروسية-الأمريكية، كوري-أمريكي", ["الروسية", "الأمريكية", "كوري", "أمريكي"]),
    ],
)
def test_each_part_of_a_compound_is_its_state(language: str, text: str, expected: list[str]) -> None:
    assert [part for part, state in found(language, text) if state] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("中方和美方商定，俄方、日方、韩方、法方、英方同意。", ["CHN", "USA", "RUS", "JPN", "KOR", "FRA", "GBR"]),
        ("对中方向大会提交的文件，中方面临困难。", ["CHN", "CHN"]),
        ("会议期间中方表示同意。", ["CHN"]),
        ("执行过程中方案有变，其中方法可行，立法方面、拉美方面、道德方面均无异议。", []),
        ("谈判中方可决定，双方便于联系。", []),
        ("中美发表声明，中俄与美俄磋商。", ["CHN", "USA", "CHN", "RUS", "USA", "RUS"]),
        ("文件以中英文印发，以美元支付，中美洲各国同意。", []),
        ("增加纳入培训一项，更加蓬勃，明智利用，过程中非政府组织参加。", []),
        ("参加加纳和参加纳米比亚的会议，许多哥伦比亚人。", ["GHA", "NAM", "COL"]),
    ],
)
def test_sides_and_pairs_in_chinese(text: str, expected: list[str]) -> None:
    assert ids("zh", text) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "en",
            "Turkiye, TURKIYE, TÜRKİYE, Cote d'Ivoire, COTE D'IVOIRE, Sao Tome and Principe",
            "TUR TUR TUR CIV CIV STP",
        ),
        ("en", "Republic Of Korea and UNITED STATES OF AMERICA, the US and the U.S.", "KOR USA USA USA"),
        ("en", "LET US MEET IN FIJI", "FJI"),
        ("fr", "Perou, PEROU, Coree du Nord, ETATS-UNIS, Republique Centrafricaine", "PER PER PRK USA CAF"),
        ("es", "MEXICO, PERU, HAITI, REPUBLICA DOMINICANA, ESPANA; Iran, Japon", "MEX PER HTI DOM ESP IRN JPN"),
        ("ru", "КОТ-Д’ИВУАР и Иран, США и ПЕРУ", "CIV IRN USA PER"),
        ("ar", "ايران والمانيا واسرائيل", "IRN DEU ISR"),
        ("ar", "وللأردن وبمصر وكاليابان فلبنان", "JOR EGY JPN LBN"),
    ],
)
def test_spelling(language: str, text: str, expected: str) -> None:
    assert ids(language, text) == expected.split()


@pytest.mark.parametrize(
    ("language", "first", "second", "state"),
    [
        ("en", "the Central African Republic (CAR)", "The CAR has no car.", "CAF"),
        ("en", "the Islamic Republic of Iran (hereinafter “the IRI”)", "The IRI replied.", "IRN"),
        ("fr", "la République centrafricaine (RCA)", "La RCA a répondu.", "CAF"),
        ("fr", "la République de Moldova (ci-après « la RM »)", "La RM a répondu.", "MDA"),
        ("es", "la República Centroafricana (en adelante, la RCA)", "La RCA respondió.", "CAF"),
        ("ru", "Республика Молдова (далее — РМ)", "Ответ РМ получен.", "MDA"),
        ("ar", "جمهورية أفريقيا الوسطى (RCA)", "وRCA ردت", "CAF"),
        ("zh", "刚果民主共和国（以下简称“民刚”）", "民刚已答复。", "COD"),
    ],
)
def test_what_a_document_defines_is_the_state_from_there_on(language: str, first: str, second: str, state: str) -> None:
    assert ids(language, second) == []
    assert ids(language, second, first)[:1] == [state]
    assert ids(language, first, second) == [state] * 3


def test_an_abbreviation_of_something_else_is_neither_state_nor_treaty() -> None:
    text = "the Cooperative Hazard Assessment Database (CHAD) and the National Posture Tracker (NPT); NPT and CHAD"
    assert found("en", text) == []
    assert found("en", text, kind=AnnotationKind.TREATY) == []
    treaty = "The Non-Proliferation Treaty (NPT) and China (CTBT): the NPT and the CTBT"
    assert {one for _, one in found("en", treaty, kind=AnnotationKind.TREATY)} == {"NPT", "CTBT"}
    assert ids("en", treaty) == ["CHN"]


def test_a_short_name_among_others_is_the_state_that_bears_it() -> None:
    assert ids("fr", "La Guinée et le Gabon ont voté pour, le Congo contre.") == ["GIN", "GAB", "COG"]
    assert ids("fr", "La situation au Congo") == [None]
