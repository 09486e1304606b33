"""What changed between two days: a table in the terminal, rows for a spreadsheet."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from rich.text import Text

from verbale.lexicon.naming import state_name, status_term
from verbale.model.language import Language
from verbale.model.status import Change, Changes
from verbale.render.csv_table import csv_rows
from verbale.render.status_view import titled
from verbale.render.two_columns import TwoColumns
from verbale.render.wording import listed

_CHANGE_COLUMNS = ("treaty", "what", "state", "name", "before", "after", "date")


def change_csv(changes: Iterable[Change], language: Language) -> str:
    """One row a change, names in the language."""
    return csv_rows(
        _CHANGE_COLUMNS,
        (
            (each.treaty, each.what, each.state, state_name(each.state, language), each.before, each.after, each.date)
            for each in changes
        ),
    )


def change_table(found: Changes, language: Language, *, width: int = 100, colour: bool = False) -> str:
    """What changed, treaty by treaty: the treaty's own changes, then each State's with its day."""
    page = TwoColumns(language, width, colour)
    heading = status_term("changes_between", language).format(date=found.first, until=found.last)
    page.line(Text(heading, "bold"))
    for treaty, group in groupby(found.changes, key=lambda each: each.treaty):
        page.line(titled(treaty, language))
        page.grid(_change_row(each, language) for each in group)
    if not found.changes:
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
    values = Text(f"{before or '–'} {arrow} {after or '–'}") if before or after else Text()
    return named, values.append(f"  {change.date}" if change.date else "", "bright_black")
