"""What was undertaken, what bears on its being done, and what States do in practice: capacity building and pledges."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import ClassVar

from verbale.model.statement import Value
from verbale.register.holding import Comparator, Holding, held


@dataclass(frozen=True, slots=True, kw_only=True)
class Commitment(Holding):
    """One numbered undertaking of a set.

    ``set`` is 13_STEPS, ACTION_PLAN_2010, RECOMMENDATIONS_2001 or ME_RESOLUTION_1995 and the like; ``number`` is its
    number there; ``addressees`` are those who undertook it or of whom it is asked; ``theme`` groups sets; ``due`` is a
    date by which it was to be done, where there is one.
    """

    table: ClassVar[str] = "commitments"

    set: str
    number: int | None
    addressees: str
    theme: str
    due: str

    @property
    def id(self) -> str:
        """Set and number."""
        return f"{self.set}.{self.number}"

    def about(self) -> tuple[str, str, Value]:
        """The undertaking and what it asks."""
        return self.id, f"asked of {self.addressees}", self.label

    def in_words(self) -> str:
        """Number, what is asked and of whom."""
        due = f", due {self.due}" if self.due else ""
        return f"{self.id}: {self.label} ({self.addressees}{due})"


@dataclass(frozen=True, slots=True, kw_only=True)
class UndertakingEvidence(Holding):
    """What a source says that bears on undertakings; it is never a verdict.

    ``commitments`` are ids; ``stance`` is what the words amount to: reports (a thing done), supports, calls for,
    observes (a state of affairs), says unmet. ``by`` is who says so.
    """

    table: ClassVar[str] = "evidence"

    commitments: tuple[str, ...]
    stance: str
    by: str

    def about(self) -> tuple[str, str, Value]:
        """Who, on what, and what."""
        return self.by, f"{self.stance} {' '.join(self.commitments)}", self.label

    def in_words(self) -> str:
        """What is said, by whom, and on which undertakings."""
        return f"{self.by} {self.stance}: {self.label} [{', '.join(self.commitments)}]"


@dataclass(frozen=True, slots=True, kw_only=True)
class CapacityBuilding(Holding):
    """Something done over time or at one time: capacity building, education, outreach, talks, dues, technical help.

    ``number`` with ``comparator`` and ``unit`` is what was reached, None where no source counts; ``beneficiaries`` are
    those it was for; ``partners`` are actors that took part.
    """

    table: ClassVar[str] = "capacity_building"

    kind: str
    beneficiaries: str
    partners: tuple[str, ...]
    comparator: Comparator
    number: int | None
    unit: str

    def about(self) -> tuple[str, str, Value]:
        """Who, which kind, and what."""
        return " ".join(self.states) or " ".join(self.partners), self.kind, self.label

    def in_words(self) -> str:
        """What, for whom, and how many."""
        reached = "" if self.number is None else f": {self.comparator.words}{self.number:,} {self.unit}"
        whom = f" for {self.beneficiaries}" if self.beneficiaries else ""
        return f"{self.label}{whom}{reached}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Pledge(Holding):
    """Money or work promised, and what was delivered.

    ``amount`` with ``comparator`` is in ``currency``, None where no sum is named; ``delivered`` counts ``unit`` (money
    or things done), None where no source counts; ``state`` is pledged, in preparation, done, considered, ended.
    """

    table: ClassVar[str] = "pledges"

    framework: str
    beneficiary: str
    comparator: Comparator
    amount: int | None
    currency: str
    delivered: int | None
    unit: str
    state: str

    def about(self) -> tuple[str, str, Value]:
        """Who pledged, under which framework, and the state of it."""
        return " ".join(self.states) or self.framework, f"pledge {self.framework}", self.state

    def in_words(self) -> str:
        """What was promised, how much, to whom, and what came of it."""
        much = "" if self.amount is None else f", {self.comparator.words}{self.amount:,} {self.currency}"
        done = "" if self.delivered is None else f", delivered: {self.delivered:,} {self.unit}"
        whom = f" for {self.beneficiary}" if self.beneficiary else ""
        return f"{self.label}{whom}{much} [{self.state}{done}]"


@cache
def commitments() -> Mapping[str, Commitment]:
    """All undertakings by id, as ``ACTION_PLAN_2010.5``."""
    return MappingProxyType({each.id: each for each in held(Commitment)})
