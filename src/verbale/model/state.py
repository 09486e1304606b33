"""States: what the table knows of each, and their names as printed."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from verbale.model.language import Language


class StateKind(StrEnum):
    """How the United Nations knows a State; an organisation that answers as one stands in the table too."""

    MEMBER = "member"
    OBSERVER = "observer"
    OTHER = "other"
    FORMER = "former"
    ORGANISATION = "organisation"


@dataclass(frozen=True, slots=True)
class State:
    """One row of ``states.csv``. ``id`` is ISO 3166 alpha-3 or the table's own, ``m49`` the code for statistics.

    ``admitted`` and ``ended`` are days (ISO 8601) as a Member, empty when there is none or none is dated; ``successor``
    is the id of the State that took its seat.
    """

    id: str
    m49: str
    kind: StateKind
    admitted: str
    ended: str
    successor: str

    @property
    def is_organisation(self) -> bool:
        """Whether it is no State, but an organisation with a row of its own."""
        return self.kind is StateKind.ORGANISATION

    def was_member(self, day: str) -> bool:
        """Whether it was a Member of the United Nations on a day (ISO 8601).

        A former State whose end no one act dates counts as none: it left its seat before the first vote that is kept.
        """
        if not self.admitted or (self.kind is StateKind.FORMER and not self.ended):
            return False
        return self.admitted <= day and (not self.ended or day <= self.ended)


class StateNameForm(StrEnum):
    """How a name of a State is used."""

    SHORT = "short"
    FORMAL = "formal"
    IN_TEXT = "in_text"
    """A case, or the name with its article."""
    ADJECTIVE = "adjective"
    """Of the State, its government or its people."""
    ABBREVIATION = "abbreviation"
    FORMER = "former"


@dataclass(frozen=True, slots=True)
class StateName:
    """One row of ``state_names.csv``: a name as printed in a language, and between which days (ISO 8601)."""

    state: str
    language: Language
    form: StateNameForm
    text: str
    since: str
    until: str
