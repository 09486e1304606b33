"""The web links of a PDF page, and the words that lie under them."""

from __future__ import annotations

import ctypes
from typing import NamedTuple

from pypdfium2 import raw

from verbale.read.pdf_arabic import Glyph
from verbale.read.pdf_lines import PrintedLine
from verbale.read.pdf_page import PageText
from verbale.read.pdf_runs import GlyphRun


class Area(NamedTuple):
    """A rectangle that links to an address, in the coordinates of the file."""

    left: float
    bottom: float
    right: float
    top: float
    target: str


def find_areas(document: raw.FPDF_DOCUMENT, page: raw.FPDF_PAGE) -> list[Area]:
    """The rectangles of a page that link to a web address."""
    areas: list[Area] = []
    place = ctypes.c_int(0)
    link = raw.FPDF_LINK()
    while raw.FPDFLink_Enumerate(page, place, link):
        action = raw.FPDFLink_GetAction(link)
        if not action or raw.FPDFAction_GetType(action) != raw.PDFACTION_URI:
            continue
        length = raw.FPDFAction_GetURIPath(document, action, None, 0)
        buffer = ctypes.create_string_buffer(max(length, 1))
        raw.FPDFAction_GetURIPath(document, action, buffer, length)
        target = buffer.value.decode("utf-8", "replace").strip()
        if target:
            areas.extend(Area(*box, target) for box in _boxes(link))
    return areas


def _boxes(link: raw.FPDF_LINK) -> list[tuple[float, float, float, float]]:
    """Left, bottom, right and top of each rectangle of a link: one a line, if it is told."""
    boxes: list[tuple[float, float, float, float]] = []
    for at in range(raw.FPDFLink_CountQuadPoints(link)):
        quad = raw.FS_QUADPOINTSF()
        if raw.FPDFLink_GetQuadPoints(link, at, quad):
            xs, ys = (quad.x1, quad.x2, quad.x3, quad.x4), (quad.y1, quad.y2, quad.y3, quad.y4)
            boxes.append((min(xs), min(ys), max(xs), max(ys)))
    if not boxes:
        rectangle = raw.FS_RECTF()
        if raw.FPDFLink_GetAnnotRect(link, rectangle):
            left, right = sorted((rectangle.left, rectangle.right))
            bottom, top = sorted((rectangle.bottom, rectangle.top))
            boxes.append((left, bottom, right, top))
    return boxes


def find_linked(
    page: PageText, lines: list[PrintedLine], areas: list[Area], main: int
) -> list[list[tuple[int, int, str]]]:
    """For each line the stretches of its text that lie under a link: start, end, address."""
    linked: list[list[tuple[int, int, str]]] = [[] for _ in lines]
    height = page.extent(main)[1]
    for area in areas:
        one, two = page.turned(area.left, area.bottom, main), page.turned(area.right, area.top, main)
        left, right = min(one[0], two[0]), max(one[0], two[0])
        top, bottom = height - max(one[1], two[1]), height - min(one[1], two[1])
        for at, line in enumerate(lines):
            middle = (line.top + line.bottom) / 2
            if top <= middle <= bottom and line.left < right and line.right > left and line.turn == main:
                linked[at].extend((start, end, area.target) for start, end in _under(page, line, left, right))
    return [_joined(line.text, stretches) for line, stretches in zip(lines, linked, strict=True)]


def _under(page: PageText, line: PrintedLine, left: float, right: float) -> list[tuple[int, int]]:
    """The stretches of a line whose letters have their middle between two edges."""
    if line.spots:
        return [stretch for at, letter in line.spots for stretch in _parts_under(at, letter, left, right)]
    found: list[tuple[int, int]] = []
    for at, run in line.pieces:
        if run.x1 <= left or run.x0 >= right:
            continue
        if left <= run.x0 + run.size / 4 and run.x1 - run.size / 4 <= right:
            found.append((at, at + len(run.text)))
        else:
            found.extend(_letters_under(page, run, at, left, right))
    return found


def _parts_under(at: int, letter: Glyph, left: float, right: float) -> list[tuple[int, int]]:
    """A letter, or those of an Arabic word, whose middle is between two edges, taking them as equally wide."""
    if letter.right <= left or letter.left >= right:
        return []
    count = len(letter.text)
    step = (letter.right - letter.left) / count
    middles = [letter.right - (k + 0.5) * step for k in range(count)]
    return [(at + k, at + k + 1) for k, middle in enumerate(middles) if left <= middle <= right]


def _letters_under(page: PageText, run: GlyphRun, at: int, left: float, right: float) -> list[tuple[int, int]]:
    offsets = [
        glyph.at - run.first
        for glyph in page.glyphs(run)
        if left <= (glyph.left + glyph.right) / 2 <= right and 0 <= glyph.at - run.first < len(run.text)
    ]
    return [(at + offset, at + offset + 1) for offset in offsets]


def _joined(text: str, stretches: list[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
    """Stretches in order; neighbours with one address made one, spaces at their ends left out."""
    joined: list[tuple[int, int, str]] = []
    for start, end, target in sorted(set(stretches)):
        if joined and joined[-1][2] == target and not text[joined[-1][1] : start].strip():
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]), target)
        else:
            joined.append((start, end, target))
    trimmed: list[tuple[int, int, str]] = []
    for start, end, target in joined:
        words = text[start:end]
        start, end = start + len(words) - len(words.lstrip()), end - len(words) + len(words.rstrip())
        if start < end:
            trimmed.append((start, end, target))
    return trimmed
