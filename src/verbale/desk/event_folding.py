"""The events of a case folded into what it has come to, one function for each kind of event."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date

from verbale.desk.cases import AddedAuthor, Compilation, CycleCase, CycleStage, LastEvent, ReplyCase, Section
from verbale.desk.cycle import Extension
from verbale.desk.event_facts import complete_facts
from verbale.desk.events import Event, EventKind, Fact
from verbale.desk.folding_replies import fold_of, held_of, number_of, reread, texts_of
from verbale.desk.slotted_values import replace


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
    after = fold_of(event)(case, {**complete_facts(event), "by": event.actor})
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
    programme = texts_of(facts["programme"])
    return replace(case, terms=str(facts["terms"]), terms_digest=str(facts["digest"]), programme=programme)


def _note_issued(case: CycleCase, facts: Mapping[str, Fact]) -> CycleCase:
    return replace(
        case, stage=CycleStage.CALLED, note_reference=str(facts["reference"]), note_dated=str(facts["dated"])
    )


def _reminded(case: CycleCase, facts: Mapping[str, Fact]) -> CycleCase:
    return replace(case, reminded=tuple(sorted({*case.reminded, *texts_of(facts["states"])})))


def _extended(case: CycleCase, facts: Mapping[str, Fact]) -> CycleCase:
    extension = Extension(date.fromisoformat(str(facts["until"])), str(facts["state"]))
    return replace(case, extensions=(*case.extensions, extension))


def _part_set(case: CycleCase, facts: Mapping[str, Fact]) -> CycleCase:
    place = (Section(str(facts["part"])), str(facts["language"]))
    return replace(case, parts={**case.parts, place: held_of(facts)})


def _part_set_aside(case: CycleCase, facts: Mapping[str, Fact]) -> CycleCase:
    place = (Section(str(facts["part"])), str(facts["language"]))
    return replace(case, parts={each: held for each, held in case.parts.items() if each != place})


def _compiled(case: CycleCase, facts: Mapping[str, Fact]) -> CycleCase:
    made = Compilation(
        digest=str(facts["digest"]),
        languages=texts_of(facts["languages"]),
        dated=str(facts["dated"]),
        rests_on=number_of(facts["rests_on"]),
        trees=_pairs(facts["trees"]),
        files=_pairs(facts["files"]),
    )
    return replace(case, stage=CycleStage.COMPILED, compilation=made)


def _submitted(case: CycleCase, facts: Mapping[str, Fact]) -> CycleCase:
    return replace(case, stage=CycleStage.SUBMITTED, words=number_of(facts["words"]), waiver=str(facts["waiver"]))


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
    return replace(case, redacted=case.redacted | set(texts_of(facts["contents"])))


def _author_added(case: CycleCase, facts: Mapping[str, Fact]) -> CycleCase:
    code = str(facts["code"])
    names = dict(one.split(" ", 1) for one in texts_of(facts["names"]))
    added = AddedAuthor(code, str(facts["kind"]), names)
    return replace(case, added_authors={**case.added_authors, code: added})


def _part_read(case: CycleCase, facts: Mapping[str, Fact]) -> CycleCase:
    return replace(case, parts={place: reread(held, facts) for place, held in case.parts.items()})


_CYCLE: Mapping[EventKind, Callable[[CycleCase, Mapping[str, Fact]], CycleCase]] = {
    EventKind.CYCLE_OPENED: _opened,
    EventKind.TERMS_CHANGED: _with_terms,
    EventKind.CONTENT_REDACTED: _redacted,
    EventKind.READING_ADOPTED: _part_read,
    EventKind.NOTE_ISSUED: _note_issued,
    EventKind.REMINDER_SENT: _reminded,
    EventKind.DEADLINE_EXTENDED: _extended,
    EventKind.PART_SET: _part_set,
    EventKind.PART_SET_ASIDE: _part_set_aside,
    EventKind.REPORT_COMPILED: _compiled,
    EventKind.REPORT_SUBMITTED: _submitted,
    EventKind.REPORT_RETURNED: lambda case, facts: replace(case, stage=CycleStage.COMPILED, words=0, waiver=""),
    EventKind.AUTHOR_ADDED: _author_added,
    EventKind.REPORT_ISSUED: _issued,
    EventKind.ADDENDUM_ISSUED: _issued,
    EventKind.CORRIGENDUM_ISSUED: _issued,
    EventKind.REPORT_REISSUED: _reissued,
    EventKind.REPORT_CONSIDERED: _followed(CycleStage.CONSIDERED, "organ", "dated"),
    EventKind.REPORT_NOTED: _followed(CycleStage.NOTED, "resolution", "paragraph"),
    EventKind.MANDATE_RENEWED: _followed(CycleStage.RENEWED, "resolution", "paragraph"),
    EventKind.MANDATE_LAPSED: _followed(CycleStage.LAPSED, "reason"),
}


def _pairs(fact: Fact) -> Mapping[str, str]:
    """What was written as a name and a digest with a space between them, by its name."""
    parted = (text.rpartition(" ") for text in texts_of(fact))
    return {name: digest for name, _, digest in parted}
