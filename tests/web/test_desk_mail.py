"""Mail of the desk against real servers: sent once, whatever ends in the middle; what comes back is matched or read."""

from __future__ import annotations

import imaplib
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from email import message_from_bytes
from email.policy import default
from html import unescape

import pytest
from django.conf import settings
from django.test import Client
from tests.processes import KILLED, in_process, needs_fork
from tests.web.desk_cases import open_cycle_in, signed_in
from tests.web.mail_servers import Messages, PostOffice, mailbox, post_office

from verbale.desk.cases import CycleStage
from verbale.desk.events import EventKind
from verbale.web.desk.letter_intake import read_intake
from verbale.web.desk.open_cycles import open_now
from verbale.web.mail import mail_sending
from verbale.web.mail.mail_pages import keep_contacts
from verbale.web.mail.mail_sending import mark_broken_off, send_due
from verbale.web.mail.mail_writing import is_address
from verbale.web.mail.mailbox_reading import read_mailbox
from verbale.web.models import Contact, IncomingMail, Intake, Mailbox, OutgoingMail, Snooze
from verbale.web.services import MailboxServer, MailServer, Services
from verbale.web.site import Site

CONTACTS = (
    "Cuba, es, cuba@example.org, dm.cuba@example.org\nFrance, fr, france@example.org\nGhana, en, ghana@example.org"
)
LATER = datetime(2100, 1, 1, tzinfo=UTC)
LETTER = (
    "From: Mission <{sender}>\r\nTo: desk@example.org\r\nSubject: Reply\r\nMessage-ID: <{key}@example.org>\r\n"
    "{more}\r\nPermanent Mission of Cuba to the United Nations\r\n\r\n"
    "With reference to resolution 76/53, Cuba states this.\r\n"
)


@pytest.fixture(autouse=True)
def clean(site: Site) -> Iterator[None]:
    yield
    for table in (IncomingMail, OutgoingMail, Contact, Snooze, Mailbox):
        table.objects.all().delete()


@pytest.fixture
def office(site: Site, monkeypatch: pytest.MonkeyPatch) -> Iterator[PostOffice]:
    with post_office() as (office, port):
        server = MailServer("127.0.0.1", port, "", "", over_tls=False, sender="desk@example.org")
        monkeypatch.setattr(settings, "SERVICES", Services(mail=server))
        yield office


@pytest.fixture
def cycle(site: Site) -> str:
    return open_cycle_in(site.desk, called=False)


@pytest.fixture
def officer(site: Site) -> Client:
    return signed_in("b.officer")


def queue(officer: Client, cycle: str, kind: str = "note", **said: str) -> str:
    version = str(open_now(cycle).case.version)
    form = {"kind": kind, "go": "1", "seen_version": version, "batch": str(len(open_now(cycle).entries)), **said}
    answer = officer.post(f"/desk/{cycle}/mail/batch/", form, follow=True)
    return unescape(answer.content.decode())


def statuses() -> list[str]:
    return list(OutgoingMail.objects.order_by("pk").values_list("status", flat=True))


def test_a_note_is_looked_at_queued_sent_and_recorded_once(cycle: str, officer: Client, office: PostOffice) -> None:
    kept, wrong = keep_contacts(CONTACTS + "\nAtlantis, en, a@example.org\nFiji, en, a@b@c\n")
    assert (kept, len(wrong)) == (3, 2)
    looked = unescape(officer.get(f"/desk/{cycle}/mail/batch/").content.decode())
    assert "Queue 3 messages" in looked
    assert "no address" in looked
    assert "3 messages are queued." in queue(officer, cycle)
    assert open_now(cycle).case.stage is CycleStage.CALLED
    assert send_due("w", LATER) == 3
    assert statuses() == ["sent"] * 3
    messages = [message_from_bytes(each, policy=default) for each in office.got]
    assert messages[0]["To"] == "cuba@example.org, dm.cuba@example.org"
    body = messages[0].get_body()
    assert body is not None
    assert "nota verbal" in body.get_content().casefold() or "Secretar" in body.get_content()
    assert [each.get_filename() for each in messages[0].iter_attachments()] == ["note-1.es.docx"]
    assert send_due("w", LATER) == 0
    kinds = [entry.event.kind for entry in open_now(cycle).entries]
    assert kinds == [EventKind.CYCLE_OPENED, EventKind.NOTE_ISSUED]


