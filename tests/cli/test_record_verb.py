"""What becomes of a report is recorded as dated acts, in order, or refused with the reason."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from tests.desk.conftest import CYCLE

from verbale.app.cycles import open_cycle
from verbale.cli import main
from verbale.desk.cases import CycleStage, ReplyStage

SAMPLES = Path(__file__).resolve().parent.parent / "samples"
LETTER = str(SAMPLES / "reply" / "fr.txt")
COMPILE = ("--languages", "fr,en,zh", "--formats", "text", "--at", "2022-07-08", "--date", "2022-07-08", "--force")


def verbale(*arguments: str) -> Result:
    return CliRunner().invoke(main, list(arguments))


@pytest.fixture
def compiled(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Result:
    monkeypatch.chdir(tmp_path)
    return begin(tmp_path, CYCLE)


def begin(tmp_path: Path, cycle: str) -> Result:
    (tmp_path / "cycle.toml").write_text(cycle, encoding="utf-8")
    verbale("start", "cycle.toml", "--into", "c", "--at", "2022-01-20")
    verbale("note", "c", "--into", "notes", "--issue", "--at", "2022-01-28")
    verbale("receive", "c", LETTER, "--accept", "--at", "2022-05-20T14:00-04:00")
    return verbale("compile", "c", "--into", "out", *COMPILE)


def record(step: str, at: str, *arguments: str) -> Result:
    return verbale("record", "c", step, "--at", at, *arguments)


def waived(at: str = "2022-07-09") -> None:
    said = ("--allowed-by", "the Director", "--reason", "to follow", "--at", at)
    done = verbale("waive", "c", "CRI", "translation", *said)
    assert done.exit_code == 0, done.stderr


def test_compile_tells_the_length_beside_the_limit(compiled: Result) -> None:
    english, chinese = (
        next(line for line in compiled.stderr.splitlines() if f"report.{code}:" in line) for code in ("en", "zh")
    )
    assert "of 8,500 words" in english
    assert chinese.endswith("characters")


@pytest.mark.usefixtures("compiled")
def test_a_report_goes_its_way_to_the_next_mandate() -> None:
    waived()
    submitted = record("submitted", "2022-07-09")
    assert "words in en" in submitted.stderr
    assert (
        "issued: A/77/9901, 2022-07-12, with 1 reply" in record("issued", "2022-07-13", "--date", "2022-07-12").stderr
    )
    corrected = record("corrected", "2022-08-01", "--languages", "ru", "--reason", "a date in paragraph 4")
    assert "A/77/9901/Corr.1, 2022-08-01, for ru" in corrected.stderr
    assert "Corr.2" in record("corrected", "2022-08-02", "--languages", "ar", "--reason", "a name").stderr
    assert (
        "reissued: A/77/9901*, 2022-09-01" in record("reissued", "2022-09-01", "--reason", "technical reasons").stderr
    )
    assert record("considered", "2022-10-20", "--organ", "First Committee").exit_code == 0
    assert "noted: A/RES/77/52, 3" in record("noted", "2022-12-07", "--resolution", "77/52", "--paragraph", "3").stderr
    assert record("renewed", "2022-12-08", "--resolution", "77/52", "--paragraph", "4").exit_code == 0
    with open_cycle(Path("c")) as opened:
        assert opened.case.stage is CycleStage.RENEWED
        (reply,) = opened.replies
        assert (reply.stage, [one.where for one in reply.published]) == (ReplyStage.PUBLISHED, ["A/77/9901"])
    shown = verbale("cycle", "c").stdout
    for words in ("A/77/9901/Corr.1, 2022-08-01", "First Committee, 2022-10-20", "A/RES/77/52, 3", "words"):
        assert words in shown


def test_a_report_over_its_limit_needs_a_waiver(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    told = begin(tmp_path, f"{CYCLE}report_words = 100\n")
    assert "above the limit of 100" in told.stderr
    refused = record("submitted", "2022-07-09")
    assert (refused.exit_code, "shorten it or name the waiver" in refused.stderr) == (2, True)
    waived()
    assert "waiver: the Controller" in record("submitted", "2022-07-09", "--waiver", "the Controller").stderr


@pytest.mark.usefixtures("compiled")
def test_what_has_changed_since_it_was_compiled_is_not_submitted() -> None:
    verbale("receive", "c", str(SAMPLES / "reply" / "es.txt"), "--received", "2022-05-21", "--at", "2022-07-09")
    with open_cycle(Path("c")) as opened:
        case = opened.replies[-1].id
    verbale("confirm", "c", case, "--kind", "corrected", "--at", "2022-07-09T01:00")
    refused = record("submitted", "2022-07-09T02:00")
    assert (refused.exit_code, "changed since it was compiled" in refused.stderr) == (2, True)
    verbale("compile", "c", "--into", "out", *COMPILE[:4], "--at", "2022-07-10", "--date", "2022-07-08", "--force")
    assert "no translation into" in record("submitted", "2022-07-10T01:00").stderr, "of the new version"
    waived("2022-07-10T01:30")
    assert record("submitted", "2022-07-10T02:00").exit_code == 0


@pytest.mark.usefixtures("compiled")
@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("issued",), "the case is compiled"),
        (("noted", "--organ", "x"), "noted takes no --organ"),
        (("considered",), "considered needs --organ"),
        (("corrected", "--reason", "x", "--languages", "ru"), "the case is compiled"),
        (("submitted", "--date", "2022-07-09"), "submitted takes no --date"),
        (("noted", "--resolution", "the last", "--paragraph", "3"), "no symbol of a resolution"),
    ],
)
def test_a_step_that_is_not_open_or_not_told_is_refused(arguments: tuple[str, ...], words: str) -> None:
    result = record(arguments[0], "2022-07-09", *arguments[1:])
    assert (result.exit_code, words in result.stderr) == (2, True), result.stderr
