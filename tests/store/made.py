"""Events and contents of tests, as the desk makes them."""

from __future__ import annotations

from verbale.desk import commands as c
from verbale.desk.cases import CYCLE
from verbale.desk.event_facts import SCHEMA, facts_of
from verbale.desk.events import Event, EventKind
from verbale.store.contents import KeptReading, digest_of

LETTER = "Письмо 来函 رسالة".encode()
SHA = digest_of(LETTER)
READING = KeptReading(SHA, "0.1.0+abc", "letter", b'{"schema":"verbale-reading/1"}')


def moment(number: int) -> str:
    """A moment of 20 May 2022, later for each number."""
    return f"2022-05-20T{number // 3600:02}:{number // 60 % 60:02}:{number % 60:02}+00:00"


def received(case: str = "reply-1", number: int = 1, content: bytes = LETTER, **facts: str) -> Event:
    """A letter that came."""
    given = {"sha256": digest_of(content), "name": "来函.pdf", "media_type": "application/pdf"} | facts
    command = c.Receive(**given, received=moment(number), words=400)  # type: ignore[arg-type]
    return make(case, EventKind.LETTER_RECEIVED, command, number)


def remark(case: str = "reply-1", number: int = 2, text: str = "seen") -> Event:
    """A remark of the desk."""
    return make(case, EventKind.REMARK_ADDED, c.AddRemark(text), number)


def opened(number: int = 0) -> Event:
    """A cycle that was opened."""
    return make(CYCLE, EventKind.CYCLE_OPENED, c.OpenCycle("2022", "A/77/9901", "0" * 64, "terms"), number)


def redacted(*sums: str, number: int = 9) -> Event:
    """Contents that were removed."""
    command = c.RedactContents(sums, "asked by the person", "ST/SGB/2007/5")
    return make(CYCLE, EventKind.CONTENT_REDACTED, command, number)


def make(case: str, kind: EventKind, command: c.Command, number: int, actor: str = "А. Б.") -> Event:
    """An event of a command."""
    return Event(case, kind, moment(number), actor, facts_of(kind, command), SCHEMA)
