"""``verbale convert``: files in, files out, and nothing written over."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from verbale.app.converting import FORMS
from verbale.cli import main

SAMPLES = Path(__file__).resolve().parent.parent / "samples"
EN = str(SAMPLES / "decision" / "en.txt")
FR = str(SAMPLES / "decision" / "fr.txt")


@pytest.fixture
def runner() -> CliRunner:
    return CliRunner()


@pytest.mark.parametrize("form", list(FORMS))
def test_every_format_is_written_and_the_same_twice(runner: CliRunner, tmp_path: Path, form: str) -> None:
    first, second = tmp_path / "a", tmp_path / "b"
    for path in (first, second):
        result = runner.invoke(main, ["convert", EN, "--to", form, "-o", str(path)])
        assert result.exit_code == 0, result.stderr
    assert first.read_bytes() == second.read_bytes()
    assert first.stat().st_size > 500


def test_one_text_goes_to_standard_output(runner: CliRunner) -> None:
    result = runner.invoke(main, ["convert", EN, "--to", "md"])
    assert result.exit_code == 0
    assert "# 76/990\\. " in result.stdout or "# 76/990. " in result.stdout


def test_many_sources_make_a_file_each(runner: CliRunner, tmp_path: Path) -> None:
    bad = tmp_path / "bad.docx"
    bad.write_bytes(b"PK\x03\x04 broken")
    out = tmp_path / "out"
    result = runner.invoke(main, ["convert", EN, FR, str(bad), "--to", "text", "-o", str(out)])
    assert result.exit_code == 2
    assert sorted(path.name for path in out.iterdir()) == ["en.txt", "fr.txt"]
    assert "converted 2, with warnings 0, failed 1" in result.stderr
    assert "bad.docx" in result.stderr
    assert "Traceback" not in result.stderr


def test_nothing_is_written_over_without_force(runner: CliRunner, tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    path.write_text("mine", encoding="utf-8")
    result = runner.invoke(main, ["convert", EN, "--to", "html", "-o", str(path)])
    assert result.exit_code == 2
    assert path.read_text(encoding="utf-8") == "mine"
    assert runner.invoke(main, ["convert", EN, "--to", "html", "-o", str(path), "--force"]).exit_code == 0
    assert "<!doctype html>" in path.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ([EN, FR, "--to", "text"], "name a folder"),
        ([EN, "--to", "md", "--annotations"], "--annotations goes with --to"),
        ([EN, "--to", "csv", "--letterhead"], "--letterhead goes with --to"),
        ([EN, "--to", "odt"], "odt"),
    ],
)
def test_what_cannot_be_asked_for_is_refused(runner: CliRunner, arguments: list[str], told: str) -> None:
    result = runner.invoke(main, ["convert", *arguments])
    assert result.exit_code == 2
    assert told in result.stderr


def test_a_table_of_annotations(runner: CliRunner) -> None:
    result = runner.invoke(main, ["convert", EN, "--to", "csv", "--annotations"])
    assert result.stdout.startswith("ref,kind,start,end,text,value,rule\n")
    assert ",date," in result.stdout
