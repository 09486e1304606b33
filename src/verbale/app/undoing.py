"""Acts that are taken back by a later act, with the reason: nothing is erased, and what happened stays in the chain."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from typing import Any, cast

from verbale.app.cycles import CycleFolder
from verbale.app.gates import undo_waiver
from verbale.desk import casework as w
from verbale.desk import commands as c
from verbale.desk.cases import CYCLE, Case, ReplyCase, ReplyStage, Section
from verbale.desk.commands import Actor, Command
from verbale.desk.deciding import When
from verbale.desk.event_facts import complete_facts
from verbale.desk.events import Event, EventKind, Fact
from verbale.desk.letter_kinds import LetterKind
from verbale.desk.transitions import TRANSITIONS
from verbale.errors import Refused
from verbale.model.language import Language

Facts = Mapping[str, Fact]


def undo_confirmation(folder: CycleFolder, case: str, reason: str, actor: Actor, now: When) -> ReplyCase:
    """Take back what the latest confirmed version was said to be, with all that it did to another reply.

    A withdrawal that was none leaves the reply standing again, a translation that was none is awaited again.
    """
    reply = folder.get_reply(case)
    number = max(reply.confirmed, default=0)
    if not number:
        raise Refused(case, "undo confirmation", "nothing of it was confirmed")
    said = reply.confirmed[number]
    given: list[tuple[str, Command]] = [(case, w.UndoConfirmation(number, reason))]
    other = folder.get_reply(said.relates_to) if said.relates_to and said.relates_to != case else None
    gone = other is not None and other.stage in (ReplyStage.WITHDRAWN, ReplyStage.RECALLED)
    if other and gone and said.kind is LetterKind.WITHDRAWAL and case in other.reason:
        given.append((other.id, c.Reinstate(reason)))
    if other and said.kind is LetterKind.TRANSLATION:
        came = [code for code, one in other.translations.items() if one.letter == case and one.held]
        given += [(other.id, w.SetTranslationAside(code, reason)) for code in came]
    folder.give_together(given, actor, now)
    return folder.get_reply(case)


def undo_translation(folder: CycleFolder, case: str, language: str, reason: str, actor: Actor, now: When) -> ReplyCase:
    """Say that a translation was taken for the wrong reply: one is awaited again."""
    folder.give(case, w.SetTranslationAside(language, reason), actor, now)
    return folder.get_reply(case)


def undo_summary(folder: CycleFolder, case: str, reason: str, actor: Actor, now: When) -> ReplyCase:
    """Say that a summary was taken for the wrong reply."""
    folder.give(case, w.SetSummaryAside(reason), actor, now)
    return folder.get_reply(case)


def undo_part(folder: CycleFolder, place: tuple[Section, Language], reason: str, actor: Actor, now: When) -> None:
    """Let a part of the report in one language be composed again, that a person had set."""
    section, language = place
    folder.give(CYCLE, w.SetPartAside(section.value, language.value, reason), actor, now)


@dataclass(frozen=True, slots=True)
class _Undo:
    """How an act is taken back: by which command, what the entry is about, whether it is in effect, and its doing.

    ``about`` tells two acts of one case and kind apart: the language of a translation, the gate of a waiver.
    """

    command: type[Command]
    about: Callable[[Facts], str]
    holds: Callable[[Any, str], bool]
    do: Callable[[CycleFolder, Event, str, Actor, When], object]


def find_undoable(folder: CycleFolder, numbers: Collection[int]) -> frozenset[int]:
    """Which of these entries hold an act that is in effect, and that can be taken back at the stage of its case."""
    latest: dict[tuple[str, type[Command], str], int] = {}
    for entry in folder.entries:
        undo = _UNDO.get(entry.event.kind)
        if undo is not None:
            latest[entry.event.case, undo.command, undo.about(complete_facts(entry.event))] = entry.number
    wanted = set(numbers)
    replies = {reply.id: reply for reply in folder.replies}
    return frozenset(
        number
        for (case, _command, about), number in latest.items()
        if number in wanted and _holds(folder.entries[number - 1].event, about, replies.get(case, folder.case))
    )


def _holds(event: Event, about: str, state: Case) -> bool:
    undo = _UNDO[event.kind]
    known = isinstance(state, ReplyCase) is (event.case != CYCLE)
    return known and state.stage in TRANSITIONS[undo.command].stages and undo.holds(state, about)


def undo_entry(folder: CycleFolder, number: int, reason: str, actor: Actor, now: When) -> None:
    """Take back the act of an entry by a later one, with the reason.

    Raises ``Refused`` where it cannot be taken back, is not in effect any more, or where no reason is given.
    """
    if number not in find_undoable(folder, [number]):
        advice = "look at what came of it since"
        raise Refused(CYCLE, f"take back entry {number}", "its act is not in effect, or nothing takes it back", advice)
    event = folder.entries[number - 1].event
    _UNDO[event.kind].do(folder, event, reason, actor, now)


def _by(command: Callable[[str], Command]) -> Callable[[CycleFolder, Event, str, Actor, When], object]:
    """An act that is taken back by one command with a reason."""
    return lambda folder, event, reason, actor, now: folder.give(event.case, command(reason), actor, now)


def _nothing(facts: Facts) -> str:
    return ""


def _undo_confirmation(folder: CycleFolder, event: Event, reason: str, actor: Actor, now: When) -> object:
    return undo_confirmation(folder, event.case, reason, actor, now)


def _undo_translation(folder: CycleFolder, event: Event, reason: str, actor: Actor, now: When) -> object:
    return undo_translation(folder, event.case, str(event.facts["language"]), reason, actor, now)


def _undo_summary(folder: CycleFolder, event: Event, reason: str, actor: Actor, now: When) -> object:
    return undo_summary(folder, event.case, reason, actor, now)


def _undo_waiver(folder: CycleFolder, event: Event, reason: str, actor: Actor, now: When) -> None:
    undo_waiver(folder, event.case, str(event.facts["gate"]), reason, actor, now)


def _undo_part(folder: CycleFolder, event: Event, reason: str, actor: Actor, now: When) -> None:
    part, language = Section(str(event.facts["part"])), Language(str(event.facts["language"]))
    undo_part(folder, (part, language), reason, actor, now)


def _undo_terms(folder: CycleFolder, event: Event, reason: str, actor: Actor, now: When) -> None:
    """Put the terms in force again that were in force before the last change."""
    kinds = (EventKind.CYCLE_OPENED, EventKind.TERMS_CHANGED)
    *_, before, _last = [complete_facts(one.event) for one in folder.entries if one.event.kind in kinds]
    terms, programme = str(before["terms"]), cast("tuple[str, ...]", before["programme"])
    folder.give(CYCLE, c.ChangeTerms(terms, str(before["digest"]), reason, programme), actor, now)


def _is_translated(reply: ReplyCase, language: str) -> bool:
    return language in reply.translations and reply.translations[language].held is not None


_CONFIRMED = _Undo(
    w.UndoConfirmation,
    lambda facts: str(facts["version"]),
    # What is taken back is what the latest confirmed version was said to be; the first schema named none.
    lambda reply, about: bool(reply.confirmed) and about in ("0", str(max(reply.confirmed))),
    _undo_confirmation,
)
_REINSTATED = _Undo(c.Reinstate, _nothing, lambda reply, about: True, _by(c.Reinstate))
_UNDO: Mapping[EventKind, _Undo] = {
    EventKind.REPLY_CONFIRMED: _CONFIRMED,
    EventKind.REPLY_CORRECTED: _CONFIRMED,
    EventKind.TRANSLATION_TAKEN: _Undo(
        w.SetTranslationAside, lambda facts: str(facts["language"]), _is_translated, _undo_translation
    ),
    EventKind.SUMMARY_TAKEN: _Undo(
        w.SetSummaryAside, _nothing, lambda reply, about: reply.summary is not None, _undo_summary
    ),
    EventKind.GATE_WAIVED: _Undo(
        w.UndoWaiver, lambda facts: str(facts["gate"]), lambda reply, about: about in reply.waivers, _undo_waiver
    ),
    EventKind.REPLY_WITHDRAWN: _REINSTATED,
    EventKind.REPLY_RECALLED: _REINSTATED,
    EventKind.REPLY_RESTRICTED: _Undo(
        c.LiftRestriction, _nothing, lambda reply, about: bool(reply.restricted), _by(c.LiftRestriction)
    ),
    EventKind.LETTER_SET_ASIDE: _Undo(w.TakeUp, _nothing, lambda reply, about: not reply.confirmed, _by(w.TakeUp)),
    EventKind.PART_SET: _Undo(
        w.SetPartAside,
        lambda facts: f"{facts['part']} {facts['language']}",
        lambda case, about: tuple(about.split()) in {(part.value, code) for part, code in case.parts},
        _undo_part,
    ),
    EventKind.REPLY_MARKED_PROVISIONAL: _Undo(
        c.MakeFinal, _nothing, lambda reply, about: bool(reply.provisional), _by(c.MakeFinal)
    ),
    EventKind.REPLY_MADE_FINAL: _Undo(
        c.MarkProvisional, _nothing, lambda reply, about: not reply.provisional, _by(c.MarkProvisional)
    ),
    EventKind.RESTRICTION_LIFTED: _Undo(
        c.Restrict, _nothing, lambda reply, about: not reply.restricted, _by(c.Restrict)
    ),
    EventKind.LETTER_TAKEN_UP: _Undo(w.SetAside, _nothing, lambda reply, about: True, _by(w.SetAside)),
    EventKind.REPLY_REINSTATED: _Undo(c.Withdraw, _nothing, lambda reply, about: True, _by(c.Withdraw)),
    # The first schema keeps no text of the terms that were in force before.
    EventKind.TERMS_CHANGED: _Undo(c.ChangeTerms, _nothing, lambda case, about: bool(case.terms), _undo_terms),
    EventKind.REPORT_SUBMITTED: _Undo(w.ReturnReport, _nothing, lambda case, about: True, _by(w.ReturnReport)),
}
"""The acts that another takes back; of all others ``web.desk.event_words`` says what to do instead."""

UNDOABLE = frozenset(_UNDO)
"""The kinds of act that may be taken back."""
