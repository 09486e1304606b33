"""A mission drafts its reply at the command line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from tests.desk.conftest import CYCLE

from verbale.app.reading import read_source
from verbale.cli import main

REPORT = Path(__file__).resolve().parent.parent / "samples" / "report" / "en.txt"


@pytest.fixture
def cycle(tmp_path: Path) -> str:
    (tmp_path / "cycle.toml").write_text(CYCLE, encoding="utf-8")
    return str(tmp_path / "cycle.toml")


def verbale(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["reply-draft", *arguments])


def test_a_draft_is_shown(cycle: str) -> None:
    shown = verbale("古巴", "--cycle", cycle, "--as-of", "2022-03-01", "--language", "fr")
    assert shown.exit_code == 0, shown.stderr
    assert "ratification (30 janvier 2018)" in shown.stdout
    assert "draft for CUB" in shown.stderr


def test_a_draft_is_written_with_its_ties_and_earlier_words(cycle: str, tmp_path: Path) -> None:
    output = tmp_path / "draft.docx"
    written = verbale("CUB", "--cycle", cycle, "--as-of", "2022-03-01", "--earlier", str(REPORT), "-o", str(output))
    assert written.exit_code == 0, written.stderr
    ties = json.loads((tmp_path / "draft.ties.json").read_bytes())["ties"]
    earlier = read_source(REPORT.read_bytes(), REPORT.name)
    carried = [node.text for node in earlier.nodes if node.ref.startswith("III.CUB.")]
    assert carried
    assert {tie["text"] for tie in ties} >= set(carried)
    again = read_source(output.read_bytes(), output.name)
    assert {node.text for node in again.nodes} >= set(carried)
    refused = verbale("CUB", "--cycle", cycle, "-o", str(output))
    assert (refused.exit_code, "--force" in refused.stderr) == (2, True)


def test_what_cannot_be_drafted_is_told(cycle: str) -> None:
    assert "Atlantis" in verbale("Atlantis", "--cycle", cycle).stderr
    assert "cannot be read" in verbale("CUB", "--cycle", "nowhere.toml").stderr
    silent = verbale("MEX", "--cycle", cycle, "--earlier", str(REPORT))
    assert ("no reply of MEX in it" in silent.stderr) == (
        "III.MEX" not in {node.ref for node in read_source(REPORT.read_bytes(), REPORT.name).nodes}
    )


def test_a_pack_says_nothing_in_the_name_of_the_state(cycle: str, tmp_path: Path) -> None:
    folder, into = str(tmp_path / "c"), tmp_path / "packs"
    runner = CliRunner()
    assert runner.invoke(main, ["start", cycle, "--into", folder, "--at", "2022-01-20"]).exit_code == 0
    asked = ["pack", folder, "CUB", "Mexico", "--languages", "en,ru", "--as-of", "2022-03-01", "--into", str(into)]
    written = runner.invoke(main, [*asked, "--earlier", str(REPORT)])
    assert (written.exit_code, "written: 4 background notes" in written.stderr) == (0, True), written.stderr
    document = read_source((into / "pack.CUB.en.docx").read_bytes(), "pack.CUB.en.docx")
    texts = [node.text for node in document.nodes]
    assert texts[0].startswith("FOR INFORMATION.")
    assert not any("submitted in reply" in text for text in texts)
    assert any("in favour" in text for text in texts)
    assert json.loads((into / "pack.MEX.ru.ties.json").read_bytes())["ties"]
