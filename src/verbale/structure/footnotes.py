"""Footnotes: out of the page's foot, out of the running text, and tied to each other.

Where the format declares notes (DOCX, HTML), they come ready. On a printed page they stand
below the text, in small type or after a gap, numbered on from page to page; their markers
stand raised in the text (PDF) or glued to a word (plain text). A marker leaves the text, but
its place is kept.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise

from verbale.lexicon.date_words import month_numbers
from verbale.lexicon.sentences import ENDED
from verbale.model.block import MarkKind, Shape
from verbale.model.language import Language
from verbale.model.span import Span
from verbale.structure.clean_text import CleanText, join_with, without
from verbale.structure.labels import Label, LabelKind
from verbale.structure.lines import Line

_MOST_MARKS = 500  # markers taken out of one paragraph; those beyond stay in its text
_NOTE_HEAD = re.compile(
    r"(?!\d+\s*[-–—])(?:\[(?=[^\s\]]{1,3}\])|\(?)(\d{1,3}|\*{1,3}|[a-z](?=\s))[)\]]?(?:\s+|$|(?<=[)\]])|(?=[^\s\d.,/)\-–:]))"
)
_GAP = 1.35  # rows: more than this parts the notes from the text
_CLOSEST = 0.7  # rows: lines of a page are never set closer
_SMALLER = 0.6  # points by which notes are smaller than the text
_LONGEST_REST = 6  # lines of a note that go on at the foot of the next page
_INDENTED = 8.0  # ems that such a rest may be indented against its note
_FOOT_LINES = 3  # lines from the end of a page that are its foot
_ENOUGH = 2  # of the signs of a note: gap, indent, brackets, a marker above, a series, the foot of the page
_DATE_HEAD = re.compile(r"\d{1,3}(?:st|nd|rd|th|e|a|-\w+)\b|\d{1,4}\s?[年月日号届]")
_DAY_HEAD = re.compile(r"\d{1,2}(?:er|º|\.)?\s+(?:de\s+)?([^\W\d_]+(?:\s[^\W\d_]+)?)")
_SURE, _LIKELY, _POSSIBLE = 3, 2, 1  # how likely a number in the text calls a note
_BEFORE_NUMBER = re.compile(
    r"(?:第|共|[a-z]\.|\b(?:article|articles|section|chapter|paragraph|paragraphs|para|annex|part|no|nos|vol|item|"
    r"chap|artículo|párrafo|article|paragraphe|статьи|статья|пункт|пункта|пункте|المادة|الفقرة|البند|of|de|du|от|in)\.?)\s*$",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote: its printed number and the lines it is made of."""

    number: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Split:
    """The body of a document and its footnotes, with the markers taken out of the body."""

    body: list[Line]
    notes: list[Note]


def split_notes(lines: list[Line], sheets: list[int]) -> Split:
    """Part footnotes from the text. ``sheets`` numbers, for each line, the printed page it is on."""
    declared = _declared(lines)
    rest = [(line, sheet) for line, sheet in zip(lines, sheets, strict=True) if line.block.shape is not Shape.NOTE]
    usual = _usual_size([line for line, _ in rest])
    body: list[Line] = []
    notes: list[Note] = list(declared)
    expected = 1
    start = 0
    while start < len(rest):
        stop = start
        while stop < len(rest) and rest[stop][1] == rest[start][1]:
            stop += 1
        page = [line for line, _ in rest[start:stop]]
        text, found = _foot_notes(page, expected, usual)
        if found:
            text = _take_markers(text, [note.number for note in found])
            expected = _after(found, expected)
        if notes and not declared:
            text, notes[-1] = _take_continuation(text, notes[-1])
        body += text
        notes += found
        start = stop
    known = {note.number for note in notes}
    return Split([_take_marks(line, known) for line in body], notes)


def _declared(lines: list[Line]) -> list[Note]:
    """The notes that the format itself declares, in order, one for each id."""
    grouped: dict[str, list[Line]] = {}
    for line in lines:
        if line.block.shape is Shape.NOTE:
            grouped.setdefault(line.block.note, []).append(line)
    return [Note(_declared_number(group[0], i), tuple(group)) for i, group in enumerate(grouped.values(), 1)]


def _declared_number(line: Line, place: int) -> str:
    head = _NOTE_HEAD.match(line.text)
    return head[1] if head else str(place)


def _usual_size(lines: list[Line]) -> float:
    weight: dict[float, int] = {}
    for line in lines:
        weight[line.size] = weight.get(line.size, 0) + len(line.text)
    return max(weight, key=lambda size: weight[size]) if weight else 1.0


def _after(found: list[Note], expected: int) -> int:
    numbers = [int(note.number) for note in found if note.number.isdigit()]
    return numbers[-1] + 1 if numbers else expected


