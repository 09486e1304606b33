"""Source and tree side by side: what lights up on one side is what it was made of on the other."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from verbale.model.document import Document
from verbale.model.node import NodeKind
from verbale.model.span import Span
from verbale.render.html_page import html_page
from verbale.render.html_view import findings_list
from verbale.render.inline_html import escaped, labelled, language_attributes
from verbale.render.selection import (
    coverage_line,
    depths,
    direction,
    heading_of,
    is_blank,
    language_code,
    particulars,
    visible,
)

_OPENED = 8  # findings, up to which their list is unfolded
_DEEPEST_STEP = 6  # steps of indentation that the style sheet knows


@dataclass(frozen=True, slots=True)
class _SourceRange:
    """A stretch of the source that one node was made of, by the node's number on the page."""

    span: Span
    number: int


def page_view(document: Document) -> str:
    """One self-contained page: nothing is fetched, and it is all there without a script or a mouse."""
    return html_page(
        f"{heading_of(document)} · source and tree",
        f"{_header(document)}"
        f'<main>\n<section class="pane" id="source" aria-label="Source text">\n<h2>Source</h2>\n{source_html(document)}'
        f'</section>\n<section class="pane" id="tree" aria-label="Document tree">\n<h2>Tree</h2>\n{tree_html(document)}'
        "</section>\n</main>\n",
        "view.css",
        script="view.js",
    )


def _header(document: Document) -> str:
    title = document.facts.title
    symbol = heading_of(document)
    name = f'<p class="title" dir="auto">{escaped(title)}</p>\n' if title and visible(title) != symbol else ""
    facts = " · ".join([document.source.name, *particulars(document)])
    return (
        f'<header>\n<h1 dir="auto">{escaped(symbol)}</h1>\n{name}<p class="facts">{escaped(facts)}</p>\n'
        f'<p class="facts{" broken" if document.coverage.unaccounted else ""}">'
        f"{escaped(coverage_line(document.coverage))}</p>\n{_findings(document)}"
        '<p class="hint">Arrow keys move through a side, Enter goes to the other, Tab changes sides.</p>\n</header>\n'
    )


def _findings(document: Document) -> str:
    if not document.findings:
        return '<p class="facts">No findings.</p>\n'
    href = {node.ref: f"n{number}" for number, node in enumerate(document.nodes)}
    count = len(document.findings)
    label = "1 finding" if count == 1 else f"{count} findings"
    opened = " open" if count <= _OPENED else ""
    return f"<details{opened}>\n<summary>{label}</summary>\n{findings_list(document.findings, href)}</details>\n"


def tree_html(document: Document) -> str:
    """The units of a document in order, each with its ref and kind and a link to its place in the source."""
    depth_of = depths(document)
    rows = []
    for number, node in enumerate(document.nodes):
        step = min(depth_of[node.ref], _DEEPEST_STEP)
        anchor = f'<a href="#s{number}" tabindex="-1">{escaped(node.ref)}</a>' if node.pieces else escaped(node.ref)
        rows.append(
            f'<li id="n{number}" class="node {node.kind.value} step-{step}" data-n="{number}" tabindex="-1">'
            f'<p class="about"><span class="ref">{anchor}</span> <span class="kind">{node.kind.value}</span></p>'
            f'<p class="text"{language_attributes(document, node)}>{labelled(node)}{escaped(node.text)}</p></li>\n'
        )
    return f'<ol class="nodes">\n{"".join(rows)}</ol>\n'


def source_html(document: Document) -> str:
    """The source text, page by page, every stretch of it carrying the number of its node."""
    lang = language_code(document)
    attributes = (f' lang="{lang}"' if lang else "") + f' dir="{direction(document)}"'
    parts: list[str] = []
    page, done = 1, 0
    seen: set[int] = set()
    parts.append(_page_open(page, attributes))
    for run in _runs(document):
        if run.span.end <= done:
            continue
        node = document.nodes[run.number]
        parts.append(_between(document, done, run.span.start))
        if node.page is not None and node.page > page:
            page = node.page
            parts.append(f"</div>\n{_page_open(page, attributes)}")
        first = f' id="s{run.number}" tabindex="-1"' if run.number not in seen else ""
        seen.add(run.number)
        furniture = " furniture" if node.kind is NodeKind.FURNITURE else ""
        text = escaped(document.source.text[max(done, run.span.start) : run.span.end])
        parts.append(f'<span class="run{furniture}" data-n="{run.number}"{first}>{text}</span>')
        done = run.span.end
    parts.append(_between(document, done, len(document.source.text)))
    return "".join([*parts, "</div>\n"])


def _runs(document: Document) -> Iterator[_SourceRange]:
    """Every stretch that a node, its label or a footnote's marker in it was made of, in the source's order."""
    runs = [
        _SourceRange(span, at) for at, node in enumerate(document.nodes) for span in node.spans(document.source.text)
    ]
    runs += [_SourceRange(mark.span, at) for at, node in enumerate(document.nodes) for mark in node.notes]
    runs += [_SourceRange(span, at) for at, node in enumerate(document.nodes) for span in node.label_spans]
    return iter(sorted(runs, key=lambda run: (run.span.start, run.span.end)))


def _page_open(page: int, attributes: str) -> str:
    return f'<p class="page" id="page-{page}"><span>Page {page}</span></p>\n<div class="sheet"{attributes}>'


def _between(document: Document, start: int, end: int) -> str:
    """What lies between two stretches: white space, or characters that no node accounts for."""
    gap = document.source.text[start:end]
    text = escaped(gap.replace("\f", "\n"))
    return f'<mark class="unaccounted">{text}</mark>' if not is_blank(gap) else text
