"""``verbale export``: a cycle in one file."""

from __future__ import annotations

from pathlib import Path

import click

from verbale.app.cycles import CycleAddress, open_cycle
from verbale.app.desks import export_cycle
from verbale.commands.cycle_options import cycle_argument
from verbale.commands.messages import say


@click.command("export")
@cycle_argument
@click.argument("file", metavar="FILE", type=click.Path(path_type=Path))
def command(folder: CycleAddress, file: Path) -> None:
    """Write a cycle with all that it holds into one sealed file, which import verifies elsewhere."""
    with open_cycle(folder) as opened:
        copied, seal = export_cycle(opened, file), opened.seal
    say(f"exported {copied.entries} entries, {copied.contents} contents, {copied.readings} readings; seal {seal}")
