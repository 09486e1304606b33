"""Work done in a process of its own: as another user, with other limits, killed in the middle, or many at once."""

from __future__ import annotations

import os
import pwd
import signal
import sys
from collections.abc import Callable, Sequence

import pytest
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.backends.utils import CursorWrapper

KILLED = -signal.SIGKILL
"""The exit code of a process that was killed."""

needs_fork = pytest.mark.skipif(not hasattr(os, "fork"), reason="a process is made by fork")
needs_root = pytest.mark.skipif(not hasattr(os, "getuid") or os.getuid() != 0, reason="root alone can do this")


def start(work: Callable[[], object]) -> tuple[int, int]:
    """Begin work in a process of its own: its id, and a pipe with what it tells and the error that ends it."""
    read, write = os.pipe()
    child = os.fork()
    if child:
        os.close(write)
        return child, read
    code = 1
    try:
        os.close(read)
        os.dup2(write, 1)
        work()
        code = 0
    except BaseException as error:
        os.write(1, f"{type(error).__name__}: {error}".encode())
    finally:
        os._exit(code)
    raise AssertionError


def finish(child: int, pipe: int) -> tuple[int, str]:
    """Wait for a process: its exit code (``KILLED`` where it was), and what it told."""
    with os.fdopen(pipe, "rb") as stream:
        told = stream.read()
    _, status = os.waitpid(child, 0)
    return os.waitstatus_to_exitcode(status), told.decode()


def in_process(work: Callable[[], object]) -> tuple[int, str]:
    """Do work in a process of its own."""
    return finish(*start(work))


def at_once(works: Sequence[Callable[[], object]]) -> list[tuple[int, str]]:
    """Do several pieces of work at once, each in its own process."""
    started = [start(work) for work in works]
    return [finish(*each) for each in started]


def become_nobody() -> None:
    """Go on as a user who may do nothing in particular."""
    user = pwd.getpwnam("nobody")
    os.setgroups([])
    os.setgid(user.pw_gid)
    os.setuid(user.pw_uid)


def die_at(moment: int) -> None:
    """Kill this process at its ``moment``-th write, counted from 0.

    A write is an opening of a file to write, a new or changed name of one, and the moment before and the moment after
    each statement and each commit that a database is given.
    """
    left = iter(range(moment))

    def count() -> None:
        if next(left, None) is None:
            os.kill(os.getpid(), signal.SIGKILL)

    def look(event: str, arguments: tuple[object, ...]) -> None:
        writes = event == "open" and isinstance(arguments[1], str) and arguments[1][:1] in "wxa"
        if writes or event in ("os.rename", "os.link", "os.mkdir"):
            count()

    sys.addaudithook(look)
    _count_around(CursorWrapper, "execute", count)
    _count_around(CursorWrapper, "executemany", count)
    _count_around(BaseDatabaseWrapper, "commit", count)


def _count_around(owner: type, name: str, count: Callable[[], None]) -> None:
    """Count before and after each call of a method."""
    inner = getattr(owner, name)

    def counted(*arguments: object, **options: object) -> object:
        count()
        done = inner(*arguments, **options)
        count()
        return done

    setattr(owner, name, counted)
