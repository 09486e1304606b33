"""Which acts a count of a status counts, and the act that each State's standing rests on."""

from __future__ import annotations

from collections.abc import Iterator

from verbale.model.act import Act, ActKind, Stance
from verbale.model.status import CountedAct, PartyLabel, Standing
from verbale.register.fold import PartyHistory
from verbale.register.tracks import in_force_labels
from verbale.register.treaty_history import TreatyHistory

COUNTS = ("signatures", "ratifications", "accessions", "deposited", "in_force_for")
"""The counts of a status, as fields of ``Counts``."""


def find_counted(history: TreatyHistory, day: str, count: str) -> tuple[CountedAct, ...]:
    """The acts behind one of ``COUNTS`` on a day, one for each State that is counted, in the order of their days."""
    found = [
        CountedAct(standing, act)
        for standing in history.situation(day).standings
        if (party := history.parties.get(standing.state)) and (act := _counted(standing, party, day, count))
    ]
    return tuple(sorted(found, key=lambda each: (each.act.date if each.act else "", each.standing.state)))


def find_standing_acts(history: TreatyHistory, day: str) -> tuple[CountedAct, ...]:
    """Every State with the act that its label rests on: of a party its consent, of one that left what ended it."""
    return tuple(CountedAct(standing, _behind(history, standing, day)) for standing in history.situation(day).standings)


def find_disputed_acts(history: TreatyHistory, day: str) -> tuple[CountedAct, ...]:
    """Each disputed act up to a day of a State whose standing is disputed on it."""
    standings = {each.state: each for each in history.situation(day).standings if each.label is PartyLabel.DISPUTED}
    return tuple(
        CountedAct(standings[act.state], act)
        for act in history.acts
        if act.stance is Stance.DISPUTED and act.date <= day and act.state in standings
    )


def _counted(standing: Standing, party: PartyHistory, day: str, count: str) -> Act | None:
    if count == "signatures":
        return party.signed if standing.signed else None
    consent = party.consent_on(day)
    if consent is None:
        return None
    acceded = consent.act.kind is ActKind.ACCESSION
    counted = {
        "ratifications": not acceded,
        "accessions": acceded,
        "deposited": True,
        "in_force_for": (standing.readings or (standing.label,))[0] in in_force_labels,
    }
    return consent.act if counted[count] else None


def _behind(history: TreatyHistory, standing: Standing, day: str) -> Act | None:
    party = history.parties.get(standing.state)
    if party is None:
        return None
    if standing.label is PartyLabel.DISPUTED:
        return next(_of(history, standing.state, day), None)
    if standing.label is PartyLabel.WITHDRAWING and (notice := party.notice_on(day)):
        return notice.act
    if consent := party.consent_on(day):
        return consent.act
    ended = [each.ended_by for each in party.consents if each.end and each.end <= day]
    return ended[-1] if ended else party.signed if standing.signed else None


def _of(history: TreatyHistory, state: str, day: str) -> Iterator[Act]:
    """The disputed acts of a State up to a day, the last first."""
    yield from sorted(
        (act for act in history.acts if act.state == state and act.stance is Stance.DISPUTED and act.date <= day),
        key=lambda act: act.date,
        reverse=True,
    )
