"""A site on each database that there may be, its library filled with our samples, and a browser's requests to it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from importlib import resources
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import call_command
from django.db import connections
from django.test import Client
from tests.servers import get_server

from verbale.app.desks import make_desk, opened_desk
from verbale.app.libraries import add_sources
from verbale.app.library_index import follow_library
from verbale.app.sources import find_sources
from verbale.search.index import open_index
from verbale.store.database import address_of, settings_of
from verbale.web.current_desk import INDEX
from verbale.web.site import Site

AT = datetime(2026, 12, 1, 9, tzinfo=UTC)


@pytest.fixture(scope="session", params=["sqlite", "postgresql"])
def filled_desk(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a desk with our samples in its library."""
    yield from fill_desk(request, tmp_path_factory)


def fill_desk(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A desk with our samples in its library; a module can have one of its own."""
    server = get_server() if request.param == "postgresql" else None
    place = server.make_database() if server else str(tmp_path_factory.mktemp("desk") / "desk.sqlite")
    make_desk(place)
    with opened_desk(place) as database, resources.as_file(resources.files("verbale.app") / "demo_library") as samples:
        add_sources(database, find_sources([str(samples)]), "A. Librarian", AT)
    with showing(place, Path(settings.SITE.folder)):
        call_command("migrate", verbosity=0, interactive=False)
        call_command("createcachetable", verbosity=0)
    yield place
    if server:
        server.drop_database(place)


class showing:  # noqa: N801 (a context manager is named as a function is)
    """Let the site of this process show a desk for as long as the block lasts."""

    def __init__(self, place: str, folder: Path) -> None:
        self._site: Site = replace(settings.SITE, desk=place, folder=folder)
        self._before: Site = settings.SITE

    def __enter__(self) -> Site:
        """Close the connection to the desk before it, and name the other one."""
        self._turn(self._site)
        return self._site

    def __exit__(self, *_: object) -> None:
        """Go back."""
        self._turn(self._before)

    @staticmethod
    def _turn(site: Site) -> None:
        connections["default"].close()
        del connections["default"]
        connections.databases["default"] = settings_of(address_of(site.desk), lasting=True)
        settings.SITE = site


@pytest.fixture(scope="session")
def site_folder(filled_desk: str, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the site of the filled desk, with its search index."""
    folder = tmp_path_factory.mktemp("site")
    with opened_desk(filled_desk) as database:
        follow_library(database, open_index(folder / INDEX))
    return folder


@pytest.fixture
def site(filled_desk: str, site_folder: Path) -> Iterator[Site]:
    """The site that shows the filled desk."""
    with showing(filled_desk, site_folder) as shown:
        yield shown


@pytest.fixture
def client(site: Site) -> Client:
    """A browser without JavaScript; an error of the site is raised."""
    return Client()
