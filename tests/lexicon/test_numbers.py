"""Numbers in six languages: every one that is spoken is read back, and what is no number of things is none."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.lengths import examples
from tests.lexicon.number_speaker import spoken

from verbale.lexicon.derived import derived_end, find_derived
from verbale.lexicon.number_words import find_names
from verbale.lexicon.numerals import find_cardinals, find_numbers, find_ordinals
from verbale.lexicon.ordinals import LAST_WRITTEN, find_ordinal, ordinal_forms
from verbale.lexicon.printed import scannable
from verbale.model.language import Language

AR, ZH, EN, FR, RU, ES = Language.AR, Language.ZH, Language.EN, Language.FR, Language.RU, Language.ES
_EVERY_UP_TO = 2000
_MOST_SPELLINGS = 12


def read_back(text: str, language: Language) -> tuple[object, ...]:
    """Value, whether an ordinal and the share of the text of each number in it."""
    scanned = scannable(text)[0]
    return tuple(
        (one.value, one.ordinal, scanned[one.start : one.end] == scanned) for one in find_numbers(scanned, language)
    )


@pytest.mark.parametrize("language", list(Language))
def test_every_number_that_is_spoken_is_read_back(language: Language) -> None:
    rng = random.Random(language.value)
    values = [*range(1, _EVERY_UP_TO + 1), *(rng.randint(_EVERY_UP_TO, 1_000_000) for _ in range(200)), 1_000_000]
    wrong = {}
    for value in values:
        spellings = spoken(value, language)
        assert spellings, value
        for text in rng.sample(spellings, min(_MOST_SPELLINGS, len(spellings))):
            if read_back(text, language) != ((value, False, True),):
                wrong[text] = value, read_back(text, language)
    assert wrong == {}


@pytest.mark.parametrize("language", list(Language))
def test_every_ordinal_that_is_written_is_read_back(language: Language) -> None:
    forms = ordinal_forms(language)
    assert {value for form in forms.values() for value in form} == set(range(1, LAST_WRITTEN + 1))
    # Arabic tens without the article are printed of a number and of its ordinal alike.
    wrong = {
        text: value
        for form in forms.values()
        for value, text in form.items()
        if find_ordinal(text, language) != value
        and not (language is AR and value in range(20, 100, 10) and not text.startswith("ال"))
    }
    assert wrong == {}


@settings(max_examples=examples(200))
@given(st.integers(1, 999_999), st.integers(1, 999_999), st.sampled_from([EN, ES, FR, RU]))
def test_two_numbers_stay_two(first: int, second: int, language: Language) -> None:
    one, other = spoken(first, language)[0], spoken(second, language)[0]
    found = find_cardinals(scannable(f"{one}, {other}")[0], language)
    assert [each.value for each in found] == [first, second]


@pytest.mark.parametrize(
    ("language", "text", "values"),
    [
        (AR, "إحدى وتسعون دولة", [91]),
        (AR, "واحد وعشرون طرفا", [21]),
        (AR, "اثنتي عشرة غواصة", [12]),
        (AR, "خمسة عشر خبيراً", [15]),
        (AR, "ألفين وأربعمائة رأس حربي", [2400]),
        (AR, "ألفا شخص وعشرون ألفا", [2000, 20_000]),
        (AR, "مائتا دولة ومئتي دولة", [200, 200]),
        (AR, "مليون ونصف المليون دولار", [1_500_000]),
        (AR, "الأهداف السبعة عشر والغايات المائة والتسع والستون", [17, 169]),
        (AR, "مجموعة العشرين", [20]),
        (AR, "50 في المائة وخمس دول", [50, 5]),
        (EN, "one hundred and twenty-one; a hundred; twelve hundred", [121, 100, 1200]),
        (EN, "half a million, two and a half million, a million and a half", [500_000, 2_500_000, 1_500_000]),
        (EN, "between one hundred and five hundred, one million and two million", [100, 500, 10**6, 2 * 10**6]),
        (EN, "5 million and two States", [5 * 10**6, 2]),
        (EN, "several hundred, a few thousand", [None, None]),
        (FR, "deux cent trois, quatre-vingt-un, quatre vingt-onze", [203, 81, 91]),
        (FR, "septante, huitante-deux, nonante et un", [70, 82, 91]),
        (FR, "un million et demi, deux millions et demi", [1_500_000, 2_500_000]),
        (FR, "les vingt premières années", [20]),
        (ES, "doscientas treinta y una, veintiún, un millón y medio", [231, 21, 1_500_000]),
        (ES, "dos mil quinientos millones, los veinte primeros", [2_500_000_000, 20]),
        (RU, "сорока одного, двадцати одном, двумястами пятьюдесятью семью", [41, 21, 257]),
        (RU, "полтора миллиона, два с половиной миллиона, полтора года", [1_500_000, 2_500_000, 1.5]),
        (ZH, "一百四十三、十二亿、1.2亿、两千、3亿5000万", [143, 1_200_000_000, 120_000_000, 2000, 350_000_000]),
        (ZH, "几十万、数百万、十几、三四、七八百", [None] * 5),
        (ZH, "总数十二、二〇一〇、第一四三条", [12, 2010]),
    ],
)
def test_values(language: Language, text: str, values: list[float | None]) -> None:
    assert [one.value for one in find_cardinals(scannable(text)[0], language)] == values


@pytest.mark.parametrize(
    ("language", "text", "order"),
    [
        (ZH, "几十万", 100_000),
        (ZH, "数百万", 1_000_000),
        (EN, "several hundred thousand", 100_000),
        (RU, "несколько сотен", 100),
    ],
)
def test_a_number_without_a_value_has_an_order(language: Language, text: str, order: int) -> None:
    (one,) = find_cardinals(text, language)
    assert (one.value, one.order) == (None, order)


@pytest.mark.parametrize(
    ("language", "text", "values"),
    [
        (FR, "à sa soixante dix-septième session, la soixante-seizième et la vingt et unième", [77, 76, 21]),
        (ES, "octogésimo, octagésimo, septuagésimo séptimo, DECIMOSEXTA", [80, 80, 77, 16]),
        (RU, "двадцать первой, двухсотого, сорок третьим", [21, 200, 43]),
        (EN, "the twenty-first, the one hundred and second, Seventy-Sixth, SECOND", [21, 102, 76, 2]),
        (AR, "السابعة والسبعين، الستون، الحادية والعشرين بعد المائة", [77, 60, 121]),
        (ZH, "第七十七届、第一四三条、第十次", [77, 143, 10]),
    ],
)
def test_ordinals(language: Language, text: str, values: list[int]) -> None:
    scanned = scannable(text)[0]
    assert [one.value for one in find_ordinals(scanned, language)] == values
    assert find_cardinals(scanned, language) == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (EN, "22-10299, 3-5678, 4-212, 1-212-963-1234, ISBN 978-92-1-101"),
        (ES, "22-10299 (S)"),
        (ZH, "10时15分、22-10299 (C)、2019冠状病毒病、三方、双边"),
        (EN, "COVID-19, warheads.12, A/77/123, 10:30, 2nd"),
        (FR, "la COVID-19, 1er, maladie à coronavirus 2019"),
        (RU, "COVID-19, 5-й"),
        (AR, "كوفيد-19"),
    ],
)
def test_no_numbers(language: Language, text: str) -> None:
    assert find_cardinals(scannable(text)[0], language) == []


@pytest.mark.parametrize(
    ("language", "text", "values"),
    [
        (EN, "in 1970.3 The next", [1970]),
        (EN, "in 1970³ and 1970.3 tonnes", [1970, 1970.3]),
        (FR, "en 1970.3 Le traité", [1970]),
        (ES, "en 1970.3", [1970]),
        (EN, "numbered 47.3 The next, 2,500.12 In all, 47.3 tonnes", [47, 2500, 47.3]),
        (FR, "au nombre de 47.3 Le suivant", [47]),
        (EN, "15-24 years, 10-1000 people", [15, 24, 10, 1000]),
    ],
)
def test_note_numbers_and_ranges(language: Language, text: str, values: list[float]) -> None:
    assert [one.value for one in find_cardinals(scannable(text)[0], language)] == values


@pytest.mark.parametrize(
    ("language", "text", "derived"),
    [
        (EN, "a decennial review, the bicentenary, trilateral talks", [(10, "year"), (200, "year"), (3, "side")]),
        (FR, "le plan décennal, un mécanisme tripartite, le cinquantenaire", [(10, "year"), (3, "side"), (50, "year")]),
        (ES, "el plan decenal, el quinquenio, trilateral", [(10, "year"), (5, "year"), (3, "side")]),
        (
            RU,
            "тридцатилетие, десятилетний, трёхсторонней, двадцатипятилетия",
            [(30, "year"), (10, "year"), (3, "side"), (25, "year")],
        ),
        (AR, "الخطة العشرية والتعاون الثلاثي", [(10, "year"), (3, "side")]),
        (ZH, "三方会谈、双边关系、三方面", [(3, "side"), (2, "side")]),
    ],
)
def test_derived_words(language: Language, text: str, derived: list[tuple[int, str]]) -> None:
    assert [(one.value, one.unit) for one in find_derived(scannable(text)[0], language)] == derived


@pytest.mark.parametrize(
    ("language", "text", "is_derived"),
    [
        (EN, "10-year plan", True),
        (EN, "ten-Year Framework", True),
        (EN, "10-year period", False),
        (EN, "three-year review cycle", False),
        (EN, "5-, 10- and 15-year reviews", True),
        (EN, "10-member group", False),
        (RU, "10-летний план", True),
        (RU, "10-летний период", False),
    ],
)
def test_a_number_of_years_in_an_adjective(language: Language, text: str, is_derived: bool) -> None:
    number = find_cardinals(text, language)[0]
    assert (derived_end(text, number.end, language) is not None) is is_derived


@pytest.mark.parametrize("language", list(Language))
def test_the_name_of_a_disease_holds_a_year(language: Language) -> None:
    name = {AR: "كوفيد-19", ZH: "2019冠状病毒病"}.get(language, "COVID-19")
    assert find_names(name, language) == [(0, len(name), 2019)]


@pytest.mark.parametrize("sign", ["сто", "biennial", "百", "5-, ", "one ", "a half ", "مائة و", "22-"])
def test_repeated_shapes_are_read_in_linear_time(sign: str) -> None:
    """A quadratic search of these would take minutes."""
    text = sign * 20_000
    for language in Language:
        for number in find_numbers(text, language):
            derived_end(text, number.end, language)
        find_derived(text, language)
