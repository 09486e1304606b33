"""What changed between two days: a table in the terminal, rows for a spreadsheet, records."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby

from rich.text import Text

from verbale.lexicon.naming import state_name, status_term
from verbale.model import Change, Language
from verbale.render.rows import csv_rows
from verbale.render.status_view import titled
from verbale.render.two_columns import TwoColumns
from verbale.render.wording import listed

Record = dict[str, object]

_CHANGE_COLUMNS = ("treaty", "what", "state", "name", "before", "after", "date")


def change_records(changes: Iterable[Change]) -> list[Record]:
    """Changes as records, for JSON."""
    return [
        {
            "treaty": each.treaty,
            "what": each.what,
            "state": each.state or None,
            "before": each.before or None,
            "after": each.after or None,
            "date": each.date or None,
        }
        for each in changes
    ]


def change_csv(changes: Iterable[Change], language: Language) -> str:
    """One row a change, names in the language."""
    return csv_rows(
        _CHANGE_COLUMNS,
        (
            (each.treaty, each.what, each.state, state_name(each.state, language), each.before, each.after, each.date)
            for each in changes
        ),
    )


def change_table(
    changes: Sequence[Change], first: str, last: str, language: Language, *, width: int = 100, colour: bool = False
) -> str:
    """What changed, treaty by treaty: the treaty's own changes, then each State's with its day."""
    page = TwoColumns(language, width, colour)
    heading = status_term("changes_between", language).format(date=first, until=last)
    page.line(Text(heading, "bold"))
    for treaty, group in groupby(changes, key=lambda each: each.treaty):
        page.line(titled(treaty, language))
        page.grid(_change_row(each, language) for each in group)
    if not changes:
        page.line(Text(status_term("nothing_changed", language)))
    return page.text()


def _change_row(change: Change, language: Language) -> tuple[Text, Text]:
    if change.what == "label":
        named = Text(state_name(change.state, language))
    else:
        named = Text(status_term("suspended_by" if change.what == "suspension" else change.what, language), "bold")
    if change.what == "suspension":
        before, after = (listed(value.split(), language) for value in (change.before, change.after))
    else:
        before, after = (status_term(value, language) for value in (change.before, change.after))
    arrow = "←" if language.direction == "rtl" else "→"
    told = Text(f"{before or '–'} {arrow} {after or '–'}") if before or after else Text()
    return named, told.append(f"  {change.date}" if change.date else "", "bright_black")
