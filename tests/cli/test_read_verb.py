"""What ``verbale read`` prints, writes and returns."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from verbale.cli import main

TEXT = "Reply of the Government\n\n1. The Government publishes its report every year.\n"


def run(*arguments: str, stdin: bytes | None = None) -> Result:
    return CliRunner().invoke(main, ["read", *arguments], input=stdin)


@pytest.fixture
def source(tmp_path: Path) -> Path:
    path = tmp_path / "reply.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two documents, one that is none, one that is hidden."""
    place = tmp_path / "in"
    place.mkdir()
    (place / "a.txt").write_text(TEXT, encoding="utf-8")
    (place / "b.txt").write_text(TEXT, encoding="utf-8")
    (place / "c.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(64))
    (place / ".hidden").write_text(TEXT, encoding="utf-8")
    return place


def test_one_source_gives_one_object_and_nothing_else(source: Path) -> None:
    result = run(str(source), "--format", "json")
    assert result.exit_code == 0
    record = json.loads(result.stdout)
    assert record["schema"] == "verbale-document/1"
    assert record["source"]["name"] == "reply.txt"
    assert record["coverage"]["unaccounted"] == 0
    assert result.stdout_bytes.endswith(b"}\n")


def test_json_is_utf8_without_escapes(tmp_path: Path) -> None:
    path = tmp_path / "zh.txt"
    path.write_text("大会决定将题为“裁军”的项目列入议程。\n", encoding="utf-8")
    assert "裁军".encode() in run(str(path), "--format", "json").stdout_bytes


def test_several_sources_give_a_list_even_where_one_fails(source: Path, tmp_path: Path) -> None:
    result = run(str(source), str(tmp_path / "none.pdf"), "--format", "json")
    assert result.exit_code == 2
    assert [record["source"]["name"] for record in json.loads(result.stdout)] == ["reply.txt"]
    assert "none.pdf: there is no such file (check the path)" in result.stderr
    assert "read 1, with warnings " in result.stderr
    assert "failed 1" in result.stderr
    assert "Traceback" not in result.output


def test_a_folder_gives_a_list_and_a_closing_line(folder: Path) -> None:
    result = run(str(folder), "--format", "json")
    assert result.exit_code == 2
    assert [record["source"]["name"] for record in json.loads(result.stdout)] == ["a.txt", "b.txt"]
    assert result.stderr.rstrip().splitlines()[-1].startswith("read 2, with warnings ")
    assert "c.png: " in result.stderr


def test_a_list_of_nothing_is_still_a_list(tmp_path: Path) -> None:
    result = run(str(tmp_path / "x"), str(tmp_path / "y"), "--format", "json")
    assert json.loads(result.stdout) == []
    assert result.exit_code == 2


def test_standard_input(source: Path) -> None:
    result = run("-", "--format", "json", stdin=source.read_bytes())
    assert result.exit_code == 0
    assert json.loads(result.stdout)["source"]["name"] == "standard input"


def test_nothing_on_standard_output_when_the_only_source_fails(tmp_path: Path) -> None:
    path = tmp_path / "empty.pdf"
    path.write_bytes(b"")
    result = run(str(path), "--format", "json")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith("verbale: ")
    assert len(result.stderr.splitlines()) == 1


@pytest.mark.parametrize(
    ("form", "start"), [("tree", "reply.txt  "), ("text", "Reply of the Government\n"), ("html", "<!doctype html>\n")]
)
def test_every_form(source: Path, form: str, start: str) -> None:
    result = run(str(source), "--format", form)
    assert result.exit_code == 0
    assert form == "tree" or result.stdout.startswith(start)
    assert "Government publishes its report" in result.stdout


def test_the_tree_is_the_default_and_without_colour_when_piped(source: Path) -> None:
    result = run(str(source))
    assert result.stdout == run(str(source), "--format", "tree").stdout
    assert "\x1b" not in result.stdout


def test_a_forced_profile_is_used(source: Path) -> None:
    assert json.loads(run(str(source), "--format", "json", "--profile", "generic").stdout)["profile"] == "generic"


def test_an_unknown_profile_is_a_usage_error(source: Path) -> None:
    result = run(str(source), "--profile", "novel")
    assert result.exit_code == 2
    assert "novel" in result.stderr


def test_output_to_a_file_leaves_standard_output_empty(source: Path, tmp_path: Path) -> None:
    result = run(str(source), "--format", "json", "-o", str(tmp_path / "out.json"))
    assert (result.exit_code, result.stdout) == (0, "")
    assert json.loads((tmp_path / "out.json").read_bytes())["source"]["name"] == "reply.txt"


def test_output_never_goes_over_a_file_unasked(source: Path, tmp_path: Path) -> None:
    (tmp_path / "out.json").write_text("mine")
    result = run(str(source), "--format", "json", "-o", str(tmp_path / "out.json"))
    assert result.exit_code == 2
    assert "--force" in result.stderr
    assert (tmp_path / "out.json").read_text() == "mine"
    assert run(str(source), "--format", "json", "--force", "-o", str(tmp_path / "out.json")).exit_code == 0


def test_a_folder_of_results(folder: Path, tmp_path: Path) -> None:
    result = run(str(folder), "--format", "json", "-o", str(tmp_path / "out"))
    assert (result.exit_code, result.stdout) == (2, "")
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == ["a.json", "b.json"]


def test_several_pages_need_a_folder(folder: Path, tmp_path: Path) -> None:
    assert "name a folder with -o" in run(str(folder), "--format", "html").stderr
    run(str(folder), "--format", "html", "-o", str(tmp_path / "out"))
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == ["a.html", "b.html"]


def test_a_file_of_two_gigabytes_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "huge.pdf"
    with path.open("wb") as stream:
        stream.truncate(2 * 1024**3)
    result = run(str(path))
    assert result.exit_code == 2
    assert "the limit is" in result.stderr
    assert "split the document" in result.stderr


@pytest.mark.skipif(sys.platform != "linux", reason="other systems allow no such names")
def test_a_name_that_is_not_text(tmp_path: Path) -> None:
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/r\xe9ponse\x1b.txt"))
    path.write_text(TEXT, encoding="utf-8")
    result = run(str(tmp_path), "--format", "json", "-o", str(tmp_path / "out"))
    assert result.exit_code == 0, result.output
    assert len(list((tmp_path / "out").iterdir())) == 1
    assert "\x1b" not in result.output


def test_reading_twice_gives_the_same_bytes(source: Path) -> None:
    first, second = (run(str(source), "--format", "json").stdout_bytes for _ in range(2))
    assert first == second


def test_a_closed_pipe_is_no_traceback(source: Path) -> None:
    call = "import sys; sys.argv[0] = 'verbale'; from verbale.cli import main; main()"
    command = [sys.executable, "-c", call, "read", *[str(source)] * 3, "--format", "json"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        words = process.stderr.read().decode()
    assert "Traceback" not in words
