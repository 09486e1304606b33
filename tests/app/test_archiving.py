"""A cycle for the archives: a bag that standard tools check, with every content, its history and its fate."""

from __future__ import annotations

import csv
import hashlib
import io
import json
import shutil
import subprocess
import zipfile
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from tests.desk.conftest import CYCLE as FILE
from tests.desk.conftest import OFFICER

from verbale.app.archived_records import find_records
from verbale.app.archiving import COLUMNS, export_archive
from verbale.app.confirming import LetterDetails, confirm_reply
from verbale.app.cycles import CycleFolder, open_cycle, start_cycle
from verbale.app.letter_reading import read_letter
from verbale.app.receiving import receive_letter
from verbale.app.redacting import held_contents, redact
from verbale.cli import main
from verbale.desk import commands as c
from verbale.desk.cases import CYCLE
from verbale.desk.events import FIRST_SEAL, Entry, Event, EventKind, find_breaks
from verbale.errors import OutputRefused
from verbale.store.contents import digest_of

OPENED, CALLED = datetime(2022, 1, 20, tzinfo=UTC), datetime(2022, 1, 28, tzinfo=UTC)
CAME, LATER, NOW = (
    datetime(2022, 5, 20, 14, tzinfo=UTC),
    datetime(2022, 7, 1, tzinfo=UTC),
    datetime(2026, 12, 1, tzinfo=UTC),
)
RULES = {"": "permanent", "message": "ten years"}


def letter(state: str) -> bytes:
    return (
        f"Permanent Mission of {state}\n\nWith reference to resolution 76/53, {state} states the following.\n\n"
        f"{state} supports the Treaty.\n\nNew York, 10 May 2022\n"
    ).encode()


@pytest.fixture
def cycle(tmp_path: Path) -> Path:
    """A cycle with a confirmed letter in two versions, an unconfirmed one, and a withdrawn one that was redacted."""
    folder = tmp_path / "cycle"
    start_cycle(folder, FILE, OFFICER, OPENED)
    with open_cycle(folder) as opened:
        opened.give(CYCLE, c.IssueNote("ODA/1", date(2022, 1, 28)), OFFICER, CALLED)
        cases = [
            receive_letter(opened, read_letter(letter(state), f"={state}.txt"), OFFICER, CAME).case
            for state in ("Cuba", "Ghana", "Qatar")
        ]
        confirm_reply(opened, cases[0], LetterDetails(), OFFICER, CAME)
        confirm_reply(opened, cases[2], LetterDetails(), OFFICER, CAME)
        again = letter("Cuba").replace(b"supports", b"firmly supports")
        receive_letter(opened, read_letter(again, "Cuba again.txt"), OFFICER, LATER)
        opened.give(cases[2], c.Withdraw("sent by mistake"), OFFICER, LATER)
        qatar = digest_of(letter("Qatar"))
        redact(opened, [qatar], "asked for by the mission", "ST/SGB/2007/5", OFFICER, LATER)
    return folder


def export(cycle: Path, into: Path) -> Path:
    with open_cycle(cycle) as opened:
        assert export_archive(opened, into, RULES, "Office", NOW) == len(find_records(opened, RULES))
    return into


def unpacked(cycle: Path, tmp_path: Path) -> Path:
    file = export(cycle, tmp_path / "icj.zip")
    with zipfile.ZipFile(file) as archive:
        assert all(name.startswith("icj/") for name in archive.namelist())
        archive.extractall(tmp_path / "out")
    return tmp_path / "out" / "icj"


def records_of(bag: Path) -> list[dict[str, Any]]:
    records: list[dict[str, Any]] = json.loads((bag / "data" / "records.json").read_text("utf-8"))["records"]
    return records


def test_the_bag_is_checked_by_standard_tools(cycle: Path, tmp_path: Path) -> None:
    bag = unpacked(cycle, tmp_path)
    assert (bag / "bagit.txt").read_bytes() == b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"
    payload = {str(path.relative_to(bag)) for path in (bag / "data").rglob("*") if path.is_file()}
    listed = [line.split("  ", 1)[1] for line in (bag / "manifest-sha256.txt").read_text("utf-8").splitlines()]
    assert sorted(payload) == listed
    info = dict(line.split(": ", 1) for line in (bag / "bag-info.txt").read_text("utf-8").splitlines())
    sizes = [(bag / name).stat().st_size for name in payload]
    assert info["Payload-Oxum"] == f"{sum(sizes)}.{len(sizes)}"
    assert info["Bagging-Date"] == "2026-12-01"
    tool = shutil.which("sha256sum")
    if tool is None:
        pytest.skip("sha256sum is not installed")
    for manifest in ("manifest-sha256.txt", "tagmanifest-sha256.txt"):
        subprocess.run([tool, "--check", "--strict", "--quiet", manifest], check=True, cwd=bag)
    letter_ = next((bag / "data" / "files").iterdir())
    letter_.write_bytes(letter_.read_bytes() + b" ")
    done = subprocess.run(
        [tool, "--check", "--quiet", "manifest-sha256.txt"], check=False, cwd=bag, capture_output=True
    )
    assert done.returncode == 1


