"""``verbale waive``: leave to hand a report in although something of a letter is open."""

from __future__ import annotations

import click

from verbale.app.cycles import CycleAddress, open_cycle
from verbale.app.finding_cases import get_case
from verbale.app.gates import waive_gate
from verbale.commands.cycle_options import acting, cycle_argument, get_actor, get_moment
from verbale.commands.messages import say
from verbale.desk.cases import Gate


@click.command("waive")
@cycle_argument
@click.argument("case", metavar="CASE")
@click.argument("gate", metavar="GATE", type=click.Choice([gate.value for gate in Gate]))
@click.option("--allowed-by", required=True, metavar="NAME", help="Who allowed it.")
@click.option("--reason", required=True, help="Why, for the record.")
@acting
def command(
    folder: CycleAddress, case: str, gate: str, allowed_by: str, reason: str, name: str, moment: str | None
) -> None:
    """Let a report go on although something of a letter is open: who allowed it, and why.

    GATE is unread, unconfirmed, alarms, translation, or length. A waiver holds for the letter as it is; a new version
    of it opens the gate anew. The reconciliation page prints every waiver.
    """
    with open_cycle(folder) as opened:
        case = get_case(opened, case)
        matter = waive_gate(opened, case, gate, allowed_by, reason, get_actor(name), get_moment(moment))
    say(f"{case}: {gate} waived by {allowed_by}: {reason} ({matter.reason})")
