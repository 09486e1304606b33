"""Text as it is scanned: one kind of dash, space, apostrophe, digit and width, nothing that is not seen.

Unlike folding this keeps case, and almost every character in its place: only a text with such characters is copied.
"""

from __future__ import annotations

import re
from collections.abc import Sequence, Set

# Stands between texts that are looked through together; within a text it is a space.
SEPARATOR = "\x1e"
_HIDDEN = "\u00ad\u0640\u064b-\u0652\u0670\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff"
_UNSEEN = re.compile(rf"[{_HIDDEN}]+")
_SEEN = re.compile(rf"[^{_HIDDEN}]+")
_PLAIN = {
    **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63", "-"),
    **dict.fromkeys("\u00a0\u2002\u2003\u2007\u2009\u202f\u3000\t\n\r", " "),
    **dict.fromkeys("\u2018\u2019\u02bc\u2032", "'"),
    **{chr(zero + digit): str(digit) for zero in (0x660, 0x6F0) for digit in range(10)},
    **{chr(code): chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F) if chr(code) not in "，；：！？"},
    "\u0451": "\u0435",
    "\u0401": "\u0415",
}
_UNUSUAL = re.compile(f"[{_HIDDEN}{''.join(map(re.escape, _PLAIN))}]")

Scannable = tuple[str, Sequence[int] | None]


def scannable(text: str) -> Scannable:
    """The text to scan, and for each of its characters the offset in ``text``; ``None`` when they stand in step."""
    text = text.replace(SEPARATOR, " ")
    marks = set(_UNUSUAL.findall(text))
    plain = _in_step(text, marks)
    return (plain, None) if marks <= _PLAIN.keys() else _seen(plain)


def scannable_together(texts: Sequence[str]) -> list[Scannable]:
    """What ``scannable`` gives for each of the texts: many short ones are looked through at once."""
    joined = SEPARATOR.join(texts)
    if joined.count(SEPARATOR) >= max(len(texts), 1):
        return [scannable(text) for text in texts]
    marks = set(_UNUSUAL.findall(joined))
    hidden = marks - _PLAIN.keys()
    plain = _in_step(joined, marks).split(SEPARATOR)[: len(texts)]
    found: list[Scannable] = [(text, None) for text in plain]
    for place in {place for mark in hidden for place, text in enumerate(plain) if mark in text}:
        found[place] = _seen(plain[place])
    return found


def _in_step(text: str, marks: Set[str]) -> str:
    """What is printed in several ways made the plain one, each character in its place."""
    for mark in marks & _PLAIN.keys():
        text = text.replace(mark, _PLAIN[mark])
    return text


def _seen(text: str) -> Scannable:
    """The text without the characters that are not seen, and where each of the others stood."""
    offsets: list[int] = []
    for match in _SEEN.finditer(text):
        offsets.extend(range(*match.span()))
    return _UNSEEN.sub("", text), offsets


def printed_forms(text: str) -> set[str]:
    """A row's text as it may stand in a text that is scanned: with a capital too."""
    plain = scannable(text)[0]
    return {plain, plain[:1].upper() + plain[1:]}
