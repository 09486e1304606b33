"""The library of a desk: documents that anybody may read, each in the reading that was kept when it was added.

``LibraryEntry`` has what was done; the rows of documents are made from it, and made anew at any time.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from enum import StrEnum
from typing import Any

from django.db import transaction
from django.db.models import Count, Max, Q

from verbale.errors import Refused
from verbale.store.contents import KeptReading, keep_contents, keep_readings
from verbale.store.database import Database
from verbale.store.django_tables import models
from verbale.store.failures import reporting

_AT_ONCE = 500  # rows of one statement


class LibraryAct(StrEnum):
    """What is done with a document of the library."""

    ADDED = "added"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class LibraryDocument:
    """A version of a document in one language, as lists show it.

    ``reading`` and ``content`` are SHA-256. ``address`` is the symbol, or ``sha256:`` and digits of the checksum for a
    document without one. ``language`` is ``und`` where it is unknown, ``date`` ISO 8601 or empty, ``units`` the number
    of its paragraphs, items and headings. ``current`` is the version that stands for the document in its language.
    """

    reading: str
    content: str
    address: str
    symbol: str
    language: str
    title: str
    date: str
    session: int | None
    profile: str
    units: int
    name: str
    source: str
    added_at: str
    current: bool = True


@dataclass(frozen=True, slots=True)
class Addition:
    """A document to add: its row, the reading of it, and its bytes."""

    row: LibraryDocument
    reading: KeptReading
    content: bytes


@dataclass(frozen=True, slots=True)
class Selection:
    """Which documents a list is to show; empty fields let everything through. ``words`` are looked for in titles."""

    session: int | None = None
    profile: str = ""
    language: str = ""
    year: str = ""
    words: str = ""
    prefix: str = ""


_COLUMNS = tuple(field.name for field in fields(LibraryDocument))


def add_documents(
    database: Database, additions: Sequence[Addition], actor: str, at: str
) -> tuple[LibraryDocument, ...]:
    """Add documents with their contents and readings, all or none; those that were new, in order.

    A reading that is held stays as it is; another version of a document takes the place of the one before it.
    """
    alias = database.alias
    with reporting(database.name), transaction.atomic(using=alias):
        held = set(
            models.DocumentRow.objects.using(alias)
            .filter(reading__in=[one.reading.digest for one in additions])
            .values_list("reading", flat=True)
        )
        new = list({one.reading.digest: one for one in additions if one.reading.digest not in held}.values())
        keep_contents(database, [one.content for one in new])
        keep_readings(database, [one.reading for one in new])
        models.LibraryEntry.objects.using(alias).bulk_create(
            [_entry(LibraryAct.ADDED, one.row, actor, at) for one in new], batch_size=_AT_ONCE
        )
        _put_rows(database, [one.row for one in new])
    return tuple(one.row for one in new)


def withdraw_document(database: Database, row: LibraryDocument, reason: str, actor: str, at: str) -> None:
    """Take a version out of the library, with the reason; its bytes and what was done stay.

    The version that was added last before it stands again. Raises ``Refused`` where it is not there.
    """
    alias = database.alias
    with reporting(database.name), transaction.atomic(using=alias):
        rows = models.DocumentRow.objects.using(alias)
        if not rows.filter(reading=row.reading).delete()[0]:
            raise Refused(row.address, "withdraw", "is not in the library")
        models.LibraryEntry.objects.using(alias).bulk_create([_entry(LibraryAct.WITHDRAWN, row, actor, at, reason)])
        left = rows.filter(address=row.address, language=row.language)
        if not left.filter(current=True).exists() and (last := left.order_by("-pk").first()):
            rows.filter(pk=last.pk).update(current=True)


def find_document(database: Database, address: str, language: str, reading: str = "") -> LibraryDocument | None:
    """The version of a document that stands in a language, or the one of a reading."""
    found = models.DocumentRow.objects.using(database.alias).filter(address=address, language=language)
    found = found.filter(reading=reading) if reading else found.filter(current=True)
    return next(_documents(database, found), None)


def find_versions(database: Database, address: str) -> tuple[LibraryDocument, ...]:
    """Every version of a document in every language, in order of language and as they were added."""
    rows = models.DocumentRow.objects.using(database.alias).filter(address=address).order_by("language", "pk")
    return tuple(_documents(database, rows))


def find_by_readings(database: Database, readings: Iterable[str]) -> Mapping[str, LibraryDocument]:
    """The documents of readings that are in the library, by reading."""
    rows = models.DocumentRow.objects.using(database.alias).filter(reading__in=list(readings))
    return {one.reading: one for one in _documents(database, rows)}


def current_readings(database: Database) -> frozenset[str]:
    """The readings of all versions that stand."""
    rows = models.DocumentRow.objects.using(database.alias).filter(current=True)
    with reporting(database.name):
        return frozenset(rows.values_list("reading", flat=True))


def library_mark(database: Database) -> tuple[int, int, int]:
    """The last entry, the last row and how many rows there are: what changes whenever the library or its list does."""
    alias = database.alias
    with reporting(database.name):
        last = models.LibraryEntry.objects.using(alias).aggregate(Max("pk"))["pk__max"]
        rows = models.DocumentRow.objects.using(alias).aggregate(Max("pk"), Count("pk"))
        return last or 0, rows["pk__max"] or 0, rows["pk__count"]


def list_added(database: Database, start: str, end: str, limit: int | None = None) -> tuple[LibraryDocument, ...]:
    """The versions that stand and were added from one moment to before another (ISO 8601), the newest first."""
    rows = _added(database, start, end).order_by("-added_at", "address", "language")
    return tuple(_documents(database, rows if limit is None else rows[:limit]))


def count_added(database: Database, start: str, end: str) -> int:
    """How many versions that stand were added from one moment to before another."""
    with reporting(database.name):
        number: int = _added(database, start, end).count()
    return number


def _added(database: Database, start: str, end: str) -> Any:  # noqa: ANN401 (a QuerySet of Django)
    rows = models.DocumentRow.objects.using(database.alias).filter(current=True)
    return rows.filter(added_at__gte=start, added_at__lt=end)


def find_holding(database: Database, addresses: Iterable[str]) -> frozenset[str]:
    """Those of some addresses that are in the library in any language."""
    rows = models.DocumentRow.objects.using(database.alias).filter(address__in=list(addresses), current=True)
    with reporting(database.name):
        return frozenset(rows.values_list("address", flat=True))


def list_documents(database: Database, chosen: Selection, offset: int = 0, limit: int | None = None) -> Sequence[str]:
    """The addresses of the documents of a selection, the newest session first, then by symbol."""
    rows = _chosen(database, chosen).values_list("address", "session").distinct().order_by("-session", "address")
    with reporting(database.name):
        listed = [address for address, _ in rows[offset : None if limit is None else offset + limit]]
    return list(dict.fromkeys(listed))


def count_documents(database: Database, chosen: Selection) -> int:
    """How many documents a selection has, whatever the number of their languages."""
    with reporting(database.name):
        count: int = _chosen(database, chosen).aggregate(Count("address", distinct=True))["address__count"]
    return count


def count_by(database: Database, column: str, chosen: Selection) -> Mapping[str, int]:
    """How many documents of a selection have each value of ``session``, ``profile`` or ``language``."""
    rows = _chosen(database, chosen).values_list(column).annotate(Count("address", distinct=True)).order_by(column)
    with reporting(database.name):
        return {str(value): count for value, count in rows if value is not None}


def harvest(
    database: Database, since: str, until: str, profile: str, offset: int, limit: int
) -> tuple[int, Sequence[LibraryDocument]]:
    """The versions that stand and were added from one moment to another (ISO 8601 in UTC), in the order of their keys.

    Empty moments and an empty profile let everything through; how many there are in all, and some of them.
    """
    rows = models.DocumentRow.objects.using(database.alias).filter(current=True)
    rows = rows.filter(added_at__gte=since) if since else rows
    rows = rows.filter(added_at__lte=until) if until else rows
    rows = (rows.filter(profile=profile) if profile else rows).order_by("pk")
    with reporting(database.name):
        return rows.count(), list(_documents(database, rows[offset : offset + limit]))


def all_rows(database: Database) -> Iterator[LibraryDocument]:
    """Every version of every document, in the order in which they were added."""
    yield from _documents(database, models.DocumentRow.objects.using(database.alias).order_by("pk"))


def rows_of(database: Database, addresses: Iterable[str]) -> Mapping[str, Sequence[LibraryDocument]]:
    """The versions that stand, by address, in order of language."""
    rows = models.DocumentRow.objects.using(database.alias).filter(address__in=list(addresses), current=True)
    found: dict[str, list[LibraryDocument]] = {}
    for row in _documents(database, rows.order_by("language")):
        found.setdefault(row.address, []).append(row)
    return found


@dataclass(frozen=True, slots=True)
class StandingEntry:
    """A document that was added and not withdrawn since: its reading, the name of its file, its source, and when."""

    reading: str
    name: str
    source: str
    at: str


def standing_entries(database: Database) -> tuple[StandingEntry, ...]:
    """What is in the library by its entries, in the order in which it was added; what was redacted is left out."""
    standing: dict[str, StandingEntry] = {}
    columns = ("act", "reading", "name", "source", "at")
    alias = database.alias
    with reporting(database.name):
        for act, reading, *rest in models.LibraryEntry.objects.using(alias).order_by("pk").values_list(*columns):
            standing.pop(reading, None)
            if act == LibraryAct.ADDED:
                standing[reading] = StandingEntry(reading, *rest)
        held = set(models.Reading.objects.using(alias).values_list("digest", flat=True))
    return tuple(entry for entry in standing.values() if entry.reading in held)


def replace_rows(database: Database, rows: Iterable[LibraryDocument]) -> int:
    """Drop the rows of documents and make them anew, in order; how many there are."""
    with reporting(database.name), transaction.atomic(using=database.alias):
        models.DocumentRow.objects.using(database.alias).all().delete()
        made = list(rows)
        _put_rows(database, made)
    return len(made)


def _put_rows(database: Database, rows: Sequence[LibraryDocument]) -> None:
    """Insert rows; the last of each address and language is the current one."""
    table = models.DocumentRow.objects.using(database.alias)
    last = {(row.address, row.language): row.reading for row in rows}
    keys = list(last)
    for start in range(0, len(keys), _AT_ONCE):
        addresses = {address for address, _ in keys[start : start + _AT_ONCE]}
        for row in table.filter(address__in=addresses, current=True):
            if (row.address, row.language) in last:
                table.filter(pk=row.pk).update(current=False)
    made = []
    for row in rows:
        values = {column: getattr(row, column) for column in _COLUMNS}
        values["current"] = last[row.address, row.language] == row.reading
        made.append(models.DocumentRow(**values))
    table.bulk_create(made, batch_size=_AT_ONCE)


def _entry(act: LibraryAct, row: LibraryDocument, actor: str, at: str, reason: str = "") -> models.LibraryEntry:
    return models.LibraryEntry(
        act=act.value,
        content=row.content,
        reading=row.reading,
        name=row.name,
        source=row.source,
        reason=reason,
        at=at,
        actor=actor,
    )


def _chosen(database: Database, chosen: Selection) -> Any:  # noqa: ANN401 (a QuerySet of Django)
    rows = models.DocumentRow.objects.using(database.alias).filter(current=True)
    if chosen.session is not None:
        rows = rows.filter(session=chosen.session)
    if chosen.profile:
        rows = rows.filter(profile=chosen.profile)
    if chosen.language:
        rows = rows.filter(language=chosen.language)
    if chosen.year:
        rows = rows.filter(date__startswith=chosen.year)
    if chosen.words:
        rows = rows.filter(Q(title__icontains=chosen.words) | Q(address__icontains=chosen.words))
    if chosen.prefix:
        rows = rows.filter(address__startswith=chosen.prefix)
    return rows


def _documents(database: Database, rows: Iterable[models.DocumentRow]) -> Iterator[LibraryDocument]:
    with reporting(database.name):
        for row in rows:
            yield LibraryDocument(**{column: getattr(row, column) for column in _COLUMNS})
