"""What takes a State or a treaty out of force: notices, withdrawals, disputes, suspension, expiry; each as a step."""

from __future__ import annotations

from collections.abc import Iterator

from verbale.model.act import Act, ActKind, Stance
from verbale.model.status import ExplanationStep, PartyLabel, Situation
from verbale.register.fold import PartyHistory
from verbale.register.treaty_history import TreatyHistory
from verbale.register.treaty_rules import TreatyRule


def explain_ends(history: TreatyHistory, situation: Situation, day: str) -> Iterator[ExplanationStep]:
    """How long it is in force, extensions, expiry, and who has suspended."""
    rule = history.rule
    if history.ends and history.ends[0][0] <= day:
        yield ExplanationStep("lasts", {"period": rule.duration, "date": history.ends[0][1]}, rule.source)
    extensions = {(act.date, act.effective): act for act in _held(history, ActKind.EXTENSION, day)}
    for (date, until), act in sorted(extensions.items()):
        key = "extended" if until else "extended_open"
        yield ExplanationStep(key, {"date": date, "until": until}, act.source, act.place, act.note)
    if situation.in_force_until and situation.in_force_until < day:
        yield ExplanationStep("expired", {"date": situation.in_force_until}, rule.source)
    for act in _held(history, ActKind.SUSPENSION, day):
        if act.state in situation.suspended_by:
            values = {"state": act.state, "date": act.effective or act.date}
            yield ExplanationStep("suspended", values, act.source, act.place, act.note)


def explain_departures(history: TreatyHistory, situation: Situation, day: str) -> Iterator[ExplanationStep]:
    """Notices and their effect, ratifications withdrawn, and what is disputed."""
    for party in history.parties.values():
        yield from _notices(history.rule, party, day)
        for consent in party.consents:
            by = consent.ended_by
            if consent.end and consent.end <= day and by and by.kind is ActKind.WITHDRAWAL_OF_RATIFICATION:
                values = {"state": party.state, "date": consent.end}
                yield ExplanationStep("ratification_withdrawn", values, by.source, by.place, by.note)
    for each in situation.standings:
        if each.label is PartyLabel.DISPUTED:
            yield _dispute(history, situation, each.state, day)


def _held(history: TreatyHistory, kind: ActKind, day: str) -> Iterator[Act]:
    held = (Stance.HELD, Stance.SUPPOSED)
    return (act for act in history.acts if act.kind is kind and act.date <= day and act.stance in held)


def _notices(rule: TreatyRule, party: PartyHistory, day: str) -> Iterator[ExplanationStep]:
    for notice in party.notices:
        act = notice.act
        if act.date > day:
            continue
        values = {"state": party.state, "date": act.date, "effect": notice.effect or "", "period": rule.withdrawal}
        given = "notice" if notice.effect else "notice_open"
        yield ExplanationStep(given, values, act.source, act.place, act.note)
        if notice.fell and notice.fell <= day:
            yield ExplanationStep("notice_fell", {"state": party.state, "date": notice.fell}, act.source)
        elif notice.effect and notice.effect <= day:
            yield ExplanationStep("withdrew", {"state": party.state, "date": notice.effect}, act.source, act.place)


def _dispute(history: TreatyHistory, situation: Situation, state: str, day: str) -> ExplanationStep:
    """The disputed act that came last, with both counts."""
    doubted = [act for act in history.acts if act.state == state and act.stance is Stance.DISPUTED and act.date <= day]
    act = max(doubted, key=lambda each: each.date)
    counts = situation.disputed_counts
    values: dict[str, str | int | tuple[str, ...]] = {
        "state": state,
        "kind": act.kind.value,
        "date": act.date,
        "with": counts["with"],
        "without": counts["without"],
    }
    return ExplanationStep("disputed", values, act.source, act.place, act.note)
