"""One way to ask: everything about a State as of a day, everything in a period, everything known on a day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache

from verbale.model import Entry, Period
from verbale.register.cycles import Observance, SessionPlan
from verbale.register.figures import Figure, Limit, Measure, YearlyFigure
from verbale.register.forums import Body, Forum, Meeting, Move, Office, Paper
from verbale.register.holding import Holding, find_current
from verbale.register.votes import Call, Reply, RollCall, Sponsorship

KINDS: tuple[type[Holding], ...] = (
    Figure,
    YearlyFigure,
    Limit,
    Measure,
    Forum,
    Meeting,
    Move,
    Body,
    Office,
    Paper,
    SessionPlan,
    Observance,
    RollCall,
    Sponsorship,
    Call,
    Reply,
)
"""Every kind of row, in the order in which people look for them."""

_ORDER = {kind.table: number for number, kind in enumerate(KINDS)}
_FAR = "9999"  # what has no beginning is told last


@cache
def everything(known: str | None = None) -> tuple[Entry, ...]:
    """All that is held and not corrected, in order of time; with ``known`` only what was learned up to that day."""
    return in_order(row.entry() for kind in KINDS for row in find_current(kind, known))


def find_about_state(state: str, as_of: str | None = None, known: str | None = None) -> tuple[Entry, ...]:
    """What is held about a State, in order of time.

    ``as_of`` leaves out what began after that day, ``known`` what was learned after it. Of a yearly series only the
    last year is given. Roll calls are given as the State's own vote.
    """
    found = [entry for entry in everything(known) if state in entry.states and _begun(entry, as_of)]
    votes = (row.entry_for(state) for row in find_current(RollCall, known))
    found += [vote for vote in votes if vote and _begun(vote, as_of)]
    return in_order(_latest_of_series(found))


def find_within(period: Period, known: str | None = None) -> tuple[Entry, ...]:
    """What began within a period, in order of time; rules and figures of a whole series are left out."""
    kinds = {kind.table for kind in (Measure, YearlyFigure)}
    return tuple(
        entry
        for entry in everything(known)
        if entry.kind not in kinds and entry.starts and _within(entry.starts, period)
    )


def in_order(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """Entries by the day they begin, then by kind and label; what has no beginning comes last."""
    return tuple(
        sorted(entries, key=lambda each: (each.starts or _FAR, _ORDER.get(each.kind, len(_ORDER)), each.label))
    )


def _begun(entry: Entry, as_of: str | None) -> bool:
    return as_of is None or entry.starts <= as_of


def _within(start: str, period: Period) -> bool:
    """Whether a beginning, of whatever precision, lies within: at least a day of it does."""
    opens, closes = period.start or "", period.end or _FAR
    return start[: len(closes)] <= closes and start >= opens[: len(start)]


def _latest_of_series(entries: Iterable[Entry]) -> Iterator[Entry]:
    """All entries, but of each yearly series the last year alone."""
    latest: dict[tuple[str, str, str], Entry] = {}
    for entry in entries:
        if entry.kind != YearlyFigure.table:
            yield entry
            continue
        said = entry.statement
        series = (said.subject, said.property, said.provenance.source)
        if series not in latest or latest[series].starts < entry.starts:
            latest[series] = entry
    yield from latest.values()
