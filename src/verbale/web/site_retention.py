"""What of a website may go by itself, under which rule: shown first, and removed where somebody says so.

None of it is spoken of by the record of a cycle: contents, readings, entries, mail, drafts of missions and whatever
waits for a person are not touched, however old they are.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from django.contrib.sessions.models import Session
from django.db.models import QuerySet
from django_tasks.base import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from verbale.web.current_desk import current_site
from verbale.web.models import Presence
from verbale.web.uploads import folder_of_uploads

MADE_AGAIN = ("converted", "reconciled", "pages", "checked", "aligned")
"""The folders of the site with files that are made again when somebody asks for them (``app.kept_files``)."""
_WORK_DAYS, _FILE_DAYS = 90, 30
_PRESENCE_HOURS, _UPLOAD_HOURS = 24, 24


@dataclass(frozen=True, slots=True)
class Removable:
    """What may go: how many rows or files of what ``name``, their bytes (0 for rows), and the rule."""

    name: str
    count: int
    size: int
    rule: str


def find_removable(now: datetime, *, remove: bool = False) -> tuple[Removable, ...]:
    """What may go at a moment, each with its rule; with ``remove`` it is gone when this returns."""
    return (*_rows(now, remove), *_files(now, remove))


def _rows(now: datetime, remove: bool) -> Iterator[Removable]:
    work = DBTaskResult.objects.filter(
        status=TaskResultStatus.SUCCESSFUL, finished_at__lt=now - timedelta(days=_WORK_DAYS), work__isnull=False
    )
    seen = Presence.objects.filter(seen_at__lt=now - timedelta(hours=_PRESENCE_HOURS))
    kinds: tuple[tuple[str, QuerySet, str], ...] = (
        ("sessions", Session.objects.filter(expire_date__lt=now), "their time is over"),
        ("work that was done", work, f"done more than {_WORK_DAYS} days ago; what failed stays"),
        ("who had which letter open", seen, f"seen more than {_PRESENCE_HOURS} hours ago"),
    )
    for name, rows, rule in kinds:
        yield Removable(name, rows.count(), 0, rule)
        if remove:
            rows.delete()


def _files(now: datetime, remove: bool) -> Iterator[Removable]:
    folder = current_site().folder
    made = [path for name in MADE_AGAIN for path in _older(folder / name, now - timedelta(days=_FILE_DAYS))]
    left = _older(folder_of_uploads(current_site()), now - timedelta(hours=_UPLOAD_HOURS))
    kinds: tuple[tuple[str, list[Path], str], ...] = (
        (
            "files that are made again",
            made,
            f"made more than {_FILE_DAYS} days ago; made again when asked for",
        ),
        (
            "uploads",
            left,
            f"left more than {_UPLOAD_HOURS} hours ago; what was taken in is kept",
        ),
    )
    for name, paths, rule in kinds:
        yield Removable(name, len(paths), sum(map(_size, paths)), rule)
        for path in paths if remove else ():
            _take_away(path)


def _older(folder: Path, before: datetime) -> list[Path]:
    if not folder.is_dir():
        return []
    return sorted(path for path in folder.iterdir() if path.lstat().st_mtime < before.timestamp())


def _size(path: Path) -> int:
    if path.is_dir() and not path.is_symlink():
        return sum(each.lstat().st_size for each in path.rglob("*"))
    return path.lstat().st_size


def _take_away(path: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path, ignore_errors=True)
    else:
        path.unlink(missing_ok=True)
