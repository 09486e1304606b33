"""Every character received is found again, or its fate is told; what is left out anywhere is seen."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from email.message import EmailMessage
from pathlib import Path
from unicodedata import category

import pytest
from tests.desk.conftest import CYCLE as FILE

from verbale.app import compiling
from verbale.app.compiling import CompileOptions, compile_report, compose_cycle, place_replies
from verbale.app.confirming import LetterDetails, confirm_reply
from verbale.app.cycles import CycleFolder, open_cycle, start_cycle
from verbale.app.letter_reading import read_letter
from verbale.app.publishing import Wanted, post_replies, publish_addendum
from verbale.app.receiving import receive_letter
from verbale.app.reconciling import reconcile
from verbale.app.recording import issue_report, submit_report
from verbale.app.summarising import take_summary
from verbale.app.unpacking import unpack_report
from verbale.compose.report import Report
from verbale.desk import commands as c
from verbale.desk.cases import CYCLE
from verbale.desk.commands import Actor
from verbale.model.language import Language
from verbale.model.node import NodeKind
from verbale.model.reconciliation import Account, Fate, Reconciliation, Rendition

SAMPLES = Path(__file__).parent.parent / "samples"
SHARED = Path(__file__).resolve().parents[3] / "shared"
OFFICER = Actor("A. Officer")
CAME, LATE = datetime(2022, 5, 20, 14, tzinfo=UTC), datetime(2022, 6, 3, 14, tzinfo=UTC)
COMPILED, OUT = datetime(2022, 7, 8, 9, tzinfo=UTC), datetime(2022, 7, 20, 9, tzinfo=UTC)
LETTER = (
    "Permanent Mission of {state}\n\nWith reference to resolution 76/53, {state} states the following.\n\n"
    "{state} supports the Treaty.{more}\n\nNew York, 10 May 2022\n"
)


def opened(path: Path, file: str = FILE) -> Iterator[CycleFolder]:
    path.mkdir(exist_ok=True)
    start_cycle(path / "cycle", file, OFFICER, datetime(2022, 1, 20, tzinfo=UTC))
    with open_cycle(path / "cycle") as folder:
        folder.give(CYCLE, c.IssueNote("ODA/2022-00991", date(2022, 1, 28)), OFFICER, datetime(2022, 1, 28, tzinfo=UTC))
        yield folder


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[CycleFolder]:
    yield from opened(tmp_path)


def letter(state: str, more: str = "") -> bytes:
    return LETTER.format(state=state, more=more).encode()


def take(folder: CycleFolder, data: bytes, now: datetime = CAME, name: str = "letter.txt") -> str:
    case = receive_letter(folder, read_letter(data, name), OFFICER, now).case
    confirm_reply(folder, case, LetterDetails(), OFFICER, now)
    return case


def compiled(folder: CycleFolder, into: Path, *languages: Language) -> None:
    order = CompileOptions(languages or (Language.EN, Language.FR), ("text",), into, date(2022, 7, 8), force=True)
    compile_report(folder, order, OFFICER, COMPILED)


def account(found: Reconciliation, case: str, version: int = 1) -> Account:
    (one,) = (each for each in found.accounts if (each.case, each.version) == (case, version))
    assert sum(one.fates.values()) == one.characters
    return one


def fates(one: Account) -> set[Fate]:
    return {fate for fate, count in one.fates.items() if count} - {Fate.FRAME}


@pytest.mark.parametrize("language", list(Language))
def test_every_character_of_a_letter_is_in_the_report_or_in_its_frame(
    folder: CycleFolder, tmp_path: Path, language: Language
) -> None:
    data = (SAMPLES / "reply" / f"{language}.txt").read_bytes()
    case = take(folder, data)
    compiled(folder, tmp_path / "out", *Language)
    found = reconcile(folder)
    one = account(found, case)
    assert (found.holds, found.total(Fate.OMITTED), fates(one)) == (True, 0, {Fate.REPORT})
    assert one.characters == sum(not char.isspace() and category(char) != "Cf" for char in data.decode())
    assert one.renditions[language] is Rendition.ORIGINAL
    assert set(one.renditions.values()) == {Rendition.ORIGINAL, Rendition.LACKING}


@pytest.mark.parametrize("kind", [NodeKind.PARAGRAPH, NodeKind.ITEM])
def test_half_a_sentence_that_is_lost_is_seen(
    folder: CycleFolder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: NodeKind
) -> None:
    case = take(folder, (SAMPLES / "reply" / "en.txt").read_bytes())
    composed = compose_cycle

    def cut(*arguments: object) -> Report:
        report = composed(*arguments)  # type: ignore[arg-type]
        nodes = list(report.document.nodes)
        last = max(at for at, node in enumerate(nodes) if node.kind is kind and node.ref.startswith("III."))
        nodes[last] = replace(nodes[last], text=nodes[last].text[:-9])
        return replace(report, document=replace(report.document, nodes=tuple(nodes)))

    monkeypatch.setattr(compiling, "compose_cycle", cut)
    compiled(folder, tmp_path / "out", Language.EN)
    found = reconcile(folder)
    assert found.total(Fate.OMITTED) > 9
    assert len(account(found, case).omitted) == 1


def test_a_report_in_other_languages_omits_the_words_of_the_state(folder: CycleFolder, tmp_path: Path) -> None:
    case = take(folder, (SAMPLES / "reply" / "es.txt").read_bytes())
    compiled(folder, tmp_path / "out", Language.EN)
    one = account(reconcile(folder), case)
    assert Fate.OMITTED in fates(one)
    assert one.reason.endswith("; the report was not compiled in es")


def test_what_changed_since_the_report_was_compiled_is_told(folder: CycleFolder, tmp_path: Path) -> None:
    take(folder, letter("Cuba"))
    assert "not compiled yet" in reconcile(folder).standing
    compiled(folder, tmp_path / "out")
    assert reconcile(folder).holds
    take(folder, letter("Qatar"), COMPILED)
    assert reconcile(folder).holds
    digest = folder.store.digest_of(b"Nothing happened.")
    part = c.SetPart("observations", "en", digest, None, "written anew")
    folder.give(CYCLE, part, OFFICER, COMPILED, [b"Nothing happened."])
    assert "has changed since" in reconcile(folder).standing


def test_a_late_reply_is_found_again_on_its_page(folder: CycleFolder, tmp_path: Path) -> None:
    case = take(folder, (SAMPLES / "reply" / "ar.txt").read_bytes(), LATE)
    compiled(folder, tmp_path / "out")
    before = account(reconcile(folder), case)
    assert (fates(before), before.posted) == ({Fate.WAITING}, "not posted yet")
    post_replies(folder, Wanted(tmp_path / "web", date(2022, 7, 20)), OFFICER, OUT)
    after = account(reconcile(folder), case)
    assert (fates(after), after.printed, after.posted) == ({Fate.WEB}, "", f"web/{case}.ar.html")
    assert "after the deadline of 2022-05-31" in after.reason


def test_what_is_in_an_addendum_is_found_again_in_it(tmp_path: Path) -> None:
    for folder in opened(tmp_path, FILE.replace('late = "web"', 'late = "addendum"')):
        case = take(folder, (SAMPLES / "reply" / "fr.txt").read_bytes(), LATE)
        compiled(folder, tmp_path / "out")
        assert account(reconcile(folder), case).printed == "addendum, not issued"
        submit_report(folder, "", OFFICER, COMPILED)
        issue_report(folder, "", date(2022, 7, 12), OFFICER, COMPILED)
        publish_addendum(folder, Wanted(tmp_path / "add", date(2022, 8, 1)), OFFICER, OUT)
        one = account(reconcile(folder), case)
        assert (fates(one), one.printed) == ({Fate.ADDENDUM}, "A/77/9901/Add.1")


def test_print_and_web_of_a_long_reply_are_both_told(folder: CycleFolder, tmp_path: Path) -> None:
    case = take(folder, letter("Cuba", " It supports it whole." * 500))
    place_replies(folder, OFFICER, LATE)
    take_summary(folder, case, b"Cuba is for the Treaty.\n", "summary.txt", OFFICER, LATE)
    compiled(folder, tmp_path / "out")
    assert fates(account(reconcile(folder), case)) == {Fate.WAITING}
    post_replies(folder, Wanted(tmp_path / "web", date(2022, 7, 20)), OFFICER, OUT)
    one = account(reconcile(folder), case)
    assert (fates(one), one.printed, one.posted) == ({Fate.WEB}, "report, not issued", f"web/{case}.en.html")
    assert "a summary is in the report" in one.reason


def test_versions_that_do_not_count_and_what_is_kept_back_have_their_reasons(
    folder: CycleFolder, tmp_path: Path
) -> None:
    cuba = take(folder, letter("Cuba"))
    receive_letter(folder, read_letter(letter("Cuba", " Now."), "b.txt"), OFFICER, CAME)
    confirm_reply(folder, cuba, LetterDetails(kind="corrected"), OFFICER, CAME)
    mexico, chile = take(folder, letter("Mexico")), take(folder, letter("Chile"))
    qatar = take(folder, letter("Qatar"), LATE)
    folder.give(qatar, c.RecordObjection("note of 4 June"), OFFICER, LATE)
    folder.give(mexico, c.Withdraw("at its request"), OFFICER, LATE)
    place_replies(folder, OFFICER, LATE)
    receive_letter(folder, read_letter(letter("Chile", " Later."), "c.txt"), OFFICER, LATE)
    confirm_reply(folder, chile, LetterDetails(kind="corrected"), OFFICER, LATE)
    waiting = receive_letter(folder, read_letter(letter("Peru"), "d.txt"), OFFICER, LATE).case
    found = reconcile(folder)
    assert fates(account(found, cuba)) == {Fate.OTHER_VERSION}
    assert account(found, cuba).reason == "version 2 counts"
    assert fates(account(found, cuba, 2)) == {Fate.REPORT}
    assert (fates(account(found, qatar)), "note of 4 June" in account(found, qatar).reason) == ({Fate.WITHHELD}, True)
    assert (fates(account(found, mexico)), account(found, mexico).reason) == ({Fate.WITHDRAWN}, "at its request")
    assert fates(account(found, chile, 2)) == {Fate.WAITING}
    assert fates(account(found, waiting)) == {Fate.WAITING}
    assert found.replies() == 5
    assert found.total(Fate.OMITTED) == 0


@pytest.mark.parametrize("language", ["ar", "en", "zh"])
def test_a_report_taken_apart_is_reconciled(tmp_path: Path, language: str) -> None:
    data = (SAMPLES / "report" / f"{language}.txt").read_bytes()
    unpack_report(data, f"{language}.txt", tmp_path / "u", OFFICER, CAME)
    with open_cycle(tmp_path / "u") as folder:
        found = reconcile(folder)
    assert len(found.accounts) == 5
    assert all(sum(one.fates.values()) == one.characters for one in found.accounts)
    assert found.total(Fate.OMITTED) == 0
    assert found.total(Fate.REPORT) == found.characters > 500


def test_every_sample_letter_is_whole_in_the_report_and_on_its_page(tmp_path: Path) -> None:
    """Each letter twice: one came in time and is printed, one came late and is posted."""
    labels = list(csv.DictReader((SAMPLES / "letters" / "labels.csv").read_text(encoding="utf-8").splitlines()))
    assert len(labels) >= 60
    for name, came in (("printed", CAME), ("posted", LATE)):
        for folder in opened(tmp_path / name):
            for row in labels:
                path = SAMPLES / "letters" / row["file"]
                taken = receive_letter(folder, read_letter(path.read_bytes(), path.name), OFFICER, came)
                state = row["state"].partition(" ")[0]  # a letter of several is held under the first
                said = LetterDetails(
                    (state,),
                    row["date"] or "2022-05-10",
                    row["language"] or "en",
                    ("76/53",),
                    version_of="none",
                    versions="last" if taken.kind == "version" else "",
                    kind="reply",
                    other_language="text" if taken.proposal.runs else "",
                )
                confirm_reply(folder, taken.case, said, OFFICER, came)
            compiled(folder, tmp_path / name / "out", *Language)
            post_replies(folder, Wanted(tmp_path / name, date(2022, 7, 20)), OFFICER, OUT)
            found = reconcile(folder)
            assert [(one.name, one.omitted) for one in found.accounts if one.fates.get(Fate.OMITTED)] == []
            assert found.total(Fate.WEB if came is LATE else Fate.REPORT) > 10_000
            assert sum(map(found.total, Fate)) == found.characters


@pytest.mark.shared
@pytest.mark.skipif(not SHARED.is_dir(), reason="the reports of ../shared are absent")
@pytest.mark.parametrize("report", ["A-65-137", "A-77-123"])
def test_the_real_reports_taken_apart_omit_nothing(tmp_path: Path, report: str) -> None:
    data = (SHARED / "seeds" / f"{report}.zh.txt").read_bytes()
    unpack_report(data, report, tmp_path / "u", OFFICER, CAME)
    with open_cycle(tmp_path / "u") as folder:
        found = reconcile(folder)
    assert found.languages == (Language.ZH,)
    assert [(one.state, one.omitted) for one in found.accounts if one.fates.get(Fate.OMITTED)] == []
    assert found.total(Fate.REPORT) == found.characters > 2_000


def test_what_came_beside_a_letter_in_its_message_is_named(folder: CycleFolder) -> None:
    mail = EmailMessage()
    mail["From"] = "Permanent Mission of Cuba <cuba@example.org>"
    mail["Date"] = "Wed, 11 May 2022 10:00:00 +0300"
    mail["Message-ID"] = "<1@example.org>"
    mail.set_content("Please find the reply enclosed.")
    mail.add_attachment(letter("Cuba"), maintype="text", subtype="plain", filename="reply.txt")
    mail.add_attachment(b"A second text.", maintype="text", subtype="plain", filename="annex.txt")
    case = receive_letter(folder, read_letter(mail.as_bytes(), "mail.eml"), OFFICER, CAME).case
    (one,) = reconcile(folder).accounts
    assert (one.case, one.name) == (case, "reply.txt")
    assert [told.partition(",")[0] for told in one.beside] == ["the words of the message", "annex.txt"]
    receive_letter(folder, read_letter(b"A second text.", "annex.txt"), OFFICER, CAME)
    assert [told.partition(",")[0] for told in reconcile(folder).accounts[0].beside] == ["the words of the message"]
