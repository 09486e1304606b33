"""The verb ``mandates``: from the register and from sources."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from verbale.cli import main

SAMPLES = Path(__file__).resolve().parent.parent / "samples"
RESOLUTION = (
    "A/RES/76/900\n\nResolution adopted by the General Assembly on 6 December 2021\n\n76/900. Lighthouses\n\n"
    "The General Assembly,\n\nRecalling its resolution 75/900 of 7 December 2020,\n\n"
    "1. Calls upon Member States to light the lamps;\n\n"
    "2. Requests the Secretary-General to submit to the General Assembly at its seventy-seventh session a report on "
    "the lamps.\n\n45th plenary meeting\n6 December 2021\n"
)


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["mandates", *arguments])


def records(*arguments: str) -> list[dict[str, object]]:
    result = run(*arguments, "--format", "json")
    assert result.exit_code == 0, result.output
    found: list[dict[str, object]] = json.loads(result.stdout)
    return found


def test_the_register_answers_for_a_session() -> None:
    found = {each["symbol"]: each for each in records("--session", "76", "--asks", "report") if each["topic"]}
    assert set(found) == {"A/RES/76/27", "A/RES/76/46", "A/RES/76/53"}
    assert found["A/RES/76/53"]["report"] == "A/77/123"
    assert found["A/RES/76/53"]["due"] == [77]


def test_a_table_shows_vote_and_report() -> None:
    result = run("--session", "75", "--asks", "report")
    assert result.exit_code == 0
    assert "A/RES/75/66" in result.stdout
    assert "136-33-15" in result.stdout
    assert "A/76/117" in result.stdout
    assert "3 requests in 3 resolutions: 3 report" in result.stdout


@pytest.fixture
def resolution(tmp_path: Path) -> Path:
    path = tmp_path / "lighthouses.txt"
    path.write_text(RESOLUTION, encoding="utf-8")
    return path


def test_a_source_is_read(resolution: Path) -> None:
    found = records(str(resolution), "--addressee", "Secretary-General")
    assert [(each["symbol"], each["provision"], each["asked"], each["due"]) for each in found] == [
        ("A/RES/76/900", "2", "report", [77])
    ]
    table = run(str(resolution)).stdout
    assert "member states" in table
    assert "light the lamps" in table


def test_rows_hold_what_the_json_holds(resolution: Path) -> None:
    rows = list(csv.DictReader(io.StringIO(run(str(resolution), "--format", "csv").stdout)))
    assert [(row["provision"], row["asked"], row["text"]) for row in rows] == [
        (each["provision"], each["asked"], each["text"]) for each in records(str(resolution))
    ]


def test_several_sources_are_told_apart(resolution: Path) -> None:
    second = resolution.with_name("more.txt")
    second.write_text(RESOLUTION, encoding="utf-8")
    shown = run(str(resolution.parent)).stdout
    assert "lighthouses.txt" in shown
    assert "more.txt" in shown


def test_the_result_goes_to_a_file(resolution: Path) -> None:
    target = resolution.with_name("out.csv")
    assert run(str(resolution), "--format", "csv", "-o", str(target)).exit_code == 0
    assert target.read_text(encoding="utf-8").startswith("symbol,provision")
    assert run(str(resolution), "-o", str(target)).exit_code == 2


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["--addressee", "secretary generl"], "secretary_general"),
        (["--session", "40"], "no mandate is held of this session"),
        (["no-such-file.txt"], "there is no such file"),
    ],
)
def test_errors_say_what_and_what_to_do(arguments: list[str], told: str) -> None:
    result = run(*arguments)
    assert result.exit_code == 2
    assert told in result.stderr
    assert "Traceback" not in result.output


def test_what_is_no_resolution_is_told() -> None:
    result = run(str(SAMPLES / "report" / "en.txt"))
    assert result.exit_code == 0
    assert "not a resolution" in result.stderr
    assert "no request fits" in result.stderr
    assert "no request" in result.stdout
