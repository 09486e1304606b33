"""What a document cites, and what cites it, each with its paragraphs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from verbale.errors import BadReference
from verbale.lexicon.cited_resolutions import resolve_symbol
from verbale.model.annotation import Annotation, AnnotationKind
from verbale.model.document import Document
from verbale.model.language import Language
from verbale.model.symbol import Symbol
from verbale.search.index import SearchIndex
from verbale.search.searching import find_citing
from verbale.store.database import Database
from verbale.store.library_store import find_by_readings, find_holding

_MOST = 500  # paragraphs that cite a document and are looked at
_LONGEST = 200  # characters of what a person types for a symbol


@dataclass(frozen=True, slots=True)
class CitedDocument:
    """A document that is cited: its symbol, how often, and in which units (refs, in order).

    ``address`` is that of the library, empty where the library does not have it; ``official`` is where the
    United Nations has it, empty for documents of others.
    """

    symbol: str
    count: int
    refs: tuple[str, ...]
    address: str
    official: str


@dataclass(frozen=True, slots=True)
class CitingDocument:
    """A document that cites another: its address in the library, its language, its title, and the units that do."""

    address: str
    language: str
    title: str
    date: str
    refs: tuple[str, ...]


def cited_symbol(annotation: Annotation) -> str:
    """The symbol that a citation was resolved to; empty where it was not."""
    symbol = annotation.value.get("symbol") if annotation.kind is AnnotationKind.CITATION else None
    return symbol if isinstance(symbol, str) else ""


def find_cited(database: Database, document: Document) -> tuple[CitedDocument, ...]:
    """The documents that a document cites, itself left out, in the order in which it first does."""
    places: dict[str, list[str]] = {}
    for one in document.annotations:
        symbol = cited_symbol(one)
        if symbol and symbol != document.facts.symbol:
            places.setdefault(symbol, []).append(one.ref)
    held = find_holding(database, places)
    return tuple(
        CitedDocument(
            symbol,
            len(refs),
            tuple(dict.fromkeys(refs)),
            symbol if symbol in held else "",
            official_address(symbol, document.language),
        )
        for symbol, refs in places.items()
    )


def find_citing_documents(database: Database, index: SearchIndex, symbol: str) -> tuple[int, Sequence[CitingDocument]]:
    """How many units of the library cite a document, and the documents they stand in, the newest first.

    Of very many units only the newest are gathered. Raises ``StoreBroken`` where the index cannot be read.
    """
    if not symbol:
        return 0, ()
    total, hits = find_citing(index, symbol, 0, _MOST)
    rows = find_by_readings(database, {hit.key for hit in hits})
    refs: dict[str, list[str]] = {}
    for hit in hits:
        refs.setdefault(hit.key, []).append(hit.ref)
    return total, tuple(
        CitingDocument(row.address, row.language, row.title, row.date, tuple(dict.fromkeys(refs[key])))
        for key in refs
        if (row := rows.get(key)) and row.current and row.address != symbol
    )


def official_address(symbol: str, language: Language | None) -> str:
    """Where the United Nations publishes a document; empty where it is none of its documents."""
    try:
        return Symbol.parse(symbol).link(language or Language.EN) or ""
    except BadReference:
        return ""


def find_address(database: Database, typed: str) -> str:
    """The address of the one document of the library that is meant by a symbol typed in any form; empty where none is.

    ``a/res/76/53``, ``A-RES-76-53`` and ``76/53`` are the same document.
    """
    return next(iter(found), "") if len(found := find_holding(database, candidates_of(typed))) == 1 else ""


def candidates_of(typed: str) -> tuple[str, ...]:
    """The symbols that a person may mean, the likeliest first."""
    if len(typed) > _LONGEST or not typed.isprintable():
        return ()
    spellings = (typed, typed.upper(), typed.replace("-", "/"), typed.replace("-", "/").upper())
    found = [typed.upper()] if "/" in typed else []
    for spelling in dict.fromkeys(spellings):
        found += [str(symbol) for symbol in resolve_symbol(spelling)]
    return tuple(dict.fromkeys(found))
