"""The name of this package among Django's applications."""

from __future__ import annotations

from django.apps import AppConfig


class StoreConfig(AppConfig):
    """The tables of a desk."""

    name = "verbale.store"
    label = "store"
    verbose_name = "Verbale desk"
    default_auto_field = "django.db.models.BigAutoField"
