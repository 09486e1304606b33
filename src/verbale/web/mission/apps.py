"""The name of this package among Django's applications."""

from __future__ import annotations

from django.apps import AppConfig


class MissionConfig(AppConfig):
    """The mission's side of the website."""

    name = "verbale.web.mission"
    label = "verbale_mission"
    verbose_name = "Missions"
    default_auto_field = "django.db.models.BigAutoField"
