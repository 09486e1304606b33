"""Quantities in six languages: number, unit, comparator and day, and what is no quantity."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verbale.find.dates import find_dates
from verbale.find.passage import read_passages
from verbale.find.quantities import find_quantities
from verbale.find.setting import DocumentContext
from verbale.lexicon.numerals import find_cardinals
from verbale.lexicon.printed import scannable
from verbale.model.annotation import Annotation
from verbale.model.language import Language
from verbale.model.node import Node, NodeKind

AR, ZH, EN, FR, RU, ES = Language.AR, Language.ZH, Language.EN, Language.FR, Language.RU, Language.ES


def found(text: str, language: Language) -> list[Annotation]:
    nodes = [Node("1", NodeKind.PARAGRAPH, text, (), language=language)]
    setting = DocumentContext(language, "report", "A/80/1", 80, "2025-07-31")
    passages = read_passages(nodes, setting)
    return find_quantities(passages, find_dates(passages, setting))


@pytest.mark.parametrize(
    ("language", "text", "values"),
    [
        (EN, "ten thousand, 8,500, 2.5 million, two hundred and five", [10_000, 8_500, 2_500_000, 205]),
        (EN, "thousands of them, the twenty-first session, COVID-19, 1.A, A/80/1", [None]),
        (FR, "vingt et un, 23 300, 2,5 millions, quatre-vingt-dix-neuf, 7 pour cent", [21, 23_300, 2_500_000, 99, 7]),
        (ES, "1.500, treinta y uno, 4,5, doscientos mil millones", [1_500, 31, 4.5, 200_000_000_000]),
        (RU, "десяти тысяч, двадцати двух, 5 млн, 5-й, двадцать первой", [10_000, 22, 5_000_000]),
        (AR, "ثلاثة وعشرون، أحد عشر، 2,5، 300 23، ألفان، الدورة الستين", [23, 11, 2.5, 23_300, 2_000]),
        (AR, "ثلاثةً وعشرين، ١٧", [23, 17]),
        (AR, "100 014 700", [100_014_700]),
        (RU, "65-летний, 12-месячный, 5-му", [65, 12]),
        (ZH, "百慕大、数以百万计、亿万", [None, None]),
        (
            ZH,
            "十二、两、一万二千、2 亿、1.5 亿、20多万、数千、1 458",
            [12, 2, 12_000, 2 * 10**8, 15 * 10**7, 200_000, None, 1_458],
        ),
    ],
)
def test_numbers(language: Language, text: str, values: list[float | None]) -> None:
    assert [one.value for one in find_cardinals(scannable(text)[0], language)] == values


@pytest.mark.parametrize(
    ("language", "text", "values"),
    [
        (EN, "between 720 and 811 million people, from 500 to 2 million people", [720e6, 811e6, 500, 2e6]),
        (ES, "entre 720 y 811 millones de personas", [720e6, 811e6]),
        (AR, "ما بين 720 و 811 مليون نسمة", [720e6, 811e6]),
    ],
)
def test_the_beginning_of_a_stretch_has_the_power_of_its_end(language: Language, text: str, values: list[int]) -> None:
    assert [one.value["number"] for one in found(text, language)] == values


@pytest.mark.parametrize(
    ("language", "text", "printed", "value"),
    [
        (EN, "more than 9,400 nuclear warheads", "more than 9,400 nuclear warheads", (9400, "warhead", ">")),
        (EN, "It made seven recommendations.", "seven recommendations", (7, "recommendation", None)),
        (EN, "by 171 votes in favour", "171 votes in favour", (171, "vote_for", None)),
        (EN, "a three-year cycle", "three-year", (3, "year", None)),
        (EN, "a grant of $4.5 million", "$4.5 million", (4_500_000, "dollar", None)),
        (FR, "plus de 30 pour cent du total", "plus de 30 pour cent", (30, "percent", ">")),
        (FR, "environ deux cents participants", "environ deux cents participants", (200, "participant", "~")),
        (ES, "al menos 40 Estados", "al menos 40 Estados", (40, "state", ">=")),
        (RU, "свыше десяти тысяч боезарядов", "свыше десяти тысяч боезарядов", (10_000, "warhead", ">")),
        (RU, "двенадцать рекомендаций", "двенадцать рекомендаций", (12, "recommendation", None)),
        (AR, "أكثر من 30 دولة", "أكثر من 30 دولة", (30, "state", ">")),
        (AR, "لمدة سنتين", "سنتين", (2, "year", None)),
        (ZH, "会议通过了九项建议。", "九项建议", (9, "recommendation", None)),
        (ZH, "库存仍超过九千枚核弹头", "超过九千枚核弹头", (9000, "warhead", ">")),
        (ZH, "核武器总数约为 9 400 件。", "约为 9 400 件", (9400, "nuclear_weapon", "~")),
        (ZH, "认捐 3 亿多美元", "3 亿多美元", (300_000_000, "dollar", ">")),
        (ZH, "以 150 票赞成获得通过", "150 票赞成", (150, "vote_for", None)),
        (ZH, "由 31 个国家提出", "31 个国家提出", (31, "sponsor", None)),
        (ZH, "六名高级别发言者", "六名高级别发言者", (6, "person", None)),
        (ZH, "推迟了三次。", "三次", (3, "time", None)),
        (ZH, "两个尚未批准国", "两个尚未批准国", (2, "state", None)),
    ],
)
def test_a_quantity(language: Language, text: str, printed: str, value: tuple[float, str, str | None]) -> None:
    (one,) = found(text, language)
    unit = "person" if value[1] == "participant" else value[1]
    assert one.text == printed
    assert (one.value["number"], one.value["unit"], one.value.get("comparator")) == (value[0], unit, value[2])


@pytest.mark.parametrize(
    ("language", "text", "values"),
    [
        (EN, "91 of 193 replied.", [91, 193]),
        (FR, "91 sur 193, puis 5 sur 192.", [91, 193, 5, 192]),
        (RU, "Ответили 91 из 193.", [91, 193]),
        (ES, "Respondieron 91 de 193.", [91, 193]),
        (AR, "ردت 91 من 193.", [91, 193]),
        (ZH, "193 个国家中有 91 个国家答复。", [193, 91]),
    ],
)
def test_a_share_and_its_whole_are_two_quantities(language: Language, text: str, values: list[int]) -> None:
    assert [one.value["number"] for one in found(text, language)] == values


@pytest.mark.parametrize(
    ("language", "text", "values"),
    [
        (EN, "UNSCR 1540 and 1887 put 1540 States under obligations", [1540]),
        (EN, "a 10-year plan, a ten-year period and the 10-Year Framework", [10]),
        (RU, "10-летний план, 18-летнего возраста, десятилетие", [18]),
        (FR, "un plan décennal de 10 ans", [10]),
        (ES, "el plan decenal y el trienio, tres años", [3]),
        (AR, "الخطة العشرية والتعاون الثلاثي وعشر سنوات", [10]),
        (ZH, "三年周期、十年计划、三方会谈", [3]),
        (ZH, "几十万平民", [None]),
        (ZH, "第七十七和七十八届会议、第一四三和一四五条", []),
        (EN, "job number 22-10299, tel. 212-963-1234 or 963-1234", []),
        (EN, "It was signed in 1970.3 The Group of 77 met.", [77]),
    ],
)
def test_what_counts_nothing_beside_what_does(language: Language, text: str, values: list[int]) -> None:
    assert [one.value["number"] for one in found(text, language)] == values


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (EN, "As of 3 March 2025, 91 States had signed, 70 ratified and 4 acceded."),
        (FR, "Au 3 mars 2025, 91 États avaient signé, 70 ont ratifié et 4 ont adhéré."),
        (ZH, "截至 2025 年 3 月 3 日，已有 91 个国家签署、70 个国家批准、4 个国家加入该条约。"),
    ],
)
def test_acts_of_states_are_three_quantities(language: Language, text: str) -> None:
    values = [(one.value["number"], one.value["unit"]) for one in found(text, language)]
    assert values == [(91, "signature"), (70, "ratification"), (4, "accession")]


def test_the_day_goes_with_the_quantities_of_its_sentence() -> None:
    first, second = found("截至 2025 年 3 月 3 日，有 91 个国家签署。会议有 12 名官员参加。", ZH)
    assert first.value["as_of"] == "2025-03-03"
    assert "as_of" not in second.value


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (EN, "See articles 16 (e), 25 and 26 of the Charter, Goal 5 and agenda item 99."),
        (EN, "The 2030 Agenda, the seventy-ninth session and one State; see A/79/120."),
        (FR, "conformément à l’Article 102 de la Charte et à l’annexe 2"),
        (ES, "el párrafo 5 del artículo 9 y el Objetivo 6"),
        (RU, "в соответствии со статьями 4 и 5, в пункте 12 и на 5-й сессии"),
        (AR, "وفقا للمادة 6 والفقرتين 18 و 19"),
        (ZH, "第七十九届会议、第六条、附件 2、议程项目 4、一个国家、红十字、二十周年、纽约市"),
        (FR, "de 10 h 30"),
        (RU, "с 20 ч 30 мин до 21 ч 00 мин, затем"),
        (ZH, "上午9时举行"),
        (EN, "workshop 3 and principle 6, flight 752, regulations 3.1 and 3.2"),
        (AR, "هدف التنمية المستدامة 4 والمبدأ 16"),
        (RU, "достижения целей 5 и 16"),
    ],
)
def test_no_quantity(language: Language, text: str) -> None:
    assert found(text, language) == []


def test_fuzzy_words_have_an_order_and_no_number() -> None:
    one = found("数千枚核弹头", ZH)[0]
    assert (one.value["number"], one.value["order"], one.value["unit"]) == (None, 1000, "warhead")


def test_a_number_in_a_name_is_flagged() -> None:
    one = found("八国集团领导人", ZH)[0]
    assert (one.text, one.value["number"], one.value["in_name"]) == ("八国集团", 8, True)


@given(
    st.text(alphabet=st.one_of(st.characters(), st.sampled_from("0123456789 ,.一二两百万亿枚个国第%$-()")), max_size=80)
)
def test_any_text_gives_spans_that_hold(text: str) -> None:
    for language in Language:
        nodes = [Node("1", NodeKind.PARAGRAPH, text, (), language=language)]
        for one in find_quantities(read_passages(nodes, DocumentContext(language, "report", None, None, None)), []):
            assert one.text == text[one.start : one.end] != ""
