"""The mission's side: a draft of a reply from the State's own record and what it said in earlier reports."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from verbale.app.converting import convert_document
from verbale.app.reading import read_incoming
from verbale.app.sources import Incoming
from verbale.app.writing import encode_ties, get_destination
from verbale.compose import EarlierReply, ReplyDraft, compose_reply_draft
from verbale.desk import Cycle
from verbale.model import Document, Language, NodeKind
from verbale.register.asking import get_state


@dataclass(frozen=True, slots=True)
class Drafted:
    """A draft, for which State, and the reports among those given in which it has no reply."""

    state: str
    draft: ReplyDraft
    silent: tuple[str, ...]


def draft_reply(cycle: Cycle, state: str, language: Language, as_of: str, reports: Iterable[Incoming] = ()) -> Drafted:
    """The draft for a State by any of its names, as of a day (ISO 8601), with its replies in the reports given.

    Raises ``BadReference`` for an unknown State, and a ``ReadFailed`` for a report that cannot be read.
    """
    name = get_state(state)
    earlier: list[EarlierReply] = []
    silent = []
    for incoming in reports:
        found = [*_replies_in(read_incoming(incoming, finding=False), name)]
        earlier += found
        silent += [] if found else [incoming.shown]
    earlier.sort(key=lambda reply: reply.dated, reverse=True)
    return Drafted(name, compose_reply_draft(cycle, name, language, as_of, earlier), tuple(silent))


def _replies_in(document: Document, state: str) -> Iterator[EarlierReply]:
    """The replies of a State in a report, their refs cut to what stands below the heading."""
    headings = [node for node in document.nodes if node.kind is NodeKind.REPLY_HEADING]
    for heading, reply in zip(headings, document.replies, strict=False):
        if reply.state != state:
            continue
        head = f"{heading.ref}."
        nodes = tuple(
            replace(node, ref=node.ref.removeprefix(head), parent=f"{node.parent}.".removeprefix(head).rstrip("."))
            for node in document.nodes
            if node.ref.startswith(head)
        )
        symbol = document.facts.symbol or document.source.name
        yield EarlierReply(symbol, reply.date or "", document.language or Language.EN, nodes)


def write_draft(draft: ReplyDraft, output: str, form: str, *, force: bool = False) -> None:
    """Write the draft in a format of ``converting.FORMS``, and its ties beside it. Raises ``OutputRefused``."""
    destination = get_destination(output, several=False, force=force)
    destination.write_file(destination.path, convert_document(draft.document, form).content)
    destination.write_file(destination.path.with_suffix(".ties.json"), encode_ties(draft.ties))
