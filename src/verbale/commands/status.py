"""``verbale status``: where a treaty stands as of a day, and why."""

from __future__ import annotations

import click

from verbale.app.clock import today
from verbale.app.treaty_status import encode_status, get_status
from verbale.commands.asking import answer_options, refuse_two_forms, terminal
from verbale.model import Language
from verbale.render.status_view import status_csv, status_table


@click.command("status")
@click.argument("treaty", nargs=-1, required=True, metavar="TREATY")
@click.option("--as-of", "as_of", metavar="DATE", help="As of the end of this day; today by default.")
@click.option("--why", is_flag=True, help="Show the acts and the rule, step by step.")
@click.option("--states", is_flag=True, help="Name every State, also in large groups.")
@click.option(
    "--what-if", "supposed", metavar="ACTS", help='Suppose acts, as "USA ratifies 2027-01-01, CHN ratifies …".'
)
@answer_options
def command(
    treaty: tuple[str, ...],
    as_of: str | None,
    why: bool,
    states: bool,
    supposed: str | None,
    as_json: bool,
    as_csv: bool,
    language: str,
) -> None:
    """Tell who is bound by a treaty as of a day, and why the count is what it is.

    TREATY is an id, as CTBT, or any of its names in the six languages.
    """
    refuse_two_forms(as_json, as_csv)
    answer = get_status(" ".join(treaty), as_of, today(), supposed)
    if as_json:
        click.echo(encode_status(answer, Language(language)), nl=False)
    elif as_csv:
        click.echo(status_csv(answer, Language(language)), nl=False)
    else:
        width, colour = terminal()
        shown = Language(language)
        told = status_table(answer, shown, why=why or bool(supposed), states=states, width=width, colour=colour)
        click.echo(told, nl=False)
