"""What goes out beside the report: pages in the language received, addenda, each kept as it went out."""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import UTC, date, datetime
from itertools import count
from pathlib import Path

import pytest
from tests.app.killing import KILLED, die_at
from tests.desk.conftest import CYCLE as FILE

from verbale.app.compiling import CompileOptions, compile_report, place_replies
from verbale.app.confirming import LetterDetails, confirm_reply
from verbale.app.cycles import CycleFolder, open_cycle, start_cycle
from verbale.app.gates import find_open_matters, waive_gate
from verbale.app.letter_reading import read_letter
from verbale.app.publishing import Wanted, find_waiting, post_replies, publish_addendum
from verbale.app.reading import read_source
from verbale.app.receiving import receive_letter
from verbale.app.recording import issue_report, submit_report
from verbale.app.summarising import take_summary
from verbale.desk import commands as c
from verbale.desk.cases import CYCLE, Destination, ReplyStage
from verbale.desk.commands import Actor
from verbale.errors import OutputRefused, Refused
from verbale.model.language import Language
from verbale.model.node import NodeKind

SAMPLES = Path(__file__).parent.parent / "samples"
OFFICER = Actor("A. Officer")
CAME, LATE = datetime(2022, 5, 20, 14, tzinfo=UTC), datetime(2022, 6, 3, 14, tzinfo=UTC)
COMPILED, OUT = datetime(2022, 7, 8, 9, tzinfo=UTC), datetime(2022, 7, 20, 9, tzinfo=UTC)
LATE_LETTER = (
    "Permanent Mission of {state}\n\nWith reference to resolution 76/53, {state} states the following.\n\n"
    "{state} supports the Treaty.{more}\n\nNew York, 10 May 2022\n"
)


def folder_of(tmp_path: Path, file: str) -> Iterator[CycleFolder]:
    start_cycle(tmp_path / "cycle", file, OFFICER, datetime(2022, 1, 20, tzinfo=UTC))
    with open_cycle(tmp_path / "cycle") as opened:
        opened.give(CYCLE, c.IssueNote("ODA/2022-00991", date(2022, 1, 28)), OFFICER, datetime(2022, 1, 28, tzinfo=UTC))
        yield opened


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[CycleFolder]:
    yield from folder_of(tmp_path, FILE)


@pytest.fixture
def printing(tmp_path: Path) -> Iterator[CycleFolder]:
    """A cycle under the policy of addenda."""
    yield from folder_of(tmp_path, FILE.replace('late = "web"', 'late = "addendum"'))


def squeezed(text: str) -> str:
    return "".join(text.split())


def take(folder: CycleFolder, data: bytes, now: datetime) -> str:
    case = receive_letter(folder, read_letter(data, "letter.txt"), OFFICER, now).case
    confirm_reply(folder, case, LetterDetails(), OFFICER, now)
    return case


def issue(folder: CycleFolder, into: Path) -> None:
    compile_report(
        folder, CompileOptions((Language.EN, Language.FR), ("text",), into, date(2022, 7, 8)), OFFICER, COMPILED
    )
    for matter in find_open_matters(folder):
        waive_gate(folder, matter.case, matter.gate, "the Director", "to follow as a corrigendum", OFFICER, COMPILED)
    submit_report(folder, "", OFFICER, COMPILED)
    issue_report(folder, "", date(2022, 7, 12), OFFICER, COMPILED)


@pytest.mark.parametrize("language", list(Language))
def test_a_late_reply_is_a_page_in_the_language_received(folder: CycleFolder, tmp_path: Path, language: str) -> None:
    data = (SAMPLES / "reply" / f"{language}.txt").read_bytes()
    case = take(folder, data, LATE)
    (issued,) = post_replies(folder, Wanted(tmp_path / "out", date(2022, 7, 20)), OFFICER, OUT)
    assert (issued.where, issued.languages) == (f"web/{case}.{language}.html", (language,))
    assert "after the deadline of 2022-05-31" in issued.reason
    page = (tmp_path / "out" / "web" / f"{case}.{language}.html").read_bytes()
    letter = read_source(data, "letter.txt", "reply")
    shown = squeezed(read_source(page, "page.html").source.text)
    said = [node.printed for node in letter.nodes if node.kind in (NodeKind.PARAGRAPH, NodeKind.ITEM)]
    assert said
    places = [shown.find(squeezed(words)) for words in said]
    assert -1 not in places
    assert places == sorted(places)
    assert "A/77/9901" in page.decode()
    reply = folder.get_reply(case)
    assert (reply.stage, reply.published[0].where, reply.published[0].dated) == (
        ReplyStage.PUBLISHED,
        issued.where,
        "2022-07-20",
    )
    assert folder.store.get_content(reply.published[0].digest) == page


def test_what_is_out_is_not_published_again(folder: CycleFolder, tmp_path: Path) -> None:
    case = take(folder, LATE_LETTER.format(state="Cuba", more="").encode(), LATE)
    wanted = Wanted(tmp_path / "out", date(2022, 7, 20), site="https://example.org/replies/")
    (issued,) = post_replies(folder, wanted, OFFICER, OUT)
    assert issued.where == f"https://example.org/replies/{case}.en.html"
    assert post_replies(folder, wanted, OFFICER, OUT) == ()
    receive_letter(folder, read_letter(LATE_LETTER.format(state="Cuba", more=" Now.").encode(), "b"), OFFICER, OUT)
    assert post_replies(folder, wanted, OFFICER, OUT) == (), "nobody has confirmed the new version"
    confirm_reply(folder, case, LetterDetails(kind="corrected"), OFFICER, OUT)
    with pytest.raises(OutputRefused, match="is there already"):
        post_replies(folder, wanted, OFFICER, OUT)
    assert folder.get_reply(case).stage is ReplyStage.PLACED


