"""``verbale reconcile``: the disposition of every submission."""

from __future__ import annotations

import click

from verbale.app.cycles import CycleAddress, open_cycle
from verbale.app.encoding import encode
from verbale.app.reconciling import reconcile
from verbale.app.writing import get_destination
from verbale.commands.cycle_options import cycle_argument
from verbale.commands.forms import form_option, put, terminal
from verbale.commands.messages import say
from verbale.commands.one_source import force_option
from verbale.model.reconciliation import Fate, Reconciliation
from verbale.render.reconciliation_view import reconciliation_csv, reconciliation_page, reconciliation_table

_NARROWEST = 120  # columns below which the table cannot be read


@click.command("reconcile")
@cycle_argument
@form_option("table", "json", "csv", "html")
@click.option("-o", "--output", help="Write to this file.")
@force_option
def command(folder: CycleAddress, form: str, output: str | None, *, force: bool) -> None:
    """Account for the disposition of every submission: printed, posted on the website, or the reason why not.

    The report is composed again, the published pages are read again, and each unit of each letter is looked for in
    them; pages, pictures, comments, form fields and enclosures are counted as the reader found them. Exits with 1
    where anything is omitted, or was received and has no disposition: what is unread or in doubt, and nobody has
    looked at or waived, and what was kept when a receipt was broken off.
    """
    destination = get_destination(output, several=False, force=force) if output is not None else None
    with open_cycle(folder) as opened:
        found = reconcile(opened)
        unspoken = opened.store.unspoken()
    content = _encode(found, form, to_file=destination is not None)
    put(content, destination)
    for sha256 in unspoken:
        say(f"content {sha256[:12]} was kept, and its receipt was broken off: verbale receive --broken-off takes it in")
    click.get_current_context().exit(1 if found.total(Fate.OMITTED) or found.unsettled or unspoken else 0)


def _encode(found: Reconciliation, form: str, *, to_file: bool) -> bytes:
    if form == "json":
        return encode(found)
    if form == "csv":
        return reconciliation_csv(found).encode("utf-8")
    if form == "html":
        return reconciliation_page(found).encode("utf-8")
    width, colour = terminal(to_file=to_file)
    return reconciliation_table(found, width=max(width, _NARROWEST), colour=colour).encode("utf-8")
