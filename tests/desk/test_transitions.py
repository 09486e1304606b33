"""The table of steps: at which stage each may be taken and by whom, and what happens then."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.desk.conftest import at
from tests.desk.every_command import EVERY

from verbale.desk.cases import CycleCase, CycleStage, LastEvent, ReplyCase, ReplyStage
from verbale.desk.commands import Actor, Command, Role
from verbale.desk.deciding import decide, step_of
from verbale.errors import Refused

NOW = at("2022-06-02T09:00:00")
HELD = "unread received confirmed placed published withdrawn recalled set-aside"
LIVE = "unread received confirmed placed"
NOT_OUT = f"{LIVE} withdrawn recalled set-aside"
OUT = "issued considered noted renewed lapsed"
OPENED = f"drafted called compiled submitted {OUT}"
AUTHORS, DESK, OFFICER = "officer mission", "officer translator", "officer"

STEPS = f"""
    open cycle            | planned | {OFFICER} | cycle-opened
    change terms          | {OPENED} | {OFFICER} | terms-changed
    redact contents       | {OPENED} | {OFFICER} | content-redacted
    adopt reading         | {OPENED} {HELD} | {OFFICER} | reading-adopted
    add author            | {OPENED} | {OFFICER} | author-added
    issue note            | drafted | {OFFICER} | note-issued
    send reminder         | called compiled | {OFFICER} | reminder-sent
    extend deadline       | called compiled | {OFFICER} | deadline-extended
    set part              | drafted called compiled | {DESK} | part-set
    set part aside        | drafted called compiled | {DESK} | part-set-aside
    compile report        | called compiled | {OFFICER} | report-compiled
    submit report         | compiled | {OFFICER} | report-submitted
    return report         | submitted | {OFFICER} | report-returned
    issue report          | submitted | {OFFICER} | report-issued
    issue addendum        | {OUT} | {OFFICER} | addendum-issued
    issue corrigendum     | {OUT} | {OFFICER} | corrigendum-issued
    reissue report        | {OUT} | {OFFICER} | report-reissued
    record consideration  | issued | {OFFICER} | report-considered
    record note           | issued considered | {OFFICER} | report-noted
    renew mandate         | issued considered noted | {OFFICER} | mandate-renewed
    let mandate lapse     | issued considered noted | {OFFICER} | mandate-lapsed
    receive               | expected | {AUTHORS} | letter-received
    receive version       | {HELD} | {AUTHORS} | version-received
    receive copy          | {HELD} | {AUTHORS} | copy-received
    set apart             | {HELD} | {OFFICER} | version-set-apart
    state author          | unread | {OFFICER} | author-stated
    set aside             | unread received | {OFFICER} | letter-set-aside
    take up               | set-aside | {OFFICER} | letter-taken-up
    confirm               | {LIVE} published | {OFFICER} | reply-confirmed
    correct               | confirmed placed | {OFFICER} | reply-corrected
    undo confirmation     | confirmed placed set-aside | {OFFICER} | confirmation-undone
    look at alarms        | {HELD} | {OFFICER} | alarms-looked-at
    waive gate            | {HELD} | {OFFICER} | gate-waived
    undo waiver           | {HELD} | {OFFICER} | waiver-undone
    assign                | {HELD} | {DESK} | case-assigned
    mark provisional      | {LIVE} | {AUTHORS} | reply-marked-provisional
    make final            | {LIVE} | {AUTHORS} | reply-made-final
    restrict              | {HELD} | {AUTHORS} | reply-restricted
    lift restriction      | {HELD} | {OFFICER} | restriction-lifted
    send for translation  | confirmed placed | {OFFICER} | sent-for-translation
    take translation      | {HELD} | {DESK} | translation-taken
    set translation aside | {NOT_OUT} | {DESK} | translation-set-aside
    set summary aside     | confirmed placed | {OFFICER} | summary-set-aside
    take summary          | placed | {OFFICER} | summary-taken
    record objection      | {HELD} | {AUTHORS} | objection-recorded
    record consent        | {HELD} | {AUTHORS} | consent-recorded
    place                 | confirmed placed | {OFFICER} | reply-placed
    publish               | placed published | {OFFICER} | reply-published
    withdraw              | {LIVE} | {AUTHORS} | reply-withdrawn
    recall                | published | {AUTHORS} | reply-recalled
    reinstate             | withdrawn recalled | {AUTHORS} | reply-reinstated
    add remark            | {HELD} | {OFFICER} | remark-added
"""


def steps() -> dict[str, tuple[set[str], set[str], str]]:
    rows = ([cell.strip() for cell in line.split("|")] for line in STEPS.strip().splitlines())
    return {name: (set(stages.split()), set(roles.split()), event) for name, stages, roles, event in rows}


def outcome(case: CycleCase | ReplyCase, command: Command, role: Role) -> str:
    try:
        (event,) = decide(case, command, Actor("A. Person", role), NOW)
    except Refused as refused:
        return str(refused)
    assert (event.case, event.actor, event.at) == (case.id, "A. Person", "2022-06-02T09:00:00+00:00")
    return event.kind.value


@pytest.mark.parametrize(("command", "case"), EVERY, ids=[f"{case.id} {step_of(each)}" for each, case in EVERY])
def test_a_step_is_open_at_its_stages_to_its_roles(command: Command, case: CycleCase | ReplyCase) -> None:
    stages, roles, event = steps()[step_of(command)]
    for stage in CycleStage if isinstance(case, CycleCase) else ReplyStage:
        for role in Role:
            said = outcome(replace(case, stage=stage), command, role)  # type: ignore[arg-type]
            if stage.value not in stages:
                assert f"the case is {stage}; this can be done when it is {', '.join(sorted(stages))}" in said
            elif role.value not in roles:
                assert f"A. Person acts as {role}, and this is for {', '.join(sorted(roles))}" in said
            else:
                assert said == event, (stage, role)


def test_the_table_has_every_step() -> None:
    assert {step_of(command) for command, _ in EVERY} == set(steps())


UNREASONED = {
    "open cycle", "add author", "issue note", "send reminder", "compile report", "submit report", "issue report",
    "issue addendum", "record consideration", "record note", "renew mandate", "receive", "receive version",
    "receive copy", "confirm", "assign", "send for translation", "take translation", "take summary", "publish",
    "add remark",
}  # fmt: skip


@pytest.mark.parametrize("blank", ["", " \t"])
def test_what_is_changed_taken_back_or_put_off_needs_a_reason(blank: str) -> None:
    for command, case in EVERY:
        if step_of(command) in UNREASONED:
            continue
        stages = [stage for stage in (*CycleStage, *ReplyStage) if stage.value in steps()[step_of(command)][0]]
        kind = CycleStage if isinstance(case, CycleCase) else ReplyStage
        open_case = replace(case, stage=next(stage for stage in stages if isinstance(stage, kind)))  # type: ignore[arg-type]
        with pytest.raises(Refused, match="a reason is needed"):
            decide(open_case, replace(command, reason=blank), Actor("A. Officer"), NOW)  # type: ignore[call-arg]


def test_a_refusal_names_what_happened_last() -> None:
    command, case = EVERY[5]
    last = LastEvent("2022-06-01T09:00:00+00:00", "B. Officer", "cycle-opened")
    assert str(last) == "cycle-opened by B. Officer at 2022-06-01T09:00:00+00:00"
    said = outcome(replace(case, stage=CycleStage.CALLED, last=last), command, Role.OFFICER)  # type: ignore[arg-type]
    assert f"the case is called since {last}; this can be done when it is drafted" in said
