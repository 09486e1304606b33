"""A mission writes, sees how it is read, has it cleared, submits, corrects and takes back; nobody else sees a draft."""

from __future__ import annotations

import hashlib

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from tests.web.desk_cases import DEMO, bring, open_cycle_in, signed_in
from tests.web.mission_cases import WORDS, done, drafted, invited, link_made, opened

from verbale.desk.cases import ReplyStage
from verbale.desk.commands import Channel
from verbale.desk.letter_kinds import LetterKind
from verbale.web.desk.open_cycles import open_now
from verbale.web.mission.models import Draft, Submission
from verbale.web.site import Site


@pytest.fixture
def cycle(site: Site) -> str:
    return open_cycle_in(site.desk)


@pytest.fixture
def cuba(cycle: str) -> Client:
    return opened(link_made(cycle))


def page_of(client: Client, draft: Draft) -> str:
    return str(client.get(reverse("mission-draft", args=[draft.cycle, draft.pk])).content.decode())


def sent(client: Client, cycle: str, words: str = WORDS, **more: str) -> Submission:
    draft = drafted(client, cycle, words, **more)
    assert done(client, draft, "submit") == 302
    made: Submission = Submission.objects.filter(cycle=cycle).order_by("-pk")[0]
    return made


def test_a_draft_is_seen_by_its_mission_alone(cycle: str, cuba: Client) -> None:
    draft = drafted(cuba, cycle)
    page = page_of(cuba, draft)
    assert "2 units stand in the report" in page
    assert draft.sha256[:16] in page
    file = reverse("mission-draft-file", args=[cycle, draft.pk])
    assert cuba.get(file).content.startswith(b"Cuba\n\nA/RES/76/53\n\nCuba attaches")
    others = [signed_in("a.officer"), signed_in("mission.mex", "mission", "MEX"), Client()]
    others += [signed_in(f"one.{role}", role) for role in ("translator", "administrator", "operator")]
    for other in others:
        for place in (file, reverse("mission-draft", args=[cycle, draft.pk]), reverse("mission-letters", args=[cycle])):
            answer = other.get(place)
            assert answer.status_code == 404 or draft.name not in answer.content.decode()
            assert "attaches great importance" not in answer.content.decode()
        assert done(other, draft, "discard") == 404
    assert not open_now(cycle).replies


def test_claims_that_the_register_does_not_bear_out_are_shown_at_once(cycle: str, cuba: Client) -> None:
    wrong = "Cuba ratified the Treaty on the Prohibition of Nuclear Weapons on 30 January 2019.\n"
    page = page_of(cuba, drafted(cuba, cycle, wrong))
    assert "What the register does not bear out" in page
    assert "ratification 2018-01-30" in page


def test_a_letter_is_submitted_as_by_the_command_line_and_has_a_receipt(cycle: str, cuba: Client) -> None:
    draft = drafted(cuba, cycle)
    data = bytes(draft.content)
    assert done(cuba, draft, "submit") == 302
    row = Submission.objects.get(cycle=cycle, sha256=draft.sha256)
    folder = open_now(cycle)
    reply = folder.get_reply(row.case)
    assert reply.stage is ReplyStage.RECEIVED
    version = reply.current
    assert (version.channel, version.authors, version.kind) == (Channel.PORTAL, ("CUB",), LetterKind.REPLY)
    assert folder.store.get_content(version.sha256) == data
    entry = folder.entries[row.entry - 1]
    assert (entry.event.actor, entry.seal) == (row.submitted_by, row.seal)
    assert not Draft.objects.filter(pk=draft.pk).exists()
    assert done(cuba, draft, "submit") == 404  # it is not submitted twice
    text = cuba.get(reverse("mission-receipt", args=[cycle, row.receipt]), {"format": "txt"}).content.decode()
    for fact in (row.receipt, hashlib.sha256(data).hexdigest(), row.case, row.seal):
        assert fact in text
    check = reverse("mission-check")
    file = SimpleUploadedFile("kept.txt", data)
    assert "received this file" in Client().post(check, {"receipt": row.receipt, "letter": file}).content.decode()
    for receipt, content in ((row.receipt, data + b"."), ("0" * 20, data)):
        answer = Client().post(check, {"receipt": receipt, "letter": SimpleUploadedFile("kept.txt", content)})
        assert answer.status_code == 409
        assert row.case not in answer.content.decode()


