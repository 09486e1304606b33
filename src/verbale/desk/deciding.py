"""One pure function from a case and a command to what happens, or to a clear refusal."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime

from verbale.desk.cases import Case
from verbale.desk.commands import Actor, Command
from verbale.desk.event_facts import BELATED, ENTERED, SCHEMA, facts_of
from verbale.desk.events import Event, Fact
from verbale.desk.transitions import TRANSITIONS
from verbale.errors import Refused


@dataclass(frozen=True, slots=True)
class Moment:
    """When something was done, with its time zone.

    What was done before the last event of its cycle is entered as ``belated``, with the reason, and with the moment at
    which it was ``entered``. ``by_clock`` says that nobody named the moment: it is what the clock of a machine showed.
    """

    at: datetime
    belated: str = ""
    entered: datetime | None = None
    by_clock: bool = False

    @property
    def day(self) -> date:
        """The day on which it was done."""
        return self.at.date()


When = datetime | Moment
"""When something is done; a bare moment is one that nobody enters belatedly."""


def moment_of(when: When) -> datetime:
    """The moment at which something is done."""
    return when.at if isinstance(when, Moment) else when


def decide(case: Case, command: Command, actor: Actor, now: When, last_of_cycle: str = "") -> tuple[Event, ...]:
    """The events that a command makes of a case at a moment.

    ``last_of_cycle`` is the moment of the last event of the whole cycle, ISO 8601 in UTC. Raises ``Refused``: the step
    is not open at this stage, not to this role, its condition does not hold, or the moment lies before that of the last
    event and nobody said why.
    """
    name = step_of(command)
    row = TRANSITIONS[type(command)]
    moment = now if isinstance(now, Moment) else Moment(now)
    at = _utc(case, name, moment.at)
    last = max(case.last.at, last_of_cycle)
    if at < last and not moment.belated.strip():
        advice = "set the clock right, or enter it as belated with the reason"
        raise Refused(case.id, name, f"it is {at}, before the last event of {last}", advice)
    if case.stage not in row.stages:
        order = ", ".join(sorted(row.stages))
        since = f" since {case.last}" if case.last.at else ""
        raise Refused(case.id, name, f"the case is {case.stage}{since}; this can be done when it is {order}")
    if actor.role not in row.roles:
        allowed = ", ".join(sorted(row.roles))
        raise Refused(case.id, name, f"{actor.name} acts as {actor.role}, and this is for {allowed}")
    if reason := row.guard(case, command):
        raise Refused(case.id, name, reason)
    belated = _belated(moment, _utc(case, name, moment.entered or moment.at)) if at < last else {}
    return (Event(case.id, row.event, at, actor.name, {**facts_of(row.event, command), **belated}, SCHEMA),)


def step_of(command: Command) -> str:
    """The name of a step for people: ``receive version`` for ``ReceiveVersion``."""
    name = type(command).__name__
    return "".join(f" {char.lower()}" if char.isupper() else char for char in name).strip()


def _belated(moment: Moment, entered: str) -> Mapping[str, Fact]:
    return {BELATED: moment.belated.strip(), ENTERED: entered}


def _utc(case: Case, name: str, moment: datetime) -> str:
    if moment.tzinfo is None:
        raise Refused(case.id, name, "the time has no time zone", "give a time with its zone")
    return moment.astimezone(UTC).isoformat(timespec="seconds")
