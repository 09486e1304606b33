"""A printed line with Arabic letters, from the places of its letters back to the order of reading.

On paper a line of Arabic runs to the left, with numbers and Latin words inside it running to
the right. This undoes the display rules of the Unicode bidirectional algorithm (UAX #9, rules
W2 to W7, N1, L4) as far as a line of print allows.
"""

from __future__ import annotations

import re
from functools import lru_cache

from verbale.read.pdf_arabic import Glyph
from verbale.read.pdf_page import ARABIC

_PAIRS = ("()", "[]", "{}", "«»", "‹›")
_OPENING_OF = {char: pair[0] for pair in _PAIRS for char in pair}
_OTHER = {pair[side]: pair[1 - side] for pair in _PAIRS for side in (0, 1)}
_BRACKETS = frozenset(_OTHER)
_OTHER_QUOTE = {"“": "”", "”": "“", "‘": "’", "’": "‘"}
_BEFORE_OPENING = frozenset(" \u00a0([{«‹/")
_COMMON_SEPARATORS = frozenset("/:.,\u00a0")
_AFTER_NUMBER = frozenset("%‰°$€£")
_LEFTWARDS = re.compile(r"^[.,;:][\s()]*\w|[)(]\d+[()]$|[\u060c\u061b\u061f]")


def runs_leftwards(letters: list[Glyph]) -> bool:
    """Whether a line without Arabic letters is set as part of Arabic text.

    Its full stop then stands at the left end, or the number of a note at the right.
    """
    text = "".join(letter.text for letter in letters).strip()
    return bool(_LEFTWARDS.search(text))


def order_logically(letters: list[Glyph], rightwards: bool) -> list[Glyph]:
    """Letters from the left, put in the order of reading.

    ``rightwards`` is for a line that runs to the right with, perhaps, some Arabic words in it.
    """
    if not rightwards:
        return _with_quotes(_with_brackets(_turn(letters)))
    if not any(_kind(letter.text) == "R" for letter in letters):
        return letters
    return _with_brackets(_turn_words(letters))


def _turn(letters: list[Glyph]) -> list[Glyph]:
    ordered: list[Glyph] = []
    end = len(letters)
    for start, stop in reversed(_rightward_spans([_kind(letter.text) for letter in letters], letters)):
        ordered.extend(reversed(letters[stop:end]))
        ordered.extend(letters[start:stop])
        end = start
    ordered.extend(reversed(letters[:end]))
    return ordered


def _turn_words(letters: list[Glyph]) -> list[Glyph]:
    """A Latin line with its stretches of Arabic turned round."""
    ordered: list[Glyph] = []
    at = 0
    while at < len(letters):
        if _kind(letters[at].text) != "R":
            ordered.append(letters[at])
            at += 1
            continue
        stop = last = at
        while stop < len(letters) and _kind(letters[stop].text) != "L":
            if _kind(letters[stop].text) == "R":
                last = stop
            stop += 1
        ordered.extend(_turn(letters[at : last + 1]))
        at = last + 1
    return ordered


def _with_brackets(letters: list[Glyph]) -> list[Glyph]:
    """Brackets in the order of reading: as printed, or by where they stand if that cannot be.

    A file may name the printed shape or the letter meant, and pdfium turns some of them round
    and not others.
    """
    at_brackets = [at for at, letter in enumerate(letters) if letter.text in _BRACKETS]
    if not at_brackets:
        return letters
    turned = list(letters)
    for at in at_brackets:
        turned[at] = letters[at]._replace(text=_OTHER[letters[at].text])
    return _paired(letters, at_brackets) if any(_is_astray(turned, at) for at in at_brackets) else turned


def _around(letters: list[Glyph], at: int) -> tuple[str, str]:
    before = letters[at - 1].text[-1:] if at else " "
    return before, letters[at + 1].text[:1] if at + 1 < len(letters) else " "


def _is_astray(letters: list[Glyph], at: int) -> bool:
    """Whether a bracket opens at the end of a word or closes at the start of one."""
    before, after = _around(letters, at)
    if letters[at].text == _OPENING_OF[letters[at].text]:
        return before not in _BEFORE_OPENING and not (after.isalnum() or after in _BRACKETS)
    return before in _BEFORE_OPENING and after.isalnum()


def _paired(letters: list[Glyph], at_brackets: list[int]) -> list[Glyph]:
    """Brackets opened where a word begins, and closed where one is open or a word ends."""
    fixed = list(letters)
    opened: list[str] = []
    for at in at_brackets:
        opening = _OPENING_OF[letters[at].text]
        before, after = _around(fixed, at)
        begins = before in _BEFORE_OPENING and not after.isspace()
        ends = opening in opened or (not before.isspace() and not (after.isalnum() or after in _BRACKETS))
        if ends and not begins:
            if opening in opened:
                opened.remove(opening)
            fixed[at] = letters[at]._replace(text=_OTHER[opening])
        else:
            opened.append(opening)
            fixed[at] = letters[at]._replace(text=opening)
    return fixed


