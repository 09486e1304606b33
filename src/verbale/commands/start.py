"""``verbale start``: a cycle from its file."""

from __future__ import annotations

from pathlib import Path

import click

from verbale.app.cycles import start_cycle, start_in_desk
from verbale.app.programme_drafting import cycle_template
from verbale.app.programmes import is_general, names_programme, programmes_of_cycle, read_own_text
from verbale.commands.cycle_options import acting, find_desk, get_actor, get_moment
from verbale.commands.messages import deliver, say


@click.command("start")
@click.argument("file", metavar="[CYCLE.TOML]", required=False, type=click.Path(path_type=Path))
@click.option("--into", type=click.Path(path_type=Path), help="The folder to make; with --desk the desk takes it.")
@click.option("--name", "cycle", default="", help="The name of the cycle in the desk; its own by default.")
@click.option(
    "--template",
    metavar="[PROGRAMME]",
    is_flag=False,
    flag_value="general",
    help="Print a commented file for a cycle of a programme, general by default, and do no more.",
)
@acting
def command(
    file: Path | None, into: Path | None, cycle: str, template: str | None, name: str, moment: str | None
) -> None:
    """Open a reporting cycle: read its file and open its record.

    Everything that the note verbale and the report need is checked first; what is missing is reported with its place.
    ``verbale unpack`` makes such a folder of a published report, which is a good beginning for the next one.
    """
    if template is not None:
        deliver(cycle_template(template, (Path(),)).encode())
        return
    desk = find_desk()
    if file is None or (into is None and not desk):
        reason = (
            "give the file of the cycle, and --into with the folder to make or --desk before the command; or --template"
        )
        raise click.UsageError(reason)
    text = read_own_text(file)
    actor, at, programmes = get_actor(name), get_moment(moment), programmes_of_cycle(file)
    if into is not None:
        opened = start_cycle(into, text, actor, at, programmes)
        advice = f"opened {into}: next, verbale note {into} --into notes"
    else:
        address, opened = start_in_desk(desk, cycle, text, actor, at, programmes)
        advice = f"opened {address}: next, verbale --desk {desk} note {address} --into notes"
    if not names_programme(text):
        used = "as it uses the topics of no other" if is_general(opened.programme) else "whose topics it uses"
        say(f"programme: {opened.programme.id}, {used}; the file names none")
    say(advice)
