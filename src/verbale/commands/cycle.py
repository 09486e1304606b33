"""``verbale cycle``: where a cycle stands."""

from __future__ import annotations

from pathlib import Path

import click

from verbale.app.cycles import open_cycle
from verbale.commands.desk_tables import cycle_table
from verbale.commands.desking import cycle_argument
from verbale.commands.forms import terminal


@click.command("cycle")
@cycle_argument
def command(folder: Path) -> None:
    """Show where a cycle stands: its step, its dates, and every reply with its place and the reason for it."""
    width, colour = terminal()
    with open_cycle(folder) as opened:
        click.echo(cycle_table(opened.cycle, opened.case, opened.replies, width=width, colour=colour), nl=False)
