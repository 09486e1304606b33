"""The register's figures on the days that reports and resolutions give, each computed from acts."""

from __future__ import annotations

from dataclasses import astuple

import pytest

from verbale.model.act import Act, ActKind
from verbale.model.status import Counts, PartyLabel
from verbale.register.status_as_of import overview, replay, status, status_of
from verbale.register.treaty_history import build_history, history_of
from verbale.register.treaty_rules import InstrumentKind, treaty_rules


@pytest.mark.parametrize(
    ("treaty", "day", "counts"),
    [
        ("TPNW", "2022-06-21", (86, 62, 3, 65, 60)),
        ("TPNW", "2020-10-24", (84, 48, 2, 50, 0)),
        ("TPNW", "2021-01-22", (86, 50, 2, 52, 50)),
        ("CTBT", "2010-06-30", (182, 153, 0, 153, 0)),
        ("CTBT", "2022-05-09", (185, 172, 0, 172, 0)),
        ("CTBT", "2025-12-01", (187, 178, 0, 178, 0)),
        ("CWC", "2026-11-25", (165, 166, 27, 193, 193)),
        ("NPT", "2026-11-25", (93, 114, 77, 191, 191)),
    ],
)
def test_counts(treaty: str, day: str, counts: tuple[int, ...]) -> None:
    assert astuple(status(treaty, day).counts) == counts


def test_tpnw_of_2025() -> None:
    counts = status("TPNW", "2025-10-10").counts
    assert (counts.signatures, counts.deposited) == (95, 74)


@pytest.mark.parametrize(
    ("treaty", "day"),
    [
        ("RAROTONGA", "1986-12-11"),
        ("BANGKOK", "1997-03-27"),
        ("CWC", "1997-04-29"),
        ("ROME_STATUTE", "2002-07-01"),
        ("SEMIPALATINSK", "2009-03-21"),
        ("PELINDABA", "2009-07-15"),
        ("TPNW", "2021-01-22"),
        ("NPT", "1970-03-05"),
        ("BWC", "1975-03-26"),
        ("TLATELOLCO", "1969-04-25"),
        ("ANTARCTIC", "1961-06-23"),
        ("NEW_START", "2011-02-05"),
    ],
)
def test_entry_into_force_is_computed_from_acts(treaty: str, day: str) -> None:
    entry = history_of(treaty).entry
    assert (entry.date, entry.stated) == (day, False)
    assert entry.date == treaty_rules()[treaty].treaty.in_force
    assert not history_of(treaty).situation(f"{int(day[:4]) - 1}-12-31").in_force
    assert history_of(treaty).situation(day).in_force


@pytest.mark.parametrize("treaty", [name for name, rule in treaty_rules().items() if rule.acts_held == "all"])
def test_acts_and_the_table_of_treaties_agree_on_entry_into_force(treaty: str) -> None:
    assert (history_of(treaty).entry.date or "") == treaty_rules()[treaty].treaty.in_force


def test_the_day_is_told_before_it_comes() -> None:
    answer = status("TPNW", "2020-10-24")
    assert (answer.in_force, answer.in_force_since) == (False, "2021-01-22")
    assert status("TPNW", "2020-10-23").in_force_since is None


@pytest.mark.parametrize(
    ("day", "number", "russia"),
    [
        ("2010-06-30", 9, PartyLabel.CONTRACTING),
        ("2022-06-21", 8, PartyLabel.CONTRACTING),
        ("2024-01-01", 9, PartyLabel.SIGNATORY),
        ("2025-12-01", 9, PartyLabel.SIGNATORY),
    ],
)
def test_who_is_missing_for_the_ctbt(day: str, number: int, russia: PartyLabel) -> None:
    answer = status("CTBT", day)
    assert len(answer.outstanding) == number
    assert label("CTBT", day, "RUS") is russia
    assert ("IDN" in answer.outstanding) == (day < "2012")
    condition = next(step for step in answer.why if step.key == "need_named")
    assert condition.values["found"] == 44 - number


@pytest.mark.parametrize(
    ("day", "in_force", "suspended"),
    [
        ("2022-06-21", True, ()),
        ("2023-02-27", True, ()),
        ("2023-06-01", True, ("RUS",)),
        ("2026-02-04", True, ("RUS",)),
        ("2026-02-05", False, ()),
        ("2026-02-06", False, ()),
    ],
)
def test_new_start(day: str, in_force: bool, suspended: tuple[str, ...]) -> None:
    answer = status("NEW_START", day)
    assert (answer.in_force, answer.suspended_by) == (in_force, suspended)
    assert answer.in_force_until == "2026-02-04"
    assert label("NEW_START", day, "USA") is (PartyLabel.PARTY if in_force else PartyLabel.NON_PARTY)


