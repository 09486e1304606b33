"""``verbale restore``: a desk from its backup."""

from __future__ import annotations

from pathlib import Path

import click

from verbale.app.desks import restore
from verbale.commands.messages import say


@click.command("restore")
@click.argument("file", metavar="FILE", type=click.Path(path_type=Path))
@click.argument("place", metavar="PLACE")
def command(file: Path, place: str) -> None:
    """Make a desk from a backup, verified on arrival.

    PLACE is a new file, an empty database, or the folder of a cycle whose database is lost.
    """
    copied = restore(file, place)
    say(f"restored {copied.cycles} cycles, {copied.entries} entries, {copied.contents} contents in {place}")
