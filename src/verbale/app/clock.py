"""The one place that asks what day and what time it is; everything below is given them."""

from __future__ import annotations

from datetime import UTC, datetime


def today() -> str:
    """The day at this machine, ISO 8601."""
    return datetime.now().astimezone().date().isoformat()


def now() -> datetime:
    """This moment, in UTC."""
    return datetime.now(tz=UTC)
