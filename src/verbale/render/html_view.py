"""The tree as one plain, readable page: headings are headings, footnotes are linked."""

from __future__ import annotations

from collections.abc import Mapping

from verbale.model.document import Document
from verbale.model.finding import Finding
from verbale.model.node import Node, NodeKind
from verbale.render.html_page import html_page
from verbale.render.inline_html import escaped, inline_html, language_attributes
from verbale.render.selection import (
    HEADINGS,
    coverage_line,
    direction,
    heading_of,
    language_code,
    particulars,
    shown_nodes,
)

_DEEPEST_STEP = 6  # steps of indentation that the style sheet knows
_STEPPED = frozenset({NodeKind.PARAGRAPH, NodeKind.ITEM, NodeKind.OPERATIVE, NodeKind.PREAMBLE})


def html_view(document: Document, *, everything: bool = False) -> str:
    """A whole page in HTML 5 with nothing to fetch. ``everything`` keeps the furniture."""
    return html_page(
        heading_of(document),
        f"<main>\n{_body(document, everything)}</main>\n{_foot(document)}",
        "document.css",
        language=language_code(document),
        direction=direction(document),
    )


def _body(document: Document, everything: bool) -> str:
    steps = indentation(document)
    levels = heading_levels(document)
    nodes = shown_nodes(document, everything=everything)
    running = [_element(document, node, steps, levels) for node in nodes if node.kind is not NodeKind.FOOTNOTE]
    notes = [_element(document, node, steps, levels) for node in nodes if node.kind is NodeKind.FOOTNOTE]
    foot = ['<section class="notes" role="doc-endnotes">\n', *notes, "</section>\n"] if notes else []
    return "".join([*running, *foot])


def heading_levels(document: Document) -> Mapping[str, int]:
    """Ref to heading level 1 to 6: the title is 1, every other heading stands one below its parent heading."""
    levels: dict[str, int] = {}
    for node in document.nodes:
        above = levels.get(node.parent, 1)
        if node.kind is NodeKind.TITLE:
            levels[node.ref] = 1
        else:
            levels[node.ref] = min(above + 1, 6) if node.kind in HEADINGS else above
    return levels


def indentation(document: Document) -> Mapping[str, int]:
    """Ref to steps of indentation: one for every paragraph or item that a paragraph or item lies in."""
    steps: dict[str, int] = {}
    stepped: set[str] = set()
    for node in document.nodes:
        steps[node.ref] = steps[node.parent] + 1 if node.parent in stepped and node.kind in _STEPPED else 0
        if node.kind in _STEPPED:
            stepped.add(node.ref)
    return steps


def _element(document: Document, node: Node, steps: Mapping[str, int], levels: Mapping[str, int]) -> str:
    tag = f"h{levels[node.ref]}" if node.kind in HEADINGS else "p"
    step = min(steps[node.ref], _DEEPEST_STEP)
    classes = f"{node.kind.value} step-{step}" if step else node.kind.value
    attributes = f'id="{escaped(node.ref)}" class="{classes}"{language_attributes(document, node)}'
    return f"<{tag} {attributes}>{inline_html(document, node)}</{tag}>\n"


def _foot(document: Document) -> str:
    facts = " · ".join([document.source.name, *particulars(document), coverage_line(document.coverage)])
    return f'<footer lang="en" dir="ltr">\n<p>{escaped(facts)}</p>\n{findings_list(document.findings)}</footer>\n'


def findings_list(findings: tuple[Finding, ...], href: Mapping[str, str] | None = None) -> str:
    """Findings as a list. ``href`` says where on the page a ref stands; without it the ref itself is the anchor."""
    rows = []
    for finding in findings:
        target = finding.ref if href is None else href.get(finding.ref, "")
        link = f'<a href="#{escaped(target)}">{escaped(finding.ref)}</a> ' if target else ""
        page = f"page {finding.page}: " if finding.page is not None else ""
        rows.append(
            f'<li class="finding {finding.severity.value}"><strong>{finding.severity.value}</strong> {link}'
            f"{page}{escaped(finding.message)} <code>{escaped(finding.rule)}</code></li>\n"
        )
    return f'<ul class="findings">\n{"".join(rows)}</ul>\n' if rows else ""
