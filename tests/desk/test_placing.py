"""On time, late, long: where a reply goes, and why."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from tests.desk.conftest import CONFIRMED, History, letter

from verbale.desk import commands as c
from verbale.desk.cases import CycleCase, Destination
from verbale.desk.cycle import Calendar, Cycle, Extension
from verbale.desk.deadlines import deadline_for
from verbale.desk.placing import place_reply
from verbale.model.policy import Consent, LateRule


def calendar(deadline: date, *extensions: Extension, zone: str = "America/New_York") -> Calendar:
    return Calendar(date(2022, 1, 28), deadline, zone, extensions=extensions)


def received(history: History, when: str, *, words: int = 400) -> None:
    history.give(letter(received=when, words=words))
    history.give(CONFIRMED)


def test_a_deadline_ends_with_its_day_in_new_york() -> None:
    deadline = deadline_for(calendar(date(2022, 5, 31)), "CUB")
    assert deadline.end == datetime(2022, 6, 1, 4, tzinfo=UTC)
    assert not deadline.is_late(datetime(2022, 5, 31, 23, 59, 59, tzinfo=timezone(timedelta(hours=-4))))
    assert deadline.is_late(datetime(2022, 6, 1, 6, tzinfo=timezone(timedelta(hours=2))))
    assert not deadline.is_late(datetime(2022, 6, 1, 5, tzinfo=timezone(timedelta(hours=2))))


@pytest.mark.parametrize(("day", "hours"), [(date(2022, 3, 13), 23), (date(2022, 11, 6), 25), (date(2022, 5, 31), 24)])
def test_days_of_changed_clocks_count_as_they_are(day: date, hours: int) -> None:
    ends = [deadline_for(calendar(each), "CUB").end for each in (day - timedelta(days=1), day)]
    assert ends[1] - ends[0] == timedelta(hours=hours)


def test_extensions_lengthen_and_never_shorten() -> None:
    extensions = (
        Extension(date(2022, 6, 10)), Extension(date(2022, 6, 20), "MEX"), Extension(date(2022, 6, 5), "CUB"),
    )  # fmt: skip
    dates = calendar(date(2022, 5, 31), *extensions)
    found = {state: deadline_for(dates, state) for state in ("MEX", "CUB", "QAT")}
    assert {state: (deadline.day, deadline.reason) for state, deadline in found.items()} == {
        "MEX": (date(2022, 6, 20), "extension for MEX"),
        "CUB": (date(2022, 6, 10), "extension"),
        "QAT": (date(2022, 6, 10), "extension"),
    }


def test_in_time_it_goes_into_the_report(history: History, cycle: Cycle) -> None:
    received(history, "2022-05-31T23:00:00+00:00")
    placement = place_reply(history.case, cycle, CycleCase())
    assert (placement.destination, placement.on_web) == (Destination.REPORT, False)
    assert "by the deadline of 2022-05-31 (call)" in placement.reason


def test_late_it_goes_where_the_policy_of_the_day_says(history: History, cycle: Cycle) -> None:
    received(history, "2022-06-01T04:00:00+00:00")
    assert place_reply(history.case, cycle, CycleCase()).destination is Destination.WEB
    old = replace(cycle, policies=cycle.policies[:1])
    assert old.policies[0].late is LateRule.ADDENDUM
    assert place_reply(history.case, old, CycleCase()).destination is Destination.ADDENDUM
    granted = CycleCase(extensions=(Extension(date(2022, 6, 1), "CUB"),))
    assert place_reply(history.case, cycle, granted).destination is Destination.REPORT


def test_an_objection_keeps_a_late_reply_off_the_web(history: History, cycle: Cycle) -> None:
    received(history, "2022-06-01T04:00:00+00:00")
    history.give(c.RecordObjection("letter of 2 June"))
    placement = place_reply(history.case, cycle, CycleCase())
    assert placement.destination is Destination.WITHHELD
    assert "the State objects: letter of 2 June" in placement.reason


def test_where_consent_is_needed_silence_is_none(history: History, cycle: Cycle) -> None:
    strict = replace(cycle, policies=(replace(cycle.policies[1], consent=Consent.WITH_CONSENT),))
    received(history, "2022-06-01T04:00:00+00:00")
    assert "has not agreed" in place_reply(history.case, strict, CycleCase()).reason
    history.give(c.RecordConsent("letter of 2 June"))
    assert place_reply(history.case, strict, CycleCase()).destination is Destination.WEB


def test_a_long_reply_is_whole_on_the_web(history: History, cycle: Cycle) -> None:
    received(history, "2022-05-20T12:00:00+00:00", words=1501)
    placement = place_reply(history.case, cycle, CycleCase())
    assert (placement.destination, placement.on_web) == (Destination.REPORT, True)
    assert "1,501 words, over the limit of 1,500" in placement.reason
    history.give(c.RecordObjection("by telephone"))
    placement = place_reply(history.case, cycle, CycleCase())
    assert (placement.destination, placement.on_web) == (Destination.REPORT, False)


def test_the_last_version_that_came_in_time_counts(history: History, cycle: Cycle) -> None:
    received(history, "2022-05-20T12:00:00+00:00")
    for sha, when in (("b", "2022-05-30T12:00:00+00:00"), ("c", "2022-06-30T12:00:00+00:00")):
        history.give(c.ReceiveVersion(sha * 64, "new.docx", "application/pdf", when, 400), now="2022-06-30T13:00:00")
        number = len(history.case.versions)
        history.give(replace(CONFIRMED, version=number), now="2022-06-30T13:00:00")
    placement = place_reply(history.case, cycle, CycleCase())
    assert (placement.destination, placement.version) == (Destination.REPORT, 2)
    assert "version 3 came after it" in placement.reason
