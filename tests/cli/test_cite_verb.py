"""What ``verbale cite`` prints and returns."""

from __future__ import annotations

import pytest
from click.testing import CliRunner, Result

from verbale.cli import main


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["cite", *arguments])


@pytest.mark.parametrize("typed", ["64/55", "A/RES/64/55", "第64/55号决议", "القرار 64/55", "résolution 64/55"])
def test_one_document(typed: str) -> None:
    result = run(typed)
    assert result.exit_code == 0
    assert result.stdout == "A/RES/64/55\thttps://undocs.org/en/A/RES/64/55\n"
    assert result.stderr == ""


def test_words_need_no_quotes_and_the_link_has_a_language() -> None:
    assert run("resolution", "1887", "(2009)", "--language", "zh").stdout == (
        "S/RES/1887(2009)\thttps://undocs.org/ch/S/RES/1887(2009)\n"
    )


def test_several_candidates_are_all_told() -> None:
    result = run("46/17")
    assert result.exit_code == 0
    assert [line.split("\t")[0] for line in result.stdout.splitlines()] == ["A/RES/46/17", "A/HRC/RES/46/17"]
    assert "2 documents match" in result.stderr


def test_a_document_of_others_has_no_link() -> None:
    assert run("(CFSP) 2019/615").stdout == "EU:CFSP/2019/615\n"


@pytest.mark.parametrize("typed", ["16.4", "hello", "", "((("])
def test_nothing_named(typed: str) -> None:
    result = run(typed)
    assert (result.exit_code, result.stdout) == (1, "")
    assert "no symbol or number" in result.stderr
