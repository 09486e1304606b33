"""``verbale edit``: a section of the report as an officer has edited it."""

from __future__ import annotations

import click

from verbale.app.cycles import CycleAddress, open_cycle
from verbale.app.editing import take_part
from verbale.app.sources import find_sources, get_bytes
from verbale.app.undoing import undo_part
from verbale.commands.cycle_options import acting, cycle_argument, get_actor, get_moment
from verbale.commands.messages import say
from verbale.desk.cases import Section
from verbale.model.language import Language
from verbale.render.plurals import counted

_PARTS = [part.value for part in (Section.FRONT, Section.INTRODUCTION, Section.OBSERVATIONS, Section.CLOSING)]


@click.command("edit")
@cycle_argument
@click.argument("file", metavar="[FILE]", required=False)
@click.option("--part", type=click.Choice(_PARTS), default=Section.OBSERVATIONS.value, show_default=True)
@click.option("--language", type=click.Choice([one.value for one in Language]), required=True)
@click.option("--compose-again", "again", is_flag=True, help="Let the part be composed again; takes no FILE.")
@click.option("--reason", required=True, help="Why it was edited, for the record.")
@acting
def command(
    folder: CycleAddress,
    file: str | None,
    part: str,
    language: str,
    again: bool,
    reason: str,
    name: str,
    moment: str | None,
) -> None:
    """Import an edited section of the report, to stand in the next report as it is.

    FILE is the report that was compiled, edited in a word processor, or a document with that part alone. Sentences that
    are still as they were drafted keep their ties; units that say something of their own are named. --compose-again
    takes back what was set.
    """
    if bool(file) == again:
        raise click.UsageError("give the FILE with the part, or --compose-again")
    place = (Section(part), Language(language))
    if file is None:
        with open_cycle(folder) as opened:
            undo_part(opened, place, reason, get_actor(name), get_moment(moment))
        say(f"{part} in {language}: composed again")
        return
    source = find_sources([file])[0]
    with open_cycle(folder) as opened:
        taken = take_part(opened, place, (get_bytes(source), source.name), reason, get_actor(name), get_moment(moment))
    say(
        f"{part} in {language}: {counted(taken.units, 'unit', 'units')}"
        + (f", {counted(taken.notes, 'footnote', 'footnotes')}" if taken.notes else "")
    )
    if taken.drafted:
        say(f"{taken.kept} of {taken.drafted} drafted sentences are unchanged and keep their sources")
    for tie in taken.edited:
        differs = f"differs from the register: {'; '.join(tie.differs)}" if tie.differs else "edited"
        say(f"{tie.ref}: {differs}: {tie.edited}")
    if taken.untied:
        say(f"have no source in the register: {', '.join(taken.untied)}")