def _foot_notes(page: list[Line], expected: int, usual: float) -> tuple[list[Line], list[Note]]:
    """The notes at the foot of one page, the first of them numbered ``expected``."""
    if len(page) < 2 or page[0].whole:
        return page, []
    for i in range(1, len(page)):
        number = _number(page[i])
        small = page[i].size < usual - _SMALLER
        if expected == 1 and small and number and number.isdigit() and _calls(page[:i], number):
            # The first note of what begins in the middle of something longer.
            return page[:i], _numbered(page[i:], int(number))
        if number in (str(expected), "*") and _evidence(page, i, usual) >= _ENOUGH:
            return page[:i], _numbered(page[i:], expected)
    return page, []


def _calls(text: list[Line], number: str) -> bool:
    """Whether a raised number in the text calls a note."""
    return any(score == _SURE for *_, score in _candidates(text, number))


def _take_continuation(page: list[Line], note: Note) -> tuple[list[Line], Note]:
    """The rest of a note that broke off at the end of the page before stands at the foot of this one."""
    if not page or page[0].whole or ENDED.search(note.lines[-1].text):
        return page, note
    start = len(page) - 1
    while start > 0 and page[start].row - page[start - 1].row < _GAP:
        start -= 1
    foot = page[start:]
    if start == 0 or len(foot) > _LONGEST_REST or foot[0].start > note.lines[0].start + _INDENTED:
        return page, note
    return page[:start], replace(note, lines=(*note.lines, *foot))


def find_note_label(text: str) -> Label | None:
    """The marker at the head of a footnote: ``3``, ``(3)``, ``*``; ``None`` where nothing is printed."""
    head = _NOTE_HEAD.match(text)
    if head is None or not head[1]:
        return None
    return Label(LabelKind.BRACKETED, head[1], int(head[1]) if head[1].isdecimal() else 1, head.end())


def _number(line: Line) -> str | None:
    """The marker at the head of a line; a day of the month is none, unless it is raised."""
    head = _NOTE_HEAD.match(line.text)
    if head is None or (_is_day(line.text) and (head.start(1), head.end(1)) not in _raised(line)):
        return None
    return head[1]


def _is_day(text: str) -> bool:
    """Whether a line begins with a day: a number and the name of a month."""
    day = _DAY_HEAD.match(text)
    if day is None:
        return False
    words = day[1].lower()
    return not _months().isdisjoint((words, words.split()[0]))


@cache
def _months() -> frozenset[str]:
    """The names of the months in all languages."""
    return frozenset(name for language in Language for name in month_numbers(language))


