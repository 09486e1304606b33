"""The grammar of dates: every form in every language, what is none, other calendars, and what a person types."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verbale.errors import BadReference
from verbale.lexicon.date_figures import read_figures
from verbale.lexicon.dates import find_dates, find_day, find_days, parse_day
from verbale.lexicon.hijri import find_hijri, to_day
from verbale.lexicon.printed import scannable
from verbale.lexicon.written import write_date
from verbale.model.language import Language

EVERY = st.sampled_from(list(Language))
DAYS = st.dates(min_value=date(1900, 1, 1), max_value=date(2099, 12, 31))

# One day, the ninth of May 2022 unless another is given, in the forms of each language.
FORMS = {
    "ar": [
        "9 أيار/مايو 2022",
        "٩ أيار/مايو ٢٠٢٢",
        "۹ مايو ۲۰۲۲",
        "9 مايو/أيار 2022م",
        "09 مايو 2022 م",
        "9 من أيار/مايو 2022",
        "9 من شهر مايو من عام 2022",
        "9 ماي 2022",
        "التاسع من أيار/مايو 2022",
        "اليوم التاسع من شهر أيار/مايو عام 2022",
        "التاسع من أيار/مايو ألفين واثنين وعشرين",
        "9.5.2022",
        "2022/5/9",
        "2022-05-09",
    ],
    "zh": [
        "2022年5月9日",
        "2022 年 5 月 9 日",
        "２０２２年５月９日",
        "二〇二二年五月九日",
        "二零二二年五月九日",
        "2022年5月9号",
        "2022.5.9",
        "2022/5/9",
        "2022-05-09",
    ],
    "en": [
        "9 May 2022",
        "9 MAY 2022",
        "9 may 2022",
        "09 May, 2022",
        "9th May 2022",
        "9th of May, 2022",
        "9ᵗʰ May 2022",
        "the 9th day of May 2022",
        "May 9, 2022",
        "May 9 2022",
        "May 9th, 2022",
        "May the ninth, 2022",
        "the ninth of May 2022",
        "the ninth day of May, two thousand and twenty-two",
        "ninth day of May in the year two thousand twenty-two",
        "May ninth, twenty twenty-two",
        "9.5.2022",
        "2022/5/9",
        "2022-05-09",
    ],
    "fr": [
        "9 mai 2022",
        "9 Mai 2022",
        "9 MAI 2022",
        "9 mai de l'an 2022",
        "neuf mai 2022",
        "le neuf mai deux mille vingt-deux",
        "le neuvième jour du mois de mai deux mille vingt-deux",
        "9.5.2022",
    ],
    "ru": [
        "9 мая 2022 года",
        "09 мая 2022 г.",
        "9 мая 2022",
        "9-го мая 2022 года",
        "«09» мая 2022 года",
        '"09" мая 2022 г.',
        "“9” мая 2022 г.",
        "9 МАЯ 2022 ГОДА",
        "9 мая месяца 2022 года",
        "девятого мая 2022 года",
        "девятое мая две тысячи двадцать второго года",
        "09.05.2022 г.",
    ],
    "es": [
        "9 de mayo de 2022",
        "9 DE MAYO DE 2022",
        "9 de Mayo del 2022",
        "9 de mayo del año 2022",
        "9 mayo 2022",
        "9 de may. de 2022",
        "9 días del mes de mayo de 2022",
        "nueve de mayo de 2022",
        "nueve de mayo de dos mil veintidós",
        "a los nueve días del mes de mayo de dos mil veintidós",
        "9.5.2022",
    ],
}
FIRSTS = {
    "ar": ["1 أيار/مايو 2022", "الأول من أيار/مايو 2022"],
    "zh": ["2022年5月1日", "二〇二二年五月一日"],
    "en": ["1 May 2022", "1st May 2022", "May 1st, 2022", "the first of May 2022"],
    "fr": ["1er mai 2022", "1 er mai 2022", "1ᵉʳ mai 2022", "le premier mai 2022", "1ER MAI 2022"],
    "ru": ["1 мая 2022 года", "1-е мая 2022 года", "«01» мая 2022 года", "первого мая 2022 года"],
    "es": [
        *("1 de mayo de 2022", "1.º de mayo de 2022", "1º de mayo de 2022", "1° de mayo de 2022"),
        *("1o. de mayo de 2022", "1ro. de mayo de 2022", "primero de mayo de 2022"),
    ],
}
ROWS = [(language, form, "2022-05-09") for language, forms in FORMS.items() for form in forms]
ROWS += [(language, form, "2022-05-01") for language, forms in FIRSTS.items() for form in forms]


def readings(text: str, language: str) -> list[str]:
    """``start/end`` of what is read, with ``until`` and what is unclear."""
    found = []
    for _, _, reading in find_dates(scannable(text)[0], Language(language)):
        first, last = reading.days[0], reading.days[-1]
        found.append("/".join("-".join(f"{p:02}" for p in (d.year, d.month, d.day) if p) for d in (first, last)))
    return found


@pytest.mark.parametrize(("language", "form", "day"), ROWS)
def test_a_day_in_each_of_its_forms(language: str, form: str, day: str) -> None:
    assert readings(form, language) == [f"{day}/{day}"]
    assert [found.iso for found in find_days(form)] == [day]


@given(DAYS, EVERY)
def test_what_is_written_is_read(day: date, language: Language) -> None:
    assert parse_day(write_date(str(day), language)) == find_day(write_date(str(day), language)) == str(day)


@given(DAYS, EVERY)
def test_a_month_that_is_written_is_read(day: date, language: Language) -> None:
    month = str(day)[:7]
    assert readings(write_date(month, language), language) == [f"{month}/{month}"]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "May 12–13, 2022", ["2022-05-12/2022-05-13"]),
        ("en", "May 12, 13 and 14, 2022", ["2022-05-12/2022-05-14"]),
        ("en", "May 30 to June 2, 2022", ["2022-05-30/2022-06-02"]),
        ("en", "Sept. 14, 2021 and March 3, 2022", ["2021-09-14/2021-09-14", "2022-03-03/2022-03-03"]),
        ("en", "the sixth, seventh and eighth of May 2021", ["2021-05-06/2021-05-08"]),
        ("fr", "du 1er au 26 août 2022", ["2022-08-01/2022-08-26"]),
        ("fr", "mars-avril 2022", ["2022-03/2022-04"]),
        ("fr", "du premier au trois mai deux mille vingt", ["2020-05-01/2020-05-03"]),
        ("es", "1.º al 26 de agosto de 2022", ["2022-08-01/2022-08-26"]),
        ("es", "del dos al cuatro de mayo de 2020", ["2020-05-02/2020-05-04"]),
        ("ru", "седьмого и восьмого июля 2021 года", ["2021-07-07/2021-07-08"]),
        ("ru", "с «01» по «03» июня 2022 года", ["2022-06-01/2022-06-03"]),
        ("ar", "السابع والثامن من تموز/يوليه 2021", ["2021-07-07/2021-07-08"]),
        ("zh", "二〇二二年五月九日至十一日", ["2022-05-09/2022-05-11"]),
        ("fr", "21 juillet 2014-22 juillet 2015", ["2014-07-21/2015-07-22"]),
        ("es", "el Derecho del Mar, de 1982", ["1982/1982"]),
        ("en", "in the year two thousand and ten", ["2010/2010"]),
        ("fr", "en l'an deux mille", ["2000/2000"]),
        ("es", "en el año dos mil diez", ["2010/2010"]),
        ("ru", "в две тысячи десятом году", ["2010/2010"]),
        ("ar", "في عام ألفين وعشرين", ["2020/2020"]),
    ],
)
def test_ranges_lists_and_years(language: str, text: str, expected: list[str]) -> None:
    assert readings(text, language) == expected


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "articles 4 and 5 may be read together"),
        ("en", "the second March meeting"),
        ("en", "the first of many"),
        ("fr", "les deux mille vingt-deux pages"),
        ("es", "nueve días de trabajo"),
        ("es", "dos mil veintiuno"),
        ("ru", "первого и второго заседаний"),
        ("ar", "الدورة الثانية"),
        ("en", "31 June 2022 and 30.2.2022"),
    ],
)
def test_what_is_no_day_is_not_found(language: str, text: str) -> None:
    assert find_days(text) == []
    assert not any("-" in each for each in readings(text, language))


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("15/3/2024", ["2024-03-15"]),
        ("3/15/2024", ["2024-03-15"]),
        ("5/5/2024", ["2024-05-05"]),
        ("04/05/2022", ["2022-04-05", "2022-05-04"]),
        ("04-05-2022", ["2022-04-05", "2022-05-04"]),
        ("4.5.2022", ["2022-05-04"]),
        ("2022/5/4", ["2022-05-04"]),
        ("31/2/2022", []),
    ],
)
def test_figures_are_read_where_their_order_is_certain(text: str, days: list[str]) -> None:
    assert [str(day) for day in read_figures(text)] == days


@pytest.mark.parametrize(
    ("language", "text", "first", "last"),
    [
        ("ar", "15 رمضان 1442هـ", "2021-04-27", "2021-04-27"),
        ("ar", "١٥ رمضان ١٤٤٢ هـ", "2021-04-27", "2021-04-27"),
        ("ar", "15 من شهر رمضان 1442", "2021-04-27", "2021-04-27"),
        ("ar", "15/9/1442هـ", "2021-04-27", "2021-04-27"),
        ("ar", "1442/9/15 هـ", "2021-04-27", "2021-04-27"),
        ("ar", "27 ذو القعدة 1447هـ", "2026-05-14", "2026-05-14"),
        ("ar", "من 10 إلى 15 رمضان 1442", "2021-04-22", "2021-04-27"),
        ("ar", "شهر رمضان 1442 هـ", "2021-04-13", "2021-05-12"),
        ("ar", "في عام 1442هـ", "2020-08-20", "2021-08-09"),
        ("en", "15 Ramadan 1442 AH", "2021-04-27", "2021-04-27"),
        ("en", "the 15th of Ramadan, 1442 A.H.", "2021-04-27", "2021-04-27"),
        ("en", "12 Dhu’l-Qa‘dah 1443", "2022-06-12", "2022-06-12"),
        ("en", "15 Sha'ban 1442", "2021-03-29", "2021-03-29"),
        ("en", "15 shaban 1442", "2021-03-29", "2021-03-29"),
        ("fr", "le 15 ramadan 1442 de l'hégire", "2021-04-27", "2021-04-27"),
        ("fr", "1er Dhou al-hijja 1443", "2022-07-01", "2022-07-01"),
        ("es", "15 de ramadán de 1442", "2021-04-27", "2021-04-27"),
        ("ru", "15 рамадана 1442 года хиджры", "2021-04-27", "2021-04-27"),
        ("ru", "15 рамадана 1442 г. х.", "2021-04-27", "2021-04-27"),
        ("zh", "伊历1442年9月15日", "2021-04-27", "2021-04-27"),
        ("zh", "回历1442年九月十五日", "2021-04-27", "2021-04-27"),
        ("zh", "1442年斋月15日", "2021-04-27", "2021-04-27"),
    ],
)
def test_dates_of_the_islamic_calendar(language: str, text: str, first: str, last: str) -> None:
    (found,) = find_hijri(scannable(text)[0], Language(language))
    assert (str(found.first), str(found.last), found.certain) == (first, last, True)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "resolution 1540 (2004) and 1442 States"),
        ("en", "30 Safar 1442 does not exist"),
        ("ar", "القرار 1441 (2002)"),
        ("ar", "بلغ عددهم 1442 شخصا"),
        ("zh", "1442年5月9日"),
    ],
)
def test_what_is_no_date_of_the_islamic_calendar(language: str, text: str) -> None:
    assert find_hijri(scannable(text)[0], Language(language)) == []


def test_each_day_of_the_islamic_calendar_follows_the_one_before() -> None:
    assert to_day(1, 1, 1) == date(622, 7, 19)  # 16 July, Julian
    day, expected = to_day(1400, 1, 1), to_day(1400, 1, 1)
    for year in range(1400, 1431):
        for month in range(1, 13):
            for number in range(1, 31):
                try:
                    day = to_day(year, month, number)
                except ValueError:
                    assert number == 30
                    continue
                assert day == expected
                expected = day + timedelta(1)


@pytest.mark.parametrize("text", ["", "yesterday", "2022", "May 2022", "31 June 2022", "9 May 2022 and 10 May 2022"])
def test_what_is_no_day_is_refused_with_an_example(text: str) -> None:
    with pytest.raises(BadReference, match="give it as 2022-06-21 or 21 June 2022"):
        parse_day(text)


def test_a_day_in_the_text_of_a_language_that_nobody_told() -> None:
    text = "г. Минск, «09» мая 2022 года. Done on 10 May 2022; fait le premier juin 2022; 二〇二二年七月二日"
    days = find_days(text)
    assert [day.iso for day in days] == ["2022-05-09", "2022-05-10", "2022-06-01", "2022-07-02"]
    assert days[0].span.slice(text) == "«09» мая 2022 года"
