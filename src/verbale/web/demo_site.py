"""A site of samples: the finished cycle of 2022, its report in six languages, and our sample documents."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from importlib import resources
from pathlib import Path

from verbale.store.database import DESK_FILE
from verbale.web.settings import configure
from verbale.web.site import Site, get_secret

_FORMS = ("html",)
_CYCLE = "cycle"
_PASSWORD_BYTES = 12


def make_demo(place: Path, tell: Callable[[str], None]) -> Site:
    """Make the desk of the demonstration in an empty folder, and the site that shows it."""
    folder = place / "site"
    site = Site(str(place / _CYCLE / DESK_FILE), folder, get_secret(folder), demo=True)
    configure(site)
    # Django is set up for the site, and what uses it is loaded after.
    from verbale.app.cycles import CycleAddress, open_cycle  # noqa: PLC0415
    from verbale.app.demo import COMPILED, OFFICER, run_demo  # noqa: PLC0415
    from verbale.app.desks import opened_desk  # noqa: PLC0415
    from verbale.app.libraries import add_published, add_sources  # noqa: PLC0415
    from verbale.app.library_index import follow_library  # noqa: PLC0415
    from verbale.app.sources import find_sources  # noqa: PLC0415
    from verbale.search.index import open_index  # noqa: PLC0415
    from verbale.web.current_desk import INDEX  # noqa: PLC0415

    tell("making the samples: the cycle of 2022, from the note verbale to the report in six languages")
    run_demo(place, _FORMS, lambda step: None)
    with opened_desk(site.desk) as database:
        with open_cycle(CycleAddress(place / _CYCLE)) as cycle:
            add_published(database, cycle, OFFICER.name, COMPILED)
        with resources.as_file(resources.files("verbale.app") / "demo_library") as samples:
            add_sources(database, find_sources([str(samples)]), OFFICER.name, COMPILED)
        follow_library(database, open_index(folder / INDEX))
    return site


def add_demo_officer() -> str:
    """Let somebody work at the desk of a site that is prepared, as ``officer``; the password, which no other has."""
    from verbale.web.making_accounts import add_account  # noqa: PLC0415 (what makes accounts needs Django set up)

    password = secrets.token_urlsafe(_PASSWORD_BYTES)
    add_account("officer", "officer", password=password)
    return password
