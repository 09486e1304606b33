"""``verbale demo``: the cycle of 2022, run before one's eyes."""

from __future__ import annotations

import time
from pathlib import Path

import click
from rich.table import Table

from verbale.app.demo import (
    RECONCILIATION,
    RETURNED_FILES,
    TRANSLATIONS,
    DemoResult,
    endings_of,
    run_demo,
    steps_of_demo,
)
from verbale.app.demo_translations import Returned
from verbale.app.translating import find_untranslated
from verbale.commands.batch import advancing
from verbale.commands.compile import DEFAULT_FORMS, get_forms
from verbale.commands.desk_tables import plain_table, shown
from verbale.commands.forms import terminal
from verbale.commands.one_source import force_option
from verbale.desk.cases import Destination
from verbale.errors import printable
from verbale.model.finding import Severity
from verbale.model.reconciliation import Fate


@click.command("demo")
@click.option("--into", default="demo", show_default=True, type=click.Path(path_type=Path), help="The folder to make.")
@click.option("--formats", metavar="LIST", default=",".join(DEFAULT_FORMS), show_default=True, help="As docx,html.")
@force_option
def command(into: Path, formats: str, force: bool) -> None:
    """Run the cycle of 2022 on sample letters, from the note verbale to the report in six languages.

    The mandates are those of resolutions 76/53, 76/46 and 76/27. The letters come with the program, in six languages
    and five formats, with their translations; they are samples, and what they let Governments say was never said by
    them. One translation is left pending, to show what the report prints then and how it is completed.
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
        f"{_translations(outcome, into)}\n"
        f"Next, with letters of your own:\n"
        f"  verbale receive {into / 'cycle'} LETTER…        register letters, and see what is proposed for each\n"
        f"  verbale confirm {into / 'cycle'} CASE            confirm or correct what was proposed\n"
        f"  verbale cycle {into / 'cycle'}                   see where every reply goes, and why\n"
        f"  verbale compile {into / 'cycle'} --into FOLDER   compile the report anew\n"
        f"  verbale reconcile {into / 'cycle'}               see the disposition of every submission"
    )


def _letters(outcome: DemoResult) -> Table:
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


def _account(outcome: DemoResult, into: Path) -> str:
    """The disposition of the characters received, in one line."""
    found = outcome.reconciled
    pages = ", ".join(one.where for one in outcome.posted)
    return (
        f"Posted late, in the language received: {pages}. Of {found.characters:,} characters received "
        f"{found.total(Fate.OMITTED):,} are omitted: {into / RECONCILIATION}."
    )


def _translations(outcome: DemoResult, into: Path) -> str:
    """What was submitted for translation, what was not, and how to complete what is awaited."""
    taken, awaited = outcome.taken, outcome.awaited
    differing = sum(
        any(one.severity is not Severity.NOTE for one in translation.concordance.differences) for translation in taken
    )
    account = (
        f"{len(taken) + len(awaited)} translations ordered, {len(taken)} imported ({into / TRANSLATIONS}); "
        f"{differing} of them differ from the State's own words in a number, date, symbol, State, treaty or paragraph."
    )
    unsent = [f"Not submitted for translation: {one.case} ({one.state}): {one.reason}." for one in outcome.unsent]
    return "\n".join([account, *unsent, *(_completion(one, outcome, into) for one in awaited)])


def _completion(one: Returned, outcome: DemoResult, into: Path) -> str:
    """Why a translation is awaited, and the commands that complete it."""
    case, language, cycle = one.job.id, one.job.target, into / "cycle"
    return (
        f"One translation is pending on purpose, that of {outcome.state_of(case)} in report.{language}: it came back "
        f"on {one.at.date()}, after the report was compiled, which says so. To complete the report:\n"
        f"  verbale translated {cycle} {into / TRANSLATIONS / RETURNED_FILES / one.name}\n"
        f"  verbale compile {cycle} --into {into / 'complete'}\n"
        f"To submit it once more:\n"
        f"  verbale translate {cycle} {case} --to {language} --into FOLDER"
    )


def _reports(outcome: DemoResult) -> Table:
    """Each report: its units, its replies, what is found in it, and whose translation it awaits."""
    table = plain_table("report", "units", "replies", "found", "translation pending")
    in_report = [reply for reply in outcome.replies if reply.destination is Destination.REPORT]
    for language, document in outcome.reports:
        counts = (len(document.nodes), len(document.replies), len(document.annotations))
        awaited = [reply.state for reply in in_report if find_untranslated(reply, (language,))]
        table.add_row(f"report.{language}", *map(str, counts), ", ".join(awaited))
    return table
