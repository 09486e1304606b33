"""How much a source may ask of the machine before it is refused."""

from __future__ import annotations

from dataclasses import dataclass

_MEGABYTE = 1024 * 1024  # bytes


@dataclass(frozen=True, slots=True)
class Limits:
    """The bounds of one reading: the file in ``bytes``, its ``pages``, and what it unpacks to.

    ``bytes`` and ``expansion`` are counted in bytes, and so are ``written``, the bound of plain text
    and HTML, where all bytes are words, and ``drawn``, the bound of one unpacked stream of a PDF that
    is no picture; ``shown`` bounds the text operators in it. ``lines`` bounds the lines and paragraphs
    of any format, ``elements`` those of HTML.
    ``parts`` bounds the parts of a message and the files in an archive, ``nesting`` how deep they lie in one another.
    Past any of them ``TooLarge`` is raised. A thousand pages are about 3 MB of English text and 45,000 lines.
    """

    bytes: int = 200 * _MEGABYTE
    pages: int = 2_000
    expansion: int = 256 * _MEGABYTE
    written: int = 8 * _MEGABYTE
    lines: int = 80_000
    elements: int = 200_000
    drawn: int = 16 * _MEGABYTE
    shown: int = 100_000
    parts: int = 1_000
    nesting: int = 50
