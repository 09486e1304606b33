"""The letters of a cycle as an inbox lists them: filtered, counted, sorted and a page at a time, by the database."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from typing import Any

from django.db.models import Count, Q, QuerySet

from verbale.desk.cases import CYCLE
from verbale.store.database import Database
from verbale.store.django_tables import models
from verbale.store.failures import reporting

FILTERS = ("step", "stage", "kind", "language", "assigned", "destination")
"""The columns that an inbox is filtered by, each with the counts of its values."""
ORDERS = ("first", "received", "dated", "authors", "kind", "language", "stage", "step", "alarms", "assigned", "name")
"""The columns that it is sorted by; ``-`` before one turns it round."""


@dataclass(frozen=True, slots=True)
class InboxQuery:
    """Which letters: by the value of a column, by ``words`` in the name of a file or the id of a case, or by an author.

    ``author`` is a code. What is empty filters nothing, and ``exact`` names columns whose empty value is meant.
    """

    values: Mapping[str, str] = field(default_factory=dict)
    author: str = ""
    words: str = ""
    order: str = "first"
    exact: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class InboxRow:
    """A letter in an inbox. ``authors`` are codes, proposed where it is not ``confirmed``; ``alarms`` are open."""

    case: str
    version: int
    stage: str
    kind: str
    authors: tuple[str, ...]
    confirmed: bool
    language: str
    dated: str
    received: str
    step: str
    alarms: int
    assigned: str
    destination: str
    name: str
    last_at: str


@dataclass(frozen=True, slots=True)
class InboxPage:
    """Some rows of ``total`` that were found; ``counts`` are the values of each filter among what the others leave."""

    rows: tuple[InboxRow, ...]
    total: int
    counts: Mapping[str, Mapping[str, int]]


def find_inbox(database: Database, cycle: str, query: InboxQuery, start: int, most: int) -> InboxPage:
    """The letters of a cycle that a query finds, ``most`` of them from ``start`` on."""
    with reporting(database.name):
        rows = _filtered(database, cycle, query)
        total = rows.count()
        shown = tuple(_row(values) for values in _ordered(rows, query.order)[start : start + most])
        counts = {name: _counts(database, cycle, query, name) for name in FILTERS}
    return InboxPage(shown, total, counts)


def find_cases(database: Database, cycle: str, query: InboxQuery) -> tuple[str, ...]:
    """The ids of the cases that a query finds, in its order."""
    with reporting(database.name):
        return tuple(_ordered(_filtered(database, cycle, query), query.order).values_list("case", flat=True))


def count_steps(database: Database, cycle: str) -> Mapping[str, int]:
    """How many letters of a cycle wait for each step."""
    with reporting(database.name):
        return _counts(database, cycle, InboxQuery(), "step")


_NAMES = tuple(each.name for each in fields(InboxRow))


def _filtered(database: Database, cycle: str, query: InboxQuery, besides: str = "") -> QuerySet[models.CaseRow]:
    rows = models.CaseRow.objects.using(database.alias).filter(cycle__name=cycle).exclude(case=CYCLE)
    for name, value in query.values.items():
        if name in FILTERS and name != besides and (value or name in query.exact):
            rows = rows.filter(**{name: value})
    if query.author:
        rows = rows.filter(authors__contains=f" {query.author} ")
    if words := query.words.replace("\x00", ""):
        rows = rows.filter(Q(name__icontains=words) | Q(case__startswith=words))
    return rows


def _ordered(rows: QuerySet[models.CaseRow], order: str) -> QuerySet[models.CaseRow, dict[str, Any]]:
    name = order.removeprefix("-")
    wanted = order if name in ORDERS else "first"
    return rows.order_by(wanted, *(() if name == "first" else ("first",))).values(*_NAMES)


def _counts(database: Database, cycle: str, query: InboxQuery, name: str) -> Mapping[str, int]:
    rows = _filtered(database, cycle, query, besides=name)
    return dict(rows.order_by(name).values_list(name).annotate(Count("pk")))


def _row(values: Mapping[str, Any]) -> InboxRow:
    return InboxRow(**{**values, "authors": tuple(values["authors"].split())})
