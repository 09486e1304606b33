"""The translation board: jobs go out as XLIFF, come back, are compared, asked about and set aside."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from html import unescape

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from tests.web.desk_cases import bring, open_cycle_in, signed_in

from verbale.translation.job import SegmentState
from verbale.translation.tmx import read_tmx
from verbale.translation.xliff import read_xliff, write_xliff
from verbale.web.desk.open_cycles import open_now
from verbale.web.models import TranslationQuery
from verbale.web.site import Site

WORDS = "It has so many words."


@pytest.fixture
def cycle(site: Site) -> str:
    return open_cycle_in(site.desk)


@pytest.fixture
def officer(site: Site) -> Client:
    return signed_in("b.officer")


@pytest.fixture
def translator(site: Site) -> Client:
    return signed_in("t.translator", "translator")


@pytest.fixture
def case(cycle: str, officer: Client) -> str:
    """A reply in Spanish, confirmed and sent to be translated into English and French."""
    found = bring(cycle, ["costa-rica.es.html"])[0]
    assert officer.post(f"/desk/{cycle}/letters/{found}/confirm/", {"seen_version": "1"}).status_code == 302
    officer.post(f"/desk/{cycle}/translations/send/", {"case": [found], "languages": ["en", "fr"]})
    assert set(open_now(cycle).get_reply(found).translations) == {"en", "fr"}
    return found


def filled(data: bytes) -> bytes:
    """A job as it comes back, every unit translated, a number of it by another."""
    job = read_xliff(data, "job")
    segments = [
        replace(one, target=WORDS if "2001" in one.source else f"{one.source} (T)", state=SegmentState.TRANSLATED)
        for one in job.segments
    ]
    return write_xliff(replace(job, segments=tuple(segments)))


def page(client: Client, address: str, status: int = 200) -> str:
    answer = client.get(address, follow=True)
    assert answer.status_code == status, answer.content.decode()[:3000]
    return unescape(answer.content.decode())


def test_a_job_goes_out_comes_back_and_is_compared(cycle: str, officer: Client, translator: Client, case: str) -> None:
    board = f"/desk/{cycle}/translations/"
    assert page(officer, board).count("awaited") >= 2
    archive = zipfile.ZipFile(io.BytesIO(translator.get(f"{board}jobs.zip").content))
    assert archive.namelist() == [f"{case}.en.xlf", f"{case}.fr.xlf"]
    sent = translator.get(f"{board}{case}/en/job.xlf").content
    assert sent == archive.read(f"{case}.en.xlf")
    upload = SimpleUploadedFile("back.xlf", filled(sent))
    answer = translator.post(f"{board}take/", {"files": [upload]}, follow=True)
    assert "differences from the words of the State" in answer.content.decode()
    reply = open_now(cycle).get_reply(case)
    assert reply.translation_into("en") is not None
    assert reply.last.by == "t.translator"
    words = page(officer, f"{board}{case}/en/")
    assert "Costa Rica" in words
    assert 'class="differs"' in words
    memory = read_tmx(officer.get(f"{board}memory.tmx").content, "memory")
    assert WORDS in {pair.target for pair in memory}


def test_what_is_not_translated_or_of_nothing_sent_is_not_taken(cycle: str, officer: Client, case: str) -> None:
    board = f"/desk/{cycle}/translations/"
    sent = officer.get(f"{board}{case}/en/job.xlf").content
    for data, reason in ((sent, "not translated yet"), (b"no XLIFF", "back.xlf")):
        upload = SimpleUploadedFile("back.xlf", data)
        answer = officer.post(f"{board}take/", {"files": [upload]}, follow=True)
        assert reason in unescape(answer.content.decode())
    assert open_now(cycle).get_reply(case).translation_into("en") is None


def test_a_translator_sees_jobs_and_the_report_and_nothing_else(cycle: str, translator: Client, case: str) -> None:
    assert "Costa Rica" in page(translator, f"/desk/{cycle}/translations/")
    assert translator.get(f"/desk/{cycle}/report/").status_code == 200
    for place in ("", "inbox/", "timeline/", f"letters/{case}/", f"letters/{case}/versions/1/received/"):
        assert translator.get(f"/desk/{cycle}/{place}").status_code == 404
    assert translator.post(f"/desk/{cycle}/translations/send/", {}).status_code == 404
    assert translator.get(f"/desk/{cycle}/translations/{case}/ru/").status_code == 404


def test_a_question_is_answered_once(cycle: str, officer: Client, translator: Client, case: str) -> None:
    place = f"/desk/{cycle}/translations/{case}/fr/"
    translator.post(f"{place}query/", {"words": "Is it a station or a centre?", "ref": "1"})
    number = TranslationQuery.objects.get(cycle=cycle).pk
    assert "Is it a station or a centre?" in page(officer, f"/desk/{cycle}/translations/")
    officer.post(f"{place}query/", {"words": "A station.", "answers": str(number)})
    answer = officer.post(f"{place}query/", {"words": "A centre.", "answers": str(number)}, follow=True)
    assert "It was answered meanwhile." in answer.content.decode()
    words = page(translator, place)
    assert "A station." in words
    assert "A centre." not in words


def test_a_translation_that_was_none_is_set_aside(cycle: str, officer: Client, case: str) -> None:
    board = f"/desk/{cycle}/translations/"
    sent = officer.get(f"{board}{case}/en/job.xlf").content
    officer.post(f"{board}take/", {"files": [SimpleUploadedFile("back.xlf", filled(sent))]})
    version = str(open_now(cycle).get_reply(case).version)
    answer = officer.post(f"{board}{case}/en/set-aside/", {"reason": "of another reply", "seen_version": version})
    assert answer.status_code == 302
    assert open_now(cycle).get_reply(case).translation_into("en") is None
    assert page(officer, f"{board}{case}/en/")
