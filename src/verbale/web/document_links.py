"""Addresses of documents and their places, as cells of lists and pages lead to them."""

from __future__ import annotations

from collections.abc import Iterable

from django.urls import reverse

from verbale.app.library_links import LibraryLinks, find_links, official_address
from verbale.store.library_store import LibraryDocument
from verbale.web.current_desk import desk_database
from verbale.web.templatetags.written_words import current_language


def document_url(row: LibraryDocument, ref: str = "") -> str:
    """The address of a document of the library, or of a place in it."""
    address = reverse("document", args=[row.address, row.language])
    return f"{address}#{ref}" if ref else address


def links_to(symbols: Iterable[str]) -> LibraryLinks:
    """Which documents the library has, in the language of the interface where it has it."""
    return find_links(desk_database(), symbols, current_language())


def symbol_url(links: LibraryLinks, symbol: str, ref: str = "") -> str:
    """A document in the library, else at the United Nations; empty for what is none."""
    row = links.find(symbol)
    return document_url(row, ref) if row else official_address(symbol, links.language)


def source_url(links: LibraryLinks, source: str, place: str) -> str:
    """Where a source says something: the paragraph of a document of the library, else the source on the web.

    Where the source is a collection, the document in it that its place names: ``A/RES/76/53 op. 3``.
    """
    row = links.find(source)
    if row:
        return document_url(row, place)
    symbol, paragraph = place_in(place)
    return links.source(source).address or symbol_url(links, symbol, paragraph)


def place_in(place: str) -> tuple[str, str]:
    """The document that a place in a collection names, and the paragraph there; either may be empty."""
    symbol, _op, paragraph = place.partition(" op. ")
    return symbol.partition(" ")[0], paragraph
