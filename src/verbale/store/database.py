"""A database by its address: opened, made, upgraded; what is wrong with it is said in a typed error.

``sqlite:///folder/desk.sqlite`` (or the path alone) is a file, ``postgresql://user:password@host:port/name`` a server.
Loading this module loads Django; verbs that need no store do not.
"""

from __future__ import annotations

import errno
import itertools
import os
import pkgutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

from django.db import DEFAULT_DB_ALIAS, connections, transaction
from django.db.migrations.executor import MigrationExecutor

from verbale.errors import BadReference, StoreBroken, StoreFull, StoreNewer, StoreReadOnly
from verbale.store import migrations
from verbale.store.failures import reporting

_WAIT = 30  # seconds that a writer waits for another to finish
_APPLICATION = 0x56424C32  # "VBL2": tells a desk from any other SQLite file
FIRST_FORM = 0x56424C31  # "VBL1": a cycle's file of the first form, which ``first_form`` reads
_HEADER, _HEADER_SIZE, _APPLICATION_AT = b"SQLite format 3\x00", 100, slice(68, 72)
_PRAGMAS = "pragma journal_mode = wal; pragma synchronous = full; pragma foreign_keys = on; pragma secure_delete = on"
_PRIVATE_FILE, _PRIVATE_FOLDER = 0o600, 0o700  # for their owner alone
DESK_FILE = "desk.sqlite"
"""The file of the desk in the folder of a cycle."""
_STEPS = "django_migrations"  # the table in which Django notes the form of the others
_aliases = itertools.count(1)


@dataclass(frozen=True, slots=True)
class Database:
    """An open database: ``alias`` is its name in Django, ``name`` what people are shown, without any password."""

    alias: str
    name: str
    path: Path | None = None


@dataclass(frozen=True, slots=True)
class Address:
    """The parts of an address. ``path`` is that of an SQLite file; the others are those of a server."""

    name: str
    path: Path | None = None
    server: tuple[tuple[str, object], ...] = ()


def parse_address(text: str) -> Address:
    """The address of a database. Raises ``BadReference`` with an example where it is none."""
    parts = urlsplit(text)
    if parts.scheme in ("postgres", "postgresql"):
        name = parts.path.lstrip("/")
        if not name:
            raise BadReference(_shown(text), "names no database; give postgresql://user@host/name")
        options = dict(parse_qsl(parts.query))
        host = options.pop("host", parts.hostname or "")
        port = options.pop("port", str(parts.port or ""))
        server = {
            "NAME": unquote(name),
            "USER": unquote(parts.username or ""),
            "PASSWORD": unquote(parts.password or ""),
            "HOST": host,
            "PORT": port,
            "OPTIONS": options,
        }
        return Address(_shown(text), server=tuple(server.items()))
    if parts.scheme == "sqlite":
        path = text.partition("://")[2]
        return Address(text, Path(path[1:] if path.startswith("/") else path))
    if "://" in text:
        example = "give sqlite:///folder/desk.sqlite or postgresql://user@host/name"
        raise BadReference(_shown(text), f"is no address of a database that is known here; {example}")
    return Address(text, Path(text))


def address_of(place: str) -> Address:
    """The database of a desk: its address, its file, or the folder of a cycle. Raises ``BadReference``."""
    folder = Path(place)
    return parse_address(str(folder / DESK_FILE) if "://" not in place and folder.is_dir() else place)


def _shown(text: str) -> str:
    parts = urlsplit(text)
    return text.replace(f":{parts.password}@", ":…@") if parts.password else text


@contextmanager
def open_database(address: Address, *, older: bool = False) -> Iterator[Database]:
    """An existing desk, closed at the end; with ``older`` also one that has to be upgraded.

    Raises ``StoreBroken`` where there is none or it is something else, ``StoreNewer`` where a newer program made it.
    """
    if address.path is not None:
        _look_at_file(address.path)
    with _connected(address) as database:
        _look_at_tables(database, older=older)
        yield database


@contextmanager
def make_database(address: Address, *, empty: bool = False, replacing: bool = False) -> Iterator[Database]:
    """A new desk with all its tables; a file is private to its owner, and appears when the block ends well.

    Until then it is written under another name beside its own, and taken away where the block fails. With ``empty`` the
    caller makes the tables, and with ``replacing`` takes away those that a database on a server has. Raises
    ``StoreBroken`` where something is there already.
    """
    if address.path is None:
        with _connected(address) as database:
            _make_tables(database, empty=empty, replacing=replacing)
            yield database
        return
    part = _make_part(address.path)
    try:
        with _connected(replace(address, path=part)) as database:
            _make_tables(database, empty=empty)
            yield database
        put_in_place(part, address.path)
    finally:
        for ending in ("", "-wal", "-shm"):
            part.with_name(part.name + ending).unlink(missing_ok=True)


