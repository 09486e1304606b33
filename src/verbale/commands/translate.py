"""``verbale translate``: replies submitted for translation."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path

import click

from verbale.app.cycles import CycleAddress, open_cycle
from verbale.app.document_cache import DocumentCache
from verbale.app.encoding import encode
from verbale.app.finding_cases import get_case
from verbale.app.sources import find_sources, get_bytes
from verbale.app.translating import Prepared, prepare_jobs, remember, send_jobs
from verbale.commands.cycle_options import acting, cycle_argument, get_actor, get_languages, get_moment
from verbale.commands.desk_tables import JOB_COLUMNS, job_record, jobs_table
from verbale.commands.forms import form_option, put, terminal
from verbale.commands.messages import say
from verbale.commands.one_source import force_option
from verbale.render.csv_table import csv_rows
from verbale.render.plurals import counted


@click.command("translate")
@cycle_argument
@click.argument("cases", metavar="[CASE]...", nargs=-1)
@click.option("--to", "languages", metavar="LIST", help="As fr,ru; the languages of the policy by default.")
@click.option("--into", required=True, type=click.Path(path_type=Path), help="The folder for the files.")
@click.option("--memory", metavar="FILE", multiple=True, help="Earlier translations, as TMX; repeatable.")
@form_option("table", "json", "csv")
@force_option
@acting
def command(
    folder: CycleAddress,
    cases: tuple[str, ...],
    languages: str | None,
    into: Path,
    form: str,
    memory: tuple[str, ...],
    force: bool,
    name: str,
    moment: str | None,
) -> None:
    """Submit replies for translation: one XLIFF 2.1 file for each reply and language.

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
        cases = tuple(get_case(opened, case) for case in cases)
        prepared = prepare_jobs(DocumentCache(opened), cases, wanted, remember(opened, given), actor, at)
        files = send_jobs(opened, prepared.jobs, into, actor, at, force=force) if prepared.jobs else ()
    _show(prepared, form)
    _tell(prepared)
    say(
        f"written: {counted(len(files), 'file', 'files')} in {into}"
        if files
        else "nothing was submitted for translation"
    )
    failed = {one.case for one in prepared.unsent if one.refused}
    click.get_current_context().exit(2 if failed.intersection(cases) or (failed and not files) else 0)


def _show(prepared: Prepared, form: str) -> None:
    """The jobs, each with its length and how much of it was translated before; in JSON also what is not sent."""
    jobs = [job_record(job) for job in prepared.jobs]
    if form == "json":
        put(encode({"jobs": jobs, "unsent": [asdict(one) for one in prepared.unsent]}))
    elif form == "csv":
        put(csv_rows(JOB_COLUMNS, (tuple(job.values()) for job in jobs)))
    elif jobs:
        width, colour = terminal()
        put(jobs_table(jobs, width=width, colour=colour))


def _tell(prepared: Prepared) -> None:
    """Each reply that is not sent, with the reason and what to do; that nothing lacks a translation."""
    for one in prepared.unsent:
        state = f" ({one.state})" if one.state else ""
        say(f"not sent: {one.case}{state}: {one.reason}" + (f"; {one.advice}" if one.advice else ""))
    if not prepared.jobs and not prepared.unsent:
        say("no reply lacks one of these languages")
