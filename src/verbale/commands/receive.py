"""``verbale receive``: letters come in."""

from __future__ import annotations

from collections.abc import Iterator

import click

from verbale.app.cycles import CycleAddress, CycleFolder, open_cycle
from verbale.app.encoding import encode
from verbale.app.receiving import KEPT, Received, Unread, receive_source, settled_confirmation
from verbale.app.sources import Incoming, find_sources, get_bytes
from verbale.commands.cycle_options import acting, cycle_argument, get_actor, get_moment, parse_moment
from verbale.commands.desk_tables import proposal_table, received_csv
from verbale.commands.forms import form_option, put, terminal
from verbale.commands.messages import say, tell_failure
from verbale.commands.one_source import second_reader_option
from verbale.desk.commands import Actor, Channel
from verbale.desk.deciding import Moment
from verbale.desk.records import alarms_record, proposal_record
from verbale.errors import VerbaleError, printable
from verbale.model.contract import Record


@click.command("receive")
@cycle_argument
@click.argument("letters", metavar="[LETTER...]", nargs=-1)
@click.option("--received", metavar="TIME", help="Date and time of receipt, as 2022-05-20T14:00-04:00; now by default.")
@click.option("--channel", type=click.Choice([channel.value for channel in Channel]), help="How they came.")
@click.option("--accept", is_flag=True, help="Confirm unambiguous cases at once.")
@second_reader_option
@click.option("--broken-off", is_flag=True, help="Register what was kept when its receipt was broken off.")
@form_option("table", "json", "csv")
@acting
def command(
    folder: CycleAddress,
    letters: tuple[str, ...],
    received: str | None,
    channel: str | None,
    accept: bool,
    broken_off: bool,
    form: str,
    name: str,
    moment: str | None,
) -> None:
    """Register communications: DOCX, PDF, HTML, text, or e-mails (.eml) with what came with them.

    Every byte is kept before it is read: what cannot be read is a case of its own, received and unread. For each letter
    its kind, author, date, language and the resolutions that it answers are proposed with the evidence; confirm or
    correct them with ``verbale confirm``. --accept confirms unambiguous cases, and says what was looked at. Exits
    with 2 when a letter could not be read.
    """
    if not letters and not broken_off:
        raise click.UsageError("Missing argument 'LETTER...'.")
    actor = get_actor(name)
    failed = 0
    letters_taken: list[Record] = []
    with open_cycle(folder) as opened:
        for incoming, held in _sources(opened, letters, broken_off=broken_off):
            try:
                # Others work on the cycle while a long list is taken in: each letter has its own moment.
                at = get_moment(moment)
                came = parse_moment(received) if received else at.at
                data = opened.store.get_content(held) if held else get_bytes(incoming, KEPT)
                taken = receive_source(opened, data, incoming.name, actor, at, received=came, channel=channel or "")
                failed += isinstance(taken, Unread)
                letters_taken += _settle(opened, incoming, taken, actor, at, accept=accept, form=form)
            except VerbaleError as error:
                failed += 1
                tell_failure(incoming, error)
    if form != "table":
        put(encode(letters_taken) if form == "json" else received_csv(letters_taken))
    click.get_current_context().exit(2 if failed else 0)


def _sources(opened: CycleFolder, letters: tuple[str, ...], *, broken_off: bool) -> Iterator[tuple[Incoming, str]]:
    """What was named; and what is held already although nothing was said of it, with its checksum."""
    for sha256 in opened.store.unspoken() if broken_off else ():
        name = f"content {sha256[:12]}"
        yield Incoming(name, name, None), sha256
    for incoming in find_sources(letters):
        yield incoming, ""


def _settle(
    opened: CycleFolder,
    incoming: Incoming,
    taken: tuple[Received, ...] | Unread,
    actor: Actor,
    at: Moment,
    *,
    accept: bool,
    form: str,
) -> Iterator[Record]:
    """Show what came of a source, and confirm unambiguous cases where that is asked for."""
    if isinstance(taken, Unread):
        say(f"{incoming.shown}: kept as {taken.case}, and not read: {taken.reason}")
        yield _unread_record(incoming, taken)
        return
    for letter in taken:
        confirmed = accept and _accept(opened, letter, actor, at)
        _show(incoming, letter, confirmed=confirmed, form=form)
        yield _record(incoming, letter, confirmed=confirmed)


def _accept(opened: CycleFolder, taken: Received, actor: Actor, at: Moment) -> bool:
    """Confirm a new letter that is unambiguous, and say whether it did."""
    confirmation = settled_confirmation(opened, taken)
    if confirmation:
        opened.give(taken.case, confirmation, actor, at)
    return confirmation is not None


def _record(incoming: Incoming, taken: Received, *, confirmed: bool) -> Record:
    return {
        "file": incoming.name,
        "case": taken.case,
        "received_as": taken.kind,
        "kind": taken.relation.kind.value,
        "relates_to": taken.relation.about or None,
        "proposal": proposal_record(taken.proposal),
        "alarms": alarms_record(taken.alarms if taken.kind != "copy" else ()),
        "unread": list(taken.letter.unread),
        "confirmed": confirmed,
    }


def _unread_record(incoming: Incoming, taken: Unread) -> Record:
    return {
        "file": incoming.name,
        "case": taken.case,
        "received_as": taken.kind,
        "kind": None,
        "relates_to": None,
        "proposal": {"states": [], "dates": [], "languages": [], "answers": [], "kinds": [], "alarms": []},
        "alarms": [{"ref": "", "kind": "words", "reason": taken.reason}],
        "unread": [taken.reason],
        "confirmed": False,
    }


def _show(incoming: Incoming, taken: Received, *, confirmed: bool, form: str) -> None:
    for unread in taken.letter.unread:
        say(f"{incoming.shown}: kept, but not read: {unread}")
    if form == "table":
        width, colour = terminal()
        table = proposal_table(taken, confirmed=confirmed, width=width, colour=colour)
        put(f"{printable(incoming.shown)}\n{table}")
