"""Vowel marks that a PDF tool set down beside their letters: back onto the letters.

The tool treats a mark as a word of its own. It comes before the letter it sits on (a mark, its
letter, a space, the rest of the word), or alone at the left end of a part of a line, when its
word begins the next part. Where the page does not tell the letter, Arabic spelling does: case
endings close a word, a doubled letter is the one before the last.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

from verbale.model.span import Piece, Span
from verbale.structure.clean_text import CleanText

_SHADDA = "\u0651"
_CASE_ENDINGS = frozenset("\u064b\u064c\u064d")
_DAMMA = "\u064f"
_TEH_MARBUTA = "\u0629"
_FEMININE = "\u0629\u062a"
_HER = "\u0647\u0627"
_AND = "\u0648"
_THE = "\u0627\u0644"
_MEEM = "\u0645"
_VERB_HEADS = tuple("\u0623\u062a\u064a\u0646\u0627")
_NEVER_ENDED = frozenset({"\u0644\u0627", "\u0645\u0627"})
_PLURALS = ("\u064a\u0646", "\u0648\u0646")
_THEIRS = "\u0647\u0646"
_HIS = "\u0647"
_YEH = "\u064a"
_SHORT = 3  # letters of a word that has no ending to be told apart
_LOOK = 12  # characters behind a mark in which the end of its word is looked for


@dataclass(frozen=True, slots=True)
class PlacedChar:
    """One character and its place in the source; ``None`` for a space that folding put in."""

    char: str
    at: int | None

    @property
    def is_mark(self) -> bool:
        return unicodedata.combining(self.char) > 0


_SPACE = PlacedChar(" ", None)


def cells_of(passage: CleanText) -> list[PlacedChar]:
    """The characters of a passage, each with its place."""
    places: dict[int, int] = {}
    for piece in passage.pieces:
        places.update((piece.at + i, piece.span.start + i) for i in range(len(piece.span)))
    return [PlacedChar(char, places.get(i)) for i, char in enumerate(passage.text)]


def passage_of(cells: list[PlacedChar]) -> CleanText:
    """The passage that these characters make in this order."""
    pieces: list[Piece] = []
    for i, cell in enumerate(cells):
        if cell.at is None:
            continue
        last = pieces[-1] if pieces else None
        if last is not None and last.at + len(last.span) == i and last.span.end == cell.at:
            pieces[-1] = Piece(last.at, Span(last.span.start, cell.at + 1))
        else:
            pieces.append(Piece(i, Span(cell.at, cell.at + 1)))
    return CleanText("".join(cell.char for cell in cells), tuple(pieces)).cut(0)


def is_marks_only(text: str) -> bool:
    """Whether there is nothing but vowel marks, at least one."""
    return bool(text.strip()) and all(unicodedata.combining(char) or char.isspace() for char in text)


def ends_astray(text: str) -> bool:
    """Whether a text ends with a mark that has no letter before it: its word comes next."""
    bare = text.rstrip("".join(char for char in set(text) if unicodedata.combining(char)))
    return bare != text and (not bare or bare[-1].isspace())


def has_stray_mark(text: str) -> bool:
    """Whether a mark stands without a letter anywhere."""
    return any(unicodedata.combining(char) and (i == 0 or text[i - 1].isspace()) for i, char in enumerate(text))


def join_parts(parts: list[CleanText], known: frozenset[str]) -> CleanText:
    """The parts of a line in the order of reading, every stray mark on a letter.

    A part of marks alone gives them to the part after it. ``known`` are the words of the
    document without marks: a word that a mark cut in two is whole again where they hold it.
    """
    line: list[PlacedChar] = []
    waiting: list[PlacedChar] = []
    for part in parts:
        cells = cells_of(part)
        body, tail = _without_tail(cells)
        body = _settled(body)
        if body:
            glue = [] if waiting and _is_cut(line, body, waiting, known) else [_SPACE]
            line += glue if line else []
            line += _with_first_word_marked(body, waiting)
            waiting = []
        waiting += tail
    return passage_of(_closed_up([*line, *waiting]))


def _without_tail(cells: list[PlacedChar]) -> tuple[list[PlacedChar], list[PlacedChar]]:
    """The characters, and the marks at the end of them that no letter bears."""
    stop = len(cells)
    while stop and (cells[stop - 1].is_mark or cells[stop - 1].char.isspace()):
        stop -= 1
    if stop == len(cells) or (stop and cells[stop].is_mark):
        return cells, []
    return cells[:stop], [cell for cell in cells[stop:] if cell.is_mark]


def _settled(cells: list[PlacedChar]) -> list[PlacedChar]:
    """Marks that stand before their letter, set after it."""
    settled: list[PlacedChar] = []
    i = 0
    while i < len(cells):
        astray = cells[i].is_mark and (not settled or settled[-1].char.isspace())
        if not astray:
            settled.append(cells[i])
            i += 1
            continue
        stop = i
        while stop < len(cells) and cells[stop].is_mark:
            stop += 1
        letter = stop
        while letter < len(cells) and cells[letter].char.isspace():
            letter += 1
        if letter == len(cells) or not cells[letter].char.isalpha():
            settled += cells[i:stop]
            i = stop
            continue
        i = _take_letter(cells, i, stop, letter, settled)
    return settled


def _take_letter(cells: list[PlacedChar], start: int, stop: int, letter: int, settled: list[PlacedChar]) -> int:
    """Set a letter and the marks from ``start`` to ``stop`` that go on it; one past what was taken."""
    marks = cells[start:stop]
    doubled = any(mark.char == _SHADDA for mark in marks)
    # No word begins with a doubled letter: the space before it is only the width of the mark.
    if doubled and settled and len(settled) > 1 and settled[-2].char.isalpha():
        settled.pop()
    after = letter + 1
    parted = after + 1 < len(cells) and cells[after].char.isspace() and cells[after + 1].char.isalpha()
    alone = not settled or settled[-1].char.isspace()
    if parted and alone and len(settled) > 1 and marks[0].char != _DAMMA and cells[letter].char != _AND:
        settled.pop()
        parted = False
    settled += [cells[letter], *marks]
    return after + 1 if parted and (alone or doubled) and cells[letter].char != _AND else after


def _closed_up(cells: list[PlacedChar]) -> list[PlacedChar]:
    """Words without the space that is only the width of the mark before it."""
    return [
        cell
        for i, cell in enumerate(cells)
        if not (cell.char == " " and i > 1 and cells[i - 1].is_mark and _has_loose_end(cells[i : i + _LOOK], 0))
    ]


def _is_cut(line: list[PlacedChar], body: list[PlacedChar], marks: list[PlacedChar], known: frozenset[str]) -> bool:
    """Whether the last word so far and the first of the next part are two halves of one word."""
    if not line or not body[0].char.isalpha():
        return False
    head, rest = _bare(_last_word(line)), _bare(body[: _word_end(body)])
    if rest in _NEVER_ENDED and any(mark.char in _CASE_ENDINGS for mark in marks):
        return bool(head)
    return bool(head) and ((len(head) == 1 and head != _AND) or (head + rest in known and head not in known))


def _last_word(cells: list[PlacedChar]) -> list[PlacedChar]:
    start = len(cells)
    while start and not cells[start - 1].char.isspace():
        start -= 1
    return cells[start:]


def _word_end(cells: list[PlacedChar]) -> int:
    """One past the letters and marks that the first word is made of."""
    end = 0
    while end < len(cells) and (cells[end].char.isalpha() or cells[end].is_mark):
        end += 1
    return end


def _bare(cells: list[PlacedChar]) -> str:
    return "".join(cell.char for cell in cells if not cell.is_mark)


def _with_first_word_marked(body: list[PlacedChar], marks: list[PlacedChar]) -> list[PlacedChar]:
    """A part of a line with the marks on its first word."""
    if not marks:
        return body
    at, skip = _place(body, [mark.char for mark in marks])
    return [*body[:at], *marks, *body[at + skip :]]


def _place(body: list[PlacedChar], marks: list[str]) -> tuple[int, int]:
    """Where in the first word marks go, and how many characters after that they stand for (a space)."""
    end = _word_end(body)
    if not end:
        return 0, 0
    if _CASE_ENDINGS.intersection(marks):
        return end, 0
    if _has_loose_end(body, end):
        return end, 1
    letters = [i + 1 for i in range(end) if not body[i].is_mark]
    word = _bare(body[:end])
    if _SHADDA in marks:
        return letters[_doubled(word)], 0
    noun = word.removeprefix(_AND).removeprefix(_THE)
    if marks[0] == _DAMMA and noun[:1] in _VERB_HEADS:
        return letters[len(letters) - len(noun)], 0
    if noun[:1] != _MEEM or len(word) <= _SHORT:
        return end, 0
    stem = _stem(word)
    return letters[stem - 3 if word[stem - 1] in (_TEH_MARBUTA, _YEH) else stem - 2], 0


def _doubled(word: str) -> int:
    """Which letter of a word is doubled if one is: the last of a short one, else the one before the ending."""
    if word.endswith(_THEIRS):
        return len(word) - 1
    stem = _stem(word)
    if stem <= _SHORT:
        return stem - 1
    return stem - 3 if word[stem - 1] in _FEMININE else stem - 2


def _stem(word: str) -> int:
    """How many letters a word has without the pronoun or the plural at its end."""
    if len(word) > _SHORT and word.endswith((_HER, *_PLURALS)):
        return len(word) - 2
    return len(word) - 1 if len(word) > _SHORT + 1 and word.endswith(_HIS) else len(word)


def _has_loose_end(body: list[PlacedChar], end: int) -> bool:
    """Whether the rest of the first word stands after a space, the width of a mark: a letter, or two with an ending."""
    if end + 1 >= len(body) or not body[end].char.isspace():
        return False
    rest = body[end + 1 :]
    tail = _bare(rest[: _word_end(rest)])
    return (len(tail) == 1 and tail != _AND) or (len(tail) == _SHORT - 1 and tail[-1] == _TEH_MARBUTA)
