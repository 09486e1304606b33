"""A backup as a file: a zip of rows (JSON Lines), contents by their SHA-256, a manifest, and the sum of every member.

``backup.json`` says what it is of, ``tables/NAME.jsonl`` has the rows of a table by their key, ``contents/SHA256`` the
bytes of a content, ``manifest-sha256.txt`` a line for every other member, which ``sha256sum --check`` understands once
the file is unpacked. The members stand in one order with one date, so that the same desk at the same moment is the same
file.
"""

from __future__ import annotations

import hashlib
import json
import os
import zipfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from verbale.desk.events import Entry, Event, EventKind, find_breaks, parse_facts
from verbale.errors import OutputRefused, StoreBroken
from verbale.store.database import put_in_place

SCHEMA = "verbale-backup/1"
MANIFEST, SUMS = "backup.json", "manifest-sha256.txt"
_TABLES, _CONTENTS = "tables/", "contents/"
CYCLES, ENTRIES, CONTENTS, READINGS = "store_cycle", "store_entry", "store_content", "store_reading"
"""The tables of a desk that are looked into when a backup is verified."""
HELD = "held"
"""What stands in a row of ``CONTENTS`` for its bytes: whether they are there."""
_BLOCK = 1 << 20  # bytes that are read at a time
_DATE = (1980, 1, 1, 0, 0, 0)  # the first that a zip knows
_PRIVATE_FILE = 0o600  # for its owner alone
_FILE_MODE = _PRIVATE_FILE << 16  # where a zip keeps it
_ADVICE = "take another backup"
Row = Mapping[str, Any]


@contextmanager
def new_archive(into: Path, look: Callable[[Path], None] = lambda part: None) -> Iterator[zipfile.ZipFile]:
    """A new private zip, which appears when the block ends well and ``look`` found nothing wrong with it.

    Raises ``OutputRefused`` where the file is there, and ``OSError``.
    """
    if into.exists() or into.is_symlink():
        raise OutputRefused(str(into), "is there already; name a new file")
    part = into.with_name(f".{into.name}.{os.getpid()}.part")
    try:
        part.unlink(missing_ok=True)
        descriptor = os.open(part, os.O_CREAT | os.O_EXCL | os.O_RDWR, _PRIVATE_FILE)
        with os.fdopen(descriptor, "w+b") as stream:
            with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
                yield archive
            stream.flush()
            os.fsync(stream.fileno())
        look(part)
        put_in_place(part, into)
    finally:
        part.unlink(missing_ok=True)


@dataclass(frozen=True, slots=True)
class BackupManifest:
    """What a backup is of.

    ``forms`` are the steps that the tables were brought by (application, step), ``tables`` the number of rows of each,
    ``cycles`` the number and seal of the last entry of each by name, ``left_out`` the tables that are not in it.
    """

    version: str
    made_at: str
    forms: tuple[tuple[str, str], ...]
    tables: Mapping[str, int]
    cycles: Mapping[str, tuple[int, str]]
    contents: int
    left_out: tuple[str, ...] = ()

    def encode(self) -> bytes:
        """The manifest as JSON."""
        record = {
            "schema": SCHEMA,
            "version": self.version,
            "made_at": self.made_at,
            "forms": [list(form) for form in self.forms],
            "tables": dict(self.tables),
            "cycles": {name: {"number": number, "seal": seal} for name, (number, seal) in self.cycles.items()},
            "contents": self.contents,
            "left_out": list(self.left_out),
        }
        return json.dumps(record, ensure_ascii=False, indent=2).encode() + b"\n"


