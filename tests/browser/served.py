"""A site as people serve it: a desk filled by the command, the server with its worker, on a free port."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from importlib import resources
from pathlib import Path

ROOT = Path(__file__).parents[2]
SEEDS = [ROOT.parent / "shared" / "seeds" / name for name in ("A-65-137.zh.txt", "A-77-123.zh.txt")]
"""The reports of 2010 and of 2022, where the real documents are at hand."""
EARLIER, LATER = "A/65/9902", "A/77/9901"
"""Our report of 2022, and one of 2010 that is made from it."""
_CHANGES = (
    (LATER, EARLIER),
    ("15 June 2022", "15 June 2010"),
    ("[10 May 2022]", "[10 May 2010]"),
    ("Seventy-seventh session", "Sixty-fifth session"),
    ("More than 25 years after", "More than 14 years after"),
    ("It ratified the Treaty on the Prohibition of Nuclear\n", "It asks for a treaty on the prohibition of nuclear\n"),
    ("Weapons on 30 January 2018 and the Comprehensive", "weapons, and studies the Comprehensive"),
    ("           Treaty on 4 February 2021.", "           Treaty."),
)
CYCLE = "2022"
LETTERS = ("china.zh.txt", "philippines.en.pdf", "morocco.ar.txt", "costa-rica.es.html", "kazakhstan.ru.docx")
OFFICERS = ("a.officer", "b.officer")
PASSWORD = "a long pass phrase of our own"
_PATIENCE = 120  # seconds that a busy machine may take
_PAUSE = 0.1  # seconds between two looks


@dataclass(frozen=True, slots=True)
class Served:
    """A site that answers: its address without a slash at the end, and how many documents it has."""

    address: str
    documents: int

    def get(self, place: str) -> bytes:
        """What is at a place of the site."""
        with urllib.request.urlopen(self.address + place, timeout=_PATIENCE) as answer:
            content: bytes = answer.read()
            return content


def fill(desk: str, folder: Path, reports: Sequence[Path] = SEEDS) -> None:
    """Make a desk with our samples in six languages, the report of 2010, and the real reports that are at hand."""
    samples = resources.files("verbale.app") / "demo_library"
    text = (samples / "report.en.txt").read_text(encoding="utf-8")
    for old, new in _CHANGES:
        assert old in text
        text = text.replace(old, new)
    earlier = folder / "earlier.en.txt"
    earlier.write_text(text, encoding="utf-8")
    real = [str(path) for path in reports if path.exists()]
    with resources.as_file(samples) as place:
        sources = [str(place), str(earlier), *real]
        _run(desk, folder, ["desk", "new", desk])
        _run(desk, folder, ["--desk", desk, "library", "add", *sources])
    with resources.as_file(resources.files("verbale.app") / "demo_cycle") as cycle:
        _run(desk, folder, ["--desk", desk, "start", str(cycle / "cycle.toml")])
        _run(desk, folder, ["--desk", desk, "note", CYCLE, "--into", str(folder / "notes"), "--issue"])
        _run(desk, folder, ["--desk", desk, "receive", CYCLE, *(str(cycle / name) for name in LETTERS)])
    for name in OFFICERS:
        words = ["--desk", desk, "account", "add", name, "--role", "officer", "--password"]
        _run(desk, folder, words, f"{PASSWORD}\n{PASSWORD}\n")


@contextmanager
def served(desk: str, folder: Path) -> Iterator[Served]:
    """Serve a desk for as long as the block lasts, once its index has every document."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    log = folder / "log"
    with log.open("wb") as stream:
        command = _command(["serve", desk, "--port", str(port)])
        server = subprocess.Popen(command, env=_environment(desk, folder), stdout=stream, stderr=stream)
    try:
        address = f"http://127.0.0.1:{port}"
        listed = json.loads(_asked(server, f"{address}/documents/?format=json", log))["total"]
        until = time.monotonic() + _PATIENCE
        while _found(address) < listed:
            assert time.monotonic() < until, f"the index does not follow:\n{log.read_text()}"
            time.sleep(_PAUSE)
        yield Served(address, listed)
    finally:
        server.terminate()
        server.wait(_PATIENCE)


def _found(address: str) -> int:
    with urllib.request.urlopen(f"{address}/search/?kind=document&format=json", timeout=_PATIENCE) as answer:
        found: int = json.loads(answer.read())["total"]
        return found


def _asked(server: subprocess.Popen[bytes], address: str, log: Path) -> bytes:
    until = time.monotonic() + _PATIENCE
    while True:
        try:
            with urllib.request.urlopen(address, timeout=_PATIENCE) as answer:
                content: bytes = answer.read()
                return content
        except OSError:
            ended = server.poll() is not None or time.monotonic() > until
            assert not ended, f"the site does not answer:\n{log.read_text()}"
            time.sleep(_PAUSE)


def _run(desk: str, folder: Path, words: Sequence[str], typed: str = "") -> None:
    environment = _environment(desk, folder)
    done = subprocess.run(_command(words), env=environment, input=typed, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def _command(words: Sequence[str]) -> list[str]:
    return [sys.executable, "-m", "verbale", *words]


def _environment(desk: str, folder: Path) -> dict[str, str]:
    # A browser asks by the name of the machine itself; nothing of this process names another desk.
    own = {name: value for name, value in os.environ.items() if not name.startswith("VERBALE_")}
    own |= {"PYTHONPATH": str(ROOT / "src"), "VERBALE_FOLDER": str(folder / "site")}
    return own | {"VERBALE_SECRET": "a secret of tests " * 3}
