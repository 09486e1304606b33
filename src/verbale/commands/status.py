"""``verbale status``: where a treaty stands as of a day, and why."""

from __future__ import annotations

from functools import partial

import click

from verbale.app.clock import today
from verbale.app.treaty_status import encode_overview, encode_status, get_overview, get_status, sources_of
from verbale.commands.asking import answer_options, refuse_two_forms, terminal
from verbale.model import Language
from verbale.render.status_view import overview_table, status_csv, status_table


@click.command("status")
@click.argument("treaty", nargs=-1, metavar="[TREATY]")
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

    TREATY is an id, as CTBT, or any of its names in the six languages; without it every treaty is told in a line.
    """
    refuse_two_forms(as_json, as_csv)
    shown = Language(language)
    width, colour = terminal()
    if not treaty:
        if why or states or supposed:
            raise click.UsageError("--why, --states and --what-if ask about one treaty: name it")
        answers = get_overview(as_of, today())
        record, table = partial(encode_overview, answers, shown), partial(overview_table, answers, shown)
    else:
        answer = get_status(" ".join(treaty), as_of, today(), supposed)
        answers, record = (answer,), partial(encode_status, answer, shown)
        asked = why or bool(supposed)
        sources = sources_of(answer) if asked else {}
        table = partial(status_table, answer, shown, why=asked, states=states, sources=sources)
    if as_json:
        click.echo(record(), nl=False)
    elif as_csv:
        click.echo(status_csv(answers, shown), nl=False)
    else:
        click.echo(table(width=width, colour=colour), nl=False)
