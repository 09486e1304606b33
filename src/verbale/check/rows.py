"""The units of one version in parts, and the rows in which the versions stand side by side."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field

from verbale.check.values import Unit, unit_of
from verbale.model import Annotation, AnnotationKind, Document, Language, NodeKind

_LEFT_OUT = frozenset({NodeKind.FURNITURE, NodeKind.MASTHEAD})
_FORMULA = "formula"
_MAIN, _NOTES, _HEAD, _FOOT = "main", "notes", "head", "foot"
POOLED = frozenset({_HEAD, _FOOT})  # laid out as each language likes


@dataclass(slots=True)
class Row:
    """One unit in every language; several where a language splits it, none where it is missing.

    ``pooled``: the units are set beside each other as they come, and their number tells nothing.
    """

    cells: dict[Language, tuple[Unit, ...]] = field(default_factory=dict)
    pooled: bool = False

    @property
    def place(self) -> str:
        """The ref that most versions give it."""
        refs = Counter(units[0].node.ref for units in self.cells.values() if units)
        return min(refs, key=lambda ref: (-refs[ref], ref)) if refs else ""


@dataclass(frozen=True, slots=True)
class Part:
    """A part of one version that is aligned by itself: the body, the reply of a State, the notes."""

    name: str
    units: tuple[Unit, ...]


def parts_of(document: Document, language: Language) -> list[Part]:
    """Masthead, body, replies by State and notes of one version, its furniture left out."""
    found: Mapping[str, list[Annotation]] = defaultdict(list)
    for one in document.annotations:
        found[one.ref].append(one)
    parts: dict[str, list[Unit]] = {_HEAD: [], _MAIN: []}
    reply = ""
    for node in document.nodes:
        if node.kind is NodeKind.REPLY_HEADING:
            reply = node.ref
        elif reply and not node.ref.startswith(f"{reply}."):
            reply = ""
        if node.kind is NodeKind.MASTHEAD:
            # Of the masthead only what names other documents: the day of distribution differs between languages.
            if not any(one.kind is AnnotationKind.CITATION for one in found[node.ref]):
                continue
            name = _HEAD
        elif node.kind in _LEFT_OUT or not node.text or node.ref == _FORMULA:
            continue
        elif node.kind is NodeKind.FOOTNOTE:
            name = _NOTES
        elif node.kind is NodeKind.CLOSING and not reply:
            name = _FOOT
        else:
            name = reply.rsplit(".", 1)[-1] or _MAIN
        parts.setdefault(name, []).append(unit_of(node, node.language or language, found[node.ref]))
    return [Part(name, tuple(units)) for name, units in parts.items() if units]
