"""Cycle files of the first form (2026-11): an SQLite file with ``entries`` and ``contents``, read, never written."""

from __future__ import annotations

import json
import sqlite3
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from verbale.desk.events import Entry, Event, EventKind, find_breaks, parse_facts
from verbale.errors import StoreBroken
from verbale.store.contents import digest_of
from verbale.store.database import FIRST_FORM, application_of

_SCHEMA = 1  # of the facts in cycles of the first form


@dataclass(frozen=True, slots=True)
class FirstForm:
    """The entries of such a file, their seals checked, and its contents by their SHA-256."""

    entries: tuple[Entry, ...]
    contents: Mapping[str, bytes]


def read_first_form(path: Path) -> FirstForm:
    """The whole of a file of the first form.

    Raises ``StoreBroken`` where it is none, where the chain of seals does not hold, or where a content is not what was
    received.
    """
    if not path.is_file() or application_of(path) != FIRST_FORM:
        raise StoreBroken(str(path), "is no cycle of the first form", "name its folder")
    with _reading(path) as connection:
        rows = connection.execute("select number, event, previous, seal from entries order by number").fetchall()
        contents = dict(connection.execute("select sha256, bytes from contents order by sha256").fetchall())
    counts: Counter[str] = Counter()
    entries = tuple(_entry(path, counts, *row) for row in rows)
    if breaks := find_breaks(entries):
        raise StoreBroken(str(path), f"entry {breaks[0].number} {breaks[0].reason}", "restore it from a copy")
    for sha256, content in contents.items():
        if digest_of(content) != sha256:
            raise StoreBroken(str(path), f"content {sha256[:12]} is not what was received", "restore it from a copy")
    return FirstForm(entries, contents)


@contextmanager
def _reading(path: Path) -> Iterator[sqlite3.Connection]:
    # Without a log beside it nobody writes the file: it is read as it stands, also on a medium that is read-only.
    fixed = "" if path.with_name(f"{path.name}-wal").exists() else "&immutable=1"
    try:
        connection = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro{fixed}", uri=True)
        try:
            yield connection
        finally:
            connection.close()
    except sqlite3.Error as error:
        raise StoreBroken(str(path), f"cannot be read: {error}", "restore it from a copy") from error


def _entry(path: Path, counts: Counter[str], number: int, text: str, previous: str, seal: str) -> Entry:
    try:
        record = json.loads(text)
        case = str(record["case"])
        facts = parse_facts(json.dumps(record["facts"]))
        event = Event(case, EventKind(record["kind"]), str(record["at"]), str(record["actor"]), facts, _SCHEMA)
    except (ValueError, KeyError, TypeError) as error:
        raise StoreBroken(str(path), f"entry {number} cannot be read: {error}", "restore it from a copy") from error
    counts[case] += 1
    return Entry(number, counts[case], event, previous, seal)
