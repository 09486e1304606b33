"""``verbale confirm``: what a letter is, said by a person."""

from __future__ import annotations

import click

from verbale.app.cycles import CycleAddress, open_cycle
from verbale.app.receiving import ALL, LAST, NONE, LetterDetails, confirm_reply
from verbale.commands.cycle_options import acting, cycle_argument, get_actor, get_moment
from verbale.commands.messages import say


@click.command("confirm")
@cycle_argument
@click.argument("case", metavar="CASE")
@click.option(
    "--state", default="", help="The State that sent it: three letters, or a name in any of the six languages."
)
@click.option("--date", "dated", default="", metavar="DATE", help="Its date, as 2022-05-10.")
@click.option("--language", default="", help="Its language, as es.")
@click.option("--answers", multiple=True, metavar="SYMBOL", help="A resolution that it answers; repeatable.")
@click.option(
    "--versions",
    type=click.Choice([ALL, LAST]),
    help="Whether all versions of the reply are of --state, or only the last.",
)
@click.option("--version-of", default="", metavar="CASE", help=f"The reply whose new version this is; or {NONE}.")
@click.option("--reason", default="", help="Why, where what is confirmed is corrected.")
@acting
def command(
    folder: CycleAddress,
    case: str,
    state: str,
    dated: str,
    language: str,
    answers: tuple[str, ...],
    versions: str | None,
    version_of: str,
    reason: str,
    name: str,
    moment: str | None,
) -> None:
    """Confirm what was proposed for a letter, or correct it; what is confirmed is corrected with a reason.

    What is not given is taken from the proposal, or stays as it was. Where a State has replied to the same mandates
    before, say whether the letter is a new version of that reply; where it was taken for a version of another State's
    reply, --versions last makes it a reply of its own.
    """
    said = LetterDetails(state, dated, language, answers, reason, versions or "", version_of)
    with open_cycle(folder) as opened:
        reply = confirm_reply(opened, case, said, get_actor(name), get_moment(moment))
    answered = ", ".join(reply.addresses) or "no resolution"
    say(f"{reply.id}: {reply.state}, {reply.dated}, {reply.language}, answers {answered}")
