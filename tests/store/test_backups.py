"""Backups of a desk on which others work, and what is restored from them: the desk at one moment, or nothing."""

from __future__ import annotations

import hashlib
import random
import resource
import signal
import stat
import zipfile
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from tests.lengths import Rounds
from tests.processes import finish, in_process, needs_fork, start
from tests.store.made import LETTER, READING, SHA, opened, received, redacted, remark
from tests.store.raw import disarm, execute

from verbale.app.desks import back_up, restore
from verbale.desk.events import find_breaks
from verbale.errors import Conflict, OutputRefused, StoreBroken, StoreNewer
from verbale.store.backup_files import SUMS, open_backup
from verbale.store.contents import KeptReading, digest_of
from verbale.store.cycle_store import CycleStore, Kept, get_cycle_store, make_cycle
from verbale.store.database import Database, known_forms, make_database, migrate, open_database, parse_address
from verbale.store.django_tables import models

NOW = datetime(2026, 12, 1, 9, tzinfo=UTC)
WRITERS = 3


@pytest.fixture
def kept(store: CycleStore) -> CycleStore:
    """A cycle with one letter, read and remarked on, and one whose bytes were removed."""
    store.append([opened(), received(), remark()], {}, Kept((LETTER,), (READING,), {"report.en.txt": SHA}))
    store.append([received("reply-2", 3, b"private")], {}, Kept((b"private",)))
    store.append([redacted(digest_of(b"private"))], {"cycle": 1}, Kept(removed=(digest_of(b"private"),)))
    return store


def receive(store: CycleStore, case: str, number: int) -> None:
    """A letter with its reading and its event: what belongs together."""
    letter = f"{case} {number} ".encode() * 200
    reading = KeptReading(digest_of(letter), "1", "letter", letter[:40])
    event = received(f"{case}-{number}", number, letter)
    store.append([event], {}, Kept((letter,), (reading,)))


def receive_on(place: str, writer: str, ended: Path) -> None:
    number = 0
    with open_database(parse_address(place)) as database:
        while not ended.exists():
            number += 1
            receive(get_cycle_store(database), writer, number)


def chain_of(place: str) -> list[tuple[int, str]]:
    with open_database(parse_address(place)) as database:
        return [(entry.number, entry.seal) for entry in get_cycle_store(database).entries()]


def assert_whole(place: str) -> int:
    """Nothing is missing of a restored desk, and nothing is in it that no event speaks of; how many entries it has."""
    with open_database(parse_address(place)) as database:
        store = get_cycle_store(database)
        entries = store.entries()
        assert find_breaks(entries) == []
        letters = {str(entry.event.facts["sha256"]) for entry in entries if "sha256" in entry.event.facts}
        assert set(store.contents()) == letters
        assert all(digest_of(store.get_content(sha256)) == sha256 for sha256 in letters)
        readings = models.Reading.objects.using(database.alias)
        assert set(readings.values_list("content", flat=True)) == letters
        for digest in readings.values_list("digest", flat=True):
            store.get_reading(digest)
        assert models.CaseRow.objects.using(database.alias).count() == len(entries)
    return len(entries)


def back_up_under_load(place: str, folder: Path, times: int) -> None:
    """Take backups while others receive letters: each is the desk at a moment between its beginning and its end."""
    ended = folder / "ended"
    names = [f"{folder.name}-{number}" for number in range(WRITERS)]  # of cases that no other round has
    writers = [start(lambda name=name: receive_on(place, name, ended)) for name in names]  # type: ignore[misc]
    grown = []
    try:
        for number in range(times):
            before = chain_of(place)
            back_up(place, folder / f"{number}.zip", NOW)
            after = chain_of(place)
            restored = str(folder / f"{number}.sqlite")
            restore(folder / f"{number}.zip", restored, NOW)
            moment = chain_of(restored)
            assert before == moment[: len(before)]
            assert moment == after[: len(moment)]
            assert assert_whole(restored) == len(moment)
            grown.append(len(after) - len(before))
    finally:
        ended.touch()
        done = [finish(*writer) for writer in writers]
    assert done == [(0, "")] * WRITERS
    assert max(grown) > 0, "nobody wrote while a backup was taken"


@needs_fork
def test_a_backup_taken_under_load_is_the_desk_at_one_moment(store: CycleStore, place: str, tmp_path: Path) -> None:
    store.append([opened()], {}, Kept())
    for number in range(40):
        receive(store, "before", number)
    back_up_under_load(place, tmp_path, 2)


@needs_fork
@pytest.mark.soak
def test_backups_under_load_for_long(store: CycleStore, place: str, tmp_path: Path, rounds: Rounds) -> None:
    store.append([opened()], {}, Kept())
    for seed in rounds():
        folder = tmp_path / str(seed)
        folder.mkdir()
        back_up_under_load(place, folder, 5)


