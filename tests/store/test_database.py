"""Databases that are none, of another form, full or not to be written: told by a typed error, and nothing half kept."""

from __future__ import annotations

import gc
import os
import resource
import shutil
import signal
import stat
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.processes import become_nobody, in_process, needs_fork, needs_root
from tests.servers import Server
from tests.store.made import LETTER, READING, SHA, opened, received, remark
from tests.store.raw import connected, execute

from verbale.desk.events import find_breaks
from verbale.errors import BadReference, Conflict, StoreBroken, StoreFull, StoreNewer, StoreReadOnly
from verbale.store.case_rows import rebuild_rows
from verbale.store.contents import digest_of
from verbale.store.cycle_store import Kept, get_cycle_store, make_cycle
from verbale.store.database import Database, known_forms, make_database, migrate, open_database, parse_address


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """The file of a desk with one letter."""
    path = tmp_path / "desk.sqlite"
    with make_database(parse_address(str(path))) as database:
        make_cycle(database, "2022").append([opened(), received()], {}, Kept((LETTER,)))
    return path


def open_and_close(place: str | Path) -> None:
    with open_database(parse_address(str(place))):
        pass


def test_a_missing_or_empty_file_is_refused_and_not_made(tmp_path: Path) -> None:
    path = tmp_path / "desk.sqlite"
    with pytest.raises(StoreBroken, match=r"is not there \(restore it from a backup"):
        open_and_close(path)
    assert not path.exists()
    path.touch()
    with pytest.raises(StoreBroken, match=r"is empty \(restore it"):
        open_and_close(path)
    assert path.stat().st_size == 0


