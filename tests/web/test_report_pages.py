"""The report in the browser: parts edited in place, findings judged, languages and compilations compared."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import unescape

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from tests.web.desk_cases import open_cycle_in, signed_in

from verbale.app.report_findings import check_report, judged_findings
from verbale.desk.cases import Section
from verbale.desk.events import EventKind
from verbale.web.desk.open_cycles import open_now
from verbale.web.desk.report_pages import compile_in_background
from verbale.web.site import Site

SAID = "Somebody has spoken of joining it."
Fields = dict[str, str]


@pytest.fixture
def cycle(site: Site) -> str:
    return open_cycle_in(site.desk)


@pytest.fixture
def officer(site: Site) -> Client:
    return signed_in("b.officer")


def page(client: Client, address: str, status: int = 200) -> str:
    answer = client.get(address)
    assert answer.status_code == status, answer.content.decode()[:2000]
    return unescape(answer.content.decode())


def compiled(cycle: str, *languages: str, text: str = "html") -> None:
    after = len(open_now(cycle).entries)
    compile_in_background.call(cycle, list(languages), [text], "2022-06-21", after, "b.officer")


def form_of(client: Client, address: str) -> Fields:
    """The fields of the first form of a part, as the page fills them in."""
    words = page(client, address)
    fields = dict(re.findall(r'<textarea id="[^"]+" name="([^"]+)"[^>]*>([^<]*)</textarea>', words))
    (version,) = set(re.findall(r'name="seen_version" value="(\d+)"', words))
    return {**fields, "seen_version": version}


def changed(fields: Fields, change: Callable[[str], str]) -> Fields:
    ref = next(name for name, value in fields.items() if name.startswith("unit-") and change(value) != value)
    return {**fields, ref: change(fields[ref]), "reason": "as the delegation said"}


def test_a_part_is_previewed_and_set_in_place(cycle: str, officer: Client) -> None:
    place = f"/desk/{cycle}/report/en/observations/"
    whole = page(officer, f"/desk/{cycle}/report/en/")
    assert "drafted from the register" in whole
    assert "/register/sources/" in whole
    form = changed(form_of(officer, place), lambda text: text.replace("86 States had signed", "87 States had signed"))
    before = open_now(cycle)
    looked = officer.post(place, form)
    words = unescape(looked.content.decode())
    assert looked.status_code == 200
    assert "What this would do" in words
    assert "<ins>87</ins>" in words
    assert "differs from the register:" in words
    assert len(open_now(cycle).entries) == len(before.entries)
    done = officer.post(place, {**form, "go": "1"}, follow=True)
    assert "set by a person" in done.content.decode()
    assert "87 States had signed" in done.content.decode()
    last = open_now(cycle).entries[-1].event
    assert (last.kind, last.actor, last.facts["part"]) == (EventKind.PART_SET, "b.officer", "observations")
    version = str(open_now(cycle).case.version)
    undone = officer.post(place, {"source": "again", "reason": "not so", "seen_version": version}, follow=True)
    assert "set by a person" not in undone.content.decode()
    assert open_now(cycle).entries[-1].event.kind is EventKind.PART_SET_ASIDE
    version = str(open_now(cycle).case.version)
    assert officer.post(place, {**form, "go": "1", "seen_version": version}).status_code == 302
    assert "edited in en, and composed in the other languages" in page(officer, f"/desk/{cycle}/report/")
    again = officer.post(place, {**form, "go": "1"})
    assert again.status_code == 409
    assert "has changed since you opened the page" in unescape(again.content.decode())
    assert "87 States had signed" in again.content.decode()


def test_what_cannot_be_set_is_told_with_what_was_typed(cycle: str, officer: Client) -> None:
    place = f"/desk/{cycle}/report/en/introduction/"
    form = form_of(officer, place)
    for wrong in ({"go": "1", "reason": "none"}, {"go": "1", "reason": " ", "unit-I": SAID}):
        answer = officer.post(place, {**form, **wrong})
        assert answer.status_code == 409
        assert 'role="alert"' in answer.content.decode()
    assert SAID in answer.content.decode()
    assert officer.get(f"/desk/{cycle}/report/en/closing/").status_code == 404
    assert officer.get(f"/desk/{cycle}/report/en/none/").status_code == 404
    assert officer.get(f"/desk/{cycle}/report/pt/").status_code == 404


def test_a_part_is_taken_from_the_report_as_edited(cycle: str, officer: Client) -> None:
    compiled(cycle, "en")
    folder = open_now(cycle)
    number = max(folder.store.all_files())
    text = page(officer, f"/desk/{cycle}/files/{number}/report.en.html")
    sentence = "The Treaty is not in force."
    assert sentence in text
    upload = SimpleUploadedFile("report.en.html", text.replace(sentence, SAID, 1).encode())
    form = {"file": upload, "source": "file", "reason": "read through", "seen_version": str(folder.case.version)}
    answer = officer.post(f"/desk/{cycle}/report/en/observations/", form, follow=True)
    assert SAID in answer.content.decode()
    assert (Section.OBSERVATIONS, "en") in open_now(cycle).case.parts
    assert "What it rests on has changed since." in page(officer, f"/desk/{cycle}/report/")
    compiled(cycle, "en")
    differs = page(officer, f"/desk/{cycle}/report/differences/")
    assert "Somebody" in differs
    assert "<del>" in differs


def test_a_finding_is_accepted_with_a_reason_and_stays_so(cycle: str, officer: Client) -> None:
    compiled(cycle, "en", "fr")
    place = f"/desk/{cycle}/report/en/"
    assert "is not checked yet" in page(officer, place)
    assert officer.post(f"/desk/{cycle}/report/check/").status_code == 302
    folder, kept_in = open_now(cycle), settings.SITE.folder
    check_report(folder, kept_in)
    one = judged_findings(folder, kept_in, "en")[0]
    assert one.judgement is None
    assert one.finding.message in page(officer, place)
    wanted = {"key": one.finding.key, "verdict": "accepted", "reason": "it is so"}
    for wrong in ({"reason": " "}, {"key": "0"}, {"verdict": "x"}):
        assert officer.post(f"{place}judge/", wanted | wrong).status_code == 409
    assert judged_findings(folder, kept_in, "en")[0].judgement is None
    done = officer.post(f"{place}judge/", wanted, follow=True)
    assert "b.officer" in done.content.decode()
    assert "it is so" in done.content.decode()
    compiled(cycle, "en")
    check_report(open_now(cycle), kept_in)
    again = next(
        each for each in judged_findings(open_now(cycle), kept_in, "en") if each.finding.key == one.finding.key
    )
    assert again.is_accepted
    officer.post(f"{place}judge/", wanted | {"verdict": "to-mend", "reason": "no, it is not"})
    last = next(each for each in judged_findings(open_now(cycle), kept_in, "en") if each.finding.key == one.finding.key)
    assert not last.is_accepted
    assert last.judgement is not None
    assert last.judgement.reason == "no, it is not"
    assert "to be mended" in page(officer, place)


def test_the_languages_stand_side_by_side(cycle: str, officer: Client) -> None:
    assert officer.get(f"/desk/{cycle}/report/languages/").status_code == 404
    compiled(cycle, "en", "fr", "ar")
    words = page(officer, f"/desk/{cycle}/report/languages/")
    assert words.count("<th scope") == 3
    assert 'dir="rtl"' in words
    assert page(officer, f"/desk/{cycle}/report/languages/?with=en&with=fr").count("<th scope") == 2
    assert "Choose two languages or more." in page(officer, f"/desk/{cycle}/report/languages/?with=en")


def test_a_translator_writes_parts_and_decides_nothing(cycle: str) -> None:
    translator = signed_in("t.translator", "translator")
    compiled(cycle, "fr", "en")
    words = page(translator, f"/desk/{cycle}/report/")
    assert f"/desk/{cycle}/inbox/" not in words
    assert "What keeps the report back" not in words
    for address in ("en/", "languages/", "differences/"):
        assert translator.get(f"/desk/{cycle}/report/{address}").status_code in (200, 404)
    place = f"/desk/{cycle}/report/fr/introduction/"
    form = changed(form_of(translator, place), lambda text: f"{text} {SAID}")
    assert translator.post(place, {**form, "go": "1"}).status_code == 302
    assert open_now(cycle).entries[-1].event.actor == "t.translator"
    for refused in ("en/judge/", "compile/"):
        assert translator.post(f"/desk/{cycle}/report/{refused}").status_code == 403
    for other in (signed_in("c.mission", "mission", "CUB"), Client()):
        for address in ("", "en/", "fr/introduction/", "languages/"):
            assert other.get(f"/desk/{cycle}/report/{address}").status_code == 404
