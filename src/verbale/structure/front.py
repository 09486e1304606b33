"""What stands before the text proper: masthead, kind of document, title, summary, contents."""

from __future__ import annotations

import re

from verbale.lexicon.cues import is_cue
from verbale.model.node import NodeKind
from verbale.structure.clean_text import join_lines
from verbale.structure.labels import SECTIONS, LabelKind
from verbale.structure.landmarks import is_filed
from verbale.structure.outline import Outline
from verbale.structure.paragraphs import Unit

_MASTHEAD = ("organisation", "distribution", "original", "agenda_item", "session", "organ")
_LONGEST_LINE = 200  # characters of a line of the masthead
_NEXT_ROW = 1.15  # rows to the line right below
_FORMULA = 80  # characters of an opening formula
_DOTTED = re.compile(r"(?:\.\s?){4,}|…{2,}|\s\d{1,3}$")


def find_body(units: list[Unit]) -> int | None:
    """Index of the first paragraph of the text: a first section or a first number; ``None`` without one."""
    contents = False
    for i, unit in enumerate(units):
        contents = contents or is_cue(unit.text, "contents")
        if contents and _DOTTED.search(unit.text):
            continue
        for label in unit.labels:
            first = label.value == 1 and (label.kind in SECTIONS or label.kind is LabelKind.DECIMAL)
            if first and not _DOTTED.search(unit.text):
                return i
        if len(unit.text) < _LONGEST_LINE and is_cue(unit.text, "introduction") and not unit.labels:
            return i
    return None


def add_front(outline: Outline, units: list[Unit], doctype: tuple[str, ...]) -> None:
    """Set the paragraphs before the text. ``doctype`` are the cues that name the kind of document."""
    named = next((i for i, unit in enumerate(units) if any(is_cue(unit.text, key) for key in doctype)), None)
    title = _title_place(units, named)
    opening = find_title_opening(units, title, usual_step(units))
    i = 0
    while i < len(units):
        unit = units[i]
        if i == opening:
            outline.add("title", NodeKind.TITLE, unit)
        elif opening is not None and title is not None and opening < i <= title:
            outline.extend_last(unit.passage)
        elif i == named:
            outline.add("doctype", NodeKind.DOCTYPE, unit)
        elif is_cue(unit.text, "summary"):
            i = _add_summary(outline, units, i)
            continue
        elif is_cue(unit.text, "contents"):
            i = _add_contents(outline, units, i)
            continue
        else:
            add_masthead(outline, unit)
        i += 1


def add_masthead(outline: Outline, unit: Unit) -> None:
    """One line of the masthead, numbered as it comes: it has no number of its own in print."""
    outline.add_next("masthead.", NodeKind.MASTHEAD, unit)


def is_formula(text: str) -> bool:
    """Whether a line is the opening of a resolution: the organ's name with a comma after it."""
    return len(text) <= _FORMULA and text[-1:] in (",", "،", "，") and is_cue(text, "formula")


def is_masthead(unit: Unit) -> bool:
    """Whether a line is one of those that open every document: organ, session, item, distribution."""
    return len(unit.text) <= _LONGEST_LINE and any(is_cue(unit.text, key) for key in _MASTHEAD)


def _title_place(units: list[Unit], named: int | None) -> int | None:
    """The title stands right before the kind of document, or is the last line that is no masthead."""
    if named is not None:
        return named - 1 if named and not is_masthead(units[named - 1]) else None
    stop = next((i for i, u in enumerate(units) if is_cue(u.text, "summary") or is_cue(u.text, "contents")), len(units))
    rest = [i for i in range(stop) if not is_masthead(units[i]) and len(units[i].text) <= 2 * _LONGEST_LINE]
    return rest[-1] if rest else None


def usual_step(units: list[Unit]) -> float:
    """From one line of a paragraph to the next, in rows: 2 where a tool left an empty row after every line."""
    steps = [(unit.last.row - unit.first.row) / (unit.count - 1) for unit in units if _is_on_one_page(unit)]
    return max(1.0, min(steps, default=1.0))


def _is_on_one_page(unit: Unit) -> bool:
    return unit.count > 1 and unit.first.page == unit.last.page and unit.last.row > unit.first.row


def find_title_opening(units: list[Unit], title: int | None, step: float) -> int | None:
    """Where a title begins that was set in several lines: no row and no other type comes between them.

    ``step`` is the distance of two lines of a paragraph, in rows.
    """
    if title is None:
        return None
    opening = title
    while opening and goes_on(units[opening - 1], units[opening], step) and not _names_item(units, opening - 1):
        opening -= 1
    return opening


def _names_item(units: list[Unit], i: int) -> bool:
    """Whether a line is the name of the agenda item whose number stands right above it."""
    return i > 0 and is_cue(units[i - 1].text, "agenda_item") and len(units[i - 1].text) <= _LONGEST_LINE


def goes_on(above: Unit, below: Unit, step: float) -> bool:
    """Whether a line goes on with the one right above it: set alike, and nothing between them."""
    gap = below.first.row - above.last.until
    alike = above.last.bold == below.first.bold and abs(above.last.size - below.first.size) < 0.5
    near = above.page == below.page and 0 < gap < _NEXT_ROW * step and not below.first.whole
    return near and alike and not (is_masthead(above) or is_filed(above.text)) and above.text[-1:] not in ".:;"


def _add_summary(outline: Outline, units: list[Unit], i: int) -> int:
    """The word and its text as one node; returns the index of what follows."""
    passage, page = units[i].passage, units[i].page
    i += 1
    while i < len(units) and not is_cue(units[i].text, "contents"):
        passage = join_lines(passage, units[i].passage)
        i += 1
    outline.add_passage("summary", NodeKind.SUMMARY, passage, page=page)
    return i


def _add_contents(outline: Outline, units: list[Unit], i: int) -> int:
    """The table of contents repeats the headings: kept, and out of every sentence."""
    place = 0
    while i < len(units):
        place += 1
        outline.add(f"contents.{place}", NodeKind.FURNITURE, units[i])
        i += 1
    return i
