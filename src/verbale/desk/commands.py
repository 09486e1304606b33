"""What somebody asks of a case. A command only says what is wanted; ``decide`` says whether it may be done."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from verbale.desk.letter_kinds import LetterKind


class Role(StrEnum):
    """In what capacity somebody looks or acts. ``desk.access`` says what each may do, ``desk.transitions`` when."""

    READER = "reader"  # anybody: who has not signed in
    OFFICER = "officer"
    TRANSLATOR = "translator"
    MISSION = "mission"  # somebody who speaks for one State
    ADMINISTRATOR = "administrator"  # who gives accounts and keeps the library, and sees no letter
    OPERATOR = "operator"  # who runs the service


@dataclass(frozen=True, slots=True)
class Actor:
    """Who acts, by name, and in what capacity."""

    name: str
    role: Role = Role.OFFICER


class Channel(StrEnum):
    """How a letter reached the desk."""

    MAIL = "e-mail"
    HAND = "by hand"
    POST = "post"
    FAX = "fax"
    PORTAL = "portal"
    PRINT = "print"


@dataclass(frozen=True, slots=True)
class Command:
    """The root of all commands."""


@dataclass(frozen=True, slots=True)
class ReasonedCommand(Command):
    """The root of those that say a reason and nothing else."""

    reason: str


@dataclass(frozen=True, slots=True)
class OpenCycle(Command):
    """Begin a cycle on the terms of its file: their text, and its programme where that is not of the package."""

    name: str
    report: str
    digest: str
    terms: str
    programme: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ChangeTerms(Command):
    """Put other terms in force, with their programme, and say why."""

    terms: str
    digest: str
    reason: str
    programme: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class IssueNote(Command):
    """Send the note verbale out."""

    reference: str
    dated: date


@dataclass(frozen=True, slots=True)
class SendReminder(Command):
    """Remind the States named (ISO 3166 alpha-3) of the deadline."""

    states: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ExtendDeadline(Command):
    """Extend the deadline of one State, or of all where ``state`` is empty."""

    until: date
    reason: str
    state: str = ""


@dataclass(frozen=True, slots=True)
class SetPart(Command):
    """Set a part of the report in one language to units of a document that is held.

    ``part`` is one of ``cases.Section``, ``digest`` the SHA-256 of the document's bytes, ``refs`` its units in order;
    ``None`` is all its text, and no refs are a part that the report does not have.
    """

    part: str
    language: str
    digest: str
    refs: tuple[str, ...] | None
    reason: str
    reading: str = ""


@dataclass(frozen=True, slots=True)
class CompileReport(Command):
    """Set the report in these languages. ``unsettled``: cases of replies that are not placed yet.

    ``dated`` is the date of the report, ISO 8601, ``rests_on`` the number of the last entry that it was made with,
    ``pipeline`` and ``register`` the versions of the program's reading and of the register. ``trees`` are a language
    and the digest of the report's tree in it (``en 3f…``), ``files`` a name and the SHA-256 of its bytes.
    """

    languages: tuple[str, ...]
    digest: str
    unsettled: tuple[str, ...] = ()
    dated: str = ""
    rests_on: int = 0
    pipeline: str = ""
    register: str = ""
    trees: tuple[str, ...] = ()
    files: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SubmitReport(Command):
    """Hand the report in for processing. ``words``: its length, notes and headings included."""

    words: int
    limit: int | None
    waiver: str = ""


@dataclass(frozen=True, slots=True)
class IssueReport(Command):
    """Record that the report was issued under its symbol."""

    symbol: str
    dated: date


@dataclass(frozen=True, slots=True)
class IssueAddendum(Command):
    """Record an addendum, with the replies (cases) that it carries."""

    symbol: str
    dated: date
    replies: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class IssueCorrigendum(Command):
    """Record a corrigendum. It may concern some languages only."""

    symbol: str
    dated: date
    languages: tuple[str, ...]
    reason: str


@dataclass(frozen=True, slots=True)
class ReissueReport(Command):
    """Record that the report was issued anew for technical reasons, under the same symbol with an asterisk."""

    dated: date
    reason: str


@dataclass(frozen=True, slots=True)
class RecordConsideration(Command):
    """Record that the committee has taken the report up."""

    organ: str
    dated: date


@dataclass(frozen=True, slots=True)
class RecordNote(Command):
    """Record the resolution that takes note of the report."""

    resolution: str
    paragraph: str


@dataclass(frozen=True, slots=True)
class RenewMandate(Command):
    """Record that a later resolution asks again."""

    resolution: str
    paragraph: str


@dataclass(frozen=True, slots=True)
class LetMandateLapse(ReasonedCommand):
    """Record that nobody has asked again, and why."""


@dataclass(frozen=True, slots=True)
class RedactContents(Command):
    """Remove the bytes of contents (SHA-256) for good: why, and under which rule. What was sealed stays."""

    contents: tuple[str, ...]
    reason: str
    rule: str


@dataclass(frozen=True, slots=True)
class Receive(Command):
    """Take in a letter: its bytes by their SHA-256, as received.

    ``words`` is the length of its text, ``language`` that of its text where it could be told. ``carrier`` is the
    SHA-256 of the message that brought it, with its ``sender`` and ``message_id``; ``reading`` the digest of the
    reading that was kept; ``unread`` says why there is none. ``kind``, ``authors``, ``relates_to`` (a case) and
    ``alarms`` (``doubt.write_alarm``) are what was proposed.
    """

    sha256: str
    name: str
    media_type: str
    received: str
    words: int
    channel: str = Channel.MAIL
    language: str = ""
    carrier: str = ""
    sender: str = ""
    message_id: str = ""
    reading: str = ""
    unread: str = ""
    kind: str = LetterKind.REPLY
    authors: tuple[str, ...] = ()
    relates_to: str = ""
    alarms: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ReceiveVersion(Receive):
    """Take in a new version of a reply; the earlier ones stay as they are."""


@dataclass(frozen=True, slots=True)
class ReceiveCopy(Receive):
    """Record that bytes already held came again."""


@dataclass(frozen=True, slots=True)
class Confirm(Command):
    """Say whose reply it is, of what date, in what language and to which resolutions.

    ``whole`` says that all its versions are of that State, where they were held for another's. ``refs`` are the units
    of ``version``, as ``reading`` has them, that are its words: they stay as they are under any later program.
    ``authors`` are all that sign, ``state`` the first of them; ``group`` and ``members`` on whose behalf. ``seen`` says
    what was found where its alarms were looked at.
    """

    state: str
    dated: str
    language: str
    addresses: tuple[str, ...]
    whole: bool = False
    version: int = 0
    refs: tuple[str, ...] | None = None
    reading: str = ""
    kind: str = LetterKind.REPLY
    authors: tuple[str, ...] = ()
    group: str = ""
    members: tuple[str, ...] = ()
    relates_to: str = ""
    seen: str = ""


@dataclass(frozen=True, slots=True)
class Correct(Confirm):
    """Set a confirmed reading right, with the reason."""

    reason: str = ""


@dataclass(frozen=True, slots=True)
class MarkProvisional(ReasonedCommand):
    """Record that the State calls its text provisional."""


@dataclass(frozen=True, slots=True)
class MakeFinal(ReasonedCommand):
    """Record that the State stands by a text it had called provisional."""


@dataclass(frozen=True, slots=True)
class Restrict(ReasonedCommand):
    """Mark a reply as restricted: it is held, and goes nowhere until the restriction is lifted."""


@dataclass(frozen=True, slots=True)
class LiftRestriction(ReasonedCommand):
    """Record that a restricted reply may be used again."""


@dataclass(frozen=True, slots=True)
class SendForTranslation(Command):
    """Send the version that counts to be translated."""

    languages: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TakeTranslation(Command):
    """Take a translation in, by the digest of its bytes, of the version it was made from.

    ``refs`` are the units of that document which are the reply's; ``None`` is all its text. ``letter`` is the case of
    the letter that brought it, where the mission sent it itself.
    """

    language: str
    digest: str
    version: int
    refs: tuple[str, ...] | None = None
    reading: str = ""
    letter: str = ""


@dataclass(frozen=True, slots=True)
class TakeSummary(Command):
    """Take in what stands in the report for a text that is over the limit, by the digest of its bytes.

    It is in the language of the reply. ``words`` is its length, ``limit`` what the policy allows (``None``: any);
    ``refs`` are its units, ``None`` all its text.
    """

    digest: str
    version: int
    words: int
    limit: int | None
    refs: tuple[str, ...] | None = None
    reading: str = ""


@dataclass(frozen=True, slots=True)
class RecordObjection(ReasonedCommand):
    """Record that the State does not want its full text on the web."""


@dataclass(frozen=True, slots=True)
class RecordConsent(ReasonedCommand):
    """Record that the State agrees to have its full text on the web."""


@dataclass(frozen=True, slots=True)
class Place(Command):
    """Say where the reply goes, as ``placing.place_reply`` worked it out, with its reason."""

    destination: str
    version: int
    on_web: bool
    reason: str


@dataclass(frozen=True, slots=True)
class Publish(Command):
    """Record where the reply was published: a symbol, or the address of a page.

    ``digest`` is the SHA-256 of the page that shows it, where one of its own was made.
    """

    where: str
    dated: date
    digest: str = ""


@dataclass(frozen=True, slots=True)
class Withdraw(ReasonedCommand):
    """Record that the State takes its reply back before it is published."""


@dataclass(frozen=True, slots=True)
class Recall(ReasonedCommand):
    """Record that the State takes back a reply that was published: it stays in print and is marked."""


@dataclass(frozen=True, slots=True)
class Reinstate(ReasonedCommand):
    """Record that a reply taken back stands again."""


@dataclass(frozen=True, slots=True)
class AddRemark(Command):
    """A remark of the desk, kept apart from the words of the State."""

    text: str
