"""Dates in running text, in six languages: what is found, its value, and that it stands where it says."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.lengths import examples

from verbale.find.dates import find_dates
from verbale.find.passage import read_passages
from verbale.find.setting import DocumentContext
from verbale.lexicon.tables import read_table
from verbale.model.annotation import Annotation
from verbale.model.language import Language
from verbale.model.node import Node, NodeKind

ANCHOR = "2022-07-31"


def found_in(text: str, language: str, anchor: str | None = ANCHOR) -> list[Annotation]:
    node = Node("1", NodeKind.PARAGRAPH, text, (), language=Language(language))
    setting = DocumentContext(Language(language), "report", None, 77, anchor)
    return find_dates(read_passages([node], setting), setting)


def printed(text: str, language: str) -> list[tuple[str, str]]:
    """What is printed and ``start/end``."""
    return [(one.text, f"{one.value['start']}/{one.value['end']}") for one in found_in(text, language)]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "The group met on 14 June 2010.", [("14 June 2010", "2010-06-14/2010-06-14")]),
        ("en", "The group met on June 14, 2010.", [("June 14, 2010", "2010-06-14/2010-06-14")]),
        ("en", "It sat from 3 to 28 May 2010.", [("3 to 28 May 2010", "2010-05-03/2010-05-28")]),
        ("en", "It sat 3–28 May 2010.", [("3–28 May 2010", "2010-05-03/2010-05-28")]),
        ("en", "from 27 April to 22 May 2015", [("27 April to 22 May 2015", "2015-04-27/2015-05-22")]),
        ("en", "from 30 December to 4 January 2022", [("30 December to 4 January 2022", "2021-12-30/2022-01-04")]),
        ("en", "between 2015 and 2020", [("2015 and 2020", "2015/2020")]),
        ("en", "in 2015 and 2020", [("2015", "2015/2015"), ("2020", "2020/2020")]),
        ("en", "during the 1990s", [("1990s", "1990/1999")]),
        ("en", "the Decade, 2021-2030", [("2021-2030", "2021/2030")]),
        ("en", "the Council, in paragraph 5, 6 May 2010", [("6 May 2010", "2010-05-06/2010-05-06")]),
        ("fr", "tenue du 3 au 28 mai 2010", [("3 au 28 mai 2010", "2010-05-03/2010-05-28")]),
        ("fr", "le 1er décembre 2021", [("1er décembre 2021", "2021-12-01/2021-12-01")]),
        ("fr", "du 29 août au 2 septembre 2021", [("29 août au 2 septembre 2021", "2021-08-29/2021-09-02")]),
        ("fr", "les années 1990", [("1990", "1990/1999")]),
        ("es", "celebrada del 3 al 28 de mayo de 2010", [("3 al 28 de mayo de 2010", "2010-05-03/2010-05-28")]),
        ("es", "en junio de 2010", [("junio de 2010", "2010-06/2010-06")]),
        ("es", "entre el 3 y el 28 de mayo de 2010", [("3 y el 28 de mayo de 2010", "2010-05-03/2010-05-28")]),
        ("ru", "с 3 по 28 мая 2010 года", [("3 по 28 мая 2010 года", "2010-05-03/2010-05-28")]),
        ("ru", "в декабре 2021 года", [("декабре 2021 года", "2021-12/2021-12")]),
        ("ru", "в 2010–2015 годах", [("2010–2015 годах", "2010/2015")]),
        ("ru", "в начале 1990-х годов", [("1990-х годов", "1990/1999")]),
        ("ar", "من 3 إلى 28 أيار/مايو 2010", [("3 إلى 28 أيار/مايو 2010", "2010-05-03/2010-05-28")]),
        ("ar", "في ١٤ حزيران/يونيه ٢٠١٠", [("١٤ حزيران/يونيه ٢٠١٠", "2010-06-14/2010-06-14")]),
        ("ar", "في 14 يونيو 2010", [("14 يونيو 2010", "2010-06-14/2010-06-14")]),
        ("ar", "من عام 2016 إلى عام 2030", [("2016 إلى عام 2030", "2016/2030")]),
        ("zh", "于 2010 年 5 月 3 日至 28 日举行", [("2010 年 5 月 3 日至 28 日", "2010-05-03/2010-05-28")]),
        ("zh", "于2014年5月21至23日举行", [("2014年5月21至23日", "2014-05-21/2014-05-23")]),
        ("zh", "二〇一〇年六月十四日", [("二〇一〇年六月十四日", "2010-06-14/2010-06-14")]),
        ("zh", "2021 年 12 月 30 日至 1 月 4 日", [("2021 年 12 月 30 日至 1 月 4 日", "2021-12-30/2022-01-04")]),
        ("zh", "2015 至 2030 年", [("2015 至 2030 年", "2015/2030")]),
        ("zh", "在 2010 年代", [("2010 年代", "2010/2019")]),
        ("zh", "2010年代表团", [("2010年", "2010/2010")]),
        ("zh", "20 世纪 90 年代", [("20 世纪 90 年代", "1990/1999")]),
    ],
)
def test_printed_dates(language: str, text: str, expected: list[tuple[str, str]]) -> None:
    assert printed(text, language) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "since 1983", "1983/.."),
        ("fr", "depuis 1983", "1983/.."),
        ("es", "desde 1983", "1983/.."),
        ("ru", "с 1983 года", "1983/.."),
        ("ar", "منذ عام 1983", "1983/.."),
        ("zh", "1983 年以来", "1983/.."),
        ("zh", "1983 以来", "1983/.."),
        ("zh", "自 1983 年 5 月 2 日该条约开放供签署以来", "1983-05-02/1983-05-02"),
        ("ru", "по сравнению с 1983 годом", "1983/1983"),
        ("en", "proclaimed 26 September as the International Day for Seas", "--09-26/--09-26"),
        ("fr", "a proclamé le 26 septembre Journée internationale des mers", "--09-26/--09-26"),
        ("es", "el 26 de septiembre de cada año", "--09-26/--09-26"),
        ("ru", "ежегодно 26 сентября", "--09-26/--09-26"),
        ("ar", "في 26 أيلول/سبتمبر من كل عام", "--09-26/--09-26"),
        ("zh", "宣布 9 月 26 日为“国际海洋日”", "--09-26/--09-26"),
    ],
)
def test_open_ends_and_days_of_every_year(language: str, text: str, expected: str) -> None:
    assert [value for _, value in printed(text, language)] == [expected]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "on 4, 5 and 8 May 2010"),
        ("fr", "les 4, 5 et 8 mai 2010"),
        ("es", "los días 4, 5 y 8 de mayo de 2010"),
        ("ru", "4, 5 и 8 мая 2010 года"),
        ("ar", "في 4 و 5 و 8 أيار/مايو 2010"),
        ("zh", "2010 年 5 月 4 日、5 日和 8 日"),
    ],
)
def test_a_list_is_one_annotation(language: str, text: str) -> None:
    (one,) = found_in(text, language)
    assert one.value == {
        "start": "2010-05-04",
        "end": "2010-05-08",
        "list": ["2010-05-04", "2010-05-05", "2010-05-08"],
    }


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "resolution 1887 (2009), resolutions 1970 (2011) and 1973 (2011)"),
        ("en", "United Nations, Treaty Series, vol. 1974, No. 33757; A/CONF.229/2017/8; NPT/CONF.2010/50"),
        ("en", "resolution 2008 (LX) and decision (CFSP) 2019/615; $2,010.50; 1 950 000 persons"),
        ("fr", "résolution 1887 (2009), vol. 1974, no 33757"),
        ("es", "resolución 1887 (2009), vol. 1974, núm. 33757"),
        ("ru", "резолюция 1887 (2009), т. 1974, № 33757"),
        ("ar", "القرار 1887 (2009)، المجلد 1974، الرقم 33757"),
        ("zh", "第1887(2009)号决议、A/CONF.229/2017/8、第 64/55 号决议、2000 名士兵、30 日内、5 个月"),
    ],
)
def test_figures_that_are_no_dates(language: str, text: str) -> None:
    assert printed(text, language) == []


@pytest.mark.parametrize(
    ("language", "text", "flag", "value"),
    [
        ("en", "the 2010 Review Conference", "in_title", True),
        ("en", "the 2030 Agenda for Sustainable Development", "in_title", True),
        ("ru", "Конференция 2010 года", "in_title", True),
        ("zh", "2010 年审议大会", "in_title", True),
        ("zh", "《2010 年 5 月 3 日的声明》", "in_title", True),
        ("en", "in early 2010", "approx", "early"),
        ("fr", "fin 2010", "approx", "end"),
        ("zh", "2010 年底", "approx", "end"),
        ("zh", "2010 年早些时候", "approx", "early"),
        ("en", "as of 21 June 2022", "as_of", True),
        ("fr", "au 21 juin 2022", "as_of", True),
        ("es", "al 21 de junio de 2022", "as_of", True),
        ("ru", "по состоянию на 21 июня 2022 года", "as_of", True),
        ("ar", "حتى 21 حزيران/يونيه 2022", "as_of", True),
        ("zh", "截至 2022 年 6 月 21 日", "as_of", True),
    ],
)
def test_flags(language: str, text: str, flag: str, value: object) -> None:
    (one,) = found_in(text, language)
    assert one.value.get(flag) == value


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "as of 1 September"),
        ("fr", "au 1er septembre"),
        ("es", "al 1 de septiembre"),
        ("ru", "по состоянию на 1 сентября"),
        ("ar", "حتى 1 أيلول/سبتمبر"),
        ("zh", "截至 9 月 1 日"),
    ],
)
def test_a_day_without_a_year_looks_back_from_the_anchor(language: str, text: str) -> None:
    (one,) = found_in(text, language)
    assert (one.value["start"], one.value["inferred"]) == ("2021-09-01", True)
    (unknown,) = found_in(text, language, anchor=None)
    assert (unknown.value["start"], unknown.value.get("inferred")) == ("--09-01", None)


def test_a_day_without_a_year_follows_the_date_told_before() -> None:
    values = [value for _, value in printed("It met on 5 March 2019 and closed on 9 March.", "en")]
    assert values == ["2019-03-05/2019-03-05", "2019-03-09/2019-03-09"]


def test_a_year_in_a_name_does_not_date_the_days_after_it() -> None:
    text = "会员国就 2018 年主席文件、4 月 8 日分发的文件以及 4 月 12 日、14 日和 18 日分发的文件交换了意见"
    assert [value for _, value in printed(text, "zh")] == [
        "2018/2018",
        "2022-04-08/2022-04-08",
        "2022-04-12/2022-04-18",
    ]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "the 2019 Climate Summit convened on 23 September", ["2019/2019", "2019-09-23/2019-09-23"]),
        ("fr", "la Conférence de 2015, qui s'est tenue du 27 avril au 22 mai", ["2015/2015", "2015-04-27/2015-05-22"]),
    ],
)
def test_the_year_of_a_meeting_dates_its_days(language: str, text: str, expected: list[str]) -> None:
    assert [value for _, value in printed(text, language)] == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "the Forced Labour Convention, 1930 (No. 29), applies", ["1930/1930"]),
        ("es", "el Convenio sobre el Trabajo Forzoso, 1930 (núm. 29)", ["1930/1930"]),
        ("en", "above the 1850 to 1900 baseline", ["1850/1900"]),
        ("en", "some 1930 persons (No. 29)", []),
        ("ar", "لعام2021 وفي أيلول/سبتمبر 2022", ["2021/2021", "2022-09/2022-09"]),
        ("ru", "16 и, соответственно, 18 сентября 1998 года", ["1998-09-16/1998-09-18"]),
        ("zh", "每年7月的第一个星期六", ["--07/--07"]),
        ("zh", "6月8日世界海洋日", ["--06-08/--06-08"]),
        ("zh", "2020全球基础设施论坛", ["2020/2020"]),
        ("zh", "2020名代表出席会议", []),
        ("zh", "自2021年7月初以来", ["2021-07/.."]),
        ("en", "published since the 2013 Review Conference", ["2013/2013"]),
        ("en", "gains made since the 2011 famine", ["2011/2011"]),
        ("es", "la Ley contra la Trata de 2003 (LR 9208)", ["2003/2003"]),
        ("en", "Population: 61,777 (2014). Act No. 18246 (2007)", ["2014/2014", "2007/2007"]),
        ("en", "resolution 1325 (2000)", []),
        ("ru", "принимают участие свыше 2000 человек", []),
        ("ru", "на последней неделе января", ["2022-01/2022-01"]),
        ("zh", "2011年，前秘书长参加了11月21日和22日在维也纳举行的论坛", ["2011/2011", "2011-11-21/2011-11-22"]),
        ("zh", "15 June 2022 Chinese Original: English", ["2022-06-15/2022-06-15"]),
        ("ar", "15 June 2022", ["2022-06-15/2022-06-15"]),
    ],
)
def test_years_and_days_of_seldom_forms(language: str, text: str, expected: list[str]) -> None:
    assert [value for _, value in printed(text, language)] == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "in fiscal year 2019/20", ["2019/2020"]),
        ("en", "the fiscal years 2019/20 and 2020/21", ["2019/2020", "2020/2021"]),
        ("en", "from 1 July 2021 to 30 June 2022 (2021/22), for the budget", ["2021-07-01/2022-06-30", "2021/2022"]),
        ("en", "the report of the Court for 2020/21", ["2020/2021"]),
        ("en", "the 2021/2022 session", ["2021/2022"]),
        ("en", "the 1999/00 season", ["1999/2000"]),
        ("en", "the 2015/16 El Niño", ["2015/2016"]),
        ("fr", "l’exercice 2019/20 et l’exercice 2021-2022", ["2019/2020", "2021/2022"]),
        ("es", "durante el ejercicio económico 2022/23", ["2022/2023"]),
        ("ru", "в 2021/22 финансовом году", ["2021/2022"]),
        ("ru", "бюджет на 2021/2022 годы", ["2021/2022"]),
        ("ar", "خلال السنة المالية 2021/2022", ["2021/2022"]),
        ("zh", "2021/22财政年度内", ["2021/2022"]),
        ("zh", "2021/2022年度预算", ["2021/2022"]),
        ("en", "Economic and Social Council resolution 2021/22 on the budget", []),
        ("en", "resolutions 2020/21 and 2021/22 on the budget for the period", []),
        ("en", "recalled in 2021/22 of 8 June 2021", ["2021-06-08/2021-06-08"]),
        ("en", "the numbers 2021/22, 2019/20 and 2021/53", []),
        ("en", "document E/2021/22", []),
        ("fr", "la résolution 2021/22 sur le budget", []),
        ("es", "las resoluciones 2020/21 y 2021/22 sobre el presupuesto", []),
        ("ru", "в резолюции 2021/22 о бюджете", []),
        ("ar", "القرار 2021/22 بشأن الميزانية", []),
        ("zh", "经社理事会第2020/21和2021/22号决议", []),
    ],
)
def test_years_that_lie_in_two(language: str, text: str, expected: list[str]) -> None:
    assert [value for _, value in printed(text, language)] == expected


def test_a_fiscal_year_is_marked_and_a_biennium_is_a_stretch() -> None:
    fiscal, biennium, short = found_in("the budget for 2019/20, for the biennium 2020-2021 and for 2020-21", "en")
    assert fiscal.value == {"start": "2019", "end": "2020", "fiscal": True}
    assert biennium.value == short.value == {"start": "2020", "end": "2021"}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "It was issued on 9 MAY 2022 and read."),
        ("en", "ISSUED ON 9 MAY 2022, WHICH MAY BE READ"),
        ("fr", "PUBLIÉ LE 9 MAI 2022"),
        ("es", "EL 9 DE MAYO DE 2022"),
        ("ru", "ОТ 9 МАЯ 2022 ГОДА"),
    ],
)
def test_capitals(language: str, text: str) -> None:
    assert [value for _, value in printed(text, language)] == ["2022-05-09/2022-05-09"]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "It entered into force in 1970.3 It was extended in 1995.4", ["1970/1970", "1995/1995"]),
        ("en", "It was adopted in 2021,5 and came in 1970³.", ["2021/2021", "1970/1970"]),
        ("fr", "Il a été adopté en 2021³.", ["2021/2021"]),
        ("ru", "в 2021⁴ году", ["2021/2021"]),
        ("es", "en 1970.3 La Conferencia", ["1970/1970"]),
        ("en", "a total of 1970.3 tons", []),
        ("fr", "un total de 2021,5 tonnes", []),
        ("en", "paid 2021 dollars", []),
        ("ar", "قدره 2021 دولاراً", []),
        ("ar", "في عام 2021م", ["2021/2021"]),
        ("ar", "على ارتفاع 1800 م", []),
        ("en", "in FY2022", ["2022/2022"]),
        ("zh", "民国111年5月4日", []),
    ],
)
def test_what_stands_close_up_to_a_year(language: str, text: str, expected: list[str]) -> None:
    assert [value for _, value in printed(text, language)] == expected


@pytest.mark.parametrize("language", ["ar", "en", "es", "fr", "ru"])
def test_figures_in_an_order_that_is_not_clear_stay_unresolved(language: str) -> None:
    (one,) = found_in("04/05/2022", language)
    assert one.value == {"start": "2022", "end": "2022", "candidates": ["2022-04-05", "2022-05-04"]}
    assert one.rule == "date/order-unclear"
    (clear,) = found_in("15/3/2024", language)
    assert clear.value == {"start": "2024-03-15", "end": "2024-03-15"}


@pytest.mark.parametrize(
    ("language", "text", "common"),
    [
        ("ar", "15 رمضان 1442هـ الموافق 27 نيسان/أبريل 2021", "27 نيسان/أبريل 2021"),
        ("en", "15 Ramadan 1442 AH (27 April 2021)", "27 April 2021"),
        ("fr", "15 ramadan 1442 (27 avril 2021)", "27 avril 2021"),
        ("es", "15 de ramadán de 1442 (27 de abril de 2021)", "27 de abril de 2021"),
        ("ru", "15 рамадана 1442 года хиджры (27 апреля 2021 года)", "27 апреля 2021 года"),
        ("zh", "伊历1442年9月15日（2021年4月27日）", "2021年4月27日"),
    ],
)
def test_another_calendar_is_converted_and_marked(language: str, text: str, common: str) -> None:
    first, second = found_in(text, language)
    assert first.value == {"start": "2021-04-27", "end": "2021-04-27", "calendar": "hijri"}
    assert (second.text, second.value["start"]) == (common, "2021-04-27")


def test_words_keep_their_place_in_the_text() -> None:
    text = "Fait le neuf mai deux mille vingt-deux, puis le premier juillet 2021."
    assert printed(text, "fr") == [
        ("neuf mai deux mille vingt-deux", "2022-05-09/2022-05-09"),
        ("premier juillet 2021", "2021-07-01/2021-07-01"),
    ]


def test_unseen_marks_do_not_move_offsets() -> None:
    (one,) = found_in("في\u200f 14 حزيـران/يونيه\u200f 2010", "ar")
    assert one.text == "14 حزيـران/يونيه\u200f 2010"
    assert one.value["start"] == "2010-06-14"


def test_no_word_is_missing_without_a_reason() -> None:
    roles: dict[str, set[str]] = {}
    for row in read_table("date_words"):
        roles.setdefault(row["role"], set()).add(row["language"])
    assert {role: set(Language) - its for role, its in roles.items() if len(its) < len(Language)} == {}


@settings(max_examples=examples(150))
@given(
    st.text() | st.text("0123456789 年月日至和、-/,.()MayJune de2010года"),
    st.sampled_from(list(Language)),
)
def test_any_text_gives_what_stands_there(text: str, language: Language) -> None:
    for one in found_in(text, language):
        assert one.text == text[one.start : one.end] != ""


@pytest.mark.parametrize(
    "piece",
    [
        *("(", "1", "中", "2010", "1 ", "1, ", "2010-", "5 月", "May ", "1 and ", "《2010 年"),
        *("1442 ", "15 رمضان 1442ه ", "伊历1442年9月", "2019/20 ", "1/2/", "«9» ", "first and ", "May ninth, "),
    ],
)
@pytest.mark.parametrize("language", ["en", "zh", "ar"])
def test_long_runs_end(piece: str, language: str) -> None:
    """Work that grows with the square of the length would take minutes here; how long it takes is measured in bench."""
    text = piece * (200_000 // len(piece))
    for one in found_in(text, language):
        assert one.text == text[one.start : one.end]
