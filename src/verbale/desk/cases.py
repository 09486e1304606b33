"""What a case has come to: what ``folding`` makes of its events, and nothing that is not in them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from verbale.desk.cycle import Extension
from verbale.desk.doubt import Alarm, AlarmKind
from verbale.desk.letter_kinds import LetterKind

CYCLE = "cycle"
"""The id of the one case that is the cycle itself; every other case is a reply."""


class CycleStage(StrEnum):
    """The steps of a cycle, from the mandate to the mandate's renewal. ``PLANNED`` is before it is opened."""

    PLANNED = "planned"
    DRAFTED = "drafted"
    CALLED = "called"
    COMPILED = "compiled"
    SUBMITTED = "submitted"
    ISSUED = "issued"
    CONSIDERED = "considered"
    NOTED = "noted"
    RENEWED = "renewed"
    LAPSED = "lapsed"


class ReplyStage(StrEnum):
    """The steps of a letter. ``EXPECTED`` is before anything came, ``UNREAD`` what came and cannot be read.

    ``SET_ASIDE`` is a letter that goes nowhere itself: a withdrawal, a translation, a request for more time.
    """

    EXPECTED = "expected"
    UNREAD = "unread"
    RECEIVED = "received"
    CONFIRMED = "confirmed"
    PLACED = "placed"
    PUBLISHED = "published"
    WITHDRAWN = "withdrawn"
    RECALLED = "recalled"
    SET_ASIDE = "set-aside"


Stage = CycleStage | ReplyStage


class Destination(StrEnum):
    """Where a reply goes."""

    REPORT = "report"
    ADDENDUM = "addendum"
    WEB = "web"
    WITHHELD = "withheld"


class Section(StrEnum):
    """The parts of a report that are settled each on its own; the replies are cases."""

    FRONT = "front"
    INTRODUCTION = "introduction"
    OBSERVATIONS = "observations"
    REPLIES_OPENING = "replies-opening"
    CLOSING = "closing"
    NOTES = "notes"


@dataclass(frozen=True, slots=True)
class Held:
    """Units of a document that is held: the SHA-256 of its bytes, and their refs in order; ``None`` is all its text.

    ``reading`` is the digest of the reading that the refs are those of; it is empty where none was kept.
    """

    digest: str
    refs: tuple[str, ...] | None = None
    reading: str = ""


@dataclass(frozen=True, slots=True)
class ReplyVersion:
    """One text of a reply as received; never changed. ``received`` is ISO 8601 in UTC, ``words`` its length.

    ``carrier`` is the SHA-256 of the message that brought it, with its ``sender`` and ``message_id``; ``reading`` the
    digest of its reading when it came; where it could not be read, ``unread`` says why.

    ``kind``, ``authors`` and ``relates_to`` (a case) are what was proposed when it came, ``alarms`` what was in doubt.
    """

    number: int
    sha256: str
    name: str
    media_type: str
    received: str
    words: int
    channel: str
    language: str = ""
    carrier: str = ""
    sender: str = ""
    message_id: str = ""
    reading: str = ""
    unread: str = ""
    kind: LetterKind = LetterKind.REPLY
    authors: tuple[str, ...] = ()
    relates_to: str = ""
    alarms: tuple[Alarm, ...] = ()


@dataclass(frozen=True, slots=True)
class Confirmation:
    """What a version was confirmed to be, and by whom.

    ``authors`` are States (ISO 3166 alpha-3) and organisations (their codes) in the order in which they sign; ``group``
    is the name of a group on whose behalf the first of them speaks, ``members`` those of the group that are named.
    ``relates_to`` is the case of the reply that a withdrawal, a translation or a supplement is about.
    """

    authors: tuple[str, ...]
    dated: str
    language: str
    addresses: tuple[str, ...]
    kind: LetterKind = LetterKind.REPLY
    group: str = ""
    members: tuple[str, ...] = ()
    relates_to: str = ""
    by: str = ""


class Gate(StrEnum):
    """What keeps a report from being handed in, for one letter."""

    UNREAD = "unread"
    UNCONFIRMED = "unconfirmed"
    ALARMS = "alarms"
    TRANSLATION = "translation"
    LENGTH = "length"


