"""What an operator connects a site with: sign-in by an organisation's OpenID Connect, mail, a scanner for viruses.

All of it is named in the environment and none of it is needed.
"""

from __future__ import annotations

import os
import shlex
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.util import find_spec
from urllib.parse import unquote, urlsplit

from verbale.errors import BadReference

_PREFIX = "VERBALE_"
_YES = frozenset({"1", "true", "yes", "on"})
_MAILBOX_PORTS = {"imap": 143, "imaps": 993}
_MAIL_PORTS = {"smtp": 587, "smtps": 465}  # of submission with STARTTLS, and over TLS


@dataclass(frozen=True, slots=True)
class OpenId:
    """An organisation's server of OpenID Connect: its address, the name people know it by, and what it knows us by."""

    issuer: str
    name: str
    client: str
    secret: str

    @property
    def origin(self) -> str:
        """The scheme and host of its address."""
        parts = urlsplit(self.issuer)
        return f"{parts.scheme}://{parts.netloc}"


@dataclass(frozen=True, slots=True)
class MailServer:
    """A server that sends mail; ``sender`` is the address that it comes from."""

    host: str
    port: int
    user: str
    password: str
    over_tls: bool
    sender: str


@dataclass(frozen=True, slots=True)
class MailboxServer:
    """A mailbox that is read over IMAP; ``name`` is what it is known by, without the password."""

    host: str
    port: int
    user: str
    password: str
    folder: str
    over_tls: bool

    @property
    def name(self) -> str:
        """The mailbox by its user, host and folder."""
        return f"{self.user}@{self.host}/{self.folder}"[:200]


@dataclass(frozen=True, slots=True)
class Services:
    """What a site is connected with.

    ``scanner`` is a command that is given the path of a file and refuses it by its exit code. ``sign_up`` says that
    anybody may make an account, which has no role until somebody gives it one. ``second_factor`` says that a role
    counts only with a second factor or a passkey. ``json_logs`` says that logs are lines of JSON, ``metrics`` is the
    address of the collector that figures are sent to.
    """

    open_id: OpenId | None = None
    mail: MailServer | None = None
    mailbox: MailboxServer | None = None
    scanner: tuple[str, ...] = ()
    sign_up: bool = False
    second_factor: bool = False
    json_logs: bool = False
    metrics: str = ""


def services_of_environment(variables: Mapping[str, str] = os.environ) -> Services:
    """The services that the environment names. Raises ``BadReference`` with the variable that is missing or wrong."""

    def named(name: str) -> str:
        return variables.get(f"{_PREFIX}{name}", "").strip()

    return Services(
        open_id=_open_id(named("OIDC_ISSUER"), named("OIDC_NAME"), named("OIDC_CLIENT"), named("OIDC_SECRET")),
        mail=_mail(named("MAIL"), named("MAIL_FROM")),
        mailbox=_mailbox(named("MAILBOX")),
        scanner=tuple(shlex.split(named("SCANNER"))),
        sign_up=named("SIGN_UP").lower() in _YES,
        second_factor=named("SECOND_FACTOR").lower() in _YES,
        json_logs=_log_form(named("LOG")),
        metrics=_collector(named("METRICS")),
    )


def _log_form(word: str) -> bool:
    if word not in ("", "text", "json"):
        raise BadReference(f"{_PREFIX}LOG", "is neither text nor json")
    return word == "json"


def _collector(address: str) -> str:
    if address and (urlsplit(address).scheme not in ("http", "https") or not urlsplit(address).hostname):
        raise BadReference(f"{_PREFIX}METRICS", "is no address of a collector; give http://127.0.0.1:4318")
    if address and find_spec("opentelemetry") is None:
        raise BadReference(f"{_PREFIX}METRICS", "needs packages that are not here: pip install 'verbale[metrics]'")
    return address


def _open_id(issuer: str, name: str, client: str, secret: str) -> OpenId | None:
    if not issuer:
        return None
    for variable, value in (("OIDC_CLIENT", client), ("OIDC_SECRET", secret)):
        if not value:
            raise BadReference(f"{_PREFIX}{variable}", f"is not set; {_PREFIX}OIDC_ISSUER needs it")
    if urlsplit(issuer).scheme != "https":
        raise BadReference(f"{_PREFIX}OIDC_ISSUER", "is no https address; passwords of others go there")
    return OpenId(issuer, name or urlsplit(issuer).netloc, client, secret)


def _mail(address: str, sender: str) -> MailServer | None:
    if not address:
        return None
    parts = urlsplit(address)
    if parts.scheme not in _MAIL_PORTS or not parts.hostname:
        raise BadReference(f"{_PREFIX}MAIL", "is no address of a mail server; give smtp://user:password@host:587")
    if not sender:
        raise BadReference(f"{_PREFIX}MAIL_FROM", f"is not set; {_PREFIX}MAIL needs the address that mail comes from")
    user, password = unquote(parts.username or ""), unquote(parts.password or "")
    port = parts.port or _MAIL_PORTS[parts.scheme]
    return MailServer(parts.hostname, port, user, password, parts.scheme == "smtps", sender)


def _mailbox(address: str) -> MailboxServer | None:
    if not address:
        return None
    parts = urlsplit(address)
    if parts.scheme not in _MAILBOX_PORTS or not parts.hostname or not parts.username:
        reason = "is no address of a mailbox; give imaps://user:password@host/INBOX"
        raise BadReference(f"{_PREFIX}MAILBOX", reason)
    user, password = unquote(parts.username), unquote(parts.password or "")
    port, folder = parts.port or _MAILBOX_PORTS[parts.scheme], unquote(parts.path.strip("/")) or "INBOX"
    return MailboxServer(parts.hostname, port, user, password, folder, parts.scheme == "imaps")
