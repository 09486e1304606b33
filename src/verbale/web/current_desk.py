"""The desk that a site shows, and the index of its library."""

from __future__ import annotations

import threading
from pathlib import Path

from django.conf import settings

from verbale.search.index import SearchIndex, open_index
from verbale.store.database import Database, address_of
from verbale.web.site import Site

INDEX = "search"
"""The folder of the search index in that of the site."""
_indexes: dict[Path, SearchIndex] = {}
_opening = threading.Lock()


def current_site() -> Site:
    """The site of this process."""
    site: Site = settings.SITE
    return site


def desk_database() -> Database:
    """The database of the site, on a connection of this thread that lasts."""
    address = address_of(current_site().desk)
    return Database("default", address.name, address.path)


def search_index() -> SearchIndex:
    """The search index of the site, open once in this process; it sees what another process writes to it."""
    folder = current_site().folder / INDEX
    with _opening:
        if folder not in _indexes:
            _indexes[folder] = open_index(folder)
        return _indexes[folder]
