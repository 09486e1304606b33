"""What a State has at home or takes part in: bodies, laws, policies, facilities, and the zones it belongs to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from verbale.model.statement import Value
from verbale.register.holding import Holding


@dataclass(frozen=True, slots=True, kw_only=True)
class NationalMeasure(Holding):
    """A national body, law, policy, principle or control; ``function`` says what it is for."""

    table: ClassVar[str] = "national_measures"

    kind: str
    function: str

    def about(self) -> tuple[str, str, Value]:
        """The State, the kind and the name."""
        return " ".join(self.states), self.kind, self.label

    def in_words(self) -> str:
        """Kind, name and function."""
        return f"{self.kind}: {self.label}{f' ({self.function})' if self.function else ''}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Facility(Holding):
    """A station, laboratory or store.

    ``network`` is IMS for the International Monitoring System, else what it belongs to; ``kind`` is primary seismic,
    auxiliary seismic, infrasound, hydroacoustic, radionuclide station or radionuclide laboratory, or storage; ``site``
    is where it stands; ``latitude`` and ``longitude`` are decimal degrees, north and east positive. Two ``states`` mean
    that both answer for it.
    """

    table: ClassVar[str] = "facilities"

    network: str
    kind: str
    site: str
    latitude: int | float | None
    longitude: int | float | None
    equipment: str

    def about(self) -> tuple[str, str, Value]:
        """The host, the kind and the place."""
        return " ".join(self.states), f"{self.network} {self.kind}", self.site

    def in_words(self) -> str:
        """Kind, place and equipment."""
        return f"{self.network} {self.kind}: {self.site}{f' ({self.equipment})' if self.equipment else ''}"


@dataclass(frozen=True, slots=True, kw_only=True)
class ZoneMember(Holding):
    """A State of a zone: ``status`` is as the list at hand has it, never a status derived from acts.

    ``label`` is the list's own code for a member that the register's list of States does not have; ``states`` is then
    empty.
    """

    table: ClassVar[str] = "zone_members"

    zone: str
    status: str

    def about(self) -> tuple[str, str, Value]:
        """The State, the zone and how it stands to it."""
        return " ".join(self.states) or self.label, f"zone {self.zone}", self.status

    def in_words(self) -> str:
        """The zone and how the list has the State."""
        return f"zone {self.zone}: {self.status}{f' ({self.label} on the list)' if self.label else ''}"
