"""What a case has come to: a fold of its events, and nothing that is not in them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum

from verbale.desk.cycle import Extension
from verbale.desk.events import Event, EventKind, Fact

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
    """Units of a document that is held: the SHA-256 of its bytes, and their refs in order; ``None`` is all its text."""

    digest: str
    refs: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True)
class Version:
    """One text of a reply as received; never changed. ``received`` is ISO 8601 in UTC, ``words`` its length."""

    number: int
    sha256: str
    name: str
    media_type: str
    received: str
    words: int
    channel: str
    language: str = ""


@dataclass(frozen=True, slots=True)
class Translation:
    """A translation of one version into one language; ``held`` is ``None`` while it is awaited."""

    language: str
    version: int
    held: Held | None = None


@dataclass(frozen=True, slots=True)
class CycleCase:
    """The state of a cycle."""

    id: str = CYCLE
    stage: CycleStage = CycleStage.PLANNED
    opened: str = ""
    last_at: str = ""
    note_reference: str = ""
    note_dated: str = ""
    reminded: tuple[str, ...] = ()
    extensions: tuple[Extension, ...] = ()
    parts: Mapping[tuple[Section, str], Held] = field(default_factory=dict)
    compiled: str = ""
    languages: tuple[str, ...] = ()
    issued: tuple[tuple[str, str], ...] = ()
    """Symbols with their dates, the report first, then addenda, corrigenda and reissues as they came."""


@dataclass(frozen=True, slots=True)
class ReplyCase:
    """The state of a reply. The words of the State are in its versions, those of the desk in ``remarks``."""

    id: str
    stage: ReplyStage = ReplyStage.EXPECTED
    last_at: str = ""
    versions: tuple[Version, ...] = ()
    copies: int = 0
    state: str = ""
    dated: str = ""
    language: str = ""
    addresses: tuple[str, ...] = ()
    provisional: bool = False
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
    published: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()

    @property
    def current(self) -> Version:
        """The latest version. Raises ``IndexError`` where nothing was received."""
        return self.versions[-1]

    @property
    def in_summary(self) -> bool:
        """Whether a summary of the version that counts stands in the report, its full text on the web."""
        return self.on_web and self.summary is not None and self.summarised == self.standing.number

    @property
    def standing(self) -> Version:
        """The version that counts: the one placed, else the latest. Raises ``IndexError`` where there is none."""
        settled = self.stage in (ReplyStage.PLACED, ReplyStage.PUBLISHED, ReplyStage.RECALLED)
        return self.versions[self.placed_version - 1] if settled and self.placed_version else self.current


Case = CycleCase | ReplyCase


def fold_cycle(events: Iterable[Event]) -> CycleCase:
    """The cycle after all its events."""
    case = CycleCase()
    for event in events:
        case = replace(_CYCLE[event.kind](case, event.facts), last_at=event.at)
    return case


def fold_reply(case_id: str, events: Iterable[Event]) -> ReplyCase:
    """A reply after all its events."""
    case = ReplyCase(case_id)
    for event in events:
        case = replace(_REPLY[event.kind](case, event.facts), last_at=event.at)
    return case


def _moved(stage: CycleStage) -> Callable[[CycleCase, Mapping[str, Fact]], CycleCase]:
    return lambda case, facts: replace(case, stage=stage)


def _opened(case: CycleCase, facts: Mapping[str, Fact]) -> CycleCase:
    return replace(case, stage=CycleStage.DRAFTED, opened=str(facts["digest"]))


def _note_issued(case: CycleCase, facts: Mapping[str, Fact]) -> CycleCase:
    return replace(
        case, stage=CycleStage.CALLED, note_reference=str(facts["reference"]), note_dated=str(facts["dated"])
    )


def _reminded(case: CycleCase, facts: Mapping[str, Fact]) -> CycleCase:
    return replace(case, reminded=tuple(sorted({*case.reminded, *_texts(facts["states"])})))


def _extended(case: CycleCase, facts: Mapping[str, Fact]) -> CycleCase:
    extension = Extension(date.fromisoformat(str(facts["until"])), str(facts["state"]))
    return replace(case, extensions=(*case.extensions, extension))


def _part_set(case: CycleCase, facts: Mapping[str, Fact]) -> CycleCase:
    place = (Section(str(facts["part"])), str(facts["language"]))
    return replace(case, parts={**case.parts, place: _held(facts)})


def _compiled(case: CycleCase, facts: Mapping[str, Fact]) -> CycleCase:
    return replace(case, stage=CycleStage.COMPILED, compiled=str(facts["digest"]), languages=_texts(facts["languages"]))


def _issued(case: CycleCase, facts: Mapping[str, Fact]) -> CycleCase:
    issued = (*case.issued, (str(facts["symbol"]), str(facts["dated"])))
    return replace(case, stage=_later(case.stage, CycleStage.ISSUED), issued=issued)


def _reissued(case: CycleCase, facts: Mapping[str, Fact]) -> CycleCase:
    symbol = case.issued[0][0]
    return replace(case, issued=(*case.issued, (f"{symbol}*", str(facts["dated"]))))


def _later(one: CycleStage, two: CycleStage) -> CycleStage:
    order = list(CycleStage)
    return max(one, two, key=order.index)


_CYCLE: Mapping[EventKind, Callable[[CycleCase, Mapping[str, Fact]], CycleCase]] = {
    EventKind.CYCLE_OPENED: _opened,
    EventKind.NOTE_ISSUED: _note_issued,
    EventKind.REMINDER_SENT: _reminded,
    EventKind.DEADLINE_EXTENDED: _extended,
    EventKind.PART_SET: _part_set,
    EventKind.REPORT_COMPILED: _compiled,
    EventKind.REPORT_SUBMITTED: _moved(CycleStage.SUBMITTED),
    EventKind.REPORT_ISSUED: _issued,
    EventKind.ADDENDUM_ISSUED: _issued,
    EventKind.CORRIGENDUM_ISSUED: _issued,
    EventKind.REPORT_REISSUED: _reissued,
    EventKind.REPORT_CONSIDERED: _moved(CycleStage.CONSIDERED),
    EventKind.REPORT_NOTED: _moved(CycleStage.NOTED),
    EventKind.MANDATE_RENEWED: _moved(CycleStage.RENEWED),
    EventKind.MANDATE_LAPSED: _moved(CycleStage.LAPSED),
}


def _received(case: ReplyCase, facts: Mapping[str, Fact]) -> ReplyCase:
    """A further version of a placed reply has to be placed anew, one in another language to be confirmed anew."""
    version = Version(
        number=len(case.versions) + 1,
        sha256=str(facts["sha256"]),
        name=str(facts["name"]),
        media_type=str(facts["media_type"]),
        received=str(facts["received"]),
        words=_number(facts["words"]),
        channel=str(facts["channel"]),
        language=str(facts["language"]),
    )
    known = case.state and version.language in ("", case.language)
    stage = ReplyStage.CONFIRMED if known else ReplyStage.RECEIVED
    return replace(case, stage=stage, versions=(*case.versions, version))


def _set_apart(case: ReplyCase, facts: Mapping[str, Fact]) -> ReplyCase:
    """The reply is as it was before the version came; without any it is no reply."""
    left = case.versions[:-1]
    if not left:
        return ReplyCase(case.id)
    translations = {code: one for code, one in case.translations.items() if one.version <= len(left)}
    if case.destination is None or case.placed_version > len(left):
        stage = ReplyStage.CONFIRMED if case.state else ReplyStage.RECEIVED
        case = replace(case, stage=stage, destination=None, placed_version=0, on_web=False, reason="")
    else:
        case = replace(case, stage=ReplyStage.PUBLISHED if case.published else ReplyStage.PLACED)
    if case.summarised > len(left):
        case = replace(case, summary=None, summarised=0)
    return replace(case, versions=left, translations=translations)


def _copied(case: ReplyCase, facts: Mapping[str, Fact]) -> ReplyCase:
    return replace(case, copies=case.copies + 1)


def _confirmed(case: ReplyCase, facts: Mapping[str, Fact]) -> ReplyCase:
    return replace(
        case,
        stage=ReplyStage.CONFIRMED,
        state=str(facts["state"]),
        dated=str(facts["dated"]),
        language=str(facts["language"]),
        addresses=_texts(facts["addresses"]),
    )


def _sent(case: ReplyCase, facts: Mapping[str, Fact]) -> ReplyCase:
    number = case.standing.number
    awaited = {language: Translation(language, number) for language in _texts(facts["languages"])}
    return replace(case, translations={**case.translations, **awaited})


def _translated(case: ReplyCase, facts: Mapping[str, Fact]) -> ReplyCase:
    language = str(facts["language"])
    taken = Translation(language, _number(facts["version"]), _held(facts))
    return replace(case, translations={**case.translations, language: taken})


def _summarised(case: ReplyCase, facts: Mapping[str, Fact]) -> ReplyCase:
    """What was translated of that version is its full text, and not the summary that is to stand in the report."""
    number = _number(facts["version"])
    translations = {code: one for code, one in case.translations.items() if one.version != number}
    return replace(case, summary=_held(facts), summarised=number, translations=translations)


def _placed(case: ReplyCase, facts: Mapping[str, Fact]) -> ReplyCase:
    return replace(
        case,
        stage=ReplyStage.PLACED,
        destination=Destination(str(facts["destination"])),
        placed_version=_number(facts["version"]),
        on_web=bool(facts["on_web"]),
        reason=str(facts["reason"]),
    )


def _published(case: ReplyCase, facts: Mapping[str, Fact]) -> ReplyCase:
    return replace(case, stage=ReplyStage.PUBLISHED, published=(*case.published, str(facts["where"])))


def _reinstated(case: ReplyCase, facts: Mapping[str, Fact]) -> ReplyCase:
    stage = ReplyStage.PUBLISHED if case.published else ReplyStage.CONFIRMED
    return replace(case, stage=stage, reason=str(facts["reason"]))


_REPLY: Mapping[EventKind, Callable[[ReplyCase, Mapping[str, Fact]], ReplyCase]] = {
    EventKind.LETTER_RECEIVED: _received,
    EventKind.VERSION_RECEIVED: _received,
    EventKind.VERSION_SET_APART: _set_apart,
    EventKind.COPY_RECEIVED: _copied,
    EventKind.REPLY_CONFIRMED: _confirmed,
    EventKind.REPLY_CORRECTED: _confirmed,
    EventKind.REPLY_MARKED_PROVISIONAL: lambda case, facts: replace(case, provisional=True),
    EventKind.REPLY_MADE_FINAL: lambda case, facts: replace(case, provisional=False),
    EventKind.SENT_FOR_TRANSLATION: _sent,
    EventKind.TRANSLATION_TAKEN: _translated,
    EventKind.SUMMARY_TAKEN: _summarised,
    EventKind.OBJECTION_RECORDED: lambda case, facts: replace(case, objection=str(facts["reason"]), consent=""),
    EventKind.CONSENT_RECORDED: lambda case, facts: replace(case, consent=str(facts["reason"]), objection=""),
    EventKind.REPLY_PLACED: _placed,
    EventKind.REPLY_PUBLISHED: _published,
    EventKind.REPLY_WITHDRAWN: lambda case, facts: replace(
        case, stage=ReplyStage.WITHDRAWN, reason=str(facts["reason"])
    ),
    EventKind.REPLY_RECALLED: lambda case, facts: replace(case, stage=ReplyStage.RECALLED, reason=str(facts["reason"])),
    EventKind.REPLY_REINSTATED: _reinstated,
    EventKind.REMARK_ADDED: lambda case, facts: replace(case, remarks=(*case.remarks, str(facts["text"]))),
}


def _held(facts: Mapping[str, Fact]) -> Held:
    return Held(str(facts["digest"]), None if facts["refs"] is None else _texts(facts["refs"]))


def _texts(fact: Fact) -> tuple[str, ...]:
    return fact if isinstance(fact, tuple) else ()


def _number(fact: Fact) -> int:
    return fact if isinstance(fact, int) else 0
