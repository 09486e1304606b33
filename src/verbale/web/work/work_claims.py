"""Who does which work: claimed, finished, failed, given back; and what becomes of the work of a worker that is gone.

Each step is a conditional update under a transaction, so that of two processes one wins, on SQLite and PostgreSQL.
Whether a worker lives is told by the clock of the database, which all of them share.
"""

from __future__ import annotations

import traceback
from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import F
from django.db.models.functions import Now
from django.utils import timezone
from django_tasks.base import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from verbale.web.models import Work, Worker

ATTEMPTS = 3
"""How often work is begun whose worker goes away in the middle."""
LOST = (
    f"Its worker went away in the middle, {ATTEMPTS} times. Nothing that was received is lost. "
    "Tell the operator: the log of the machine says what ended the worker."
)


@dataclass(frozen=True, slots=True)
class Claim:
    """A piece of work that a worker has, in its how many-eth attempt. It is good until the work is given to another."""

    id: UUID
    worker: str
    attempt: int


class WorkTaken(BaseException):
    """The work is not this worker's any more: it was stopped, or given to another. No task catches it by mistake."""


def show_life(worker: str) -> None:
    """Let a worker show that it lives."""
    if not Worker.objects.filter(pk=worker).update(seen_at=Now()):
        Worker.objects.create(pk=worker, seen_at=Now())


def leave(worker: str) -> None:
    """Record that a worker is gone, so that its work goes back at the next sweep."""
    Worker.objects.filter(pk=worker).delete()


def claim(worker: str) -> Claim | None:
    """The next piece of work for a worker; ``None`` where there is none to do."""
    for found in DBTaskResult.objects.ready().filter(work__isnull=False).values_list("id", flat=True)[:20]:
        with transaction.atomic():
            # The update comes first: it takes SQLite's lock, and on PostgreSQL that of the row.
            started = DBTaskResult.objects.filter(id=found, status=TaskResultStatus.READY).update(
                status=TaskResultStatus.RUNNING, started_at=timezone.now()
            )
            if started:
                row = Work.objects.filter(pk=found)
                row.update(
                    worker=worker, attempts=F("attempts") + 1, revision=F("revision") + 1, done=0, total=0, words=""
                )
                return Claim(found, worker, row.get().attempts)
    return None


def report(claimed: Claim, done: int, total: int) -> None:
    """Say how far work is. Raises ``WorkTaken`` where it is not this worker's any more."""
    running = DBTaskResult.objects.filter(id=claimed.id, status=TaskResultStatus.RUNNING)
    if (
        not _held(claimed)
        .filter(pk__in=running.values("id"))
        .update(done=done, total=total, revision=F("revision") + 1)
    ):
        raise WorkTaken(str(claimed.id))


def finish(claimed: Claim, value: Any) -> bool:  # noqa: ANN401  What a task gives back, as JSON.
    """Record what work came to; ``False`` where it is not this worker's any more and nothing was recorded."""
    return _end(claimed, "", status=TaskResultStatus.SUCCESSFUL, return_value=value)


def fail(claimed: Claim, words: str, error: BaseException) -> bool:
    """Record why a piece of work failed; ``False`` as for ``finish``.

    Of the error its class and the lines of the program are kept: its message may have words of a letter.
    """
    path = f"{type(error).__module__}.{type(error).__qualname__}"
    lines = "".join(traceback.format_tb(error.__traceback__))
    return _end(claimed, words, status=TaskResultStatus.FAILED, exception_class_path=path, traceback=lines)


def give_back(claimed: Claim, *, counts: bool) -> bool:
    """Leave work to another, or to a later attempt; ``counts`` says whether this one was an attempt."""
    left = {} if counts else {"attempts": F("attempts") - 1}
    return _leave(claimed, left, status=TaskResultStatus.READY, started_at=None)


def sweep(gone_after: timedelta) -> int:
    """Take back the work of workers that have not shown life for so long; how many pieces.

    What was begun three times fails with words, the rest goes to whoever claims it next.
    """
    swept = 0
    gone = Worker.objects.filter(seen_at__lt=Now() - gone_after)
    if gone.exists():  # A deletion takes SQLite's lock, also where there is nothing to delete.
        gone.delete()
    lost = Work.objects.filter(result__status=TaskResultStatus.RUNNING).exclude(worker__in=Worker.objects.values("pk"))
    for work_id, worker, attempts in lost.values_list("pk", "worker", "attempts"):
        claimed = Claim(work_id, worker, attempts)
        if attempts >= ATTEMPTS:
            swept += _end(claimed, LOST, status=TaskResultStatus.FAILED)
        else:
            swept += give_back(claimed, counts=True)
    return swept


def _held(claimed: Claim) -> Any:  # noqa: ANN401  A set of rows; Django has no types.
    return Work.objects.filter(pk=claimed.id, worker=claimed.worker, attempts=claimed.attempt)


def _end(claimed: Claim, words: str, **columns: object) -> bool:
    return _leave(claimed, {"words": words}, finished_at=timezone.now(), **columns)


def _leave(claimed: Claim, work: dict[str, object], **columns: object) -> bool:
    """Change both rows of a piece of work that is held, and hold it no more."""
    with transaction.atomic():
        # The task's row is locked first, as by ``claim`` and ``queue``: whoever waited then sees what became of it.
        task = DBTaskResult.objects.filter(id=claimed.id, status=TaskResultStatus.RUNNING)
        held = task.update(status=TaskResultStatus.RUNNING) and _held(claimed).update(
            worker="", revision=F("revision") + 1, **work
        )
        if held:
            DBTaskResult.objects.filter(id=claimed.id).update(**columns)
    return bool(held)
