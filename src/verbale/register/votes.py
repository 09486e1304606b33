"""How States voted, what they put forward, what they were asked and what they answered."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from types import MappingProxyType
from typing import ClassVar

from verbale.lexicon.states import states
from verbale.model.proceedings import Choice
from verbale.model.register_line import RegisterLine
from verbale.model.statement import Value
from verbale.register.holding import Holding, held

DID_NOT_VOTE = "did_not_vote"
"""What is said of a Member that no list of a roll call has."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RollCall(Holding):
    """The vote by which a resolution was adopted, as a whole, in plenary.

    The three lists hold ids of States and are empty where no roll call is at hand. ``reported_yes``, ``reported_no``
    and ``reported_abstained`` are the totals that a second source (``reported_by``) gives; they are never mended to fit
    the lists. ``topic`` is ICJ, ND or RND for the three recurring mandates, else empty; ``doubt`` is what is doubtful.
    """

    table: ClassVar[str] = "roll_calls"

    resolution: str
    topic: str
    yes: tuple[str, ...]
    no: tuple[str, ...]
    abstained: tuple[str, ...]
    reported_yes: int | None
    reported_no: int | None
    reported_abstained: int | None
    reported_by: str
    doubt: str

    def choice(self, state: str) -> Choice | None:
        """How a State voted; None where it did not, was no Member on that day, or no roll call is at hand."""
        lists = {Choice.IN_FAVOUR: self.yes, Choice.AGAINST: self.no, Choice.ABSTAINING: self.abstained}
        return next((choice for choice, states in lists.items() if state in states), None)

    def sat_out(self, state: str) -> bool:
        """Whether a State was a Member on the day of a roll call that is at hand, and did not vote."""
        return bool(self.yes) and self.choice(state) is None and was_member(state, self.valid.start or "")

    @property
    def counted(self) -> tuple[int, int, int] | None:
        """In favour, against, abstained, counted from the lists; None where there are none."""
        return (len(self.yes), len(self.no), len(self.abstained)) if self.yes else None

    @property
    def reported(self) -> tuple[int, int, int] | None:
        """The totals of the second source; None where it gives none."""
        if self.reported_yes is None or self.reported_no is None or self.reported_abstained is None:
            return None
        return (self.reported_yes, self.reported_no, self.reported_abstained)

    @property
    def agrees(self) -> bool:
        """Whether the two sources do not contradict each other."""
        return None in (self.counted, self.reported) or self.counted == self.reported

    def about(self) -> tuple[str, str, Value]:
        """The resolution and its totals."""
        return self.resolution, "roll call", self._totals()

    def in_words(self) -> str:
        """The resolution with its totals, and where two sources part, both."""
        other = f" ({self.reported_by} gives {_dashed(self.reported)})" if not self.agrees and self.reported else ""
        doubt = f" [doubtful: {self.doubt}]" if self.doubt else ""
        return f"{self.resolution} {self.label}: {self._totals()}{other}{doubt}"

    def line_for(self, state: str) -> RegisterLine | None:
        """One State's vote as a line of the register; None where none is held."""
        choice = self.choice(state)
        if choice is None and not self.sat_out(state):
            return None
        how = choice.value if choice else DID_NOT_VOTE
        line = self.line()
        said = replace(line.statement, subject=state, property=f"vote on {self.resolution}", value=how)
        return replace(line, states=(state,), label=f"{how.replace('_', ' ')}: {self.in_words()}", statement=said)

    def _totals(self) -> str:
        if self.counted:
            return _dashed(self.counted)
        return f"{_dashed(self.reported)} ({self.reported_by})" if self.reported else "totals not held"


def _dashed(totals: tuple[int, int, int] | None) -> str:
    return "-".join(map(str, totals)) if totals else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sponsorship(Holding):
    """Who put a draft resolution forward: ``role`` is sponsor, additional sponsor, or drafter where a reply says so."""

    table: ClassVar[str] = "sponsorships"

    resolution: str
    role: str

    def about(self) -> tuple[str, str, Value]:
        """The resolution, the role and how many had it."""
        return self.resolution, self.role, len(self.states)

    def in_words(self) -> str:
        """The role, the resolution and its title."""
        return f"{self.role} of {self.resolution}: {self.label}"


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestForViews(Holding):
    """A note verbale that asks States for their views; ``valid`` is its date.

    ``resolutions`` are those it names, empty where it does not; ``addressees`` are all States or Member States;
    ``deadline`` says what is known of it; ``late`` is what becomes of late replies, as the report says.
    """

    table: ClassVar[str] = "calls"

    report: str
    resolutions: tuple[str, ...]
    addressees: str
    deadline: str
    late: str

    def about(self) -> tuple[str, str, Value]:
        """The report it was for, and what becomes of late replies."""
        return self.report, "note verbale", self.late

    def in_words(self) -> str:
        """To whom, on what, and what becomes of late replies."""
        named = " ".join(self.resolutions) or "the question"
        return f"note verbale to {self.addressees} on {named}; late replies: {self.late}"


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordedReply(Holding):
    """A State's answer as a report reproduces it; ``valid`` is its date.

    ``language`` is the original's; ``resolutions`` are those it answers, by its heading or by the call's.
    """

    table: ClassVar[str] = "replies"

    report: str
    language: str
    resolutions: tuple[str, ...]

    def about(self) -> tuple[str, str, Value]:
        """The State, the report and the original's language."""
        return " ".join(self.states), f"reply in {self.report}", self.language

    def in_words(self) -> str:
        """Where it is, what it answers, and in which language it was written."""
        return f"reply reproduced in {self.report}, original {self.language}, on {' '.join(self.resolutions)}"


def was_member(state: str, day: str) -> bool:
    """Whether a State, by its id, was a Member of the United Nations on a day (ISO 8601)."""
    return state in states() and states()[state].was_member(day)


@cache
def roll_calls() -> Mapping[str, RollCall]:
    """All roll calls by resolution."""
    return MappingProxyType({each.resolution: each for each in held(RollCall)})
