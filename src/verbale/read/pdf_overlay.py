"""What was filled into a page or put upon it, set among its printed lines, and what has to be said of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from verbale.model.finding import Finding, Severity
from verbale.model.span import Origin
from verbale.read.draft import quote
from verbale.read.pdf_annotations import Annotation, Kind
from verbale.read.pdf_lines import PrintedLine
from verbale.read.pdf_links import Area, find_linked
from verbale.read.pdf_page import PageText
from verbale.read.pdf_runs import GlyphRun

_TOLD = 6  # pieces of words that one finding quotes
_SIZE = 10.0  # points of the letters of a field on a page without any
_BESIDE = 12.0  # heights of a box, within which its words begin
_Place = tuple[float, float, float, float]
_Placed = tuple[Annotation, _Place]
_ORIGINS = {Kind.FIELD: Origin.FORM_FIELD, Kind.NOTE: Origin.ANNOTATION}


def lay_over(page: PageText, lines: list[PrintedLine], annotations: Iterable[Annotation]) -> None:
    """Set the words of fields, boxes and notes where they stand among the lines."""
    main = lines[0].turn if lines else 0
    rightwards = 2 * page.arabic < len(page.text.strip()) or not page.arabic
    boxes = [each for each in annotations if each.kind is Kind.BOX and each.boxes]
    loose = _tick(page, lines, [(each, _placed(page, each.boxes[0], main)) for each in boxes])
    for each, place in loose:
        _insert(lines, _made(f"{each.words} {each.name}".strip(), place, Origin.FORM_FIELD, main), rightwards)
    for each in annotations:
        if each.kind not in _ORIGINS or not each.boxes:
            continue
        left, right, top, bottom = _placed(page, each.boxes[0], main)
        words = [part for part in each.words.split("\n") if part.strip()]
        height = (bottom - top) / max(len(words), 1)
        for step, part in enumerate(words):
            spot = (left, right, top + step * height, top + (step + 1) * height)
            _insert(lines, _made(part, spot, _ORIGINS[each.kind], main), rightwards)


def _placed(page: PageText, box: _Place, main: int) -> _Place:
    """Left, right, top and bottom of a box as lines have them."""
    one, two = page.turned(box[0], box[1], main), page.turned(box[2], box[3], main)
    high = page.extent(main)[1]
    return min(one[0], two[0]), max(one[0], two[0]), high - max(one[1], two[1]), high - min(one[1], two[1])


def _made(words: str, place: _Place, origin: Origin, main: int) -> PrintedLine:
    left, right, top, bottom = place
    text = " ".join(words.split())
    return PrintedLine(text, left, right, top, bottom, min(bottom - top, _SIZE) or _SIZE, main, origin=origin)


def _insert(lines: list[PrintedLine], made: PrintedLine, rightwards: bool) -> None:
    """Put a line behind the one that it stands beside, else behind the nearest above it."""
    middle = (made.top + made.bottom) / 2
    beside = [at for at, line in enumerate(lines) if line.top <= middle <= line.bottom and line.turn == made.turn]
    if beside:
        nearest = min(beside, key=lambda at: _distance(lines[at], made))
        leads = lines[nearest].left < made.left
        lines.insert(nearest + (leads if rightwards else not leads), made)
        return
    above = [at for at, line in enumerate(lines) if line.bottom <= middle and line.turn == made.turn]
    over = [at for at in above if lines[at].left < made.right and lines[at].right > made.left] or above
    lines.insert(max(over, key=lambda at: (lines[at].bottom, at)) + 1 if over else 0, made)


def _distance(line: PrintedLine, made: PrintedLine) -> float:
    return max(line.left - made.right, made.left - line.right, 0.0)


def _tick(page: PageText, lines: list[PrintedLine], boxes: list[_Placed]) -> list[_Placed]:
    """Set the signs of boxes before or behind the words next to them, whichever are nearer; returns the others."""
    ticked: list[tuple[int, int, str]] = []
    loose: list[_Placed] = []
    for each, place in boxes:
        found = _find_words(page, lines, place)
        if found is None:
            loose.append((each, place))
        else:
            at, offset, before = found
            ticked.append((at, offset, f"{each.words} " if before else f" {each.words}"))
    # From the last to the first, so that the places of the others stay what they are.
    for at, offset, words in sorted(ticked, key=lambda each: each[:2], reverse=True):
        lines[at] = _with(lines[at], offset, words)
    return loose


def _find_words(page: PageText, lines: list[PrintedLine], place: _Place) -> tuple[int, int, bool] | None:
    """The line that a box belongs to, where in it, and whether before the words there; ``None`` beside no words."""
    left, right, top, bottom = place
    best: tuple[float, int, int, bool] | None = None
    for at, line in enumerate(lines):
        if not line.top <= (top + bottom) / 2 <= line.bottom:
            continue
        for offset, run in line.pieces:
            for gap, where, before in _gaps(page, run, left, right):
                if gap <= _BESIDE * (bottom - top) and (best is None or gap < best[0]):
                    best = gap, at, offset + where, before
    return best and best[1:]


def _gaps(page: PageText, run: GlyphRun, left: float, right: float) -> Iterator[tuple[float, int, bool]]:
    """How far a box is from a run, where in its words it goes, and whether it stands before what is there."""
    middle = (left + right) / 2
    if middle <= run.x0:
        yield run.x0 - right, 0, True
    elif middle >= run.x1:
        yield left - run.x1, len(run.text), False
    else:
        behind = [each.at - run.first for each in page.glyphs(run) if each.left >= middle and each.char != " "]
        yield 0.0, min((at for at in behind if 0 <= at <= len(run.text)), default=len(run.text)), bool(behind)


def _with(line: PrintedLine, at: int, words: str) -> PrintedLine:
    """A line with words put into its text."""
    size = len(words)
    return replace(
        line,
        text=line.text[:at] + words + line.text[at:],
        marks=[(kind, s + size * (s >= at), e + size * (e > at)) for kind, s, e in line.marks],
        pieces=[(place + size * (place >= at), run) for place, run in line.pieces],
    )


def find_overlay(
    page: PageText, lines: list[PrintedLine], annotations: list[Annotation], number: int
) -> Iterator[Finding]:
    """What a person has to know of what was filled in, put on the page, written beside it or struck through."""
    said = [
        quote(each.words) if each.kind is Kind.FIELD else f"{each.words} {each.name}".strip()
        for each in annotations
        if each.kind in (Kind.FIELD, Kind.BOX)
    ]
    if said:
        message = f"page {number}: fields of a form are read as they are filled in: {_list(said)}"
        yield Finding("read/form-field", Severity.NOTE, message, page=number)
    notes = [quote(each.words) for each in annotations if each.kind is Kind.NOTE and each.words]
    if notes:
        message = f"page {number}: words put on the page afterwards are kept: {_list(notes)}"
        yield Finding("read/annotation", Severity.WARNING, message, page=number)
    if any(each.kind is Kind.NOTE and not each.words for each in annotations):
        message = f"page {number}: a stamp or note without words that can be read: look at the page"
        yield Finding("read/annotation", Severity.WARNING, message, page=number)
    hidden = [quote(each.words) for each in annotations if each.kind is Kind.HIDDEN]
    if hidden:
        message = f"page {number}: fields and notes that are hidden are left out: {_list(hidden)}"
        yield Finding("read/hidden-text", Severity.WARNING, message, page=number)
    for each in annotations:
        if each.kind is Kind.COMMENT:
            message = f"A comment is not part of the text: {quote(each.words)}"
            yield Finding("read/comment", Severity.NOTE, message, page=number)
    yield from _struck(page, lines, annotations, number)


def _struck(page: PageText, lines: list[PrintedLine], annotations: list[Annotation], number: int) -> Iterator[Finding]:
    lined = [each for each in annotations if each.kind is Kind.STRUCK]
    areas = [Area(*box, str(at)) for at, each in enumerate(lined) for box in each.boxes]
    if not areas or not lines:
        return
    linked = find_linked(page, lines, areas, lines[0].turn)
    words = [line.text[s:e] for line, found in zip(lines, linked, strict=True) for s, e, _ in found]
    remarks = [f"with the remark {quote(each.words)}" for each in lined if each.words]
    if words or remarks:
        message = f"page {number}: Struck words were kept: {_list([*map(quote, words), *remarks])}"
        yield Finding("read/struck-text", Severity.WARNING, message, page=number)


def _list(words: list[str]) -> str:
    more = f" and {len(words) - _TOLD} more" if len(words) > _TOLD else ""
    return ", ".join(words[:_TOLD]) + more
