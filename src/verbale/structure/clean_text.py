"""Clean text that remembers where it stood.

A passage is what a node's text is made of: printed lines without their wrapping, white space
folded, invisible marks out, and for every run of letters its place in the source.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from verbale.model.node import Link, NoteMark
from verbale.model.span import Piece, Span

INVISIBLE = "\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00ad"
INVISIBLE_CHARS = frozenset(
    chr(code)
    for low, high in ((0x200B, 0x200F), (0x202A, 0x202E), (0x2060, 0x2069), (0xFEFF, 0xFEFF), (0xAD, 0xAD))
    for code in range(low, high + 1)
)
# A single plain space is no noise.
_NOISE = re.compile(f"[{INVISIBLE}]+|\\s\\s+|[^\\S ]")
_UNEVEN = re.compile(f"[{INVISIBLE}\t\n\r\f\v\x1c-\x1f\x85\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]")
_UNSPACED = re.compile(r"[\u2e80-\u303f\u3041-\u30ff\u3400-\u9fff\uf900-\ufaff\ufe30-\ufe4f\uff01-\uffe6“”‘’…]")
_HAN_SPACE = re.compile(f"(?:{_UNSPACED.pattern}) (?={_UNSPACED.pattern})")
SOFT_HYPHEN = "\u00ad"
"""At the end of a passage: the hyphen of a word that goes on in the next, which is joined without it."""
_HYPHENS = "-\u2010\u2011"


@dataclass(frozen=True, slots=True)
class CleanText:
    """Clean ``text`` with its ``pieces`` in the source, note markers and links."""

    text: str
    pieces: tuple[Piece, ...]
    notes: tuple[NoteMark, ...] = ()
    links: tuple[Link, ...] = ()

    def cut(self, start: int, end: int | None = None) -> CleanText:
        """The part from ``start`` to ``end``, without white space at its ends."""
        stop = len(self.text) if end is None else end
        inner = self.text[start:stop]
        if len(inner) == len(self.text) and inner and not inner[0].isspace() and not inner[-1].isspace():
            return self
        start += len(inner) - len(inner.lstrip())
        stop = start + len(inner.strip())
        return CleanText(
            self.text[start:stop],
            tuple(_clip(self.pieces, start, stop)),
            tuple(replace(mark, at=mark.at - start) for mark in self.notes if start <= mark.at <= stop),
            tuple(
                replace(link, start=max(link.start, start) - start, end=min(link.end, stop) - start)
                for link in self.links
                if link.start < stop and link.end > start
            ),
        )

    def place_of(self, span: Span) -> tuple[int, int] | None:
        """Start and end, in the text, of what comes from a range of the source; None when nothing of it is left."""
        start = end = -1
        for piece in self.pieces:
            low, high = max(span.start, piece.span.start), min(span.end, piece.span.end)
            if low < high:
                shift = piece.at - piece.span.start
                start, end = (low + shift if start < 0 else start), high + shift
        return None if start < 0 else (start, end)

    def shifted(self, by: int) -> tuple[tuple[Piece, ...], tuple[NoteMark, ...], tuple[Link, ...]]:
        """Pieces, notes and links as they are when ``by`` characters come before."""
        return (
            tuple(Piece(piece.at + by, piece.span) for piece in self.pieces),
            tuple(replace(mark, at=mark.at + by) for mark in self.notes),
            tuple(replace(link, start=link.start + by, end=link.end + by) for link in self.links),
        )


EMPTY = CleanText("", ())


def _clip(pieces: Sequence[Piece], start: int, end: int) -> Iterable[Piece]:
    """The parts of the pieces that lie between two offsets; pieces are in the order of their offsets."""
    first = max(bisect_right(pieces, start, key=_place) - 1, 0)
    for piece in pieces[first:]:
        if piece.at >= end:
            break
        low = max(piece.at, start)
        high = min(piece.at + len(piece.span), end)
        if low < high:
            shift = piece.span.start - piece.at
            yield Piece(low - start, Span(low + shift, high + shift))


def _place(piece: Piece) -> int:
    return piece.at


def clean(source: str, span: Span) -> CleanText:
    """The text of a span with white space folded and invisible marks left out."""
    raw = source[span.start : span.end]
    if _is_even(raw):
        return CleanText(raw, (Piece(0, span),)) if raw else EMPTY
    text: list[str] = []
    pieces: list[Piece] = []
    length = at = 0
    for noise in _NOISE.finditer(raw):
        start = noise.start()
        if at < start:
            pieces.append(Piece(length, Span(span.start + at, span.start + start)))
            text.append(raw[at:start])
            length += start - at
        if raw[start].isspace():
            text.append(" ")
            length += 1
        at = noise.end()
    if at < len(raw):
        pieces.append(Piece(length, Span(span.start + at, span.end)))
        text.append(raw[at:])
    return _tight(CleanText("".join(text), tuple(pieces)))


def _is_even(raw: str) -> bool:
    """Whether there is nothing to fold: single plain spaces inside, none at the ends."""
    return "  " not in raw and not _UNEVEN.search(raw) and raw == raw.strip()


def clean_all(source: str, spans: list[Span]) -> CleanText:
    """The text of several spans set one after the other, in the order given."""
    parts = [(source[span.start : span.end], span) for span in spans]
    placed: list[Piece] = []
    length = 0
    for part, span in parts:
        placed.append(Piece(length, span))
        length += len(part)
    joined = clean("".join(part for part, _ in parts), Span(0, length))
    pieces: list[Piece] = []
    for piece in joined.pieces:
        inner = _clip(placed, piece.span.start, piece.span.end)
        pieces.extend(Piece(part.at + piece.at, part.span) for part in inner)
    return CleanText(joined.text, tuple(pieces))


def _tight(passage: CleanText) -> CleanText:
    """Fold spaces that met across an invisible mark, and strip the ends."""
    while (twice := passage.text.find("  ")) >= 0:
        passage = join_with(passage.cut(0, twice), passage.cut(twice + 1), " ")
    return passage.cut(0)


def without(passage: CleanText, start: int, end: int, ref: str) -> CleanText:
    """The passage without a note marker at ``start`` to ``end``, which is kept as a ``NoteMark``."""
    spans = [Span(p.span.start, p.span.end) for p in _clip(passage.pieces, start, end)]
    if not spans:
        return passage
    # In a line set right to left the pieces of a marker may stand in the source in another order.
    mark = NoteMark(0, Span(min(span.start for span in spans), max(span.end for span in spans)), ref)
    before, after = passage.cut(0, start), passage.cut(end)
    gap_before = passage.text[:start][-1:].isspace()
    gap_after = passage.text[end:][:1].isspace()
    stop = after.text[:1] in tuple(",.;:،؛。，；：)）") or not after.text
    glue = " " if (gap_before or gap_after) and not stop and before.text else ""
    if gap_after is False and gap_before and not stop:
        glue = " "
    joined = join_with(before, after, glue)
    return replace(joined, notes=(*joined.notes, replace(mark, at=len(before.text))))


def join_with(left: CleanText, right: CleanText, glue: str) -> CleanText:
    """Two passages as one, with ``glue`` between them."""
    if not left.text:
        return replace(right, notes=left.notes + right.notes) if left.notes else right
    if not right.text:
        return replace(left, notes=left.notes + tuple(replace(n, at=len(left.text)) for n in right.notes))
    pieces, notes, links = right.shifted(len(left.text) + len(glue))
    return CleanText(left.text + glue + right.text, left.pieces + pieces, left.notes + notes, left.links + links)


def join_lines(left: CleanText, right: CleanText) -> CleanText:
    """Two printed lines of one paragraph: with a space, or none where the script has none.

    A word parted by a hyphen at the line's end keeps its hyphen, unless it is marked as one that only the line
    called for (``word_breaks``).
    """
    return join_all([left, right])


def join_all(passages: Sequence[CleanText]) -> CleanText:
    """The printed lines of one paragraph as one passage, in one go."""
    if len(passages) == 1 and not passages[0].text.endswith(SOFT_HYPHEN):
        return passages[0]
    text: list[str] = []
    pieces: list[Piece] = []
    notes: list[NoteMark] = []
    links: list[Link] = []
    length, last, broken = 0, "", False
    final = len(passages) - 1
    for at, passage in enumerate(passages):
        glue = glue_between(last, passage.text)
        if passage.text.endswith(SOFT_HYPHEN):
            # The end of a paragraph is no break of a word.
            passage = passage.cut(0, -1) if at < final else replace(passage, text=passage.text[:-1] + "-")
            broken, was_broken = at < final, broken
        else:
            broken, was_broken = False, broken
        glue = "" if was_broken else glue
        moved = passage.shifted(length + len(glue))
        text += (glue, passage.text)
        length += len(glue) + len(passage.text)
        last = passage.text or last
        pieces += moved[0]
        notes += moved[1]
        links += moved[2]
    return CleanText("".join(text), tuple(pieces), tuple(notes), tuple(links))


def glue_between(left: str, right: str) -> str:
    """What stands between two lines once they are joined: a space or nothing."""
    if not left or not right:
        return ""
    last, first = left[-1], right[0]
    if _UNSPACED.match(last) and _UNSPACED.match(first):
        return ""
    if last in _HYPHENS and len(left) > 1 and not left[-2].isspace():
        return ""
    if last == "/" or first == "/":
        return ""
    return "" if _UNSPACED.match(last) and first in ")]" else " "


def unspaced(passage: CleanText) -> CleanText:
    """Without the spaces that stand between two Chinese characters."""
    at = 0
    while space := _HAN_SPACE.search(passage.text, at):
        at = space.start() + 1
        passage = join_with(passage.cut(0, at), passage.cut(at + 1), "")
    return passage
