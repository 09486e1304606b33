"""Whom a call goes to: the States and organisations of its groups, on a day."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from verbale.desk.cycle import Addressees, Group
from verbale.lexicon.tables import read_table

# Kinds of the table of States. A permanent observer and a State that is no Member act under "all States" as Members do.
_KINDS: Mapping[Group, frozenset[str]] = {
    Group.MEMBER_STATES: frozenset({"member"}),
    Group.ALL_STATES: frozenset({"member", "observer", "other"}),
    Group.OBSERVERS: frozenset({"observer"}),
    Group.ORGANISATIONS: frozenset({"organisation"}),
}


def find_addressees(addressees: Addressees, day: date) -> tuple[str, ...]:
    """Ids (alpha-3) in order; a Member from the day it was admitted to the day it ceased."""
    kinds = frozenset(kind for group in addressees.groups for kind in _KINDS[group])
    on = day.isoformat()
    named = {
        row["id"]
        for row in read_table("states")
        if row["kind"] in kinds and row["admitted"] <= on and (not row["ended"] or on <= row["ended"])
    }
    return tuple(sorted((named | set(addressees.also)) - set(addressees.without)))
