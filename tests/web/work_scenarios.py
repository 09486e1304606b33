"""Stories of workers that are killed, each told by ``python -m tests.web.work_scenarios NAME`` in a process of its own.

A process of Django has one set of settings; that of the tests has another.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path

import django

django.setup()

from django.core.management import call_command  # noqa: E402  Once Django is set up.
from django.utils import timezone  # noqa: E402
from django_tasks_db.models import DBTaskResult  # noqa: E402
from tests.web.work_tasks import count, meet_an_error  # noqa: E402

from verbale.web.models import Work, Worker  # noqa: E402
from verbale.web.work import queue, work_claims  # noqa: E402
from verbale.web.work.loop import FAULT, Pace, WorkerProcess  # noqa: E402
from verbale.web.work.queue import STOPPED, WorkState, ask_for, find_work  # noqa: E402
from verbale.web.work.work_claims import LOST, Claim, WorkTaken  # noqa: E402

PATIENCE = 60  # seconds that a busy machine may take
NOTES = Path(tempfile.mkdtemp()) / "notes.txt"


def worker() -> None:
    """What the processes do that the stories start."""
    process = WorkerProcess(Pace(look=0.05, beat=0.1, gone=1.0))
    process.end_on_signals()
    process.run()


@contextmanager
def started(number: int = 1) -> Iterator[list[subprocess.Popen[bytes]]]:
    command = (sys.executable, "-m", "tests.web.work_scenarios", "worker")
    processes = [subprocess.Popen(command) for _ in range(number)]
    try:
        yield processes
    finally:
        for one in processes:
            one.kill()
            one.wait()


def wait_for(work_id: str, holds: Callable[[WorkState], bool]) -> WorkState:
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        state = find_work(work_id)
        assert state is not None
        if holds(state):
            return state
        time.sleep(0.02)
    raise AssertionError(f"waited in vain: {state}")


def notes() -> list[str]:
    return [line.split()[0] for line in NOTES.read_text(encoding="utf-8").splitlines()] if NOTES.exists() else []


def ask(parts: int = 3, pause: float = 0.01, owner: str = "officer") -> str:
    return ask_for(count, {"where": str(NOTES), "parts": parts, "pause": pause}, "Counting", owner)


def killed_in_the_middle() -> None:
    """Kill -9 of a worker: another does it, from the beginning, once."""
    work = ask(parts=20, pause=0.05)
    with started() as (first,):
        assert wait_for(work, lambda state: state.done > 2).attempts == 1
        first.kill()
        first.wait()
    with started():
        state = wait_for(work, lambda state: state.is_over)
    assert (state.status, state.attempts, state.done, state.total, state.words) == ("done", 2, 20, 20, "")
    assert notes() == ["begin", "begin", "end"]
    assert DBTaskResult.objects.get(id=work).return_value == {"parts": 20}


def three_attempts() -> None:
    """Work that ends every worker is given up after the third, with words, and is begun anew where somebody asks."""
    work = ask(parts=10_000, pause=0.05)
    for attempt in (1, 2, 3):
        with started() as (one,):
            wait_for(work, lambda state, attempt=attempt: state.attempts == attempt and state.done > 0)  # type: ignore[misc]
            one.kill()
            one.wait()
    with started():
        state = wait_for(work, lambda state: state.is_over)
        assert (state.status, state.attempts, state.words) == ("failed", 3, LOST)
        assert notes() == ["begin"] * 3
        other = ask(parts=1)
        assert wait_for(other, lambda state: state.is_over).status == "done"
    assert ask(parts=10_000, pause=0.05) == work
    again = find_work(work)
    assert again is not None
    assert (again.status, again.attempts, again.words) == ("ready", 0, "")


def asked_for_twice() -> None:
    """The same work, asked for by many at once and again when it is done, is done once."""
    found: list[str] = []
    threads = [threading.Thread(target=lambda: found.append(ask())) for _ in range(6)]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    assert len(found) == 6
    (work,) = set(found)
    assert ask_for(count, {"pause": 0.01, "parts": 3, "where": str(NOTES)}, "Counting", "another") == work
    with started(3):
        wait_for(work, lambda state: state.is_over)
        assert ask() == work
        other = ask(parts=4)
        wait_for(other, lambda state: state.is_over)
    assert notes() == ["begin", "end"] * 2
    assert DBTaskResult.objects.count() == Work.objects.count() == 2


def each_done_once() -> None:
    """Three workers, thirty pieces of work, one of the workers killed: each is done."""
    asked = [ask(parts=number, pause=0.005) for number in range(1, 31)]
    with started(3) as workers:
        wait_for(asked[3], lambda state: state.is_over)
        workers[0].kill()
        for one in asked:
            assert wait_for(one, lambda state: state.is_over).status == "done"
    assert notes().count("end") in (30, 31)
    assert notes().count("begin") <= 31


def told_to_end() -> None:
    """SIGTERM: the work in hand goes back at its next report, and that was no attempt."""
    work = ask(parts=10_000, pause=0.05)
    with started() as (one,):
        wait_for(work, lambda state: state.done > 0)
        one.send_signal(signal.SIGTERM)
        assert one.wait(PATIENCE) == 0
    state = find_work(work)
    assert state is not None
    assert (state.status, state.attempts) == ("ready", 0)
    assert not Worker.objects.exists()


def stopped_by_somebody() -> None:
    """What is stopped ends at its next report, and its worker goes on with other work."""
    work = ask(parts=10_000, pause=0.05)
    with started():
        wait_for(work, lambda state: state.done > 0)
        assert queue.stop_work(work)
        assert not queue.stop_work(work)
        state = wait_for(ask(parts=1), lambda state: state.is_over)
        assert state.status == "done"
    stopped = find_work(work)
    assert stopped is not None
    assert (stopped.status, stopped.words) == ("failed", STOPPED)
    assert notes() == ["begin", "begin", "end"]


def errors_without_words_of_letters() -> None:
    """An error of the program keeps its class and place; its message may have words of a letter."""
    secret = "the words of the letter"
    asked = {
        kind: ask_for(meet_an_error, {"kind": kind, "words": secret}, kind) for kind in ("program", "user", "database")
    }
    with started():
        states = {kind: wait_for(work, lambda state: state.is_over) for kind, work in asked.items()}
    assert (states["program"].words, states["program"].attempts) == (FAULT, 1)
    assert (states["user"].words, states["user"].attempts) == (f"{secret!r}: is no symbol", 1)
    assert states["database"].words.startswith("The database did not answer.")
    assert states["database"].attempts == 3
    for row in DBTaskResult.objects.all():
        assert secret not in row.traceback
        assert "meet_an_error" in row.traceback
    assert DBTaskResult.objects.get(id=asked["program"]).exception_class_path == "builtins.KeyError"


def given_up_and_awake_again() -> None:
    """A worker that was given up for gone and wakes can finish nothing that another does."""
    work = ask()
    work_claims.show_life("first")
    first = work_claims.claim("first")
    assert first is not None
    assert work_claims.claim("other") is None
    Worker.objects.filter(pk="first").update(seen_at=timezone.now() - timedelta(minutes=5))
    work_claims.show_life("second")
    assert work_claims.sweep(timedelta(seconds=30)) == 1
    assert work_claims.sweep(timedelta(seconds=30)) == 0
    second = work_claims.claim("second")
    assert second is not None
    assert (second.worker, second.attempt) == ("second", 2)
    work_claims.show_life("first")
    for late in (first, Claim(first.id, "second", 1)):
        assert not work_claims.finish(late, 1)
        assert not work_claims.give_back(late, counts=True)
        assert not work_claims.fail(late, "late", ValueError())
        try:
            work_claims.report(late, 1, 2)
        except WorkTaken:
            pass
        else:
            raise AssertionError("a report of work that is another's")
    work_claims.report(second, 1, 2)
    assert work_claims.finish(second, {"parts": 2})
    assert not work_claims.finish(second, {"parts": 3})
    state = find_work(work)
    assert state is not None
    assert state.status == "done"
    assert DBTaskResult.objects.get(id=work).return_value == {"parts": 2}
    assert queue.forget_finished(timezone.now() + timedelta(days=1)) == 1
    assert not Work.objects.exists()


def looked_for() -> None:
    """What is not there is not found; lists are of everybody or of one."""
    assert find_work("no number") is None
    assert find_work("00000000-0000-4000-8000-000000000000") is None
    mine, other = ask(), ask(parts=9, owner="another")
    assert [one.id for one in queue.list_work(10)] == [other, mine]
    assert [one.id for one in queue.list_work(10, "another")] == [other]
    assert len(queue.list_work(1)) == 1


STORIES = (
    killed_in_the_middle, three_attempts, asked_for_twice, each_done_once, told_to_end, stopped_by_somebody,
    errors_without_words_of_letters, given_up_and_awake_again, looked_for,
)  # fmt: skip

if __name__ == "__main__":
    if sys.argv[1] == "worker":
        worker()
    else:
        os.environ.setdefault("PYTHONUNBUFFERED", "1")
        call_command("migrate", verbosity=0)
        next(story for story in STORIES if story.__name__ == sys.argv[1])()
