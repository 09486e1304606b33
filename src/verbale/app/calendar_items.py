"""What stands in a calendar: meetings and sessions that the register knows, and the days of a desk's cycles."""

from __future__ import annotations

import threading
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from verbale.app.cycles import CycleAddress, CycleFolder
from verbale.desk.access import Act, Kind, Thing, Viewer, may
from verbale.desk.access_stages import report_of
from verbale.desk.addressees import find_addressees
from verbale.desk.cases import CycleCase, CycleStage
from verbale.desk.cycle import Cycle
from verbale.errors import VerbaleError
from verbale.lexicon.organ_sessions import find_sitting, last_session
from verbale.register.forums import Meeting
from verbale.register.holding import find_current
from verbale.register.recurrence import SessionPlan
from verbale.store.cycle_store import find_cycles, get_cycle_store
from verbale.store.database import Database

_ORGANS = (
    ("general_assembly", "regular", 2),
    ("general_assembly", "special", 0),
    ("general_assembly", "emergency", 0),
    ("human_rights_council", "regular", 6),
    ("human_rights_council", "special", 0),
)
"""Organs with the kind of their sessions, and how many sessions after the last of the table are told, by rule."""
_OPEN = "9999"
_WHOLE_YEAR = ("-01-01", "-12-31")


class ItemKind(StrEnum):
    """What is in a calendar."""

    MEETING = "meeting"
    SESSION = "session"
    PLAN = "plan"
    NOTE = "note"
    DEADLINE = "deadline"
    EXTENSION = "extension"
    SUBMISSION = "submission"
    REPORT = "report"


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarItem:
    """One thing with its first and last day, ISO 8601 of whatever precision; ``end`` is empty where it is open.

    ``id`` names it for good. ``label`` is in English, empty for a session, which is told by ``organ``, ``form``
    (``regular``, ``special``, ``emergency``) and ``number``. ``state`` is ``held``, ``decided``, ``proposed``,
    ``planned`` or empty. ``recorded`` is the day it was learned. ``symbol`` is the document it is about, ``cycle`` the
    desk's cycle it is a day of; ``statement`` is the key of its line in the register. Sessions have no ``source``: they
    are rows of the lexicon's table of sessions, or counted on from it.
    """

    id: str
    kind: ItemKind
    start: str
    end: str
    label: str = ""
    organ: str = ""
    form: str = ""
    number: int = 0
    state: str = ""
    city: str = ""
    symbol: str = ""
    cycle: str = ""
    source: str = ""
    place: str = ""
    recorded: str = ""
    statement: str = ""


@cache
def register_items() -> tuple[CalendarItem, ...]:
    """Meetings, sessions and plans of sessions, by their first day."""
    return tuple(sorted((*_meetings(), *_plans(), *_sessions()), key=lambda one: (one.start, one.end, one.id)))


def _meetings() -> Iterator[CalendarItem]:
    for each in find_current(Meeting):
        yield CalendarItem(
            id=f"meeting-{each.id}",
            kind=ItemKind.MEETING,
            start=each.valid.start or each.valid.end or "",
            end=each.valid.end or "",
            label=each.label,
            organ=each.forum,
            state=each.state,
            city=each.city,
            symbol=each.documents[0] if each.documents else "",
            source=each.provenance.source,
            place=each.provenance.place,
            recorded=each.recorded,
            statement=each.line().key,
        )


def _plans() -> Iterator[CalendarItem]:
    for number, each in enumerate(find_current(SessionPlan), start=1):
        yield CalendarItem(
            id=f"plan-{each.forum}-{each.year}-{each.kind}-{number}",
            kind=ItemKind.PLAN,
            start=each.valid.start or str(each.year),
            end=each.valid.end or "",
            label=each.line().label,
            organ=each.forum,
            state="planned",
            city=each.city,
            symbol=each.decided_by,
            source=each.provenance.source,
            place=each.provenance.place,
            recorded=each.recorded,
            statement=each.line().key,
        )


