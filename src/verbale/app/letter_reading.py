"""A letter as it came: its own bytes and the message around it, read, and what it seems to be in a cycle."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import partial

from verbale.app import reading
from verbale.app.reading import read_source, words_as_file
from verbale.app.working import work_on_bytes
from verbale.compose.topics import find_titles
from verbale.desk.cycle import Cycle
from verbale.desk.doubt import Alarm, AlarmKind
from verbale.desk.intake import Envelope, Proposal, propose
from verbale.errors import Damaged, ReadFailed, TooLarge
from verbale.lexicon.han import HAN
from verbale.lexicon.names import find_state
from verbale.model.document import Document
from verbale.read.limits import Limits
from verbale.read.mail import Enclosure, Mail, read_mail
from verbale.read.mail_signs import is_mail

_WORD = re.compile(r"[^\W\d_]+(?:[-'’ ][^\W\d_]+)*")
_NAME_WORDS = 12  # words of the longest name of a State
_ENVELOPE = 500  # characters of a sender's name or a subject in which a State is looked for
_DEEPEST = 8  # messages within messages
_SMALLEST_PAGE = 8_192  # bytes of a picture that words can be read in
_COVERING = 60  # words from which on a message is more than "please find attached"


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter as received: the bytes of the letter itself, and of the message that carried it, if any.

    Where the letter is a message's own words, its bytes are the message: equal words never make two messages one.

    ``document`` is the letter read as a reply, with its annotations. ``unread`` names enclosures that could not be
    read, with the reason; their bytes are in ``carried`` with the whole message. ``besides`` is what else of the
    message can be read and is no part of the letter. ``remarks`` are what the reader of the message guessed or opened.
    """

    name: str
    data: bytes
    document: Document
    mail: Mail | None = None
    carried: bytes | None = None
    unread: tuple[str, ...] = ()
    besides: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()

    @property
    def sha256(self) -> str:
        """The checksum of the letter's own bytes."""
        return hashlib.sha256(self.data).hexdigest()


def read_letter(data: bytes, name: str) -> Letter:
    """A letter in any format; of an e-mail the enclosure that names a sender, else the first, else its own words.

    An enclosed message is read as one. It is read in a worker, when it comes and whenever it is read again. Raises a
    ``ReadFailed`` where nothing in it can be read.
    """
    return read_letters_guarded(data, name)[0]


def read_letters(data: bytes, name: str, limits: Limits | None = None, depth: int = 0) -> tuple[Letter, ...]:
    """Every letter in a source: one, or of an e-mail each enclosure that names a sender of its own.

    Where no enclosure does, the first is the letter, and without enclosures the message's own words are. What else came
    is told with the first letter. Raises a ``ReadFailed`` where nothing in it can be read.
    """
    if depth > _DEEPEST:
        raise TooLarge(name, f"messages are enclosed more than {_DEEPEST} deep, the limit", "send the letter itself")
    if not is_mail(data):
        return _with_members(Letter(name, data, read_source(data, name, "reply", limits)), limits, depth)
    mail = read_mail(data, name, limits)
    enclosed, unread = _enclosed_letters(mail.enclosures, limits, depth)
    if not enclosed:
        return (_own_words(mail, data, name, limits, unread),)
    own = {letter.sha256: letter for letter in enclosed if letter.document.replies}
    letters = list(own.values()) or enclosed[:1]
    besides = [letter.name for letter in enclosed if letter.sha256 not in {one.sha256 for one in letters}]
    if (count := words_of(mail.text)) > _COVERING:
        besides.append(f"the message itself, {count} words")
    first = letters[0]
    first = replace(
        first,
        unread=(*unread, *first.unread),
        besides=(*besides, *first.besides),
        remarks=(*mail.told, *first.remarks),
    )
    return tuple(
        replace(each, mail=each.mail if each.mail and each.mail.address else mail, carried=data)
        for each in (first, *letters[1:])
    )


