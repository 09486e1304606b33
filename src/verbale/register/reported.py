"""Counts as others give them, held beside what the acts give. A difference is shown and not resolved."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from verbale.model import Counts, Step
from verbale.register.calendar import last_day
from verbale.register.tables import read_facts


@dataclass(frozen=True, slots=True)
class ReportedCount:
    """One row of ``reported_counts.csv``: ``property`` is a field of ``Counts`` or ``subscriptions``."""

    treaty: str
    date: str
    property: str
    value: int
    source: str
    place: str
    note: str


def find_reported(treaty: str, day: str) -> tuple[ReportedCount, ...]:
    """The latest count of each property that was given up to ``day``; the table is in the order of days."""
    latest: dict[str, ReportedCount] = {}
    for row in read_facts("reported_counts"):
        if row["treaty"] == treaty and row["date"] <= day[: len(row["date"])]:
            latest[row["property"]] = ReportedCount(
                treaty, row["date"], row["property"], int(row["value"]), row["source"], row["place"], row["note"]
            )
    return tuple(latest.values())


def compare(treaty: str, day: str, counts_on: Callable[[str], Counts]) -> Iterator[Step]:
    """A step for each reported count: alike, different, or standing alone because the acts are not held."""
    for each in find_reported(treaty, day):
        own = getattr(counts_on(min(last_day(each.date), day)), each.property, None)
        key = "reported_only" if own is None else "reported_same" if own == each.value else "reported_differs"
        values: dict[str, str | int | tuple[str, ...]] = {
            "property": each.property,
            "value": each.value,
            "date": each.date,
            "computed": "" if own is None else own,
        }
        yield Step(key, values, each.source, each.place, each.note)