@dataclass(frozen=True, slots=True)
class Waiver:
    """Leave to go on in spite of a gate: who allowed it, why, and for which version (and languages) of the letter."""

    gate: Gate
    allowed_by: str
    reason: str
    version: int
    languages: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class AddedAuthor:
    """An author that a desk added to the tables: its code, what it is, and its names by language."""

    code: str
    kind: str
    names: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class LastEvent:
    """What happened last in a case: when (ISO 8601 in UTC), who did it, and what."""

    at: str = ""
    by: str = ""
    kind: str = ""

    def __str__(self) -> str:
        return f"{self.kind} by {self.by} at {self.at}" if self.at else ""


@dataclass(frozen=True, slots=True)
class Compilation:
    """A report as it was compiled: the digest of its texts, its languages and date (ISO 8601).

    ``rests_on`` is the number of the last entry that it was made with, ``trees`` the digest of the kept tree by
    language, ``files`` the SHA-256 by name of what was written.
    """

    digest: str
    languages: tuple[str, ...]
    dated: str = ""
    rests_on: int = 0
    trees: Mapping[str, str] = field(default_factory=dict)
    files: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Translation:
    """A translation of one version into one language; ``held`` is ``None`` while it is awaited.

    ``letter`` is the case of the letter that brought it, where the mission sent it itself.
    """

    language: str
    version: int
    held: Held | None = None
    letter: str = ""


@dataclass(frozen=True, slots=True)
class Publication:
    """Where a reply came out (a symbol, or the address of a page), on what day, and the SHA-256 of its own page."""

    where: str
    dated: str
    digest: str = ""


@dataclass(frozen=True, slots=True)
class CycleCase:
    """The state of a cycle. ``version`` is the number of its events."""

    id: str = CYCLE
    stage: CycleStage = CycleStage.PLANNED
    terms: str = ""
    """The text of the terms in force; empty where only their digest was kept."""
    terms_digest: str = ""
    programme: tuple[str, ...] = ()
    """The files of the programme that is kept with the terms; empty where it is one of the package."""
    last: LastEvent = LastEvent()
    version: int = 0
    note_reference: str = ""
    note_dated: str = ""
    reminded: tuple[str, ...] = ()
    extensions: tuple[Extension, ...] = ()
    parts: Mapping[tuple[Section, str], Held] = field(default_factory=dict)
    compilation: Compilation | None = None
    redacted: frozenset[str] = frozenset()
    """The SHA-256 of the contents whose bytes were removed."""
    words: int = 0
    """Of the report as it was submitted."""
    waiver: str = ""
    issued: tuple[tuple[str, str], ...] = ()
    """Symbols with their dates, the report first, then addenda, corrigenda and reissues as they came."""
    added_authors: Mapping[str, AddedAuthor] = field(default_factory=dict)
    followed: tuple[tuple[CycleStage, str], ...] = ()
    """What became of it: considered, noted, renewed or lapsed, each with the organ, resolution or reason."""

    @property
    def is_settled(self) -> bool:
        """Whether the report is out of the desk's hands: nothing can go into it any more."""
        return self.stage not in (CycleStage.PLANNED, CycleStage.DRAFTED, CycleStage.CALLED, CycleStage.COMPILED)


