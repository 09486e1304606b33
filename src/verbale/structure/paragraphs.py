"""Wrapped lines become paragraphs: where one ends and the next begins, on the evidence of the page.

Word processors leave a space at a paragraph's end; printers leave a gap, an indent or a short
last line; numbers and bullets open a paragraph whatever the page looks like.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise, zip_longest

from verbale.lexicon.names import headings
from verbale.lexicon.sentences import PART_ENDED
from verbale.model.language import Language
from verbale.structure.clean_text import CleanText, join_all, join_with, unspaced
from verbale.structure.labels import Label, LabelKind, find_labels
from verbale.structure.landmarks import is_field, is_filed, is_landmark
from verbale.structure.lines import Line
from verbale.structure.wrapping import are_single, are_telling, is_unwrapped

_SENTENCE_END = re.compile(r"[.!?。！？؟:：;；؛][)\]}”’»\"'\d]*$")
_BRACKETED = re.compile(r"[\[［〔].*[\]］〕]")
_LABEL_ALONE = re.compile(r"\d{1,3}\s?[.．]|[-–]?\d{1,3}\s?[-–]?|[(（]?\w{1,4}[)）]|[•●▪■◦○‣·–—-]|[IVXLC]{1,6}\.")
_NUMBER_ALONE = re.compile(r"\d{1,3}\s?[.．]|\d{1,3}\s?[-–]|[-–]\s?\d{1,3}|[(（]?\w{1,5}[)）]|[㈠-㈩]|[’'‘]\d[‘'’]")
_TICKS = frozenset("☐☑☒")
_CLOSING = re.compile(r"\w{1,5}[)）]")
_WHEREAS = re.compile(r"و?إذ\s")
_NEAR = 1.4  # rows to the line below, that it may go on there
_GAP = 0.2  # rows more than usual, where the format gives places
_FAIR_SHARE = 0.12  # of all lines, for a step, a margin to be usual
_MOST = 0.9  # of the width, from which on a line is full
_SAME_ROW = 0.1  # rows: less is one row
_EMPTY_ROW, _HALF_ROW = 0.45, 0.5  # rows more than usual in plain text; and half a row
_FULL_LINE, _RESIZED = 100, 0.9  # characters of a full line; points of a change of size
_LOOK_BACK = 60  # units among which the number before is looked for
_SLACK = 2.5  # ems that margins may differ
_INDENT = 0.9  # ems from which on a line is indented
_COLUMNS = 1.6  # columns from which on, in plain text
_SHORT = 0.72  # of the width: a shorter line ends its paragraph
_FULL = 0.9  # of the lines, by their ends: a tenth of them is full
_SET_RIGHT = 0.45  # of the width: what begins behind it is set on the right


@dataclass(frozen=True, slots=True)
class Unit:
    """A paragraph: its clean text, the label readings at its head, and what its first line told."""

    passage: CleanText
    labels: tuple[Label, ...]
    first: Line
    last: Line
    count: int

    @property
    def text(self) -> str:
        return self.passage.text

    @property
    def page(self) -> int:
        return self.first.page


@dataclass(frozen=True, slots=True)
class _Habits:
    """How this document sets its paragraphs."""

    gap: float
    tails: bool
    width: float
    margins: dict[int, float]
    unwrapped: bool
    reaches: dict[int, float]  # where the full lines of each page end: a head beside the text moves all of its page


def paragraphs_of(lines: list[Line]) -> list[Unit]:
    """The paragraphs of a run of lines from which furniture and notes have been taken."""
    habits = _habits(lines)
    units: list[Unit] = []
    group: list[Line] = []
    ordered = _in_reading_order(lines)
    for line, following in zip_longest(ordered, ordered[1:]):
        if group and (_opens(group, line, habits, units) or _juts_in(group[-1], line, following)):
            units.append(_unit(group))
            group = []
        group.append(line)
    if group:
        units.append(_unit(group))
    return units


def unit_of(lines: list[Line]) -> Unit:
    """One paragraph out of lines that are known to belong together."""
    return _unit(lines)


def _unit(group: list[Line]) -> Unit:
    passage = unspaced(join_all([line.passage for line in group]))
    return Unit(passage, find_labels(passage.text), group[0], group[-1], len(group))


def _in_reading_order(lines: list[Line]) -> list[Line]:
    """A number that slipped under the first line of its paragraph goes back to the front of it."""
    ordered: list[Line] = []
    for i, line in enumerate(lines):
        following = lines[i + 1] if i + 1 < len(lines) else None
        if ordered and _slipped(ordered[-1], line, following):
            before = ordered[-1]
            ordered[-1] = replace(before, passage=join_with(line.passage, before.passage, " "), until=line.row)
        else:
            ordered.append(line)
    return ordered


def _slipped(before: Line, line: Line, following: Line | None) -> bool:
    """Whether a number alone on its row belongs to the row above: that one is set in, the next is not."""
    if line.whole or not _NUMBER_ALONE.fullmatch(line.text) or find_labels(before.text):
        return False
    near = before.page == line.page and 0 < line.row - before.row < _NEAR and before.start >= line.start - _SLACK
    if not near:
        return False
    goes_on = following is not None and following.page == line.page and following.row - line.row < _NEAR
    return not goes_on or (following is not None and following.start < before.start - _INDENT)


def _line_step(lines: list[Line], width: float) -> float:
    """The step from a full line that ends inside a sentence to the next: within a paragraph, however few there are.

    The widest of those that are usual, for what is typed in single and in double space has both.
    """
    steps = Counter(
        round(after.row - before.row, 1)
        for before, after in pairwise(lines)
        if before.page == after.page
        and before.end >= _MOST * width
        and after.row - before.row >= _HALF_ROW
        and not PART_ENDED.search(before.text)
        and not after.text[:1].isupper()
    )
    return max((step for step, count in steps.items() if count >= _FAIR_SHARE * steps.total()), default=1.0)


def _habits(lines: list[Line]) -> _Habits:
    printed = [line for line in lines if not line.whole]
    steps: Counter[float] = Counter()
    for before, after in pairwise(printed):
        step = after.row - before.row
        if before.page == after.page and step > _SAME_ROW / 2:
            steps[round(step, 1)] += 1
    starts: dict[int, Counter[int]] = {}
    for line in printed:
        starts.setdefault(line.page, Counter())[round(line.start)] += len(line.text)
    ends: dict[int, list[float]] = {}
    for line in printed:
        ends.setdefault(line.page, []).append(line.end)
    width = _full_end([line.end for line in printed])
    usual = min((step for step, count in steps.items() if count >= _FAIR_SHARE * steps.total()), default=1.0)
    return _Habits(
        gap=min(usual, _line_step(printed, width)),
        tails=are_telling(printed),
        width=width,
        margins={page: _margin(counts) for page, counts in starts.items()},
        unwrapped=is_unwrapped(printed) or are_single(printed),
        reaches={page: _full_end(those) for page, those in ends.items()},
    )


def _full_end(ends: list[float]) -> float:
    """Where full lines end: those that are left reach at least that far."""
    return sorted(ends)[int(len(ends) * _FULL)] if ends else 0.0


def _margin(starts: Counter[int]) -> int:
    """Where the lines of a page begin: the outermost column that a fair share of its text begins in."""
    least = min(_FAIR_SHARE * starts.total(), max(starts.values()))
    return min(start for start, weight in starts.items() if weight >= least)


def _opens(group: list[Line], line: Line, habits: _Habits, units: list[Unit]) -> bool:
    """Whether ``line`` begins a paragraph of its own after the lines of ``group``."""
    before = group[-1]
    if line.whole or before.whole or line.block.origin is not before.block.origin:
        return True
    if _shares_row(group, line) or _heading_goes_on(before, line) or _closes_bracket(group, line):
        return False
    if (
        line.text[:1] in _TICKS
        or habits.unwrapped
        or _stands_alone(group, line, habits)
        or _labelled(group, line, habits, units)
    ):
        return True
    crossing = before.page != line.page
    if habits.tails:
        # A line that wraps is full; a short one has ended, with or without the space.
        return before.tail or (not crossing and before.end < _SHORT * habits.width)
    gap = 0.0 if crossing else line.row - before.until - habits.gap
    if gap > (_GAP if line.block.size else _EMPTY_ROW):
        return True
    if _set_otherwise(before, line) or _stopped_short(before, line, habits):
        return True
    return _set_apart(group, line, habits, crossing)


def _juts_in(before: Line, line: Line, following: Line | None) -> bool:
    """Whether a line after a full stop is set further in than the next: then it is a first line."""
    if following is None or line.whole or following.page != line.page or (line.rtl and line.block.size is None):
        return False
    near = 0 < following.row - line.until < _NEAR and not find_labels(following.text)
    deeper = line.start - following.start > (_INDENT if line.block.size else _COLUMNS)
    ended = before.text[-1:] in ".。؟?" and abs(line.row - before.until) > _SAME_ROW
    return near and deeper and ended and before.start > following.start


def _shares_row(group: list[Line], line: Line) -> bool:
    """Whether a line is the rest of a printed row, or the words of a number that stands alone."""
    before = group[-1]
    if len(group) == 1 and _LABEL_ALONE.fullmatch(before.text) and _follows_label(before, line):
        return True
    return before.page == line.page and abs(line.row - before.until) < _SAME_ROW and line.block.size is not None


def _stands_alone(group: list[Line], line: Line, habits: _Habits) -> bool:
    """Brackets, landmarks and what is set far to the right keep to themselves."""
    before = group[-1]
    if _BRACKETED.fullmatch(line.text) or _BRACKETED.fullmatch(before.text):
        return True
    aside = _SET_RIGHT * habits.width
    if line.start > aside and (len(group) > 1 or before.start <= line.start):
        return True
    if before.start > aside and before.start - line.start > _SLACK:
        return True
    if is_landmark(before.text) or is_landmark(line.text) or (is_field(before.text) and is_field(line.text)):
        return True
    return len(group) == 1 and is_filed(before.text)


def _set_otherwise(before: Line, line: Line) -> bool:
    """Whether a line is set in another size, weight or place than the one before it."""
    recentred = line.centred != before.centred and abs(line.start - before.start) > _INDENT
    reweighted = line.bold != before.bold and (line.bold or len(before.text) < _FULL_LINE)
    return recentred or reweighted or abs(line.size - before.size) > _RESIZED


def _heading_goes_on(before: Line, line: Line) -> bool:
    """Whether a bold line in small letters goes on with the bold line right above it."""
    near = before.page == line.page and 0 < line.row - before.until < _NEAR
    return near and before.bold and line.bold and before.size == line.size and line.text[:1].islower()


def _closes_bracket(group: list[Line], line: Line) -> bool:
    """Whether what looks like the label of an item closes a bracket that was opened before: ``(Vol.``, ``II) says``."""
    closing = _CLOSING.match(line.text)
    if closing is None or line.page != group[-1].page or line.row - group[-1].until >= _NEAR:
        return False
    depth = 0
    for char in "".join(each.text for each in group):
        depth = depth + 1 if char in "(（" else max(depth - 1, 0) if char in ")）" else depth
    return depth > 0


def _follows_label(before: Line, line: Line) -> bool:
    """Whether a line holds the words of the label that stands alone before it: on its row, or right below."""
    if before.page != line.page or find_labels(line.text):
        return False
    return abs(line.row - before.row) < 0.5 or (0 < line.row - before.row < _NEAR and not before.tail)


def _labelled(group: list[Line], line: Line, habits: _Habits, units: list[Unit]) -> bool:
    """Whether the line opens with a number or bullet that belongs where it stands."""
    labels = find_labels(line.text)
    if not labels:
        return False
    kind = labels[0].kind
    before = group[-1]
    if kind is LabelKind.BULLET:
        sure = labels[0].printed in "•●▪■◦○‣▫➢" or (labels[0].printed == "o" and before.tail)
        return sure or bool(PART_ENDED.search(before.text)) or (habits.tails and before.tail)
    if habits.tails and not before.tail:
        return False
    last = _last_of(kind, group, units)
    follows = any(label.value in (1, last + 1) for label in labels)
    if labels[0].printed.islower() and labels[0].printed.endswith(".") and not follows:
        return False  # a word cut short
    indented = line.start > habits.margins.get(line.page, 0.0) + _INDENT
    return (follows or indented) and (
        bool(PART_ENDED.search(before.text)) or indented or before.end < _SHORT * habits.width
    )


def _last_of(kind: LabelKind, group: list[Line], units: list[Unit]) -> int:
    """The last number of a series among the paragraphs before, this one included; 0 without any."""
    for labels in (find_labels(group[0].text), *(unit.labels for unit in reversed(units[-_LOOK_BACK:]))):
        if labels and labels[0].kind is kind:
            return labels[0].value
    return 0


def _fell_short(before: Line, line: Line, habits: _Habits) -> bool:
    """Whether the first word of a line would still have fitted on the line before it."""
    # Chinese may break after any sign.
    word = line.text[:1] if "\u2e80" <= line.text[:1] <= "\u9fff" else line.text.split(" ", 1)[0]
    size = len(word) * (0.5 if line.block.size else 1.0)
    return before.end + size + 1 < habits.width


def _stopped_short(before: Line, line: Line, habits: _Habits) -> bool:
    """Whether a full stop leaves a line of Chinese short, which would else have gone on: it breaks after any sign."""
    return bool(line.block.size) and before.text[-1:] == "。" and before.end + _SLACK < habits.reaches[before.page]


def _opens_clause(before: Line, line: Line) -> bool:
    """Whether a line after a comma begins as the paragraphs of a preamble do."""
    text = "".join(char for char in line.text if not unicodedata.combining(char)) if line.rtl else line.text
    return before.text[-1:] in ",，،" and any(text.startswith(word) for word in _openers())


@cache
def _openers() -> frozenset[str]:
    return frozenset(word for language in Language for word in headings("preamble_opener", language))


def _set_apart(group: list[Line], line: Line, habits: _Habits, crossing: bool) -> bool:
    """Indents and short lines: the printer's own signs of a new paragraph."""
    before = group[-1]
    if line.rtl and not line.block.size:
        # The columns of such a text are too rough to show an indent; empty rows part its paragraphs.
        loose = crossing or line.lifted
        return loose and (
            bool(_SENTENCE_END.search(before.text))
            or _opens_clause(before, line)
            or bool(before.text[-1:] == "،" and _WHEREAS.match(line.text))
        )
    # In plain text a page may begin further in than the one before, and then all its lines do.
    shift = 0 if line.block.size else habits.margins.get(line.page, 0) - habits.margins.get(before.page, 0)
    comma = before.text[-1:] in ",，،"
    ended = bool(_SENTENCE_END.search(before.text)) or comma
    least = _INDENT if line.block.size else _COLUMNS
    step = line.start - before.start - shift
    if len(group) > 1:
        indented = step > least
        unhung = abs(step) > least or line.text[:1].isupper()
        outdented = (
            bool(find_labels(group[0].text)) and ended and not comma and unhung and _fell_short(before, line, habits)
        )
    else:
        # Under a number or bullet the lines that follow may hang further in than the number itself.
        labelled = bool(find_labels(before.text))
        loose = not line.block.size and not labelled and (not comma or _opens_clause(before, line))
        # As far in as the line before, but for a little, and with room left on that: together they tell.
        level = loose or abs(step) <= (_SLACK if not labelled and _fell_short(before, line, habits) else least)
        if labelled:
            level = level and not comma and _fell_short(before, line, habits)
        indented = bool(level and ended and line.start > habits.margins.get(line.page, line.start) + least)
        # An item of one line that ended before its line was full is over where the next line begins further out.
        outdented = bool(labelled and ended and not comma and step < -least and _fell_short(before, line, habits))
    if (indented and (ended or not crossing)) or outdented or (crossing and _opens_clause(before, line)):
        return True
    if before.end >= _SHORT * habits.width:
        return False
    opens = ended or (not crossing and line.text[:1].isupper() and len(group) == 1)
    return _opens_clause(before, line) if comma else bool(opens)
