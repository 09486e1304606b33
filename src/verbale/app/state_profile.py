"""What the register holds of a State: its part in each treaty with its acts, and all other lines, each by its key."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType

from verbale.app.register_answers import get_all_lines
from verbale.errors import BadReference
from verbale.lexicon.names import find_state
from verbale.lexicon.states import organisations, states
from verbale.model.register_line import RegisterLine
from verbale.model.state import State
from verbale.model.status import PartyLabel, Standing
from verbale.register.asking import get_state
from verbale.register.happenings import ACTS, find_standings, tell_state
from verbale.register.treaty_history import history_of
from verbale.register.treaty_rules import treaty_rules

_KEPT = 256  # profiles that a process keeps ready, each of a State on a day
_DAYS = 64  # days of which it keeps who is party to what
_BOUND = frozenset({PartyLabel.PARTY, PartyLabel.WITHDRAWING})
_LONGEST = 200  # characters of a name that is looked up


@dataclass(frozen=True, slots=True)
class HeldLine:
    """A line about a State, and the key of the statement that it shows, which is empty where it has none."""

    line: RegisterLine
    key: str


@dataclass(frozen=True, slots=True)
class TreatyPart:
    """The part that a State has in a treaty: where it stands (``None``: no party to it), and what it did, in order."""

    treaty: str
    standing: Standing | None
    acts: tuple[HeldLine, ...]


@dataclass(frozen=True, slots=True)
class StateProfile:
    """All that the register holds of a State as of a day; ``lines`` are those that are no acts, in order of time."""

    state: State
    as_of: str
    treaties: tuple[TreatyPart, ...]
    lines: tuple[HeldLine, ...]

    def of_kind(self, kind: str) -> tuple[HeldLine, ...]:
        """The lines of one kind, in order of time."""
        return tuple(one for one in self.lines if one.line.kind == kind)

    @property
    def kinds(self) -> Mapping[str, int]:
        """How many lines there are of each kind."""
        return Counter(one.line.kind for one in self.lines)


def get_subject(name: str) -> str:
    """The id of a State, or of an organisation that is listed among States: by id, M49 code or name.

    Raises ``BadReference`` with the nearest names.
    """
    plain = name.strip()[:_LONGEST]
    if plain.upper() in states():
        return plain.upper()
    coded = next((code for code, one in states().items() if one.m49 == plain and plain), "")
    found = coded or find_state(plain, None) or ""
    return found if coded or found in organisations() else get_state(plain)


def get_state_profile(state: str, as_of: str) -> StateProfile:
    """The profile of a State by its id, as of a day. Raises ``BadReference`` for an id that is not known."""
    if state not in states():
        raise BadReference(state, "no State of the register")
    return _profile(state, as_of)


@lru_cache(maxsize=_KEPT)
def _profile(state: str, as_of: str) -> StateProfile:
    held = tuple(HeldLine(line, _key_of(line)) for line in tell_state(state, as_of))
    standings = dict(find_standings(state, as_of))
    acts = [one for one in held if one.line.kind == ACTS]
    named = [treaty for treaty in treaty_rules() if treaty in standings or _acts_of(treaty, acts)]
    parts = tuple(TreatyPart(treaty, standings.get(treaty), _acts_of(treaty, acts)) for treaty in named)
    return StateProfile(states()[state], as_of, parts, tuple(one for one in held if one.line.kind != ACTS))


def _acts_of(treaty: str, acts: Iterable[HeldLine]) -> tuple[HeldLine, ...]:
    return tuple(one for one in acts if treaty in one.line.treaties)


def _key_of(line: RegisterLine) -> str:
    """The key of the statement: a vote of a State is told by its roll call, a claim that is weighed by the claim."""
    keys, places = _keys()
    whence = line.statement.provenance
    place = (line.kind, whence.source, whence.place, line.statement.valid.start or "")
    if line.key in keys:
        return line.key
    return keys.get(_said(line)) or places.get(place, "")


def _said(line: RegisterLine) -> str:
    return f"{line.kind} {line.statement!r}"


@lru_cache(maxsize=1)
def _keys() -> tuple[Mapping[str, str], Mapping[tuple[str, str, str, str], str]]:
    """The keys of all statements: by themselves and by what is said, and by source, place and beginning."""
    said: dict[str, str] = {}
    places: dict[tuple[str, str, str, str], str] = {}
    for line in get_all_lines():
        whence = line.statement.provenance
        said[line.key] = said[_said(line)] = line.key
        places[line.kind, whence.source, whence.place, line.statement.valid.start or ""] = line.key
    return MappingProxyType(said), MappingProxyType(places)


@lru_cache(maxsize=_DAYS)
def count_parties(as_of: str) -> tuple[Mapping[str, int], int]:
    """To how many treaties each State is party on a day, and of how many treaties that is told.

    Only treaties count of which the register holds all acts up to that day; of the others nobody can say who is none.
    A State that withdraws is a party until it is out.
    """
    counts: Counter[str] = Counter()
    told = 0
    for treaty in treaty_rules():
        situation = history_of(treaty).situation(as_of)
        if situation.counts.deposited is not None:
            told += 1
            counts.update(each.state for each in situation.standings if each.label in _BOUND)
    return MappingProxyType(counts), told
