"""Where the cases stand, a row each, for lists over many cycles: made from the entries, and made anew at any time."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.db import transaction

from verbale.desk.cases import CYCLE, CycleCase, ReplyCase
from verbale.desk.event_folding import fold_cycle, fold_reply
from verbale.desk.events import Entry, Event, EventKind, parse_facts
from verbale.errors import StoreBroken
from verbale.store.database import Database, reporting
from verbale.store.tables import models

_AT_ONCE = 500  # rows of one statement
_FIELDS = ("version", "stage", "author", "name", "last_at")


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
        models.CaseRow.objects.using(alias).all().delete()
        made = 0
        for cycle in models.Cycle.objects.using(alias).order_by("pk"):
            cases: dict[str, list[Entry]] = defaultdict(list)
            for row in models.Entry.objects.using(alias).filter(cycle=cycle).order_by("number"):
                try:
                    event = Event(row.case, EventKind(row.kind), row.at, row.actor, parse_facts(row.facts), row.schema)
                except ValueError as error:
                    raise StoreBroken(database.name, f"entry {row.number} cannot be read: {error}") from error
                cases[row.case].append(Entry(row.number, row.case_version, event, row.previous, row.seal))
            rows = [_row(cycle.pk, case, entries) for case, entries in cases.items()]
            models.CaseRow.objects.using(alias).bulk_create(rows, batch_size=_AT_ONCE)
            made += len(rows)
    return made


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
        rows = models.CaseRow.objects.using(alias).values_list("cycle_id", "case", "stage")
        stages: dict[int, str] = {}
        counts: dict[int, Counter[str]] = defaultdict(Counter)
        for cycle, case, stage in rows:
            if case == CYCLE:
                stages[cycle] = stage
            else:
                counts[cycle][stage] += 1
    return tuple(
        CycleSummary(name, stages.get(key, ""), {stage: counts[key][stage] for stage in sorted(counts[key])})
        for key, name in names
    )


def _row(cycle: int, case: str, entries: Sequence[Entry]) -> models.CaseRow:
    events = [entry.event for entry in entries]
    state: CycleCase | ReplyCase = fold_cycle(events) if case == CYCLE else fold_reply(case, events)
    return models.CaseRow(
        cycle_id=cycle,
        case=case,
        version=entries[-1].case_version,
        stage=state.stage.value,
        author=state.state if isinstance(state, ReplyCase) else "",
        name=state.current.name if isinstance(state, ReplyCase) and state.versions else "",
        first=entries[0].number,
        last_at=entries[-1].event.at,
    )
