"""A text over the limit: its summary in the report, translated in its place, and the whole text where there is none."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from verbale.app.compiling import CompileOptions, compile_report, place_replies
from verbale.app.confirming import LetterDetails, confirm_reply
from verbale.app.cycles import CycleFolder
from verbale.app.document_cache import DocumentCache
from verbale.app.letter_reading import read_letter
from verbale.app.receiving import receive_letter
from verbale.app.summarising import find_unsummarised, take_summary
from verbale.app.translating import prepare_jobs, send_jobs, take_job
from verbale.desk import commands as c
from verbale.desk.commands import Actor, Role
from verbale.errors import Refused
from verbale.model.language import Language
from verbale.translation.job import Job, SegmentState
from verbale.translation.memory import TranslationMemory
from verbale.translation.xliff import write_xliff

OFFICER, TRANSLATOR = Actor("A. Officer"), Actor("T. Translator", Role.TRANSLATOR)
NOW, LATER = datetime(2022, 5, 20, 14, tzinfo=UTC), datetime(2022, 6, 2, 14, tzinfo=UTC)
COMPILED = datetime(2022, 7, 8, 9, tzinfo=UTC)
HEAD = "Permanent Mission of Cuba\n\nWith reference to resolution 76/53, Cuba states the following.\n\n"
LONG = (
    HEAD + "Cuba supports the entry into force of the Treaty in all its parts. " * 150 + "\n\nNew York, 10 May 2022\n"
)
SHORT = b"Cuba supports the entry into force of the Treaty.\n"


def placed(folder: CycleFolder, text: str = LONG) -> str:
    case = receive_letter(folder, read_letter(text.encode(), "letter.txt"), OFFICER, NOW).case
    confirm_reply(folder, case, LetterDetails(), OFFICER, NOW)
    place_replies(folder, OFFICER, LATER)
    return case


def texts(folder: CycleFolder, into: Path, *languages: Language) -> list[list[str]]:
    order = CompileOptions(languages, ("text",), into, date(2022, 7, 8))
    documents = compile_report(folder, order, OFFICER, COMPILED)
    return [[node.text for node in documents[language].nodes] for language in languages]


def sent(folder: CycleFolder, into: Path) -> tuple[Job, ...]:
    jobs = prepare_jobs(DocumentCache(folder), (), (Language.FR,), TranslationMemory(), OFFICER, LATER).jobs
    send_jobs(folder, jobs, into / "jobs", OFFICER, LATER, force=True)
    return jobs


def test_without_a_summary_the_whole_text_is_in_the_report(folder: CycleFolder, tmp_path: Path) -> None:
    case = placed(folder)
    assert folder.get_reply(case).on_web
    assert [reply.id for reply in find_unsummarised(folder)] == [case]
    (english,) = texts(folder, tmp_path / "out", Language.EN)
    assert any(len(text) > 5_000 for text in english)
    assert not any("full text is on the website" in text for text in english)


def test_a_summary_stands_in_the_report_and_is_translated_in_its_place(folder: CycleFolder, tmp_path: Path) -> None:
    case = placed(folder)
    sent(folder, tmp_path)
    assert take_summary(folder, case, SHORT, "summary.txt", OFFICER, LATER) == 9
    assert find_unsummarised(folder) == ()
    (job,) = sent(folder, tmp_path)
    (segment,) = job.segments
    assert segment.source == SHORT.decode().strip()
    french = "Cuba est favorable à l'entrée en vigueur du Traité."
    done = replace(job, segments=(replace(segment, target=french, state=SegmentState.FINAL),))
    take_job(write_xliff(done), "back.xlf", DocumentCache(folder), TRANSLATOR, LATER)
    one, two = texts(folder, tmp_path / "out", Language.EN, Language.FR)
    assert segment.source in one
    assert french in two
    assert not any(len(text) > 5_000 for text in one + two)
    assert any("full text is on the website" in text for text in one)


def test_what_is_no_summary_is_refused(folder: CycleFolder) -> None:
    case = placed(folder)
    with pytest.raises(Refused, match="the limit is 300"):
        take_summary(folder, case, LONG.encode(), "long.txt", OFFICER, LATER)
    assert folder.get_reply(case).summary is None


def test_a_reply_within_the_limit_has_no_summary(folder: CycleFolder) -> None:
    case = placed(folder, HEAD + "Cuba supports the Treaty.\n\nNew York, 10 May 2022\n")
    with pytest.raises(Refused, match="the whole text stands in the report"):
        take_summary(folder, case, SHORT, "summary.txt", OFFICER, LATER)


def test_a_new_version_needs_a_summary_of_its_own(folder: CycleFolder) -> None:
    case = placed(folder)
    take_summary(folder, case, SHORT, "summary.txt", OFFICER, LATER)
    changed = LONG.replace("the following", "what follows").encode()
    receive_letter(folder, read_letter(changed, "letter.txt"), OFFICER, LATER, received=NOW)
    confirm_reply(folder, case, LetterDetails(kind="corrected"), OFFICER, LATER)
    place_replies(folder, OFFICER, LATER)
    reply = folder.get_reply(case)
    assert (reply.placed_version, reply.in_summary) == (2, False)
    with pytest.raises(Refused, match="made from version 1"):
        folder.give(case, c.TakeSummary(reply.standing.sha256, 1, 9, None), OFFICER, LATER)
