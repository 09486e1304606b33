"""A calendar as iCalendar (RFC 5545), for programs that keep calendars: days without times, so that no zone is needed.

Plain values in, text out. Nothing in it comes from a clock: the same entries are the same bytes.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

_FOLD = 75  # octets of a line without its end (RFC 5545, 3.1)
_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")
_ESCAPED = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"})
_PRODUCT = "-//Verbale//Calendar//EN"


@dataclass(frozen=True, slots=True)
class CalendarEntry:
    """Something that lasts from one day to another, both included (ISO 8601 in full).

    ``uid`` names it in every calendar for good, ``stamp`` is the day on which it was recorded. ``status`` is
    ``CONFIRMED``, ``TENTATIVE``, ``CANCELLED`` or empty; ``language`` is the code of that of ``summary``.
    """

    uid: str
    start: str
    end: str
    stamp: str
    summary: str
    language: str = ""
    description: str = ""
    location: str = ""
    category: str = ""
    url: str = ""
    status: str = ""


def calendar_file(name: str, entries: Iterable[CalendarEntry]) -> str:
    """The calendar of a name with its entries in their order, lines folded and ended as the standard has it.

    Raises ``ValueError`` for an entry whose days are none.
    """
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:{_PRODUCT}", "CALSCALE:GREGORIAN", "METHOD:PUBLISH"]
    lines += [f"X-WR-CALNAME:{_text(name)}"]
    lines += [line for entry in entries for line in _event(entry)]
    return "".join(f"{_folded(line)}\r\n" for line in (*lines, "END:VCALENDAR"))


def _event(entry: CalendarEntry) -> Iterator[str]:
    start, end = date.fromisoformat(entry.start), date.fromisoformat(entry.end)
    stamp = date.fromisoformat(entry.stamp)
    language = f";LANGUAGE={entry.language}" if entry.language else ""
    yield "BEGIN:VEVENT"
    yield f"UID:{_text(entry.uid)}"
    yield f"DTSTAMP:{stamp:%Y%m%d}T000000Z"
    yield f"DTSTART;VALUE=DATE:{_day(start)}"
    # The end of an event is the first day after it.
    yield f"DTEND;VALUE=DATE:{_day(max(start, end) + timedelta(1))}"
    yield f"SUMMARY{language}:{_text(entry.summary)}"
    for key, value in (
        ("DESCRIPTION", entry.description),
        ("LOCATION", entry.location),
        ("CATEGORIES", entry.category),
        ("STATUS", entry.status),
    ):
        if value:
            yield f"{key}:{_text(value)}"
    if entry.url:
        yield f"URL:{_CONTROLS.sub('', entry.url)}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _day(day: date) -> str:
    return f"{day.year:04}{day.month:02}{day.day:02}"


def _text(value: str) -> str:
    """A value of type TEXT, escaped; control characters have no place in it."""
    return _CONTROLS.sub("", value.replace("\r\n", "\n").replace("\r", "\n")).translate(_ESCAPED)


def _folded(line: str) -> str:
    """A line in pieces of at most 75 octets, none of which parts a character."""
    pieces: list[str] = []
    at, octets = "", 0
    for char in line:
        size = len(char.encode("utf-8", "replace"))
        if octets + size > _FOLD:
            pieces.append(at)
            at, octets = " ", 1
        at, octets = at + char, octets + size
    return "\r\n".join([*pieces, at])
