"""What a source says of acts, compared with the acts: it is borne out, it differs, or nothing here can tell.

No verdict is drawn on the source: the acts held may themselves be wrong, and both are shown.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from verbale.lexicon.treaties import treaties
from verbale.model.act import BINDING, SIGNING, Act, ActKind, Stance
from verbale.model.status import PartyLabel
from verbale.register.acts import find_acts
from verbale.register.calendar import last_day
from verbale.register.positions import Claim
from verbale.register.treaty_history import history_of
from verbale.register.treaty_rules import treaty_rules


class ClaimOutcome(StrEnum):
    """How a claim stands beside the acts."""

    BORNE_OUT = "borne out"
    DIFFERS = "differs"
    OPEN = "cannot be told"


@dataclass(frozen=True, slots=True)
class ClaimCheck:
    """A claim beside the acts: ``found`` says what the register has instead, or what bears it out."""

    claim: Claim
    outcome: ClaimOutcome
    found: str


_KINDS: Mapping[str, frozenset[ActKind]] = {
    "signature": SIGNING,
    "ratification": BINDING - {ActKind.ACCESSION, ActKind.SUCCESSION, ActKind.SUBSCRIPTION},
    "subscription": frozenset({ActKind.SUBSCRIPTION}),
}
_BOUND = frozenset({PartyLabel.PARTY, PartyLabel.CONTRACTING, PartyLabel.WITHDRAWING})


def check_claim(claim: Claim) -> tuple[ClaimCheck, ...]:
    """One check for each State and treaty that the claim is about.

    An act is borne out by one of its kind on a day that the claim's date covers; a claim without a day by any such act
    up to the day it was made. Never raises.
    """
    checks = []
    for treaty in claim.treaties:
        if claim.act in _KINDS or claim.act == "party":
            checks += [_check_state(claim, treaty, state) for state in claim.states]
        else:
            checks.append(_check_treaty(claim, treaty))
    return tuple(checks)


def _check_state(claim: Claim, treaty: str, state: str) -> ClaimCheck:
    rule = treaty_rules()[treaty]
    until = last_day(claim.valid.end or claim.recorded)
    if claim.act == "party":
        standings = history_of(treaty).situation(until).standings
        label = next((each.label for each in standings if each.state == state), None)
        if label is None:
            return ClaimCheck(claim, ClaimOutcome.OPEN, f"acts held: {rule.acts_held} {rule.acts_until}".rstrip())
        found = label.value.lower().replace("_", " ")
        return ClaimCheck(
            claim, ClaimOutcome.BORNE_OUT if label in _BOUND else ClaimOutcome.DIFFERS, f"{state} is {found}"
        )
    own = [act for act in find_acts(treaty) if act.state == state and act.stance is Stance.HELD]
    alike = [act for act in own if act.kind in _KINDS[claim.act]]
    if any(claim.valid.covers(act.date) for act in alike):
        return ClaimCheck(claim, ClaimOutcome.BORNE_OUT, _in_words(alike))
    if not alike and not history_of(treaty).whole(until):
        return ClaimCheck(claim, ClaimOutcome.OPEN, f"acts held: {rule.acts_held} {rule.acts_until}".rstrip())
    return ClaimCheck(claim, ClaimOutcome.DIFFERS, _in_words(alike) or f"no {claim.act} of {state} is held")


def _check_treaty(claim: Claim, treaty: str) -> ClaimCheck:
    if claim.act == "not in force":
        entered = history_of(treaty).entry.date
        waiting = not entered or entered > last_day(claim.valid.end or claim.recorded)
        found = f"in force since {entered}" if entered else "not in force"
        return ClaimCheck(claim, ClaimOutcome.BORNE_OUT if waiting else ClaimOutcome.DIFFERS, f"{treaty} {found}")
    find = _TREATY_DAYS.get(claim.act)
    days = [day for day in find(treaty, last_day(claim.recorded)) if day] if find else []
    if not days:
        return ClaimCheck(claim, ClaimOutcome.OPEN, "no day of the kind is held")
    outcome = ClaimOutcome.BORNE_OUT if any(map(claim.valid.covers, days)) else ClaimOutcome.DIFFERS
    return ClaimCheck(claim, outcome, f"{treaty} {claim.act} {', '.join(days)}")


_TREATY_DAYS: Mapping[str, Callable[[str, str], tuple[str, ...]]] = {
    "opened": lambda treaty, _: (treaties()[treaty].opened,),
    "year in name": lambda treaty, _: (treaties()[treaty].adopted, treaties()[treaty].opened),
    "in force": lambda treaty, _: (history_of(treaty).entry.date,),
    "in force until": lambda treaty, day: (history_of(treaty).until(day) or "",),
}
"""The days of a treaty that an act of a claim may mean, as known on the day it was made."""


def _in_words(acts: list[Act]) -> str:
    return ", ".join(f"{act.kind.value.replace('_', ' ')} {act.date}" for act in acts)
