"""The two published reports of ../shared: what is found in them, and that nothing absurd is."""

from __future__ import annotations

from functools import cache

import pytest
from bench.shared import SHARED, is_at_hand

from verbale.app.reading import read_source
from verbale.check.context import CheckContext
from verbale.check.rules import find_in
from verbale.model.finding import Finding, Severity

pytestmark = [
    pytest.mark.shared,
    pytest.mark.skipif(not is_at_hand(), reason="the documents of ../shared are not at hand"),
]


@cache
def findings(name: str) -> tuple[Finding, ...]:
    document = read_source((SHARED / "seeds" / name).read_bytes(), name)
    return tuple(one for found in find_in(CheckContext(document, {})).values() for one in found)


@pytest.mark.parametrize(
    ("name", "rule", "ref", "words"),
    [
        ("A-77-123.zh.txt", "consistency/respectively", "III.MEX.4", ("2022-06", "2022-08", "II.7.a", "II.7.b")),
        ("A-77-123.zh.txt", "references/dangling", "III.KHM.1.1", ("1.A",)),
        ("A-77-123.zh.txt", "references/dangling", "III.KHM.1.2", ("1.B",)),
        ("A-77-123.zh.txt", "references/part", "III.KHM.1", ("A/RES/49/75", "K")),
        ("A-77-123.zh.txt", "claims/imprecise", "III.KHM.1.3", ("172", "169")),
        ("A-77-123.zh.txt", "claims/confirmed", "III.KHM.1.3", ("185",)),
        ("A-77-123.zh.txt", "claims/confirmed", "III.KHM.1.3", ("172",)),
        ("A-77-123.zh.txt", "claims/confirmed", "III.KHM.1.3.1", ("1996-09-26",)),
        ("A-77-123.zh.txt", "claims/confirmed", "III.KHM.1.3.2", ("2000-11-10",)),
        ("A-77-123.zh.txt", "claims/confirmed", "III.KHM.1.4", ("1997-03-27",)),
        ("A-77-123.zh.txt", "claims/confirmed", "II.7.b", ("86", "2022-06-21")),
        ("A-77-123.zh.txt", "claims/confirmed", "II.7.b", ("62",)),
        ("A-77-123.zh.txt", "claims/confirmed", "II.7.b", ("accessions", "3")),
        ("A-65-137.zh.txt", "claims/imprecise", "III.BFA.1", ("NPT", "1970-03-03")),
        ("A-65-137.zh.txt", "claims/imprecise", "III.BFA.1", ("CTBT", "2002-04-17")),
        ("A-65-137.zh.txt", "terms/body", "III.JPN.19", ("联合国裁军谈判会议",)),
    ],
)
def test_is_found(name: str, rule: str, ref: str, words: tuple[str, ...]) -> None:
    mine = [one.message for one in findings(name) if one.rule == rule and one.ref == ref]
    assert any(all(word in message for word in words) for message in mine), mine


def test_swapped_months_are_held_against_both_paragraphs() -> None:
    (swapped,) = [one for one in findings("A-77-123.zh.txt") if one.rule == "consistency/respectively"]
    assert {"II.7.a", "II.7.b"} <= {place.ref for place in swapped.related}


def test_errors_are_those_a_careful_reader_finds() -> None:
    errors = [(one.rule, one.ref) for one in findings("A-77-123.zh.txt") if one.severity is Severity.ERROR]
    assert sorted(errors) == [
        ("consistency/respectively", "III.MEX.4"),
        ("references/dangling", "III.KHM.1.1"),
        ("references/dangling", "III.KHM.1.2"),
    ]
    assert not [one for one in findings("A-65-137.zh.txt") if one.severity is Severity.ERROR]
