"""Terms in force, acts entered late, restrictions, and letters with the messages that brought them."""

from __future__ import annotations

import hashlib
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from tests.app.made_letters import (
    CAME,
    COMPILED,
    LATE,
    LATER_DEADLINE,
    SCAN,
    compiled,
    letter,
    mail,
    receive,
    take,
)
from tests.desk.conftest import CYCLE as FILE
from tests.desk.conftest import OFFICER

from verbale.app.compiling import place_replies
from verbale.app.cycle_terms import diff_terms
from verbale.app.cycles import (
    CycleFolder,
    change_terms,
    find_unadopted_terms,
    open_cycle,
)
from verbale.app.reconciling import reconcile
from verbale.app.recording import get_deadline, submit_report
from verbale.desk import commands as c
from verbale.desk.cases import Destination, ReplyStage
from verbale.desk.deciding import Moment
from verbale.desk.events import EventKind
from verbale.errors import CycleBroken, Refused
from verbale.model.reconciliation import Fate


def test_changed_terms_are_shown_and_not_in_force_until_they_are_taken(folder: CycleFolder) -> None:
    assert folder.path
    assert find_unadopted_terms(folder) == ()
    (folder.path / "cycle.toml").write_text(LATER_DEADLINE, encoding="utf-8")
    with open_cycle(folder.path) as again:
        assert find_unadopted_terms(again) == ("-deadline = 2022-05-31", "+deadline = 2022-06-10")
        assert again.cycle.calendar.deadline == date(2022, 5, 31)
        case = take(again, letter("Cuba"), LATE)
        place_replies(again, OFFICER, LATE)
        assert again.get_reply(case).destination is Destination.WEB
        with pytest.raises(Refused, match="a reason is needed"):
            change_terms(again, LATER_DEADLINE, " ", OFFICER, LATE)
        lines, cycle = change_terms(again, LATER_DEADLINE, "note of 3 June", OFFICER, LATE)
        assert (len(lines), cycle.calendar.deadline) == (2, date(2022, 6, 10))
        place_replies(again, OFFICER, LATE)
        assert again.get_reply(case).destination is Destination.REPORT
        assert find_unadopted_terms(again) == ()
    with open_cycle(folder.path) as once_more:
        assert get_deadline(once_more, "").day == date(2022, 6, 10)
        changed = next(entry for entry in once_more.entries if entry.event.kind is EventKind.TERMS_CHANGED)
        assert (changed.event.actor, changed.event.facts["reason"]) == ("A. Officer", "note of 3 June")
        assert changed.event.facts["terms"] == LATER_DEADLINE
        with pytest.raises(Refused, match="these terms are in force already"):
            change_terms(once_more, LATER_DEADLINE, "again", OFFICER, LATE)


def test_terms_that_break_a_rule_are_not_taken_and_a_lost_file_is_no_loss(folder: CycleFolder) -> None:
    assert folder.path
    with pytest.raises(CycleBroken, match="deadline"):
        change_terms(folder, FILE.replace("deadline", "dedline"), "a typo", OFFICER, LATE)
    (folder.path / "cycle.toml").unlink()
    with open_cycle(folder.path) as again:
        assert again.cycle.calendar.deadline == date(2022, 5, 31)
        assert find_unadopted_terms(again) == ()


def test_terms_changed_after_a_report_was_compiled_are_told_before_it_is_submitted(
    folder: CycleFolder, tmp_path: Path
) -> None:
    compiled(folder, tmp_path / "out")
    change_terms(folder, LATER_DEADLINE, "note of 3 June", OFFICER, COMPILED)
    with pytest.raises(Refused, match="has changed since it was compiled: the terms of the cycle"):
        submit_report(folder, "", OFFICER, COMPILED)


def test_an_act_before_the_last_event_is_refused_unless_it_is_entered_as_belated(folder: CycleFolder) -> None:
    first = take(folder, letter("Cuba"))
    early = CAME - timedelta(days=3)
    for moment in (early, Moment(early), Moment(early, " "), datetime(2021, 1, 1, tzinfo=UTC)):
        with pytest.raises(
            Refused, match=r"before the last event of 2022-05-20.* \(set the clock right, or enter it as"
        ):
            receive(folder, letter("Qatar"), moment)
    assert len(folder.replies) == 1
    belated = Moment(early, "it lay in another office", entered=LATE)
    case = receive(folder, letter("Qatar"), belated)
    event = folder.entries[-1].event
    assert (event.at, event.facts["belated"]) == ("2022-05-17T14:00:00+00:00", "it lay in another office")
    assert event.facts["entered"] == "2022-06-03T14:00:00+00:00"
    with pytest.raises(Refused, match="before the last event of 2022-05-20"):
        folder.give(case, c.AddRemark("seen"), OFFICER, Moment(CAME - timedelta(hours=1)))
    with open_cycle(folder.address) as again:
        assert [reply.id for reply in again.replies] == [first, case]
        for number in range(60):
            again.give(case, c.AddRemark(f"remark {number}"), OFFICER, belated)
        with pytest.raises(Refused, match="before the last event of 2022-05-20"):
            again.give(case, c.AddRemark("seen"), OFFICER, Moment(early + timedelta(hours=1)))


