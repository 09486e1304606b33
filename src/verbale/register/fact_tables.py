"""The tables of facts: CSV files under ``register/data``, in the form of the lexicon's; every row names its source."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from verbale.errors import BadReference
from verbale.lexicon.tables import TableRow, read_bundled


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


def get_fact_source(source: str) -> FactSource:
    """The source of one id. Raises ``BadReference`` when there is none."""
    try:
        return fact_sources()[source]
    except KeyError:
        raise BadReference(source, "no source of the register") from None
