"""A reporting cycle as data: which resolutions ask, who is asked, until when, and by what policy.

All of it is read from ``cycle.toml`` (``cycle_file``); nothing here is decided by code. The chain of dates follows
the practice of the Secretariat: a note verbale with a deadline about three months later, a report some six weeks on.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from verbale.model.policy import Policy
from verbale.model.programme import Contact, Programme

_LETTER = re.compile(r"\((\w+)\)")


class AddresseeGroup(StrEnum):
    """Whom a note verbale is sent to. "All States" holds non-members that take part under that formula."""

    MEMBER_STATES = "member-states"
    ALL_STATES = "all-states"
    OBSERVERS = "observers"
    ORGANISATIONS = "organisations"


@dataclass(frozen=True, slots=True)
class CycleMandate:
    """The operative paragraph of a resolution that asks for the report.

    ``resolution`` is its symbol, ``paragraph`` its number, ``item`` the agenda sub-item of the
    session it reports to (``k``), ``topic`` an id of the programme's topics, or one of the cycle's own. ``called``:
    whether this cycle's note verbale asks about it. ``titles`` are those of the resolution by language, where its topic
    has none; ``requests`` the words of the paragraph, by language, where they are at hand.
    """

    resolution: str
    paragraph: str
    adopted: date
    topic: str
    item: str = ""
    called: bool = True
    titles: Mapping[str, str] = field(default_factory=dict)
    requests: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Extension:
    """More time for one State, or for all of them where ``state`` is empty."""

    until: date
    state: str = ""


@dataclass(frozen=True, slots=True)
class Calendar:
    """The dates of a cycle. A deadline ends with its day in ``zone`` (an IANA name).

    The report observes what happened after ``observed_since``, the day of the one before it.
    """

    note: date
    deadline: date
    zone: str = "America/New_York"
    reminders: tuple[date, ...] = ()
    extensions: tuple[Extension, ...] = ()
    submission: date | None = None
    observed_since: date | None = None


@dataclass(frozen=True, slots=True)
class Addressees:
    """Groups, and States (ISO 3166 alpha-3) that are added to them or left out."""

    groups: tuple[AddresseeGroup, ...]
    also: tuple[str, ...] = ()
    without: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Approval:
    """Who may do what. ``second_person``: who has confirmed a letter of a report does not issue it."""

    second_person: bool = False


@dataclass(frozen=True, slots=True)
class Cycle:
    """One year's call and the report that it leads to.

    ``session`` is the session that the report goes to (of the Economic and Social Council, the year), ``report`` and
    ``previous_report`` are symbols, ``agenda_item`` is the number of the item, with or without its sub-items.
    ``agenda_titles`` and ``contact`` are this cycle's own, in place of those of the programme.
    """

    name: str
    programme: Programme
    session: int
    report: str
    previous_report: str
    agenda_item: str
    reference: str
    mandates: tuple[CycleMandate, ...]
    addressees: Addressees
    calendar: Calendar
    policies: tuple[Policy, ...]
    agenda_titles: Mapping[str, str] = field(default_factory=dict)
    contact: Contact = field(default_factory=Contact)
    approval: Approval = Approval()

    @property
    def item_number(self) -> str:
        """The number of the agenda item without its sub-items."""
        return self.agenda_item.partition("(")[0].strip() or self.agenda_item

    @property
    def sub_items(self) -> tuple[str, ...]:
        """The letters of the sub-items, of the agenda item itself and of the mandates, each once, in order."""
        own = _LETTER.findall(self.agenda_item) if "(" in self.agenda_item else []
        return tuple(sorted({*own, *(mandate.item for mandate in self.mandates if mandate.item)}))

    @property
    def called(self) -> tuple[CycleMandate, ...]:
        """The mandates that the note verbale asks about, which may be fewer than the report answers."""
        return tuple(mandate for mandate in self.mandates if mandate.called)

    def policy_on(self, day: date) -> Policy:
        """The policy in force on a day: the latest that had begun, or the first where none had."""
        begun = [policy for policy in self.policies if policy.since <= day]
        return begun[-1] if begun else self.policies[0]
