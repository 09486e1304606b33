"""Many writers at once, and writers that are killed: nothing lost, nothing doubled, the chain whole."""

from __future__ import annotations

import os
import random
import signal
import time
from itertools import count

import pytest
from tests.processes import KILLED, at_once, die_at, finish, in_process, needs_fork, start
from tests.store.made import READING, opened, received, remark

from verbale.desk.events import Entry, find_breaks
from verbale.errors import Conflict
from verbale.store.case_rows import rebuild_rows
from verbale.store.contents import KeptReading, digest_of
from verbale.store.cycle_store import CycleStore, Kept, get_cycle_store
from verbale.store.database import Database, open_database, parse_address
from verbale.store.django_tables import models

WRITERS, LETTERS = 8, 6
pytestmark = needs_fork

Row = tuple[object, ...]


def rows_of(database: Database) -> list[Row]:
    fields = ("cycle", "case", "version", "stage", "author", "name", "first", "last_at")
    return list(models.CaseRow.objects.using(database.alias).order_by("case").values_list(*fields))


def check(place: str, since: int = 0) -> tuple[Entry, ...]:
    """The entries of a cycle in which all that belongs together is there, and nothing that belongs to nothing.

    ``since`` is the number of an entry up to which letters and rows were looked at before.
    """
    with open_database(parse_address(place)) as database:
        store = get_cycle_store(database)
        entries = store.entries()
        assert find_breaks(entries) == []
        letters = {str(entry.event.facts["sha256"]): entry.number for entry in entries if "sha256" in entry.event.facts}
        assert set(store.contents()) == set(letters)
        for sha256 in (sha256 for sha256, number in letters.items() if number > since):
            assert digest_of(store.get_content(sha256)) == sha256
            assert models.Reading.objects.using(database.alias).filter(content=sha256).exists()
        assert models.Reading.objects.using(database.alias).count() == len(letters)
        assert {number for number, _ in store.all_files().items()} <= {entry.number for entry in entries}
        if since:
            return entries
        rows = rows_of(database)
        assert rebuild_rows(database) == len(rows)
        assert rows_of(database) == rows
    return entries


def keep_letter(store: CycleStore, case: str, number: int) -> None:
    """A letter with its reading, confirmed by a remark: three facts that belong together."""
    letter = f"{case} {number}".encode() * 300
    reading = KeptReading(digest_of(letter), READING.pipeline, READING.kind, letter)
    kept = Kept((letter,), (reading,), {f"{case}.html": digest_of(letter)})
    store.append([received(case, number, letter), remark(case, number)], {}, kept)


def begin(store: CycleStore) -> None:
    store.append([opened()], {}, Kept())


def test_eight_writers_at_once_each_on_letters_of_their_own(store: CycleStore, place: str) -> None:
    begin(store)

    def write(writer: int) -> None:
        with open_database(parse_address(place)) as database:
            own = get_cycle_store(database)
            for number in range(LETTERS):
                keep_letter(own, f"reply-{writer}-{number}", number)

    done = at_once([lambda writer=writer: write(writer) for writer in range(WRITERS)])  # type: ignore[misc]
    assert done == [(0, "")] * WRITERS
    entries = check(place)
    assert len(entries) == 1 + 2 * WRITERS * LETTERS
    assert len({entry.event.case for entry in entries}) == 1 + WRITERS * LETTERS


def test_eight_writers_at_once_on_one_letter(store: CycleStore, place: str) -> None:
    begin(store)
    keep_letter(store, "reply-1", 1)

    def write(writer: int) -> None:
        with open_database(parse_address(place)) as database:
            own = get_cycle_store(database)
            for number in range(LETTERS):
                append_anew(own, f"{writer} {number}")

    def append_anew(own: CycleStore, text: str) -> None:
        for _ in range(200):
            known = max(entry.case_version for entry in own.entries() if entry.event.case == "reply-1")
            try:
                own.append([remark(text=text)], {"reply-1": known}, Kept())
            except Conflict:
                continue
            return
        raise AssertionError("never in turn")

    done = at_once([lambda writer=writer: write(writer) for writer in range(WRITERS)])  # type: ignore[misc]
    assert done == [(0, "")] * WRITERS
    said = [entry.event.facts["text"] for entry in check(place)[3:]]
    assert sorted(map(str, said)) == sorted(
        f"{writer} {number}" for writer in range(WRITERS) for number in range(LETTERS)
    )
    for writer in range(WRITERS):
        own = [text for text in map(str, said) if text.startswith(f"{writer} ")]
        assert own == sorted(own)