def _with_quotes(letters: list[Glyph]) -> list[Glyph]:
    """Quotation marks as they are printed: pdfium turns those of a line that runs to the left round like brackets.

    It leaves those alone that come after a Latin word of the line.
    """
    fixed = list(letters)
    for at, letter in enumerate(letters):
        if _kind(letter.text) == "L":
            break
        other = _OTHER_QUOTE.get(letter.text)
        if other is not None:
            fixed[at] = letter._replace(text=other)
    return fixed


@lru_cache(maxsize=4096)
def _kind_of(char: str) -> str:
    if char.isdigit():
        return "D" if char.isascii() or "\u0660" <= char <= "\u06f9" else "N"
    if ARABIC.match(char):
        return "R" if char.isalpha() else "N"
    return "L" if char.isalpha() else "N"


def _kind(text: str) -> str:
    """R for an Arabic letter, L for another letter, D for a digit, N for the rest."""
    return _kind_of(text[:1])


def arabic_share(letters: list[Glyph]) -> tuple[int, int]:
    """How many characters of a line are Arabic letters or marks on them, and how many there are."""
    arabic = sum(len(letter.text) for letter in letters if _kind_of(letter.text[:1]) == "R")
    return arabic, sum(len(letter.text) for letter in letters)


def _rightward_spans(kinds: list[str], letters: list[Glyph]) -> list[tuple[int, int]]:
    """Where, counted from the left, numbers and words run to the right."""
    spans: list[tuple[int, int]] = []
    at, count = 0, len(kinds)
    while at < count:
        if kinds[at] == "L":
            stop = _word_end(kinds, letters, at)
        elif kinds[at] == "D":
            stop = _number_end(kinds, letters, at)
            if stop < count and kinds[stop] == "L":
                stop = _word_end(kinds, letters, stop)
        else:
            at += 1
            continue
        spans.append((at, stop))
        at = stop
    return spans


def _word_end(kinds: list[str], letters: list[Glyph], at: int) -> int:
    """One past the last Latin letter or digit before the next Arabic letter.

    A number in brackets at the right end is no part of it: were it one, display would have set
    its last bracket at the far left. It is the number of a note, which comes first in reading.
    """
    start = last = at
    while at < len(kinds) and kinds[at] != "R":
        if kinds[at] == "D" and letters[at - 1].text in _BRACKETS and _closes_line(kinds, letters, at):
            break
        if letters[at].text in _BRACKETS and _encloses(kinds, letters, start, at):
            break
        if kinds[at] != "N":
            last = at
        at += 1
    return last + 1 + _closes_own(letters, start, last + 1)


def _encloses(kinds: list[str], letters: list[Glyph], start: int, at: int) -> bool:
    """Whether brackets stand on both sides of a word, with only a number between it and the Arabic to its right.

    That number comes before the word in reading: were it the other way round, the bracket that
    opens would stand to the right of the number.
    """
    if not start or letters[start - 1].text not in _BRACKETS:
        return False
    if any(letter.text in _BRACKETS for letter in letters[start:at]):
        return False
    stop = at + 1
    while stop < len(kinds) and (kinds[stop] == "D" or letters[stop].text.isspace()):
        stop += 1
    return stop < len(kinds) and kinds[stop] == "R" and "D" in kinds[at:stop]


def _closes_own(letters: list[Glyph], start: int, stop: int) -> int:
    """1 if the bracket to the right of a Latin phrase closes one that opens within it, else 0."""
    if sum(letter.text in _BRACKETS for letter in letters[start:stop]) % 2 == 0:
        return 0
    right = [letter for letter in letters[stop : stop + 3] if not letter.text.isspace()][:2]
    if not right or letters[stop].text not in _BRACKETS:
        return 0
    enclosed = start > 0 and letters[start - 1].text in _BRACKETS
    return int(not enclosed or (len(right) > 1 and right[1].text in _BRACKETS))


def _closes_line(kinds: list[str], letters: list[Glyph], at: int) -> bool:
    """Whether a number is closed by a bracket, with no other word to the right of it."""
    stop = at
    while stop < len(kinds) and kinds[stop] == "D":
        stop += 1
    return stop < len(kinds) and letters[stop].text in _BRACKETS and all(kind == "N" for kind in kinds[stop:])


def _number_end(kinds: list[str], letters: list[Glyph], at: int) -> int:
    """One past a number, whose parts a single slash, colon, point or comma may join."""
    count = len(kinds)
    while at < count:
        if kinds[at] == "D":
            at += 1
        elif at + 1 < count and kinds[at + 1] == "D" and letters[at].text in _COMMON_SEPARATORS:
            at += 2
        else:
            break
    if at < count and letters[at].text in _AFTER_NUMBER and not (at + 1 < count and kinds[at + 1] == "D"):
        at += 1
    return at
