"""One pure function from a case and a command to what happens, or to a clear refusal."""

from __future__ import annotations

from datetime import UTC, datetime

from verbale.desk.cases import Case
from verbale.desk.commands import Actor, Command, facts_of
from verbale.desk.events import Event
from verbale.desk.transitions import TRANSITIONS
from verbale.errors import Refused


def decide(case: Case, command: Command, actor: Actor, now: datetime) -> tuple[Event, ...]:
    """The events that a command makes of a case at a moment.

    ``now`` has a time zone. Raises ``Refused``: the step is not open at this stage, not to this role, its condition
    does not hold, or the clock is behind the case's last event.
    """
    name = type(command).__name__
    row = TRANSITIONS[type(command)]
    if now.tzinfo is None:
        raise Refused(case.id, name, "the time has no time zone", "give a time with its zone")
    at = now.astimezone(UTC).isoformat(timespec="seconds")
    if at < case.last_at:
        raise Refused(case.id, name, f"it is {at}, before the last event of {case.last_at}", "set the clock right")
    if case.stage not in row.stages:
        order = ", ".join(sorted(row.stages))
        raise Refused(case.id, name, f"the case is {case.stage}, and this can be done when it is {order}")
    if actor.role not in row.roles:
        allowed = ", ".join(sorted(row.roles))
        raise Refused(case.id, name, f"{actor.name} acts as {actor.role}, and this is for {allowed}")
    if reason := row.guard(case, command):
        raise Refused(case.id, name, reason)
    return (Event(case.id, row.event, at, actor.name, facts_of(command)),)
