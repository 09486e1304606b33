"""Results go to the path that was named, and nowhere else."""

from __future__ import annotations

import os
import re
import shutil
import unicodedata
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from verbale.errors import OutputRefused
from verbale.model.document import Document

# Letters that some file system gives a meaning of its own, and characters that steer a terminal or turn a line around.
_UNSAFE = re.compile(r'[\x00-\x1f\x7f-\x9f<>:"|?*\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]')
_RESERVED = re.compile(r"(?i)(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\.|$)")
_LONGEST = 120  # bytes of a stem; file systems stop at 255, and an ending and a number follow


def safe_name(name: str) -> str:
    """A file stem made of a source's name: no folders, no dots in front, nothing a system forbids."""
    last = re.split(r"[/\\]", name)[-1]
    stem = _UNSAFE.sub("_", unicodedata.normalize("NFC", last))
    stem = re.sub(r"(?<=.)\.[A-Za-z0-9]{1,5}$", "", stem).strip(". ")
    stem = stem.encode("utf-8")[:_LONGEST].decode("utf-8", "ignore").rstrip(". ")
    if _RESERVED.match(stem):
        stem = f"_{stem}"
    return stem or "document"


def safe_folder(name: str) -> str:
    """The name of one folder, made as ``safe_name`` makes a stem; an ending stays."""
    return safe_name(f"{name}.x")


def make_folder(path: Path) -> None:
    """Make a folder with those above it. Raises ``OutputRefused``."""
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise _refused(path, error) from error


@dataclass(slots=True)
class OutputTarget:
    """A file, or a folder that takes one file for each source.

    ``folder`` says which. ``force`` allows writing over files that exist.
    """

    path: Path
    folder: bool
    force: bool = False
    taken: set[str] = field(default_factory=set)

    def write(self, document: Document, content: bytes, ending: str) -> Path:
        """Write one result and tell where. ``ending`` is the file's, with its dot. Raises ``OutputRefused``."""
        path = self.path / self._free_name(document, ending) if self.folder else self.path
        if self.folder and path.parent != self.path:
            make_folder(path.parent)
        self.write_file(path, content)
        return path

    def write_file(self, path: Path, content: bytes) -> None:
        """Write ``content`` to ``path``. Raises ``OutputRefused``; a half-written file is taken away."""
        try:
            if _is_device(path):
                path.write_bytes(content)
            elif self.force:
                _replace(path, content)
            else:
                _create(path, content)
        except FileExistsError:
            raise _exists(path) from None
        except OSError as error:
            raise _refused(path, error) from error

    def _free_name(self, document: Document, ending: str) -> str:
        """A path no other source of this run has taken, in the folder that the source lies in below the one walked.

        The checksum tells two of one name apart.
        """
        folders = re.split(r"[/\\]", document.source.name)[:-1]
        stem = "/".join([*(safe_folder(each) for each in folders if each.strip(".")), safe_name(document.source.name)])
        tries = [stem, f"{stem}-{document.source.sha256[:8]}"]
        number = 2
        while tries[0].casefold() in self.taken:
            del tries[0]
            if not tries:
                tries.append(f"{stem}-{document.source.sha256[:8]}-{number}")
                number += 1
        self.taken.add(tries[0].casefold())
        return tries[0] + ending


def get_destination(path: str, *, several: bool, force: bool = False) -> OutputTarget:
    """Look at the place before any work is done. Raises ``OutputRefused`` where nothing can be written."""
    place = Path(path)
    folder = several or place.is_dir() or path.endswith(("/", os.sep))
    try:
        if folder:
            place.mkdir(parents=True, exist_ok=True)
        elif (place.exists() or place.is_symlink()) and not force and not _is_device(place):
            raise _exists(place)
        where = place if folder else place.parent
        if not where.is_dir():
            raise OutputRefused(str(where), "there is no such folder; make it first, or name another with -o")
        if not os.access(where, os.W_OK):
            raise OutputRefused(str(where), "may not be written to; name another place with -o")
    except FileExistsError:
        raise OutputRefused(path, "is a file, and several results need a folder; name a folder with -o") from None
    except (OSError, ValueError) as error:
        raise _refused(place, error) from error
    return OutputTarget(place, folder, force)


@dataclass(slots=True)
class StagedFiles:
    """Files that belong together, written beside the place where they are to stand: ``put`` sets them there."""

    folder: Path
    part: Path
    names: tuple[str, ...]
    new: bool

    def put(self) -> None:
        """Set the files in their places: a new folder appears with all of them. Raises ``OutputRefused``."""
        try:
            if self.new:
                self.part.rename(self.folder)
                return
            for name in self.names:
                (self.part / name).replace(self.folder / name)
            self.part.rmdir()
        except OSError as error:
            raise _refused(self.folder, error) from error

    def discard(self) -> None:
        """Take away what was not put in its place."""
        shutil.rmtree(self.part, ignore_errors=True)


@dataclass(frozen=True, slots=True)
class KeptAlone:
    """Files that are written nowhere: what keeps them is the record."""

    def put(self) -> None:
        """Do nothing."""


@contextmanager
def staging(
    folder: Path | None, files: Mapping[str, bytes], *, force: bool = False
) -> Iterator[StagedFiles | KeptAlone]:
    """Write files that belong together beside their folder, for ``put`` once what they report is recorded.

    None of them is left where the block ends without ``put``; without a folder none is written. Raises
    ``OutputRefused`` where one of them may not be written.
    """
    if folder is None:
        yield KeptAlone()
        return
    new = not folder.exists()
    if not new:
        get_destination(str(folder), several=True, force=force)
        for name in files:
            if (folder / name).exists() and not force:
                raise _exists(folder / name)
    part = folder.with_name(f".{folder.name}.part") if new else folder / ".part"
    staged = StagedFiles(folder, part, tuple(files), new)
    try:
        staged.discard()
        part.mkdir(parents=True)
        for name, content in files.items():
            _create(part / name, content)
    except OSError as error:
        staged.discard()
        raise _refused(folder, error) from error
    try:
        yield staged
    finally:
        staged.discard()


def write_together(folder: Path, files: Mapping[str, bytes], *, force: bool = False) -> None:
    """Write files that belong together: a new folder appears with all of them or not at all.

    In a folder that exists each file is put in place whole; none is touched where one of them may not be. Raises
    ``OutputRefused``.
    """
    with staging(folder, files, force=force) as staged:
        staged.put()


def _is_device(path: Path) -> bool:
    return path.exists() and not path.is_file() and not path.is_dir()


def _create(path: Path, content: bytes) -> None:
    with path.open("xb") as stream:
        try:
            stream.write(content)
            stream.flush()
        except OSError:
            path.unlink(missing_ok=True)
            raise


def _replace(path: Path, content: bytes) -> None:
    """Put a whole new file in place: a link there is replaced, never written through."""
    part = path.with_name(f".{path.name}.part")
    part.unlink(missing_ok=True)
    _create(part, content)
    try:
        part.replace(path)
    except OSError:
        part.unlink(missing_ok=True)
        raise


def _exists(path: Path) -> OutputRefused:
    return OutputRefused(str(path), "is there already; give --force to write over it, or name another place with -o")


def _refused(path: Path, error: OSError | ValueError) -> OutputRefused:
    reason = (error.strerror if isinstance(error, OSError) else None) or str(error)
    return OutputRefused(str(path), f"cannot be written: {reason}; name another place with -o")