def is_killed(place: str, moment: int) -> bool:
    """Keep a letter and end at a write; whether it came so far. All of the letter is there, or nothing of it."""
    before = check(place)
    case = f"reply-{len(before)}-{moment}"

    def write() -> None:
        die_at(moment)
        with open_database(parse_address(place)) as database:
            keep_letter(get_cycle_store(database), case, 1)

    code, told = in_process(write)
    assert code in (0, KILLED), told
    after = check(place)
    assert after[: len(before)] == before
    assert [entry.event.case for entry in after[len(before) :]] in ([], [case, case])
    if code == 0:
        assert len(after) == len(before) + 2
    return code == KILLED


@pytest.mark.parametrize("part", range(4))
def test_a_writer_killed_at_a_write_leaves_all_or_nothing(store: CycleStore, place: str, part: int) -> None:
    begin(store)
    for moment in range(part * 3, 48, 12):
        is_killed(place, moment)


@pytest.mark.soak
def test_a_writer_killed_at_every_write_leaves_all_or_nothing(store: CycleStore, place: str) -> None:
    begin(store)
    moments = next(moment for moment in count() if not is_killed(place, moment))
    assert moments > 20


def kill_at_random(place: str, seed: int, before: int = 1) -> int:
    """Kill a writer that goes on and on, after a while that the seed says; how many letters it had told to be kept.

    ``before`` is how many entries there are.
    """

    def write() -> None:
        with open_database(parse_address(place)) as database:
            own = get_cycle_store(database)
            os.write(1, b"b")
            for number in count():
                keep_letter(own, f"reply-{before}-{number}", number % 60)
                os.write(1, b".")

    child, pipe = start(write)
    assert os.read(pipe, 1) == b"b", f"seed {seed}"
    time.sleep(random.Random(seed).uniform(0, 0.12))
    os.kill(child, signal.SIGKILL)
    code, told = finish(child, pipe)
    assert (code, set(told) <= {"."}) == (KILLED, True), f"seed {seed}: {told}"
    entries = check(place, before)
    kept = (len(entries) - before) // 2
    # What was told to be kept is; the one after it is whole or is not.
    assert kept - len(told) in (0, 1), f"seed {seed}"
    assert len(entries) == before + 2 * kept, f"seed {seed}"
    return kept


@pytest.mark.parametrize("seed", range(3))
def test_a_writer_killed_at_any_moment_leaves_all_that_it_told(store: CycleStore, place: str, seed: int) -> None:
    begin(store)
    kill_at_random(place, seed)


@pytest.mark.soak
def test_two_hundred_writers_killed_at_any_moment_leave_all_that_they_told(store: CycleStore, place: str) -> None:
    begin(store)
    kept = 0
    for seed in range(200):
        kept += kill_at_random(place, seed, 1 + 2 * kept)
    assert kept > 200
    assert len(check(place)) == 1 + 2 * kept


@pytest.mark.soak
def test_eight_writers_of_which_some_are_killed(store: CycleStore, place: str) -> None:
    begin(store)

    def write(writer: int) -> None:
        with open_database(parse_address(place)) as database:
            own = get_cycle_store(database)
            for number in range(40):
                keep_letter(own, f"reply-{writer}-{number}", number)
                os.write(1, b".")

    started = [start(lambda writer=writer: write(writer)) for writer in range(WRITERS)]  # type: ignore[misc]
    time.sleep(1)
    for child, _ in started[::2]:
        os.kill(child, signal.SIGKILL)
    done = [finish(*each) for each in started]
    assert [code for code, _ in done[1::2]] == [0] * (WRITERS // 2)
    entries = check(place)
    for writer, (_, told) in enumerate(done):
        own = {entry.event.case for entry in entries if entry.event.case.startswith(f"reply-{writer}-")}
        assert len(own) - len(told) in (0, 1)
