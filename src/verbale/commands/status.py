"""``verbale status``: the parties to a treaty as at a date, and why."""

from __future__ import annotations

from functools import partial

import click

from verbale.app.clock import today
from verbale.app.encoding import encode
from verbale.app.treaty_status import get_overview, get_status, sources_of
from verbale.commands.forms import form_option, language_option, put, terminal
from verbale.model.language import Language
from verbale.render.status_view import overview_table, status_csv, status_table


@click.command("status")
@click.argument("treaty", nargs=-1, metavar="[TREATY]")
@click.option("--as-of", "as_of", metavar="DATE", help="As of the end of this day; today by default.")
@click.option("--why", is_flag=True, help="Show the acts and the rule, step by step.")
@click.option("--states", is_flag=True, help="Name every State, also in large groups.")
@click.option(
    "--what-if", "supposed", metavar="ACTS", help='Suppose acts, as "USA ratifies 2027-01-01, CHN ratifies …".'
)
@form_option("table", "json", "csv")
@language_option
def command(
    treaty: tuple[str, ...],
    as_of: str | None,
    why: bool,
    states: bool,
    supposed: str | None,
    form: str,
    language: str,
) -> None:
    """Show the parties to a treaty as at a date, with the reason for each count.

    TREATY is an id, as CTBT, or any of its names in the six languages; without it every treaty is listed in a line.
    """
    shown = Language(language)
    width, colour = terminal()
    if not treaty:
        if why or states or supposed:
            raise click.UsageError("--why, --states and --what-if ask about one treaty: name it")
        answers = get_overview(as_of, today())
        answer: object = answers
        table = partial(overview_table, answers, shown)
    else:
        answer = one = get_status(" ".join(treaty), as_of, today(), supposed)
        answers = (one,)
        asked = why or bool(supposed)
        sources = sources_of(one) if asked else {}
        table = partial(status_table, one, shown, why=asked, states=states, sources=sources)
    if form == "json":
        put(encode(answer, shown))
    elif form == "csv":
        put(status_csv(answers, shown))
    else:
        put(table(width=width, colour=colour))
