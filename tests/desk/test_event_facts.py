"""What an event holds: all that its command says, read again by its schema, and nothing else."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, replace
from datetime import date

import pytest
from tests.desk.every_command import EVERY

from verbale.desk.commands import Command
from verbale.desk.deciding import step_of
from verbale.desk.event_facts import SCHEMA, complete_facts, facts_of
from verbale.desk.events import Event, EventKind, Fact
from verbale.desk.transitions import TRANSITIONS

COMMANDS = {TRANSITIONS[type(command)].event: command for command, _ in EVERY}
EACH = pytest.mark.parametrize("kind", list(EventKind))
NOT_KEPT = {"unsettled", "limit", "whole"}
"""What a command says of the moment and not of what happened."""

OF_THE_FIRST_SCHEMA = {
    "cycle-opened": "name report digest",
    "note-issued": "reference dated",
    "reminder-sent": "states",
    "deadline-extended": "until reason state",
    "part-set": "part language reason digest refs",
    "report-compiled": "languages digest",
    "report-submitted": "words waiver",
    "report-issued": "symbol dated",
    "addendum-issued": "symbol dated replies",
    "corrigendum-issued": "symbol dated languages reason",
    "report-reissued": "dated reason",
    "report-considered": "organ dated",
    "report-noted": "resolution paragraph",
    "mandate-renewed": "resolution paragraph",
    "mandate-lapsed": "reason",
    "letter-received": "sha256 name media_type received channel language words",
    "version-received": "sha256 name media_type received channel language words",
    "copy-received": "sha256 name media_type received channel language words",
    "version-set-apart": "version reason",
    "reply-confirmed": "state dated language addresses",
    "reply-corrected": "state dated language addresses reason",
    "reply-marked-provisional": "reason",
    "reply-made-final": "reason",
    "sent-for-translation": "languages",
    "translation-taken": "language version digest refs",
    "summary-taken": "version words digest refs",
    "objection-recorded": "reason",
    "consent-recorded": "reason",
    "reply-placed": "destination version on_web reason",
    "reply-published": "where dated",
    "reply-withdrawn": "reason",
    "reply-recalled": "reason",
    "reply-reinstated": "reason",
    "remark-added": "text",
}
"""The facts that every event of the first schema has; the other kinds of event came later."""


def event_of(kind: EventKind, facts: Mapping[str, Fact] | None = None, schema: int = SCHEMA) -> Event:
    held = facts_of(kind, COMMANDS[kind]) if facts is None else facts
    return Event("reply-1", kind, "2022-06-02T09:00:00+00:00", "A. Officer", held, schema)


def type_of(fact: Fact) -> type:
    """Its type; a text of an enumeration is a text."""
    return str if isinstance(fact, str) else type(fact)


def said(command: Command) -> dict[str, object]:
    values = {each.name: getattr(command, each.name) for each in fields(command)}
    kept = {name: value for name, value in values.items() if name not in NOT_KEPT}
    return {name: value.isoformat() if isinstance(value, date) else value for name, value in kept.items()}


@EACH
def test_an_event_holds_all_that_was_said(kind: EventKind) -> None:
    event = event_of(kind)
    assert event.facts == said(COMMANDS[kind]), step_of(COMMANDS[kind])
    assert complete_facts(event) == event.facts


@EACH
def test_an_event_of_today_lacks_nothing(kind: EventKind) -> None:
    whole = event_of(kind).facts
    for name in whole:
        left = {other: fact for other, fact in whole.items() if other != name}
        with pytest.raises(ValueError, match=f"{kind} lacks '{name}'"):
            complete_facts(event_of(kind, left))


@EACH
def test_a_fact_of_another_type_and_an_unknown_one_are_refused(kind: EventKind) -> None:
    whole = event_of(kind).facts
    for name, fact in whole.items():
        for other in ("text", 3, True, ("a",), None):
            of_refs = name == "refs" and other in (("a",), None)
            if type_of(other) is type_of(fact) or of_refs:
                assert complete_facts(event_of(kind, {**whole, name: other}))[name] == other
                continue
            with pytest.raises(ValueError, match=f"{kind}: '{name}' is "):
                complete_facts(event_of(kind, {**whole, name: other}))
    for odd in ("mood", *sorted(NOT_KEPT - whole.keys())):
        with pytest.raises(ValueError, match=f"{kind} has unknown facts: {odd}"):
            complete_facts(event_of(kind, {**whole, odd: "x"}))


@pytest.mark.parametrize("kind", [EventKind(name) for name in OF_THE_FIRST_SCHEMA])
def test_an_event_of_the_first_schema_is_read_as_one_of_today(kind: EventKind) -> None:
    whole = event_of(kind).facts
    names = OF_THE_FIRST_SCHEMA[kind].split()
    first = {name: whole[name] for name in names}
    blank: Mapping[type, Fact] = {str: "", int: 0, tuple: ()}
    later = {name: None if name == "refs" else blank[type_of(whole[name])] for name in whole.keys() - set(names)}
    assert complete_facts(event_of(kind, first, 1)) == {**later, **first}
    for name in names:
        left = {other: fact for other, fact in first.items() if other != name}
        with pytest.raises(ValueError, match=f"lacks '{name}'"):
            complete_facts(event_of(kind, left, 1))


@pytest.mark.parametrize(
    ("kind", "name"),
    [
        (EventKind.REPORT_COMPILED, "unsettled"),
        (EventKind.REPORT_SUBMITTED, "limit"),
        (EventKind.REPLY_CONFIRMED, "whole"),
        (EventKind.REPLY_CORRECTED, "whole"),
        (EventKind.SUMMARY_TAKEN, "limit"),
    ],
)
def test_what_the_first_schema_kept_for_nothing_is_left_aside(kind: EventKind, name: str) -> None:
    whole = event_of(kind).facts
    assert complete_facts(event_of(kind, {**whole, name: 3}, 1)) == whole
    with pytest.raises(ValueError, match="unknown facts: mood"):
        complete_facts(event_of(kind, {**whole, "mood": 3}, 1))


def test_why_and_when_an_event_was_entered_belatedly_is_beside_its_facts() -> None:
    event = event_of(EventKind.REMARK_ADDED)
    belated = replace(event, facts={**event.facts, "belated": "found later", "entered": "2022-06-03T09:00:00+00:00"})
    assert complete_facts(belated) == event.facts


def test_an_event_of_a_newer_program_is_refused_with_the_schema() -> None:
    with pytest.raises(ValueError, match="schema 3 is of a newer version of the program, which reads up to 2"):
        complete_facts(event_of(EventKind.REMARK_ADDED, schema=3))
