"""What leaves no doubt in a letter, so that it can be taken without a question: told from the letter itself.

A guess is never certain. What is told here is told twice over by a letter: its authors in its frame and in its opening,
or cannot be told otherwise: a letter that has no date at all has the day of its receipt.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from verbale.desk.answering import FRAME
from verbale.lexicon.cues import is_cue
from verbale.lexicon.dates import may_hold_date
from verbale.model.document import Document
from verbale.model.language import Language
from verbale.model.node import Node

if TYPE_CHECKING:
    from verbale.desk.intake import Proposal

_OPENING = 3  # paragraphs in which a joint letter says whose it is
_SHORT = 80  # characters of a line that may be a date and no text


def says_joint(letter: Document, body: Sequence[Node]) -> bool:
    """Whether the frame of a letter or its opening speaks of a reply that several give together."""
    frame = [node for node in letter.nodes if node.kind in FRAME]
    return any(is_cue(node.text, "joint_reply") for node in (*frame, *body[:_OPENING]))


def is_undated(letter: Document) -> bool:
    """Whether a letter has no date and nothing that could be one: in its frame, or in a line of its own."""
    lines = (node.text for node in letter.nodes if node.kind in FRAME or len(node.text) <= _SHORT)
    return not any(may_hold_date(text) for text in lines)


def is_certain(proposal: Proposal) -> bool:
    """Whether author, date, language and what is answered are all said outright, and nothing is in doubt."""
    first = (proposal.states, proposal.languages)
    return (
        all(found and found[0].sure for found in first)
        and proposal.languages[0].value in set(Language)
        and (proposal.undated or bool(proposal.dates and proposal.dates[0].sure))
        and bool(proposal.addresses)
        and all(one.sure for one in proposal.addresses)
        and not proposal.alarms
    )


def find_date(proposal: Proposal, received: str, zone: str) -> str:
    """The date that a letter has for certain: its own, or where it has none the day of its receipt (ISO 8601).

    ``received`` is the moment of it with a time zone, ``zone`` that of the desk. Empty where the date is in doubt.
    """
    if proposal.dates:
        return proposal.dates[0].value if proposal.dates[0].sure else ""
    return datetime.fromisoformat(received).astimezone(ZoneInfo(zone)).date().isoformat() if proposal.undated else ""
