"""Files that are made once and kept: downloads, pictures of pages. All can be made again at any time."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable
from pathlib import Path

_LARGEST = 1 << 30  # bytes of all files of a folder together
_LEFT = 0.8  # share of it that is left when the oldest are dropped


def keep_file(folder: Path, name: str, make: Callable[[], bytes]) -> bytes:
    """The bytes of a file of a folder; made where it is not there yet. Raises what ``make`` raises.

    The files that were made first are dropped when all of them together grow too large. Where nothing can be written
    the bytes are made each time.
    """
    file = folder / name
    try:
        return file.read_bytes()
    except OSError:
        content = make()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        _drop_oldest(folder, _LARGEST - len(content))
        handle, temporary = tempfile.mkstemp(dir=folder)
        with os.fdopen(handle, "wb") as stream:
            stream.write(content)
        # Another process may read it meanwhile: it is there as a whole or not at all.
        Path(temporary).replace(file)
    except OSError:
        # A full disk takes nothing from the reader: what was made is shown.
        return content
    return content


def _drop_oldest(folder: Path, room: int) -> None:
    files = [(entry.stat().st_mtime_ns, entry.stat().st_size, entry.path) for entry in os.scandir(folder)]
    total = sum(size for _, size, _ in files)
    if total <= room:
        return
    for _, size, path in sorted(files):
        Path(path).unlink(missing_ok=True)
        total -= size
        if total <= room * _LEFT:
            break
