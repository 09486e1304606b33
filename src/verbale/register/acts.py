"""The acts of States, read from ``acts.csv``: append-only, of several sources side by side."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from verbale.model.act import Act, ActKind, Stance
from verbale.register.fact_tables import read_facts


@cache
def acts_by_treaty() -> Mapping[str, tuple[Act, ...]]:
    """Every act that is held, disputed or told by another source also, by treaty."""
    found: dict[str, list[Act]] = defaultdict(list)
    for cells in read_facts("acts"):
        found[cells["treaty"]].append(
            Act(
                treaty=cells["treaty"],
                state=cells["state"],
                kind=ActKind(cells["kind"]),
                date=cells["date"],
                effective=cells["effective"],
                depositary=cells["depositary"],
                source=cells["source"],
                place=cells["place"],
                stance=Stance(cells["stance"]),
                note=cells["note"],
                recorded=cells["recorded"],
            )
        )
    return MappingProxyType({treaty: tuple(acts) for treaty, acts in found.items()})


def find_acts(treaty: str) -> tuple[Act, ...]:
    """The acts of one treaty, in the order of the table; empty when none are held."""
    return acts_by_treaty().get(treaty, ())
