"""``verbale timeline``: events in chronological order, each with its source."""

from __future__ import annotations

import click

from verbale.app.clock import today
from verbale.app.encoding import encode
from verbale.app.register_answers import get_timeline
from verbale.commands.forms import form_option, language_option, put, terminal
from verbale.model.language import Language
from verbale.render.register_view import line_csv, timeline_table


@click.command("timeline")
@click.option("--from", "first", metavar="DATE", help="From this day on; a month or a year will do.")
@click.option("--to", "last", metavar="DATE", help="Up to the end of this day, month or year; today by default.")
@click.option("--treaty", metavar="TREATY", help="Only what concerns this treaty.")
@click.option("--state", metavar="STATE", help="Only what concerns this State.")
@click.option("--known", metavar="DATE", help="As known on this day: leave out what was learned later.")
@click.option("--all", "every", is_flag=True, help="List also states of affairs and what was said of them.")
@form_option("table", "json", "csv")
@language_option
def command(
    first: str | None,
    last: str | None,
    treaty: str | None,
    state: str | None,
    known: str | None,
    every: bool,
    form: str,
    language: str,
) -> None:
    """List events chronologically, each with its source.

    Acts, entries into force, votes, meetings, documents, notes verbales and replies, capacity building and pledges.
    Without a treaty or a State, and without --from, the last year up to --to is listed.
    """
    timeline = get_timeline(first, last, today(), treaty=treaty, state=state, known=known, every=every)
    if form == "json":
        put(encode(timeline))
    elif form == "csv":
        put(line_csv(timeline.lines))
    else:
        width, colour = terminal()
        put(timeline_table(timeline, Language(language), width=width, colour=colour))
