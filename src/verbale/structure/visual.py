"""Arabic lines that a PDF tool took off the page in the order of the eye.

Such tools wrap the line in embedding marks (U+202B … U+202C) and every left-to-right run in
others (U+202A … U+202C), but leave the words inside a run in the order they stand on the
page, and the columns of a line from left to right. Here the order of reading is restored;
every character keeps its place in the source.
"""

from __future__ import annotations

import re

from verbale.model.span import Span
from verbale.structure.clean_text import CleanText, clean, clean_all

# No printed line is longer: what is, was not taken off a page line by line.
LONGEST_ROW = 2000
RTL, LTR, POP = "\u202b", "\u202a", "\u202c"
_COLUMN_GAP = re.compile(f"{POP}\\s{{4,}}{RTL}")
_ANY_GAP = re.compile(f"{POP}\\s*{RTL}")
_LTR_RUN = re.compile(f"{LTR}([^{LTR}{RTL}{POP}]*){POP}")
_WHOLE_LATIN = re.compile(f"{RTL}?{LTR}[^{LTR}{RTL}{POP}]*[A-Za-z][^{LTR}{RTL}{POP}]*{POP}+")
_EARLY = re.compile(r"(\(\s*)?([)_])\s*$")
_STOPS = re.compile(rf"[{RTL}{LTR}]*([.,:،؛]+)(?=[^\W\d])")
_TOKEN = re.compile(
    r"""
    [A-Za-z](?:[\w.,:/&'’*–-]|\s(?=[\w(])|\((?=[\w\s.]*\))[\w\s.]*\)|\)(?=/[A-Za-z]))*[\w)*]
        (?:\s\([A-Za-z][\w\s.]*$)?                                            # a phrase in Latin letters
    | \d{2}-\d{5}(?!\d) | \d[\d./:]*\d | [^\W_]+ | \s+ | .                     # a job number, a number, a word, a mark
    """,
    re.X,
)


def clean_line(source: str, span: Span) -> CleanText:
    """The clean text of one printed line, in the order of reading."""
    raw = source[span.start : span.end]
    if len(raw) > LONGEST_ROW or (LTR not in raw and _ANY_GAP.search(raw) is None):
        return clean(source, span)
    spans: list[Span] = []
    at = len(raw)
    for start, end in reversed(columns_of(raw, narrow=True)):
        spans.append(Span(span.start + end, span.start + at))
        spans += _reading_order(raw, start, end, span.start)
        at = start
    return clean_all(source, [part for part in spans if part.start < part.end])


def columns_of(raw: str, *, narrow: bool = False) -> list[tuple[int, int]]:
    """Where the columns of a row begin and end, from left to right, the gaps between them left out.

    With ``narrow`` a gap of one space counts, where an embedding ends and another begins.
    """
    bounds, start = [], 0
    for gap in (_ANY_GAP if narrow else _COLUMN_GAP).finditer(raw):
        bounds.append((start, gap.start() + 1))
        start = gap.end() - 1
    return [*bounds, (start, len(raw))]


def _reading_order(raw: str, start: int, end: int, base: int) -> list[Span]:
    """The runs of one column, left-to-right runs taken apart and turned round."""
    if _WHOLE_LATIN.fullmatch(raw, start, end):
        stops = _STOPS.match(raw, start, end)
        middle = stops.end() if stops else start
        return [Span(base + middle, base + end), Span(base + start, base + middle)]
    spans: list[Span] = []
    at = start
    for run in _LTR_RUN.finditer(raw, start, end):
        tokens = [Span(*token.span()) for token in _TOKEN.finditer(raw, run.start(1), run.end(1))][::-1]
        stop = _with_late_mark(raw, at, run.start(), tokens)
        spans += [Span(base + span.start, base + span.end) for span in (Span(at, stop), *tokens)]
        at = run.end()
    return [*spans, Span(base + at, base + end)]


def _with_late_mark(raw: str, at: int, stop: int, tokens: list[Span]) -> int:
    """Where the words before a run end, once a mark that the tool set down there is back in the run."""
    early = _EARLY.search(raw, at, stop)
    if early is None:
        return stop
    for i, token in enumerate(tokens):
        closed = early[2] == ")" and tokens[i + 1 : i + 2] and tokens[i + 1].slice(raw) == ")"
        opens = closed and early[1] is None and raw[at : early.start(2)].strip(RTL)
        if _lacks(token.slice(raw), early[2]) and not opens:
            tokens.insert(i + 1, Span(*early.span(2)))
            return early.start(1) + 1 if early[1] else early.start(2)
    return stop


def _lacks(phrase: str, mark: str) -> bool:
    """Whether a phrase in Latin letters is without the mark at its end, which the tool set down before it.

    That is the closing of a bracket which opens in the phrase, or the underscore of a broken address.
    """
    if not phrase[:1].isalpha():
        return False
    return phrase.count("(") > phrase.count(")") if mark == ")" else "://" in phrase
