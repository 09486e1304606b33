"""One claim of an act compared with the acts that the register has of that State and treaty."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from verbale.check.claim_context import ClaimContext, covers, printed_value
from verbale.model.act import BINDING, SIGNING, Act, ActKind, Stance
from verbale.model.annotation import Annotation
from verbale.model.finding import Finding, Severity
from verbale.model.status import PartyLabel
from verbale.register.acts import find_acts
from verbale.register.status_as_of import status

_RATIFYING = frozenset(
    {ActKind.RATIFICATION, ActKind.ACCEPTANCE, ActKind.APPROVAL, ActKind.FORMAL_CONFIRMATION, ActKind.SUBSCRIPTION}
)
_KINDS: Mapping[str, frozenset[ActKind]] = {
    "signed": SIGNING,
    "signatory": SIGNING,
    "ratified": _RATIFYING,
    "acceded": frozenset({ActKind.ACCESSION}),
    "party": BINDING,
}
_SAID: Mapping[str, str] = {
    "signed": "signed",
    "signatory": "is a signatory",
    "ratified": "ratified",
    "acceded": "acceded",
    "party": "is a party",
}
_LOOSE = frozenset({"acceded", "ratified"})


@dataclass(frozen=True, slots=True)
class ActClaim:
    """What a text says. ``at`` is the mention of the treaty, ``date`` the date printed for the act.

    ``day`` is the one as of which it is held; ``also`` are the keys of what the same speaker says of the same treaty.
    """

    node: str
    start: int
    end: int
    printed: str
    state: str
    key: str
    treaty: str
    at: Annotation
    date: Annotation | None
    day: str
    reply: str
    also: frozenset[str] = frozenset()


def judge(view: ClaimContext, claim: ActClaim) -> Finding:
    """What the register says to a claim, with its acts."""
    acts = _acts(claim)
    rule, severity, why = _verdict(claim, acts)
    when = f" on {printed_value(claim.date.value)}" if claim.date else ""
    held = "; ".join(dict.fromkeys(_act_in_words(act) for act in acts)) or "no act"
    message = (
        f"“{claim.printed}”: {claim.state} {_SAID[claim.key]} ({claim.treaty}){when}. {why} "
        f"The register holds, up to {claim.day}: {held}."
    )
    related = (claim.at,) if claim.date is None else (claim.at, claim.date)
    return view.finding(f"claims/{rule}", severity, (claim.node, claim.start, claim.end), message, *related)


def _acts(claim: ActClaim) -> list[Act]:
    mine = [act for act in find_acts(claim.treaty) if act.state == claim.state and act.date <= claim.day]
    return sorted(mine, key=lambda act: (act.date, act.kind, act.stance))


def _act_in_words(act: Act) -> str:
    disputed = ", disputed" if act.stance is Stance.DISPUTED else ""
    return f"{act.kind.value.replace('_', ' ')} {act.date}{disputed} ({act.source})"


def _verdict(claim: ActClaim, acts: list[Act]) -> tuple[str, Severity, str]:
    held = status(claim.treaty, claim.day).acts_held
    if not acts and held != "all":
        return "unchecked", Severity.NOTE, "The register does not hold the acts of this treaty."
    if any(act.stance is Stance.DISPUTED for act in acts):
        return "unchecked", Severity.NOTE, "An act of this State is disputed."
    if claim.key == "party":
        return _membership(claim)
    mine = [act for act in acts if act.kind in _KINDS[claim.key]]
    if mine and claim.date is not None:
        return _dated(claim, mine, acts)
    if mine:
        return _undated(claim, acts)
    others = [act for act in acts if act.kind in BINDING | SIGNING]
    if any(act.kind in BINDING for act in others) or (others and claim.key == "acceded"):
        kinds = " and ".join(dict.fromkeys(act.kind.value.replace("_", " ") for act in others))
        loose = "in the loose sense, for " if claim.key == "acceded" else "for "
        return "imprecise", Severity.WARNING, f"The word stands {loose}{kinds}."
    return "contradicted", Severity.ERROR, "The register knows of no such act."


def _dated(claim: ActClaim, mine: list[Act], acts: list[Act]) -> tuple[str, Severity, str]:
    assert claim.date is not None
    if any(covers(claim.date.value, act.date) for act in mine):
        return "confirmed", Severity.NOTE, "The register has that day."
    if any(covers(claim.date.value, act.date) for act in acts):
        return "imprecise", Severity.WARNING, "That day is the one of another act."
    if claim.key in _LOOSE:
        why = "The day of deposit is another; the day printed may be that of a step at home."
        return "contradicted", Severity.WARNING, why
    return "contradicted", Severity.ERROR, "The register has another day."


def _undated(claim: ActClaim, acts: list[Act]) -> tuple[str, Severity, str]:
    bound = [act for act in acts if act.kind in BINDING - SIGNING]
    if claim.key in ("signed", "signatory") and bound and not claim.also & {"ratified", "acceded", "party"}:
        return "imprecise", Severity.WARNING, f"It is more than a signatory since {bound[0].date}."
    return "confirmed", Severity.NOTE, "The register has that act."


def _membership(claim: ActClaim) -> tuple[str, Severity, str]:
    standings = {one.state: one for one in status(claim.treaty, claim.day).standings}
    standing = standings.get(claim.state)
    label = standing.label if standing else PartyLabel.NON_PARTY
    if label in (PartyLabel.PARTY, PartyLabel.WITHDRAWING):
        return "confirmed", Severity.NOTE, "The register says so."
    if label is PartyLabel.CONTRACTING:
        return "imprecise", Severity.WARNING, "It is bound, and the treaty is not yet in force for it."
    if label is PartyLabel.DISPUTED:
        return "unchecked", Severity.NOTE, "Whether it is a party is disputed."
    return "contradicted", Severity.ERROR, f"The register has it as {label.value.replace('_', ' ').lower()}."
