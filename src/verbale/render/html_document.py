"""A document as one would publish it: a page for screen and print, sound for a reader who hears it.

Made to WCAG 2.2 AA: languages and directions declared, landmarks, one heading of the first level and none left out
below it, a link past the masthead, links that say where they lead, contrast from the tokens of the style sheet, a
visible focus, targets of 24 pixels, and nothing that moves.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from itertools import groupby

from verbale.lexicon.phrases import get_phrase
from verbale.model.annotation import Annotation
from verbale.model.document import Document
from verbale.model.node import Node, NodeKind, NoteMark
from verbale.render.annotated_runs import AnnotatedRun, annotated_runs, note_numbers, outermost, printed_mark
from verbale.render.annotation_view import highlighted_html
from verbale.render.branches import Branch, branches_of
from verbale.render.directions import runs_leftward
from verbale.render.html_page import html_page
from verbale.render.html_view import heading_levels
from verbale.render.inline_html import escaped, labelled, language_attributes, linked
from verbale.render.masthead import lacking_lines, masthead_rows
from verbale.render.node_lines import parts_of
from verbale.render.selection import HEADINGS, direction, heading_of, language_code, shown_nodes

_PARAGRAPHS = frozenset({NodeKind.PARAGRAPH, NodeKind.OPERATIVE, NodeKind.PREAMBLE})


def html_document(document: Document, *, annotations: Collection[Annotation] = (), letterhead: bool = False) -> str:
    """The whole page in HTML 5 with nothing to fetch.

    ``annotations`` are highlighted where they stand. With ``letterhead`` the masthead is completed by what is known of
    the document and not printed in it.
    """
    skip = escaped(get_phrase("skip_to_text", document.language))
    return html_page(
        _page_title(document),
        f'<nav><a class="skip" href="#text">{skip}</a></nav>\n{_HtmlPage(document, annotations).whole(letterhead)}',
        *("document.css", "publication.css", *(["annotations.css"] if annotations else [])),
        language=language_code(document),
        head=_seal(document),
        direction=direction(document),
    )


def _seal(document: Document) -> str:
    seal = document.facts.seal
    return f'<meta name="verbale.seal" content="{seal}">\n' if seal else ""


def _page_title(document: Document) -> str:
    known = [document.facts.symbol, document.facts.title]
    return " · ".join(part for part in known if part) or heading_of(document)


@dataclass(slots=True)
class _HtmlPage:
    """One page while it is written: what is highlighted in it, and how often each footnote was called."""

    document: Document
    annotations: Collection[Annotation]
    calls: dict[str, int] = field(default_factory=dict)
    levels: Mapping[str, int] = field(init=False)
    numbers: Mapping[str, str] = field(init=False)
    highlighted: Mapping[str, list[Annotation]] = field(init=False)

    def __post_init__(self) -> None:
        self.levels = heading_levels(self.document)
        self.numbers = note_numbers(self.document)
        ordered = sorted(self.annotations, key=lambda one: one.ref)
        self.highlighted = {ref: outermost(group) for ref, group in groupby(ordered, key=lambda one: one.ref)}

    def whole(self, letterhead: bool) -> str:
        """Masthead, text and footnotes, each in its landmark."""
        rows = masthead_rows(self.document)
        headed = {node.ref for row in rows for node in (*row.near, *row.far)}
        lacking = lacking_lines(self.document) if letterhead else ()
        nodes = [node for node in shown_nodes(self.document, everything=False) if node.ref not in headed]
        text = [node for node in nodes if node.kind is not NodeKind.FOOTNOTE]
        notes = [node for node in nodes if node.kind is NodeKind.FOOTNOTE]
        near = "".join(self._paragraph(node) for row in rows for node in row.near)
        far = "".join(self._paragraph(node) for node in (*lacking, *(node for row in rows for node in row.far)))
        heading = self._first_heading(text)
        head = f'<div role="banner">{heading}</div>\n' if heading else ""
        if near or far:
            head = f"<header>\n<div>\n{near}</div>\n<div>\n{far}</div>\n{heading}</header>\n"
        body = "".join(self._series(branches_of(text)))
        return f'{head}<main id="text" tabindex="-1">\n{body}{self._notes(notes)}</main>\n'

    def _first_heading(self, nodes: list[Node]) -> str:
        """A page begins with a heading; where the document has no title, one that is heard and not seen."""
        if any(node.kind is NodeKind.TITLE for node in nodes):
            return ""
        return f'<h1 class="unseen">{escaped(_page_title(self.document))}</h1>\n'

    def _series(self, branches: list[Branch]) -> list[str]:
        """Branches of one level; items that follow each other make one list."""
        parts: list[str] = []
        for is_item, group in groupby(branches, key=lambda branch: branch.node.kind is NodeKind.ITEM):
            written = [self._branch(branch) for branch in group]
            parts += ['<ul class="items" role="list">\n', *written, "</ul>\n"] if is_item else written
        return parts

    def _branch(self, branch: Branch) -> str:
        node, below = branch.node, "".join(self._series(branch.below))
        if node.kind is NodeKind.TITLE:
            return self._heading(node) + below
        if node.kind in HEADINGS:
            return f'<section aria-labelledby="{escaped(node.ref)}">\n{self._heading(node)}{below}</section>\n'
        if node.kind is NodeKind.ITEM:
            return f"<li{self._attributes(node)}>{self._words(node)}{self._permalink(node)}\n{below}</li>\n"
        return self._paragraph(node) + (f'<div class="below">\n{below}</div>\n' if below else "")

    def _heading(self, node: Node) -> str:
        tag = f"h{self.levels[node.ref]}"
        return f"<{tag}{self._attributes(node)}>{self._words(node)}{self._permalink(node)}</{tag}>\n"

    def _paragraph(self, node: Node) -> str:
        link = self._permalink(node) if node.kind in _PARAGRAPHS else ""
        return f"<p{self._attributes(node)}>{self._words(node)}{link}</p>\n"

    def _attributes(self, node: Node) -> str:
        own = language_attributes(self.document, node) if node.language else self._turned(node)
        return f' id="{escaped(node.ref)}" class="{node.kind.value}"{own}'

    def _turned(self, node: Node) -> str:
        """In a page that runs to the left, a line without an Arabic letter runs to the right."""
        leftward = direction(self.document) == "rtl"
        return ' dir="ltr"' if leftward and not runs_leftward(self.document.language, node.printed) else ""

    def _permalink(self, node: Node) -> str:
        words = get_phrase("link_to", self.document.language, ref=node.ref)
        return f'<a class="permalink" href="#{escaped(node.ref)}" aria-label="{escaped(words)}">#</a>'

    def _words(self, node: Node) -> str:
        """Label and text; what prints on lines of its own stands in a ``span`` of its own."""
        highlighted = self.highlighted.get(node.ref, [])
        lines = [
            "".join(self._run(run) for run in annotated_runs(node, span.start, span.end, highlighted))
            for span in parts_of(self.document, node)
        ]
        if len(lines) > 1:
            lines = [f'<span class="line">{line}</span>' for line in lines]
        return labelled(node) + " ".join(lines)

    def _run(self, run: AnnotatedRun) -> str:
        if run.mark is not None:
            return self._call(run.mark)
        words = linked(run.text, run.link)
        return highlighted_html(run.highlighted, words) if run.highlighted else words

    def _call(self, mark: NoteMark) -> str:
        ref, number = mark.ref, self.numbers.get(mark.ref, "")
        if not number:
            return f"<sup>{escaped(printed_mark(self.document, mark))}</sup>"
        self.calls[ref] = self.calls.get(ref, 0) + 1
        place = escaped(_call_id(ref, self.calls[ref]))
        return f'<sup><a id="{place}" href="#{escaped(ref)}" role="doc-noteref">{escaped(number)}</a></sup>'

    def _notes(self, notes: list[Node]) -> str:
        if not notes:
            return ""
        title = escaped(get_phrase("footnotes", self.document.language))
        written = "".join(self._note(node) for node in notes)
        return (
            f'<section class="notes" role="doc-endnotes" aria-labelledby="notes">\n'
            f'<h2 id="notes">{title}</h2>\n{written}</section>\n'
        )

    def _note(self, node: Node) -> str:
        """A note with a way back to every place that calls it."""
        words = escaped(get_phrase("back_to_text", self.document.language))
        back = "".join(
            f' <a class="back" href="#{escaped(_call_id(node.ref, place))}"'
            f' role="doc-backlink" aria-label="{words}">↩</a>'
            for place in range(1, self.calls.get(node.ref, 0) + 1)
        )
        return f"<p{self._attributes(node)}>{self._words(node)}{back}</p>\n"


def _call_id(ref: str, place: int) -> str:
    """The id of the place that calls a note; two dashes keep it apart from every ref."""
    return f"{ref}--call" if place == 1 else f"{ref}--call-{place}"
