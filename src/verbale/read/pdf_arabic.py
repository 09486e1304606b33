"""The letters of a printed line with Arabic in it, by their places on the page, vowel marks on their letters."""

from __future__ import annotations

import re
import unicodedata
from itertools import groupby
from typing import NamedTuple

from verbale.read.pdf_page import PageText
from verbale.read.pdf_rows import is_vowel_marks
from verbale.read.pdf_runs import GlyphRun

_SHADDA = "\u0651"
_LAM = "\u0644"
_ALEFS = frozenset("\u0622\u0623\u0625\u0627")
_TOKENS = re.compile("[\u0621-\u063a\u0640-\u064a\u066e\u066f\u0671-\u06d3\u06fa-\u06ff]+|.", re.DOTALL)
_PHRASE = re.compile("[\u0621-\u063a\u0640-\u064a][ \u0621-\u063a\u0640-\u064a\u060c\u061b.]*")
_NUMBER = re.compile("[0-9]{2,}")
_NO_WIDTH = 0.01  # points: less is a mark without a body
_SAME_PLACE = 0.03  # of the size: letters nearer than this are parts of one ligature
_WORD_GAP = 0.2  # of the size: a wider gap parts words that no space parts
_OUTSIDE = 10  # how much worse it is for a mark to stand beside a letter than off its middle
_COVERED = 0.3  # of the width of a space, left free: less, and letters lie over it


class Glyph(NamedTuple):
    """What was printed at one place: a letter with its vowel marks, a whole Arabic word, or a space.

    ``text`` is in the order of reading; ``left`` is where the pen was set down for its last letter.
    """

    text: str
    run: GlyphRun | None
    left: float
    right: float
    at: int


def find_letters(page: PageText, runs: list[GlyphRun]) -> list[Glyph]:
    """The letters of one line from the left, vowel marks joined to the letters they sit on."""
    letters: list[Glyph] = []
    marks: list[tuple[str, float]] = []
    strays: list[tuple[Glyph, float]] = []
    for run in runs:
        if is_vowel_marks(run):
            _take_marks(page, run, marks, strays)
            continue
        stop = run.first + len(run.text)
        if run.before:
            _take_words(page, run, run.first - run.before, run.first, letters, marks)
        edges = None
        if _PHRASE.fullmatch(run.text):
            edges = page.word_edges(run.first, stop, run.turn)
        elif _NUMBER.fullmatch(run.text):
            edges = page.number_edges(run.first, stop, run.turn)
        if edges is None:
            _take_words(page, run, run.first, stop, letters, marks)
        else:
            letters.append(Glyph(run.text, run, edges[0], edges[1], run.first))
        if run.after:
            _take_words(page, run, stop, stop + run.after, letters, marks)
    letters = _without_holes(page, letters, marks)
    if marks or strays:
        letters = _opened(page, letters, [centre for _, centre in marks] + [centre for _, centre in strays], marks)
        letters.extend(letter for letter, centre in strays if not _printed(letters, letter, centre))
    letters = _without_covered(_from_right(letters))
    held = _held(letters, marks)
    return _spaced([letter._replace(text=letter.text + extra) if extra else letter for letter, extra in held])


def _take_words(
    page: PageText, run: GlyphRun, first: int, end: int, letters: list[Glyph], marks: list[tuple[str, float]]
) -> None:
    for token in _TOKENS.finditer(page.text, first, end):
        at, stop = token.span()
        edges = page.word_edges(at, stop, run.turn)
        char = token[0]
        if edges is None or (stop - at == 1 and unicodedata.combining(char)):
            _take_letters(page, run, at, stop, letters, marks)
        elif stop - at > 1:
            letters.append(Glyph(char, run, edges[0], edges[1], at))
        elif edges[1] - edges[0] > _NO_WIDTH or char not in " \r\n":
            letters.append(Glyph(_plain(char), run, edges[0], edges[1], at))


def _without_holes(page: PageText, letters: list[Glyph], marks: list[tuple[str, float]]) -> list[Glyph]:
    """The letters, with a run of words parted where something of another run stands among them."""
    whole: list[Glyph] = []
    for letter in letters:
        if " " in letter.text and letter.run is not None and len(letter.text) > 1:
            left, right, run = letter.left, letter.right, letter.run
            if any(left < (other.left + other.right) / 2 < right for other in letters if other.run is not run):
                _take_words(page, run, letter.at, letter.at + len(letter.text), whole, marks)
                continue
        whole.append(letter)
    return whole


def _take_letters(
    page: PageText, run: GlyphRun, at: int, stop: int, letters: list[Glyph], marks: list[tuple[str, float]]
) -> None:
    for glyph in page.glyphs_at(at, stop, run.turn):
        if unicodedata.combining(glyph.char):
            left, right = page.ink(run, glyph.at)
            marks.append((glyph.char, (left + right) / 2))
        else:
            letters.append(Glyph(_plain(glyph.char), run, glyph.x, glyph.right, glyph.at))


