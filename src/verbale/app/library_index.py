"""The search index of a library: what is in the library and in the register is in the index, and nothing else.

The index is a projection. It follows the library by what it lacks and what it has too much, whoever changed the
library and from where; dropped, it is made again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby

from verbale.app.libraries import get_document
from verbale.app.pipeline import register_version
from verbale.app.register_answers import get_all_lines
from verbale.model.language import Language
from verbale.model.register_line import RegisterLine
from verbale.search.index import SearchIndex
from verbale.search.records import FACT, IndexedDocument, IndexedUnit, indexed_document
from verbale.store.database import Database
from verbale.store.library_store import LibraryDocument, current_readings, find_by_readings, library_mark

REGISTER = "register"
"""The profile of what stands for the register in the index, and the beginning of its keys."""
_AT_ONCE = 200  # documents that are written together, so that a long work is seen as it goes
_YEAR = 4  # characters of a year


@dataclass(frozen=True, slots=True)
class Followed:
    """What was done to the index: how many documents were added to it and taken out of it."""

    added: int = 0
    removed: int = 0


def follow_library(
    database: Database, index: SearchIndex, tell: Callable[[int, int], None] = lambda done, total: None
) -> Followed:
    """Bring the index to what the library and the register hold. ``tell`` is given how many are done, and of how many.

    Raises ``StoreBroken``, ``Conflict`` where another process writes to the index.
    """
    wanted = current_readings(database)
    facts = {one.key: one for one in _fact_documents()}
    held = index.keys()
    surplus = sorted(held - wanted - set(facts))
    lacking = sorted(wanted - held)
    absent = [facts[key] for key in sorted(set(facts) - held)]
    if not surplus and not lacking and not absent:
        return Followed()
    with index.writing() as writing:
        for key in surplus:
            writing.remove(key)
        for one in absent:
            writing.add(one)
    for start in range(0, len(lacking), _AT_ONCE):
        rows = find_by_readings(database, lacking[start : start + _AT_ONCE])
        with index.writing() as writing:
            for row in rows.values():
                writing.add(indexed_row(database, row))
        tell(min(start + _AT_ONCE, len(lacking)), len(lacking))
    return Followed(len(lacking) + len(absent), len(surplus))


def mark_of(database: Database) -> tuple[int, int, int]:
    """What changes whenever the library does: two that are equal need no look at the index."""
    return library_mark(database)


def indexed_row(database: Database, row: LibraryDocument) -> IndexedDocument:
    """A document of the library as the index takes it; the mandates of a report are those its replies answer."""
    document = get_document(database, row)
    mandates = dict.fromkeys(symbol for reply in document.replies for symbol in reply.addresses)
    return indexed_document(document, row.reading, tuple(mandates))


@lru_cache(maxsize=1)
def _fact_documents() -> tuple[IndexedDocument, ...]:
    """The lines of the register, a document for each year, under keys that change with the register."""
    lines = sorted(get_all_lines(), key=lambda line: line.told_on[:_YEAR])
    years = groupby(lines, key=lambda line: line.told_on[:_YEAR])
    return tuple(_facts_of(year, tuple(group)) for year, group in years)


def _facts_of(year: str, lines: Iterable[RegisterLine]) -> IndexedDocument:
    units = tuple(
        IndexedUnit(
            line.key,
            FACT,
            f"{line.label}. {line.statement.text}" if line.statement.text else line.label,
            line.kind,
            Language.EN,
            states=line.states,
            treaties=line.treaties,
            dates=(line.starts,) if line.starts else (),
        )
        for line in lines
    )
    key = f"{REGISTER}:{register_version()}:{year}"
    number = int(year) if year.isdecimal() else None
    return IndexedDocument(key, "", Language.EN, "", year, "", number, REGISTER, units)
