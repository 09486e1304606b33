"""Clean text: one paragraph a block, lines joined, furniture out."""

from __future__ import annotations

from verbale.model.document import Document
from verbale.render.selection import shown_nodes, visible


def text_view(document: Document, *, everything: bool = False) -> str:
    """The text of every node, parted by empty lines. ``everything`` keeps the furniture."""
    parts = [visible(node.printed) for node in shown_nodes(document, everything=everything) if node.printed]
    return "\n\n".join(parts) + "\n" if parts else ""
