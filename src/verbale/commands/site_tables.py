"""The tables of the website made known to Django, for verbs that work on the whole of a desk."""

from __future__ import annotations

from importlib.util import find_spec


def know_site_tables(place: str) -> None:
    """Set Django up for the tables of the website too, where its packages are installed and nothing is set up yet.

    It has to be called before the store is loaded, which would set Django up for its own tables alone.
    """
    if find_spec("allauth") is None or find_spec("django_tasks_db") is None:
        return
    from verbale.web.settings import configure_tables  # noqa: PLC0415 (Django is set up for these verbs, and for no other)

    configure_tables(place)
