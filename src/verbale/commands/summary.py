"""``verbale summary``: what stands in the report for a text that exceeds the limit."""

from __future__ import annotations

import click

from verbale.app.cycles import CycleAddress, open_cycle
from verbale.app.finding_cases import get_case
from verbale.app.sources import find_sources, get_bytes
from verbale.app.summarising import take_summary
from verbale.commands.cycle_options import acting, cycle_argument, get_actor, get_moment
from verbale.commands.messages import say


@click.command("summary")
@cycle_argument
@click.argument("case", metavar="CASE")
@click.argument("file", metavar="FILE")
@acting
def command(folder: CycleAddress, case: str, file: str, name: str, moment: str | None) -> None:
    """Import the executive summary of a reply exceeding the word limit, whose full text is posted on the website.

    FILE is a document in the language of the reply (DOCX, PDF, HTML, text); translate then submits it in place of
    the full text. Refused where the summary is itself over its limit, or where the whole text stands in the report.
    """
    source = find_sources([file])[0]
    with open_cycle(folder) as opened:
        data = get_bytes(source)
        case = get_case(opened, case)
        words = take_summary(opened, case, data, source.name, get_actor(name), get_moment(moment))
    say(f"{case}: its executive summary of {words:,} words is in the report")
