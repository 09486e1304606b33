"""A worker beside a server: started anew when it dies, and gone when the server is, however that ends."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from verbale.web.work import beside
from verbale.web.work.beside import worker_beside

PATIENCE = 60  # seconds that a busy machine may take
CHILD = "import os, time; open({notes!r}, 'a').write(f'{{os.getpid()}}\\n'); time.sleep(600)"
PARENT = """
import sys, time
from verbale.web.work.beside import worker_beside
with worker_beside({{}}, (sys.executable, "-c", {child!r})):
    time.sleep(600)
"""
WATCHING = """
import os, time
from verbale.web.work.beside import when_orphaned
when_orphaned(os.getppid(), lambda: os._exit(0))
open({notes!r}, 'a').write(f'{{os.getpid()}}\\n')
time.sleep(600)
"""


def wait_until(holds: Callable[[], bool]) -> None:
    until = time.monotonic() + PATIENCE
    while not holds():
        assert time.monotonic() < until, "waited in vain"
        time.sleep(0.05)


def pids(notes: Path) -> list[int]:
    return [int(line) for line in notes.read_text(encoding="utf-8").split()] if notes.exists() else []


def is_alive(pid: int) -> bool:
    """Whether a process runs; one that ended and was not waited for does not."""
    try:
        return Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rsplit(")", 1)[1].split()[0] != "Z"
    except OSError:
        return False


def test_a_worker_that_dies_is_started_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(beside, "_FIRST_PAUSE", 0.05)
    notes = tmp_path / "notes"
    with worker_beside(os.environ, (sys.executable, "-c", CHILD.format(notes=str(notes)))):
        wait_until(lambda: len(pids(notes)) == 1)
        os.kill(pids(notes)[0], signal.SIGKILL)
        wait_until(lambda: len(pids(notes)) == 2)
        assert is_alive(pids(notes)[1])
    assert not any(map(is_alive, pids(notes)))


@pytest.mark.skipif(not Path("/proc").exists(), reason="processes are looked up in /proc")
def test_a_worker_ends_when_its_server_is_killed(tmp_path: Path) -> None:
    notes = tmp_path / "notes"
    program = PARENT.format(child=WATCHING.format(notes=str(notes)))
    places = {"PYTHONPATH": os.pathsep.join(sys.path)}
    program = program.replace("({}, ", f"({places!r}, ")
    server = subprocess.Popen([sys.executable, "-c", program], env=os.environ | places)
    try:
        wait_until(lambda: len(pids(notes)) == 1)
    finally:
        server.kill()
        server.wait()
    wait_until(lambda: not is_alive(pids(notes)[0]))
