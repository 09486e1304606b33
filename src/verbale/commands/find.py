"""``verbale find``: what stands in a document, marked where it stands and resolved."""

from __future__ import annotations

import shutil
import sys

import click

from verbale.app import PROFILES, encode_annotations, find_sources, get_destination, read_incoming
from verbale.commands.telling import deliver, tell_failure
from verbale.errors import ReadFailed
from verbale.model import AnnotationKind, Document
from verbale.render import annotation_csv, annotation_page, annotation_table

_PIPED_WIDTH = 120  # columns, where no terminal tells its own
_ENDINGS = {"table": ".found.txt", "json": ".found.json", "csv": ".found.csv", "html": ".found.html"}


@click.command("find")
@click.argument("source", metavar="SOURCE")
@click.option(
    "--format", "form", type=click.Choice(list(_ENDINGS)), default="table", show_default=True, help="The form."
)
@click.option(
    "--kind",
    "kinds",
    type=click.Choice([kind.value for kind in AnnotationKind]),
    multiple=True,
    help="Only this kind; may be given several times.",
)
@click.option("--profile", type=click.Choice(PROFILES), help="Force the kind of document; recognised by default.")
@click.option("-o", "--output", help="Write to this file; standard output by default.")
@click.option("--force", is_flag=True, help="Write over a file that exists.")
def command(
    source: str, form: str, kinds: tuple[str, ...], profile: str | None, output: str | None, force: bool
) -> None:
    """Mark citations, dates, States, treaties and figures where they stand, resolved.

    SOURCE is a file, or - for standard input. What cannot be resolved is shown with its candidates.
    """
    found = find_sources([source])
    if len(found) > 1:
        raise click.UsageError(f"{source} is a folder with {len(found)} files: find takes one document, name a file")
    destination = get_destination(output, several=False, force=force) if output is not None else None
    try:
        document = read_incoming(found[0], profile)
    except ReadFailed as error:
        tell_failure(found[0], error)
        click.get_current_context().exit(2)
    content = encode_found(document, form, [AnnotationKind(kind) for kind in kinds])
    if destination is None:
        deliver(content)
    else:
        destination.write(document, content, _ENDINGS[form])


def encode_found(document: Document, form: str, kinds: list[AnnotationKind]) -> bytes:
    """The annotations in the form that was asked for, in UTF-8."""
    if form == "json":
        return encode_annotations(document, kinds)
    if form == "csv":
        return annotation_csv(document, kinds).encode("utf-8")
    if form == "html":
        return annotation_page(document, kinds).encode("utf-8")
    terminal = sys.stdout.isatty()
    width = shutil.get_terminal_size().columns if terminal else _PIPED_WIDTH
    return annotation_table(document, kinds, width=width, colour=terminal).encode("utf-8")
