"""Acts of States and entries into force as lines of the register, beside all that is held besides; in order of time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache

from verbale.model.act import Act, ActKind, Stance
from verbale.model.register_line import RegisterLine
from verbale.model.statement import Period, Provenance, Statement
from verbale.model.status import PartyLabel, Standing
from verbale.register.acts import acts_by_treaty, find_acts
from verbale.register.claims import check_claim
from verbale.register.figures_and_limits import Limit
from verbale.register.forums import Meeting, Move, Paper
from verbale.register.holding import held
from verbale.register.holdings import find_about_state, find_within, in_order, is_within
from verbale.register.positions import Claim
from verbale.register.recurrence import SessionPlan
from verbale.register.treaty_history import history_of
from verbale.register.treaty_rules import treaty_rules
from verbale.register.undertakings import CapacityBuilding, Pledge
from verbale.register.votes import RecordedReply, RequestForViews, RollCall, Sponsorship

ACTS = "acts"
ENTRY = "entry_into_force"
END = "end_of_force"
_KINDS = (
    RollCall,
    Sponsorship,
    RequestForViews,
    RecordedReply,
    Meeting,
    Move,
    Paper,
    SessionPlan,
    CapacityBuilding,
    Pledge,
    Limit,
)
HAPPENINGS = frozenset({ACTS, ENTRY, END, *(kind.table for kind in _KINDS)})
"""The kinds of line that tell of something that happened; the others tell how things are or were seen."""


def act_line(act: Act) -> RegisterLine:
    """An act as a line of the register, on the day that counts."""
    words = act.kind.value.replace("_", " ")
    doubt = "" if act.stance is Stance.HELD else f" [{act.stance.value}]"
    word = "until" if act.kind is ActKind.EXTENSION else "with effect from"
    effect = f", {word} {act.effective}" if act.effective else ""
    at = f", deposited with {act.depositary}" if act.depositary else ""
    return RegisterLine(
        kind=ACTS,
        states=(act.state,) if act.state else (),
        treaties=(act.treaty,),
        label=f"{act.treaty} {words}{at}{effect}{f': {act.note}' if act.note else ''}{doubt}",
        statement=Statement(
            subject=act.state or act.treaty,
            property=f"{act.treaty} {act.kind.value}",
            value=act.date,
            text="",
            provenance=Provenance(act.source, act.place),
            valid=Period(act.date, act.date),
            recorded=act.recorded,
        ),
    )


@cache
def _every_act_line() -> tuple[RegisterLine, ...]:
    return tuple(act_line(act) for acts in acts_by_treaty().values() for act in acts if act.stance is not Stance.ALSO)


def act_lines(state: str = "") -> Iterator[RegisterLine]:
    """Every act that is held or disputed, with ``state`` those of one State.

    Other sources' versions of the same act are left to the status.
    """
    return (line for line in _every_act_line() if not state or state in line.states)


def entry_lines(as_of: str) -> Iterator[RegisterLine]:
    """Entries into force, and ends of force known by ``as_of``, computed from acts and rules."""
    for treaty, rule in treaty_rules().items():
        history = history_of(treaty)
        for kind, day in ((ENTRY, history.entry.date), (END, history.until(as_of) or "")):
            if day:
                word = "enters into force" if kind == ENTRY else "last day in force"
                said = Statement(
                    subject=treaty,
                    property=kind,
                    value=day,
                    text="",
                    provenance=Provenance(rule.source, rule.entry_article, "computed from acts and rules"),
                    valid=Period(day, day),
                    recorded=day,
                )
                yield RegisterLine(kind, tuple(history.entry.by), (treaty,), f"{treaty} {word}", said)


def find_standings(state: str, as_of: str) -> tuple[tuple[str, Standing], ...]:
    """Where a State stands towards each treaty as of a day, by id of the treaty; those it has no part in left out.

    A State that has done nothing towards a treaty has no part in it, so only the others' histories are worked out.
    """
    found = (
        (treaty, standing)
        for treaty in treaty_rules()
        if any(act.state == state for act in find_acts(treaty))
        for standing in history_of(treaty).situation(as_of).standings
        if standing.state == state and standing.label is not PartyLabel.NON_PARTY
    )
    return tuple(found)


def tell_state(state: str, as_of: str, known: str | None = None) -> tuple[RegisterLine, ...]:
    """All lines about a State that began by ``as_of``, its acts among them, in order of time.

    ``known`` leaves out what was learned after that day; an act is taken to be known from the day it took place.
    """
    last = min(as_of, known or as_of)
    acts = (line for line in act_lines(state) if line.starts <= last)
    claims = {claim.line().statement: claim for claim in held(Claim) if state in claim.concerned()}
    lines = find_about_state(state, as_of, known)
    return in_order([*acts, *(_weighed(line, claims.get(line.statement)) for line in lines)])


def _weighed(line: RegisterLine, claim: Claim | None) -> RegisterLine:
    """The line; of a claim with what the acts have beside it."""
    if claim is None:
        return line
    found = "; ".join(dict.fromkeys(f"{each.outcome}: {each.found}" for each in check_claim(claim)))
    return replace(line, label=f"{line.label} [{found}]")


def tell_period(
    period: Period, as_of: str, known: str | None = None, kinds: Iterable[str] = HAPPENINGS
) -> tuple[RegisterLine, ...]:
    """All lines of some kinds that began within a period, in order of time; ``as_of`` is the day it is told on."""
    wanted = frozenset(kinds)
    day = min(as_of, known or as_of)
    dated = (
        line for line in (*act_lines(), *entry_lines(as_of)) if line.starts <= day and is_within(line.starts, period)
    )
    return in_order(line for line in (*dated, *find_within(period, known)) if line.kind in wanted)
