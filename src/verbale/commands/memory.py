"""``verbale memory``: what was translated, for the next time."""

from __future__ import annotations

import click

from verbale.app.cycles import CycleAddress, open_cycle
from verbale.app.sources import find_sources, get_bytes
from verbale.app.translating import encode_memory, remember
from verbale.app.writing import get_destination
from verbale.commands.cycle_options import cycle_argument
from verbale.commands.messages import say
from verbale.commands.one_source import force_option
from verbale.render.plurals import counted


@click.command("memory")
@cycle_argument
@click.option("--add", "more", metavar="FILE", multiple=True, help="A memory to join with it, as TMX; repeatable.")
@click.option("-o", "--output", required=True, help="Write to this file, as memory.tmx.")
@force_option
def command(folder: CycleAddress, more: tuple[str, ...], output: str, force: bool) -> None:
    """Write the passages of a cycle and their translations as TMX 1.4.

    Any translator's tool reads it, and the next cycle with translate --memory.
    """
    destination = get_destination(output, several=False, force=force)
    given = [(source.name, get_bytes(source)) for source in find_sources(more)]
    with open_cycle(folder) as opened:
        memory = remember(opened, given)
    destination.write_file(destination.path, encode_memory(memory))
    say(f"written: {counted(len(memory.pairs()), 'passage', 'passages')} in {output}")
