"""The bundled tables: CSV files in the folder ``data`` of a package, read when first asked for and kept.

Words are rows, grammar is code. A row with an empty ``text`` is a gap: it says in ``reason`` why a word is missing.
"""

from __future__ import annotations

import csv
import io
import unicodedata
from collections import defaultdict
from collections.abc import Mapping
from functools import cache
from importlib import resources

from verbale.errors import LexiconBroken
from verbale.lexicon.folding import fold
from verbale.model.language import Language

TableRow = Mapping[str, str]
"""One row of a table: ``row[column]`` is a cell."""

FIRST_ROW = 2
"""The number of the first row, for messages: records are counted, the header being 1."""


def read_table(name: str) -> tuple[TableRow, ...]:
    """All rows of the lexicon's table ``name`` (without ``.csv``); raises as ``read_bundled`` does."""
    return read_bundled("verbale.lexicon", name)


@cache
def read_bundled(room: str, name: str) -> tuple[TableRow, ...]:
    """All rows of the table ``name`` (without ``.csv``) in the folder ``data`` of a package, in the order of the file.

    Raises ``LexiconBroken`` when the table is missing, is not UTF-8 in Unicode's composed form, or has a row whose
    cells do not fit its header.
    """
    file = resources.files(room).joinpath("data", f"{name}.csv")
    try:
        content = file.read_text(encoding="utf-8")
    except (FileNotFoundError, UnicodeDecodeError) as failure:
        raise LexiconBroken(name, 0, str(failure)) from failure
    if not unicodedata.is_normalized("NFC", content):
        raise LexiconBroken(name, 0, "not in normal form C")
    return parse_table(name, content)


def parse_table(name: str, content: str) -> tuple[TableRow, ...]:
    """The rows of a table given as CSV text; raises ``LexiconBroken`` as ``read_table`` does."""
    records = csv.reader(io.StringIO(content), strict=True)
    rows: list[TableRow] = []
    number = 1
    try:
        header = next(records, [])
        if len(set(header)) != len(header) or not header or "" in header:
            raise LexiconBroken(name, 1, "the header is empty or repeats a column")
        for number, record in enumerate(records, start=FIRST_ROW):
            if len(record) != len(header):
                raise LexiconBroken(name, number, f"{len(record)} cells under {len(header)} columns")
            rows.append(dict(zip(header, record, strict=True)))
    except csv.Error as failure:
        raise LexiconBroken(name, number + 1, str(failure)) from failure
    return tuple(rows)


@cache
def read_words(name: str) -> tuple[TableRow, ...]:
    """The rows of a table that hold a word, gaps left out; raises ``LexiconBroken`` as ``read_table`` does."""
    return tuple(row for row in read_table(name) if row.get("text") != "")


def read_meanings(name: str, column: str, language: Language) -> Mapping[str, frozenset[str]]:
    """What the words of a table mean in one language: the values of ``column`` by folded text, of which one may have
    several; raises as ``read_words`` does."""
    found: dict[str, set[str]] = defaultdict(set)
    for row in read_words(name):
        if row["language"] == language:
            found[fold(row["text"])].add(row[column])
    return {text: frozenset(meanings) for text, meanings in found.items()}
