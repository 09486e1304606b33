"""``verbale diff``: what changed in the regime between two days."""

from __future__ import annotations

import click

from verbale.app.clock import today
from verbale.app.treaty_status import encode_changes, get_changes
from verbale.commands.asking import answer_options, refuse_two_forms, terminal
from verbale.model import Language
from verbale.render.change_view import change_csv, change_table


@click.command("diff")
@click.argument("treaties", nargs=-1, metavar="[TREATY]…")
@click.option("--from", "first", required=True, metavar="DATE", help="The earlier day.")
@click.option("--to", "last", metavar="DATE", help="The later day; today by default.")
@answer_options
def command(
    treaties: tuple[str, ...], first: str, last: str | None, as_json: bool, as_csv: bool, language: str
) -> None:
    """Tell what changed in the regime between two days.

    TREATY is an id or a name in any of the six languages; without one every treaty is compared.
    """
    refuse_two_forms(as_json, as_csv)
    end = last or today()
    changes = get_changes(first, end, treaties)
    if as_json:
        click.echo(encode_changes(first, end, changes), nl=False)
    elif as_csv:
        click.echo(change_csv(changes, Language(language)), nl=False)
    else:
        width, colour = terminal()
        click.echo(change_table(changes, first, end, Language(language), width=width, colour=colour), nl=False)
