"""On time or late: the deadline in force for a State, in the time zone of the desk, and how it was computed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from verbale.desk.cycle import Calendar, Extension


@dataclass(frozen=True, slots=True)
class Deadline:
    """The day until which a State may answer, whole; ``end`` is the first moment after it, in UTC.

    ``reason`` says where it comes from: ``call``, ``extension`` (all States) or ``extension for CUB``.
    """

    day: date
    end: datetime
    reason: str

    def is_late(self, received: datetime) -> bool:
        """Whether something received at that moment (with a time zone) came after the deadline."""
        return received >= self.end


def deadline_for(calendar: Calendar, state: str, granted: Iterable[Extension] = ()) -> Deadline:
    """The deadline of a State: its own extension, else the latest for all, else that of the call.

    ``granted`` are extensions given since the calendar was drawn up. An extension never shortens: of several the latest
    counts.
    """
    day, reason = calendar.deadline, "call"
    for extension in (*calendar.extensions, *granted):
        if extension.state in ("", state) and extension.until > day:
            day = extension.until
            reason = f"extension for {state}" if extension.state else "extension"
    return Deadline(day, end_of_day(day, calendar.zone), reason)


def end_of_day(day: date, zone: str) -> datetime:
    """The first moment after a day in a time zone, in UTC; days of 23 and 25 hours count as they are."""
    return datetime.combine(day + timedelta(days=1), time(), ZoneInfo(zone)).astimezone(UTC)
