"""E-mail as it is saved (``.eml``): who sent it, when, the words of the message and the files that came with it."""

from __future__ import annotations

import email
import re
from dataclasses import dataclass
from datetime import UTC
from email.errors import MessageError
from email.message import EmailMessage
from email.policy import default
from email.utils import getaddresses, parsedate_to_datetime

from verbale.errors import Damaged, NotADocument, TooLarge
from verbale.read.limits import Limits

# A message begins with fields; one of these is among the first lines of every mail.
_FIELDS = re.compile(rb"\A(?:[A-Za-z][A-Za-z0-9-]*:[^\n]*\n(?:[ \t][^\n]*\n)*){2,}")
_KNOWN = re.compile(rb"(?im)^(?:from|received|message-id|mime-version):")
_HEAD = 65_536  # bytes in which the header fields of a message end


@dataclass(frozen=True, slots=True)
class Enclosure:
    """A file that came with a message."""

    name: str
    media_type: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Mail:
    """A message. ``sent`` is ISO 8601 in UTC or empty, ``address`` and ``person`` those of the sender.

    ``text`` is the message's own words, as plain text or, where there is none, as HTML (``text_type`` says which).
    """

    person: str
    address: str
    subject: str
    sent: str
    text: str
    text_type: str
    enclosures: tuple[Enclosure, ...]
    message_id: str = ""


def is_mail(data: bytes) -> bool:
    """Whether bytes are a saved e-mail, told by its fields and not by a name."""
    head = _FIELDS.match(data[:_HEAD].replace(b"\r\n", b"\n"))
    return head is not None and _KNOWN.search(head[0]) is not None


def read_mail(data: bytes, name: str, limits: Limits | None = None) -> Mail:
    """The parts of a saved e-mail.

    Raises ``NotADocument`` where it is none, ``TooLarge`` over the limit on bytes, ``Damaged`` where its parts cannot
    be told apart.
    """
    limits = limits or Limits()
    if len(data) > limits.bytes:
        raise TooLarge(name, f"{len(data):,} bytes, the limit is {limits.bytes:,}", "save the enclosures apart")
    if not is_mail(data):
        raise NotADocument(name, "the bytes are no saved e-mail", "save the message as .eml")
    try:
        message = email.message_from_bytes(data, policy=default)
        body = message.get_body(("plain", "html"))
        people = getaddresses([str(message.get("from", ""))])
        person, address = people[0] if people else ("", "")
        return Mail(
            person=person,
            address=address,
            subject=str(message.get("subject", "")),
            sent=_sent(message),
            text=str(body.get_content()) if body else "",
            text_type=body.get_content_type() if body else "text/plain",
            enclosures=tuple(_enclosure(part, number) for number, part in enumerate(message.iter_attachments(), 1)),
            message_id=str(message.get("message-id", "")).strip(),
        )
    except (MessageError, LookupError, ValueError, AttributeError, TypeError) as error:
        # The standard library lets through what a broken message makes of its own parsers.
        raise Damaged(name, f"the message is broken: {error}", "ask the sender for the letter itself") from error


def _sent(message: EmailMessage) -> str:
    try:
        moment = parsedate_to_datetime(str(message.get("date", "")))
    except ValueError:
        return ""
    return moment.replace(tzinfo=moment.tzinfo or UTC).astimezone(UTC).isoformat(timespec="seconds")


def _enclosure(part: EmailMessage, number: int) -> Enclosure:
    content = part.get_content() if part.get_content_maintype() == "message" else part.get_payload(decode=True)
    data = content.as_bytes() if isinstance(content, EmailMessage) else content
    name = part.get_filename() or f"enclosure-{number}"
    return Enclosure(name, part.get_content_type(), data if isinstance(data, bytes) else b"")
