"""Sets a sample as text extraction gives it: hard wraps, pages, running heads and feet, notes.

Five manners are used, one for each way in which real extractions differ: ``columns`` (en, fr:
indented, single spaced), ``blocks`` (es, ru: flush left, a blank line between units), ``double``
(zh: every line followed by a blank one) and ``right`` (ar: bidirectional marks, runs of Latin
letters and digits in visual order).
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from sample_source import NOTE, PAGE, Sample, Unit, printed_label

FORM_FEED = "\f"
RLE, LRE, PDF = "\u202b", "\u202a", "\u202c"
NO_LINE_START = "，。；：、》）)”？!？"
MARKS = ("•", "o", "-", "–")
CENTRED = ("title", "doctype", "heading", "subheading", "summary", "reply-heading")
_CORE = re.compile(r"[A-Za-z0-9]+(?:(?:[/.:\-]|[.,]? )?[A-Za-z0-9]+)*")
_RUN = re.compile(rf"(?:{_CORE.pattern})(?:[ ,.:/()\[\]،-]*(?:{_CORE.pattern}))*[ ,.:/()\[\]،]*|[،:/] ?")
_ARABIC = re.compile(r"[\u0600-\u06ff]")
_LAST_NUMBER = re.compile(r"\d+[.،؛]")
# Groups of figures parted by a plain space are set from right to left, as words are.
_TOKEN = re.compile(rf"\d{{1,3}}(?= \d{{3}}\b)|{_CORE.pattern}|.")


@dataclass(frozen=True, slots=True)
class Manner:
    """Widths and indents in columns; ``between`` is the number of blank lines between units."""

    width: int
    margin: int
    first: int
    between: int
    line_gap: int = 0


MANNERS = {
    "en": Manner(78, 11, 6, 0),
    "fr": Manner(78, 11, 6, 0),
    "es": Manner(80, 0, 0, 1),
    "ru": Manner(80, 0, 0, 1),
    "zh": Manner(76, 0, 1, 0, line_gap=1),
    "ar": Manner(78, 6, 6, 1),
}


def columns(text: str) -> int:
    """Printed width: Chinese characters count two, marks none."""
    return sum(0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


def wrap(text: str, width: int, first: int = 0) -> list[str]:
    """Break at spaces, and between Chinese characters; ``first`` is the room taken on the first line."""
    lines, line, room = [], "", width - first
    for token in re.findall(r"[\u2e80-\u9fff\u3000-\u303f\uff00-\uffef]|[^\s\u2e80-\u9fff\uff00-\uffef]+|\s", text):
        fits = columns((line + token).rstrip()) <= room
        if not fits and line.strip() and token[0] not in NO_LINE_START:
            lines.append(line.rstrip())
            line, room = "", width
        if line or not token.isspace():
            line += token
    return [*lines, line.rstrip()] if line.strip() else lines


def wrap_full(text: str, width: int, first: int = 0) -> list[str]:
    """Like ``wrap``, with the width near ``width`` that leaves the last line fullest, as before a page break."""
    tries = [wrap(text, w, first) for w in range(width, width - 14, -1)]
    filled = [columns(lines[-1]) / max(columns(line) for line in lines) for lines in tries]
    return next(
        (lines for lines, part in zip(tries, filled, strict=True) if part > 0.85), tries[filled.index(max(filled))]
    )


def visual(line: str, *, mixed: bool = False) -> str:
    """A right-to-left line as a PDF extractor prints it: marks around it, left-to-right runs reversed by token."""

    def turned(match: re.Match[str]) -> str:
        return LRE + "".join(reversed(_TOKEN.findall(match[0]))) + PDF

    if not line.strip():
        return ""
    if not mixed and not _ARABIC.search(line) and not _LAST_NUMBER.fullmatch(line):
        return f"{RLE}{LRE}{line}{PDF}{PDF}"
    return f"{RLE}{_RUN.sub(turned, line)}{PDF}"


def marked(text: str, language: str) -> str:
    """Footnote markers as they are printed."""
    return NOTE.sub(r"(\1)" if language == "ar" else r"\1", text)


class Pages:
    """Collects lines into pages and the notes that are called on each."""

    def __init__(self, sample: Sample) -> None:
        self.sample = sample
        self.manner = MANNERS[sample.language]
        self.pages: list[list[str]] = [[]]
        self.calls: list[list[str]] = [[]]

    def turn(self) -> None:
        self.pages.append([])
        self.calls.append([])

    def put(self, line: str, gap: int | None = None) -> None:
        """Add a line and the blank lines that the manner, or ``gap``, asks for after it."""
        self.pages[-1].append(line)
        self.pages[-1].extend([""] * (self.manner.line_gap if gap is None else gap))

    def blank(self) -> None:
        if self.pages[-1] and self.pages[-1][-1]:
            self.pages[-1].append("")

    def unit(self, unit: Unit) -> None:
        if unit.kind == "page":
            self.turn()
        elif unit.kind == "masthead":
            self.masthead(unit.text)
        elif unit.kind in CENTRED or unit.kind == "closing":
            self.head(unit)
        elif unit.kind != "footnote":
            self.body(unit)

    def masthead(self, text: str) -> None:
        left, bar, right = (part.strip() for part in text.partition("||"))
        if self.sample.language == "ar":
            if right:
                self.put(" " * 7 + visual(right) + (" " * 50 + visual(left) if left else ""))
            else:
                self.put(" " * max(1, 78 - columns(left)) + visual(left) if left else "")
        elif bar:
            self.put(left + " " * max(2, 60 - columns(left)) + right, 0)
        else:
            indent = " " * 18 if left.startswith("[") and self.manner.margin else ""
            self.put(indent + left, 0 if text else 1)

    def head(self, unit: Unit) -> None:
        """Titles, headings and closings: centred or flush, never justified, blank lines around."""
        language = self.sample.language
        self.blank()
        text = marked(unit.text, language)
        label = printed_label(unit, language)
        for part in [part.strip() for part in text.split("¶")]:
            gap = "" if not label else " " if language in ("zh", "ar") else "  "
            lines = wrap(f"{label}{gap}{part}", self.manner.width - 20)
            label = ""
            for line in lines:
                self.put(self.head_line(line, unit.kind, part))
        self.blank()

    def head_line(self, line: str, kind: str, part: str) -> str:
        language, width = self.sample.language, self.manner.width
        if language == "ar":
            return " " * max(1, width - columns(line)) + visual(line)
        if language in ("es", "ru"):
            return line
        if language == "zh":
            return f"  {line} "
        pushed = kind == "closing" or (kind == "reply-heading" and part.startswith("["))
        return " " * (max(30, width + 8 - columns(line)) if pushed else 11) + line

    def body(self, unit: Unit) -> None:
        language, manner = self.sample.language, self.manner
        text = marked(unit.text, language)
        for index, part in enumerate(text.split(PAGE)):
            if index:
                self.turn()
            before = text.split(PAGE)[: index + 1]
            called = NOTE.findall("".join(unit.text.split(PAGE)[index : index + 1]))
            self.calls[-1].extend(called)
            last = len(before) == len(text.split(PAGE))
            self.lines(unit, part.strip(), opening=not index, closing=last)
        self.pages[-1].extend([""] * manner.between)

    def lines(self, unit: Unit, text: str, *, opening: bool, closing: bool) -> None:
        """One page's share of a body unit."""
        language, manner = self.sample.language, self.manner
        depth = self.depth(unit)
        label = printed_label(unit, language) if opening else ""
        fill = wrap if closing else wrap_full
        if language == "ar":
            self.right(fill(text, manner.width - 16), label)
            return
        gap = " " if label in MARKS or language == "zh" else "    " if label[:-1].isdigit() else "  "
        lead = f"{label}{gap}" if label else ""
        indent = manner.margin + (manner.first + 2 * (depth - 1) if depth and manner.margin else 0)
        first = manner.first if opening and not (depth and manner.margin) else 0
        if language == "zh" and (label[:1].isdigit() or label in MARKS):
            first = 0
        opening_room = first + columns(lead)
        lines = list(fill(text, manner.width - indent, opening_room))
        for index, line in enumerate(lines):
            start = " " * (indent + first) + lead if not index else " " * indent
            # A word processor leaves a space where a paragraph ends, and none where a line wraps.
            self.put(start + line + (" " if language == "zh" and closing and index == len(lines) - 1 else ""))

    def depth(self, unit: Unit) -> int:
        """1 for an item, 2 for an item of an item."""
        if unit.kind != "item":
            return 0
        above = {known.ref for known in self.sample.units if known.kind == "item"}
        return 2 if unit.ref.rpartition(".")[0] in above else 1

    def right(self, lines: list[str], label: str) -> None:
        """Right-to-left lines; a numeral stands in a column of its own, after the text of its line."""
        for index, line in enumerate(lines):
            outer = ""
            if label and not index:
                outer = visual(label) if not label[0].isdigit() else f"{RLE}{LRE}-{label[:-2]}{PDF}{PDF}"
            pad = " " * max(1, self.manner.width - 10 - columns(line))
            self.put(pad + visual(line) + (" " * 6 + outer if outer else ""))

    def notes(self, number: int) -> list[str]:
        language = self.sample.language
        out: list[str] = []
        for call in self.calls[number]:
            note = self.sample.notes[call]
            text = marked(note.text, language)
            if language == "ar":
                out += [" " * 20 + visual(f"({call}) {text}", mixed=True), ""]
            else:
                margin = " " * self.manner.margin
                first, *rest = wrap(text, self.manner.width - 10)
                out += [f"{margin}{call}  {first}", *(margin + line for line in rest)]
        return ["", *out] if out else []


