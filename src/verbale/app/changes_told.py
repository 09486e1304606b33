"""What became different between two days, each change with the act that brought it about and who says so."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from verbale.app.treaty_status import get_changes
from verbale.model.act import BINDING, SIGNING, ActKind
from verbale.model.register_line import RegisterLine
from verbale.model.status import Change, PartyLabel
from verbale.register.happenings import END, ENTRY, act_lines, entry_lines
from verbale.register.treaty_rules import treaty_rules
from verbale.store.database import Database
from verbale.store.library_store import LibraryDocument, count_added, list_added

_KEPT = 64  # answers that a process keeps ready, each for two days and some treaties
_A_YEAR = timedelta(days=365)
_DAY = len("2022-06-21")
_BOUND = frozenset(kind.value for kind in BINDING)
_KINDS: Mapping[str, frozenset[str]] = {
    PartyLabel.PARTY.value: _BOUND,
    PartyLabel.CONTRACTING.value: _BOUND,
    PartyLabel.SIGNATORY.value: frozenset(kind.value for kind in SIGNING),
    PartyLabel.WITHDRAWING.value: frozenset({ActKind.WITHDRAWAL_NOTICE.value}),
    PartyLabel.WITHDRAWN.value: frozenset({ActKind.WITHDRAWAL_NOTICE.value, ActKind.WITHDRAWAL_EFFECTIVE.value}),
}
"""The kinds of act by which a State comes to stand somewhere; an act of another kind on the same day is no reason."""
_OF_TREATY = {"entered": ENTRY, "expired": END}


@dataclass(frozen=True, slots=True)
class ToldChange:
    """A change and its reason: the kind of act, or of event, by which it came about, with source and place.

    ``day`` is that of the act, ``statement`` the key of the line that tells of it. All are empty where a change follows
    from several acts, as that of a count does.
    """

    change: Change
    reason: str = ""
    day: str = ""
    source: str = ""
    place: str = ""
    statement: str = ""


def treaty_ids() -> tuple[str, ...]:
    """The ids of the treaties observed."""
    return tuple(treaty_rules())


def year_before(day: str) -> str:
    """The day a year before one (ISO 8601); the first that there is where that has none."""
    try:
        return (date.fromisoformat(day) - _A_YEAR).isoformat()
    except OverflowError:
        return date.min.isoformat()


@lru_cache(maxsize=_KEPT)
def find_told_changes(first: str, last: str, treaties: tuple[str, ...] = ()) -> tuple[ToldChange, ...]:
    """What changed after ``first`` up to ``last`` in some treaties, in all where none is named, treaty by treaty.

    Raises ``BadReference`` as ``get_changes`` does.
    """
    changes = get_changes(first, last, treaties).changes
    acts = _acts_until(last)
    return tuple(_told(change, acts.get((change.treaty, change.state), ()), last) for change in changes)


def _acts_until(last: str) -> dict[tuple[str, str], list[RegisterLine]]:
    """The acts of each State towards each treaty, in order of time; those of no State under an empty one."""
    found: dict[tuple[str, str], list[RegisterLine]] = {}
    for line in act_lines():
        if line.starts <= last:
            for state in line.states or ("",):
                found.setdefault((line.treaties[0], state), []).append(line)
    for acts in found.values():
        acts.sort(key=lambda line: line.starts)
    return found


def _told(change: Change, acts: Sequence[RegisterLine], last: str) -> ToldChange:
    if change.what in _OF_TREATY:
        lines = [line for line in entry_lines(last) if line.kind == _OF_TREATY[change.what]]
        return _by(change, next((line for line in lines if change.treaty in line.treaties), None), change.what)
    if change.what != "label":
        return ToldChange(change)
    # An act of the day, else the last before it: it takes effect when its time has run.
    day = change.date or last
    fitting = _KINDS.get(change.after, frozenset())
    before = [(act, act.statement.property.partition(" ")[2]) for act in reversed(acts) if act.starts <= day]
    named = next(((act, kind) for act, kind in before if kind in fitting), None)
    reason, kind = named or next(iter(before), (None, ""))
    return _by(change, reason, kind)


def _by(change: Change, line: RegisterLine | None, kind: str) -> ToldChange:
    if line is None:
        return ToldChange(change)
    whence = line.statement.provenance
    return ToldChange(change, kind, line.starts, whence.source, whence.place, line.key)


def find_added(database: Database, first: str, last: str, limit: int | None = None) -> tuple[LibraryDocument, ...]:
    """The documents that came into the library from one day to another, the newest first. Raises ``StoreBroken``."""
    return list_added(database, first, _after(last), limit)


def number_added(database: Database, first: str, last: str) -> int:
    """How many documents came into the library from one day to another, each language by itself."""
    return count_added(database, first, _after(last))


def _after(day: str) -> str:
    """What is later than every moment of a day, and not later than the next (moments are ISO 8601, in UTC)."""
    return f"{day[:_DAY]}U"
