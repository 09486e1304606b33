"""Requests of resolutions as people want to see them: a table for the terminal, rows for a spreadsheet."""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Mapping, Sequence

from rich.console import Console
from rich.table import Table
from rich.text import Text

from verbale.model.mandate import Asked, ListedRequest
from verbale.render.csv_table import csv_rows
from verbale.render.selection import visible

_STYLES: Mapping[Asked, str] = {
    Asked.REPORT: "green",
    Asked.VIEWS: "cyan",
    Asked.MEETING: "magenta",
    Asked.STUDY: "yellow",
    Asked.AGENDA_ITEM: "blue",
    Asked.OTHER: "bright_black",
}
_COLUMNS = (
    "symbol", "provision", "verb", "addressee", "asked", "due", "rhythm", "topic", "vote", "report", "noted",
    "languages", "source", "place", "text",
)  # fmt: skip
_NONE = "–"
_LONGEST_TEXT = 160  # characters of a request in the table


def request_table(listed: Sequence[ListedRequest], *, width: int = 100, colour: bool = False) -> str:
    """A table for the terminal: resolution and paragraph, who is addressed, what is asked and when it is due.

    Where one of them is a recurring mandate, its vote, report and taking note stand beside it; where documents were
    read, the words of the clause do.
    """
    console = Console(width=width, force_terminal=colour, no_color=not colour, file=io.StringIO(), highlight=False)
    table = Table(box=None, pad_edge=False, header_style="bold" if colour else "", expand=False)
    chained = any(each.topic for each in listed)
    worded = any(each.text for each in listed)
    files = len({each.provenance.source for each in listed}) > 1 and worded
    for name in (["source"] if files else []) + ["resolution", "para.", "addressee", "asked", "due"]:
        table.add_column(name, no_wrap=name not in ("addressee", "source"), overflow="fold")
    for name in (["vote", "report", "noted"] if chained else []) + (["words"] if worded else []):
        table.add_column(name, no_wrap=name != "words", overflow="fold")
    last = ("", "")
    for each in listed:
        place = (each.provenance.source if files else "", each.symbol)
        shown = ("", "") if place == last else place
        cells: list[str | Text] = [visible(shown[0])] if files else []
        cells += [
            Text(visible(shown[1]), "bold" if colour else ""),
            visible(each.provision or _NONE),
            each.addressee.replace("_", " "),
            Text(each.asked.value, _STYLES[each.asked]),
            due_line(each),
        ]
        cells += [each.vote, each.report, each.noted] if chained else []
        cells += [visible(_shortened(each.text))] if worded else []
        table.add_row(*cells)
        last = place
    with console.capture() as capture:
        console.print(table)
        console.print(_counted(listed))
    return "\n".join(line.rstrip() for line in capture.get().splitlines()) + "\n"


def due_line(request: ListedRequest) -> str:
    """When it is due, in one word or two: ``77``, ``77 78``, ``annual``; a dash where the clause does not say."""
    counted = [*map(str, request.due.sessions), *([request.due.rhythm] if request.due.rhythm else [])]
    return " ".join(counted) or _NONE


def _shortened(text: str) -> str:
    return text if len(text) <= _LONGEST_TEXT else f"{text[: _LONGEST_TEXT - 1].rstrip()}…"


def _counted(listed: Sequence[ListedRequest]) -> str:
    kinds = Counter(each.asked for each in listed)
    counted = ", ".join(f"{kinds[kind]} {kind.value}" for kind in Asked if kinds[kind])
    resolutions = len({each.symbol or each.provenance.source for each in listed})
    return f"\n{len(listed)} requests in {resolutions} resolutions: {counted}" if listed else "no request"


def request_csv(listed: Sequence[ListedRequest]) -> str:
    """One row a request; several sessions or languages stand in one cell with spaces between."""
    rows = (
        (
            *(each.symbol, each.provision, each.verb, each.addressee, each.asked.value),
            " ".join(map(str, each.due.sessions)),
            *(each.due.rhythm, each.topic, each.vote, each.report, each.noted),
            " ".join(language.value for language in each.languages),
            *(each.provenance.source, each.provenance.place, each.text),
        )
        for each in listed
    )
    return csv_rows(_COLUMNS, rows)
