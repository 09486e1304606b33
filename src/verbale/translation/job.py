"""What is sent to be translated: the segments of one text, from one language into another."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from verbale.model.language import Language


class SegmentState(StrEnum):
    """How far a segment is, in the words of XLIFF 2.1 (section 4.3.1.30)."""

    INITIAL = "initial"
    TRANSLATED = "translated"
    REVIEWED = "reviewed"
    FINAL = "final"


@dataclass(frozen=True, slots=True)
class Segment:
    """One unit of a text by its ref: the words, and their translation where there is one.

    ``note`` is for the translator: where an offered translation came from.
    """

    ref: str
    source: str
    target: str = ""
    state: SegmentState = SegmentState.INITIAL
    note: str = ""


@dataclass(frozen=True, slots=True)
class Job:
    """A text and its translation. ``id`` names the case, ``version`` the version of the text."""

    id: str
    original: str
    version: int
    source: Language
    target: Language
    segments: tuple[Segment, ...]

    @property
    def sources(self) -> list[tuple[str, str]]:
        """The ref and the words of every segment, as they went out."""
        return [(one.ref, one.source) for one in self.segments]

    @property
    def empty(self) -> tuple[str, ...]:
        """The refs of the segments that have words and no translation at all."""
        return tuple(one.ref for one in self.segments if one.source.strip() and not one.target.strip())

    @property
    def open(self) -> tuple[str, ...]:
        """The refs of the segments that have words and no translation that somebody stands by."""
        return tuple(
            one.ref
            for one in self.segments
            if one.source.strip() and (not one.target.strip() or one.state == "initial")
        )
