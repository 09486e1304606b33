"""What is held, proposed and claimed: positions, initiatives, actors, acts that a source speaks of, affairs as seen."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import ClassVar

from verbale.errors import BadReference
from verbale.model.statement import Value
from verbale.register.holding import Holding, held


@dataclass(frozen=True, slots=True, kw_only=True)
class Position(Holding):
    """What a State or another actor holds of a matter, in this register's own few words.

    ``stance`` is for, against, calls for, regrets, welcomes, reaffirms, holds, intends; ``topic`` is a short id of the
    matter; ``by`` is the State or actor.
    """

    table: ClassVar[str] = "positions"

    by: str
    topic: str
    stance: str

    def about(self) -> tuple[str, str, Value]:
        """Who, on what, and which way."""
        return self.by, f"position {self.topic}", self.stance

    def in_words(self) -> str:
        """Who holds what."""
        return f"{self.by} {self.stance}: {self.label}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Initiative(Holding):
    """A campaign, commission, proposal, package or amendment; ``by`` are those behind it, ``document`` its text."""

    table: ClassVar[str] = "initiatives"

    id: str
    kind: str
    by: tuple[str, ...]
    document: str

    def about(self) -> tuple[str, str, Value]:
        """The initiative and what it is."""
        return self.id, self.kind, self.label

    def in_words(self) -> str:
        """Kind, what, and by whom."""
        whose = f" by {', '.join(self.by)}" if self.by else ""
        return f"{self.kind}: {self.label}{whose}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Participant(Holding):
    """Who takes part besides States: ``kind`` is organ, organisation, group, civil society, expert body, office."""

    table: ClassVar[str] = "actors"

    id: str
    kind: str

    def about(self) -> tuple[str, str, Value]:
        """The actor and what it is."""
        return self.id, "actor", self.kind

    def in_words(self) -> str:
        """Name and kind."""
        return f"{self.label} ({self.kind})"


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim(Holding):
    """An act of a State, or its status, as a source words it; to be compared with the acts, never taken for one.

    ``act`` is signature, ratification, subscription or party (the source says no more than that the State belongs); of
    a treaty opened, in force, in force until, not in force, year in name; or meeting. ``place_named`` is where, if the
    source says; ``wording`` is what may mislead in it.
    """

    table: ClassVar[str] = "claims"

    by: str
    act: str
    place_named: str
    wording: str

    def about(self) -> tuple[str, str, Value]:
        """The State or treaty, the act, and its day."""
        return (
            " ".join(self.states) or " ".join(self.treaties),
            f"claimed {' '.join(self.treaties)} {self.act}",
            str(self.valid),
        )

    def in_words(self) -> str:
        """Treaty, act and what may mislead."""
        mind = f" (mind: {self.wording})" if self.wording else ""
        where = f" at {self.place_named}" if self.place_named else ""
        return f"{self.by} says: {' '.join(self.treaties)} {self.act}{where}{mind}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Observation(Holding):
    """What a report says of the regime: ``subject`` and ``indicator`` are short ids, ``value`` a few words."""

    table: ClassVar[str] = "observations"

    by: str
    subject: str
    indicator: str
    value: str

    def about(self) -> tuple[str, str, Value]:
        """The subject, the indicator and how it stands."""
        return self.subject, self.indicator, self.value

    def in_words(self) -> str:
        """The matter, how it stands, and who says so."""
        return f"{self.label}: {self.value} (says {self.by})"


@cache
def actors() -> Mapping[str, Participant]:
    """All actors by id."""
    return MappingProxyType({actor.id: actor for actor in held(Participant)})


def get_actor(actor: str) -> Participant:
    """The actor of one id. Raises ``BadReference`` when there is none."""
    try:
        return actors()[actor]
    except KeyError:
        raise BadReference(actor, "no actor of the register") from None
