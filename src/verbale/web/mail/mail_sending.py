"""Mail that is due is sent: each message once, whatever ends in the middle.

That a message is being sent is committed before the server is asked. One whose sending was broken off after the server
had begun to take its words is uncertain: it is not sent again by itself, and a person decides.
"""

from __future__ import annotations

import logging
import smtplib
import ssl
from datetime import datetime, timedelta

from django.conf import settings
from django.db.models import F, Q

from verbale.errors import StoreBroken
from verbale.store.contents import get_content
from verbale.web.current_desk import desk_database
from verbale.web.metrics import count_event
from verbale.web.models import OutgoingMail, Worker
from verbale.web.services import MailServer, Services

log = logging.getLogger("verbale.mail")

_ATTEMPTS = 8
_FIRST_PAUSE = timedelta(minutes=2)
"""After a temporary refusal; each further one waits twice as long."""
_TIMEOUT = 60.0  # seconds that a server may take for an answer
_TAKEN, _FORWARDED, _TEMPORARY = 250, 251, 4  # replies of a server, the last the class of its code (RFC 5321)
_LONGEST = 500  # characters of a server's words that are kept
_BROKEN_OFF = "Its sending was broken off. The server may have it: look there, then send it again or leave it."


def send_due(worker: str, now: datetime) -> int:
    """Send what is due; how many messages were tried."""
    services: Services = settings.SERVICES
    if services.mail is None:
        return 0
    mark_broken_off()
    tried = 0
    while (mail := _claim(worker, now)) is not None:
        _send(mail, services.mail, now)
        tried += 1
    return tried


def mark_broken_off() -> int:
    """Let what a worker that is gone was sending be uncertain; how many."""
    gone = OutgoingMail.objects.filter(status="sending").exclude(worker__in=Worker.objects.values("pk"))
    return gone.update(status="uncertain", worker="", words=_BROKEN_OFF) if gone.exists() else 0


def _claim(worker: str, now: datetime) -> OutgoingMail | None:
    """The next message that is due, which from now on is being sent and by nobody else."""
    due = OutgoingMail.objects.filter(Q(retried_at=None) | Q(retried_at__lte=now), status="waiting", send_at__lte=now)
    for key in due.order_by("send_at", "pk").values_list("pk", flat=True)[:20]:
        if OutgoingMail.objects.filter(pk=key, status="waiting").update(
            status="sending", worker=worker, attempts=F("attempts") + 1
        ):
            return OutgoingMail.objects.get(pk=key)
    return None


def _send(mail: OutgoingMail, server: MailServer, now: datetime) -> None:
    """Send one message and record what became of it."""
    try:
        content = get_content(desk_database(), mail.content)
    except StoreBroken as error:
        _leave(mail, "refused", str(error))
        return
    began = False
    try:
        with _connected(server) as connection:
            taken = _announce(connection, server, mail)
            began = True
            code, words = connection.data(content)
            if code != _TAKEN:
                raise smtplib.SMTPDataError(code, words)
        _leave(mail, "sent", taken, sent_at=now)
    except smtplib.SMTPResponseException as error:
        _refused(mail, error, now)
    except smtplib.SMTPRecipientsRefused as error:
        code = min(each for each, _words in error.recipients.values())
        _refused(mail, smtplib.SMTPResponseException(code, str(error.recipients)), now)
    except (OSError, smtplib.SMTPException) as error:
        # Before its words were given to the server nothing was sent; after that nobody knows.
        log.warning("mail %s: %s", mail.pk, type(error).__name__)
        if began:
            _leave(mail, "uncertain", _BROKEN_OFF)
        else:
            _again(mail, type(error).__name__, now)


def _connected(server: MailServer) -> smtplib.SMTP:
    if server.over_tls:
        context = ssl.create_default_context()
        connection: smtplib.SMTP = smtplib.SMTP_SSL(server.host, server.port, timeout=_TIMEOUT, context=context)
    else:
        connection = smtplib.SMTP(server.host, server.port, timeout=_TIMEOUT)
    connection.ehlo()
    if not server.over_tls and connection.has_extn("starttls"):
        connection.starttls(context=ssl.create_default_context())
        connection.ehlo()
    if server.user:
        connection.login(server.user, server.password)
    return connection


def _announce(connection: smtplib.SMTP, server: MailServer, mail: OutgoingMail) -> str:
    """Say from whom and to whom; what the server says of addresses that it refuses. Raises where it takes none."""
    code, words = connection.mail(server.sender)
    if code != _TAKEN:
        raise smtplib.SMTPSenderRefused(code, words, server.sender)
    refused: dict[str, tuple[int, bytes]] = {}
    recipients = mail.recipients.split(",")
    for address in recipients:
        code, words = connection.rcpt(address)
        if code not in (_TAKEN, _FORWARDED):
            refused[address] = (code, words)
    if len(refused) == len(recipients):
        raise smtplib.SMTPRecipientsRefused(refused)
    return "; ".join(
        f"{address}: {code} {words.decode(errors='replace')}" for address, (code, words) in refused.items()
    )


def _refused(mail: OutgoingMail, error: smtplib.SMTPResponseException, now: datetime) -> None:
    """What a server refuses for now (4xx) is tried again; what it refuses for good is told."""
    said = error.smtp_error.decode(errors="replace") if isinstance(error.smtp_error, bytes) else str(error.smtp_error)
    words = f"{error.smtp_code} {said}"
    if error.smtp_code // 100 == _TEMPORARY and mail.attempts < _ATTEMPTS:
        _again(mail, words, now)
    else:
        _leave(mail, "refused", words)


def _again(mail: OutgoingMail, words: str, now: datetime) -> None:
    """Try once more later, each time after a longer pause; refused in the end."""
    if mail.attempts >= _ATTEMPTS:
        _leave(mail, "refused", words)
        return
    pause = _FIRST_PAUSE * 2 ** (mail.attempts - 1)
    _leave(mail, "waiting", words, retried_at=now + pause)


def _leave(mail: OutgoingMail, status: str, words: str, **columns: object) -> None:
    rows = OutgoingMail.objects.filter(pk=mail.pk, status="sending")
    if rows.update(status=status, words=words[:_LONGEST], worker="", **columns):
        count_event("mail", status)


def decide_uncertain(mail_id: int, *, again: bool) -> bool:
    """Send an uncertain or refused message again, or leave it as it is; whether there was such a one."""
    rows = OutgoingMail.objects.filter(pk=mail_id, status__in=("uncertain", "refused"))
    if again:
        return bool(rows.update(status="waiting", attempts=0, retried_at=None, words=""))
    return bool(rows.update(status="cancelled"))
