"""The nodes of a composed document while it is written, before they are set in a text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from verbale.compose.words import say
from verbale.lexicon.numbering import format_number
from verbale.model.language import Language
from verbale.model.node import Node, NodeKind
from verbale.model.programme import Programme
from verbale.model.span import Span

_REPORT_NUMBER = re.compile(r"[IVX]+\.(\d+)")
UNSET = (Span(0, 0),)
"""Says that a label is set before the text; its place is known when the text is set."""


@dataclass(slots=True)
class TreeBuilder:
    """Nodes in reading order, with running numbers of paragraphs and of lines of the masthead.

    Sentences are in the words of ``programme``.
    """

    language: Language
    programme: Programme
    nodes: list[Node] = field(default_factory=list)
    notes: list[Node] = field(default_factory=list)
    number: int = 0

    def say(self, message: str, **values: str | int) -> str:
        """One message in the language and the words of the programme. Raises ``LexiconBroken``."""
        return say(message, self.language, self.programme, **values)

    def add(self, ref: str, kind: NodeKind, text: str, *, label: str | None = None, parent: str = "") -> str:
        """One node; a ``label`` stands before its text."""
        spans = UNSET if label else ()
        self.nodes.append(Node(ref, kind, text, (), label=label, label_spans=spans, parent=parent))
        return ref

    def masthead(self, text: str) -> None:
        """The next line of the masthead."""
        count = sum(node.kind is NodeKind.MASTHEAD for node in self.nodes)
        self.add(f"masthead.{count + 1}", NodeKind.MASTHEAD, text)

    def section(self, number: int, text: str) -> str:
        """A heading ``I`` to ``IV``; paragraphs go on counting."""
        label = say(f"label-section-{number}", self.language)
        return self.add(format_number(number, "upperRoman"), NodeKind.HEADING, text, label=label)

    def paragraph(self, section: str, text: str) -> str:
        """The next numbered paragraph of the report."""
        self.number += 1
        label = say("label-paragraph", self.language, number=str(self.number))
        return self.add(f"{section}.{self.number}", NodeKind.PARAGRAPH, text, label=label, parent=section)

    def take(self, nodes: Sequence[Node]) -> None:
        """Nodes that are whole already, as those of a reply; numbers of the report's paragraphs go on after them."""
        self.nodes += [replace(node, page=None) for node in nodes]
        for node in nodes:
            numbered = _REPORT_NUMBER.fullmatch(node.ref)
            if numbered and node.kind is NodeKind.PARAGRAPH:
                self.number = int(numbered[1])

    def call_notes(self, notes: Sequence[Node]) -> dict[str, str]:
        """Footnotes set at the end under the next free numbers; from their old refs to the new ones."""
        calls = {}
        for note in notes:
            number = len(self.notes) + 1
            calls[note.ref] = f"fn.{number}"
            self.notes.append(
                replace(note, ref=f"fn.{number}", label=str(number), label_spans=UNSET, parent="", page=None)
            )
        return calls

    def whole(self) -> list[Node]:
        """All nodes, the footnotes last."""
        return [*self.nodes, *self.notes]
