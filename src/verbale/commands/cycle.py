"""``verbale cycle``: where a cycle stands."""

from __future__ import annotations

from pathlib import Path

import click

from verbale.app.cycles import open_cycle
from verbale.app.encoding import encode
from verbale.commands.cycle_options import cycle_argument
from verbale.commands.desk_tables import cycle_csv, cycle_table
from verbale.commands.forms import form_option, put, terminal
from verbale.desk.records import cycle_record


@click.command("cycle")
@cycle_argument
@form_option("table", "json", "csv")
def command(folder: Path, form: str) -> None:
    """Show where a cycle stands: its step, its dates, and every reply with its place and the reason for it."""
    width, colour = terminal()
    with open_cycle(folder) as opened:
        cycle, case, replies = opened.cycle, opened.case, opened.replies
    if form == "json":
        put(encode(cycle_record(cycle, case, replies)))
    elif form == "csv":
        put(cycle_csv(cycle_record(cycle, case, replies)))
    else:
        put(cycle_table(cycle, case, replies, width=width, colour=colour))