def test_reminders_wait_for_their_time_and_are_put_off(cycle: str, officer: Client, office: PostOffice) -> None:
    keep_contacts(CONTACTS)
    queue(officer, cycle)
    officer.post(f"/desk/{cycle}/mail/decide/", {"act": "snooze", "code": "Ghana", "until": "2026-12-31"})
    assert "2 messages are queued." in queue(officer, cycle, "reminder", send_at="2027-01-05T09:00")
    send_due("w", datetime(2027, 1, 5, 13, 59, tzinfo=UTC))
    assert sorted(statuses()) == ["sent"] * 3 + ["waiting"] * 2
    send_due("w", datetime(2027, 1, 5, 14, 1, tzinfo=UTC))
    assert statuses() == ["sent"] * 5
    assert open_now(cycle).case.reminded == ("CUB", "FRA")
    assert "1 message is queued." in queue(officer, cycle, "request", to="Ghana")
    send_due("w", LATER)
    names = [each.get_filename() for each in message_from_bytes(office.got[-1], policy=default).iter_attachments()]
    assert names == ["note-1.en.docx", "note-2.en.docx"]


def test_a_digest_reminds_of_every_open_cycle_in_one_message(cycle: str, officer: Client, office: PostOffice) -> None:
    other = open_cycle_in(settings.SITE.desk)
    keep_contacts("Cuba, es, cuba@example.org")
    queue(officer, cycle)
    queue(officer, cycle, "digest", to="Cuba")
    send_due("w", LATER)
    names = [each.get_filename() for each in message_from_bytes(office.got[-1], policy=default).iter_attachments()]
    assert len(names) >= 2
    assert open_now(cycle).case.reminded == open_now(other).case.reminded == ("CUB",)
    assert statuses() == ["sent", "sent"]


def test_what_a_server_refuses_is_tried_again_or_told(cycle: str, officer: Client, office: PostOffice) -> None:
    keep_contacts(CONTACTS)
    office.answers = ["451 greylisted", "554 spam", "250 taken"]
    office.refused = {"dm.cuba@example.org"}
    queue(officer, cycle)
    now = datetime.now(UTC)
    send_due("w", now + timedelta(seconds=5))
    assert statuses() == ["waiting", "refused", "sent"]
    send_due("w", now + timedelta(seconds=30))
    assert statuses()[0] == "waiting"
    send_due("w", now + timedelta(minutes=3))
    assert statuses() == ["sent", "refused", "sent"]
    assert "dm.cuba@example.org: 550 no such mailbox" in OutgoingMail.objects.get(code="CUB").words
    words = unescape(officer.get(f"/desk/{cycle}/mail/").content.decode())
    assert "554 spam" in words
    row = OutgoingMail.objects.get(code="FRA")
    officer.post(f"/desk/{cycle}/mail/decide/", {"act": "again", "number": str(row.pk)})
    send_due("w", LATER)
    assert statuses() == ["sent"] * 3


def test_a_server_that_hangs_up_leaves_a_message_uncertain_and_not_sent_twice(
    cycle: str, officer: Client, office: PostOffice
) -> None:
    keep_contacts("Cuba, es, cuba@example.org")
    office.answers = ["drop"]
    queue(officer, cycle)
    for _ in range(3):
        send_due("w", LATER)
    assert statuses() == ["uncertain"]
    assert len(office.got) == 1
    officer.post(f"/desk/{cycle}/mail/decide/", {"act": "leave", "number": str(OutgoingMail.objects.get().pk)})
    assert statuses() == ["cancelled"]


@needs_fork
def test_a_worker_killed_while_it_sends_sends_nothing_twice(
    cycle: str, officer: Client, office: PostOffice, monkeypatch: pytest.MonkeyPatch
) -> None:
    from django.db import connections  # noqa: PLC0415 (closed before the processes part)

    keep_contacts(CONTACTS)
    queue(officer, cycle)
    leave = mail_sending._leave

    def die(*arguments: object, **columns: object) -> None:
        import os  # noqa: PLC0415
        import signal  # noqa: PLC0415

        os.kill(os.getpid(), signal.SIGKILL)

    monkeypatch.setattr(mail_sending, "_leave", die)
    connections.close_all()
    code, _told = in_process(lambda: send_due("killed", LATER))
    monkeypatch.setattr(mail_sending, "_leave", leave)
    assert code == KILLED
    assert statuses() == ["sending", "waiting", "waiting"]
    assert mark_broken_off() == 1
    send_due("w", LATER)
    assert statuses() == ["uncertain", "sent", "sent"]
    assert len(office.got) == 3
    assert len({message_from_bytes(each)["Message-ID"] for each in office.got}) == 3


def test_a_batch_that_is_sent_twice_is_one_batch(cycle: str, officer: Client, office: PostOffice) -> None:
    keep_contacts(CONTACTS)
    form = {"kind": "note", "go": "1", "seen_version": "1", "batch": "1"}
    assert officer.post(f"/desk/{cycle}/mail/batch/", form).status_code == 302
    assert officer.post(f"/desk/{cycle}/mail/batch/", form).status_code == 409
    form["seen_version"] = str(open_now(cycle).case.version)
    officer.post(f"/desk/{cycle}/mail/batch/", form)
    assert OutgoingMail.objects.count() == 3


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("a@example.org", True),
        ("mission+x@un.example.int", True),
        ("a@example.org\nBcc: b@example.org", False),
        ("a b@example.org", False),
        ("a@b@example.org", False),
        ("a@example", False),
        ("<a@example.org>", False),
        ("", False),
    ],
)
def test_nothing_but_an_address_is_one(text: str, is_one: bool) -> None:
    assert is_address(text) is is_one


