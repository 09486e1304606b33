"""Roll calls with the ballots of States, their totals from two sources, sponsors, calls and replies."""

from __future__ import annotations

from dataclasses import replace

import pytest

from verbale.model.proceedings import Choice
from verbale.register.holding import held
from verbale.register.votes import (
    RecordedReply,
    RequestForViews,
    RollCall,
    Sponsorship,
    roll_calls,
    was_member,
)


def test_each_session_has_its_three_votes() -> None:
    topics = [each.topic for each in held(RollCall)]
    assert (topics.count("ICJ"), topics.count("ND"), topics.count("RND")) == (31, 32, 28)
    assert len(roll_calls()) == len(held(RollCall))


@pytest.mark.parametrize(
    ("resolution", "totals"),
    [
        ("A/RES/76/53", (143, 33, 14)),
        ("A/RES/76/46", (124, 41, 22)),
        ("A/RES/76/27", (125, 50, 14)),
        ("A/RES/64/55", (124, 31, 21)),
        ("A/RES/64/47", (171, 2, 8)),
        ("A/RES/73/64", (138, 32, 17)),
    ],
)
def test_ballots_add_up_to_the_totals(resolution: str, totals: tuple[int, int, int]) -> None:
    assert roll_calls()[resolution].counted == totals


def test_no_state_votes_twice_and_only_members_vote() -> None:
    for call in held(RollCall):
        cast = [*call.yes, *call.no, *call.abstained]
        assert len(set(cast)) == len(cast), call.resolution
        assert all(was_member(state, call.valid.start or "") for state in cast), call.resolution


def test_two_sources_that_part_are_both_told() -> None:
    assert all(each.agrees for each in held(RollCall))
    call = replace(roll_calls()["A/RES/76/53"], reported_yes=142, reported_by="a bulletin")
    assert not call.agrees
    assert call.in_words().endswith("143-33-14 (a bulletin gives 142-33-14)")


def test_what_looks_like_another_vote_is_not_carried() -> None:
    doubtful = {each.resolution: each for each in held(RollCall) if each.doubt}
    assert set(doubtful) == {"A/RES/49/75[K]", "A/RES/63/49"}
    assert all(each.counted is None and each.choice("USA") is None for each in doubtful.values())
    assert "78-43-38 (unverified) [doubtful: " in doubtful["A/RES/49/75[K]"].in_words()
    assert "totals not held" in doubtful["A/RES/63/49"].in_words()


def test_what_a_state_did() -> None:
    call = roll_calls()["A/RES/76/53"]
    assert [call.choice(state) for state in ("CUB", "USA", "IND", "TUR")] == [
        Choice.IN_FAVOUR,
        Choice.AGAINST,
        Choice.ABSTAINING,
        Choice.AGAINST,
    ]
    assert not call.sat_out("CUB")
    assert call.choice("VAT") is None
    assert not call.sat_out("VAT"), "no Member"
    assert not call.sat_out("YUG"), "no Member any more"
    line = call.line_for("BEN")
    assert line is not None
    assert line.label.startswith("did not vote: A/RES/76/53")
    assert line.statement.property == "vote on A/RES/76/53"
    assert call.line_for("VAT") is None


def test_totals_without_a_roll_call_are_those_reported() -> None:
    call = roll_calls()["A/RES/80/33"]
    assert (call.counted, call.reported, call.agrees) == (None, (127, 35, 16), True)
    assert call.choice("CUB") is None
    assert not call.sat_out("CUB")
    assert "127-35-16 (mandates-49-80)" in call.line().label


def test_yugoslavia_is_the_state_that_sat_then() -> None:
    seats = {"A/RES/76/53": "SRB", "A/RES/64/55": "SRB", "A/RES/57/85": "SCG"}
    for resolution, state in seats.items():
        assert roll_calls()[resolution].choice(state) is not None


def test_membership_has_a_beginning_and_an_end() -> None:
    assert was_member("SSD", "2011-07-14")
    assert not was_member("SSD", "2011-07-13")
    assert not was_member("SCG", "2006-06-03")
    assert not was_member("PSE", "2022-01-01")


def test_sponsors_of_session_76() -> None:
    rows = [each for each in held(Sponsorship) if "MEX" in each.states and each.role == "sponsor"]
    assert {"A/RES/76/30", "A/RES/76/34", "A/RES/76/49", "A/RES/76/25", "A/RES/76/66"} <= {
        each.resolution for each in rows
    }
    assert rows[0].in_words().startswith("sponsor of A/RES/76/")


def test_calls_and_what_becomes_of_late_replies() -> None:
    old, new = sorted(held(RequestForViews), key=lambda each: each.valid.start or "")
    assert (old.valid.start, old.resolutions, old.late) == (
        "2010-02-26",
        ("A/RES/64/55",),
        "printed as addenda to the report",
    )
    assert (new.valid.start, new.resolutions) == ("2022-01-28", ())
    assert "no addendum" in new.in_words()
    assert "on the question" in new.in_words()


def test_replies_have_their_language_and_day() -> None:
    replies = {(each.report, *each.states): (each.language, each.valid.start) for each in held(RecordedReply)}
    assert len(replies) == 8
    assert replies["A/65/137", "BFA"] == ("fr", "2010-06-14")
    assert replies["A/77/123", "MEX"] == ("es", "2022-05-31")
    assert "original es" in next(each for each in held(RecordedReply) if each.states == ("MEX",)).in_words()
