"""The characters of an HTML file: byte order mark, then what it declares, then what the bytes are."""

from __future__ import annotations

import re

from verbale.model.finding import Severity
from verbale.read.charsets import decode
from verbale.read.draft import BlockBuilder

_DECLARED = re.compile(
    rb"<meta[^>]{0,400}?charset\s*=\s*[\"']?\s*([\w.:-]{1,40})|<\?xml[^>]{0,200}?encoding=[\"']([\w.:-]{1,40})",
    re.I,
)
_HEAD = 4096  # bytes in which an encoding may be declared: the HTML standard asks for 1,024


def read_characters(data: bytes, sheet: BlockBuilder) -> str:
    """The text of the bytes; whatever had to be guessed or replaced is reported on the sheet."""
    declared = _DECLARED.search(data[:_HEAD])
    label = (declared[1] or declared[2]).decode("ascii", "replace") if declared else ""
    # A page that could be searched for its own label as bytes is in no encoding of two bytes for a letter.
    decoded = decode(data, "utf-8" if label.lower().startswith(("utf-16", "utf16")) else label)
    if decoded.told:
        rule = (
            "read/bad-character" if decoded.told.endswith(f"as {decoded.codec}") and "guess" not in decoded.told else ""
        )
        sheet.report(rule or "read/encoding", f"{decoded.told[:1].upper()}{decoded.told[1:]}", Severity.WARNING)
    return decoded.text