def _make_tables(database: Database, *, empty: bool = False, replacing: bool = False) -> None:
    with reporting(database.name):
        if not replacing and (set(_tables(database)) - {_STEPS} or _applied(database)):
            raise StoreBroken(database.name, "has tables already", "name an empty database")
        if database.path is not None:
            connections[database.alias].cursor().execute(f"pragma application_id = {_APPLICATION}")
    if not empty:
        migrate(database)


def migrate(database: Database, target: str | None = None) -> list[str]:
    """Bring the tables to a form (``0001``), the newest where none is named; the names of the steps taken.

    Raises ``BadReference`` where there is no such form.
    """
    with reporting(database.name):
        executor = MigrationExecutor(connections[database.alias])
        known = sorted(name for app, name in executor.loader.disk_migrations if app == "store")
        wanted = known[-1] if target is None else next((name for name in known if name.startswith(target)), None)
        if wanted is None:
            raise BadReference(str(target), f"no form of a desk's tables; there are {', '.join(known)}")
        plan = executor.migration_plan([("store", wanted)])
        executor.migrate([("store", wanted)], plan=plan)
    return [migration.name for migration, _ in plan]


@contextmanager
def together(database: Database) -> Iterator[None]:
    """Let all that is kept in the block be kept, or nothing of it."""
    with reporting(database.name), transaction.atomic(using=database.alias):
        yield


@contextmanager
def as_default(database: Database) -> Iterator[None]:
    """Let what names no database mean this one: steps of the tables of other packages do not name theirs."""
    had = connections.databases.get(DEFAULT_DB_ALIAS)
    before = connections[DEFAULT_DB_ALIAS] if had is not None else None
    connections[DEFAULT_DB_ALIAS] = connections[database.alias]
    try:
        yield
    finally:
        if before is None:
            del connections[DEFAULT_DB_ALIAS]
        else:
            connections[DEFAULT_DB_ALIAS] = before


def wipe(database: Database) -> None:
    """Let nothing of what was removed stand in a log beside an SQLite file; a server does that in its own time."""
    if database.path is not None:
        with reporting(database.name):
            connections[database.alias].cursor().execute("pragma wal_checkpoint(truncate)")


def is_older(database: Database) -> bool:
    """Whether an open desk has to be upgraded."""
    with reporting(database.name):
        return bool(set(known_forms()) - _applied(database))


def known_forms() -> tuple[str, ...]:
    """The forms of a desk's tables that this program knows, in order."""
    return tuple(sorted(found.name for found in pkgutil.iter_modules(migrations.__path__)))


@contextmanager
def _connected(address: Address) -> Iterator[Database]:
    alias = f"desk{next(_aliases)}"
    connections.databases[alias] = settings_of(address)
    database = Database(alias, address.name, address.path)
    try:
        with reporting(address.name):
            connections[alias].ensure_connection()
        yield database
    finally:
        connections[alias].close()
        del connections[alias]
        del connections.databases[alias]


def settings_of(address: Address, *, lasting: bool = False) -> dict[str, Any]:
    """The settings of Django for a database; ``lasting`` connections are kept from one request to the next."""
    shared: dict[str, Any] = {"ATOMIC_REQUESTS": False, "AUTOCOMMIT": True, "TIME_ZONE": None, "TEST": {}}
    shared |= {"CONN_MAX_AGE": None if lasting else 0, "CONN_HEALTH_CHECKS": lasting and address.path is None}
    shared |= {"USER": "", "PASSWORD": "", "HOST": "", "PORT": ""}
    if address.path is None:
        return shared | dict(address.server) | {"ENGINE": "django.db.backends.postgresql"}
    options = {"timeout": _WAIT, "transaction_mode": "IMMEDIATE", "init_command": _PRAGMAS}
    name = _name_of(address.path)
    return shared | {"ENGINE": "django.db.backends.sqlite3", "NAME": name, "OPTIONS": options}