def test_the_same_desk_is_the_same_file_with_a_sum_of_each_member(kept: CycleStore, place: str, tmp_path: Path) -> None:
    back_up(place, tmp_path / "one.zip", NOW)
    back_up(place, tmp_path / "two.zip", NOW)
    assert (tmp_path / "one.zip").read_bytes() == (tmp_path / "two.zip").read_bytes()
    assert stat.S_IMODE((tmp_path / "one.zip").stat().st_mode) == 0o600
    with zipfile.ZipFile(tmp_path / "one.zip") as archive:
        lines = archive.read(SUMS).decode().splitlines()
        sums = {name: sum_ for sum_, _, name in (line.partition("  ") for line in lines)}
        assert sums == {
            name: hashlib.sha256(archive.read(name)).hexdigest() for name in archive.namelist() if name != SUMS
        }
        assert archive.read(f"contents/{SHA}") == LETTER
        assert not any(digest_of(b"private") in name for name in archive.namelist())
    with open_backup(tmp_path / "one.zip") as backup:
        assert backup.manifest.cycles == {"2022": (5, kept.entries()[-1].seal)}
        assert dict(backup.manifest.forms)["store"] == known_forms()[-1]
    assert {path.name for path in tmp_path.glob(".*")} == set()


def rewritten(file: Path, change: Callable[[str, bytes], bytes | None], *, honest: bool) -> Path:
    """A backup in which members were changed or left out; ``honest`` sums are those of what stands there now."""
    into = file.with_name("changed.zip")
    with zipfile.ZipFile(file) as archive, zipfile.ZipFile(into, "w") as made:
        members = {name: change(name, archive.read(name)) for name in archive.namelist() if name != SUMS}
        there = {name: content for name, content in members.items() if content is not None}
        for name, content in there.items():
            made.writestr(name, content)
        sums = archive.read(SUMS)
        if honest:
            sums = "".join(f"{digest_of(content)}  {name}\n" for name, content in there.items()).encode()
        made.writestr(SUMS, sums)
    return into


@pytest.mark.parametrize(
    ("change", "honest", "words"),
    [
        (lambda name, content: content.replace(b"seen", b"sent"), False, "is not what was written"),
        (lambda name, content: content.replace(b"seen", b"sent"), True, "entry 3 of 2022"),
        (lambda name, content: None if SHA in name else content, False, "not as often"),
        (lambda name, content: None if SHA in name else content, True, "is missing"),
        (lambda name, content: b"other" if SHA in name else content, True, "not the content of that name"),
        (
            lambda name, content: b"".join(content.splitlines(True)[:-1]) if "entry" in name else content,
            True,
            "the end of the chain of 2022 was cut off",
        ),
    ],
)
def test_a_backup_in_which_anything_was_changed_is_refused(
    kept: CycleStore,
    place: str,
    tmp_path: Path,
    change: Callable[[str, bytes], bytes | None],
    honest: bool,
    words: str,
) -> None:
    back_up(place, tmp_path / "backup.zip", NOW)
    changed = rewritten(tmp_path / "backup.zip", change, honest=honest)
    with pytest.raises(StoreBroken, match=words):
        restore(changed, str(tmp_path / "restored.sqlite"), NOW)
    assert not (tmp_path / "restored.sqlite").exists()


