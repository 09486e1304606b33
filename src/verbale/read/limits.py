"""How much a source may ask of the machine before it is refused."""

from __future__ import annotations

from dataclasses import dataclass

_MEGABYTE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Limits:
    """The bounds of one reading: the file in ``bytes``, its ``pages``, and what it unpacks to.

    ``bytes`` and ``expansion`` are counted in bytes. Past any of them ``TooLarge`` is raised.
    """

    bytes: int = 200 * _MEGABYTE
    pages: int = 2_000
    expansion: int = 512 * _MEGABYTE
