"""A concordance in the terminal: one row a difference, the gravest first in colour, and a line of sums."""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Iterable, Mapping

from rich.console import Console
from rich.table import Table
from rich.text import Text

from verbale.model.concordance import Concordance, Difference
from verbale.model.finding import Severity
from verbale.render.csv_table import csv_rows
from verbale.render.plurals import counted
from verbale.render.selection import visible

_STYLES: Mapping[Severity, str] = {Severity.ERROR: "bold red", Severity.WARNING: "yellow", Severity.NOTE: "cyan"}


def concordance_table(concordance: Concordance, *, width: int = 100, colour: bool = False, notes: bool = True) -> str:
    """The versions, the differences and what was not compared. Without ``notes`` differences of that severity are
    only counted."""
    console = Console(width=width, force_terminal=colour, no_color=not colour, file=io.StringIO(), highlight=False)
    shown = [one for one in concordance.differences if notes or one.severity is not Severity.NOTE]
    with console.capture() as capture:
        console.print(Text(visible(" ".join([concordance.symbol, concordance.title]).strip()), "bold"))
        console.print(Text(visible(versions_line(concordance)), "bright_black"))
        if shown:
            console.print(_table(shown, colour=colour))
        console.print(Text(sums_line(concordance), "bold"))
        for line in concordance.left_out:
            console.print(Text(f"not compared: {visible(line)}", "bright_black"))
    return "\n".join(line.rstrip() for line in capture.get().splitlines()) + "\n"


def versions_line(concordance: Concordance) -> str:
    """Each version with the number of its paragraphs."""
    counted = [f"{version.language.value} {version.paragraphs}" for version in concordance.versions]
    return f"{concordance.rows} rows of paragraphs: {', '.join(counted)}"


def sums_line(concordance: Concordance) -> str:
    """How many differences there are, by severity and by class."""
    if not concordance.differences:
        return "no differences"
    grave = [f"{concordance.count(one)} {one.value}" for one in Severity if concordance.count(one)]
    kinds = Counter(one.kind.value for one in concordance.differences)
    return f"{counted(len(concordance.differences), 'difference', 'differences')}: {', '.join(grave)} ({tally(kinds)})"


def tally(counts: Mapping[str, int]) -> str:
    """Names with their counts, the most frequent first."""
    return ", ".join(f"{name} {count}" for name, count in sorted(counts.items(), key=lambda one: (-one[1], one[0])))


def _table(differences: list[Difference], *, colour: bool) -> Table:
    table = Table(box=None, pad_edge=False, header_style="bold" if colour else "")
    table.add_column("where", overflow="fold", no_wrap=True)
    table.add_column("severity", no_wrap=True)
    table.add_column("class", no_wrap=True)
    table.add_column("what", no_wrap=True)
    table.add_column("apart", no_wrap=True)
    table.add_column("difference", overflow="fold")
    for one in differences:
        table.add_row(
            visible(one.place),
            Text(one.severity.value, _STYLES[one.severity]),
            one.kind.value,
            one.aspect.value,
            " ".join(language.value for language in one.apart) or "?",
            visible(one.message),
        )
    return table


def concordance_csv(concordances: Iterable[Concordance]) -> str:
    """One row a difference; languages and values that stand in one cell are parted by spaces and semicolons."""
    return csv_rows(
        ("symbol", "place", "severity", "class", "aspect", "apart", "printed", "others", "message"),
        (
            (
                *(concordance.symbol, one.place, one.severity.value, one.kind.value, one.aspect.value),
                *(" ".join(one.apart), "; ".join(one.printed), "; ".join(one.others), one.message),
            )
            for concordance in concordances
            for one in concordance.differences
        ),
    )
