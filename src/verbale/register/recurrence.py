"""What recurs, and when: the Disarmament Commission's cycle, the review cycle, sessions of experts, observances.

A cycle's year is what was *decided*, never arithmetic alone: where the two part, both are told.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import ClassVar

from verbale.errors import BadReference
from verbale.lexicon.organ_sessions import first_year
from verbale.model.statement import Value
from verbale.register.forums import Meeting, find_meetings, get_forum
from verbale.register.holding import Holding, held

_REVIEW_CYCLE = 5  # years
_PREPARING = 3  # years before a conference; a fourth session in its own year has not been needed


@dataclass(frozen=True, slots=True)
class CycleYear:
    """Where a session stands in its forum's cycle.

    ``decided`` is what the forum decided, None where no decision is held; ``counted`` is what the calendar alone would
    say from the last session whose year was decided before; ``missed`` are the years since then without a session;
    ``meeting`` is the session, None where none is held.
    """

    forum: str
    year: int
    decided: int | None
    counted: int | None
    missed: tuple[int, ...]
    meeting: Meeting | None

    @property
    def parted(self) -> bool:
        """Whether decision and calendar part."""
        return self.decided is not None and self.counted is not None and self.decided != self.counted

    @property
    def last(self) -> bool:
        """Whether the cycle ends with this session, by which all its items are to be finished."""
        return (self.decided or self.counted) == get_forum(self.forum).cycle


def cycle_year(forum: str, year: int) -> CycleYear:
    """The year of the cycle that a forum's session of ``year`` is.

    Raises ``BadReference`` for a forum that has no cycle.
    """
    length = get_forum(forum).cycle
    if length is None:
        raise BadReference(forum, "no forum with a cycle")
    sessions = {int((each.valid.start or "0")[:4]): each for each in find_meetings(forum)}
    known = [(at, each.cycle_year) for at, each in sessions.items() if at < year and each.cycle_year]
    counted: int | None = None
    missed: tuple[int, ...] = ()
    if known:
        at, stood = max(known)
        counted = (stood - 1 + year - at) % length + 1
        missed = tuple(between for between in range(at + 1, year) if between not in sessions)
    session = sessions.get(year)
    return CycleYear(forum, year, session.cycle_year if session else None, counted, missed, session)


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionPlan(Holding):
    """Sessions of a group of experts planned for one year.

    ``kind`` is formal or informal; ``sessions`` how many, each of ``weeks`` weeks (0 for a meeting of days);
    ``makes_up`` is the year whose sessions, not held then, these take the place of.
    """

    table: ClassVar[str] = "session_plans"

    forum: str
    kind: str
    year: int | None
    sessions: int | None
    weeks: int | None
    city: str
    makes_up: int | None
    decided_by: str

    def about(self) -> tuple[str, str, Value]:
        """The group, the kind of session and how many."""
        return self.forum, f"{self.kind} sessions {self.year}", self.sessions or 0

    def in_words(self) -> str:
        """How many sessions, where, and what they make up for."""
        instead = f", in place of those of {self.makes_up}" if self.makes_up else ""
        return f"{self.forum}: {self.sessions} {self.kind} session(s) planned for {self.year} in {self.city}{instead}"


@dataclass(frozen=True, slots=True)
class SessionCount:
    """What is to be held in one year: ``sessions`` and, of formal ones, ``weeks``; ``rows`` are the plans added up."""

    year: int
    kind: str
    sessions: int
    weeks: int
    rows: tuple[SessionPlan, ...]


def session_arithmetic(forum: str) -> tuple[SessionCount, ...]:
    """What a group of experts is to hold in each year, once sessions that could not be held are made up for.

    A plan whose year another plan of the same kind makes up for is not counted: it was not held.
    """
    plans = [plan for plan in held(SessionPlan) if plan.forum == forum]
    missed = {(plan.kind, plan.makes_up) for plan in plans if plan.makes_up}
    kept: dict[tuple[int, str], list[SessionPlan]] = defaultdict(list)
    for plan in plans:
        if (plan.kind, plan.year) not in missed:
            kept[plan.year or 0, plan.kind].append(plan)
    return tuple(
        SessionCount(
            year,
            kind,
            sum(plan.sessions or 0 for plan in rows),
            sum((plan.sessions or 0) * (plan.weeks or 0) for plan in rows),
            tuple(rows),
        )
        for (year, kind), rows in sorted(kept.items())
    )


@dataclass(frozen=True, slots=True)
class ReviewYear:
    """Where a year stands in the review cycle of the NPT.

    ``conference`` is the year of the Review Conference that the year leads to, as the treaty's five years count it;
    ``step`` is ``review conference`` or ``preparatory committee, session n``, empty where the count gives none;
    ``meetings`` are those of the review process held or decided for the year, which need not follow the count.
    """

    year: int
    conference: int
    step: str
    meetings: tuple[Meeting, ...]


def review_year(year: int) -> ReviewYear:
    """The step of the review cycle that falls in ``year`` by the treaty's count of five years (art. VIII.3).

    Sessions of the preparatory committee in each of the three years before a conference are those of decision 1 of
    1995. The years of the first conference and of the first such session are rows of ``organ_sessions.csv``.
    Raises ``BadReference`` for a year in which the first five years had not begun.
    """
    first_review, strengthened = first_year("npt_review_conference"), first_year("npt_preparatory_committee")
    first = first_review - _REVIEW_CYCLE + 1
    if year < first:
        raise BadReference(str(year), f"before the first review cycle of the NPT, {first} to {first_review}")
    ahead = (first_review - year) % _REVIEW_CYCLE
    step = "" if ahead else "review conference"
    if 0 < ahead <= _PREPARING and year >= strengthened:
        step = f"preparatory committee, session {_PREPARING + 1 - ahead}"
    found = [
        each
        for forum in ("NPT_REVCON", "NPT_PREPCOM")
        for each in find_meetings(forum)
        if (each.valid.start or "").startswith(str(year))
    ]
    return ReviewYear(year, year + ahead, step, tuple(found))


@dataclass(frozen=True, slots=True, kw_only=True)
class Observance(Holding):
    """A day of the year set apart: ``day`` is ``--09-26``; the meeting that marks it may fall on another."""

    table: ClassVar[str] = "observances"

    id: str
    day: str
    basis: str

    def about(self) -> tuple[str, str, Value]:
        """The observance and its day."""
        return self.id, "day", self.day

    def in_words(self) -> str:
        """The day and what it is set apart for."""
        return f"{self.label}, {self.day.removeprefix('--')} of each year ({self.basis})"


@dataclass(frozen=True, slots=True)
class ObservedYear:
    """An observance in one year: its ``day``, and the ``meeting`` that marked it, None where none is held."""

    observance: Observance
    day: str
    meeting: Meeting | None


def observance_dates(year: int) -> Mapping[str, ObservedYear]:
    """Each observance set up by then, with its day in ``year`` and the meeting that marked it, by id."""
    found = {}
    for each in held(Observance):
        day = date(year, *map(int, each.day.removeprefix("--").split("-"))).isoformat()
        if each.valid.covers(day):
            marked = [at for at in find_meetings(each.id) if (at.valid.start or "").startswith(str(year))]
            found[each.id] = ObservedYear(each, day, marked[0] if marked else None)
    return MappingProxyType(found)
