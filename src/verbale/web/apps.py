"""The name of this package among Django's applications."""

from __future__ import annotations

from django.apps import AppConfig


class WebConfig(AppConfig):
    """The website."""

    name = "verbale.web"
    label = "web"
    verbose_name = "Verbale website"
    default_auto_field = "django.db.models.BigAutoField"
