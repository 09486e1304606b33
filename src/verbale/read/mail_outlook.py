"""Messages that Outlook saves (``.msg``), by ``python-oxmsg``: fields, words and files."""

from __future__ import annotations

import io
from datetime import UTC

from verbale.errors import Damaged
from verbale.read.charsets import decode
from verbale.read.limits import Limits

_TOOL = "python-oxmsg"


def tool() -> str:
    """What makes the message, and its version."""
    from importlib.metadata import version  # noqa: PLC0415 (messages of this kind are few)

    return f"{_TOOL} {version(_TOOL)}"


def as_message(data: bytes, name: str, limits: Limits) -> bytes:
    """The same message in the form of the internet, for one reader to read all. Raises ``Damaged``."""
    from email.message import EmailMessage  # noqa: PLC0415 (messages of this kind are few)
    from email.utils import format_datetime, formataddr, parseaddr  # noqa: PLC0415

    from oxmsg import Message  # noqa: PLC0415

    try:
        message = Message.load(io.BytesIO(data))
        person, address = parseaddr(message.sender or "")
        mail = EmailMessage()
        mail["From"] = formataddr((" ".join(person.split()), address if address.isascii() else ""))
        mail["Subject"] = " ".join((message.subject or "").split())
        if message.sent_date is not None:
            mail["Date"] = format_datetime(message.sent_date.replace(tzinfo=message.sent_date.tzinfo or UTC))
        page = message.html_body
        mail.set_content(message.body or "")
        if page and not (message.body or "").strip():
            mail.set_content(page if isinstance(page, str) else decode(page).text, subtype="html")
        for at, one in enumerate(message.attachments, 1):
            if at > limits.parts:
                break
            mail.add_attachment(
                one.file_bytes or b"",
                maintype="application",
                subtype="octet-stream",
                filename=(one.file_name or f"enclosure-{at}").replace("\n", " "),
            )
        return bytes(mail)
    except Exception as error:
        # The library has no errors of its own: what a broken file makes of it is of any kind.
        raise Damaged(name, f"a message of Outlook that cannot be read: {error}", "save it as .eml or PDF") from error
