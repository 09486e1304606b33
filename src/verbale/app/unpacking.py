"""A published report taken apart: its cycle, its parts and its replies, each tied to the units it was printed in."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from verbale.app.cycle_reading import read_cycle
from verbale.app.cycles import open_cycle, start_cycle
from verbale.app.reading import read_guarded
from verbale.desk import commands as c
from verbale.desk.cases import CYCLE, Destination, Section
from verbale.desk.commands import Actor
from verbale.desk.cycle import Cycle
from verbale.desk.cycle_file import cycle_toml
from verbale.errors import Refused
from verbale.model.document import Document, Reply
from verbale.model.language import Language
from verbale.model.node import Node, NodeKind

_OPENED: Mapping[str, Section] = {
    "I": Section.INTRODUCTION,
    "II": Section.OBSERVATIONS,
    "III": Section.REPLIES_OPENING,
}


@dataclass(frozen=True, slots=True)
class Unpacked:
    """What a report was taken apart into: its cycle, and the refs of the units of each part and of each reply.

    ``assumed`` is what the report does not say and was put in so that there is a cycle: for a person to look at.
    """

    cycle: Cycle
    sections: tuple[tuple[Section, tuple[str, ...]], ...]
    replies: tuple[tuple[Reply, tuple[str, ...]], ...]
    assumed: tuple[str, ...]


def unpack_report(data: bytes, name: str, into: Path, actor: Actor, now: datetime) -> Unpacked:
    """Make a cycle of a report, in the folder ``into``.

    Every unit of the report goes into a part or a reply. Raises a ``ReadFailed``, ``Refused`` where the document is no
    report with a language and a symbol, ``OutputRefused`` where the folder may not be written.
    """
    document = read_guarded(data, name)
    language = document.language
    if document.profile != "report" or language is None or document.facts.symbol is None:
        raise Refused(
            name, "unpack", f"it was read as {document.profile}, not as a report with a symbol and a language"
        )
    taken = taken_apart(document)
    start_cycle(into, cycle_toml(taken.cycle), actor, now)
    digest = hashlib.sha256(data).hexdigest()
    note = c.IssueNote(taken.cycle.reference or "-", taken.cycle.calendar.note)
    with open_cycle(into) as folder:
        folder.give(CYCLE, note, actor, now, [data])
        for section, refs in taken.sections:
            folder.give(CYCLE, c.SetPart(section, language.value, digest, refs, f"as printed in {name}"), actor, now)
        for number, (reply, refs) in enumerate(taken.replies, start=1):
            for command in _reply_commands(document, reply, refs, digest, now):
                folder.give(f"reply-{number}", command, actor, now)
    return taken


def taken_apart(document: Document) -> Unpacked:
    """The parts and replies of a report; every unit of it that is no furniture is in exactly one of them."""
    sections: dict[Section, list[str]] = {section: [] for section in Section}
    replies: list[list[str]] = []
    place = Section.FRONT
    for node in document.nodes:
        if node.kind is NodeKind.FURNITURE:
            continue
        place = _place(node, place)
        if node.kind is NodeKind.REPLY_HEADING:
            replies.append([])
        if node.kind is NodeKind.FOOTNOTE:
            sections[Section.NOTES].append(node.ref)
        elif replies and place is Section.REPLIES_OPENING:
            replies[-1].append(node.ref)
        else:
            sections[place].append(node.ref)
    cycle, assumed = read_cycle(document)
    return Unpacked(
        cycle,
        tuple((section, tuple(refs)) for section, refs in sections.items()),
        tuple((reply, tuple(refs)) for reply, refs in zip(document.replies, replies, strict=True)),
        assumed,
    )


def _place(node: Node, place: Section) -> Section:
    """The part that a unit belongs to, given the one before it: a main heading opens the next."""
    if node.kind is NodeKind.CLOSING or node.ref.startswith("annex"):
        return Section.CLOSING
    if node.kind is NodeKind.HEADING and not node.parent:
        return _OPENED.get(node.ref, Section.CLOSING)
    return place


def _reply_commands(
    document: Document, reply: Reply, refs: tuple[str, ...], digest: str, now: datetime
) -> Iterator[c.Command]:
    """The steps of a reply that is known from print alone: its text there is its own or a translation."""
    source, language = document.source, document.language or Language.EN
    words = sum(len(node.text.split()) for node in document.nodes if node.ref in refs)
    yield c.Receive(
        digest, source.name, source.media_type.value, now.isoformat(timespec="seconds"), words, c.Channel.PRINT
    )
    original = reply.original_language or language.value
    yield c.Confirm(reply.state, reply.date or document.facts.date or "", original, reply.addresses)
    if original != language.value:
        yield c.SendForTranslation((language.value,))
    yield c.TakeTranslation(language.value, digest, 1, refs)
    yield c.Place(Destination.REPORT, 1, False, f"printed in {document.facts.symbol}")
