"""The weight of a PDF's streams, told before PDFium unpacks them into memory for good.

PDFium inflates a page's content to the end and builds an object for every operator in it, so
that a file of 200 kB can ask for gigabytes. Pictures are left alone: they are never painted.
"""

from __future__ import annotations

import re
import zlib

from verbale.errors import TooLarge
from verbale.read.limits import Limits

_STREAM = re.compile(rb"\bstream\r?\n")
_END = b"endstream"
_DICTIONARY = 600  # bytes before a stream in which its dictionary is looked for
_PICTURE = re.compile(rb"/Subtype\s*/Image\b")
_FONT = re.compile(rb"/Length1\b|/FontFile|/Type1C\b|/CIDFontType0C\b|/OpenType\b")
_SHOWS = re.compile(rb"[\])>\s]T[jJ]\b")
_SHORTEST = 6  # bytes of an operator that shows a letter
_STEP = 1 << 20  # bytes inflated at a time
# Deflate packs no better than about 1030 to 1: what is smaller than this stays within the bounds.
_BEST_RATIO = 1030
_NESTED = 3  # filters one over another


def refuse_heavy_streams(data: bytes, name: str, limits: Limits) -> None:
    """Raise ``TooLarge`` when a stream that is no picture and no font asks for too much.

    Bounds are ``limits.drawn`` bytes once unpacked, and ``limits.shown`` operators that show text.
    """
    harmless = min(limits.drawn, limits.shown * _SHORTEST) // _BEST_RATIO
    for match in _STREAM.finditer(data):
        start = match.end()
        end = data.find(_END, start)
        size = (end if end >= 0 else len(data)) - start
        if size <= harmless:
            continue
        before = data[max(0, match.start() - _DICTIONARY) : match.start()]
        dictionary = before[before.rfind(b" obj") + 1 :]
        if _PICTURE.search(dictionary) or _FONT.search(dictionary):
            continue
        unpacked = _unpack(data[start : start + size], limits.drawn)
        if len(unpacked) > limits.drawn:
            raise _too_heavy(name, start, f"unpacks to more than {limits.drawn:,} bytes")
        if len(unpacked) > limits.shown * _SHORTEST and len(_SHOWS.findall(unpacked)) > limits.shown:
            raise _too_heavy(name, start, f"shows more than {limits.shown:,} pieces of text")


def _too_heavy(name: str, start: int, what: str) -> TooLarge:
    return TooLarge(name, f"a stream at byte {start:,} {what}", "print the document to a new PDF")


def _unpack(packed: bytes, limit: int) -> bytes:
    """A stream inflated, and again where it was packed more than once, to just over ``limit`` bytes at most."""
    for _ in range(_NESTED):
        inflater = zlib.decompressobj()
        parts: list[bytes] = []
        total, rest = 0, packed
        try:
            while rest and not inflater.eof and total <= limit:
                parts.append(inflater.decompress(rest, _STEP))
                total += len(parts[-1])
                rest = inflater.unconsumed_tail
        except zlib.error:
            # A stream cut short or not packed at all: what came out so far is what counts.
            rest = b""
        if not total:
            return packed
        packed = b"".join(parts)
        if total > limit:
            return packed
    return packed
