"""What a cycle holds, as trees: each content is read once, and a reply's own words are found in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from verbale.app.cycles import CycleFolder
from verbale.app.reading import read_tree
from verbale.desk.cases import Held, ReplyCase
from verbale.desk.commands import Channel
from verbale.desk.intake import propose
from verbale.errors import Refused
from verbale.model.document import Document
from verbale.model.node import Node, NodeKind


@dataclass(slots=True)
class DocumentCache:
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
    letter = cache.get(version.sha256, version.name, "reply")
    wanted = set(propose(letter, cache.folder.cycle).reproduced)
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
