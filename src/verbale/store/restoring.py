"""A desk made from a backup: its tables in the form that they had, their rows, and then the newest form.

On a server all of it is one transaction; a file appears whole. What waited to be sent is held: the desk that the backup
was taken of may have sent it since.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, nullcontext
from dataclasses import dataclass, replace
from itertools import count, islice
from pathlib import Path
from typing import Any

from django.core.management.color import no_style
from django.db import connections, transaction
from django.db.migrations.executor import MigrationExecutor
from django.db.models import QuerySet

from verbale.errors import Conflict, StoreBroken, StoreNewer
from verbale.store.backing_up import find_tables, get_loader, last_steps
from verbale.store.backup_files import CONTENTS, HELD, BackupFile
from verbale.store.database import Address, Database, as_default, make_database
from verbale.store.failures import reporting

_AT_ONCE, _FEW = 200, 4  # rows that are held in memory at a time; contents can be large
_MAIL = "web_outgoingmail"
_HOLD = f"update {_MAIL} set status = 'uncertain' where status in ('waiting', 'sending')"

# A session does not come back; the device of a link is a record besides, and has to be opened anew.
_DEVICES = "verbale_mission_device"
_END = f"update {_DEVICES} set opened_at = null"


@dataclass(frozen=True, slots=True)
class RestoredDesk:
    """A desk that was restored: how many messages of it are held, and where the file is whose place it takes."""

    database: Database
    held: int
    former: Path | None


@contextmanager
def restored_database(backup: BackupFile, address: Address, *, replacing: bool = False) -> Iterator[RestoredDesk]:
    """A desk made from a backup; it is kept when the block ends well.

    With ``replacing`` it takes the place of one that is there: the file of that stays beside it under another name, the
    tables of that on a server go in the same transaction. Raises ``StoreBroken`` where something is there,
    ``StoreNewer`` where a newer program made the backup, ``Conflict`` where somebody has the file of the other open.
    """
    path = address.path
    former = _former_of(path) if replacing and path is not None and path.exists() else None
    place = address if former is None or path is None else replace(address, path=path.with_name(f".{path.name}.new"))
    with make_database(place, empty=True, replacing=replacing) as database:
        whole = transaction.atomic(using=database.alias) if path is None else nullcontext()
        with reporting(database.name), as_default(database), whole:
            if path is None and replacing:
                _drop_tables(database)
            yield RestoredDesk(database, _fill(backup, database), former)
    if former is not None and path is not None and place.path is not None:
        _exchange(place.path, path, former)


def _former_of(path: Path) -> Path:
    """The name that a file gets whose place is taken: one that nothing has."""
    names = (path.with_name(f"{path.name}.before-restore{number or ''}") for number in count())
    return next(name for name in names if not name.exists())


def _exchange(new: Path, path: Path, former: Path) -> None:
    """Give a new file the name of another, which stays as ``former`` with its log in it, once nobody has it open."""
    try:
        with closing(sqlite3.connect(path, timeout=0, isolation_level=None)) as connection:
            connection.execute("pragma journal_mode = delete")
            connection.execute("begin exclusive")
            path.rename(former)
            new.rename(path)
    except sqlite3.DatabaseError as error:
        if getattr(error, "sqlite_errorcode", 0) & 0xFF in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
            new.unlink()
            advice = "end the website and whatever else works on it, and do it again"
            raise Conflict(str(path), "is open elsewhere", advice) from error
        # A file that is no database any more, and is restored for that reason: nobody can have it open.
        for ending in ("-wal", "-shm"):
            beside = path.with_name(path.name + ending)
            if beside.exists():
                beside.rename(former.with_name(former.name + ending))
        path.rename(former)
        new.rename(path)


def _drop_tables(database: Database) -> None:
    connection = connections[database.alias]
    cursor = connection.cursor()
    for table in connection.introspection.table_names():
        cursor.execute(f"drop table {connection.ops.quote_name(table)} cascade")
    cursor.execute("drop function if exists store_entries_stay() cascade")


def _fill(backup: BackupFile, database: Database) -> int:
    connection = connections[database.alias]
    executor = MigrationExecutor(connection)
    forms = backup.manifest.forms
    if unknown := sorted(set(forms) - set(executor.loader.graph.nodes)):
        app, name = unknown[0]
        advice = "update this program; where the backup is of a website, install 'verbale[web]'"
        raise StoreNewer(backup.name, f"has tables that are not known here ({app} {name})", advice)
    executor.migrate(last_steps(executor.loader, forms))
    made = find_tables(get_loader(database), forms)
    if lacking := sorted(set(backup.manifest.tables) - set(made)):
        raise StoreBroken(backup.name, f"has a table that its form does not have ({lacking[0]})", "look where it is of")
    with transaction.atomic(using=database.alias):
        if database.path is None:
            # Steps of the tables let some be checked at once, and rows come in the order of the tables' names.
            connection.cursor().execute("set constraints all deferred")
        for table in sorted(backup.manifest.tables):
            _insert(backup, made[table], database)
        for statement in connection.ops.sequence_reset_sql(no_style(), list(made.values())):
            connection.cursor().execute(statement)
        connection.check_constraints()
    executor = MigrationExecutor(connection)
    apps = {app for app, _ in forms}
    executor.migrate([leaf for leaf in executor.loader.graph.leaf_nodes() if leaf[0] in apps])
    names, cursor = connection.introspection.table_names(), connection.cursor()
    if _DEVICES in names:
        cursor.execute(_END)
    if _MAIL not in names:
        return 0
    cursor.execute(_HOLD)
    held: int = cursor.rowcount
    return held


def _insert(backup: BackupFile, model: Any, database: Database) -> None:  # noqa: ANN401  A model of Django.
    table = model._meta.db_table
    rows = QuerySet(model, using=database.alias)
    rows.delete()  # what a step of the tables puts into them stands in the backup, as it was there
    fields = {field.attname: field for field in model._meta.concrete_fields}
    made = (_made(backup, model, fields, row) for row in backup.rows(table))
    done = 0
    while batch := list(islice(made, _FEW if table == CONTENTS else _AT_ONCE)):
        rows.bulk_create(batch)
        done += len(batch)
    if not done == rows.count() == backup.manifest.tables[table]:
        reason = f"{table} has {rows.count()} rows and should have {backup.manifest.tables[table]}"
        raise StoreBroken(database.name, reason, "restore it again")


def _made(backup: BackupFile, model: Any, fields: dict[str, Any], row: dict[str, Any]) -> Any:  # noqa: ANN401
    if model._meta.db_table == CONTENTS:
        row["data"] = backup.content(row["sha256"]) if row.pop(HELD) else None
        return model(**row)
    return model(**{name: None if value is None else fields[name].to_python(value) for name, value in row.items()})
