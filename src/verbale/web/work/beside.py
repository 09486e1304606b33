"""A worker beside a server: started with it, started anew when it ends by itself, and gone when the server is.

The worker looks whether the process that started it is still there. When the server ends in whatever way, the worker
gives back the work in hand and ends. The processes that answer requests do the same: the orphan of a killed server
would keep its port.
"""

from __future__ import annotations

import logging
import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager

log = logging.getLogger("verbale.work")

_FIRST_PAUSE, _LONGEST_PAUSE = 1.0, 30.0  # seconds before a worker that ended by itself is started anew
_LOOK = 0.5  # seconds between two looks at the parent
_END = 10.0  # seconds that it has to give back what it does
COMMAND = (sys.executable, "-m", "verbale", "worker", "--with-parent")


@contextmanager
def worker_beside(environment: Mapping[str, str], command: tuple[str, ...] = COMMAND) -> Iterator[None]:
    """A worker for as long as the block lasts; ``environment`` names the site."""
    ending = threading.Event()
    keeper = threading.Thread(target=_keep, args=(command, dict(environment), ending), name="keeper")
    keeper.start()
    try:
        yield
    finally:
        ending.set()
        keeper.join()


def _keep(command: tuple[str, ...], environment: dict[str, str], ending: threading.Event) -> None:
    pause = _FIRST_PAUSE
    while not ending.is_set():
        with subprocess.Popen(command, env=environment, stdin=subprocess.DEVNULL) as process:
            while process.poll() is None and not ending.wait(0.2):
                pass
            if process.poll() is None:
                _end(process)
                return
        log.warning("the worker ended by itself (%s) and is started anew", process.returncode)
        ending.wait(pause)
        pause = min(2 * pause, _LONGEST_PAUSE)


def _end(process: subprocess.Popen[bytes]) -> None:
    process.terminate()
    try:
        process.wait(_END)
    except subprocess.TimeoutExpired:
        process.kill()


def when_orphaned(parent: int, end: Callable[[], object]) -> None:
    """Have ``end`` called when the process ``parent``, which started this one, is gone."""

    def watch() -> None:
        while os.getppid() == parent:
            time.sleep(_LOOK)
        end()

    threading.Thread(target=watch, name="parent", daemon=True).start()
