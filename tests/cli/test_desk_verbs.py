"""The desk at the command line: a cycle from its file to its report."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from tests.desk.conftest import CYCLE

from verbale.cli import main
from verbale.translation.job import SegmentState
from verbale.translation.tmx import read_tmx
from verbale.translation.xliff import read_xliff, write_xliff

SAMPLES = Path(__file__).resolve().parent.parent / "samples"
LETTER = str(SAMPLES / "reply" / "fr.txt")


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> object:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "cycle.toml").write_text(CYCLE, encoding="utf-8")
    return None


def verbale(*arguments: str) -> Result:
    return CliRunner().invoke(main, list(arguments))


@pytest.mark.usefixtures("run")
def test_a_cycle_is_run_from_its_file_to_its_report(tmp_path: Path) -> None:
    assert verbale("start", "cycle.toml", "--into", "c", "--at", "2022-01-20").exit_code == 0
    issued = verbale("note", "c", "--into", "notes", "--issue", "--at", "2022-01-28")
    assert "written: 6 notes" in issued.stderr
    received = verbale("receive", "c", LETTER, "--accept", "--at", "2022-05-20T14:00-04:00")
    assert received.exit_code == 0, received.stderr
    assert "looked at: kind, author, date" in " ".join(received.stdout.split())
    assert "confirmed" in verbale("cycle", "c").stdout
    compiled = verbale(
        "compile", "c", "--languages", "fr,en", "--into", "out", "--at", "2022-07-08", "--date", "2022-07-08"
    )
    assert compiled.exit_code == 0, compiled.stderr
    assert {path.suffix for path in (tmp_path / "out").iterdir()} >= {".docx", ".html"}
    assert "by the deadline" in " ".join(verbale("cycle", "c").stdout.split())


@pytest.mark.usefixtures("run")
def test_a_letter_is_confirmed_by_a_person() -> None:
    verbale("start", "cycle.toml", "--into", "c", "--at", "2022-01-20")
    shown = verbale("receive", "c", LETTER, "--at", "2022-05-20").stdout
    case = next(word for word in shown.split() if word.startswith("reply-"))
    confirmed = verbale("confirm", "c", case, "--state", "古巴", "--answers", "76/53", "--at", "2022-05-21")
    assert confirmed.exit_code == 0, confirmed.stderr
    assert f"{case}: reply, CUB, 2022-05-20, fr, answers A/RES/76/53" in confirmed.stderr
    refused = verbale("confirm", "c", case, "--state", "MEX", "--at", "2022-05-21")
    assert (refused.exit_code, "a reason is needed" in refused.stderr) == (2, True)


@pytest.mark.usefixtures("run")
def test_a_report_goes_round() -> None:
    report = str(SAMPLES / "report" / "en.txt")
    taken = verbale("unpack", report, "--into", "u", "--at", "2022-07-12")
    assert "5 replies (KHM, CIV, CUB, DEU, IRN)" in taken.stderr
    assert "assumed" in taken.stderr
    again = verbale("compile", "u", "--languages", "en", "--formats", "html", "--into", "o", "--at", "2022-07-13")
    assert again.exit_code == 0, again.stderr


@pytest.mark.usefixtures("run")
@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("cycle", "nowhere"), "name the folder of a cycle"),
        (("start", "nothing.toml", "--into", "c"), "cannot be read"),
        (("receive", "c", "nothing.docx"), "no such file"),
        (("receive", "c", LETTER, "--at", "yesterday"), "is no time"),
        (("compile", "c", "--into", "o", "--languages", "de"), "give languages as"),
        (("compile", "c", "--into", "o", "--formats", "wpd"), "no format wpd"),
        (("compile", "c", "--into", "o", "--date", "July"), "give it as 2022-06-21 or 21 June 2022"),
        (("compile", "c", "--into", "o"), "the case is drafted"),
        (("unpack", LETTER, "--into", "u"), "it was read as reply"),
    ],
)
def test_what_cannot_be_done_is_told_in_one_line(arguments: tuple[str, ...], words: str) -> None:
    verbale("start", "cycle.toml", "--into", "c", "--at", "2022-01-20")
    result = verbale(*arguments)
    assert result.exit_code == 2
    assert words in result.stderr
    assert "Traceback" not in result.stderr


@pytest.mark.usefixtures("run")
def test_replies_go_out_to_be_translated_and_come_back(tmp_path: Path) -> None:
    verbale("start", "cycle.toml", "--into", "c", "--at", "2022-01-20")
    assert "nothing was submitted for translation" in verbale("translate", "c", "--into", "out").stderr
    verbale("receive", "c", LETTER, "--accept", "--at", "2022-05-20T14:00-04:00")
    sent = verbale("translate", "c", "--to", "es,fr", "--into", "out", "--at", "2022-06-02")
    assert (sent.exit_code, "written: 1 file " in sent.stderr) == (0, True), sent.stderr
    (job,) = (tmp_path / "out").iterdir()
    assert "translation pending" in verbale("cycle", "c").stdout
    unready = verbale("translated", "c", str(job), "--at", "2022-06-03")
    assert (unready.exit_code, "not translated yet" in unready.stderr) == (2, True)
    case = job.name.removesuffix(".es.xlf")
    spanish = str(SAMPLES / "reply" / "es.txt")
    assert case in verbale("cycle", "c").stdout
    taken = verbale("translated", "c", spanish, "--case", case, "--language", "es", "--at", "2022-06-04")
    assert (taken.exit_code, f"{case} (CRI) in es" in taken.stderr) == (0, True), taken.stderr
    assert "translation pending" not in verbale("cycle", "c").stdout


@pytest.mark.usefixtures("run")
def test_what_cannot_be_sent_is_named_and_the_rest_is_sent(tmp_path: Path) -> None:
    verbale("start", "cycle.toml", "--into", "c", "--at", "2022-01-20")
    verbale("note", "c", "--into", "notes", "--issue", "--at", "2022-01-28")
    samples = [str(SAMPLES / "reply" / name) for name in ("fr.txt", "zh.txt")]
    shown = [
        verbale("receive", "c", sample, "--received", came, "--at", "2022-06-20").stdout
        for sample, came in zip(samples, ("2022-06-20", "2022-05-20"), strict=True)
    ]
    late, case = [next(word for word in one.split() if word.startswith("reply-")) for one in shown]
    verbale("confirm", "c", late, "--at", "2022-06-20")
    verbale("confirm", "c", case, "--state", "KAZ", "--at", "2022-06-20")
    verbale("publish", "c", "--into", "out", "--at", "2022-07-08")
    sent = verbale("translate", "c", "--to", "es", "--into", "jobs", "--at", "2022-07-08")
    assert (sent.exit_code, f"not sent: {late} (CRI): it is on the web" in sent.stderr) == (0, True), sent.stderr
    assert [path.name for path in (tmp_path / "jobs").iterdir()] == [f"{case}.es.xlf"]
    named = verbale("translate", "c", late, case, "--to", "ru", "--into", "jobs", "--at", "2022-07-08")
    assert (named.exit_code, f"not sent: {late} (CRI): it has been published" in named.stderr) == (2, True)
    assert (tmp_path / "jobs" / f"{case}.ru.xlf").exists()
    alone = verbale("translate", "c", late, "--into", "none", "--at", "2022-07-08")
    assert (alone.exit_code, (tmp_path / "none").exists()) == (2, False)


@pytest.mark.usefixtures("run")
def test_what_was_translated_is_a_memory_for_the_next_time(tmp_path: Path) -> None:
    verbale("start", "cycle.toml", "--into", "c", "--at", "2022-01-20")
    verbale("receive", "c", LETTER, "--accept", "--at", "2022-05-20T14:00-04:00")
    verbale("translate", "c", "--to", "es", "--into", "out", "--at", "2022-06-02")
    (file,) = (tmp_path / "out").iterdir()
    job = read_xliff(file.read_bytes(), file.name)
    segments = tuple(replace(one, target=one.source.upper(), state=SegmentState.FINAL) for one in job.segments)
    file.write_bytes(write_xliff(replace(job, segments=segments)))
    assert verbale("translated", "c", str(file), "--at", "2022-06-03").exit_code in (0, 1)
    assert verbale("memory", "c", "-o", "memory.tmx").exit_code == 0
    assert len(read_tmx((tmp_path / "memory.tmx").read_bytes(), "memory.tmx")) == len(segments)
    refused = verbale("memory", "c", "-o", "memory.tmx")
    assert (refused.exit_code, "--force" in refused.stderr) == (2, True)
    assert "takes both" in verbale("translated", "c", LETTER, "--case", job.id).stderr
    assert "give languages as" in verbale("translate", "c", "--to", "de", "--into", "x").stderr