@dataclass(slots=True)
class BackupWriter:
    """A backup that is being written, a member at a time."""

    archive: zipfile.ZipFile
    sums: dict[str, str] = field(default_factory=dict)

    def add_rows(self, table: str, rows: Iterable[Row]) -> int:
        """Write the rows of a table; how many there were."""
        count = 0
        with self._member(f"{_TABLES}{table}.jsonl") as write:
            for row in rows:
                write(json.dumps(row, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode() + b"\n")
                count += 1
        return count

    def add_content(self, sha256: str, content: bytes) -> None:
        """Write the bytes of a content."""
        with self._member(f"{_CONTENTS}{sha256}") as write:
            write(content)

    def finish(self, manifest: BackupManifest) -> None:
        """Write the manifest, and the sums of all."""
        with self._member(MANIFEST) as write:
            write(manifest.encode())
        lines = "".join(f"{sum_}  {name}\n" for name, sum_ in self.sums.items())
        self.archive.writestr(_info(SUMS), lines)

    @contextmanager
    def _member(self, name: str) -> Iterator[Any]:
        digest = hashlib.sha256()
        with self.archive.open(_info(name), "w", force_zip64=True) as stream:

            def write(part: bytes) -> None:
                digest.update(part)
                stream.write(part)

            yield write
        self.sums[name] = digest.hexdigest()


def _info(name: str) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo(name, _DATE)
    info.compress_type, info.external_attr, info.create_system = zipfile.ZIP_DEFLATED, _FILE_MODE, 3
    return info


@dataclass(frozen=True, slots=True)
class BackupFile:
    """A backup that is open to be read, verified when it was opened."""

    archive: zipfile.ZipFile
    name: str
    manifest: BackupManifest

    def rows(self, table: str) -> Iterator[dict[str, Any]]:
        """The rows of a table in their order."""
        with self.archive.open(f"{_TABLES}{table}.jsonl") as stream:
            for line in stream:
                yield json.loads(line)

    def content(self, sha256: str) -> bytes:
        """The bytes of a content."""
        return self.archive.read(f"{_CONTENTS}{sha256}")

    @property
    def readings(self) -> int:
        """How many readings there are."""
        return self.manifest.tables.get(READINGS, 0)

    @property
    def entries(self) -> int:
        """How many entries there are in all cycles."""
        return self.manifest.tables.get(ENTRIES, 0)


@contextmanager
def open_backup(path: Path) -> Iterator[BackupFile]:
    """A backup, every member of it verified by its sum, and every chain by its seals, before it is given.

    Raises ``StoreBroken`` where it is none, or anything in it is not what was written.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            backup = BackupFile(archive, str(path), _manifest(archive, path))
            _check_sums(backup)
            _check_contents(backup)
            _check_chains(backup)
            yield backup
    except FileNotFoundError:
        raise StoreBroken(str(path), "is not there", "name the file of a backup") from None
    except OSError as error:
        raise StoreBroken(str(path), f"cannot be read: {error.strerror or error}", _ADVICE) from error
    except (zipfile.BadZipFile, EOFError, NotImplementedError) as error:
        raise StoreBroken(str(path), "is no whole backup", _ADVICE) from error


def _manifest(archive: zipfile.ZipFile, path: Path) -> BackupManifest:
    try:
        record = json.loads(archive.read(MANIFEST))
        if record["schema"] != SCHEMA:
            raise StoreBroken(str(path), f"is of the form {record['schema']!r}", "update this program")
        return BackupManifest(
            str(record["version"]),
            str(record["made_at"]),
            tuple((str(app), str(name)) for app, name in record["forms"]),
            {str(name): int(count) for name, count in record["tables"].items()},
            {str(name): (int(one["number"]), str(one["seal"])) for name, one in record["cycles"].items()},
            int(record["contents"]),
            tuple(map(str, record["left_out"])),
        )
    except (KeyError, ValueError, TypeError, AttributeError) as error:
        raise StoreBroken(str(path), "is no backup of a desk", "name a file that verbale backup wrote") from error


def _check_sums(backup: BackupFile) -> None:
    try:
        lines = backup.archive.read(SUMS).decode().splitlines()
    except (KeyError, UnicodeDecodeError) as error:
        raise StoreBroken(backup.name, f"has no {SUMS}", _ADVICE) from error
    sums = {name: sum_ for sum_, _, name in (line.partition("  ") for line in lines)}
    names = backup.archive.namelist()
    if different := sorted({SUMS, *sums} ^ set(names)) or sorted({name for name in names if names.count(name) > 1}):
        raise StoreBroken(backup.name, f"{different[0]} is there and in the list of sums not as often", _ADVICE)
    for name, expected in sums.items():
        digest = hashlib.sha256()
        with backup.archive.open(name) as stream:
            while part := stream.read(_BLOCK):
                digest.update(part)
        if digest.hexdigest() != expected:
            raise StoreBroken(backup.name, f"{name} is not what was written", _ADVICE)
        if name.startswith(_CONTENTS) and name != f"{_CONTENTS}{expected}":
            raise StoreBroken(backup.name, f"{name} is not the content of that name", _ADVICE)


def _check_contents(backup: BackupFile) -> None:
    """Every content that a row says is held is there, and no other."""
    held = {row["sha256"] for row in backup.rows(CONTENTS) if row[HELD]}
    there = {name.removeprefix(_CONTENTS) for name in backup.archive.namelist() if name.startswith(_CONTENTS)}
    if different := sorted(held ^ there):
        raise StoreBroken(backup.name, f"content {different[0][:12]} is missing, or nothing speaks of it", _ADVICE)


def _check_chains(backup: BackupFile) -> None:
    """Every chain holds, and ends with the number and seal of its cycle."""
    cycles = {row["id"]: (str(row["name"]), int(row["number"]), str(row["seal"])) for row in backup.rows(CYCLES)}
    chains: dict[int, list[Entry]] = {key: [] for key in cycles}
    for row in backup.rows(ENTRIES):
        if row["cycle_id"] not in chains:
            raise StoreBroken(backup.name, f"entry {row['number']} is of no cycle", _ADVICE)
        chains[row["cycle_id"]].append(_entry(backup.name, row))
    for key, (name, number, seal) in cycles.items():
        chain = sorted(chains[key], key=lambda entry: entry.number)
        if breaks := find_breaks(chain):
            raise StoreBroken(backup.name, f"entry {breaks[0].number} of {name} {breaks[0].reason}", _ADVICE)
        if (len(chain), chain[-1].seal if chain else seal) != (number, seal):
            raise StoreBroken(backup.name, f"the end of the chain of {name} was cut off", _ADVICE)
        if backup.manifest.cycles.get(name) != (number, seal):
            raise StoreBroken(backup.name, f"the manifest says otherwise of {name}", _ADVICE)


def _entry(place: str, row: Row) -> Entry:
    try:
        facts = parse_facts(row["facts"])
        event = Event(row["case"], EventKind(row["kind"]), row["at"], row["actor"], facts, row["schema"])
        return Entry(row["number"], row["case_version"], event, row["previous"], row["seal"])
    except (ValueError, KeyError) as error:
        raise StoreBroken(place, f"entry {row.get('number')} cannot be read: {error}", _ADVICE) from error
