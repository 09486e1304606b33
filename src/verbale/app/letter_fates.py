"""What became of a letter where it was not found again: why, what has no fate at all, and what was waived."""

from __future__ import annotations

from collections.abc import Mapping

from verbale.desk.cases import Destination, Gate, ReplyCase, ReplyStage, ReplyVersion
from verbale.desk.doubt import AlarmKind
from verbale.desk.letter_kinds import LetterKind
from verbale.model.language import Language
from verbale.model.node import Node
from verbale.model.reconciliation import Fate

_SETTLED = (ReplyStage.PLACED, ReplyStage.PUBLISHED, ReplyStage.RECALLED)


def fate_of(reply: ReplyCase, node: Node, places: Mapping[str, Fate], languages: frozenset[str]) -> Fate:
    """The fate of a unit of the version that counts: where it was found, else why it may be nowhere.

    ``languages`` are those of the report.
    """
    if node.ref in places:
        return places[node.ref]
    if reply.stage is ReplyStage.SET_ASIDE:
        return Fate.SET_ASIDE
    if reply.stage is ReplyStage.WITHDRAWN:
        return Fate.WITHDRAWN
    if reply.stage not in _SETTLED:
        return Fate.WAITING
    if reply.destination is Destination.WITHHELD:
        return Fate.WITHHELD
    if reply.kind is LetterKind.NIL:
        return Fate.LISTED
    if reply.language not in set(Language) and any(reply.translation_into(code) for code in languages):
        return Fate.TRANSLATION
    published_there = reply.stage is not ReplyStage.PLACED and not reply.in_summary
    if (reply.destination is Destination.REPORT and not reply.in_summary) or published_there:
        return Fate.OMITTED
    return Fate.WAITING


def fate_of_other(reply: ReplyCase, version: ReplyVersion) -> Fate:
    """The fate of a version that does not count: it waits until somebody has confirmed it."""
    return Fate.WAITING if version in reply.pending else Fate.OTHER_VERSION


def reason_of(reply: ReplyCase) -> str:
    """Why the version that counts is where it is."""
    if reply.stage is ReplyStage.SET_ASIDE:
        about = reply.confirmation.relates_to if reply.confirmation else ""
        return f"{reply.kind}{f', about {about}' if about else ''}" if reply.confirmation else reply.reason
    if reply.stage is ReplyStage.RECEIVED:
        return "not confirmed yet"
    if reply.stage is ReplyStage.CONFIRMED:
        return "confirmed, not placed yet"
    return f"{reply.reason}; a summary is in the report" if reply.in_summary else reply.reason


def reason_of_other(reply: ReplyCase, version: ReplyVersion) -> str:
    if version in reply.pending:
        return f"not confirmed yet; version {reply.standing.number} counts until then"
    copied = reply.kind_of(version) is LetterKind.SIGNED_COPY
    return f"{'the signed copy; ' if copied else ''}version {reply.standing.number} counts"


def find_unsettled(reply: ReplyCase, version: ReplyVersion) -> tuple[str, ...]:
    """What was received with a version and has no fate: nobody has looked at it, and nobody waived it."""
    if reply.stage is ReplyStage.SET_ASIDE or any(
        gate in reply.waivers and reply.waivers[gate].version == len(reply.versions)
        for gate in (Gate.ALARMS, Gate.UNREAD)
    ):
        return ()
    if version.unread:
        # What came again in a form that is read is no loss.
        return () if reply.answering else (f"{version.name}, unread",)
    return tuple(one.reason for one in reply.open_alarms(version) if one.kind is not AlarmKind.IDENTITY)


def waivers_of(reply: ReplyCase) -> tuple[str, ...]:
    return tuple(f"{one.gate} waived by {one.allowed_by}: {one.reason}" for one in reply.waivers.values())
