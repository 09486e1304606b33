"""When the organs of the United Nations sat: the sessions of ``organ_sessions.csv``, and those to come by rule.

A session that the table does not have yet is counted on from the last one it has: the General Assembly opens a session
each September, the Human Rights Council holds three regular sessions a year. What lies up to a
hundred sessions ahead is planned by these rules.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import IntEnum
from functools import cache
from types import MappingProxyType

from verbale.lexicon.tables import read_table

ASSEMBLY = "general_assembly"
HUMAN_RIGHTS_COUNCIL = "human_rights_council"
SECURITY_COUNCIL = "security_council"
ECONOMIC_COUNCIL = "economic_and_social_council"
ENVIRONMENT_ASSEMBLY = "environment_assembly"
COMMISSION_ON_HUMAN_RIGHTS = "commission_on_human_rights"
TRUSTEESHIP_COUNCIL = "trusteeship_council"

_OPEN = "9999-12-31"
_SLIP = 2  # years by which a misprinted date misses
_TUESDAY, _WEEK = 1, 7  # days from Monday
_LAST_WORKING_DAY = 4  # Friday, in days from Monday
# The regular sessions of the Human Rights Council, by month and day, widely.
_SEASONS = (("02-15", "04-20"), ("06-01", "07-31"), ("09-01", "10-31"))


class Fit(IntEnum):
    """How well a date goes with a session."""

    CONTRADICTS = 0
    SLIP = 1
    """Within two years: a misprint, where nothing else fits."""
    YEAR = 2
    """In a year in which the organ sat in this session."""
    DAY = 3


@dataclass(frozen=True, slots=True)
class Sitting:
    """A session: first and last day (ISO 8601), and the lowest and highest number of a resolution known of it.

    ``planned``: counted on by rule, not in the table.
    """

    opened: str
    closed: str
    first: int | None = None
    last: int | None = None
    planned: bool = False

    def fit(self, day: str) -> Fit:
        """How a date of any precision (``2021``, ``2021-03``, ``2021-03-23``) goes with the session."""
        if self.opened[: len(day)] <= day <= self.closed[: len(day)]:
            return Fit.DAY
        year = int(day[:4])
        opened, closed = int(self.opened[:4]), int(self.closed[:4])
        if opened <= year <= closed:
            return Fit.YEAR
        return Fit.SLIP if min(abs(year - opened), abs(year - closed)) <= _SLIP else Fit.CONTRADICTS


@cache
def _sittings() -> Mapping[tuple[str, str, int], Sitting]:
    found: dict[tuple[str, str, int], Sitting] = {}
    for row in read_table("organ_sessions"):
        if row["session"].isdecimal():
            opened, closed = row["opened"], row["closed"] or _OPEN
            if len(opened) == len("2004"):
                opened, closed = f"{opened}-01-01", f"{row['closed'] or opened}-12-31"
            first, last = (int(row[name]) if row[name] else None for name in ("first", "last"))
            found[row["organ"], row["kind"], int(row["session"])] = Sitting(opened, closed, first, last)
    # The last session of the General Assembly in the table lasts until the next opens.
    last_of_assembly = max(number for organ, kind, number in found if (organ, kind) == (ASSEMBLY, "regular"))
    key = (ASSEMBLY, "regular", last_of_assembly)
    if found[key].closed == _OPEN:
        found[key] = Sitting(found[key].opened, _eve(_opening(last_of_assembly + 1)))
    return MappingProxyType(found)


@cache
def last_session(organ: str, kind: str = "regular") -> int:
    """The number of the last session that the table has; 0 where it has none."""
    return max((number for name, form, number in _sittings() if (name, form) == (organ, kind)), default=0)


_AHEAD = 100
"""So many sessions beyond the last of the table are planned by the rule; a number further on is none of a session."""


@cache
def find_sitting(organ: str, number: int, kind: str = "regular") -> Sitting | None:
    """A session of an organ; ``None`` where neither the table nor a rule has it.

    ``kind`` is ``regular``, ``special``, ``emergency`` or, for an organ that numbers by years, ``year``.
    """
    known = _sittings().get((organ, kind, number))
    last = last_session(organ, kind)
    if known is not None or not last or not last < number <= last + _AHEAD:
        return known
    if kind == "year":
        before = _sittings()[organ, kind, last]
        return Sitting(f"{number}-01-01", f"{number}-12-31", (before.last or before.first or 0) + 1, planned=True)
    if kind != "regular":
        return Sitting(_sittings()[organ, kind, last].closed, _OPEN, planned=True)
    if organ == ASSEMBLY:
        return Sitting(_opening(number).isoformat(), _eve(_opening(number + 1)), planned=True)
    if organ == HUMAN_RIGHTS_COUNCIL:
        return _council_session(number, last)
    return None


def _council_session(number: int, last: int) -> Sitting:
    """Three regular sessions a year, counted on from the last of the table."""
    opened = _sittings()[HUMAN_RIGHTS_COUNCIL, "regular", last].opened
    season = sum(opened[5:] >= first for first, _ in _SEASONS) - 1
    years, at = divmod(season + number - last, len(_SEASONS))
    year = int(opened[:4]) + years
    first, closing = _SEASONS[at]
    return Sitting(f"{year}-{first}", f"{year}-{closing}", planned=True)


def _opening(session: int) -> date:
    """The Tuesday of the second week of September, counted from the first week with a working day."""
    first = date(1945 + session, 9, 1)
    monday = first - timedelta(first.weekday())
    if first.weekday() > _LAST_WORKING_DAY:
        monday += timedelta(_WEEK)
    return monday + timedelta(_WEEK + _TUESDAY)


def _eve(day: date) -> str:
    return (day - timedelta(1)).isoformat()


def session_on(organ: str, day: str) -> int | None:
    """The regular session of an organ that sat on a day; of several the last, ``None`` where the table has none."""
    fits = [
        number
        for (name, kind, number), sitting in _sittings().items()
        if name == organ and kind == "regular" and sitting.fit(day) is Fit.DAY
    ]
    return max(fits, default=None)


@cache
def year_of_council(number: int) -> int | None:
    """The year in which the Security Council adopted the resolution of a number; ``None`` for one still to come."""
    for (organ, _, year), sitting in _sittings().items():
        if organ == SECURITY_COUNCIL and sitting.last and (sitting.first or 0) <= number <= sitting.last:
            return year
    return None


def is_of_council_year(number: int, year: int) -> bool:
    """Whether the Security Council may have adopted the resolution of a number in a year."""
    sitting = find_sitting(SECURITY_COUNCIL, year, "year")
    return sitting is not None and (sitting.first or 0) <= number <= (sitting.last or number)


@cache
def fits_numbers(organ: str, session: int, number: int) -> bool:
    """Whether an organ that numbered its resolutions through all sessions may have given one this number in one.

    Judged by the numbers known of the sessions around it; true where nothing is known.
    """
    known = {
        at: sitting
        for (name, kind, at), sitting in _sittings().items()
        if (name, kind) == (organ, "regular") and sitting.first is not None
    }
    low = max((sitting.last or 0 for at, sitting in known.items() if at < session), default=0)
    high = min((sitting.first or 0 for at, sitting in known.items() if at > session), default=number + 1)
    return low < number < high


@cache
def most_resolutions(organ: str) -> int:
    """The highest number of a resolution known of any regular session of an organ that counts anew in each."""
    return max(
        (one.last or 0 for (name, kind, _), one in _sittings().items() if (name, kind) == (organ, "regular")), default=0
    )


@cache
def decision_numbers(organ: str) -> tuple[int, int | None]:
    """Where the numbers of an organ's decisions begin in each session, and where they end at most."""
    for row in read_table("organ_sessions"):
        if (row["organ"], row["kind"]) == (organ, "decision"):
            return int(row["first"]), int(row["last"]) if row["last"] else None
    return 1, None


@cache
def first_year(organ: str) -> int:
    """The year in which the earliest session of an organ opened that the table has."""
    return min(
        int(row["opened"][:4]) for row in read_table("organ_sessions") if row["organ"] == organ and row["opened"]
    )
