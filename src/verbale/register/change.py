"""What changed in the regime between two days, as between two reports of the Secretary-General."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from verbale.model.status import Change, Situation, Standing
from verbale.register.treaty_history import history_of
from verbale.register.treaty_rules import treaty_rules

_COUNTS = ("signatures", "ratifications", "accessions", "deposited", "in_force_for")


def find_changes(first: str, last: str, treaties: Iterable[str] = ()) -> tuple[Change, ...]:
    """Every difference between two days, of the treaties named (of all when none is).

    First of each treaty itself (in force, suspension, counts), then of each State, by the day it changed.
    """
    named = tuple(treaties) or tuple(treaty_rules())
    return tuple(change for treaty in named for change in _changes(treaty, first, last))


def _changes(treaty: str, first: str, last: str) -> Iterator[Change]:
    history = history_of(treaty)
    before, after = history.situation(first), history.situation(last)
    yield from _of_the_treaty(treaty, before, after)
    earlier = {each.state: each for each in before.standings}
    later = {each.state: each for each in after.standings}
    found = [
        _of_a_state(treaty, earlier.get(state), later.get(state), state)
        for state in sorted(earlier.keys() | later.keys())
    ]
    yield from sorted((each for each in found if each), key=lambda change: (change.date, change.state))


def _of_the_treaty(treaty: str, before: Situation, after: Situation) -> Iterator[Change]:
    if before.in_force != after.in_force:
        day = (after.in_force_since if after.in_force else after.in_force_until) or ""
        yield Change(treaty, "entered" if after.in_force else "expired", "", "", "", day)
    if before.suspended_by != after.suspended_by and after.in_force:
        yield Change(treaty, "suspension", "", " ".join(before.suspended_by), " ".join(after.suspended_by))
    for name in _COUNTS:
        old, new = getattr(before.counts, name), getattr(after.counts, name)
        if old != new:
            yield Change(treaty, name, "", _in_words(old), _in_words(new))
    if before.outstanding != after.outstanding:
        yield Change(treaty, "outstanding", "", _in_words(len(before.outstanding)), _in_words(len(after.outstanding)))


def _in_words(number: int | None) -> str:
    return "" if number is None else str(number)


def _of_a_state(treaty: str, before: Standing | None, after: Standing | None, state: str) -> Change | None:
    """A change of label, or a signature by a State that is bound as well."""
    old, new = before.label.value if before else "", after.label.value if after else ""
    if old != new and (before or (after and after.since)):
        return Change(treaty, "label", state, old, new, after.since if after else "")
    return None
