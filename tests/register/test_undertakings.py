"""Undertakings and what speaks to them; capacity building; pledges and what was delivered."""

from __future__ import annotations

from collections import Counter

from verbale.register.holding import held
from verbale.register.undertakings import (
    CapacityBuilding,
    Commitment,
    Pledge,
    UndertakingEvidence,
    commitments,
)


def test_the_sets_are_whole() -> None:
    counts = Counter(each.set for each in held(Commitment))
    assert (counts["13_STEPS"], counts["ACTION_PLAN_2010"], counts["RECOMMENDATIONS_2001"]) == (13, 64, 7)
    assert len(commitments()) == len(held(Commitment))
    for name in ("13_STEPS", "ACTION_PLAN_2010", "RECOMMENDATIONS_2001", "SG_FIVE_POINTS"):
        assert sorted(each.number or 0 for each in held(Commitment) if each.set == name) == list(
            range(1, counts[name] + 1)
        )


def test_an_undertaking_is_had_by_its_id() -> None:
    assert commitments()["13_STEPS.6"].theme == "elimination"
    assert commitments()["ACTION_PLAN_2010.5"].in_words().endswith("(nuclear-weapon States, due 2014)")
    assert commitments()["ACTION_PLAN_2010.2"].in_words().endswith("transparency (all parties)")


def test_evidence_names_undertakings_that_are_held() -> None:
    sets = {each.set for each in held(Commitment)}
    for each in held(UndertakingEvidence):
        assert each.commitments
        for name in each.commitments:
            assert name in commitments() or name in sets, name


def test_evidence_is_drawn_from_replies_and_is_no_verdict() -> None:
    said = held(UndertakingEvidence)
    cuba = next(each for each in said if each.stance == "says unmet")
    assert (cuba.by, cuba.provenance.place, cuba.commitments) == ("CUB", "III.CUB.8", ("13_STEPS.6",))
    assert cuba.in_words() == "CUB says unmet: no concrete progress and a grave step back since 2000 [13_STEPS.6]"
    assert "CUB" in cuba.line().states
    assert {each.stance for each in said} == {
        "reports",
        "supports",
        "calls for",
        "observes",
        "says unmet",
    }
    assert [each for each in said if "13_STEPS.6" in each.commitments] == [cuba]


def test_capacity_building_says_what_they_reached() -> None:
    fellows = next(each for each in held(CapacityBuilding) if each.unit == "fellows")
    assert fellows.in_words().endswith("for young officials: more than 700 fellows")
    talks = next(each for each in held(CapacityBuilding) if each.states == ("JPN", "IND"))
    assert talks.in_words() == "CTBT raised with India for India"
    outreach = next(each for each in held(CapacityBuilding) if each.kind == "outreach")
    assert outreach.line().statement.subject == "SG HRDA"


def test_a_pledge_says_what_was_delivered() -> None:
    money, boats = (
        next(each for each in held(Pledge) if each.amount),
        next(each for each in held(Pledge) if each.delivered and each.provenance.place == "III.JPN.14"),
    )
    assert "for Russian Federation, more than 200,000,000 USD [pledged]" in money.in_words()
    assert boats.in_words().endswith("[done, delivered: 6 submarines]")
    ended = next(each for each in held(Pledge) if not each.states)
    assert ended.line().statement.subject == "EU:CFSP/2019/615"
    assert ended.valid.end == "2022-01-15"
