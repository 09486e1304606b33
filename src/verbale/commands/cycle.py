"""``verbale cycle``: where a cycle stands."""

from __future__ import annotations

import click

from verbale.app.cycle_terms import FILE
from verbale.app.cycles import CycleAddress, find_unadopted_terms, open_cycle
from verbale.app.encoding import encode
from verbale.commands.cycle_options import cycle_argument
from verbale.commands.desk_tables import cycle_csv, cycle_table
from verbale.commands.forms import form_option, put, terminal
from verbale.commands.messages import say
from verbale.desk.records import cycle_record


@click.command("cycle")
@cycle_argument
@form_option("table", "json", "csv")
def command(folder: CycleAddress, form: str) -> None:
    """Show where a cycle stands: its step, its dates, and every reply with its place and the reason for it.

    Each letter has its file, its kind, its author as confirmed or proposed (with a question mark), what is in doubt of
    it, and what is to be done next. The number in the first column names the letter to every other command.
    """
    width, colour = terminal()
    with open_cycle(folder) as opened:
        cycle, case, replies, seal = opened.cycle, opened.case, opened.replies, opened.seal
        numbers = opened.numbers
        unadopted = find_unadopted_terms(opened)
    if unadopted:
        say(f"{FILE} differs from the terms in force in {len(unadopted)} lines, and is not in force: verbale change")
        for line in unadopted:
            say(f"  {line}")
    if form == "json":
        put(encode(cycle_record(cycle, case, replies, seal, numbers)))
    elif form == "csv":
        put(cycle_csv(cycle_record(cycle, case, replies, seal, numbers)))
    else:
        put(cycle_table(cycle, case, replies, seal, numbers, width=width, colour=colour))
