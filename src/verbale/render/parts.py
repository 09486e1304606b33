"""Nodes that print as several lines: a summary under its word, a reply's heading with its lines in brackets."""

from __future__ import annotations

import re
from itertools import pairwise

from verbale.lexicon import headings
from verbale.model import Language, Node, NodeKind, Span

# A seam lies at a space before an opening or after a closing bracket.
_SEAM = re.compile(r"\s(?=[\[［〔])|(?<=[\]］〕])\s")


def parts_of(node: Node, language: Language | None) -> list[Span]:
    """The parts of a node's text that stand on lines of their own, without the space between them.

    Read again, the parts make the same node: readers join a heading's lines and a summary's paragraphs.
    """
    seams: list[tuple[int, int]] = []
    if node.kind is NodeKind.REPLY_HEADING:
        seams = [match.span() for match in _SEAM.finditer(node.text)]
    elif node.kind is NodeKind.SUMMARY:
        seams = _after_word(node.text, language)
    edges = [0, *(edge for seam in seams for edge in seam), len(node.text)]
    return [Span(start, end) for start, end in list(pairwise(edges))[::2] if start < end] or [Span(0, len(node.text))]


def _after_word(text: str, language: Language | None) -> list[tuple[int, int]]:
    """The seam behind the word for a summary, where the text opens with it."""
    if language is None:
        return []
    for word in sorted(headings("summary", language), key=len, reverse=True):
        if text[: len(word)].casefold() == word.casefold() and len(text) > len(word):
            rest = text[len(word) :]
            gap = len(rest) - len(rest.lstrip())
            return [(len(word), len(word) + gap)] if gap or not rest[0].isalpha() or not language.spaced else []
    return []
