"""Why the status is what it is: the conditions, the acts, the counting rules, and where sources differ, step by step.

A step is a key with values; the words for it are rows of the lexicon, in six languages.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from verbale.model.act import Stance
from verbale.model.status import ExplanationStep, PartyLabel, Situation
from verbale.register.departures import explain_departures, explain_ends
from verbale.register.entry import InstrumentCount, tally_on
from verbale.register.fact_tables import read_facts
from verbale.register.reported import compare
from verbale.register.treaty_history import TreatyHistory
from verbale.register.treaty_rules import Condition, Delay, InstrumentKind, Requirement, TreatyRule

Values = dict[str, str | int | tuple[str, ...]]

_NEEDS = {
    Condition.INSTRUMENTS: ("need_instruments", "rule_instruments"),
    Condition.NAMED: ("need_named", "rule_named"),
    Condition.OTHERS: ("need_others", ""),
    Condition.WAIVERS: ("need_waivers", ""),
}
"""The sentence that says how far a condition is met, and the one that gives the rule where acts are not held."""


def explain(history: TreatyHistory, day: str) -> tuple[ExplanationStep, ...]:
    """All steps that lead from acts and rules to the situation on one day."""
    situation = history.situation(day)
    return tuple(
        step
        for part in (
            _form(history.rule),
            _supposed(history),
            _opening(history.rule, day),
            _conditions(history, day),
            _entry(history, day),
            explain_ends(history, situation, day),
            _later(history, situation, day),
            _counts(history, situation),
            explain_departures(history, situation, day),
            _beside(history, day),
            compare(history.rule.treaty.id, day, history.situation),
            _edition(history, day),
        )
        for step in part
    )


def _form(rule: TreatyRule) -> Iterator[ExplanationStep]:
    if rule.form is InstrumentKind.PROPOSAL:
        yield ExplanationStep("proposal", {}, rule.source)
        for row in read_facts("proposal_history"):
            if row["treaty"] == rule.treaty.id:
                yield ExplanationStep("history", {"date": row["date"]}, row["source"], row["document"], row["what"])
    elif rule.form is InstrumentKind.STATUS:
        yield ExplanationStep("declared_status", {}, rule.source, note=rule.note)
    elif rule.form is InstrumentKind.CODE:
        yield ExplanationStep("code", {}, rule.source, note=rule.note)


def _supposed(history: TreatyHistory) -> Iterator[ExplanationStep]:
    for act in history.acts:
        if act.stance is Stance.SUPPOSED:
            yield ExplanationStep(
                "supposed", {"state": act.state, "kind": act.kind.value, "date": act.date}, note=act.note
            )


def _opening(rule: TreatyRule, day: str) -> Iterator[ExplanationStep]:
    if rule.treaty.opened:
        key = "opened" if rule.treaty.opened <= day else "not_open"
        yield ExplanationStep(key, {"date": rule.treaty.opened}, rule.source)


def _conditions(history: TreatyHistory, day: str) -> Iterator[ExplanationStep]:
    """What entry into force waits for, and how much of it there was on the day it was met, or is now."""
    rule, entry = history.rule, history.entry
    if rule.treaty.opened > day:
        return
    if rule.acts_held == "none":
        for each in rule.requirements:
            if each.condition in _NEEDS:
                values: Values = {"article": each.article, "number": each.number, "states": tuple(sorted(each.states))}
                yield ExplanationStep(_NEEDS[each.condition][1], values, each.source, each.article)
        return
    seen = entry.trigger if entry.trigger and entry.trigger <= day else day
    tally: InstrumentCount = tally_on(rule, history.parties, seen)
    for each in rule.requirements:
        yield from _condition(rule, tally, each, seen)


def _condition(rule: TreatyRule, tally: InstrumentCount, each: Requirement, seen: str) -> Iterator[ExplanationStep]:
    """How far one condition is met on a day, and which States are missing."""
    found, missing = tally.progress(each)
    values: Values = {
        "article": each.article,
        "number": each.number,
        "found": found,
        "date": seen,
        "kinds": tuple(sorted(kind.value for kind in rule.counted)),
    }
    yield ExplanationStep(_NEEDS[each.condition][0], values, each.source, each.article)
    if missing:
        yield ExplanationStep("missing", {"states": missing, "number": len(missing)}, each.source, each.article)


def _entry(history: TreatyHistory, day: str) -> Iterator[ExplanationStep]:
    rule, entry = history.rule, history.entry
    if entry.stated:
        if entry.date and entry.date <= day:
            yield ExplanationStep("stated", {"date": entry.date}, rule.source)
        elif rule.form is not InstrumentKind.PROPOSAL:
            yield ExplanationStep("unmet", {}, rule.source)
        return
    if not entry.trigger or entry.trigger > day:
        if rule.treaty.opened <= day:
            yield ExplanationStep("unmet", {}, rule.source, rule.entry_article)
            yield _delay("would", rule.delay, {"not_before": rule.earliest}, rule)
        return
    yield ExplanationStep("met", {"date": entry.trigger, "states": entry.by}, rule.source, rule.entry_article)
    if entry.date == rule.earliest:
        yield ExplanationStep(
            "not_before", {"date": entry.date, "period": rule.not_before}, rule.source, rule.entry_article
        )
    else:
        yield _delay("enters", rule.delay, {"date": entry.date}, rule)
    if entry.date > day:
        yield ExplanationStep("ahead", {"date": entry.date}, rule.source)


def _delay(key: str, delay: Delay, values: dict[str, str], rule: TreatyRule) -> ExplanationStep:
    """A sentence on a delay, in one of three forms: at once, after a period, from the month after."""
    form = "month" if delay.month else "once" if delay.period == "P0D" else "period"
    return ExplanationStep(f"{key}_{form}", {"period": delay.period, **values}, rule.source, rule.entry_article)


def _later(history: TreatyHistory, situation: Situation, day: str) -> Iterator[ExplanationStep]:
    """When it enters into force for a State of its own, and who waits for that day."""
    rule, entry = history.rule, history.entry
    if entry.stated or not entry.date or entry.trigger > day:
        return
    yield ExplanationStep("later_waiver", {}, rule.source) if rule.waived else _delay("later", rule.later, {}, rule)
    if not situation.in_force:
        return
    for each in situation.standings:
        if each.label is PartyLabel.CONTRACTING:
            known = each.in_force or ""
            key = "waiting" if known else "waiting_open"
            yield ExplanationStep(key, {"state": each.state, "date": each.by, "in_force": known}, rule.source)


def _counts(history: TreatyHistory, situation: Situation) -> Iterator[ExplanationStep]:
    rule, counts = history.rule, situation.counts
    if counts.deposited is None:
        if rule.form not in (InstrumentKind.PROPOSAL, InstrumentKind.STATUS):
            yield ExplanationStep("not_counted", {"acts_held": situation.acts_held}, rule.source)
        return
    kinds = Counter(each.consent.value for each in situation.standings if each.consent)
    accessions = kinds.pop("accession", 0)
    listed = tuple(f"{kind}:{number}" for kind, number in sorted(kinds.items()))
    yield ExplanationStep("count_signatures", {"number": counts.signatures or 0}, rule.source)
    yield ExplanationStep("count_ratifications", {"number": counts.ratifications or 0, "kinds": listed}, rule.source)
    early = "count_accessions" if rule.accession_before_entry or situation.in_force else "count_accessions_refused"
    yield ExplanationStep(early, {"number": accessions}, rule.source)
    yield ExplanationStep("count_deposited", {"number": counts.deposited}, rule.source)
    yield ExplanationStep("count_in_force", {"number": counts.in_force_for or 0}, rule.source)


def _beside(history: TreatyHistory, day: str) -> Iterator[ExplanationStep]:
    """Acts that another source tells also: how many alike, and each that is told otherwise."""
    held = {(act.state, act.kind, act.date, act.effective) for act in history.acts if act.stance is Stance.HELD}
    days = {(act.state, act.date): act for act in history.acts if act.stance is Stance.HELD}
    alike: Counter[str] = Counter()
    for act in history.acts:
        if act.stance is not Stance.ALSO or act.date > day:
            continue
        if (act.state, act.kind, act.date, act.effective) in held:
            alike[act.source] += 1
            continue
        own = days.get((act.state, act.date))
        values: Values = {
            "state": act.state,
            "kind": act.kind.value,
            "date": act.effective or act.date,
            "held": own.kind.value if own else "",
            "held_date": (own.effective or own.date) if own else "",
        }
        yield ExplanationStep("told_otherwise", values, act.source, act.place, act.note)
    for source, number in sorted(alike.items()):
        yield ExplanationStep("told_alike", {"number": number}, source)


def _edition(history: TreatyHistory, day: str) -> Iterator[ExplanationStep]:
    """Where the knowledge ends; and from which sources it comes."""
    sources = Counter(act.source for act in history.acts if act.stance is Stance.HELD and act.date <= day)
    for source, number in sorted(sources.items()):
        yield ExplanationStep("held_from", {"number": number}, source)
    recorded = max((act.recorded for act in history.acts), default="")
    if recorded and recorded < day:
        yield ExplanationStep("edition", {"date": recorded}, history.rule.source)
