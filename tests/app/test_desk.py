"""A cycle from its file to its report, and a report taken apart and put together again."""

from __future__ import annotations

import hashlib
import os
import sqlite3
from datetime import UTC, date, datetime
from email.message import EmailMessage
from itertools import count
from pathlib import Path

import pytest
from tests.app.killing import KILLED, die_at
from tests.desk.conftest import CYCLE as FILE

from verbale.app.compiling import CompileOptions, compile_report
from verbale.app.confirming import LetterDetails, confirm_reply
from verbale.app.cycles import CycleFolder, open_cycle, start_cycle
from verbale.app.letter_reading import read_letter
from verbale.app.notes import issue_note
from verbale.app.reading import read_source
from verbale.app.receiving import Received, receive_letter, settled_confirmation
from verbale.app.unpacking import unpack_report
from verbale.desk import commands as c
from verbale.desk.cases import CYCLE, CycleStage, Destination, ReplyStage
from verbale.desk.commands import Actor
from verbale.errors import BadReference, Conflict, CycleBroken, OutputRefused, Refused, StoreBroken
from verbale.model.document import Document
from verbale.model.language import Language
from verbale.model.node import NodeKind

SAMPLES = Path(__file__).parent.parent / "samples"
SHARED = Path(__file__).resolve().parents[3] / "shared"
OFFICER = Actor("A. Officer")
CAME = datetime(2022, 5, 20, 14, tzinfo=UTC)
LATE = datetime(2022, 6, 3, 14, tzinfo=UTC)
COMPILED = datetime(2022, 7, 8, 9, tzinfo=UTC)
SUBMITTED = date(2022, 7, 8)


def sample(language: str) -> bytes:
    return (SAMPLES / "reply" / f"{language}.txt").read_bytes()


def receive(folder: CycleFolder, data: bytes, name: str = "letter.txt", now: datetime = CAME) -> Received:
    return receive_letter(folder, read_letter(data, name), OFFICER, now)


def order(into: Path, *languages: Language, forms: tuple[str, ...] = ("docx",), force: bool = False) -> CompileOptions:
    return CompileOptions(languages or (Language.EN,), forms, into, SUBMITTED, force)


def units(document: Document) -> list[tuple[str, str, str | None, str]]:
    return [
        (node.ref, node.kind.value, node.label, "".join(node.text.split()))
        for node in document.nodes
        if node.kind is not NodeKind.FURNITURE
    ]


def test_a_letter_becomes_a_reply_of_the_report(folder: CycleFolder, tmp_path: Path) -> None:
    taken = receive(folder, sample("es"))
    assert taken.kind == "new"
    reply = confirm_reply(folder, taken.case, LetterDetails(), OFFICER, CAME)
    assert (reply.state, reply.dated, reply.language) == ("CRI", "2022-05-20", "es")
    documents = compile_report(folder, order(tmp_path / "out", Language.ES, Language.EN), OFFICER, COMPILED)
    assert folder.get_reply(taken.case).destination is Destination.REPORT
    letter = read_source(sample("es"), "letter.txt", "reply")
    said = {node.text for node in letter.nodes if node.kind in (NodeKind.PARAGRAPH, NodeKind.ITEM)}
    assert said <= {node.text for node in documents[Language.ES].nodes}
    assert any("Translation pending" in node.text for node in documents[Language.EN].nodes)
    again = read_source((tmp_path / "out" / "report.es.docx").read_bytes(), "report.es.docx")
    assert units(again) == units(documents[Language.ES])
    assert [(one.state, one.date, one.original_language) for one in again.replies] == [("CRI", "2022-05-20", "es")]


def test_the_same_letter_twice_is_one_reply(folder: CycleFolder) -> None:
    first = receive(folder, sample("en"))
    again = receive(folder, sample("en"))
    assert (again.kind, again.case) == ("copy", first.case)
    assert [(len(reply.versions), reply.copies) for reply in folder.replies] == [(1, 1)]
    confirm_reply(folder, first.case, LetterDetails(), OFFICER, CAME)
    newer = receive(folder, sample("en").replace(b"Costa Rica", b"Costa  Rica", 1))
    assert (newer.kind, newer.case) == ("version", first.case)
    assert folder.get_reply(first.case).stage is ReplyStage.CONFIRMED


