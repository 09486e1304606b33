"""The whole history of a treaty: from acts and rules to where it and every State stand on any day.

A history is worked out once; a day is then looked up. Between two days on which something changes it gives the same
``Situation``, which is what makes a replay of every day cheap.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from types import MappingProxyType

from verbale.lexicon.states import states
from verbale.model.act import Act, ActKind, Stance
from verbale.model.state import StateKind
from verbale.model.status import Counts, PartyLabel, Situation, Standing
from verbale.register.acts import find_acts
from verbale.register.calendar import after, day_before
from verbale.register.entry import EntryIntoForce, find_entry
from verbale.register.fold import PartyHistory, fold
from verbale.register.tracks import Track, in_force_labels, track
from verbale.register.treaty_rules import TreatyRule, treaty_rules

_FIRST = "0001-01-01"


@dataclass(frozen=True, slots=True)
class TreatyHistory:
    """A treaty with all its acts folded. In ``parties`` disputed acts have no effect, in ``apart`` they do."""

    rule: TreatyRule
    acts: tuple[Act, ...]
    parties: Mapping[str, PartyHistory]
    apart: Mapping[str, PartyHistory]
    entry: EntryIntoForce
    ends: tuple[tuple[str, str], ...]
    tracks: Mapping[str, Track]
    days: tuple[str, ...]
    known: dict[int, Situation] = field(default_factory=dict, compare=False, repr=False)

    def until(self, day: str) -> str | None:
        """The last day in force, as known on ``day``; ``None`` when there is no end."""
        last = None
        for learned, end in self.ends:
            if learned <= day:
                last = end
        return last

    def whole(self, day: str) -> bool:
        """Whether every act up to ``day`` is held, so that States can be counted."""
        return self.rule.acts_held == "all" and (not self.rule.acts_until or day <= self.rule.acts_until)

    def situation(self, day: str) -> Situation:
        """Where the treaty and each State stand at the end of ``day``."""
        place = bisect_right(self.days, day)
        found = self.known.get(place)
        if found is None:
            found = self.known[place] = _situation(self, day)
        return found


def build_history(treaty: str, supposed: Iterable[Act] = (), *, held: Iterable[Act] | None = None) -> TreatyHistory:
    """The history of one treaty by its id, with acts that are supposed besides those that are held.

    ``held`` are the acts of the register unless others are given; their order does not matter.
    """
    rule = treaty_rules()[treaty]
    acts = (*(find_acts(treaty) if held is None else held), *supposed)
    sure: dict[str, list[Act]] = defaultdict(list)
    doubted: dict[str, list[Act]] = defaultdict(list)
    for act in acts:
        if act.stance in (Stance.HELD, Stance.SUPPOSED):
            sure[act.state].append(act)
        elif act.stance is Stance.DISPUTED:
            doubted[act.state].append(act)
    shared = sure.pop("", [])
    parties = {state: fold(state, own, rule.withdrawal) for state, own in sure.items()}
    apart = {state: fold(state, sure[state] + more, rule.withdrawal) for state, more in doubted.items()}
    entry = find_entry(rule, parties)
    ends = _ends(rule, entry, [*shared, *(act for own in sure.values() for act in own)])
    tracks = {state: track(rule, entry, ends, party, apart.get(state)) for state, party in sorted(parties.items())}
    days = {entry.trigger, entry.date, rule.treaty.opened, *_admissions()}
    if rule.acts_until:
        days.add(after(rule.acts_until, "P1D"))
    days.update(after(end, "P1D") for _, end in ends)
    days.update(learned for learned, _ in ends)
    days.update(day for each in tracks.values() for day in each.days)
    for party in parties.values():
        days.update(day for span in party.suspended for day in span if day)
    days.discard("")
    return TreatyHistory(rule, acts, parties, apart, entry, ends, tracks, tuple(sorted(days)))


@cache
def history_of(treaty: str) -> TreatyHistory:
    """The history of one treaty by its id, with nothing supposed."""
    return build_history(treaty)


def _ends(rule: TreatyRule, entry: EntryIntoForce, acts: Iterable[Act]) -> tuple[tuple[str, str], ...]:
    """Last days in force, each with the day since which it is known."""
    if not rule.duration or not entry.date:
        return ()
    first = day_before(after(entry.date, rule.duration))
    longer = {(act.date, act.effective) for act in acts if act.kind is ActKind.EXTENSION and act.effective}
    return ((entry.trigger, first), *sorted(longer))


@cache
def _admissions() -> Mapping[str, str]:
    """Members by the day since which they can be told of, and the others of all time: day to ids, spaces between."""
    found: dict[str, list[str]] = defaultdict(list)
    for state in states().values():
        if state.kind in (StateKind.MEMBER, StateKind.OBSERVER, StateKind.OTHER):
            found[state.admitted or _FIRST].append(state.id)
    return MappingProxyType({day: " ".join(ids) for day, ids in found.items()})


def _others(day: str, known: set[str]) -> Iterable[Standing]:
    """States that have done nothing towards a treaty up to a day."""
    for admitted, ids in _admissions().items():
        if admitted <= day:
            yield from (Standing(state, PartyLabel.NON_PARTY, "") for state in ids.split() if state not in known)


def _situation(history: TreatyHistory, day: str) -> Situation:
    rule, entry = history.rule, history.entry
    until = history.until(day)
    standings = [standing for each in history.tracks.values() if (standing := each.on(day))]
    whole = history.whole(day)
    others = _others(day, {each.state for each in standings}) if whole else ()
    determined = bool(entry.date) and (entry.date <= day or (bool(entry.trigger) and entry.trigger <= day))
    in_force = bool(entry.date) and entry.date <= day and (until is None or day <= until)
    disputed = tuple(each.state for each in standings if each.label is PartyLabel.DISPUTED)
    return Situation(
        in_force=in_force,
        in_force_since=entry.date if determined else None,
        in_force_until=until,
        suspended_by=tuple(sorted(s for s, c in history.parties.items() if in_force and c.suspended_on(day))),
        counts=_count(standings) if whole else Counts(),
        outstanding=_outstanding(history, standings, day) if whole and (until is None or day <= until) else (),
        disputed=disputed,
        disputed_counts=_both(standings) if disputed else MappingProxyType({}),
        acts_held=f"until {rule.acts_until}" if rule.acts_held == "all" and rule.acts_until else rule.acts_held,
        standings=tuple(sorted([*standings, *others], key=lambda each: each.state)) if whole else (),
    )


def _count(standings: Iterable[Standing]) -> Counts:
    consents = [each.consent for each in standings if each.consent]
    acceded = sum(kind is ActKind.ACCESSION for kind in consents)
    return Counts(
        signatures=sum(each.signed for each in standings),
        ratifications=len(consents) - acceded,
        accessions=acceded,
        deposited=len(consents),
        in_force_for=sum((each.readings or (each.label,))[0] in in_force_labels for each in standings),
    )


def _both(standings: Iterable[Standing]) -> Mapping[str, int]:
    """Parties as those count who give a disputed withdrawal no effect, and as those count who do."""
    readings = [each.readings or (each.label, each.label) for each in standings]
    with_them, without = (sum(pair[side] in in_force_labels for pair in readings) for side in (0, 1))
    return MappingProxyType({"with": with_them, "without": without})


def _outstanding(history: TreatyHistory, standings: Iterable[Standing], day: str) -> tuple[str, ...]:
    if history.rule.treaty.opened > day:
        return ()
    bound = {each.state for each in standings if each.consent}
    return tuple(state for state in history.rule.circle if state not in bound)
