"""``verbale reread``: what this version of the program reads otherwise."""

from __future__ import annotations

import click

from verbale.app.cycles import CycleAddress, open_cycle
from verbale.app.encoding import encode
from verbale.app.finding_cases import get_case
from verbale.app.rereading import Reread, adopt_reading, reread, reread_record
from verbale.commands.cycle_options import acting, cycle_argument, get_actor, get_moment
from verbale.commands.forms import form_option, put
from verbale.commands.messages import say
from verbale.errors import printable
from verbale.render.csv_table import csv_rows


@click.command("reread")
@cycle_argument
@click.option("--adopt", metavar="CASE", multiple=True, help="Let this reply be as this version reads it.")
@click.option("--reason", default="", help="Why it is adopted, for the record.")
@form_option("table", "json", "csv")
@acting
def command(
    folder: CycleAddress, adopt: tuple[str, ...], reason: str, form: str, name: str, moment: str | None
) -> None:
    """Show what this version of the program reads otherwise than was kept, letter by letter.

    Nothing changes by itself: what was confirmed stays, and only what is named with --adopt is taken over.
    """
    with open_cycle(folder) as opened:
        for case in [get_case(opened, named) for named in adopt]:
            count = adopt_reading(opened, case, reason, get_actor(name), get_moment(moment))
            say(f"{case}: {count} versions are from now on as this version of the program reads them")
        found = [] if adopt else list(reread(opened))
    if form == "json":
        put(encode([reread_record(one) for one in found]))
    elif form == "csv":
        columns = ("case", "state", "version", "name", "before", "after", "line")
        rows = ((one.case, one.state, one.version, one.name, one.before, one.after) for one in found)
        lines = (one.lines or ("",) for one in found)
        put(csv_rows(columns, ((*row, line) for row, each in zip(rows, lines, strict=True) for line in each)))
    elif not adopt:
        put("\n".join(line for one in found for line in _lines(one)))
        differ = sum(one.differs for one in found)
        say(f"kept by another version of the program: {len(found)}; read otherwise now: {differ}")


def _lines(one: Reread) -> list[str]:
    state = one.state or "not confirmed"
    if not one.differs:
        return [f"{one.case} ({state}), version {one.version}: the same"]
    head = f"{one.case} ({state}), version {one.version}: findings {one.findings[0]}, now {one.findings[1]}"
    return [head, *(f"  {printable(line)}" for line in one.lines)]
