"""Samples with bytes lost, doubled, turned over and taken from one another give sound trees or typed errors."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from tests.lengths import Rounds
from tests.properties.test_any_input import assert_sound_or_refused

SAMPLES = Path(__file__).resolve().parent.parent / "samples"
ENDINGS = (".txt", ".docx", ".pdf", ".html", ".eml")
FILES = sorted(path for path in SAMPLES.rglob("*") if path.suffix in ENDINGS)
_MOST = 8  # faults in one file
_LONGEST = 400  # bytes that one fault takes away or copies


def damage(data: bytes, other: bytes, chance: random.Random) -> bytes:
    """The data with some faults; what is put in comes from itself or from the other file."""
    damaged = bytearray(data)
    for _ in range(chance.randint(1, _MOST)):
        at, length = chance.randrange(len(damaged) + 1), chance.randint(1, _LONGEST)
        match chance.randrange(5):
            case 0:
                del damaged[at : at + length]
            case 1:
                damaged[at:at] = damaged[at : at + length]
            case 2:
                start = chance.randrange(len(other))
                damaged[at:at] = other[start : start + length]
            case 3:
                damaged[at : at + 1] = bytes([chance.randrange(256)])
            case _:
                del damaged[max(at, len(damaged) // 2) :]
    return bytes(damaged)


@pytest.mark.soak
@pytest.mark.parametrize("ending", ENDINGS)
def test_a_damaged_sample_gives_a_sound_tree_or_a_typed_error(ending: str, rounds: Rounds) -> None:
    mine = [path for path in FILES if path.suffix == ending]
    assert mine
    for seed in rounds():
        chance = random.Random(f"{ending} {seed}")
        path, other = chance.choice(mine), chance.choice(FILES)
        try:
            assert_sound_or_refused(damage(path.read_bytes(), other.read_bytes(), chance))
        except Exception as error:
            error.add_note(f"{path.relative_to(SAMPLES)} damaged by the seed {seed}")
            raise
