"""Every verb that lists gives what it shows as a table, as JSON and as rows."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

from verbale.cli import VERBS, main

SAMPLES = Path(__file__).resolve().parent.parent / "samples"
DECISION = str(SAMPLES / "decision" / "en.txt")
REPORTS = [str(SAMPLES / "report" / f"{language}.txt") for language in ("en", "fr")]

LISTING: dict[str, list[str]] = {
    "find": [DECISION],
    "cite": ["64/55"],
    "check": [DECISION],
    "compare": [REPORTS[0], REPORTS[0]],
    "concord": REPORTS,
    "status": ["TPNW", "--as-of", "2022-06-21"],
    "state": ["CUB", "--as-of", "2022-06-21"],
    "timeline": ["--from", "2021-09", "--to", "2021-12", "--treaty", "TPNW"],
    "diff": ["TPNW", "--from", "2021-01-01", "--to", "2022-06-21"],
    "mandates": ["--session", "76"],
    "cycle": ["demo/cycle"],
    "reconcile": ["demo/cycle"],
    "reread": ["demo/cycle"],
    "redact": ["demo/cycle"],
    "remind": ["demo/cycle"],
    "usage": ["demo/cycle"],
    "receive": ["demo/cycle", DECISION, "--at", "2022-06-22T10:00:00+00:00"],
    "translate": ["demo/cycle", "--into", "jobs", "--force", "--at", "2022-06-22T10:00:00+00:00"],
    "publish": ["demo/cycle", "--into", "web", "--force", "--at", "2022-06-22T10:00:00+00:00"],
}
"""A call of each verb that lists, without the form."""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder in which the demo was run."""
    folder = tmp_path_factory.mktemp("forms")
    done = CliRunner().invoke(main, ["demo", "--into", str(folder / "demo"), "--formats", "html"])
    assert done.exit_code == 0, done.output
    return folder


@pytest.fixture(autouse=True)
def _inside(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder)


def run(verb: str, *more: str) -> Result:
    return CliRunner().invoke(main, [verb, *LISTING[verb], *more])


@pytest.mark.parametrize("verb", list(LISTING))
def test_json_and_rows_are_one_value_each(verb: str) -> None:
    record = run(verb, "--json")
    assert record.exit_code in (0, 1), record.output
    assert record.stdout.count("\n") == 1
    json.loads(record.stdout)
    rows = run(verb, "--csv")
    assert rows.exit_code == record.exit_code
    table = list(csv.reader(io.StringIO(rows.stdout)))
    assert len({len(row) for row in table}) == 1, "every row has the cells of the header"
    assert len(set(table[0])) == len(table[0])
    if verb != "remind":
        assert run(verb, "--format", "json").exit_code == record.exit_code


@pytest.mark.parametrize("verb", [verb for verb in LISTING if verb != "remind"])
def test_two_forms_are_refused(verb: str) -> None:
    for forms in (["--json", "--csv"], ["--format", "table", "--json"]):
        refused = run(verb, *forms)
        assert refused.exit_code == 2
        assert "give one of them" in refused.stderr


def test_the_verbs_that_are_not_listed_here_list_nothing() -> None:
    """Whoever adds a verb with a form enters it above."""
    context = click.Context(main)
    with_forms = {
        verb
        for verb in VERBS
        if (command := main.get_command(context, verb)) and any("--csv" in param.opts for param in command.params)
    }
    assert with_forms - {"translated"} == set(LISTING)


def test_the_record_of_a_cycle_names_what_the_table_shows() -> None:
    record = json.loads(run("cycle", "--json").stdout)
    shown = run("cycle").stdout
    assert [reply["number"] for reply in record["replies"]] == list(range(1, len(record["replies"]) + 1))
    for reply in record["replies"]:
        assert reply["case"] in shown
        assert reply["stage"] in ("received", "placed", "published")
        assert reply["destination"] in ("report", "web", None)


def test_a_letter_that_was_received_is_proposed_with_its_evidence() -> None:
    (letter,) = json.loads(run("receive", "--json").stdout)
    assert letter["file"] == "en.txt"
    assert letter["confirmed"] is False
    assert set(letter["proposal"]) == {
        *("states", "dates", "undated", "languages", "runs", "answers", "parts", "alarms", "kinds", "group", "joint")
    }
    assert all(one["reason"] for one in letter["proposal"]["languages"])