@dataclass(frozen=True, slots=True)
class ReplyCase:
    """The state of a reply. The words of the State are in its versions, those of the desk in ``remarks``.

    ``version`` is the number of its events.
    """

    id: str
    stage: ReplyStage = ReplyStage.EXPECTED
    last: LastEvent = LastEvent()
    version: int = 0
    versions: tuple[ReplyVersion, ...] = ()
    words: Mapping[int, Held] = field(default_factory=dict)
    """What was confirmed to be the State's words, by the number of the version."""
    confirmed: Mapping[int, Confirmation] = field(default_factory=dict)
    """What each version was confirmed to be, by its number."""
    stated: tuple[str, ...] = ()
    """The authors of a letter that cannot be read, as a person stated them."""
    looked_at: frozenset[int] = frozenset()
    """The versions whose alarms were looked at."""
    waivers: Mapping[Gate, Waiver] = field(default_factory=dict)
    assigned: str = ""
    """Who is to deal with it."""
    copies: int = 0
    provisional: bool = False
    restricted: str = ""
    """Why the reply is restricted; empty where it is not."""
    objection: str = ""
    consent: str = ""
    translations: Mapping[str, Translation] = field(default_factory=dict)
    summary: Held | None = None
    summarised: int = 0
    """The version that the summary was made from."""
    destination: Destination | None = None
    placed_version: int = 0
    on_web: bool = False
    reason: str = ""
    published: tuple[Publication, ...] = ()
    remarks: tuple[str, ...] = ()

    @property
    def current(self) -> ReplyVersion:
        """The latest version. Raises ``IndexError`` where nothing was received."""
        return self.versions[-1]

    @property
    def answering(self) -> tuple[ReplyVersion, ...]:
        """The versions that were confirmed as an answer; copies of the signed original are none of them."""
        return tuple(one for one in self.versions if one.number in self.confirmed and self.kind_of(one).is_answer)

    @property
    def pending(self) -> tuple[ReplyVersion, ...]:
        """The versions that nobody has confirmed yet; none of a letter that was set aside."""
        if self.stage is ReplyStage.SET_ASIDE:
            return ()
        return tuple(one for one in self.versions if one.number not in self.confirmed)

    @property
    def standing(self) -> ReplyVersion:
        """The version that counts: the one placed, else the latest that is confirmed, else the latest.

        Raises ``IndexError`` where nothing was received.
        """
        settled = self.stage in (ReplyStage.PLACED, ReplyStage.PUBLISHED, ReplyStage.RECALLED)
        if settled and self.placed_version:
            return self.versions[self.placed_version - 1]
        return (self.answering or self.versions)[-1]

    @property
    def confirmation(self) -> Confirmation | None:
        """What the version that counts was confirmed to be."""
        return self.confirmed.get(self.standing.number) if self.versions else None

    def kind_of(self, version: ReplyVersion) -> LetterKind:
        """What a version was confirmed to be, else what was proposed."""
        said = self.confirmed.get(version.number)
        return said.kind if said else version.kind

    @property
    def kind(self) -> LetterKind:
        """What the letter is."""
        return self.kind_of(self.standing) if self.versions else LetterKind.REPLY

    @property
    def authors(self) -> tuple[str, ...]:
        """Whose letter it is, as confirmed or stated; empty before that."""
        return self.confirmation.authors if self.confirmation else self.stated

    @property
    def state(self) -> str:
        """The first of its authors; empty where none was confirmed."""
        return self.authors[0] if self.authors else ""

    @property
    def dated(self) -> str:
        """The day of the version that counts, ISO 8601."""
        return self.confirmation.dated if self.confirmation else ""

    @property
    def language(self) -> str:
        """The language of the version that counts."""
        return self.confirmation.language if self.confirmation else ""

    @property
    def addresses(self) -> tuple[str, ...]:
        """The resolutions that the version that counts answers."""
        return self.confirmation.addresses if self.confirmation else ()

    @property
    def group(self) -> str:
        """The group on whose behalf it speaks; empty for none."""
        return self.confirmation.group if self.confirmation else ""

    @property
    def stands(self) -> bool:
        """Whether it is somebody's letter of its own that was not taken back."""
        return self.stage not in (ReplyStage.WITHDRAWN, ReplyStage.RECALLED, ReplyStage.SET_ASIDE)

    @property
    def is_answered(self) -> bool:
        """Whether its authors have replied by it."""
        return bool(self.authors) and self.stands and (self.stage is ReplyStage.UNREAD or self.kind.is_answer)

    def open_alarms(self, version: ReplyVersion) -> tuple[Alarm, ...]:
        """What is in doubt of a version and was not settled: who and what it is until it is confirmed, its words and
        what came with it until somebody has looked."""
        known = version.number in self.confirmed or self.stage is ReplyStage.SET_ASIDE
        seen = version.number in self.looked_at or self.stage is ReplyStage.SET_ASIDE
        return tuple(one for one in version.alarms if not (known if one.kind is AlarmKind.IDENTITY else known and seen))

    def translation_into(self, language: str) -> Held | None:
        """The translation into a language of the version that counts; ``None`` where it is lacking or awaited."""
        one = self.translations.get(language)
        return one.held if one and one.version == self.standing.number else None

    @property
    def in_summary(self) -> bool:
        """Whether a summary of the version that counts stands in the report, its full text on the web."""
        return self.on_web and self.summary is not None and self.summarised == self.standing.number


Case = CycleCase | ReplyCase
