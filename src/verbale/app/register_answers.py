"""What the register answers about a State or a stretch of time: standings, acts, votes, replies, figures, meetings."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, timedelta
from functools import lru_cache

from verbale.errors import BadReference
from verbale.model.register_line import Dossier, RegisterLine, Timeline
from verbale.model.statement import Period, parse_day
from verbale.register.asking import get_state, get_treaty, parse_as_of
from verbale.register.calendar import last_day
from verbale.register.happenings import HAPPENINGS, act_lines, entry_lines, find_standings, tell_period, tell_state
from verbale.register.holdings import KINDS, everything, in_order

_REDUCED = re.compile(r"[0-9]{4}(?:-[0-9]{2})?")
_LAST = "9999-12-31"  # after all that was announced
_A_YEAR = timedelta(days=365)


def get_dossier(state: str, as_of: str | None, today: str, known: str | None = None) -> Dossier:
    """All information on a State, by any of its names, as of a day (``today`` without ``as_of``).

    Raises ``BadReference`` for an unknown State or day.
    """
    name = get_state(state)
    day = parse_as_of(as_of) if as_of else today
    heard = parse_as_of(known) if known else None
    return Dossier(name, day, heard or "", find_standings(name, day), tell_state(name, day, heard))


def get_state_id(name: str) -> str:
    """The id of a State by any of its names. Raises ``BadReference`` with the nearest names when there is none."""
    return get_state(name)


def get_timeline(
    first: str | None,
    last: str | None,
    today: str,
    *,
    treaty: str | None = None,
    state: str | None = None,
    known: str | None = None,
    every: bool = False,
) -> Timeline:
    """What happened from one day to another, in order; ``every`` adds how things were seen.

    Days may be of reduced precision. With a treaty or a State all time is told, without one the year that ends with
    ``last``; ``last`` is ``today`` unless given. Raises ``BadReference`` for an unknown State, treaty or day, and for
    days in the wrong order.
    """
    end = whole_day(last) if last else today
    start = first and whole_day(first, opening=True)
    if not start and not (treaty or state):
        start = (date.fromisoformat(end) - _A_YEAR).isoformat()
    if start and end < start:
        raise BadReference(last or end, f"lies before {first or start}; give the earlier day with --from")
    period = Period(start or None, end)
    heard = parse_as_of(known) if known else None
    kinds = {*HAPPENINGS, *(kind.table for kind in KINDS)} if every else HAPPENINGS
    lines = tell_period(period, today, heard, kinds)
    return Timeline(period, heard or "", tuple(_only(lines, treaty and get_treaty(treaty), state and get_state(state))))


@lru_cache(maxsize=1)
def get_all_lines() -> tuple[RegisterLine, ...]:
    """Every line of the register, in order of time: also what began at no known day, and each year of a series."""
    return in_order([*act_lines(), *entry_lines(_LAST), *everything()])


@lru_cache(maxsize=1)
def _lines_by_key() -> dict[str, RegisterLine]:
    return {line.key: line for line in get_all_lines()}


def find_line(key: str) -> RegisterLine | None:
    """A line of the register by what names it."""
    return _lines_by_key().get(key)


def whole_day(text: str, *, opening: bool = False) -> str:
    """A day in full: of a month or year the last, or the first with ``opening``. Raises ``BadReference`` for no day."""
    plain = text.strip()
    if not _REDUCED.fullmatch(plain):
        return parse_as_of(plain)
    return f"{parse_day(plain)}-01-01"[:10] if opening else last_day(parse_day(plain))


def _only(lines: Iterable[RegisterLine], treaty: str | None, state: str | None) -> Iterable[RegisterLine]:
    return (line for line in lines if (not treaty or treaty in line.treaties) and (not state or state in line.states))
