"""The verb ``check``: forms, rules, exit codes, and what was accepted."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from verbale.check.example_texts import CUB, JPN, REPORT
from verbale.cli import main

FAULTY = REPORT.format("76/53 of 16 December 2021, 76/46 and 76/27", CUB + JPN)


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["check", *arguments])


@pytest.fixture
def faulty(tmp_path: Path) -> Path:
    """A report that cites a resolution as of a wrong day."""
    path = tmp_path / "report.txt"
    path.write_text(FAULTY, encoding="utf-8")
    return path


def found(path: Path, *arguments: str) -> list[dict[str, object]]:
    result = run(str(path), "--format", "json", *arguments)
    assert result.exit_code in (0, 1), result.output
    findings = json.loads(result.stdout)["findings"]
    assert isinstance(findings, list)
    return findings


def test_a_fault_is_told_in_the_shape_of_a_document_and_fails(faulty: Path) -> None:
    (one,) = found(faulty, "--severity", "error")
    assert (one["rule"], one["severity"], one["ref"], one["source"]) == (
        "references/date",
        "error",
        "I.1",
        "report.txt",
    )
    assert "2021-12-16" in str(one["message"])
    assert "2021-12-06" in str(one["message"])
    assert run(str(faulty)).exit_code == 1
    assert run(str(faulty), "--fail-on", "never").exit_code == 0


def test_rules_are_chosen_by_group_or_by_name(faulty: Path) -> None:
    assert found(faulty, "--rule", "terms") == []
    assert {one["rule"] for one in found(faulty, "--rule", "references/date")} == {"references/date"}
    refused = run(str(faulty), "--rule", "spelling")
    assert refused.exit_code == 2
    assert "references" in refused.stderr


def test_what_is_accepted_stays_accepted_in_a_new_run(faulty: Path) -> None:
    (one,) = found(faulty, "--severity", "error")
    key = str(one["key"])
    assert run(str(faulty), "--accept", key).exit_code == 2
    assert run(str(faulty), "--accept", "0000000000", "--reason", "as printed").exit_code == 2
    assert not faulty.with_name("report.txt.accepted.csv").exists()
    assert run(str(faulty), "--accept", key, "--reason", "as printed in the original").exit_code == 0
    faulty.write_text("\n" + FAULTY, encoding="utf-8")
    again = run(str(faulty))
    assert again.exit_code == 0
    assert "1 accepted" in again.stdout
    (kept,) = found(faulty, "--severity", "error")
    assert kept["accepted"] == "as printed in the original"


def test_sarif_points_into_the_source(faulty: Path) -> None:
    result = run(str(faulty), "--format", "sarif", "--severity", "error")
    log = json.loads(result.stdout)
    assert log["version"] == "2.1.0"
    (one,) = log["runs"][0]["results"]
    region = one["locations"][0]["physicalLocation"]["region"]
    words = FAULTY[region["charOffset"] : region["charOffset"] + region["charLength"]]
    assert "76/53" in words
    assert one["ruleId"] in {rule["id"] for rule in log["runs"][0]["tool"]["driver"]["rules"]}


def test_the_page_lights_the_words(faulty: Path, tmp_path: Path) -> None:
    page = tmp_path / "findings.html"
    run(str(faulty), "--format", "html", "-o", str(page))
    text = page.read_text(encoding="utf-8")
    assert "<mark>76/53" in text or "<mark>resolutions 76/53" in text
    assert "references/date" in text


def test_a_resolution_among_the_sources_is_what_citations_are_held_against(tmp_path: Path) -> None:
    report = tmp_path / "report.txt"
    report.write_text(REPORT.format("76/53, paragraph 9,", CUB + JPN), encoding="utf-8")
    resolution = Path(__file__).resolve().parent.parent / "samples" / "resolution" / "en.txt"
    assert resolution.is_file()
    result = run(str(report), str(resolution), "--format", "json", "--fail-on", "never")
    assert result.exit_code == 0, result.output
    assert {one["source"] for one in json.loads(result.stdout)["findings"]} <= {"report.txt", "en.txt"}


def test_every_rule_is_listed_and_a_source_is_asked_for() -> None:
    listed = run("--rules")
    assert "references/date" in listed.stdout
    assert run().exit_code == 2


def test_what_is_not_shown_still_fails_and_is_counted(tmp_path: Path) -> None:
    path = tmp_path / "report.txt"
    words = "76/53, 76/46 and 76/27, and to resolution 49/75 of 15 December 1994"
    path.write_text(REPORT.format(words, CUB + JPN), encoding="utf-8")
    result = run(str(path), "--rule", "references/part", "--severity", "error", "--fail-on", "warning")
    assert result.exit_code == 1
    assert "nothing found" in result.stdout
    assert "not shown, less grave than error: 1" in result.stderr
    assert run(str(path), "--rule", "references/part", "--severity", "error").exit_code == 0
