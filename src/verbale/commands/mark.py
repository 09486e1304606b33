"""``verbale mark``: what a State or the desk says of a reply besides its words."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import click

from verbale.app.cycles import CycleAddress, open_cycle
from verbale.commands.cycle_options import acting, cycle_argument, get_actor, get_moment
from verbale.commands.messages import say
from verbale.desk import commands as c
from verbale.desk.commands import Command

_MARKS: Mapping[str, Callable[[str], Command]] = {
    "objects": c.RecordObjection,
    "agrees": c.RecordConsent,
    "provisional": c.MarkProvisional,
    "final": c.MakeFinal,
    "withdrawn": c.Withdraw,
    "recalled": c.Recall,
    "reinstated": c.Reinstate,
    "restricted": c.Restrict,
    "unrestricted": c.LiftRestriction,
    "remark": c.AddRemark,
}


@click.command("mark")
@cycle_argument
@click.argument("case", metavar="CASE")
@click.argument("mark", metavar="MARK", type=click.Choice(list(_MARKS)))
@click.option("--reason", required=True, help="Why, for the record; for remark the remark itself.")
@acting
def command(folder: CycleAddress, case: str, mark: str, reason: str, name: str, moment: str | None) -> None:
    """Record remarks on a reply: objection or consent to the website, withdrawn, recalled, a remark of the desk.

    MARK is objects, agrees, provisional, final, withdrawn (before it is published), recalled (after), reinstated,
    restricted (it goes nowhere until it is marked unrestricted), or remark. What is said about the web before the reply
    is published places it anew.
    """
    with open_cycle(folder) as opened:
        opened.get_reply(case)
        opened.give(case, _MARKS[mark](reason), get_actor(name), get_moment(moment))
        reply = opened.get_reply(case)
    say(f"{case} ({reply.state or 'not confirmed'}): {mark}, {reason}; it is {reply.stage}")
