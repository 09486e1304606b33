"""What a database refuses, as a typed error of this project that says what to do.

It is told by the codes of SQLite and of PostgreSQL (SQLSTATE): their words are in the language of the server.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from django.db.utils import DataError, Error

from verbale.errors import Conflict, StoreBroken, StoreFull, StoreReadOnly

_PRIMARY = 0xFF  # the bits of an SQLite code that are the kind of a failure; the others say where
_FULL = frozenset({"53100", sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR_WRITE, sqlite3.SQLITE_IOERR_SHMSIZE})
"""A disk at its end. SQLite tells a quota at its end as a write that failed."""
_READ_ONLY = frozenset({"25006", "42501", sqlite3.SQLITE_READONLY})
_BUSY = frozenset({"40001", "40P01", "55P03", "23505", sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED})
_TAKEN = frozenset({sqlite3.SQLITE_CONSTRAINT_UNIQUE, sqlite3.SQLITE_CONSTRAINT_PRIMARYKEY})
_STAY = "entries stay"
"""What the triggers of the tables say."""
_NO_SERVER = ("08", "28", "3D", "53300", "57P")
"""The beginnings of what PostgreSQL says of a connection that is refused or lost."""


@contextmanager
def reporting(name: str) -> Iterator[None]:
    """Raise a typed error in place of one of the database that is called ``name`` for people."""
    try:
        yield
    except Error as error:
        raise _typed(name, error) from error


def _typed(name: str, error: Exception) -> Exception:
    cause = error.__cause__
    text = " ".join(str(error).split())
    if _STAY in text:
        return StoreBroken(name, "entries stay as they were sealed", "add an event that sets it right")
    if isinstance(cause, sqlite3.Error):
        return _of_file(name, text, getattr(cause, "sqlite_errorcode", 0))
    return _of_server(name, text, error, str(getattr(cause, "sqlstate", None) or ""))


def _of_file(name: str, text: str, code: int) -> Exception:
    if {code, code & _PRIMARY} & _FULL:
        return _full(name, text)
    if code & _PRIMARY in _READ_ONLY:
        return _read_only(name, text)
    if code in _TAKEN or code & _PRIMARY in _BUSY:
        return _busy(name, text)
    return StoreBroken(name, f"cannot be used: {text}", "restore it from a backup with verbale restore")


def _of_server(name: str, text: str, error: Exception, state: str) -> Exception:
    if state in _FULL:
        return _full(name, text)
    if state in _READ_ONLY:
        return _read_only(name, text)
    if state in _BUSY:
        return _busy(name, text)
    if isinstance(error, DataError):
        return StoreBroken(name, f"cannot keep this: {text}", "leave out the character or the number that it names")
    if not state or state.startswith(_NO_SERVER):
        advice = "look whether the server runs and the address is right; what was not finished was not kept"
        return StoreBroken(name, f"the server does not answer: {text}", advice)
    return StoreBroken(name, f"cannot be used: {text}", "restore it from a backup with verbale restore")


def _full(name: str, text: str) -> StoreFull:
    return StoreFull(name, f"is full: {text}", "make room on the disk, and do it again: nothing was kept by halves")


def _read_only(name: str, text: str) -> StoreReadOnly:
    return StoreReadOnly(name, f"may not be written: {text}", "ask for the right to write, or open a copy")


def _busy(name: str, text: str) -> Conflict:
    return Conflict(name, f"somebody else is writing: {text}", "try again")
