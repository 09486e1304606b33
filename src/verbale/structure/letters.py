"""Documents of one voice: a note verbale, a State's reply, a decision, and what is of no known kind."""

from __future__ import annotations

import re

from verbale.lexicon import find_state
from verbale.lexicon.cues import is_cue
from verbale.lexicon.dates import find_dates
from verbale.lexicon.symbols import find_cited_resolutions
from verbale.model import NodeKind, Reply
from verbale.structure.front import (
    add_front,
    add_masthead,
    find_body,
    find_title_opening,
    goes_on,
    is_masthead,
    usual_step,
)
from verbale.structure.headers import find_answered, find_header, find_reply_state
from verbale.structure.outline import Outline
from verbale.structure.paragraphs import Unit, is_filed
from verbale.structure.walker import Walker, could_head

_OPENING = 14
_CLOSING = 4
_SHORT = 80
_SUBJECT = 12
_LONGEST_NAME = 10
# Where a letter is dated: under the text, or else above it.
_FRAME = (NodeKind.CLOSING, NodeKind.MASTHEAD)
_LETTERHEAD = ("permanent_mission", "note_verbale", "reference", "place", "secretariat")
_NUMBERED_TITLE = re.compile(r"(?:ES-|S-)?\d{1,3}/\d{1,3}\s?[.．]?\s+\S")
_WORDS = re.compile(r"[^\W\d_]+(?:[-'’ ][^\W\d_]+)*")


class LetterTree:
    """Grows the tree of a letter: letterhead, numbered or bare paragraphs, place and date."""

    def __init__(self, outline: Outline) -> None:
        self._outline = outline
        self._walker = Walker(outline)

    def grow(self, units: list[Unit]) -> None:
        """Set every paragraph; nothing is refused."""
        start = self._opening(units)
        stop = self._closing(units, start)
        step = usual_step(units)
        title = _find_title(units[:start], step)
        opening = find_title_opening(units[:start], title, step)
        for i, unit in enumerate(units[:start]):
            if is_cue(unit.text, "note_verbale"):
                self._outline.add("doctype", NodeKind.DOCTYPE, unit)
            elif i == opening:
                self._outline.add("title", NodeKind.TITLE, unit)
            elif opening is not None and title is not None and opening < i <= title:
                self._outline.extend_last(unit.passage)
            else:
                add_masthead(self._outline, unit)
        for i in range(start, stop):
            if _names_resolution(units[i]):
                self._walker.add_subheading(units[i], None)
            else:
                self._walker.feed(units[i], units[i + 1] if i + 1 < stop else None)
        for unit in units[stop:]:
            self._outline.add_next("closing.", NodeKind.CLOSING, unit)

    def _opening(self, units: list[Unit]) -> int:
        """The text begins where somebody is greeted or, without that, with the first long paragraph."""
        head = units[:_OPENING]
        for i, unit in enumerate(head):
            if is_cue(unit.text, "compliments") or (not could_head(unit) and len(unit.text) > _SHORT):
                return i
            if unit.labels and unit.labels[0].value == 1 and unit.labels[0].end < len(unit.text):
                return i
        return 0

    def _closing(self, units: list[Unit], start: int) -> int:
        """The last short lines with a place, a date or a name."""
        stop = len(units)
        while stop > start + 1 and len(units) - stop < _CLOSING:
            text = units[stop - 1].text
            dated = bool(find_dates(text)) and len(text) <= _SHORT
            if not (dated or (len(text) <= _SHORT and is_cue(text, "place")) or _is_name(units[stop - 1])):
                break
            stop -= 1
        return stop


def _find_title(units: list[Unit], step: float) -> int | None:
    """The last line of the subject above the greeting: words that are no sender, place, date or reference."""
    for i in range(len(units) - 1, -1, -1):
        text = units[i].text
        formal = is_filed(text) or is_masthead(units[i]) or any(is_cue(text, key) for key in _LETTERHEAD)
        if not formal and not find_dates(text) and could_head(units[i]) and len(text) > _SUBJECT:
            while i + 1 < len(units) and goes_on(units[i], units[i + 1], step):
                i += 1
            return i
    return None


def _names_resolution(unit: Unit) -> bool:
    """Whether a line does no more than name the resolution that is answered below it."""
    return not unit.labels and could_head(unit) and bool(find_answered(unit.text))


def _is_name(unit: Unit) -> bool:
    """A signature: a short line of words alone, set after the text has ended."""
    return len(unit.text) <= 40 and not unit.labels and could_head(unit) and bool(_WORDS.fullmatch(unit.text))


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
    return is_cue(text, "plenary") or bool(find_dates(text))


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
        for i in range(front, len(units)):
            self._walker.feed(units[i], units[i + 1] if i + 1 < len(units) else None)


def find_letter_reply(units: list[Unit], outline: Outline) -> Reply | None:
    """Who answers, in what language, when and which resolution: read from the letter itself."""
    state = None
    for unit in units[:_OPENING]:
        if state := find_sender(unit.text, outline):
            break
    if state is None:
        return None
    framing = [[node.text for node in outline.nodes if node.kind is kind] for kind in _FRAME]
    dates = [found.iso for texts in framing for text in texts if len(text) <= _SHORT for found in find_dates(text)]
    answered = next((found for unit in units if (found := find_cited_resolutions(unit.text))), [])
    language = outline.language.value if outline.language else None
    return Reply(state, language, dates[0] if dates else None, tuple(answered))


def find_sender(text: str, outline: Outline) -> str | None:
    """The State whose mission or ministry stands in a letterhead or a first sentence."""
    if find_header(text):
        return None
    if whole := find_reply_state(text, outline.language):
        return whole
    if not is_cue(text, "permanent_mission"):
        return None
    for place, word in enumerate(words := text.split()):
        for size in range(min(_LONGEST_NAME, len(words) - place), 0, -1):
            name = " ".join([word, *words[place + 1 : place + size]]).strip(",.،，")
            # In Arabic the word for "of" is a letter set before the name, in Chinese nothing parts the name.
            for candidate in (name, name.removeprefix("ل"), name.split("常驻")[0]):
                if found := find_state(candidate, outline.language):
                    return found
    return None
