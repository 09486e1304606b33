"""One cycle in one SQLite file: entries of the chain, and contents by their SHA-256.

What belongs together is written together: the bytes of a letter and the event that says it came are one transaction,
so that a process killed at any moment leaves both or neither.
"""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from verbale.desk.events import Entry, Event, event_record, parse_event, seal_events
from verbale.errors import Conflict, StoreBroken

_SCHEMA = """
create table if not exists entries (
    number integer primary key,
    event text not null,
    previous text not null,
    seal text not null
) strict;
create table if not exists contents (
    sha256 text primary key,
    bytes blob not null
) strict, without rowid;
create trigger if not exists entries_stay before update on entries begin select raise(abort, 'entries stay'); end;
create trigger if not exists entries_last before delete on entries begin select raise(abort, 'entries stay'); end;
"""
_WAIT = 10.0  # seconds that a writer waits for another to finish
_APPLICATION = 0x56424C31  # "VBL1": tells our files from any other SQLite file


class CycleStore:
    """The kept part of one cycle. Use ``open_store``; close it with ``close``."""

    def __init__(self, connection: sqlite3.Connection, name: str) -> None:
        self._connection = connection
        self._name = name

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()

    def entries(self) -> tuple[Entry, ...]:
        """The whole chain, in order. Raises ``StoreBroken`` where an entry cannot be read."""
        rows = self._connection.execute("select number, event, previous, seal from entries order by number")
        return tuple(self._entry(*row) for row in rows)

    def append(self, events: Sequence[Event], after: int, contents: Iterable[bytes] = ()) -> tuple[Entry, ...]:
        """Seal and keep events and the contents they speak of, all or nothing.

        ``after`` is the number of the last entry that the caller knew, 0 for none. Raises ``Conflict`` when somebody
        else wrote since: read the entries again, and decide again.
        """
        with self._writing():
            row = self._connection.execute(
                "select number, event, previous, seal from entries order by number desc limit 1"
            ).fetchone()
            last = self._entry(*row) if row else None
            if (last.number if last else 0) != after:
                raise Conflict(self._name, "somebody else has worked on this cycle meanwhile", "try again")
            entries = seal_events(events, last)
            for content in contents:
                self._keep(content)
            self._connection.executemany(
                "insert into entries values (?, ?, ?, ?)",
                [(entry.number, _encoded(entry.event), entry.previous, entry.seal) for entry in entries],
            )
        return entries

    def get_content(self, sha256: str) -> bytes:
        """The bytes with this checksum. Raises ``StoreBroken`` where they are not held or not what they were."""
        row = self._connection.execute("select bytes from contents where sha256 = ?", (sha256,)).fetchone()
        if row is None:
            raise StoreBroken(self._name, f"no content {sha256[:12]} is held")
        content: bytes = row[0]
        if hashlib.sha256(content).hexdigest() != sha256:
            raise StoreBroken(self._name, f"content {sha256[:12]} is not what was received")
        return content

    @staticmethod
    def digest_of(content: bytes) -> str:
        """The checksum that a content is kept by."""
        return hashlib.sha256(content).hexdigest()

    def contents(self) -> tuple[str, ...]:
        """The checksums of everything held, in order."""
        return tuple(row[0] for row in self._connection.execute("select sha256 from contents order by sha256"))

    def _keep(self, content: bytes) -> None:
        sha256 = self.digest_of(content)
        self._connection.execute("insert or ignore into contents values (?, ?)", (sha256, content))

    @contextmanager
    def _writing(self) -> Iterator[None]:
        """One transaction that no other writer can come into."""
        try:
            self._connection.execute("begin immediate")
        except sqlite3.OperationalError as error:
            raise Conflict(self._name, f"somebody else is writing ({error})", "try again") from error
        try:
            yield
        except BaseException:
            self._connection.execute("rollback")
            raise
        self._connection.execute("commit")

    def _entry(self, number: int, event: str, previous: str, seal: str) -> Entry:
        try:
            return Entry(number, parse_event(json.loads(event)), previous, seal)
        except (ValueError, KeyError) as error:
            raise StoreBroken(self._name, f"entry {number} cannot be read: {error}") from error


def open_store(path: Path) -> CycleStore:
    """The store in a file, made if it is not there. Raises ``StoreBroken`` where the file is none of ours."""
    try:
        connection = sqlite3.connect(path, timeout=_WAIT, isolation_level=None)
        try:
            _prepare(connection, path)
        except BaseException:
            connection.close()
            raise
    except sqlite3.Error as error:
        raise StoreBroken(str(path), f"cannot be opened: {error}", "name the file of a cycle") from error
    return CycleStore(connection, str(path))


def _prepare(connection: sqlite3.Connection, path: Path) -> None:
    (application,) = connection.execute("pragma application_id").fetchone()
    (tables,) = connection.execute("select count(*) from sqlite_schema").fetchone()
    if tables and application != _APPLICATION:
        raise StoreBroken(str(path), "is a database of something else", "name the file of a cycle")
    connection.execute("pragma journal_mode = wal")
    connection.execute("pragma synchronous = full")
    if not tables:
        connection.execute(f"pragma application_id = {_APPLICATION}")
    connection.executescript(f"begin immediate; {_SCHEMA} commit;")


def _encoded(event: Event) -> str:
    return json.dumps(event_record(event), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
