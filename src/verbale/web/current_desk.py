"""The desk that a site shows."""

from __future__ import annotations

from django.conf import settings

from verbale.store.database import Database, address_of
from verbale.web.site import Site


def current_site() -> Site:
    """The site of this process."""
    site: Site = settings.SITE
    return site


def desk_database() -> Database:
    """The database of the site, on a connection of this thread that lasts."""
    address = address_of(current_site().desk)
    return Database("default", address.name, address.path)