def test_another_source_for_the_end_of_new_start_is_shown() -> None:
    steps = [step for step in status("NEW_START", "2025-01-01").why if step.key == "told_otherwise"]
    assert [(step.values["date"], step.values["held_date"]) for step in steps] == [("2026-02-05", "2026-02-04")]
    assert status("NEW_START", "2015-01-01").in_force_until == "2021-02-04"


def label(treaty: str, day: str, state: str) -> PartyLabel:
    return next(each.label for each in status(treaty, day).standings if each.state == state)


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("1985-12-12", PartyLabel.PARTY),
        ("1993-03-12", PartyLabel.WITHDRAWING),
        ("1993-06-10", PartyLabel.WITHDRAWING),
        ("1993-06-11", PartyLabel.PARTY),
        ("2003-01-09", PartyLabel.PARTY),
        ("2003-01-10", PartyLabel.DISPUTED),
        ("2026-11-25", PartyLabel.DISPUTED),
    ],
)
def test_the_democratic_people_s_republic_of_korea(day: str, expected: PartyLabel) -> None:
    assert label("NPT", day, "PRK") is expected


def test_a_disputed_party_gives_both_counts() -> None:
    answer = status("NPT", "2010-06-30")
    assert answer.disputed == ("PRK",)
    assert dict(answer.disputed_counts) == {"with": 190, "without": 189}
    assert dict(status("NPT", "1993-06-30").disputed_counts) == {}
    step = next(step for step in answer.why if step.key == "disputed")
    assert (step.source, step.values["with"], step.values["without"]) == ("asil-2003", 190, 189)


def test_the_count_of_the_secretary_general_is_met() -> None:
    step = next(step for step in status("NPT", "2003-01-10").why if step.key.startswith("reported"))
    assert (step.key, step.values["value"]) == ("reported_same", 188)


def test_a_difference_from_another_count_is_shown() -> None:
    steps = {step.key: step for step in status("PELINDABA", "2026-11-25").why}
    assert steps["reported_differs"].values["value"] == 42
    assert steps["reported_differs"].values["computed"] == 41


@pytest.mark.parametrize("treaty", [name for name, rule in treaty_rules().items() if rule.acts_held == "none"])
def test_no_count_without_a_whole_list(treaty: str) -> None:
    answer = status(treaty, "2026-11-25")
    assert answer.counts == Counts()
    assert (answer.acts_held, answer.outstanding, answer.disputed, answer.standings) == ("none", (), (), ())
    keys = {step.key for step in answer.why}
    form = treaty_rules()[treaty].form
    assert ("not_counted" in keys) == (form in (InstrumentKind.TREATY, InstrumentKind.CODE))
    assert answer.in_force == bool(treaty_rules()[treaty].treaty.in_force)
    assert ("stated" in keys) == answer.in_force


def test_a_list_that_is_whole_up_to_a_day_counts_up_to_that_day() -> None:
    before, last, after = (status("ANTARCTIC", day) for day in ("1961-06-22", "1961-06-23", "1961-06-24"))
    assert (before.in_force, last.in_force, after.in_force) == (False, True, True)
    assert (before.counts.deposited, last.counts.deposited, last.counts.in_force_for) == (10, 13, 13)
    assert (after.counts, after.standings) == (Counts(), ())
    assert {each.acts_held for each in (before, last, after)} == {"until 1961-06-23"}
    assert [step.values["acts_held"] for step in after.why if step.key == "not_counted"] == ["until 1961-06-23"]


def test_a_rule_is_told_also_where_acts_are_not_held() -> None:
    steps = {step.key: step for step in status("OUTER_SPACE", "2026-11-25").why}
    assert steps["rule_instruments"].values["number"] == 5
    assert steps["rule_named"].values["states"] == ("GBR", "RUS", "USA")


def test_known_counts_stand_beside_what_is_not_counted() -> None:
    steps = [step for step in status("HCOC", "2026-11-25").why if step.key == "reported_only"]
    assert [(step.values["value"], step.values["date"]) for step in steps] == [(145, "2024-03-11")]
    assert [step.values["value"] for step in status("HCOC", "2010-01-01").why if step.key == "reported_only"] == [93]


