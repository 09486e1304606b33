"""The States that have not replied, and the reminder to each."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from pathlib import Path

from verbale.app.authors import author_name, get_author, is_no_state
from verbale.app.converting import FORMS, convert_document
from verbale.app.cycles import CycleFolder
from verbale.app.recording import get_deadline
from verbale.app.writing import write_together
from verbale.compose.reminder import compose_reminder
from verbale.desk import commands as c
from verbale.desk.addressees import find_addressees
from verbale.desk.cases import CYCLE
from verbale.desk.commands import Actor
from verbale.desk.deciding import When, decide, moment_of
from verbale.errors import Refused
from verbale.model.document import Document
from verbale.model.language import Language


def find_unanswered(folder: CycleFolder) -> tuple[str, ...]:
    """The addressees from whom no reply has been received, each of those that sign together having replied.

    A letter whose sender is not confirmed is no reply yet; nor is a request for more time.
    """
    answered = {author for reply in folder.replies if reply.is_answered for author in reply.authors}
    addressed = find_addressees(folder.cycle.addressees, folder.cycle.calendar.note)
    return tuple(state for state in addressed if state not in answered)


def choose_states(folder: CycleFolder, named: Iterable[str]) -> tuple[str, ...]:
    """The States named, by any of their names, or all that have not replied. Raises ``BadReference``, ``Refused``."""
    open_ = find_unanswered(folder)
    chosen = tuple(dict.fromkeys(get_author(name, folder.case.added_authors) for name in named))
    if answered := [state for state in chosen if state not in open_]:
        raise Refused(CYCLE, "remind", f"has replied, or was not addressed: {', '.join(answered)}", "name others")
    return chosen or open_


def name_of_state(state: str) -> str:
    """The English name of an addressee, for lists."""
    return author_name(state, Language.EN)


def write_reminder(folder: CycleFolder, state: str, language: Language, today: date) -> Document:
    """The reminder to one addressee in one language, with the deadline in force for it."""
    added = folder.case.added_authors
    named = author_name(state, language, added) if is_no_state(state, added) else ""
    return compose_reminder(folder.cycle, state, language, get_deadline(folder, state).day, today, named)


def send_reminders(
    folder: CycleFolder,
    states: Sequence[str],
    languages: Sequence[Language],
    to: tuple[Path, str],
    actor: Actor,
    now: When,
    *,
    issue: bool = False,
    force: bool = False,
    advance: Callable[[str], None] = lambda name: None,
) -> int:
    """Write ``reminder.STATE.LANG.ENDING`` for each into the folder and format of ``to``; how many.

    With ``issue`` it is recorded that they went out. Raises ``Refused`` or ``OutputRefused``.
    """
    into, form = to
    command = c.SendReminder(tuple(states))
    if issue:
        decide(folder.case, command, actor, now)
    files = {}
    for state in states:
        for language in languages:
            name = f"reminder.{state}.{language}{FORMS[form].ending}"
            reminder = write_reminder(folder, state, language, moment_of(now).date())
            files[name] = convert_document(reminder, form).content
            advance(name)
    write_together(into, files, force=force)
    if issue:
        folder.give(CYCLE, command, actor, now)
    return len(files)
