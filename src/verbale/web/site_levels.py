"""Where a site stands at a moment: its queue, inbox, mail and workers, and whether it is ready for requests."""

from __future__ import annotations

import logging
import os
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from pathlib import Path

from django.db import Error, connection
from django.db.models import Count, Min
from django.utils import timezone
from django_tasks.base import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from verbale.errors import VerbaleError
from verbale.store.database import is_older
from verbale.web.current_desk import INDEX, current_site, desk_database
from verbale.web.metrics import Level
from verbale.web.models import Intake, OutgoingMail, Worker
from verbale.web.work.loop import Pace

_LOG = logging.getLogger("verbale.web")
_QUEUE = ("READY", "RUNNING", "FAILED")  # of django_tasks.base.TaskResultStatus
_MAIL = ("waiting", "sending", "refused", "uncertain")  # what is not over, and what a person has to look at
PARTS = ("database", "storage", "worker", "index")
"""What a site needs to be ready, in the order in which it is looked at."""


def find_levels() -> Iterator[Level]:
    """The figures of a moment; none where the database does not answer, for that shows by itself."""
    try:
        yield from _levels(timezone.now())
    except (Error, VerbaleError) as error:
        _LOG.warning("no figures: %s", type(error).__name__)
    finally:
        connection.close()


def _levels(now: datetime) -> Iterator[Level]:
    counts = dict(DBTaskResult.objects.order_by("status").values_list("status").annotate(Count("pk")))
    for status in _QUEUE:
        yield Level("verbale.queue.length", "1", counts.get(status, 0), {"verbale.status": status.lower()})
    oldest = DBTaskResult.objects.filter(status=TaskResultStatus.READY).aggregate(at=Min("enqueued_at"))["at"]
    yield Level("verbale.queue.age", "s", (now - oldest).total_seconds() if oldest else 0.0, {})
    yield Level("verbale.intake.open", "1", Intake.objects.filter(done=False).count(), {})
    mail = dict(OutgoingMail.objects.order_by("status").values_list("status").annotate(Count("pk")))
    for status in _MAIL:
        yield Level("verbale.mail", "1", mail.get(status, 0), {"verbale.status": status})
    yield Level("verbale.workers", "1", _living(now), {})


def find_readiness() -> dict[str, bool]:
    """Whether each part that a site needs is there. What is wrong with it is in the log of the machine."""
    looks = (_database, _storage, _worker, _index)
    return {part: _holds(part, look) for part, look in zip(PARTS, looks, strict=True)}


def _holds(part: str, look: Callable[[], bool]) -> bool:
    try:
        found = look()
    except (Error, OSError, VerbaleError) as error:
        _LOG.warning("%s is not ready: %s", part, type(error).__name__)
        return False
    if not found:
        _LOG.warning("%s is not ready", part)
    return found


def _database() -> bool:
    return not is_older(desk_database())


def _storage() -> bool:
    folder: Path = current_site().folder
    return folder.is_dir() and os.access(folder, os.W_OK)


def _worker() -> bool:
    return _living(timezone.now()) > 0


def _living(now: datetime) -> int:
    return Worker.objects.filter(seen_at__gte=now - timedelta(seconds=Pace().gone)).count()


def _index() -> bool:
    return (current_site().folder / INDEX / "meta.json").is_file()
