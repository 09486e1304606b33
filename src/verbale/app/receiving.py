"""Letters come in: kept by their bytes, read, proposed to a person, told from copies and from new versions."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime
from pathlib import PurePath

from verbale.app.cycles import CycleFolder
from verbale.app.reading import read_source, words_as_file
from verbale.compose.topics import find_titles
from verbale.desk import commands as c
from verbale.desk.answering import Evidence
from verbale.desk.cases import ReplyCase, ReplyStage
from verbale.desk.commands import Actor
from verbale.desk.cycle import Cycle
from verbale.desk.intake import Alarm, Envelope, Proposal, propose
from verbale.errors import BadReference, Damaged, ReadFailed, Refused, TooLarge
from verbale.guard.calls import call
from verbale.lexicon.cited_resolutions import resolve_symbol
from verbale.lexicon.dates import parse_day
from verbale.lexicon.han import HAN
from verbale.lexicon.names import find_state
from verbale.lexicon.states import organisations
from verbale.model.document import Document
from verbale.read.limits import Limits
from verbale.read.mail import Mail, read_mail
from verbale.read.mail_signs import is_mail
from verbale.register.asking import get_state

_WORD = re.compile(r"[^\W\d_]+(?:[-'’ ][^\W\d_]+)*")
ALL, LAST, NONE = "all", "last", "none"
_COVERING = 60  # words from which on a message is more than "please find attached"
_NAME_WORDS = 12  # words of the longest name of a State
_ENVELOPE = 500  # characters of a sender's name or a subject in which a State is looked for
_DEEPEST = 8  # messages within messages
_ID = 12  # characters of the checksum that name a case
_KINDS: Mapping[str, type[c.Receive]] = {"new": c.Receive, "version": c.ReceiveVersion, "copy": c.ReceiveCopy}


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter as received: the bytes of the letter itself, and of the message that carried it, if any.

    ``document`` is the letter read as a reply, with its annotations. ``unread`` names enclosures that could not be
    read, with the reason; their bytes are in ``carried`` with the whole message. ``besides`` is what else of the
    message can be read and is no part of the letter. ``told`` is what the reader of the message guessed or opened.
    """

    name: str
    data: bytes
    document: Document
    mail: Mail | None = None
    carried: bytes | None = None
    unread: tuple[str, ...] = ()
    besides: tuple[str, ...] = ()
    told: tuple[str, ...] = ()

    @property
    def sha256(self) -> str:
        """The checksum of the letter's own bytes."""
        return hashlib.sha256(self.data).hexdigest()


@dataclass(frozen=True, slots=True)
class Received:
    """What became of a letter: its case, ``new``, ``version`` or ``copy``, and what is proposed for it."""

    case: str
    kind: str
    letter: Letter
    proposal: Proposal


def read_letter(data: bytes, name: str, limits: Limits | None = None, depth: int = 0) -> Letter:
    """A letter in any format; of an e-mail the enclosure that names a sender, else the first, else its own words.

    An enclosed message is read as one. Raises a ``ReadFailed`` where nothing in it can be read.
    """
    if not is_mail(data):
        return Letter(name, data, read_source(data, name, "reply", limits))
    if depth > _DEEPEST:
        raise TooLarge(name, f"messages are enclosed more than {_DEEPEST} deep, the limit", "send the letter itself")
    mail = read_mail(data, name, limits)
    letters, unread = _enclosed_letters(mail, limits, depth)
    if not letters:
        if not mail.text.strip() and unread:
            raise Damaged(name, f"no letter in the message can be read: {'; '.join(unread)}", "ask for it again")
        words = words_as_file(mail)
        answered = f"the message that it answers, {words_of(mail.quoted)} words, would not be reproduced"
        told = (*mail.told, answered) if mail.quoted else mail.told
        return Letter(name, words, read_source(words, name, "reply", limits), mail, data, unread, told=told)
    chosen = next((letter for letter in letters if letter.document.replies), letters[0])
    besides = [letter.name for letter in letters if letter is not chosen] + [*chosen.besides]
    if (count := words_of(mail.text)) > _COVERING:
        besides.append(f"the message itself, {count} words")
    carrier = chosen.mail if chosen.mail and chosen.mail.address else mail
    unread, told = (*unread, *chosen.unread), (*mail.told, *chosen.told)
    return replace(chosen, mail=carrier, carried=data, unread=unread, besides=tuple(besides), told=told)


def read_letter_guarded(data: bytes, name: str) -> Letter:
    """What ``read_letter`` gives, read in a worker under bounds. Raises what it does, and ``TooLarge`` past a bound."""
    return call(read_letter, name, len(data), data, name)


def _enclosed_letters(mail: Mail, limits: Limits | None, depth: int) -> tuple[list[Letter], tuple[str, ...]]:
    """Every enclosure that can be read, and why the others cannot."""
    letters, unread = [], []
    for enclosure in mail.enclosures:
        try:
            letters.append(read_letter(enclosure.data, enclosure.name, limits, depth + 1))
        except ReadFailed as error:
            unread.append(str(error))
    return letters, tuple(unread)


def count_words(document: Document) -> int:
    """Words of the text, footnotes and headings included; each Chinese character that is one word of print is one."""
    return words_of(" ".join(node.text for node in document.nodes))


def words_of(text: str) -> int:
    """How many words a text has."""
    return len(HAN.findall(text)) + len(re.findall(r"\w+", HAN.sub(" ", text)))


