"""``verbale reconcile``: what was received against what came out."""

from __future__ import annotations

from pathlib import Path

import click

from verbale.app import get_destination
from verbale.app.cycles import open_cycle
from verbale.app.reconciling import encode_reconciliation, reconcile
from verbale.commands.asking import terminal
from verbale.commands.desking import cycle_argument
from verbale.commands.single import force_option
from verbale.commands.telling import deliver
from verbale.model.reconciliation import Fate, Reconciliation
from verbale.render.reconciliation_view import reconciliation_csv, reconciliation_page, reconciliation_table

_NARROWEST = 120  # columns below which the table cannot be read


@click.command("reconcile")
@cycle_argument
@click.option(
    "--format",
    "form",
    type=click.Choice(["table", "json", "html", "csv"]),
    default="table",
    show_default=True,
    help="The form.",
)
@click.option("-o", "--output", help="Write to this file.")
@force_option
def command(folder: Path, form: str, output: str | None, *, force: bool) -> None:
    """Hold what was received against what came out: every character in print, on the web, or why not.

    The report is composed anew, the pages that went out are read again, and each unit of each letter is looked for in
    them. Exits with 1 where anything is omitted.
    """
    destination = get_destination(output, several=False, force=force) if output is not None else None
    with open_cycle(folder) as opened:
        found = reconcile(opened)
    content = _encode(found, form, plain=destination is not None)
    if destination is None:
        deliver(content)
    else:
        destination.write_file(destination.path, content)
    click.get_current_context().exit(1 if found.total(Fate.OMITTED) else 0)


def _encode(found: Reconciliation, form: str, *, plain: bool) -> bytes:
    if form == "json":
        return encode_reconciliation(found)
    if form == "csv":
        return reconciliation_csv(found).encode("utf-8")
    if form == "html":
        return reconciliation_page(found).encode("utf-8")
    width, colour = terminal()
    return reconciliation_table(found, width=max(width, _NARROWEST), colour=colour and not plain).encode("utf-8")
