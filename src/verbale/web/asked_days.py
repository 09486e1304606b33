"""Days that the address of a page names, with what is wrong with one that is none."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpRequest
from django.utils.translation import gettext as _

from verbale.app.clock import day_typed
from verbale.errors import BadReference

_LONGEST = 60  # characters of a day that is read


@dataclass(frozen=True, slots=True)
class AskedDay:
    """A day (ISO 8601), as it was typed, and why it is another than what was typed; empty where nothing is wrong."""

    day: str
    typed: str
    problem: str = ""


def asked_day(request: HttpRequest, name: str, default: str) -> AskedDay:
    """The day of a parameter; ``default`` where it is not given or is no day."""
    typed = request.GET.get(name, "").strip()
    if not typed:
        return AskedDay(default, "")
    try:
        if len(typed) > _LONGEST:
            raise BadReference(typed[:_LONGEST], "is too long for a day")
        return AskedDay(day_typed(typed).isoformat(), typed)
    except (BadReference, ValueError):
        words = _("“%(typed)s” is no day that exists. Write a day in full, as 2022-06-21 or 21 June 2022.")
        return AskedDay(default, typed, words % {"typed": typed[:_LONGEST]})
