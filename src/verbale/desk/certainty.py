"""What leaves no doubt in a letter, so that it can be taken without a question: decided by the letter itself.

A guess is never certain. What counts here is said twice over by a letter: its authors in its frame and in its opening,
or cannot be otherwise: a letter that has no date at all has the day of its receipt.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from verbale.desk.answering import FRAME
from verbale.lexicon.cues import is_cue
from verbale.lexicon.dates import find_days, may_hold_date
from verbale.lexicon.han import HAN
from verbale.lexicon.letter_signs import is_courtesy
from verbale.lexicon.sentences import ENDED
from verbale.model.document import Document
from verbale.model.language import Language
from verbale.model.node import Node

if TYPE_CHECKING:
    from verbale.desk.intake import Proposal

_OPENING = 3  # paragraphs in which a joint letter says whose it is
_SHORT = 80  # characters of a line that may be a date and no text
_CYCLE = timedelta(days=150)  # from a note verbale to the last letter about it
_GREETING = 30  # letters of a line that only greets
_FEW = 400  # letters of an opening that may be all there is to a letter that says nothing


def says_joint(letter: Document, body: Sequence[Node]) -> bool:
    """Whether the frame of a letter or its opening speaks of a reply that several give together."""
    frame = [node for node in letter.nodes if node.kind in FRAME]
    return any(is_cue(node.text, "joint_reply") for node in (*frame, *body[:_OPENING]))


def find_other_day(body: Sequence[Node], dates: Sequence[str], note: date) -> str:
    """A day since the note verbale that the opening of a letter speaks of, besides its own; empty for none (ISO 8601).

    It is likely that of an earlier letter of the sender, or one until which more time is asked for. ``dates`` are those
    of the letter; what was longer before them than a cycle takes is history.
    """
    own = [date.fromisoformat(day) for day in dates]
    since = max([note, *(day - _CYCLE for day in own)])
    days = (found.iso for node in _matter(body)[:1] for found in find_days(node.text) if not found.calendar)
    return next((day for day in days if day not in dates and date.fromisoformat(day) > since), "")


def says_little(body: Sequence[Node]) -> bool:
    """Whether a letter says nothing behind a short opening paragraph: courtesies, greetings and signatures aside.

    What is numbered is a part of a reply, and no opening.
    """
    matter = _matter(body)
    if any(node.label for node in matter):
        return False
    return all(is_courtesy(node.text) for node in matter[1:]) and (not matter or _weight(matter[0].text) < _FEW)


def _matter(body: Sequence[Node]) -> list[Node]:
    """The paragraphs of a letter that are more than a greeting or a name."""
    return [node for node in body if ENDED.search(node.text) or not (_weight(node.text) <= _GREETING or _is_name(node))]


def _is_name(node: Node) -> bool:
    """Whether a line names the sender and says nothing."""
    return len(node.text) <= _SHORT and is_cue(node.text, "permanent_mission")


def _weight(text: str) -> int:
    """How much a text says, in letters; a Chinese character says as much as three."""
    return len(text) + 2 * len(HAN.findall(text))


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
