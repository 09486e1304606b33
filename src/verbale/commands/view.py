"""``verbale view``: a source and its tree side by side."""

from __future__ import annotations

import click

from verbale.app import PROFILES, find_sources, get_destination, read_incoming
from verbale.commands.telling import deliver, tell_failure
from verbale.errors import ReadFailed
from verbale.render import page_view


@click.command("view")
@click.argument("source", metavar="SOURCE")
@click.option("--profile", type=click.Choice(PROFILES), help="Force the kind of document; recognised by default.")
@click.option("-o", "--output", help="Write the page to this file; standard output by default.")
@click.option("--force", is_flag=True, help="Write over a file that exists.")
def command(source: str, profile: str | None, output: str | None, force: bool) -> None:
    """Show a source and its tree side by side, on one page for a browser.

    The page holds all it needs and fetches nothing. Pointing at a unit on one side, with the
    mouse or the keyboard, lights what it was made of on the other. SOURCE is a file, or - for
    standard input.
    """
    found = find_sources([source])
    if len(found) > 1:
        raise click.UsageError(f"{source} is a folder with {len(found)} files: view shows one document, name a file")
    destination = get_destination(output, several=False, force=force) if output is not None else None
    try:
        document = read_incoming(found[0], profile)
    except ReadFailed as error:
        tell_failure(found[0], error)
        click.get_current_context().exit(2)
    content = page_view(document).encode("utf-8")
    if destination is None:
        deliver(content)
    else:
        destination.write(document, content, ".html")
