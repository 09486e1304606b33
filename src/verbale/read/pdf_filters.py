"""The filters of a PDF's streams undone, as far as a limit: enough to weigh a stream, never to believe it."""

from __future__ import annotations

import base64
import re
import zlib
from collections.abc import Callable, Mapping

_STEP = 1 << 20  # bytes inflated at a time
_SPACE = re.compile(rb"\s+")
_FILTERS = re.compile(rb"/(?:Filter|F)\s*(?:\[([^\]]{0,400})\]|(/\w+))")
_NAME = re.compile(rb"/(\w+)")
_MOST_FILTERS = 8  # filters one over another
_CLEAR, _END, _CODES = 256, 257, 4096  # of LZW
_PAST_END = 128  # the byte of RunLengthDecode that ends its data


def find_filters(dictionary: bytes) -> list[str]:
    """The names of the filters that a stream's dictionary gives, in the order in which they are undone."""
    found = _FILTERS.search(dictionary)
    names = _NAME.findall(found[1] or found[2] or b"") if found else []
    return [name.decode("ascii", "replace") for name in names[:_MOST_FILTERS]]


def unpack(packed: bytes, filters: list[str], limit: int) -> bytes:
    """A stream with its filters undone, to just over ``limit`` bytes at most; what is of no known filter as it is."""
    for name in filters:
        undo = _FILTER_OF.get(name)
        if undo is None:
            return packed
        packed = undo(packed, limit)
        if len(packed) > limit:
            return packed
    return packed


def _inflate(packed: bytes, limit: int) -> bytes:
    inflater = zlib.decompressobj()
    parts: list[bytes] = []
    total, rest = 0, packed.lstrip(b"\r\n")
    try:
        while rest and not inflater.eof and total <= limit:
            parts.append(inflater.decompress(rest, _STEP))
            total += len(parts[-1])
            rest = inflater.unconsumed_tail
    except zlib.error:
        # A stream cut short or not packed at all: what came out so far is what counts.
        rest = b""
    return b"".join(parts)


def _from_ascii85(packed: bytes, limit: int) -> bytes:
    text = _SPACE.sub(b"", packed[: 2 * limit]).removeprefix(b"<~").partition(b"~")[0]
    if text.count(b"z") * 4 > limit:
        return bytes(limit + 1)
    try:
        return base64.a85decode(text)
    except ValueError:
        return packed


def _from_hex(packed: bytes, limit: int) -> bytes:
    text = _SPACE.sub(b"", packed[: 4 * limit].partition(b">")[0])
    try:
        return bytes.fromhex(text.decode("ascii") + "0" * (len(text) % 2))
    except ValueError:
        return packed


def _from_runs(packed: bytes, limit: int) -> bytes:
    out = bytearray()
    at = 0
    while at < len(packed) and packed[at] != _PAST_END and len(out) <= limit:
        length = packed[at]
        if length < _PAST_END:
            out += packed[at + 1 : at + 2 + length]
            at += length + 2
        else:
            out += packed[at + 1 : at + 2] * (257 - length)
            at += 2
    return bytes(out)


def _from_lzw(packed: bytes, limit: int) -> bytes:
    """LZW with codes of 9 to 12 bits, the first bit highest, the width changed one code early as is the default."""
    table = [bytes((at,)) for at in range(256)] + [b"", b""]
    out: list[bytes] = []
    total, width, held, bits, before = 0, 9, 0, 0, b""
    for byte in packed:
        held, bits = (held << 8 | byte) & 0xFFFFFF, bits + 8
        if bits < width:
            continue
        bits -= width
        code = held >> bits & ((1 << width) - 1)
        if code == _END or code > len(table) or total > limit:
            break
        if code == _CLEAR:
            del table[258:]
            width, before = 9, b""
            continue
        word = table[code] if code < len(table) else before + before[:1]
        if before and len(table) < _CODES:
            table.append(before + word[:1])
        width = min(12, max(9, (len(table) + 1).bit_length()))
        out.append(word)
        total += len(word)
        before = word
    return b"".join(out)


_FILTER_OF: Mapping[str, Callable[[bytes, int], bytes]] = {
    **dict.fromkeys(("FlateDecode", "Fl"), _inflate),
    **dict.fromkeys(("ASCII85Decode", "A85"), _from_ascii85),
    **dict.fromkeys(("ASCIIHexDecode", "AHx"), _from_hex),
    **dict.fromkeys(("RunLengthDecode", "RL"), _from_runs),
    **dict.fromkeys(("LZWDecode", "LZW"), _from_lzw),
}
