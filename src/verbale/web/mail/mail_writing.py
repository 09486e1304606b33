"""The messages of a batch: made of what the desk composes, each once, and kept with the act that they are sent by."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime

from django.conf import settings
from django.db import transaction

from verbale.app.converting import FORMS, convert_document
from verbale.app.cycles import CycleFolder
from verbale.app.notes import issue_note
from verbale.app.rehearsing import rehearse
from verbale.app.reminding import find_unanswered, write_reminder
from verbale.desk import commands as c
from verbale.desk.addressees import find_addressees
from verbale.desk.cases import CYCLE, CycleStage
from verbale.desk.commands import Actor
from verbale.desk.deciding import Moment
from verbale.errors import BadReference, Refused
from verbale.model.document import Document
from verbale.model.language import Language
from verbale.model.node import NodeKind
from verbale.store.case_rows import summarise_cycles
from verbale.web.current_desk import desk_database
from verbale.web.desk.open_cycles import open_now
from verbale.web.models import Contact, OutgoingMail, Snooze
from verbale.web.services import MailServer, Services

NOTE, REMINDER, REQUEST, DIGEST = "note", "reminder", "request", "digest"
KINDS = (NOTE, REMINDER, REQUEST, DIGEST)
"""What a message is: the note verbale, a reminder, the whole request once more for somebody who is new, or the
reminders of all cycles that are open in one message."""
_OPEN = frozenset({CycleStage.CALLED.value, CycleStage.COMPILED.value})
_ID = 32  # characters of its key that name a message
_FORM = "docx"
_MEDIA = ("application", "vnd.openxmlformats-officedocument.wordprocessingml.document")


@dataclass(frozen=True, slots=True)
class Draft:
    """A message before it is made: to whom, in what language, with what subject and words; or why it cannot be sent."""

    code: str
    language: Language
    recipients: tuple[str, ...]
    documents: tuple[Document, ...]
    problem: str = ""
    cycles: tuple[str, ...] = ()
    """The cycles that it reminds of."""

    @property
    def subject(self) -> str:
        """The title of the first of its documents, on one line."""
        nodes = self.documents[0].nodes if self.documents else ()
        title = next((node.text for node in nodes if node.kind is NodeKind.TITLE), "")
        return " ".join((title or next((node.text for node in nodes if node.text), "")).split())[:200]

    @property
    def words(self) -> str:
        """What it says, as plain text."""
        return "\n\n---\n\n".join(
            "\n\n".join(node.printed for node in document.nodes if node.text) for document in self.documents
        )


def find_codes(folder: CycleFolder, kind: str, named: Sequence[str], today: date) -> tuple[str, ...]:
    """The addressees of a batch: those named, else all that the kind is for; a reminder that is put off is left out."""
    addressed = find_addressees(folder.cycle.addressees, folder.cycle.calendar.note)
    if named:
        return tuple(code for code in addressed if code in set(named))
    if kind == NOTE:
        return addressed
    folders = open_folders(folder) if kind == DIGEST else (folder,)
    return tuple(sorted({code for one in folders for code in _to_remind(one, today)}))


def open_folders(folder: CycleFolder) -> tuple[CycleFolder, ...]:
    """The cycles of the desk in which replies are awaited, this one first."""
    names = [one.name for one in summarise_cycles(desk_database()) if one.stage in _OPEN]
    return (folder, *(open_now(name) for name in names if name != folder.address.name))


def _to_remind(folder: CycleFolder, today: date) -> frozenset[str]:
    """Who has not replied in a cycle and whose reminder is not put off."""
    off = Snooze.objects.filter(cycle=folder.address.name, until__gt=today).values_list("code", flat=True)
    return frozenset(find_unanswered(folder)) - set(off)


def draft_batch(folder: CycleFolder, kind: str, codes: Sequence[str], actor: Actor, at: Moment) -> tuple[Draft, ...]:
    """The messages of a batch, each in the language that its addressee is written to. Raises ``BadReference``."""
    if kind not in KINDS:
        raise BadReference(kind, f"no kind of message; there are {', '.join(KINDS)}")
    contacts = {one.code: one for one in Contact.objects.filter(code__in=codes)}
    if kind == DIGEST:
        awaited = [(one, _to_remind(one, at.day)) for one in open_folders(folder)]
        return tuple(_draft_digest(awaited, code, contacts.get(code), at) for code in codes)
    notes = issue_note(rehearse(folder), (), actor, at, issue=False)
    return tuple(_draft(folder, kind, code, contacts.get(code), notes, at) for code in codes)


def _draft_digest(
    awaited: Sequence[tuple[CycleFolder, frozenset[str]]], code: str, contact: Contact | None, at: Moment
) -> Draft:
    """The reminders of every cycle that awaits a reply of one addressee."""
    folders = [folder for folder, codes in awaited if code in codes]
    languages = [folder.cycle.policy_on(folder.cycle.calendar.deadline).languages for folder in folders]
    wanted = contact.language if contact is not None else ""
    common = [one for one in Language if all(one in each for each in languages)]
    language = next((one for one in common if one.value == wanted), Language.EN)
    documents = tuple(write_reminder(folder, code, language, at.day) for folder in folders)
    recipients = addresses_of(contact.addresses) if contact and documents else ()
    names = tuple(folder.address.name for folder in folders)
    return Draft(code, language, recipients, documents, "" if recipients else "no address is known", names)


def _draft(folder: CycleFolder, kind: str, code: str, contact: Contact | None, notes: object, at: Moment) -> Draft:
    by_language: dict[Language, Document] = dict(notes)  # type: ignore[call-overload]
    known = contact is not None and contact.language in set(Language)
    language = Language(contact.language) if contact is not None and known else next(iter(by_language))
    if language not in by_language:
        language = next(iter(by_language))
    documents = [] if kind == REMINDER else [by_language[language]]
    if kind != NOTE:
        documents.append(write_reminder(folder, code, language, at.day))
    recipients = addresses_of(contact.addresses) if contact else ()
    problem = "" if recipients else "no address is known"
    return Draft(code, language, recipients, tuple(documents), problem)


def addresses_of(text: str) -> tuple[str, ...]:
    """The addresses of a field, without what is none and each once."""
    found = (part.strip() for part in text.replace(";", ",").replace("\n", ",").split(","))
    return tuple(dict.fromkeys(one for one in found if is_address(one)))


def is_address(text: str) -> bool:
    """Whether a text may be an e-mail address: one ``@``, no space, nothing that breaks a line."""
    name, at, host = text.partition("@")
    plain = text.isprintable() and not any(char.isspace() or char in '<>,;:"()[]\\' for char in text)
    return bool(name and at and "." in host.strip(".") and "@" not in host and plain and len(text) < 255)


def key_of(cycle: str, kind: str, code: str, batch: str) -> str:
    """What names a message: that of the same batch to the same addressee is the same message."""
    return hashlib.sha256("\0".join((cycle, kind, code, batch)).encode()).hexdigest()


def queue_batch(
    folder: CycleFolder,
    kind: str,
    drafts: Sequence[Draft],
    batch: str,
    send_at: datetime,
    actor: Actor,
    at: Moment,
) -> int:
    """Keep the messages of a batch, to be sent, with the act that they are sent by, all or none; how many are new.

    A batch that was queued before is queued once. Raises ``Refused`` where no mail server is named, nobody can be
    written to, or the act is not open.
    """
    services: Services = settings.SERVICES
    if services.mail is None:
        raise Refused(CYCLE, "send mail", "no mail server is named", "set VERBALE_MAIL and VERBALE_MAIL_FROM")
    ready = [draft for draft in drafts if draft.recipients]
    if not ready:
        raise Refused(CYCLE, "send mail", "no addressee of the batch has an address", "add the addresses first")
    with transaction.atomic():
        new = [draft for draft in ready if _keep(folder, kind, draft, batch, send_at, services.mail, actor)]
        if new:
            _record(folder, kind, ready, actor, at)
    return len(new)


def _keep(
    folder: CycleFolder, kind: str, draft: Draft, batch: str, send_at: datetime, server: MailServer, actor: Actor
) -> bool:
    """Make a message and keep it, to be sent; ``False`` where it was made before."""
    key = key_of(folder.address.name, kind, draft.code, batch)
    if OutgoingMail.objects.filter(key=key).exists():
        return False
    domain = server.sender.rpartition("@")[2].strip("> ")
    message_id = f"<{key[:_ID]}@{domain}>"
    content = write_message(draft, server.sender, message_id, send_at)
    folder.store.keep([content])
    OutgoingMail.objects.create(
        key=key,
        message_id=message_id,
        cycle=folder.address.name,
        code=draft.code,
        kind=kind,
        language=draft.language.value,
        recipients=",".join(draft.recipients),
        content=folder.store.digest_of(content),
        send_at=send_at,
        actor=actor.name,
    )
    return True


def _record(folder: CycleFolder, kind: str, drafts: Sequence[Draft], actor: Actor, at: Moment) -> None:
    """The act of a batch in the chain: the note once, reminders each time, those of a digest in each of its cycles."""
    codes = tuple(draft.code for draft in drafts)
    if kind == DIGEST:
        for one in open_folders(folder):
            own = tuple(draft.code for draft in drafts if one.address.name in draft.cycles)
            if own:
                one.give(CYCLE, c.SendReminder(own), actor, at)
    elif kind == NOTE and folder.case.stage is CycleStage.DRAFTED:
        issue_note(folder, (), actor, at, issue=True)
    elif kind in (REMINDER, REQUEST):
        folder.give(CYCLE, c.SendReminder(codes), actor, at)


def write_message(draft: Draft, sender: str, message_id: str, dated: datetime) -> bytes:
    """The bytes of a message (RFC 5322): its words as text, and each of its documents as a file."""
    message = EmailMessage(policy=SMTP)
    message["From"] = sender
    message["To"] = ", ".join(draft.recipients)
    message["Subject"] = draft.subject
    message["Date"] = format_datetime(dated)
    message["Message-ID"] = message_id
    message["Auto-Submitted"] = "no"
    message.set_content(draft.words, charset="utf-8")
    for number, document in enumerate(draft.documents, start=1):
        name = f"note-{number}.{draft.language}{FORMS[_FORM].ending}"
        maintype, subtype = _MEDIA
        content = convert_document(document, _FORM).content
        message.add_attachment(content, maintype=maintype, subtype=subtype, filename=name)
    message.set_boundary(f"=_{hashlib.sha256(message_id.encode()).hexdigest()[:40]}")
    return message.as_bytes()
