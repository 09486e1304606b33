"""``verbale diff``: what changed in the status of treaties between two dates."""

from __future__ import annotations

import click

from verbale.app.clock import today
from verbale.app.encoding import encode
from verbale.app.treaty_status import get_changes
from verbale.commands.forms import form_option, language_option, put, terminal
from verbale.model.language import Language
from verbale.render.change_view import change_csv, change_table


@click.command("diff")
@click.argument("treaties", nargs=-1, metavar="[TREATY]…")
@click.option("--from", "first", required=True, metavar="DATE", help="The earlier day.")
@click.option("--to", "last", metavar="DATE", help="The later day; today by default.")
@form_option("table", "json", "csv")
@language_option
def command(treaties: tuple[str, ...], first: str, last: str | None, form: str, language: str) -> None:
    """Show what changed in the status of treaties between two dates.

    TREATY is an id or a name in any of the six languages; without one every treaty is compared.
    """
    changes = get_changes(first, last or today(), treaties)
    if form == "json":
        put(encode(changes))
    elif form == "csv":
        put(change_csv(changes.changes, Language(language)))
    else:
        width, colour = terminal()
        put(change_table(changes, Language(language), width=width, colour=colour))
