"""``verbale upgrade``: the tables of a desk brought to another form."""

from __future__ import annotations

import click

from verbale.commands.messages import say
from verbale.commands.site_tables import know_site_tables


@click.command("upgrade")
@click.argument("place", metavar="PLACE")
@click.option("--to", "to", metavar="FORM", default="", help="Another form than the newest.")
@click.option("--forget", is_flag=True, help="Let go what the older form has no place for.")
def command(place: str, to: str, forget: bool) -> None:
    """Bring the tables of a desk to the newest form, or back to an older one.

    PLACE is the address of a desk, its file, or the folder of a cycle; back it up first. FORM is `previous`, a step as
    0003 or web.0005, or the file of a backup: the form that its desk had. Going back is refused before anything is
    changed where the older form has no place for something that is kept.
    """
    know_site_tables(place)
    # The store is loaded once Django knows which tables there may be.
    from verbale.app.desks import upgrade_desk  # noqa: PLC0415

    steps = upgrade_desk(place, to, forgetting=forget)
    say(f"steps taken: {', '.join(steps)}" if steps else "nothing to do: the desk has that form")
