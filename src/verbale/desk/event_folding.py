"""The events of a case folded into what it has come to, one function for each kind of event."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date

from verbale.desk.cases import (
    Compilation,
    CycleCase,
    CycleStage,
    Destination,
    Held,
    LastEvent,
    Publication,
    ReplyCase,
    ReplyStage,
    ReplyVersion,
    Section,
    Translation,
    replace,
)
from verbale.desk.cycle import Extension
from verbale.desk.event_facts import complete_facts
from verbale.desk.events import Event, EventKind, Fact


def fold_cycle(events: Iterable[Event]) -> CycleCase:
    """The cycle after all its events."""
    case = CycleCase()
    for event in events:
        case = apply_to_cycle(case, event)
    return case


def fold_reply(case_id: str, events: Iterable[Event]) -> ReplyCase:
    """A reply after all its events."""
    case = ReplyCase(case_id)
    for event in events:
        case = apply_to_reply(case, event)
    return case


def apply_to_cycle(case: CycleCase, event: Event) -> CycleCase:
    """The cycle after one more event. Raises ``ValueError`` where the event's facts are none that it can have."""
    if event.kind not in _CYCLE:
        raise ValueError(f"{event.kind} is no event of a cycle")
    after = _CYCLE[event.kind](case, complete_facts(event))
    return replace(after, last=LastEvent(event.at, event.actor, event.kind), version=case.version + 1)


def apply_to_reply(case: ReplyCase, event: Event) -> ReplyCase:
    """A reply after one more event. Raises ``ValueError`` where the event's facts are none that it can have."""
    if event.kind not in _REPLY:
        raise ValueError(f"{event.kind} is no event of a reply")
    after = _REPLY[event.kind](case, complete_facts(event))
    return replace(after, last=LastEvent(event.at, event.actor, event.kind), version=case.version + 1)


def _followed(stage: CycleStage, *names: str) -> Callable[[CycleCase, Mapping[str, Fact]], CycleCase]:
    """A step after the issue, with the facts that say how it came."""

    def fold(case: CycleCase, facts: Mapping[str, Fact]) -> CycleCase:
        words = ", ".join(str(facts[each]) for each in names if facts[each])
        return replace(case, stage=stage, followed=(*case.followed, (stage, words)))

    return fold


def _opened(case: CycleCase, facts: Mapping[str, Fact]) -> CycleCase:
    return replace(_with_terms(case, facts), stage=CycleStage.DRAFTED)


def _with_terms(case: CycleCase, facts: Mapping[str, Fact]) -> CycleCase:
    programme = _texts(facts["programme"])
    return replace(case, terms=str(facts["terms"]), terms_digest=str(facts["digest"]), programme=programme)


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
    made = Compilation(
        digest=str(facts["digest"]),
        languages=_texts(facts["languages"]),
        dated=str(facts["dated"]),
        rests_on=_number(facts["rests_on"]),
        trees=_pairs(facts["trees"]),
        files=_pairs(facts["files"]),
    )
    return replace(case, stage=CycleStage.COMPILED, compilation=made)


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


def _redacted(case: CycleCase, facts: Mapping[str, Fact]) -> CycleCase:
    return replace(case, redacted=case.redacted | set(_texts(facts["contents"])))


def _part_read(case: CycleCase, facts: Mapping[str, Fact]) -> CycleCase:
    return replace(case, parts={place: _reread(held, facts) for place, held in case.parts.items()})


_CYCLE: Mapping[EventKind, Callable[[CycleCase, Mapping[str, Fact]], CycleCase]] = {
    EventKind.CYCLE_OPENED: _opened,
    EventKind.TERMS_CHANGED: _with_terms,
    EventKind.CONTENT_REDACTED: _redacted,
    EventKind.READING_ADOPTED: _part_read,
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
        carrier=str(facts["carrier"]),
        sender=str(facts["sender"]),
        message_id=str(facts["message_id"]),
        reading=str(facts["reading"]),
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
    words = {number: held for number, held in case.words.items() if number <= len(left)}
    if case.destination is None or case.placed_version > len(left):
        stage = ReplyStage.CONFIRMED if case.state else ReplyStage.RECEIVED
        case = replace(case, stage=stage, destination=None, placed_version=0, on_web=False, reason="")
    else:
        case = replace(case, stage=ReplyStage.PUBLISHED if case.published else ReplyStage.PLACED)
    if case.summarised > len(left):
        case = replace(case, summary=None, summarised=0)
    return replace(case, versions=left, translations=translations, words=words)


def _copied(case: ReplyCase, facts: Mapping[str, Fact]) -> ReplyCase:
    return replace(case, copies=case.copies + 1)


def _confirmed(case: ReplyCase, facts: Mapping[str, Fact]) -> ReplyCase:
    confirmed = replace(
        case,
        stage=ReplyStage.CONFIRMED,
        state=str(facts["state"]),
        dated=str(facts["dated"]),
        language=str(facts["language"]),
        addresses=_texts(facts["addresses"]),
    )
    number = _number(facts["version"])
    if not number or not facts["reading"]:
        return confirmed
    words = Held(case.versions[number - 1].sha256, _refs(facts), str(facts["reading"]))
    return replace(confirmed, words={**case.words, number: words})


def _read_otherwise(case: ReplyCase, facts: Mapping[str, Fact]) -> ReplyCase:
    """What was confirmed of a content is from now on as another reading has it."""
    content = str(facts["content"])
    words = {number: _reread(held, facts) for number, held in case.words.items()}
    for version in case.versions:
        if version.sha256 == content and version.number not in words and facts["refs"] is not None:
            words[version.number] = Held(content, _refs(facts), str(facts["reading"]))
    return replace(
        case,
        words=words,
        translations={
            code: replace(one, held=_reread(one.held, facts) if one.held else None)
            for code, one in case.translations.items()
        },
        summary=_reread(case.summary, facts) if case.summary else None,
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
    out = Publication(str(facts["where"]), str(facts["dated"]), str(facts["digest"]))
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
    EventKind.REPLY_RESTRICTED: lambda case, facts: replace(_unplaced(case), restricted=str(facts["reason"])),
    EventKind.RESTRICTION_LIFTED: lambda case, facts: replace(_unplaced(case), restricted=""),
    EventKind.READING_ADOPTED: _read_otherwise,
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
    return Held(str(facts["digest"]), _refs(facts), str(facts["reading"]))


def _reread(held: Held, facts: Mapping[str, Fact]) -> Held:
    """The same units by another reading, where that is one of their document."""
    if held.digest != facts["content"]:
        return held
    refs = held.refs if facts["refs"] is None else _refs(facts)
    return replace(held, reading=str(facts["reading"]), refs=refs)


def _refs(facts: Mapping[str, Fact]) -> tuple[str, ...] | None:
    return None if facts["refs"] is None else _texts(facts["refs"])


def _pairs(fact: Fact) -> Mapping[str, str]:
    """What was written as a name and a digest with a space between them, by its name."""
    parted = (text.rpartition(" ") for text in _texts(fact))
    return {name: digest for name, _, digest in parted}


def _texts(fact: Fact) -> tuple[str, ...]:
    return fact if isinstance(fact, tuple) else ()


def _number(fact: Fact) -> int:
    return fact if isinstance(fact, int) else 0