def _with_members(letter: Letter, limits: Limits | None, depth: int) -> tuple[Letter, ...]:
    """A letter, or, where it is but the cover of a portfolio and names no sender, those of its members that do."""
    if not any(finding.rule == "read/embedded-file" for finding in letter.document.findings):
        return (letter,)
    from verbale.read.pdf import read_members  # noqa: PLC0415 (few letters are a PDF with files in it)

    try:
        members = read_members(letter.data, letter.name, limits)
    except ReadFailed as error:
        return (replace(letter, unread=(*letter.unread, str(error))),)
    files = [Enclosure(name, "application/octet-stream", content, letter.name) for name, content in members]
    enclosed, unread = _enclosed_letters(files, limits, depth)
    own = {each.sha256: each for each in enclosed if each.document.replies}
    letters = [letter] if letter.document.replies or not own else list(own.values())
    besides = [each.name for each in enclosed if each.sha256 not in {one.sha256 for one in letters}]
    if letters[0] is not letter:
        besides.append(f"{letter.name}, the cover of the files in it")
    first = replace(letters[0], unread=(*unread, *letters[0].unread), besides=(*besides, *letters[0].besides))
    carried = None if letters[0] is letter else letter.data
    return tuple(replace(each, carried=each.carried or carried) for each in (first, *letters[1:]))


def _own_words(mail: Mail, data: bytes, name: str, limits: Limits | None, unread: tuple[str, ...]) -> Letter:
    """A message that is the letter itself."""
    if not mail.text.strip() and unread:
        raise Damaged(name, f"no letter in the message can be read: {'; '.join(unread)}", "ask for it again")
    document = read_source(words_as_file(mail), name, "reply", limits)
    answered = f"the message that it answers, {words_of(mail.quoted)} words, would not be reproduced"
    remarks = (*mail.told, answered) if mail.quoted else mail.told
    return Letter(name, data, document, mail, data, unread, remarks=remarks)


def read_letters_guarded(data: bytes, name: str) -> tuple[Letter, ...]:
    """What ``read_letters`` gives, read in a worker. Raises what it does, and ``TooLarge`` past a bound."""
    letters = work_on_bytes(data, name, read_letters)
    return tuple(
        replace(one, document=reading.second_reader(one.document, partial(bytes, one.data))) for one in letters
    )


def _enclosed_letters(
    files: Iterable[Enclosure], limits: Limits | None, depth: int
) -> tuple[list[Letter], tuple[str, ...]]:
    """Every enclosure that can be read, those of an enclosed message too, and why the others cannot."""
    letters: list[Letter] = []
    unread = []
    for enclosure in files:
        try:
            letters += read_letters(enclosure.data, enclosure.name, limits, depth + 1)
        except ReadFailed as error:
            if not _is_ornament(enclosure):
                unread.append(str(error))
    return letters, tuple(unread)


def _is_ornament(enclosure: Enclosure) -> bool:
    """Whether an enclosure is a picture too small to show a page of a letter: the emblem under a signature."""
    return enclosure.media_type.startswith("image/") and len(enclosure.data) < _SMALLEST_PAGE


def count_words(document: Document) -> int:
    """Words of the text, footnotes and headings included; each Chinese character that is one word of print is one."""
    return words_of(" ".join(node.text for node in document.nodes))


def words_of(text: str) -> int:
    """How many words a text has."""
    return len(HAN.findall(text)) + len(re.findall(r"\w+", HAN.sub(" ", text)))


def propose_letter(letter: Letter, cycle: Cycle) -> Proposal:
    """What a letter seems to be in a cycle, its envelope and the titles of the mandates taken into account."""
    titles = {mandate.resolution: find_titles(mandate, cycle.programme) for mandate in cycle.mandates}
    proposal = propose(letter.document, cycle, titles, _envelope(letter))
    besides = [f"{name} came with the letter; it is kept, and is no part of the reply" for name in letter.besides]
    besides += [f"{each}: it came with the letter, and is kept unread" for each in letter.unread]
    besides += [f"of the message: {sentence}" for sentence in letter.remarks]
    alarms = (Alarm("", reason, AlarmKind.BESIDE) for reason in besides)
    return replace(proposal, alarms=(*proposal.alarms, *alarms))


def _envelope(letter: Letter) -> Envelope:
    mail = letter.mail
    if mail is None:
        return Envelope()
    alone = sum(not _is_ornament(enclosure) for enclosure in mail.enclosures) <= 1
    return Envelope(_envelope_state(mail), mail.sent[:10], mail.subject, mail.text, alone)


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
