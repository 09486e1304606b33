"""Makes ``yearly_figures.csv`` of the register from published series: warhead stockpiles, inventories and tests.

Usage: import_figures.py FOLDER, where FOLDER holds the ``owid_*.csv`` files. Years before a State's first warhead or
test, years without a test, and totals for the world are left out: they follow from the rest.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from fact_tables import Cells, read_records, table, write_tables

from verbale.lexicon.names import find_state
from verbale.model.language import Language

COLUMNS = ("measure", "states", "period", "comparator", "value", "by", "source", "place")
INVENTORY = {
    "Number of deployed strategic nuclear warheads": "deployed_strategic",
    "Number of deployed nonstrategic nuclear warheads": "deployed_nonstrategic",
    "Number of nondeployed nuclear warheads in reserve": "reserve",
    "Number of retired nuclear warheads": "retired",
}


def holder_of(name: str) -> str:
    """The id of a State by its English name; empty for the world."""
    return find_state(name, Language.EN) or ""


def stockpile_rows(folder: Path) -> Iterator[Cells]:
    begun: set[str] = set()
    for row in read_records(folder / "owid_fas_stockpiles.csv"):
        state, value = holder_of(row["Entity"]), row["Number of nuclear warheads"]
        if value != "0":
            begun.add(state)
        if state and state in begun:
            yield {"measure": "stockpile", "states": state, "period": row["Year"], "comparator": "~", "value": value}


def inventory_rows(folder: Path) -> Iterator[Cells]:
    for row in read_records(folder / "owid_fas_inventories.csv"):
        for column, measure in INVENTORY.items():
            cells = {"measure": measure, "states": holder_of(row["Entity"]), "period": row["Year"]}
            yield cells | {"comparator": "~", "value": row[column]}


def test_rows(folder: Path) -> Iterator[Cells]:
    for row in read_records(folder / "owid_aca_nuclear_tests_2020.csv"):
        state, value = holder_of(row["Entity"]), row["nuclear_weapons_tests"]
        if state and value != "0":
            yield {
                "measure": "nuclear_tests",
                "states": state,
                "period": row["Year"],
                "comparator": "=",
                "value": value,
            }


def made_tables(folder: Path) -> dict[str, str]:
    series = (
        ("owid-fas-stockpiles", "FAS", stockpile_rows(folder)),
        ("owid-fas-inventories", "FAS", inventory_rows(folder)),
        ("owid-aca-tests", "ACA", test_rows(folder)),
    )
    rows = (
        cells | {"by": by, "source": source, "place": f"{cells['states']} {cells['period']}"}
        for source, by, found in series
        for cells in found
    )
    return {"yearly_figures.csv": table(COLUMNS, rows)}


if __name__ == "__main__":
    write_tables(made_tables(Path(sys.argv[1])))
