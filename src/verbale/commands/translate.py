"""``verbale translate``: replies go out to be translated."""

from __future__ import annotations

from pathlib import Path

import click

from verbale.app.cycles import open_cycle
from verbale.app.holding import Shelf
from verbale.app.sources import find_sources, get_bytes
from verbale.app.translating import Prepared, prepare_jobs, remember, send_jobs
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

    The files are named CASE.LANG.xlf. All confirmed replies that are printed go by default, into every language that
    they lack; what goes on the web in the language received needs no translation. Earlier translations of the same
    passages, of this cycle and of each --memory, stand in the files as offers. Nothing that the desk composes is sent.
    Each reply that is not sent is named with the reason, and the others go. Exits with 2 where a CASE that was named
    cannot be sent, or nothing can.
    """
    given = [(source.name, get_bytes(source)) for source in find_sources(memory)]
    actor, at = get_actor(name), get_moment(moment)
    with open_cycle(folder) as opened:
        wanted = get_languages(languages, opened)
        prepared = prepare_jobs(Shelf(opened), cases, wanted, remember(opened, given), actor, at)
        files = send_jobs(opened, prepared.jobs, into, actor, at, force=force) if prepared.jobs else ()
    if files:
        width, colour = terminal()
        click.echo(jobs_table(prepared.jobs, width=width, colour=colour), nl=False)
    _tell(prepared)
    say(f"written: {len(files)} files in {into}" if files else "nothing was sent to be translated")
    failed = {one.case for one in prepared.unsent if one.refused}
    click.get_current_context().exit(2 if failed.intersection(cases) or (failed and not files) else 0)


def _tell(prepared: Prepared) -> None:
    """Each reply that is not sent, with the reason and what to do; that nothing lacks a translation."""
    for one in prepared.unsent:
        state = f" ({one.state})" if one.state else ""
        say(f"not sent: {one.case}{state}: {one.reason}" + (f"; {one.advice}" if one.advice else ""))
    if not prepared.jobs and not prepared.unsent:
        say("no reply lacks one of these languages")
