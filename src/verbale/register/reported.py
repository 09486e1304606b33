"""Counts and days as others give them, held beside what the acts give. A difference is shown and not resolved."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from verbale.model.status import ExplanationStep, Situation
from verbale.register.calendar import last_day
from verbale.register.fact_tables import read_facts


@dataclass(frozen=True, slots=True)
class ReportedCount:
    """One row of ``reported_counts.csv``.

    ``property`` is a field of ``Counts``, ``subscriptions``, or ``entry_into_force``, whose ``value`` is a day.
    """

    treaty: str
    date: str
    property: str
    value: str
    source: str
    place: str
    note: str


def find_reported(treaty: str, day: str) -> tuple[ReportedCount, ...]:
    """The latest count of each property that was given up to ``day``, and every source's day of entry into force."""
    latest: dict[tuple[str, str], ReportedCount] = {}
    for row in read_facts("reported_counts"):
        if row["treaty"] == treaty and row["date"] <= day[: len(row["date"])]:
            own = row["source"] if row["property"] == "entry_into_force" else ""
            columns = ("treaty", "date", "property", "value", "source", "place", "note")
            latest[row["property"], own] = ReportedCount(*(row[column] for column in columns))
    return tuple(latest.values())


def compare(treaty: str, day: str, situation_on: Callable[[str], Situation]) -> Iterator[ExplanationStep]:
    """A step for each reported figure: alike, different, or standing alone because the acts are not held."""
    for each in find_reported(treaty, day):
        situation = situation_on(min(last_day(each.date), day))
        if each.property == "entry_into_force":
            own = situation.in_force_since
        else:
            own = getattr(situation.counts, each.property, None)
        key = "reported_only" if own is None else "reported_same" if str(own) == each.value else "reported_differs"
        values: dict[str, str | int | tuple[str, ...]] = {
            "property": each.property,
            "value": int(each.value) if each.value.isdigit() else each.value,
            "date": each.date,
            "computed": "" if own is None else own,
        }
        yield ExplanationStep(key, values, each.source, each.place, each.note)
