"""What a source says of acts, compared with the acts."""

from __future__ import annotations

from dataclasses import replace

import pytest

from verbale.model.statement import Period
from verbale.register.claims import ClaimOutcome, check_claim
from verbale.register.happenings import tell_state
from verbale.register.holding import held
from verbale.register.positions import Claim


def claim_at(place: str, treaty: str, act: str) -> Claim:
    return next(
        each for each in held(Claim) if each.provenance.place == place and treaty in each.treaties and each.act == act
    )


def test_what_the_replies_say_of_acts_is_borne_out_where_it_can_be_told() -> None:
    outcomes = {(each.provenance.place, *each.treaties): check_claim(each)[0].outcome for each in held(Claim)}
    assert ClaimOutcome.DIFFERS not in outcomes.values()
    open_ones = {place for place, outcome in outcomes.items() if outcome is ClaimOutcome.OPEN}
    assert open_ones == {("III.BFA.2", "HCOC"), ("III.MEX.4", "NPT", "TPNW")}


@pytest.mark.parametrize(
    ("place", "treaty", "act", "found"),
    [
        ("III.KHM.1.3.2", "CTBT", "ratification", "ratification 2000-11-10"),
        ("III.KHM.1.4", "BANGKOK", "opened", "BANGKOK opened 1995-12-15"),
        ("III.CUB.2", "TPNW", "in force", "TPNW in force 2021-01-22"),
        ("II.6.e", "NEW_START", "in force until", "NEW_START in force until 2026-02-04"),
        ("II.9", "CTBT", "not in force", "CTBT not in force"),
        ("III.QAT.1", "CTBT", "party", "QAT is contracting"),
        ("III.CUB.4", "BWC", "year in name", "BWC year in name 1971-12-16, 1972-04-10"),
    ],
)
def test_what_bears_a_claim_out(place: str, treaty: str, act: str, found: str) -> None:
    check = check_claim(claim_at(place, treaty, act))[0]
    assert (check.outcome, check.found) == (ClaimOutcome.BORNE_OUT, found)


def test_a_claim_about_two_states_is_checked_for_each() -> None:
    assert len(check_claim(claim_at("II.7", "NEW_START", "signature"))) == 2


def test_what_differs_shows_both() -> None:
    ratified = claim_at("III.KHM.1.3.2", "CTBT", "ratification")
    late = replace(ratified, valid=Period("2001-11-10", "2001-11-10"))
    assert [(each.outcome, each.found) for each in check_claim(late)] == [
        (ClaimOutcome.DIFFERS, "ratification 2000-11-10")
    ]
    never = replace(ratified, states=("IND",))
    assert check_claim(never)[0].found == "no ratification of IND is held"
    party = replace(claim_at("III.QAT.1", "NPT", "party"), states=("IND",))
    assert (check_claim(party)[0].outcome, check_claim(party)[0].found) == (ClaimOutcome.DIFFERS, "IND is non party")
    opened = replace(claim_at("III.KHM.1.4", "BANGKOK", "opened"), valid=Period("1996", "1996"))
    assert check_claim(opened)[0].outcome is ClaimOutcome.DIFFERS
    entered = replace(claim_at("II.9", "CTBT", "not in force"), treaties=("NPT",))
    assert (check_claim(entered)[0].outcome, check_claim(entered)[0].found) == (
        ClaimOutcome.DIFFERS,
        "NPT in force since 1970-03-05",
    )


def test_what_a_list_that_is_not_whole_cannot_tell() -> None:
    party = replace(claim_at("III.CUB.15", "CWC", "party"), treaties=("HCOC",))
    check = check_claim(party)[0]
    assert (check.outcome, check.found) == (ClaimOutcome.OPEN, "acts held: none")


def test_the_page_on_a_state_shows_the_check() -> None:
    labels = [line.label for line in tell_state("QAT", "2026-11-25") if line.kind == "claims"]
    assert [label.partition("[")[2] for label in labels] == [
        "borne out: QAT is contracting]",
        "borne out: QAT is party]",
    ]
