"""From what a user names to bytes: files, whole folders, standard input."""

from __future__ import annotations

import os
import re
import stat
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from verbale.errors import NotADocument, ReadFailed, TooLarge
from verbale.read.limits import Limits

_CHUNK = 1024 * 1024  # bytes read at a time from a stream without a length
_LIMITS = Limits()
_DATA = frozenset(
    {
        *("cfg", "css", "csv", "db", "ini", "js", "json", "jsonl", "lock", "log", "ndjson", "parquet", "po", "py"),
        *("sh", "sql", "sqlite", "toml", "tsv", "xsd", "yaml", "yml"),
    }
)
"""Endings of files that hold data or programs. In a folder they are left aside; one that is named is read."""
_SURROGATE = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Incoming:
    """A source that was named or found in a folder; nothing of it has been read yet.

    ``name`` goes into the result: the file's own name, or its path below the folder that was
    walked, so that results do not depend on where a folder lies. ``shown`` is for messages.
    ``path`` is ``None`` for standard input.
    """

    name: str
    shown: str
    path: Path | None


def find_sources(paths: Iterable[str]) -> list[Incoming]:
    """Files as named, folders as the files below them, ``-`` as standard input. Never raises.

    Folders are walked in sorted order; names that begin with a dot and files of data (``metadata.json``) are passed
    over, and links to folders are not followed. What does not exist is still listed, and fails when it is read.
    """
    found: list[Incoming] = []
    for path in paths:
        if path == "-":
            found.append(Incoming("standard input", "standard input", None))
        elif Path(path).is_dir():
            below = [_incoming(file, Path(path)) for file in _walk(Path(path)) if not _is_data(file)]
            found.extend(below or [_incoming(Path(path), Path(path).parent)])
        else:
            found.append(_incoming(Path(path), Path(path).parent))
    return found


def find_left_aside(paths: Iterable[str]) -> list[Incoming]:
    """The files of data in the folders named, which ``find_sources`` passes over. Never raises."""
    folders = [Path(path) for path in paths if path != "-" and Path(path).is_dir()]
    return [_incoming(file, folder) for folder in folders for file in _walk(folder) if _is_data(file)]


def _is_data(path: Path) -> bool:
    return path.suffix.removeprefix(".").lower() in _DATA


def get_size(incoming: Incoming, limits: Limits = _LIMITS) -> int:
    """The size of a file that is named, told before it is opened.

    Raises ``TooLarge``, or ``ReadFailed`` where there is no file: pipes and devices may give nothing, or without end.
    """
    assert incoming.path is not None
    try:
        told = incoming.path.stat()
    except FileNotFoundError:
        raise ReadFailed(incoming.name, "there is no such file", "check the path") from None
    except (OSError, ValueError) as error:
        raise ReadFailed(incoming.name, f"cannot be opened: {_reason(error)}", "check the path") from error
    if stat.S_ISDIR(told.st_mode):
        raise NotADocument(incoming.name, "there is no file in this folder", "name a file or another folder")
    if not stat.S_ISREG(told.st_mode):
        raise NotADocument(incoming.name, "a pipe or a device, not a file", "save it to a file, or give it as -")
    if told.st_size > limits.bytes:
        raise _too_large(incoming, f"{told.st_size:,} bytes", limits)
    return told.st_size


def get_bytes(incoming: Incoming, limits: Limits = _LIMITS) -> bytes:
    """The bytes of a source, at most ``limits.bytes``.

    A file's size is looked at before it is opened, so that a file over the limit costs nothing.
    Raises ``TooLarge``, or ``ReadFailed`` where there is nothing to read.
    """
    if incoming.path is None:
        return _read_bounded(sys.stdin.buffer, incoming, limits)
    try:
        get_size(incoming, limits)
        with incoming.path.open("rb") as stream:
            return _read_bounded(stream, incoming, limits)
    except FileNotFoundError:
        raise ReadFailed(incoming.name, "there is no such file", "check the path") from None
    except PermissionError:
        raise ReadFailed(incoming.name, "this file may not be read", "check its permissions") from None
    except (OSError, ValueError) as error:
        raise ReadFailed(incoming.name, f"cannot be opened: {_reason(error)}", "check the path") from error


def _reason(error: OSError | ValueError) -> str:
    return (error.strerror if isinstance(error, OSError) else None) or str(error)


def _read_bounded(stream: BinaryIO, incoming: Incoming, limits: Limits) -> bytes:
    """Read to the end, or to the limit: a pipe or a device tells no size beforehand."""
    parts: list[bytes] = []
    total = 0
    while part := stream.read(_CHUNK):
        total += len(part)
        if total > limits.bytes:
            raise _too_large(incoming, "more bytes than may be read", limits)
        parts.append(part)
    return b"".join(parts)


def _too_large(incoming: Incoming, what: str, limits: Limits) -> TooLarge:
    return TooLarge(incoming.name, f"{what}, the limit is {limits.bytes:,}", "split the document")


def _walk(folder: Path) -> Iterator[Path]:
    for where, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            if not name.startswith("."):
                yield Path(where) / name


def _incoming(path: Path, root: Path) -> Incoming:
    name = path.relative_to(root).as_posix() if path != root else path.as_posix()
    return Incoming(_clean(name), _clean(str(path)), path)


def _clean(name: str) -> str:
    """A name that can be encoded: undecodable bytes of a file name become U+FFFD."""
    return _SURROGATE.sub("\ufffd", name)
