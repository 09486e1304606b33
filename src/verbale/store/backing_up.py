"""A desk as it is at one moment, written into the file of a backup while others go on working.

An SQLite file is copied by SQLite's own online backup, and the copy is read; a server is read in one transaction that
sees one moment. What is written are rows of every table of the desk and of its website, in the form that they have,
also an older one than this program makes.
"""

from __future__ import annotations

import base64
import errno
import os
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from datetime import date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from uuid import UUID

from django.db import connections, transaction
from django.db.migrations.loader import MigrationLoader
from django.db.models import BooleanField, ExpressionWrapper, Q, QuerySet

from verbale.errors import OutputRefused, StoreBroken, StoreFull
from verbale.store.backup_files import (
    CONTENTS,
    CYCLES,
    HELD,
    BackupFile,
    BackupManifest,
    BackupWriter,
    new_archive,
    open_backup,
)
from verbale.store.database import Database, open_database, parse_address
from verbale.store.failures import reporting

LEFT_OUT = ("django_session", "usersessions_usersession", "web_presence", "web_worker")
"""Tables whose rows say who is there now: nobody is in a desk that is restored, and everybody signs in again."""
NO_TABLES_OF_OURS = frozenset({"django_migrations", "web_cache"})
"""Tables of Django itself: how the others were made, and a cache."""
_AT_ONCE, _FEW = 500, 4  # rows that are held in memory at a time; contents can be large
_PRIVATE_FILE = 0o600  # for its owner alone
_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)


def write_backup(database: Database, into: Path, version: str, now: datetime) -> None:
    """Write an open desk, as it is at this moment, into a new file, which appears once it was read back and holds.

    Raises ``OutputRefused`` where the file is there or cannot be written, ``StoreBroken`` where the desk does not hold.
    """
    try:
        into.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        with (
            new_archive(into, lambda part: _read_back(part, database)) as archive,
            _at_one_moment(database, into) as still,
        ):
            _write(still, BackupWriter(archive), version, now)
    except OSError as error:
        if error.errno in _FULL:
            raise StoreFull(str(into), f"cannot be written: {error.strerror}", "make room on the disk") from error
        raise OutputRefused(str(into), f"cannot be written: {error.strerror or error}") from error


def _read_back(part: Path, database: Database) -> None:
    """Verify what was written. What does not hold was so in the desk, for it is as it was read."""
    try:
        with open_backup(part):
            pass
    except StoreBroken as error:
        advice = "nothing was written; copy the desk as it is, for evidence, and restore an earlier backup"
        raise StoreBroken(database.name, f"does not hold: {error.reason}", advice) from error


@contextmanager
def _at_one_moment(database: Database, beside: Path) -> Iterator[Database]:
    """The desk as it is now and stays: a copy of its file, or a transaction of the server."""
    if database.path is None:
        with reporting(database.name), transaction.atomic(using=database.alias):
            statement = "set transaction isolation level repeatable read read only"
            connections[database.alias].cursor().execute(statement)
            yield database
        return
    with TemporaryDirectory(prefix=f".{beside.name}.", dir=beside.parent) as folder:
        copy = Path(folder) / database.path.name
        _copy_online(database, copy)
        with open_database(parse_address(str(copy)), older=True) as still:
            yield still


def _copy_online(database: Database, copy: Path) -> None:
    with reporting(database.name):
        source = connections[database.alias]
        source.ensure_connection()
        os.close(os.open(copy, os.O_CREAT | os.O_EXCL | os.O_WRONLY, _PRIVATE_FILE))
        try:
            with closing(sqlite3.connect(copy)) as target:
                # In one step: it sees one moment, and writers go on beside it in the log of the file.
                source.connection.backup(target, pages=-1)
        except sqlite3.Error as error:
            full = getattr(error, "sqlite_errorcode", 0) in (sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR_WRITE)
            kind = StoreFull if full else StoreBroken
            raise kind(database.name, f"cannot be copied: {error}", "make room, and do it again") from error


def _write(still: Database, writer: BackupWriter, version: str, now: datetime) -> None:
    with reporting(still.name):
        loader = get_loader(still)
        forms = tuple(sorted(loader.applied_migrations))
        made = find_tables(loader, forms)
        there = set(connections[still.alias].introspection.table_names())
        counts = {}
        for table in sorted(set(made) - set(LEFT_OUT)):
            counts[table] = writer.add_rows(table, _rows(made[table], still))
        contents = 0
        held = QuerySet(made[CONTENTS], using=still.alias).filter(data__isnull=False).order_by("pk")
        for sha256, data in held.values_list("pk", "data").iterator(chunk_size=_FEW):
            writer.add_content(sha256, bytes(data))
            contents += 1
        cycles = QuerySet(made[CYCLES], using=still.alias).order_by("name").values_list("name", "number", "seal")
        ends = {name: (number, seal) for name, number, seal in cycles}
    left_out = tuple(sorted(there - set(counts) - NO_TABLES_OF_OURS))
    at = now.isoformat(timespec="seconds")
    writer.finish(BackupManifest(version, at, forms, counts, ends, contents, left_out))


def get_loader(database: Database) -> MigrationLoader:
    """The steps that this program knows and those that the tables were brought by.

    Raises ``StoreBroken`` where the desk has tables of a part of the program that is not installed here.
    """
    loader = MigrationLoader(connections[database.alias])
    if unknown := sorted(set(loader.applied_migrations) - set(loader.graph.nodes)):
        app, name = unknown[0]
        advice = "install the website's packages (pip install 'verbale[web]'), or the version that made it"
        raise StoreBroken(database.name, f"has tables that are not known here ({app} {name})", advice)
    return loader


def last_steps(loader: MigrationLoader, forms: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    """The steps that no other step of the same application among them follows, all of them known here."""
    wanted = set(forms)
    nodes = loader.graph.node_map
    followed = {parent.key for form in wanted for parent in nodes[form].parents if parent.key[0] == form[0]}
    return sorted(wanted - followed)


def find_tables(loader: MigrationLoader, forms: tuple[tuple[str, str], ...]) -> dict[str, Any]:
    """The tables after those steps, by their name, each as a model that Django reads and writes rows by."""
    apps = loader.project_state([form for form in forms if form in loader.graph.nodes]).apps
    return {model._meta.db_table: model for model in apps.get_models(include_auto_created=True) if _is_made(model)}


def _is_made(model: Any) -> bool:  # noqa: ANN401  A model of Django, which has no types.
    return bool(model._meta.managed) and not model._meta.proxy


def _rows(model: Any, still: Database) -> Iterator[dict[str, Any]]:  # noqa: ANN401
    rows = QuerySet(model, using=still.alias).order_by("pk")
    names = [field.attname for field in model._meta.concrete_fields]
    if model._meta.db_table == CONTENTS:
        # The bytes are members of their own.
        rows = rows.annotate(**{HELD: ExpressionWrapper(Q(data__isnull=False), output_field=BooleanField())})
        names = [HELD if name == "data" else name for name in names]
    for values in rows.values_list(*names).iterator(chunk_size=_AT_ONCE):
        yield {name: _plain(value) for name, value in zip(names, values, strict=True)}


def _plain(value: Any) -> Any:  # noqa: ANN401  Whatever a column holds.
    if isinstance(value, bytes | bytearray | memoryview):
        return base64.b64encode(bytes(value)).decode()
    if isinstance(value, datetime | date):
        return value.isoformat()
    return str(value) if isinstance(value, UUID) else value


__all__ = ["LEFT_OUT", "BackupFile", "find_tables", "get_loader", "last_steps", "write_backup"]
