"""The events of a letter folded into what it has come to, one function for each kind of event.

A version changes nothing of a reply until it is confirmed: what was confirmed before stays what counts. Events of the
first schema are folded as they were meant then: a further version in the same language counted at once.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from verbale.desk.cases import (
    Confirmation,
    Destination,
    Gate,
    Held,
    Publication,
    ReplyCase,
    ReplyStage,
    ReplyVersion,
    Translation,
    Waiver,
)
from verbale.desk.doubt import parse_alarm
from verbale.desk.events import Event, EventKind, Fact
from verbale.desk.letter_kinds import LetterKind
from verbale.desk.slotted_values import replace

Facts = Mapping[str, Fact]
Fold = Callable[[ReplyCase, Facts], ReplyCase]

_OPEN = (ReplyStage.UNREAD, ReplyStage.RECEIVED, ReplyStage.CONFIRMED, ReplyStage.PLACED)


def fold_of(event: Event) -> Fold:
    """What an event makes of a reply. Raises ``ValueError`` where it is no event of one."""
    if event.schema == 1 and event.kind in _FIRST_SCHEMA:
        return _FIRST_SCHEMA[event.kind]
    if event.kind not in _REPLY:
        raise ValueError(f"{event.kind} is no event of a reply")
    return _REPLY[event.kind]


def _received(case: ReplyCase, facts: Facts) -> ReplyCase:
    """What comes first opens the case; a further version waits, and moves only a letter that was unread till then."""
    version = ReplyVersion(
        number=len(case.versions) + 1,
        sha256=str(facts["sha256"]),
        name=str(facts["name"]),
        media_type=str(facts["media_type"]),
        received=str(facts["received"]),
        words=number_of(facts["words"]),
        channel=str(facts["channel"]),
        language=str(facts["language"]),
        carrier=str(facts["carrier"]),
        sender=str(facts["sender"]),
        message_id=str(facts["message_id"]),
        reading=str(facts["reading"]),
        unread=str(facts["unread"]),
        kind=LetterKind(str(facts["kind"]) or LetterKind.REPLY),
        authors=texts_of(facts["authors"]),
        relates_to=str(facts["relates_to"]),
        alarms=tuple(map(parse_alarm, texts_of(facts["alarms"]))),
    )
    stage = case.stage
    if stage in (ReplyStage.EXPECTED, ReplyStage.UNREAD):
        stage = ReplyStage.UNREAD if version.unread else ReplyStage.RECEIVED
    return replace(case, stage=stage, versions=(*case.versions, version))


def _received_first(case: ReplyCase, facts: Facts) -> ReplyCase:
    """In the first schema a further version in the same language counted at once; another one was confirmed anew."""
    before = case.confirmed.get(len(case.versions))
    case = _received(case, facts)
    version = case.current
    if before is None or version.language not in ("", before.language):
        stage = ReplyStage.RECEIVED
        confirmed = {} if before and version.language not in ("", before.language) else case.confirmed
        return replace(case, stage=stage, confirmed=confirmed, stated=before.authors if before else ())
    return replace(case, stage=ReplyStage.CONFIRMED, confirmed={**case.confirmed, version.number: before})


def _set_apart(case: ReplyCase, facts: Facts) -> ReplyCase:
    """The reply is as it was before the version came; without any it is no reply."""
    left = case.versions[:-1]
    if not left:
        return ReplyCase(case.id)
    kept = range(1, len(left) + 1)
    confirmed = {number: one for number, one in case.confirmed.items() if number in kept}
    translations = {code: one for code, one in case.translations.items() if one.version in kept}
    words = {number: held for number, held in case.words.items() if number in kept}
    if case.destination is None or case.placed_version > len(left):
        case = replace(case, stage=_stage_of(confirmed, left), destination=None, placed_version=0, on_web=False)
        case = replace(case, reason="")
    else:
        case = replace(case, stage=ReplyStage.PUBLISHED if case.published else ReplyStage.PLACED)
    if case.summarised > len(left):
        case = replace(case, summary=None, summarised=0)
    waivers = {gate: one for gate, one in case.waivers.items() if one.version in kept}
    looked_at = case.looked_at & frozenset(kept)
    case = replace(case, versions=left, confirmed=confirmed, translations=translations, words=words)
    return replace(case, waivers=waivers, looked_at=looked_at)


def _stage_of(confirmed: Mapping[int, Confirmation], versions: tuple[ReplyVersion, ...]) -> ReplyStage:
    """The stage of what is not placed."""
    if any(one.kind.is_answer for one in confirmed.values()):
        return ReplyStage.CONFIRMED
    return ReplyStage.UNREAD if all(one.unread for one in versions) else ReplyStage.RECEIVED


def _copied(case: ReplyCase, facts: Facts) -> ReplyCase:
    return replace(case, copies=case.copies + 1)


def _confirmed(case: ReplyCase, facts: Facts) -> ReplyCase:
    """A version is confirmed for itself. Without a number, as in the first schema, all of them are."""
    authors = texts_of(facts["authors"]) or (str(facts["state"]),)
    said = Confirmation(
        authors=authors,
        dated=str(facts["dated"]),
        language=str(facts["language"]),
        addresses=texts_of(facts["addresses"]),
        kind=LetterKind(str(facts["kind"]) or LetterKind.REPLY),
        group=str(facts["group"]),
        members=texts_of(facts["members"]),
        relates_to=str(facts["relates_to"]),
        by=str(facts["by"]),
    )
    number = number_of(facts["version"])
    numbers = [number] if number else [version.number for version in case.versions]
    # Versions of one reply are of the same authors: who is confirmed otherwise is so for all of them.
    others = {each: replace(one, authors=authors) for each, one in case.confirmed.items()}
    case = replace(case, confirmed={**others, **dict.fromkeys(numbers, said)})
    if facts["seen"]:
        case = replace(case, looked_at=case.looked_at | set(numbers))
    if said.kind.is_set_aside:
        case = replace(case, stage=ReplyStage.SET_ASIDE)
    elif said.kind.is_answer and (case.stage in _OPEN or (case.published and number != case.placed_version)):
        case = replace(case, stage=ReplyStage.CONFIRMED)
    if not number or not facts["reading"]:
        return case
    words = Held(case.versions[number - 1].sha256, refs_of(facts), str(facts["reading"]))
    return replace(case, words={**case.words, number: words})


def _unconfirmed(case: ReplyCase, facts: Facts) -> ReplyCase:
    """The version is as it came: nobody has said what it is."""
    number = number_of(facts["version"])
    confirmed = {each: one for each, one in case.confirmed.items() if each != number}
    words = {each: held for each, held in case.words.items() if each != number}
    looked_at = case.looked_at - {number}
    case = replace(case, confirmed=confirmed, words=words, looked_at=looked_at)
    if case.placed_version == number:
        case = replace(case, destination=None, placed_version=0, on_web=False, reason="")
        return replace(case, stage=_stage_of(confirmed, case.versions))
    if case.stage in (ReplyStage.CONFIRMED, ReplyStage.SET_ASIDE):
        return replace(case, stage=_stage_of(confirmed, case.versions), reason="")
    return case


def _waived(case: ReplyCase, facts: Facts) -> ReplyCase:
    gate = Gate(str(facts["gate"]))
    number, languages = number_of(facts["version"]), texts_of(facts["languages"])
    waiver = Waiver(gate, str(facts["allowed_by"]), str(facts["reason"]), number, languages)
    return replace(case, waivers={**case.waivers, gate: waiver})


def _waiver_undone(case: ReplyCase, facts: Facts) -> ReplyCase:
    waivers = {gate: one for gate, one in case.waivers.items() if gate != facts["gate"]}
    return replace(case, waivers=waivers)


def _taken_up(case: ReplyCase, facts: Facts) -> ReplyCase:
    return replace(case, stage=_stage_of(case.confirmed, case.versions), reason="")


def _read_otherwise(case: ReplyCase, facts: Facts) -> ReplyCase:
    """What was confirmed of a content is from now on as another reading has it."""
    content = str(facts["content"])
    words = {number: reread(held, facts) for number, held in case.words.items()}
    for version in case.versions:
        if version.sha256 == content and version.number not in words and facts["refs"] is not None:
            words[version.number] = Held(content, refs_of(facts), str(facts["reading"]))
    return replace(
        case,
        words=words,
        translations={
            code: replace(one, held=reread(one.held, facts) if one.held else None)
            for code, one in case.translations.items()
        },
        summary=reread(case.summary, facts) if case.summary else None,
    )


def _sent(case: ReplyCase, facts: Facts) -> ReplyCase:
    number = case.standing.number
    awaited = {language: Translation(language, number) for language in texts_of(facts["languages"])}
    return replace(case, translations={**case.translations, **awaited})


def _translated(case: ReplyCase, facts: Facts) -> ReplyCase:
    language = str(facts["language"])
    taken = Translation(language, number_of(facts["version"]), held_of(facts), str(facts["letter"]))
    return replace(case, translations={**case.translations, language: taken})


def _untranslated(case: ReplyCase, facts: Facts) -> ReplyCase:
    """The translation is awaited again, as it was before one came."""
    language = str(facts["language"])
    awaited = Translation(language, case.translations[language].version)
    return replace(case, translations={**case.translations, language: awaited})


def _summarised(case: ReplyCase, facts: Facts) -> ReplyCase:
    """What was translated of that version is its full text, and not the summary that is to stand in the report."""
    number = number_of(facts["version"])
    translations = {code: one for code, one in case.translations.items() if one.version != number}
    return replace(case, summary=held_of(facts), summarised=number, translations=translations)


def _placed(case: ReplyCase, facts: Facts) -> ReplyCase:
    return replace(
        case,
        stage=ReplyStage.PLACED,
        destination=Destination(str(facts["destination"])),
        placed_version=number_of(facts["version"]),
        on_web=bool(facts["on_web"]),
        reason=str(facts["reason"]),
    )


def _unplaced(case: ReplyCase) -> ReplyCase:
    """What a State says about the web is heard before its reply is published: it is placed anew."""
    return replace(case, stage=ReplyStage.CONFIRMED) if case.stage is ReplyStage.PLACED else case


def _published(case: ReplyCase, facts: Facts) -> ReplyCase:
    out = Publication(str(facts["where"]), str(facts["dated"]), str(facts["digest"]))
    return replace(case, stage=ReplyStage.PUBLISHED, published=(*case.published, out))


def _reinstated(case: ReplyCase, facts: Facts) -> ReplyCase:
    stage = ReplyStage.PUBLISHED if case.published else _stage_of(case.confirmed, case.versions)
    return replace(case, stage=stage, reason=str(facts["reason"]))


def _at(stage: ReplyStage) -> Fold:
    """The stage, with the reason for it."""
    return lambda case, facts: replace(case, stage=stage, reason=str(facts["reason"]))


_REPLY: Mapping[EventKind, Fold] = {
    EventKind.LETTER_RECEIVED: _received,
    EventKind.VERSION_RECEIVED: _received,
    EventKind.VERSION_SET_APART: _set_apart,
    EventKind.COPY_RECEIVED: _copied,
    EventKind.AUTHOR_STATED: lambda case, facts: replace(case, stated=texts_of(facts["authors"])),
    EventKind.LETTER_SET_ASIDE: _at(ReplyStage.SET_ASIDE),
    EventKind.LETTER_TAKEN_UP: _taken_up,
    EventKind.REPLY_CONFIRMED: _confirmed,
    EventKind.REPLY_CORRECTED: _confirmed,
    EventKind.CONFIRMATION_UNDONE: _unconfirmed,
    EventKind.ALARMS_LOOKED_AT: lambda case, facts: replace(
        case, looked_at=case.looked_at | {number_of(facts["version"])}
    ),
    EventKind.GATE_WAIVED: _waived,
    EventKind.WAIVER_UNDONE: _waiver_undone,
    EventKind.CASE_ASSIGNED: lambda case, facts: replace(case, assigned=str(facts["to"])),
    EventKind.REPLY_MARKED_PROVISIONAL: lambda case, facts: replace(case, provisional=True),
    EventKind.REPLY_MADE_FINAL: lambda case, facts: replace(case, provisional=False),
    EventKind.REPLY_RESTRICTED: lambda case, facts: replace(_unplaced(case), restricted=str(facts["reason"])),
    EventKind.RESTRICTION_LIFTED: lambda case, facts: replace(_unplaced(case), restricted=""),
    EventKind.READING_ADOPTED: _read_otherwise,
    EventKind.SENT_FOR_TRANSLATION: _sent,
    EventKind.TRANSLATION_TAKEN: _translated,
    EventKind.TRANSLATION_SET_ASIDE: _untranslated,
    EventKind.SUMMARY_TAKEN: _summarised,
    EventKind.SUMMARY_SET_ASIDE: lambda case, facts: replace(case, summary=None, summarised=0),
    EventKind.OBJECTION_RECORDED: lambda case, facts: replace(
        _unplaced(case), objection=str(facts["reason"]), consent=""
    ),
    EventKind.CONSENT_RECORDED: lambda case, facts: replace(
        _unplaced(case), consent=str(facts["reason"]), objection=""
    ),
    EventKind.REPLY_PLACED: _placed,
    EventKind.REPLY_PUBLISHED: _published,
    EventKind.REPLY_WITHDRAWN: _at(ReplyStage.WITHDRAWN),
    EventKind.REPLY_RECALLED: _at(ReplyStage.RECALLED),
    EventKind.REPLY_REINSTATED: _reinstated,
    EventKind.REMARK_ADDED: lambda case, facts: replace(case, remarks=(*case.remarks, str(facts["text"]))),
}
_FIRST_SCHEMA: Mapping[EventKind, Fold] = {
    EventKind.LETTER_RECEIVED: _received_first,
    EventKind.VERSION_RECEIVED: _received_first,
}


def held_of(facts: Facts) -> Held:
    """The units that an event names."""
    return Held(str(facts["digest"]), refs_of(facts), str(facts["reading"]))


def reread(held: Held, facts: Facts) -> Held:
    """The same units by another reading, where that is one of their document."""
    if held.digest != facts["content"]:
        return held
    refs = held.refs if facts["refs"] is None else refs_of(facts)
    return replace(held, reading=str(facts["reading"]), refs=refs)


def refs_of(facts: Facts) -> tuple[str, ...] | None:
    """The refs that an event names; ``None`` is all the text."""
    return None if facts["refs"] is None else texts_of(facts["refs"])


def texts_of(fact: Fact) -> tuple[str, ...]:
    """A fact that is a list of texts."""
    return fact if isinstance(fact, tuple) else ()


def number_of(fact: Fact) -> int:
    """A fact that is a number."""
    return fact if isinstance(fact, int) else 0
