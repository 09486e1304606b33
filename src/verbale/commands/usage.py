"""``verbale usage``: what takes how much room in a desk."""

from __future__ import annotations

import os
from pathlib import Path

import click

from verbale.commands.forms import form_option, put
from verbale.commands.site_tables import know_site_tables


@click.command("usage")
@click.argument("place", metavar="PLACE")
@form_option("table", "json", "csv")
def command(place: str, form: str) -> None:
    """Show what takes how much room in a desk, how it grows, and under which rule it may go.

    PLACE is the address of a desk, its file, or the folder of a cycle. The folder of its site is the one beside the
    file, or that which VERBALE_FOLDER names.
    """
    know_site_tables(place)
    # The store is loaded once Django knows which tables there may be.
    from verbale.app.desk_usage import measure_desk, usage_record  # noqa: PLC0415
    from verbale.app.desks import opened_desk  # noqa: PLC0415
    from verbale.app.encoding import encode  # noqa: PLC0415
    from verbale.render.csv_table import csv_rows  # noqa: PLC0415

    named = os.environ.get("VERBALE_FOLDER", "")
    with opened_desk(place) as database:
        beside = database.path.with_name(f"{database.path.name}.site") if database.path else None
        lines = measure_desk(database, place, Path(named) if named else beside)
    if form == "json":
        put(encode([usage_record(one) for one in lines]))
    elif form == "csv":
        rows = ((one.part, one.name, one.count, one.size, one.rule) for one in lines)
        put(csv_rows(("part", "name", "count", "bytes", "rule"), rows))
    else:
        shown = (one for one in lines if one.count)
        put("".join(f"{one.part:<9} {one.name:<40} {one.count:>9,} {one.size:>15,}\n" for one in shown))
