"""``verbale compare``: what a State said then and what it says now."""

from __future__ import annotations

from collections.abc import Sequence

import click

from verbale.app.comparing import compare_reports
from verbale.app.encoding import encode
from verbale.app.sources import find_sources
from verbale.app.writing import get_destination
from verbale.commands.forms import form_option, put, terminal
from verbale.commands.one_source import force_option
from verbale.model.comparison import Comparison
from verbale.render.comparison_view import comparison_csv, comparison_page, comparison_table

_PIPED_WIDTH = 160  # columns, where no terminal tells its own


@click.command("compare")
@click.argument("earlier")
@click.argument("later")
@click.option("--state", "states", multiple=True, help="A State by id or name; every State that both have by default.")
@form_option("table", "json", "csv", "html")
@click.option("-o", "--output", help="Write to this file.")
@force_option
def command(earlier: str, later: str, states: tuple[str, ...], form: str, output: str | None, *, force: bool) -> None:
    """Compare what a State says in two reports, paragraph by paragraph, by topic.

    EARLIER and LATER are reports with replies. Paragraphs are kept, changed, new or dropped; each pairing says what it
    rests on.
    """
    found = find_sources([earlier, later])
    if len(found) != 2:
        raise click.UsageError("compare takes two reports, not folders")
    destination = get_destination(output, several=False, force=force) if output is not None else None
    comparisons = compare_reports(found[0], found[1], states)
    content = _encode(comparisons, form, to_file=destination is not None)
    put(content, destination)


def _encode(comparisons: Sequence[Comparison], form: str, *, to_file: bool) -> bytes:
    if form == "json":
        return encode(comparisons)
    if form == "csv":
        return comparison_csv(comparisons).encode("utf-8")
    if form == "html":
        return comparison_page(comparisons).encode("utf-8")
    width, colour = terminal(_PIPED_WIDTH, to_file=to_file)
    return comparison_table(comparisons, width=width, colour=colour).encode("utf-8")
