"""Letters come in: kept by their bytes before they are read, proposed to a person, distinguished from copies."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import PurePath
from typing import Any, TypeVar

from verbale.app.cycles import CycleFolder
from verbale.app.letter_reading import Letter, count_words, propose_letter, read_letters_guarded
from verbale.app.readings import make_reading
from verbale.app.relating import Relation, Sender, certain_authors, find_held, relate, relate_sent, sent_authors
from verbale.desk import commands as c
from verbale.desk.certainty import find_date, is_certain
from verbale.desk.commands import Actor
from verbale.desk.deciding import When, moment_of
from verbale.desk.doubt import Alarm, AlarmKind, write_alarm
from verbale.desk.intake import Proposal
from verbale.desk.letter_kinds import LetterKind
from verbale.errors import Conflict, ReadFailed, TooLarge
from verbale.read.limits import Limits
from verbale.store.contents import digest_of

T = TypeVar("T")
_ID = 12  # characters of the checksum that name a case
_TRIES = 8  # times that a letter is registered again when others write to the cycle at the same time
_KINDS: Mapping[str, type[c.Receive]] = {"new": c.Receive, "version": c.ReceiveVersion, "copy": c.ReceiveCopy}
_UNKNOWN_TYPE = "application/octet-stream"


@dataclass(frozen=True, slots=True)
class Received:
    """What became of a letter: its case, ``new``, ``version`` or ``copy``, and what is proposed for it.

    ``relation`` is what it is to the cycle; a copy has none of its own. ``alarms`` are all that is in doubt.
    """

    case: str
    kind: str
    letter: Letter
    proposal: Proposal
    relation: Relation

    @property
    def alarms(self) -> tuple[Alarm, ...]:
        """What is in doubt of the letter itself, and of what it is to the cycle."""
        return (*self.proposal.alarms, *self.relation.alarms)


KEPT = Limits(bytes=512 << 20)
"""What is kept of a source, larger than what is read of it: twice that stands in memory while it is written."""
_READABLE = Limits().bytes


@dataclass(frozen=True, slots=True)
class Unread:
    """A source that was kept and could not be read: its case, ``new`` or ``copy``, its name and the reason."""

    case: str
    kind: str
    name: str
    reason: str


def receive_source(
    folder: CycleFolder,
    data: bytes,
    name: str,
    actor: Actor,
    now: When,
    *,
    received: datetime | None = None,
    channel: str = "",
) -> tuple[Received, ...] | Unread:
    """Keep the bytes of a source, then read the letters in it; what cannot be read is a case of its own.

    Raises ``Refused``, or ``Conflict`` where others receive at the same time and that does not end.
    """
    keep_source(folder, data)
    return register_source(folder, data, name, read_kept(data, name), actor, now, received=received, channel=channel)


def keep_source(folder: CycleFolder, data: bytes) -> None:
    """Keep the bytes of a source before anything reads them; what was redacted does not come back."""
    folder.store.keep([data] if digest_of(data) not in folder.case.redacted else [])


def read_kept(data: bytes, name: str) -> tuple[Letter, ...] | str:
    """The letters in a source, read in a worker; the reason where it cannot be read."""
    try:
        if len(data) > _READABLE:
            raise TooLarge(name, f"{len(data):,} bytes are more than may be read, {_READABLE:,}", "split the document")
        return read_letters_guarded(data, name)
    except ReadFailed as error:
        return str(error.reason)


def register_source(
    folder: CycleFolder,
    data: bytes,
    name: str,
    read: tuple[Letter, ...] | str,
    actor: Actor,
    now: When,
    *,
    received: datetime | None = None,
    channel: str = "",
    sender: Sender | None = None,
) -> tuple[Received, ...] | Unread:
    """Register what was read in a source that is kept, or that it cannot be read.

    ``sender`` is the account of a State that sent it, where one did. Raises ``Refused``, or ``Conflict`` as
    ``receive_letter`` does.
    """
    if isinstance(read, str):
        return _receive_unread(folder, data, name, read, actor, now, received=received, channel=channel, sender=sender)
    return tuple(
        receive_letter(folder, letter, actor, now, received=received, channel=channel, sender=sender) for letter in read
    )


def receive_letter(
    folder: CycleFolder,
    letter: Letter,
    actor: Actor,
    now: When,
    *,
    received: datetime | None = None,
    channel: str = "",
    sender: Sender | None = None,
) -> Received:
    """Keep a letter and say what it seems to be.

    ``received`` is when it came, ``now`` where it is not given. Bytes that are held already are a copy; another letter
    of the same State on the same resolutions waits as a new version of its reply, or as a letter about it. Where
    somebody else received at the same time, it is looked at again. Raises ``Refused``, or ``Conflict`` where that does
    not end.
    """
    came = received or moment_of(now)
    proposal = propose_letter(letter, folder.cycle)
    reading = make_reading(letter.data, letter.document, "letter")
    contents = [letter.data, *([letter.carried] if letter.carried else [])]

    def register() -> Received:
        relation = relate_sent(folder, letter, proposal, sender) if sender else relate(folder, letter, proposal)
        case = relation.case or case_of(letter.sha256)
        taken = Received(case, relation.how, letter, proposal, relation)
        command = _KINDS[relation.how](**_facts(taken, came, channel, sender), reading=reading.digest)
        folder.give(case, command, actor, now, contents, [reading])
        return taken

    return until_registered(register, folder.refresh)


def until_registered(register: Callable[[], T], again: Callable[[], object] = lambda: None) -> T:
    """What an act gives that is tried again, after ``again``, where others write to the cycle meanwhile.

    Raises ``Conflict`` where that does not end.
    """
    for _ in range(_TRIES - 1):
        try:
            return register()
        except Conflict:
            again()
    return register()


def _receive_unread(
    folder: CycleFolder,
    data: bytes,
    name: str,
    reason: str,
    actor: Actor,
    now: When,
    *,
    received: datetime | None,
    channel: str,
    sender: Sender | None,
) -> Unread:
    """Keep what cannot be read as a letter that was received: it is counted, shown, and nobody is credited with it."""
    sha256 = digest_of(data)
    known = find_held(folder, sha256, sender)
    held = known.id if known else ""
    facts: dict[str, Any] = {
        "sha256": sha256,
        "name": PurePath(name).name,
        "media_type": _UNKNOWN_TYPE,
        "received": (received or moment_of(now)).astimezone(UTC).isoformat(timespec="seconds"),
        "words": 0,
        "channel": channel or c.Channel.HAND,
        "unread": reason,
        "authors": (sender.state,) if sender else (),
        "alarms": (write_alarm(Alarm("", f"it cannot be read: {reason}", AlarmKind.WORDS)),),
    }
    command = (c.ReceiveCopy if held else c.Receive)(**facts)
    folder.give(held or case_of(sha256), command, actor, now, [data])
    return Unread(held or case_of(sha256), "copy" if held else "new", name, reason)


def _facts(taken: Received, came: datetime, channel: str, sender: Sender | None) -> dict[str, Any]:
    """What is known of a letter when it comes, by the names of the command's fields."""
    letter, proposal, mail = taken.letter, taken.proposal, taken.letter.mail
    return {
        "sha256": letter.sha256,
        "name": PurePath(letter.name).name,
        "media_type": letter.document.source.media_type.value,
        "received": came.astimezone(UTC).isoformat(timespec="seconds"),
        "words": count_words(letter.document),
        "channel": channel or (c.Channel.MAIL if mail else c.Channel.HAND),
        "language": proposal.languages[0].value if proposal.languages else "",
        "carrier": digest_of(letter.carried) if letter.carried else "",
        "sender": mail.address if mail else "",
        "message_id": mail.message_id if mail else "",
        "kind": taken.relation.kind.value,
        "authors": sent_authors(proposal, sender),
        "relates_to": taken.relation.about,
        "alarms": tuple(map(write_alarm, taken.alarms)),
    }


