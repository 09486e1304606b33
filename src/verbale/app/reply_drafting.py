"""The mission's side: a draft of a reply from the State's own record and what it said in earlier reports."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from verbale.app.converting import FORMS, convert_document
from verbale.app.encoding import encode
from verbale.app.reading import read_incoming
from verbale.app.sources import Incoming
from verbale.app.writing import get_destination, write_together
from verbale.compose.state_record import EarlierReply, StateRecord, compose_pack, compose_reply_draft
from verbale.desk.cycle import Cycle
from verbale.model.document import Document
from verbale.model.language import Language
from verbale.model.node import NodeKind
from verbale.register.asking import get_state


@dataclass(frozen=True, slots=True)
class Drafted:
    """A draft, for which State, and the reports among those given in which it has no reply."""

    state: str
    draft: StateRecord
    silent: tuple[str, ...]


def draft_reply(cycle: Cycle, state: str, language: Language, as_of: str, reports: Iterable[Incoming] = ()) -> Drafted:
    """The draft for a State by any of its names, as of a day (ISO 8601), with its replies in the reports given.

    Raises ``BadReference`` for an unknown State, and a ``ReadFailed`` for a report that cannot be read.
    """
    name = get_state(state)
    given = read_reports(reports)
    earlier = earlier_replies([document for _, document in given], name)
    silent = tuple(shown for shown, document in given if all(reply.state != name for reply in document.replies))
    return Drafted(name, compose_reply_draft(cycle, name, language, as_of, earlier), silent)


def read_reports(reports: Iterable[Incoming]) -> list[tuple[str, Document]]:
    """The reports given, each with its name for people. Raises a ``ReadFailed``."""
    return [(incoming.shown, read_incoming(incoming, finding=False)) for incoming in reports]


def earlier_replies(reports: Iterable[Document], state: str) -> list[EarlierReply]:
    """What a State (alpha-3) said in reports, the latest first."""
    found = [reply for document in reports for reply in _replies_in(document, state)]
    return sorted(found, key=lambda reply: reply.dated, reverse=True)


def write_packs(
    cycle: Cycle,
    states: Iterable[str],
    languages: Sequence[Language],
    as_of: str,
    reports: Iterable[Document],
    to: tuple[Path, str],
    *,
    force: bool = False,
    advance: Callable[[str], None] = lambda name: None,
) -> int:
    """Write ``pack.STATE.LANG.ENDING`` and its ties for each State and language into the folder and format of ``to``.

    Tells how many packs. Raises ``OutputRefused``.
    """
    into, form = to
    files: dict[str, bytes] = {}
    held = [*reports]
    count = 0
    for state in states:
        earlier = earlier_replies(held, state)
        for language in languages:
            pack = compose_pack(cycle, state, language, as_of, earlier)
            name = f"pack.{state}.{language}"
            files[name + FORMS[form].ending] = convert_document(pack.document, form).content
            files[f"{name}.ties.json"] = encode({"ties": list(pack.ties), "untied": []})
            count += 1
            advance(name)
    write_together(into, files, force=force)
    return count


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


def write_draft(draft: StateRecord, output: str, form: str, *, force: bool = False) -> None:
    """Write the draft in a format of ``converting.FORMS``, and its ties beside it. Raises ``OutputRefused``."""
    destination = get_destination(output, several=False, force=force)
    destination.write_file(destination.path, convert_document(draft.document, form).content)
    destination.write_file(destination.path.with_suffix(".ties.json"), encode({"ties": list(draft.ties), "untied": []}))
