"""Something a person should look at: never a verdict, always a place."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """``error`` must be mended, ``warning`` should be looked at, ``note`` is good to know."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Place:
    """A stretch of a node in a named source, which a finding is compared with."""

    source: str
    ref: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Finding:
    """A rule that fired, with a sentence a person understands.

    ``ref`` is the node that needs mending, empty where the source as a whole is meant;
    ``start`` and ``end`` are offsets into that node's text. ``page`` is given where there is
    no node to point at, such as an image-only page.
    """

    rule: str
    severity: Severity
    message: str
    ref: str = ""
    start: int = 0
    end: int = 0
    page: int | None = None
    related: tuple[Place, ...] = ()
