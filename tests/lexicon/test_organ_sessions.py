"""The table of sessions, and what is counted on from it."""

from __future__ import annotations

from itertools import pairwise

import pytest

from verbale.lexicon.organ_sessions import (
    ASSEMBLY,
    HUMAN_RIGHTS_COUNCIL,
    SECURITY_COUNCIL,
    Fit,
    find_sitting,
    first_year,
    fits_numbers,
    is_of_council_year,
    last_session,
    session_on,
    year_of_council,
)
from verbale.lexicon.tables import read_table


@pytest.mark.parametrize(
    ("organ", "kind", "number", "opened", "closed"),
    [
        (ASSEMBLY, "regular", 76, "2021-09-14", "2022-09-12"),
        (ASSEMBLY, "special", 10, "1978-05-23", "1978-07-01"),
        (ASSEMBLY, "regular", 82, "2027-09-07", "2028-09-04"),
        (HUMAN_RIGHTS_COUNCIL, "regular", 46, "2021-02-22", "2021-03-24"),
        (HUMAN_RIGHTS_COUNCIL, "regular", 63, "2026-09-01", "2026-10-31"),
        (HUMAN_RIGHTS_COUNCIL, "regular", 64, "2027-02-15", "2027-04-20"),
        (SECURITY_COUNCIL, "year", 2004, "2004-01-01", "2004-12-31"),
        (SECURITY_COUNCIL, "year", 2040, "2040-01-01", "2040-12-31"),
    ],
)
def test_sessions_held_and_to_come(organ: str, kind: str, number: int, opened: str, closed: str) -> None:
    sitting = find_sitting(organ, number, kind)
    assert sitting is not None
    assert (sitting.opened, sitting.closed) == (opened, closed)
    assert sitting.planned == (number > last_session(organ, kind))


def test_dates_of_any_precision_fit() -> None:
    sitting = find_sitting(HUMAN_RIGHTS_COUNCIL, 46)
    assert sitting is not None
    days = ("2021-03-23", "2021-03", "2021", "2021-06-01", "2022-03-23", "2015-12-06")
    assert [sitting.fit(day) for day in days] == [Fit.DAY, Fit.DAY, Fit.DAY, Fit.YEAR, Fit.SLIP, Fit.CONTRADICTS]


def test_numbers_of_the_security_council_run_on() -> None:
    rows = sorted(
        (int(row["session"]), int(row["first"]), int(row["last"] or 0))
        for row in read_table("organ_sessions")
        if row["organ"] == SECURITY_COUNCIL
    )
    assert rows[0] == (1946, 1, 15)
    for (year, _, last), (following, first, _) in pairwise(rows):
        assert (following, first) == (year + 1, last + 1)
    assert (year_of_council(1540), year_of_council(242), year_of_council(9999)) == (2004, 1967, None)
    assert is_of_council_year(1540, 2004)
    assert not is_of_council_year(1540, 2005)
    assert not is_of_council_year(45, 2010)


def test_sessions_of_the_assembly_follow_one_another() -> None:
    opened = [find_sitting(ASSEMBLY, number) for number in range(1, 95)]
    for one, following in pairwise(opened):
        assert one is not None
        assert following is not None
        assert one.opened < one.closed < following.opened


def test_numbers_tell_the_body_of_an_old_session() -> None:
    assert fits_numbers(ASSEMBLY, 24, 2602)
    assert not fits_numbers(ASSEMBLY, 24, 663)
    assert fits_numbers("economic_and_social_council", 24, 663)
    assert session_on(ASSEMBLY, "1960-12-14") == 15


def test_first_years() -> None:
    assert first_year("npt_review_conference") == 1975
    assert first_year("npt_preparatory_committee") == 1997
