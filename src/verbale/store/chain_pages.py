"""The record of a cycle a page at a time, filtered by the database: who did what, when."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from django.db.models import Count, QuerySet

from verbale.desk.events import Event, EventKind, Fact, parse_facts
from verbale.errors import StoreBroken
from verbale.store.database import Database
from verbale.store.django_tables import models
from verbale.store.failures import reporting

_MOST_CASES = 10_000  # that one statement names; both databases take more
FILTERS = ("kind", "actor", "case")
"""The columns that a record is filtered by."""


@dataclass(frozen=True, slots=True)
class ChainRow:
    """An entry of a record: its number, that in its case, its event, its seal, and the one that it follows."""

    number: int
    case_version: int
    event: Event
    seal: str
    previous: str


@dataclass(frozen=True, slots=True)
class ChainQuery:
    """Which entries: by the value of a column, of some ``cases``, and between two days (ISO 8601, both inclusive, UTC).

    ``cases`` is ``None`` for those of every case.
    """

    values: Mapping[str, str] = field(default_factory=dict)
    since: str = ""
    until: str = ""
    cases: Collection[str] | None = None


@dataclass(frozen=True, slots=True)
class ChainPage:
    """Some entries of ``total``, the latest first; ``counts`` are the values of two columns with how often each is."""

    rows: tuple[ChainRow, ...]
    total: int
    counts: Mapping[str, Mapping[str, int]]


def find_chain(database: Database, cycle: str, query: ChainQuery, start: int, most: int) -> ChainPage:
    """The entries of a cycle that a query finds, ``most`` of them from ``start`` on. Raises ``StoreBroken``."""
    with reporting(database.name):
        entries = _filtered(database, cycle, query)
        total = entries.count()
        rows = tuple(_row(database, one) for one in entries.order_by("-number")[start : start + most])
        counts = {name: _counts(database, cycle, query, name) for name in ("kind", "actor")}
    return ChainPage(rows, total, counts)


def _filtered(database: Database, cycle: str, query: ChainQuery, besides: str = "") -> QuerySet[models.Entry]:
    entries = models.Entry.objects.using(database.alias).filter(cycle__name=cycle)
    for name, value in query.values.items():
        if value and name in FILTERS and name != besides:
            entries = entries.filter(**{name: value.replace("\x00", "\ufffd")})
    if query.cases is not None:
        entries = entries.filter(case__in=list(query.cases)[:_MOST_CASES])
    if query.since:
        entries = entries.filter(at__gte=query.since)
    if query.until:
        entries = entries.filter(at__lt=f"{query.until}U")  # behind every moment of that day, "T…"
    return entries


def _counts(database: Database, cycle: str, query: ChainQuery, name: str) -> Mapping[str, int]:
    entries = _filtered(database, cycle, query, besides=name)
    return dict(entries.order_by(name).values_list(name).annotate(Count("pk")))


def _row(database: Database, one: models.Entry) -> ChainRow:
    try:
        facts: Mapping[str, Fact] = parse_facts(one.facts)
        event = Event(one.case, EventKind(one.kind), one.at, one.actor, facts, one.schema)
    except ValueError as error:
        raise StoreBroken(database.name, f"entry {one.number} cannot be read: {error}") from error
    return ChainRow(one.number, one.case_version, event, one.seal, one.previous)
