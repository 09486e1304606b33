"""A document as Word knows it, in the house style of the United Nations: raw parts in a zip, the same bytes every time.

Read again it is the same tree: automatic numbers print the labels, footnotes are footnotes, links are links, and each
paragraph has the style that tells its kind. Source of the style: the Editorial Manual of the United Nations.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from verbale.model.document import Document
from verbale.model.language import Language
from verbale.model.node import Node, NodeKind
from verbale.model.span import Span
from verbale.render.annotated_runs import AnnotatedRun, annotated_runs
from verbale.render.docx_footnotes import NoteWriter
from verbale.render.docx_lists import ListWriter, indent, tab_stop
from verbale.render.docx_markup import TABLE, Script, attribute
from verbale.render.docx_parts import DocxParts, package_of
from verbale.render.html_view import heading_levels, indentation
from verbale.render.keeping import keeping_of
from verbale.render.masthead import MastheadRow, is_symbol_line, lacking_lines, masthead_rows
from verbale.render.node_lines import parts_of
from verbale.render.rendering import Rendering
from verbale.render.selection import HEADINGS, shown_nodes

_STYLES: Mapping[NodeKind, str] = {
    NodeKind.MASTHEAD: "Masthead",
    NodeKind.TITLE: "Title",
    NodeKind.DOCTYPE: "DocumentType",
    NodeKind.SUMMARY: "Summary",
    NodeKind.PARAGRAPH: "SingleTxt",
    NodeKind.ITEM: "SingleTxt",
    NodeKind.PREAMBLE: "Preamble",
    NodeKind.OPERATIVE: "SingleTxt",
    NodeKind.CLOSING: "Closing",
}
_LATER_PARTS = {NodeKind.SUMMARY: "Summary", NodeKind.REPLY_HEADING: "ReplyLine"}
_HEADING_STYLES = 6  # Heading1 to Heading6 of the style sheet
# Styles that are set at the end of the line.
_FAR_STYLES = frozenset({"MastheadSymbol", "ReplyLine", "Closing"})
_NUMBERED = frozenset({NodeKind.ITEM, NodeKind.PARAGRAPH, NodeKind.OPERATIVE, NodeKind.PREAMBLE})


def docx_document(document: Document, *, letterhead: bool = False) -> Rendering:
    """The document as DOCX. With ``letterhead`` the first head holds masthead lines that are known and not printed."""
    return Rendering(_DocxWriter(document).whole(lacking_lines(document) if letterhead else ()))


@dataclass(slots=True)
class _DocxWriter:
    """One document while it is written."""

    document: Document
    numbering: ListWriter = field(default_factory=ListWriter)
    notes: NoteWriter = field(init=False)
    levels: Mapping[str, int] = field(init=False)
    steps: Mapping[str, int] = field(init=False)
    _below: str = ""
    _leading: frozenset[str] = frozenset()
    _scripts: dict[Language | None, Script] = field(default_factory=dict)
    _links: dict[str, dict[str, str]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.notes = NoteWriter(self.document)
        self.levels = heading_levels(self.document)
        self.steps = indentation(self.document)

    def whole(self, lacking: tuple[Node, ...]) -> bytes:
        """The package: body first, for numbers and notes are counted as it is written."""
        rows = masthead_rows(self.document)
        headed = {node.ref for row in rows for node in (*row.near, *row.far)}
        body = [self._masthead(rows)] if rows else []
        nodes = [node for node in shown_nodes(self.document, everything=False) if node.ref not in headed]
        self._below = next((node.ref for node in nodes if rows and node.kind is NodeKind.MASTHEAD), "")
        text = [node for node in nodes if node.kind is not NodeKind.FOOTNOTE]
        self._leading = frozenset(keeping_of(text).leading)
        body += [self._node(node) for node in text]
        left = self.notes.uncalled()
        if left:
            body.append(f'<w:p><w:pPr><w:pStyle w:val="SingleTxt"/></w:pPr>{left}</w:p>')
        first = "".join(self._paragraph(node, Span(0, len(node.text)), "Masthead") for node in lacking)
        notes = self.notes.part(self._note)
        return package_of(
            self.document,
            DocxParts("".join(body), notes, self.numbering.part(), first, self._links),
            self._script(None),
        )

    def _script(self, language: Language | None) -> Script:
        if language not in self._scripts:
            self._scripts[language] = Script(language or self.document.language)
        return self._scripts[language]

    def _masthead(self, rows: list[MastheadRow]) -> str:
        script = self._script(None)
        written = []
        for place, row in enumerate(rows):
            near = "".join(self._paragraph(n, Span(0, len(n.text)), "MastheadName") for n in row.near) or "<w:p/>"
            far = "".join(self._paragraph(n, Span(0, len(n.text)), self._far_style(n)) for n in row.far) or "<w:p/>"
            size = 4 if place < len(rows) - 1 else 12
            rule = f'<w:tcBorders><w:bottom w:val="single" w:sz="{size}" w:color="auto"/></w:tcBorders>'
            written.append(
                f'<w:tr><w:tc><w:tcPr><w:tcW w:w="5600" w:type="dxa"/>{rule}</w:tcPr>{near}</w:tc>'
                f'<w:tc><w:tcPr><w:tcW w:w="4038" w:type="dxa"/>{rule}</w:tcPr>{far}</w:tc></w:tr>'
            )
        visual = "<w:bidiVisual/>" if script.rtl else ""
        return (
            f"<w:tbl><w:tblPr>{visual}{TABLE}</w:tblPr>"
            f'<w:tblGrid><w:gridCol w:w="5600"/><w:gridCol w:w="4038"/></w:tblGrid>{"".join(written)}</w:tbl>'
        )

    def _far_style(self, node: Node) -> str:
        return "MastheadSymbol" if is_symbol_line(self.document, node) else "Masthead"

    def _node(self, node: Node) -> str:
        parts = parts_of(self.document, node)
        first = "SummaryWord" if node.kind is NodeKind.SUMMARY and len(parts) > 1 else self._style(node)
        later = _LATER_PARTS.get(node.kind, first)
        rest = [self._paragraph(node, part, later) for part in parts[1:]]
        return self._paragraph(node, parts[0], first, label=node.number) + "".join(rest)

    def _style(self, node: Node) -> str:
        if node.kind in HEADINGS and node.kind is not NodeKind.TITLE:
            return f"Heading{min(max(self.levels[node.ref] - 1, 1), _HEADING_STYLES)}"
        if node.ref == self._below:
            return "MastheadLine"
        return "Formula" if node.ref == "formula" else _STYLES[node.kind]

    def _paragraph(self, node: Node, part: Span, style: str, label: str = "") -> str:
        script = self._script(node.language).of(node.printed)
        # Among lines that run to the left, one that runs to the right still begins where they do.
        turned = self._script(None).rtl and not script.rtl
        depth = self.steps.get(node.ref, 0)
        # Word processors part on where a number that does not hang begins in lines that run to the left.
        hanging = node.kind is NodeKind.ITEM or depth > 0 or script.rtl
        number, tabs, ind, typed = None, "", "", ""
        if label:
            level = f"heading-{self.levels[node.ref]}" if node.kind in HEADINGS else f"text-{depth}"
            number = self.numbering.find_list(label, level, depth, hanging=hanging)
        if label and number is None:
            gap = script.runs(" ")
            if node.kind not in HEADINGS:
                tabs, ind = tab_stop(depth), indent(depth, hanging=hanging)
                gap = "<w:r><w:tab/></w:r>"
            typed = script.runs(label) + gap
        elif not label and depth and node.kind in _NUMBERED:
            ind = indent(depth, hanging=False)
        listed = f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{number}"/></w:numPr>' if number else ""
        keep = "<w:keepNext/>" if node.ref in self._leading else ""
        bidi = "<w:bidi/>" if script.rtl else ""
        jc = f'<w:jc w:val="{"left" if style in _FAR_STYLES else "right"}"/>' if turned else ""
        runs = self._runs(node, part, script, "body")
        return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{keep}{listed}{tabs}{bidi}{ind}{jc}</w:pPr>{typed}{runs}</w:p>'

    def _note(self, node: Node) -> tuple[str, Script]:
        script = self._script(node.language).of(node.text)
        return self._runs(node, Span(0, len(node.text)), script, "notes"), script

    def _runs(self, node: Node, part: Span, script: Script, story: str) -> str:
        if not node.links and not node.notes:
            return script.runs(node.text[part.start : part.end])
        return "".join(self._run(run, script, story) for run in annotated_runs(node, part.start, part.end))

    def _run(self, run: AnnotatedRun, script: Script, story: str) -> str:
        if run.mark is not None:
            return self.notes.call(run.mark, script)
        if not run.link:
            return script.runs(run.text)
        links = self._links.setdefault(story, {})
        key = links.setdefault(attribute(run.link), f"link{len(links) + 1}")
        return f'<w:hyperlink r:id="{key}">{script.runs(run.text, "Hyperlink")}</w:hyperlink>'
