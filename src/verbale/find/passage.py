"""Nodes as finders read them: the text made plain once, for all finders, with the way back to what is printed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from verbale.find.setting import DocumentContext
from verbale.lexicon.date_words import month_pattern
from verbale.lexicon.printed import Places, printed_stretch, scannable_together
from verbale.model.annotation import Annotation, AnnotationKind
from verbale.model.language import Language
from verbale.model.node import Node, NodeKind

_OTHER_SCRIPTS = frozenset({Language.AR, Language.RU, Language.ZH})
_HEADINGS = frozenset({NodeKind.TITLE, NodeKind.HEADING, NodeKind.SUBHEADING, NodeKind.REPLY_HEADING})


@dataclass(slots=True)
class Passage:
    """A node with running text: ``text`` is as ``printed.scannable`` gives it, ``places`` lead back to the node's.

    ``section`` is the same for all passages under one heading.
    """

    node: Node
    language: Language
    text: str
    places: Places | None
    section: int

    def original(self, start: int, end: int) -> tuple[int, int]:
        """Offsets in the node's text of a stretch of ``text`` that is not empty."""
        return printed_stretch(self.places, start, end)

    def annotation(self, kind: AnnotationKind, start: int, end: int, value: dict[str, object], rule: str) -> Annotation:
        """An annotation of a stretch of ``text``, in the offsets and letters of the node."""
        node = self.node
        if self.places is not None:
            start, end = printed_stretch(self.places, start, end)
        return Annotation(node.ref, kind, start, end, node.text[start:end], value, rule)


def read_passages(nodes: Sequence[Node], setting: DocumentContext) -> list[Passage]:
    """The nodes with running text in a known language, in order; furniture left out."""
    return _passages(nodes if setting.language else [node for node in nodes if node.language], setting.language)


def read_unknown(nodes: Sequence[Node], setting: DocumentContext) -> list[Passage]:
    """The nodes with running text whose language is not known, as passages in English: only what needs no words of a
    language may be looked for in them."""
    return [] if setting.language else _passages([node for node in nodes if not node.language], Language.EN)


def _passages(nodes: Sequence[Node], language: Language | None) -> list[Passage]:
    """The nodes as passages; ``language`` is that of those which do not say theirs."""
    furniture = NodeKind.FURNITURE
    nodes = [node for node in nodes if node.text and node.kind is not furniture]
    texts, places = scannable_together([node.text for node in nodes])
    passages = []
    section = 0
    for at, (node, text) in enumerate(zip(nodes, texts, strict=True)):
        if node.kind in _HEADINGS:
            section += 1
        spoken = node.language or language
        assert spoken is not None
        if spoken in _OTHER_SCRIPTS and text.isascii():
            spoken = _printed_in(text, spoken)
        passages.append(Passage(node, spoken, text, places.get(at), section))
    return passages


@cache
def _english_date() -> re.Pattern[str]:
    return re.compile(rf"[0-9]{{1,2}} (?:{month_pattern(Language.EN)}) [12][0-9]{{3}}")


def _printed_in(text: str, language: Language) -> Language:
    """English for a date in English print, as the mastheads of Arabic, Chinese and Russian documents have it."""
    return Language.EN if _english_date().search(text) is not None else language
