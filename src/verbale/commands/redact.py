"""``verbale redact``: bytes that are removed on purpose."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import click

from verbale.app.cycles import CycleAddress, open_cycle
from verbale.app.encoding import encode
from verbale.app.redacting import ContentKind, find_due, held_contents, held_record, redact
from verbale.commands.cycle_options import acting, cycle_argument, get_actor, get_day, get_moment
from verbale.commands.forms import form_option, put
from verbale.commands.messages import say
from verbale.errors import printable
from verbale.render.csv_table import csv_rows


@click.command("redact")
@cycle_argument
@click.argument("sums", metavar="CHECKSUM...", nargs=-1)
@click.option("--kind", type=click.Choice([kind.value for kind in ContentKind]), help="All contents of a kind …")
@click.option("--before", metavar="DATE", help="… that are held since before this day.")
@click.option("--reason", default="", help="Why, for the record.")
@click.option("--rule", default="", help="The rule under which it is done, as ST/SGB/2007/5.")
@form_option("table", "json", "csv")
@acting
def command(
    folder: CycleAddress,
    sums: tuple[str, ...],
    kind: str | None,
    before: str | None,
    reason: str,
    rule: str,
    form: str,
    name: str,
    moment: str | None,
) -> None:
    """Remove the bytes of contents for good, as personal data or at the end of their time.

    The seals stay valid, for the record holds checksums. Without a reason what would be removed is listed only.
    """
    if bool(kind) != bool(before):
        raise click.UsageError("give both --kind and --before")
    with open_cycle(folder) as opened:
        held = held_contents(opened)
        if kind:
            held = find_due(opened, ContentKind(kind), get_day(before, date.max))
            sums = (*sums, *(one.sha256 for one in held))
        others: Mapping[str, tuple[str, ...]] = {}
        if reason and sums:
            held, others = redact(opened, sums, reason, rule, get_actor(name), get_moment(moment))
    if form == "json":
        put(encode([held_record(one) for one in held]))
    elif form == "csv":
        rows = ((one.sha256, one.kind.value, one.case, one.since, one.name) for one in held)
        put(csv_rows(("sha256", "kind", "case", "since", "name"), rows))
    else:
        lines = (f"{one.sha256[:12]}  {one.since[:10]}  {one.kind:<11}  {one.case}  {one.name}" for one in held)
        put("\n".join(printable(line) for line in lines))
    for sha256, cycles in others.items():
        say(f"{sha256[:12]} is held by {', '.join(cycles)} too: its bytes stay until it is redacted there")
    say(f"removed {len(held)}" if reason and sums else f"held {len(held)}; nothing was removed")
