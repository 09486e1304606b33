"""Rows for a spreadsheet."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Sequence

# A spreadsheet takes what begins so for a formula, and runs it. A number is none.
_FORMULA = re.compile(r"[\s\x00]*[=+\-@\uff1d\uff0b\uff0d\uff20]|[\t\r\n]")
_NUMBER = re.compile(r"[+-]?\d[\d.,]*%?")


def csv_rows(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """A header and rows as CSV, lines ending in LF.

    A cell that a spreadsheet would run as a formula begins with an apostrophe.
    """
    lines = io.StringIO()
    writer = csv.writer(lines, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([_harmless(cell) for cell in row] for row in rows)
    return lines.getvalue()


def _harmless(cell: object) -> object:
    if isinstance(cell, str):
        cell = cell.replace("\r\n", "\n").replace("\r", "\n")  # the writer quotes no bare carriage return
    if isinstance(cell, str) and _FORMULA.match(cell) and not _NUMBER.fullmatch(cell):
        return f"'{cell}"
    return cell
