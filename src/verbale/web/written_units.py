"""The text of a document as HTML: every unit with its number, its permanent address, its notes, what was found in it.

It is written here and not by a template, as a document has hundreds of units: the same elements and classes as
``parts/node.html``.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from urllib.parse import quote

from django.utils.html import conditional_escape
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from verbale.model.annotation import Annotation, AnnotationKind
from verbale.model.document import Document
from verbale.model.finding import Finding, Severity
from verbale.model.node import Node, NodeKind, NoteMark
from verbale.render.annotated_runs import AnnotatedRun, annotated_runs, note_numbers, outermost, printed_mark
from verbale.render.directions import runs_leftward
from verbale.render.html_view import heading_levels, indentation
from verbale.render.inline_html import escaped, language_attributes, linked
from verbale.render.node_lines import parts_of
from verbale.render.selection import HEADINGS, direction, findings_by_ref, language_code
from verbale.web.fact_links import KIND_NAMES, FactLink, link_of
from verbale.web.unit_names import UnitNames, names_of

_DEEPEST_HEADING, _DEEPEST_STEP = 4, 3  # levels that the style sheet knows
_AROUND = frozenset({NodeKind.MASTHEAD, NodeKind.FURNITURE})
_CALL = "--call-"  # two dashes keep the place that calls a note apart from every ref


@dataclass(frozen=True, slots=True)
class Heading:
    """A line of the contents: the ref of a heading, its words, how deep it stands (from 0), its language."""

    ref: str
    words: str
    depth: int
    language: str
    direction: str


@dataclass(frozen=True, slots=True)
class WrittenDocument:
    """The parts of a page: the units around the text, the heading of the page, the text, and its footnotes."""

    masthead: SafeString
    title: SafeString
    text: SafeString
    notes: SafeString
    furniture: SafeString
    contents: Sequence[Heading]

    @property
    def whole(self) -> SafeString:
        """All of it but the running heads and feet, in one piece."""
        return mark_safe(self.masthead + self.title + self.text + self.notes)


@dataclass(slots=True)
class UnitWriter:
    """One page while it is written.

    ``place`` is the address of the page with whatever says which version it shows (``…/en/?reading=…&``), to which
    ``at=`` is added. ``at`` is the unit that is cited under it, by ``cited`` (HTML). ``facts`` shows what was found;
    ``held`` are the addresses of documents that the library has.
    """

    document: Document
    place: str = "?"
    at: str = ""
    cited: SafeString = field(default_factory=SafeString)
    facts: bool = False
    held: Collection[str] = ()
    names: UnitNames = field(init=False)
    _calls: dict[str, int] = field(default_factory=dict)
    _levels: Mapping[str, int] = field(init=False)
    _steps: Mapping[str, int] = field(init=False)
    _numbers: Mapping[str, str] = field(init=False)
    _doubts: Mapping[str, list[Finding]] = field(init=False)
    _found: Mapping[str, list[Annotation]] = field(init=False)

    def __post_init__(self) -> None:
        self.names = names_of(self.document)
        self._levels = heading_levels(self.document)
        self._steps = indentation(self.document)
        self._numbers = note_numbers(self.document)
        self._doubts = findings_by_ref(self.document)
        ordered = sorted(self.document.annotations, key=lambda one: one.ref)
        self._found = {ref: list(group) for ref, group in groupby(ordered, key=lambda one: one.ref)}

    def write(self) -> WrittenDocument:
        """The whole document."""
        title = next((node for node in self.document.nodes if node.kind is NodeKind.TITLE), None)
        parts: dict[str, list[Node]] = {"masthead": [], "furniture": [], "footnote": [], "text": []}
        for node in self.document.nodes:
            if node is not title:
                parts[node.kind.value if node.kind.value in parts else "text"].append(node)
        head = self._heading(title) if title else SafeString("")
        text = self._units(parts["text"])
        notes = self._units(parts["footnote"])
        return WrittenDocument(
            self._units(parts["masthead"]), head, text, notes, self._units(parts["furniture"]), self._contents()
        )

    def _contents(self) -> list[Heading]:
        headings = [node for node in self.document.nodes if node.kind in HEADINGS and node.kind is not NodeKind.TITLE]
        top = min((self._levels[node.ref] for node in headings), default=0)
        return [
            Heading(
                node.ref,
                self._contents_words(node),
                self._levels[node.ref] - top,
                language_code(self.document, node),
                direction(self.document, node),
            )
            for node in headings
        ]

    def _contents_words(self, node: Node) -> str:
        """The first line of a heading with its number."""
        first = parts_of(self.document, node)[0].slice(node.text) if node.kind is NodeKind.REPLY_HEADING else node.text
        return " ".join(filter(None, (node.number, first)))

    def _units(self, nodes: Iterable[Node]) -> SafeString:
        return mark_safe("".join(self._unit(node) for node in nodes))

    def _heading(self, node: Node) -> SafeString:
        """The title as the heading of the page."""
        attributes = language_attributes(self.document, node)
        written = f'<h1 id="{escaped(node.ref)}"{attributes}>{self._words(node)}</h1>{self._below(node)}'
        return mark_safe(written)

    def _unit(self, node: Node) -> str:
        level = min(self._steps[node.ref] + 1, _DEEPEST_STEP)
        own = language_attributes(self.document, node) if node.language else self._turned(node)
        number = f'<span class="num">{escaped(node.number)}</span>' if node.number else ""
        tag = f"h{min(self._levels[node.ref], _DEEPEST_HEADING)}" if node.kind in HEADINGS else "p"
        back = self._back(node) if node.kind is NodeKind.FOOTNOTE else ""
        return (
            f'<div class="node {node.kind.value} level-{level}" id="{escaped(node.ref)}"{own}>{number}'
            f"<{tag}>{self._words(node)}{back}</{tag}>{self._address(node)}{self._below(node)}</div>\n"
        )

    def _turned(self, node: Node) -> str:
        """In a text that runs to the left, a line without an Arabic letter runs to the right."""
        leftward = direction(self.document) == "rtl"
        return ' dir="ltr"' if leftward and not runs_leftward(self.document.language, node.printed) else ""

    def _address(self, node: Node) -> str:
        ref = quote(node.ref)
        words = _("Permanent address of %(unit)s") % {"unit": self.names.of(node)}
        return (
            f'<a class="address" href="{escaped(self.place)}at={ref}#{ref}" rel="nofollow"'
            f' aria-label="{escaped(words)}">¶</a>'
        )

    def _below(self, node: Node) -> str:
        """What the reader doubts in a unit, and how it is cited where it is asked for."""
        doubts = "".join(doubt_html(one) for one in self._doubts.get(node.ref, ()))
        return f"{doubts}{self.cited if node.ref == self.at else ''}"

    def _words(self, node: Node) -> str:
        """The text; what prints on lines of its own is broken there."""
        found = self._found.get(node.ref, [])
        shown = found if self.facts else self._always(node, found)
        wide = outermost(shown)
        lines = [
            "".join(self._run(run, found) for run in annotated_runs(node, span.start, span.end, wide))
            for span in parts_of(self.document, node)
        ]
        return "<br>".join(lines)

    @staticmethod
    def _always(node: Node, found: Sequence[Annotation]) -> list[Annotation]:
        """What leads somewhere whether it is asked for or not: the State in the heading of its reply."""
        if node.kind is not NodeKind.REPLY_HEADING:
            return []
        return [one for one in found if one.kind is AnnotationKind.STATE and one.start == 0]

    def _run(self, run: AnnotatedRun, beside: Sequence[Annotation]) -> str:
        if run.mark is not None:
            return self._call(run.mark)
        if run.highlighted is None:
            return linked(run.text, run.link)
        link = link_of(run.highlighted, beside, self.held, self.document.language)
        return fact_html(run.highlighted, link, run.text, plain=not self.facts)

    def _call(self, mark: NoteMark) -> str:
        number = self._numbers.get(mark.ref, "")
        if not number:
            return f"<sup>{escaped(printed_mark(self.document, mark))}</sup>"
        self._calls[mark.ref] = self._calls.get(mark.ref, 0) + 1
        place = escaped(f"{mark.ref}{_CALL}{self._calls[mark.ref]}")
        words = _("Footnote %(number)s") % {"number": number}
        return (
            f'<sup><a id="{place}" href="#{escaped(mark.ref)}" role="doc-noteref"'
            f' aria-label="{escaped(words)}">{escaped(number)}</a></sup>'
        )

    def _back(self, node: Node) -> str:
        """A way back to every place that calls a note."""
        words = escaped(_("Back to the text"))
        return "".join(
            f' <a href="#{escaped(node.ref)}{_CALL}{place}" role="doc-backlink" aria-label="{words}">↩</a>'
            for place in range(1, self._calls.get(node.ref, 0) + 1)
        )


def fact_html(one: Annotation, link: FactLink, words: str, *, plain: bool = False) -> str:
    """Words in which something was found: a link where it leads somewhere, a time where it is a date.

    ``plain`` makes it a link like any other.
    """
    if plain:
        return linked(words, link.url)
    kind = str(KIND_NAMES[one.kind])
    title = escaped(": ".join(filter(None, (kind, link.value, link.doubt))))
    sign = ' data-sign="?"' if link.doubt else ""
    attributes = f'class="fact {one.kind.value}" title="{title}"{sign}'
    if link.url:
        return f'<a {attributes} href="{escaped(link.url)}">{escaped(words)}</a>'
    if link.time:
        return f'<time {attributes} datetime="{escaped(link.time)}">{escaped(words)}</time>'
    return f"<span {attributes}>{escaped(words)}</span>"


def doubt_html(finding: Finding) -> str:
    """What the reader says of a unit, as doubt. The sentences of findings are English."""
    word = _("note") if finding.severity is Severity.NOTE else _("uncertain")
    kind = "" if finding.severity is Severity.NOTE else " uncertain"
    return (
        f'<p class="small"><span class="badge{kind}">{conditional_escape(word)}</span>'
        f' <span class="quiet" lang="en" dir="ltr">{escaped(finding.message)}</span></p>'
    )
