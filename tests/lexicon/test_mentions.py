"""What document a number with a session in Roman numerals names, by the body beside it and the printed date."""

from __future__ import annotations

import pytest

from verbale.lexicon.document_numbers import DocumentNumber
from verbale.lexicon.mentions import Certainty, Meaning, Mention, meaning_of

ASSEMBLY, ECONOMIC, COMMISSION = "general_assembly", "economic_and_social_council", "commission_on_human_rights"
COLONIES = "A/RES/1514(XV)"
EITHER = (COLONIES, "E/RES/1514(XV)")
LATE = "E/RES/2008(LX)"


def roman(head: int, session: str, organ: str = "", date: str | None = None, *, decision: bool = False) -> Meaning:
    number = DocumentNumber(0, 0, "roman", head, session)
    return meaning_of(Mention(number, decision, organ, named=bool(organ), date=date))


@pytest.mark.parametrize("organ", ["other", "commission", ECONOMIC])
def test_a_body_that_did_not_number_so_leaves_it_open(organ: str) -> None:
    assert roman(1514, "XV", organ) == (EITHER, Certainty.OPEN)
    assert roman(2008, "LX", "other") == ((LATE,), Certainty.OPEN)


@pytest.mark.parametrize(("organ", "date"), [("", None), (ASSEMBLY, None), ("", "1960-12-14"), (ASSEMBLY, "1960")])
def test_the_body_named_or_the_only_one_that_can_decides(organ: str, date: str | None) -> None:
    assert roman(1514, "XV", organ, date) == ((COLONIES,), Certainty.SURE)


@pytest.mark.parametrize("organ", ["", ASSEMBLY])
def test_a_date_on_which_neither_sat_in_that_session_leaves_it_open(organ: str) -> None:
    assert roman(1514, "XV", organ, "1990-12-14") == (EITHER, Certainty.OPEN)
    assert roman(1514, "XV", organ, "1964-01-01") == (EITHER, Certainty.OPEN)


def test_a_date_two_years_off_is_a_misprint() -> None:
    assert roman(1514, "XV", "", "1962-01-01") == ((COLONIES,), Certainty.SURE)


@pytest.mark.parametrize("organ", ["", ECONOMIC, "council"])
def test_the_assembly_had_no_such_session(organ: str) -> None:
    assert roman(2008, "LX", organ) == ((LATE,), Certainty.SURE)
    assert roman(1514, "XXXI") == (("E/RES/1514(XXXI)",), Certainty.SURE)
    assert roman(2008, "LX", ASSEMBLY) == ((LATE,), Certainty.OPEN)


def test_other_bodies_have_their_own_symbols() -> None:
    assert roman(20, "XLV", COMMISSION) == (("E/CN.4/RES/20(XLV)",), Certainty.SURE)
    assert roman(1, "S-VI") == (("A/RES/1(S-VI)",), Certainty.SURE)
    assert roman(1514, "XV", "", "1960-12-14", decision=True) == (("A/DEC/1514(XV)",), Certainty.SURE)
