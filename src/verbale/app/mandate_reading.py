"""The verb ``mandates`` on sources: what a resolution that was read asks, and the words of a paragraph of it."""

from __future__ import annotations

from verbale.model.document import Document
from verbale.model.mandate import ListedRequest
from verbale.model.node import NodeKind
from verbale.model.statement import Provenance
from verbale.register.mandates.request_reading import read_requests

_WORDED = (NodeKind.OPERATIVE, NodeKind.PARAGRAPH, NodeKind.ITEM)


def requests_of_document(document: Document) -> tuple[ListedRequest, ...]:
    """What a resolution that was read asks; empty for a document of another kind."""
    name = document.source.name
    return tuple(
        ListedRequest(
            each.symbol, each.provision, each.verb, each.addressee, each.asked, each.due,
            Provenance(name, each.provision, "register/mandates"), each.text,
        )
        for each in read_requests(document)
    )  # fmt: skip


def words_of_paragraph(document: Document, paragraph: str) -> str:
    """The words of a paragraph of a resolution with those of its items; empty where it has none of that number.

    A paragraph under a heading is known by its own number: ``389`` for ``XVIII.389``.
    """
    head = next(
        (
            node
            for node in document.nodes
            if node.kind is NodeKind.OPERATIVE and paragraph in (node.ref, node.ref.rpartition(".")[2])
        ),
        None,
    )
    if head is None:
        return ""
    under = [
        node for node in document.nodes if node.kind in _WORDED and node.ref.startswith(f"{head.ref}.") and node.text
    ]
    return " ".join([head.text, *(node.printed for node in under)])
