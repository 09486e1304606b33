"""What was confirmed, posted and compiled stays as it was under any later version of the program.

A later version is this one with a threshold, a message or a table of words changed.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from fluent.runtime import FluentBundle, FluentResource
from tests.app.made_letters import waive_all
from tests.desk.conftest import OFFICER

import verbale.compose.words as words_of_reports
from verbale.app import letter_reading, pipeline, readings, rereading, working
from verbale.app.compiling import CompileOptions, compile_report, place_replies, write_kept
from verbale.app.confirming import LetterDetails, confirm_reply
from verbale.app.correcting import Issuing, issue_corrigendum
from verbale.app.cycles import CycleFolder, open_cycle
from verbale.app.document_cache import DocumentCache, own_words
from verbale.app.letter_reading import read_letter
from verbale.app.publishing import Wanted, post_replies
from verbale.app.reading import read_source
from verbale.app.receiving import receive_letter
from verbale.app.reconciling import reconcile
from verbale.app.recording import issue_report, submit_report
from verbale.app.rereading import adopt_reading, reread
from verbale.app.sealing import verify_cycle
from verbale.desk import intake, language_runs
from verbale.desk.cases import ReplyStage
from verbale.errors import Refused
from verbale.model.document import Document
from verbale.model.language import Language
from verbale.model.node import NodeKind
from verbale.model.reconciliation import Fate

SAMPLES = Path(__file__).parent.parent / "samples"
CAME, LATE = datetime(2022, 5, 20, 14, tzinfo=UTC), datetime(2022, 6, 3, 14, tzinfo=UTC)
COMPILED, OUT = datetime(2022, 7, 8, 9, tzinfo=UTC), datetime(2022, 7, 20, 9, tzinfo=UTC)
LETTER = (
    "Permanent Mission of {state}\n\nWith reference to resolution 76/53, {state} states the following.\n\n"
    "{state} supports the Treaty.\n\n{state} has joined it.\n\nNew York, 10 May 2022\n"
)
LANGUAGES = (Language.EN, Language.ZH, Language.AR)
Later = Callable[[pytest.MonkeyPatch], None]


def another_threshold(monkeypatch: pytest.MonkeyPatch) -> None:
    """Titles and closings become words of the letter."""
    frame = frozenset({NodeKind.MASTHEAD, NodeKind.FURNITURE})
    monkeypatch.setattr(intake, "FRAME", frame)
    monkeypatch.setattr(language_runs, "_TELLING", 1)


def in_this_process(work: Callable[..., Any], _name: str, _size: int, *arguments: object) -> object:
    """A call that no worker does: what is changed for a test is changed in this process alone."""
    return work(*arguments)


def another_table(monkeypatch: pytest.MonkeyPatch) -> None:
    """The reader takes the second paragraph for the letter's closing, and finds nothing in it."""
    read = read_source

    def read_otherwise(*arguments: object) -> Document:
        document = read(*arguments)  # type: ignore[arg-type]
        paragraphs = [node for node in document.nodes if node.kind is NodeKind.PARAGRAPH]
        nodes = (
            dataclasses.replace(node, kind=NodeKind.CLOSING) if node is paragraphs[-1] else node
            for node in document.nodes
        )
        return dataclasses.replace(document, nodes=tuple(nodes), annotations=())

    monkeypatch.setattr(letter_reading, "read_source", read_otherwise)
    monkeypatch.setattr(working, "call", in_this_process)


