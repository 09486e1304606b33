"""Texts go out to be translated and come back: XLIFF 2.1 for the work, TMX 1.4 for its memory.

In come segments with their refs, out come files that translators' tools read; and the other way round. This room does
not know cases, documents or where a text came from.
"""

from verbale.translation.job import Job, Segment, SegmentState
from verbale.translation.memory import Memory, Offer, Pair
from verbale.translation.tmx import read_tmx, write_tmx
from verbale.translation.xliff import is_xliff, read_xliff, write_xliff

__all__ = [
    "Job",
    "Memory",
    "Offer",
    "Pair",
    "Segment",
    "SegmentState",
    "is_xliff",
    "read_tmx",
    "read_xliff",
    "write_tmx",
    "write_xliff",
]
