"""A cycle for the archives: its records with their metadata, their files and its chain, in a bag with checksums.

The form is BagIt 1.0 (RFC 8493) in one zip. What is said of a record follows ISO 16175-1 and ISO 23081-2: what it is,
who made it and when it was registered, who did what with it, in what form it is, with what checksum, of what it is a
part, under which rule it is kept, and for whom it is.
"""

from __future__ import annotations

import json
import mimetypes
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path, PurePosixPath

from verbale import __version__
from verbale.app.archived_records import FORMATS, ArchivedRecord, Retention, find_records, record_of
from verbale.app.cycles import CycleFolder
from verbale.app.sealing import write_seal
from verbale.errors import OutputRefused
from verbale.render.csv_table import csv_rows
from verbale.store.backup_files import new_archive
from verbale.store.contents import digest_of, get_content

SCHEMA = "verbale-archive/1"
_BAG = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"
_DATE = (1980, 1, 1, 0, 0, 0)  # the first that a zip knows
_HEAD = 2000  # bytes in which a file of XML says what it is
COLUMNS = (
    *("identifier", "aggregation", "kind", "title", "creator", "registered", "registered_by", "language"),
    *("format", "size", "sha256", "file", "part_of", "access", "retention_rule", "disposal"),
)
"""The columns of ``records.csv``."""
_README = """\
What this is
============

The records of the reporting cycle {name}, exported from Verbale {version}.

records.json  every record: the cycle, its cases, and each content received or made, with who did what with it
records.csv   the same, a row a record, without the history
events.jsonl  the chain of the cycle as it was sealed: an event a line
terms.toml    the terms of the cycle that were in force at the end
seal.json     the number and seal of the last event
files/        the bytes of each content, by their SHA-256

A seal is the SHA-256 of the event's own words and of the seal before it, so that a line that was changed, dropped,
added or moved shows. The text that is hashed is JSON with its keys in order and without spaces.
"""


@dataclass(slots=True)
class _Bag:
    """A bag that is being written."""

    archive: zipfile.ZipFile
    base: str
    payload: dict[str, str] = field(default_factory=dict)
    size: int = 0

    def add(self, name: str, content: bytes) -> None:
        """Put a file into the bag."""
        self.payload[f"data/{name}"] = digest_of(content)
        self.size += len(content)
        self._write(f"data/{name}", content)

    def close(self, name: str, now: datetime) -> None:
        """Write what a bag says of itself, and the sums of all."""
        info = (
            f"Source-Organization: {name}\nBag-Software-Agent: Verbale {__version__}\n"
            f"Bagging-Date: {now.date().isoformat()}\nPayload-Oxum: {self.size}.{len(self.payload)}\n"
        )
        manifest = "".join(f"{sum_}  {file}\n" for file, sum_ in sorted(self.payload.items()))
        tags = {"bagit.txt": _BAG, "bag-info.txt": info, "manifest-sha256.txt": manifest}
        lines = (f"{digest_of(text.encode())}  {file}\n" for file, text in sorted(tags.items()))
        for file, text in {**tags, "tagmanifest-sha256.txt": "".join(lines)}.items():
            self._write(file, text.encode())

    def _write(self, name: str, content: bytes) -> None:
        info = zipfile.ZipInfo(f"{self.base}/{name}", _DATE)
        info.compress_type, info.create_system, info.external_attr = zipfile.ZIP_DEFLATED, 3, 0o644 << 16
        self.archive.writestr(info, content)


def export_archive(folder: CycleFolder, into: Path, retention: Retention, office: str, now: datetime) -> int:
    """Write the records of an open cycle into one new file; how many there are.

    ``retention`` is the rule of each kind of record, ``office`` whose records they are. Raises ``OutputRefused`` where
    the file is there or cannot be written, ``StoreBroken`` where a content is not what was kept.
    """
    records = find_records(folder, retention)
    try:
        with new_archive(into) as archive:
            _write(_Bag(archive, into.stem), folder, records, office, now)
    except OSError as error:
        raise OutputRefused(str(into), f"cannot be written: {error.strerror or error}") from error
    return len(records)


def _write(bag: _Bag, folder: CycleFolder, records: tuple[ArchivedRecord, ...], office: str, now: datetime) -> None:
    bag.add("README.txt", _README.format(name=folder.store.name, version=__version__).encode())
    files = _add_files(folder, bag, records)
    listed = [record_of(one, *files.get(one.sha256, ("", one.media_type))) for one in records]
    head = {"schema": SCHEMA, "cycle": folder.store.name, "program": f"Verbale {__version__}", "records": listed}
    bag.add("records.json", json.dumps(head, ensure_ascii=False, indent=1).encode() + b"\n")
    bag.add("records.csv", _as_csv(listed))
    bag.add("events.jsonl", b"".join(_event_lines(folder)))
    bag.add("terms.toml", folder.case.terms.encode())
    bag.add("seal.json", write_seal(folder, now))
    bag.close(office, now)


def _add_files(folder: CycleFolder, bag: _Bag, records: tuple[ArchivedRecord, ...]) -> dict[str, tuple[str, str]]:
    """Put the bytes of each record that has some into the bag; by checksum the name of the file and its format."""
    files: dict[str, tuple[str, str]] = {}
    for one in records:
        if one.sha256 and not one.is_gone and one.sha256 not in files:
            content = get_content(folder.store.database, one.sha256)
            media_type = one.media_type or _format_of(content)
            name = f"files/{one.sha256}{_ending(one, media_type)}"
            files[one.sha256] = f"data/{name}", media_type
            bag.add(name, content)
    return files


def _format_of(content: bytes) -> str:
    """The format of what came without a name for it: a translation, a summary, a part."""
    if b"urn:oasis:names:tc:xliff" in content[:_HEAD]:
        return FORMATS[".xlf"]
    for begin, ending in (
        (b"%PDF-", ".pdf"),
        (b"PK\x03\x04", ".docx"),
        (b"<?xml", ".xml"),
        (b"<!DOCTYPE html", ".html"),
    ):
        if content.startswith(begin):
            return FORMATS[ending]
    try:
        content.decode()
    except UnicodeDecodeError:
        return "application/octet-stream"
    return FORMATS[".txt"]


def _ending(one: ArchivedRecord, media_type: str) -> str:
    own = PurePosixPath(one.title).suffix.lower()
    known = {found: ending for ending, found in FORMATS.items()}.get(media_type) or mimetypes.guess_extension(
        media_type
    )
    return known or (own if own[1:].isalnum() and own.isascii() else "")


def _event_lines(folder: CycleFolder) -> Iterator[bytes]:
    for entry in folder.entries:
        event = entry.event
        line = {
            "number": entry.number,
            "case": event.case,
            "case_version": entry.case_version,
            "kind": event.kind.value,
            "schema": event.schema,
            "at": event.at,
            "actor": event.actor,
            "facts": dict(event.facts),
            "previous": entry.previous,
            "seal": entry.seal,
        }
        yield json.dumps(line, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode() + b"\n"


def _as_csv(listed: Sequence[Mapping[str, object]]) -> bytes:
    rows = ([_cell(one.get(name)) for name in COLUMNS] for one in listed)
    return csv_rows(COLUMNS, rows, line_end="\r\n").encode("utf-8-sig")


def _cell(value: object) -> str:
    return " ".join(map(str, value)) if isinstance(value, list | tuple) else str("" if value is None else value)
