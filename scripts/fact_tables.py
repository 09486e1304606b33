"""What the scripts that make the register's tables share: reading rows, naming States, writing in canonical form."""

from __future__ import annotations

import csv
import gzip
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from mend_tables import FACTS, mended

from verbale.lexicon.names import find_state
from verbale.model.language import Language

HERE = Path(__file__).parent
Cells = dict[str, str]


def read_records(path: Path) -> list[Cells]:
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def state_of(name: str) -> str:
    """The id of the State that a roll call names, broken print mended; raises ``ValueError`` when there is none."""
    broken = {row["text"]: row["state"] for row in read_records(HERE / "words" / "broken_names.csv")}
    found = broken.get(name) or find_state(name, Language.EN)
    if found is None:
        raise ValueError(f"no State: {name!r}; add it to words/broken_names.csv")
    return found


def kept_rows(name: str, made: tuple[str, ...]) -> Iterator[Cells]:
    """The rows of a table that come from other sources than those ``made`` here, and stay as they are."""
    path = FACTS / name
    if path.exists():
        yield from (row for row in read_records(path) if row["source"] not in made)


def table(columns: tuple[str, ...], rows: Iterable[Cells]) -> str:
    """Rows as a table in canonical form."""
    return mended(columns, [[row.get(column, "") for column in columns] for row in rows])


def write_tables(tables: Mapping[str, str]) -> None:
    """Put made tables in their places, and say how long each is."""
    for name, content in tables.items():
        (FACTS / name).write_text(content, encoding="utf-8", newline="")
        print(f"{name}: {content.count(chr(10)) - 1} rows")
