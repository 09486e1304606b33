"""What is asked of a case besides its words: to read it otherwise, set it aside, undo an act, waive, assign it."""

from __future__ import annotations

from dataclasses import dataclass

from verbale.desk.commands import Command, ReasonedCommand


@dataclass(frozen=True, slots=True)
class AddAuthor(Command):
    """Add an author to those that the desk knows: its code, what it is, and its names (``en The Group of …``)."""

    code: str
    kind: str
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ReturnReport(ReasonedCommand):
    """Record that a report that was handed in is back at the desk, and why."""


@dataclass(frozen=True, slots=True)
class SetPartAside(Command):
    """Let a part of the report in one language be composed again, which a person had set, and why."""

    part: str
    language: str
    reason: str


@dataclass(frozen=True, slots=True)
class AdoptReading(Command):
    """Let a content be read from now on as another reading has it: the digests of both, and why.

    ``refs`` are the units that are the reply's; ``None`` leaves them as they are.
    """

    content: str
    reading: str
    reason: str
    refs: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True)
class SetApart(Command):
    """Say that the latest version is no version of this reply, and why."""

    version: int
    reason: str


@dataclass(frozen=True, slots=True)
class StateAuthor(Command):
    """Say whose a letter is that cannot be read, so that nobody is reminded who has written."""

    authors: tuple[str, ...]
    reason: str


@dataclass(frozen=True, slots=True)
class SetAside(ReasonedCommand):
    """Say that a letter is no reply and goes nowhere."""


@dataclass(frozen=True, slots=True)
class TakeUp(ReasonedCommand):
    """Take up again a letter that was set aside."""


@dataclass(frozen=True, slots=True)
class UndoConfirmation(Command):
    """Say that what a version was confirmed to be does not hold, and why: it is to be confirmed anew."""

    version: int
    reason: str


@dataclass(frozen=True, slots=True)
class LookAtAlarms(Command):
    """Record that the alarms of a version were looked at, and what was found."""

    version: int
    reason: str


@dataclass(frozen=True, slots=True)
class WaiveGate(Command):
    """Let a report go on in spite of a gate (``cases.Gate``) of one letter: who allowed it, and why.

    It holds for that ``version`` of the letter, and of translations for those ``languages``.
    """

    gate: str
    allowed_by: str
    reason: str
    version: int
    languages: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class UndoWaiver(Command):
    """Take a waiver back, and say why."""

    gate: str
    reason: str


@dataclass(frozen=True, slots=True)
class Assign(Command):
    """Give a case to somebody, or hand it over, with a word on why."""

    to: str
    reason: str


@dataclass(frozen=True, slots=True)
class SetTranslationAside(Command):
    """Say that a translation is not that of this reply, and why: one is awaited again."""

    language: str
    reason: str


@dataclass(frozen=True, slots=True)
class SetSummaryAside(ReasonedCommand):
    """Say that a summary is not that of this reply, and why."""
