"""``verbale view``: a source and its tree side by side."""

from __future__ import annotations

import click

from verbale.commands.one_source import convert_one, force_option, profile_option
from verbale.render.page_view import page_view


@click.command("view")
@click.argument("source", metavar="SOURCE")
@profile_option
@click.option("-o", "--output", help="Write the page to this file; standard output by default.")
@force_option
def command(source: str, profile: str | None, output: str | None, force: bool) -> None:
    """Show a source and its tree side by side, on one page for a browser.

    The page holds all it needs and fetches nothing. Pointing at a unit on one side, with the
    mouse or the keyboard, highlights what it was made of on the other. SOURCE is a file, or - for
    standard input.
    """
    convert_one(
        source,
        "view shows",
        profile=profile,
        output=output,
        force=force,
        ending=".html",
        finding=False,
        encode=lambda document: page_view(document).encode("utf-8"),
    )
