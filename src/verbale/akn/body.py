"""The text of a document as elements: numbered units nested as they are, everything else in its part."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from verbale.akn.escape import attribute, own_attribute, text
from verbale.akn.inline import Marker, Marking, Point, link_marking, set_inline
from verbale.akn.iri import UNKNOWN_DATE, day_of
from verbale.akn.plan import DocumentPlan, Subtree, branches, element_of, is_item, recital_element
from verbale.lexicon.cues import is_cue
from verbale.lexicon.dates import find_day
from verbale.model.annotation import Annotation
from verbale.model.document import Document, Facts
from verbale.model.node import Node, NodeKind, NoteMark
from verbale.model.span import Origin

_LONGEST_DATE = 60  # characters of a line that is a date and no more
_HEADED = frozenset((NodeKind.HEADING, NodeKind.SUBHEADING, NodeKind.REPLY_HEADING))


class BodyWriter:
    """Writes nodes. ``findings`` are the annotations by node, each with its place where order does not tell."""

    def __init__(
        self,
        document: Document,
        plan: DocumentPlan,
        marker: Marker,
        identifiers: dict[int, str],
        findings: dict[int, list[tuple[Annotation, int | None]]],
    ) -> None:
        self._document = document
        self._nodes = document.nodes
        self._notes = plan.notes
        self._marker = marker
        self._identifiers = identifiers
        self._findings = findings
        self._placed: set[int] = set()
        self._replies = list(plan.replies)

    def cover(self, indices: Sequence[int]) -> list[str]:
        """Lines of the cover page: each a ``p`` with the element that says what it is."""
        return [self._cover_line(i) for i in indices]

    def _cover_line(self, i: int) -> str:
        element, attributes = _cover_element(self._nodes[i], self._document.facts)
        return f"<p><{element}{attributes}{self._own(i, '')}>{self._words(i, shown=True)}</{element.split()[0]}></p>"

    def preface(self, indices: Sequence[int]) -> list[str]:
        """Title, summary and what else stands before the text."""
        return [self._preface_line(i) for i in indices]

    def _preface_line(self, i: int) -> str:
        node = self._nodes[i]
        words = self._words(i, shown=True)
        if node.kind is NodeKind.TITLE:
            return f'<p><docTitle refersTo="#title"{self._own(i, "")}>{words}</docTitle></p>'
        if node.kind is NodeKind.DOCTYPE:
            return f"<p><docType{self._own(i, '')}>{words}</docType></p>"
        return f'<container name="{node.kind.value}"{self._id(i)}><p{self._own(i, "")}>{words}</p></container>'

    def preamble(self, indices: Sequence[int]) -> list[str]:
        """The enacting formula and the recitals."""
        return [self._recital(i) for i in indices]

    def _recital(self, i: int) -> str:
        node = self._nodes[i]
        element = recital_element(node)
        name = "enactingFormula" if element == "formula" else node.kind.value
        return (
            f'<{element} name="{name}"{self._id(i)}><p{self._own(i, "")}>{self._words(i, shown=True)}</p></{element}>'
        )

    def lines(self, indices: Sequence[int]) -> list[str]:
        """Plain lines: the conclusions."""
        return [f"<p{self._own(i, '')}>{self._words(i, shown=True)}</p>" for i in indices]

    def reply_title(self, i: int) -> str:
        """The heading of a reply as the title of its own document."""
        return f'<p><docTitle refersTo="#title"{self._own(i, "")}>{self._words(i, shown=True)}</docTitle></p>'

    def furniture(self, indices: Sequence[int]) -> list[str]:
        """What belongs to the page and not to the text, for the presentation block."""
        return [f"<v:furniture{self._own(i, '')}>{self._words(i, shown=True)}</v:furniture>" for i in indices]

    def reply_refs(self, parent: str | None) -> list[str]:
        """References to the replies that stand beneath a unit; to all that are left where ``parent`` is ``None``."""
        here = [i for i in self._replies if parent is None or self._nodes[i].parent == parent]
        self._replies = [i for i in self._replies if i not in here]
        return [
            f'<componentRef src="#{attribute(self._identifiers[i])}" showAs="{attribute(self._nodes[i].text)}"/>'
            for i in here
        ]

    def hierarchy(self, indices: Sequence[int]) -> list[str]:
        """Units with their units, nested."""
        return [xml for branch in branches(self._nodes, indices) for xml in self._unit(branch, "", "")]

    def _unit(self, branch: Subtree, parent: str, within: str) -> list[str]:
        """A unit and all beneath it. ``within`` is the element that holds it."""
        i, node = branch.index, self._nodes[branch.index]
        element = element_of(node, within)
        name = f' name="{node.kind.value}"' if element == "hcontainer" else ""
        number = f"<num>{text(node.number)}</num>" if node.number else ""
        own = self._own(i, parent)
        words = self._words(i, shown=False)
        lines = [f"<{element}{name}{self._id(i)}>{number}"]
        if node.kind in _HEADED:
            lines.append(f"<heading{own}>{words}</heading>")
            lines += self._under(branch.under, node.ref, element, None) + self.reply_refs(node.ref)
        elif branch.under:
            lines += self._under(branch.under, node.ref, element, f"<intro><p{own}>{words}</p></intro>")
        else:
            lines.append(f"<content><p{own}>{words}</p></content>")
        lines.append(f"</{element}>")
        return lines

    def _under(self, units: list[Subtree], parent: str, within: str, intro: str | None) -> list[str]:
        """What stands beneath a unit: points gathered into lists, the words that lead in with the first of them."""
        lines: list[str] = []
        groups = [(items, list(group)) for items, group in groupby(units, lambda unit: is_item(self._nodes, unit))]
        if intro is not None and not (groups and groups[0][0]):
            lines.append(intro)
            intro = None
        for items, group in groups:
            if not items:
                lines += [xml for branch in group for xml in self._unit(branch, parent, within)]
                continue
            lines.append(f'<list eId="{attribute(self._identifiers[group[0].index].rpartition("__")[0])}">')
            if intro is not None:
                lines.append(intro)
                intro = None
            lines += [xml for branch in group for xml in self._unit(branch, parent, "list")]
            lines.append("</list>")
        return lines

    def _id(self, i: int) -> str:
        return f' eId="{attribute(self._identifiers[i])}"'

    def _own(self, i: int, parent: str) -> str:
        """What Akoma Ntoso has no attribute for: ref, kind, place in the order, and a label that stands in the text."""
        node = self._nodes[i]
        own = f' v:ref="{own_attribute(node.ref)}" v:kind="{node.kind.value}" v:n="{i}"'
        if node.parent != parent:
            own += f' v:parent="{own_attribute(node.parent)}"'
        if node.label is not None and not (node.label_spans and node.label):
            own += f' v:label="{own_attribute(node.label)}"'
        if node.origin is not Origin.TEXT:
            own += f' v:origin="{node.origin.value}"'
        if node.language is not None:
            own += f' xml:lang="{node.language.value}"'
        return own

    def _words(self, i: int, *, shown: bool) -> str:
        """The text with all that is marked in it; ``shown`` sets the number before it, where no ``num`` can stand."""
        node = self._nodes[i]
        self._refuse_astray(node)
        number = ""
        if shown and node.number:
            number = f'<inline name="num">{text(node.number)}</inline> '
        markings = self._markings(i, node)
        points = self._points(node) if node.notes else []
        return number + set_inline(node.text, markings, points)

    def _markings(self, i: int, node: Node) -> list[Marking]:
        found = self._findings.get(i)
        if not node.links and not found:
            return []
        ordered = all((a.start, -a.end) <= (b.start, -b.end) for a, b in zip(node.links, node.links[1:], strict=False))
        markings = [link_marking(link, None if ordered else place) for place, link in enumerate(node.links)]
        markings += [self._marker.marking(one, place) for one, place in found or ()]
        return markings

    @staticmethod
    def _refuse_astray(node: Node) -> None:
        """Raise ``ValueError`` where a link or a note lies outside the text."""
        size = len(node.text)
        inside = all(0 <= link.start <= link.end <= size for link in node.links)
        if not inside or not all(0 <= mark.at <= size for mark in node.notes):
            raise ValueError(f"a link or note of {node.ref!r} lies outside its text of {size} characters")

    def _points(self, node: Node) -> list[Point]:
        places = [mark.at for mark in node.notes]
        ordered = places == sorted(places)
        points = [Point(mark.at, self._mark(node, mark, None if ordered else n)) for n, mark in enumerate(node.notes)]
        return sorted(points, key=lambda point: point.at)

    def _mark(self, node: Node, mark: NoteMark, place: int | None) -> str:
        """The call of a footnote: the footnote itself where it is called first, else a reference to it."""
        printed = mark.span.slice(self._document.source.text)
        own = f' v:mark="{own_attribute(printed)}"' + (f' v:n="{place}"' if place is not None else "")
        note = self._notes.get(mark.ref)
        apart = node.kind in (NodeKind.FOOTNOTE, NodeKind.FURNITURE)
        if note is None:
            return f'<marker name="note"{own} v:to="{own_attribute(mark.ref)}"/>'
        # What is printed may be spread over a turned line; readers are shown the footnote's own number.
        marker = self._nodes[note].label or mark.ref.rpartition(".")[2]
        shown = f' marker="{attribute(marker)}" placement="bottom"'
        if apart or note in self._placed:
            return (
                f'<noteRef href="#{attribute(self._identifiers[note])}"{shown}{own} v:to="{own_attribute(mark.ref)}"/>'
            )
        self._placed.add(note)
        inner = self._words(note, shown=False)
        number = self._nodes[note].number
        label = f' v:num="{own_attribute(number)}"' if number else ""
        return f"<authorialNote{self._id(note)}{shown}{own}><p{self._own(note, '')}{label}>{inner}</p></authorialNote>"


def _cover_element(node: Node, facts: Facts) -> tuple[str, str]:
    """The element of a line of the cover page and its attributes, known by its words and the facts of the document."""
    words = node.text
    if node.kind is NodeKind.DOCTYPE:
        return "docType", ""
    if facts.symbol and words.strip("* ") == facts.symbol:
        return "docNumber", ' refersTo="#symbol"'
    if day_of(facts.date) != UNKNOWN_DATE and len(words) <= _LONGEST_DATE and find_day(words) == facts.date:
        return "docDate", f' date="{facts.date}" refersTo="#dateOfIssuance"'
    if is_cue(words, "on_report"):
        return "docProponent", ""
    if is_cue(words, "agenda_item"):
        return "inline", ' name="agendaItem"'
    if is_cue(words, "session"):
        return "session", f' value="{facts.session}"' if facts.session is not None else ""
    if is_cue(words, "distribution"):
        return "docStatus", ""
    if is_cue(words, "organ") or is_cue(words, "organisation"):
        return "docAuthority", ""
    return "inline", ' name="masthead"'
