"""A document as Markdown (CommonMark with footnotes): headings, lists, links and notes."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from verbale.model.document import Document
from verbale.model.node import Node, NodeKind
from verbale.render.annotated_runs import annotated_runs, note_numbers, printed_mark
from verbale.render.branches import Branch, branches_of
from verbale.render.html_view import heading_levels
from verbale.render.selection import HEADINGS, direction, language_code, shown_nodes, visible

_SIGNS = re.compile(r"([\\`*_\[\]<>#~|])")
_LINE_SIGNS = re.compile(r"^(?:(\d+)([.)])|([-+=:]))(?=\s|$)")
_BULLETS = frozenset("•●▪■◦○‣·▫➢–—―−-o")
_UNSAFE_ADDRESS = str.maketrans({" ": "%20", "<": "%3C", ">": "%3E", "(": "%28", ")": "%29"})


def markdown_document(document: Document) -> str:
    """The text in reading order. Printed numbers stay letter for letter: none is left to the reader's software."""
    writer = _MarkdownWriter(document, heading_levels(document), note_numbers(document))
    nodes = shown_nodes(document, everything=False)
    running = [node for node in nodes if node.kind is not NodeKind.FOOTNOTE]
    blocks = [block for branch in branches_of(running) for block in _blocks(branch, writer, inside=False)]
    notes = [
        f"[^{_name(writer.numbers[node.ref])}]: {_words(node, writer)}"
        for node in nodes
        if node.kind is NodeKind.FOOTNOTE
    ]
    text = "\n\n".join([*blocks, *notes])
    if direction(document) == "rtl":
        text = f'<div lang="{language_code(document)}" dir="rtl">\n\n{text}\n\n</div>'
    return text + "\n" if text else ""


@dataclass(frozen=True, slots=True)
class _MarkdownWriter:
    """What every block of one document needs to know."""

    document: Document
    levels: Mapping[str, int]
    numbers: Mapping[str, str]


def _blocks(branch: Branch, writer: _MarkdownWriter, *, inside: bool) -> list[str]:
    """The blocks of a branch; items, and what lies in them or under a paragraph, are indented as lists are."""
    node = branch.node
    words = _words(node, writer)
    if node.kind in HEADINGS:
        blocks = [f"{'#' * writer.levels[node.ref]} {_labelled(node, words)}"]
        return blocks + [block for below in branch.below for block in _blocks(below, writer, inside=False)]
    if node.kind is NodeKind.ITEM:
        head = words if node.number in _BULLETS else _labelled(node, words)
        below = [block for lower in branch.below for block in _blocks(lower, writer, inside=True)]
        return ["- " + head, *(_indented(block) for block in below)]
    head = _labelled(node, words)
    below = [block for lower in branch.below for block in _blocks(lower, writer, inside=inside)]
    return [head, *below]


def _indented(block: str) -> str:
    return "\n".join("  " + line for line in block.split("\n"))


def _labelled(node: Node, words: str) -> str:
    label = _escaped(node.number)
    return _whole_line(f"{label} {words}" if label and words else label or words)


def _whole_line(line: str) -> str:
    """A line whose first signs are not taken for a list or a rule."""
    return _LINE_SIGNS.sub(lambda m: f"{m[1]}\\{m[2]}" if m[1] else f"\\{m[3]}", line)


def _words(node: Node, writer: _MarkdownWriter) -> str:
    parts = []
    for run in annotated_runs(node):
        if run.mark is not None:
            number = writer.numbers.get(run.mark.ref, "")
            printed = _escaped(printed_mark(writer.document, run.mark))
            parts.append(f"[^{_name(number)}]" if number else f"<sup>{printed}</sup>")
        elif run.link:
            parts.append(f"[{_escaped(run.text)}]({run.link.translate(_UNSAFE_ADDRESS)})")
        else:
            parts.append(_escaped(run.text))
    return "".join(parts)


def _escaped(text: str) -> str:
    return _SIGNS.sub(r"\\\1", visible(text))


def _name(number: str) -> str:
    """A footnote's name: letters and figures, a word for each star."""
    return re.sub(r"[^\w-]", "", number.replace("*", "star")) or "note"
