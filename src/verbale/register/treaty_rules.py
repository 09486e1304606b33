"""The rules of each treaty as rows: how it enters into force, for each State, and how it ends.

Sources: ``treaty_rules.csv``, ``entry_rules.csv``, ``state_lists.csv``; ``entry`` and ``fold`` are the engine.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from types import MappingProxyType

from verbale.lexicon.treaties import Treaty, treaties
from verbale.model.act import ActKind
from verbale.register.calendar import after, next_month
from verbale.register.fact_tables import read_facts


class InstrumentKind(StrEnum):
    """What sort of instrument it is, which decides who can be counted."""

    TREATY = "treaty"
    BILATERAL = "bilateral"
    CODE = "code"
    STATUS = "status"
    PROPOSAL = "proposal"


class Condition(StrEnum):
    """What entry into force waits for."""

    INSTRUMENTS = "instruments"
    """So many instruments of the kinds that count."""
    NAMED = "named"
    """The instrument of each State of a list."""
    OTHERS = "others"
    """So many instruments of States that are not on a list."""
    WAIVERS = "waivers"
    """So many waivers of further conditions."""
    STATED = "stated"
    """Nothing that acts could show: the day is given by the source."""


@dataclass(frozen=True, slots=True)
class Requirement:
    """One row of ``entry_rules.csv``; ``states`` are those of its list."""

    condition: Condition
    number: int
    states: frozenset[str]
    article: str
    source: str


@dataclass(frozen=True, slots=True)
class Delay:
    """How long after a day something takes place: a period, then perhaps the first day of the month that follows."""

    period: str
    month: bool = False

    def from_day(self, day: str) -> str:
        """The day on which it takes place."""
        reached = after(day, self.period)
        return next_month(reached) if self.month else reached


@dataclass(frozen=True, slots=True)
class TreatyRule:
    """One treaty's rules.

    ``counted`` are the kinds of act that bring it into force. ``later_from_trigger`` says whether a State's own delay
    begins to matter with the day of the last condition (else with entry into force). ``waived`` says whether it enters
    into force for a State only on that State's waiver. Periods are ISO 8601, empty when there are none. ``circle`` are
    the States that it is made for, or that it waits for; empty for a treaty open to all.
    """

    treaty: Treaty
    form: InstrumentKind
    depositaries: tuple[str, ...]
    counted: frozenset[ActKind]
    requirements: tuple[Requirement, ...]
    delay: Delay
    not_before: str
    later: Delay
    later_from_trigger: bool
    waived: bool
    accession_before_entry: bool
    withdrawal: str
    prolonged_by: str
    duration: str
    circle: tuple[str, ...]
    acts_held: str
    acts_until: str
    entry_article: str
    withdrawal_article: str
    source: str
    note: str

    @property
    def earliest(self) -> str:
        """The day before which it cannot enter into force; empty when there is none."""
        return after(self.treaty.opened, self.not_before) if self.not_before else ""


@cache
def _lists() -> Mapping[str, frozenset[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for row in read_facts("state_lists"):
        found[row["list"]].add(row["state"])
    return {name: frozenset(states) for name, states in found.items()}


@cache
def _requirements() -> Mapping[str, tuple[Requirement, ...]]:
    found: dict[str, list[Requirement]] = defaultdict(list)
    for row in read_facts("entry_rules"):
        states = _lists().get(row["states"], frozenset())
        number = int(row["number"] or 0)
        found[row["treaty"]].append(
            Requirement(Condition(row["condition"]), number, states, row["article"], row["source"])
        )
    return {treaty: tuple(each) for treaty, each in found.items()}


@cache
def treaty_rules() -> Mapping[str, TreatyRule]:
    """The rules of every treaty, code, status and proposal, by id."""
    rules = {}
    for row in read_facts("treaty_rules"):
        name = row["treaty"]
        rules[name] = TreatyRule(
            treaty=treaties()[name],
            form=InstrumentKind(row["form"]),
            depositaries=tuple(filter(None, row["depositaries"].split(";"))),
            counted=frozenset(map(ActKind, filter(None, row["counted"].split(";")))),
            requirements=_requirements().get(name, ()),
            delay=Delay(row["delay"], row["then"] == "next_month"),
            not_before=row["not_before"],
            later=Delay(row["later_delay"], row["then"] == "next_month"),
            later_from_trigger=row["later_from"] == "trigger",
            waived=row["later_on"] == "waiver",
            accession_before_entry=row["accession_before_entry"] == "yes",
            withdrawal=row["withdrawal"],
            prolonged_by=row["prolonged_by"],
            duration=row["duration"],
            circle=tuple(sorted(_lists().get(row["circle"], frozenset()))),
            acts_held=row["acts_held"],
            acts_until=row["acts_until"],
            entry_article=row["entry_article"],
            withdrawal_article=row["withdrawal_article"],
            source=row["source"],
            note=row["note"],
        )
    return MappingProxyType(rules)