def test_a_version_in_another_language_is_confirmed_anew(folder: CycleFolder) -> None:
    taken = receive(folder, sample("en"))
    confirm_reply(folder, taken.case, LetterDetails(), OFFICER, CAME)
    assert receive(folder, sample("fr")).kind == "version"
    assert folder.get_reply(taken.case).language == "en", "what was confirmed stays until the version is"
    with pytest.raises(Refused, match="give --kind"):
        confirm_reply(folder, taken.case, LetterDetails(), OFFICER, CAME)
    assert confirm_reply(folder, taken.case, LetterDetails(kind="corrected"), OFFICER, CAME).language == "fr"


def test_what_was_confirmed_is_corrected_with_a_reason(folder: CycleFolder) -> None:
    taken = receive(folder, sample("en"))
    said = LetterDetails(authors=("Коста-Рика",), dated="2022-05-19", language="en", answers=("76/53", "76/46"))
    reply = confirm_reply(folder, taken.case, said, OFFICER, CAME)
    assert (reply.state, reply.addresses) == ("CRI", ("A/RES/76/53", "A/RES/76/46"))
    with pytest.raises(Refused, match="a reason is needed"):
        confirm_reply(folder, taken.case, LetterDetails(dated="2022-05-20"), OFFICER, CAME)
    corrected = confirm_reply(folder, taken.case, LetterDetails(dated="2022-05-20", reason="misread"), OFFICER, CAME)
    assert (corrected.dated, corrected.addresses) == ("2022-05-20", reply.addresses)
    with pytest.raises(BadReference, match="no State"):
        confirm_reply(folder, taken.case, LetterDetails(authors=("Atlantis",), reason="x"), OFFICER, CAME)
    with pytest.raises(BadReference, match="no symbol"):
        confirm_reply(folder, taken.case, LetterDetails(answers=("the second one",), reason="x"), OFFICER, CAME)
    with pytest.raises(Refused, match="no such reply"):
        confirm_reply(folder, "reply-none", LetterDetails(), OFFICER, CAME)


@pytest.mark.parametrize("name", ["EUE", "Европейский союз", "الاتحاد الأوروبي"])
def test_an_organisation_can_be_named_as_the_author(folder: CycleFolder, tmp_path: Path, name: str) -> None:
    taken = receive(folder, sample("en"))
    assert confirm_reply(folder, taken.case, LetterDetails(authors=(name,)), OFFICER, CAME).state == "EUE"
    documents = compile_report(folder, order(tmp_path / "out", Language.EN, forms=("text",)), OFFICER, COMPILED)
    assert [node.label for node in documents[Language.EN].nodes if node.ref.endswith(".EUE")] == ["European Union"]


def test_a_letter_that_does_not_say_is_asked_about(folder: CycleFolder) -> None:
    taken = receive(folder, b"We support these efforts and have nothing to add to what was said last year.\n")
    assert settled_confirmation(folder, taken) is None
    with pytest.raises(Refused, match="give --state"):
        confirm_reply(folder, taken.case, LetterDetails(), OFFICER, CAME)


def test_an_unconfirmed_letter_stops_the_report(folder: CycleFolder, tmp_path: Path) -> None:
    taken = receive(folder, sample("en"))
    with pytest.raises(Refused, match=f"not placed yet: {taken.case}"):
        compile_report(folder, order(tmp_path / "out"), OFFICER, COMPILED)
    assert not (tmp_path / "out").exists()


def test_a_late_letter_is_not_in_the_report(folder: CycleFolder, tmp_path: Path) -> None:
    taken = receive(folder, sample("en"), now=LATE)
    confirm_reply(folder, taken.case, LetterDetails(), OFFICER, LATE)
    documents = compile_report(folder, order(tmp_path / "out"), OFFICER, COMPILED)
    reply = folder.get_reply(taken.case)
    assert reply.destination is Destination.WEB
    assert "after the deadline of 2022-05-31" in reply.reason
    assert documents[Language.EN].replies == ()


def test_an_e_mail_gives_its_enclosure_and_is_kept_whole(folder: CycleFolder) -> None:
    mail = EmailMessage()
    mail["From"] = "Permanent Mission of Qatar <qatar@example.org>"
    mail["Date"] = "Wed, 11 May 2022 10:00:00 +0300"
    mail["Message-ID"] = "<1@example.org>"
    mail.set_content("Please find the reply enclosed.")
    mail.add_attachment(b"\x89PNG", maintype="image", subtype="png", filename="logo.png")
    mail.add_attachment(b"Qatar supports resolution 76/53.\n", maintype="text", subtype="plain", filename="r.txt")
    taken = receive(folder, mail.as_bytes(), "mail.eml")
    assert taken.letter.name == "r.txt"
    assert taken.letter.unread == (), "a picture under a signature is no page of a letter"
    assert [each.value for each in taken.proposal.states] == ["QAT"]
    assert [each.value for each in taken.proposal.dates] == ["2022-05-11"]
    held = folder.store.contents()
    assert {hashlib.sha256(mail.as_bytes()).hexdigest(), taken.letter.sha256} <= set(held)
    bare = EmailMessage()
    bare["From"], bare["Message-ID"] = "cuba@example.org", "<2@example.org>"
    bare.set_content("Cuba supports resolution 76/53, as it said on 1 May 2022.")
    assert [each.value for each in receive(folder, bare.as_bytes(), "m.eml").proposal.states] == ["CUB"]


