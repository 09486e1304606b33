"""The sheet a reader writes its text on: runs of characters in, blocks and their marks out."""

from __future__ import annotations

import re
from itertools import groupby
from typing import NamedTuple

from verbale.model.block import Block, Extraction, Mark, MarkKind, Shape
from verbale.model.finding import Finding, Severity
from verbale.model.language import Language
from verbale.model.source import MediaType, Source
from verbale.model.span import Origin, Span

BOLD, ITALIC, SUPERSCRIPT, LABEL, INSERTED, HIDDEN, STRUCK = 1, 2, 4, 8, 16, 32, 64  # bits of the flags of a run
_KINDS = {
    BOLD: MarkKind.BOLD,
    ITALIC: MarkKind.ITALIC,
    SUPERSCRIPT: MarkKind.SUPERSCRIPT,
    LABEL: MarkKind.LABEL,
    INSERTED: MarkKind.INSERTED,
}
_KEYS = {
    flags: tuple((kind, "") for bit, kind in _KINDS.items() if flags & bit) for flags in range(2 * STRUCK)
}  # fmt: skip
_BAD = re.compile("[\0\ud800-\udfff]")
_DOUBTFUL = ((HIDDEN, "read/hidden-text", "Hidden text was"), (STRUCK, "read/struck-text", "Struck words were"))
_QUOTED = 400  # characters of a line in a message
_TOLD = 20  # stretches of a line in a message


class TextRun(NamedTuple):
    """Characters that share their looks. ``flags`` is a sum of the constants above; ``size`` in points.

    ``link`` is an address; ``note`` is the id of the footnote that these characters call.
    """

    text: str
    flags: int = 0
    size: float | None = None
    link: str = ""
    note: str = ""


class Traits(NamedTuple):
    """What is known of a block besides its characters; the fields are those of ``Block``."""

    shape: Shape = Shape.PARAGRAPH
    page: int = 1
    left: float | None = None
    right: float | None = None
    centred: bool = False
    style: str = ""
    level: int | None = None
    language: Language | None = None
    note: str = ""
    origin: Origin = Origin.TEXT


class BlockBuilder:
    """Text under construction, one block a line."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self.findings: list[Finding] = []
        self._parts: list[str] = []
        self._end = 0

    def put(self, runs: list[TextRun], traits: Traits, text: str | None = None) -> None:
        """Append a block made of ``runs``, in their order. Runs hold no line feed.

        ``text`` is that of the runs, where the caller has it joined already.
        """
        start = self._end + 1 if self._parts else 0
        if text is None:
            text = "".join([run[0] for run in runs])
        self._parts.append(text)
        self._end = start + len(text)
        marks, seen, one_size = _marks(runs, start)
        shape, page, left, right, centred, style, level, language, note, origin = traits
        self.blocks.append(
            Block(
                Span(start, self._end),
                shape,
                page,
                left,
                right,
                None,
                None,
                (runs[0][2] if runs else None) if one_size else _commonest_size(runs),
                centred,
                style,
                level,
                language,
                note,
                marks,
                origin,
            )
        )
        if seen & (HIDDEN | STRUCK):
            self._report_doubtful(runs, traits.page)

    def _report_doubtful(self, runs: list[TextRun], page: int) -> None:
        """Tell what is kept and may not be said: whoever reads the page does not see it, or sees it struck through."""
        for flag, rule, what in _DOUBTFUL:
            told = [quote(words) for words in _stretches(runs, flag) if words.strip()]
            more = f" and {len(told) - _TOLD} more" if len(told) > _TOLD else ""
            if told:
                self.report(rule, f"{what} kept: {', '.join(told[:_TOLD])}{more}", Severity.WARNING, page)

    def report(self, rule: str, message: str, severity: Severity = Severity.NOTE, page: int | None = None) -> None:
        """Note something a person should know of."""
        self.findings.append(Finding(rule=rule, severity=severity, message=message, page=page))

    def finish(self, name: str, sha256: str, media_type: MediaType, pages: int | None = None) -> Extraction:
        """The reading; characters that no text may hold become U+FFFD, one for one, and are reported."""
        text, bad = _without_bad("\n".join(self._parts))
        if bad:
            self.report("read/bad-character", f"{bad} characters that no text may hold were replaced", Severity.WARNING)
        source = Source(name=name, sha256=sha256, media_type=media_type, text=text)
        return Extraction(source=source, blocks=tuple(self.blocks), findings=tuple(self.findings), pages=pages)


def _without_bad(text: str) -> tuple[str, int]:
    """``text`` mended, and how many characters that took. Most texts are sound, which is told faster."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return _BAD.subn("\ufffd", text)
    return text.replace("\0", "\ufffd"), text.count("\0")


def quote(text: str) -> str:
    """``text`` in quotation marks on one line, cut where it is long."""
    line = _BAD.sub("\ufffd", " ".join(text.split()))
    return f"“{line[:_QUOTED]}…” ({len(line)} characters)" if len(line) > _QUOTED else f"“{line}”"


def _stretches(runs: list[TextRun], flag: int) -> list[str]:
    """The words of runs with a flag; those of runs that touch are one stretch."""
    grouped = groupby(runs, lambda run: run[1] & flag)
    return ["".join([run[0] for run in group]) for has, group in grouped if has]


def _commonest_size(runs: list[TextRun]) -> float | None:
    counts: dict[float | None, int] = {}
    for text, _, size, _, _ in runs:
        counts[size] = counts.get(size, 0) + len(text)
    counts.pop(None, None)
    return max(counts, key=lambda size: counts[size]) if counts else None


def _marks(runs: list[TextRun], start: int) -> tuple[tuple[Mark, ...], int, bool]:
    """Marks of each kind, runs that touch and agree made one, in the order in which they begin.

    The second value is the sum of the flags that occur in any run that holds text; the third says
    whether all runs are of one size.
    """
    grown: list[tuple[tuple[MarkKind, str], list[int]]] = []
    latest: dict[tuple[MarkKind, str], list[int]] = {}
    end = start
    seen = 0
    one_size = True
    first = runs[0][2] if runs else None
    for text, flags, size, link, note in runs:
        at = end
        end += len(text)
        if size != first:
            one_size = False
        if not (flags or link or note) or end == at:
            continue
        seen |= flags
        wanted = _KEYS[flags]
        if link:
            wanted = (*wanted, (MarkKind.LINK, link))
        if note:
            wanted = (*wanted, (MarkKind.NOTE, note))
        for key in wanted:
            last = latest.get(key)
            if last is not None and last[1] == at:
                last[1] = end
            else:
                latest[key] = bounds = [at, end]
                grown.append((key, bounds))
    if not grown:
        return (), seen, one_size
    found = [Mark(kind, Span(low, high), target) for (kind, target), (low, high) in grown]
    return tuple(found), seen, one_size
