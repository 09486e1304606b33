"""A message cut into its parts, whatever the nesting: bytes in, parts with their header fields and their own bytes out.

Written for messages as they come: no field and no part of a message makes it unreadable as a whole, nothing recurses,
and the time it takes grows with the bytes. RFC 5322, 2045 to 2047, 2231.
"""

from __future__ import annotations

import base64
import binascii
import quopri
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from verbale.read.charsets import decode

_HEADERS = 256 * 1024  # bytes of the header of one part
_FIELD = 16 * 1024  # characters of one field
_FOLDED = re.compile(rb"\r?\n[ \t]+")
_END = re.compile(rb"\r?\n\r?\n|\n\r\n|\A\r?\n")
_NAME = re.compile(rb"([!-9;-~]+)[ \t]*:[ \t]*(.*)", re.S)
_PARAMETER = re.compile(r";\s*([\w!#$%&'*+.^`|~-]{1,80}?)\s*=\s*(\"(?:[^\"\\]|\\.)*\"?|[^;]*)")
_WORD = re.compile(r"=\?([\w!#$%&'+.:^`{}~-]{1,60}?)(?:\*[\w-]*)?\?([BbQq])\?([^?]*)\?=")
_BETWEEN_WORDS = re.compile(r"(\?=)\s+(?==\?)")
_SECTION = re.compile(r"(.+?)\*(?:(\d{1,3})(\*?)|)")
_UNENCODED = frozenset({"7bit", "8bit", "binary", ""})


@dataclass(slots=True)
class Part:
    """One part of a message: its fields by lower-case name, the first of each, and its bytes as they stand."""

    fields: Mapping[str, str]
    raw: bytes
    inside: str = ""
    parts: list[Part] = field(default_factory=list)

    @property
    def media_type(self) -> str:
        """Lower case, as ``text/plain``; of a part in a digest the default is a message."""
        kind = self.fields.get("content-type", "").partition(";")[0].strip().lower()
        plain = "message/rfc822" if self.inside == "multipart/digest" else "text/plain"
        return kind if re.fullmatch(r"[\w.+-]+/[\w.+-]+", kind) else plain

    @property
    def name(self) -> str:
        """The file name that the part gives, empty where it gives none."""
        for header, key in (("content-disposition", "filename"), ("content-type", "name")):
            if found := parameters(self.fields.get(header, "")).get(key):
                return decode_words(found).strip()
        return ""

    @property
    def charset(self) -> str:
        """The label of its encoding, empty where there is none."""
        return parameters(self.fields.get("content-type", "")).get("charset", "")

    @property
    def is_attached(self) -> bool:
        """Whether it says that it is a file that comes with the message."""
        return self.fields.get("content-disposition", "").strip().lower().startswith("attachment")

    def data(self) -> bytes:
        """The bytes of a part that holds no others, with its transfer encoding undone as far as that goes."""
        encoding = self.fields.get("content-transfer-encoding", "").strip().lower()
        if encoding in _UNENCODED:
            return self.raw
        if encoding == "quoted-printable":
            return quopri.decodestring(self.raw)
        if encoding == "base64":
            return decode_base64(self.raw)
        return self.raw


class TooManyParts(Exception):
    """A message has more parts, or deeper ones, than is allowed."""


def read_message(data: bytes, most_parts: int, deepest: int) -> Part:
    """A message as a tree of parts. Raises ``TooManyParts``."""
    top = _part(data, "")
    waiting = [(top, 0)]
    count = 0
    while waiting:
        part, depth = waiting.pop()
        boundary = parameters(part.fields.get("content-type", "")).get("boundary", "").rstrip()
        if not part.media_type.startswith("multipart/") or not boundary:
            continue
        if depth >= deepest:
            raise TooManyParts(f"its parts are nested more than {deepest} deep, the limit")
        for raw in _cut(part.raw, boundary):
            count += 1
            if count > most_parts:
                raise TooManyParts(f"more than {most_parts:,} parts, the limit")
            part.parts.append(_part(raw, part.media_type))
        waiting.extend((inner, depth + 1) for inner in part.parts)
    return top


