"""``verbale note``: the note verbale of a cycle, in its languages."""

from __future__ import annotations

from pathlib import Path

import click

from verbale.app.converting import FORMS, convert_document
from verbale.app.cycles import CycleAddress, open_cycle
from verbale.app.notes import issue_note
from verbale.app.writing import write_together
from verbale.commands.cycle_options import acting, cycle_argument, get_actor, get_moment
from verbale.commands.messages import say
from verbale.commands.one_source import force_option
from verbale.render.plurals import counted


@click.command("note")
@cycle_argument
@click.option("--into", required=True, type=click.Path(path_type=Path), help="The folder for the files.")
@click.option("--quote", "sources", multiple=True, help="A resolution (file) whose paragraph is quoted; repeatable.")
@click.option("--format", "form", type=click.Choice(list(FORMS)), default="docx", show_default=True)
@click.option("--issue", is_flag=True, help="Record that it was sent.")
@force_option
@acting
def command(
    folder: CycleAddress,
    into: Path,
    sources: tuple[str, ...],
    form: str,
    issue: bool,
    force: bool,
    name: str,
    moment: str | None,
) -> None:
    """Compose the note verbale of a cycle in the languages of its policy: note-verbale.LANG.docx.

    A resolution given with --quote has the paragraph that asks quoted in the note of its own language.
    """
    with open_cycle(folder) as opened:
        notes = issue_note(opened, sources, get_actor(name), get_moment(moment), issue=issue)
    files = {
        f"note-verbale.{language}{FORMS[form].ending}": convert_document(note, form).content
        for language, note in notes.items()
    }
    write_together(into, files, force=force)
    say(
        f"written: {counted(len(files), 'note verbale', 'notes verbales')} in {into}"
        + ("; recorded as sent" if issue else "")
    )
