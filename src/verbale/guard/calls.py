"""Calls into a worker that is kept warm: started with the first call, and anew after a call that it did not survive."""

from __future__ import annotations

import atexit
import os
import pickle
import select
import signal
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar, cast

import verbale
from verbale.errors import Damaged, ReadFailed, TooLarge
from verbale.guard.bounds import MEMORY_EXIT, TIME_EXIT, Bounds, held_address_space
from verbale.guard.values import decode, restore_error
from verbale.guard.worker import VALUE, memory_words, read_frame, serve, silence, write_frame

if TYPE_CHECKING:
    import subprocess

T = TypeVar("T")
_MOST_TO_COPY = 4  # a process that holds over a fourth of the memory of a worker is not copied
_SIMPLER = "save it anew, or split it"
_TIME_SIGNAL = -getattr(signal, "SIGXCPU", 1000)
_KILLED = -getattr(signal, "SIGKILL", 1001)
# How a library written in C ends where it gets no more memory.
_BROKEN_OFF = tuple(-getattr(signal, name, 1002) for name in ("SIGABRT", "SIGBUS", "SIGILL", "SIGTRAP"))


class Worker:
    """A process that runs functions under bounds. Not to be shared by threads; ``call`` has one for all behind a lock.

    ``fork`` copies this process, which takes a few milliseconds. It is sound where no other thread runs in it, and
    fair where this process is small: a copy holds all that the original holds, and the bound counts it. Else a fresh
    interpreter is started.
    """

    def __init__(self, bounds: Bounds, *, fork: bool) -> None:
        self._bounds = bounds
        self._process: subprocess.Popen[bytes] | None = None
        self.ended = False
        is_small = held_address_space() <= bounds.memory // _MOST_TO_COPY
        if fork and is_small and hasattr(os, "fork") and threading.active_count() == 1:
            there, self._to = os.pipe()
            self._from, back = os.pipe()
            self._pid = os.fork()
            if not self._pid:
                self._begin(there, back)
            os.close(there)
            os.close(back)
        else:
            self._start()

    def _begin(self, there: int, back: int) -> None:
        """The life of a forked worker: it says nothing on the screen and never returns."""
        try:
            os.close(self._to)
            os.close(self._from)
            silence()
            serve(there, back, self._bounds)
        finally:
            os._exit(70)

    def _start(self) -> None:
        """Start a fresh interpreter, which finds this package where this process found it and no module beside it."""
        import subprocess  # noqa: PLC0415 (a copy of this process needs none of it)

        home = str(Path(verbale.__file__).parent.parent)
        paths = os.pathsep.join(filter(None, (home, os.environ.get("PYTHONPATH", ""))))
        self._process = subprocess.Popen(
            [
                *(sys.executable, "-P", "-m", "verbale.guard.worker"),
                *(str(self._bounds.memory), str(self._bounds.output)),
            ],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={**os.environ, "PYTHONPATH": paths},
            bufsize=0,
        )
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._to, self._from = os.dup(self._process.stdin.fileno()), os.dup(self._process.stdout.fileno())
        self._process.stdin.close()
        self._process.stdout.close()
        self._pid = self._process.pid

    def call(self, function: Callable[..., object], source: str, size: int, *arguments: object) -> object:
        """Run a function of a module with arguments and give its value; ``source`` names what is worked on.

        Raises what the function raises of ``verbale.errors``, ``TooLarge`` past a bound, and ``Damaged`` where the
        worker did not survive; then this worker is at its end.
        """
        seconds = self._bounds.seconds_for(size)
        message = pickle.dumps((function.__module__, function.__qualname__, source, arguments, seconds))
        try:
            write_frame(self._to, message)
            answer = self._wait(self._bounds.grace + seconds * self._bounds.patience)
        except BrokenPipeError:
            answer = None
        except BaseException:
            self.end()
            raise
        if answer is None:
            raise self._epitaph(source, seconds)
        value = decode(answer[1:])
        if answer[:1] == VALUE:
            return value
        raise restore_error(cast("tuple[str, str, dict[str, object]]", value))

    def _wait(self, patience: float) -> bytes | None:
        if hasattr(select, "poll"):
            poll = select.poll()
            poll.register(self._from, select.POLLIN | select.POLLHUP)
            return read_frame(self._from) if poll.poll(patience * 1000) else None
        # On Windows no pipe can be waited for with an end in sight: a clock ends the process, and with it the wait.
        clock = threading.Timer(patience, self._process.kill if self._process else lambda: None)
        clock.start()
        try:
            return read_frame(self._from)
        finally:
            clock.cancel()

    def _epitaph(self, source: str, seconds: float) -> ReadFailed:
        """Why there was no answer, told from how the worker ended."""
        code, peak = self.end()
        if code in (_TIME_SIGNAL, TIME_EXIT):
            return TooLarge(
                source, f"reading it takes more than {seconds:.0f} s of processor time, the limit", _SIMPLER
            )
        if code == MEMORY_EXIT or (code in _BROKEN_OFF and peak > self._bounds.memory // 2):
            return TooLarge(source, memory_words(self._bounds), _SIMPLER)
        if code == _KILLED:
            return TooLarge(source, "its reading did not come to an end", _SIMPLER)
        return Damaged(source, f"the reader did not survive it (exit {code})", "ask for the document in another format")

    def let_go(self) -> None:
        """Close this process's ends of the pipes without ending the worker, which is that of another process."""
        self.ended = True
        os.close(self._to)
        os.close(self._from)
        if self._process is not None:
            self._process.returncode = 0  # it is no child of this process and cannot be waited for

    def end(self) -> tuple[int, int]:
        """End the process if it still runs; its exit code and the most memory it held, in bytes where that is told."""
        if self.ended:
            return 0, 0
        self.ended = True
        os.close(self._to)
        os.close(self._from)
        if not hasattr(os, "wait4"):
            assert self._process is not None
            self._process.kill()
            return self._process.wait(), 0
        until = time.monotonic() + 1.0
        done, status, usage = os.wait4(self._pid, os.WNOHANG)
        while not done and time.monotonic() < until:
            time.sleep(0.001)
            done, status, usage = os.wait4(self._pid, os.WNOHANG)
        if not done:
            os.kill(self._pid, signal.SIGKILL)
            _, status, usage = os.wait4(self._pid, 0)
        code = os.waitstatus_to_exitcode(status)
        if self._process is not None:
            self._process.returncode = code  # it is waited for already
        return code, usage.ru_maxrss * 1024


_warm: list[Worker] = []
_lock = threading.Lock()
_is_alone = False


def use_fork() -> None:
    """Let workers be copies of this process: said by a program that starts no threads of its own."""
    global _is_alone
    _is_alone = True


def call(function: Callable[..., T], source: str, size: int, *arguments: object, bounds: Bounds | None = None) -> T:
    """Run a function of a module in the worker that is kept warm, or in one for this call where ``bounds`` are given.

    ``source`` names what is worked on, ``size`` is its length in bytes. Raises what ``Worker.call`` does.
    """
    with _lock:
        worker = _warm.pop() if _warm and bounds is None else Worker(bounds or Bounds(), fork=_is_alone)
        try:
            return cast("T", worker.call(function, source, size, *arguments))
        finally:
            if bounds is not None:
                worker.end()
            elif not worker.ended:
                _warm.append(worker)


def _let_go_of_workers() -> None:
    """A copy of this process must not ask the original's worker: two on one pipe get each other's answers."""
    global _lock
    _lock = threading.Lock()  # a thread that does not exist here may have held it
    while _warm:
        _warm.pop().let_go()


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_let_go_of_workers)


@atexit.register
def end_workers() -> None:
    """End the worker that is kept warm; the next call starts another."""
    while _warm:
        _warm.pop().end()
