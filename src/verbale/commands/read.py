"""``verbale read``: any number of sources to trees."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

import click

from verbale.app.sources import Incoming, find_left_aside, find_sources
from verbale.app.working import work_on
from verbale.app.writing import OutputTarget, get_destination
from verbale.commands.batch import are_several, finish, go_through, is_watched
from verbale.commands.forms import form_option, terminal
from verbale.commands.messages import deliver
from verbale.model.document import PROFILES, Document

_ENDINGS = {"tree": ".tree.txt", "json": ".json", "text": ".txt", "html": ".html"}


@dataclass(frozen=True, slots=True)
class Options:
    """How the results are to look."""

    form: str
    full: bool
    everything: bool
    colour: bool
    width: int


@dataclass(slots=True)
class DocumentOutput:
    """Where results go: files, or standard output as one value, a list, or one after another."""

    options: Options
    several: bool
    destination: OutputTarget | None
    count: int = field(default=0)

    def put(self, document: Document, content: bytes) -> None:
        """Hand over the result of one document as soon as it is made, so that no more than one is held."""
        if self.destination is not None:
            self.destination.write(document, content, _ENDINGS[self.options.form])
        elif self.several and self.options.form == "json":
            deliver((b"[" if self.count == 0 else b",") + content.rstrip(b"\n") + b"\n")
        else:
            between = b"\n" if self.options.form == "tree" else b"\f"
            deliver((between if self.count else b"") + content)
        self.count += 1

    def close(self) -> None:
        """End the list, where there is one."""
        if self.destination is None and self.several and self.options.form == "json":
            deliver(b"]\n" if self.count else b"[]\n")


def encode_result(document: Document, options: Options) -> bytes:
    """One document in the form that was asked for, in UTF-8; the other forms are not loaded."""
    if options.form == "json":
        from verbale.app.encoding import encode  # noqa: PLC0415

        return encode(document)
    if options.form == "text":
        from verbale.render.text_view import text_view  # noqa: PLC0415

        return text_view(document, everything=options.everything).encode("utf-8")
    if options.form == "html":
        from verbale.render.html_view import html_view  # noqa: PLC0415

        return html_view(document, everything=options.everything).encode("utf-8")
    from verbale.render.tree_view import tree_view  # noqa: PLC0415

    return tree_view(
        document, width=options.width, colour=options.colour, full=options.full, everything=options.everything
    ).encode("utf-8")


@click.command("read")
@click.argument("sources", metavar="SOURCE…", nargs=-1, required=True)
@form_option("tree", "json", "text", "html")
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
    """Read documents into trees whose every node points back to the source.

    SOURCE is a PDF, DOCX, HTML, Akoma Ntoso or text file, a folder to walk, or - for standard input. The
    result alone goes to standard output: one source gives one JSON object, several sources or a
    folder give a list. The exit code is 2 when no tree could be made of some source, else 0.
    """
    several = are_several(sources)
    if several and form == "html" and output is None:
        raise click.UsageError("several sources make one page each: name a folder with -o")
    options = _get_options(form, full, everything, to_file=output is not None)
    destination = get_destination(output, several=several, force=force) if output is not None else None
    outlet = DocumentOutput(options, several, destination)
    tally = go_through(
        find_sources(sources),
        lambda incoming: _read_one(incoming, profile, outlet),
        doing="reading",
        watched=is_watched(several, to_file=destination is not None),
        tell=form != "tree" or destination is not None,
    )
    outlet.close()
    finish(tally, "read", several=several, aside=find_left_aside(sources))


def _get_options(form: str, full: bool, everything: bool, *, to_file: bool) -> Options:
    width, colour = terminal(to_file=to_file)
    return Options(form, full, everything, colour=colour, width=width)


def _read_one(incoming: Incoming, profile: str | None, outlet: DocumentOutput) -> Document:
    """One source to its result."""
    document, content = work_on(incoming, read_result, profile, outlet.options)
    outlet.put(document, content)
    return document


def read_result(data: bytes, name: str, profile: str | None, options: Options) -> tuple[Document, bytes]:
    """The result of one source in the form that was asked for, and the document without what makes it large."""
    # Loaded in the worker alone: the process that waits for it needs no reader.
    from verbale.app.reading import read_source, read_tree  # noqa: PLC0415

    document = (read_source if options.form == "json" else read_tree)(data, name, profile)
    content = encode_result(document, options)
    return replace(document, source=replace(document.source, text=""), nodes=(), annotations=()), content