def test_a_state_that_objects_is_heard_until_its_page_is_out(folder: CycleFolder, tmp_path: Path) -> None:
    case = take(folder, LATE_LETTER.format(state="Cuba", more="").encode(), LATE)
    place_replies(folder, OFFICER, OUT)
    folder.give(case, c.RecordObjection("note of 4 July"), OFFICER, OUT)
    assert post_replies(folder, Wanted(tmp_path / "out", date(2022, 7, 20)), OFFICER, OUT) == ()
    assert folder.get_reply(case).destination is Destination.WITHHELD
    assert not (tmp_path / "out").exists()


def test_the_full_text_of_what_is_summarised_is_a_page(folder: CycleFolder, tmp_path: Path) -> None:
    long = LATE_LETTER.format(state="Cuba", more=" It supports it whole." * 500).encode()
    case = take(folder, long, CAME)
    place_replies(folder, OFFICER, LATE)
    assert post_replies(folder, Wanted(tmp_path / "out", date(2022, 7, 20)), OFFICER, LATE) == ()
    take_summary(folder, case, b"Cuba supports the Treaty.\n", "summary.txt", OFFICER, LATE)
    (issued,) = post_replies(folder, Wanted(tmp_path / "out", date(2022, 7, 20)), OFFICER, LATE)
    page = (tmp_path / "out" / issued.where).read_text(encoding="utf-8")
    assert page.count("It supports it whole.") == 500
    assert "a summary of it is in the report" in page


def test_late_replies_become_an_addendum(printing: CycleFolder, tmp_path: Path) -> None:
    states = {
        state: take(printing, LATE_LETTER.format(state=state, more="").encode(), LATE) for state in ("Qatar", "Cuba")
    }
    wanted = Wanted(tmp_path / "add", date(2022, 8, 1), languages=(Language.EN, Language.AR), forms=("docx",))
    with pytest.raises(Refused, match="the case is called"):
        publish_addendum(printing, wanted, OFFICER, COMPILED)
    assert not (tmp_path / "add").exists()
    issue(printing, tmp_path / "out")
    assert len(find_waiting(printing)) == 2
    issued = publish_addendum(printing, wanted, OFFICER, OUT)
    assert [one.where for one in issued] == ["A/77/9901/Add.1"] * 2
    assert printing.case.issued == (("A/77/9901", "2022-07-12"), ("A/77/9901/Add.1", "2022-08-01"))
    for language in ("en", "ar"):
        name = f"addendum-1.{language}.docx"
        document = read_source((tmp_path / "add" / name).read_bytes(), name)
        assert (document.profile, document.facts.symbol) == ("report", "A/77/9901/Add.1")
        assert [(reply.state, reply.original_language) for reply in document.replies] == [("CUB", "en"), ("QAT", "en")]
    assert publish_addendum(printing, wanted, OFFICER, OUT) == ()
    assert {printing.get_reply(case).stage for case in states.values()} == {ReplyStage.PUBLISHED}


def test_a_reply_that_came_in_time_and_missed_the_report_goes_into_an_addendum(
    folder: CycleFolder, tmp_path: Path
) -> None:
    take(folder, LATE_LETTER.format(state="Qatar", more="").encode(), CAME)
    issue(folder, tmp_path / "out")
    letter = read_letter(LATE_LETTER.format(state="Cuba", more="").encode(), "letter.txt")
    case = receive_letter(folder, letter, OFFICER, OUT, received=CAME).case
    confirm_reply(folder, case, LetterDetails(), OFFICER, OUT)
    (issued,) = publish_addendum(folder, Wanted(tmp_path / "add", date(2022, 8, 1)), OFFICER, OUT)
    assert issued.case == case
    assert "the report had been submitted" in issued.reason


needs_fork = pytest.mark.skipif(not hasattr(os, "fork"), reason="a process is ended in its work, which needs fork")


def is_killed_posting(place: Path, moment: int) -> bool:
    """Put a reply on the web and end at a write; whether it came so far. The next time it is done whole."""
    place.mkdir(exist_ok=True)
    for folder in folder_of(place, FILE):
        case = take(folder, LATE_LETTER.format(state="Cuba", more="").encode(), LATE)
    child = os.fork()
    if child == 0:
        die_at(moment)
        with open_cycle(place / "cycle") as folder:
            post_replies(folder, Wanted(place / "out", date(2022, 7, 20)), OFFICER, OUT)
        os._exit(0)
    _, status = os.waitpid(child, 0)
    with open_cycle(place / "cycle") as folder:
        post_replies(folder, Wanted(place / "out", date(2022, 7, 20), force=True), OFFICER, OUT)
        (out,) = folder.get_reply(case).published
        page = (place / "out" / "web" / f"{case}.en.html").read_bytes()
        assert folder.store.get_content(out.digest) == page
    assert [path.name for path in (place / "out").iterdir()] == ["web"]
    return os.waitstatus_to_exitcode(status) == KILLED


@needs_fork
@pytest.mark.parametrize("moment", range(8))
def test_a_publication_killed_at_any_write_is_done_whole_the_next_time(tmp_path: Path, moment: int) -> None:
    is_killed_posting(tmp_path, moment)


@needs_fork
@pytest.mark.soak
def test_a_publication_killed_at_every_write_is_done_whole_the_next_time(tmp_path: Path) -> None:
    moments = next(moment for moment in count() if not is_killed_posting(tmp_path / str(moment), moment))
    assert moments > 1
