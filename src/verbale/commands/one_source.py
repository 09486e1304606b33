"""What the verbs on one source share: its options, its reading, and where the result goes."""

from __future__ import annotations

from collections.abc import Callable

import click

from verbale.app.reading import read_incoming, use_second_reader
from verbale.app.sources import find_sources
from verbale.app.writing import get_destination
from verbale.commands.messages import deliver, tell_failure
from verbale.errors import ReadFailed
from verbale.model.document import PROFILES, Document

profile_option = click.option(
    "--profile", type=click.Choice(PROFILES), help="Force the kind of document; recognised by default."
)
force_option = click.option("--force", is_flag=True, help="Write over a file that exists.")


def _ask_second_reader(_ctx: click.Context, _parameter: click.Parameter, asked: bool) -> None:
    if asked:
        use_second_reader()


second_reader_option = click.option(
    "--second-reader",
    is_flag=True,
    envvar="VERBALE_SECOND_READER",
    expose_value=False,
    callback=_ask_second_reader,
    help="Read .doc, .rtf and .odt with LibreOffice too (2 s each), and tell where it reads other words.",
)


def convert_one(
    source: str,
    takes: str,
    *,
    profile: str | None,
    output: str | None,
    force: bool,
    ending: str,
    finding: bool,
    encode: Callable[[Document], bytes],
) -> None:
    """Read one source and put what ``encode`` makes of it into ``output`` or on standard output.

    ``takes`` says in the refusal of a folder what the verb takes; ``ending`` is that of a file in a folder. Without
    ``finding`` the tree alone is made. Exits with 2 when the source cannot be read.
    """
    found = find_sources([source])
    if len(found) > 1:
        raise click.UsageError(f"{source} is a folder with {len(found)} files: {takes} one document, name a file")
    destination = get_destination(output, several=False, force=force) if output is not None else None
    try:
        document = read_incoming(found[0], profile, finding=finding)
    except ReadFailed as error:
        tell_failure(found[0], error)
        click.get_current_context().exit(2)
    content = encode(document)
    if destination is None:
        deliver(content)
    else:
        destination.write(document, content, ending)
