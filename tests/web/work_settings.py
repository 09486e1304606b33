"""Settings with the queue alone, for workers that tests kill. The address of the database is in ``TEST_DESK``."""

from __future__ import annotations

import os

from verbale.store.database import parse_address

_address = parse_address(os.environ["TEST_DESK"])
DATABASES = {
    "default": {"ENGINE": "django.db.backends.sqlite3", "NAME": str(_address.path), "OPTIONS": {"timeout": 30}}
    if _address.path
    else {"ENGINE": "django.db.backends.postgresql", **dict(_address.server)}
}
INSTALLED_APPS = ["django.contrib.auth", "django.contrib.contenttypes", "django_tasks_db", "verbale.web"]
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
USE_TZ = True
SECRET_KEY = "of a test"
