"""The tables of facts: CSV files under ``register/data``, in the form of the lexicon's, every row with a source."""

from __future__ import annotations

from verbale.lexicon.tables import TableRow, read_bundled


def read_facts(name: str) -> tuple[TableRow, ...]:
    """All rows of the register's table ``name`` (without ``.csv``), in the order of the file.

    Raises ``LexiconBroken`` when the table is missing or a row does not fit its header.
    """
    return read_bundled("verbale.register", name)
