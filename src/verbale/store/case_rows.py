"""Where the cases stand, a row each, for lists over many cycles: made from the entries, and made anew at any time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.db import transaction
from django.db.models import Count

from verbale.desk.cases import CYCLE, CycleCase, ReplyCase
from verbale.desk.event_folding import fold_cycle, fold_reply
from verbale.desk.events import Entry, Event, EventKind, parse_facts
from verbale.desk.next_steps import find_next_step
from verbale.errors import StoreBroken
from verbale.store.database import Database
from verbale.store.django_tables import models
from verbale.store.failures import reporting

_AT_ONCE = 500  # rows of one statement
_OF_LETTER = ("kind", "authors", "confirmed", "language", "dated", "received", "step", "alarms")
_FIELDS = ("version", "stage", "author", "name", "last_at", *_OF_LETTER, "assigned", "destination")


def update_rows(database: Database, cycle: int, cases: Mapping[str, Sequence[Entry]]) -> None:
    """Set the rows of some cases of a cycle from all their entries, in the transaction of the caller."""
    rows = [_row(cycle, case, entries) for case, entries in cases.items()]
    models.CaseRow.objects.using(database.alias).bulk_create(
        rows, batch_size=_AT_ONCE, update_conflicts=True, unique_fields=("cycle", "case"), update_fields=_FIELDS
    )


def rebuild_rows(database: Database) -> int:
    """Drop every row and make it anew from the entries; how many there are. Raises ``StoreBroken``."""
    alias = database.alias
    with reporting(database.name), transaction.atomic(using=alias):
        # Who writes meanwhile waits, or a row would be of an entry too few.
        cycles = list(models.Cycle.objects.using(alias).select_for_update().order_by("pk").values_list("pk", flat=True))
        models.CaseRow.objects.using(alias).all().delete()
        return sum(add_rows(database, cycle) for cycle in cycles)


def add_rows(database: Database, cycle: int) -> int:
    """Make the rows of a cycle that has none, in the transaction of the caller; how many there are."""
    cases: dict[str, list[Entry]] = defaultdict(list)
    for row in models.Entry.objects.using(database.alias).filter(cycle=cycle).order_by("number"):
        try:
            event = Event(row.case, EventKind(row.kind), row.at, row.actor, parse_facts(row.facts), row.schema)
        except ValueError as error:
            raise StoreBroken(database.name, f"entry {row.number} cannot be read: {error}") from error
        cases[row.case].append(Entry(row.number, row.case_version, event, row.previous, row.seal))
    rows = [_row(cycle, case, entries) for case, entries in cases.items()]
    models.CaseRow.objects.using(database.alias).bulk_create(rows, batch_size=_AT_ONCE)
    return len(rows)


@dataclass(frozen=True, slots=True)
class CycleSummary:
    """Where a cycle of a desk stands: its stage, and how many replies stand at each stage."""

    name: str
    stage: str
    replies: Mapping[str, int]


def summarise_cycles(database: Database) -> tuple[CycleSummary, ...]:
    """Every cycle of a desk, in the order in which they were made."""
    alias = database.alias
    with reporting(database.name):
        names = list(models.Cycle.objects.using(alias).order_by("pk").values_list("pk", "name"))
        rows = models.CaseRow.objects.using(alias)
        stages = dict(rows.filter(case=CYCLE).values_list("cycle_id", "stage"))
        counted = rows.exclude(case=CYCLE).values_list("cycle_id", "stage").annotate(Count("pk")).order_by("stage")
        counts: dict[int, dict[str, int]] = defaultdict(dict)
        for cycle, stage, count in counted:
            counts[cycle][stage] = count
    return tuple(CycleSummary(name, stages.get(key, ""), counts[key]) for key, name in names)


@dataclass(frozen=True, slots=True)
class CaseSummary:
    """Where a reply of a desk stands, for lists: its cycle and case, its stage, State, the name of its letter, and
    when something happened in it last (ISO 8601 in UTC)."""

    cycle: str
    case: str
    stage: str
    state: str
    name: str
    last_at: str


def summarise_cases(database: Database, cycle: str = "", stage: str = "") -> tuple[CaseSummary, ...]:
    """The replies of a desk, or of one cycle, or those at one stage; by cycle, in the order in which they came."""
    rows = models.CaseRow.objects.using(database.alias).exclude(case=CYCLE)
    if cycle:
        rows = rows.filter(cycle__name=cycle)
    if stage:
        rows = rows.filter(stage=stage)
    columns = ("cycle__name", "case", "stage", "author", "name", "last_at")
    with reporting(database.name):
        return tuple(CaseSummary(*row) for row in rows.order_by("cycle_id", "first").values_list(*columns))


def _row(cycle: int, case: str, entries: Sequence[Entry]) -> models.CaseRow:
    events = [entry.event for entry in entries]
    state: CycleCase | ReplyCase = fold_cycle(events) if case == CYCLE else fold_reply(case, events)
    row = models.CaseRow(
        cycle_id=cycle,
        case=case,
        version=entries[-1].case_version,
        stage=state.stage.value,
        first=entries[0].number,
        last_at=entries[-1].event.at,
    )
    if isinstance(state, ReplyCase) and state.versions:
        _fill(row, state)
    return row


def _fill(row: models.CaseRow, reply: ReplyCase) -> None:
    """What lists show of a letter."""
    version = reply.standing
    authors = reply.authors or reply.current.authors
    row.author = reply.state
    row.name = reply.current.name.replace("\x00", "")  # which PostgreSQL has in no text
    row.kind = reply.kind.value
    row.authors = f" {' '.join(authors)} " if authors else ""
    row.confirmed = reply.confirmation is not None
    row.language = reply.language or version.language
    row.dated = reply.dated
    row.received = reply.versions[0].received
    row.step = find_next_step(reply).value
    row.alarms = sum(len(reply.open_alarms(one)) for one in reply.versions)
    row.assigned = reply.assigned
    row.destination = reply.destination.value if reply.destination else ""
