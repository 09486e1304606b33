"""One line of the register, of whatever kind: what is held, of whom, under which treaty, and who says so."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from verbale.model.statement import Period, Statement
from verbale.model.status import Standing

_KEY = 16  # hexadecimal digits that name a line: far more than there are lines to be told apart


@dataclass(frozen=True, slots=True)
class RegisterLine:
    """A statement with what it takes to find and to show it.

    ``kind`` is the name of the table it stands in; ``states`` (ids of States) and ``treaties`` (ids) are those it
    concerns; ``label`` says it in a few English words; ``statement`` is the thing itself, with source and period.
    """

    kind: str
    states: tuple[str, ...]
    treaties: tuple[str, ...]
    label: str
    statement: Statement

    @property
    def key(self) -> str:
        """What names the line in addresses: made of what it says and who says so, the same in every version."""
        said, by = self.statement, self.statement.provenance
        parts = (self.kind, self.label, said.subject, said.property, str(said.value), said.text, by.source, by.place)
        return hashlib.sha256("\n".join((*parts, self.starts)).encode()).hexdigest()[:_KEY]

    @property
    def starts(self) -> str:
        """The first day it holds for, of whatever precision; empty where no beginning is known."""
        return self.statement.valid.start or ""

    @property
    def told_on(self) -> str:
        """The first day it holds for, or the day it was learned where no beginning is known."""
        return self.starts or self.statement.recorded


@dataclass(frozen=True, slots=True)
class Dossier:
    """All information on a State as of a day, as known on ``known`` (empty: as known to the register now).

    ``standings`` give where it stands towards each treaty, by id of the treaty; ``lines`` are in order of time.
    """

    state: str
    as_of: str
    known: str
    standings: tuple[tuple[str, Standing], ...]
    lines: tuple[RegisterLine, ...]


@dataclass(frozen=True, slots=True)
class Timeline:
    """What happened within a period, in order, as known on ``known`` (empty: as known to the register now)."""

    period: Period
    known: str
    lines: tuple[RegisterLine, ...]
