"""A site prepared and served: tables brought up to date, static files collected, the server and its worker started."""

from __future__ import annotations

import hashlib
import os
import time
from collections.abc import Callable

from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command

from verbale import __version__
from verbale.store.database import address_of, open_database
from verbale.web.settings import configure
from verbale.web.site import Site
from verbale.web.uploads import forget_uploads
from verbale.web.work.beside import worker_beside

_THREADS = 8  # requests that a process of the server works on at a time
SERVER_VARIABLE = "VERBALE_SERVER"
"""The number of the process that `serve` runs in, for the processes that answer."""
_LONGEST_UPLOAD = 3600  # seconds that an upload may take; what is older is of a process that is gone
_PRIVATE = 0o700  # of a folder: for its owner alone


def prepare_site(site: Site) -> None:
    """Bring the tables of the site up to date, and collect its static files where this version has not done so."""
    prepare_tables(site)
    forget_uploads(site, time.time() - _LONGEST_UPLOAD)
    _collect(site)


def prepare_tables(site: Site) -> None:
    """Set Django up for a site, and bring the site's tables up to date."""
    configure(site)
    site.folder.mkdir(parents=True, exist_ok=True, mode=_PRIVATE)
    with open_database(address_of(site.desk)):
        # A desk that is missing, older or something else is refused before anything is made in it.
        call_command("migrate", verbosity=0, interactive=False)
        call_command("createcachetable", verbosity=0)


def _collect(site: Site) -> None:
    """Collect the static files where they are others than those collected before."""
    collected = site.folder / "static"
    mark, digest = collected / "version", _digest_of_static_files()
    if not mark.exists() or mark.read_text(encoding="utf-8") != digest:
        call_command("collectstatic", verbosity=0, interactive=False, clear=True)
        collected.mkdir(exist_ok=True)
        mark.write_text(digest, encoding="utf-8")


def _digest_of_static_files() -> str:
    digest = hashlib.sha256(__version__.encode())
    for finder in get_finders():
        for path, storage in finder.list([]):
            with storage.open(path) as stream:
                digest.update(f"{path}\n".encode() + stream.read())
    return digest.hexdigest()


def serve_site(site: Site, host: str, port: int, *, workers: int = 1, tell: Callable[[str], None]) -> None:
    """Serve a site that is prepared until the process is asked to end; its worker ends with it."""
    from granian import Granian  # noqa: PLC0415 (the server is loaded where one is started)
    from granian.constants import Interfaces  # noqa: PLC0415

    os.environ.update({**site.environment(), SERVER_VARIABLE: str(os.getpid())})
    server = Granian(
        "verbale.web.wsgi:application",
        address=host,
        port=port,
        interface=Interfaces.WSGI,
        workers=workers,
        blocking_threads=_THREADS,
        log_access=False,
        websockets=False,
    )
    with worker_beside(os.environ):
        tell(f"http://{host}:{port}/")
        server.serve()
