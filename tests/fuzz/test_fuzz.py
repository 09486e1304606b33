"""Readers fed with damaged files: a short run every day, and half an hour a reader with ``make soak``."""

from __future__ import annotations

import importlib.util
import random
import subprocess
import sys
from pathlib import Path

import pytest
from tests.fuzz.targets import TARGETS, run, seeds

from verbale.translation.tmx import read_tmx

TRIES = 40
PIECES = [
    b"\x00",
    b"\xff\xfe",
    b"<",
    b">",
    b"&#xD800;",
    b"=?utf-8?B?",
    b"--",
    b"\r\n",
    b"(" * 99,
    b"9" * 30,
    b'="',
    b"%",
]


def damaged(seed: bytes, chance: random.Random) -> bytes:
    """A seed with a few pieces cut out, put twice, changed or put in."""
    data = bytearray(seed[:20_000])
    for _ in range(chance.randint(1, 8)):
        at = chance.randint(0, len(data))
        size = chance.choice((1, 2, 8, 64, 512))
        match chance.randint(0, 4):
            case 0:
                del data[at : at + size]
            case 1:
                data[at:at] = data[at : at + size] * chance.randint(1, 4)
            case 2:
                data[at:at] = chance.choice(PIECES)
            case 3:
                data[at : at + size] = chance.randbytes(min(size, 8))
            case _:
                start = chance.randint(0, len(data))
                data[at:at] = data[start : start + size]
    return bytes(data)


@pytest.mark.parametrize("name", TARGETS)
def test_damage_is_a_value_or_a_typed_error(name: str) -> None:
    chance = random.Random(2022)
    found = seeds(name)
    assert found
    for seed in found:
        TARGETS[name](seed)  # a seed that is refused would lead a fuzzer nowhere
    for _ in range(TRIES):
        run(name, damaged(chance.choice(found), chance))


@pytest.mark.soak
@pytest.mark.parametrize("name", TARGETS)
def test_half_an_hour_of_fuzzing(name: str, request: pytest.FixtureRequest, tmp_path: Path) -> None:
    seconds = float(request.config.getoption("--soak", 0.0))
    if not seconds:
        pytest.skip("runs with make soak")
    if importlib.util.find_spec("atheris") is None:
        pytest.skip("there is no atheris for this system")
    command = [sys.executable, "-m", "tests.fuzz.targets", name, str(int(seconds)), str(tmp_path)]
    done = subprocess.run(command, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode("utf-8", "replace")[-3000:]


FOUND = {
    "tmx": b"""<tmx version="1.4"><header srclang="en"/><body><tu><tuv xml:lang="en"><seg>A <ph x=",1"/>word</seg></tuv>
<tuv xml:lang="fr"><seg>Un <ph x="1"/>mot</seg></tuv></tu></body></tmx>""",
    "text": b"By its resolution 9676/1 of 5 May 2020, the General Assembly asked for a report.",
}
"""What long runs found, in small: a number of another tool's code, a session beyond the calendar."""


@pytest.mark.parametrize("name", FOUND)
def test_what_was_found_is_mended(name: str) -> None:
    TARGETS[name](FOUND[name])


def test_a_tool_s_own_number_of_a_code_is_no_character() -> None:
    (pair,) = read_tmx(FOUND["tmx"], "memory.tmx")
    assert (pair.source, pair.target) == ("A word", "Un mot")
