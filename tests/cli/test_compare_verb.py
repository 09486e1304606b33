"""The verb ``compare``: forms, States, refusals."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from verbale.cli import main

SAMPLES = Path(__file__).resolve().parent.parent / "samples" / "report"
EN = str(SAMPLES / "en.txt")


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["compare", *arguments])


def test_every_state_of_both_is_compared() -> None:
    result = run(EN, EN, "--format", "json")
    assert result.exit_code == 0, result.output
    record = json.loads(result.stdout)
    assert record["schema"] == "verbale-comparison/1"
    assert len(record["states"]) == 5
    assert {one["course"] for state in record["states"] for one in state["pairings"]} == {"kept"}


def test_a_state_by_name_on_a_page(tmp_path: Path) -> None:
    page = tmp_path / "cuba.html"
    assert run(EN, EN, "--state", "Cuba", "--format", "html", "-o", str(page)).exit_code == 0
    text = page.read_text(encoding="utf-8")
    assert text.count("<h1>") == 1
    assert "III.CUB.1" in text
    assert "<mark>" in text


def test_a_state_that_is_not_there_is_refused() -> None:
    result = run(EN, EN, "--state", "Fiji")
    assert result.exit_code == 2
    assert "replies there" in result.stderr
    assert "CUB" in run(EN, EN, "--state", "CUB").stdout


@pytest.mark.parametrize("language", ["ar", "en", "es", "fr", "ru", "zh"])
def test_our_two_reports_tell_then_and_now_alike_in_every_language(language: str) -> None:
    then = SAMPLES.parent / "report-2010" / f"{language}.txt"
    result = run(str(then), str(SAMPLES / f"{language}.txt"), "--state", "CUB", "--json")
    assert result.exit_code == 0, result.output
    [state] = json.loads(result.stdout)["states"]
    rows = {(one["earlier"] or {}).get("ref"): one for one in state["pairings"]}
    assert set(rows) == {"III.CUB.1", "III.CUB.2", "III.CUB.3", "III.CUB.4"}
    assert rows["III.CUB.1"]["later"]["ref"] == "III.CUB.1"
    assert (rows["III.CUB.2"]["course"], rows["III.CUB.2"]["later"]) == ("dropped", None)
    assert (rows["III.CUB.3"]["course"], rows["III.CUB.3"]["later"]["ref"]) == ("kept", "III.CUB.2")
    assert (rows["III.CUB.4"]["course"], rows["III.CUB.4"]["later"]["ref"]) == ("changed", "III.CUB.3")
    assert "CTBT" in [shared["text"] for shared in rows["III.CUB.4"]["shared"]]
