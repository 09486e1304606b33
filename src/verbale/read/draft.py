"""The sheet a reader writes its text on: runs of characters in, blocks and their marks out."""

from __future__ import annotations

import re
from typing import NamedTuple

from verbale.model import Block, Finding, Language, Mark, MarkKind, MediaType, Reading, Severity, Shape, Source, Span

BOLD, ITALIC, SUPERSCRIPT, LABEL, INSERTED, HIDDEN = 1, 2, 4, 8, 16, 32
_KINDS = {
    BOLD: MarkKind.BOLD,
    ITALIC: MarkKind.ITALIC,
    SUPERSCRIPT: MarkKind.SUPERSCRIPT,
    LABEL: MarkKind.LABEL,
    INSERTED: MarkKind.INSERTED,
}
_KEYS = {
    flags: tuple((kind, "") for bit, kind in _KINDS.items() if flags & bit) for flags in range(2 * HIDDEN)
}  # fmt: skip
_BAD = re.compile("[\0\ud800-\udfff]")
_QUOTED = 400


class Run(NamedTuple):
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


class Sheet:
    """Text under construction, one block a line."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self.findings: list[Finding] = []
        self._parts: list[str] = []
        self._end = 0

    def put(self, runs: list[Run], traits: Traits) -> None:
        """Append a block made of ``runs``, in their order. Runs hold no line feed."""
        start = self._end + 1 if self._parts else 0
        text = "".join([run.text for run in runs])
        self._parts.append(text)
        self._end = start + len(text)
        marks, seen = _marks(runs, start)
        self.blocks.append(
            Block(
                span=Span(start, self._end),
                shape=traits.shape,
                page=traits.page,
                left=traits.left,
                right=traits.right,
                size=_commonest_size(runs),
                centred=traits.centred,
                style=traits.style,
                level=traits.level,
                language=traits.language,
                note=traits.note,
                marks=marks,
            )
        )
        if seen & HIDDEN:
            hidden = "".join([run.text for run in runs if run.flags & HIDDEN])
            if hidden.strip():
                self.report("read/hidden-text", f"Hidden text was kept: {quote(hidden)}", Severity.WARNING, traits.page)

    def report(self, rule: str, message: str, severity: Severity = Severity.NOTE, page: int | None = None) -> None:
        """Note something a person should know of."""
        self.findings.append(Finding(rule=rule, severity=severity, message=message, page=page))

    def finish(self, name: str, sha256: str, media_type: MediaType, pages: int | None = None) -> Reading:
        """The reading; characters that no text may hold become U+FFFD, one for one, and are reported."""
        text, bad = _without_bad("\n".join(self._parts))
        if bad:
            self.report("read/bad-character", f"{bad} characters that no text may hold were replaced", Severity.WARNING)
        source = Source(name=name, sha256=sha256, media_type=media_type, text=text)
        return Reading(source=source, blocks=tuple(self.blocks), findings=tuple(self.findings), pages=pages)


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


def _commonest_size(runs: list[Run]) -> float | None:
    if not runs:
        return None
    first = runs[0].size
    if len(runs) == 1 or len({run.size for run in runs}) == 1:
        return first
    counts: dict[float | None, int] = {}
    for run in runs:
        counts[run.size] = counts.get(run.size, 0) + len(run.text)
    counts.pop(None, None)
    return max(counts, key=lambda size: counts[size]) if counts else None


def _marks(runs: list[Run], start: int) -> tuple[tuple[Mark, ...], int]:
    """Marks of each kind, runs that touch and agree made one, in the order in which they begin.

    The second value is the sum of the flags that occur in any run that holds text.
    """
    grown: list[list[int]] = []
    keys: list[tuple[MarkKind, str]] = []
    latest: dict[tuple[MarkKind, str], list[int]] = {}
    at = start
    seen = 0
    for text, flags, _, link, note in runs:
        end = at + len(text)
        if end == at or not (flags or link or note):
            at = end
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
                grown.append(bounds)
                keys.append(key)
        at = end
    if not grown:
        return (), seen
    found = [Mark(kind, Span(low, high), target) for (kind, target), (low, high) in zip(keys, grown, strict=True)]
    return tuple(found), seen
