"""Which lines of the register the address of a page asks for: of a State, under a treaty, between two days."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from django.http import HttpRequest
from django.utils.translation import gettext as _

from verbale.app.register_answers import get_state_id, whole_day
from verbale.app.treaty_acts import get_treaty_id
from verbale.errors import BadReference

_LONGEST = 200  # characters of a field that are read


@dataclass(frozen=True, slots=True)
class AskedLines:
    """What is asked, as ids and days in full, empty where nothing is; as it was typed; and what is wrong, by field."""

    state: str = ""
    treaty: str = ""
    first: str = ""
    last: str = ""
    typed: Mapping[str, str] = field(default_factory=dict)
    problems: Mapping[str, str] = field(default_factory=dict)

    @property
    def is_narrow(self) -> bool:
        """Whether anything was asked for."""
        return any(self.typed.values())


def ask_lines(request: HttpRequest) -> AskedLines:
    """What the address asks for; a field that cannot be read is told and left out."""
    readers: Mapping[str, Callable[[str], str]] = {
        "state": get_state_id,
        "treaty": get_treaty_id,
        "from": lambda text: whole_day(text, opening=True),
        "to": whole_day,
    }
    typed = {name: request.GET.get(name, "").strip()[:_LONGEST] for name in readers}
    found, problems = dict.fromkeys(readers, ""), {}
    for name, read in readers.items():
        try:
            found[name] = read(typed[name]) if typed[name] else ""
        except (BadReference, ValueError):
            problems[name] = _problem(name, typed[name])
    if found["from"] and found["to"] and found["to"] < found["from"]:
        problems["to"] = _("The last day lies before the first. Give the earlier day first.")
        found["to"] = ""
    return AskedLines(found["state"], found["treaty"], found["from"], found["to"], typed, problems)


def _problem(name: str, typed: str) -> str:
    words = {
        "state": _("“%(typed)s” is no State of the register. Write a name or a code, as Cuba or CUB."),
        "treaty": _("“%(typed)s” is no treaty of the register. Write a name, as CTBT."),
    }
    day = _("“%(typed)s” is no day. Write a day, a month or a year, as 2022-06-21, 2022-06 or 2022.")
    return words.get(name, day) % {"typed": typed}
