"""Cycles and whole desks copied from one database to another, every fact and nothing else, and checked on arrival.

An export, a backup and a takeover are the same: rows of the six tables of facts go over; lists are made anew.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django.db import transaction

from verbale.desk.events import FIRST_SEAL, Entry, find_breaks
from verbale.errors import Conflict, StoreBroken
from verbale.store.case_rows import rebuild_rows
from verbale.store.contents import digest_of, get_reading
from verbale.store.cycle_store import CycleStore, entry_row, find_cycles, get_cycle_store
from verbale.store.database import Database, reporting
from verbale.store.tables import models

_AT_ONCE = 200  # rows that are held in memory at a time
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
    sums = {fact for entry in entries for fact in _sums(entry)} | set(_files_of(source))
    with reporting(target.name), transaction.atomic(using=target.alias):
        copied = _copy_facts(source.database, target, sums)
        _insert_cycle(source, target, name or source.name, entries)
        rebuild_rows(target)
    _check_contents(target, sums)
    return Copied(1, len(entries), *copied)


def copy_desk(source: Database, target: Database) -> Copied:
    """Copy every cycle, content, reading and judgement of a desk into an empty one. Raises ``StoreBroken``."""
    if find_cycles(target):
        raise StoreBroken(target.name, "holds cycles already", "restore into an empty desk")
    stores = [get_cycle_store(source, name) for name in find_cycles(source)]
    chains = [_checked(store) for store in stores]
    with reporting(target.name), transaction.atomic(using=target.alias):
        copied = _copy_facts(source, target, None)
        _move(models.Judgement, source, target, None, "pk")
        for store, entries in zip(stores, chains, strict=True):
            _insert_cycle(store, target, store.name, entries)
        rebuild_rows(target)
    _check_contents(target, None)
    return Copied(len(stores), sum(map(len, chains)), *copied)


def insert_entries(target: CycleStore, entries: Sequence[Entry], contents: Iterable[bytes]) -> None:
    """Take a chain over as it was sealed, into a cycle without entries, with its contents."""
    alias = target.database.alias
    with reporting(target.database.name), transaction.atomic(using=alias):
        for content in contents:
            row = models.Content(sha256=digest_of(content), size=len(content), data=content)
            models.Content.objects.using(alias).bulk_create([row], ignore_conflicts=True)
        _insert_rows(target.database, target.key, entries)
        rebuild_rows(target.database)


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


def _files_of(source: CycleStore) -> Iterator[str]:
    rows = models.Compiled.objects.using(source.database.alias).filter(cycle=source.key)
    yield from rows.values_list("sha256", flat=True)


def _copy_facts(source: Database, target: Database, sums: set[str] | None) -> tuple[int, int]:
    contents = _move(models.Content, source, target, sums, "sha256")
    return contents, _move(models.Reading, source, target, sums, "digest")


def _move(model: Any, source: Database, target: Database, sums: set[str] | None, key: str) -> int:  # noqa: ANN401
    """Copy the rows of a table whose key is among ``sums``, or all of them; how many."""
    rows = model.objects.using(source.alias).order_by(key)
    chosen = [sum_ for sum_ in rows.values_list(key, flat=True) if sums is None or sum_ in sums]
    for start in range(0, len(chosen), _AT_ONCE):
        batch = list(rows.filter(**{f"{key}__in": chosen[start : start + _AT_ONCE]}))
        for row in batch:
            if key != "sha256":
                row.pk = None
        model.objects.using(target.alias).bulk_create(batch, ignore_conflicts=True)
    return len(chosen)


def _insert_cycle(source: CycleStore, target: Database, name: str, entries: Sequence[Entry]) -> None:
    cycles = models.Cycle.objects.using(target.alias)
    if cycles.filter(name=name).exists():
        raise Conflict(target.name, f"has a cycle {name!r} already", "give another name with --name")
    row = cycles.create(name=name, number=0, seal=FIRST_SEAL)
    _insert_rows(target, row.pk, entries)
    files = models.Compiled.objects.using(source.database.alias).filter(cycle=source.key).order_by("pk")
    made = [
        models.Compiled(cycle_id=row.pk, number=number, name=file, sha256=sha256)
        for number, file, sha256 in files.values_list("number", "name", "sha256")
    ]
    models.Compiled.objects.using(target.alias).bulk_create(made, batch_size=_AT_ONCE)


def _insert_rows(target: Database, cycle: int, entries: Sequence[Entry]) -> None:
    rows = [entry_row(cycle, entry) for entry in entries]
    models.Entry.objects.using(target.alias).bulk_create(rows, batch_size=_AT_ONCE)
    if entries:
        last = entries[-1]
        models.Cycle.objects.using(target.alias).filter(pk=cycle).update(number=last.number, seal=last.seal)


def _check_contents(target: Database, sums: set[str] | None) -> None:
    """Every content and reading that arrived is what its checksum says."""
    held = models.Content.objects.using(target.alias)
    readings = models.Reading.objects.using(target.alias).values_list("digest", flat=True)
    with reporting(target.name):
        for sha256, data in _among(held.values_list("sha256", "data").iterator(_AT_ONCE), sums, lambda row: row[0]):
            if data is not None and digest_of(bytes(data)) != sha256:
                raise StoreBroken(target.name, f"content {sha256[:12]} did not arrive as it was", "copy it again")
        for digest in _among(list(readings), sums, lambda row: row):
            get_reading(target, digest)


def _among(rows: Iterable[Any], sums: set[str] | None, key: Callable[[Any], str]) -> Iterator[Any]:
    return (row for row in rows if sums is None or key(row) in sums)
