"""A cycle of this project's own, and the steps that bring a reply to where a test wants it."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from verbale.desk import commands as c
from verbale.desk.cases import ReplyCase
from verbale.desk.commands import Actor, Role
from verbale.desk.cycle import Cycle
from verbale.desk.cycle_file import parse_cycle
from verbale.desk.deciding import decide
from verbale.desk.event_folding import fold_reply
from verbale.desk.events import Event

OFFICER = Actor("A. Officer")
TRANSLATOR = Actor("T. Translator", Role.TRANSLATOR)
MISSION = Actor("M. Mission", Role.MISSION)

CYCLE = """
name = "2022"
session = 77
report = "A/77/9901"
previous_report = "A/76/9901"
agenda_item = "99"
reference = "ODA/2022-00991"

[[mandates]]
resolution = "A/RES/76/53"
paragraph = "3"
adopted = 2021-12-06
topic = "ICJ"
item = "k"

[[mandates]]
resolution = "A/RES/76/46"
paragraph = "22"
adopted = 2021-12-06
topic = "ND"
item = "b"
called = false

[addressees]
groups = ["member-states", "observers"]

[calendar]
note = 2022-01-28
deadline = 2022-05-31
reminders = [2022-05-16, 2022-04-15]

[[policy]]
since = 2010-01-01
late = "addendum"

[[policy]]
since = 2015-12-03
late = "web"
reply_words = 1500
summary_words = 300
"""


def at(text: str) -> datetime:
    """A moment in UTC."""
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def letter(sha: str = "a", *, received: str = "2022-05-20T12:00:00+00:00", words: int = 400) -> c.Receive:
    return c.Receive(sha * 64, "note.docx", "application/pdf", received, words)


CONFIRMED = c.Confirm("CUB", "2022-05-10", "es", ("A/RES/76/53",))


class History:
    """A reply and its events, grown by commands."""

    def __init__(self) -> None:
        self.events: list[Event] = []

    @property
    def case(self) -> ReplyCase:
        return fold_reply("reply-1", self.events)

    def give(self, command: c.Command, *, actor: Actor = OFFICER, now: str = "2022-06-02T09:00:00") -> ReplyCase:
        self.events += decide(self.case, command, actor, at(now))
        return self.case


@pytest.fixture
def cycle() -> Cycle:
    return parse_cycle(CYCLE)


@pytest.fixture
def history() -> History:
    return History()
