"""What comes back from outside, and what is kept and read again, is read in a worker; files of terms have limits."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from verbale.app import working
from verbale.app.cycle_terms import get_cycle
from verbale.app.letter_reading import read_letter
from verbale.app.working import work_on_bytes
from verbale.errors import CycleBroken, Damaged, NotADocument, TooLarge
from verbale.guard.bounds import Bounds
from verbale.guard.calls import call
from verbale.model.language import Language
from verbale.programmes.toml_table import LARGEST
from verbale.translation.job import Job, Segment
from verbale.translation.memory import Pair
from verbale.translation.tmx import read_tmx, write_tmx
from verbale.translation.xliff import read_xliff, write_xliff

JOB = Job("reply-1", "carta.txt", 1, Language.ES, Language.EN, (Segment("1", "Uno\x0c", "One"),))


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of what was read in a worker."""
    names: list[str] = []

    def told(work: Callable[..., Any], name: str, size: int, *arguments: object) -> object:
        names.append(name)
        return call(work, name, size, *arguments)

    monkeypatch.setattr(working, "call", told)
    return names


def test_jobs_and_memories_come_back_from_a_worker_as_they_are(asked: list[str]) -> None:
    pair = Pair(Language.ES, Language.EN, "Uno", "One", "Cuba, A/77/1")
    assert work_on_bytes(write_xliff(JOB), "a.xlf", read_xliff) == JOB
    assert work_on_bytes(write_tmx([pair]), "a.tmx", read_tmx) == (pair,)
    with pytest.raises(NotADocument, match=r"a\.tmx"):
        work_on_bytes(b"<tmx2", "a.tmx", read_xliff)
    with pytest.raises(Damaged):
        work_on_bytes(write_xliff(JOB)[:-20], "a.xlf", read_xliff)
    assert read_letter(b"Note", "n.txt").data == b"Note"
    assert asked == ["a.xlf", "a.tmx", "a.tmx", "a.xlf", "n.txt"]


def test_a_job_that_takes_too_much_is_refused_by_name() -> None:
    heavy = write_xliff(Job("x", "", 1, Language.ES, Language.EN, (Segment("1", "Uno", "o" * 9_000_000),)))
    with pytest.raises(TooLarge, match=r"big\.xlf.*limit"):
        call(read_xliff, "big.xlf", len(heavy), heavy, "big.xlf", bounds=Bounds(output=1_000_000))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("#" * (LARGEST + 1), "limit"),
        ("a = " + "[" * 100_000 + "]" * 100_000, "nested too deeply"),
        ("a = " + "{b=" * 50_000 + "1" + "}" * 50_000, "nested too deeply"),
        (".".join(["a"] * 40_000) + " = 1", "more than 40 parts"),
        ("[" + " . ".join(['"a"'] * 4_000) + "]", "more than 40 parts"),
        ("a" * 900_000, "end of document"),
    ],
)
def test_terms_past_a_limit_are_refused_by_name(text: str, said: str, tmp_path: Path) -> None:
    (tmp_path / "cycle.toml").write_text(text, encoding="utf-8")
    with pytest.raises(CycleBroken, match=said) as caught:
        get_cycle(tmp_path)
    assert "cycle.toml" in str(caught.value)


def test_terms_are_in_a_file_in_utf_8(tmp_path: Path) -> None:
    file = tmp_path / "cycle.toml"
    file.write_bytes("name = 'é'".encode("latin-1"))
    with pytest.raises(CycleBroken, match="UTF-8"):
        get_cycle(tmp_path)
    file.unlink()
    with pytest.raises(CycleBroken, match="cannot be read"):
        get_cycle(tmp_path)
    if hasattr(os, "mkfifo"):
        os.mkfifo(file)
        with pytest.raises(CycleBroken, match="a pipe"):
            get_cycle(file)
