"""What goes out of a cycle in the browser: shown first, kept as it went out, served to all, put in the library."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime
from html import unescape

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from tests.web.conftest import fill_desk
from tests.web.desk_cases import OFFICER, bring_bytes, open_cycle_in, signed_in

from verbale.app.compiling import CompileOptions, compile_report
from verbale.app.confirming import LetterDetails, confirm_reply
from verbale.app.gates import find_open_matters, waive_gate
from verbale.app.letter_marks import mark_letter
from verbale.app.recording import submit_report
from verbale.desk.cases import ReplyStage
from verbale.model.language import Language
from verbale.store.contents import OF_NO_LETTER, digest_of
from verbale.store.django_tables import models
from verbale.web.desk.acting import this_moment
from verbale.web.desk.letter_intake import read_intake, take_in
from verbale.web.desk.library_additions import add_in_background
from verbale.web.desk.open_cycles import open_now
from verbale.web.models import IncomingMail, Intake, MemoryFile, OutgoingMail, Work
from verbale.web.site import Site

LATE = datetime(2022, 6, 20, 14, tzinfo=UTC)
_LETTER = (
    "Permanent Mission of {state} to the United Nations\n\nWith reference to resolution 76/53, the Government of "
    "{state} submits the following.\n\n1. {words}\n\nNew York, {day}\n"
)
IN_TIME = _LETTER.format(state="Qatar", words="Qatar is a party to the Treaty.", day="12 May 2022").encode()
TOO_LATE = _LETTER.format(state="Fiji", words="Fiji ratified the Treaty in 1996.", day="17 June 2022").encode()


@pytest.fixture(scope="session", params=["sqlite", "postgresql"])
def filled_desk(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A desk of these tests alone: what others kept and left there would hold a report back."""
    yield from fill_desk(request, tmp_path_factory)


@pytest.fixture
def officer(site: Site) -> Client:
    return signed_in("b.officer")


def _submitted(site: Site) -> tuple[str, str]:
    """A cycle whose report was handed in, and the case of a late reply."""
    cycle = open_cycle_in(site.desk)
    (case,) = bring_bytes(cycle, IN_TIME, "qatar.txt")
    folder = open_now(cycle)
    row = take_in(folder, TOO_LATE, "fiji.txt", "by hand", OFFICER, LATE)
    read_intake.call(intake=row.pk)
    folder, late, at = open_now(cycle), Intake.objects.get(pk=row.pk).cases, this_moment()
    for one in (case, late):
        confirm_reply(folder, one, LetterDetails(), OFFICER, at)
    options = CompileOptions((Language.EN,), ("html",), site.folder / cycle, date(2022, 7, 8))
    compile_report(folder, options, OFFICER, at)
    for matter in find_open_matters(folder):
        waive_gate(folder, matter.case, matter.gate, "the Director", "to follow", OFFICER, at)
    # What tests before this one took in by halves waits for nobody.
    models.Content.objects.filter(pk__in=folder.store.unspoken()).delete()
    submit_report(folder, "", OFFICER, at)
    return cycle, late


def _act(officer: Client, cycle: str, key: str, **said: object) -> str:
    """Look at what an act would do, do it, and give the words of its preview."""
    place, before = f"/desk/{cycle}/acts/{key}/", len(open_now(cycle).entries)
    looked = officer.post(place, said)
    words = unescape(looked.content.decode())
    assert looked.status_code == 200, words
    assert len(open_now(cycle).entries) == before
    again = {name: value for name, value in said.items() if name != "texts"}
    held = re.findall('name="held" value="([0-9a-f]{64})"', words)
    answer = officer.post(place, {**again, "held": held, "go": "1"})
    assert answer.status_code == 302, unescape(answer.content.decode())
    return words


