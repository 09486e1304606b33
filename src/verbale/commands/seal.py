"""``verbale seal``: the newest seal of a cycle, to be kept elsewhere."""

from __future__ import annotations

from pathlib import Path

import click

from verbale.app.clock import now
from verbale.app.cycles import CycleAddress, open_cycle
from verbale.app.sealing import write_seal
from verbale.app.writing import get_destination
from verbale.commands.cycle_options import cycle_argument
from verbale.commands.forms import put
from verbale.commands.one_source import force_option


@click.command("seal")
@cycle_argument
@click.option(
    "--key", type=click.Path(path_type=Path, dir_okay=False, exists=True), help="Sign it: an Ed25519 key, PEM."
)
@click.option("-o", "--output", help="Write to this file.")
@force_option
def command(folder: CycleAddress, key: Path | None, output: str | None, *, force: bool) -> None:
    """Write the newest seal of a cycle, to be kept where the desk cannot change it.

    ``verbale verify`` looks for it in the chain again.
    """
    destination = get_destination(output, several=False, force=force) if output is not None else None
    with open_cycle(folder) as opened:
        content = write_seal(opened, now(), key.read_bytes() if key else b"")
    put(content, destination)
