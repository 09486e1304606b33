"""What a mission is asked, and what the register has learned of its State since the last report."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from verbale.app.cycles import CycleFolder
from verbale.app.notes import issue_note
from verbale.app.register_answers import get_timeline
from verbale.compose.topics import find_title
from verbale.desk.addressees import find_addressees
from verbale.desk.commands import Actor
from verbale.desk.cycle import Cycle
from verbale.desk.deciding import When
from verbale.model.document import Document
from verbale.model.language import Language
from verbale.model.register_line import RegisterLine

_OWN_REPLIES = "replies"  # kind of line: what a State said itself is told by the documents


@dataclass(frozen=True, slots=True)
class Question:
    """A paragraph of a resolution that asks: its symbol, its number, what it is about, and its words at hand.

    ``title`` and ``words`` are in the language asked for, else empty.
    """

    resolution: str
    paragraph: str
    adopted: date
    title: str
    words: str


def find_questions(cycle: Cycle, language: Language) -> tuple[Question, ...]:
    """What the note verbale of a cycle asks about, in the order of its mandates."""
    return tuple(
        Question(
            one.resolution,
            one.paragraph,
            one.adopted,
            find_title(one, language, cycle.programme),
            one.requests.get(language.value, ""),
        )
        for one in cycle.called
    )


def find_asked(folder: CycleFolder) -> tuple[str, ...]:
    """The codes of all to whom the call goes."""
    return find_addressees(folder.cycle.addressees, folder.cycle.calendar.note)


def compose_call(folder: CycleFolder, language: Language, actor: Actor, now: When) -> tuple[Language, Document]:
    """The note verbale in a language, in the first of its languages where it is not sent in that one."""
    notes = issue_note(folder, (), actor, now, issue=False)
    chosen = language if language in notes else next(iter(notes))
    return chosen, notes[chosen]


def find_news(cycle: Cycle, state: str, today: str) -> tuple[str, Sequence[RegisterLine]]:
    """Since which day (ISO 8601), and what the register holds of a State after it, the newest first.

    The day is the one from which the report observes, else a year before the note.
    """
    note = cycle.calendar.note
    since = cycle.calendar.observed_since or date(note.year - 1, note.month, min(note.day, 28))
    start = since.isoformat()
    if start > today:
        return start, ()
    lines = get_timeline(start, today, today, state=state).lines
    return start, [one for one in reversed(lines) if one.kind != _OWN_REPLIES]
