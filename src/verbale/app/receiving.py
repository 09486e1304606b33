"""Letters come in: kept by their bytes, read, proposed to a person, told from copies and from new versions."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import UTC, datetime
from pathlib import PurePath
from typing import Any

from verbale.app.cycles import CycleFolder
from verbale.app.document_cache import DocumentCache
from verbale.app.letter_reading import Letter, count_words, propose_letter, read_letter
from verbale.app.readings import make_reading
from verbale.desk import commands as c
from verbale.desk.answering import Evidence
from verbale.desk.cases import ReplyCase, ReplyStage, ReplyVersion
from verbale.desk.commands import Actor
from verbale.desk.deciding import When, moment_of
from verbale.desk.intake import Proposal
from verbale.errors import BadReference, Conflict, Refused
from verbale.lexicon.cited_resolutions import resolve_symbol
from verbale.lexicon.dates import parse_day
from verbale.lexicon.names import find_state
from verbale.lexicon.states import organisations
from verbale.register.asking import get_state
from verbale.store.contents import digest_of

ALL, LAST, NONE = "all", "last", "none"
_ID = 12  # characters of the checksum that name a case
_TRIES = 8  # times that a letter is looked at again when others receive at the same time
_KINDS: Mapping[str, type[c.Receive]] = {"new": c.Receive, "version": c.ReceiveVersion, "copy": c.ReceiveCopy}


@dataclass(frozen=True, slots=True)
class Received:
    """What became of a letter: its case, ``new``, ``version`` or ``copy``, and what is proposed for it."""

    case: str
    kind: str
    letter: Letter
    proposal: Proposal


def receive_letter(
    folder: CycleFolder,
    letter: Letter,
    actor: Actor,
    now: When,
    *,
    received: datetime | None = None,
    channel: str = "",
) -> Received:
    """Keep a letter and say what it seems to be.

    ``received`` is when it came, ``now`` where it is not given. Bytes that are held already are a copy; another letter
    of the same State on the same resolutions is a new version of its reply. Where somebody else received at the same
    time, it is looked at again. Raises ``Refused``, or ``Conflict`` where that does not end.
    """
    came = received or moment_of(now)
    proposal = propose_letter(letter, folder.cycle)
    for left in reversed(range(_TRIES)):
        kind, case = _known(folder, letter, proposal)
        command = _KINDS[kind](**_facts(letter, proposal, came, channel))
        contents = [letter.data, *([letter.carried] if letter.carried else [])]
        readings = [make_reading(letter.data, letter.document, "letter")]
        try:
            folder.give(case, command, actor, now, contents, readings)
        except Conflict:
            if not left:
                raise
            folder.refresh()
        else:
            break
    return Received(case, kind, letter, proposal)


def _facts(letter: Letter, proposal: Proposal, came: datetime, channel: str) -> dict[str, Any]:
    """What is known of a letter when it comes, by the names of the command's fields."""
    mail = letter.mail
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
        "reading": make_reading(letter.data, letter.document, "letter").digest,
    }


def _known(folder: CycleFolder, letter: Letter, proposal: Proposal) -> tuple[str, str]:
    """Whether a letter is new, a version of a reply that is held, or a copy; and the case it belongs to.

    A sender who is in doubt makes no version: two replies can be joined by a person, and not be lost by a guess.
    """
    for reply in folder.replies:
        if any(version.sha256 == letter.sha256 for version in reply.versions):
            return "copy", reply.id
    state = proposal.states[0].value if proposal.states and proposal.states[0].sure else ""
    wanted = {found.value for found in proposal.addresses}
    for reply in folder.replies:
        if state and reply.state == state and (wanted & set(reply.addresses) or not reply.addresses):
            return "version", reply.id
    return "new", _case_of(letter.sha256)


def _case_of(sha256: str) -> str:
    return f"reply-{sha256[:_ID]}"


@dataclass(frozen=True, slots=True)
class LetterDetails:
    """What a person says of a letter; what is empty is taken from the proposal, or stays as it was.

    ``state`` is three letters or a name in any of the six languages. ``versions`` (``all`` or ``last``) says what of a
    reply with several versions that is: ``last`` makes a reply of its own of the latest. ``version_of`` is the case
    whose new version the letter is, or ``none``.
    """

    state: str = ""
    dated: str = ""
    language: str = ""
    answers: tuple[str, ...] = ()
    reason: str = ""
    versions: str = ""
    version_of: str = ""


