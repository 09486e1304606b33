"""``verbale state``: all that the register holds about a State as of a day."""

from __future__ import annotations

import click

from verbale.app.clock import today
from verbale.app.register_answers import encode_dossier, get_dossier
from verbale.commands.asking import answer_options, refuse_two_forms, terminal
from verbale.model import Language
from verbale.render.register_view import dossier_table, line_csv


@click.command("state")
@click.argument("state", nargs=-1, required=True, metavar="STATE")
@click.option("--as-of", "as_of", metavar="DATE", help="As of the end of this day; today by default.")
@click.option("--known", metavar="DATE", help="As known on this day: leave out what was learned later.")
@click.option("--all", "every", is_flag=True, help="Show every line of every kind.")
@answer_options
def command(
    state: tuple[str, ...],
    as_of: str | None,
    known: str | None,
    every: bool,
    as_json: bool,
    as_csv: bool,
    language: str,
) -> None:
    """Tell all that is held about a State: treaties, votes, replies, positions, figures, facilities.

    STATE is an id, as CUB, or any of its names in the six languages. Each line has its source and paragraph.
    """
    refuse_two_forms(as_json, as_csv)
    dossier = get_dossier(" ".join(state), as_of, today(), known)
    if as_json:
        click.echo(encode_dossier(dossier), nl=False)
    elif as_csv:
        click.echo(line_csv(dossier.lines), nl=False)
    else:
        width, colour = terminal()
        told = dossier_table(dossier, Language(language), every=every, width=width, colour=colour)
        click.echo(told, nl=False)
