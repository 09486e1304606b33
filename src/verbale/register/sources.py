"""Where the register's facts come from: every row of every table names one of these."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from verbale.errors import BadReference
from verbale.register.tables import read_facts


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
