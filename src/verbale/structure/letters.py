"""Documents of one voice: a note verbale, a State's reply, a decision, and what is of no known kind."""

from __future__ import annotations

import re

from verbale.lexicon.cues import is_cue
from verbale.lexicon.dates import find_days
from verbale.model.document import Reply
from verbale.model.node import NodeKind
from verbale.structure.front import (
    add_front,
    add_masthead,
    find_body,
    find_title_opening,
    goes_on,
    is_masthead,
    usual_step,
)
from verbale.structure.headers import find_answered, find_cited
from verbale.structure.landmarks import is_filed
from verbale.structure.letter_frame import (
    count_fields,
    find_answered_message,
    find_letter_closing,
    find_letter_date,
    find_letter_opening,
    find_letter_senders,
    is_dateline,
    is_signing_off,
)
from verbale.structure.outline import Outline
from verbale.structure.paragraphs import Unit
from verbale.structure.walker import Walker, could_head

_OPENING = 14  # paragraphs in which the title of a decision stands
_SHORT = 80  # characters of a line that closes a decision
_SUBJECT = 12  # characters: a shorter line is no subject
_LETTERHEAD = ("permanent_mission", "note_verbale", "reference", "place", "secretariat", "provisional", "salutation")
# A reference without a word for it: ``2022/34815120-BMDT/9934``, ``DIRPOL-OI 214-2022``.
_REFERENCE = re.compile(r"(?=[^ ]*[/-])(?=.*\d)[A-Z0-9./-]+(?: [A-Z0-9./-]+)?")
_NUMBERED_TITLE = re.compile(r"(?:ES-|S-)?\d{1,3}/\d{1,3}\s?[.．]?\s+\S")


class LetterTree:
    """Grows the tree of a letter: letterhead, numbered or bare paragraphs, place and date."""

    def __init__(self, outline: Outline) -> None:
        self._outline = outline
        self._walker = Walker(outline)

    def grow(self, units: list[Unit]) -> None:
        """Set every paragraph; nothing is refused."""
        start = find_letter_opening(units)
        written = find_answered_message(units, start)
        stop = find_letter_closing(units[:written], start)
        step = usual_step(units)
        fields = count_fields(units)
        title = _find_title(units[:start], fields, step)
        opening = _find_title_opening(units[:start], title, step)
        for i, unit in enumerate(units[:start]):
            if is_cue(unit.text, "note_verbale"):
                self._outline.add("doctype", NodeKind.DOCTYPE, unit)
            elif i == opening:
                self._outline.add("title", NodeKind.TITLE, unit)
            elif opening is not None and title is not None and opening < i <= title:
                self._outline.extend_last(unit.passage)
            else:
                add_masthead(self._outline, unit)
        self._walker.expect(units[start:stop])
        for i in range(start, stop):
            if is_signing_off(units, i):
                self._outline.add_next("closing.", NodeKind.CLOSING, units[i])
            elif _names_resolution(units[i]) and not (units[i].labels and _is_listed(units, i, stop)):
                self._walker.add_subheading(units[i], units[i].labels[0] if units[i].labels else None)
            else:
                self._walker.feed(units[i], units[i + 1] if i + 1 < stop else None)
        for unit in units[stop:]:
            self._outline.add_next("closing.", NodeKind.CLOSING, unit)


def _find_title(units: list[Unit], first: int, step: float) -> int | None:
    """The last line of the subject above the greeting: words that are no sender, place, date or reference."""
    for i in range(len(units) - 1, first - 1, -1):
        if not _is_formal(units[i]) and could_head(units[i]) and len(units[i].text) > _SUBJECT:
            while i + 1 < len(units) and goes_on(units[i], units[i + 1], step) and not _is_formal(units[i + 1]):
                i += 1
            return i
    return None


def _find_title_opening(units: list[Unit], title: int | None, step: float) -> int | None:
    """Where the subject begins, after the last line above it that is a sender, place, date or reference."""
    opening = find_title_opening(units, title, step)
    if opening is None or title is None:
        return None
    return max([opening, *(i + 1 for i in range(opening, title) if _is_formal(units[i]))])


def _is_formal(unit: Unit) -> bool:
    """Whether a line above the text is a sender, place, date or reference."""
    text = unit.text
    if is_filed(text) or is_masthead(unit) or is_dateline(text):
        return True
    if _REFERENCE.fullmatch(text) and not find_cited(text):
        return True
    return any(is_cue(text, key) for key in _LETTERHEAD)


def _names_resolution(unit: Unit) -> bool:
    """Whether a line does no more than name the resolution that is answered below it, with a number or without."""
    return could_head(unit) and bool(find_answered(unit.text))


def _is_listed(units: list[Unit], i: int, stop: int) -> bool:
    """Whether a numbered line that names a resolution is one of a list, with nothing below it that would answer."""
    return i + 1 >= stop or _names_resolution(units[i + 1])


class DecisionTree:
    """Grows the tree of a decision: its numbered title and the paragraphs of what was decided."""

    def __init__(self, outline: Outline) -> None:
        self._outline = outline
        self._walker = Walker(outline, NodeKind.OPERATIVE)

    def grow(self, units: list[Unit]) -> None:
        """Set every paragraph; nothing is refused."""
        title = next(
            (i for i, u in enumerate(units[:_OPENING]) if _NUMBERED_TITLE.match(u.text) and could_head(u)), None
        )
        start = title + 1 if title is not None else 0
        for i, unit in enumerate(units[:start]):
            if i == title:
                self._outline.add("title", NodeKind.TITLE, unit)
            else:
                add_masthead(self._outline, unit)
        stop = len(units)
        while stop > start + 1 and len(units[stop - 1].text) <= _SHORT and _closes(units[stop - 1].text):
            stop -= 1
        for i in range(start, stop):
            self._walker.feed(units[i], units[i + 1] if i + 1 < stop else None)
        for unit in units[stop:]:
            self._outline.add_next("closing.", NodeKind.CLOSING, unit)


def _closes(text: str) -> bool:
    return is_cue(text, "plenary") or bool(find_days(text))


class GenericTree:
    """Grows a tree of headings and paragraphs out of anything."""

    def __init__(self, outline: Outline) -> None:
        self._outline = outline
        self._walker = Walker(outline)

    def grow(self, units: list[Unit]) -> None:
        """Set every paragraph; nothing is refused."""
        body = find_body(units) or 0
        front = body if body and any(is_masthead(unit) for unit in units[:body]) else 0
        add_front(self._outline, units[:front], ("report_of_secretary_general", "report_by"))
        self._walker.expect(units[front:])
        for i in range(front, len(units)):
            self._walker.feed(units[i], units[i + 1] if i + 1 < len(units) else None)


def find_letter_replies(units: list[Unit], outline: Outline) -> list[Reply]:
    """Who answers, in what language, when and which resolution: read from the letter itself; one for each State."""
    states = find_letter_senders(units[: find_answered_message(units)], outline.language)
    answered = next((found for unit in units if (found := find_cited(unit.text))), [])
    language = outline.language.value if outline.language else None
    dated = find_letter_date(outline.nodes) if states else None
    return [Reply(state, language, dated, tuple(answered)) for state in states]
