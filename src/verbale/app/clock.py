"""The one place that asks what day it is; everything below is given the day."""

from __future__ import annotations

from datetime import datetime


def today() -> str:
    """The day at this machine, ISO 8601."""
    return datetime.now().astimezone().date().isoformat()
