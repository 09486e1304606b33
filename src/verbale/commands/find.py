"""``verbale find``: what stands in a document, marked where it stands and resolved."""

from __future__ import annotations

import click

from verbale.app.encoding import encode
from verbale.commands.forms import form_option, terminal
from verbale.commands.one_source import convert_one, force_option, profile_option
from verbale.model.annotation import AnnotationKind
from verbale.model.contract import annotations_record
from verbale.model.document import Document
from verbale.render.annotation_view import annotation_csv, annotation_page, annotation_table

_PIPED_WIDTH = 120  # columns, where no terminal tells its own
_ENDINGS = {"table": ".found.txt", "json": ".found.json", "csv": ".found.csv", "html": ".found.html"}


@click.command("find")
@click.argument("source", metavar="SOURCE")
@form_option("table", "json", "csv", "html")
@click.option(
    "--kind",
    "kinds",
    type=click.Choice([kind.value for kind in AnnotationKind]),
    multiple=True,
    help="Only this kind; may be given several times.",
)
@profile_option
@click.option("-o", "--output", help="Write to this file; standard output by default.")
@force_option
def command(
    source: str, form: str, kinds: tuple[str, ...], profile: str | None, output: str | None, force: bool
) -> None:
    """Find citations, dates, States, treaties and quantities in a document, each with its value.

    SOURCE is a file, or - for standard input. What cannot be resolved is shown with its candidates.
    """
    convert_one(
        source,
        "find takes",
        profile=profile,
        output=output,
        force=force,
        ending=_ENDINGS[form],
        finding=True,
        encode=lambda document: encode_found(document, form, [AnnotationKind(kind) for kind in kinds]),
    )


def encode_found(document: Document, form: str, kinds: list[AnnotationKind]) -> bytes:
    """The annotations in the form that was asked for, in UTF-8."""
    if form == "json":
        return encode(annotations_record(document, kinds))
    if form == "csv":
        return annotation_csv(document, kinds).encode("utf-8")
    if form == "html":
        return annotation_page(document, kinds).encode("utf-8")
    width, colour = terminal(_PIPED_WIDTH)
    return annotation_table(document, kinds, width=width, colour=colour).encode("utf-8")
