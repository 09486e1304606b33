"""Replies go out to be translated, come back, stand in the report, and are offered again."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from verbale.app.compiling import CompileOptions, compile_report, place_replies
from verbale.app.confirming import LetterDetails, confirm_reply
from verbale.app.cycles import CycleFolder
from verbale.app.document_cache import DocumentCache
from verbale.app.letter_reading import read_letter
from verbale.app.publishing import Wanted, post_replies
from verbale.app.receiving import receive_letter
from verbale.app.translating import (
    TakenTranslation,
    Unsent,
    prepare_jobs,
    remember,
    send_jobs,
    take_document,
    take_job,
)
from verbale.desk import commands as c
from verbale.desk.commands import Actor, Role
from verbale.desk.deciding import Moment
from verbale.errors import OutputRefused, Refused
from verbale.model.finding import Severity
from verbale.model.language import Language
from verbale.model.node import NodeKind
from verbale.translation.job import Job, SegmentState
from verbale.translation.memory import TranslationMemory
from verbale.translation.xliff import read_xliff, write_xliff

SAMPLES = Path(__file__).parent.parent / "samples"
OFFICER, TRANSLATOR = Actor("A. Officer"), Actor("T. Translator", Role.TRANSLATOR)
NOW = datetime(2022, 5, 20, 14, tzinfo=UTC)
LATE = datetime(2022, 6, 20, 14, tzinfo=UTC)
COMPILED = datetime(2022, 7, 8, 9, tzinfo=UTC)
ES, EN, FR = Language.ES, Language.EN, Language.FR


def sample(language: Language) -> bytes:
    return (SAMPLES / "reply" / f"{language}.txt").read_bytes()


def received(
    folder: CycleFolder, data: bytes = sample(ES), now: datetime | Moment = NOW, said: LetterDetails | None = None
) -> str:
    taken = receive_letter(folder, read_letter(data, "carta.txt"), OFFICER, now)
    confirm_reply(folder, taken.case, said or LetterDetails(), OFFICER, now)
    return taken.case


def sent(
    folder: CycleFolder, *languages: Language, memory: TranslationMemory | None = None, now: datetime = NOW
) -> tuple[Job, ...]:
    prepared = prepare_jobs(DocumentCache(folder), (), languages, memory or TranslationMemory(), OFFICER, now)
    send_jobs(folder, prepared.jobs, (folder.path or Path()).parent / "jobs", OFFICER, now, force=True)
    return prepared.jobs


def kept(folder: CycleFolder, *cases: str, now: datetime = LATE) -> list[Unsent]:
    """The replies that would not be sent into English and French."""
    return list(prepare_jobs(DocumentCache(folder), cases, (EN, FR), TranslationMemory(), OFFICER, now).unsent)


def done(job: Job, mark: str = "") -> Job:
    """The job with the words of the same sample in its language."""
    words = {node.ref: node.text for node in read_letter(sample(job.target), "letter.txt").document.nodes}
    segments = (replace(one, target=mark + words[one.ref], state=SegmentState.FINAL) for one in job.segments)
    return replace(job, segments=tuple(segments))


def take(folder: CycleFolder, job: Job) -> TakenTranslation:
    return take_job(write_xliff(job), "back.xlf", DocumentCache(folder), TRANSLATOR, NOW)


def report(folder: CycleFolder, into: Path, language: Language) -> list[str]:
    order = CompileOptions((language,), ("text",), into, date(2022, 7, 8))
    return [node.text for node in compile_report(folder, order, OFFICER, COMPILED)[language].nodes]


def test_a_reply_is_translated_and_stands_in_the_report(folder: CycleFolder, tmp_path: Path) -> None:
    case = received(folder)
    (job,) = sent(folder, EN, ES)
    assert (job.id, job.source, job.target, job.version) == (case, ES, EN, 1)
    assert job.segments
    assert not any("Nota" in one.source[:8] for one in job.segments)
    taken = take(folder, done(job))
    assert (taken.language, taken.units) == (EN, len(job.segments))
    assert taken.concordance.differences == ()
    texts = report(folder, tmp_path / "out", EN)
    assert {one.target for one in done(job).segments} <= set(texts)
    assert not any("pending" in text for text in texts)


def test_a_translation_that_says_something_else_is_told(folder: CycleFolder) -> None:
    received(folder)
    (job,) = sent(folder, EN)
    job = done(job)
    segments = (replace(one, target=one.target.replace("2018", "2019")) for one in job.segments)
    taken = take(folder, replace(job, segments=tuple(segments)))
    (difference,) = [one for one in taken.concordance.differences if one.severity is Severity.ERROR]
    assert (difference.printed, difference.others) == (("2019-07-05",), ("2018-07-05",))


@pytest.mark.parametrize(
    ("spoil", "reason"),
    [
        (lambda job: replace(job, segments=job.segments[:-1]), "changed on the way"),
        (lambda job: replace(job, segments=(replace(job.segments[0], source="x"), *job.segments[1:])), "changed"),
        (lambda job: replace(job, version=2), "made from version 2"),
        (lambda job: replace(job, target=FR), "no translation into fr was ordered"),
        (lambda job: replace(job, segments=(replace(job.segments[0], target=""), *job.segments[1:])), "not translated"),
        (lambda job: replace(job, id="reply-none"), "no such reply"),
    ],
)
def test_what_is_no_translation_of_the_reply_is_refused(folder: CycleFolder, spoil: object, reason: str) -> None:
    received(folder)
    (job,) = sent(folder, EN)
    assert callable(spoil)
    with pytest.raises(Refused, match=reason):
        take(folder, spoil(done(job)))
    assert folder.replies[0].translations["en"].held is None


def test_what_is_translated_is_not_sent_again(folder: CycleFolder) -> None:
    case = received(folder)
    (job,) = sent(folder, EN)
    take(folder, done(job))
    assert sent(folder, EN) == ()
    with pytest.raises(Refused, match="translated already: en"):
        folder.give(case, c.SendForTranslation(("en",)), OFFICER, NOW)
    better = take(folder, done(job, "Better: "))
    assert better.concordance.rows


def test_a_new_version_is_sent_again_with_what_was_translated(folder: CycleFolder, tmp_path: Path) -> None:
    case = received(folder)
    (job,) = sent(folder, EN)
    take(folder, done(job))
    changed = sample(ES).replace(b"distinguida.", b"distinguida. Y nada m\xc3\xa1s.")
    assert receive_letter(folder, read_letter(changed, "carta.txt"), OFFICER, NOW).case == case
    confirm_reply(folder, case, LetterDetails(kind="corrected"), OFFICER, NOW)
    assert any("pending" in text for text in report(folder, tmp_path / "out", EN))
    (again,) = sent(folder, EN, memory=remember(folder), now=COMPILED)
    assert again.version == 2
    offered = [one.target for one in again.segments]
    assert offered[:-1] == [one.target for one in done(job).segments[:-1]]
    assert again.segments[0].note == "100%, CRI, A/77/9901"


def test_an_unconfirmed_letter_is_not_sent(folder: CycleFolder) -> None:
    taken = receive_letter(folder, read_letter(sample(ES), "carta.txt"), OFFICER, NOW)
    assert sent(folder, EN) == ()
    for cases, refused in (((), False), ((taken.case,), True)):
        (one,) = kept(folder, *cases)
        assert (one.case, one.advice, one.refused) == (taken.case, "confirm what it is first", refused)


def test_what_goes_on_the_web_is_sent_only_where_it_is_named(folder: CycleFolder) -> None:
    case = received(folder, now=LATE)
    for step in ("confirmed", "placed"):
        assert folder.get_reply(case).stage == step
        (one,) = kept(folder)
        assert (one.case, one.state, one.refused) == (case, "CRI", False)
        assert "in the language received" in one.reason
        assert kept(folder, case) == []
        place_replies(folder, OFFICER, LATE)
    assert len(prepare_jobs(DocumentCache(folder), (case,), (EN, FR), TranslationMemory(), OFFICER, LATE).jobs) == 2


def test_what_cannot_be_sent_keeps_nothing_back(folder: CycleFolder, tmp_path: Path) -> None:
    late = received(folder, sample(FR), LATE, LetterDetails(("SEN",)))
    post_replies(folder, Wanted(tmp_path, LATE.date()), OFFICER, LATE)
    case = received(folder, now=Moment(LATE - timedelta(days=20), "it lay in another office", LATE))
    prepared = prepare_jobs(
        DocumentCache(folder), (late, "reply-none", case), (EN,), TranslationMemory(), OFFICER, LATE
    )
    assert [job.id for job in prepared.jobs] == [case]
    assert [(one.case, one.refused) for one in prepared.unsent] == [(late, True), ("reply-none", True)]
    assert "published" in prepared.unsent[0].reason
    assert [(one.case, one.refused) for one in kept(folder)] == [(late, False)]


def test_what_the_state_took_back_is_not_sent(folder: CycleFolder) -> None:
    case = received(folder)
    folder.give(case, c.Withdraw("a note of the Mission"), OFFICER, LATE)
    assert [(one.reason, one.refused) for one in kept(folder)] == [("the State took it back", False)]
    assert [one.refused for one in kept(folder, case)] == [True]


def test_what_was_translated_needs_nothing(folder: CycleFolder) -> None:
    case = received(folder)
    for job in sent(folder, EN, FR):
        take(folder, done(job))
    assert kept(folder) == []
    assert [(one.reason, one.refused) for one in kept(folder, case)] == [("it lacks none of these languages", False)]


def test_nothing_is_recorded_as_sent_without_its_file(folder: CycleFolder, tmp_path: Path) -> None:
    case = received(folder)
    prepared = prepare_jobs(DocumentCache(folder), (), (EN, FR), TranslationMemory(), OFFICER, NOW)
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / f"{case}.fr.xlf").write_text("mine")
    with pytest.raises(OutputRefused):
        send_jobs(folder, prepared.jobs, tmp_path / "out", OFFICER, NOW)
    assert folder.get_reply(case).translations == {}
    assert [path.name for path in (tmp_path / "out").iterdir()] == [f"{case}.fr.xlf"]


def test_a_document_is_taken_as_a_translation(folder: CycleFolder, tmp_path: Path) -> None:
    case = received(folder)
    sent(folder, FR)
    taken = take_document(sample(FR), "lettre.txt", DocumentCache(folder), (case, FR), TRANSLATOR, NOW)
    assert taken.units
    texts = report(folder, tmp_path / "out", FR)
    read = read_letter(sample(FR), "lettre.txt").document
    paragraphs = [node.text for node in read.nodes if node.kind is NodeKind.PARAGRAPH]
    assert paragraphs[1] in texts
    assert not any(node.text in texts for node in read.nodes if node.kind is NodeKind.MASTHEAD)


def test_jobs_are_files_for_a_translators_tool(folder: CycleFolder, tmp_path: Path) -> None:
    case = received(folder)
    jobs = prepare_jobs(DocumentCache(folder), (), (EN, FR), TranslationMemory(), OFFICER, NOW).jobs
    names = send_jobs(folder, jobs, tmp_path / "out", OFFICER, NOW)
    assert names == (f"{case}.en.xlf", f"{case}.fr.xlf")
    assert read_xliff((tmp_path / "out" / names[0]).read_bytes(), names[0]) == jobs[0]
