"""``verbale state``: all information on a State as at a date."""

from __future__ import annotations

import click

from verbale.app.clock import today
from verbale.app.encoding import encode
from verbale.app.register_answers import get_dossier
from verbale.commands.forms import form_option, language_option, put, terminal
from verbale.model.language import Language
from verbale.render.register_view import dossier_table, line_csv


@click.command("state")
@click.argument("state", nargs=-1, required=True, metavar="STATE")
@click.option("--as-of", "as_of", metavar="DATE", help="As of the end of this day; today by default.")
@click.option("--known", metavar="DATE", help="As known on this day: leave out what was learned later.")
@click.option("--all", "every", is_flag=True, help="Show every line of every kind.")
@form_option("table", "json", "csv")
@language_option
def command(
    state: tuple[str, ...],
    as_of: str | None,
    known: str | None,
    every: bool,
    form: str,
    language: str,
) -> None:
    """Show all information on a State: treaties, votes, replies, positions, figures, facilities.

    STATE is an id, as CUB, or any of its names in the six languages. Each line has its source and paragraph.
    """
    dossier = get_dossier(" ".join(state), as_of, today(), known)
    if form == "json":
        put(encode(dossier))
    elif form == "csv":
        put(line_csv(dossier.lines))
    else:
        width, colour = terminal()
        told = dossier_table(dossier, Language(language), every=every, width=width, colour=colour)
        put(told)
