"""``verbale mark``: what a State or the desk says of a reply besides its words."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import click

from verbale.app.cycles import CycleAddress, CycleFolder, open_cycle
from verbale.app.finding_cases import get_case
from verbale.commands.cycle_options import acting, cycle_argument, get_actor, get_moment
from verbale.commands.messages import say
from verbale.desk import commands as c
from verbale.desk.casework import LookAtAlarms, SetAside, TakeUp
from verbale.desk.commands import Actor, Command
from verbale.desk.deciding import Moment

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
    "set-aside": SetAside,
    "taken-up": TakeUp,
    "remark": c.AddRemark,
}
_LOOKED_AT = "looked-at"


@click.command("mark")
@cycle_argument
@click.argument("case", metavar="CASE")
@click.argument("mark", metavar="MARK", type=click.Choice([*_MARKS, _LOOKED_AT]))
@click.option("--reason", required=True, help="Why, for the record; for remark the remark itself.")
@acting
def command(folder: CycleAddress, case: str, mark: str, reason: str, name: str, moment: str | None) -> None:
    """Record remarks on a reply: objection or consent to the website, withdrawn, recalled, a remark of the desk.

    MARK is objects, agrees, provisional, final, withdrawn (before it is published), recalled (after), reinstated,
    restricted (it is not reproduced until it is marked unrestricted), looked-at (its alarms were looked at, with
    what was found), set-aside (it is no reply), taken-up (it is to be looked at after all), or remark. What is said
    about the website before the reply is published places it anew.
    """
    with open_cycle(folder) as opened:
        case = get_case(opened, case)
        _give(opened, case, mark, reason, get_actor(name), get_moment(moment))
        reply = opened.get_reply(case)
    say(f"{case} ({reply.state or 'not confirmed'}): {mark}, {reason}; it is {reply.stage}")


def _give(opened: CycleFolder, case: str, mark: str, reason: str, actor: Actor, at: Moment) -> None:
    """Record a mark; alarms are those of each version that has some."""
    if mark != _LOOKED_AT:
        opened.give(case, _MARKS[mark](reason), actor, at)
        return
    reply = opened.get_reply(case)
    numbers = [version.number for version in reply.versions if version.alarms and version.number not in reply.looked_at]
    numbers = numbers or [len(reply.versions)]
    opened.give_together([(case, LookAtAlarms(number, reason)) for number in numbers], actor, at)
