"""``verbale confirm``: what a letter is, said by a person."""

from __future__ import annotations

import click

from verbale.app.confirming import ALL, LAST, NONE, OTHERS, LetterDetails, confirm_reply
from verbale.app.cycles import CycleAddress, open_cycle
from verbale.app.finding_cases import get_case
from verbale.commands.cycle_options import acting, cycle_argument, get_actor, get_moment
from verbale.commands.messages import say
from verbale.desk.cases import ReplyCase
from verbale.desk.letter_kinds import LetterKind


@click.command("confirm")
@cycle_argument
@click.argument("case", metavar="CASE")
@click.option(
    "--state",
    "authors",
    multiple=True,
    metavar="AUTHOR",
    help="Who sent it, a State or organisation by code or any name; repeatable, in the order in which they sign.",
)
@click.option("--kind", type=click.Choice([kind.value for kind in LetterKind]), help="What kind of letter it is.")
@click.option("--on-behalf-of", "group", default="", metavar="GROUP", help="The group for which its author speaks.")
@click.option("--member", "members", multiple=True, metavar="STATE", help="A member of that group; repeatable.")
@click.option("--date", "dated", default="", metavar="DATE", help="Its date, as 2022-05-10.")
@click.option("--language", default="", help="Its language, as es; also one that is not official, as pt.")
@click.option(
    "--other-language",
    type=click.Choice(OTHERS),
    help="What the words in its other language are: a translation by the mission, text of the reply, or none of it.",
)
@click.option("--answers", multiple=True, metavar="SYMBOL", help="A resolution that it answers; repeatable.")
@click.option(
    "--versions",
    type=click.Choice([ALL, LAST]),
    help="Whether all versions of the reply are of --state, or only the last.",
)
@click.option(
    "--version-of",
    default="",
    metavar="CASE",
    help=f"The reply that it is a version of, or that it withdraws, copies or translates; or {NONE}.",
)
@click.option("--seen", default="", metavar="TEXT", help="What was found where its alarms were looked at.")
@click.option("--reason", default="", help="Why, where what is confirmed is corrected.")
@acting
def command(
    folder: CycleAddress,
    case: str,
    authors: tuple[str, ...],
    kind: str | None,
    group: str,
    members: tuple[str, ...],
    dated: str,
    language: str,
    other_language: str | None,
    answers: tuple[str, ...],
    versions: str | None,
    version_of: str,
    seen: str,
    reason: str,
    name: str,
    moment: str | None,
) -> None:
    """Confirm what was proposed for a letter, or correct it; what is confirmed is corrected with a reason.

    What is not given is taken where the letter says it outright, and never guessed. CASE is a number of verbale cycle,
    the beginning of an id, or a State with one letter. --versions last makes a reply of its own of the latest version.
    """
    with open_cycle(folder) as opened:
        about = get_case(opened, version_of) if version_of not in ("", NONE) else version_of
        said = LetterDetails(
            authors=authors,
            dated=dated,
            language=language,
            answers=answers,
            reason=reason,
            versions=versions or "",
            version_of=about,
            kind=kind or "",
            group=group,
            members=members,
            seen=seen,
            other_language=other_language or "",
        )
        _tell(confirm_reply(opened, get_case(opened, case), said, get_actor(name), get_moment(moment)))


def _tell(reply: ReplyCase) -> None:
    """What a letter is from now on, and what of it is still to be looked at."""
    whose = ", ".join(reply.authors) or "nobody"
    if reply.confirmation is None:
        say(f"{reply.id}: {reply.stage}, {whose}")
        return
    answered = ", ".join(reply.addresses) or "no resolution"
    given = f"{reply.dated or 'no date'}, {reply.language or 'no language'}"
    say(f"{reply.id}: {reply.kind}, {whose}, {given}, answers {answered}")
    for version in reply.versions:
        for alarm in reply.open_alarms(version):
            say(f"{reply.id}: still to be looked at: {alarm.reason}")
