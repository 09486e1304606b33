"""``verbale desk``: a database that holds many cycles."""

from __future__ import annotations

import click

from verbale.app.desks import (
    case_record,
    list_cases,
    list_cycles,
    make_desk,
    rebuild_lists,
    summary_record,
)
from verbale.app.encoding import encode
from verbale.commands.desk_tables import cases_csv, cases_table, desk_table
from verbale.commands.forms import form_option, put, terminal
from verbale.commands.messages import say
from verbale.desk.cases import ReplyStage
from verbale.render.csv_table import csv_rows


@click.group("desk")
def command() -> None:
    """Manage a desk: a database that holds many reporting cycles, SQLite or PostgreSQL.

    URL is sqlite:///folder/desk.sqlite or postgresql://user@host/name; PLACE is that, or the folder of a cycle.
    """


@command.command("new")
@click.argument("url", metavar="URL")
def new(url: str) -> None:
    """Make an empty desk, in a new file or in an empty database."""
    make_desk(url)
    say(f"made the desk: next, verbale --desk {url} start cycle.toml")


@command.command("list")
@click.argument("place", metavar="PLACE")
@form_option("table", "json", "csv")
def listing(place: str, form: str) -> None:
    """List the cycles of a desk, with their stage and how many replies stand at each stage."""
    cycles = list_cycles(place)
    if form == "json":
        put(encode([summary_record(one) for one in cycles]))
    elif form == "csv":
        counts = (" ".join(f"{stage} {count}" for stage, count in one.replies.items()) for one in cycles)
        rows = zip((one.name for one in cycles), (one.stage for one in cycles), counts, strict=True)
        put(csv_rows(("name", "stage", "replies"), rows))
    else:
        width, colour = terminal()
        put(desk_table(cycles, width=width, colour=colour))


@command.command("cases")
@click.argument("place", metavar="PLACE")
@click.option("--cycle", default="", help="Of this cycle only.")
@click.option("--stage", type=click.Choice([stage.value for stage in ReplyStage]), help="At this stage only.")
@form_option("table", "json", "csv")
def cases(place: str, cycle: str, stage: str | None, form: str) -> None:
    """List the replies of a desk, over all its cycles: where each stands, whose it is, what happened last."""
    found = [case_record(one) for one in list_cases(place, cycle, stage or "")]
    if form == "json":
        put(encode(found))
    elif form == "csv":
        put(cases_csv(found))
    else:
        width, colour = terminal()
        put(cases_table(found, width=width, colour=colour))


@command.command("rebuild")
@click.argument("place", metavar="PLACE")
def rebuild(place: str) -> None:
    """Drop the lists of a desk and make them anew from its facts."""
    say(f"made anew: {rebuild_lists(place)} rows")
