"""The demo runs on what comes with the program, and says what it did."""

from __future__ import annotations

from pathlib import Path

from click.testing import CliRunner

from verbale.app.reading import read_source
from verbale.cli import main
from verbale.model.document import Document
from verbale.model.language import Language
from verbale.model.node import NodeKind


def words(document: Document) -> list[str]:
    """What a reader of the report reads, unit by unit; a space that does not break is a space."""
    return [" ".join(node.text.split()) for node in document.nodes if node.kind is not NodeKind.FURNITURE]


def test_the_demo_makes_the_report_in_six_languages(tmp_path: Path) -> None:
    into = tmp_path / "demo"
    result = CliRunner().invoke(main, ["demo", "--into", str(into), "--formats", "docx,akn"])
    assert result.exit_code == 0, result.stderr
    assert "12 files report.LANG (.docx, .xml)" in result.stdout
    assert "verbale receive" in result.stdout
    assert "characters received 0 are omitted" in result.stdout
    (page,) = (into / "web").iterdir()
    assert f"web/{page.name}" in result.stdout
    assert "Nothing is omitted" in (into / "reconciliation.html").read_text(encoding="utf-8")
    reports = {
        language: [
            read_source((into / f"report.{language}.{ending}").read_bytes(), f"report.{language}.{ending}")
            for ending in ("docx", "xml")
        ]
        for language in Language
    }
    for language, (docx, xml) in reports.items():
        assert docx.language is language
        assert [reply.state for reply in docx.replies] == ["CHN", "CRI", "KAZ", "MAR", "PHL", "SEN"]
        assert words(docx) == words(xml)
        assert all(number in docx.source.text for number in ("86", "62", "3"))
    assert "New Zealand" not in "".join(node.text for node in reports[Language.EN][0].nodes if "III" in node.ref)


def test_the_demo_writes_over_nothing(tmp_path: Path) -> None:
    (tmp_path / "demo" / "letters").mkdir(parents=True)
    (tmp_path / "demo" / "letters" / "china.zh.txt").write_text("mine")
    result = CliRunner().invoke(main, ["demo", "--into", str(tmp_path / "demo"), "--formats", "docx"])
    assert result.exit_code == 2
    assert "is there already" in result.stderr
    assert (tmp_path / "demo" / "letters" / "china.zh.txt").read_text() == "mine"
