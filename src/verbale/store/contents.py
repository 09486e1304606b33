"""Bytes by their SHA-256, and what versions of the program read in them."""

from __future__ import annotations

import hashlib
import re
import zlib
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from django.db import connections

from verbale.desk.events import EventKind
from verbale.errors import ContentRedacted, StoreBroken
from verbale.store.database import Database
from verbale.store.django_tables import models
from verbale.store.failures import reporting

_AT_ONCE = 500  # rows of one statement
OF_NO_LETTER = {"web_outgoingmail": "1 = 1", "web_incomingmail": "kind <> 'letter'", "web_memoryfile": "1 = 1"}
"""The tables of a website whose contents are of no letter, each with the condition of those rows."""
_SHA256 = re.compile("[0-9a-f]{64}")


def digest_of(content: bytes) -> str:
    """The checksum that a content or a record is kept by."""
    return hashlib.sha256(content).hexdigest()


@dataclass(frozen=True, slots=True)
class KeptReading:
    """A reading as it is kept: of which content, by which version, of what kind, and its record (JSON)."""

    content: str
    pipeline: str
    kind: str
    record: bytes

    @property
    def digest(self) -> str:
        """What names it in events: the SHA-256 of what it was made from and of its record."""
        return digest_of(f"{self.content}\n{self.pipeline}\n{self.kind}\n".encode() + self.record)


def keep_contents(database: Database, contents: Iterable[bytes]) -> None:
    """Keep bytes; those that are held stay as they are. Bytes that were removed and came again are held again."""
    held = models.Content.objects.using(database.alias)
    # In one order, so that two writers of the same contents wait for each other and do not block each other.
    for sha256, content in sorted({digest_of(content): content for content in contents}.items()):
        held.bulk_create([models.Content(sha256=sha256, size=len(content), data=content)], ignore_conflicts=True)
        held.filter(pk=sha256, data__isnull=True).update(data=content)


def get_content(database: Database, sha256: str) -> bytes:
    """The bytes with this checksum.

    Raises ``StoreBroken`` where they are not held or not what they were, ``ContentRedacted`` where they were removed.
    """
    with reporting(database.name):
        row = models.Content.objects.using(database.alias).filter(pk=sha256).values_list("data").first()
    if row is None:
        raise StoreBroken(database.name, f"no content {sha256[:12]} is held", "restore it from a backup")
    if row[0] is None:
        raise ContentRedacted(database.name, f"content {sha256[:12]} was redacted", "verbale reconcile tells why")
    content = _bytes(row[0])
    if digest_of(content) != sha256:
        raise StoreBroken(database.name, f"content {sha256[:12]} is not what was kept", "restore it from a backup")
    return content


def find_sizes(database: Database, sums: Collection[str]) -> dict[str, int]:
    """How many bytes each of some contents has, also of those whose bytes were removed."""
    rows = models.Content.objects.using(database.alias)
    wanted, found = sorted(sums), {}
    with reporting(database.name):
        for start in range(0, len(wanted), _AT_ONCE):
            named = rows.filter(pk__in=wanted[start : start + _AT_ONCE])
            found.update(named.values_list("sha256", "size"))
    return found


def held_contents(database: Database) -> tuple[str, ...]:
    """The checksums of everything held whose bytes are there, in order."""
    held = models.Content.objects.using(database.alias).filter(data__isnull=False)
    with reporting(database.name):
        return tuple(held.order_by("sha256").values_list("sha256", flat=True))


def find_unspoken(database: Database) -> tuple[str, ...]:
    """The contents that are held and that no entry of any cycle or of the library speaks of, in order.

    They were kept, and the process that was to say of what letter ended before it did; or another is about to. What the
    website of the desk keeps for itself is no letter that anybody waits for.
    """
    spoken = _kept_by_website(database)
    spoken.update(models.Compiled.objects.using(database.alias).values_list("sha256", flat=True))
    spoken.update(models.LibraryEntry.objects.using(database.alias).values_list("content", flat=True))
    with reporting(database.name):
        for facts in models.Entry.objects.using(database.alias).values_list("facts", flat=True).iterator():
            spoken.update(_SHA256.findall(facts))
    return tuple(sha256 for sha256 in held_contents(database) if sha256 not in spoken)


def _kept_by_website(database: Database) -> set[str]:
    """The messages that went out, those that came back, and the translation memories; none of a desk without a site."""
    connection = connections[database.alias]
    found: set[str] = set()
    with reporting(database.name):
        there = set(connection.introspection.table_names())
        for table, condition in OF_NO_LETTER.items():
            if table in there:
                cursor = connection.cursor()
                cursor.execute(f"select content from {table} where {condition}")
                found.update(sha256 for (sha256,) in cursor.fetchall())
    return found


def remove_contents(database: Database, cycle: int, sums: Iterable[str]) -> None:
    """Remove the bytes of contents and every reading of them, for a cycle that has let them go; the checksums stay.

    They go from the library too.
    What another cycle of the desk still holds is left for it.
    """
    named = [sha256 for sha256 in sums if not find_other_holders(database, cycle, sha256)]
    models.Content.objects.using(database.alias).filter(pk__in=named).update(data=None)
    models.Reading.objects.using(database.alias).filter(content__in=named).delete()
    models.DocumentRow.objects.using(database.alias).filter(content__in=named).delete()


def find_other_holders(database: Database, cycle: int, sha256: str) -> tuple[str, ...]:
    """The names of the other cycles of a desk that speak of a content and have not redacted it."""
    entries = models.Entry.objects.using(database.alias).filter(facts__contains=sha256).exclude(cycle=cycle)
    files = models.Compiled.objects.using(database.alias).filter(sha256=sha256).exclude(cycle=cycle)
    with reporting(database.name):
        speak = {*entries.values_list("cycle", flat=True), *files.values_list("cycle", flat=True)}
        gone = set(entries.filter(kind=EventKind.CONTENT_REDACTED).values_list("cycle", flat=True))
        named = models.Cycle.objects.using(database.alias).filter(pk__in=speak - gone)
        return tuple(named.order_by("pk").values_list("name", flat=True))


def keep_readings(database: Database, readings: Iterable[KeptReading]) -> None:
    """Keep readings; one that is held stays as it is."""
    rows = [
        models.Reading(
            digest=reading.digest,
            content=reading.content,
            pipeline=reading.pipeline,
            kind=reading.kind,
            record=zlib.compress(reading.record),
        )
        for reading in readings
    ]
    models.Reading.objects.using(database.alias).bulk_create(rows, batch_size=_AT_ONCE, ignore_conflicts=True)


def get_reading(database: Database, digest: str) -> KeptReading:
    """A reading by its digest. Raises ``StoreBroken`` where it is not held or not what it was."""
    with reporting(database.name):
        row = models.Reading.objects.using(database.alias).filter(digest=digest).first()
    if row is None:
        raise StoreBroken(database.name, f"no reading {digest[:12]} is held", "restore it from a backup")
    try:
        reading = KeptReading(row.content, row.pipeline, row.kind, zlib.decompress(_bytes(row.record)))
    except zlib.error as error:
        raise StoreBroken(database.name, f"reading {digest[:12]} cannot be read: {error}") from error
    if reading.digest != digest:
        raise StoreBroken(database.name, f"reading {digest[:12]} is not what was kept", "restore it from a backup")
    return reading


def _bytes(value: object) -> bytes:
    """The bytes of a column; a database that was tampered with may have text there, or a number."""
    return bytes(value) if isinstance(value, (bytes, memoryview)) else str(value).encode()