@pytest.mark.parametrize("content", [b"PK\x03\x04 a spreadsheet", b"SQLite", "Письмо".encode()])
def test_a_file_of_something_else_is_refused_and_stays(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "desk.sqlite"
    path.write_bytes(content)
    with pytest.raises(StoreBroken, match="is no database"):
        open_and_close(path)
    assert path.read_bytes() == content


def test_a_database_of_something_else_is_refused(tmp_path: Path, postgresql: Server) -> None:
    path = tmp_path / "desk.sqlite"
    execute(str(path), "create table store_entry (x)")
    before = path.read_bytes()
    with pytest.raises(StoreBroken, match="is a database of something else"):
        open_and_close(path)
    assert path.read_bytes() == before
    address = postgresql.make_database()
    with pytest.raises(StoreBroken, match=r"is no desk \(verbale desk new makes one"):
        open_and_close(address)
    execute(address, "create table other (x int)")
    with pytest.raises(StoreBroken, match="has tables already"), make_database(parse_address(address)):
        pass


def test_a_cycle_of_the_first_form_is_told_what_to_do(tmp_path: Path) -> None:
    path = tmp_path / "cycle.sqlite"
    execute(str(path), f"pragma application_id = {0x56424C31}", "create table entries (number)")
    with pytest.raises(StoreBroken, match=r"first form \(take it over with verbale import\)"):
        open_and_close(path)


def test_a_file_cut_at_its_end_is_broken(file: Path) -> None:
    content = file.read_bytes()
    file.write_bytes(content[: len(content) * 2 // 3])

    def read() -> None:
        with open_database(parse_address(str(file))) as database:
            store = get_cycle_store(database)
            store.entries()
            store.get_content(SHA)
            rebuild_rows(database)

    with pytest.raises(StoreBroken, match="restore it from a backup"):
        read()
    file.write_bytes(content[:40])
    with pytest.raises(StoreBroken, match="is cut off"):
        open_and_close(file)


def test_a_newer_form_is_refused_and_an_older_one_upgraded(database: Database, place: str) -> None:
    store = make_cycle(database, "2022")
    entries = store.append([opened(), received(), remark()], {}, Kept((LETTER,)))
    rows = execute(place, 'select cycle_id, "case", version, stage, author, name, first, last_at from store_caserow')
    assert migrate(database, "0001") == ["0004_inbox", "0003_library", "0002_case_rows"]
    with pytest.raises(StoreBroken, match=r"older form \(without 0002_case_rows\) \(run verbale upgrade\)"):
        open_and_close(place)
    with open_database(parse_address(place), older=True) as older:
        assert get_cycle_store(older).entries() == entries
        assert migrate(older) == ["0002_case_rows", "0003_library", "0004_inbox"]
        assert migrate(older) == []
        rebuild_rows(older)
    same = execute(place, 'select cycle_id, "case", version, stage, author, name, first, last_at from store_caserow')
    assert sorted(same) == sorted(rows)
    with open_database(parse_address(place)) as again:
        get_cycle_store(again).append([remark(number=3)], {"reply-1": 2}, Kept())
        assert find_breaks(get_cycle_store(again).entries()) == []
    execute(place, "insert into django_migrations (app, name, applied) values ('store', '0099_later', '2030-01-01')")
    with pytest.raises(StoreNewer, match=r"newer version \(0099_later\) \(update this program\)"):
        open_and_close(place)


def test_entries_stay_after_the_tables_went_to_an_older_form_and_back(database: Database, place: str) -> None:
    make_cycle(database, "2022").append([opened()], {}, Kept())
    migrate(database, known_forms()[0])
    migrate(database)
    with pytest.raises(Exception, match="entries stay"), connected(place) as raw:
        raw.execute("delete from store_entry")
    with pytest.raises(BadReference, match=r"no form of a desk's tables; there are 0001_facts, 0002_case_rows"):
        migrate(database, "0777")


def test_a_place_that_is_taken_stays_as_it_is(database: Database, place: str) -> None:
    with pytest.raises(StoreBroken, match=r"is there already|has tables already"), make_database(parse_address(place)):
        pass
    make_cycle(database, "2022")


def test_a_new_file_appears_whole_or_not_at_all(tmp_path: Path) -> None:
    path = tmp_path / "new" / "desk.sqlite"

    def make_and_fail() -> None:
        with make_database(parse_address(str(path))) as database:
            assert not path.exists()
            make_cycle(database, "2022")
            raise InterruptedError

    with pytest.raises(InterruptedError):
        make_and_fail()
    assert list(path.parent.iterdir()) == []
    address = parse_address(str(path))
    with (
        pytest.raises(StoreBroken, match="is there already"),
        make_database(address),
        make_database(address) as other,
    ):
        make_cycle(other, "of the other")
    assert [each.name for each in path.parent.iterdir()] == ["desk.sqlite"]
    with open_database(parse_address(str(path))) as kept:
        assert get_cycle_store(kept).name == "of the other"


def test_files_are_private_to_their_owner(file: Path, tmp_path: Path) -> None:
    with open_database(parse_address(str(file))) as database:
        get_cycle_store(database).append([remark()], {"reply-1": 1}, Kept())
        beside = [path for path in file.parent.iterdir() if path.name.startswith("desk.sqlite")]
        assert len(beside) == 3
        assert {stat.S_IMODE(path.stat().st_mode) for path in beside} == {0o600}
    with make_database(parse_address(str(tmp_path / "deep" / "desk.sqlite"))):
        pass
    assert stat.S_IMODE((tmp_path / "deep").stat().st_mode) == 0o700


@pytest.fixture
def common() -> Iterator[Path]:
    """A folder that every user can reach."""
    folder = Path(tempfile.mkdtemp(dir="/tmp"))
    folder.chmod(0o755)
    yield folder
    folder.chmod(0o755)
    shutil.rmtree(folder)


@needs_fork
@needs_root
@pytest.mark.parametrize("modes", [(0o444, 0o755), (0o444, 0o777), (0o644, 0o755)])
def test_who_may_not_write_reads_and_is_told(file: Path, common: Path, modes: tuple[int, int]) -> None:
    path = common / "desk.sqlite"
    shutil.copy(file, path)
    path.chmod(modes[0])
    common.chmod(modes[1])

    def read_and_write() -> None:
        become_nobody()
        with open_database(parse_address(str(path))) as database:
            store = get_cycle_store(database)
            assert len(store.entries()) == 2
            assert store.get_content(SHA) == LETTER
            store.append([remark()], {"reply-1": 1}, Kept((b"more",)))

    code, told = in_process(read_and_write)
    assert (code, told.partition(":")[0]) == (1, "StoreReadOnly"), told
    assert "may not be written" in told


@needs_fork
@needs_root
def test_who_may_not_read_is_told(file: Path, common: Path) -> None:
    shutil.copy(file, common / "desk.sqlite")
    (common / "desk.sqlite").chmod(0o600)

    def read() -> None:
        become_nobody()
        open_and_close(common / "desk.sqlite")

    assert in_process(read)[1].startswith("StoreBroken: ")

    def make() -> None:
        become_nobody()
        with make_database(parse_address(str(common / "other.sqlite"))):
            pass

    assert in_process(make)[1].startswith("StoreReadOnly: ")


def fill(place: str | Path, size: int = 60_000) -> None:
    """Keep letters until no more can be kept."""
    with open_database(parse_address(str(place))) as database:
        store = get_cycle_store(database)
        for number in range(2, 2000):
            letter = os.urandom(size)
            case = f"reply-{number}"
            store.append([received(case, number, letter), remark(case, number)], {}, Kept((letter,)))
            os.write(1, b".")


def check_whole(place: str | Path, told: int) -> None:
    """Everything that was told to be kept is, and nothing by halves."""
    with open_database(parse_address(str(place))) as database:
        store = get_cycle_store(database)
        entries = store.entries()
        assert find_breaks(entries) == []
        assert len(entries) == 2 + 2 * told
        named = {str(entry.event.facts["sha256"]) for entry in entries if "sha256" in entry.event.facts}
        assert set(store.contents()) == named
        for sha256 in named:
            assert digest_of(store.get_content(sha256)) == sha256


@needs_fork
def test_a_quota_at_its_end_is_told_and_nothing_is_half_kept(file: Path) -> None:
    def keep() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (1_000_000, 1_000_000))
        fill(file)

    code, told = in_process(keep)
    kept, _, failure = told.rpartition(".S")
    assert code == 1
    assert failure.startswith("toreFull: "), told
    assert "nothing was kept by halves" in failure
    check_whole(file, len(kept) + 1)


@needs_root
def test_a_full_disk_is_told_and_nothing_is_half_kept(file: Path, tmp_path: Path) -> None:
    disk = tmp_path / "disk"
    disk.mkdir()
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=2m", "none", disk], check=False, capture_output=True)
    if mounted.returncode:
        pytest.skip(f"no file system can be mounted here: {mounted.stderr.decode().strip()}")
    try:
        shutil.copy(file, disk / "desk.sqlite")
        code, told = in_process(lambda: fill(disk / "desk.sqlite"))
        kept, _, failure = told.rpartition(".S")
        assert code == 1
        assert failure.startswith("toreFull: "), told
        check_whole(disk / "desk.sqlite", len(kept) + 1)
        with pytest.raises(StoreFull), make_database(parse_address(str(disk / "other.sqlite"))):
            pass
        assert not [path for path in disk.iterdir() if "other" in path.name]
    finally:
        gc.collect()  # the connection that could not be made
        subprocess.run(["umount", disk], check=True)


_FAIL = """create function fail() returns trigger language plpgsql as
$$ begin raise exception 'was das bedeutet' using errcode = '{code}'; end $$"""


@pytest.mark.parametrize("table", ["store_content", "store_reading", "store_entry", "store_compiled", "store_caserow"])
@pytest.mark.parametrize(
    ("code", "expected"), [("53100", StoreFull), ("40P01", Conflict), ("25006", StoreReadOnly), ("58030", StoreBroken)]
)
def test_a_write_that_fails_on_a_server_keeps_nothing(
    postgresql: Server, table: str, code: str, expected: type[Exception]
) -> None:
    address = postgresql.make_database()
    with make_database(parse_address(address)) as database:
        store = make_cycle(database, "2022")
        first = store.append([opened(), received()], {}, Kept())
        execute(
            address,
            _FAIL.format(code=code),
            f"create constraint trigger fail after insert or update on {table} deferrable initially deferred"
            " for each row execute function fail()"
            if code == "53100"
            else f"create trigger fail before insert or update on {table} for each row execute function fail()",
        )
        with pytest.raises(expected) as failure:
            store.append([remark()], {"reply-1": 1}, Kept((LETTER,), (READING,), {"a": SHA}))
        assert type(failure.value) is expected
        execute(address, f"drop trigger fail on {table}")
        assert store.entries() == first
        assert store.contents() == ()
        assert store.all_files() == {}
        store.append([remark()], {"reply-1": 1}, Kept((LETTER,), (READING,), {"a": SHA}))
    postgresql.drop_database(address)


def test_who_may_not_write_on_a_server_reads_and_is_told(postgresql: Server) -> None:
    address = postgresql.make_database()
    with make_database(parse_address(address)) as database:
        entries = make_cycle(database, "2022").append([opened(), received()], {}, Kept((LETTER,)))
    name = address.partition("?")[0].rpartition("/")[2]
    postgresql.execute(f"create role reader_{name} login")
    postgresql.execute(f"grant select on all tables in schema public to reader_{name}", name)
    as_reader = postgresql.address_of(name, f"reader_{name}")
    with open_database(parse_address(as_reader)) as database:
        store = get_cycle_store(database)
        assert store.entries() == entries
        with pytest.raises(StoreReadOnly, match="may not be written"):
            store.append([remark()], {"reply-1": 1}, Kept((b"more",)))
    postgresql.execute(f"alter database {name} set default_transaction_read_only = on")
    with (
        open_database(parse_address(address)) as database,
        pytest.raises(StoreReadOnly, match="may not be written"),
    ):
        get_cycle_store(database).append([remark()], {"reply-1": 1}, Kept((b"more",)))
    assert len(execute(address, "select * from store_content")) == 1


def test_a_server_that_is_lost_keeps_nothing_by_halves(postgresql: Server) -> None:
    address = postgresql.make_database()
    with make_database(parse_address(address)) as database:
        store = make_cycle(database, "2022")
        store.append([opened(), received()], {}, Kept())
        name = address.partition("?")[0].rpartition("/")[2]
        postgresql.execute(f"select pg_terminate_backend(pid) from pg_stat_activity where datname = '{name}'")
        with pytest.raises(StoreBroken, match="the server does not answer"):
            store.append([remark()], {"reply-1": 1}, Kept((LETTER,)))
    with open_database(parse_address(address)) as database:
        assert len(get_cycle_store(database).entries()) == 2
        assert get_cycle_store(database).contents() == ()


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("postgresql://nobody:secret@/desk?host=/nowhere", "the server does not answer"),
        ("postgresql://nobody:secret@127.0.0.1:1/desk", "the server does not answer"),
    ],
)
def test_a_server_that_is_not_there_is_told_without_the_password(address: str, words: str) -> None:
    with pytest.raises(StoreBroken, match=words) as failure:
        open_and_close(address)
    assert "secret" not in str(failure.value)


@pytest.mark.parametrize("address", ["postgresql://user@host", "mysql://user:secret@host/name", "http://a/b"])
def test_an_address_that_is_none_is_told_with_an_example(address: str) -> None:
    with pytest.raises(BadReference, match="give ") as failure:
        parse_address(address)
    assert "secret" not in str(failure.value)


def test_the_desk_of_an_address_is_the_same_file(tmp_path: Path) -> None:
    assert parse_address(f"sqlite:///{tmp_path}/desk.sqlite").path == tmp_path / "desk.sqlite"
    assert parse_address("sqlite:///desk.sqlite").path == Path("desk.sqlite")
    parts = dict(parse_address("postgresql://o%40un:p%2Fw@db.example:6432/a%20b?sslmode=verify-full").server)
    assert parts == {
        "NAME": "a b",
        "USER": "o@un",
        "PASSWORD": "p/w",
        "HOST": "db.example",
        "PORT": "6432",
        "OPTIONS": {"sslmode": "verify-full"},
    }
