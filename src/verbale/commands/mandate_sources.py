"""Requests read from the sources that ``verbale mandates`` is given: kept apart, for only these need the readers."""

from __future__ import annotations

from verbale.app.mandate_reading import requests_of_document
from verbale.app.reading import read_incoming
from verbale.app.sources import find_sources
from verbale.commands.batch import are_several, go_through, is_watched
from verbale.commands.messages import say
from verbale.model.document import Document
from verbale.model.mandate import ListedRequest


def read_listed(sources: tuple[str, ...]) -> tuple[list[ListedRequest], int]:
    """The requests of all sources, and how many could not be read; what is no resolution is told."""
    listed: list[ListedRequest] = []

    def take(document: Document) -> Document:
        listed.extend(requests_of_document(document))
        if document.profile != "resolution":
            say(f"{document.source.name}: a {document.profile}, not a resolution: nothing is read from it")
        return document

    tally = go_through(
        find_sources(sources),
        lambda incoming: take(read_incoming(incoming, finding=False)),
        doing="reading",
        watched=is_watched(are_several(sources), to_file=False),
        tell=False,
    )
    return listed, tally.failed
