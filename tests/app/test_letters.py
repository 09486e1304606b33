"""Letters of every shape that a mission sends, in six languages: what each is taken for, and that nothing is lost."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from bench.letters import ASKED, BOUND, CYCLE, LETTERS, Read, read_all, read_labelled

from verbale.app.receiving import propose_letter, read_letter
from verbale.desk import parse_cycle
from verbale.desk.intake import Proposal

BUILD = Path(__file__).resolve().parents[2] / "scripts" / "build_letters.py"


@pytest.fixture(scope="module")
def letters() -> list[Read]:
    return read_all()


def proposed(name: str) -> Proposal:
    return propose_letter(read_letter((LETTERS / name).read_bytes(), name), parse_cycle(CYCLE))


def test_built_letters_are_current() -> None:
    done = subprocess.run([sys.executable, str(BUILD), "--check"], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("asked", ASKED)
def test_what_a_letter_is_stands_first(letters: list[Read], asked: str) -> None:
    wrong = [(letter.label["file"], letter.said[asked]) for letter in letters if not letter.is_right(asked)]
    assert len(wrong) <= (1 - BOUND) * len(letters), wrong


def test_nothing_of_a_letter_is_left_out(letters: list[Read]) -> None:
    assert {letter.label["file"]: letter.lost for letter in letters if letter.lost} == {}


def test_there_are_letters_enough(letters: list[Read]) -> None:
    assert len(letters) >= 60


def test_letters_in_every_language_and_format(letters: list[Read]) -> None:
    files = {(letter.label["language"], letter.label["file"].rpartition(".")[2]) for letter in letters}
    assert {language for language, _ in files} == {"en", "fr", "es", "ru", "zh", "ar"}
    assert {form for _, form in files} == {"txt", "html", "docx", "pdf", "eml"}


def test_a_reading_that_is_wrong_is_seen() -> None:
    label = {"file": "101-bol.docx", "state": "PER", "date": "", "language": "es", "resolutions": "", "parts": "2"}
    read = read_labelled(label, parse_cycle(CYCLE))
    assert not any(read.is_right(asked) for asked in ASKED)


def test_what_a_person_has_to_look_at_is_an_alarm() -> None:
    assert any("1.A" in alarm.reason for alarm in proposed("132-tha.txt").alarms)
    assert any("provisional" in alarm.reason for alarm in proposed("125-nor.docx").alarms)
    assert any("no date" in alarm.reason for alarm in proposed("133-ury.txt").alarms)
    assert any("no resolution" in alarm.reason for alarm in proposed("127-che.eml").alarms)
