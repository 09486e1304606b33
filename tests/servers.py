"""A server of PostgreSQL for tests: one for each process that wants it, on a private socket, stopped at its end.

The server refuses to run as root, so that it is started as an unprivileged user then; it listens on no network.
"""

from __future__ import annotations

import atexit
import itertools
import os
import pwd
import shutil
import subprocess
import tempfile
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

import pytest

_INSTALLED = "/usr/lib/postgresql"  # where Debian has the programs of each version
_UNPRIVILEGED = ("postgres", "nobody")
_SETTINGS = ("fsync=off", "listen_addresses=", "max_connections=60", "full_page_writes=off", "logging_collector=off")


@dataclass(slots=True)
class Server:
    """A running server: its programs, the folder of its socket, and the user it runs as."""

    programs: Path
    folder: Path
    user: str
    numbers: itertools.count[int] = field(default_factory=lambda: itertools.count(1))

    def make_database(self) -> str:
        """The address of a new empty database."""
        name = f"desk{next(self.numbers)}"
        self.execute(f"create database {name}")
        return self.address_of(name)

    def drop_database(self, address: str) -> None:
        """Take a database away, whoever is still connected."""
        self.execute(f"drop database {address.partition('?')[0].rpartition('/')[2]} with (force)")

    def address_of(self, name: str, user: str = "") -> str:
        """The address of a database, for the owner of the server or another user."""
        return f"postgresql://{user or self.user}@/{name}?host={self.folder}"

    def execute(self, statement: str, name: str = "postgres") -> str:
        """Let the owner of the server execute a statement; what ``psql`` prints."""
        options = ("-h", str(self.folder), "-U", self.user, "-d", name, "-qAtX", "-c", statement)
        command = (str(self.programs / "psql"), *options)
        done = subprocess.run(command, check=False, capture_output=True, text=True)
        if done.returncode:
            raise AssertionError(f"psql: {done.stderr.strip()}")
        return done.stdout.strip()


def get_server() -> Server:
    """The server of this process.

    Where PostgreSQL is not installed a test is skipped, and fails in continuous integration, which skips nothing.
    """
    programs = _find_programs()
    if programs is None:
        words = "PostgreSQL's server is not installed: make system installs it"
        if os.environ.get("CI"):
            pytest.fail(words)
        pytest.skip(words)
    return _start(programs)


def _find_programs() -> Path | None:
    named = shutil.which("initdb")
    folders = [Path(named).resolve().parent] if named else []
    folders += sorted(Path(_INSTALLED).glob("*/bin"), key=lambda path: -float(path.parent.name))
    return next((folder for folder in folders if (folder / "postgres").exists()), None)


@cache
def _start(programs: Path) -> Server:
    user = _user()
    folder = Path(tempfile.mkdtemp(prefix="verbale-"))
    shutil.chown(folder, user.pw_uid, user.pw_gid)
    data = folder / "data"
    server = Server(programs, folder, user.pw_name)
    _run(user, programs / "initdb", "-D", data, "-U", user.pw_name, "-A", "trust", "-E", "UTF8", "--locale=C", "-N")
    options = " ".join([f"-k {folder}", *(f"-c {setting}" for setting in _SETTINGS)])
    atexit.register(_stop, server, user, data)
    _watch(user, programs, folder, data)
    _run(user, programs / "pg_ctl", "start", "-D", data, "-w", "-t", "120", "-l", folder / "log", "-o", options)
    return server


def _watch(user: pwd.struct_passwd, programs: Path, folder: Path, data: Path) -> None:
    """Stop the server and take its folder away when this process ends in a way that lets it do nothing itself."""
    script = f"read ended; '{programs / 'pg_ctl'}' stop -D '{data}' -m immediate; rm -rf '{folder}'"
    as_user = {} if os.getuid() else {"user": user.pw_uid, "group": user.pw_gid, "extra_groups": ()}
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL, "start_new_session": True}
    # The pipe ends with this process. Children of tests have it too, and end before long.
    _watchers.append(subprocess.Popen(["sh", "-c", script], stdin=subprocess.PIPE, cwd="/", **quiet, **as_user))  # type: ignore[call-overload]


def _stop(server: Server, user: pwd.struct_passwd, data: Path) -> None:
    if server.folder.exists() and os.getpid() == _starter:
        _run(user, server.programs / "pg_ctl", "stop", "-D", data, "-m", "immediate", "-w")
        shutil.rmtree(server.folder, ignore_errors=True)
        for watcher in _watchers:
            watcher.communicate()


_starter = os.getpid()
_watchers: list[subprocess.Popen[bytes]] = []


def _user() -> pwd.struct_passwd:
    """Who runs the server: this user, or an unprivileged one where this is root."""
    if os.getuid():
        return pwd.getpwuid(os.getuid())
    known = {user.pw_name: user for user in pwd.getpwall()}
    return next(known[name] for name in _UNPRIVILEGED if name in known)


def _run(user: pwd.struct_passwd, *command: str | Path) -> None:
    as_user = {} if os.getuid() else {"user": user.pw_uid, "group": user.pw_gid, "extra_groups": ()}
    # A server that goes on holds what it inherits: a pipe would never end.
    with tempfile.TemporaryFile() as words:
        done = subprocess.run(command, check=False, stdout=words, stderr=words, cwd="/", **as_user)  # type: ignore[call-overload]
        if done.returncode:
            words.seek(0)
            raise AssertionError(f"{command[0]}: {words.read().decode()}")
