"""``verbale translate``: replies go out to be translated."""

from __future__ import annotations

from pathlib import Path

import click

from verbale.app.cycles import open_cycle
from verbale.app.holding import Shelf
from verbale.app.sources import find_sources, get_bytes
from verbale.app.translating import order_translations, remember, write_jobs
from verbale.commands.desk_tables import jobs_table
from verbale.commands.desking import acting, cycle_argument, get_actor, get_languages, get_moment
from verbale.commands.forms import terminal
from verbale.commands.single import force_option
from verbale.commands.telling import say


@click.command("translate")
@cycle_argument
@click.argument("cases", metavar="[CASE]...", nargs=-1)
@click.option("--to", "languages", metavar="LIST", help="As fr,ru; the languages of the policy by default.")
@click.option("--into", required=True, type=click.Path(path_type=Path), help="The folder for the files.")
@click.option("--memory", metavar="FILE", multiple=True, help="Earlier translations, as TMX; repeatable.")
@force_option
@acting
def command(
    folder: Path,
    cases: tuple[str, ...],
    languages: str | None,
    into: Path,
    memory: tuple[str, ...],
    force: bool,
    name: str,
    moment: str | None,
) -> None:
    """Send replies to be translated: one XLIFF 2.1 file for each reply and language.

    The files are named CASE.LANG.xlf. All confirmed replies go by default, into every language that they lack.
    Earlier translations of the same passages, of this cycle and of each --memory, stand in the files as offers.
    Nothing that the desk composes is sent.
    """
    given = [(source.name, get_bytes(source)) for source in find_sources(memory)]
    with open_cycle(folder) as opened:
        known = remember(opened, given)
        wanted = get_languages(languages, opened)
        jobs = order_translations(Shelf(opened), cases, wanted, known, get_actor(name), get_moment(moment))
    if not jobs:
        say("nothing is to be translated: no confirmed reply lacks one of these languages")
        return
    files = write_jobs(into, jobs, force=force)
    width, colour = terminal()
    click.echo(jobs_table(jobs, width=width, colour=colour), nl=False)
    say(f"written: {len(files)} files in {into}")