def _sessions() -> Iterator[CalendarItem]:
    for organ, form, ahead in _ORGANS:
        latest = find_sitting(organ, last_session(organ, form), form)
        known = latest.opened if latest else ""
        for number in range(1, last_session(organ, form) + ahead + 1):
            sitting = find_sitting(organ, number, form)
            if sitting is None:
                continue
            start, end = sitting.opened, "" if sitting.closed.startswith(_OPEN) else sitting.closed
            if (start[4:], end[4:]) == _WHOLE_YEAR:
                start, end = start[:4], end[:4]  # the table has the year alone
            yield CalendarItem(
                id=f"session-{organ}-{form}-{number}",
                kind=ItemKind.SESSION,
                start=start,
                end=end,
                organ=organ,
                form=form,
                number=number,
                state="planned" if sitting.planned else "",
                # What is counted on by rule rests on the last session of the table.
                recorded=known if sitting.planned else start,
            )


@dataclass(frozen=True, slots=True)
class KnownCycle:
    """A cycle of a desk by its name, with its terms and what has happened."""

    name: str
    cycle: Cycle
    case: CycleCase


@dataclass(frozen=True, slots=True)
class KnownCycles:
    """The cycles of a desk, and the names of those that cannot be read, each with the error."""

    cycles: tuple[KnownCycle, ...]
    failed: tuple[tuple[str, VerbaleError], ...] = ()


_folders: dict[tuple[Database, str, int], CycleFolder] = {}
_taking_up = threading.Lock()


def find_known_cycles(database: Database) -> KnownCycles:
    """The cycles of a desk as they stand now; of each only what is new is read. One that is broken stops no other."""
    cycles: list[KnownCycle] = []
    failed: list[tuple[str, VerbaleError]] = []
    for name in find_cycles(database):
        try:
            cycles.append(_take_up(database, name))
        except VerbaleError as error:
            failed.append((name, error))
    return KnownCycles(tuple(cycles), tuple(failed))


def _take_up(database: Database, name: str) -> KnownCycle:
    store = get_cycle_store(database, name)
    key = (database, name, store.key)
    with _taking_up:
        try:
            folder = _folders.setdefault(key, CycleFolder(CycleAddress(desk=database.name, name=name), store))
            folder.refresh()
            return KnownCycle(name, folder.cycle, folder.case)
        except VerbaleError:
            _folders.pop(key, None)  # it is read from its beginning when it is well again
            raise


def may_see_days(viewer: Viewer, one: KnownCycle) -> bool:
    """Whether the days of a cycle are for somebody: its officers, those the note was sent to, all once it is issued."""
    if one.case.stage is CycleStage.PLANNED:
        return False
    if may(viewer, Act.SEE, Thing(Kind.CYCLE, one.case.stage)) or may(viewer, Act.SEE, report_of(one.case)):
        return True
    if not one.case.note_dated:
        return False
    addressees = find_addressees(one.cycle.addressees, one.cycle.calendar.note)
    return bool(may(viewer, Act.SEE, Thing(Kind.NOTE, "sent", states=addressees)))


def cycle_items(viewer: Viewer, cycles: Iterable[KnownCycle]) -> tuple[CalendarItem, ...]:
    """The days of cycles that somebody may see. What concerns one State alone is left out, whoever asks."""
    found = [item for one in cycles if may_see_days(viewer, one) for item in _days_of(one)]
    return tuple(sorted(found, key=lambda item: (item.start, item.id)))


def _days_of(one: KnownCycle) -> Iterator[CalendarItem]:
    calendar = one.cycle.calendar
    noted = one.case.note_dated
    days = [(ItemKind.NOTE, noted or calendar.note.isoformat(), "")]
    days.append((ItemKind.DEADLINE, calendar.deadline.isoformat(), ""))
    extended = {each.until for each in (*calendar.extensions, *one.case.extensions) if not each.state}
    days += [(ItemKind.EXTENSION, until.isoformat(), "") for until in sorted(extended) if until > calendar.deadline]
    if calendar.submission:
        days.append((ItemKind.SUBMISSION, calendar.submission.isoformat(), one.cycle.report))
    days += [(ItemKind.REPORT, day, symbol) for symbol, day in one.case.issued]
    for kind, day, symbol in days:
        yield CalendarItem(
            id=f"cycle-{one.name}-{kind}-{symbol or day}",
            kind=kind,
            start=day,
            end=day,
            label=one.name,
            symbol=symbol,
            cycle=one.name,
            recorded=noted or calendar.note.isoformat(),
        )
