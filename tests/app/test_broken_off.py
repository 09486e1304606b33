"""A receipt that is broken off between keeping the bytes and saying of what letter: noticed, and taken in later."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner
from tests.app.killing import KILLED
from tests.desk.conftest import OFFICER

from verbale.app import receiving
from verbale.app.cycles import CycleFolder, open_cycle
from verbale.app.gates import refuse_open_gates
from verbale.cli import main
from verbale.desk.cases import ReplyStage
from verbale.errors import Refused
from verbale.store.contents import digest_of

LETTER = b"""Permanent Mission of Ghana to the United Nations

New York, 9 May 2022

The Permanent Mission of Ghana to the United Nations has the honour to reply to resolution 76/53.

Ghana closed two stores of sealed sources in 2021 and trained nine inspectors.
"""
DYING = """
import os, sys
from verbale.app import receiving
receiving.{step} = lambda *given, **more: os._exit({killed})
from verbale.cli import main
sys.argv[0] = "verbale"
main(sys.argv[1:])
"""


def run(*words: str) -> tuple[int, str]:
    done = CliRunner().invoke(main, [*words])
    return done.exit_code, done.output


@pytest.mark.parametrize("step", ["read_letters_guarded", "propose_letter", "make_reading", "relate"])
def test_what_was_kept_when_a_receipt_broke_off_is_told_and_taken_in(
    folder: CycleFolder, tmp_path: Path, step: str
) -> None:
    letter, place = tmp_path / "ghana.txt", str(tmp_path / "cycle")
    letter.write_bytes(LETTER)
    script = DYING.format(step=step, killed=KILLED)
    words = ("receive", place, str(letter), "--by", OFFICER.name, "--at", "2022-05-20T14:00:00+00:00")
    done = subprocess.run([sys.executable, "-c", script, *words], capture_output=True, check=False)
    assert done.returncode == KILLED, done.stderr
    with open_cycle(tmp_path / "cycle") as opened:
        assert opened.store.unspoken() == (digest_of(LETTER),)
        assert opened.replies == ()
        with pytest.raises(Refused, match="--broken-off"):
            refuse_open_gates(opened, "submit")
    code, said = run("reconcile", place)
    assert code == 1
    assert "was broken off" in said
    taken = ("receive", place, "--broken-off", "--by", OFFICER.name, "--at", "2022-05-21T14:00:00+00:00")
    assert run(*taken)[0] == 0
    with open_cycle(tmp_path / "cycle") as opened:
        (reply,) = opened.replies
        assert (reply.current.sha256, reply.current.authors) == (digest_of(LETTER), ("GHA",))
        assert opened.store.unspoken() == ()
    assert run(*taken)[0] == 0


def test_a_receipt_of_nothing_is_refused(folder: CycleFolder, tmp_path: Path) -> None:
    assert run("receive", str(tmp_path / "cycle"))[0] == 2


def test_a_file_that_is_too_large_to_be_read_is_kept_and_is_a_case(
    folder: CycleFolder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    letter = tmp_path / "ghana.txt"
    letter.write_bytes(LETTER)
    monkeypatch.setattr(receiving, "_READABLE", len(LETTER) - 1)
    code, said = run("receive", str(tmp_path / "cycle"), str(letter), "--at", "2022-05-20T14:00:00+00:00")
    assert code == 2
    assert "more than may be read" in " ".join(said.split())
    with open_cycle(tmp_path / "cycle") as opened:
        (case,) = opened.replies
        assert case.stage is ReplyStage.UNREAD
        assert opened.store.get_content(digest_of(LETTER)) == LETTER
