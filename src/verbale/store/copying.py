"""Cycles copied from one database to another, every fact and nothing else, and checked on arrival.

An export and a takeover are the same: rows of the tables of facts go over; lists are made anew.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django.db import transaction

from verbale.desk.events import FIRST_SEAL, Entry, EventKind, find_breaks
from verbale.errors import Conflict, StoreBroken
from verbale.store.case_rows import add_rows
from verbale.store.contents import digest_of, get_reading, keep_contents
from verbale.store.cycle_store import CycleStore, entry_row
from verbale.store.database import Database
from verbale.store.django_tables import models
from verbale.store.failures import reporting

_AT_ONCE, _FEW = 200, 8  # rows that are held in memory at a time; contents can be large
_SUMS = ("sha256", "carrier", "digest", "content", "reading")


@dataclass(frozen=True, slots=True)
class Copied:
    """What went over: how many cycles, entries, contents and readings."""

    cycles: int = 0
    entries: int = 0
    contents: int = 0
    readings: int = 0


def copy_cycle(source: CycleStore, target: Database, name: str = "") -> Copied:
    """Copy one cycle with all that it speaks of, under its own name or another.

    Raises ``Conflict`` where the target has one of that name, ``StoreBroken`` where what arrives is not what was
    sealed.
    """
    entries = _checked(source)
    gone = _redacted(entries)
    sums = {fact for entry in entries for fact in _sums(entry)} | set(_files_of(source))
    with reporting(target.name), transaction.atomic(using=target.alias):
        copied = _copy_facts(source.database, target, sums, gone)
        add_rows(target, _insert_cycle(source, target, name or source.name, entries))
    _check_contents(target, sums, gone)
    return Copied(1, len(entries), *copied)


def insert_entries(target: CycleStore, entries: Sequence[Entry], contents: Iterable[bytes]) -> None:
    """Take a chain over as it was sealed, into a cycle without entries, with its contents."""
    with reporting(target.database.name), transaction.atomic(using=target.database.alias):
        keep_contents(target.database, contents)
        _insert_rows(target.database, target.key, entries)
        add_rows(target.database, target.key)


def _checked(store: CycleStore) -> tuple[Entry, ...]:
    entries = store.entries()
    if breaks := find_breaks(entries):
        raise StoreBroken(store.place, f"entry {breaks[0].number} {breaks[0].reason}", "restore it from a backup")
    return entries


def _sums(entry: Entry) -> Iterator[str]:
    """The checksums of contents and digests of readings that an event speaks of."""
    for name, fact in entry.event.facts.items():
        if name in _SUMS and isinstance(fact, str):
            yield fact
        elif name in ("trees", "files", "contents") and isinstance(fact, tuple):
            yield from (text.rpartition(" ")[2] for text in fact)


def _redacted(entries: Sequence[Entry]) -> set[str]:
    """The checksums of contents that a cycle has let go. Their bytes may be there still for another cycle."""
    redactions = (entry for entry in entries if entry.event.kind is EventKind.CONTENT_REDACTED)
    return {sha256 for entry in redactions for sha256 in _sums(entry)}


def _files_of(source: CycleStore) -> Iterator[str]:
    rows = models.Compiled.objects.using(source.database.alias).filter(cycle=source.key)
    yield from rows.values_list("sha256", flat=True)


def _copy_facts(source: Database, target: Database, sums: set[str], gone: set[str]) -> tuple[int, int]:
    """Copy the contents, readings and judgements of ``sums``; how many of the first two.

    What is ``gone`` goes over without its bytes, and what was read in it stays behind.
    """
    contents = readings = 0
    for batch in _batches(models.Content, source, "sha256", sums):
        for row in batch:
            row.data = None if row.sha256 in gone else row.data
        held = models.Content.objects.using(target.alias)
        held.bulk_create(batch, ignore_conflicts=True)
        lacking = set(held.filter(pk__in=[row.sha256 for row in batch], data=None).values_list("pk", flat=True))
        for row in batch:
            if row.sha256 in lacking and row.data is not None:
                held.filter(pk=row.sha256).update(data=row.data)
        contents += len(batch)
    for batch in _batches(models.Reading, source, "digest", sums):
        left = [row for row in batch if row.content not in gone]
        models.Reading.objects.using(target.alias).bulk_create(_as_new(left), ignore_conflicts=True)
        readings += len(left)
    for batch in _batches(models.Judgement, source, "content", sums):
        known = models.Judgement.objects.using(target.alias)
        left = [row for row in batch if not known.filter(**_words_of(row)).exists()]
        known.bulk_create(_as_new(left))
    return contents, readings


def _batches(model: Any, source: Database, key: str, sums: set[str]) -> Iterator[list[Any]]:  # noqa: ANN401
    """The rows of a table whose key is among ``sums``, some at a time."""
    rows = model.objects.using(source.alias).order_by(key, "pk")
    chosen = [pk for pk, sum_ in rows.values_list("pk", key) if sum_ in sums]
    size = _FEW if model is models.Content else _AT_ONCE
    for start in range(0, len(chosen), size):
        yield list(rows.filter(pk__in=chosen[start : start + size]))


def _as_new(rows: Iterable[Any]) -> list[Any]:
    """Rows that another database gives numbers of its own."""
    made = list(rows)
    for row in made:
        row.pk = None
    return made


def _words_of(row: models.Judgement) -> dict[str, str]:
    return {field.attname: getattr(row, field.attname) for field in row._meta.fields if not field.primary_key}


def _insert_cycle(source: CycleStore, target: Database, name: str, entries: Sequence[Entry]) -> int:
    """Make a cycle with its entries and the files that they record; its key."""
    cycles = models.Cycle.objects.using(target.alias)
    if cycles.filter(name=name).exists():
        raise Conflict(target.name, f"has a cycle {name!r} already", "give another name with --name")
    row = cycles.create(name=name, number=0, seal=FIRST_SEAL)
    _insert_rows(target, row.pk, entries)
    files = models.Compiled.objects.using(source.database.alias).filter(cycle=source.key, number__lte=len(entries))
    made = [
        models.Compiled(cycle_id=row.pk, number=number, name=file, sha256=sha256)
        for number, file, sha256 in files.order_by("pk").values_list("number", "name", "sha256")
    ]
    models.Compiled.objects.using(target.alias).bulk_create(made, batch_size=_AT_ONCE)
    key: int = row.pk
    return key


def _insert_rows(target: Database, cycle: int, entries: Sequence[Entry]) -> None:
    rows = [entry_row(cycle, entry) for entry in entries]
    models.Entry.objects.using(target.alias).bulk_create(rows, batch_size=_AT_ONCE)
    if entries:
        last = entries[-1]
        models.Cycle.objects.using(target.alias).filter(pk=cycle).update(number=last.number, seal=last.seal)


def _check_contents(target: Database, sums: set[str], gone: set[str]) -> None:
    """Every content and reading that arrived is what its checksum says, and none was lost on the way."""
    with reporting(target.name):
        for batch in _batches(models.Content, target, "sha256", sums):
            for row in batch:
                if row.data is None and row.sha256 not in gone:
                    reason = f"content {row.sha256[:12]} was removed while it was copied"
                    raise StoreBroken(target.name, reason, "copy it again")
                if row.data is not None and digest_of(bytes(row.data)) != row.sha256:
                    raise StoreBroken(
                        target.name, f"content {row.sha256[:12]} did not arrive as it was", "copy it again"
                    )
        for batch in _batches(models.Reading, target, "digest", sums):
            for row in batch:
                get_reading(target, row.digest)