def receive_letter(
    folder: CycleFolder,
    letter: Letter,
    actor: Actor,
    now: datetime,
    *,
    received: datetime | None = None,
    channel: str = "",
) -> Received:
    """Keep a letter and say what it seems to be.

    ``received`` is when it came, ``now`` where it is not given. Bytes that are held already are a copy; another letter
    of the same State on the same resolutions is a new version of its reply. Raises ``Refused`` or ``Conflict``.
    """
    proposal = propose_letter(letter, folder.cycle)
    moment = (received or now).astimezone(UTC).isoformat(timespec="seconds")
    way = channel or (c.Channel.MAIL if letter.mail else c.Channel.HAND)
    facts = (letter.sha256, PurePath(letter.name).name, letter.document.source.media_type.value, moment)
    language = proposal.languages[0].value if proposal.languages else ""
    took = c.Receive(*facts, count_words(letter.document), way, language)
    kind, case = _known(folder, letter, proposal)
    command = _KINDS[kind](**asdict(took))
    contents = [letter.data, *([letter.carried] if letter.carried else [])]
    folder.give(case, command, actor, now, contents)
    return Received(case, kind, letter, proposal)


def propose_letter(letter: Letter, cycle: Cycle) -> Proposal:
    """What a letter seems to be in a cycle, its envelope and the titles of the mandates taken into account."""
    titles = {mandate.resolution: find_titles(mandate) for mandate in cycle.mandates}
    proposal = propose(letter.document, cycle, titles, _envelope(letter))
    besides = (
        Alarm("", f"{name} came with the letter; it is kept, and is no part of the reply") for name in letter.besides
    )
    told = (Alarm("", f"of the message: {sentence}") for sentence in letter.told)
    return replace(proposal, alarms=(*proposal.alarms, *besides, *told))


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


def confirm_reply(folder: CycleFolder, case: str, said: LetterDetails, actor: Actor, now: datetime) -> ReplyCase:
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
    letter = _held_letter(folder, reply)
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
    whole = said.versions == ALL
    confirmation = c.Confirm(state, dated, language, answers, whole)
    if corrected:
        confirmation = c.Correct(state, dated, language, answers, whole, said.reason)
    folder.give(case, confirmation, actor, now)
    return folder.get_reply(case)


def _ask_about_versions(folder: CycleFolder, reply: ReplyCase, state: str, answers: tuple[str, ...]) -> None:
    """A State that has replied to the same mandates may have sent a new version; only a person can say."""
    for other in folder.replies:
        if other.stands and other.id != reply.id and other.state == state and set(answers) & set(other.addresses):
            advice = f"give --version-of {other.id} if this is its new version, or --version-of {NONE}"
            raise Refused(reply.id, "confirm", f"{state} has a reply to the same, {other.id}", advice)


def _move(folder: CycleFolder, reply: ReplyCase, to: str, reason: str, actor: Actor, now: datetime) -> str:
    """Take the latest version from one case to another, in one step; the case that has it now."""
    if to == reply.id:
        raise Refused(to, "move a version", "it is of this reply already")
    version = reply.current
    known = any(held.id == to for held in folder.replies)
    facts = (version.sha256, version.name, version.media_type, version.received, version.words, version.channel)
    received = (c.ReceiveVersion if known else c.Receive)(*facts, version.language)
    apart = c.SetApart(version.number, reason or f"it is of {to}")
    folder.give_together([(reply.id, apart), (to, received)], actor, now)
    return to


def _held_letter(folder: CycleFolder, reply: ReplyCase) -> Letter:
    """The current version of a reply, with the message that carried it, where one did."""
    if reply.current.channel == c.Channel.MAIL:
        for sha256 in folder.store.contents():
            content = folder.store.get_content(sha256)
            if is_mail(content) and (letter := read_letter(content, reply.current.name)).sha256 == reply.current.sha256:
                return letter
    return read_letter(folder.store.get_content(reply.current.sha256), reply.current.name)


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


def settled_proposal(proposal: Proposal) -> c.Confirm | None:
    """The confirmation that a proposal leaves no doubt about; ``None`` where a person has to look.

    The sender must be named in the letterhead or on the envelope, the date and language be known, a mandate be cited,
    and nothing be an alarm.
    """
    if proposal.alarms or not (proposal.states and proposal.dates and proposal.languages and proposal.addresses):
        return None
    if not proposal.states[0].sure:
        return None
    addresses = tuple(found.value for found in proposal.addresses)
    return c.Confirm(proposal.states[0].value, proposal.dates[0].value, proposal.languages[0].value, addresses)


def _envelope(letter: Letter) -> Envelope:
    mail = letter.mail
    return Envelope(_envelope_state(mail), mail.sent[:10], mail.subject) if mail else Envelope()


def _envelope_state(mail: Mail) -> str:
    """The State that the sender's name, the subject or the address names: ``Misión Permanente de Cuba <cuba@…>``."""
    for text in (mail.person, mail.subject):
        for run in _WORD.finditer(text[:_ENVELOPE]):
            words = run[0].split()
            longest = min(len(words), _NAME_WORDS)
            spans = ((at, size) for size in range(longest, 0, -1) for at in range(len(words) - size + 1))
            for at, size in spans:
                if state := find_state(" ".join(words[at : at + size]), None):
                    return state
    return find_state(mail.address.partition("@")[0], None) or ""
