"""The verb ``mandates`` on sources: what a resolution that was read asks."""

from __future__ import annotations

from verbale.model.document import Document
from verbale.model.mandate import ListedRequest
from verbale.model.statement import Provenance
from verbale.register.mandates.request_reading import read_requests


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
