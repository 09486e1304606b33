"""``verbale timeline``: what happened, in order, each with its source."""

from __future__ import annotations

import click

from verbale.app.clock import today
from verbale.app.register_answers import encode_timeline, get_timeline
from verbale.commands.asking import answer_options, refuse_two_forms, terminal
from verbale.model import Language
from verbale.render.register_view import line_csv, timeline_table


@click.command("timeline")
@click.option("--from", "first", metavar="DATE", help="From this day on; a month or a year will do.")
@click.option("--to", "last", metavar="DATE", help="Up to the end of this day, month or year; today by default.")
@click.option("--treaty", metavar="TREATY", help="Only what concerns this treaty.")
@click.option("--state", metavar="STATE", help="Only what concerns this State.")
@click.option("--known", metavar="DATE", help="As known on this day: leave out what was learned later.")
@click.option("--all", "every", is_flag=True, help="Tell also how things were and what was said of them.")
@answer_options
def command(
    first: str | None,
    last: str | None,
    treaty: str | None,
    state: str | None,
    known: str | None,
    every: bool,
    as_json: bool,
    as_csv: bool,
    language: str,
) -> None:
    """Tell what happened, in order, each with its source.

    Acts, entries into force, votes, meetings, documents, calls and replies, programmes and pledges.
    Without a treaty or a State, and without --from, the last year up to --to is told.
    """
    refuse_two_forms(as_json, as_csv)
    timeline = get_timeline(first, last, today(), treaty=treaty, state=state, known=known, every=every)
    if as_json:
        click.echo(encode_timeline(timeline), nl=False)
    elif as_csv:
        click.echo(line_csv(timeline.lines), nl=False)
    else:
        width, colour = terminal()
        click.echo(timeline_table(timeline, Language(language), width=width, colour=colour), nl=False)