def test_what_is_no_whole_backup_is_refused(kept: CycleStore, place: str, tmp_path: Path) -> None:
    back_up(place, tmp_path / "backup.zip", NOW)
    content = (tmp_path / "backup.zip").read_bytes()
    for name, part, words in (("half", content[: len(content) // 2], "no whole backup"), ("none", b"", "no whole")):
        (tmp_path / name).write_bytes(part)
        with pytest.raises(StoreBroken, match=words):
            restore(tmp_path / name, str(tmp_path / "restored.sqlite"), NOW)
    with zipfile.ZipFile(tmp_path / "other.zip", "w") as other:
        other.writestr("letter.txt", b"")
    with pytest.raises(StoreBroken, match="is no backup of a desk"):
        restore(tmp_path / "other.zip", str(tmp_path / "restored.sqlite"), NOW)
    with pytest.raises(StoreBroken, match="is not there"):
        restore(tmp_path / "nothing.zip", str(tmp_path / "restored.sqlite"), NOW)
    newer = rewritten(
        tmp_path / "backup.zip", lambda name, content: content.replace(b"0004_inbox", b"0999_later"), honest=True
    )
    with pytest.raises(StoreNewer, match="store 0999_later"):
        restore(newer, str(tmp_path / "restored.sqlite"), NOW)
    with pytest.raises(OutputRefused):
        back_up(place, tmp_path / "other.zip" / "in a file.zip", NOW)


def test_a_desk_is_replaced_only_where_it_is_said_and_nobody_works_on_it(
    kept: CycleStore, database: Database, place: str, tmp_path: Path
) -> None:
    back_up(place, tmp_path / "backup.zip", NOW)
    then = chain_of(place)
    kept.append([remark(number=11)], {"reply-1": 2}, Kept())
    later = chain_of(place)
    with pytest.raises(StoreBroken, match=r"is there already|has tables already"):
        restore(tmp_path / "backup.zip", place, NOW)
    assert chain_of(place) == later
    if database.path is None:
        assert restore(tmp_path / "backup.zip", place, NOW, replacing=True).former is None
        assert chain_of(place) == then
        return
    with pytest.raises(Conflict, match="is open elsewhere"):
        restore(tmp_path / "backup.zip", place, NOW, replacing=True)
    assert chain_of(place) == later


def test_the_file_that_is_replaced_stays_beside_the_new_one(tmp_path: Path) -> None:
    place = str(tmp_path / "desk.sqlite")
    with make_database(parse_address(place)) as database:
        make_cycle(database, "2022").append([opened(), received()], {}, Kept((LETTER,)))
    back_up(place, tmp_path / "backup.zip", NOW)
    then = chain_of(place)
    with open_database(parse_address(place)) as database:
        get_cycle_store(database).append([remark()], {"reply-1": 1}, Kept())
    later = chain_of(place)
    done = restore(tmp_path / "backup.zip", place, NOW, replacing=True)
    assert chain_of(place) == then
    assert done.former is not None
    assert chain_of(str(done.former)) == later
    (tmp_path / "desk.sqlite").write_bytes(b"SQLite format 3\x00" + b"broken" * 100)
    again = restore(tmp_path / "backup.zip", place, NOW, replacing=True)
    assert chain_of(place) == then
    assert again.former not in (None, done.former)


def test_a_server_keeps_its_desk_where_the_restoring_fails(
    kept: CycleStore, place: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    back_up(place, tmp_path / "backup.zip", NOW)
    kept.append([remark(number=11)], {"reply-1": 2}, Kept())
    later = chain_of(place)
    monkeypatch.setattr("verbale.app.desks.verify_cycle", lambda folder: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        restore(tmp_path / "backup.zip", place, NOW, replacing=True)
    assert chain_of(place) == later


def test_a_desk_that_was_tampered_with_is_told_and_not_backed_up(kept: CycleStore, place: str, tmp_path: Path) -> None:
    disarm(place)
    execute(place, "update store_entry set actor = 'Somebody' where number = 2")
    with pytest.raises(StoreBroken, match=r"does not hold: entry 2 of 2022 .* \(nothing was written"):
        back_up(place, tmp_path / "backup.zip", NOW)
    assert [path.name for path in tmp_path.iterdir() if "backup" in path.name] == []


@needs_fork
def test_a_quota_at_its_end_is_told_and_leaves_nothing(kept: CycleStore, place: str, tmp_path: Path) -> None:
    for number in range(20):
        letter = random.Random(number).randbytes(50_000)
        kept.append([received(f"large-{number}", number, letter)], {}, Kept((letter,)))

    def back_up_in_little_room() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (500_000, 500_000))
        back_up(place, tmp_path / "backup.zip", NOW)

    code, told = in_process(back_up_in_little_room)
    assert code == 1
    assert told.startswith("StoreFull: "), told
    assert "make room" in told
    assert [path.name for path in tmp_path.iterdir() if "backup" in path.name] == []
    back_up(place, tmp_path / "backup.zip", NOW)


def test_a_desk_of_an_older_form_is_backed_up_as_it_is_and_restored_in_the_newest(
    kept: CycleStore, database: Database, place: str, tmp_path: Path
) -> None:
    entries = kept.entries()
    migrate(database, known_forms()[-2])
    back_up(place, tmp_path / "backup.zip", NOW)
    with open_backup(tmp_path / "backup.zip") as backup:
        assert dict(backup.manifest.forms)["store"] == known_forms()[-2]
    restore(tmp_path / "backup.zip", str(tmp_path / "restored.sqlite"), NOW)
    with open_database(parse_address(str(tmp_path / "restored.sqlite"))) as restored:
        assert get_cycle_store(restored).entries() == entries


def test_tables_of_others_are_named_and_a_desk_of_a_part_that_is_not_known_is_refused(
    kept: CycleStore, place: str, tmp_path: Path
) -> None:
    execute(place, "create table other_things (x int)")
    back_up(place, tmp_path / "backup.zip", NOW)
    with open_backup(tmp_path / "backup.zip") as backup:
        assert backup.manifest.left_out == ("other_things",)
    execute(place, "insert into django_migrations (app, name, applied) values ('elsewhere', '0001', '2030-01-01')")
    with pytest.raises(StoreBroken, match="not known here"):
        back_up(place, tmp_path / "another.zip", NOW)
    assert not (tmp_path / "another.zip").exists()
