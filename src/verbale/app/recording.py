"""What becomes of a report once it is compiled: dated acts, each linked to the report, kept in the chain of events."""

from __future__ import annotations

from datetime import date

from verbale.app.authors import get_author
from verbale.app.compiling import get_current_report, place_replies
from verbale.app.confirming import get_resolution
from verbale.app.cycles import CycleFolder
from verbale.app.document_cache import DocumentCache
from verbale.app.gates import refuse_open_gates
from verbale.app.letter_reading import count_words
from verbale.desk import commands as c
from verbale.desk.cases import CYCLE, CycleCase
from verbale.desk.casework import ReturnReport
from verbale.desk.commands import Actor
from verbale.desk.deadlines import Deadline, deadline_for
from verbale.desk.deciding import When, decide
from verbale.desk.report_basis import replies_of_report
from verbale.errors import Refused
from verbale.model.document import Document
from verbale.model.language import Language


def get_limit(folder: CycleFolder) -> int | None:
    """The words that the report may have, by the policy in force at the deadline; ``None`` is no limit."""
    return folder.cycle.policy_on(folder.cycle.calendar.deadline).report_words


def length_of(document: Document, language: Language, limit: int | None) -> str:
    """The length of a report in one language beside its limit, in words for a person.

    The limit is one of words. Chinese is counted in characters, so that its length is told and not compared with it.
    """
    words = count_words(document)
    if not language.spaced:
        return f"{words:,} characters"
    if limit is None:
        return f"{words:,} words, no limit"
    over = words - limit
    return f"{words:,} words, {over:,} above the limit of {limit:,}" if over > 0 else f"{words:,} of {limit:,} words"


def submit_report(folder: CycleFolder, waiver: str, actor: Actor, now: When) -> tuple[Language, int]:
    """Hand in the report as it was compiled; the language that was counted, and its words.

    What counts is the English report, in which reports are submitted, or the first language where there is none.
    Raises ``Refused``: not compiled, changed since, or over the limit without a waiver.
    """
    place_replies(folder, actor, now)
    documents = get_current_report(folder, DocumentCache(folder))
    language = Language.EN if Language.EN in documents else next(iter(documents))
    words = count_words(documents[language])
    command = c.SubmitReport(words, get_limit(folder), waiver)
    decide(folder.case, command, actor, now)
    refuse_open_gates(folder, "submit report")
    folder.give_together([(CYCLE, command)], actor, now, whole=True)
    return language, words


def issue_report(folder: CycleFolder, symbol: str, dated: date, actor: Actor, now: When) -> tuple[str, int]:
    """Record that the report came out, and with it every reply in it; its symbol, and how many replies.

    Raises ``Refused`` where something is open that nobody waived, or where the terms ask for a second person and the
    one who issues has confirmed a letter of it.
    """
    place_replies(folder, actor, now)
    decide(folder.case, c.IssueReport(symbol or folder.cycle.report, dated), actor, now)
    refuse_open_gates(folder, "issue report")
    _ask_second_person(folder, actor)
    symbol = symbol or folder.cycle.report
    replies = replies_of_report(*folder.basis())
    published = [(reply.id, c.Publish(symbol, dated)) for reply in replies]
    folder.give_together([(CYCLE, c.IssueReport(symbol, dated)), *published], actor, now, whole=True)
    return symbol, len(replies)


def find_own_letters(folder: CycleFolder, name: str) -> tuple[str, ...]:
    """The letters of the report that a person has confirmed, where the terms ask that a second person issues it."""
    if not folder.cycle.approval.second_person:
        return ()
    replies = replies_of_report(*folder.basis())
    return tuple(reply.id for reply in replies if any(one.by == name for one in reply.confirmed.values()))


def _ask_second_person(folder: CycleFolder, actor: Actor) -> None:
    """Where the terms ask for a second person, who has confirmed a letter of the report does not issue it."""
    if own := find_own_letters(folder, actor.name):
        reason = f"{actor.name} has confirmed {', '.join(own)}, and the terms ask for a second person"
        raise Refused(CYCLE, "issue report", reason, "let somebody else issue it, with --by")


def return_report(folder: CycleFolder, reason: str, actor: Actor, now: When) -> None:
    """Record that a report that was handed in is back at the desk."""
    folder.give(CYCLE, ReturnReport(reason), actor, now)


def next_symbol(folder: CycleFolder, mark: str) -> str:
    """The next free symbol of an addendum (``Add.``) or a corrigendum (``Corr.``) to the report."""
    case: CycleCase = folder.case
    report = case.issued[0][0] if case.issued else folder.cycle.report
    taken = sum(symbol.startswith(f"{report}/{mark}") for symbol, _ in case.issued)
    return f"{report}/{mark}{taken + 1}"


def extend_deadline(folder: CycleFolder, until: date, state: str, reason: str, actor: Actor, now: When) -> Deadline:
    """Extend the deadline of a State, or of all where none is named; the deadline in force then.

    Raises ``Refused`` where that is no more time, ``BadReference`` where the State is none.
    """
    code = get_author(state, folder.case.added_authors) if state else ""
    before = get_deadline(folder, code)
    if until <= before.day:
        raise Refused(CYCLE, "extend the deadline", f"it is {before.day} already ({before.reason})", "name a later day")
    folder.give(CYCLE, c.ExtendDeadline(until, reason, code), actor, now)
    place_replies(folder, actor, now)
    return get_deadline(folder, code)


def get_deadline(folder: CycleFolder, state: str) -> Deadline:
    """The deadline of a State, or of all where none is named, with the extensions given since the cycle began."""
    return deadline_for(folder.cycle.calendar, state, folder.case.extensions)


def note_report(folder: CycleFolder, resolution: str, paragraph: str, actor: Actor, now: When) -> None:
    """Record the resolution that takes note of the report. Raises ``BadReference`` where it is none."""
    folder.give(CYCLE, c.RecordNote(get_resolution(resolution), paragraph), actor, now)


def renew_mandate(folder: CycleFolder, resolution: str, paragraph: str, actor: Actor, now: When) -> None:
    """Record the resolution that asks again. Raises ``BadReference`` where it is none."""
    folder.give(CYCLE, c.RenewMandate(get_resolution(resolution), paragraph), actor, now)
