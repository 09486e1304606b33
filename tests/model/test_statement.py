"""Statements: periods of reduced precision, and superseding by name."""

from __future__ import annotations

from dataclasses import replace

import pytest

from verbale.errors import BadReference
from verbale.model.statement import Period, Provenance, Statement, current, parse_day

FIRST = Statement(
    subject="CUB",
    property="estimate_of_warheads",
    value=23300,
    text="more than 23,300",
    provenance=Provenance("A/65/137", "III.CUB.2"),
    valid=Period("2010"),
    recorded="2026-11-25",
)


@pytest.mark.parametrize("text", ["2010", "2010-06", "2010-06-14", "2012-02-29"])
def test_a_date_may_be_of_reduced_precision(text: str) -> None:
    assert parse_day(text) == text


@pytest.mark.parametrize("text", ["", "20", "2010-6", "2010-13", "2011-02-29", "14 June 2010", "2010-W10-1", "٢٠١٠"])
def test_what_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(BadReference, match="2022-06-21"):
        parse_day(text)


@pytest.mark.parametrize(
    ("text", "inside", "outside"),
    [
        ("2010", ("2010-01-01", "2010-12-31"), ("2009-12-31", "2011-01-01")),
        ("2010-06/2012", ("2010-06-01", "2012-12-31"), ("2010-05-31", "2013-01-01")),
        ("2010/..", ("2010-01-01", "2999-01-01"), ("2009-12-31",)),
        ("../2010-06-14", ("1945-01-01", "2010-06-14"), ("2010-06-15",)),
        ("../..", ("1945-01-01", "2999-01-01"), ()),
    ],
)
def test_a_period_covers_its_days(text: str, inside: tuple[str, ...], outside: tuple[str, ...]) -> None:
    period = Period.parse(text)
    assert all(period.covers(day) for day in inside)
    assert not any(period.covers(day) for day in outside)
    assert Period.parse(str(period)) == period


@pytest.mark.parametrize("text", ["2012/2010", "2012-06/2012-05-31", "2012/x", "/2012", ""])
def test_what_is_no_period_is_refused(text: str) -> None:
    with pytest.raises(BadReference):
        Period.parse(text)


def test_a_later_statement_supersedes_the_one_it_names() -> None:
    later = replace(
        FIRST, value=23400, recorded="2026-11-26", supersedes=FIRST.key(), provenance=Provenance("A/65/137")
    )
    assert current([FIRST, later]) == (later,)
    assert current([later, FIRST], known="2026-11-25") == (FIRST,)


def test_statements_of_two_sources_stand_side_by_side() -> None:
    other = replace(FIRST, provenance=Provenance("A/77/123"))
    assert current([FIRST, other]) == (FIRST, other)
