"""The masthead: which of its lines stand side by side at the top of the first page, and which lines are lacking.

Source of the form: the Editorial Manual of the United Nations, chapter on masthead and cover.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from verbale.lexicon.cues import find_cues
from verbale.lexicon.folding import fold
from verbale.lexicon.phrases import find_organ_name, find_session_line, get_phrase
from verbale.model.document import Document
from verbale.model.node import Node, NodeKind

_LONGEST = 40  # characters of a line that may stand in the right-hand column
_NEAR = frozenset({"organisation", "organ"})
_FAR = frozenset({"distribution", "original"})
_BELOW = frozenset({"session", "agenda_item", "on_report"})
_SPACES = re.compile(r"\s+")
_ORGANS = {"A": "general_assembly", "S": "security_council", "E": "economic_and_social_council"}
_DISTRIBUTIONS = (("L", "distribution_limited"), ("R", "distribution_restricted"))


@dataclass(slots=True)
class MastheadRow:
    """One row of the masthead: the organ at the beginning of the line, symbol and distribution at its end."""

    near: list[Node] = field(default_factory=list)
    far: list[Node] = field(default_factory=list)


def masthead_rows(document: Document) -> list[MastheadRow]:
    """The rows that the first nodes of the document make up, every node in its order; none without a masthead.

    What follows (session, agenda item, its name) stands below the rule, one line after the other.
    """
    rows: list[MastheadRow] = []
    for node in document.nodes:
        side = _side(document, node, rows) if node.kind is NodeKind.MASTHEAD else ""
        if not side:
            break
        if not rows or (side == "near" and rows[-1].far):
            rows.append(MastheadRow())
        (rows[-1].near if side == "near" else rows[-1].far).append(node)
    return rows


def _side(document: Document, node: Node, rows: list[MastheadRow]) -> str:
    """``near``, ``far``, or nothing where the masthead's table has ended."""
    if len(node.text) > _LONGEST:
        return ""
    cues = find_cues(node.text)
    if cues & _BELOW:
        return ""
    if is_symbol_line(document, node) or cues & _FAR:
        return "far"
    if cues & _NEAR:
        return "near"
    # A date or a language stands under the symbol without a word that says so.
    return "far" if rows and rows[-1].far else ""


def is_symbol_line(document: Document, node: Node) -> bool:
    """Whether a line of the masthead prints the document's symbol and nothing else."""
    symbol = document.facts.symbol
    return symbol is not None and _SPACES.sub("", node.text).strip("*") == _SPACES.sub("", symbol)


def lacking_lines(document: Document) -> tuple[Node, ...]:
    """Lines of a masthead that follow from what is known of the document, and that it does not print itself.

    Distribution follows from the symbol: ``L.`` is limited, ``R.`` restricted, any other general.
    """
    if document.language is None or document.facts.symbol is None:
        return ()
    printed = [node for node in document.nodes if node.kind in (NodeKind.MASTHEAD, NodeKind.DOCTYPE)]
    known = {cue for node in printed for cue in find_cues(node.text)}
    whole = fold(" ".join(node.text for node in printed))
    lines = [text for key, text in _lines(document) if key not in known and fold(text) not in whole]
    return tuple(Node(f"letterhead.{i}", NodeKind.MASTHEAD, text, ()) for i, text in enumerate(lines, 1))


def _lines(document: Document) -> Iterator[tuple[str, str]]:
    """Every line a masthead has, with the cue that tells whether it stands there already."""
    facts, language = document.facts, document.language
    symbol = facts.symbol or ""
    if language is None:
        return
    yield "organisation", get_phrase("organisation", language)
    yield "symbol", symbol
    organ = find_organ_name(_ORGANS.get(symbol.split("/")[0], ""), language)
    if organ:
        yield "organ", organ
    elements = [part.split(".")[0] for part in symbol.split("/")]
    yield (
        "distribution",
        get_phrase(
            next((key for element, key in _DISTRIBUTIONS if element in elements), "distribution_general"), language
        ),
    )
    if facts.session and (line := find_session_line(facts.session, language)):
        yield "session", line
    if facts.agenda_item:
        yield "agenda_item", get_phrase("agenda_item", language, item=facts.agenda_item)
