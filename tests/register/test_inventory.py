"""The page on the inventory names each item once, and what it names is in the tables."""

from __future__ import annotations

import re
from importlib import resources
from pathlib import Path

import pytest

PAGE = (Path(__file__).parents[2] / "docs" / "researcher" / "inventory.md").read_text(encoding="utf-8")
ROWS = re.findall(r"^\| (\w[\w.]*) \| ([^|]+) \| ([^|]+) \|$", PAGE, re.M)
DATA = resources.files("verbale.register") / "data"
_ID = re.compile(r"\b[A-Z][A-Z0-9]*_[A-Z0-9_]+")


def test_every_item_has_one_row() -> None:
    items = [item for item, _, _ in ROWS if item != "item"]
    expected = [f"A{number}" for number in range(1, 59)] + [f"B{number}" for number in range(1, 40)]
    assert items == [*expected, "1.3", "1.4", *(f"W{number}" for number in range(1, 16))]


@pytest.mark.parametrize("row", [row for row in ROWS if row[0] != "item"], ids=lambda row: row[0])
def test_what_a_row_names_is_in_the_table(row: tuple[str, str, str]) -> None:
    item, what, where = row
    assert what.strip()
    assert where.strip()
    for name, rest in re.findall(r"`(\w+)\.csv`([^`]*)", where):
        table = (DATA / f"{name}.csv").read_text(encoding="utf-8")
        for named in _ID.findall(rest):
            prefix = re.sub(r"_\d$", "", named.rstrip("_"))
            assert prefix in table, f"{item}: {named} is not in {name}.csv"
