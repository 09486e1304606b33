"""Mail goes out and comes in by a thread of a worker: what is due is sent, and the mailbox is read."""

from __future__ import annotations

import imaplib
import logging
import threading
import time

from django.conf import settings
from django.db import InterfaceError, OperationalError, connection

from verbale.app.clock import now
from verbale.errors import VerbaleError
from verbale.web.mail.mail_sending import send_due
from verbale.web.mail.mailbox_reading import read_mailbox
from verbale.web.services import Services

log = logging.getLogger("verbale.mail")

_LOOK = 1.0  # seconds between two looks at what is due
_MAILBOX = 30.0  # seconds between two looks at the mailbox
_PAUSE = 10.0  # seconds after a database that did not answer


def follow_mail(ending: threading.Event, worker: str) -> threading.Thread | None:
    """Start the thread, in the name of a worker; none where the site has neither a mail server nor a mailbox."""
    services: Services = settings.SERVICES
    if services.mail is None and services.mailbox is None:
        return None
    thread = threading.Thread(target=_follow, args=(ending, worker, services), name="mail", daemon=True)
    thread.start()
    return thread


def _follow(ending: threading.Event, worker: str, services: Services) -> None:
    looked = 0.0
    try:
        while not ending.wait(_LOOK):
            try:
                send_due(worker, now())
                if services.mailbox is not None and time.monotonic() - looked >= _MAILBOX:
                    looked = time.monotonic()
                    read_mailbox(services.mailbox)
            except (OperationalError, InterfaceError) as error:
                log.warning("mail: the database does not answer (%s)", type(error).__name__)
                connection.close()
                ending.wait(_PAUSE)
            except (OSError, imaplib.IMAP4.error, VerbaleError) as error:
                log.warning("mail: %s", type(error).__name__)
    finally:
        connection.close()