def test_a_draft_is_submitted_as_it_was_seen(cycle: str, cuba: Client) -> None:
    draft = drafted(cuba, cycle)
    assert done(cuba, draft, "save", words="Cuba\n\nOther words.\n") == 302
    assert done(cuba, draft, "submit") == 409
    assert done(cuba, draft, "save", words="Written over what was not seen.") == 409
    changed = Draft.objects.get(pk=draft.pk)
    assert bytes(changed.content) == b"Cuba\n\nOther words.\n"
    assert done(cuba, changed, "submit") == 302


def test_a_file_is_uploaded_replaced_and_thrown_away(cycle: str, cuba: Client) -> None:
    page = reverse("mission-new", args=[cycle])
    assert cuba.post(page, {"way": "file", "kind": "reply"}).status_code == 409
    data = (DEMO / "kazakhstan.ru.docx").read_bytes()
    answer = cuba.post(page, {"way": "file", "kind": "reply", "letter": SimpleUploadedFile("a.docx", data)})
    draft = Draft.objects.get(cycle=cycle)
    assert answer.url == reverse("mission-draft", args=[cycle, draft.pk])
    assert bytes(draft.content) == data
    assert "So it will stand in the report" in page_of(cuba, draft)
    form = {"act": "replace", "seen": draft.sha256, "letter": SimpleUploadedFile("b.pdf", b"%PDF-1.7 broken")}
    assert cuba.post(answer.url, form).status_code == 302
    assert "This cannot be read" in page_of(cuba, draft)
    draft.refresh_from_db()
    assert done(cuba, draft, "discard") == 302
    assert not Draft.objects.filter(cycle=cycle).exists()


def test_what_cannot_be_read_is_received_all_the_same(cycle: str, cuba: Client) -> None:
    page = reverse("mission-new", args=[cycle])
    cuba.post(page, {"way": "file", "kind": "reply", "letter": SimpleUploadedFile("b.pdf", b"%PDF-1.7 broken")})
    draft = Draft.objects.get(cycle=cycle)
    assert done(cuba, draft, "submit") == 302
    reply = open_now(cycle).get_reply(Submission.objects.get(cycle=cycle).case)
    assert reply.stage is ReplyStage.UNREAD
    assert reply.current.authors == ("CUB",)
    assert cuba.get(reverse("mission-letter", args=[cycle, reply.id])).status_code == 200


def test_a_draft_from_the_record_is_marked_and_not_submitted_as_it_is(cycle: str, cuba: Client) -> None:
    answer = cuba.post(reverse("mission-new", args=[cycle]), {"way": "record", "kind": "reply"})
    assert answer.status_code == 302
    draft = Draft.objects.get(cycle=cycle)
    text = bytes(draft.content).decode()
    assert text.startswith("DRAFT.")
    assert "Treaty on the Prohibition of Nuclear Weapons" in text
    assert "A draft from your own record" in page_of(cuba, draft)
    assert done(cuba, draft, "submit") == 409
    assert done(cuba, draft, "save", words=text + "More.") == 302
    draft.refresh_from_db()
    assert draft.from_record
    assert done(cuba, draft, "save", words=text.partition("\n")[2]) == 302
    draft.refresh_from_db()
    assert not draft.from_record
    assert done(cuba, draft, "submit") == 302


def test_a_letter_is_corrected_and_supplemented(cycle: str, cuba: Client) -> None:
    first = sent(cuba, cycle)
    corrected = sent(cuba, cycle, "Cuba corrects itself.", kind="corrected", about=first.case)
    added = sent(cuba, cycle, "Cuba adds this.", kind="supplement", about=first.case)
    assert corrected.case == first.case
    assert added.case != first.case
    folder = open_now(cycle)
    versions = folder.get_reply(first.case).versions
    assert [one.kind for one in versions] == [LetterKind.REPLY, LetterKind.CORRECTED]
    supplement = folder.get_reply(added.case).current
    assert (supplement.kind, supplement.relates_to) == (LetterKind.SUPPLEMENT, first.case)
    page = cuba.get(reverse("mission-letter", args=[cycle, first.case])).content.decode()
    assert "Version 2" in page
    assert first.receipt in page
    assert corrected.receipt in page


