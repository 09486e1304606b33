"""What tells a saved message from other files: looked for in every source, and so apart from the reader of messages."""

from __future__ import annotations

import re

# A message begins with fields; one of these is among the first lines of every mail.
_FIELDS = re.compile(rb"\A(?:[!-9;-~]+[ \t]*:[^\n]*(?:\n[ \t][^\n]*)*(?:\n|\Z)){2,}")
_KNOWN = re.compile(rb"(?im)^(?:from|received|message-id|mime-version|return-path)[ \t]*:")
_ENVELOPE = re.compile(rb"\A(?:\xef\xbb\xbf)?\s*(?:\d{1,12}[ \t]*\r?\n)?(?:>?From [^\n]*\n)?")
HEAD = 65_536
"""Bytes in which the fields of a message are looked for."""
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_MARK = "__properties_version1.0".encode("utf-16-le")


def is_mail(data: bytes) -> bool:
    """Whether bytes are a saved e-mail, known by its fields and not by a name."""
    if is_outlook(data):
        return True
    head = _FIELDS.match(without_envelope(data[:HEAD]).replace(b"\r\n", b"\n"))
    return head is not None and _KNOWN.search(head[0]) is not None


def without_envelope(data: bytes) -> bytes:
    """The message without what a mailbox writes before it: a mark of order, a count of bytes, a line ``From …``."""
    envelope = _ENVELOPE.match(data)
    return data[envelope.end() :] if envelope else data


def is_outlook(data: bytes) -> bool:
    """Whether bytes are a message of Outlook, by the names of the streams in it."""
    return data.startswith(_OLE) and _MARK in data
