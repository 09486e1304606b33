"""``verbale library``: the documents of a desk that anybody may read."""

from __future__ import annotations

import click

from verbale.app.cycles import open_cycle
from verbale.app.desks import opened_desk
from verbale.app.encoding import encode
from verbale.app.libraries import (
    Selection,
    add_published,
    add_sources,
    document_record,
    find_listed,
    get_library_row,
    rebuild_library,
    withdraw,
)
from verbale.app.sources import find_left_aside, find_sources
from verbale.commands.batch import advancing
from verbale.commands.cycle_options import find_address, find_desk, parse_moment
from verbale.commands.desk_tables import library_csv, library_table
from verbale.commands.forms import form_option, put, terminal
from verbale.commands.messages import say, tell_failure

_by = click.option("--by", "name", default="desk", show_default=True, help="Who does it, for the record.")
_at = click.option("--at", "moment", metavar="TIME", help="Date and time, as 2022-05-20T14:00-04:00; now by default.")


@click.group("library")
def command() -> None:
    """Keep a library: add documents that anybody may read to a desk, list them, or withdraw one.

    The desk is named with --desk; verbale serve shows its library to readers.
    """


@command.command("add")
@click.argument("sources", metavar="SOURCE…", nargs=-1, required=True)
@_by
@_at
def add(sources: tuple[str, ...], name: str, moment: str | None) -> None:
    """Read files, or the files of folders, and put them into the library. What is there already stays as it is."""
    found = find_sources(sources)
    with opened_desk(_get_desk()) as database, advancing("reading", len(found)) as tell:
        added = add_sources(database, found, name, parse_moment(moment), tell)
    for incoming, error in added.failed:
        tell_failure(incoming, error)
    if aside := find_left_aside(sources):
        say(f"left aside, as their names are those of data files: {len(aside)}")
    say(f"added {len(added.documents)}, there already {added.known}, failed {len(added.failed)}")
    click.get_current_context().exit(2 if added.failed else 0)


@command.command("publish")
@click.argument("cycle", metavar="CYCLE")
@_by
@_at
def publish(cycle: str, name: str, moment: str | None) -> None:
    """Put what a cycle has published into the library: its report in every language, its replies on the website."""
    with opened_desk(_get_desk()) as database, open_cycle(find_address(cycle)) as folder:
        added = add_published(database, folder, name, parse_moment(moment))
    say(f"added {len(added)}: {', '.join(f'{one.address} ({one.language})' for one in added) or 'nothing new'}")


@command.command("list")
@click.option("--words", default="", help="Only what has these words in its title or symbol.")
@click.option("--session", type=int, help="Only documents of this session.")
@form_option("table", "json", "csv")
def listing(words: str, session: int | None, form: str) -> None:
    """List the documents of the library with their languages."""
    with opened_desk(_get_desk()) as database:
        found = find_listed(database, Selection(session=session, words=words))
        rows = [document_record(one) for one in found]
    if form == "json":
        put(encode(rows))
    elif form == "csv":
        put(library_csv(rows))
    else:
        width, colour = terminal()
        put(library_table(rows, width=width, colour=colour))


@command.command("withdraw")
@click.argument("symbol")
@click.argument("language")
@click.option("--reason", required=True, help="Why, for the record.")
@_by
@_at
def withdrawing(symbol: str, language: str, reason: str, name: str, moment: str | None) -> None:
    """Take a document out of the library; its bytes stay, and what was done is on record."""
    with opened_desk(_get_desk()) as database:
        withdraw(database, get_library_row(database, symbol, language), reason, name, parse_moment(moment))
    say(f"withdrawn: {symbol} ({language})")


@command.command("rebuild")
def rebuild() -> None:
    """Make the list of documents anew from what was added and withdrawn."""
    with opened_desk(_get_desk()) as database:
        say(f"made anew: {rebuild_library(database)} documents")


def _get_desk() -> str:
    if desk := find_desk():
        return desk
    raise click.UsageError(
        "name the desk: verbale --desk sqlite:///library.sqlite library …; verbale desk new makes one"
    )
