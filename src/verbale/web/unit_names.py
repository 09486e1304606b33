"""What a reader calls a unit of a document, and how it is cited."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _

from verbale.lexicon.states import states
from verbale.model.document import Document
from verbale.model.node import Node, NodeKind
from verbale.web.templatetags.written_words import language_name, state_name, written_date

_NUMBERED = frozenset({NodeKind.PARAGRAPH, NodeKind.OPERATIVE})
_HEADINGS = frozenset({NodeKind.HEADING, NodeKind.SUBHEADING, NodeKind.REPLY_HEADING})


@dataclass(frozen=True, slots=True)
class UnitNames:
    """The names of the units of one document."""

    document: Document
    nodes: Mapping[str, Node]

    def of(self, node: Node) -> str:
        """The name of a unit in the language of the interface: "paragraph 5 (b)", "reply of Japan, paragraph 7"."""
        own = self._own(node)
        state = self._state(node)
        if state and node.kind is not NodeKind.REPLY_HEADING:
            return _("reply of %(state)s, %(unit)s") % {"state": state_name(state), "unit": own}
        return own

    def _own(self, node: Node) -> str:
        number = self.number(node)
        if number and node.kind in (*_NUMBERED, NodeKind.ITEM):
            return _("paragraph %(number)s") % {"number": number}
        match node.kind:
            case NodeKind.TITLE:
                return _("title")
            case NodeKind.FOOTNOTE:
                return _("footnote %(number)s") % {"number": node.label or node.ref.removeprefix("fn.")}
            case NodeKind.REPLY_HEADING:
                state = self._state(node)
                return _("reply of %(state)s") % {"state": state_name(state)} if state else _("heading of a reply")
            case kind if kind in _HEADINGS:
                return _("heading %(ref)s") % {"ref": node.ref}
            case NodeKind.PREAMBLE:
                return _("preamble, %(ref)s") % {"ref": node.ref}
            case _:
                return _("unit %(ref)s") % {"ref": node.ref}

    def number(self, node: Node) -> str:
        """The printed number of a paragraph with those of what it lies in, ``5 (b) (i)``; empty where one has none."""
        parts: list[str] = []
        at: Node | None = node
        while at is not None and at.kind in (*_NUMBERED, NodeKind.ITEM):
            label = (at.label or "").strip().rstrip(".．、")
            if not any(char.isalnum() for char in label):
                return ""
            parts.append(label)
            if at.kind in _NUMBERED:
                return " ".join(reversed(parts))
            at = self.nodes.get(at.parent)
        return ""

    def _state(self, node: Node) -> str:
        """The State that speaks in a unit: the part of its ref that is the code of one."""
        known = {reply.state for reply in self.document.replies}
        return next((part for part in node.ref.split(".") if part in known and part in states()), "")

    def citation(self, node: Node, address: str) -> str:
        """A unit cited: document, place, date, language, and where it is."""
        facts = self.document.facts
        shown = facts.symbol or facts.title or self.document.source.name
        day = facts.adopted or facts.date
        language = self.document.language
        parts = [shown, self.of(node), written_date(day) if day else "", language_name(language) if language else ""]
        return ", ".join([*filter(None, parts), address])


def names_of(document: Document) -> UnitNames:
    """The names of the units of a document."""
    return UnitNames(document, {node.ref: node for node in document.nodes})
