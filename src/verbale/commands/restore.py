"""``verbale restore``: a desk from its backup."""

from __future__ import annotations

from pathlib import Path

import click

from verbale.commands.messages import say
from verbale.commands.site_tables import know_site_tables


@click.command("restore")
@click.argument("file", metavar="FILE", type=click.Path(path_type=Path))
@click.argument("place", metavar="PLACE")
@click.option("--replace", is_flag=True, help="Take the place of a desk that is there; its file stays beside it.")
def command(file: Path, place: str, replace: bool) -> None:
    """Make a desk from a backup, every seal verified before it appears.

    PLACE is a new file, an empty database, or the folder of a cycle whose database is lost; a backup of either kind of
    database comes into either. Messages that waited to be sent are held, for they may have been sent since.
    """
    know_site_tables(place)
    # The store is loaded once Django knows which tables there may be.
    from verbale.app.clock import now  # noqa: PLC0415
    from verbale.app.desks import restore  # noqa: PLC0415

    done = restore(file, place, now(), replacing=replace)
    copied = done.copied
    say(f"restored {copied.cycles} cycles, {copied.entries} entries, {copied.contents} contents in {place}")
    say(f"it is the desk as of {done.made_at}; every seal, content and reading holds")
    if done.held:
        say(f"{done.held} messages had not been sent and are held: look at each, for it may have been sent since")
    if done.former is not None:
        say(f"the desk that was there is {done.former}")
