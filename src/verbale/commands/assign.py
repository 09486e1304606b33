"""``verbale assign``: who deals with a letter."""

from __future__ import annotations

import click

from verbale.app.cycles import CycleAddress, open_cycle
from verbale.app.finding_cases import get_case
from verbale.commands.cycle_options import acting, cycle_argument, get_actor, get_moment
from verbale.commands.messages import say
from verbale.desk.casework import Assign


@click.command("assign")
@cycle_argument
@click.argument("case", metavar="CASE")
@click.option("--to", "to", required=True, metavar="NAME", help="Who is to deal with it.")
@click.option("--reason", default="", help="A word on why, or on what is to be done.")
@acting
def command(folder: CycleAddress, case: str, to: str, reason: str, name: str, moment: str | None) -> None:
    """Give a letter to somebody, or hand it over to somebody else."""
    with open_cycle(folder) as opened:
        case = get_case(opened, case)
        before = opened.get_reply(case).assigned
        opened.give(case, Assign(to, reason), get_actor(name), get_moment(moment))
    say(f"{case}: handed over from {before} to {to}" if before else f"{case}: given to {to}")
