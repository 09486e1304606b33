"""What a person types, resolved to documents."""

from __future__ import annotations

from verbale.lexicon.cited_resolutions import resolve_symbol
from verbale.model.symbol import Symbol


def resolve_citation(text: str) -> tuple[Symbol, ...]:
    """The documents that ``text`` may name, the likeliest first; empty when it names none."""
    return resolve_symbol(text)