def letter(key: str, more: str = "", sender: str = "cuba@example.org") -> bytes:
    return LETTER.format(key=key, sender=sender, more=more).encode()


def bounce(message_id: str) -> bytes:
    return (
        "From: MAILER-DAEMON@example.org\r\nTo: desk@example.org\r\nSubject: Undelivered\r\n"
        'Message-ID: <b@example.org>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/report; boundary="x"\r\n\r\n'
        "--x\r\nContent-Type: text/plain\r\n\r\nIt came back.\r\n"
        "--x\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; example.org\r\n\r\n"
        "Final-Recipient: rfc822; cuba@example.org\r\nStatus: 5.1.1\r\n\r\n"
        f"--x\r\nContent-Type: text/rfc822-headers\r\n\r\nMessage-ID: {message_id}\r\n\r\n--x--\r\n"
    ).encode()


@pytest.fixture
def box(site: Site) -> Iterator[tuple[Messages, MailboxServer]]:
    with mailbox() as (messages, port):
        yield messages, MailboxServer("127.0.0.1", port, "desk", "secret", "INBOX", over_tls=False)


def test_a_mailbox_feeds_the_inbox_and_what_came_back_is_matched(
    cycle: str, officer: Client, office: PostOffice, box: tuple[Messages, MailboxServer]
) -> None:
    messages, server = box
    open_cycle_in(settings.SITE.desk)
    keep_contacts(CONTACTS)
    queue(officer, cycle)
    send_due("w", LATER)
    ours = OutgoingMail.objects.get(code="CUB")
    away = f"Auto-Submitted: auto-replied\r\nIn-Reply-To: {ours.message_id}\r\n"
    messages.by_uid = {
        3: letter("one", f"In-Reply-To: {ours.message_id}\r\n"),
        5: bounce(ours.message_id),
        6: letter("two", away),
        9: letter("three", sender="ghana@example.org"),
    }
    assert read_mailbox(server) == 4
    assert read_mailbox(server) == 0
    assert list(IncomingMail.objects.order_by("pk").values_list("kind", flat=True)) == [
        "letter",
        "bounce",
        "absence",
        "letter",
    ]
    ours.refresh_from_db()
    assert (ours.status, "5.1.1" in ours.words) == ("returned", True)
    # One letter answers a message of this cycle; the other may be for any of those that are open.
    row = Intake.objects.get(cycle=cycle)
    read_intake.call(intake=row.pk)
    assert open_now(cycle).replies[0].current.channel == "e-mail"
    waiting = IncomingMail.objects.get(cycle="", kind="letter")
    assert waiting.subject in officer.get(f"/desk/{cycle}/mail/").content.decode()
    officer.post(f"/desk/{cycle}/mail/decide/", {"act": "place", "number": str(waiting.pk)})
    assert Intake.objects.filter(cycle=cycle).count() == 2
    assert not any(word.startswith(("UID STORE", "STORE", "EXPUNGE", "SELECT")) for word in messages.asked)


def test_a_mailbox_whose_numbers_begin_anew_doubles_nothing(box: tuple[Messages, MailboxServer]) -> None:
    messages, server = box
    messages.by_uid = {1: letter("one"), 2: letter("two")}
    assert read_mailbox(server) == 2
    messages.validity, messages.by_uid = 8, {1: letter("two"), 2: letter("three")}
    read_mailbox(server)
    assert IncomingMail.objects.count() == 3
    assert Mailbox.objects.get().uid == 2


@needs_fork
def test_a_kill_while_the_mailbox_is_read_loses_and_doubles_nothing(box: tuple[Messages, MailboxServer]) -> None:
    from django.db import connections  # noqa: PLC0415 (closed before the processes part)
    from tests.processes import die_at  # noqa: PLC0415

    messages, server = box
    messages.by_uid = {number: letter(str(number)) for number in range(1, 7)}

    def read(moment: int) -> None:
        die_at(moment)
        read_mailbox(server)

    for moment in (8, 15, 23, 31, 44):
        connections.close_all()
        in_process(lambda at=moment: read(at))  # type: ignore[misc]
    read_mailbox(server)
    contents = list(IncomingMail.objects.values_list("content", flat=True))
    assert len(contents) == len(set(contents)) == 6


def test_a_mailbox_that_refuses_is_an_error_and_nothing_is_taken(box: tuple[Messages, MailboxServer]) -> None:
    _messages, server = box
    with pytest.raises(imaplib.IMAP4.error, match="wrong"):
        read_mailbox(replace(server, password="nothing"))
    assert not IncomingMail.objects.exists()
