"""``verbale publish``: what goes out beside the report."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

import click

from verbale.app.cycles import CycleAddress, open_cycle
from verbale.app.encoding import encode
from verbale.app.finding_cases import get_case
from verbale.app.publishing import Issued, Wanted, find_waiting, post_replies, publish_addendum
from verbale.commands.compile import get_forms
from verbale.commands.cycle_options import acting, cycle_argument, get_actor, get_day, get_languages, get_moment
from verbale.commands.desk_tables import plain_table, shown
from verbale.commands.forms import form_option, put, terminal
from verbale.commands.messages import say
from verbale.commands.one_source import force_option
from verbale.errors import printable
from verbale.render.csv_table import csv_rows
from verbale.render.plurals import counted


@click.command("publish")
@cycle_argument
@click.argument("cases", metavar="[CASE]...", nargs=-1)
@click.option("--into", required=True, type=click.Path(path_type=Path), help="The folder for the files.")
@click.option("--site", default="", help="The address that the pages will have, for the record.")
@click.option("--languages", metavar="LIST", help="Those of an addendum, as ar,zh; those of the policy by default.")
@click.option("--formats", metavar="LIST", default="docx,html", show_default=True, help="Those of an addendum.")
@click.option("--date", "day", metavar="DATE", help="The day of publication; that of --at by default.")
@form_option("table", "json", "csv")
@force_option
@acting
def command(
    folder: CycleAddress,
    cases: tuple[str, ...],
    into: Path,
    site: str,
    languages: str | None,
    formats: str,
    day: str | None,
    form: str,
    force: bool,
    name: str,
    moment: str | None,
) -> None:
    """Publish what is not in the report itself: late replies and full texts as web pages, or as an addendum.

    Where a reply goes is settled by the policy of its deadline's day. Pages are in the language received:
    web/CASE.LANG.html. An addendum, addendum-N.LANG.docx, is issued once the report is. Issued texts are not changed.
    """
    at = get_moment(moment)
    with open_cycle(folder) as opened:
        tongues, dated = get_languages(languages, opened), get_day(day, at.day)
        wanted = Wanted(
            into, dated, tuple(get_case(opened, case) for case in cases), site, tongues, get_forms(formats), force
        )
        issued = post_replies(opened, wanted, get_actor(name), at)
        if opened.case.issued:
            issued += publish_addendum(opened, wanted, get_actor(name), at)
        for reply in find_waiting(opened):
            say(f"{reply.id} ({reply.state}) waits for an addendum" + ("" if opened.case.issued else " to the report"))
    _show(issued, form)
    say(f"published: {counted(len(issued), 'reply', 'replies')} in {into}" if issued else "nothing to be published")


def _show(issued: Sequence[Issued], form: str) -> None:
    if form == "json":
        put(encode([asdict(one) for one in issued]))
    elif form == "csv":
        rows = ((one.case, one.state, one.where, " ".join(one.languages), one.reason) for one in issued)
        put(csv_rows(("case", "state", "where", "languages", "reason"), rows))
    elif issued:
        width, colour = terminal()
        put(_table(issued, width=width, colour=colour))


def _table(issued: Sequence[Issued], *, width: int, colour: bool) -> str:
    table = plain_table("case", "State", "where", "in", "because")
    for one in issued:
        table.add_row(one.case, one.state, printable(one.where), ", ".join(one.languages), printable(one.reason))
    return shown([table], width, colour)
