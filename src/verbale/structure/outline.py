"""The tree while it grows: nodes in reading order, refs that stay unique, levels of numbering.

A ref is made of printed numbers (``II.8.a``). Where nothing is printed, an ordinal under the
parent stands in; where a number is printed twice, the second gets a mark of its own, so that
no ref ever names two things.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace

from verbale.lexicon.languages import find_language, is_plainly
from verbale.model.finding import Finding, Severity
from verbale.model.language import Language
from verbale.model.node import Node, NodeKind, NoteMark
from verbale.model.span import Origin, Span
from verbale.structure.clean_text import CleanText, glue_between
from verbale.structure.labels import Label, LabelKind
from verbale.structure.links import merged_links
from verbale.structure.paragraphs import Unit

_HEADINGS = frozenset({NodeKind.HEADING, NodeKind.SUBHEADING, NodeKind.REPLY_HEADING})
_DEEPER = 1.5  # ems that a bullet is set further in than the one it belongs to
_FOREIGN, _ENOUGH = 60, 240  # characters of text that is worth telling the language of; and of the sample


class Outline:
    """Nodes and findings of one document, gathered in reading order."""

    def __init__(self, language: Language | None) -> None:
        self.language = language
        self.nodes: list[Node] = []
        self.findings: list[Finding] = []
        self._refs: set[str] = set()
        self._kinds: Counter[NodeKind] = Counter()

    def has(self, ref: str) -> bool:
        """Whether a node of this ref stands already."""
        return ref in self._refs

    def add(self, ref: str, kind: NodeKind, unit: Unit, *, label: Label | None = None, parent: str = "") -> str:
        """Set a paragraph under a ref, its label apart from its words; returns the ref it really got."""
        if label is None:
            return self.add_passage(
                ref, kind, unit.passage, parent=parent, page=unit.page, origin=unit.first.block.origin
            )
        head, words = unit.passage.cut(0, label.end), unit.passage.cut(label.end)
        if head.notes:
            # A marker set right behind the number now stands before the first word.
            early = tuple(replace(mark, at=0) for mark in head.notes if mark not in words.notes)
            words = replace(words, notes=early + words.notes)
        spans = tuple(piece.span for piece in head.pieces)
        return self.add_passage(
            ref,
            kind,
            words,
            label=label.printed,
            label_spans=spans,
            parent=parent,
            page=unit.page,
            origin=unit.first.block.origin,
        )

    def add_passage(
        self,
        ref: str,
        kind: NodeKind,
        passage: CleanText,
        *,
        label: str | None = None,
        label_spans: tuple[Span, ...] = (),
        parent: str = "",
        page: int = 1,
        origin: Origin = Origin.TEXT,
    ) -> str:
        """Set a passage under a ref; returns the ref it really got."""
        unique = self._claim(ref)
        self._kinds[kind] += 1
        self.nodes.append(
            Node(
                unique,
                kind,
                passage.text,
                passage.pieces,
                label=label,
                label_spans=label_spans,
                parent=parent,
                page=page,
                language=self._foreign(passage.text),
                notes=_in_order(passage.notes),
                links=merged_links(passage.links),
                origin=origin,
            )
        )
        return unique

    def insert_figure(self, passage: CleanText, page: int, at: int) -> None:
        """Set a picture behind the unit that it follows in the source; ``at`` is its offset there.

        It belongs to the heading before it, or to what the unit before it belongs to.
        """
        self.add_passage(f"figure.{self._kinds[NodeKind.FIGURE] + 1}", NodeKind.FIGURE, passage, page=page)
        figure = self.nodes.pop()
        place = next((i for i, node in enumerate(self.nodes) if node.pieces and node.pieces[0].span.start >= at), None)
        place = len(self.nodes) if place is None else place
        before = self.nodes[place - 1] if place else None
        parent = before.parent if before and before.kind not in _HEADINGS else before.ref if before else ""
        self.nodes.insert(place, replace(figure, parent=parent))

    def add_next(self, stem: str, kind: NodeKind, unit: Unit) -> str:
        """Set a paragraph that has no number in print under the next ordinal of its kind: ``masthead.3``."""
        return self.add(f"{stem}{self._kinds[kind] + 1}", kind, unit)

    def extend_last(self, passage: CleanText) -> None:
        """Put more text at the end of the node that came last: a heading goes on in the next line."""
        node = self.nodes[-1]
        glue = glue_between(node.text, passage.text)
        pieces, notes, links = passage.shifted(len(node.text) + len(glue))
        self.nodes[-1] = replace(
            node,
            text=f"{node.text}{glue}{passage.text}",
            pieces=node.pieces + pieces,
            notes=node.notes + _in_order(notes),
            links=merged_links(node.links + links),
        )

    def note(self, rule: str, ref: str, message: str) -> None:
        """Record something good to know about a node."""
        self.findings.append(Finding(rule, Severity.NOTE, message, ref))

    def _claim(self, ref: str) -> str:
        unique, place = ref, 2
        while unique in self._refs:
            unique, place = f"{ref}~{place}", place + 1
        self._refs.add(unique)
        if unique != ref:
            self.note("structure/number-twice", unique, f"the number of {ref} is printed more than once here")
        return unique

    def _foreign(self, text: str) -> Language | None:
        """The language of a node that is not in the language of the document."""
        if len(text) < _FOREIGN:
            return None
        sample = text[:_ENOUGH]
        if self.language is not None and is_plainly(sample, self.language):
            return None
        found = find_language(sample)
        return found if found is not None and found is not self.language else None


def _in_order(notes: tuple[NoteMark, ...]) -> tuple[NoteMark, ...]:
    """Markers as they follow each other in the text, whichever a reader found first."""
    return tuple(sorted(notes, key=lambda mark: mark.at)) if len(notes) > 1 else notes


@dataclass(frozen=True, slots=True)
class _Level:
    kind: LabelKind
    glyph: str
    value: int
    ref: str
    start: float


class NumberingStack:
    """The levels of items open beneath one paragraph."""

    def __init__(self, root: str) -> None:
        self.root = root
        self._levels: list[_Level] = []
        self._counts: dict[str, int] = {}

    @property
    def open(self) -> bool:
        """Whether an item stands beneath the paragraph already."""
        return bool(self._levels)

    def last(self, depth: int = -1) -> str:
        """The ref of the innermost open item, or of the paragraph itself."""
        return self._levels[depth].ref if self._levels else self.root

    def place(self, unit: Unit) -> tuple[Label, str, str]:
        """The reading of the unit's label that fits, the parent's ref and its own."""
        labels = unit.labels
        if labels[0].kind is LabelKind.BULLET:
            return self._place_bullet(labels[0], unit.first.start)
        for depth in range(len(self._levels) - 1, -1, -1):
            for label in labels:
                level = self._levels[depth]
                if label.kind is level.kind and label.value == level.value + 1:
                    return self._stand(label, depth)
        for label in labels:
            if label.value == 1:
                return self._stand(label, len(self._levels))
        for depth in range(len(self._levels) - 1, -1, -1):
            for label in labels:
                if label.kind is self._levels[depth].kind:
                    return self._stand(label, depth)
        return self._stand(labels[-1], len(self._levels))

    def ordinal(self, ref: str) -> int:
        """The next ordinal beneath a ref, for what has no printed number."""
        self._counts[ref] = self._counts.get(ref, 0) + 1
        return self._counts[ref]

    def _stand(self, label: Label, depth: int) -> tuple[Label, str, str]:
        parent = self._levels[depth - 1].ref if depth else self.root
        ref = f"{parent}.{label.key}"
        self._levels[depth:] = [_Level(label.kind, label.printed, label.value, ref, 0.0)]
        return label, parent, ref

    def _place_bullet(self, label: Label, start: float) -> tuple[Label, str, str]:
        glyph = "-" if label.printed in "-–—―−" else label.printed
        depth = next((i for i, r in enumerate(self._levels) if r.kind is LabelKind.BULLET and r.glyph == glyph), None)
        if depth is not None and start > self._levels[depth].start + _DEEPER and self._deeper(depth, start):
            depth = next(
                (i for i in range(depth + 1, len(self._levels)) if abs(self._levels[i].start - start) < 1), None
            )
        if depth is None:
            depth = len(self._levels)
        parent = self._levels[depth - 1].ref if depth else self.root
        ref = f"{parent}.{self.ordinal(parent)}"
        self._levels[depth:] = [_Level(LabelKind.BULLET, glyph, 1, ref, start)]
        return label, parent, ref

    def _deeper(self, depth: int, start: float) -> bool:
        """Whether a bullet of the same glyph is set so far in that it belongs beneath the last one."""
        return all(abs(level.start - start) > _DEEPER for level in self._levels[: depth + 1])
