"""Text as it is scanned for symbols: one kind of dash, digit and width, nothing that is not seen.

Unlike folding this keeps case, and almost every text as it is: only one with such characters is copied.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

_ONE_TO_ONE = str.maketrans(
    {
        **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63", "-"),
        **dict.fromkeys("\u00a0\u2002\u2003\u2007\u2009\u202f\u3000\t\n", " "),
        **{chr(0x660 + digit): str(digit) for digit in range(10)},
        **{chr(0x6F0 + digit): str(digit) for digit in range(10)},
        **{chr(code): chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F) if chr(code) not in "，；：！？"},
    }
)
_UNUSUAL = re.compile(
    "[\u00a0\u00ad\u061c\u0640\u064b-\u0652\u0660-\u0669\u0670\u06f0-\u06f9\u2002-\u2003\u2007\u2009\u200b-\u2015"
    "\u202a-\u202f\u2060-\u2069\u2212\u3000\ufe58\ufe63\ufeff\uff01-\uff0b\uff0d-\uff19\uff1c-\uff5e\t\n]"
)
_HIDDEN = "\u00ad\u0640\u064b-\u0652\u0670\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff"
_SEEN = re.compile(rf"[^{_HIDDEN}]+")
_ANY_HIDDEN = re.compile(rf"[{_HIDDEN}]")


def scannable(text: str) -> tuple[str, Sequence[int] | None]:
    """The text to scan, and for each of its characters the offset in ``text``; ``None`` when they stand in step."""
    if not _UNUSUAL.search(text):
        return text, None
    changed = text.translate(_ONE_TO_ONE)
    if not _ANY_HIDDEN.search(changed):
        return changed, None
    offsets: list[int] = []
    for match in _SEEN.finditer(changed):
        offsets.extend(range(*match.span()))
    return _ANY_HIDDEN.sub("", changed), offsets
