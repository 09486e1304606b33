"""What recurs: decided years of a cycle, sessions made up for, the review cycle, observances."""

from __future__ import annotations

from dataclasses import replace

import pytest

from verbale.errors import BadReference
from verbale.register import recurrence
from verbale.register.forums import Meeting, find_meetings
from verbale.register.holding import held
from verbale.register.recurrence import SessionPlan, cycle_year, observance_dates, review_year, session_arithmetic


def test_the_commission_decided_that_2022_is_its_second_year() -> None:
    found = cycle_year("UNDC", 2022)
    assert found.decided == 2
    assert found.missed == (2019, 2020, 2021)
    assert not found.last
    assert found.meeting is not None
    assert found.meeting.provenance.place == "II.6.c"


@pytest.mark.parametrize(("year", "decided", "last"), [(2010, 2, False), (2011, 3, True), (2023, 3, True)])
def test_items_are_to_be_finished_in_the_last_year(year: int, decided: int, last: bool) -> None:
    found = cycle_year("UNDC", year)
    assert (found.decided, found.last, found.parted) == (decided, last, False)


def test_a_year_without_a_decision_is_counted_and_says_so() -> None:
    found = cycle_year("UNDC", 2024)
    assert (found.decided, found.counted, found.meeting) == (None, 1, None)
    assert cycle_year("UNDC", 1999).counted is None


def test_where_decision_and_calendar_part_both_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    late = [replace(each, cycle_year=1) if each.id == "UNDC_2022" else each for each in find_meetings("UNDC")]

    def found(forum: str) -> tuple[Meeting, ...]:
        return tuple(late)

    monkeypatch.setattr(recurrence, "find_meetings", found)
    year = cycle_year("UNDC", 2022)
    assert (year.decided, year.counted, year.parted) == (1, 2, True)


def test_not_every_forum_has_a_cycle() -> None:
    with pytest.raises(BadReference, match="no forum with a cycle"):
        cycle_year("CD", 2022)


def test_the_sessions_of_2021_are_made_up_for_in_2023() -> None:
    counts = {(each.year, each.kind): (each.sessions, each.weeks) for each in session_arithmetic("GGE_NDV")}
    assert counts == {
        (2022, "formal"): (2, 2),
        (2022, "informal"): (1, 0),
        (2023, "formal"): (2, 2),
        (2023, "informal"): (1, 0),
    }
    instead = next(plan for plan in held(SessionPlan) if plan.makes_up == 2021)
    assert "in place of those of 2021" in instead.in_words()
    assert instead.line().statement.value == 2
    assert session_arithmetic("CD") == ()


@pytest.mark.parametrize(
    ("year", "conference", "step"),
    [
        (1975, 1975, "review conference"),
        (1994, 1995, ""),
        (1996, 2000, ""),
        (1997, 2000, "preparatory committee, session 1"),
        (2009, 2010, "preparatory committee, session 3"),
        (2010, 2010, "review conference"),
        (2011, 2015, ""),
        (2020, 2020, "review conference"),
    ],
)
def test_the_review_cycle_by_the_treatys_count(year: int, conference: int, step: str) -> None:
    found = review_year(year)
    assert (found.conference, found.step) == (conference, step)


def test_the_count_and_what_was_held_may_part() -> None:
    found = review_year(2022)
    assert found.step == "preparatory committee, session 1"
    assert "NPT_REVCON_2020" in {each.id for each in found.meetings}
    with pytest.raises(BadReference, match="first review cycle"):
        review_year(1970)


def test_the_day_and_the_meeting_that_marks_it() -> None:
    found = observance_dates(2021)
    elimination = found["INT_DAY_ELIMINATION"]
    assert elimination.day == "2021-09-26"
    assert elimination.meeting is not None
    assert elimination.meeting.valid.start == "2021-09-28"
    assert "A/RES/68/32" in elimination.observance.in_words()
    assert observance_dates(2015)["INT_DAY_ELIMINATION"].meeting is None
    assert set(observance_dates(2011)) == {"INT_DAY_NUCLEAR_TESTS"}, "the other was not yet set up"
