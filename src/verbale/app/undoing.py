"""Acts that are taken back by a later act, with the reason: nothing is erased, and what happened stays in the chain."""

from __future__ import annotations

from verbale.app.cycles import CycleFolder
from verbale.desk import commands as c
from verbale.desk.cases import CYCLE, ReplyCase, ReplyStage, Section
from verbale.desk.casework import SetPartAside, SetSummaryAside, SetTranslationAside, UndoConfirmation
from verbale.desk.commands import Actor, Command
from verbale.desk.deciding import When
from verbale.desk.letter_kinds import LetterKind
from verbale.errors import Refused
from verbale.model.language import Language


def undo_confirmation(folder: CycleFolder, case: str, reason: str, actor: Actor, now: When) -> ReplyCase:
    """Take back what the latest confirmed version was said to be, with all that it did to another reply.

    A withdrawal that was none leaves the reply standing again, a translation that was none is awaited again.
    """
    reply = folder.get_reply(case)
    number = max(reply.confirmed, default=0)
    if not number:
        raise Refused(case, "undo confirmation", "nothing of it was confirmed")
    said = reply.confirmed[number]
    given: list[tuple[str, Command]] = [(case, UndoConfirmation(number, reason))]
    other = folder.get_reply(said.relates_to) if said.relates_to and said.relates_to != case else None
    gone = other is not None and other.stage in (ReplyStage.WITHDRAWN, ReplyStage.RECALLED)
    if other and gone and said.kind is LetterKind.WITHDRAWAL and case in other.reason:
        given.append((other.id, c.Reinstate(reason)))
    if other and said.kind is LetterKind.TRANSLATION:
        came = [code for code, one in other.translations.items() if one.letter == case and one.held]
        given += [(other.id, SetTranslationAside(code, reason)) for code in came]
    folder.give_together(given, actor, now)
    return folder.get_reply(case)


def undo_translation(folder: CycleFolder, case: str, language: str, reason: str, actor: Actor, now: When) -> ReplyCase:
    """Say that a translation was taken for the wrong reply: one is awaited again."""
    folder.give(case, SetTranslationAside(language, reason), actor, now)
    return folder.get_reply(case)


def undo_summary(folder: CycleFolder, case: str, reason: str, actor: Actor, now: When) -> ReplyCase:
    """Say that a summary was taken for the wrong reply."""
    folder.give(case, SetSummaryAside(reason), actor, now)
    return folder.get_reply(case)


def undo_part(folder: CycleFolder, place: tuple[Section, Language], reason: str, actor: Actor, now: When) -> None:
    """Let a part of the report in one language be composed again, that a person had set."""
    section, language = place
    folder.give(CYCLE, SetPartAside(section.value, language.value, reason), actor, now)
