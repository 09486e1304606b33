"""The tables of facts: CSV files under ``register/data``, in the form of the lexicon's; every row names its source."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from verbale.errors import BadReference
from verbale.lexicon.tables import TableRow, read_bundled
from verbale.model.language import Language


def read_facts(name: str) -> tuple[TableRow, ...]:
    """All rows of the register's table ``name`` (without ``.csv``), in the order of the file.

    Raises ``LexiconBroken`` when the table is missing or a row does not fit its header.
    """
    return read_bundled("verbale.register", name)


@dataclass(frozen=True, slots=True)
class FactSource:
    """One row of ``sources.csv``.

    ``id`` is short, or the symbol of the document itself. ``address`` is where it can be seen, or its symbol;
    ``date`` is that of the edition used, in ISO 8601 of whatever precision is known.
    """

    id: str
    title: str
    publisher: str
    address: str
    date: str
    licence: str


@cache
def fact_sources() -> Mapping[str, FactSource]:
    """All sources by id."""
    columns = ("id", "title", "publisher", "address", "date", "licence")
    return MappingProxyType(
        {row["id"]: FactSource(*(row[column] for column in columns)) for row in read_facts("sources")}
    )


@dataclass(frozen=True, slots=True)
class SourceTitle:
    """How a source is cited: its title and publisher, and the language they are in."""

    title: str
    publisher: str
    language: Language


@cache
def _source_titles() -> Mapping[tuple[str, str], TableRow]:
    return MappingProxyType({(row["source"], row["language"]): row for row in read_facts("source_titles")})


def find_source_title(source: str, language: Language) -> SourceTitle | None:
    """The title and publisher of a source in a language; in English where they are not known in it.

    None where there is no such source, and where its title is its id, as that of a document cited by its symbol alone.
    """
    row = _source_titles().get((source, language.value))
    if row is not None:
        return SourceTitle(row["title"], row["publisher"], language)
    known = fact_sources().get(source)
    return SourceTitle(known.title, known.publisher, Language.EN) if known and known.title != source else None


def get_fact_source(source: str) -> FactSource:
    """The source of one id. Raises ``BadReference`` when there is none."""
    try:
        return fact_sources()[source]
    except KeyError:
        raise BadReference(source, "no source of the register") from None
