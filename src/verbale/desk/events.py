"""What happened, in order and for good: events, each sealed with the one before it.

Nothing is overwritten. A seal is the SHA-256 of an event's own words and of the seal before it, so that a changed,
dropped, added or moved event shows at its place.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

Fact = str | int | bool | None | tuple[str, ...]

FIRST_SEAL = "0" * 64


class EventKind(StrEnum):
    """What an event says. Those of a cycle come first, then those of a reply."""

    CYCLE_OPENED = "cycle-opened"
    NOTE_ISSUED = "note-issued"
    REMINDER_SENT = "reminder-sent"
    DEADLINE_EXTENDED = "deadline-extended"
    PART_SET = "part-set"
    REPORT_COMPILED = "report-compiled"
    REPORT_SUBMITTED = "report-submitted"
    REPORT_ISSUED = "report-issued"
    ADDENDUM_ISSUED = "addendum-issued"
    CORRIGENDUM_ISSUED = "corrigendum-issued"
    REPORT_REISSUED = "report-reissued"
    REPORT_CONSIDERED = "report-considered"
    REPORT_NOTED = "report-noted"
    MANDATE_RENEWED = "mandate-renewed"
    MANDATE_LAPSED = "mandate-lapsed"
    LETTER_RECEIVED = "letter-received"
    REPLY_CONFIRMED = "reply-confirmed"
    REPLY_CORRECTED = "reply-corrected"
    REPLY_MARKED_PROVISIONAL = "reply-marked-provisional"
    REPLY_MADE_FINAL = "reply-made-final"
    VERSION_RECEIVED = "version-received"
    VERSION_SET_APART = "version-set-apart"
    COPY_RECEIVED = "copy-received"
    SENT_FOR_TRANSLATION = "sent-for-translation"
    TRANSLATION_TAKEN = "translation-taken"
    SUMMARY_TAKEN = "summary-taken"
    OBJECTION_RECORDED = "objection-recorded"
    CONSENT_RECORDED = "consent-recorded"
    REPLY_PLACED = "reply-placed"
    REPLY_PUBLISHED = "reply-published"
    REPLY_WITHDRAWN = "reply-withdrawn"
    REPLY_RECALLED = "reply-recalled"
    REPLY_REINSTATED = "reply-reinstated"
    REMARK_ADDED = "remark-added"


@dataclass(frozen=True, slots=True)
class Event:
    """One thing that happened in one case: ``at`` is ISO 8601 in UTC, ``actor`` who did it, ``facts`` what is known."""

    case: str
    kind: EventKind
    at: str
    actor: str
    facts: Mapping[str, Fact]


@dataclass(frozen=True, slots=True)
class Entry:
    """An event in its place in the chain, counted from 1."""

    number: int
    event: Event
    previous: str
    seal: str


@dataclass(frozen=True, slots=True)
class Break:
    """A place where the chain does not hold, and why."""

    number: int
    reason: str


def event_record(event: Event) -> dict[str, object]:
    """The event as plain data, keys in order: what its seal is made of and what is stored."""
    facts = {key: list(fact) if isinstance(fact, tuple) else fact for key, fact in sorted(event.facts.items())}
    return {"case": event.case, "kind": event.kind.value, "at": event.at, "actor": event.actor, "facts": facts}


def parse_event(record: Mapping[str, object]) -> Event:
    """The event of a record. Raises ``ValueError`` or ``KeyError`` where it is none."""
    facts = record["facts"]
    if not isinstance(facts, Mapping):
        raise ValueError(f"facts are no table: {facts!r}")
    return Event(
        case=str(record["case"]),
        kind=EventKind(str(record["kind"])),
        at=str(record["at"]),
        actor=str(record["actor"]),
        facts={str(key): tuple(map(str, fact)) if isinstance(fact, list) else fact for key, fact in facts.items()},
    )


def seal_events(events: Iterable[Event], last: Entry | None) -> tuple[Entry, ...]:
    """The events as the next entries of a chain that ends with ``last``."""
    entries: list[Entry] = []
    for event in events:
        number, previous = (last.number + 1, last.seal) if last else (1, FIRST_SEAL)
        last = Entry(number, event, previous, _seal(number, event, previous))
        entries.append(last)
    return tuple(entries)


def find_breaks(entries: Sequence[Entry]) -> list[Break]:
    """Where a chain was changed; empty for one that holds from its first entry to its last."""
    breaks: list[Break] = []
    number, seal = 0, FIRST_SEAL
    for entry in entries:
        if entry.number != number + 1:
            breaks.append(Break(entry.number, f"follows number {number}: entries are missing or moved"))
        if entry.previous != seal:
            breaks.append(Break(entry.number, "does not follow the entry before it"))
        if entry.seal != _seal(entry.number, entry.event, entry.previous):
            breaks.append(Break(entry.number, "is not what was sealed"))
        number, seal = entry.number, entry.seal
    return breaks


def _seal(number: int, event: Event, previous: str) -> str:
    words = json.dumps(event_record(event), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(f"{previous}\n{number}\n{words}".encode()).hexdigest()
