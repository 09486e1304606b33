"""``verbale remind``: who has not answered, and a reminder to each."""

from __future__ import annotations

from pathlib import Path

import click

from verbale.app.converting import FORMS
from verbale.app.cycles import open_cycle
from verbale.app.reminding import choose_states, send_reminders
from verbale.commands.desking import acting, cycle_argument, get_actor, get_languages, get_moment
from verbale.commands.many import advancing
from verbale.commands.single import force_option
from verbale.commands.telling import say


@click.command("remind")
@cycle_argument
@click.option("--state", "states", multiple=True, help="One that has not answered; all of them by default; repeatable.")
@click.option("--languages", metavar="LIST", default="en", show_default=True, help="As en,fr.")
@click.option("--into", type=click.Path(path_type=Path), help="The folder for the files; without it they are listed.")
@click.option("--format", "form", type=click.Choice(list(FORMS)), default="docx", show_default=True)
@click.option("--issue", is_flag=True, help="Record that they went out.")
@force_option
@acting
def command(
    folder: Path,
    states: tuple[str, ...],
    languages: str,
    into: Path | None,
    form: str,
    issue: bool,
    force: bool,
    name: str,
    moment: str | None,
) -> None:
    """List who has not answered the call of a cycle, or write a reminder to each: reminder.STATE.LANG.docx.

    Each names the deadline in force for its State, with the extension that was granted.
    """
    with open_cycle(folder) as opened:
        chosen = choose_states(opened, states)
        if into is None:
            click.echo("\n".join(chosen))
            say(f"{len(chosen)} have not answered; --into writes a reminder to each")
            return
        wanted = get_languages(languages, opened)
        with advancing("reminders", len(chosen) * len(wanted)) as advance:
            count = send_reminders(
                opened,
                chosen,
                wanted,
                (into, form),
                get_actor(name),
                get_moment(moment),
                issue=issue,
                force=force,
                advance=advance,
            )
    say(f"written: {count} reminders in {into}" + ("; recorded as sent" if issue else ""))
