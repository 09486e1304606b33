"""What archives are told of each record of a cycle: the cycle itself, its cases, and every content of theirs."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any

from verbale.app.cycles import CycleFolder
from verbale.app.redacting import ContentKind, HeldContent, spoken_contents
from verbale.desk.access import Act, Thing, Viewer, may
from verbale.desk.access_stages import letter_of, page_of, report_of, translation_of
from verbale.desk.cases import CYCLE, ReplyCase, ReplyVersion
from verbale.desk.commands import Role
from verbale.desk.events import Entry, EventKind, write_facts
from verbale.store.contents import find_sizes

Retention = Mapping[str, str]
"""The rule under which records of a kind are kept, by the kind; ``""`` for every other."""
_OPEN, _CLOSED, _RESTRICTED, _REDACTED = "open", "closed", "restricted", "redacted"
_SHA256 = re.compile("[0-9a-f]{64}")
_READER = Viewer(Role.READER)
FORMATS = {
    ".eml": "message/rfc822",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".html": "text/html",
    ".json": "application/json",
    ".pdf": "application/pdf",
    ".txt": "text/plain",
    ".xlf": "application/xliff+xml",
    ".xml": "application/xml",
}
"""The formats that the desk itself makes, by the ending of their names."""


@dataclass(frozen=True, slots=True)
class RecordedAct:
    """Who did what with a record, when, and the number and seal of the entry that says so."""

    number: int
    kind: str
    at: str
    agent: str
    seal: str


@dataclass(frozen=True, slots=True)
class ArchivedRecord:
    """A record: of a cycle, a case, or a content. ``part_of`` is the identifier of that which it belongs to.

    ``creators`` are the States whose letter it is, by their codes, or who made it; ``relations`` pair the kind of a
    relation with an identifier. ``disposal`` says when, by whom and why its bytes were removed; empty where they are
    there.
    """

    identifier: str
    kind: str
    title: str
    creators: tuple[str, ...]
    history: tuple[RecordedAct, ...]
    part_of: str = ""
    sha256: str = ""
    size: int = 0
    media_type: str = ""
    language: str = ""
    relations: tuple[tuple[str, str], ...] = ()
    access: str = _CLOSED
    rule: str = ""
    disposal: str = ""

    @property
    def is_gone(self) -> bool:
        """Whether its bytes were removed."""
        return bool(self.disposal)


@dataclass(frozen=True, slots=True)
class _Known:
    """An open cycle with what is looked up of it for each content."""

    folder: CycleFolder
    replies: Mapping[str, ReplyCase]
    sizes: Mapping[str, int]
    removed: Mapping[str, tuple[str, str]]
    spoken: Mapping[str, list[Entry]]
    retention: Retention


def find_records(folder: CycleFolder, retention: Retention) -> tuple[ArchivedRecord, ...]:
    """The records of an open cycle: itself, then its cases in their order, then contents in the order they came."""
    entries: dict[str, list[Entry]] = {}
    for entry in folder.entries:
        entries.setdefault(entry.event.case, []).append(entry)
    cases = [_case(folder, reply, entries[reply.id], retention) for reply in folder.replies]
    contents = spoken_contents(folder)
    sums = {one.sha256 for one in contents}
    known = _Known(
        folder,
        {reply.id: reply for reply in folder.replies},
        find_sizes(folder.store.database, sums),
        _removals(folder.entries),
        _spoken(folder, sums),
        retention,
    )
    return (_cycle(folder, entries.get(CYCLE, []), retention), *cases, *(_content(known, one) for one in contents))


def record_of(one: ArchivedRecord, file: str, media_type: str) -> dict[str, Any]:
    """A record as JSON; ``file`` is where its bytes are in the bag, of that format."""
    first = one.history[0] if one.history else None
    return {
        "identifier": one.identifier,
        "aggregation": "item" if one.sha256 else "file",
        "kind": one.kind,
        "title": one.title,
        "creator": list(one.creators),
        "registered": first.at if first else None,
        "registered_by": first.agent if first else None,
        "language": one.language or None,
        "format": media_type or None,
        "size": one.size if one.sha256 and not one.is_gone else None,
        "sha256": one.sha256 or None,
        "file": file or None,
        "part_of": one.part_of or None,
        "relations": [{"relation": kind, "identifier": other} for kind, other in one.relations],
        "access": one.access,
        "retention_rule": one.rule or None,
        "disposal": one.disposal or None,
        "history": [
            {"entry": act.number, "event": act.kind, "at": act.at, "agent": act.agent, "seal": act.seal}
            for act in one.history
        ],
    }


def _cycle(folder: CycleFolder, entries: Iterable[Entry], retention: Retention) -> ArchivedRecord:
    access = _OPEN if _is_open(report_of(folder.case)) else _CLOSED
    made_by = tuple(dict.fromkeys(entry.event.actor for entry in entries))
    return ArchivedRecord(
        _name(folder),
        "cycle",
        folder.store.name,
        made_by[:1],
        _acts(entries),
        access=access,
        rule=_rule(retention, "cycle"),
    )


def _case(folder: CycleFolder, reply: ReplyCase, entries: Iterable[Entry], retention: Retention) -> ArchivedRecord:
    related = reply.confirmation.relates_to if reply.confirmation else ""
    return ArchivedRecord(
        _name(folder, reply.id),
        "case",
        reply.current.name,
        _authors(reply, reply.standing),
        _acts(entries),
        _name(folder),
        language=reply.language,
        relations=(("relates-to", _name(folder, related)),) if related else (),
        access=_access_of(folder, reply, reply.standing),
        rule=_rule(retention, "case"),
    )


def _content(known: _Known, one: HeldContent) -> ArchivedRecord:
    folder, reply = known.folder, known.replies.get(one.case)
    version = next((each for each in reply.versions if each.sha256 == one.sha256), None) if reply else None
    disposal, rule = known.removed.get(one.sha256, ("", ""))
    history = _acts(known.spoken.get(one.sha256, ()))
    authors = _authors(reply, version) if reply and version else ()
    return ArchivedRecord(
        _name(folder, one.case, one.sha256),
        one.kind.value,
        one.name,
        authors or tuple(act.agent for act in history[:1]),
        history,
        _name(folder, one.case) if reply else _name(folder),
        one.sha256,
        known.sizes.get(one.sha256, 0),
        version.media_type if version else _format(one),
        (version.language if version else "") or (one.name if one.kind is ContentKind.TRANSLATION else ""),
        _relations(folder, reply, version, one),
        _REDACTED if disposal else _access_of(folder, reply, version, one),
        rule or _rule(known.retention, one.kind.value),
        disposal,
    )


def _format(one: HeldContent) -> str:
    ending = ".eml" if one.kind is ContentKind.MESSAGE else PurePosixPath(one.name).suffix.lower()
    return FORMATS.get(ending, "")


def _relations(
    folder: CycleFolder, reply: ReplyCase | None, version: ReplyVersion | None, one: HeldContent
) -> tuple[tuple[str, str], ...]:
    if reply is None:
        return ()
    found = []
    if version is not None:
        before = [each for each in reply.versions if each.number == version.number - 1]
        found += [("is-version-of", _name(folder, reply.id, each.sha256)) for each in before]
        if version.carrier not in ("", version.sha256):
            found.append(("came-with", _name(folder, reply.id, version.carrier)))
    if one.kind in (ContentKind.TRANSLATION, ContentKind.SUMMARY):
        kind = "is-translation-of" if one.kind is ContentKind.TRANSLATION else "is-summary-of"
        found.append((kind, _name(folder, reply.id, reply.standing.sha256)))
    return tuple(found)


def _spoken(folder: CycleFolder, sums: Collection[str]) -> dict[str, list[Entry]]:
    """The entries that speak of each content, in their order."""
    files = folder.store.all_files()
    found: dict[str, list[Entry]] = {}
    for entry in folder.entries:
        named = {*_SHA256.findall(write_facts(entry.event.facts)), *files.get(entry.number, {}).values()}
        for sha256 in named.intersection(sums):
            found.setdefault(sha256, []).append(entry)
    return found


def _removals(entries: Iterable[Entry]) -> dict[str, tuple[str, str]]:
    """Of each content that was removed: when, by whom and why, and under which rule."""
    found: dict[str, tuple[str, str]] = {}
    for entry in entries:
        event = entry.event
        if event.kind is EventKind.CONTENT_REDACTED:
            sums = event.facts["contents"]
            words = f"removed {event.at} by {event.actor}: {event.facts['reason']}"
            found |= {sha256: (words, str(event.facts["rule"])) for sha256 in (sums if isinstance(sums, tuple) else ())}
    return found


def _access_of(
    folder: CycleFolder, reply: ReplyCase | None, version: ReplyVersion | None, one: HeldContent | None = None
) -> str:
    """For whom a record is: everybody, the office and its author alone, or restricted by its author."""
    gone = folder.case.redacted
    kind = one.kind if one else ContentKind.LETTER
    if reply is None:
        return _OPEN if kind is ContentKind.COMPILED and _is_open(report_of(folder.case)) else _CLOSED
    if reply.restricted:
        return _RESTRICTED
    thing: Thing | None = None
    if kind is ContentKind.LETTER and version is not None:
        thing = letter_of(reply, version.number, gone)
    elif kind is ContentKind.TRANSLATION and one and one.name in reply.translations:
        thing = translation_of(reply, one.name, gone)
    elif kind is ContentKind.COMPILED and one:
        thing = page_of(reply, one.sha256, gone)
    return _OPEN if thing is not None and _is_open(thing) else _CLOSED


def _is_open(thing: Thing) -> bool:
    return may(_READER, Act.SEE, thing).allowed


def _authors(reply: ReplyCase, version: ReplyVersion) -> tuple[str, ...]:
    said = reply.confirmed.get(version.number)
    return said.authors if said else reply.stated or version.authors


def _acts(entries: Iterable[Entry]) -> tuple[RecordedAct, ...]:
    return tuple(
        RecordedAct(one.number, one.event.kind.value, one.event.at, one.event.actor, one.seal) for one in entries
    )


def _rule(retention: Retention, kind: str) -> str:
    return retention.get(kind, retention.get("", ""))


def _name(folder: CycleFolder, *parts: str) -> str:
    return "/".join((f"verbale:{folder.store.name}", *parts))
