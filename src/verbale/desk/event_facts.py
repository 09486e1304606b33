"""What an event holds: a form of its own for each kind, with a schema number, that is read for ever.

The forms are apart from the commands: a field of a command may get another name, and what was sealed stays readable.
A field that came later has the value that earlier events are read with.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from verbale.desk.events import Event, EventKind, Fact

SCHEMA = 2
"""The schema that events are written in. 1 is that of the first form of a cycle's file (2026-11)."""

BELATED = "belated"
"""The reason why an act is entered after what came later; with ``ENTERED``, the moment at which it was entered."""
ENTERED = "entered"


@dataclass(frozen=True, slots=True)
class FactField:
    """One fact: its ``name``, the ``types`` that it may have, and the first schema that has it.

    ``default`` is what events of earlier schemas are read with. ``attribute`` is the command's name for it, where that
    is another.
    """

    name: str
    types: tuple[type, ...] = (str,)
    since: int = 1
    default: Fact = ""
    attribute: str = ""


def _number(name: str, since: int = 1, default: Fact = 0) -> FactField:
    return FactField(name, (int,), since, default)


def _flag(name: str) -> FactField:
    return FactField(name, (bool,), 1, False)


def _texts(name: str, since: int = 1) -> FactField:
    return FactField(name, (tuple,), since, ())


def _refs(since: int = 1) -> FactField:
    """Refs of units; ``None`` is all the text."""
    return FactField("refs", (tuple, type(None)), since, None)


def _text(*names: str, since: int = 1) -> tuple[FactField, ...]:
    return tuple(FactField(name, since=since) for name in names)


_READING = FactField("reading", since=2)
_HELD = (*_text("digest"), _refs(), _READING)
_RECEIVED = (
    *_text("sha256", "name", "media_type", "received", "channel", "language"),
    _number("words"),
    *_text("carrier", "sender", "message_id", "reading", since=2),
    *_text("unread", "kind", "relates_to", since=2),
    _texts("authors", since=2),
    _texts("alarms", since=2),
)
_CONFIRMED = (
    *_text("state", "dated", "language"),
    _texts("addresses"),
    _number("version", since=2),
    _refs(since=2),
    _READING,
    _texts("authors", since=2),
    _texts("members", since=2),
    *_text("group", "kind", "relates_to", "seen", since=2),
)
_TERMS = (*_text("terms", since=2), _texts("programme", since=2))
_DATED_SYMBOL = _text("symbol", "dated")
_RESOLUTION = _text("resolution", "paragraph")
_REASON = _text("reason")