def test_a_clock_that_is_a_little_behind_does_not_stop_a_person(folder: CycleFolder) -> None:
    case = take(folder, letter("Cuba"))
    for moment in (CAME - timedelta(seconds=90), Moment(CAME - timedelta(seconds=90), by_clock=True)):
        folder.give(case, c.AddRemark("seen"), OFFICER, moment)
        assert folder.entries[-1].event.at == "2022-05-20T14:00:00+00:00"
    for moment in (Moment(CAME - timedelta(seconds=90)), Moment(CAME - timedelta(minutes=5), by_clock=True)):
        with pytest.raises(Refused, match="before the last event"):
            folder.give(case, c.AddRemark("seen"), OFFICER, moment)


def test_a_restricted_reply_goes_nowhere_until_the_restriction_is_lifted(folder: CycleFolder, tmp_path: Path) -> None:
    kept, open_one = take(folder, letter("Cuba")), take(folder, letter("Qatar"))
    place_replies(folder, OFFICER, LATE)
    folder.give(kept, c.Restrict("it names a person"), OFFICER, LATE)
    assert folder.get_reply(kept).stage is ReplyStage.CONFIRMED
    compiled(folder, tmp_path / "out")
    text = (tmp_path / "out" / "report.en.txt").read_text(encoding="utf-8")
    assert "Qatar supports the Treaty." in text
    assert "Cuba supports" not in text
    assert folder.get_reply(kept).destination is Destination.WITHHELD
    with pytest.raises(Refused, match="the reply is restricted: it names a person"):
        folder.give(kept, c.Place("report", 1, False, "asked for"), OFFICER, COMPILED)
    accounts = {one.case: one for one in reconcile(folder).accounts}
    assert accounts[kept].fates.get(Fate.WITHHELD)
    assert accounts[open_one].fates.get(Fate.REPORT)
    folder.give(kept, c.LiftRestriction("the person agrees"), OFFICER, COMPILED)
    compiled(folder, tmp_path / "out")
    assert "Cuba supports the Treaty." in (tmp_path / "out" / "report.en.txt").read_text(encoding="utf-8")


def test_two_messages_with_the_same_words_and_other_enclosures_are_two_cases(folder: CycleFolder) -> None:
    scans = [("scan.png", SCAN + bytes([number]), "image/png") for number in (1, 2)]
    messages = [mail(f"<{number}@example.org>", scan) for number, scan in enumerate(scans)]
    same_id = [mail("<9@example.org>", scan) for scan in scans]
    cases = [receive(folder, data, name="mail.eml") for data in (*messages, *same_id)]
    assert len(set(cases)) == 4
    assert [receive(folder, data, name="mail.eml") for data in messages] == cases[:2]
    for reply, data, message_id in zip(folder.replies, messages, ("<0@example.org>", "<1@example.org>"), strict=False):
        version = reply.current
        assert version.carrier == hashlib.sha256(data).hexdigest()
        assert (version.sender, version.message_id) == ("qatar@example.org", message_id)
        assert folder.store.get_content(version.carrier) == data
        event = next(entry.event for entry in folder.entries if entry.event.case == reply.id)
        assert [event.facts[name] for name in ("carrier", "sender", "message_id")] == [
            version.carrier,
            version.sender,
            version.message_id,
        ]


def test_a_letter_is_kept_with_the_message_that_brought_it(folder: CycleFolder) -> None:
    data = mail("<1@example.org>", ("r.txt", letter("Qatar"), "text/plain"))
    case = receive(folder, data, name="mail.eml")
    version = folder.get_reply(case).current
    assert version.sha256 == hashlib.sha256(letter("Qatar")).hexdigest() != version.carrier
    assert {version.sha256, version.carrier} <= set(folder.store.contents())
    other = mail("<2@example.org>", ("r.txt", letter("Qatar"), "text/plain"))
    assert receive(folder, other, name="mail.eml") == case
    copied = folder.entries[-1].event
    assert (copied.kind, copied.facts["message_id"]) == (EventKind.COPY_RECEIVED, "<2@example.org>")
    assert copied.facts["carrier"] == hashlib.sha256(other).hexdigest()
    assert folder.store.get_content(str(copied.facts["carrier"])) == other


def test_a_line_that_begins_with_dashes_is_told_as_any_other() -> None:
    assert diff_terms("-- one\nsame", "same\n++ two") == ("--- one", "+++ two")
