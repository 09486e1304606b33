"""What is written is read again as the same value, in six languages."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verbale.errors import BadReference, LexiconBroken
from verbale.lexicon.dates import find_day
from verbale.lexicon.names import find_state
from verbale.lexicon.tables import read_table
from verbale.lexicon.written import write_date, write_list, write_number, write_ordinal, write_state, write_treaty
from verbale.model.language import Language

EVERY = st.sampled_from(list(Language))


@given(st.dates(min_value=date(1945, 1, 1), max_value=date(2099, 12, 31)), EVERY)
def test_a_day_comes_back(day: date, language: Language) -> None:
    assert find_day(write_date(str(day), language)) == str(day)


@pytest.mark.parametrize(
    ("language", "day", "month"),
    [
        (Language.AR, "1 حزيران/يونيه 2022", "حزيران/يونيه 2022"),
        (Language.ZH, "2022年6月1日", "2022年6月"),
        (Language.EN, "1 June 2022", "June 2022"),
        (Language.FR, "1er juin 2022", "juin 2022"),
        (Language.RU, "1 июня 2022 года", "июнь 2022 года"),
        (Language.ES, "1 de junio de 2022", "junio de 2022"),
    ],
)
def test_days_and_months_as_print_has_them(language: Language, day: str, month: str) -> None:
    assert write_date("2022-06-01", language) == day
    assert write_date("2022-06", language) == month


@pytest.mark.parametrize("text", ["2022", "2022-13-01", "2022-13", "1 June"])
def test_what_is_no_day_is_refused(text: str) -> None:
    with pytest.raises(BadReference):
        write_date(text, Language.EN)


def test_every_state_that_is_has_a_name_that_is_read_again() -> None:
    for row in read_table("states"):
        if not row["ended"]:
            for language in Language:
                assert find_state(write_state(row["id"], language), language) == row["id"]
    with pytest.raises(LexiconBroken, match="no short name of XYZ in fr"):
        write_state("XYZ", Language.FR)


def test_every_treaty_has_its_title() -> None:
    for row in read_table("treaties"):
        if row["kind"] == "treaty":
            assert all(write_treaty(row["id"], language) for language in Language)
    with pytest.raises(LexiconBroken, match="no official name of NONE in zh"):
        write_treaty("NONE", Language.ZH)


def test_figures_lists_and_ordinals() -> None:
    assert write_number(23300, Language.EN) == "23,300"
    assert write_number(23300, Language.FR) == "23\u00a0300"
    assert write_number(999, Language.RU) == "999"
    assert write_list(["A", "B", "C"], Language.EN) == "A, B and C"
    assert write_list(["A", "B"], Language.ZH) == "A和B"
    assert write_list(["Cuba", "Irán"], Language.ES) == "Cuba e Irán"
    assert write_list(["كوبا", "قطر", "اليابان"], Language.AR) == "كوبا وقطر واليابان"
    assert write_list([], Language.EN) == ""
    assert write_ordinal(77, Language.ES, "masculine") == "septuagésimo séptimo"
    with pytest.raises(LexiconBroken, match="no ordinal 200"):
        write_ordinal(200, Language.EN)
