"""``verbale reply-draft``: a cited draft for the mission that is to reply."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from verbale.app.clock import today
from verbale.app.converting import FORMS, convert_document
from verbale.app.cycle_terms import get_cycle
from verbale.app.reply_drafting import Drafted, draft_reply, write_draft
from verbale.app.sources import find_sources
from verbale.commands.cycle_options import get_day
from verbale.commands.messages import deliver, say
from verbale.commands.one_source import force_option
from verbale.model.language import Language
from verbale.render.plurals import counted


@click.command("reply-draft")
@click.argument("state", metavar="STATE")
@click.option("--cycle", required=True, type=click.Path(path_type=Path), help="The cycle: its folder, or cycle.toml.")
@click.option(
    "--language",
    type=click.Choice([one.value for one in Language]),
    default="en",
    show_default=True,
    help="Of the draft.",
)
@click.option("--earlier", multiple=True, metavar="REPORT", help="A report whose reply is carried over; repeatable.")
@click.option("--as-of", "as_of", metavar="DATE", help="As of the end of this day; today by default.")
@click.option("--format", "form", type=click.Choice(list(FORMS)), help="By the ending of the output; text by default.")
@click.option("-o", "--output", help="Write to this file, and its ties beside it.")
@force_option
def command(
    state: str,
    cycle: Path,
    language: str,
    earlier: tuple[str, ...],
    as_of: str | None,
    form: str | None,
    output: str | None,
    force: bool,
) -> None:
    """Draft the reply of a State from its own record: its treaties, acts, votes and earlier replies, each cited.

    STATE is an id, as CUB, or any of its names in the six languages. Nothing is sent: each sentence is for the
    Government to confirm, change or drop, and has a footnote with its source.
    """
    day = get_day(as_of, date.fromisoformat(today())).isoformat()
    drafted = draft_reply(get_cycle(cycle), state, Language(language), day, find_sources(earlier))
    if output is None:
        deliver(convert_document(drafted.draft.document, form or "text").content)
    else:
        write_draft(drafted.draft, output, form or _form_of(output), force=force)
    _tell(drafted, output)


def _form_of(output: str) -> str:
    ending = Path(output).suffix.lower()
    return next((name for name, form in FORMS.items() if form.ending == ending), "text")


def _tell(drafted: Drafted, output: str | None) -> None:
    for report in drafted.silent:
        say(f"{report}: no reply of {drafted.state} in it")
    where = f", written to {output}" if output else ""
    say(f"draft for {drafted.state}: {counted(len(drafted.draft.ties), 'sentence', 'sentences')} with sources{where}")
