"""One State's acts: any order gives one history, and every kind of act has its own effect."""

from __future__ import annotations

from itertools import permutations
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.lengths import examples

from verbale.model.act import Act, ActKind, Stance
from verbale.model.status import PartyLabel
from verbale.register.acts import find_acts
from verbale.register.fold import fold
from verbale.register.treaty_history import build_history, history_of

DAYS = [f"20{year:02d}-0{month}-15" for year in range(18, 28) for month in (1, 5, 9)]


def act(kind: ActKind, day: str, effective: str = "", treaty: str = "TPNW", state: str = "USA") -> Act:
    return Act(treaty, state, kind, day, effective, source="test", stance=Stance.SUPPOSED)


ACTS = st.lists(
    st.builds(act, st.sampled_from(list(ActKind)), st.sampled_from(DAYS), st.sampled_from(["", *DAYS])), max_size=8
)


@given(ACTS.flatmap(lambda acts: st.tuples(st.just(acts), st.permutations(acts))))
def test_acts_in_any_order_give_one_history(pair: tuple[list[Act], list[Act]]) -> None:
    acts, shuffled = pair
    assert fold("USA", acts, "P12M") == fold("USA", [*shuffled, *shuffled], "P12M")


@settings(max_examples=examples(20))
@given(st.sampled_from(["CTBT", "NEW_START", "NPT", "ROME_STATUTE", "TLATELOLCO", "TPNW"]), st.randoms())
def test_acts_of_a_treaty_in_any_order_give_one_status(treaty: str, chance: Random) -> None:
    acts = list(find_acts(treaty))
    chance.shuffle(acts)
    history, usual = build_history(treaty, held=acts), history_of(treaty)
    assert (history.entry, history.days) == (usual.entry, usual.days)
    for day in usual.days[::25]:
        assert history.situation(day) == usual.situation(day)


def labels(acts: list[Act], days: list[str], treaty: str = "TPNW", state: str = "USA") -> list[PartyLabel]:
    history = build_history(treaty, acts)
    return [next(each.label for each in history.situation(day).standings if each.state == state) for day in days]


def test_a_notice_is_prolonged_and_taken_back() -> None:
    accession = act(ActKind.ACCESSION, "2022-01-01")
    notice = act(ActKind.WITHDRAWAL_NOTICE, "2023-01-01")
    days = ["2022-03-31", "2022-04-01", "2023-01-01", "2023-12-31", "2024-01-01", "2026-01-01"]
    told = [PartyLabel.CONTRACTING, PartyLabel.PARTY, PartyLabel.WITHDRAWING, PartyLabel.WITHDRAWING]
    assert labels([accession, notice], days) == [*told, PartyLabel.WITHDRAWN, PartyLabel.WITHDRAWN]
    later = act(ActKind.PROLONGATION, "2023-06-01", "2025-01-01")
    assert labels([accession, notice, later], days) == [*told, PartyLabel.WITHDRAWING, PartyLabel.WITHDRAWN]
    without_day = act(ActKind.PROLONGATION, "2023-06-01")
    assert labels([accession, notice, without_day], days) == [*told, PartyLabel.WITHDRAWING, PartyLabel.WITHDRAWING]
    back = act(ActKind.WITHDRAWAL_OF_NOTICE, "2023-12-01")
    assert labels([accession, notice, back], days) == [*told[:3], PartyLabel.PARTY, PartyLabel.PARTY, PartyLabel.PARTY]
    too_late = act(ActKind.WITHDRAWAL_OF_NOTICE, "2024-02-01")
    assert labels([accession, notice, too_late], days)[-1] is PartyLabel.WITHDRAWN
    assert labels([accession, act(ActKind.WITHDRAWAL_OF_NOTICE, "2024-02-01")], days)[-1] is PartyLabel.PARTY


def test_a_state_may_come_back() -> None:
    acts = [
        act(ActKind.ACCESSION, "2022-01-01"),
        act(ActKind.WITHDRAWAL_NOTICE, "2022-06-01"),
        act(ActKind.ACCESSION, "2024-01-01"),
    ]
    days = ["2023-05-31", "2023-06-01", "2024-01-01", "2024-03-31"]
    for each in permutations(acts):
        assert labels(list(each), days) == [
            PartyLabel.WITHDRAWING,
            PartyLabel.WITHDRAWN,
            PartyLabel.CONTRACTING,
            PartyLabel.PARTY,
        ]


def test_of_two_deposits_the_earlier_counts() -> None:
    acts = [act(ActKind.RATIFICATION, "2020-05-01"), act(ActKind.RATIFICATION, "2020-03-01")]
    assert [consent.act.date for consent in fold("USA", acts, "").consents] == ["2020-03-01"]


def test_a_suspension_ends() -> None:
    acts = [
        act(ActKind.SUSPENSION, "2012-01-01", treaty="NEW_START"),
        act(ActKind.END_OF_SUSPENSION, "2013-01-01", treaty="NEW_START"),
    ]
    history = build_history("NEW_START", acts)
    assert [history.situation(day).suspended_by for day in ("2012-06-01", "2013-01-01")] == [("USA",), ()]


def test_a_withdrawal_in_effect_needs_no_notice() -> None:
    acts = [act(ActKind.ACCESSION, "2022-01-01"), act(ActKind.WITHDRAWAL_EFFECTIVE, "2023-01-01")]
    assert labels(acts, ["2022-12-31", "2023-01-01"]) == [PartyLabel.PARTY, PartyLabel.WITHDRAWN]


def test_a_notice_without_a_period_has_no_effect_of_itself() -> None:
    notice = act(ActKind.WITHDRAWAL_NOTICE, "2026-01-01")
    assert fold("USA", [notice], "").notices[0].effect is None


def test_acts_without_effect_on_status_are_kept_apart() -> None:
    quiet = [
        act(kind, "2022-01-01")
        for kind in (ActKind.RESERVATION, ActKind.DECLARATION, ActKind.OBJECTION, ActKind.TERRITORIAL_APPLICATION)
    ]
    assert labels(quiet, ["2023-01-01"]) == [PartyLabel.NON_PARTY]
    assert [each.kind for each in build_history("TPNW", quiet).acts[-4:]] == [each.kind for each in quiet]


def test_definitive_signature_signs_and_binds() -> None:
    party = fold("USA", [act(ActKind.DEFINITIVE_SIGNATURE, "2020-01-01")], "")
    assert party.signed is not None
    assert len(party.consents) == 1
