"""``verbale compare``: what a State said then and what it says now."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Sequence

import click

from verbale.app import compare_reports, encode_comparisons, find_sources, get_destination
from verbale.commands.single import force_option
from verbale.commands.telling import deliver
from verbale.model import Comparison
from verbale.render import comparison_page, comparison_table

_PIPED_WIDTH = 160  # columns, where no terminal tells its own


@click.command("compare")
@click.argument("earlier")
@click.argument("later")
@click.option("--state", "states", multiple=True, help="A State by id or name; every State that both have by default.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["table", "json", "html"]),
    default="table",
    show_default=True,
    help="The form.",
)
@click.option("-o", "--output", help="Write to this file.")
@force_option
def command(earlier: str, later: str, states: tuple[str, ...], form: str, output: str | None, *, force: bool) -> None:
    """Set a State's paragraphs in two reports beside each other, by topic.

    EARLIER and LATER are reports with replies. Paragraphs are kept, changed, new or dropped; each pairing says what it
    rests on.
    """
    found = find_sources([earlier, later])
    if len(found) != 2:
        raise click.UsageError("compare takes two reports, not folders")
    destination = get_destination(output, several=False, force=force) if output is not None else None
    comparisons = compare_reports(found[0], found[1], states)
    content = _encode(comparisons, form, terminal=destination is None and sys.stdout.isatty())
    if destination is None:
        deliver(content)
    else:
        destination.write_file(destination.path, content)


def _encode(comparisons: Sequence[Comparison], form: str, *, terminal: bool) -> bytes:
    if form == "json":
        return encode_comparisons(comparisons)
    if form == "html":
        return comparison_page(comparisons).encode("utf-8")
    width = shutil.get_terminal_size().columns if terminal else _PIPED_WIDTH
    return comparison_table(comparisons, width=width, colour=terminal).encode("utf-8")