FORMS: Mapping[EventKind, tuple[FactField, ...]] = {
    EventKind.CYCLE_OPENED: (*_text("name", "report", "digest"), *_TERMS),
    EventKind.TERMS_CHANGED: (*_text("digest", "reason", since=2), *_TERMS),
    EventKind.NOTE_ISSUED: _text("reference", "dated"),
    EventKind.REMINDER_SENT: (_texts("states"),),
    EventKind.DEADLINE_EXTENDED: _text("until", "reason", "state"),
    EventKind.PART_SET: (*_text("part", "language", "reason"), *_HELD),
    EventKind.REPORT_COMPILED: (
        _texts("languages"),
        *_text("digest", "dated"),
        _number("rests_on", since=2),
        *_text("pipeline", "register", since=2),
        _texts("trees", since=2),
        _texts("files", since=2),
    ),
    EventKind.REPORT_SUBMITTED: (_number("words"), *_text("waiver")),
    EventKind.REPORT_ISSUED: _DATED_SYMBOL,
    EventKind.ADDENDUM_ISSUED: (*_DATED_SYMBOL, _texts("replies")),
    EventKind.CORRIGENDUM_ISSUED: (*_DATED_SYMBOL, _texts("languages"), *_REASON),
    EventKind.REPORT_REISSUED: _text("dated", "reason"),
    EventKind.REPORT_CONSIDERED: _text("organ", "dated"),
    EventKind.REPORT_NOTED: _RESOLUTION,
    EventKind.MANDATE_RENEWED: _RESOLUTION,
    EventKind.MANDATE_LAPSED: _REASON,
    EventKind.CONTENT_REDACTED: (_texts("contents", since=2), *_text("reason", "rule", since=2)),
    EventKind.READING_ADOPTED: (*_text("content", "reading", "reason", since=2), _refs(since=2)),
    EventKind.AUTHOR_ADDED: (*_text("code", "kind", since=2), _texts("names", since=2)),
    EventKind.PART_SET_ASIDE: _text("part", "language", "reason", since=2),
    EventKind.REPORT_RETURNED: _text("reason", since=2),
    EventKind.LETTER_RECEIVED: _RECEIVED,
    EventKind.VERSION_RECEIVED: _RECEIVED,
    EventKind.COPY_RECEIVED: _RECEIVED,
    EventKind.AUTHOR_STATED: (_texts("authors", since=2), *_text("reason", since=2)),
    EventKind.LETTER_SET_ASIDE: _text("reason", since=2),
    EventKind.LETTER_TAKEN_UP: _text("reason", since=2),
    EventKind.CONFIRMATION_UNDONE: (_number("version", since=2), *_text("reason", since=2)),
    EventKind.ALARMS_LOOKED_AT: (_number("version", since=2), *_text("reason", since=2)),
    EventKind.GATE_WAIVED: (
        *_text("gate", "allowed_by", "reason", since=2),
        _number("version", since=2),
        _texts("languages", since=2),
    ),
    EventKind.WAIVER_UNDONE: _text("gate", "reason", since=2),
    EventKind.CASE_ASSIGNED: _text("to", "reason", since=2),
    EventKind.TRANSLATION_SET_ASIDE: _text("language", "reason", since=2),
    EventKind.SUMMARY_SET_ASIDE: _text("reason", since=2),
    EventKind.VERSION_SET_APART: (_number("version"), *_REASON),
    EventKind.REPLY_CONFIRMED: _CONFIRMED,
    EventKind.REPLY_CORRECTED: (*_CONFIRMED, *_REASON),
    EventKind.REPLY_MARKED_PROVISIONAL: _REASON,
    EventKind.REPLY_MADE_FINAL: _REASON,
    EventKind.REPLY_RESTRICTED: _text("reason", since=2),
    EventKind.RESTRICTION_LIFTED: _text("reason", since=2),
    EventKind.SENT_FOR_TRANSLATION: (_texts("languages"),),
    EventKind.TRANSLATION_TAKEN: (*_text("language"), _number("version"), *_HELD, *_text("letter", since=2)),
    EventKind.SUMMARY_TAKEN: (_number("version"), _number("words"), *_HELD),
    EventKind.OBJECTION_RECORDED: _REASON,
    EventKind.CONSENT_RECORDED: _REASON,
    EventKind.REPLY_PLACED: (*_text("destination"), _number("version"), _flag("on_web"), *_REASON),
    EventKind.REPLY_PUBLISHED: _text("where", "dated", "digest"),
    EventKind.REPLY_WITHDRAWN: _REASON,
    EventKind.REPLY_RECALLED: _REASON,
    EventKind.REPLY_REINSTATED: _REASON,
    EventKind.REMARK_ADDED: _text("text"),
}
"""The fields of each kind of event. Fields are added with ``since``, and never renamed or taken away."""

_RETIRED: Mapping[EventKind, frozenset[str]] = {
    EventKind.REPORT_COMPILED: frozenset({"unsettled"}),
    EventKind.REPORT_SUBMITTED: frozenset({"limit"}),
    EventKind.REPLY_CONFIRMED: frozenset({"whole"}),
    EventKind.REPLY_CORRECTED: frozenset({"whole"}),
    EventKind.SUMMARY_TAKEN: frozenset({"limit"}),
}
"""What schema 1 sealed with an event although it says nothing of what happened; it is read and left aside."""


def facts_of(kind: EventKind, command: object) -> Mapping[str, Fact]:
    """What a command says, as the facts of an event in today's schema; days in ISO 8601."""
    facts: dict[str, Fact] = {}
    for form in FORMS[kind]:
        value: Any = getattr(command, form.attribute or form.name)
        facts[form.name] = value.isoformat() if isinstance(value, date) else value
    return facts


def complete_facts(event: Event) -> Mapping[str, Fact]:
    """The facts of an event of any schema as today's: what came later has its default.

    Raises ``ValueError`` where a fact is lacking, of another type, or unknown.
    """
    if event.schema > SCHEMA:
        raise ValueError(f"schema {event.schema} is of a newer version of the program, which reads up to {SCHEMA}")
    facts: dict[str, Fact] = {}
    for form in FORMS[event.kind]:
        if form.name not in event.facts and (form.since > event.schema or _may_lack(event, form)):
            facts[form.name] = form.default
            continue
        if form.name not in event.facts:
            raise ValueError(f"{event.kind} lacks {form.name!r}")
        value = event.facts[form.name]
        if not isinstance(value, form.types) or (isinstance(value, bool) and bool not in form.types):
            raise ValueError(f"{event.kind}: {form.name!r} is {value!r}")
        facts[form.name] = value
    odd = set(event.facts) - set(facts) - {BELATED, ENTERED}
    if odd - _RETIRED.get(event.kind, frozenset()) or (odd and event.schema > 1):
        raise ValueError(f"{event.kind} has unknown facts: {', '.join(sorted(odd))}")
    return facts


def _may_lack(event: Event, form: FactField) -> bool:
    """Two facts came within schema 1, before its number was counted."""
    return event.schema == 1 and (event.kind, form.name) in {
        (EventKind.REPORT_COMPILED, "dated"),
        (EventKind.REPLY_PUBLISHED, "digest"),
    }
