"""The demo runs on what comes with the program, and says what it did."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from verbale.app.cycles import open_cycle
from verbale.app.demo import DemoResult, run_demo
from verbale.app.reading import read_source
from verbale.cli import main
from verbale.compose.words import say
from verbale.desk.events import EventKind
from verbale.model.document import Document
from verbale.model.finding import Severity
from verbale.model.language import Language
from verbale.model.node import NodeKind
from verbale.model.reconciliation import Fate


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


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, DemoResult]:
    into = tmp_path_factory.mktemp("made") / "demo"
    return into, run_demo(into, ("text",), lambda name: None)


@pytest.fixture
def outcome(demo: tuple[Path, DemoResult]) -> DemoResult:
    return demo[1]


def pending(document: Document, language: Language) -> list[str]:
    """The States whose translation a report says is pending."""
    found = []
    for original in Language:
        words = say("reply-pending", language, language=say(f"language-{original}", language))
        found += [node.ref.split(".")[-2] for node in document.nodes if node.text == words]
    return found


def test_every_reply_is_translated_but_one(outcome: DemoResult) -> None:
    awaits = {language: pending(document, language) for language, document in outcome.reports}
    assert awaits == {language: ["SEN"] if language is Language.RU else [] for language in Language}
    assert outcome.reconciled.total(Fate.OMITTED) == 0
    assert [(one.state, one.refused) for one in outcome.unsent] == [("NZL", False)]


def test_every_translation_says_what_the_state_said(outcome: DemoResult) -> None:
    assert len(outcome.taken) == 29
    for taken in outcome.taken:
        grave = [one for one in taken.concordance.differences if one.severity is not Severity.NOTE]
        assert grave == [], (taken.state, taken.language)


def test_translated_paragraphs_are_labelled_as_in_the_language_of_the_report(outcome: DemoResult) -> None:
    for language, document in outcome.reports:
        for state, own in (("MAR", Language.AR), ("CRI", Language.ES), ("CHN", Language.ZH)):
            labels = [
                node.label
                for node in document.nodes
                if f".{state}." in node.ref and node.kind is NodeKind.PARAGRAPH and node.label
            ]
            expected = [say("label-paragraph", language, number=number) for number in ("1", "2")]
            assert labels == expected or language is own, (language, state)


def test_the_awaited_translation_is_completed_by_the_commands_shown(tmp_path: Path) -> None:
    into = tmp_path / "demo"
    shown = CliRunner().invoke(main, ["demo", "--into", str(into), "--formats", "text"]).stdout
    assert "One translation is pending on purpose, that of Senegal in report.ru" in shown
    taken, compiled, sent = [line.split()[1:] for line in shown.splitlines() if line.startswith("  verbale")][:3]
    again = CliRunner().invoke(main, [*sent[:-1], str(tmp_path / "again")])
    assert (again.exit_code, [path.suffix for path in (tmp_path / "again").iterdir()]) == (0, [".xlf"])
    result = CliRunner().invoke(main, taken)
    assert (result.exit_code, "warning" in result.stdout) == (0, False), result.stdout
    assert CliRunner().invoke(main, [*compiled, "--formats", "text"]).exit_code == 0
    report = (into / "complete" / "report.ru.txt").read_text(encoding="utf-8")
    assert "Сенегал ратифицировал" in report
    assert CliRunner().invoke(main, ["reconcile", str(into / "cycle")]).exit_code == 0


def test_the_demo_goes_by_the_steps_of_the_desk(demo: tuple[Path, DemoResult]) -> None:
    with open_cycle(demo[0] / "cycle") as folder:
        events = [entry.event for entry in folder.entries]
    assert [event.at for event in events] == sorted(event.at for event in events)
    kinds = [event.kind for event in events]
    assert kinds.count(EventKind.SENT_FOR_TRANSLATION) == 6
    assert kinds.count(EventKind.TRANSLATION_TAKEN) == 29
