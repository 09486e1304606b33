"""``verbale compile``: the report of a cycle, in languages and formats."""

from __future__ import annotations

from pathlib import Path

import click

from verbale.app.compiling import CompileOptions, compile_report
from verbale.app.converting import FORMS
from verbale.app.cycles import CycleAddress, open_cycle
from verbale.app.editing import find_uneven_parts
from verbale.app.gates import find_open_matters
from verbale.app.recording import get_limit, length_of
from verbale.commands.batch import advancing
from verbale.commands.cycle_options import acting, cycle_argument, get_actor, get_day, get_languages, get_moment
from verbale.commands.messages import say
from verbale.commands.one_source import force_option
from verbale.render.plurals import counted

DEFAULT_FORMS = ("docx", "pdf", "html", "akn")


@click.command("compile")
@cycle_argument
@click.option("--languages", metavar="LIST", help="As ar,zh,en; those of the policy by default.")
@click.option("--formats", metavar="LIST", default=",".join(DEFAULT_FORMS), show_default=True, help="As docx,html.")
@click.option("--into", required=True, type=click.Path(path_type=Path), help="The folder for the files.")
@click.option("--date", "submitted", metavar="DATE", help="The date of the report; that of the cycle by default.")
@force_option
@acting
def command(
    folder: CycleAddress,
    languages: str | None,
    formats: str,
    into: Path,
    submitted: str | None,
    force: bool,
    name: str,
    moment: str | None,
) -> None:
    """Compile the report of a cycle: report.LANG.docx, .pdf, .html and .xml.

    Replies are placed first, by the deadline and the policy in force. Where a letter waits that would change what is
    printed nothing is written; what else is open (a translation, alarms, a text exceeding the limit, what cannot be
    read) is reported, and has to be settled or waived before the report is submitted.
    """
    at = get_moment(moment)
    with open_cycle(folder) as opened:
        order = CompileOptions(
            get_languages(languages, opened),
            get_forms(formats),
            into,
            get_day(submitted, opened.cycle.calendar.submission or at.day),
            force,
        )
        with advancing("compiling", len(order.languages) * len(order.forms)) as advance:
            documents = compile_report(opened, order, get_actor(name), at, advance)
        for uneven in find_uneven_parts(opened, order.languages):
            say(uneven)
        limit = get_limit(opened)
        for matter in find_open_matters(opened, order.languages):
            say(str(matter))
    for language, document in documents.items():
        size, replies = length_of(document, language, limit), counted(len(document.replies), "reply", "replies")
        say(f"report.{language}: {len(document.nodes)} units, {replies}, {size}")
    say(f"written: {counted(len(documents) * len(order.forms), 'file', 'files')} in {into}")


def get_forms(text: str) -> tuple[str, ...]:
    """The formats of a list; a word on what there is where one is none."""
    forms = tuple(dict.fromkeys(form.strip() for form in text.split(",")))
    if odd := [form for form in forms if form not in FORMS]:
        raise click.BadParameter(f"no format {', '.join(odd)}: give formats as {','.join(FORMS)}")
    return forms
