"""What a cycle holds, as trees: by the reading that was kept, so that what was confirmed stays as it was."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from verbale.app.cycles import CycleFolder
from verbale.app.letter_reading import read_letter
from verbale.app.reading import read_guarded
from verbale.app.readings import document_of
from verbale.desk.cases import Held, ReplyCase, ReplyVersion
from verbale.desk.commands import Channel
from verbale.desk.intake import propose
from verbale.errors import ContentRedacted, Refused
from verbale.model.document import Document
from verbale.model.node import Node, NodeKind


@dataclass(slots=True)
class DocumentCache:
    """Documents of a cycle that are held, each read once."""

    folder: CycleFolder
    documents: dict[str, Document] = field(default_factory=dict)
    readings: dict[str, Document] = field(default_factory=dict)

    def get(self, digest: str, name: str = "held", profile: str | None = None) -> Document:
        """The tree of a content as this version reads it. Raises ``StoreBroken`` or a ``ReadFailed``."""
        if digest not in self.documents:
            content = self.folder.store.get_content(digest)
            self.documents[digest] = read_guarded(content, name, profile, finding=False)
        return self.documents[digest]

    def get_kept(self, reading: str) -> Document:
        """The tree of a kept reading. Raises ``StoreBroken``."""
        if reading not in self.readings:
            self.readings[reading] = document_of(self.folder.store.get_reading(reading))
        return self.readings[reading]

    def letter(self, version: ReplyVersion, reading: str = "") -> Document:
        """A version of a reply as a reading has it: the one named, else that of the day it came.

        A version that came before readings were kept is read as this version does. Raises ``ContentRedacted``.
        """
        self._refuse_redacted(version.sha256)
        if digest := reading or version.reading:
            return self.get_kept(digest)
        if version.sha256 not in self.documents:
            content = self.folder.store.get_content(version.sha256)
            self.documents[version.sha256] = read_letter(content, version.name).document
        return self.documents[version.sha256]

    def document(self, held: Held) -> Document:
        """The document that some units are of. Raises ``ContentRedacted``."""
        self._refuse_redacted(held.digest)
        return self.get_kept(held.reading) if held.reading else self.get(held.digest)

    def _refuse_redacted(self, sha256: str) -> None:
        if sha256 in self.folder.case.redacted:
            place = self.folder.store.place
            raise ContentRedacted(place, f"content {sha256[:12]} was redacted", "verbale reconcile tells why")

    def nodes(self, held: Held) -> list[Node]:
        """The units that a part is made of, in its order."""
        document = self.document(held)
        if held.refs is None:
            return [node for node in document.nodes if node.kind is not NodeKind.FURNITURE]
        by_ref = {node.ref: node for node in document.nodes}
        return [by_ref[ref] for ref in held.refs]


def refs_of_words(reply: ReplyCase, version: ReplyVersion, cache: DocumentCache) -> tuple[Document, set[str]]:
    """A version as a document, and the refs of the units in it that are the State's words.

    They are those that were confirmed; before that, those that this version of the program proposes.
    """
    confirmed = reply.words.get(version.number)
    document = cache.letter(version, confirmed.reading if confirmed else "")
    if confirmed and confirmed.refs is not None:
        return document, set(confirmed.refs)
    return document, set(propose(document, cache.folder.cycle).reproduced)


def own_words(reply: ReplyCase, cache: DocumentCache) -> tuple[Node | None, list[Node]]:
    """What stands in the report in the State's own language: a heading where one was printed, and the units.

    They are the words of the version that counts, without letterhead, place and date; where its full text is on the
    web, those of the summary that is held. Raises ``Refused`` where only a translation is held.
    """
    if reply.summary and reply.in_summary:
        return None, cache.nodes(reply.summary)
    printed = reply.translations.get(reply.language)
    if printed and printed.held:
        return split_heading(cache.nodes(printed.held))
    version = reply.standing
    if version.channel == Channel.PRINT:
        raise Refused(
            reply.id,
            "find its own words",
            "the reply is held in translation only",
            f"receive its {reply.language} text",
        )
    letter, wanted = refs_of_words(reply, version, cache)
    return None, [node for node in letter.nodes if node.ref in wanted]


def split_heading(nodes: Sequence[Node]) -> tuple[Node | None, list[Node]]:
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
