"""The verb ``find``: the annotations of a sample in every form, on standard output alone."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from verbale.cli import main

SAMPLES = Path(__file__).resolve().parent.parent / "samples" / "report"


def run(*arguments: str) -> str:
    """Standard output of a call that must succeed."""
    result = CliRunner().invoke(main, ["find", *arguments])
    assert result.exit_code == 0, result.output
    return result.stdout


@pytest.mark.parametrize("language", ["ar", "zh", "en", "fr", "ru", "es"])
def test_the_same_report_cites_the_same_in_six_languages(language: str) -> None:
    found = json.loads(run(str(SAMPLES / f"{language}.txt"), "--format", "json", "--kind", "citation"))
    symbols = {one["value"]["symbol"] for one in found["annotations"]}
    assert {"A/RES/76/53", "A/DEC/76/518"} <= symbols
    assert {one["kind"] for one in found["annotations"]} == {"citation"}


def test_rows_hold_what_the_json_holds() -> None:
    source = str(SAMPLES / "fr.txt")
    rows = list(csv.DictReader(io.StringIO(run(source, "--format", "csv"))))
    found = json.loads(run(source, "--format", "json"))["annotations"]
    assert [(row["ref"], int(row["start"]), row["text"]) for row in rows] == [
        (one["ref"], one["start"], one["text"]) for one in found
    ]
    assert [json.loads(row["value"]) for row in rows] == [one["value"] for one in found]


def test_the_page_lights_the_words() -> None:
    page = run(str(SAMPLES / "ar.txt"), "--format", "html", "--kind", "state")
    assert 'dir="rtl"' in page
    assert '<mark class="state"' in page
    assert '<mark class="date" title' not in page


def test_the_table_ends_with_a_count() -> None:
    last = run(str(SAMPLES / "en.txt"), "--kind", "treaty").rstrip().splitlines()[-1]
    assert last.endswith("treaty")
    assert int(last.split()[0]) > 5


def test_a_file_that_is_none_fails_in_one_line(tmp_path: Path) -> None:
    (tmp_path / "picture.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    result = CliRunner().invoke(main, ["find", str(tmp_path / "picture.png")])
    assert result.exit_code == 2
    assert result.stdout == ""
