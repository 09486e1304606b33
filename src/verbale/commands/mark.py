"""``verbale mark``: what a State or the desk says of a reply besides its words."""

from __future__ import annotations

import click

from verbale.app.cycles import CycleAddress, open_cycle
from verbale.app.finding_cases import get_case
from verbale.app.letter_marks import MARKS, mark_letter
from verbale.commands.cycle_options import acting, cycle_argument, get_actor, get_moment
from verbale.commands.messages import say


@click.command("mark")
@cycle_argument
@click.argument("case", metavar="CASE")
@click.argument("mark", metavar="MARK", type=click.Choice(MARKS))
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
        mark_letter(opened, case, mark, reason, get_actor(name), get_moment(moment))
        reply = opened.get_reply(case)
    say(f"{case} ({reply.state or 'not confirmed'}): {mark}, {reason}; it is {reply.stage}")
