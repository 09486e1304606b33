"""Bytes removed on purpose: personal data under a rule, or what has been kept as long as it should be."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from verbale.app.cycles import CycleFolder
from verbale.desk import commands as c
from verbale.desk.cases import CYCLE, ReplyStage
from verbale.desk.commands import Actor, Channel
from verbale.desk.deciding import When
from verbale.desk.event_facts import complete_facts
from verbale.desk.events import Entry, EventKind
from verbale.errors import Refused
from verbale.model.contract import Record
from verbale.store.contents import find_other_holders
from verbale.store.cycle_store import Kept
from verbale.store.database import wipe

_PENDING = (ReplyStage.RECEIVED, ReplyStage.CONFIRMED, ReplyStage.PLACED)


class ContentKind(StrEnum):
    """What a content of a cycle is, each with a time of its own for which it is kept."""

    LETTER = "letter"
    MESSAGE = "message"
    TRANSLATION = "translation"
    SUMMARY = "summary"
    PART = "part"
    COMPILED = "compiled"


@dataclass(frozen=True, slots=True)
class HeldContent:
    """A content that a cycle holds: its SHA-256, what it is, of which case, since when (ISO 8601), by what name."""

    sha256: str
    kind: ContentKind
    case: str
    since: str
    name: str


def held_contents(folder: CycleFolder) -> tuple[HeldContent, ...]:
    """Every content that a cycle holds and that was not redacted, the oldest first."""
    printed = {
        version.sha256 for reply in folder.replies for version in reply.versions if version.channel == Channel.PRINT
    }
    left_out = folder.case.redacted | printed
    return tuple(one for one in spoken_contents(folder) if one.sha256 not in left_out)


def spoken_contents(folder: CycleFolder) -> tuple[HeldContent, ...]:
    """Every content that the record of a cycle speaks of, those that were redacted too, the oldest first."""
    files = folder.store.all_files()
    found: dict[str, HeldContent] = {}
    for entry in folder.entries:
        for one in _of_entry(entry, files.get(entry.number, {})):
            # A version that was moved is of the case that has it now.
            known = found.get(one.sha256)
            found[one.sha256] = replace(known, case=one.case) if known else one
    return tuple(sorted(found.values(), key=lambda one: (one.since, one.case, one.sha256)))


def held_record(one: HeldContent) -> Record:
    """A content that is held: its checksum, what it is, of which case, since when, by what name."""
    return {"sha256": one.sha256, "kind": one.kind.value, "case": one.case, "since": one.since, "name": one.name}


def find_due(folder: CycleFolder, kind: ContentKind, before: date) -> tuple[HeldContent, ...]:
    """The contents of a kind that are held since before a day: those whose time is over."""
    return tuple(one for one in held_contents(folder) if one.kind is kind and one.since[:10] < before.isoformat())


def redact(
    folder: CycleFolder, sums: Sequence[str], reason: str, rule: str, actor: Actor, now: When
) -> tuple[tuple[HeldContent, ...], Mapping[str, tuple[str, ...]]]:
    """Remove the bytes of contents, named by their SHA-256 or its beginning, and every reading of them.

    What was removed, and the other cycles of the desk that hold some of it: for them the bytes stay until they let them
    go too. The seals stay valid, for entries hold checksums only. Raises ``Refused`` where a content is not held, or is
    the letter of a reply that is still to be published.
    """
    held = held_contents(folder)
    chosen: dict[str, HeldContent] = {}
    for start in sums:
        found = {one.sha256: one for one in held if one.sha256.startswith(start)}
        if len(found) != 1:
            count = "no content" if not found else f"{len(found)} contents"
            raise Refused(
                start,
                "redact",
                f"{count} of this cycle has a checksum that begins so",
                "verbale redact CYCLE lists them",
            )
        chosen |= found
    for one in chosen.values():
        _refuse_pending(folder, one)
    command = c.RedactContents(tuple(chosen), reason, rule)
    folder.give_together([(CYCLE, command)], actor, now, Kept(removed=tuple(chosen)))
    wipe(folder.store.database)
    others = {sha256: find_other_holders(folder.store.database, folder.store.key, sha256) for sha256 in chosen}
    return tuple(chosen.values()), {sha256: names for sha256, names in others.items() if names}


def _refuse_pending(folder: CycleFolder, one: HeldContent) -> None:
    if one.kind not in (ContentKind.LETTER, ContentKind.TRANSLATION, ContentKind.SUMMARY):
        return
    reply = folder.get_reply(one.case)
    if reply.stage in _PENDING and (one.kind is not ContentKind.LETTER or reply.standing.sha256 == one.sha256):
        advice = "publish the reply, or record its withdrawal, first"
        raise Refused(one.case, "redact", f"the reply is {reply.stage} and its words would be lost", advice)


def _of_entry(entry: Entry, files: Mapping[str, str]) -> Iterator[HeldContent]:
    """The contents that an entry speaks of."""
    event, facts = entry.event, complete_facts(entry.event)
    if event.kind in _RECEIVED:
        since, carrier = str(facts["received"]), str(facts["carrier"])
        yield HeldContent(str(facts["sha256"]), ContentKind.LETTER, event.case, since, str(facts["name"]))
        if carrier not in ("", facts["sha256"]):
            yield HeldContent(carrier, ContentKind.MESSAGE, event.case, since, str(facts["sender"]))
    if event.kind in _MADE:
        kind, name = _MADE[event.kind]
        if facts["digest"]:
            yield HeldContent(str(facts["digest"]), kind, event.case, event.at, str(facts[name] if name else kind))
    for name, sha256 in files.items():
        yield HeldContent(sha256, ContentKind.COMPILED, event.case, event.at, name)


_RECEIVED = frozenset({EventKind.LETTER_RECEIVED, EventKind.VERSION_RECEIVED, EventKind.COPY_RECEIVED})
_MADE: Mapping[EventKind, tuple[ContentKind, str]] = {
    EventKind.TRANSLATION_TAKEN: (ContentKind.TRANSLATION, "language"),
    EventKind.SUMMARY_TAKEN: (ContentKind.SUMMARY, ""),
    EventKind.PART_SET: (ContentKind.PART, "part"),
    EventKind.REPLY_PUBLISHED: (ContentKind.COMPILED, "where"),
}
"""What an entry speaks of as ``digest``, and the fact that is its name."""
