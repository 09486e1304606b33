"""The pieces that a PDF page prints: letters of one font side by side, and single letters with their places."""

from __future__ import annotations

from typing import NamedTuple


class GlyphRun(NamedTuple):
    """Letters of one text object side by side, without the white space at their ends.

    ``first`` is the index of the first letter on the page; letter ``i`` of ``text`` is letter
    ``first + i`` of the page. ``x0``, ``x1`` and the baseline ``y`` are in points, in a frame
    in which the text runs to the right and ``y`` grows upwards; ``turn`` is that frame's
    quarter turns from the page as shown. ``before`` and ``after`` count the white space that was
    taken off. A run of nothing but white space has an empty ``text`` and one ``after``. ``owner`` is the text object
    that printed it; ``tilted`` is whether it climbs or falls across the page, as a watermark does.
    """

    text: str
    first: int
    x0: float
    x1: float
    y: float
    size: float
    bold: bool
    italic: bool
    turn: int
    before: int
    after: int
    owner: int = 0
    tilted: bool = False


class Glyph(NamedTuple):
    """Letter ``at`` of the page with its box and origin, in the frame of its run."""

    char: str
    at: int
    x: float
    left: float
    right: float
