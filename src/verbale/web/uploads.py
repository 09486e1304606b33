"""What comes from a browser: bounded before it is read, scanned where a scanner is named, then read in the guard.

A body over the limit is refused by its announced length, before a byte of it is kept. A file is handed to the scanner
and to the desk by its path; its type is what its bytes say, whatever the browser calls it.
"""

from __future__ import annotations

import hashlib
import logging
import re
import shutil
import subprocess
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse

from verbale.errors import BadReference
from verbale.web.failing import failure
from verbale.web.services import Services
from verbale.web.site import Site

log = logging.getLogger("verbale.uploads")

LARGEST_BODY = 210 * 1024 * 1024
"""Bytes of a request: the largest file that is read (200 MiB), with its form."""
_HELD = "held-"
_NAME = 120  # characters of the name of a file that are kept
_SCAN_SECONDS = 120  # that a scanner may take
_TOO_LONG = "What was sent is larger than 200 MiB. Send it in parts, or by another way."


class UploadLimitMiddleware:
    """Refuse a body that is too large before anything reads it."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self._next = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Go on, or answer 413."""
        announced = request.META.get("CONTENT_LENGTH") or "0"
        if not announced.isdigit() or int(announced) > LARGEST_BODY:
            return failure(request, 413, _TOO_LONG)
        return self._next(request)


@contextmanager
def taken_in(upload: UploadedFile) -> Iterator[Path]:
    """A file that came, scanned, in a private folder for as long as the block lasts, by its own name without its path.

    The desk reads it from there in the guard, as every letter, and keeps its bytes. Raises as ``scan`` does.
    """
    services: Services = settings.SERVICES
    with TemporaryDirectory(dir=folder_of_uploads(settings.SITE)) as folder:
        path = Path(folder) / _name_of(upload)
        with path.open("xb") as out:
            for chunk in upload.chunks():
                out.write(chunk)
        scan(path, services.scanner)
        yield path


@dataclass(frozen=True, slots=True)
class HeldFile:
    """A file that came with a form and waits until the form is sent again: its key, name and bytes."""

    key: str
    name: str
    data: bytes


def hold_file(upload: UploadedFile) -> HeldFile:
    """Keep a file until its form is sent again, or for as long as uploads are kept. Raises as ``scan`` does."""
    with taken_in(upload) as path:
        data = path.read_bytes()
        held = HeldFile(hashlib.sha256(data).hexdigest(), path.name, data)
        place = folder_of_uploads(settings.SITE) / f"{_HELD}{held.key}"
        place.mkdir(mode=0o700, exist_ok=True)
        path.replace(place / path.name)
    return held


def get_held_file(key: str) -> HeldFile:
    """A file that was held. Raises ``BadReference`` where it is not, or not any more."""
    place = folder_of_uploads(settings.SITE) / f"{_HELD}{key}"
    if not re.fullmatch("[0-9a-f]{64}", key) or not place.is_dir():
        raise BadReference(key[:_NAME], "is no file that was kept; choose it again")
    path = next(place.iterdir())
    return HeldFile(key, path.name, path.read_bytes())


def let_go(files: Iterable[HeldFile]) -> None:
    """Take away files that were held, once their form was done."""
    for one in files:
        shutil.rmtree(folder_of_uploads(settings.SITE) / f"{_HELD}{one.key}", ignore_errors=True)


def folder_of_uploads(site: Site) -> Path:
    """Where what is uploaded stands while it is taken in: in the site's own folder, which no other user reads."""
    folder = site.folder / "uploads"
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    return folder


def forget_uploads(site: Site, before: float) -> int:
    """Take away what processes that were killed left of uploads since before a moment (seconds since 1970); how many.

    What was accepted is in the desk.
    """
    left = [path for path in folder_of_uploads(site).iterdir() if path.stat().st_mtime < before]
    for path in left:
        if path.is_dir():
            shutil.rmtree(path, ignore_errors=True)
        else:
            path.unlink(missing_ok=True)
    return len(left)


def _name_of(upload: UploadedFile) -> str:
    name = "".join(each for each in Path(str(upload.name)).name if each.isprintable() and each not in "/\\")
    return name[-_NAME:].lstrip(".") or "upload"


def scan(path: Path, scanner: tuple[str, ...], seconds: float = _SCAN_SECONDS) -> None:
    """Have a file looked at by the scanner of the site, which is given its path as the last argument.

    Raises ``BadReference`` where the scanner refuses it (any exit code but 0), cannot be run, or takes too long: what
    could not be looked at is not taken in. Nothing is done where no scanner is named.
    """
    if not scanner:
        return
    advice = "nothing was taken in; send it again later, or tell the office"
    try:
        done = subprocess.run([*scanner, str(path)], check=False, capture_output=True, timeout=seconds)
    except (OSError, subprocess.TimeoutExpired) as error:
        log.error("the scanner gave no answer: %s", type(error).__name__)
        raise BadReference(path.name, f"could not be looked at by the scanner for viruses; {advice}") from error
    if done.returncode:
        log.warning("the scanner refuses a file with %d", done.returncode)
        raise BadReference(path.name, "is refused by the scanner for viruses; nothing was taken in")
