"""The rows in which the versions of a document stand side by side."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from verbale.concord.compared_units import ComparedUnit
from verbale.model.language import Language


@dataclass(slots=True)
class AlignedRow:
    """One unit in every language; several where a language splits it, none where it is missing.

    ``pooled``: the units are set beside each other as they come, and their number tells nothing.
    """

    cells: dict[Language, tuple[ComparedUnit, ...]] = field(default_factory=dict)
    pooled: bool = False

    @property
    def place(self) -> str:
        """The ref that most versions give it."""
        refs = Counter(units[0].node.ref for units in self.cells.values() if units)
        return min(refs, key=lambda ref: (-refs[ref], ref)) if refs else ""
