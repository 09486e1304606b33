"""LibreOffice as second reader: what it reads otherwise is an alarm; where it cannot read, nothing fails."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner

from verbale.app import reading, second_reading
from verbale.app.letter_reading import read_letter
from verbale.app.reading import read_tree
from verbale.app.second_reading import RULE, read_twice
from verbale.cli import main
from verbale.desk.doubt import AlarmKind, find_doubts
from verbale.model.document import Document

OFFICE = shutil.which("soffice") or shutil.which("libreoffice")
RTF = (
    rb"{\rtf1\ansi Permanent Mission of Palau\par 1. Palau supports the Treaty"
    rb"{\super\chftn{\footnote\chftn  A note.}} and more.\par\par}"
)
needs_office = pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not installed")


@pytest.fixture
def office(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A program that stands for LibreOffice: it gives the words in ``said`` as the text of any document."""
    program, said = tmp_path / "soffice", tmp_path / "said"
    program.write_text(
        f'#!/bin/sh\n[ "$4" = --version ] && {{ echo "LibreOffice 7.0 40(Build:2)"; exit; }}\n'
        f'[ -f {said} ] && cp {said} "$7/source.txt"\n'
    )
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    return said


def told(document: Document) -> list[str]:
    return [finding.message for finding in document.findings if finding.rule == RULE]


def read(data: bytes, name: str) -> Document:
    return read_twice(read_tree(data, name), lambda: data)


@needs_office
def test_libreoffice_reads_the_same_words(monkeypatch: pytest.MonkeyPatch) -> None:
    assert told(read(RTF, "x.rtf")) == []
    monkeypatch.setattr(reading, "second_reader", read_twice)
    shown = subprocess.run([str(OFFICE), "--version"], capture_output=True, text=True, check=True).stdout
    assert shown.startswith("LibreOffice")
    assert told(read_letter(RTF, "letter.rtf").document) == []


def test_other_words_are_an_alarm(office: Path) -> None:
    office.write_text(
        "Permanent Mission of Palau\n1. Palau Palau rejects the Treaty1 and more. 我们\n", encoding="utf-8"
    )
    document = read(RTF, "x.rtf")
    assert told(document) == [
        "LibreOffice 7.0 reads other words in it: only there “我”, “们”, “palau”, “rejects”; only here “supports”"
    ]
    assert AlarmKind.WORDS in [alarm.kind for alarm in find_doubts(document.findings) if "LibreOffice" in alarm.reason]


def test_that_there_is_no_second_reading_is_told_and_fails_nothing(
    office: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert told(read(RTF, "x.rtf")) == ["LibreOffice could not read it a second time: it made no text of the document"]
    office.with_name("soffice").write_text("#!/bin/sh\nsleep 30\n")
    monkeypatch.setattr(second_reading, "_SECONDS", 1)
    assert told(read(RTF, "x.rtf")) == ["LibreOffice could not read it a second time: it took more than 1 s"]
    monkeypatch.setenv("PATH", "/nowhere")
    assert told(read(RTF, "x.rtf")) == ["LibreOffice could not read it a second time: it is not installed"]


def test_other_formats_are_read_once_and_nothing_is_read_twice_unasked(office: Path, tmp_path: Path) -> None:
    office.write_text("Other words", encoding="utf-8")
    assert not told(read(b"Note verbale", "x.txt"))
    assert not told(read_letter(RTF, "letter.rtf").document)


@pytest.mark.parametrize("how", ["option", "setting"])
def test_check_reads_twice_where_it_is_asked(
    office: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, how: str
) -> None:
    monkeypatch.setattr(reading, "second_reader", reading.second_reader)  # put back behind the test
    office.write_text("Other words", encoding="utf-8")
    letter = tmp_path / "letter.rtf"
    letter.write_bytes(RTF)
    plain = CliRunner().invoke(main, ["check", str(letter), "--format", "csv"])
    assert RULE not in plain.output
    asked = {"VERBALE_SECOND_READER": "1"} if how == "setting" else {}
    option = ["--second-reader"] if how == "option" else []
    twice = CliRunner().invoke(main, ["check", str(letter), "--format", "csv", *option], env=asked)
    assert RULE in twice.output
    assert twice.exit_code == 0