def _take_marks(
    page: PageText, run: GlyphRun, marks: list[tuple[str, float]], strays: list[tuple[Glyph, float]]
) -> None:
    """The marks of a run of nothing else, and the letter that it may name besides."""
    for glyph in page.glyphs(run):
        left, right = page.ink(run, glyph.at)
        if unicodedata.combining(glyph.char):
            marks.append((glyph.char, (left + right) / 2))
        elif not glyph.char.isspace():
            strays.append((Glyph(_plain(glyph.char), run, glyph.x, glyph.right, glyph.at), (left + right) / 2))


def _opened(page: PageText, letters: list[Glyph], centres: list[float], marks: list[tuple[str, float]]) -> list[Glyph]:
    """The letters, with the words that a mark sits on taken apart."""
    opened: list[Glyph] = []
    for letter in letters:
        if len(letter.text) > 1 and letter.run and any(letter.left <= x <= letter.right for x in centres):
            _take_letters(page, letter.run, letter.at, letter.at + len(letter.text), opened, marks)
        else:
            opened.append(letter)
    return opened


def _printed(letters: list[Glyph], stray: Glyph, centre: float) -> bool:
    """Whether the letter that a mark names besides is printed below it in its own right."""
    return any(letter.text == stray.text and letter.left <= centre <= letter.right for letter in letters)


def _held(letters: list[Glyph], marks: list[tuple[str, float]]) -> list[tuple[Glyph, str]]:
    held = [""] * len(letters)
    for char, centre in marks:
        at = _under(letters, centre)
        if at is not None:
            held[at] = char + held[at] if char == _SHADDA else held[at] + char
    return list(zip(letters, held, strict=True))


def _spaced(letters: list[Glyph]) -> list[Glyph]:
    """Letters from the right turned to stand from the left, with a space where a gap is wide."""
    spaced: list[Glyph] = []
    for letter in reversed(letters):
        last = spaced[-1] if spaced else None
        if last is not None and letter.run is not last.run and letter.run is not None:
            gap = letter.left - last.right
            if gap > _WORD_GAP * letter.run.size and letter.text != " " and last.text != " ":
                spaced.append(Glyph(" ", None, last.right, letter.left, letter.at))
        spaced.append(letter)
    return spaced


def _plain(char: str) -> str:
    """The letter itself for a presentation form, anything else as it is."""
    if "\ufb50" <= char <= "\ufdff" or "\ufe70" <= char <= "\ufefc":
        return unicodedata.normalize("NFKC", char)
    return " " if char.isspace() else char


def _from_right(letters: list[Glyph]) -> list[Glyph]:
    """By place from the right. Parts of one ligature stand at one place, in pdfium's order."""
    order = sorted(letters, key=lambda letter: -letter.left)
    for i in range(len(order) - 1):
        one, two = order[i], order[i + 1]
        if one.run is not two.run or one.run is None or one.left - two.left >= _SAME_PLACE * one.run.size:
            continue
        lam_alef = one.right == two.right and {one.text, two.text} & _ALEFS and _LAM in (one.text, two.text)
        if (one.text != _LAM) if lam_alef else two.at < one.at:
            order[i], order[i + 1] = two, one
    return _latin_ligatures(order)


def _latin_ligatures(order: list[Glyph]) -> list[Glyph]:
    """The parts of a Latin ligature (ffi) from the right too: the last of them first, however many they are."""
    turned: list[Glyph] = []
    for _, group in groupby(order, key=lambda letter: (letter.left, id(letter.run))):
        parts = [*group]
        if len(parts) > 1 and all(letter.text.isascii() and letter.text.isalpha() for letter in parts):
            parts.sort(key=lambda letter: -letter.at)
        turned += parts
    return turned


def _without_covered(letters: list[Glyph]) -> list[Glyph]:
    """Spaces under other letters are left over from cutting a text into links: nobody sees them."""
    kept: list[Glyph] = []
    for at, letter in enumerate(letters):
        if letter.text == " " and letter.run is not None:
            # Boxes of slanted letters reach over their neighbours; their origins keep their distance.
            room = letters[at - 1].left - letter.left if at else letter.run.size
            width = letter.right - letter.left
            reach = 0.0 if letter.run.italic or at + 1 == len(letters) else letters[at + 1].right - letter.left
            if room < _COVERED * width or reach > (1 - _COVERED) * width:
                continue
        kept.append(letter)
    return kept


def _under(letters: list[Glyph], centre: float) -> int | None:
    """The letter that a mark with this centre sits on; letters reach over their neighbours."""
    best, least = None, 0.0
    for at, letter in enumerate(letters):
        if letter.text == " ":
            continue
        outside = max(letter.left - centre, centre - letter.right, 0.0)
        cost = outside * _OUTSIDE + abs((letter.left + letter.right) / 2 - centre)
        if best is None or cost < least:
            best, least = at, cost
    return best
