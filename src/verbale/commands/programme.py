"""``verbale programme``: what an office reports on, as a folder of data."""

from __future__ import annotations

from pathlib import Path

import click

from verbale.app.programme_drafting import write_programme
from verbale.app.programmes import FOLDER, check_programme
from verbale.commands.messages import say
from verbale.commands.one_source import force_option


@click.command("programme")
@click.argument("action", type=click.Choice(["new", "check"]))
@click.argument("programme", metavar="ID")
@click.option(
    "--from", "resolutions", metavar="RESOLUTION", multiple=True, help="A resolution, in any language; repeatable; new."
)
@click.option(
    "--into",
    type=click.Path(path_type=Path),
    default=FOLDER,
    show_default=True,
    help="The folder to make it in, for new.",
)
@force_option
def command(action: str, programme: str, resolutions: tuple[str, ...], into: Path, force: bool) -> None:
    """Make a programme, or name what is missing in one: its office, organ, sections, titles and words.

    ``new`` writes a commented start, ID/programme.toml and words.LANG.ftl, with what resolutions give in each language.
    ``check`` looks for the ID (or a folder) here, in programmes, and in the package, and names every missing word,
    language and title; it exits with 1 where something is missing.
    """
    if action == "new":
        for unknown in write_programme(programme, resolutions, into, force=force):
            say(unknown)
        place = into / programme
        say(f"written: {place}; put its office into words.LANG.ftl, then verbale programme check {place}")
        return
    if resolutions or force:
        raise click.UsageError("--from and --force go with new")
    found, lacking = check_programme(programme, (Path(),))
    for told in lacking:
        say(f"{found.id}: {told}")
    say(f"{found.id}: {len(lacking)} things are missing" if lacking else f"{found.id}: nothing is missing")
    click.get_current_context().exit(1 if lacking else 0)
