"""Text as it is scanned: letters composed, one kind of dash, slash, space, apostrophe, digit and width, none unseen.

Unlike folding this keeps case, and almost every character in its place: only a text with such characters is copied.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence, Set
from functools import cache
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
    SINGLETONS,
    SLASHES,
    SPACES,
)

# Stands between texts that are looked through together; within a text it is a space.
SEPARATOR = "\x1e"
# Chinese keeps its full-width signs that end or part a sentence.
_WIDE = {chr(code): chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F) if chr(code) not in "，；：！？"}
_PLAIN = {
    plain: kind[0] for kind in (DASHES, SPACES, APOSTROPHES, SLASHES) for plain in kind[1:]
} | _WIDE | DIGITS | LETTERS  # fmt: skip
_UNSEEN = re.compile(f"[{HIDDEN}]+")
_SEEN = re.compile(f"(?P<seen>[^{HIDDEN}]+)(?P<signs>[{ARABIC_SIGNS}]*)")
_OUT_OF_STEP = re.compile(f"[{COMBINING}{SINGLETONS}{JOINED_LETTERS}]")
_JOINED = re.compile(f"[{JOINED_LETTERS}]")
_UNUSUAL = re.compile(f"[{HIDDEN}{COMBINING}{SINGLETONS}{JOINED_LETTERS}{''.join(map(re.escape, _PLAIN))}]")


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
    if any(map(_OUT_OF_STEP.match, marks)):
        return _composed(text)
    plain = _in_step(text, marks)
    return (plain, None) if marks <= _PLAIN.keys() else _seen(plain)


def scannable_together(texts: Sequence[str]) -> tuple[list[str], Mapping[int, Places]]:
    """What ``scannable`` gives for each of the texts, many short ones looked through at once.

    The plain texts, and for those that are out of step, by their place in the list, where their characters stood.
    """
    joined = SEPARATOR.join(texts)
    places: dict[int, Places] = {}
    marks = set(_UNUSUAL.findall(joined))
    plain = _in_step(joined, marks).split(SEPARATOR)
    unlike: Iterable[int] = range(len(texts))
    if len(plain) == len(texts):
        unlike = {at for mark in marks - _PLAIN.keys() for at, text in enumerate(plain) if mark in text}
        if not any(map(_OUT_OF_STEP.match, marks)):
            for at in unlike:
                plain[at], places[at] = _seen(plain[at])
            return plain, places
    else:
        plain = [""] * len(texts)
    for at in unlike:
        plain[at], its = scannable(texts[at])
        if its is not None:
            places[at] = its
    return plain, places


def _in_step(text: str, marks: Set[str]) -> str:
    """What is printed in several ways made the plain one, each character in its place."""
    for mark in marks & _PLAIN.keys():
        text = text.replace(mark, _PLAIN[mark])
    return text


def _seen(text: str) -> tuple[str, Places]:
    """The text without the characters that are not seen, and where each of the others stood."""
    starts: list[int] = []
    ends: list[int] = []
    for match in _SEEN.finditer(text):
        low, high = match.span("seen")
        starts.extend(range(low, high))
        ends.extend(range(low + 1, high))
        ends.append(match.end())
    return _UNSEEN.sub("", text), Places(starts, ends)


def printed_forms(text: str) -> set[str]:
    """A row's text as it may stand in a text that is scanned: with a capital too."""
    plain = scannable(text)[0]
    return {plain, plain[:1].upper() + plain[1:]}


def _composed(text: str) -> Scannable:
    """The text with each letter and its marks as one character as far as there is one, ligatures taken apart."""
    pieces: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for match in _clusters().finditer(text):
        low, high = match.span()
        if match.lastgroup == "run" and unicodedata.is_normalized("NFC", match[0]):
            pieces.append(match[0])
            starts.extend(range(low, high))
            ends.extend(range(low + 1, high + 1))
            continue
        for start, end in [(at, at + 1) for at in range(low, high)] if match.lastgroup == "run" else [(low, high)]:
            piece = _plain_cluster(text[start:end])
            pieces.append(piece)
            starts.extend([start] * len(piece))
            ends.extend([end] * len(piece))
    plain = "".join(pieces)
    return _in_step(plain, set(_UNUSUAL.findall(plain))), Places(starts, ends)


def _plain_cluster(cluster: str) -> str:
    """A letter with its marks composed, or a ligature taken apart, without what is not seen."""
    if _JOINED.match(cluster):
        return _UNSEEN.sub("", unicodedata.normalize("NFKC", cluster))
    return _UNSEEN.sub("", unicodedata.normalize("NFC", cluster))


@cache
def _clusters() -> re.Pattern[str]:
    """Runs of characters that stand each for itself, and others with what combines with them.

    Combining are marks, and the later parts of a Korean syllable.
    """
    codes = (*range(0x0300, 0x10000), *range(0x1D165, 0x1D1AE))
    marks = "".join(char for char in map(chr, codes) if unicodedata.combining(char) or "\u1160" <= char <= "\u11ff")
    own = f"[^{marks}{HIDDEN}{JOINED_LETTERS}]"
    return re.compile(f"(?P<run>(?:{own}(?![{marks}]))+)|.?[{marks}]+|.", re.DOTALL)
