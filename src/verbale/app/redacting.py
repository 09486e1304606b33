"""Bytes removed on purpose: personal data under a rule, or what has been kept as long as it should be."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from verbale.app.cycles import CycleFolder
from verbale.desk import commands as c
from verbale.desk.cases import CYCLE, ReplyCase, ReplyStage
from verbale.desk.commands import Actor, Channel
from verbale.desk.deciding import When
from verbale.errors import Refused
from verbale.store.cycle_store import Kept

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
    found = [*_of_replies(folder), *_of_cycle(folder)]
    kept = (one for one in found if one.sha256 not in folder.case.redacted)
    return tuple(sorted(kept, key=lambda one: (one.since, one.case, one.sha256)))


def find_due(folder: CycleFolder, kind: ContentKind, before: date) -> tuple[HeldContent, ...]:
    """The contents of a kind that are held since before a day: those whose time is over."""
    return tuple(one for one in held_contents(folder) if one.kind is kind and one.since[:10] < before.isoformat())


def redact(
    folder: CycleFolder, sums: Sequence[str], reason: str, rule: str, actor: Actor, now: When
) -> tuple[HeldContent, ...]:
    """Remove the bytes of contents, named by their SHA-256 or its beginning, and every reading of them.

    The seals stay valid, for entries hold checksums only. Raises ``Refused`` where a content is not held, or is the
    letter of a reply that is still to be published.
    """
    held = held_contents(folder)
    chosen: dict[str, HeldContent] = {}
    for start in sums:
        found = {one.sha256: one for one in held if one.sha256.startswith(start)}
        if len(found) != 1:
            count = "no content" if not found else f"{len(found)} contents"
            raise Refused(start, "redact", f"{count} of this cycle has a checksum that begins so", "see --list")
        chosen |= found
    for one in chosen.values():
        _refuse_pending(folder, one)
    command = c.RedactContents(tuple(chosen), reason, rule)
    folder.give_together([(CYCLE, command)], actor, now, Kept(removed=tuple(chosen)))
    return tuple(chosen.values())


def _refuse_pending(folder: CycleFolder, one: HeldContent) -> None:
    if one.kind not in (ContentKind.LETTER, ContentKind.TRANSLATION, ContentKind.SUMMARY):
        return
    reply = folder.get_reply(one.case)
    if reply.stage in _PENDING and (one.kind is not ContentKind.LETTER or reply.standing.sha256 == one.sha256):
        advice = "publish the reply, or record its withdrawal, first"
        raise Refused(one.case, "redact", f"the reply is {reply.stage} and its words would be lost", advice)


def _of_replies(folder: CycleFolder) -> Iterator[HeldContent]:
    for reply in folder.replies:
        for version in reply.versions:
            if version.channel != Channel.PRINT:
                yield HeldContent(version.sha256, ContentKind.LETTER, reply.id, version.received, version.name)
            if version.carrier and version.carrier != version.sha256:
                yield HeldContent(version.carrier, ContentKind.MESSAGE, reply.id, version.received, version.sender)
        yield from _made_of(reply)


def _made_of(reply: ReplyCase) -> Iterator[HeldContent]:
    own = {version.sha256 for version in reply.versions}
    for language, one in reply.translations.items():
        if one.held and one.held.digest not in own:
            since = reply.versions[one.version - 1].received
            yield HeldContent(one.held.digest, ContentKind.TRANSLATION, reply.id, since, language)
    if reply.summary:
        since = reply.versions[reply.summarised - 1].received
        yield HeldContent(reply.summary.digest, ContentKind.SUMMARY, reply.id, since, "summary")


def _of_cycle(folder: CycleFolder) -> Iterator[HeldContent]:
    printed = {version.sha256 for reply in folder.replies for version in reply.versions}
    seen: set[str] = set()
    files = folder.store.all_files()
    for entry in folder.entries:
        digest = str(entry.event.facts.get("digest", ""))
        if entry.event.case == CYCLE and "part" in entry.event.facts and digest not in printed | seen:
            seen.add(digest)
            yield HeldContent(digest, ContentKind.PART, CYCLE, entry.event.at, str(entry.event.facts["part"]))
        for name, sha256 in files.get(entry.number, {}).items():
            yield HeldContent(sha256, ContentKind.COMPILED, CYCLE, entry.event.at, name)
