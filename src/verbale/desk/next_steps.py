"""What is to be done with a letter next: told by its case alone."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

from verbale.desk.cases import Destination, ReplyCase, ReplyStage
from verbale.desk.letter_kinds import LetterKind


class NextStep(StrEnum):
    """What is to be done with a letter, as lists and forms name it."""

    STATE_AUTHOR = "state-author"
    """It cannot be read: somebody says whose it is."""
    RECEIVE_READABLE = "receive-readable"
    """It cannot be read, and its author is known: a readable form is asked for."""
    CONFIRM = "confirm"
    EXTEND = "extend"
    """It asks for more time."""
    LOOK_AT_ALARMS = "look-at-alarms"
    AWAIT_TRANSLATION = "await-translation"
    COMPILE = "compile"
    PUBLISH = "publish"
    RECORD = "record"
    """It goes out with the report, whose issue is recorded."""
    NOTHING = ""

    @property
    def is_decision(self) -> bool:
        """Whether a person of the desk has to decide something of the letter itself."""
        return self in DECISIONS


DECISIONS = (
    NextStep.CONFIRM,
    NextStep.LOOK_AT_ALARMS,
    NextStep.STATE_AUTHOR,
    NextStep.RECEIVE_READABLE,
    NextStep.EXTEND,
)
"""The steps that are a decision about a letter."""
VERBS: Mapping[NextStep, str] = MappingProxyType(
    {
        NextStep.STATE_AUTHOR: "confirm --state",
        NextStep.RECEIVE_READABLE: "receive a readable form",
        NextStep.CONFIRM: "confirm",
        NextStep.EXTEND: "extend",
        NextStep.LOOK_AT_ALARMS: "mark looked-at",
        NextStep.AWAIT_TRANSLATION: "translated",
        NextStep.COMPILE: "compile",
        NextStep.PUBLISH: "publish",
        NextStep.RECORD: "record",
        NextStep.NOTHING: "",
    }
)
"""The verb of the command line for each."""


def find_next_step(reply: ReplyCase) -> NextStep:
    """What is to be done with a letter next."""
    if reply.stage is ReplyStage.UNREAD:
        return NextStep.RECEIVE_READABLE if reply.stated else NextStep.STATE_AUTHOR
    if reply.pending:
        return NextStep.CONFIRM
    if reply.stage is ReplyStage.SET_ASIDE:
        return NextStep.EXTEND if reply.kind is LetterKind.MORE_TIME else NextStep.NOTHING
    if any(reply.open_alarms(version) for version in reply.versions):
        return NextStep.LOOK_AT_ALARMS
    if find_awaited(reply):
        return NextStep.AWAIT_TRANSLATION
    if reply.stage is ReplyStage.CONFIRMED:
        return NextStep.COMPILE
    if reply.stage is ReplyStage.PLACED:
        outside = reply.destination in (Destination.WEB, Destination.ADDENDUM)
        return NextStep.PUBLISH if outside else NextStep.RECORD
    return NextStep.NOTHING


def find_awaited(reply: ReplyCase) -> list[str]:
    """The languages that a reply was sent to be translated into and has not come back in."""
    return [code for code, one in reply.translations.items() if one.held is None]
