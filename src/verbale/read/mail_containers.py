"""Files within files that come with a message: archives, ``winmail.dat`` of Outlook, signed messages.

Each is opened under limits; what is inside keeps the name of what it was in. Nothing is written anywhere.
"""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Iterator
from typing import NamedTuple

from verbale.errors import Damaged, Encrypted, TooLarge
from verbale.read.charsets import decode
from verbale.read.limits import Limits

_TNEF = b"\x78\x9f\x3e\x22"
_SIGNED = bytes((0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x07, 0x02))
_SEALED = bytes((0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x07, 0x03))
_OFFICE = ("[Content_Types].xml", "mimetype", "META-INF/")
_RATIO, _RATIO_FROM = 200, 8 << 20  # times its size that an archive may unpack to, once past so many bytes
_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    OSError,
    ValueError,
    NotImplementedError,
    RuntimeError,
)


class Inner(NamedTuple):
    """A file that was in another."""

    name: str
    data: bytes


def is_archive(data: bytes) -> bool:
    """Whether bytes are a ZIP archive of files and no document packed as one."""
    if not data.startswith(b"PK\x03\x04"):
        return False
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = archive.namelist()
    except _BROKEN:
        return False
    return not any(name.startswith(_OFFICE) for name in names)


def open_archive(data: bytes, name: str, limits: Limits) -> tuple[Inner, ...]:
    """The files of a ZIP archive. Raises ``TooLarge``, ``Encrypted`` or ``Damaged``."""
    left = limits.expansion
    found: list[Inner] = []
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            infos = [info for info in archive.infolist() if not info.is_dir() and not _is_litter(info.filename)]
            if len(infos) > limits.parts:
                raise TooLarge(name, f"{len(infos):,} files, the limit is {limits.parts:,}", "send fewer files")
            for info in infos:
                if info.flag_bits & 1:
                    raise Encrypted(name, f"{info.filename} is protected by a password", "send it without one")
                most = min(left, max(_RATIO_FROM, _RATIO * info.compress_size))
                with archive.open(info) as stream:
                    content = stream.read(most + 1)
                if len(content) > most:
                    raise TooLarge(name, f"{info.filename} unpacks to more than {most:,} bytes", "send it unpacked")
                left -= len(content)
                found.append(Inner(_file_name(info), content))
    except _BROKEN as error:
        raise Damaged(name, f"the archive cannot be unpacked: {error}", "send the files unpacked") from error
    return tuple(found)


def _is_litter(name: str) -> bool:
    return name.startswith("__MACOSX/") or name.rpartition("/")[2] in (".DS_Store", "Thumbs.db", "desktop.ini")


def _file_name(info: zipfile.ZipInfo) -> str:
    """The name of a file; one that is not said to be in UTF-8 is in whatever encoding its maker had."""
    if info.flag_bits & 0x800 or info.filename.isascii():
        return info.filename
    return decode(info.filename.encode("cp437", "replace")).text


def is_tnef(data: bytes) -> bool:
    """Whether bytes are a ``winmail.dat``."""
    return data.startswith(_TNEF)


def open_tnef(data: bytes, name: str, limits: Limits) -> tuple[Inner, ...]:
    """The files in a ``winmail.dat`` (MS-OXTNEF), with their long names where those are told. Raises ``Damaged``."""
    found: list[list[object]] = []
    for level, kind, value in _tnef_attributes(data):
        if level != 2:
            continue
        if kind == 0x9002:
            found.append(["", b""])
        elif found and kind == 0x8010:
            found[-1][0] = found[-1][0] or decode(value.rstrip(b"\x00")).text
        elif found and kind == 0x800F:
            found[-1][1] = value
        elif found and kind == 0x9005 and (long := _long_name(value)):
            found[-1][0] = long
        if len(found) > limits.parts:
            raise TooLarge(name, f"more than {limits.parts:,} files, the limit", "send fewer files")
    named = [(str(title), content) for title, content in found if isinstance(content, bytes) and content]
    files = tuple(Inner(title or f"file-{at}", content) for at, (title, content) in enumerate(named, 1))
    if not files:
        raise Damaged(name, "a winmail.dat of Outlook without a file that can be made out", "ask for the letter itself")
    return files


