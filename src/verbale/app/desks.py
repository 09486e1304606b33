"""A desk as a whole: made, listed, upgraded, backed up and restored; cycles exported and imported."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from verbale import __version__
from verbale.app.cycle_terms import FILE
from verbale.app.cycles import FIRST_FORM, CycleAddress, CycleFolder
from verbale.app.sealing import verify_cycle
from verbale.app.writing import OutputTarget, make_folder
from verbale.errors import OutputRefused
from verbale.model.contract import Record
from verbale.store.backing_up import write_backup
from verbale.store.backup_files import BackupFile, open_backup
from verbale.store.case_rows import CaseSummary, CycleSummary, rebuild_rows, summarise_cases, summarise_cycles
from verbale.store.copying import Copied, copy_cycle
from verbale.store.cycle_store import find_cycles, get_cycle_store
from verbale.store.database import (
    DESK_FILE,
    Database,
    address_of,
    application_of,
    is_older,
    make_database,
    migrate,
    open_database,
    parse_address,
)
from verbale.store.restoring import restored_database
from verbale.store.upgrading import bring_to

_PRIVATE = 0o700  # of a folder: for its owner alone


@dataclass(frozen=True, slots=True)
class Restored:
    """What was restored, as of when, how many messages are held, and where the file of the desk before it is."""

    copied: Copied
    made_at: str
    held: int = 0
    former: Path | None = None


def make_desk(place: str) -> None:
    """Make an empty desk, in a new file or in an empty database. Raises ``StoreBroken`` where something is there."""
    with make_database(parse_address(place)):
        pass


@contextmanager
def opened_desk(place: str) -> Iterator[Database]:
    """A desk, open for as long as the block lasts. Raises ``StoreBroken``, ``BadReference``."""
    with open_database(address_of(place)) as database:
        yield database


def list_cycles(place: str) -> tuple[CycleSummary, ...]:
    """The cycles of a desk and where they stand. Raises ``StoreBroken``."""
    with open_database(address_of(place)) as database:
        return summarise_cycles(database)


def list_cases(place: str, cycle: str = "", stage: str = "") -> tuple[CaseSummary, ...]:
    """The replies of a desk, of one cycle or at one stage where they are named. Raises ``StoreBroken``."""
    with open_database(address_of(place)) as database:
        return summarise_cases(database, cycle, stage)


def case_record(one: CaseSummary) -> Record:
    """A reply of a desk, as lists show it."""
    return {
        "cycle": one.cycle,
        "case": one.case,
        "stage": one.stage,
        "state": one.state or None,
        "name": one.name,
        "last_at": one.last_at,
    }


def summary_record(one: CycleSummary) -> Record:
    """A cycle of a desk: its name, its stage, and how many replies stand at each stage."""
    return {"name": one.name, "stage": one.stage, "replies": dict(one.replies)}


def upgrade_desk(place: str, form: str = "", *, forgetting: bool = False) -> tuple[str, ...]:
    """Bring the tables of a desk and of its website to the newest form, or to another; the steps that were taken.

    ``form`` is ``previous``, a step (``0003``, ``web.0005``), or the file of a backup, whose form it is. Lists are made
    anew. Raises ``StoreBroken``, ``BadReference`` where there is no such form, ``Refused`` where an older one has no
    place for what is kept.
    """
    with open_database(address_of(place), older=True) as database:
        if form and Path(form).is_file():
            with open_backup(Path(form)) as backup:
                steps = bring_to(database, backup.manifest.forms, forgetting=forgetting)
        else:
            steps = bring_to(database, form, forgetting=forgetting)
        lacking = is_older(database)
    if steps and not lacking:
        rebuild_lists(place)
    return steps


def rebuild_lists(place: str) -> int:
    """Drop the lists of a desk and make them anew from its facts; how many rows there are. Raises ``StoreBroken``."""
    with open_database(address_of(place)) as database:
        return rebuild_rows(database)


def export_cycle(folder: CycleFolder, into: Path) -> Copied:
    """Write a cycle with all that it holds into one new file, which ``import_cycle`` verifies elsewhere.

    Raises ``OutputRefused`` where the file may not be written.
    """
    with _new_file(into) as target:
        return copy_cycle(folder.store, target)


def back_up(place: str, into: Path, now: datetime) -> Copied:
    """Write a whole desk, as it is at this moment, into one new file, which is read back and verified.

    A desk of an older form stays as it is, and so does its backup. Raises ``StoreBroken`` or ``OutputRefused``.
    """
    with open_database(address_of(place), older=True) as source:
        write_backup(source, into, __version__, now)
    with open_backup(into) as backup:
        return _counted(backup)


def restore(file: Path, place: str, now: datetime, *, replacing: bool = False) -> Restored:
    """Make a desk from a backup: in a new file, in the folder of a cycle, or in an empty database.

    With ``replacing`` also where a desk is. Every seal, content and reading is verified before it appears. The file of
    an SQLite desk, which a backup was before, is taken as well. Raises ``StoreBroken`` where the backup is none or
    something is there already, ``Conflict`` where the desk that is to be replaced is open elsewhere.
    """
    with _backup_of(file, now) as backup:
        with restored_database(backup, address_of(place), replacing=replacing) as made:
            for name in find_cycles(made.database):
                opened = CycleFolder(CycleAddress(None, place, name), get_cycle_store(made.database, name))
                opened.take_up(opened.store.entries())
                verify_cycle(opened)
        return Restored(_counted(backup), backup.manifest.made_at, made.held, made.former)


def _counted(backup: BackupFile) -> Copied:
    manifest = backup.manifest
    return Copied(len(manifest.cycles), backup.entries, manifest.contents, backup.readings)


@contextmanager
def _backup_of(file: Path, now: datetime) -> Iterator[BackupFile]:
    """A backup, or one made of an SQLite desk that was kept as one."""
    if not file.is_file() or not application_of(file):
        with open_backup(file) as backup:
            yield backup
        return
    with TemporaryDirectory() as folder:
        back_up(str(file), Path(folder) / "backup.zip", now)
        with open_backup(Path(folder) / "backup.zip") as backup:
            yield backup


def import_cycle(file: Path, into: CycleAddress) -> Copied:
    """Take a cycle over from an exported file, into a new folder or into a desk, its seals and contents verified.

    Raises ``StoreBroken`` where the file is none or does not hold, ``Conflict`` where the desk has one of that name.
    """
    with _opened_file(file) as source:
        store = get_cycle_store(source, into.name if into.name in find_cycles(source) else "")
        with opened_target(into) as target:
            copied = copy_cycle(store, target, into.name)
    if into.folder is not None:
        write_terms(into.folder)
    return copied


@contextmanager
def opened_target(into: CycleAddress) -> Iterator[Database]:
    """The database that a cycle is to come into: a new one in a new folder, or that of a desk."""
    if into.folder is None:
        with open_database(parse_address(into.desk)) as database:
            yield database
        return
    if (into.folder / DESK_FILE).exists() or (into.folder / FIRST_FORM).exists():
        raise OutputRefused(str(into.folder), "holds a cycle already; name a new folder with --into")
    is_new = not into.folder.exists()
    make_folder(into.folder)
    if is_new:
        into.folder.chmod(_PRIVATE)
    with make_database(parse_address(into.database)) as database:
        yield database


def write_terms(folder: Path) -> None:
    """Write the terms in force beside the database of a cycle, for people to read and to change."""
    with open_database(parse_address(str(folder / DESK_FILE))) as database:
        store = get_cycle_store(database)
        opened = CycleFolder(CycleAddress(folder), store)
        opened.take_up(store.entries())
        OutputTarget(folder / FILE, folder=False, force=True).write_file(folder / FILE, opened.case.terms.encode())


@contextmanager
def _opened_file(path: Path) -> Iterator[Database]:
    """An exported file or a backup. One of an older form stays as it is, and a copy of it is brought to the newest."""
    address = parse_address(str(path))
    with open_database(address, older=True) as database:
        lacking = is_older(database)
        if not lacking:
            yield database
    if lacking:
        with TemporaryDirectory() as folder:
            copy = Path(folder) / path.name
            copy.write_bytes(path.read_bytes())
            with open_database(parse_address(str(copy)), older=True) as database:
                migrate(database)
                yield database


@contextmanager
def _new_file(path: Path) -> Iterator[Database]:
    """A new database in a file."""
    if path.exists():
        raise OutputRefused(str(path), "is there already; name a new file")
    with make_database(parse_address(str(path))) as database:
        yield database


__all__ = [
    "CaseSummary",
    "Copied",
    "CycleSummary",
    "Restored",
    "back_up",
    "case_record",
    "export_cycle",
    "import_cycle",
    "list_cases",
    "list_cycles",
    "make_desk",
    "opened_desk",
    "opened_target",
    "rebuild_lists",
    "restore",
    "summary_record",
    "upgrade_desk",
    "write_terms",
]
