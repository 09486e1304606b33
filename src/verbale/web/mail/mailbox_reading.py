"""A mailbox that feeds the inbox: each message taken once, its bytes kept before it is known to be taken.

An answer to a message of ours (a bounce, an answer that nobody wrote) is shown at that message; anything else is a
letter. It goes to the cycle of the message that it answers, or to the only one that is open; else an officer says
where.
Nothing is deleted in the mailbox.
"""

from __future__ import annotations

import imaplib
import logging
import re
import ssl
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from email import message_from_bytes
from email.header import decode_header, make_header
from email.message import Message
from email.policy import compat32

from django.db import transaction

from verbale.app.clock import now
from verbale.desk.cases import CycleStage
from verbale.desk.commands import Actor, Channel
from verbale.store.case_rows import summarise_cycles
from verbale.store.contents import digest_of, keep_contents
from verbale.web.current_desk import desk_database
from verbale.web.desk.letter_intake import take_in
from verbale.web.desk.open_cycles import open_now
from verbale.web.metrics import count_event
from verbale.web.models import IncomingMail, Mailbox, OutgoingMail
from verbale.web.services import MailboxServer

log = logging.getLogger("verbale.mail")

LETTER, BOUNCE, ABSENCE = "letter", "bounce", "absence"
MAILBOX = Actor("mailbox")
"""In whose name letters are taken in that nobody carried."""
_TIMEOUT = 60.0  # seconds that a server may take for an answer
_AT_ONCE = 50  # messages of one look
_ID = re.compile(r"<[^<>\s]{3,200}>")
_OPEN = frozenset({CycleStage.CALLED.value, CycleStage.COMPILED.value})


def read_mailbox(server: MailboxServer) -> int:
    """Take in what is new in a mailbox; how many messages. Raises ``OSError`` or ``imaplib.IMAP4.error``."""
    taken = 0
    with _opened(server) as (connection, validity):
        box, _made = Mailbox.objects.get_or_create(address=server.name)
        if box.validity != validity:
            # The numbers of the mailbox were given anew: what was taken is known by its bytes.
            Mailbox.objects.filter(pk=box.pk).update(validity=validity, uid=0)
            box.validity, box.uid = validity, 0
        for uid in _new(connection, box.uid)[:_AT_ONCE]:
            data = _fetch(connection, uid)
            if data is not None:
                take_message(box, validity, uid, data)
                taken += 1
    return taken


@contextmanager
def _opened(server: MailboxServer) -> Iterator[tuple[imaplib.IMAP4, int]]:
    """A connection with the mailbox open to be read alone, and the validity of its numbers."""
    if server.over_tls:
        context = ssl.create_default_context()
        connection: imaplib.IMAP4 = imaplib.IMAP4_SSL(server.host, server.port, ssl_context=context, timeout=_TIMEOUT)
    else:
        connection = imaplib.IMAP4(server.host, server.port, timeout=_TIMEOUT)
    try:
        connection.login(server.user, server.password)
        connection.select(f'"{server.folder}"', readonly=True)
        _name, said = connection.response("UIDVALIDITY")
        digits = (said or [b"0"])[0] or b"0"
        yield connection, int(digits) if digits.isdigit() else 0
    finally:
        with suppress(OSError, imaplib.IMAP4.error):
            connection.logout()


def _new(connection: imaplib.IMAP4, after: int) -> list[int]:
    """The numbers of messages behind one, in order; a server names the last one where there is none."""
    _status, found = connection.uid("search", f"UID {after + 1}:*")
    return sorted({int(one) for one in (found[0] or b"").split() if int(one) > after})


def _fetch(connection: imaplib.IMAP4, uid: int) -> bytes | None:
    """The bytes of a message, which stays unseen; ``None`` where it is gone."""
    _status, parts = connection.uid("fetch", str(uid), "(BODY.PEEK[])")
    return next((part[1] for part in parts if isinstance(part, tuple)), None)


