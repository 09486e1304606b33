"""The verb ``concord``: versions by name, folders by symbol, exit codes, forms."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from verbale.app.concording import name_key
from verbale.cli import main

SAMPLES = Path(__file__).resolve().parent.parent / "samples"
DECISION = [str(SAMPLES / "decision" / f"{language}.txt") for language in ("ar", "zh", "en", "fr", "ru", "es")]


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["concord", *arguments])


@pytest.fixture
def changed(tmp_path: Path) -> Path:
    """The sextet of the decision with another day in the Spanish text."""
    for path in map(Path, DECISION):
        text = path.read_text(encoding="utf-8")
        (tmp_path / path.name).write_text(text.replace("6 de diciembre", "8 de diciembre"), encoding="utf-8")
    return tmp_path


def test_versions_that_agree() -> None:
    result = run(*DECISION)
    assert result.exit_code == 0, result.output
    assert "no differences" in result.stdout


def test_a_difference_is_told_and_fails(changed: Path) -> None:
    result = run(*(str(changed / Path(name).name) for name in DECISION))
    assert result.exit_code == 1
    assert "Spanish prints the date 2021-12-08 where the others print 2021-12-06." in " ".join(result.stdout.split())


def test_what_fails_is_for_the_caller_to_say(changed: Path) -> None:
    assert run(str(changed), "--fail-on", "never", "--jobs", "1").exit_code == 0
    assert run(str(changed), "--fail-on", "error", "--jobs", "1").exit_code == 1


def test_a_folder_is_grouped_by_symbol(changed: Path) -> None:
    (changed / "alone.txt").write_text("A/RES/76/53\n\n1. Decides to meet in 2023.\n", encoding="utf-8")
    result = run(str(changed), "--format", "json", "--jobs", "1")
    (record,) = json.loads(result.stdout)
    assert record["schema"] == "verbale-concordance/1"
    assert record["symbol"] == "A/DEC/76/990"
    assert [version["language"] for version in record["versions"]] == ["ar", "zh", "en", "fr", "ru", "es"]
    assert {one["class"] for one in record["differences"]} == {"value differs"}
    assert "alone.txt: no other version" in result.stderr
    assert "compared 1 document" in result.stderr


def test_lit_words_are_in_the_text(changed: Path) -> None:
    result = run(str(changed), "--format", "json", "--jobs", "1")
    (record,) = json.loads(result.stdout)
    sides = {side["language"]: side for one in record["differences"] for side in one["sides"]}
    assert [sides["es"]["text"][start:end] for start, end in sides["es"]["lit"]] == ["8 de diciembre de 2021"]


def test_pages_of_a_folder_go_to_a_folder_with_an_index(changed: Path, tmp_path: Path) -> None:
    assert run(str(changed), "--format", "html").exit_code == 2
    out = tmp_path / "out"
    assert run(str(changed), "--format", "html", "-o", str(out), "--jobs", "1").exit_code == 1
    page = (out / "A-DEC-76-990.concordance.html").read_text(encoding="utf-8")
    assert '<p class="text" lang="ar" dir="rtl">' in page
    assert "<mark>8 de diciembre de 2021</mark>" in page
    assert "A-DEC-76-990.concordance.html" in (out / "index.html").read_text(encoding="utf-8")


def test_the_same_versions_give_the_same_bytes_in_any_order() -> None:
    assert run(*DECISION, "--format", "json").stdout == run(*DECISION[::-1], "--format", "json").stdout


@pytest.mark.parametrize(
    ("sources", "words"),
    [(DECISION[:1], "at least two versions"), ([DECISION[2], DECISION[2]], "name one source a language")],
)
def test_what_cannot_be_compared_is_refused_in_one_line(sources: list[str], words: str) -> None:
    result = run(*sources)
    assert result.exit_code == 2
    assert words in result.stderr
    assert result.stderr.count("\n") == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("en/A_RES_76_10-2117757E.xml", "ar/A_RES_76_10-2117754A.xml"),
        ("en/A_RES_76_146-2119184E_reissue.xml", "fr/A_RES_76_146-2119185F.xml"),
        ("en/A_RES_76_1_E.xml", "zh/A_RES_76_1_C.xml"),
        ("A-77-123.en.docx", "A-77-123.zh.pdf"),
    ],
)
def test_names_of_versions_have_one_key(one: str, other: str) -> None:
    assert name_key(one) == name_key(other)


def test_names_of_documents_differ() -> None:
    assert name_key("en/A_RES_76_10-2117757E.xml") != name_key("en/A_RES_76_1_E.xml")
