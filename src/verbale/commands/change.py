"""``verbale change``: other terms of a cycle."""

from __future__ import annotations

import click

from verbale.app.cycle_terms import FILE
from verbale.app.cycles import CycleAddress, change_terms, open_cycle
from verbale.app.programmes import decode_own_text
from verbale.app.sources import find_sources, get_bytes
from verbale.commands.cycle_options import acting, cycle_argument, get_actor, get_moment
from verbale.commands.forms import put
from verbale.commands.messages import say
from verbale.errors import printable


@click.command("change")
@cycle_argument
@click.argument("file", metavar="[CYCLE.TOML]", required=False)
@click.option("--reason", required=True, help="Why, for the record.")
@acting
def command(folder: CycleAddress, file: str | None, reason: str, name: str, moment: str | None) -> None:
    """Put changed terms of a cycle in force; what differs is shown and recorded.

    Until then a changed file is not in force: deadlines and policies stay as they are.
    """
    if file is None:
        if folder.folder is None:
            raise click.UsageError("a cycle of a desk has no file beside it: name the file of its terms")
        file = str(folder.folder / FILE)
    (source,) = find_sources((file,))
    text = decode_own_text(get_bytes(source), source.name)
    with open_cycle(folder) as opened:
        lines, cycle = change_terms(opened, text, reason, get_actor(name), get_moment(moment))
    put("\n".join(printable(line) for line in lines))
    say(f"in force: {cycle.name}, {len(lines)} lines differ")
