"""Work asked for, looked at, tried again and stopped."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import IntegrityError, transaction
from django.db.models import F
from django.utils import timezone
from django_tasks.base import Task, TaskResultStatus
from django_tasks_db.models import DBTaskResult

from verbale.web.models import Work

STOPPED = "Somebody stopped it. It can be tried again."


@dataclass(frozen=True, slots=True)
class WorkState:
    """Where a piece of work stands: ``status`` is ready, running, done or failed; ``words`` say why it failed.

    ``done`` of ``total`` parts are done; ``total`` is 0 where it is not known. ``revision`` grows with each change.
    """

    id: str
    title: str
    owner: str
    status: str
    attempts: int
    done: int
    total: int
    words: str
    revision: int

    @property
    def is_over(self) -> bool:
        """Whether nothing more will happen to it."""
        return self.status in ("done", "failed")


_STATUS = {
    TaskResultStatus.READY: "ready",
    TaskResultStatus.RUNNING: "running",
    TaskResultStatus.SUCCESSFUL: "done",
    TaskResultStatus.FAILED: "failed",
}


def key_of(path: str, arguments: dict[str, Any]) -> str:
    """What names a piece of work: the SHA-256 of the task's path and its arguments, in whatever order they were named.

    Contents are named in the arguments by their own SHA-256, and what changes by its version: the same key is the same
    work, with the same outcome.
    """
    text = json.dumps([path, arguments], sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def ask_for(task: Task[Any, Any], arguments: dict[str, Any], title: str, owner: str = "") -> str:
    """Have a task done with these named arguments (JSON); the id of the work.

    The same work is done once, however often it is asked for; where it failed it is tried again. ``title`` says for
    people what it is, without words of a letter; ``owner`` is the account that asks.
    """
    key = key_of(task.module_path, arguments)
    held = Work.objects.filter(key=key).first()
    if held is None:
        try:
            # Both rows or none: of two that ask at once the second takes its task back and has the first one's.
            with transaction.atomic():
                result = task.enqueue(**arguments)
                Work.objects.create(result_id=UUID(result.id), key=key, title=title, owner=owner)
            return result.id
        except IntegrityError:
            held = Work.objects.get(key=key)
    try_again(str(held.pk))
    return str(held.pk)


def find_work(work_id: str) -> WorkState | None:
    """Where a piece of work stands; ``None`` where there is none."""
    try:
        row = Work.objects.select_related("result").filter(pk=UUID(work_id)).first()
    except ValueError:
        return None
    return _state(row) if row else None


def list_work(limit: int, owner: str | None = None) -> list[WorkState]:
    """The latest pieces of work, of everybody or of one account."""
    rows = Work.objects.select_related("result").order_by("-result__enqueued_at")
    return [_state(row) for row in (rows if owner is None else rows.filter(owner=owner))[:limit]]


def try_again(work_id: str) -> bool:
    """Put failed work back, with all its attempts; whether it had failed."""
    with transaction.atomic():
        again = DBTaskResult.objects.filter(id=UUID(work_id), status=TaskResultStatus.FAILED).update(
            status=TaskResultStatus.READY, finished_at=None, exception_class_path="", traceback=""
        )
        if again:
            _changed(work_id, attempts=0, words="", worker="", done=0, total=0)
    return bool(again)


def stop_work(work_id: str) -> bool:
    """Let work be done no further; whether there was anything to stop. Its worker learns it when it next reports."""
    with transaction.atomic():
        stopped = DBTaskResult.objects.filter(
            id=UUID(work_id), status__in=(TaskResultStatus.READY, TaskResultStatus.RUNNING)
        ).update(status=TaskResultStatus.FAILED, finished_at=timezone.now())
        if stopped:
            _changed(work_id, words=STOPPED, worker="")
    return bool(stopped)


def forget_finished(before: datetime) -> int:
    """Drop what was done before a moment, so that the lists stay short; how many. What failed is kept."""
    old = DBTaskResult.objects.filter(status=TaskResultStatus.SUCCESSFUL, finished_at__lt=before, work__isnull=False)
    count: int = old.count()
    old.delete()
    return count


def _changed(work_id: str, **columns: object) -> None:
    Work.objects.filter(pk=UUID(work_id)).update(revision=F("revision") + 1, **columns)


def _state(row: Work) -> WorkState:
    return WorkState(
        id=str(row.pk),
        title=row.title,
        owner=row.owner,
        status=_STATUS[TaskResultStatus(row.result.status)],
        attempts=row.attempts,
        done=row.done,
        total=row.total,
        words=row.words,
        revision=row.revision,
    )
