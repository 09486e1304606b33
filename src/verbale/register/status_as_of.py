"""The register's answer: a treaty as of one day, with its reasons; and every day of a stretch of time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import fields
from datetime import date

from verbale.model.act import Act
from verbale.model.status import Situation, Status
from verbale.register.explain import explain
from verbale.register.treaty_history import TreatyHistory, build_history, history_of
from verbale.register.treaty_rules import treaty_rules


def status(treaty: str, as_of: str, supposed: Iterable[Act] = ()) -> Status:
    """The status of a treaty at the end of a day (ISO 8601 in full), explained.

    ``treaty`` is an id of the register; ``supposed`` are acts that have not taken place. Acts and rules alone decide:
    the order of the acts does not matter.
    """
    acts = tuple(supposed)
    history = build_history(treaty, acts) if acts else history_of(treaty)
    return status_of(history, as_of)


def status_of(history: TreatyHistory, as_of: str) -> Status:
    """The status of a treaty whose history is worked out."""
    found = history.situation(as_of)
    held = {each.name: getattr(found, each.name) for each in fields(Situation)}
    return Status(treaty=history.rule.treaty.id, as_of=as_of, why=explain(history, as_of), **held)


def overview(as_of: str) -> tuple[Status, ...]:
    """The status of every treaty, code, declared status and proposal at the end of a day, in the order of their ids."""
    return tuple(status(treaty, as_of) for treaty in treaty_rules())


def replay(treaty: str, first: str, last: str) -> Iterator[tuple[str, Situation]]:
    """The situation on every day from ``first`` to ``last``, both included."""
    history = history_of(treaty)
    for ordinal in range(date.fromisoformat(first).toordinal(), date.fromisoformat(last).toordinal() + 1):
        day = date.fromordinal(ordinal).isoformat()
        yield day, history.situation(day)