def _tnef_attributes(data: bytes) -> Iterator[tuple[int, int, bytes]]:
    """Level, kind and value of each attribute, up to where the file breaks off."""
    at = 6
    while at + 9 <= len(data):
        level, kind, size = data[at], *struct.unpack_from("<HxxI", data, at + 1)
        start = at + 9
        if level not in (1, 2) or start + size + 2 > len(data):
            return
        yield level, kind, data[start : start + size]
        at = start + size + 2


def _long_name(properties: bytes) -> str:
    """The long file name among the MAPI properties of an attachment: in UTF-16 or in an eight-bit encoding."""
    for kind, step in ((b"\x1f\x00\x07\x37", "utf-16-le"), (b"\x1e\x00\x07\x37", "")):
        at = properties.find(kind)
        if at < 0 or at + 12 > len(properties):
            continue
        count, size = struct.unpack_from("<II", properties, at + 4)
        if count == 1 and size < 1024:
            value = properties[at + 12 : at + 12 + size]
            return (value.decode(step, "replace") if step else decode(value).text).rstrip("\x00")
    return ""


def is_sealed(data: bytes) -> bool:
    """Whether bytes are a message that only its recipient can open (CMS enveloped data)."""
    return data[:1] == b"\x30" and _SEALED in data[:64]


def is_signed(data: bytes) -> bool:
    """Whether bytes hold a message with its signature around it (CMS signed data)."""
    return data[:1] == b"\x30" and _SIGNED in data[:64]


def open_signed(data: bytes, name: str) -> bytes:
    """The message inside signed data (RFC 5652, 5.1); its signature is not tested. Raises ``Damaged``.

    The signature says who answers for the words, which a person looks into; to read them it is not needed.
    """
    try:
        content_info = _children(data, 0, len(data))
        _, start, end = content_info[0]
        outer = _children(data, start, end)
        _, start, end = outer[1]
        signed = _children(data, *_children(data, start, end)[0][1:])
        inside = next(item for item in signed if item[0] == 0x30)
        explicit = _children(data, *inside[1:])[1]
        octets = _octets(data, *_children(data, *explicit[1:])[0])
    except (IndexError, StopIteration, ValueError) as error:
        raise Damaged(
            name, "a signed message (S/MIME) that is no valid PKCS #7", "ask for the letter itself"
        ) from error
    if not octets:
        raise Damaged(name, "a signature (S/MIME) without the message that it signs", "ask for the letter itself")
    return octets


_MOST_ITEMS = 20_000  # items of a TNEF stream or names of an archive


def _children(data: bytes, start: int, end: int) -> list[tuple[int, int, int]]:
    """Tag, start and end of each item of BER between two places; of indefinite length up to the mark of its end."""
    found: list[tuple[int, int, int]] = []
    at = start
    while at < end and len(found) < _MOST_ITEMS:
        if data[at : at + 2] == b"\x00\x00":
            break
        tag, inner, stop, after = _item(data, at, end)
        found.append((tag, inner, stop))
        at = after
    return found


def _item(data: bytes, at: int, end: int) -> tuple[int, int, int, int]:
    tag, length, inner = data[at], data[at + 1], at + 2
    if length == 0x80:
        stop = _end_of_content(data, inner, end)
        return tag, inner, stop, stop + 2
    if length > 0x80:
        size = length & 0x7F
        if size > 8:
            raise ValueError("a length of too many bytes")
        length = int.from_bytes(data[inner : inner + size], "big")
        inner += size
    if inner + length > end:
        raise ValueError("an item that ends behind what holds it")
    return tag, inner, inner + length, inner + length


def _end_of_content(data: bytes, at: int, end: int) -> int:
    """Where the content of an item of indefinite length ends; those within are stepped over, without recursion."""
    depth = 1
    while at < end:
        if data[at : at + 2] == b"\x00\x00":
            depth -= 1
            if not depth:
                return at
            at += 2
            continue
        if data[at + 1] == 0x80:
            depth += 1
            at += 2
            continue
        at = _item(data, at, end)[3]
    raise ValueError("an item without an end")


def _octets(data: bytes, tag: int, start: int, end: int) -> bytes:
    """An octet string, in one or in pieces."""
    if not tag & 0x20:
        return data[start:end]
    return b"".join(data[low:high] for _, low, high in _children(data, start, end))
