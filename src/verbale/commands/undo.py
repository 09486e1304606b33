"""``verbale undo``: an act taken back by a later one."""

from __future__ import annotations

import click

from verbale.app.cycles import CycleAddress, open_cycle
from verbale.app.finding_cases import get_case
from verbale.app.gates import undo_waiver
from verbale.app.undoing import undo_confirmation, undo_summary, undo_translation
from verbale.commands.cycle_options import acting, cycle_argument, get_actor, get_moment
from verbale.commands.messages import say
from verbale.desk.cases import Gate

_ACTS = ("confirmation", "translation", "summary", "waiver")


@click.command("undo")
@cycle_argument
@click.argument("case", metavar="CASE")
@click.argument("act", metavar="ACT", type=click.Choice(_ACTS))
@click.option("--language", default="", help="Of which translation.")
@click.option("--gate", type=click.Choice([gate.value for gate in Gate]), help="Of which waiver.")
@click.option("--reason", required=True, help="Why, for the record.")
@acting
def command(
    folder: CycleAddress,
    case: str,
    act: str,
    language: str,
    gate: str | None,
    reason: str,
    name: str,
    moment: str | None,
) -> None:
    """Take back an act by a later one, with the reason: nothing is erased.

    ACT is confirmation (what a letter was said to be, with what it did to another reply), translation or summary (taken
    for the wrong letter), or waiver.
    """
    if (act == "translation") != bool(language) or (act == "waiver") != bool(gate):
        raise click.UsageError("a translation takes --language, a waiver --gate, and nothing else does")
    actor, at = get_actor(name), get_moment(moment)
    with open_cycle(folder) as opened:
        case = get_case(opened, case)
        if act == "confirmation":
            undo_confirmation(opened, case, reason, actor, at)
        elif act == "translation":
            undo_translation(opened, case, language, reason, actor, at)
        elif act == "summary":
            undo_summary(opened, case, reason, actor, at)
        else:
            undo_waiver(opened, case, gate or "", reason, actor, at)
        reply = opened.get_reply(case)
    say(f"{case} ({reply.state or 'not confirmed'}): {act} undone, {reason}; it is {reply.stage}")
