"""Text as it is scanned: letters composed, one kind of dash, stroke, space, apostrophe, digit and width, none unseen.

Unlike folding this keeps case, and almost every character in its place: only a text with such characters is copied.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence, Set
from typing import NamedTuple

from verbale.lexicon.characters import (
    APOSTROPHES,
    ARABIC_SIGNS,
    COMBINING,
    DASHES,
    DIGITS,
    HIDDEN,
    JOINED_LETTERS,
    LETTERS,
    SPACES,
    STROKES,
)

# Stands between texts that are looked through together; within a text it is a space.
SEPARATOR = "\x1e"
# Chinese keeps its full-width signs that end or part a sentence.
_WIDE = {chr(code): chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F) if chr(code) not in "，；：！？"}
_PLAIN = {
    plain: kind[0] for kind in (DASHES, SPACES, APOSTROPHES, STROKES) for plain in kind[1:]
} | _WIDE | DIGITS | LETTERS  # fmt: skip
_UNSEEN = re.compile(f"[{HIDDEN}]+")
_SEEN = re.compile(f"(?P<seen>[^{HIDDEN}]+)(?P<signs>[{ARABIC_SIGNS}]*)")
_OUT_OF_STEP = re.compile(f"[{COMBINING}{JOINED_LETTERS}]")
_JOINED = re.compile(f"[{JOINED_LETTERS}]")
_UNUSUAL = re.compile(f"[{HIDDEN}{COMBINING}{JOINED_LETTERS}{''.join(map(re.escape, _PLAIN))}]")


class Places(NamedTuple):
    """For each character of a plain text where the printed one began and ended that it stands for.

    A letter ends behind the marks that are printed on it.
    """

    starts: Sequence[int]
    ends: Sequence[int]


Scannable = tuple[str, Places | None]


def printed_stretch(places: Places | None, start: int, end: int) -> tuple[int, int]:
    """Where a stretch of a plain text, not an empty one, stands in the text that was printed."""
    return (start, end) if places is None else (places.starts[start], places.ends[end - 1])


def scannable(text: str) -> Scannable:
    """The text to scan and where its characters stood in ``text``; ``None`` when they stand in step."""
    text = text.replace(SEPARATOR, " ")
    marks = set(_UNUSUAL.findall(text))
    if not unicodedata.is_normalized("NFC", text) or any(map(_OUT_OF_STEP.match, marks)):
        return _composed(text)
    plain = _in_step(text, marks)
    return (plain, None) if marks <= _PLAIN.keys() else _seen(plain)


def scannable_together(texts: Sequence[str]) -> list[Scannable]:
    """What ``scannable`` gives for each of the texts: many short ones are looked through at once."""
    joined = SEPARATOR.join(texts)
    if joined.count(SEPARATOR) >= max(len(texts), 1) or not unicodedata.is_normalized("NFC", joined):
        return [scannable(text) for text in texts]
    marks = set(_UNUSUAL.findall(joined))
    unlike = marks - _PLAIN.keys()
    plain = _in_step(joined, marks).split(SEPARATOR)[: len(texts)]
    found: list[Scannable] = [(text, None) for text in plain]
    for place in {place for mark in unlike for place, text in enumerate(plain) if mark in text}:
        found[place] = scannable(texts[place])
    return found


def _in_step(text: str, marks: Set[str]) -> str:
    """What is printed in several ways made the plain one, each character in its place."""
    for mark in marks & _PLAIN.keys():
        text = text.replace(mark, _PLAIN[mark])
    return text


def _seen(text: str) -> Scannable:
    """The text without the characters that are not seen, and where each of the others stood."""
    starts: list[int] = []
    ends: list[int] = []
    for match in _SEEN.finditer(text):
        low, high = match.span("seen")
        starts.extend(range(low, high))
        ends.extend(range(low + 1, high))
        ends.append(match.end())
    return _UNSEEN.sub("", text), Places(starts, ends)


def _composed(text: str) -> Scannable:
    """The text with each letter and its marks as one character as far as there is one, ligatures taken apart."""
    pieces: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for low, high in _clusters(text):
        cluster = text[low:high]
        joined = _JOINED.match(cluster)
        piece = unicodedata.normalize("NFKC", cluster) if joined else unicodedata.normalize("NFC", cluster)
        piece = _UNSEEN.sub("", piece)
        pieces.append(piece)
        starts.extend([low] * len(piece))
        ends.extend([high] * len(piece))
    plain = "".join(pieces)
    return _in_step(plain, set(_UNUSUAL.findall(plain))), Places(starts, ends)


def _clusters(text: str) -> Iterator[tuple[int, int]]:
    """Each character with the marks that combine with it."""
    low = 0
    for place in range(1, len(text) + 1):
        if place == len(text) or not _joins(text[place]):
            yield low, place
            low = place


def _joins(character: str) -> bool:
    """Whether a character combines with the one before: a mark, or the later part of a Korean syllable."""
    return unicodedata.combining(character) != 0 or "\u1160" <= character <= "\u11ff"
