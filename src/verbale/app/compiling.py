"""The report of a cycle in each language, compiled of what the desk holds and written in each format."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from pathlib import Path

from verbale.app.converting import FORMS, convert_document
from verbale.app.cycles import CycleFolder
from verbale.app.reading import read_tree
from verbale.app.writing import encode_ties, write_together
from verbale.compose import ReplyText, Report, compose_report
from verbale.desk import CYCLE, Actor, Destination, Held, ReplyCase, ReplyStage, decide, place_reply
from verbale.desk import commands as c
from verbale.desk.intake import propose
from verbale.find import find_annotations, setting_of
from verbale.model import Document, Language, Node, NodeKind


@dataclass(slots=True)
class Shelf:
    """Documents of a cycle that are held, each read once."""

    folder: CycleFolder
    documents: dict[str, Document] = field(default_factory=dict)

    def get(self, digest: str, name: str = "held", profile: str | None = None) -> Document:
        """The tree of a content. Raises ``StoreBroken`` or a ``ReadFailed``."""
        if digest not in self.documents:
            self.documents[digest] = read_tree(self.folder.store.get_content(digest), name, profile)
        return self.documents[digest]

    def nodes(self, held: Held) -> list[Node]:
        """The units that a part is made of, in its order."""
        document = self.get(held.digest)
        if held.refs is None:
            return [node for node in document.nodes if node.kind is not NodeKind.FURNITURE]
        by_ref = {node.ref: node for node in document.nodes}
        return [by_ref[ref] for ref in held.refs]


def place_replies(folder: CycleFolder, actor: Actor, now: datetime) -> list[ReplyCase]:
    """Place every confirmed reply by deadline and policy; those that are placed already stay."""
    for reply in folder.replies:
        if reply.stage is ReplyStage.CONFIRMED:
            placement = place_reply(reply, folder.cycle, folder.case)
            command = c.Place(placement.destination, placement.version, placement.on_web, placement.reason)
            folder.give(reply.id, command, actor, now)
    return list(folder.replies)


def compose_cycle(folder: CycleFolder, language: Language, submitted: date, shelf: Shelf) -> Report:
    """The report in one language, annotated, with the ties of what was drafted."""
    replies = [
        _reply_text(reply, language, shelf)
        for reply in folder.replies
        if reply.destination is Destination.REPORT and reply.stage in (ReplyStage.PLACED, ReplyStage.PUBLISHED)
    ]
    parts = {
        section: shelf.nodes(held) for (section, code), held in folder.case.parts.items() if code == language.value
    }
    report = compose_report(folder.cycle, language, replies, submitted, parts)
    document = report.document
    annotated = replace(document, annotations=find_annotations(document.nodes, setting_of(document)))
    return Report(annotated, report.ties)


def _reply_text(reply: ReplyCase, language: Language, shelf: Shelf) -> ReplyText:
    """A reply in one language: the text of the State where it is its own, else the translation, else nothing yet."""
    original = Language(reply.language)
    translation = reply.translations.get(language.value)
    heading: Node | None = None
    nodes: list[Node] = []
    if translation and translation.held:
        heading, nodes = _inside(shelf.nodes(translation.held))
    elif original is language:
        version = reply.versions[reply.placed_version - 1]
        letter = shelf.get(version.sha256, version.name, "reply")
        wanted = set(propose(letter, shelf.folder.cycle).reproduced)
        nodes = [node for node in letter.nodes if node.ref in wanted]
    return ReplyText(reply.state, original, reply.dated, reply.addresses, tuple(nodes), heading, reply.on_web)


def _inside(nodes: Sequence[Node]) -> tuple[Node | None, list[Node]]:
    """The heading and the units of a reply as a report has them, their refs cut to what stands below the heading."""
    heading = next((node for node in nodes if node.kind is NodeKind.REPLY_HEADING), None)
    if heading is None:
        return None, list(nodes)
    head = f"{heading.ref}."
    return heading, [
        replace(node, ref=node.ref.removeprefix(head), parent=node.parent.removeprefix(head).removeprefix(heading.ref))
        for node in nodes
        if node is not heading
    ]


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be compiled: languages, formats (names of ``converting.FORMS``), where to, and the report's date."""

    languages: tuple[Language, ...]
    forms: tuple[str, ...]
    into: Path
    submitted: date
    force: bool = False


def compile_report(
    folder: CycleFolder, order: Order, actor: Actor, now: datetime, advance: Callable[[str], None] = lambda name: None
) -> Mapping[Language, Document]:
    """Write ``report.LANG.ENDING`` for each language and format; ``advance`` is told the name of each as it is made.

    Every file is made before the first is written, and a new folder appears whole or not at all. Raises ``Refused``
    where a reply is not settled, ``OutputRefused`` where something may not be written.
    """
    place_replies(folder, actor, now)
    open_stages = (ReplyStage.RECEIVED, ReplyStage.CONFIRMED)
    unsettled = tuple(reply.id for reply in folder.replies if reply.stage in open_stages)
    shelf = Shelf(folder)
    reports = {language: compose_cycle(folder, language, order.submitted, shelf) for language in order.languages}
    documents = {language: report.document for language, report in reports.items()}
    seal = hashlib.sha256("".join(document.source.sha256 for document in documents.values()).encode()).hexdigest()
    command = c.CompileReport(tuple(language.value for language in order.languages), seal, unsettled)
    decide(folder.case, command, actor, now)
    files = {}
    for language, document in documents.items():
        for form in order.forms:
            name = f"report.{language}{FORMS[form].ending}"
            files[name] = convert_document(document, form).content
            advance(name)
    files |= {f"ties.{language}.json": encode_ties(report.ties) for language, report in reports.items() if report.ties}
    write_together(order.into, files, force=order.force)
    folder.give(CYCLE, command, actor, now)
    return documents
