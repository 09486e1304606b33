"""What is kept comes back, together or not at all."""

from __future__ import annotations

import hashlib
import os
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from verbale.desk.events import Event, EventKind, find_breaks
from verbale.errors import Conflict, StoreBroken
from verbale.store.cycle_store import CycleStore, open_store

LETTER = "Письмо 来函 رسالة".encode()
SHA = hashlib.sha256(LETTER).hexdigest()


def event(number: int = 1) -> Event:
    return Event("reply-1", EventKind.LETTER_RECEIVED, f"2022-05-{number:02}T10:00:00+00:00", "А. Б.", {"sha256": SHA})


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "cycle.sqlite"


@pytest.fixture
def store(path: Path) -> Iterator[CycleStore]:
    store = open_store(path)
    yield store
    store.close()


def test_a_chain_and_its_letters_come_back(store: CycleStore, path: Path) -> None:
    store.append([event(1)], 0, [LETTER])
    kept = store.append([event(2), event(3)], 1, [LETTER])
    assert [entry.number for entry in kept] == [2, 3]
    again = open_store(path)
    assert [entry.event for entry in again.entries()] == [event(1), event(2), event(3)]
    assert find_breaks(again.entries()) == []
    assert again.contents() == (SHA,)
    assert again.get_content(SHA) == LETTER
    again.close()


def test_two_officers_at_once_do_not_write_over_each_other(store: CycleStore, path: Path) -> None:
    other = open_store(path)
    store.append([event(1)], 0)
    with pytest.raises(Conflict, match="somebody else has worked on this cycle"):
        other.append([event(2)], 0)
    other.append([event(2)], 1)
    assert len(store.entries()) == 2
    other.close()


def test_entries_cannot_be_changed_or_taken_out(store: CycleStore, path: Path) -> None:
    store.append([event(1)], 0)
    raw = sqlite3.connect(path)
    for statement in ("update entries set seal = 'x'", "delete from entries"):
        with pytest.raises(sqlite3.IntegrityError, match="entries stay"):
            raw.execute(statement)
    raw.close()


def test_tampering_with_the_file_is_found(store: CycleStore, path: Path) -> None:
    store.append([event(1), event(2)], 0, [LETTER])
    raw = sqlite3.connect(path)
    raw.execute("drop trigger entries_stay")
    raw.execute("update entries set event = replace(event, '2022-05-01', '2022-06-01') where number = 1")
    raw.execute("update contents set bytes = ?", (b"other words",))
    raw.commit()
    raw.close()
    assert [found.number for found in find_breaks(store.entries())] == [1]
    with pytest.raises(StoreBroken, match="not what was received"):
        store.get_content(SHA)
    with pytest.raises(StoreBroken, match="no content"):
        store.get_content("0" * 64)


def test_an_entry_that_is_none_is_told(store: CycleStore, path: Path) -> None:
    store.append([event(1)], 0)
    raw = sqlite3.connect(path)
    raw.execute("insert into entries values (2, '{}', 'x', 'y')")
    raw.commit()
    raw.close()
    with pytest.raises(StoreBroken, match="entry 2 cannot be read"):
        store.entries()


def test_a_file_of_something_else_is_refused(tmp_path: Path) -> None:
    text = tmp_path / "note.txt"
    text.write_text("no database at all, and long enough to be looked at " * 40)
    with pytest.raises(StoreBroken, match="cannot be opened"):
        open_store(text)
    other = tmp_path / "other.sqlite"
    raw = sqlite3.connect(other)
    raw.execute("create table songs (name text)")
    raw.close()
    with pytest.raises(StoreBroken, match="something else"):
        open_store(other)
    with pytest.raises(StoreBroken, match="cannot be opened"):
        open_store(tmp_path / "no such folder" / "cycle.sqlite")


def test_a_failure_half_way_leaves_nothing(store: CycleStore) -> None:
    def contents() -> Iterator[bytes]:
        yield LETTER
        raise OSError("the disk is full")

    with pytest.raises(OSError, match="disk is full"):
        store.append([event(1)], 0, contents())
    assert (store.entries(), store.contents()) == ((), ())


@pytest.mark.skipif(not hasattr(os, "fork"), reason="a process is ended in the middle of its work, which needs fork")
@pytest.mark.parametrize("moment", range(6))
def test_a_process_killed_while_it_writes_leaves_all_or_nothing(path: Path, moment: int) -> None:
    open_store(path).close()
    child = os.fork()
    if child == 0:
        dying = open_store(path)
        left = iter(range(moment))
        dying._connection.set_trace_callback(lambda statement: None if next(left, None) is not None else os._exit(9))
        dying.append([event(1), event(2)], 0, [LETTER, b"second"])
        os._exit(0)
    os.waitpid(child, 0)
    store = open_store(path)
    assert (len(store.entries()), len(store.contents())) in ((0, 0), (2, 2))
    assert find_breaks(store.entries()) == []
    store.close()
