"""What a case has come to: what ``folding`` makes of its events, and nothing that is not in them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields
from enum import StrEnum
from functools import cache
from operator import attrgetter
from typing import Any, TypeVar

from verbale.desk.cycle import Extension

Value = TypeVar("Value")
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
    """The steps of a reply. ``EXPECTED`` is before anything came."""

    EXPECTED = "expected"
    RECEIVED = "received"
    CONFIRMED = "confirmed"
    PLACED = "placed"
    PUBLISHED = "published"
    WITHDRAWN = "withdrawn"
    RECALLED = "recalled"


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
    digest of its reading when it came.
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
    """A translation of one version into one language; ``held`` is ``None`` while it is awaited."""

    language: str
    version: int
    held: Held | None = None


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
    copies: int = 0
    state: str = ""
    dated: str = ""
    language: str = ""
    addresses: tuple[str, ...] = ()
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
    def stands(self) -> bool:
        """Whether the State has not taken it back."""
        return self.stage not in (ReplyStage.WITHDRAWN, ReplyStage.RECALLED)

    def translation_into(self, language: str) -> Held | None:
        """The translation into a language of the version that counts; ``None`` where it is lacking or awaited."""
        one = self.translations.get(language)
        return one.held if one and one.version == self.standing.number else None

    @property
    def in_summary(self) -> bool:
        """Whether a summary of the version that counts stands in the report, its full text on the web."""
        return self.on_web and self.summary is not None and self.summarised == self.standing.number

    @property
    def standing(self) -> ReplyVersion:
        """The version that counts: the one placed, else the latest. Raises ``IndexError`` where there is none."""
        settled = self.stage in (ReplyStage.PLACED, ReplyStage.PUBLISHED, ReplyStage.RECALLED)
        return self.versions[self.placed_version - 1] if settled and self.placed_version else self.current


Case = CycleCase | ReplyCase


def replace(value: Value, /, **changes: object) -> Value:
    """A slotted value with some of its fields changed, as ``dataclasses.replace`` makes it.

    A case is folded of tens of thousands of events, each of which changes two or three of its fields: this takes a
    fifth of the time. Raises ``TypeError`` where there is no such field.
    """
    kind = type(value)
    setters, get = _slots(kind)  # type: ignore[arg-type]
    if not changes.keys() <= setters.keys():
        raise TypeError(f"{kind.__name__} has no field {', '.join(sorted(changes.keys() - setters.keys()))}")
    made = object.__new__(kind)
    for setter, held in zip(setters.values(), get(value), strict=True):
        setter(made, held)
    for name, changed in changes.items():
        setters[name](made, changed)
    return made


@cache
def _slots(kind: Any) -> tuple[Mapping[str, Callable[[Any, Any], None]], Callable[[Any], Any]]:  # noqa: ANN401
    """How each field of a value is set where nothing else may, by its name, and how all of them are got."""
    names = [each.name for each in fields(kind)]
    return {name: getattr(kind, name).__set__ for name in names}, attrgetter(*names)
