"""Acts and entries into force as lines; what is told of a State and of a period."""

from __future__ import annotations

from dataclasses import replace

import pytest

from verbale.model.act import Act, ActKind, Stance
from verbale.model.statement import Period
from verbale.model.status import PartyLabel
from verbale.register.happenings import act_line, act_lines, entry_lines, find_standings, tell_period, tell_state

ACT = Act(
    "CTBT", "CUB", ActKind.RATIFICATION, "2021-02-04", "", "UNSG", "isc-actions", "line 1548", recorded="2026-11-25"
)


def test_an_act_is_a_line_on_the_day_that_counts() -> None:
    line = act_line(ACT)
    assert (line.kind, line.states, line.treaties, line.starts) == ("acts", ("CUB",), ("CTBT",), "2021-02-04")
    assert line.label == "CTBT ratification, deposited with UNSG"
    assert line.statement.provenance.source == "isc-actions"


@pytest.mark.parametrize(
    ("act", "label"),
    [
        (
            replace(ACT, kind=ActKind.EXTENSION, effective="2026-02-04", depositary=""),
            "CTBT extension, until 2026-02-04",
        ),
        (
            replace(ACT, kind=ActKind.WITHDRAWAL_NOTICE, effective="2003-04-10", depositary=""),
            "CTBT withdrawal notice, with effect from 2003-04-10",
        ),
        (replace(ACT, note="a note", stance=Stance.DISPUTED, depositary=""), "CTBT ratification: a note [disputed]"),
    ],
)
def test_what_a_label_adds(act: Act, label: str) -> None:
    assert act_line(act).label == label


def test_an_act_of_the_parties_together_is_of_the_treaty() -> None:
    line = act_line(replace(ACT, state=""))
    assert (line.states, line.statement.subject) == ((), "CTBT")


def test_another_version_of_an_act_is_no_second_line() -> None:
    kept = [(line.states, line.statement.property, line.starts) for line in act_lines() if line.states == ("CUB",)]
    assert kept.count((("CUB",), "CTBT ratification", "2021-02-04")) == 1


def test_entries_into_force_are_computed_and_say_so() -> None:
    lines = {(line.kind, *line.treaties): line for line in entry_lines("2026-06-30")}
    assert lines["entry_into_force", "TPNW"].starts == "2021-01-22"
    assert lines["entry_into_force", "BANGKOK"].starts == "1997-03-27"
    assert lines["end_of_force", "NEW_START"].starts == "2026-02-04"
    assert lines["entry_into_force", "TPNW"].statement.provenance.rule == "computed from acts and rules"
    assert ("entry_into_force", "CTBT") not in lines


def test_standings_of_a_state() -> None:
    standings = dict(find_standings("CUB", "2021-02-03"))
    assert standings["TPNW"].label is PartyLabel.PARTY
    assert "CTBT" not in standings, "no part in it the day before"
    assert dict(find_standings("CUB", "2021-02-04"))["CTBT"].label is PartyLabel.CONTRACTING


def test_a_dossier_holds_acts_and_everything_else() -> None:
    lines = tell_state("CUB", "2010-12-31")
    assert {"acts", "roll_calls", "replies", "positions", "figures", "evidence", "claims"} <= {
        each.kind for each in lines
    }
    assert all(each.told_on <= "2010-12-31" for each in lines)
    assert [each.told_on for each in lines] == sorted(each.told_on for each in lines)
    known = tell_state("CUB", "2022-12-31", "2010-05-13")
    assert "acts" in {each.kind for each in known}
    assert "replies" not in {each.kind for each in known}, "not yet received"
    assert not any(each.kind == "acts" and each.starts > "2010-05-13" for each in known)


def test_a_period_tells_what_happened() -> None:
    lines = tell_period(Period("2021-01", "2021-02"), "2026-11-25")
    kinds = {each.kind for each in lines}
    assert {"acts", "entry_into_force"} <= kinds
    assert "positions" not in kinds
    assert {"CTBT ratification, deposited with UNSG"} <= {each.label for each in lines if each.states == ("CUB",)}
    early = tell_period(Period("2021-01", "2021-02"), "2026-11-25", known="2021-01-31")
    assert not any(each.kind == "acts" and each.starts > "2021-01-31" for each in early)
    assert {each.kind for each in tell_period(Period("2010", "2010"), "2026-11-25", kinds=["positions"])} == {
        "positions"
    }
