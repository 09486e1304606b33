"""What somebody may do inside a mission: write, clear what another wrote, submit, invite colleagues."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType


class Part(StrEnum):
    """The part that somebody has in a mission."""

    PRINCIPAL = "principal"
    """Who speaks for the State: an account of the mission, or the holder of a link of the office."""
    DRAFTER = "drafter"
    CLEARER = "clearer"


class Right(StrEnum):
    """What a part may do besides looking."""

    WRITE = "write"
    CLEAR = "clear"
    SUBMIT = "submit"
    INVITE = "invite"


RIGHTS: Mapping[Part, frozenset[Right]] = MappingProxyType(
    {
        Part.PRINCIPAL: frozenset(Right),
        Part.DRAFTER: frozenset({Right.WRITE}),
        Part.CLEARER: frozenset({Right.CLEAR}),
    }
)
"""No part that can be given to a colleague has a right that the principal lacks."""
DELEGATED = (Part.DRAFTER, Part.CLEARER)
"""The parts that a principal gives."""