def _part(data: bytes, inside: str) -> Part:
    end = _END.search(data)
    head, body = (data[: end.start()], data[end.end() :]) if end else (data, b"")
    if end and inside and not end.start() and not end.group().strip(b"\r\n"):
        head = b""
    return Part(_fields(head[:_HEADERS]), body, inside)


def _fields(head: bytes) -> Mapping[str, str]:
    found: dict[str, str] = {}
    for line in _FOLDED.sub(b" ", head).splitlines():
        if match := _NAME.fullmatch(line):
            name = match[1].decode("ascii", "replace").lower()
            found.setdefault(name, decode(match[2][:_FIELD]).text.strip())
    return found


def _cut(body: bytes, boundary: str) -> Iterator[bytes]:
    """The parts between the lines of a boundary; what stands before the first and behind the last is no part."""
    mark = re.escape(b"--" + boundary.encode("utf-8", "replace"))
    lines = list(re.finditer(rb"(?:\A|\r?\n)" + mark + rb"(--)?[ \t]*(?=\r?\n|\Z)", body))
    for at, line in enumerate(lines):
        if line[1]:
            return
        start = line.end()
        start += 2 if body[start : start + 2] == b"\r\n" else 1
        stop = lines[at + 1].start() if at + 1 < len(lines) else len(body)
        yield body[start : max(start, stop)]


def parameters(value: str) -> Mapping[str, str]:
    """The parameters of a structured field, those in sections and encodings of RFC 2231 joined and decoded."""
    plain: dict[str, str] = {}
    sections: dict[str, dict[int, tuple[str, bool]]] = {}
    for name, given in _PARAMETER.findall(value[:_FIELD]):
        text = re.sub(r"\\(.)", r"\1", given.strip('"')) if given.startswith('"') else given.strip()
        section = _SECTION.fullmatch(name.lower())
        if section is None:
            plain.setdefault(name.lower(), text)
        else:
            number, encoded = int(section[2] or 0), section[2] is None or bool(section[3])
            sections.setdefault(section[1], {}).setdefault(number, (text, encoded))
    for name, numbered in sections.items():
        plain[name] = _joined([numbered[number] for number in sorted(numbered)])
    return plain


def _joined(sections: list[tuple[str, bool]]) -> str:
    label, out = "", b""
    for at, (text, encoded) in enumerate(sections):
        if encoded and at == 0 and text.count("'") >= 2:
            label, _, text = text.split("'", 2)
        out += _unquoted(text) if encoded else text.encode("utf-8", "replace")
    return decode(out, label).text


def _unquoted(text: str) -> bytes:
    data = text.encode("utf-8", "replace")
    return re.sub(rb"%([0-9A-Fa-f]{2})", lambda match: bytes((int(match[1], 16),)), data)


def decode_words(text: str) -> str:
    """A field with its encoded words decoded; the bytes of neighbours of one encoding are joined before."""
    if "=?" not in text:
        return text
    out: list[str] = []
    pending, label, at = b"", "", 0
    text = _BETWEEN_WORDS.sub(r"\1", text[:_FIELD])
    for word in _WORD.finditer(text):
        if word.start() > at or word[1].lower() != label:
            out.append(decode(pending, label).text)
            pending = b""
            out.append(text[at : word.start()])
        label, at = word[1].lower(), word.end()
        pending += _word_bytes(word[2], word[3])
    return "".join((*out, decode(pending, label).text, text[at:]))


def _word_bytes(kind: str, text: str) -> bytes:
    if kind in "Bb":
        return decode_base64(text.encode("ascii", "replace"))
    return quopri.decodestring(text.replace("_", " ").encode("utf-8", "replace"), header=False)


def decode_base64(data: bytes) -> bytes:
    """Base64 as it comes: what is no sign of it is left out, and an end cut short gives what it can."""
    kept = re.sub(rb"[^A-Za-z0-9+/]", b"", data.partition(b"=")[0] if data.count(b"=") <= 2 else data)
    kept = kept[: len(kept) - 1] if len(kept) % 4 == 1 else kept
    try:
        return base64.b64decode(kept + b"=" * (-len(kept) % 4))
    except binascii.Error:
        return b""
