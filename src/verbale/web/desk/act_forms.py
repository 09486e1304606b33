"""What an act of a cycle is, as its form shows it: its fields, the stages it is open in, and its doing."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from django.utils.translation import gettext as _

from verbale.app.clock import day_typed
from verbale.app.cycles import CycleFolder
from verbale.desk.cases import CycleStage, Stage
from verbale.desk.commands import Actor, Command
from verbale.desk.deciding import Moment
from verbale.desk.transitions import TRANSITIONS
from verbale.web.uploads import HeldFile


@dataclass(frozen=True, slots=True)
class Field:
    """A field of a form: its name and label.

    ``kind`` is ``text``, ``day``, ``long``, ``choice``, ``case``, ``several`` or ``files``. ``choices`` are values with
    their names, ``value`` is what it holds at first.
    """

    name: str
    label: str
    kind: str = "text"
    needed: bool = False
    choices: Mapping[str, str] = field(default_factory=dict)
    value: str = ""


@dataclass(frozen=True, slots=True)
class Said:
    """What a form says: its fields, its files, who sends it, and when."""

    values: Mapping[str, str]
    files: Sequence[HeldFile]
    actor: Actor
    at: Moment
    several: Mapping[str, Sequence[str]] = field(default_factory=dict)

    def text(self, name: str) -> str:
        """The text of a field."""
        return self.values.get(name, "").strip()

    def texts(self, name: str) -> tuple[str, ...]:
        """The values of a field of which several can be chosen."""
        return tuple(self.several.get(name, ()))

    def day(self, name: str) -> date:
        """The day of a field; today where it is empty. Raises ``BadReference``."""
        return day_typed(self.text(name)) if self.text(name) else self.at.day


@dataclass(frozen=True, slots=True)
class CycleAct:
    """An act: its key, what it is called, what it does in a sentence, its fields, and its doing.

    ``command`` is what it gives in the end: it is open in the stages in which that may be given, else in ``stages``.
    ``do`` returns the words that the next page says, ``then`` is done once that was kept and is no part of a preview.
    What is not ``previewed`` is done at once: it writes elsewhere than in the record. An act that is ``gated`` shows
    first what is open of the letters.
    """

    key: str
    name: str
    help: str
    fields: tuple[Field, ...]
    do: Callable[[CycleFolder, Said], str]
    command: type[Command] | None = None
    stages: frozenset[Stage] = frozenset(CycleStage) - {CycleStage.PLANNED}
    previewed: bool = True
    gated: bool = False
    then: Callable[[CycleFolder, Said], None] | None = None

    def is_open(self, folder: CycleFolder) -> bool:
        """Whether it can be done at the stage that the cycle has reached."""
        return folder.case.stage in (TRANSITIONS[self.command].stages if self.command else self.stages)


def day_field(name: str = "dated", label: str = "") -> Field:
    return Field(name, label or _("Date; today where it is empty"), "day")


def reason_field(needed: bool = True) -> Field:
    return Field("reason", _("Reason"), "long", needed)


def resolution_fields() -> tuple[Field, ...]:
    return (
        Field("resolution", _("Symbol of the resolution, as 77/53"), needed=True),
        Field("paragraph", _("Paragraph"), needed=True),
    )
