"""A reporting cycle as data: which resolutions ask, who is asked, until when, and by what policy.

All of it is read from ``cycle.toml`` (``cycle_file``); nothing here is decided by code. The chain of dates follows
the practice of the Secretariat: a note verbale with a deadline about three months later, a report some six weeks on.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from verbale.model.language import Language


class AddresseeGroup(StrEnum):
    """Whom a note verbale is sent to. "All States" holds non-members that take part under that formula."""

    MEMBER_STATES = "member-states"
    ALL_STATES = "all-states"
    OBSERVERS = "observers"
    ORGANISATIONS = "organisations"


class LateRule(StrEnum):
    """What becomes of a reply that comes after the deadline: an addendum (2010), or the web alone (2022)."""

    ADDENDUM = "addendum"
    WEB = "web"


class Consent(StrEnum):
    """Whether a full text goes on the web unless the State objects, or only when it has agreed."""

    UNLESS_OBJECTION = "unless-objection"
    WITH_CONSENT = "with-consent"


class ReplyOrder(StrEnum):
    """The order of the replies: by the English names, by each language's own names, or as they came in."""

    ENGLISH = "english"
    OWN = "own"
    RECEIVED = "received"


@dataclass(frozen=True, slots=True)
class CycleMandate:
    """The operative paragraph of a resolution that asks for the report.

    ``resolution`` is its symbol, ``paragraph`` its number, ``item`` the agenda sub-item of the
    session it reports to (``k``), ``topic`` an id of ``compose/data/topics.csv``. ``called``: whether this cycle's note
    verbale asks about it. ``titles`` are those of the resolution by language, where its topic has none.
    """

    resolution: str
    paragraph: str
    adopted: date
    topic: str
    item: str = ""
    called: bool = True
    titles: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Policy:
    """The rules in force from ``since``. A limit of ``None`` is no limit; lengths are in words.

    ``reply_words``: what is longer goes on the web whole, with its summary in the report. ``report_words``: 8,500 for
    reports of the Secretariat (Editorial Manual).
    """

    since: date
    late: LateRule
    consent: Consent = Consent.UNLESS_OBJECTION
    order: ReplyOrder = ReplyOrder.ENGLISH
    reply_words: int | None = None
    summary_words: int | None = None
    report_words: int | None = 8_500
    languages: tuple[Language, ...] = tuple(Language)


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

    ``session`` is the session that the report goes to, ``report`` and ``previous_report`` are symbols,
    ``agenda_item`` is the number of the item, without its sub-items.
    """

    name: str
    session: int
    report: str
    previous_report: str
    agenda_item: str
    reference: str
    mandates: tuple[CycleMandate, ...]
    addressees: Addressees
    calendar: Calendar
    policies: tuple[Policy, ...]
    approval: Approval = Approval()

    @property
    def called(self) -> tuple[CycleMandate, ...]:
        """The mandates that the note verbale asks about, which may be fewer than the report answers."""
        return tuple(mandate for mandate in self.mandates if mandate.called)

    def policy_on(self, day: date) -> Policy:
        """The policy in force on a day: the latest that had begun, or the first where none had."""
        begun = [policy for policy in self.policies if policy.since <= day]
        return begun[-1] if begun else self.policies[0]
