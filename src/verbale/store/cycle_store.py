"""One cycle of a desk: its sealed entries, written together with the contents, readings and files they speak of.

What belongs together is one transaction, so that a process killed at any moment leaves all of it or nothing. Writers
of one cycle wait for each other; they conflict only where two worked on one case.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from django.db import connections, transaction

from verbale.desk.events import FIRST_SEAL, Entry, Event, EventKind, parse_facts, seal_events, write_facts
from verbale.errors import Conflict, StoreBroken
from verbale.store.case_rows import update_rows
from verbale.store.contents import (
    KeptReading,
    digest_of,
    find_unspoken,
    get_content,
    get_reading,
    held_contents,
    keep_contents,
    keep_readings,
    remove_contents,
)
from verbale.store.database import Database
from verbale.store.django_tables import models
from verbale.store.failures import reporting

_COLUMNS = 'number, "case", case_version, kind, schema, at, actor, facts, previous, seal'
_AT_ONCE = 500  # rows of one statement


@dataclass(frozen=True, slots=True)
class Kept:
    """What is kept with events: contents, readings of them, and the files (SHA-256 by name) of what was compiled.

    ``removed`` are the contents whose bytes are removed.
    """

    contents: Sequence[bytes] = ()
    readings: Sequence[KeptReading] = ()
    files: Mapping[str, str] = field(default_factory=dict)
    removed: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class CycleStore:
    """The kept part of one cycle, by the ``name`` that it has in its desk."""

    database: Database
    name: str
    key: int

    @property
    def place(self) -> str:
        """What messages call it."""
        return f"{self.database.name}: {self.name}"

    def entries(self, after: int = 0) -> tuple[Entry, ...]:
        """The chain in order, or its part after an entry.

        Raises ``StoreBroken`` where an entry cannot be read, or where the end of the chain is gone.
        """
        statement = f"select {_COLUMNS} from store_entry where cycle_id = %s and number > %s order by number"
        with reporting(self.database.name):
            cursor = connections[self.database.alias].cursor()
            cursor.execute("select number, seal from store_cycle where id = %s", [self.key])
            head = cursor.fetchone()
            cursor.execute(statement, [self.key, after])
            rows = cursor.fetchall()
        entries = tuple(self._entry(*row) for row in rows)
        last = (entries[-1].number, entries[-1].seal) if entries else (after, "")
        if head is None or (last[0] < head[0] or (last[0] == head[0] and entries and last[1] != head[1])):
            end = f"entry {head[0]}" if head else "the cycle"
            raise StoreBroken(
                self.place, f"{end} is gone: the end of the chain was cut off", "restore it from a backup"
            )
        return entries

    def append(
        self, events: Sequence[Event], known: Mapping[str, int], kept: Kept, *, whole: int | None = None
    ) -> tuple[Entry, ...]:
        """Seal and keep events and what they speak of, all or nothing.

        ``known`` are the versions of the cases that the caller decided on (0 for a new one); ``whole`` is the number of
        the last entry, where the decision rested on the whole cycle. Raises ``Conflict`` with what was done since: read
        the entries again, and decide again.
        """
        with self._writing() as last:
            at_end = last.number if last else 0
            if whole is not None and at_end != whole:
                raise self._conflict("the cycle", self.entries(whole))
            versions = self._versions({event.case for event in events})
            for case, version in versions.items():
                if version != known.get(case, 0):
                    since = [entry for entry in self._entries_of(case) if entry.case_version > known.get(case, 0)]
                    raise self._conflict(case, since)
            entries = seal_events(events, last, versions)
            keep_contents(self.database, kept.contents)
            keep_readings(self.database, kept.readings)
            remove_contents(self.database, self.key, kept.removed)
            self._insert(entries, kept.files)
        return entries

    def keep(self, contents: Iterable[bytes]) -> None:
        """Keep bytes before anything is known of them: what reads them may fail, and they are not to be lost."""
        with reporting(self.database.name), transaction.atomic(using=self.database.alias):
            keep_contents(self.database, contents)

    def digest_of(self, content: bytes) -> str:
        """The checksum that a content is kept by."""
        return digest_of(content)

    def get_content(self, sha256: str) -> bytes:
        """The bytes with this checksum. Raises ``StoreBroken``, ``ContentRedacted``."""
        return get_content(self.database, sha256)

    def contents(self) -> tuple[str, ...]:
        """The checksums of everything that the desk holds."""
        return held_contents(self.database)

    def get_reading(self, digest: str) -> KeptReading:
        """A kept reading. Raises ``StoreBroken``."""
        return get_reading(self.database, digest)

    def unspoken(self) -> tuple[str, ...]:
        """The checksums of what the desk holds and no entry of any of its cycles speaks of."""
        return find_unspoken(self.database)

    def all_files(self) -> Mapping[int, Mapping[str, str]]:
        """The files (SHA-256 by name) that entries record, by the number of the entry."""
        rows = models.Compiled.objects.using(self.database.alias).filter(cycle=self.key).order_by("number", "pk")
        found: dict[int, dict[str, str]] = {}
        with reporting(self.database.name):
            for number, name, sha256 in rows.values_list("number", "name", "sha256"):
                found.setdefault(number, {})[name] = sha256
        return found

    def _insert(self, entries: Sequence[Entry], files: Mapping[str, str]) -> None:
        rows = [entry_row(self.key, entry) for entry in entries]
        alias = self.database.alias
        models.Entry.objects.using(alias).bulk_create(rows, batch_size=_AT_ONCE)
        made = [
            models.Compiled(cycle_id=self.key, number=entries[-1].number, name=n, sha256=s) for n, s in files.items()
        ]
        models.Compiled.objects.using(alias).bulk_create(made, batch_size=_AT_ONCE)
        last = entries[-1]
        models.Cycle.objects.using(alias).filter(pk=self.key).update(number=last.number, seal=last.seal)
        cases = dict.fromkeys(entry.event.case for entry in entries)
        update_rows(self.database, self.key, {case: self._entries_of(case) for case in cases})

    @contextmanager
    def _writing(self) -> Iterator[Entry | None]:
        """One transaction that no other writer of the cycle comes into; the last entry of the chain."""
        alias = self.database.alias
        with reporting(self.database.name), transaction.atomic(using=alias):
            # SQLite's transactions are immediate; a server locks the row of the cycle.
            models.Cycle.objects.using(alias).select_for_update().get(pk=self.key)
            rows = self._rows("cycle_id = %s order by number desc limit 1", [self.key])
            yield self._entry(*rows[0]) if rows else None

    def _versions(self, cases: set[str]) -> dict[str, int]:
        found = models.Entry.objects.using(self.database.alias).filter(cycle=self.key, case__in=cases)
        counted = dict.fromkeys(sorted(cases), 0)
        for case, version in found.values_list("case", "case_version"):
            counted[case] = max(counted[case], version)
        return counted

    def _entries_of(self, case: str) -> tuple[Entry, ...]:
        rows = self._rows('cycle_id = %s and "case" = %s order by number', [self.key, case])
        return tuple(self._entry(*row) for row in rows)

    def _rows(self, where: str, values: Sequence[object]) -> Sequence[tuple[Any, ...]]:
        cursor = connections[self.database.alias].cursor()
        cursor.execute(f"select {_COLUMNS} from store_entry where {where}", values)
        rows: Sequence[tuple[Any, ...]] = cursor.fetchall()
        return rows

    def _conflict(self, what: str, since: Iterable[Entry]) -> Conflict:
        lines = tuple(
            f"{entry.event.kind} by {entry.event.actor} at {entry.event.at}"
            + ("" if entry.event.case == what else f" ({entry.event.case})")
            for entry in since
        )
        done = "; ".join(lines) or "somebody else has worked on it"
        return Conflict(
            self.place, f"{what} has changed meanwhile: {done}", "look at it again, and decide again", lines
        )

    def _entry(
        self,
        number: int,
        case: str,
        case_version: int,
        kind: str,
        schema: int,
        at: str,
        actor: str,
        facts: str,
        previous: str,
        seal: str,
    ) -> Entry:
        try:
            event = Event(case, EventKind(kind), at, actor, parse_facts(facts), schema)
        except ValueError as error:
            raise StoreBroken(self.place, f"entry {number} cannot be read: {error}", "restore a backup") from error
        return Entry(number, case_version, event, previous, seal)


def make_cycle(database: Database, name: str) -> CycleStore:
    """A new cycle without entries. Raises ``Conflict`` where the desk has one of that name."""
    with reporting(database.name):
        if models.Cycle.objects.using(database.alias).filter(name=name).exists():
            raise Conflict(database.name, f"has a cycle {name!r} already", "give another name")
        row = models.Cycle.objects.using(database.alias).create(name=name, number=0, seal=FIRST_SEAL)
    return CycleStore(database, name, row.pk)


def get_cycle_store(database: Database, name: str = "") -> CycleStore:
    """A cycle by its name, or the only one of a desk. Raises ``StoreBroken`` where there is none, or several."""
    names = find_cycles(database)
    wanted = name or (names[0] if len(names) == 1 else "")
    if wanted not in names:
        listed = ", ".join(names) or "none"
        raise StoreBroken(
            database.name, f"has no cycle {wanted!r}" if name else "has not one cycle", f"it has {listed}"
        )
    with reporting(database.name):
        return CycleStore(database, wanted, models.Cycle.objects.using(database.alias).get(name=wanted).pk)


def find_cycles(database: Database) -> tuple[str, ...]:
    """The names of the cycles of a desk, in the order in which they were made."""
    with reporting(database.name):
        return tuple(models.Cycle.objects.using(database.alias).order_by("pk").values_list("name", flat=True))


def entry_row(cycle: int, entry: Entry) -> models.Entry:
    """The row of an entry."""
    event = entry.event
    return models.Entry(
        cycle_id=cycle,
        number=entry.number,
        case=event.case,
        case_version=entry.case_version,
        kind=event.kind.value,
        schema=event.schema,
        at=event.at,
        actor=event.actor,
        facts=write_facts(event.facts),
        previous=entry.previous,
        seal=entry.seal,
    )
