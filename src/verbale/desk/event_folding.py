"""The events of a case folded into what it has come to, one function for each kind of event."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import date

from verbale.desk.cases import (
    CycleCase,
    CycleStage,
    Destination,
    Held,
    Publication,
    ReplyCase,
    ReplyStage,
    ReplyVersion,
    Section,
    Translation,
)
from verbale.desk.cycle import Extension
from verbale.desk.events import Event, EventKind, Fact


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


def _followed(stage: CycleStage, *told: str) -> Callable[[CycleCase, Mapping[str, Fact]], CycleCase]:
    """A step after the issue, with the facts that say how it came."""

    def fold(case: CycleCase, facts: Mapping[str, Fact]) -> CycleCase:
        words = ", ".join(str(facts[each]) for each in told if facts[each])
        return replace(case, stage=stage, followed=(*case.followed, (stage, words)))

    return fold


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
    return replace(
        case,
        stage=CycleStage.COMPILED,
        compiled=str(facts["digest"]),
        languages=_texts(facts["languages"]),
        report_dated=str(facts.get("dated", "")),
    )


def _submitted(case: CycleCase, facts: Mapping[str, Fact]) -> CycleCase:
    return replace(case, stage=CycleStage.SUBMITTED, words=_number(facts["words"]), waiver=str(facts["waiver"]))


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
    EventKind.REPORT_SUBMITTED: _submitted,
    EventKind.REPORT_ISSUED: _issued,
    EventKind.ADDENDUM_ISSUED: _issued,
    EventKind.CORRIGENDUM_ISSUED: _issued,
    EventKind.REPORT_REISSUED: _reissued,
    EventKind.REPORT_CONSIDERED: _followed(CycleStage.CONSIDERED, "organ", "dated"),
    EventKind.REPORT_NOTED: _followed(CycleStage.NOTED, "resolution", "paragraph"),
    EventKind.MANDATE_RENEWED: _followed(CycleStage.RENEWED, "resolution", "paragraph"),
    EventKind.MANDATE_LAPSED: _followed(CycleStage.LAPSED, "reason"),
}


def _received(case: ReplyCase, facts: Mapping[str, Fact]) -> ReplyCase:
    """A further version of a placed reply has to be placed anew, one in another language to be confirmed anew."""
    version = ReplyVersion(
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


def _unplaced(case: ReplyCase) -> ReplyCase:
    """What a State says about the web is heard before its reply is published: it is placed anew."""
    return replace(case, stage=ReplyStage.CONFIRMED) if case.stage is ReplyStage.PLACED else case


def _published(case: ReplyCase, facts: Mapping[str, Fact]) -> ReplyCase:
    out = Publication(str(facts["where"]), str(facts["dated"]), str(facts.get("digest", "")))
    return replace(case, stage=ReplyStage.PUBLISHED, published=(*case.published, out))


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
    EventKind.OBJECTION_RECORDED: lambda case, facts: replace(
        _unplaced(case), objection=str(facts["reason"]), consent=""
    ),
    EventKind.CONSENT_RECORDED: lambda case, facts: replace(
        _unplaced(case), consent=str(facts["reason"]), objection=""
    ),
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
