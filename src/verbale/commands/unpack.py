"""``verbale unpack``: the cycle, the parts and the replies of a published report."""

from __future__ import annotations

from pathlib import Path

import click

from verbale.app.sources import find_sources, get_bytes
from verbale.app.unpacking import unpack_report
from verbale.commands.cycle_options import acting, get_actor, get_moment
from verbale.commands.messages import say
from verbale.render.plurals import counted


@click.command("unpack")
@click.argument("report", metavar="REPORT")
@click.option("--into", required=True, type=click.Path(path_type=Path), help="The folder to make for the cycle.")
@click.option(
    "--cycle", "terms", type=click.Path(path_type=Path), help="Its cycle.toml, where the report does not tell enough."
)
@acting
def command(report: str, into: Path, terms: Path | None, name: str, moment: str | None) -> None:
    """Extract the cycle, the parts and the replies from a report of the Secretary-General.

    Every unit of the report goes into one part or one reply, and ``verbale compile`` makes the same report of them
    again. What the report does not say, and was put in so that there is a cycle, is reported. Where it does not say
    enough, what there is goes to INTO.cycle.toml, to be filled in and given with --cycle.
    """
    source = find_sources([report])[0]
    taken = unpack_report(get_bytes(source), source.name, into, get_actor(name), get_moment(moment), terms)
    states = ", ".join(reply.state for reply, _ in taken.replies) or "no replies"
    mandates = counted(len(taken.cycle.mandates), "mandate", "mandates")
    replies = counted(len(taken.replies), "reply", "replies")
    say(f"{taken.cycle.report}: {mandates}, {replies} ({states})")
    for assumed in taken.assumed:
        say(f"assumed, check it in {into / 'cycle.toml'}: {assumed}")
