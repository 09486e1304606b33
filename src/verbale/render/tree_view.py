"""The tree in a terminal: indented, with refs, kinds and findings in colour."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass

from rich.console import Console
from rich.text import Text

from verbale.model.document import Document
from verbale.model.finding import Finding, Severity
from verbale.model.node import Node, NodeKind
from verbale.render.selection import (
    HEADINGS,
    coverage_line,
    depths,
    direction,
    findings_by_ref,
    heading_of,
    particulars,
    shown_nodes,
    visible,
)

# Right-to-left isolate and pop: a terminal that knows them orders each line by itself,
# one that does not shows them as nothing.
_ISOLATE, _POP = "\u2067", "\u2069"
_GUIDE = "│  "
_WIDEST_REF = 28  # columns; a longer ref pushes its own line to the right
_NARROWEST = 24  # columns; below this text is not cut further, the line grows instead

_KIND_STYLES = {
    NodeKind.MASTHEAD: "bright_black",
    NodeKind.TITLE: "bold blue",
    NodeKind.DOCTYPE: "blue",
    NodeKind.SUMMARY: "magenta",
    NodeKind.HEADING: "bold blue",
    NodeKind.SUBHEADING: "blue",
    NodeKind.REPLY_HEADING: "bold cyan",
    NodeKind.PARAGRAPH: "green",
    NodeKind.ITEM: "green",
    NodeKind.PREAMBLE: "magenta",
    NodeKind.OPERATIVE: "green",
    NodeKind.FOOTNOTE: "bright_black",
    NodeKind.CLOSING: "bright_black",
    NodeKind.FURNITURE: "bright_black",
}
_SEVERITY_STYLES = {Severity.ERROR: "bold red", Severity.WARNING: "yellow", Severity.NOTE: "cyan"}
_QUIET = frozenset({NodeKind.FURNITURE, NodeKind.MASTHEAD, NodeKind.FOOTNOTE})


def tree_view(
    document: Document, *, width: int = 100, colour: bool = False, full: bool = False, everything: bool = False
) -> str:
    """The tree as lines of at most ``width`` columns, each closed by a line break.

    Text is cut to one line a node unless ``full``. ``colour`` adds the terminal's sixteen
    colours. ``everything`` shows the furniture too.
    """
    console = Console(
        file=io.StringIO(),
        width=width,
        force_terminal=colour,
        color_system="standard" if colour else None,
        legacy_windows=False,
        highlight=False,
        markup=False,
        emoji=False,
        _environ={},
    )
    lines = [_head(document), *_all_lines(console, document, full, everything)]
    lines += [Text(), _coverage(document)]
    with console.capture() as capture:
        for line in lines:
            console.print(line, soft_wrap=True)
    return capture.get()


@dataclass(frozen=True, slots=True)
class _Columns:
    """Where a line's parts begin, in columns: the ref takes ``ref``, the kind ``kind``, the text the rest."""

    ref: int
    kind: int


def _all_lines(console: Console, document: Document, full: bool, everything: bool) -> Iterator[Text]:
    nodes = shown_nodes(document, everything=everything)
    depth_of = depths(document)
    findings = findings_by_ref(document)
    columns = _Columns(
        ref=min(max((len(_GUIDE) * depth_of[node.ref] + len(node.ref) for node in nodes), default=0), _WIDEST_REF) + 2,
        kind=max((len(node.kind.value) for node in nodes), default=0) + 2,
    )
    yield from (_finding_line(finding, 0) for finding in findings.get("", []))
    yield Text()
    for node in nodes:
        yield from _node_lines(console, node, depth_of[node.ref], columns, direction(document, node) == "rtl", full)
        yield from (_finding_line(finding, depth_of[node.ref] + 1) for finding in findings.get(node.ref, []))


def _head(document: Document) -> Text:
    head = Text().append(heading_of(document), "bold")
    head.append("  " + " · ".join(particulars(document)), "bright_black")
    return head


def _coverage(document: Document) -> Text:
    return Text(coverage_line(document.coverage), "bold red" if document.coverage.unaccounted else "bright_black")


def _finding_line(finding: Finding, depth: int) -> Text:
    line = Text().append(_GUIDE * depth, "bright_black")
    line.append(f"▲ {finding.severity.value} ", _SEVERITY_STYLES[finding.severity])
    place = f"page {finding.page}: " if finding.page is not None else ""
    line.append(f"{place}{visible(finding.message)} ")
    line.append(visible(finding.rule), "bright_black")
    return line


def _node_lines(console: Console, node: Node, depth: int, columns: _Columns, rtl: bool, full: bool) -> list[Text]:
    """A node's first line with ref and kind, and the lines its text wraps to where it is shown whole."""
    head = Text().append(_GUIDE * depth, "bright_black")
    blank = head.copy()
    head.append(visible(node.ref).ljust(columns.ref - head.cell_len - 1) + " ", "bright_black")
    head.append(node.kind.value.ljust(columns.kind), _KIND_STYLES[node.kind])
    blank.append(" " * (head.cell_len - blank.cell_len))
    room = max(console.width - head.cell_len, _NARROWEST)
    first, *rest = _body_lines(console, node, room, full)
    return [_joined(head, first, room, rtl), *(_joined(blank, line, room, rtl) for line in rest)]


def _body_lines(console: Console, node: Node, room: int, full: bool) -> list[Text]:
    style = "bold" if node.kind in HEADINGS else "bright_black" if node.kind in _QUIET else ""
    body = Text(" ".join(visible(node.printed).split()), style)
    if node.number:
        body.stylize("bold", 0, len(node.number))
    if full:
        return list(body.wrap(console, room)) or [Text()]
    body.truncate(room, overflow="ellipsis")
    return [body]


def _joined(head: Text, body: Text, room: int, rtl: bool) -> Text:
    line = head.copy()
    if not rtl or not body.plain:
        line.append_text(body)
        return line
    line.append(" " * max(room - body.cell_len, 0))
    line.append(_ISOLATE)
    line.append_text(body)
    line.append(_POP)
    return line
