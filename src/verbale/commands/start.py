"""``verbale start``: a cycle from its file."""

from __future__ import annotations

from pathlib import Path

import click

from verbale.app.cycles import start_cycle, start_in_desk
from verbale.commands.cycle_options import acting, get_actor, get_moment
from verbale.commands.messages import say
from verbale.errors import CycleBroken


@click.command("start")
@click.argument("file", metavar="CYCLE.TOML", type=click.Path(path_type=Path))
@click.option("--into", type=click.Path(path_type=Path), help="The folder to make; with --desk the desk takes it.")
@click.option("--name", "cycle", default="", help="The name of the cycle in the desk; its own by default.")
@acting
def command(file: Path, into: Path | None, cycle: str, name: str, moment: str | None) -> None:
    """Open a reporting cycle: read its file and open its record.

    ``verbale unpack`` makes such a folder of a published report, which is a good beginning for the next one.
    """
    try:
        text = file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise CycleBroken(str(file), "", f"cannot be read: {error}") from error
    desk = str(click.get_current_context().find_root().params.get("desk") or "")
    if into is not None:
        start_cycle(into, text, get_actor(name), get_moment(moment))
        say(f"opened {into}: next, verbale note {into} --into notes")
    elif desk:
        address = start_in_desk(desk, cycle, text, get_actor(name), get_moment(moment))
        say(f"opened {address}: next, verbale --desk {desk} note {address} --into notes")
    else:
        raise click.UsageError("say where to: --into a new folder, or --desk a desk before the verb")
