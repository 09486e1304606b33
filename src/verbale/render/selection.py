"""Which nodes are shown, how deep they stand, and what is said about them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping

from verbale.model.document import Coverage, Document
from verbale.model.finding import Finding
from verbale.model.node import Node, NodeKind
from verbale.model.proceedings import Vote

_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]")

HEADINGS = frozenset({NodeKind.TITLE, NodeKind.HEADING, NodeKind.SUBHEADING, NodeKind.REPLY_HEADING})


def shown_nodes(document: Document, *, everything: bool) -> list[Node]:
    """The nodes in reading order, without furniture unless ``everything`` is asked for."""
    return [node for node in document.nodes if everything or node.kind is not NodeKind.FURNITURE]


def depths(document: Document) -> Mapping[str, int]:
    """Ref to depth below the top, by ``parent``; a parent that is not there counts as the top."""
    found: dict[str, int] = {}
    for node in document.nodes:
        found[node.ref] = found[node.parent] + 1 if node.parent in found else 0
    return found


def direction(document: Document, node: Node | None = None) -> str:
    """``rtl`` or ``ltr``: the node's own language, else the document's."""
    language = (node.language if node else None) or document.language
    return language.direction if language else "ltr"


def language_code(document: Document, node: Node | None = None) -> str:
    """The two-letter code of the node's or the document's language; empty where unknown."""
    language = (node.language if node else None) or document.language
    return language.value if language else ""


def findings_by_ref(document: Document) -> Mapping[str, list[Finding]]:
    """Findings under the ref they point at; under the empty one what concerns the whole source."""
    refs = {node.ref for node in document.nodes}
    grouped: dict[str, list[Finding]] = {}
    for finding in document.findings:
        grouped.setdefault(finding.ref if finding.ref in refs else "", []).append(finding)
    return grouped


def visible(text: str) -> str:
    """Text with its control characters as U+FFFD, so that none of them reaches a terminal or a page."""
    return _CONTROL.sub("\ufffd", text)


def is_blank(text: str) -> bool:
    """Whether a stretch shows nothing: white space and marks of direction."""
    return not any(unicodedata.category(char) != "Cf" and not char.isspace() for char in text)


def coverage_line(coverage: Coverage) -> str:
    """The account of every character, in one line."""
    return (
        f"{coverage.characters:,} characters: {coverage.kept:,} kept, "
        f"{coverage.furniture:,} furniture, {coverage.unaccounted:,} unaccounted"
    )


def heading_of(document: Document) -> str:
    """What to call the document: its symbol, its title, or its file's name."""
    return visible(document.facts.symbol or document.facts.title or document.source.name)


def _vote(vote: Vote) -> str | None:
    """The counts that the record states."""
    counts = ((vote.in_favour, "in favour"), (vote.against, "against"), (vote.abstaining, "abstaining"))
    counted = ", ".join(f"{count} {how}" for count, how in counts if count is not None)
    return f"vote {counted}" if counted else None


def particulars(document: Document) -> list[str]:
    """Profile, language, date, session, meeting and vote: what is known, in one order."""
    facts = document.facts
    known = [document.profile, language_code(document), facts.date]
    known.append(f"session {facts.session}" if facts.session else None)
    known.append(f"agenda item {facts.agenda_item}" if facts.agenda_item else None)
    known.append(f"adopted {facts.adopted}" if facts.adopted else None)
    known.append(f"meeting {facts.meeting}" if facts.meeting else None)
    known.append(_vote(document.proceedings.vote) if document.proceedings and document.proceedings.vote else None)
    return [visible(part) for part in known if part]
