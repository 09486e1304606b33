"""What would follow: acts that somebody supposes, as ``USA ratifies 2027-01-01, CHN ratifies 2027-03-01``.

The verbs are rows of ``supposed_acts.csv`` of the lexicon, in six languages. What the treaty does not allow is refused.
"""

from __future__ import annotations

import re
from functools import cache

from verbale.errors import BadReference
from verbale.lexicon.folding import fold
from verbale.lexicon.tables import read_words
from verbale.model.act import BINDING, Act, ActKind, Stance
from verbale.model.language import Language
from verbale.model.status import PartyLabel
from verbale.register.asking import get_state, parse_as_of
from verbale.register.treaty_history import TreatyHistory, build_history
from verbale.register.treaty_rules import InstrumentKind, treaty_rules

_MOST_ACTS = 24  # that are supposed at once; each is checked against the history with those before it
_BETWEEN = re.compile(r"[,;،，；、]")
_AFTER_SIGNATURE = frozenset({ActKind.RATIFICATION, ActKind.ACCEPTANCE, ActKind.APPROVAL})
_UNBINDING = frozenset({ActKind.WITHDRAWAL_NOTICE, ActKind.WITHDRAWAL_OF_RATIFICATION})


@cache
def _verbs() -> tuple[tuple[list[str], ActKind], ...]:
    """The words of each verb, folded, with the kind of act; the longest first."""
    verbs = [(fold(row["text"]).split(), ActKind(row["kind"])) for row in read_words("supposed_acts")]
    return tuple(sorted(verbs, key=lambda each: -len(each[0])))


def supposable_kinds() -> tuple[ActKind, ...]:
    """The kinds of act that can be supposed, in the order in which they can follow one another."""
    known = {kind for _, kind in _verbs()}
    return tuple(kind for kind in ActKind if kind in known)


def write_supposed(state: str, kind: ActKind, day: str) -> str:
    """An act as ``parse_supposition`` reads it, in English: ``USA ratifies 2027-01-01``."""
    for row in read_words("supposed_acts"):
        if row["kind"] == kind and row["language"] == Language.EN:
            return f"{state} {row['text']} {day}"
    raise BadReference(kind.value, "no act that can be supposed")


def parse_supposition(treaty: str, text: str) -> tuple[Act, ...]:
    """The acts that a text supposes for a treaty (an id), in the order given.

    Raises ``BadReference`` for what cannot be read, and for an act that the treaty does not allow on that day.
    """
    if treaty_rules()[treaty].form in (InstrumentKind.PROPOSAL, InstrumentKind.STATUS):
        raise BadReference(text, f"{treaty} is not open to acts of States")
    acts: list[Act] = []
    parts = _BETWEEN.split(text)
    if len(parts) > _MOST_ACTS:
        raise BadReference(f"{parts[0].strip()} …", f"{len(parts)} acts; suppose at most {_MOST_ACTS} at once")
    for part in parts:
        act = _parse(treaty, part.strip())
        _refuse(build_history(treaty, acts), act, part.strip())
        acts.append(act)
    return tuple(acts)


def _parse(treaty: str, part: str) -> Act:
    words = part.split()
    folded = [fold(word) for word in words]
    for verb, kind in _verbs():
        for place in range(1, len(words) - len(verb)):
            if folded[place : place + len(verb)] == verb:
                state, day = words[:place], words[place + len(verb) :]
                return Act(treaty, get_state(" ".join(state)), kind, parse_as_of(" ".join(day)), stance=Stance.SUPPOSED)
    raise BadReference(part, "no act that can be supposed; write it as USA ratifies 2027-01-01")


def _refuse(history: TreatyHistory, act: Act, part: str) -> None:
    """Raise ``BadReference`` when the act cannot be done on its day."""
    rule, situation = history.rule, history.situation(act.date)
    standing = next((each for each in situation.standings if each.state == act.state), None)
    label = standing.label if standing else PartyLabel.NON_PARTY
    bound = standing is not None and standing.consent is not None
    if act.date < rule.treaty.opened:
        raise BadReference(part, f"{rule.treaty.id} was opened for signature on {rule.treaty.opened}")
    if rule.form is InstrumentKind.BILATERAL and act.state not in rule.circle:
        raise BadReference(part, f"{rule.treaty.id} is between {' and '.join(rule.circle)}")
    if situation.in_force_until and situation.in_force_until < act.date:
        raise BadReference(part, f"{rule.treaty.id} expired; its last day was {situation.in_force_until}")
    if act.kind in BINDING and bound:
        raise BadReference(part, f"{act.state} has been bound since its act of {standing.by if standing else ''}")
    if act.kind in _AFTER_SIGNATURE and not (standing and standing.signed):
        raise BadReference(part, f"{act.state} has not signed {rule.treaty.id}; suppose first that it signs")
    if act.kind in _UNBINDING and not bound:
        raise BadReference(part, f"{act.state} is not bound by {rule.treaty.id} on that day ({label.value})")
    early = not situation.in_force and not rule.accession_before_entry and rule.form is InstrumentKind.TREATY
    if act.kind is ActKind.ACCESSION and early:
        raise BadReference(part, f"{rule.treaty.id} can be acceded to only once it is in force; sign and ratify it")
    if act.kind is ActKind.WITHDRAWAL_OF_RATIFICATION and situation.in_force:
        raise BadReference(part, f"{rule.treaty.id} is in force: a party withdraws by giving notice")