def test_every_content_is_there_but_for_what_was_removed(cycle: Path, tmp_path: Path) -> None:
    bag = unpacked(cycle, tmp_path)
    with open_cycle(cycle) as opened:
        held = {one.sha256 for one in held_contents(opened)}
    items = {one["sha256"]: one for one in records_of(bag) if one["sha256"]}
    assert {sha256 for sha256, one in items.items() if one["file"]} == held
    for sha256 in held:
        content = (bag / items[sha256]["file"]).read_bytes()
        assert (hashlib.sha256(content).hexdigest(), len(content)) == (sha256, items[sha256]["size"])
    gone = items[digest_of(letter("Qatar"))]
    assert (gone["access"], gone["retention_rule"], gone["file"]) == ("redacted", "ST/SGB/2007/5", None)
    assert gone["disposal"] == "removed 2022-07-01T00:00:00+00:00 by A. Officer: asked for by the mission"


def test_a_record_says_who_what_when_and_of_what_it_is_a_part(cycle: Path, tmp_path: Path) -> None:
    records = records_of(unpacked(cycle, tmp_path))
    by_name = {one["identifier"]: one for one in records}
    assert len(by_name) == len(records)
    first = next(one for one in records if one["sha256"] == digest_of(letter("Cuba")))
    second = next(one for one in records if one["title"] == "Cuba again.txt" and one["kind"] == "letter")
    assert (first["creator"], first["format"], first["language"]) == (["CUB"], "text/plain", "en")
    assert (first["registered"], first["registered_by"]) == ("2022-05-20T14:00:00+00:00", OFFICER.name)
    assert first["retention_rule"] == "permanent"
    assert second["relations"] == [{"relation": "is-version-of", "identifier": first["identifier"]}]
    case = by_name[first["part_of"]]
    assert case["part_of"] == next(one for one in records if one["kind"] == "cycle")["identifier"]
    assert [act["event"] for act in case["history"]][:2] == ["letter-received", "reply-confirmed"]
    assert {one["access"] for one in records if one["kind"] == "letter"} == {"closed", "redacted"}
    assert all(one["registered"] and one["registered_by"] for one in records)


def test_the_chain_in_the_bag_holds_by_itself(cycle: Path, tmp_path: Path) -> None:
    bag = unpacked(cycle, tmp_path)
    lines = [json.loads(line) for line in (bag / "data" / "events.jsonl").read_text("utf-8").splitlines()]
    entries = []
    for one in lines:
        facts = {name: tuple(value) if isinstance(value, list) else value for name, value in one["facts"].items()}
        event = Event(one["case"], EventKind(one["kind"]), one["at"], one["actor"], facts, one["schema"])
        entries.append(Entry(one["number"], one["case_version"], event, one["previous"], one["seal"]))
    assert find_breaks(entries) == []
    assert entries[0].previous == FIRST_SEAL
    assert json.loads((bag / "data" / "seal.json").read_text("utf-8"))["seal"] == entries[-1].seal
    seals = {entry.seal for entry in entries}
    assert all(act["seal"] in seals for one in records_of(bag) for act in one["history"])


def test_the_table_has_a_row_a_record_and_no_formula(cycle: Path, tmp_path: Path) -> None:
    bag = unpacked(cycle, tmp_path)
    rows = list(csv.DictReader(io.StringIO((bag / "data" / "records.csv").read_text("utf-8-sig"))))
    assert [row["identifier"] for row in rows] == [one["identifier"] for one in records_of(bag)]
    assert tuple(rows[0]) == COLUMNS
    assert not any(value.startswith(("=", "+", "@")) for row in rows for value in row.values())
    assert any(row["title"] == "'=Cuba.txt" for row in rows)


def test_the_same_cycle_is_the_same_file_and_none_is_written_over(cycle: Path, tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    one, two = export(cycle, tmp_path / "icj.zip"), export(cycle, tmp_path / "other" / "icj.zip")
    assert one.read_bytes() == two.read_bytes()
    before = one.read_bytes()
    with pytest.raises(OutputRefused, match="is there already"):
        export(cycle, one)
    with pytest.raises(OutputRefused, match="cannot be written"):
        export(cycle, tmp_path / "nowhere" / "icj.zip")
    assert one.read_bytes() == before
    assert list(tmp_path.glob(".*")) == []


def test_restricted_records_are_said_to_be_so(cycle: Path) -> None:
    with open_cycle(cycle) as opened:
        case = _case_of(opened, "Cuba again.txt")
        opened.give(case, c.Restrict("names a person"), OFFICER, LATER)
        records = [one for one in find_records(opened, RULES) if case in one.identifier]
    assert {one.access for one in records} == {"restricted"}


def test_the_verb_takes_a_rule_for_all_and_for_a_kind(cycle: Path, tmp_path: Path) -> None:
    words = ["archive-export", str(cycle), "-o", str(tmp_path / "icj.zip"), "--rule", "schedule=12", "--rule"]
    done = CliRunner().invoke(main, [*words, "letter=ten years", "--office", "Office"])
    assert done.exit_code == 0, done.output
    assert "records and" in done.stderr
    with zipfile.ZipFile(tmp_path / "icj.zip") as archive:
        records = json.loads(archive.read("icj/data/records.json"))["records"]
        assert b"Source-Organization: Office\n" in archive.read("icj/bag-info.txt")
    rules = {(one["kind"], one["retention_rule"]) for one in records if one["access"] != "redacted"}
    assert rules == {("cycle", "schedule=12"), ("case", "schedule=12"), ("letter", "ten years")}


def _case_of(opened: CycleFolder, name: str) -> str:
    return next(reply.id for reply in opened.replies if any(version.name == name for version in reply.versions))
