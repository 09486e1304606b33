"""The library of a desk: documents that anybody may read, added from files or from what a cycle has published."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import lru_cache

from verbale.app.compiling import compiled_documents
from verbale.app.cycles import CycleFolder
from verbale.app.document_cache import DocumentCache
from verbale.app.publishing import language_shown, web_item
from verbale.app.reading import annotate, read_source
from verbale.app.readings import document_of, keep_document, make_reading
from verbale.app.sources import Incoming, get_bytes
from verbale.app.working import work_on_bytes
from verbale.desk.cases import Destination, ReplyStage
from verbale.errors import BadReference, VerbaleError
from verbale.model.document import Document, Facts
from verbale.model.node import NodeKind
from verbale.store.contents import KeptReading, digest_of, get_content, get_reading
from verbale.store.database import Database
from verbale.store.library_store import (
    Addition,
    LibraryDocument,
    Selection,
    add_documents,
    find_document,
    library_mark,
    list_documents,
    replace_rows,
    rows_of,
    standing_entries,
    withdraw_document,
)

ISSUES = ("addendum-", "corrigendum-")
"""How the names of the files of what is issued beside a report begin."""
UNKNOWN = "und"
"""The language of a document whose language is not known (ISO 639-2)."""
_LONGEST, _DIGITS = 200, 16  # characters of a symbol that is kept, and of a checksum in the address of a document
_AT_ONCE = 50  # documents that are kept together
_KEPT = 256  # documents that a process keeps ready, each by the digest of its reading
_LISTS = 8  # lists that a process keeps ready
_READ_BACK = ("html", "docx")  # forms of an issue that are read, the best first
_COUNTED = frozenset(NodeKind) - {NodeKind.FURNITURE, NodeKind.MASTHEAD}


@dataclass(frozen=True, slots=True)
class Added:
    """How sources fared: what was new in the library, how many were there already, and what could not be read."""

    documents: tuple[LibraryDocument, ...]
    known: int
    failed: tuple[tuple[Incoming, VerbaleError], ...]


def add_sources(
    database: Database,
    sources: Iterable[Incoming],
    actor: str,
    now: datetime,
    tell: Callable[[str], None] = lambda name: None,
) -> Added:
    """Read sources in the worker and add them; one that cannot be read never stops the others.

    ``tell`` is called with the name of each once it was read.
    """
    added: list[LibraryDocument] = []
    failed: list[tuple[Incoming, VerbaleError]] = []
    waiting: list[Addition] = []
    count = 0
    at = _moment(now)
    for source in sources:
        try:
            data = get_bytes(source)
            document = work_on_bytes(data, source.name, read_source)
        except VerbaleError as error:
            failed.append((source, error))
        else:
            count += 1
            waiting.append(make_addition(data, document, make_reading(data, document, "tree"), at))
        tell(source.name)
        if len(waiting) == _AT_ONCE:
            added += add_documents(database, waiting, actor, at)
            waiting = []
    added += add_documents(database, waiting, actor, at)
    return Added(tuple(added), count - len(added), tuple(failed))


def add_published(database: Database, folder: CycleFolder, actor: str, now: datetime) -> tuple[LibraryDocument, ...]:
    """Add what went out of a cycle: its report in every language, addenda and corrigenda, replies on their own pages.

    What is there already stays as it is. Raises ``Refused`` where nothing was compiled.
    """
    at = _moment(now)
    cache, made = DocumentCache(folder), []
    for document in compiled_documents(folder, cache).values():
        made.append(_composed(document, at))
    for reply in folder.replies:
        if reply.stage is ReplyStage.PUBLISHED and reply.destination is Destination.WEB:
            page = web_item(reply, cache)
            facts = replace(page.facts, date=reply.dated or page.facts.date)
            made.append(_composed(replace(page, facts=facts, language=language_shown(reply)), at))
    for name, sha256 in _issued_files(folder):
        data = folder.store.get_content(sha256)
        document = work_on_bytes(data, name, read_source)
        made.append(make_addition(data, document, make_reading(data, document, "tree"), at))
    return add_documents(database, made, actor, at)


def _issued_files(folder: CycleFolder) -> list[tuple[str, str]]:
    """The addenda and corrigenda that are held, each in one file: its name and SHA-256."""
    found: dict[str, tuple[str, str]] = {}
    for files in folder.store.all_files().values():
        for name, sha256 in files.items():
            stem, _, ending = name.rpartition(".")
            # The report as it should read stands beside its corrigendum, and is none.
            is_issue = name.startswith(ISSUES) and ending in _READ_BACK and not stem.endswith(".text")
            if is_issue and sha256 not in folder.case.redacted and (ending == _READ_BACK[0] or stem not in found):
                found[stem] = (name, sha256)
    return list(found.values())


def _composed(document: Document, at: str) -> Addition:
    """A document that was composed here: its bytes are its text, its reading is itself with what is found in it."""
    found = annotate(document)
    data = found.source.text.encode("utf-8", "surrogatepass")
    return make_addition(data, found, keep_document(digest_of(data), found, "report"), at)


def make_addition(data: bytes, document: Document, reading: KeptReading, at: str, source: str = "") -> Addition:
    """A document with its row, to be added. ``at`` is ISO 8601, ``source`` the address that it came from."""
    return Addition(describe(document, reading, document.source.name, source, at), reading, data)


def describe(document: Document, reading: KeptReading, name: str, source: str, at: str) -> LibraryDocument:
    """The row of a document."""
    facts: Facts = document.facts
    symbol = facts.symbol or ""
    if len(symbol) > _LONGEST or "\x00" in symbol:
        symbol = ""
    return LibraryDocument(
        reading=reading.digest,
        content=reading.content,
        address=symbol or f"sha256:{reading.content[:_DIGITS]}",
        symbol=symbol,
        language=document.language.value if document.language else UNKNOWN,
        title=_plain(facts.title or name),
        date=(facts.adopted or facts.date or "")[:_LONGEST],
        session=facts.session,
        profile=document.profile,
        units=sum(node.kind in _COUNTED for node in document.nodes),
        name=_plain(name),
        source=source,
        added_at=at,
    )


def _moment(now: datetime) -> str:
    """A moment in UTC, to the second: all are, and so stand in order as texts."""
    return now.astimezone(UTC).isoformat(timespec="seconds")


def _plain(text: str) -> str:
    return " ".join(text.replace("\x00", "").split())


def get_document(database: Database, row: LibraryDocument) -> Document:
    """The tree of a document of the library in the reading that was kept. Raises ``StoreBroken``."""
    return _read(database, row.reading)


@lru_cache(maxsize=_KEPT)
def _read(database: Database, reading: str) -> Document:
    """A reading never changes: equal digests are equal documents."""
    return document_of(get_reading(database, reading))


def get_library_row(database: Database, address: str, language: str, reading: str = "") -> LibraryDocument:
    """A document of the library. Raises ``BadReference`` where there is none by that address in that language."""
    row = find_document(database, address, language, reading)
    if row is None:
        raise BadReference(f"{address} ({language})", "is not in the library")
    return row


def find_listed(
    database: Database, chosen: Selection, offset: int = 0, limit: int | None = None
) -> tuple[LibraryDocument, ...]:
    """The documents of a selection in every language, the newest session first, then by symbol and language.

    A process keeps the last few lists ready for as long as the library does not change.
    """
    return _listed(database, library_mark(database), chosen, offset, limit)


@lru_cache(maxsize=_LISTS)
def _listed(
    database: Database, mark: tuple[int, int, int], chosen: Selection, offset: int, limit: int | None
) -> tuple[LibraryDocument, ...]:
    addresses = list_documents(database, chosen, offset, limit)
    rows = rows_of(database, addresses)
    return tuple(row for address in addresses for row in rows.get(address, ()))


def get_original(database: Database, row: LibraryDocument) -> bytes:
    """The bytes of a document as they were added. Raises ``StoreBroken``, ``ContentRedacted``."""
    return get_content(database, row.content)


def withdraw(database: Database, row: LibraryDocument, reason: str, actor: str, now: datetime) -> None:
    """Take a version out of the library. Raises ``Refused`` where it is not there or no reason is given."""
    withdraw_document(database, row, reason, actor, _moment(now))


def rebuild_library(database: Database) -> int:
    """Make the list of documents anew from what was added and withdrawn; how many versions there are."""
    rows = []
    for entry in standing_entries(database):
        reading = get_reading(database, entry.reading)
        rows.append(describe(document_of(reading), reading, entry.name, entry.source, entry.at))
    return replace_rows(database, rows)


def document_record(one: LibraryDocument) -> dict[str, object]:
    """A document of the library as lists give it in JSON."""
    return {
        "address": one.address,
        "symbol": one.symbol or None,
        "language": one.language,
        "title": one.title,
        "date": one.date or None,
        "session": one.session,
        "profile": one.profile,
        "units": one.units,
        "name": one.name,
        "reading": one.reading,
        "added_at": one.added_at,
    }


__all__ = [
    "Added",
    "Selection",
    "add_published",
    "add_sources",
    "document_record",
    "find_listed",
    "get_document",
    "get_library_row",
    "get_original",
    "make_addition",
    "rebuild_library",
    "withdraw",
]
