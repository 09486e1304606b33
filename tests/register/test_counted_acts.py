"""Every count is the number of acts that stand behind it, on whatever day."""

from __future__ import annotations

import pytest

from verbale.errors import BadReference
from verbale.model.act import ActKind
from verbale.model.status import PartyLabel
from verbale.register.counted_acts import COUNTS, find_counted, find_disputed_acts, find_standing_acts
from verbale.register.suppose import parse_supposition, supposable_kinds, write_supposed
from verbale.register.treaty_history import build_history, history_of
from verbale.register.treaty_rules import treaty_rules

DAYS = ("1968-07-01", "1993-06-01", "2003-01-10", "2022-06-21", "2026-12-01", "2027-08-01")


@pytest.mark.parametrize("treaty", sorted(treaty_rules()))
@pytest.mark.parametrize("day", DAYS)
def test_a_count_is_the_number_of_its_acts(treaty: str, day: str) -> None:
    history = history_of(treaty)
    situation = history.situation(day)
    for count in COUNTS:
        found = find_counted(history, day, count)
        assert len(found) == (getattr(situation.counts, count) or 0)
        assert len({each.standing.state for each in found}) == len(found)
        assert all(each.act and each.act.date <= day for each in found)
        assert all(each.act and each.act.state == each.standing.state for each in found)


@pytest.mark.parametrize("treaty", sorted(treaty_rules()))
def test_only_a_state_that_did_nothing_stands_on_no_act(treaty: str) -> None:
    found = find_standing_acts(history_of(treaty), "2026-12-01")
    without = {each.standing.label for each in found if each.act is None}
    assert without <= {PartyLabel.NON_PARTY}


def test_a_standing_rests_on_the_act_that_made_it() -> None:
    found = {each.standing.state: each.act for each in find_standing_acts(history_of("CTBT"), "2024-01-01")}
    russia, cuba, india = found["RUS"], found["CUB"], found["IND"]
    assert russia is not None
    assert russia.kind is ActKind.WITHDRAWAL_OF_RATIFICATION
    assert cuba is not None
    assert cuba.kind is ActKind.RATIFICATION
    assert india is None


def test_disputed_acts_are_those_of_states_in_doubt() -> None:
    history = history_of("NPT")
    assert {each.act.state for each in find_disputed_acts(history, "2022-06-21") if each.act} == {"PRK"}
    assert find_disputed_acts(history, "2002-12-31") == ()


def test_what_is_supposed_is_counted_among_the_acts() -> None:
    acts = parse_supposition("CTBT", write_supposed("USA", ActKind.RATIFICATION, "2027-01-01"))
    counted = find_counted(build_history("CTBT", acts), "2027-01-01", "ratifications")
    assert "USA" in {each.standing.state for each in counted}
    assert len(counted) == len(find_counted(history_of("CTBT"), "2027-01-01", "ratifications")) + 1


# Towards which treaty a State can do each, and what it has to do before.
_CAN = {
    ActKind.SIGNATURE: ("TPNW", "USA", ""),
    ActKind.RATIFICATION: ("CTBT", "USA", ""),
    ActKind.ACCEPTANCE: ("CTBT", "USA", ""),
    ActKind.APPROVAL: ("CTBT", "USA", ""),
    ActKind.ACCESSION: ("TPNW", "USA", ""),
    ActKind.SUCCESSION: ("TPNW", "USA", ""),
    ActKind.SUBSCRIPTION: ("HCOC", "CUB", ""),
    ActKind.WITHDRAWAL_NOTICE: ("TPNW", "CUB", ""),
    ActKind.WITHDRAWAL_OF_RATIFICATION: ("CTBT", "CUB", ""),
}


@pytest.mark.parametrize("kind", supposable_kinds())
def test_every_kind_that_can_be_supposed_is_read_as_it_is_written(kind: ActKind) -> None:
    treaty, state, before = _CAN[kind]
    found = parse_supposition(treaty, f"{before}{write_supposed(state, kind, '2027-01-01')}")
    assert [act.kind for act in found][-1:] == [kind]
    assert found[-1].state == state


def test_an_act_that_cannot_be_supposed_is_not_written() -> None:
    with pytest.raises(BadReference, match="objection"):
        write_supposed("USA", ActKind.OBJECTION, "2027-01-01")


@pytest.mark.parametrize("text", ["USA ratifies 9999-12-31", ", ".join(["USA signs 2027-01-01"] * 30)])
def test_too_far_ahead_and_too_much_is_refused(text: str) -> None:
    with pytest.raises(BadReference):
        parse_supposition("CTBT", text)
