"""What checks found: a table for the terminal with a line of sums, rows for a spreadsheet."""

from __future__ import annotations

import io
from collections.abc import Iterable, Mapping, Sequence

from rich.console import Console
from rich.table import Table
from rich.text import Text

from verbale.model.checked import Checked, CheckedFinding
from verbale.model.finding import Severity
from verbale.render.csv_table import csv_rows
from verbale.render.selection import visible

STYLES: Mapping[Severity, str] = {Severity.ERROR: "bold red", Severity.WARNING: "yellow", Severity.NOTE: "cyan"}


def finding_table(checked: Sequence[Checked], *, width: int = 100, colour: bool = False) -> str:
    """Each document with its findings in reading order; one that was accepted is shown with the reason."""
    console = Console(width=width, force_terminal=colour, no_color=not colour, file=io.StringIO(), highlight=False)
    with console.capture() as capture:
        for one in checked:
            name = one.document.facts.symbol or one.document.source.name
            title = one.document.facts.title or ""
            console.print(Text(visible(f"{name} {title}".strip()), "bold"))
            if one.found:
                console.print(_table(one.found, colour=colour))
            console.print(Text(_sums(one.found), "bold"))
    return "\n".join(line.rstrip() for line in capture.get().splitlines()) + "\n"


def _sums(found: Sequence[CheckedFinding]) -> str:
    counts = {one: sum(each.finding.severity is one and not each.accepted for each in found) for one in Severity}
    counted = [f"{count} {severity.value}{'s' * (count != 1)}" for severity, count in counts.items() if count]
    accepted = sum(bool(each.accepted) for each in found)
    return ", ".join([*counted, *([f"{accepted} accepted"] if accepted else [])]) or "nothing found"


def _table(found: Sequence[CheckedFinding], *, colour: bool) -> Table:
    table = Table(box=None, pad_edge=False, header_style="bold" if colour else "")
    table.add_column("where", overflow="fold", no_wrap=True)
    table.add_column("severity", no_wrap=True)
    table.add_column("rule", no_wrap=True)
    table.add_column("finding", overflow="fold", ratio=1)
    table.add_column("key", no_wrap=True, style="bright_black" if colour else "")
    for each in found:
        finding = each.finding
        where = finding.ref or (f"page {finding.page}" if finding.page is not None else "")
        severity = (
            Text("accepted", "green") if each.accepted else Text(finding.severity.value, STYLES[finding.severity])
        )
        message = f"{finding.message} Accepted: {each.accepted}" if each.accepted else finding.message
        table.add_row(visible(where), severity, finding.rule, visible(message), each.key)
    return table


def finding_csv(checked: Iterable[Checked]) -> str:
    """One row a finding, offsets into the text of its node; what was accepted with its reason."""
    return csv_rows(
        ("source", "ref", "page", "start", "end", "severity", "rule", "message", "key", "accepted"),
        (
            (
                *(one.document.source.name, each.finding.ref, each.finding.page, each.finding.start, each.finding.end),
                *(each.finding.severity.value, each.finding.rule, each.finding.message, each.key, each.accepted or ""),
            )
            for one in checked
            for each in one.found
        ),
    )
