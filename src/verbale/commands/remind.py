"""``verbale remind``: the States that have not replied, and a reminder to each."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from verbale.app.converting import FORMS
from verbale.app.cycles import CycleAddress, open_cycle
from verbale.app.encoding import encode
from verbale.app.reminding import choose_states, name_of_state, send_reminders
from verbale.commands.batch import advancing
from verbale.commands.cycle_options import acting, cycle_argument, get_actor, get_languages, get_moment
from verbale.commands.forms import put
from verbale.commands.messages import say
from verbale.commands.one_source import force_option
from verbale.render.csv_table import csv_rows
from verbale.render.plurals import counted


@click.command("remind")
@cycle_argument
@click.option(
    "--state", "states", multiple=True, help="A State that has not replied; all of them by default; repeatable."
)
@click.option("--languages", metavar="LIST", default="en", show_default=True, help="As en,fr.")
@click.option("--into", type=click.Path(path_type=Path), help="The folder for the files; without it they are listed.")
@click.option("--format", "form", type=click.Choice(list(FORMS)), default="docx", show_default=True)
@click.option("--json", "as_json", is_flag=True, help="List them as JSON, for programs.")
@click.option("--csv", "as_csv", is_flag=True, help="List them as rows, for a spreadsheet.")
@click.option("--issue", is_flag=True, help="Record that they were sent.")
@force_option
@acting
def command(
    folder: CycleAddress,
    states: tuple[str, ...],
    languages: str,
    into: Path | None,
    form: str,
    as_json: bool,
    as_csv: bool,
    issue: bool,
    force: bool,
    name: str,
    moment: str | None,
) -> None:
    """List the States that have not replied, or write a reminder to each: reminder.STATE.LANG.docx.

    Each names the deadline in force for its State, with the extension that was granted.
    """
    if (as_json and as_csv) or (into is not None and (as_json or as_csv)):
        raise click.UsageError("--json and --csv each name the form of the list, and --into writes no list: give one")
    with open_cycle(folder) as opened:
        chosen = choose_states(opened, states)
        if into is None:
            _list(chosen, as_json=as_json, as_csv=as_csv)
            say(f"{counted(len(chosen), 'State has', 'States have')} not replied; --into writes a reminder to each")
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
    say(f"written: {counted(count, 'reminder', 'reminders')} in {into}" + ("; recorded as sent" if issue else ""))


def _list(states: Sequence[str], *, as_json: bool, as_csv: bool) -> None:
    """Those that have not replied, by their ids and names."""
    rows = [{"state": state, "name": name_of_state(state)} for state in states]
    if as_json:
        put(encode(rows))
    elif as_csv:
        put(csv_rows(("state", "name"), (tuple(row.values()) for row in rows)))
    else:
        put("".join(f"{state}\n" for state in states))
