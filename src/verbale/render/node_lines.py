"""Nodes that print as several lines: a summary or an annex under its word, a reply's heading with its brackets."""

from __future__ import annotations

import re
from itertools import pairwise

from verbale.lexicon.names import headings
from verbale.model.document import Document
from verbale.model.language import Language
from verbale.model.node import Node, NodeKind
from verbale.model.span import Span

# A seam lies at a space before an opening or after a closing bracket.
_SEAM = re.compile(r"\s(?=[\[［〔])|(?<=[\]］〕])\s")


_NUMBER = re.compile(r"\s+(?:[IVXLC]+|[A-Z]|\d{1,2}|[一二三四五六七八九十]{1,3})(?=\s)")


def parts_of(document: Document, node: Node) -> list[Span]:
    """The parts of a node's text that stand on lines of their own, without the space between them.

    Read again, the parts make the same node: readers join a heading's lines and a summary's paragraphs.
    """
    seams: list[tuple[int, int]] = []
    if node.kind is NodeKind.REPLY_HEADING:
        seams = [match.span() for match in _SEAM.finditer(node.text)]
    elif node.kind is NodeKind.SUMMARY:
        seams = _after_word(node.text, "summary", document.language)
    elif node.kind is NodeKind.HEADING and document.profile == "resolution" and node.ref.startswith("annex"):
        seams = _after_word(node.text, "annex", document.language)
    edges = [0, *(edge for seam in seams for edge in seam), len(node.text)]
    return [Span(start, end) for start, end in list(pairwise(edges))[::2] if start < end] or [Span(0, len(node.text))]


def _after_word(text: str, key: str, language: Language | None) -> list[tuple[int, int]]:
    """The seam behind the word of ``key``, and the number that may follow it, where the text opens with them."""
    if language is None:
        return []
    for word in sorted(headings(key, language), key=len, reverse=True):
        if text[: len(word)].casefold() == word.casefold():
            number = _NUMBER.match(text, len(word))
            end = number.end() if number else len(word)
            gap = len(text) - end - len(text[end:].lstrip())
            return [(end, end + gap)] if end + gap < len(text) and (gap or not language.spaced) else []
    return []
