"""From a reading to a document: furniture out, notes apart, lines joined, tree grown, all accounted for."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
from dataclasses import replace
from typing import Protocol

from verbale.lexicon.languages import find_language
from verbale.model.block import Extraction, Shape
from verbale.model.document import PROFILES, Coverage, Document, Reply
from verbale.model.finding import Finding, Severity
from verbale.model.node import Node, NodeKind
from verbale.model.span import Span
from verbale.structure.clean_text import INVISIBLE_CHARS, clean
from verbale.structure.columns import unfold_columns
from verbale.structure.facts import find_facts, find_symbol
from verbale.structure.footnotes import Note, find_note_label, split_notes
from verbale.structure.furniture import find_furniture
from verbale.structure.letters import DecisionTree, GenericTree, LetterTree, find_letter_replies
from verbale.structure.lines import Line, lines_of
from verbale.structure.links import attach_link_list, with_declared_links
from verbale.structure.outline import Outline
from verbale.structure.paragraphs import Unit, paragraphs_of, unit_of
from verbale.structure.profiles import GENERIC, recognise
from verbale.structure.report_tree import ReportTree
from verbale.structure.resolution import ResolutionTree
from verbale.structure.rtl_repair import rejoin_rows
from verbale.structure.word_breaks import mend_breaks, words_of_lines

_LINE_BREAK = re.compile(r"^[-\u2010](?=\s*\n)")
_SAMPLE = 3_000  # characters from which the language is told


class Tree(Protocol):
    """What grows a tree out of paragraphs."""

    def grow(self, units: list[Unit]) -> None:
        """Set every paragraph; nothing is refused."""


_TREES: dict[str, Callable[[Outline], Tree]] = {
    "resolution": ResolutionTree,
    "decision": DecisionTree,
    "reply": LetterTree,
    "note-verbale": LetterTree,
}


def build_document(reading: Extraction, profile: str | None = None) -> Document:
    """The tree of a reading. ``profile`` forces one of ``PROFILES``; otherwise it is recognised.

    Raises ``ValueError`` for a profile that does not exist, and nothing else: any text gives a tree.
    """
    if profile is not None and profile not in PROFILES:
        raise ValueError(f"no profile {profile!r}; there are {', '.join(PROFILES)}")
    printed = tuple(block for block in reading.blocks if block.shape is not Shape.FIGURE)
    lines = lines_of(reading.source.text, printed)
    lines = rejoin_rows(reading.source.text, lines)
    symbol = find_symbol(lines)
    body, furniture, sheets = _part(lines, symbol)
    language = find_language(_sample(body))
    split = split_notes(body, sheets)
    words = words_of_lines(body)
    units = paragraphs_of(unfold_columns(mend_breaks(split.body, words)))
    profile = profile or recognise(units, symbol)
    outline = Outline(language)
    replies = _grow(outline, units, profile)
    for block in reading.blocks:
        if block.shape is Shape.FIGURE:
            outline.insert_figure(clean(reading.source.text, block.span), block.page, block.span.start)
    _add_notes(outline, split.notes, words)
    _add_furniture(outline, furniture)
    return Document(
        source=reading.source,
        profile=profile,
        language=language,
        facts=find_facts(symbol, outline.nodes, language, profile),
        nodes=tuple(outline.nodes),
        replies=tuple(replies),
        coverage=_count_coverage(reading.source.text, outline.nodes),
        findings=(*reading.findings, *_profile_findings(profile, units), *outline.findings),
    )


def _sample(lines: list[Line]) -> str:
    """Enough of the text to tell its language by."""
    taken, size = [], 0
    for line in lines:
        taken.append(line.text)
        size += len(line.text)
        if size > _SAMPLE:
            break
    return " ".join(taken)


def _part(lines: list[Line], symbol: str | None) -> tuple[list[Line], list[Line], list[int]]:
    """Body and furniture, and for each body line the number of the printed page it is on."""
    if not lines:
        return [], [], []
    places = find_furniture(lines, symbol)
    body: list[Line] = []
    sheets: list[int] = []
    page: list[Line] = []
    targets: list[str] = []
    sheet = 0
    for i, line in enumerate(lines):
        if i in places:
            if line.text.startswith(("http://", "https://")):
                targets.append(line.text)
            continue
        if page and (line.page != page[-1].page or i - 1 in places):
            body += attach_link_list(page, targets)
            page, targets, sheet = [], [], sheet + 1
        page.append(with_declared_links(line))
        sheets.append(sheet)
    body += attach_link_list(page, targets)
    return body, [lines[i] for i in sorted(places)], sheets


def _grow(outline: Outline, units: list[Unit], profile: str) -> list[Reply]:
    if profile == "report":
        tree = ReportTree(outline)
        tree.grow(units)
        return tree.replies
    _TREES.get(profile, GenericTree)(outline).grow(units)
    return find_letter_replies(units, outline) if profile == "reply" else []


def _add_notes(outline: Outline, notes: list[Note], words: Collection[str]) -> None:
    for note in notes:
        unit = unit_of(mend_breaks(note.lines, words))
        outline.add(f"fn.{note.number}", NodeKind.FOOTNOTE, unit, label=find_note_label(unit.text))
    called = {mark.ref for node in outline.nodes for mark in node.notes}
    for note in notes:
        if f"fn.{note.number}" not in called:
            outline.note("structure/note-without-marker", f"fn.{note.number}", f"no marker for footnote {note.number}")


def _add_furniture(outline: Outline, furniture: list[Line]) -> None:
    """Page by page, in the order printed; a page's first piece has the page's own ref."""
    counts: dict[int, int] = {}
    for line in furniture:
        counts[line.page] = counts.get(line.page, 0) + 1
        place = f"page.{line.page}" if counts[line.page] == 1 else f"page.{line.page}.{counts[line.page]}"
        outline.add_passage(place, NodeKind.FURNITURE, replace(line.passage, links=()), page=line.page)


def _profile_findings(profile: str, units: list[Unit]) -> list[Finding]:
    if profile != GENERIC or not units:
        return []
    message = "no known kind of document was recognised: headings and paragraphs are set as they come"
    return [Finding("structure/generic", Severity.NOTE, message)]


def _count_coverage(source: str, nodes: list[Node]) -> Coverage:
    """Every source character: kept in a node, furniture of the page, or a bug.

    White space, invisible marks and the hyphens of broken words between two characters go with the one before them,
    so that the three figures add up to the length of the source.
    """
    spans = _sorted_spans(nodes)
    kept = furniture = at = 0
    unaccounted = 0
    last_furniture = False
    for span, is_furniture in spans:
        if span.end <= at:
            continue
        start = max(span.start, at)
        loose = _LINE_BREAK.sub(" ", source[at:start])
        seen = sum(not _is_blank(char) for char in loose)
        blank = len(loose) - seen
        unaccounted += seen
        kept, furniture = (kept, furniture + blank) if last_furniture else (kept + blank, furniture)
        size = span.end - start
        kept, furniture = (kept, furniture + size) if is_furniture else (kept + size, furniture)
        at, last_furniture = span.end, is_furniture
    loose = source[at:]
    seen = sum(not _is_blank(char) for char in loose)
    return Coverage(len(source), kept + len(loose) - seen, furniture, unaccounted + seen)


def _sorted_spans(nodes: list[Node]) -> list[tuple[Span, bool]]:
    spans = [
        (span, node.kind is NodeKind.FURNITURE)
        for node in nodes
        for span in (*(piece.span for piece in node.pieces), *(mark.span for mark in node.notes), *node.label_spans)
    ]
    return sorted(spans, key=lambda pair: (pair[0].start, pair[0].end))


def _is_blank(char: str) -> bool:
    return char.isspace() or char in INVISIBLE_CHARS
