"""``verbale read``: any number of sources to trees."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable
from dataclasses import dataclass, field

import click

from verbale.app import (
    PROFILES,
    Destination,
    Incoming,
    encode_json,
    find_sources,
    get_destination,
    read_incoming,
)
from verbale.commands.many import are_several, finish, go_through, is_watched
from verbale.commands.telling import deliver
from verbale.model import Document
from verbale.render import html_view, text_view, tree_view

_PIPED_WIDTH = 100  # columns, where no terminal tells its own
_ENDINGS = {"tree": ".tree.txt", "json": ".json", "text": ".txt", "html": ".html"}


@dataclass(frozen=True, slots=True)
class Wishes:
    """How the results are to look."""

    form: str
    full: bool
    everything: bool
    colour: bool
    width: int


@dataclass(slots=True)
class Outlet:
    """Where results go: files, or standard output as one value, a list, or one after another."""

    wishes: Wishes
    several: bool
    destination: Destination | None
    count: int = field(default=0)

    def put(self, document: Document) -> None:
        """Hand over one document as soon as it is read, so that no more than one is held."""
        content = encode_result(document, self.wishes)
        if self.destination is not None:
            self.destination.write(document, content, _ENDINGS[self.wishes.form])
        elif self.several and self.wishes.form == "json":
            deliver((b"[" if self.count == 0 else b",") + content.rstrip(b"\n") + b"\n")
        else:
            between = b"\n" if self.wishes.form == "tree" else b"\f"
            deliver((between if self.count else b"") + content)
        self.count += 1

    def close(self) -> None:
        """End the list, where there is one."""
        if self.destination is None and self.several and self.wishes.form == "json":
            deliver(b"]\n" if self.count else b"[]\n")


def encode_result(document: Document, wishes: Wishes) -> bytes:
    """One document in the form that was asked for, in UTF-8."""
    if wishes.form == "json":
        return encode_json(document)
    views: dict[str, Callable[[], str]] = {
        "text": lambda: text_view(document, everything=wishes.everything),
        "html": lambda: html_view(document, everything=wishes.everything),
        "tree": lambda: tree_view(
            document, width=wishes.width, colour=wishes.colour, full=wishes.full, everything=wishes.everything
        ),
    }
    return views[wishes.form]().encode("utf-8")


@click.command("read")
@click.argument("sources", metavar="SOURCE…", nargs=-1, required=True)
@click.option(
    "--format", "form", type=click.Choice(list(_ENDINGS)), default="tree", show_default=True, help="The form."
)
@click.option("--profile", type=click.Choice(PROFILES), help="Force the kind of document; recognised by default.")
@click.option("-o", "--output", help="Write to this file; for several sources, one file each in this folder.")
@click.option("--force", is_flag=True, help="Write over files that exist.")
@click.option("--all", "everything", is_flag=True, help="Show furniture too: running heads, page numbers, job numbers.")
@click.option("--full", is_flag=True, help="Show the whole text in the tree, not the first line.")
def command(
    sources: tuple[str, ...],
    form: str,
    profile: str | None,
    output: str | None,
    force: bool,
    everything: bool,
    full: bool,
) -> None:
    """Turn documents into trees whose every node points back to the source.

    SOURCE is a PDF, DOCX, HTML, Akoma Ntoso or text file, a folder to walk, or - for standard input. The
    result alone goes to standard output: one source gives one JSON object, several sources or a
    folder give a list. The exit code is 2 when no tree could be made of some source, else 0.
    """
    several = are_several(sources)
    if several and form == "html" and output is None:
        raise click.UsageError("several sources make one page each: name a folder with -o")
    wishes = _get_wishes(form, full, everything, to_file=output is not None)
    destination = get_destination(output, several=several, force=force) if output is not None else None
    outlet = Outlet(wishes, several, destination)
    tally = go_through(
        find_sources(sources),
        lambda incoming: _read_one(incoming, profile, outlet),
        doing="reading",
        watched=is_watched(several, to_file=destination is not None),
        tell=form != "tree" or destination is not None,
    )
    outlet.close()
    finish(tally, "read", several=several)


def _get_wishes(form: str, full: bool, everything: bool, *, to_file: bool) -> Wishes:
    terminal = sys.stdout.isatty() and not to_file
    width = shutil.get_terminal_size((_PIPED_WIDTH, 24)).columns if terminal else _PIPED_WIDTH
    return Wishes(form, full, everything, colour=terminal, width=width)


def _read_one(incoming: Incoming, profile: str | None, outlet: Outlet) -> Document:
    """One source to its result."""
    document = read_incoming(incoming, profile, finding=outlet.wishes.form == "json")
    outlet.put(document)
    return document
