"""A published report taken apart: its cycle, its parts and its replies, each tied to the units it was printed in."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from verbale.app.cycle_reading import read_cycle
from verbale.app.cycle_terms import get_cycle
from verbale.app.cycles import open_cycle, start_cycle
from verbale.app.programmes import programmes_of_cycle
from verbale.app.reading import read_guarded
from verbale.app.readings import make_reading
from verbale.app.writing import get_destination
from verbale.desk import commands as c
from verbale.desk.cases import CYCLE, Destination, Section
from verbale.desk.commands import Actor
from verbale.desk.cycle import Cycle
from verbale.desk.cycle_file import cycle_toml, draft_toml, find_blanks
from verbale.desk.deciding import When, moment_of
from verbale.errors import Refused
from verbale.model.document import Document, Reply
from verbale.model.language import Language
from verbale.model.node import Node, NodeKind
from verbale.store.contents import KeptReading
from verbale.store.cycle_store import Kept

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


def unpack_report(data: bytes, name: str, into: Path, actor: Actor, now: When, terms: Path | None = None) -> Unpacked:
    """Make a cycle of a report, in the folder ``into``.

    Every unit of the report goes into a part or a reply. ``terms`` is the file of the cycle where the report does not
    tell enough of it; without it, what can be told is written beside the folder (``INTO.cycle.toml``) for a person to
    fill in. Raises a ``ReadFailed``, ``Refused`` where the document is no report with a language and a symbol or too
    little is known of its cycle, ``OutputRefused`` where the folder may not be written.
    """
    document = read_guarded(data, name)
    language = document.language
    if document.profile != "report" or language is None or document.facts.symbol is None:
        raise Refused(
            name, "unpack", f"it was read as {document.profile}, not as a report with a symbol and a language"
        )
    taken = taken_apart(document)
    if terms is not None:
        taken = replace(taken, cycle=get_cycle(terms), assumed=())
    elif blanks := find_blanks(taken.cycle):
        draft = into.with_name(f"{into.name}.cycle.toml")
        get_destination(str(draft), several=False).write_file(draft, draft_toml(taken.cycle).encode())
        reason = f"the report does not tell {', '.join(blanks)}"
        raise Refused(name, "unpack", reason, f"fill in {draft}, and give it with --cycle")
    start_cycle(into, cycle_toml(taken.cycle), actor, now, programmes_of_cycle(terms) if terms else ())
    digest = hashlib.sha256(data).hexdigest()
    note = c.IssueNote(taken.cycle.reference or "-", taken.cycle.calendar.note)
    reading = make_reading(data, document, "tree")
    why = f"as printed in {name}"
    given: list[tuple[str, c.Command]] = [(CYCLE, note)]
    for section, refs in taken.sections:
        given.append((CYCLE, c.SetPart(section, language.value, digest, refs, why, reading.digest)))
    for number, (reply, refs) in enumerate(taken.replies, start=1):
        commands = _reply_commands(document, reply, refs, reading, now)
        given += [(f"reply-{number}", command) for command in commands]
    with open_cycle(into) as folder:
        folder.give_together(given, actor, now, Kept((data,), (reading,)))
    return taken


def taken_apart(document: Document) -> Unpacked:
    """The parts and replies of a report; every unit of it that is no furniture is in exactly one of them."""
    sections: dict[Section, list[str]] = {section: [] for section in Section}
    replies: list[list[str]] = []
    place, opened = Section.FRONT, _openings(document.nodes)
    for node in document.nodes:
        if node.kind is NodeKind.FURNITURE:
            continue
        place = _place(node, place, opened)
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


def _openings(nodes: Sequence[Node]) -> Mapping[str, Section]:
    """The main headings by ref, each with the part that it opens.

    The one that the first reply stands under opens the replies, whatever its number; the first before it the
    introduction, and those between the two what is observed. Without replies they are known by their numbers.
    """
    heads = [place for place, node in enumerate(nodes) if node.kind is NodeKind.HEADING and not node.parent]
    first = next((place for place, node in enumerate(nodes) if node.kind is NodeKind.REPLY_HEADING), None)
    if first is None:
        return {nodes[place].ref: _OPENED.get(nodes[place].ref, Section.CLOSING) for place in heads}
    before = [nodes[place].ref for place in heads if place < first]
    found = dict.fromkeys((nodes[place].ref for place in heads), Section.CLOSING)
    found |= dict.fromkeys(before, Section.OBSERVATIONS)
    found |= dict.fromkeys(before[:1], Section.INTRODUCTION)
    return found | dict.fromkeys(before[-1:], Section.REPLIES_OPENING)


def _place(node: Node, place: Section, opened: Mapping[str, Section]) -> Section:
    """The part that a unit belongs to, given the one before it: a main heading opens the next."""
    if node.kind is NodeKind.CLOSING or node.ref.startswith("annex"):
        return Section.CLOSING
    if node.kind is NodeKind.HEADING and not node.parent:
        return opened.get(node.ref, Section.CLOSING)
    return Section.REPLIES_OPENING if node.kind is NodeKind.REPLY_HEADING else place


def _reply_commands(
    document: Document, reply: Reply, refs: tuple[str, ...], reading: KeptReading, now: When
) -> Iterator[c.Command]:
    """The steps of a reply that is known from print alone: its text there is its own or a translation."""
    source, language = document.source, document.language or Language.EN
    words = sum(len(node.text.split()) for node in document.nodes if node.ref in refs)
    yield c.Receive(
        reading.content,
        source.name,
        source.media_type.value,
        moment_of(now).isoformat(timespec="seconds"),
        words,
        c.Channel.PRINT,
    )
    original = reply.original_language or language.value
    yield c.Confirm(reply.state, reply.date or document.facts.date or "", original, reply.addresses)
    if original != language.value:
        yield c.SendForTranslation((language.value,))
    yield c.TakeTranslation(language.value, reading.content, 1, refs, reading.digest)
    yield c.Place(Destination.REPORT, 1, False, f"printed in {document.facts.symbol}")
