"""What happened, in order and for good: events, each sealed with the one before it.

Nothing is overwritten. A seal is the SHA-256 of an event's own words and of the seal before it, so that a changed,
dropped, added or moved event shows at its place. That the last ones were cut off, or all were sealed anew, shows only
beside a seal that was kept elsewhere: ``find_seal``.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from json.encoder import encode_basestring, encode_basestring_ascii

import msgspec

Fact = str | int | bool | None | tuple[str, ...]

FIRST_SEAL = "0" * 64


class EventKind(StrEnum):
    """What an event says. Those of a cycle come first, then those of a reply."""

    CYCLE_OPENED = "cycle-opened"
    TERMS_CHANGED = "terms-changed"
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
    CONTENT_REDACTED = "content-redacted"
    READING_ADOPTED = "reading-adopted"
    AUTHOR_ADDED = "author-added"
    PART_SET_ASIDE = "part-set-aside"
    REPORT_RETURNED = "report-returned"
    LETTER_RECEIVED = "letter-received"
    REPLY_CONFIRMED = "reply-confirmed"
    REPLY_CORRECTED = "reply-corrected"
    REPLY_MARKED_PROVISIONAL = "reply-marked-provisional"
    REPLY_MADE_FINAL = "reply-made-final"
    REPLY_RESTRICTED = "reply-restricted"
    RESTRICTION_LIFTED = "restriction-lifted"
    VERSION_RECEIVED = "version-received"
    VERSION_SET_APART = "version-set-apart"
    COPY_RECEIVED = "copy-received"
    AUTHOR_STATED = "author-stated"
    LETTER_SET_ASIDE = "letter-set-aside"
    LETTER_TAKEN_UP = "letter-taken-up"
    CONFIRMATION_UNDONE = "confirmation-undone"
    ALARMS_LOOKED_AT = "alarms-looked-at"
    GATE_WAIVED = "gate-waived"
    WAIVER_UNDONE = "waiver-undone"
    CASE_ASSIGNED = "case-assigned"
    TRANSLATION_SET_ASIDE = "translation-set-aside"
    SUMMARY_SET_ASIDE = "summary-set-aside"
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
    """One thing that happened in one case: ``at`` is ISO 8601 in UTC, ``actor`` who did it, ``facts`` what is known.

    ``schema`` is the schema of the facts (``event_facts.SCHEMA``).
    """

    case: str
    kind: EventKind
    at: str
    actor: str
    facts: Mapping[str, Fact]
    schema: int = 2


@dataclass(frozen=True, slots=True)
class Entry:
    """An event in its place in the chain: ``number`` in the cycle and ``case_version`` in its case, from 1."""

    number: int
    case_version: int
    event: Event
    previous: str
    seal: str


@dataclass(frozen=True, slots=True)
class Break:
    """A place where the chain does not hold, and why."""

    number: int
    reason: str


_STORED = msgspec.json.Decoder(dict[str, Fact])
_FACTS = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def write_facts(facts: Mapping[str, Fact]) -> str:
    """The facts as they are sealed and stored: JSON, keys in order."""
    return _FACTS.encode(facts if isinstance(facts, dict) else dict(facts))


def parse_facts(text: str) -> Mapping[str, Fact]:
    """The facts of a stored text. Raises ``ValueError`` where it is none."""
    try:
        return _STORED.decode(text)
    except msgspec.DecodeError as error:
        raise ValueError(f"facts are no table: {text[:40]!r}: {error}") from error


def seal_events(events: Iterable[Event], last: Entry | None, versions: Mapping[str, int]) -> tuple[Entry, ...]:
    """The events as the next entries of a chain that ends with ``last``; ``versions`` are those of the cases so far."""
    entries: list[Entry] = []
    counted = dict(versions)
    for event in events:
        number, previous = (last.number + 1, last.seal) if last else (1, FIRST_SEAL)
        version = counted[event.case] = counted.get(event.case, 0) + 1
        last = Entry(number, version, event, previous, seal_of(number, version, event, previous))
        entries.append(last)
    return tuple(entries)


def find_breaks(
    entries: Sequence[Entry], after: Entry | None = None, known: Mapping[str, int] | None = None
) -> list[Break]:
    """Where a chain was changed; empty for one that holds from its first entry to its last.

    Of a part of a chain, ``after`` is the entry before it and ``known`` the number of entries of each case until then.
    """
    breaks: list[Break] = []
    number, seal = (after.number, after.seal) if after else (0, FIRST_SEAL)
    versions = dict(known or {})
    for entry in entries:
        case = entry.event.case
        versions[case] = versions.get(case, 0) + 1
        if entry.number != number + 1:
            breaks.append(Break(entry.number, f"follows number {number}: entries are missing or moved"))
        if entry.case_version != versions[case]:
            breaks.append(Break(entry.number, f"is not number {versions[case]} of {case}"))
        if entry.previous != seal:
            breaks.append(Break(entry.number, "does not follow the entry before it"))
        if entry.seal != seal_of(entry.number, entry.case_version, entry.event, entry.previous):
            breaks.append(Break(entry.number, "is not what was sealed"))
        number, seal = entry.number, entry.seal
    return breaks


def find_seal(entries: Sequence[Entry], seal: str) -> int:
    """The number of the entry with a seal that was kept elsewhere; 0 where there is none.

    A seal that is not found says that the chain was cut before it, rolled back, or sealed anew as a whole.
    """
    return next((entry.number for entry in entries if entry.seal == seal), 0)


def seal_of(number: int, version: int, event: Event, previous: str) -> str:
    """The seal of an entry: the SHA-256 of the seal before it, its number and its words, by the event's schema."""
    facts, words = write_facts(event.facts), encode_basestring
    head = f'{{"actor":{words(event.actor)},"at":{encode_basestring_ascii(event.at)},"case":{words(event.case)}'
    if event.schema == 1:
        sealed = f'{head},"facts":{facts},"kind":"{event.kind}"}}'
    else:
        sealed = f'{head},"case_version":{version},"facts":{facts},"kind":"{event.kind}","schema":{event.schema}}}'
    return hashlib.sha256(f"{previous}\n{number}\n{sealed}".encode()).hexdigest()
