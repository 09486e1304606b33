"""``verbale demo``: the cycle of 2022, run before one's eyes."""

from __future__ import annotations

import time
from pathlib import Path

import click
from rich.table import Table

from verbale.app.demo import RECONCILIATION, Outcome, endings_of, run_demo, steps_of_demo
from verbale.commands.compile import DEFAULT_FORMS, get_forms
from verbale.commands.desk_tables import plain_table, shown
from verbale.commands.forms import terminal
from verbale.commands.many import advancing
from verbale.commands.single import force_option
from verbale.commands.telling import printable
from verbale.desk.cases import Destination
from verbale.model.reconciliation import Fate


@click.command("demo")
@click.option("--into", default="demo", show_default=True, type=click.Path(path_type=Path), help="The folder to make.")
@click.option("--formats", metavar="LIST", default=",".join(DEFAULT_FORMS), show_default=True, help="As docx,html.")
@force_option
def command(into: Path, formats: str, force: bool) -> None:
    """Run the cycle of 2022 on sample letters, from the call to the report in six languages.

    The mandates are those of resolutions 76/53, 76/46 and 76/27. The letters come with the program, in six languages
    and five formats; they are samples, and what they let Governments say was never said by them.
    """
    forms = get_forms(formats)
    began = time.perf_counter()
    with advancing("running", steps_of_demo(forms)) as tell:
        outcome = run_demo(into, forms, tell, force=force)
    width, colour = terminal()
    click.echo(shown([_letters(outcome), _reports(outcome)], width, colour), nl=False)
    endings = ", ".join(endings_of(forms))
    click.echo(
        f"{outcome.files} files report.LANG ({endings}) in {into}, made in {time.perf_counter() - began:.1f} s.\n"
        f"{_account(outcome, into)}\n"
        f"Next, with letters of your own:\n"
        f"  verbale receive {into / 'cycle'} LETTER…        take letters in, and see what each is proposed to be\n"
        f"  verbale confirm {into / 'cycle'} CASE            say what a letter is\n"
        f"  verbale cycle {into / 'cycle'}                   see where every reply goes, and why\n"
        f"  verbale compile {into / 'cycle'} --into FOLDER   compile the report anew\n"
        f"  verbale reconcile {into / 'cycle'}               hold what was received against what came out"
    )


def _letters(outcome: Outcome) -> Table:
    """Each letter: whose it is, in what language, what it answers, and where it went."""
    table = plain_table("letter", "State", "language", "answers", "goes to", "because")
    by_case = {reply.id: reply for reply in outcome.replies}
    for name, taken in outcome.received:
        reply = by_case[taken.case]
        goes = reply.destination or Destination.WITHHELD
        asked = "; confirmed by a person" if taken.case in outcome.asked else ""
        answers = ", ".join(symbol.removeprefix("A/RES/") for symbol in reply.addresses)
        table.add_row(name, reply.state, reply.language, answers, goes.value, printable(f"{reply.reason}{asked}"))
    return table


def _account(outcome: Outcome, into: Path) -> str:
    """What was received against what came out, in one line."""
    found = outcome.reconciled
    pages = ", ".join(one.where for one in outcome.posted)
    return (
        f"Posted late, in the language received: {pages}. Of {found.characters:,} characters received "
        f"{found.total(Fate.OMITTED):,} are omitted: {into / RECONCILIATION}."
    )


def _reports(outcome: Outcome) -> Table:
    """Each report: its units, its replies, what is found in it, and what still waits for translation."""
    table = plain_table("report", "units", "replies", "found", "awaits translation")
    for language, document in outcome.reports:
        own = sum(reply.original_language == language.value for reply in document.replies)
        counts = (len(document.nodes), len(document.replies), len(document.annotations), len(document.replies) - own)
        table.add_row(f"report.{language}", *map(str, counts))
    return table
