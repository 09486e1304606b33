"""``verbale extend``: an extension of the deadline."""

from __future__ import annotations

import click

from verbale.app.cycles import CycleAddress, open_cycle
from verbale.app.recording import extend_deadline
from verbale.commands.cycle_options import acting, cycle_argument, get_actor, get_day, get_moment
from verbale.commands.messages import say


@click.command("extend")
@cycle_argument
@click.option("--until", required=True, metavar="DATE", help="The last day, as 2022-06-15.")
@click.option("--state", default="", help="For one State alone: three letters, or a name in any of the six languages.")
@click.option("--reason", required=True, help="Why, for the record.")
@acting
def command(folder: CycleAddress, until: str, state: str, reason: str, name: str, moment: str | None) -> None:
    """Extend the deadline of a cycle, for all States or for one.

    Deadlines are lengthened and never shortened. A reply that is placed and not published yet is placed again.
    """
    at = get_moment(moment)
    with open_cycle(folder) as opened:
        deadline = extend_deadline(opened, get_day(until, at.day), state, reason, get_actor(name), at)
    say(f"deadline: end of {deadline.day} ({deadline.reason})")