@pytest.mark.parametrize("treaty", list(treaty_rules()))
@pytest.mark.parametrize("day", ["0001-01-01", "1945-10-24", "1968-07-01", "2026-11-25", "2100-01-01", "9999-12-31"])
def test_every_treaty_answers_on_every_day(treaty: str, day: str) -> None:
    answer = status(treaty, day)
    opened = treaty_rules()[treaty].treaty.opened
    if day < opened:
        assert not answer.in_force
        assert answer.outstanding == ()
        assert {step.key for step in answer.why} >= {"not_open"}
        assert all(each.label is PartyLabel.NON_PARTY for each in answer.standings)
    assert answer.why
    assert ("edition" in {step.key for step in answer.why}) == (day > "2026-11-25" and bool(history_of(treaty).acts))


def test_states_are_told_of_from_their_admission_and_not_after_their_end() -> None:
    def states(day: str) -> set[str]:
        return {each.state for each in status("NPT", day).standings}

    assert "SSD" not in states("2011-07-13")
    assert "SSD" in states("2011-07-14")
    assert "YUG" in states("1992-04-26")
    assert "YUG" not in states("1992-04-27")
    assert "DDR" not in states("1990-10-03")
    assert len(states("2026-11-25")) == 193 + 4


def test_announced_withdrawals_are_notices() -> None:
    assert label("ROME_STATUTE", "2026-11-25", "MLI") is PartyLabel.WITHDRAWING
    assert label("ROME_STATUTE", "2027-06-24", "MLI") is PartyLabel.WITHDRAWN
    assert label("ROME_STATUTE", "2017-10-26", "BDI") is PartyLabel.WITHDRAWING
    assert label("ROME_STATUTE", "2017-10-27", "BDI") is PartyLabel.WITHDRAWN
    assert label("ROME_STATUTE", "2017-03-06", "ZAF") is PartyLabel.WITHDRAWING
    assert label("ROME_STATUTE", "2017-03-07", "ZAF") is PartyLabel.PARTY
    assert label("ROME_STATUTE", "2026-11-25", "HUN") is PartyLabel.DISPUTED
    assert {step.key for step in status("ROME_STATUTE", "2018-01-01").why} >= {"notice", "notice_fell", "withdrew"}


def test_ratification_withdrawn_is_no_withdrawal() -> None:
    steps = {step.key: step for step in status("CTBT", "2024-01-01").why}
    assert steps["ratification_withdrawn"].values["state"] == "RUS"
    assert label("CTBT", "2023-11-02", "RUS") is PartyLabel.CONTRACTING


def test_tlatelolco_enters_into_force_for_a_state_with_its_waiver() -> None:
    assert label("TLATELOLCO", "1994-05-29", "BRA") is PartyLabel.CONTRACTING
    assert label("TLATELOLCO", "1994-05-30", "BRA") is PartyLabel.PARTY
    keys = {step.key for step in status("TLATELOLCO", "1990-01-01").why}
    assert keys >= {"need_waivers", "later_waiver", "waiting_open"}


def test_each_state_has_its_own_day() -> None:
    def in_force(treaty: str, state: str) -> str:
        return next(each.in_force for each in status(treaty, "2026-11-25").standings if each.state == state)

    assert in_force("TPNW", "MNG") == "2022-03-10"
    assert in_force("TPNW", "CPV") == "2022-09-18"
    assert in_force("CWC", "CHN") == "1997-04-29"  # deposited four days before, no delay of its own
    assert in_force("CWC", "PSE") == "2018-06-16"
    assert in_force("ROME_STATUTE", "ARM") == "2024-02-01"
    assert in_force("CWC", "MNE") == "2006-10-23"  # a successor: no delay


def test_a_treaty_may_have_to_wait_for_its_earliest_day() -> None:
    rule = treaty_rules()["CTBT"]
    acts = [Act("CTBT", state, ActKind.RATIFICATION, "1997-01-01") for state in rule.circle]
    answer = status_of(build_history("CTBT", held=acts), "1997-01-01")
    assert (answer.in_force_since, rule.earliest) == ("1998-09-24", "1998-09-24")
    assert "not_before" in {step.key for step in answer.why}


def test_all_treaties_and_every_day() -> None:
    assert [each.treaty for each in overview("2026-11-25")] == list(treaty_rules())
    days = list(replay("TPNW", "2021-01-20", "2021-01-24"))
    assert [day for day, _ in days] == ["2021-01-20", "2021-01-21", "2021-01-22", "2021-01-23", "2021-01-24"]
    assert [situation.in_force for _, situation in days] == [False, False, True, True, True]
