"""The one place that asks what day and what time it is, and reads a day that is typed; all below is given them."""

from __future__ import annotations

from datetime import UTC, date, datetime

from verbale.lexicon.dates import parse_day


def today() -> str:
    """The day at this machine, ISO 8601."""
    return datetime.now().astimezone().date().isoformat()


def now() -> datetime:
    """This moment, in UTC."""
    return datetime.now(tz=UTC)


def day_typed(text: str) -> date:
    """A day as a person gives it, in figures or in words of any of the six languages.

    Raises ``BadReference`` with an example when it is none.
    """
    return date.fromisoformat(parse_day(text))
