"""The verbs of a desk: made, listed, upgraded, exported, imported, backed up, sealed, verified, redacted."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from tests.desk.conftest import CYCLE as FILE
from tests.store.conftest import place, postgresql  # noqa: F401  Fixtures.

from verbale.cli import main

SAMPLES = Path(__file__).parent.parent
LETTER = (
    "Permanent Mission of {state}\n\nWith reference to resolution 76/53, {state} states the following.\n\n"
    "{state} supports the Treaty.\n\nNew York, 10 May 2022\n"
)


def run(*words: str | Path, code: int = 0, env: dict[str, str] | None = None) -> Result:
    result = CliRunner().invoke(main, [str(word) for word in words], env={"DATABASE_URL": "", **(env or {})})
    assert result.exit_code == code, f"{words}: {result.output}\n{result.exception!r}"
    assert not result.exception or isinstance(result.exception, SystemExit)
    return result


@pytest.fixture
def letters(tmp_path: Path) -> list[Path]:
    """Letters of three States."""
    paths = []
    for state in ("Cuba", "Qatar", "Ghana"):
        paths.append(tmp_path / f"{state}.txt")
        paths[-1].write_text(LETTER.format(state=state), encoding="utf-8")
    return paths


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """The file of a cycle."""
    (tmp_path / "terms.toml").write_text(FILE, encoding="utf-8")
    return tmp_path / "terms.toml"


def test_a_shared_desk_from_its_making_to_its_backup(
    place: str,  # noqa: F811
    file: Path,
    letters: list[Path],
    tmp_path: Path,
) -> None:
    url = place if "://" in place else f"sqlite:///{place}"
    assert f"verbale --desk {url} start" in run("desk", "new", url).stderr
    run("desk", "new", url, code=2)
    run("--desk", url, "start", file, "--name", "2022-icj", "--at", "2022-01-20T14:00Z")
    again = run("--database", url, "start", file, "--name", "2022-icj", code=2)
    assert "has a cycle '2022-icj' already" in again.output
    assert "a name without one" in run("--desk", url, "start", file, "--name", "2022/icj", code=2).output
    run("start", file, "--name", "2024", env={"DATABASE_URL": url})
    run("--desk", url, "note", "2022-icj", "--into", tmp_path / "notes", "--issue", "--at", "2022-01-28T14:00Z")
    came = run("--desk", url, "receive", "2022-icj", *letters, "--accept", "--at", "2022-05-20T14:00Z", "--by", "A. B.")
    assert came.output.count("CUB") >= 1
    _check_lists(url)
    shown = json.loads(run("--desk", url, "cycle", "2022-icj", "--format", "json").stdout)
    assert len(shown["replies"]) == 3
    _check_seals(url, shown["seal"], tmp_path)
    _check_copies(url, shown["seal"], tmp_path)


def _check_lists(url: str) -> None:
    listed = json.loads(run("desk", "list", url, "--format", "json").stdout)
    assert [one["name"] for one in listed] == ["2022-icj", "2024"]
    assert sum(listed[0]["replies"].values()) == 3
    assert "2022-icj" in run("desk", "list", url).stdout
    cases = json.loads(run("desk", "cases", url, "--format", "json").stdout)
    assert [one["state"] for one in cases] == ["CUB", "QAT", "GHA"]
    assert {one["cycle"] for one in cases} == {"2022-icj"}
    assert json.loads(run("desk", "cases", url, "--stage", "placed", "--format", "json").stdout) == []
    assert json.loads(run("desk", "cases", url, "--cycle", "2024", "--format", "json").stdout) == []
    assert run("desk", "cases", url, "--format", "csv").stdout.count("\n") == 4
    assert "Ghana.txt" in run("desk", "cases", url).stdout
    assert "made anew: 5 rows" in run("desk", "rebuild", url).stderr
    assert json.loads(run("desk", "list", url, "--format", "json").stdout) == listed
    run("upgrade", url, "--to", "0001")
    assert "verbale upgrade" in run("desk", "list", url, code=2).output
    assert "0002_case_rows" in run("upgrade", url).stderr
    assert "nothing to do" in run("upgrade", url).stderr
    assert json.loads(run("desk", "list", url, "--format", "json").stdout) == listed


def _check_seals(url: str, seal: str, tmp_path: Path) -> None:
    run("--desk", url, "seal", "2022-icj", "-o", tmp_path / "seal.json")
    assert seal in run("--desk", url, "verify", "2022-icj", "--seal", tmp_path / "seal.json").stdout
    assert "rolled back" in run("--desk", url, "verify", "2022-icj", "--seal", "0" * 64, code=1).stdout
    run("--desk", url, "verify", "2022-icj", "--seal", "what", code=2)


def _check_copies(url: str, seal: str, tmp_path: Path) -> None:
    exported = run("--desk", url, "export", "2022-icj", tmp_path / "icj.sqlite").stderr
    assert seal in exported
    run("import", tmp_path / "icj.sqlite", "--into", tmp_path / "there")
    assert json.loads(run("cycle", tmp_path / "there", "--format", "json").stdout)["seal"] == seal
    run("--desk", url, "import", tmp_path / "icj.sqlite", code=2)
    run("--desk", url, "import", tmp_path / "icj.sqlite", "--name", "copy")
    assert "backed up 3 cycles" in run("backup", url, tmp_path / "backup.zip").stderr
    assert "every seal" in run("restore", tmp_path / "backup.zip", tmp_path / "restored.sqlite").stderr
    run("restore", tmp_path / "backup.zip", tmp_path / "restored.sqlite", code=2)
    again = run("restore", tmp_path / "backup.zip", tmp_path / "restored.sqlite", "--replace").stderr
    assert "restored.sqlite.before-restore" in again
    assert "copy" in run("desk", "list", tmp_path / "restored.sqlite").stdout


def test_a_batch_goes_on_after_what_fails_and_tells_each(file: Path, letters: list[Path], tmp_path: Path) -> None:
    run("start", file, "--into", tmp_path / "cycle", "--at", "2022-01-20T14:00Z")
    run("note", tmp_path / "cycle", "--into", tmp_path / "notes", "--issue", "--at", "2022-01-28T14:00Z")
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "broken.docx").write_bytes(b"PK\x03\x04 broken")
    sources = [
        letters[0],
        tmp_path / "empty.txt",
        tmp_path / "missing.txt",
        letters[1],
        tmp_path / "broken.docx",
        letters[2],
    ]
    early = run("receive", tmp_path / "cycle", *sources, "--at", "2022-01-01T00:00Z", code=2)
    for source in letters:
        assert any(source.name in line and "before the last event" in line for line in early.output.splitlines())
    done = run("receive", tmp_path / "cycle", *sources, "--at", "2022-05-20T14:00Z", code=2)
    for name in ("empty.txt", "missing.txt", "broken.docx"):
        assert name in done.output
    listed = json.loads(run("desk", "cases", tmp_path / "cycle", "--format", "json").stdout)
    assert {source.name for source in letters} <= {one["name"] for one in listed}


def test_letters_taken_in_after_somebody_else_has_worked_are_taken(
    file: Path, letters: list[Path], tmp_path: Path
) -> None:
    """The clock says when, and not the moment at which a long list was begun."""
    run("start", file, "--into", tmp_path / "cycle")
    run("note", tmp_path / "cycle", "--into", tmp_path / "notes", "--issue")
    for letter in letters:
        run("receive", tmp_path / "cycle", letter)
    assert len(json.loads(run("cycle", tmp_path / "cycle", "--format", "json").stdout)["replies"]) == 3


def test_terms_are_changed_and_contents_redacted(file: Path, letters: list[Path], tmp_path: Path) -> None:
    cycle = tmp_path / "cycle"
    run("start", file, "--into", cycle, "--at", "2022-01-20T14:00Z")
    run("note", cycle, "--into", tmp_path / "notes", "--issue", "--at", "2022-01-28T14:00Z")
    run("receive", cycle, *letters, "--accept", "--at", "2022-05-20T14:00Z")
    (cycle / "cycle.toml").write_text(FILE.replace("2022-05-31", "2022-06-10"), encoding="utf-8")
    shown = run("cycle", cycle)
    assert "is not in force: verbale change" in shown.stderr
    assert "+deadline = 2022-06-10" in shown.stderr
    run("change", cycle, code=2)
    assert (
        "+deadline = 2022-06-10"
        in run("change", cycle, "--reason", "note of 1 June", "--at", "2022-06-01T10:00Z").stdout
    )
    assert "not in force" not in run("cycle", cycle).stderr
    late = run("mark", cycle, "reply-0", "remark", "--reason", "x", "--at", "2022-05-01T10:00Z", code=2)
    assert late.exit_code == 2
    listed = run("redact", cycle, "--format", "json")
    assert "nothing was removed" in listed.stderr
    held = json.loads(listed.stdout)
    assert {one["kind"] for one in held} == {"letter"}
    case, sha256 = held[0]["case"], held[0]["sha256"]
    refused = run("redact", cycle, sha256, "--reason", "a name", "--rule", "ST/SGB/2007/5", code=2)
    assert "its words would be lost" in refused.output
    run("mark", cycle, case, "withdrawn", "--reason", "note of 2 June", "--at", "2022-06-02T10:00Z")
    gone = run(
        "redact", cycle, sha256[:12], "--reason", "a name", "--rule", "ST/SGB/2007/5", "--at", "2022-06-03T10:00Z"
    )
    assert "removed 1" in gone.stderr
    assert "1 contents were redacted" in run("verify", cycle).stdout
    assert (
        "redacted on 2022-06-03 by desk: a name (ST/SGB/2007/5)"
        in run("reconcile", cycle, "--format", "json", code=0).stdout
    )


@pytest.mark.skipif(os.name != "posix", reason="names of files that are no text")
def test_a_file_whose_name_is_no_text_is_taken(file: Path, tmp_path: Path) -> None:
    cycle = tmp_path / "cycle"
    run("start", file, "--into", cycle)
    run("note", cycle, "--into", tmp_path / "notes", "--issue")
    folder = tmp_path / "letters"
    folder.mkdir()
    (folder / os.fsdecode(b"lettre \xe9.txt")).write_text(LETTER.format(state="Cuba"), encoding="utf-8")
    run("receive", cycle, folder)
    assert json.loads(run("reread", cycle, "--format", "json").stdout) == []
    run("verify", cycle)
