"""The tables of a desk as Django's models, with Django set up before they are loaded.

A program that brings settings of its own (a website) keeps them; ``verbale.store`` has to be among its applications.
"""

from __future__ import annotations

import django
from django.conf import settings


def _set_up() -> None:
    if not settings.configured:
        settings.configure(
            INSTALLED_APPS=["verbale.store"],
            DATABASES={},
            USE_TZ=True,
            DEFAULT_AUTO_FIELD="django.db.models.BigAutoField",
            USE_I18N=False,
        )
        django.setup()


_set_up()

from verbale.store import models  # noqa: E402  Models are loaded once Django is set up.

__all__ = ["models"]
