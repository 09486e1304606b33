"""One line of the register, of whatever kind: what is held, of whom, under which treaty, and who says so."""

from __future__ import annotations

from dataclasses import dataclass

from verbale.model.statement import Statement


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
    def starts(self) -> str:
        """The first day it holds for, of whatever precision; empty where no beginning is known."""
        return self.statement.valid.start or ""