def test_from_issue_to_corrigendum(site: Site, officer: Client) -> None:
    cycle, late = _submitted(site)
    publication = f"/desk/{cycle}/publication/"
    form = unescape(officer.get(f"/desk/{cycle}/acts/issue/").content.decode())
    assert "What keeps the report back" in form
    page = f"/replies/{cycle}/{late}.en.html"
    reader = Client()
    assert reader.get(page).status_code == 404
    words = _act(officer, cycle, "issue", symbol="A/77/9911", dated="2022-07-15")
    assert "published the reply" in words
    assert "A/77/9911" in words
    work = Work.objects.get(title=f"putting what went out of {cycle} into the library")
    assert work.owner == "b.officer"
    _act(officer, cycle, "post", dated="2022-07-16")
    reply = open_now(cycle).get_reply(late)
    assert (reply.stage, reply.published[-1].where) == (ReplyStage.PUBLISHED, page)
    shown = reader.get(page)
    assert shown.content == open_now(cycle).store.get_content(reply.published[-1].digest)
    assert "script-src" not in shown["Content-Security-Policy"]
    assert "default-src 'none'" in shown["Content-Security-Policy"]
    assert page in officer.get(publication).content.decode()
    _correct(officer, cycle)
    assert "corrigendum-1.en.html" in officer.get(publication).content.decode()
    add_in_background.call(cycle, len(open_now(cycle).entries), "b.officer")
    for place in ("A/77/123", "A/77/9911/Corr.1"):
        assert reader.get(f"/documents/{place}/en/").status_code == 200, place
    mark_letter(open_now(cycle), late, "recalled", "note of 2 August", OFFICER, this_moment())
    assert "taken back by its author" in reader.get(page).content.decode()
    assert reader.get(f"{page}?published=1").content == shown.content


def _correct(officer: Client, cycle: str) -> None:
    folder = open_now(cycle)
    number = max(n for n, files in folder.store.all_files().items() if "report.en.html" in files)
    text = officer.get(f"/desk/{cycle}/files/{number}/report.en.html").content.decode()
    read = text.replace("is a party to the Treaty", "has been a party to the Treaty since 1997")
    assert read != text
    refused = officer.post(f"/desk/{cycle}/acts/corrigendum/", {"reason": "a date", "dated": "2022-08-01"})
    assert "nothing is corrected" in refused.content.decode()
    upload = SimpleUploadedFile("report.en.html", read.encode())
    words = _act(officer, cycle, "corrigendum", texts=[upload], reason="a date", dated="2022-08-01")
    assert "1 places" in words


def test_a_content_is_removed_under_a_rule(site: Site, officer: Client) -> None:
    cycle = open_cycle_in(site.desk)
    (case,) = bring_bytes(cycle, IN_TIME + cycle.encode(), "qatar.txt")
    sha256 = open_now(cycle).get_reply(case).standing.sha256
    form = {"contents": sha256[:12], "rule": "ST/SGB/2007/5", "reason": "a private address"}
    answer = officer.post(f"/desk/{cycle}/acts/redact/", form)
    assert answer.status_code == 409
    assert "its words would be lost" in unescape(answer.content.decode())
    mark_letter(open_now(cycle), case, "withdrawn", "note", OFFICER, this_moment())
    contents = officer.get(f"/desk/{cycle}/publication/contents/")
    assert f"contents={sha256}" in contents.content.decode()
    assert "ST/SGB/2007/5" in _act(officer, cycle, "redact", **form)
    assert sha256 in open_now(cycle).case.redacted
    assert sha256 not in officer.get(f"/desk/{cycle}/publication/contents/?format=csv").content.decode()
    assert signed_in("t.translator", "translator").get(f"/desk/{cycle}/publication/contents/").status_code == 404


def test_what_the_website_keeps_for_itself_holds_no_report_up(site: Site) -> None:
    tables = {model._meta.db_table for model in (OutgoingMail, IncomingMail, MemoryFile)}
    assert tables == set(OF_NO_LETTER)
    folder, at = open_now(open_cycle_in(site.desk)), this_moment().at
    before = set(folder.store.unspoken())
    folder.store.keep([b"out", b"back", b"memory", b"a letter"])
    out, back, memory, letter = map(digest_of, (b"out", b"back", b"memory", b"a letter"))
    OutgoingMail.objects.create(key=out, message_id=out, content=out, send_at=at)
    IncomingMail.objects.create(place=back, content=back, kind="bounce")
    IncomingMail.objects.create(place=letter, content=letter, kind="letter")
    MemoryFile.objects.create(content=memory, added_at=at)
    assert set(folder.store.unspoken()) - before == {letter}
    IncomingMail.objects.filter(content=letter).update(kind="absence")
    assert set(folder.store.unspoken()) == before
    OutgoingMail.objects.filter(content=out).delete()
    MemoryFile.objects.filter(content=memory).delete()
    IncomingMail.objects.filter(content__in=(back, letter)).delete()
    models.Content.objects.filter(pk__in=(out, back, memory, letter)).delete()
