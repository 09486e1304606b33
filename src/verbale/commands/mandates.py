"""``verbale mandates``: the requests made in resolutions, of whom, and by when."""

from __future__ import annotations

import click

from verbale.app.encoding import encode
from verbale.app.mandating import choose_requests, get_addressee, requests_of_register
from verbale.app.writing import get_destination
from verbale.commands.forms import form_option, put, terminal
from verbale.model.mandate import Asked, ListedRequest
from verbale.render.mandate_view import request_csv, request_table

_PIPED_WIDTH = 140  # columns, where no terminal tells its own


@click.command("mandates")
@click.argument("sources", metavar="[SOURCE…]", nargs=-1)
@click.option("--session", type=click.IntRange(1), help="Only resolutions of this session of the General Assembly.")
@click.option("--asks", type=click.Choice([asked.value for asked in Asked]), help="Only requests for this.")
@click.option("--addressee", metavar="NAME", help="Only requests to this addressee, as secretary-general.")
@form_option("table", "json", "csv")
@click.option("-o", "--output", help="Write to this file; standard output by default.")
@click.option("--force", is_flag=True, help="Write over a file that exists.")
def command(
    sources: tuple[str, ...],
    session: int | None,
    asks: str | None,
    addressee: str | None,
    form: str,
    output: str | None,
    force: bool,
) -> None:
    """List the requests made in resolutions: of whom, what, and by which session.

    SOURCE is a resolution or a folder of them, in any of the six languages. Without SOURCE the register answers: the
    requests of a session it has read whole, and the three recurring mandates of all sessions with votes and reports.
    """
    wanted = get_addressee(addressee) if addressee is not None else None
    destination = get_destination(output, several=False, force=force) if output is not None else None
    failed = 0
    if sources:
        # Only documents need the readers; the register answers without them.
        from verbale.commands.mandate_sources import read_listed  # noqa: PLC0415

        listed, failed = read_listed(sources)
        chosen = choose_requests(listed, Asked(asks) if asks else None, wanted, session)
    else:
        chosen = choose_requests(requests_of_register(session), Asked(asks) if asks else None, wanted)
    if not chosen and not failed:
        click.echo("verbale: no request fits; without --asks, --addressee and --session all are listed", err=True)
    content = _encode(chosen, form, to_file=destination is not None)
    put(content, destination)
    click.get_current_context().exit(2 if failed else 0)


def _encode(listed: list[ListedRequest], form: str, *, to_file: bool) -> bytes:
    if form == "json":
        return encode(listed)
    if form == "csv":
        return request_csv(listed).encode("utf-8")
    width, colour = terminal(_PIPED_WIDTH, to_file=to_file)
    return request_table(listed, width=width, colour=colour).encode("utf-8")