def take_message(box: Mailbox, validity: int, uid: int, data: bytes) -> IncomingMail | None:
    """Keep a message and do with it what its kind asks for, in one transaction with how far the mailbox was read.

    ``None`` where its bytes were taken before.
    """
    message = message_from_bytes(data, policy=compat32)
    place = f"{box.address} {validity} {uid}"[-200:]
    with transaction.atomic():
        Mailbox.objects.select_for_update().get(pk=box.pk)
        Mailbox.objects.filter(pk=box.pk).update(uid=uid)
        sha256 = digest_of(data)
        if IncomingMail.objects.filter(content=sha256).exists():
            return None
        keep_contents(desk_database(), [data])
        answered = find_answered(message)
        kind = kind_of(message, answered)
        row = IncomingMail.objects.create(
            place=place,
            content=sha256,
            name=f"{_header(message, 'Subject')[:80] or 'message'}.eml",
            sender=_header(message, "From")[:300],
            subject=_header(message, "Subject")[:300],
            kind=kind,
            received=now().astimezone(UTC).isoformat(timespec="seconds"),
            mail=answered,
            words=_reason(message)[:500] if kind == BOUNCE else "",
        )
        if kind == LETTER:
            send_on(row, data, cycle_for(answered))
        elif kind == BOUNCE and answered is not None:
            OutgoingMail.objects.filter(pk=answered.pk, status="sent").update(status="returned", words=row.words)
        count_event("message", kind)
        return row


def send_on(row: IncomingMail, data: bytes, cycle: str, actor: Actor = MAILBOX) -> bool:
    """Let a letter go to a cycle; ``False`` where none is named, and it waits until an officer says where."""
    if not cycle:
        return False
    took = take_in(open_now(cycle), data, row.name, Channel.MAIL, actor, datetime.fromisoformat(row.received))
    IncomingMail.objects.filter(pk=row.pk).update(cycle=cycle)
    log.info("message %s went to the inbox as %s", row.pk, took.pk)
    return True


def cycle_for(answered: OutgoingMail | None) -> str:
    """The cycle that a letter is for: that of the message it answers, else the only one open; empty for none."""
    if answered is not None:
        return answered.cycle
    open_ = [one.name for one in summarise_cycles(desk_database()) if one.stage in _OPEN]
    return open_[0] if len(open_) == 1 else ""


def find_answered(message: Message) -> OutgoingMail | None:
    """The message of ours that one answers: by its references, or by the original that a bounce encloses."""
    headers = ("In-Reply-To", "References", "Original-Message-ID", "X-Original-Message-ID")
    found = [one for name in headers for value in message.get_all(name, []) for one in _ID.findall(str(value))]
    for part in message.walk():
        if part is not message and part.get_content_type() in ("message/rfc822", "text/rfc822-headers"):
            found += _ID.findall(str(part.get_payload())) if not part.is_multipart() else []
            found += [str(each.get("Message-ID", "")).strip() for each in part.walk()]
    return OutgoingMail.objects.filter(message_id__in=found).first()


def kind_of(message: Message, answered: OutgoingMail | None) -> str:
    """What a message is. A report of a mail system that is about none of ours is a letter for somebody to look at."""
    reports = message.get_content_type() == "multipart/report"
    by_system = str(message.get("From", "")).lower().startswith(("mailer-daemon", "postmaster", "<>"))
    if (reports or by_system) and answered is not None:
        return BOUNCE
    submitted = str(message.get("Auto-Submitted", "no")).split(";")[0].strip().lower()
    marked = message.get("X-Autoreply") or message.get("X-Autorespond")
    answers = submitted == "auto-replied" or marked or str(message.get("Precedence", "")).lower() == "auto_reply"
    return ABSENCE if answers and answered is not None else LETTER


def _reason(message: Message) -> str:
    """What the report of a mail system says went wrong."""
    lines = []
    for part in message.walk():
        if part.get_content_type() == "message/delivery-status":
            for each in part.walk():
                names = ("Final-Recipient", "Status", "Diagnostic-Code")
                lines += [f"{name}: {each[name]}" for name in names if each.get(name)]
    return "; ".join(dict.fromkeys(lines)) or "it came back"


def _header(message: Message, name: str) -> str:
    """A header as people read it; as it is where it cannot be decoded."""
    value = str(message.get(name, ""))
    try:
        value = str(make_header(decode_header(value)))
    except (LookupError, ValueError):
        log.info("a header of a message could not be decoded")
    return "".join(char if char.isprintable() else " " for char in value).strip()