def another_message(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every sentence that reports and pages are made of has another word at its beginning."""
    bundle = words_of_reports._bundle
    monkeypatch.setattr(words_of_reports, "_bundle", lambda language, own: _changed(bundle(language, own), language))


def _changed(bundle: FluentBundle, language: Language) -> FluentBundle:
    text = "\n".join(f"{name} = ¡{language}! {name}" for name in bundle._messages if name != "label-paragraph")
    fresh = FluentBundle([language.value], use_isolating=False)
    fresh.add_resource(FluentResource(text))
    fresh._messages = bundle._messages | fresh._messages
    fresh._terms = bundle._terms
    return fresh


def all_of_it(monkeypatch: pytest.MonkeyPatch) -> None:
    for change in (another_threshold, another_table, another_message):
        change(monkeypatch)


LATER = [another_threshold, another_table, another_message, all_of_it]


def become_later(monkeypatch: pytest.MonkeyPatch, later: Later) -> None:
    later(monkeypatch)
    for module in (pipeline, readings, rereading):
        monkeypatch.setattr(module, "pipeline_version", lambda: "0.9.0+later")


def take(folder: CycleFolder, data: bytes, now: datetime = CAME, kind: str = "") -> str:
    case = receive_letter(folder, read_letter(data, "letter.txt"), OFFICER, now).case
    confirm_reply(folder, case, LetterDetails(kind=kind, answers=("76/53",) if kind else ()), OFFICER, now)
    return case


def said(folder: CycleFolder) -> dict[str, list[str]]:
    cache = DocumentCache(folder)
    return {reply.id: [node.printed for node in own_words(reply, cache)[1]] for reply in folder.replies}


def files(into: Path) -> dict[str, bytes]:
    return {str(path.relative_to(into)): path.read_bytes() for path in sorted(into.rglob("*")) if path.is_file()}


def compiled(folder: CycleFolder, into: Path) -> None:
    order = CompileOptions(LANGUAGES, ("text", "docx"), into, date(2022, 7, 8), True)
    compile_report(folder, order, OFFICER, COMPILED)


@pytest.fixture
def filled(folder: CycleFolder) -> CycleFolder:
    """A cycle with a letter in each language, and one that is late."""
    for language in LANGUAGES:
        data = (SAMPLES / "reply" / f"{language}.txt").read_bytes()
        case = receive_letter(folder, read_letter(data, f"{language}.txt"), OFFICER, CAME).case
        confirm_reply(folder, case, LetterDetails(kind="corrected"), OFFICER, CAME)
    take(folder, LETTER.format(state="Cuba").encode())
    take(folder, LETTER.format(state="Qatar").encode(), LATE)
    return folder


@pytest.mark.parametrize("later", LATER)
def test_a_later_version_changes_no_confirmed_word(
    filled: CycleFolder, monkeypatch: pytest.MonkeyPatch, later: Later
) -> None:
    before = said(filled)
    become_later(monkeypatch, later)
    with open_cycle(filled.address) as again:
        assert said(again) == before
        place_replies(again, OFFICER, COMPILED)
        assert said(again) == before


def test_the_later_versions_of_these_tests_do_read_otherwise(
    filled: CycleFolder, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    compiled(filled, tmp_path / "before")
    cuba = next(reply for reply in filled.replies if reply.state == "CUB")
    data = filled.store.get_content(cuba.current.sha256)
    refs = intake.propose(read_letter(data, "x.txt").document, filled.cycle).reproduced
    for change in (another_threshold, another_table):
        with monkeypatch.context() as patch:
            change(patch)
            assert intake.propose(read_letter(data, "x.txt").document, filled.cycle).reproduced != refs
    another_message(monkeypatch)
    compiled(filled, tmp_path / "after")
    assert files(tmp_path / "before")["report.en.txt"] != files(tmp_path / "after")["report.en.txt"]


@pytest.mark.parametrize("later", LATER)
def test_a_later_version_changes_no_compiled_report_and_issues_it(
    filled: CycleFolder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, later: Later
) -> None:
    compiled(filled, tmp_path / "out")
    written, account = files(tmp_path / "out"), reconcile(filled)
    assert account.holds
    become_later(monkeypatch, later)
    with open_cycle(filled.address) as again:
        assert reconcile(again) == account
        write_kept(again, tmp_path / "again")
        assert files(tmp_path / "again") == written
        waive_all(again, COMPILED)
        language, words = submit_report(again, "a waiver", OFFICER, COMPILED)
        assert (language, words > 100) == (Language.EN, True)
        issue_report(again, "", date(2022, 7, 12), OFFICER, COMPILED)
        issuing = Issuing("a word", date(2022, 8, 1), tmp_path)
        assert issue_corrigendum(again, (Language.ZH,), (), issuing, OFFICER, OUT).symbol == "A/77/9901/Corr.1"
        found = reconcile(again)
        assert (found.holds, found.total(Fate.OMITTED)) == (True, 0)
        assert found.characters == account.characters
        assert verify_cycle(again).entries == len(again.entries)


@pytest.mark.parametrize("later", LATER)
def test_a_later_version_changes_no_posted_page(
    filled: CycleFolder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, later: Later
) -> None:
    wanted = Wanted(tmp_path / "out", date(2022, 7, 20))
    (issued,) = post_replies(filled, wanted, OFFICER, OUT)
    written = files(tmp_path / "out")
    become_later(monkeypatch, later)
    with open_cycle(filled.address) as again:
        assert post_replies(again, wanted, OFFICER, OUT) == ()
        assert files(tmp_path / "out") == written
        (tmp_path / "out" / issued.where).unlink()
        assert post_replies(again, wanted, OFFICER, OUT) == ()
        assert files(tmp_path / "out") == written
        assert reconcile(again).total(Fate.OMITTED) == 0


def test_reread_shows_what_a_later_version_reads_otherwise_and_changes_nothing(
    filled: CycleFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert list(reread(filled)) == []
    now = pipeline.pipeline_version()
    before, entries = said(filled), list(filled.entries)
    become_later(monkeypatch, another_table)
    found = {one.case: one for one in reread(filled)}
    assert set(found) == set(before)
    cuba = next(reply for reply in filled.replies if reply.state == "CUB")
    assert found[cuba.id].differs
    assert found[cuba.id].lines == ("-Cuba has joined it.",)
    assert found[cuba.id].after == "0.9.0+later"
    assert found[cuba.id].before == now
    assert filled.entries == entries
    assert said(filled) == before


def test_reread_adopts_what_a_person_accepts_and_nothing_else(
    filled: CycleFolder, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    compiled(filled, tmp_path / "out")
    before = said(filled)
    become_later(monkeypatch, another_table)
    cuba = next(reply for reply in filled.replies if reply.state == "CUB")
    with pytest.raises(Refused, match="a reason is needed"):
        adopt_reading(filled, cuba.id, "", OFFICER, OUT)
    assert said(filled) == before
    assert adopt_reading(filled, cuba.id, "it is a closing", OFFICER, OUT) == 1
    after = said(filled)
    assert after.pop(cuba.id) == before.pop(cuba.id)[:-1]
    assert after == before
    assert cuba.id not in {one.case for one in reread(filled)}
    with pytest.raises(Refused, match="this version of the program made the reading that is kept"):
        adopt_reading(filled, cuba.id, "again", OFFICER, OUT)
    # What was compiled is as it was, and no longer what is held.
    with pytest.raises(
        Refused, match=rf"what is held has changed since it was compiled: {cuba.id} \(CUB\): reading-adopted"
    ):
        submit_report(filled, "", OFFICER, OUT)
    assert not reconcile(filled).holds


def test_what_is_received_under_a_later_version_is_read_by_it(
    filled: CycleFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    become_later(monkeypatch, another_table)
    case = take(filled, LETTER.format(state="Norway").encode(), LATE, "reply")
    assert said(filled)[case][-1] == "Norway supports the Treaty."
    reading = filled.store.get_reading(filled.get_reply(case).current.reading)
    assert reading.pipeline == "0.9.0+later"
    assert [one for one in reread(filled) if one.case == case] == []
    assert filled.get_reply(case).stage is ReplyStage.CONFIRMED
