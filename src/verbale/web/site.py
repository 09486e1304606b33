"""What a website is served with: its desk, its folder, its secret, its addresses; handed on in the environment."""

from __future__ import annotations

import os
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from verbale.errors import BadReference
from verbale.store.database import address_of

_PREFIX = "VERBALE_"
_SECRET_FILE, _SECRET_BYTES, _PRIVATE = "secret", 48, 0o600
_VARIABLES = ("DESK", "FOLDER", "SECRET", "HOSTS", "ORIGIN", "SECURE", "PROXIED", "DEMO")
_LOCAL = ("localhost", "127.0.0.1", "[::1]")
_YES = frozenset({"1", "true", "yes", "on"})


@dataclass(frozen=True, slots=True)
class Site:
    """How a website is served.

    ``desk`` is the address of its database, ``folder`` where it keeps its search index, static files and secret.
    ``hosts`` are the names it answers to, ``origin`` its public address (``https://example.org``) or empty. ``secure``
    says that browsers reach it by HTTPS alone, ``proxied`` that a trusted proxy stands before it and says how they
    came. ``demo`` marks a desk of samples. ``collected`` says that static files are served from the folder, each under
    a name with its checksum, and not from the package as they are (in tests).
    """

    desk: str
    folder: Path
    secret: str
    hosts: tuple[str, ...] = _LOCAL
    origin: str = ""
    secure: bool = False
    proxied: bool = False
    demo: bool = False
    collected: bool = True

    def environment(self) -> dict[str, str]:
        """The variables from which a process of the server makes the same."""
        return {
            f"{_PREFIX}DESK": self.desk,
            f"{_PREFIX}FOLDER": str(self.folder),
            f"{_PREFIX}SECRET": self.secret,
            f"{_PREFIX}HOSTS": ",".join(self.hosts),
            f"{_PREFIX}ORIGIN": self.origin,
            f"{_PREFIX}SECURE": "1" if self.secure else "",
            f"{_PREFIX}PROXIED": "1" if self.proxied else "",
            f"{_PREFIX}DEMO": "1" if self.demo else "",
        }


def site_of_environment(variables: Mapping[str, str] = os.environ, desk: str = "") -> Site:
    """The site that the environment names; that of ``desk``, where one is given.

    An SQLite desk needs nothing more: its folder is beside it, with a secret that is made once. A desk on a server
    needs ``VERBALE_FOLDER`` and ``VERBALE_SECRET``. Raises ``BadReference`` with the variable that is missing.
    """
    named = {name: variables.get(f"{_PREFIX}{name}", "").strip() for name in _VARIABLES}
    place = desk or named["DESK"]
    if not place:
        raise BadReference(f"{_PREFIX}DESK", "is not set; it names the desk to serve")
    folder = Path(named["FOLDER"]) if named["FOLDER"] else folder_beside(place)
    if not named["SECRET"] and address_of(place).path is None:
        raise BadReference(f"{_PREFIX}SECRET", "is not set; a site in service needs a long random secret of its own")
    hosts = tuple(host.strip() for host in named["HOSTS"].split(",") if host.strip())
    return Site(
        place,
        folder,
        named["SECRET"] or get_secret(folder),
        hosts or _LOCAL,
        named["ORIGIN"].rstrip("/"),
        secure=named["SECURE"].lower() in _YES,
        proxied=named["PROXIED"].lower() in _YES,
        demo=named["DEMO"].lower() in _YES,
    )


def folder_beside(desk: str) -> Path:
    """The folder in which the site of a desk keeps its own things: beside the file of an SQLite desk.

    Raises ``BadReference`` for a desk on a server, whose folder has to be named.
    """
    address = address_of(desk)
    if address.path is None:
        raise BadReference(f"{_PREFIX}FOLDER", "is not set; a desk on a server needs a folder for its search index")
    return address.path.with_name(f"{address.path.name}.site")


def get_secret(folder: Path) -> str:
    """The secret that sessions are signed with: made once, and kept in the folder for its owner alone."""
    file = folder / _SECRET_FILE
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    try:
        with os.fdopen(os.open(file, os.O_CREAT | os.O_EXCL | os.O_WRONLY, _PRIVATE), "w") as stream:
            stream.write(secrets.token_urlsafe(_SECRET_BYTES))
    except FileExistsError:
        pass
    return file.read_text(encoding="ascii")
