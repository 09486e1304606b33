"""Days and periods as treaties count them, in ISO 8601: ``P180D``, ``P3M``, ``P1Y``."""

from __future__ import annotations

import calendar
import re
from datetime import date, timedelta

from verbale.errors import BadReference

_PERIOD = re.compile(r"P(\d+)([DMY])")


def after(day: str, period: str) -> str:
    """The day that lies ``period`` after ``day``. A month or year that has no such day ends on its last.

    Raises ``BadReference`` for what is no period, and for a day past the year 9999.
    """
    match = _PERIOD.fullmatch(period)
    if match is None:
        raise BadReference(period, "no period; write it as P180D, P3M or P1Y")
    start, number, unit = date.fromisoformat(day), int(match[1]), match[2]
    try:
        if unit == "D":
            return (start + timedelta(days=number)).isoformat()
        months = start.year * 12 + start.month - 1 + number * (12 if unit == "Y" else 1)
        year, month = divmod(months, 12)
        last = calendar.monthrange(year, month + 1)[1]
        return date(year, month + 1, min(start.day, last)).isoformat()
    except (ValueError, OverflowError):
        raise BadReference(day, f"{period} later there is no day") from None


def day_before(day: str) -> str:
    """The day before ``day``."""
    return (date.fromisoformat(day) - timedelta(days=1)).isoformat()


def next_month(day: str) -> str:
    """The first day of the month that follows the month of ``day``."""
    return after(f"{day[:7]}-01", "P1M")


def last_day(moment: str) -> str:
    """The last day of a date of reduced precision: of a year, a month, or the day itself."""
    if len(moment) == 4:
        return f"{moment}-12-31"
    if len(moment) == 7:
        return f"{moment}-{calendar.monthrange(int(moment[:4]), int(moment[5:]))[1]:02d}"
    return moment
