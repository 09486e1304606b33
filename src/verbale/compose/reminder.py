"""The reminder of a call to one addressee: the note verbale it recalls, and by when a reply is asked for."""

from __future__ import annotations

from datetime import date

from verbale.compose.note_verbale import closing, set_note
from verbale.compose.tree_builder import TreeBuilder
from verbale.desk.cycle import Cycle
from verbale.lexicon.written import NameCase, write_date, write_state
from verbale.model.document import Document
from verbale.model.language import Language

_OBSERVERS = frozenset({"PSE", "VAT"})
"""The States that are not Members and have a Permanent Observer Mission (A/INF/73/5/Rev.1)."""


def compose_reminder(
    cycle: Cycle, state: str, language: Language, deadline: date, dated: date, organisation: str = ""
) -> Document:
    """The reminder to ``state`` (alpha-3), dated ``dated``; ``deadline`` is the one in force for it.

    ``organisation`` is the name of the addressee in that language where it is no State. Raises ``LexiconBroken`` where
    a State has no name.
    """
    leaves = TreeBuilder(language, cycle.programme)
    addressee = _addressee(leaves, state, organisation)
    values = {
        "addressee": addressee,
        "reference": cycle.reference,
        "date": write_date(str(cycle.calendar.note), language),
        "deadline": write_date(str(deadline), language),
        "organisation": "yes" if organisation else "no",
    }
    recalled = leaves.say("note-reminder" if cycle.reference else "note-reminder-bare", **values)
    asked = leaves.say("note-reminder-asked", **values)
    texts = (recalled, asked, closing(leaves, addressee))
    return set_note(leaves, cycle, texts, dated, f"reminder.{state}.{language}")


def _addressee(leaves: TreeBuilder, code: str, organisation: str) -> str:
    """The mission of a State, or an organization by its name, as a note addresses them."""
    if organisation:
        return leaves.say("addressee-organisation", name=organisation)
    message = "addressee-observer" if code in _OBSERVERS else "addressee-state"
    return leaves.say(message, of=write_state(code, leaves.language, NameCase.GENITIVE))