def lay_out(sample: Sample) -> str:
    """The whole sample as text; pages end with a form feed."""
    pages = Pages(sample)
    for unit in sample.units:
        pages.unit(unit)
    total = len(pages.pages)
    out = []
    for number, lines in enumerate(pages.pages, 1):
        body = [*_running_head(sample, number), *lines, *pages.notes(number - 1), *_running_foot(sample, number, total)]
        while body and not body[-1]:
            body.pop()
        out.append("\n".join(body) + "\n")
    return FORM_FEED.join(out)


def _set(sample: Sample, left: str, right: str) -> str:
    if sample.language == "ar":
        return visual(right) + " " * 60 + visual(left) if right and left else visual(left or right)
    return left + " " * max(2, 90 - columns(left) - columns(right)) + right if right else left


def _running_head(sample: Sample, number: int) -> list[str]:
    symbol = sample.facts.get("symbol", "")
    if number == 1 or not sample.facts.get("job"):
        return []
    if sample.language == "zh":
        return [f" {symbol}  ", ""]
    own = _set(sample, symbol, "")
    return [own if number % 2 == 0 else " " * 70 + own, "", ""]


def _running_foot(sample: Sample, number: int, total: int) -> list[str]:
    job = sample.facts.get("job")
    if not job:
        return []
    if number == 1:
        return ["", "", _set(sample, sample.facts["job_line"], ""), _set(sample, f"*{job.replace('-', '')}*", "")]
    count = f"{number}/{total}"
    if sample.language == "zh":
        return ["", f"{count} {job} " if number % 2 == 0 else f"{job} {count} "]
    return ["", "", _set(sample, count, job) if number % 2 == 0 else _set(sample, job, count)]
