"""``verbale read``: any number of sources to trees."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field
from pathlib import Path

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

from verbale.app import (
    PROFILES,
    Destination,
    Incoming,
    encode_json,
    find_sources,
    get_destination,
    read_incoming,
)
from verbale.commands.telling import deliver, grave_findings, printable, say, tell_failure, tell_findings
from verbale.errors import VerbaleError
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
class Tally:
    """How the sources fared."""

    read: int = 0
    warned: int = 0
    failed: int = 0


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

    SOURCE is a PDF, DOCX, HTML or text file, a folder to walk, or - for standard input. The
    result alone goes to standard output: one source gives one JSON object, several sources or a
    folder give a list. The exit code is 2 when no tree could be made of some source, else 0.
    """
    several = len(sources) > 1 or any(Path(source).is_dir() for source in sources)
    if several and form == "html" and output is None:
        raise click.UsageError("several sources make one page each: name a folder with -o")
    wishes = _get_wishes(form, full, everything, to_file=output is not None)
    destination = get_destination(output, several=several, force=force) if output is not None else None
    outlet = Outlet(wishes, several, destination)
    tally = _read_all(find_sources(sources), profile, outlet)
    outlet.close()
    if several:
        say(f"read {tally.read}, with warnings {tally.warned}, failed {tally.failed}")
    click.get_current_context().exit(2 if tally.failed else 0)


def _get_wishes(form: str, full: bool, everything: bool, *, to_file: bool) -> Wishes:
    terminal = sys.stdout.isatty() and not to_file
    width = shutil.get_terminal_size((_PIPED_WIDTH, 24)).columns if terminal else _PIPED_WIDTH
    return Wishes(form, full, everything, colour=terminal, width=width)


def _read_all(found: list[Incoming], profile: str | None, outlet: Outlet) -> Tally:
    tally = Tally()
    with _progress(len(found), outlet.several, to_file=outlet.destination is not None) as advance:
        for incoming in found:
            _read_one(incoming, profile, outlet, tally)
            advance(incoming)
    return tally


def _read_one(incoming: Incoming, profile: str | None, outlet: Outlet, tally: Tally) -> None:
    """One source to its result; where it fails, the others are still delivered."""
    try:
        document = read_incoming(incoming, profile, finding=outlet.wishes.form == "json")
        outlet.put(document)
    except VerbaleError as error:
        tally.failed += 1
        tell_failure(incoming, error)
        return
    tally.read += 1
    tally.warned += bool(grave_findings(document))
    if outlet.wishes.form != "tree" or outlet.destination is not None:
        tell_findings(incoming, document)


def _progress(total: int, several: bool, *, to_file: bool) -> AbstractContextManager[Callable[[Incoming], None]]:
    """A bar on standard error where a person watches and no result is printed in between."""
    if not several or not sys.stderr.isatty() or (sys.stdout.isatty() and not to_file):
        return nullcontext(lambda incoming: None)
    return _Bar(total)


class _Bar(AbstractContextManager[Callable[[Incoming], None]]):
    """The bar, taken away when all is done."""

    def __init__(self, total: int) -> None:
        name = TextColumn("{task.fields[name]}", markup=False)
        console = Console(stderr=True)
        self._progress = Progress(
            TextColumn("reading"),
            BarColumn(),
            MofNCompleteColumn(),
            name,
            console=console,
            transient=True,
            redirect_stdout=False,
        )
        self._task = self._progress.add_task("read", total=total, name="")

    def __enter__(self) -> Callable[[Incoming], None]:
        self._progress.start()
        return lambda incoming: self._progress.update(self._task, advance=1, name=printable(incoming.name))

    def __exit__(self, *_: object) -> None:
        self._progress.stop()
