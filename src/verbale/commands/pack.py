"""``verbale pack``: a background note on each State, to accompany the note verbale."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from verbale.app.clock import today
from verbale.app.converting import FORMS
from verbale.app.cycles import CycleAddress, open_cycle
from verbale.app.reminding import choose_states
from verbale.app.reply_drafting import read_reports, write_packs
from verbale.app.sources import find_sources
from verbale.commands.batch import advancing
from verbale.commands.cycle_options import cycle_argument, get_day, get_languages
from verbale.commands.messages import say
from verbale.commands.one_source import force_option
from verbale.render.plurals import counted


@click.command("pack")
@cycle_argument
@click.argument("states", metavar="[STATE]...", nargs=-1)
@click.option("--languages", metavar="LIST", default="en", show_default=True, help="As en,fr.")
@click.option("--earlier", multiple=True, metavar="REPORT", help="A report whose replies are carried over; repeatable.")
@click.option("--as-of", "as_of", metavar="DATE", help="As of the end of this day; today by default.")
@click.option("--into", required=True, type=click.Path(path_type=Path), help="The folder for the files.")
@click.option("--format", "form", type=click.Choice(list(FORMS)), default="docx", show_default=True)
@force_option
def command(
    folder: CycleAddress,
    states: tuple[str, ...],
    languages: str,
    earlier: tuple[str, ...],
    as_of: str | None,
    into: Path,
    form: str,
    force: bool,
) -> None:
    """Write for each State a background note to accompany the note verbale: pack.STATE.LANG.docx.

    Its treaties, its acts since the previous report, its votes on the mandates and its earlier replies, each with its
    source; for all States that have not replied by default.
    """
    day = get_day(as_of, date.fromisoformat(today())).isoformat()
    reports = [document for _, document in read_reports(find_sources(earlier))]
    with open_cycle(folder) as opened:
        chosen, wanted = choose_states(opened, states), get_languages(languages, opened)
        with advancing("packs", len(chosen) * len(wanted)) as advance:
            count = write_packs(opened.cycle, chosen, wanted, day, reports, (into, form), force=force, advance=advance)
    say(f"written: {counted(count, 'background note', 'background notes')} in {into}")