def case_of(sha256: str) -> str:
    """The id of the case that a letter opens."""
    return f"reply-{sha256[:_ID]}"


def settled_confirmation(folder: CycleFolder, taken: Received) -> c.Confirm | None:
    """The confirmation of an unambiguous letter; ``None`` where a person has to look.

    The sender must be named in the letterhead or on the envelope, all of several twice, the date and language be known,
    a mandate be named, the kind of letter be plain, and nothing be an alarm. A letter without any date has the day of
    its receipt. A further version is confirmed where it corrects a reply that it names, or is word for word what is
    held.
    """
    proposal, relation = taken.proposal, taken.relation
    if taken.kind == "copy" or taken.alarms or not relation.sure or not _is_plain(folder, taken):
        return None
    if not is_certain(proposal):
        return None
    version = folder.get_reply(taken.case).current
    return c.Confirm(
        state=proposal.states[0].value,
        dated=find_date(proposal, version.received, folder.cycle.calendar.zone),
        language=proposal.languages[0].value,
        addresses=tuple(found.value for found in proposal.addresses),
        version=version.number,
        refs=proposal.own_refs,
        reading=version.reading,
        kind=relation.kind,
        authors=certain_authors(proposal),
        relates_to=relation.about,
    )


def _is_plain(folder: CycleFolder, taken: Received) -> bool:
    """Whether a letter is of a kind that needs no decision: a reply, one that corrects, supplements or copies one that
    stands, or the word that there is nothing to say."""
    kind, about = taken.relation.kind, taken.relation.about
    if kind in (LetterKind.CORRECTED, LetterKind.SIGNED_COPY) and about:
        reply = folder.get_reply(about)
        return reply.stands and bool(reply.answering) and not reply.published
    if kind is LetterKind.SUPPLEMENT:
        return bool(about)
    return kind in (LetterKind.REPLY, LetterKind.CORRECTED, LetterKind.NIL) and not about
