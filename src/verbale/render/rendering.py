"""What a writer gives back: bytes, and what it could not show."""

from __future__ import annotations

from dataclasses import dataclass

from verbale.model.finding import Finding


@dataclass(frozen=True, slots=True)
class Rendering:
    """A document in some format, with a finding for everything that the format could not carry."""

    content: bytes
    findings: tuple[Finding, ...] = ()
