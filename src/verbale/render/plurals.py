"""Numbers with what they count, in the English of messages and pages."""

from __future__ import annotations


def counted(number: int, one: str, several: str) -> str:
    """A number with the noun that goes with it: ``1 reply``, ``1,200 replies``."""
    return f"{number:,} {one if number == 1 else several}"