def _name_of(path: Path) -> str:
    """What SQLite opens.

    Beside a file that is written as a log it keeps two others; where nothing can be made there and nothing is, the file
    lies on a read-only medium and changes for nobody.
    """
    beside = [path.with_name(path.name + ending) for ending in ("-wal", "-shm")]
    fixed = path.exists() and not os.access(path.parent, os.W_OK) and not any(each.exists() for each in beside)
    return f"{path.resolve().as_uri()}?mode=ro&immutable=1" if fixed else str(path)


def application_of(path: Path) -> int:
    """What an SQLite file says it is; 0 where it says nothing, or is none. Raises ``StoreBroken`` where it is cut off.

    It is read from the file's own header, for SQLite would make files beside it.
    """
    with path.open("rb") as stream:
        header = stream.read(_HEADER_SIZE)
    if not header.startswith(_HEADER):
        return 0
    if len(header) < _HEADER_SIZE:
        raise StoreBroken(str(path), "is cut off", "restore it from a backup")
    return int.from_bytes(header[_APPLICATION_AT], "big")


def _look_at_file(path: Path) -> None:
    """Refuse what is no desk before SQLite opens it: a missing or empty file would become a new one in silence."""
    try:
        size = path.stat().st_size
        with path.open("rb") as stream:
            is_database = stream.read(len(_HEADER)) == _HEADER
        application = application_of(path)
    except FileNotFoundError:
        advice = "restore it from a backup; verbale start makes a new cycle"
        raise StoreBroken(str(path), "is not there", advice) from None
    except OSError as error:
        raise StoreBroken(str(path), f"cannot be read: {error.strerror}", "ask for the right to read it") from error
    if not size:
        raise StoreBroken(str(path), "is empty", "restore it from a backup with verbale restore")
    if not is_database:
        raise StoreBroken(str(path), "is no database", "name the database of a desk, or the folder of a cycle")
    if application == FIRST_FORM:
        raise StoreBroken(str(path), "is a cycle of the first form", "take it over with verbale import")
    if application != _APPLICATION:
        raise StoreBroken(str(path), "is a database of something else", "name the database of a desk")


def _make_part(path: Path) -> Path:
    """An empty private file beside a place where nothing is yet, under a name that no other process takes."""
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    if path.exists() or path.is_symlink():
        raise StoreBroken(str(path), "is there already", "name a new file")
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=_PRIVATE_FOLDER)
        part.unlink(missing_ok=True)
        os.close(os.open(part, os.O_CREAT | os.O_EXCL | os.O_WRONLY, _PRIVATE_FILE))
    except OSError as error:
        raise _unmade(path, error) from error
    return part


def put_in_place(part: Path, path: Path) -> None:
    """Give a file its name, unless something has that name by now."""
    try:
        try:
            path.hardlink_to(part)
        except OSError as error:
            # Some file systems have no second names.
            if isinstance(error, FileExistsError) or path.exists():
                raise StoreBroken(str(path), "is there already", "name a new file") from None
            part.rename(path)
        if hasattr(os, "O_DIRECTORY"):
            folder = os.open(path.parent, os.O_RDONLY | os.O_DIRECTORY)
            try:
                os.fsync(folder)
            finally:
                os.close(folder)
    except OSError as error:
        raise _unmade(path, error) from error


def _unmade(path: Path, error: OSError) -> StoreBroken:
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return StoreFull(str(path), f"cannot be made: {error.strerror}", "make room on the disk, and do it again")
    return StoreReadOnly(str(path), f"cannot be made: {error.strerror}", "name another place")


def _tables(database: Database) -> list[str]:
    found: list[str] = connections[database.alias].introspection.table_names()
    return found


def _applied(database: Database) -> set[str]:
    """The steps that were taken to the form of the tables; none in a database of something else."""
    if _STEPS not in _tables(database):
        return set()
    cursor = connections[database.alias].cursor()
    cursor.execute(f"select name from {_STEPS} where app = 'store'")
    return {row[0] for row in cursor.fetchall()}


def _look_at_tables(database: Database, *, older: bool) -> None:
    with reporting(database.name):
        applied = _applied(database)
    if not applied:
        raise StoreBroken(database.name, "is no desk", "verbale desk new makes one in an empty database")
    known = set(known_forms())
    if newer := sorted(applied - known):
        raise StoreNewer(database.name, f"was made by a newer version ({newer[-1]})", "update this program")
    if (lacking := sorted(known - applied)) and not older:
        raise StoreBroken(database.name, f"is of an older form (without {lacking[0]})", "run verbale upgrade")
