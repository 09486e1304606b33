"""Where States meet: forums with their rule of decision, meetings, moves, bodies, offices held, and papers issued."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import ClassVar

from verbale.errors import BadReference
from verbale.model.statement import Period, Value
from verbale.register.holding import Holding, find_current, held


@dataclass(frozen=True, slots=True, kw_only=True)
class Forum(Holding):
    """A place of negotiation or deliberation, or a series of conferences.

    ``kind`` is negotiating, deliberative, review, conference, summit, expert_group, plenary, council, organisation or
    observance. ``decision`` is the rule by which it decides, empty where no source says. ``cycle`` is the length of its
    cycle in years. ``basis`` is the document or article that set it up.
    """

    table: ClassVar[str] = "forums"

    id: str
    kind: str
    decision: str
    cycle: int | None
    basis: str

    def about(self) -> tuple[str, str, Value]:
        """The forum and how it decides."""
        return self.id, f"{self.kind} forum", self.label

    def in_words(self) -> str:
        """The forum in words."""
        rule = f", decides by {self.decision}" if self.decision else ""
        return f"{self.label}: {self.kind}{rule}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting(Holding):
    """One meeting of a forum.

    ``number`` is its ordinal in the series; ``state`` is held, decided (a date was agreed) or proposed; ``mode`` is in
    person, virtual or empty; ``convener`` is who called it; ``cycle_year`` is the year of the forum's cycle that it was
    *decided* to be; ``outcome`` says in a few words what came of it; ``documents`` are the symbols of what it adopted.
    """

    table: ClassVar[str] = "meetings"

    id: str
    forum: str
    number: int | None
    state: str
    city: str
    mode: str
    convener: str
    cycle_year: int | None
    outcome: str
    documents: tuple[str, ...]

    def about(self) -> tuple[str, str, Value]:
        """The forum, the meeting and what came of it."""
        return self.forum, f"meeting {self.id}", self.outcome or self.state

    def in_words(self) -> str:
        """The meeting, where it was, and what came of it."""
        where = ", ".join(part for part in (self.city, self.mode) if part)
        note = "" if self.state == "held" else f" [{self.state}]"
        return f"{self.label}{f' ({where})' if where else ''}{note}{f': {self.outcome}' if self.outcome else ''}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Move(Holding):
    """A meeting that was put off: ``was`` is when it had been due, ``valid`` the day of the decision where it is known.

    ``becomes`` is the new period, open where none was set; ``step`` counts the moves of one meeting.
    """

    table: ClassVar[str] = "moves"

    meeting: str
    step: int | None
    was: Period
    becomes: Period
    reason: str

    def about(self) -> tuple[str, str, Value]:
        """The meeting and its new dates."""
        return self.meeting, "moved to", str(self.becomes)

    def in_words(self) -> str:
        """From when to when, and why."""
        step = f" (move {self.step})" if self.step else ""
        days = f"from {self.was.in_words} to {self.becomes.in_words}"
        return f"{get_meeting(self.meeting).label} moved{step} {days}: {self.reason}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Body(Holding):
    """A body below a forum: a subsidiary body, working group, working committee or ad hoc committee.

    ``state`` is at work, proposed, ended; ``sittings`` is how often it met in ``valid``, where a source says.
    """

    table: ClassVar[str] = "bodies"

    id: str
    forum: str
    number: int | None
    state: str
    basis: str
    sittings: int | None

    def about(self) -> tuple[str, str, Value]:
        """The forum, the body and its state."""
        return self.forum, f"body {self.id}", self.state

    def in_words(self) -> str:
        """The body and its state."""
        met = f", {self.sittings} meetings" if self.sittings else ""
        return f"{self.label} [{self.state}{met}]"


@dataclass(frozen=True, slots=True, kw_only=True)
class Office(Holding):
    """Who did what at a meeting or in a body: ``role`` is president, chair, coordinator, speaker, host and the like.

    ``of`` is the id of the meeting, body or actor; ``capacity`` is what the person spoke as; ``mode`` is in person or
    pre-recorded; ``states`` is the person's State, where the source names one.
    """

    table: ClassVar[str] = "offices"

    of: str
    role: str
    person: str
    capacity: str
    mode: str

    def about(self) -> tuple[str, str, Value]:
        """The meeting or body, the role and the person."""
        return self.of, self.role, self.person or self.capacity

    def in_words(self) -> str:
        """The person, the role and the capacity."""
        state = f" ({', '.join(self.states)})" if self.states else ""
        named = f"{self.person}{state}" if self.person else ""
        who = ", ".join(part for part in (named, self.capacity, self.mode) if part)
        return f"{self.role}, {_label_of(self.of)}: {who}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper(Holding):
    """A document that a forum, a State or a body issued, in the order of its making.

    ``rung`` is its place on the ladder: non-paper, revised non-paper, working paper, official document, chair's paper,
    decision, report, final document, statement. ``forum`` is where it was put in; ``issuers`` are actors, the States
    among them stand in ``states``; ``responsibility`` is set where one answers for it alone.
    """

    table: ClassVar[str] = "papers"

    id: str
    symbol: str
    rung: str
    forum: str
    issuers: tuple[str, ...]
    responsibility: str = ""

    def about(self) -> tuple[str, str, Value]:
        """The document and its rung."""
        return self.symbol or self.id, self.rung, self.label

    def in_words(self) -> str:
        """What it is and whose."""
        symbol = f"{self.symbol}: " if self.symbol else ""
        alone = f", on the responsibility of {self.responsibility} alone" if self.responsibility else ""
        whose = f" by {', '.join(self.issuers)}" if self.issuers else ""
        return f"{symbol}{self.label} ({self.rung}{whose}{alone})"


def _label_of(what: str) -> str:
    """The label of a meeting or body; the id itself where it is neither."""
    if what in meetings():
        return meetings()[what].label
    return next((body.label for body in held(Body) if body.id == what), what)


@cache
def forums() -> Mapping[str, Forum]:
    """All forums by id."""
    return MappingProxyType({forum.id: forum for forum in held(Forum)})


@cache
def meetings() -> Mapping[str, Meeting]:
    """All meetings by id."""
    return MappingProxyType({meeting.id: meeting for meeting in find_current(Meeting)})


def get_forum(forum: str) -> Forum:
    """The forum of one id. Raises ``BadReference`` when there is none."""
    try:
        return forums()[forum]
    except KeyError:
        raise BadReference(forum, "no forum of the register") from None


def get_meeting(meeting: str) -> Meeting:
    """The meeting of one id. Raises ``BadReference`` when there is none."""
    try:
        return meetings()[meeting]
    except KeyError:
        raise BadReference(meeting, "no meeting of the register") from None


def find_meetings(forum: str, state: str = "") -> tuple[Meeting, ...]:
    """The meetings of one forum in order of time; with ``state`` only those held, decided or proposed."""
    found = [each for each in meetings().values() if each.forum == forum and state in ("", each.state)]
    return tuple(sorted(found, key=lambda each: (each.valid.start or "", each.id)))