def confirm_reply(folder: CycleFolder, case: str, said: LetterDetails, actor: Actor, now: When) -> ReplyCase:
    """Settle what a letter is; a reading that was confirmed is corrected, with the reason.

    Raises ``Refused`` where something is neither said nor proposed, or where the letter may be a version of a reply
    that is held and nobody said so; ``BadReference`` for a State, a day or a symbol that is none.
    """
    if said.version_of not in ("", NONE):
        _move(folder, folder.get_reply(case), folder.get_reply(said.version_of).id, said.reason, actor, now)
        return folder.get_reply(said.version_of)
    if said.versions == LAST:
        reply = folder.get_reply(case)
        case = _move(folder, reply, _case_of(reply.current.sha256), said.reason, actor, now)
    reply = folder.get_reply(case)
    letter = held_letter(folder, reply.current)
    proposal = propose_letter(letter, folder.cycle)
    corrected = reply.stage is not ReplyStage.RECEIVED
    known = reply if corrected else ReplyCase(case, state=reply.state, addresses=reply.addresses)
    state = get_author(said.state) if said.state else known.state or _likeliest(proposal.states, case, "--state")
    dated = (parse_day(said.dated) if said.dated else known.dated) or _likeliest(proposal.dates, case, "--date")
    language = said.language or known.language or _likeliest(proposal.languages, case, "--language")
    named = tuple(get_resolution(text) for text in said.answers)
    answers = named or known.addresses or tuple(found.value for found in proposal.addresses)
    if not reply.state and said.version_of != NONE:
        _ask_about_versions(folder, reply, state, answers)
    reading = make_reading(letter.data, letter.document, "letter")
    words = (reply.current.number, proposal.reproduced, reply.current.reading or reading.digest)
    confirmation = c.Confirm(state, dated, language, answers, said.versions == ALL, *words)
    if corrected:
        confirmation = c.Correct(state, dated, language, answers, said.versions == ALL, *words, said.reason)
    folder.give(case, confirmation, actor, now, (), [] if reply.current.reading else [reading])
    return folder.get_reply(case)


def _ask_about_versions(folder: CycleFolder, reply: ReplyCase, state: str, answers: tuple[str, ...]) -> None:
    """A State that has replied to the same mandates may have sent a new version; only a person can say."""
    for other in folder.replies:
        if other.stands and other.id != reply.id and other.state == state and set(answers) & set(other.addresses):
            advice = f"give --version-of {other.id} if this is its new version, or --version-of {NONE}"
            raise Refused(reply.id, "confirm", f"{state} has a reply to the same, {other.id}", advice)


def _move(folder: CycleFolder, reply: ReplyCase, to: str, reason: str, actor: Actor, now: When) -> str:
    """Take the latest version from one case to another, in one step; the case that has it now."""
    if to == reply.id:
        raise Refused(to, "move a version", "it is of this reply already")
    version = reply.current
    known = any(held.id == to for held in folder.replies)
    facts = {each.name: getattr(version, each.name) for each in fields(c.Receive)}
    received = (c.ReceiveVersion if known else c.Receive)(**facts)
    apart = c.SetApart(version.number, reason or f"it is of {to}")
    folder.give_together([(reply.id, apart), (to, received)], actor, now)
    return to


def held_letter(folder: CycleFolder, version: ReplyVersion) -> Letter:
    """A version as it was read when it came, with the message that carried it, where one did."""
    store = folder.store
    document = DocumentCache(folder).letter(version)
    data = store.get_content(version.sha256)
    if not version.carrier or version.carrier in folder.case.redacted:
        return Letter(version.name, data, document)
    carried = store.get_content(version.carrier)
    whole = read_letter(carried, version.name)
    besides = whole.besides if whole.sha256 == version.sha256 else ()
    return Letter(version.name, data, document, whole.mail, carried, whole.unread, besides)


def get_author(name: str) -> str:
    """Who a person says a reply is of: a State, or an organisation that is called upon too, by its id or any name.

    Raises ``BadReference`` with the nearest names of States when it is neither.
    """
    plain = name.strip().upper()
    found = plain if plain in organisations() else find_state(name, None)
    return found if found in organisations() else get_state(name)


def get_resolution(text: str) -> str:
    """The symbol of a resolution that a person types. Raises ``BadReference``."""
    found = resolve_symbol(text)
    if not found:
        raise BadReference(text, "no symbol of a resolution; give it as 76/53 or A/RES/76/53")
    return str(found[0])


def _likeliest(found: tuple[Evidence, ...], case: str, option: str) -> str:
    if not found:
        raise Refused(case, "confirm", "the letter does not say", f"give {option}")
    return found[0].value


def settled_confirmation(folder: CycleFolder, taken: Received) -> c.Confirm | None:
    """The confirmation of a new letter that its proposal leaves no doubt about; ``None`` where a person has to look.

    The sender must be named in the letterhead or on the envelope, the date and language be known, a mandate be cited,
    and nothing be an alarm.
    """
    proposal = taken.proposal
    if taken.kind != "new" or proposal.alarms:
        return None
    if not (proposal.states and proposal.dates and proposal.languages and proposal.addresses):
        return None
    if not proposal.states[0].sure:
        return None
    version = folder.get_reply(taken.case).current
    return c.Confirm(
        state=proposal.states[0].value,
        dated=proposal.dates[0].value,
        language=proposal.languages[0].value,
        addresses=tuple(found.value for found in proposal.addresses),
        version=version.number,
        refs=proposal.reproduced,
        reading=version.reading,
    )
