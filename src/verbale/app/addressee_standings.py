"""Where each addressee of a cycle stands: asked, reminded, heard from, late, being translated, in the report."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from verbale.app.cycles import CycleFolder
from verbale.app.recording import get_deadline
from verbale.desk.addressees import find_addressees
from verbale.desk.cases import CycleStage, Destination, ReplyCase, ReplyStage
from verbale.desk.next_steps import find_awaited


class Standing(StrEnum):
    """Where an addressee stands, from the least done to the most; of several letters the furthest counts."""

    INVITED = "invited"
    REMINDED = "reminded"
    UNDECIDED = "undecided"
    """A letter says that it is of this author, and nobody has confirmed it."""
    REPLIED = "replied"
    LATE = "late"
    """It replied after its deadline, and stands on the web or in an addendum."""
    IN_TRANSLATION = "in-translation"
    IN_REPORT = "in-report"
    OUT = "out"
    """Its reply came out, in the report or beside it."""


@dataclass(frozen=True, slots=True)
class AddresseeStanding:
    """An addressee: its code, where it stands, its deadline, and its letters (cases), the latest last.

    ``was_addressed`` is false for one that wrote without having been asked. ``received`` is the day and time (ISO 8601
    in UTC) of its first letter, ``late`` whether that came after its deadline.
    """

    code: str
    standing: Standing
    deadline: date
    extended: bool
    cases: tuple[str, ...] = ()
    received: str = ""
    late: bool = False
    was_addressed: bool = True


def find_standings(folder: CycleFolder) -> tuple[AddresseeStanding, ...]:
    """Every addressee of a cycle by its code, and after them every other author that wrote."""
    addressed = find_addressees(folder.cycle.addressees, folder.cycle.calendar.note)
    letters = _letters(folder)
    others = sorted(code for code in letters if code not in set(addressed))
    return (
        *(_standing(folder, code, letters.get(code, ()), asked=True) for code in addressed),
        *(_standing(folder, code, letters[code], asked=False) for code in others),
    )


def count_standings(found: tuple[AddresseeStanding, ...]) -> Mapping[Standing, int]:
    """How many addressees stand where; those that were not addressed are not counted."""
    return {one: sum(each.standing is one for each in found if each.was_addressed) for one in Standing}


def _letters(folder: CycleFolder) -> Mapping[str, tuple[ReplyCase, ...]]:
    """The letters of each author, as confirmed or as proposed; none that was taken back or set aside."""
    found: dict[str, list[ReplyCase]] = defaultdict(list)
    for reply in folder.replies:
        if reply.stands:
            for author in reply.authors or reply.current.authors:
                found[author].append(reply)
    return {author: tuple(replies) for author, replies in found.items()}


def _standing(folder: CycleFolder, code: str, letters: tuple[ReplyCase, ...], *, asked: bool) -> AddresseeStanding:
    deadline = get_deadline(folder, code)
    standings = [_of_reply(reply) if reply.is_answered else Standing.UNDECIDED for reply in letters]
    order = list(Standing)
    furthest = max(standings, key=order.index) if standings else _of_silence(folder, code)
    first = min((reply.versions[0].received for reply in letters), default="")
    late = bool(first) and deadline.is_late(datetime.fromisoformat(first))
    if furthest is Standing.REPLIED and late:
        furthest = Standing.LATE
    extended = deadline.reason != "call"
    cases = tuple(reply.id for reply in letters)
    return AddresseeStanding(code, furthest, deadline.day, extended, cases, first, late, asked)


def _of_silence(folder: CycleFolder, code: str) -> Standing:
    return Standing.REMINDED if code in folder.case.reminded else Standing.INVITED


def _of_reply(reply: ReplyCase) -> Standing:
    if reply.stage is ReplyStage.PUBLISHED:
        return Standing.OUT
    if find_awaited(reply):
        return Standing.IN_TRANSLATION
    if reply.stage is ReplyStage.PLACED:
        return Standing.IN_REPORT if reply.destination is Destination.REPORT else Standing.LATE
    return Standing.REPLIED


def is_note_out(folder: CycleFolder) -> bool:
    """Whether the note verbale was sent, so that anybody can be said to be silent."""
    return folder.case.stage not in (CycleStage.PLANNED, CycleStage.DRAFTED)
