"""One State's labels in time: on which day each begins, worked out once for a treaty."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace

from verbale.model.act import ActKind
from verbale.model.status import PartyLabel, Standing
from verbale.register.calendar import after
from verbale.register.entry import EntryIntoForce, entry_for
from verbale.register.fold import ConsentPeriod, PartyHistory
from verbale.register.treaty_rules import TreatyRule

in_force_labels = frozenset({PartyLabel.PARTY, PartyLabel.WITHDRAWING})
"""The labels of States for which a treaty is in force."""


@dataclass(frozen=True, slots=True)
class Track:
    """Where a State stands from each of ``days`` on; ``None`` when there is no such State any more."""

    days: tuple[str, ...]
    standings: tuple[Standing | None, ...]

    def on(self, day: str) -> Standing | None:
        """Where it stands on one day; ``None`` before its first act."""
        place = bisect_right(self.days, day)
        return self.standings[place - 1] if place else None


@dataclass(frozen=True, slots=True)
class _TreatyContext:
    """What a State's label depends on besides its own acts."""

    rule: TreatyRule
    entry: EntryIntoForce
    ends: tuple[tuple[str, str], ...]

    def expired(self, day: str) -> bool:
        known = [end for learned, end in self.ends if learned <= day]
        return bool(known) and known[-1] < day


def track(
    rule: TreatyRule,
    entry: EntryIntoForce,
    ends: tuple[tuple[str, str], ...],
    party: PartyHistory,
    apart: PartyHistory | None,
) -> Track:
    """The track of one State. ``apart`` is its history for those who give a disputed act its effect."""
    setting = _TreatyContext(rule, entry, ends)
    days = {*_turns(setting, party), *(_turns(setting, apart) if apart else ())} - {""}
    first = min((day for day in days if day >= _first(party)), default="")
    kept: list[tuple[str, Standing | None]] = []
    for day in sorted(day for day in days if day >= first):
        now = _standing(setting, party, apart, day)
        if not kept or not _same(kept[-1][1], now):
            kept.append((day, now))
    return Track(tuple(day for day, _ in kept), tuple(now for _, now in kept))


def _first(party: PartyHistory) -> str:
    """The day of the first act that gives a label; the State is among those that did nothing before."""
    return min([act.date for act in (party.signed, *(each.act for each in party.consents)) if act], default="")


def _turns(setting: _TreatyContext, party: PartyHistory) -> Iterator[str]:
    """Every day on which the label can change."""
    yield from (setting.entry.date, setting.entry.trigger, party.waived, party.ceased or "")
    yield from (after(end, "P1D") for _, end in setting.ends)
    yield party.signed.date if party.signed else ""
    for consent in party.consents:
        yield from (consent.act.date, consent.end or "")
        yield entry_for(setting.rule, setting.entry, party, consent)
    for notice in party.notices:
        yield from (notice.act.date, notice.effect or "", notice.fell or "")


def _same(before: Standing | None, now: Standing | None) -> bool:
    return before == now or (before is not None and now is not None and replace(before, since=now.since) == now)


def _standing(setting: _TreatyContext, party: PartyHistory, apart: PartyHistory | None, day: str) -> Standing | None:
    if party.ceased and party.ceased <= day:
        return None
    consent = party.consent_on(day)
    notice = (apart or party).notice_on(day)
    own = _label(setting, party, day)
    other = _label(setting, apart, day) if apart else own
    disputed = apart is not None and _doubted(party, apart, day)
    started = entry_for(setting.rule, setting.entry, party, consent) if consent else ""
    known = max(setting.entry.trigger or setting.entry.date, party.waived if setting.rule.waived else "") <= day
    return Standing(
        state=party.state,
        label=PartyLabel.DISPUTED if disputed else own,
        since=day,
        signed=party.signed is not None and party.signed.date <= day,
        consent=consent.act.kind if consent else None,
        by=consent.act.date if consent else "",
        in_force=started if known else "",
        ends=(notice.effect or "") if notice else "",
        readings=(own, other) if disputed else (),
    )


def _doubted(party: PartyHistory, apart: PartyHistory, day: str) -> bool:
    """Whether a disputed act makes a difference on a day: to the label, or to a consent that others hold ended."""
    here, there = party.consent_on(day), apart.consent_on(day)
    return (here is None) != (there is None) or (party.notice_on(day) is None) != (apart.notice_on(day) is None)


def _label(setting: _TreatyContext, party: PartyHistory, day: str) -> PartyLabel:
    consent = party.consent_on(day)
    if consent is None:
        return _unbound(party, day)
    started = entry_for(setting.rule, setting.entry, party, consent)
    if not started or started > day:
        return PartyLabel.CONTRACTING
    if setting.expired(day):
        return PartyLabel.NON_PARTY
    return PartyLabel.WITHDRAWING if party.notice_on(day) else PartyLabel.PARTY


def _unbound(party: PartyHistory, day: str) -> PartyLabel:
    ended: list[ConsentPeriod] = [each for each in party.consents if each.end and each.end <= day]
    if ended and ended[-1].ended_by and ended[-1].ended_by.kind is not ActKind.WITHDRAWAL_OF_RATIFICATION:
        return PartyLabel.WITHDRAWN
    return PartyLabel.SIGNATORY if party.signed and party.signed.date <= day else PartyLabel.NON_PARTY
