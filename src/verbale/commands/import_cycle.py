"""``verbale import``: a cycle from an exported file, or from a folder of the first form."""

from __future__ import annotations

from pathlib import Path

import click

from verbale.app.cycles import FIRST_FORM, CycleAddress
from verbale.app.desks import import_cycle
from verbale.commands.cycle_options import acting, find_desk, get_actor, get_moment
from verbale.commands.messages import say


@click.command("import")
@click.argument("source", metavar="FILE", type=click.Path(path_type=Path))
@click.option("--into", type=click.Path(path_type=Path), help="The folder to make; with --desk the desk takes it.")
@click.option("--name", "cycle", default="", help="The name of the cycle in the desk; its own by default.")
@acting
def command(source: Path, into: Path | None, cycle: str, name: str, moment: str | None) -> None:
    """Take over a cycle: a file that export wrote, or the folder of a cycle of the first form.

    Of a folder of the first form the text of its terms and today's readings are added to the record.
    """
    desk = find_desk()
    if into is None and not desk:
        raise click.UsageError("say where to: --into a new folder, or --desk a desk before the command")
    target = CycleAddress(into, "", cycle) if into is not None else CycleAddress(None, desk, cycle)
    if (source / FIRST_FORM).exists():
        # Few cycles are of the first form, and the others need not wait for the readers.
        from verbale.app.taking_over import take_over  # noqa: PLC0415

        copied = take_over(source, target, get_actor(name), get_moment(moment))
    else:
        copied = import_cycle(source, target)
    say(f"taken over: {copied.entries} entries, {copied.contents} contents, {copied.readings} readings; seals hold")
