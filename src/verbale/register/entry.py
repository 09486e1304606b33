"""Entry into force, computed from consents and the rule's conditions, never stored."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from verbale.register.fold import ConsentPeriod, PartyHistory
from verbale.register.treaty_rules import Condition, Requirement, TreatyRule


@dataclass(frozen=True, slots=True)
class EntryIntoForce:
    """Entry into force of a treaty as such.

    ``trigger`` is the day on which the last condition was met, ``by`` the States whose acts met it that day, ``date``
    the day of entry into force. All are empty when conditions are wanting. ``stated`` says that the source gives the
    day, because acts that would show it are not held.
    """

    trigger: str = ""
    by: tuple[str, ...] = ()
    date: str = ""
    stated: bool = False


@dataclass(slots=True)
class InstrumentCount:
    """Whose instruments count and who has waived, on one day."""

    bound: set[str] = field(default_factory=set)
    waived: set[str] = field(default_factory=set)

    def progress(self, requirement: Requirement) -> tuple[int, tuple[str, ...]]:
        """How many there are of what is required, and which States of a list are missing."""
        if requirement.condition is Condition.NAMED:
            missing = requirement.states - self.bound
            return len(requirement.states) - len(missing), tuple(sorted(missing))
        if requirement.condition is Condition.OTHERS:
            return len(self.bound - requirement.states), ()
        if requirement.condition is Condition.WAIVERS:
            return len(self.waived & self.bound), ()
        return len(self.bound), ()

    def meets(self, requirements: Iterable[Requirement]) -> bool:
        """Whether every one of the requirements is met."""
        return all(self.progress(each)[0] >= each.number for each in requirements)


def tally_on(rule: TreatyRule, parties: Mapping[str, PartyHistory], day: str) -> InstrumentCount:
    """Whose instruments count towards entry into force on one day."""
    standing = {state: party.consent_on(day) for state, party in parties.items()}
    bound = {state for state, consent in standing.items() if consent and consent.act.kind in rule.counted}
    return InstrumentCount(bound, {state for state, party in parties.items() if party.waived and party.waived <= day})


def find_entry(rule: TreatyRule, parties: Mapping[str, PartyHistory]) -> EntryIntoForce:
    """When the treaty entered or will enter into force, as far as the acts determine it."""
    if rule.acts_held == "none":
        return EntryIntoForce(date=rule.treaty.in_force, stated=True)
    tally = InstrumentCount()
    turns = _turns(rule, parties)
    for day in sorted(turns):
        gained, lost, waivers = turns[day]
        tally.bound = (tally.bound | gained) - lost
        tally.waived |= waivers
        if tally.meets(rule.requirements):
            date = max(rule.delay.from_day(day), rule.earliest)
            return EntryIntoForce(day, tuple(sorted(gained | waivers)), date)
    return EntryIntoForce()


def _turns(rule: TreatyRule, parties: Mapping[str, PartyHistory]) -> Mapping[str, tuple[set[str], set[str], set[str]]]:
    """For each day: whose instrument begins to count, whose no longer does, who waives."""
    turns: dict[str, tuple[set[str], set[str], set[str]]] = defaultdict(lambda: (set(), set(), set()))
    for state, party in parties.items():
        for consent in party.consents:
            if consent.act.kind in rule.counted:
                turns[consent.act.date][0].add(state)
                if consent.end:
                    turns[consent.end][1].add(state)
        if party.waived:
            turns[party.waived][2].add(state)
    return turns


def entry_for(rule: TreatyRule, entry: EntryIntoForce, party: PartyHistory, consent: ConsentPeriod) -> str:
    """The day of entry into force for one State; empty when it is not determined.

    A successor is bound from the day that its notification names, or from its own day, without a delay.
    """
    if not entry.date or (rule.waived and not party.waived):
        return ""
    deposit = max(consent.act.date, party.waived) if rule.waived else consent.act.date
    if consent.act.kind == "succession":
        return max(entry.date, consent.act.effective or deposit)
    pivot = entry.trigger if rule.later_from_trigger else entry.date
    return entry.date if deposit <= pivot else max(entry.date, rule.later.from_day(deposit))