def test_two_officers_on_two_letters_do_not_conflict(folder: CycleFolder) -> None:
    with open_cycle(folder.address) as other:
        receive(other, sample("en"))
        receive(folder, sample("fr"))
        other.refresh()
        assert [reply.id for reply in folder.replies] == [reply.id for reply in other.replies]
        assert len(folder.replies) == 2


def test_two_officers_on_one_letter_learn_of_each_other(folder: CycleFolder) -> None:
    case = receive(folder, sample("en")).case
    with open_cycle(folder.address) as other:
        confirm_reply(other, case, LetterDetails(), Actor("B. Officer"), CAME)
        with pytest.raises(Conflict, match=r"reply-confirmed by B\. Officer") as failure:
            confirm_reply(folder, case, LetterDetails(), OFFICER, CAME)
        assert len(failure.value.since) == 1
    folder.refresh()
    with pytest.raises(Refused, match=r"a reason is needed"):
        confirm_reply(folder, case, LetterDetails(), OFFICER, CAME)


def test_the_same_letter_received_twice_at_once_is_one_case(folder: CycleFolder) -> None:
    with open_cycle(folder.address) as other:
        first = receive(other, sample("en"))
        second = receive(folder, sample("en"))
    assert (first.case, second.kind) == (second.case, "copy")


def test_a_chain_that_was_tampered_with_is_not_opened(folder: CycleFolder) -> None:
    receive(folder, sample("en"))
    raw = sqlite3.connect(folder.store.database.path or "")
    raw.execute("drop trigger entries_stay")
    raw.execute("update store_entry set actor = 'A. Stranger' where number = 2")
    raw.commit()
    raw.close()
    with pytest.raises(StoreBroken, match="entry 2 is not what was sealed"), open_cycle(folder.address):
        pass


def test_a_folder_without_a_cycle_is_told(tmp_path: Path) -> None:
    with pytest.raises(CycleBroken, match="name the folder of a cycle"), open_cycle(tmp_path):
        pass
    start_cycle(tmp_path / "cycle", FILE, OFFICER, CAME)
    with pytest.raises(OutputRefused, match="is there already"):
        start_cycle(tmp_path / "cycle", FILE, OFFICER, CAME)


def test_nothing_is_written_over_without_leave(folder: CycleFolder, tmp_path: Path) -> None:
    compile_report(folder, order(tmp_path / "out"), OFFICER, COMPILED)
    before = (tmp_path / "out" / "report.en.docx").read_bytes()
    with pytest.raises(OutputRefused, match="is there already"):
        compile_report(folder, order(tmp_path / "out"), OFFICER, COMPILED)
    compile_report(folder, order(tmp_path / "out", force=True), OFFICER, COMPILED)
    assert (tmp_path / "out" / "report.en.docx").read_bytes() == before


def test_a_note_quotes_the_paragraph_of_a_resolution_in_its_language(folder: CycleFolder, tmp_path: Path) -> None:
    with pytest.raises(Refused, match="no mandate of this cycle"):
        issue_note(folder, [str(SAMPLES / "resolution" / "en.txt")], OFFICER, CAME, issue=False)
    path = tmp_path / "other"
    start_cycle(path, FILE.replace('"A/RES/76/53"', '"A/RES/76/901"'), OFFICER, CAME)
    with open_cycle(path) as opened:
        sources = [str(SAMPLES / "resolution" / f"{language}.txt") for language in ("en", "zh")]
        notes = issue_note(opened, sources, OFFICER, CAME, issue=True)
        assert opened.case.stage is CycleStage.CALLED
    assert set(notes) == set(Language)
    lengths = {language: len(note.nodes) for language, note in notes.items()}
    assert lengths[Language.EN] == lengths[Language.ZH] == lengths[Language.FR] + 1


