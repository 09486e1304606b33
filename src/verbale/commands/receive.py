"""``verbale receive``: letters come in."""

from __future__ import annotations

from pathlib import Path

import click

from verbale.app.cycles import CycleFolder, open_cycle
from verbale.app.receiving import Received, read_letter, receive_letter, settled_proposal
from verbale.app.sources import Incoming, find_sources, get_bytes
from verbale.commands.desk_tables import proposal_table
from verbale.commands.desking import acting, cycle_argument, get_actor, get_moment
from verbale.commands.forms import terminal
from verbale.commands.telling import say, tell_failure
from verbale.desk.commands import Actor, Channel
from verbale.errors import ReadFailed


@click.command("receive")
@cycle_argument
@click.argument("letters", metavar="LETTER...", nargs=-1, required=True)
@click.option("--received", metavar="TIME", help="When they came, as 2022-05-20T14:00-04:00; now by default.")
@click.option("--channel", type=click.Choice([channel.value for channel in Channel]), help="How they came.")
@click.option("--accept", is_flag=True, help="Confirm at once what leaves no doubt.")
@acting
def command(
    folder: Path,
    letters: tuple[str, ...],
    received: str | None,
    channel: str | None,
    accept: bool,
    name: str,
    moment: str | None,
) -> None:
    """Take letters in: DOCX, PDF, HTML, text, or e-mails (.eml) with what came with them.

    Every byte is kept. For each letter its State, date, language and the resolutions that it answers are proposed with
    the evidence; confirm or correct them with ``verbale confirm``. Exits with 2 when a letter could not be read.
    """
    actor, at = get_actor(name), get_moment(moment)
    came = get_moment(received) if received else at
    failed = 0
    with open_cycle(folder) as opened:
        for incoming in find_sources(letters):
            try:
                letter = read_letter(get_bytes(incoming), incoming.name)
            except ReadFailed as error:
                failed += 1
                tell_failure(incoming, error)
                continue
            taken = receive_letter(opened, letter, actor, at, received=came, channel=channel or "")
            _show(opened, incoming, taken, actor if accept else None, moment)
    click.get_current_context().exit(2 if failed else 0)


def _show(opened: CycleFolder, incoming: Incoming, taken: Received, actor: Actor | None, moment: str | None) -> None:
    for unread in taken.letter.unread:
        say(f"{incoming.shown}: kept, but not read: {unread}")
    confirmation = settled_proposal(taken.proposal) if actor and taken.kind == "new" else None
    if actor and confirmation:
        opened.give(taken.case, confirmation, actor, get_moment(moment))
    width, colour = terminal()
    told = proposal_table(
        taken.case, taken.kind, taken.proposal, confirmed=bool(confirmation), width=width, colour=colour
    )
    click.echo(f"{incoming.shown}\n{told}", nl=False)
