"""What ``verbale view`` prints, writes and returns."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from verbale.cli import main


def run(*arguments: str, stdin: bytes | None = None) -> Result:
    return CliRunner().invoke(main, ["view", *arguments], input=stdin)


@pytest.fixture
def source(tmp_path: Path) -> Path:
    path = tmp_path / "reply.txt"
    path.write_text("1. The Government publishes its report every year.\n", encoding="utf-8")
    return path


def test_the_page_goes_to_standard_output(source: Path) -> None:
    result = run(str(source))
    assert result.exit_code == 0
    assert result.stdout.startswith("<!doctype html>")
    assert result.stderr == ""


def test_the_page_goes_to_a_file(source: Path, tmp_path: Path) -> None:
    result = run(str(source), "-o", str(tmp_path / "page.html"))
    assert (result.exit_code, result.stdout) == (0, "")
    assert (tmp_path / "page.html").read_text(encoding="utf-8").endswith("</html>\n")
    assert run(str(source), "-o", str(tmp_path / "page.html")).exit_code == 2
    assert run(str(source), "-o", str(tmp_path / "page.html"), "--force").exit_code == 0


def test_standard_input(source: Path) -> None:
    assert "The Government publishes" in run("-", stdin=source.read_bytes()).stdout


def test_a_folder_of_many_is_refused(tmp_path: Path) -> None:
    for name in "ab":
        (tmp_path / f"{name}.txt").write_text("text")
    result = run(str(tmp_path))
    assert result.exit_code == 2
    assert "name a file" in result.stderr


def test_what_cannot_be_read_is_one_line(tmp_path: Path) -> None:
    result = run(str(tmp_path / "none.pdf"))
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == f"verbale: {tmp_path / 'none.pdf'}: there is no such file (check the path)\n"
