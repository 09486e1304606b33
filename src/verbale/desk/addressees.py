"""Whom a call goes to: the States and organisations of its groups, on a day."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from verbale.desk.cycle import AddresseeGroup, Addressees
from verbale.lexicon.states import states
from verbale.model.state import StateKind

# Kinds of the table of States. A permanent observer and a State that is no Member act under "all States" as Members do.
_KINDS: Mapping[AddresseeGroup, frozenset[StateKind]] = {
    AddresseeGroup.MEMBER_STATES: frozenset({StateKind.MEMBER}),
    AddresseeGroup.ALL_STATES: frozenset({StateKind.MEMBER, StateKind.OBSERVER, StateKind.OTHER}),
    AddresseeGroup.OBSERVERS: frozenset({StateKind.OBSERVER}),
    AddresseeGroup.ORGANISATIONS: frozenset({StateKind.ORGANISATION}),
}


def find_addressees(addressees: Addressees, day: date) -> tuple[str, ...]:
    """Ids (alpha-3) in order; a Member from the day it was admitted to the day it ceased."""
    kinds = frozenset(kind for group in addressees.groups for kind in _KINDS[group])
    on = day.isoformat()
    named = {
        state.id
        for state in states().values()
        if state.kind in kinds and state.admitted <= on and (not state.ended or on <= state.ended)
    }
    return tuple(sorted((named | set(addressees.also)) - set(addressees.without)))
