"""``verbale backup``: a whole desk in one file."""

from __future__ import annotations

from pathlib import Path

import click

from verbale.commands.messages import say
from verbale.commands.site_tables import know_site_tables


@click.command("backup")
@click.argument("place", metavar="PLACE")
@click.argument("file", metavar="FILE", type=click.Path(path_type=Path))
def command(place: str, file: Path) -> None:
    """Write a desk with its website into one file, while others go on working.

    PLACE is the address of a desk, its file, or the folder of a cycle. It is the desk at one moment, with the accounts,
    mail and work of its website. FILE is a zip with the rows, the contents, a manifest and the SHA-256 of each; it is
    read back and verified before it appears.
    """
    know_site_tables(place)
    # The store is loaded once Django knows which tables there may be.
    from verbale.app.clock import now  # noqa: PLC0415
    from verbale.app.desks import back_up  # noqa: PLC0415

    copied = back_up(place, file, now())
    say(f"backed up {copied.cycles} cycles, {copied.entries} entries, {copied.contents} contents in {file}")
