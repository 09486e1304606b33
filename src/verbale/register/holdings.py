"""One way to ask: everything about a State as of a day, everything in a period, everything known on a day."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from verbale.model.register_line import RegisterLine
from verbale.model.statement import Period
from verbale.register.figures_and_limits import Figure, Limit, Measure, YearlyFigure
from verbale.register.forums import Body, Forum, Meeting, Move, Office, Paper
from verbale.register.holding import Holding, find_current
from verbale.register.national import Facility, NationalMeasure, ZoneMember
from verbale.register.positions import Claim, Initiative, Observation, Participant, Position
from verbale.register.recurrence import Observance, SessionPlan
from verbale.register.undertakings import CapacityBuilding, Commitment, Pledge, UndertakingEvidence
from verbale.register.votes import RecordedReply, RequestForViews, RollCall, Sponsorship

KINDS: tuple[type[Holding], ...] = (
    *(RollCall, Sponsorship, RecordedReply, RequestForViews, Claim, Position),
    *(Figure, YearlyFigure, Limit, Measure),
    *(NationalMeasure, Facility, ZoneMember, CapacityBuilding, Pledge),
    *(Commitment, UndertakingEvidence, Initiative, Observation, Participant),
    *(Forum, Meeting, Move, Body, Office, Paper, SessionPlan, Observance),
)
"""Every kind of row, in the order in which people look for them."""

_ORDER = {kind.table: number for number, kind in enumerate(KINDS)}
_FAR = "9999"
_PART = re.compile(r"(\d+)|([^\d.]+)")


@cache
def everything(known: str | None = None) -> tuple[RegisterLine, ...]:
    """All that is held and not corrected, in order of time; with ``known`` only what was learned up to that day."""
    return in_order(row.line() for kind in KINDS for row in find_current(kind, known))


def find_about_state(state: str, as_of: str | None = None, known: str | None = None) -> tuple[RegisterLine, ...]:
    """What is held about a State, in order of time.

    ``as_of`` leaves out what began after that day, ``known`` what was learned after it. Of a yearly series only the
    last year is given. Roll calls are given as the State's own vote.
    """
    rows = (row for kind in KINDS for row in find_current(kind, known) if state in row.concerned())
    votes = (row.line_for(state) for row in find_current(RollCall, known))
    found = [*(row.line() for row in rows), *(vote for vote in votes if vote)]
    return in_order(_latest_of_series(line for line in found if _begun(line, as_of)))


def find_within(period: Period, known: str | None = None) -> tuple[RegisterLine, ...]:
    """What began within a period, in order of time; rules and figures of a whole series are left out."""
    kinds = {kind.table for kind in (Measure, YearlyFigure)}
    return tuple(
        line for line in everything(known) if line.kind not in kinds and line.starts and is_within(line.starts, period)
    )


def in_order(lines: Iterable[RegisterLine]) -> tuple[RegisterLine, ...]:
    """Lines by the day they begin (else were learned), then by kind, source and place, as places are counted."""
    return tuple(sorted(lines, key=_place_in_time))


def _place_in_time(line: RegisterLine) -> tuple[str, int, str, list[tuple[int, str]], str]:
    whence = line.statement.provenance
    parts = [(int(digits or 0), word) for digits, word in _PART.findall(whence.place)]
    return line.told_on, _ORDER.get(line.kind, len(_ORDER)), whence.source, parts, line.label


def _begun(line: RegisterLine, as_of: str | None) -> bool:
    return as_of is None or line.told_on <= as_of


def is_within(start: str, period: Period) -> bool:
    """Whether a beginning, of whatever precision, lies within: at least a day of it does."""
    opens, closes = period.start or "", period.end or _FAR
    return start[: len(closes)] <= closes and start >= opens[: len(start)]


def _latest_of_series(lines: Iterable[RegisterLine]) -> Iterator[RegisterLine]:
    """All lines, but of each yearly series the last year alone; the table has each series in order of years."""
    latest: dict[tuple[str, str, str], RegisterLine] = {}
    for line in lines:
        if line.kind != YearlyFigure.table:
            yield line
        else:
            said = line.statement
            latest[said.subject, said.property, said.provenance.source] = line
    yield from latest.values()
