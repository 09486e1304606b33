"""What each table of a desk takes: its rows, and its bytes with those of its indexes."""

from __future__ import annotations

from dataclasses import dataclass

from django.db import Error, connections

from verbale.store.database import Database
from verbale.store.failures import reporting

_SQLITE = """select s.tbl_name, sum(d.pgsize) from dbstat d join sqlite_schema s on s.name = d.name
group by s.tbl_name"""
_POSTGRESQL = """select c.relname, pg_total_relation_size(c.oid) from pg_class c join pg_namespace n
on n.oid = c.relnamespace where c.relkind = 'r' and n.nspname = current_schema()"""


@dataclass(frozen=True, slots=True)
class TableSize:
    """A table with its rows and bytes; ``size`` is ``None`` where the database does not say."""

    name: str
    rows: int
    size: int | None


def measure_tables(database: Database) -> tuple[TableSize, ...]:
    """Every table of a database, the largest first. Raises ``StoreBroken``."""
    connection = connections[database.alias]
    with reporting(database.name):
        cursor = connection.cursor()
        sizes: dict[str, int] = {}
        try:
            cursor.execute(_POSTGRESQL if database.path is None else _SQLITE)
            sizes = dict(cursor.fetchall())
        except Error:
            if database.path is None:
                raise
            # This SQLite was built without what tells the size of a table.
        found = []
        for name in connection.introspection.table_names():
            cursor.execute(f"select count(*) from {connection.ops.quote_name(name)}")
            found.append(TableSize(name, cursor.fetchone()[0], sizes.get(name)))
    return tuple(sorted(found, key=lambda one: (-(one.size or 0), one.name)))
