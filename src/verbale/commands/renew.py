"""``verbale renew``: next year's cycle."""

from __future__ import annotations

from pathlib import Path

import click

from verbale.app.cycle_terms import get_cycle
from verbale.app.renewing import renew_cycle
from verbale.app.reply_drafting import read_reports
from verbale.app.sources import find_sources
from verbale.app.writing import get_destination
from verbale.commands.messages import say
from verbale.commands.one_source import force_option
from verbale.render.plurals import counted


@click.command("renew")
@click.argument("cycle", metavar="CYCLE", type=click.Path(path_type=Path))
@click.argument("resolutions", metavar="[RESOLUTION]...", nargs=-1)
@click.option("-o", "--output", required=True, help="The file to write, as cycle.toml.")
@force_option
def command(cycle: Path, resolutions: tuple[str, ...], output: str, force: bool) -> None:
    """Draft next year's cycle from the difference between this year's resolutions and last year's.

    CYCLE is this year's folder, or its cycle.toml. The register knows the recurring mandates; resolutions of the new
    session that are given as files are read for what they ask. What differs is reported, and what was assumed.
    """
    destination = get_destination(output, several=False, force=force)
    documents = [document for _, document in read_reports(find_sources(resolutions))]
    renewal = renew_cycle(get_cycle(cycle), documents)
    destination.write_file(destination.path, renewal.text.encode())
    for difference in renewal.differences:
        say(difference)
    for assumed in renewal.assumed:
        say(f"assumed, check it in {output}: {assumed}")
    for blank in renewal.blanks:
        say(f"fill in {blank} in {output}: verbale start accepts it then")
    mandates = counted(len(renewal.cycle.mandates), "mandate", "mandates")
    say(f"written: a cycle of {mandates} for session {renewal.cycle.session} in {output}")
