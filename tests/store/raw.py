"""Statements of SQL given to a database past the store, as somebody who would tamper with it gives them."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from typing import Any

import psycopg


def execute(place: str, *statements: str) -> list[tuple[Any, ...]]:
    """Execute statements at an address, and keep what they do; the rows of the last."""
    with connected(place) as connection:
        rows: list[tuple[Any, ...]] = []
        for statement in statements:
            cursor = connection.execute(statement)
            rows = cursor.fetchall() if cursor.description else []
        connection.commit()
    return rows


@contextmanager
def connected(place: str) -> Iterator[Any]:
    """A connection of the database's own library; what is not committed is given up."""
    with closing(psycopg.connect(place) if "://" in place else sqlite3.connect(place)) as connection:
        yield connection


def disarm(place: str) -> None:
    """Take away what keeps entries as they are."""
    if "://" in place:
        execute(place, "drop trigger entries_stay on store_entry", "drop trigger entries_last on store_entry")
    else:
        execute(place, *(f"drop trigger {name}" for name in ("entries_stay", "entries_last", "entries_once")))