@pytest.mark.parametrize("language", ["en", "fr", "es", "ru", "zh", "ar"])
def test_a_report_taken_apart_is_compiled_to_the_same(tmp_path: Path, language: str) -> None:
    data = (SAMPLES / "report" / f"{language}.txt").read_bytes()
    taken = unpack_report(data, f"{language}.txt", tmp_path / "cycle", OFFICER, COMPILED)
    with open_cycle(tmp_path / "cycle") as opened:
        wanted = order(tmp_path / "out", Language(language), forms=("docx", "html"))
        compile_report(opened, wanted, OFFICER, COMPILED)
    original = read_source(data, f"{language}.txt")
    again = read_source((tmp_path / "out" / f"report.{language}.docx").read_bytes(), "report.docx")
    assert units(again) == units(original)
    assert [(r.state, r.date, r.original_language) for r in again.replies] == [
        (r.state, r.date, r.original_language) for r in original.replies
    ]
    assert len(taken.replies) == len(original.replies)


@pytest.mark.shared
@pytest.mark.skipif(not SHARED.is_dir(), reason="the reports of ../shared are absent")
@pytest.mark.parametrize("report", ["A-65-137", "A-77-123"])
def test_the_real_reports_go_round(tmp_path: Path, report: str) -> None:
    data = (SHARED / "seeds" / f"{report}.zh.txt").read_bytes()
    taken = unpack_report(data, report, tmp_path / "cycle", OFFICER, COMPILED)
    with open_cycle(tmp_path / "cycle") as opened:
        submitted = opened.cycle.calendar.submission or SUBMITTED
        compile_report(
            opened, CompileOptions((Language.ZH,), ("docx",), tmp_path / "out", submitted), OFFICER, COMPILED
        )
    original = read_source(data, report)
    again = read_source((tmp_path / "out" / "report.zh.docx").read_bytes(), "report.zh.docx")
    assert units(again) == units(original)
    assert again.replies == original.replies
    found = [[(one.ref, one.kind, one.text, one.value) for one in each.annotations] for each in (original, again)]
    assert [one[:2] for one in found[1]] == [one[:2] for one in found[0]]
    assert {mandate.resolution: mandate.paragraph for mandate in taken.cycle.mandates} == {
        "A-65-137": {"A/RES/64/37": "5", "A/RES/64/53": "22", "A/RES/64/55": "3"},
        "A-77-123": {"A/RES/76/53": "3", "A/RES/76/46": "22", "A/RES/76/27": "5"},
    }[report]


def test_what_is_no_report_is_not_taken_apart(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="it was read as reply"):
        unpack_report(sample("en"), "letter.txt", tmp_path / "cycle", OFFICER, COMPILED)
    assert not (tmp_path / "cycle").exists()


needs_fork = pytest.mark.skipif(not hasattr(os, "fork"), reason="a process is ended in its work, which needs fork")


def is_killed_compiling(folder: Path, moment: int) -> bool:
    """Compile a report and end at a write; whether it came so far. Nothing half written is left."""
    folder.mkdir(exist_ok=True)
    start_cycle(folder / "cycle", FILE, OFFICER, datetime(2022, 1, 20, tzinfo=UTC))
    with open_cycle(folder / "cycle") as opened:
        opened.give(CYCLE, c.IssueNote("ODA/1", date(2022, 1, 28)), OFFICER, datetime(2022, 1, 28, tzinfo=UTC))
    forms = ("docx", "html", "text")
    child = os.fork()
    if child == 0:
        die_at(moment)
        with open_cycle(folder / "cycle") as opened:
            compile_report(opened, order(folder / "out", forms=forms), OFFICER, COMPILED)
        os._exit(0)
    _, status = os.waitpid(child, 0)
    written = sorted(path.name for path in (folder / "out").glob("*")) if (folder / "out").exists() else []
    assert written in ([], ["report.en.docx", "report.en.html", "report.en.txt", "ties.en.json"])
    with open_cycle(folder / "cycle") as opened:
        compile_report(opened, order(folder / "out", forms=forms, force=True), OFFICER, COMPILED)
    assert len(list((folder / "out").iterdir())) == 4
    return os.waitstatus_to_exitcode(status) == KILLED


@needs_fork
@pytest.mark.parametrize("moment", range(12))
def test_a_compile_killed_at_any_write_leaves_no_half_report(tmp_path: Path, moment: int) -> None:
    is_killed_compiling(tmp_path, moment)


@needs_fork
@pytest.mark.soak
def test_a_compile_killed_at_every_write_leaves_no_half_report(tmp_path: Path) -> None:
    moments = next(moment for moment in count() if not is_killed_compiling(tmp_path / str(moment), moment))
    assert moments >= len(("docx", "html", "text"))