def test_a_letter_is_taken_back_and_stands_again(cycle: str, cuba: Client) -> None:
    row = sent(cuba, cycle)
    page = reverse("mission-letter", args=[cycle, row.case])
    assert cuba.post(page, {"mark": "withdrawn", "reason": ""}).status_code == 409
    assert cuba.post(page, {"mark": "recalled", "reason": "too early"}).status_code == 409
    assert cuba.post(page, {"mark": "withdrawn", "reason": "a slip"}).status_code == 302
    folder = open_now(cycle)
    assert folder.get_reply(row.case).stage is ReplyStage.WITHDRAWN
    assert folder.entries[-1].event.actor == row.submitted_by
    assert cuba.post(page, {"mark": "reinstated", "reason": "it stands"}).status_code == 302
    assert cuba.post(page, {"mark": "remark", "reason": "x"}).status_code == 409


def test_a_mission_comes_to_no_letter_of_another(cycle: str, cuba: Client) -> None:
    [theirs] = bring(cycle, ["costa-rica.es.html"])
    assert cuba.get(reverse("mission-letter", args=[cycle, theirs])).status_code == 404
    assert cuba.post(reverse("mission-letter", args=[cycle, theirs]), {"mark": "withdrawn"}).status_code == 404
    new = reverse("mission-new", args=[cycle])
    assert cuba.get(new, {"kind": "corrected", "about": theirs}).status_code == 404
    # Neither by the same bytes nor by words that name the other State as the sender.
    data = (DEMO / "costa-rica.es.html").read_bytes()
    cuba.post(new, {"way": "file", "kind": "reply", "letter": SimpleUploadedFile("a.html", data)})
    same = Draft.objects.get(cycle=cycle)
    assert done(cuba, same, "submit") == 409
    assert theirs not in page_of(cuba, same)
    done(cuba, same, "discard")
    changed = data.replace(b"</body>", b"<p>And this.</p></body>")
    cuba.post(new, {"way": "file", "kind": "reply", "letter": SimpleUploadedFile("a.html", changed)})
    assert done(cuba, Draft.objects.get(cycle=cycle), "submit") == 302
    row = Submission.objects.get(cycle=cycle)
    assert row.case != theirs
    reply = open_now(cycle).get_reply(row.case)
    assert reply.current.authors == ("CUB",)
    assert any("sent for CUB, and its words name CRI" in one.reason for one in reply.current.alarms)


def test_two_people_clear_a_version_and_no_other(cycle: str, cuba: Client) -> None:
    rule = reverse("mission-colleagues", args=[cycle])
    assert cuba.post(rule, {"act": "two-people", "two": "1"}).status_code == 302
    drafter = opened(invited(cuba, cycle, "drafter", "B. Gómez"))
    clearer = opened(invited(cuba, cycle, "clearer", "C. Ruiz"))
    draft = drafted(drafter, cycle)
    assert done(cuba, draft, "submit") == 409  # nobody has cleared it
    assert done(drafter, draft, "ask") == 302
    assert done(drafter, draft, "clear") == 403
    assert done(drafter, draft, "submit") == done(clearer, draft, "submit") == 403
    assert done(clearer, draft, "save", words="x") == 403
    assert done(clearer, draft, "send-back") == 409  # without a word
    assert done(clearer, draft, "clear", words="good") == 302
    # Another version is another matter.
    assert done(drafter, draft, "save", words="Cuba\n\nOther words of the State.\n") == 302
    draft.refresh_from_db()
    assert done(cuba, draft, "submit") == 409
    assert done(cuba, draft, "clear") == 409  # nobody asked
    assert done(drafter, draft, "ask") == 302
    assert done(clearer, draft, "clear", seen="0" * 64) == 409
    assert done(clearer, draft, "clear") == 302
    assert done(cuba, draft, "submit") == 302
    assert Submission.objects.get(cycle=cycle).cleared_by.startswith("C. Ruiz")


def test_nobody_clears_what_he_wrote_or_asked_for(cycle: str, cuba: Client) -> None:
    draft = drafted(cuba, cycle)
    assert done(cuba, draft, "ask") == 302
    assert done(cuba, draft, "clear") == 409
    assert cuba.post(reverse("mission-colleagues", args=[cycle]), {"act": "two-people", "two": "1"}).status_code == 302
    # Nor does whoever wrote it say that one person is enough.
    assert cuba.post(reverse("mission-colleagues", args=[cycle]), {"act": "two-people"}).status_code == 409
