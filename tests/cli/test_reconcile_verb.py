"""What was received against what came out, at the command line, in every form."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from tests.desk.conftest import CYCLE

from verbale.cli import main

SAMPLES = Path(__file__).resolve().parent.parent / "samples"


def verbale(*arguments: str) -> Result:
    return CliRunner().invoke(main, list(arguments))


@pytest.fixture
def cycle(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A letter in Spanish that came in time, and one in Arabic that came late."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "cycle.toml").write_text(CYCLE, encoding="utf-8")
    verbale("start", "cycle.toml", "--into", "c", "--at", "2022-01-20")
    verbale("note", "c", "--into", "notes", "--issue", "--at", "2022-01-28")
    verbale("receive", "c", str(SAMPLES / "reply" / "es.txt"), "--accept", "--at", "2022-05-20")
    late = (SAMPLES / "reply" / "fr.txt").read_text(encoding="utf-8").replace("Costa Rica", "Sénégal")
    (tmp_path / "late.txt").write_text(late, encoding="utf-8")
    verbale("receive", "c", "late.txt", "--accept", "--at", "2022-06-20")
    return tmp_path


def waived(*states: str) -> None:
    for state in states:
        said = ("--allowed-by", "the Director", "--reason", "to follow", "--at", "2022-07-09")
        done = verbale("waive", "c", state, "translation", *said)
        assert done.exit_code == 0, done.stderr


def compiled(languages: str) -> None:
    done = verbale("compile", "c", "--languages", languages, "--formats", "text", "--into", "o", "--at", "2022-07-08")
    assert done.exit_code == 0, done.stderr


def test_a_late_reply_is_published_and_reconciled(cycle: Path) -> None:
    compiled("es,fr")
    published = verbale("publish", "c", "--into", "site", "--at", "2022-07-20")
    assert "published: 1 reply in site" in published.stderr, published.stderr
    (page,) = (cycle / "site" / "web").iterdir()
    assert page.name in "".join(published.stdout.split())
    assert "nothing to be published" in verbale("publish", "c", "--into", "site", "--at", "2022-07-21").stderr
    shown = verbale("reconcile", "c")
    assert shown.exit_code == 0
    for words in ("2 replies in 2 versions, 1 in the report, 1 on the web", "omitted: 0", "language received"):
        assert words in " ".join(shown.stdout.split())


def test_every_form_says_the_same(cycle: Path) -> None:
    compiled("es,fr")
    record = json.loads(verbale("reconcile", "c", "--format", "json").stdout)
    rows = list(csv.DictReader(verbale("reconcile", "c", "--format", "csv").stdout.splitlines()))
    assert [each["state"] for each in record["accounts"]] == [row["state"] for row in rows] == ["CRI", "SEN"]
    assert [sum(each["fates"].values()) for each in record["accounts"]] == [int(row["characters"]) for row in rows]
    assert (record["fates"]["omitted"], record["as_compiled"]) == (0, True)
    assert verbale("reconcile", "c", "--format", "html", "-o", "page.html").exit_code == 0
    page = (cycle / "page.html").read_text(encoding="utf-8")
    assert "Nothing is omitted" in page
    assert f"{record['characters']:,} characters received" in page
    assert "Senegal" in page
    assert verbale("reconcile", "c", "-o", "page.html").exit_code == 2


@pytest.mark.usefixtures("cycle")
def test_what_is_omitted_is_told_by_the_exit_code() -> None:
    compiled("en")
    result = verbale("reconcile", "c")
    assert (result.exit_code, "omitted: 0" in result.stdout) == (1, False)
    assert "are not reproduced" in verbale("reconcile", "c", "--format", "html").stdout


@pytest.mark.usefixtures("cycle")
def test_a_reply_for_an_addendum_waits_for_the_report(cycle: Path) -> None:
    verbale("start", "cycle.toml", "--into", "c", "--at", "2022-01-20")
    (cycle / "c" / "cycle.toml").write_text(CYCLE.replace('late = "web"', 'late = "addendum"'), encoding="utf-8")
    assert "is not in force" in verbale("cycle", "c").stderr
    changed = verbale("change", "c", "--reason", "the policy of 2010", "--at", "2022-06-21")
    assert changed.stdout.split("\n")[:2] == ['-late = "web"', '+late = "addendum"'], changed.stderr
    assert "is not in force" not in verbale("cycle", "c").stderr
    compiled("es,fr")
    waits = verbale("publish", "c", "--into", "site", "--at", "2022-07-09")
    assert "waits for an addendum to the report" in waits.stderr
    refused = verbale("record", "c", "submitted", "--at", "2022-07-09")
    assert (refused.exit_code, "no translation into fr" in refused.stderr) == (2, True)
    waived("CRI")
    verbale("record", "c", "submitted", "--at", "2022-07-10")
    verbale("record", "c", "issued", "--at", "2022-07-12")
    out = verbale("publish", "c", "--into", "site", "--languages", "ar,fr", "--formats", "docx", "--at", "2022-08-01")
    assert "A/77/9901/Add.1" in out.stdout
    assert sorted(path.name for path in (cycle / "site").iterdir()) == ["addendum-1.ar.docx", "addendum-1.fr.docx"]
    assert "in an addendum" in verbale("reconcile", "c").stdout


@pytest.mark.usefixtures("cycle")
def test_what_a_state_says_of_its_reply_is_kept_and_heard() -> None:
    compiled("es,fr")
    waived("CRI")
    rows = list(csv.DictReader(verbale("reconcile", "c", "--format", "csv").stdout.splitlines()))
    printed, late = (row["case"] for row in rows)
    objected = verbale("mark", "c", late, "objects", "--reason", "note of 9 July", "--at", "2022-07-09")
    assert (objected.exit_code, "it is confirmed" in objected.stderr) == (0, True), objected.stderr
    assert "nothing to be published" in verbale("publish", "c", "--into", "site", "--at", "2022-07-10").stderr
    verbale("mark", "c", printed, "remark", "--reason", "a call from the Mission", "--at", "2022-07-10")
    assert (
        "the case is placed" in verbale("mark", "c", printed, "recalled", "--reason", "x", "--at", "2022-07-10").stderr
    )
    verbale("record", "c", "submitted", "--at", "2022-07-11")
    verbale("record", "c", "issued", "--at", "2022-07-12")
    recalled = verbale("mark", "c", printed, "recalled", "--reason", "note of 1 August", "--at", "2022-08-01")
    assert "it is recalled" in recalled.stderr
    result = verbale("reconcile", "c", "--format", "json")
    record = json.loads(result.stdout)
    assert (result.exit_code, record["as_compiled"], record["fates"]["omitted"]) == (0, True, 0)
    one, other = record["accounts"]
    assert (one["printed"], one["reason"]) == ("A/77/9901", "note of 1 August")
    assert other["fates"]["withheld"] > 100
    assert "note of 9 July" in other["reason"]
    assert "no such reply" in verbale("mark", "c", "reply-0", "final", "--reason", "x").stderr


@pytest.mark.usefixtures("cycle")
def test_an_extension_places_a_late_reply_anew() -> None:
    compiled("es,fr")
    refused = verbale("extend", "c", "--until", "2022-05-31", "--reason", "x", "--at", "2022-07-09")
    assert (refused.exit_code, "name a later day" in refused.stderr) == (2, True)
    other = verbale("extend", "c", "--until", "2022-06-30", "--state", "Куба", "--reason", "x", "--at", "2022-07-09")
    assert "2022-06-30 (extension for CUB)" in other.stderr
    assert "omitted" not in verbale("cycle", "c").stdout
    rows = list(csv.DictReader(verbale("reconcile", "c", "--format", "csv").stdout.splitlines()))
    assert [row["destination"] for row in rows] == ["report", "web"]
    given = verbale("extend", "c", "--until", "2022-06-30", "--state", "SEN", "--reason", "asked", "--at", "2022-07-10")
    assert "2022-06-30 (extension for SEN)" in given.stderr
    rows = list(csv.DictReader(verbale("reconcile", "c", "--format", "csv").stdout.splitlines()))
    assert [row["destination"] for row in rows] == ["report", "report"]
    assert "changed since" in verbale("record", "c", "submitted", "--at", "2022-07-11").stderr
