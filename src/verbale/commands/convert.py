"""``verbale convert``: any number of sources to files that people or programs read."""

from __future__ import annotations

import sys
from dataclasses import replace

import click

from verbale.app.converting import FORMS, ConvertOptions, convert_document
from verbale.app.reading import read_incoming
from verbale.app.sources import Incoming, find_left_aside, find_sources
from verbale.app.writing import OutputTarget, get_destination
from verbale.commands.batch import are_several, finish, go_through, is_watched
from verbale.commands.messages import deliver
from verbale.commands.one_source import profile_option
from verbale.model.document import Document


@click.command("convert")
@click.argument("sources", metavar="SOURCE…", nargs=-1, required=True)
@click.option("--to", "form", type=click.Choice(list(FORMS)), required=True, help="The format.")
@click.option("-o", "--output", help="Write to this file; for several sources, one file each in this folder.")
@click.option("--force", is_flag=True, help="Write over files that exist.")
@profile_option
@click.option("--annotations", is_flag=True, help="Highlight what was found (html), or list it instead of nodes (csv).")
@click.option("--letterhead", is_flag=True, help="Add masthead lines that are known and not printed.")
def command(
    sources: tuple[str, ...],
    form: str,
    output: str | None,
    force: bool,
    profile: str | None,
    annotations: bool,
    letterhead: bool,
) -> None:
    """Convert documents to another format, for people or for programs.

    SOURCE is a PDF, DOCX, HTML, Akoma Ntoso or text file, a folder to walk, or - for standard input. What a format
    cannot show is reported on standard error. The exit code is 2 when some source could not be read or written, else 0.
    """
    several = are_several(sources)
    options = ConvertOptions(annotations, letterhead)
    _refuse(form, options, several, output)
    destination = get_destination(output, several=several, force=force) if output is not None else None
    tally = go_through(
        find_sources(sources),
        lambda incoming: _convert_one(incoming, form, profile, options, destination),
        doing="converting",
        watched=is_watched(several, to_file=True),
        tell=True,
    )
    finish(tally, "converted", several=several, aside=find_left_aside(sources))


def _refuse(form: str, options: ConvertOptions, several: bool, output: str | None) -> None:
    """What cannot be asked for together, before any work is done."""
    for option in ("annotations", "letterhead"):
        if getattr(options, option) and option not in FORMS[form].options:
            able = ", ".join(name for name, one in FORMS.items() if option in one.options)
            raise click.UsageError(f"--{option} goes with --to {able}, and not with --to {form}")
    if output is None and several:
        raise click.UsageError("several sources make one file each: name a folder with -o")
    if output is None and FORMS[form].binary and sys.stdout.isatty():
        raise click.UsageError(f"{form} is not for a terminal: name a file with -o")


def _convert_one(
    incoming: Incoming, form: str, profile: str | None, options: ConvertOptions, destination: OutputTarget | None
) -> Document:
    """One source to its file; what the format could not show is added to what reading found."""
    document = read_incoming(incoming, profile, finding=options.annotations or FORMS[form].found)
    rendering = convert_document(document, form, options)
    if destination is None:
        deliver(rendering.content)
    else:
        destination.write(document, rendering.content, FORMS[form].ending)
    return replace(document, findings=(*document.findings, *rendering.findings))
