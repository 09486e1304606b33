"""``verbale confirm``: what a letter is, said by a person."""

from __future__ import annotations

from pathlib import Path

import click

from verbale.app.cycles import open_cycle
from verbale.app.receiving import Said, confirm_reply
from verbale.commands.desking import acting, cycle_argument, get_actor, get_moment
from verbale.commands.telling import say


@click.command("confirm")
@cycle_argument
@click.argument("case", metavar="CASE")
@click.option("--state", default="", help="Whose it is: three letters, or a name in any of the six languages.")
@click.option("--date", "dated", default="", metavar="DATE", help="Its date, as 2022-05-10.")
@click.option("--language", default="", help="Its language, as es.")
@click.option("--answers", multiple=True, metavar="SYMBOL", help="A resolution that it answers; repeatable.")
@click.option("--reason", default="", help="Why, where a confirmed reading is corrected.")
@acting
def command(
    folder: Path,
    case: str,
    state: str,
    dated: str,
    language: str,
    answers: tuple[str, ...],
    reason: str,
    name: str,
    moment: str | None,
) -> None:
    """Confirm what was proposed for a letter, or say otherwise; a confirmed reading is corrected with a reason.

    What is not given is taken from the proposal, or stays as it was.
    """
    said = Said(state, dated, language, answers, reason)
    with open_cycle(folder) as opened:
        reply = confirm_reply(opened, case, said, get_actor(name), get_moment(moment))
    answered = ", ".join(reply.addresses) or "no resolution"
    say(f"{case}: {reply.state}, {reply.dated}, {reply.language}, answers {answered}")
