"""A process that does work: it shows that it lives, takes back the work of those that do not, and ends when it is told.

A first SIGTERM or SIGINT lets the work in hand come to its next report and gives it back; a second ends it where it is.
A kill that lets nothing be done loses nothing: the work goes to another worker.
"""

from __future__ import annotations

import logging
import os
import secrets
import signal
import socket
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import timedelta
from types import FrameType

from django.db import InterfaceError, OperationalError, close_old_connections, connection
from django_tasks_db.models import DBTaskResult

from verbale.errors import VerbaleError, printable
from verbale.web.metrics import record_work
from verbale.web.work import work_claims
from verbale.web.work.progress import reporting_to
from verbale.web.work.work_claims import ATTEMPTS, Claim, WorkTaken

log = logging.getLogger("verbale.work")

FAULT = (
    "The program met an error of its own. Nothing that was received is lost. Tell the operator the number of this work."
)
_SAID_EVERY = 0.2  # seconds between two entries of how far work is
_DATABASE = "The database did not answer. Nothing that was received is lost. Try again later."


class Stopped(BaseException):
    """The worker was told to end. No task catches it by mistake."""


@dataclass(frozen=True, slots=True)
class Pace:
    """How often, in seconds: work is looked for, life is shown; and after how long without it a worker is gone."""

    look: float = 1.0
    beat: float = 3.0
    gone: float = 15.0


@dataclass(slots=True)
class WorkerProcess:
    """A worker, with a name that no other has."""

    pace: Pace = field(default_factory=Pace)
    name: str = field(default_factory=lambda: f"{socket.gethostname()[:30]}-{os.getpid()}-{secrets.token_hex(6)}")
    ending: threading.Event = field(default_factory=threading.Event)
    said: float = 0.0

    def run(self, until: Callable[[], bool] = lambda: False) -> None:
        """Work until ``until`` says so when there is nothing to do, or the worker is told to end."""
        beating = threading.Thread(target=self._beat, name="beat", daemon=True)
        work_claims.show_life(self.name)
        beating.start()
        try:
            while not self.ending.is_set():
                if not self._once() and until():
                    break
        except Stopped:
            log.info("worker %s ends", self.name)
        finally:
            self.ending.set()
            beating.join(self.pace.beat + 1)
            work_claims.leave(self.name)

    def end_on_signals(self) -> None:
        """End on SIGTERM and SIGINT."""
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, self._on_signal)

    def _on_signal(self, number: int, frame: FrameType | None) -> None:
        if self.ending.is_set():
            raise Stopped
        self.ending.set()

    def _once(self) -> bool:
        """Look once; whether there was work. A database that does not answer is asked again later."""
        try:
            close_old_connections()
            work_claims.sweep(timedelta(seconds=self.pace.gone))
            claimed = work_claims.claim(self.name)
        except (OperationalError, InterfaceError) as error:
            log.warning("worker %s: the database does not answer (%s)", self.name, type(error).__name__)
            claimed = None
        if claimed is None:
            self.ending.wait(self.pace.look)
            return False
        self._do(claimed)
        return True

    def _do(self, claimed: Claim) -> None:
        log.info("work %s begins, attempt %d", claimed.id, claimed.attempt)
        started = time.monotonic()
        task, outcome = "", "failed"
        try:
            row = DBTaskResult.objects.get(id=claimed.id)
            task = row.task_path.rpartition(".")[2]
            with reporting_to(lambda done, total: self._report(claimed, done, total)):
                value = row.task.call(*row.args_kwargs["args"], **row.args_kwargs["kwargs"])
            work_claims.finish(claimed, value)
            outcome = "done"
        except WorkTaken:
            outcome = "taken"
            log.warning("work %s is not this worker's any more", claimed.id)
        except Stopped:
            work_claims.give_back(claimed, counts=False)
            raise
        except VerbaleError as error:
            work_claims.fail(claimed, printable(str(error)), error)
        except (OperationalError, InterfaceError) as error:
            outcome = "put-off"
            self._put_off(claimed, error)
        except Exception as error:
            # Its message may have words of a letter: the log and the page say what kind of error it is and where.
            log.error("work %s: %s", claimed.id, type(error).__name__)
            work_claims.fail(claimed, FAULT, error)
        seconds = time.monotonic() - started
        record_work(task, outcome, seconds)
        log.info("work %s ends after %.1f s", claimed.id, seconds)

    def _report(self, claimed: Claim, done: int, total: int) -> None:
        if self.ending.is_set():
            raise Stopped
        now = time.monotonic()
        if now - self.said >= _SAID_EVERY or done == total:
            self.said = now
            work_claims.report(claimed, done, total)

    def _put_off(self, claimed: Claim, error: Exception) -> None:
        """Work that met a database that did not answer is tried again. Where it still does not, the sweep finds it."""
        log.warning("work %s: the database does not answer (%s)", claimed.id, type(error).__name__)
        connection.close()
        self.ending.wait(self.pace.look)
        if claimed.attempt >= ATTEMPTS:
            work_claims.fail(claimed, _DATABASE, error)
        else:
            work_claims.give_back(claimed, counts=True)

    def _beat(self) -> None:
        """Show life until the end, over a connection of this thread's own."""
        try:
            while not self.ending.wait(self.pace.beat):
                try:
                    work_claims.show_life(self.name)
                except (OperationalError, InterfaceError) as error:
                    log.warning("worker %s: the database does not answer (%s)", self.name, type(error).__name__)
                    connection.close()
        finally:
            connection.close()
