"""``verbale backup``: a whole desk in one file."""

from __future__ import annotations

from pathlib import Path

import click

from verbale.app.desks import back_up
from verbale.commands.messages import say


@click.command("backup")
@click.argument("place", metavar="PLACE")
@click.argument("file", metavar="FILE", type=click.Path(path_type=Path))
def command(place: str, file: Path) -> None:
    """Copy a desk into one file, verified on arrival.

    PLACE is the address of a desk, its file, or the folder of a cycle. Others may go on working meanwhile.
    """
    copied = back_up(place, file)
    say(f"backed up {copied.cycles} cycles, {copied.entries} entries, {copied.contents} contents in {file}")
