"""An officer's inbox: letters come in, are listed, decided one by one and several at a time."""

from __future__ import annotations

import json
from html import unescape

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from tests.web.desk_cases import DEMO, bring, bring_bytes, open_cycle_in, signed_in

from verbale.desk.cases import ReplyStage
from verbale.web.desk.letter_intake import read_intake
from verbale.web.desk.open_cycles import open_now
from verbale.web.models import Intake
from verbale.web.site import Site


@pytest.fixture
def cycle(site: Site) -> str:
    return open_cycle_in(site.desk)


@pytest.fixture
def officer(site: Site) -> Client:
    return signed_in("b.officer")


def page(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200, answer.content.decode()[:2000]
    return unescape(answer.content.decode())


def test_the_desk_is_for_officers(cycle: str, client: Client) -> None:
    for address in ("/desk/", f"/desk/{cycle}/", f"/desk/{cycle}/inbox/", "/desk/no-cycle/"):
        assert client.get(address).status_code == 404
        assert signed_in("c.mission", "mission", "CUB").get(address).status_code == 404


def test_a_cycle_at_a_glance(cycle: str, officer: Client) -> None:
    bring(cycle)
    words = page(officer, f"/desk/{cycle}/")
    assert "A/77/123" in words
    assert "What needs a decision" in words
    rows = json.loads(officer.get(f"/desk/{cycle}/?format=json&standing=undecided").content)["rows"]
    assert {row["code"] for row in rows} >= {"CRI", "CHN"}
    assert len(json.loads(officer.get(f"/desk/{cycle}/?format=json").content)["rows"]) == 193
    assert cycle in page(officer, "/desk/")


def test_files_are_kept_at_once_and_read_in_the_background(cycle: str, officer: Client) -> None:
    data = (DEMO / "costa-rica.es.html").read_bytes()
    files = [SimpleUploadedFile("costa-rica.es.html", data), SimpleUploadedFile("nothing.bin", b"\x00\x01\x02" * 50)]
    answer = officer.post(
        f"/desk/{cycle}/inbox/receive/",
        {"letters": files, "channel": "by hand", "received": "2022-05-20T10:00"},
        follow=True,
    )
    assert "2 files are kept and being read." in answer.content.decode()
    assert "nothing.bin" in answer.content.decode()
    for row in Intake.objects.filter(cycle=cycle):
        read_intake.call(intake=row.pk)
        read_intake.call(intake=row.pk)
    folder = open_now(cycle)
    assert [reply.current.name for reply in folder.replies] == ["costa-rica.es.html", "nothing.bin"]
    assert folder.replies[0].current.received == "2022-05-20T14:00:00+00:00"
    assert folder.replies[1].stage is ReplyStage.UNREAD
    assert [reply.copies for reply in folder.replies] == [0, 0]


def test_the_inbox_is_filtered_sorted_and_taken_away(cycle: str, officer: Client) -> None:
    bring(cycle)
    words = page(officer, f"/desk/{cycle}/inbox/")
    assert all(name in words for name in ("Costa Rica", "China", "Philippines", "Senegal"))
    found = json.loads(officer.get(f"/desk/{cycle}/inbox/?q=Cuba&format=json").content)
    assert found["total"] == 0
    found = json.loads(officer.get(f"/desk/{cycle}/inbox/?q=Chine&format=json").content)
    assert [row["authors"] for row in found["rows"]] == [["CHN"]]
    found = json.loads(officer.get(f"/desk/{cycle}/inbox/?sort=-authors&step=confirm&format=json").content)
    assert [row["authors"] for row in found["rows"]] == sorted((row["authors"] for row in found["rows"]), reverse=True)
    assert b"case,version" in officer.get(f"/desk/{cycle}/inbox/?format=csv").content


def test_a_letter_is_confirmed_and_the_next_one_shown(cycle: str, officer: Client) -> None:
    first, second, *_ = bring(cycle)
    letter = f"/desk/{cycle}/letters/{first}/"
    words = page(officer, letter)
    assert "As received" in words
    assert "Costa Rica" in words
    answer = officer.post(f"{letter}confirm/", {"seen_version": "1", "then": "next", "query": "step=confirm"})
    assert answer.status_code == 302
    assert officer.get(answer["Location"])["Location"] == f"/desk/{cycle}/letters/{second}/?step=confirm"
    reply = open_now(cycle).get_reply(first)
    assert reply.authors == ("CRI",)
    assert reply.confirmation is not None
    assert reply.confirmation.by == "b.officer"


def test_what_somebody_else_did_meanwhile_is_told_and_nothing_is_written_over(cycle: str, officer: Client) -> None:
    case = bring(cycle, ["china.zh.txt"])[0]
    other = signed_in("d.officer")
    letter = f"/desk/{cycle}/letters/{case}/"
    page(officer, letter)
    assert "also open by" in page(other, letter)
    assert other.post(f"{letter}confirm/", {"seen_version": "1"}).status_code == 302
    answer = officer.post(f"{letter}confirm/", {"seen_version": "1", "authors": "Cuba", "reason": "typed with care"})
    assert answer.status_code == 409
    words = unescape(answer.content.decode())
    assert "reply-confirmed by d.officer" in words
    assert "typed with care" in words
    assert open_now(cycle).get_reply(case).authors == ("CHN",)
    assert "was changed meanwhile" in page(officer, f"{letter}presence/?seen=1")


def test_a_refusal_says_why_and_keeps_what_was_typed(cycle: str, officer: Client) -> None:
    case = bring_bytes(cycle, b"Some words without a sender, of a day that nobody names.", "words.txt")[0]
    letter = f"/desk/{cycle}/letters/{case}/"
    answer = officer.post(f"{letter}confirm/", {"seen_version": "1", "dated": "10 May 2022", "authors": ""})
    assert answer.status_code == 409
    words = unescape(answer.content.decode())
    assert "This was not done, and nothing was changed" in words
    assert "10 May 2022" in words


def test_several_letters_are_shown_what_would_happen_and_then_it_does(cycle: str, officer: Client) -> None:
    cases = bring(cycle)
    unclear = bring_bytes(cycle, b"Some words without a sender, of a day that nobody names.", "words.txt")[0]
    form = {"act": "confirm", "which": "all", "query": "sort=-received"}
    before = len(open_now(cycle).entries)
    words = unescape(officer.post(f"/desk/{cycle}/inbox/several/", form).content.decode())
    assert "What this would do" in words
    assert "It cannot be done:" in words
    assert len(open_now(cycle).entries) == before
    seen = {f"seen-{case}": "1" for case in (*cases, unclear)}
    answer = officer.post(f"/desk/{cycle}/inbox/several/", {**form, "which": "", "case": cases, "go": "1", **seen})
    assert answer["Location"] == f"/desk/{cycle}/inbox/?sort=-received"
    folder = open_now(cycle)
    assert [folder.get_reply(case).stage for case in cases] == [ReplyStage.CONFIRMED] * 4
    assert folder.get_reply(unclear).stage is ReplyStage.RECEIVED


def test_a_letter_is_handed_over_marked_and_its_confirmation_taken_back(cycle: str, officer: Client) -> None:
    case = bring(cycle, ["philippines.en.pdf"])[0]
    letter = f"/desk/{cycle}/letters/{case}/"
    assert officer.post(f"{letter}assign/", {"to": "d.officer", "reason": "leave"}).status_code == 302
    assert officer.post(f"{letter}mark/", {"mark": "remark", "reason": "They rang."}).status_code == 302
    assert officer.post(f"{letter}confirm/", {}).status_code == 302
    assert officer.post(f"{letter}undo/", {"reason": "too soon"}).status_code == 302
    reply = open_now(cycle).get_reply(case)
    assert (reply.assigned, reply.remarks, reply.stage) == ("d.officer", ("They rang.",), ReplyStage.RECEIVED)
    words = page(officer, letter)
    assert "took the confirmation back: <bdi>too soon</bdi>" in words
    picture = officer.get(f"{letter}versions/1/1.png")
    assert picture.content.startswith(b"\x89PNG")
    assert officer.get(f"{letter}versions/1/received/").content == (DEMO / "philippines.en.pdf").read_bytes()
    assert officer.get(f"{letter}versions/2/received/").status_code == 404
