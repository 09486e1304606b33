"""Figures for a person: tables on the terminal, and the same tables in a page of the documentation."""

from __future__ import annotations

import os
import platform
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.shared import ROOT
from rich.console import Console
from rich.table import Table

START, END = "<!-- figures -->", "<!-- end of figures -->"


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table with a heading: what is counted, and one row for each thing it was counted on."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    note: str = ""


def show(sheets: Iterable[Sheet]) -> None:
    """Print the tables."""
    console = Console()
    for sheet in sheets:
        table = Table(title=sheet.title, title_justify="left", caption=sheet.note or None, caption_justify="left")
        for at, column in enumerate(sheet.columns):
            table.add_column(column, justify="left" if at == 0 else "right", overflow="fold")
        for row in sheet.rows:
            table.add_row(*row)
        console.print(table)


def write(page: str, sheets: Sequence[Sheet], command: str, date: str, machine: str, part: str = "") -> Path:
    """Set the tables between the marks of ``docs/measurements/<page>``.

    Raises ``ValueError`` where the marks are missing. ``part`` names one of several places of figures in a page.
    """
    path = ROOT / "docs" / "measurements" / page
    mark = START.replace("figures", f"figures of {part}") if part else START
    text = path.read_text(encoding="utf-8")
    before, start, rest = text.partition(mark)
    _, end, after = rest.partition(END)
    if not start or not end:
        raise ValueError(f"{path.name} has no place for figures: {mark} … {END}")
    parts = [f"Measured on {date} with `{command}` on {machine}.", *map(_markdown, sheets)]
    path.write_text(f"{before}{mark}\n\n" + "\n\n".join(parts) + f"\n\n{END}{after}", encoding="utf-8")
    return path


def describe_machine() -> str:
    """The processors, the system and the Python at hand, without any name of the machine."""
    cores = os.cpu_count() or 1
    return f"{cores} {platform.machine()} cores, {platform.system()}, Python {platform.python_version()}"


def parse_bounds(given: Iterable[str]) -> dict[str, float]:
    """``NAME=VALUE`` to figures. Raises ``ValueError`` for anything else."""
    bounds: dict[str, float] = {}
    for one in given:
        if not (match := re.fullmatch(r"([\w-]+)=(\d+(?:\.\d+)?)", one)):
            raise ValueError(f"{one!r} is not NAME=VALUE")
        bounds[match[1]] = float(match[2])
    return bounds


def say_missed(found: Mapping[str, float], bars: Mapping[str, float]) -> int:
    """Print each figure that is over its bar; 1 when there is one, else 0: the exit code of a measure."""
    missed = [name for name, value in found.items() if value > bars[name]]
    print(*(f"missed: {name}: {found[name]:.2f}, the bar is {bars[name]:g}" for name in missed), sep="\n")
    return 1 if missed else 0


def _markdown(sheet: Sheet) -> str:
    rule = "|" + "---|" + "---:|" * (len(sheet.columns) - 1)
    rows = ["| " + " | ".join(cell.replace("|", r"\|") for cell in row) + " |" for row in (sheet.columns, *sheet.rows)]
    lines = [f"### {sheet.title}", "", rows[0], rule, *rows[1:]]
    return "\n".join([*lines, "", sheet.note] if sheet.note else lines)