def _evidence(page: list[Line], i: int, usual: float) -> int:
    """How much speaks for line ``i`` being the first note of its page: type, gap, tab, brackets, a marker above."""
    line, before = page[i], page[i - 1]
    if line.size < usual - _SMALLER:
        small = all(other.size < usual - _SMALLER / 2 or len(other.text) < 4 for other in page[i:])
        return _ENOUGH if small else 0
    if line.size > usual or _DATE_HEAD.match(line.text) or _goes_on(before, line):
        return 0
    steps = sorted(b.row - a.row for a, b in pairwise(page) if b.row > a.row)
    apart = line.row - before.row > _GAP * max(steps[len(steps) // 4] if steps else 1.0, _CLOSEST)
    number = _number(line) or ""
    head = line.text[: len(number) + 2]
    set_off = head.startswith(("(", "[")) or line.tabbed
    called = any(score >= _LIKELY for *_, score in _candidates(page[:i], number))
    series = any(_number(other) == _next(number) and other.tabbed for other in page[i + 1 :])
    at_foot = len(page) - i <= _FOOT_LINES
    return apart + set_off + called + series + at_foot


def _goes_on(before: Line, line: Line) -> bool:
    """Whether a number that begins a line stands inside a sentence that goes on in small letters."""
    rest = line.text.lstrip("0123456789 \u00a0")
    inside = before.text[-1:].isalpha() and rest[:1].islower() and not line.tabbed
    return inside and 0 < line.row - before.row <= _GAP


def _next(number: str) -> str:
    return str(int(number) + 1) if number.isdigit() else ""


def _numbered(lines: list[Line], expected: int) -> list[Note]:
    """Lines of a page's foot, parted at each number that continues the series."""
    notes: list[Note] = []
    for line in lines:
        number = _number(line)
        opens = number is not None and (number == str(expected) or (not number.isdigit() and "*" in number))
        if opens or not notes:
            notes.append(Note(number or str(expected), (line,)))
            expected += number is not None and number.isdigit()
        else:
            notes[-1] = replace(notes[-1], lines=(*notes[-1].lines, line))
    return notes


def _take_markers(lines: list[Line], numbers: list[str]) -> list[Line]:
    """The page's text without the markers of its notes, each found after the one before it."""
    places = {number: _candidates(lines, number) for number in numbers}
    chosen: dict[str, tuple[int, int, int]] = {}
    low = (-1, -1)
    for place, number in enumerate(numbers):
        ceiling = min(
            (found[0][:2] for later in numbers[place + 1 :] if len(found := _best(places[later])) == 1), default=None
        )
        fitting = [
            (i, start, end, score)
            for i, start, end, score in places[number]
            if (i, start) > low and (ceiling is None or (i, start) < ceiling)
        ]
        if fitting:
            i, start, end, _ = max(fitting, key=lambda found: (found[3], -found[0], -found[1]))
            chosen[number] = (i, start, end)
            low = (i, start)
    text = list(lines)
    for number, (i, start, end) in sorted(chosen.items(), key=lambda item: item[1], reverse=True):
        text[i] = replace(text[i], passage=without(text[i].passage, start, end, f"fn.{number}"))
    return _close_up(text)


def _close_up(lines: list[Line]) -> list[Line]:
    """A marker that the page lost to a line of its own goes to the end of the line before it."""
    closed: list[Line] = []
    for line in lines:
        if not line.text and closed:
            closed[-1] = replace(closed[-1], passage=join_with(closed[-1].passage, line.passage, ""), until=line.row)
        else:
            closed.append(line)
    return closed


def _best(found: list[tuple[int, int, int, int]]) -> list[tuple[int, int, int, int]]:
    return [place for place in found if place[3] == _SURE]


def _candidates(lines: list[Line], number: str) -> list[tuple[int, int, int, int]]:
    """Where a marker may stand: (line, start, end, how sure)."""
    digits = re.escape(number)
    pattern = re.compile(rf"\({digits}\)|(?<![\d/–-])(?<!\d[.,:]){digits}(?![\d/])")
    found = []
    for i, line in enumerate(lines):
        raised = _raised(line)
        # Glued to a figure, a marker is told by nothing but that it is raised: 1970³.
        found += [(i, *place, _SURE) for place in raised if place[0] and _is_glued(line.text, *place, number)]
        for match in pattern.finditer(line.text):
            # Where the page tells what is raised, a number on the line is no marker.
            sized = line.block.size is not None and match.group()[0] != "("
            score = _SURE if (match.start(), match.end()) in raised else 0 if sized else _likelihood(line.text, match)
            alone = match.group() == line.text
            score = _SURE if alone and not line.whole else score
            if score and (match.start() > 0 or alone or raised):
                found.append((i, match.start(), match.end(), score))
    return found


def _is_glued(text: str, start: int, end: int, number: str) -> bool:
    return text[start:end] == number and text[start - 1].isdigit()


def _likelihood(text: str, match: re.Match[str]) -> int:
    """How much a number looks like a marker by what stands around it: 0 to 3."""
    before, after = text[: match.start()], text[match.end() :]
    if match.group()[0] == "(":
        return _SURE if before and not before[-1].isspace() else _POSSIBLE
    if after[:1] in tuple(")]%°年月日") or (after.startswith((". ", ".\u00a0")) and not before):
        return 0
    if before and not before[-1].isspace():
        glued = before[-1].isalpha() or before[-1] in "”»\"'’》）),;.，；。、"
        return _SURE if glued and not (before[-1] in "第共" or (after[:1].isalpha() and after[:1].islower())) else 0
    if _BEFORE_NUMBER.search(before) or not before:
        return 0
    bare = before.rstrip()
    if bare[-1:] in tuple("，,;；。》”»）)") or bare[-4:].isdigit():
        return _LIKELY
    return _POSSIBLE if after[:1] in tuple(" ,.;，。；、") or not after else 0


def _raised(line: Line) -> set[tuple[int, int]]:
    """Runs of the line's text that are set as superscripts, without white space around them."""
    marks = [mark for mark in line.block.marks if mark.kind is MarkKind.SUPERSCRIPT]
    return {place for mark in marks if (place := _printed_place(line.passage, mark.span))}


def _printed_place(passage: CleanText, span: Span) -> tuple[int, int] | None:
    """The range of a passage that comes from a source span, trimmed; None when nothing printed is left of it."""
    place = passage.place_of(span)
    if place is None:
        return None
    start, end = place
    text = passage.text[start:end]
    start, end = start + len(text) - len(text.lstrip()), start + len(text.rstrip())
    return (start, end) if start < end else None


def _take_marks(line: Line, known: set[str]) -> Line:
    """The line without the markers that the format declares, or that are raised numbers of known notes."""
    passage = line.passage
    marks = [mark for mark in line.block.marks if mark.kind in (MarkKind.NOTE, MarkKind.SUPERSCRIPT)]
    for mark in reversed(marks[:_MOST_MARKS]):
        place = _printed_place(passage, mark.span)
        if place is None:
            continue
        start, end = place
        printed = passage.text[start:end].strip("()[]")
        if mark.kind is MarkKind.NOTE or (printed in known and start > 0):
            passage = without(passage, *_with_brackets(passage.text, start, end), f"fn.{printed}")
    return line if passage is line.passage else replace(line, passage=passage)


def _with_brackets(text: str, start: int, end: int) -> tuple[int, int]:
    """A marker with the brackets that go with it: in Arabic they stand around it, or are typed before it."""
    if text[start - 1 : start] + text[end : end + 1] in ("()", "[]"):
        return start - 1, end + 1
    return (start - 2, end) if text[:start].endswith("()") else (start, end)
