"""The register table by table: what each holds, its lines, one statement with what bears on it, and the sources."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType

from verbale.app.register_answers import find_line, get_all_lines
from verbale.errors import BadReference
from verbale.model.register_line import RegisterLine
from verbale.model.statement import Period
from verbale.register.fact_tables import fact_sources, get_fact_source
from verbale.register.figures_and_limits import Figure, Measure, YearlyFigure
from verbale.register.happenings import ACTS, END, ENTRY
from verbale.register.holding import held
from verbale.register.holdings import KINDS, in_order, is_within

FIGURES = frozenset({Figure.table, YearlyFigure.table})
"""The tables of numbers, whose lines stand beside others of the same measure."""


@dataclass(frozen=True, slots=True)
class HeldTable:
    """A table of the register: its name, how many statements it has, from when to when, of how many States, by whom."""

    name: str
    lines: int
    first: str
    last: str
    states: int
    sources: int


@dataclass(frozen=True, slots=True)
class HeldSource:
    """A source, where it can be seen (a web address or a symbol), and how many statements of each table rest on it."""

    id: str
    title: str
    publisher: str
    address: str
    date: str
    licence: str
    uses: Mapping[str, int]

    @property
    def statements(self) -> int:
        """How many statements rest on it, of all tables."""
        return sum(self.uses.values())


@dataclass(frozen=True, slots=True)
class FoundStatement:
    """A statement: the line that makes it, the one that corrects it, the one it corrects, those beside it.

    ``beside`` are all that is said of the same thing, in order of time, this one among them; empty where it is alone.
    """

    line: RegisterLine
    corrected_by: RegisterLine | None
    corrects: RegisterLine | None
    beside: tuple[RegisterLine, ...]


@lru_cache(maxsize=1)
def _by_table() -> Mapping[str, tuple[RegisterLine, ...]]:
    found: dict[str, list[RegisterLine]] = {name: [] for name in (ACTS, ENTRY, END, *(kind.table for kind in KINDS))}
    for line in get_all_lines():
        found[line.kind].append(line)
    return {name: tuple(lines) for name, lines in found.items()}


@lru_cache(maxsize=1)
def get_tables() -> tuple[HeldTable, ...]:
    """Every table that holds something, acts first."""
    return tuple(
        HeldTable(
            name,
            len(lines),
            min((line.told_on for line in lines), default=""),
            max((line.told_on for line in lines), default=""),
            len({state for line in lines for state in line.states}),
            len({line.statement.provenance.source for line in lines}),
        )
        for name, lines in _by_table().items()
        if lines
    )


def get_table(
    name: str, *, state: str = "", treaty: str = "", first: str = "", last: str = ""
) -> tuple[RegisterLine, ...]:
    """The lines of a table in order of time; of figures, those of one measure and State together.

    Only those that concern a State and a treaty (ids) where such are given, and that began within two days (ISO 8601).
    Raises ``BadReference`` for a table that there is not.
    """
    if name not in _by_table():
        raise BadReference(name, f"no table of the register; there are {', '.join(_by_table())}")
    period = Period(first or None, last or None)
    found = [
        line
        for line in _by_table()[name]
        if (not state or state in line.states)
        and (not treaty or treaty in line.treaties)
        and (not (first or last) or (line.told_on and is_within(line.told_on, period)))
    ]
    if name in FIGURES:
        found.sort(key=lambda line: (line.statement.property, line.statement.subject, line.told_on))
    return tuple(found)


@lru_cache(maxsize=1)
def measure_names() -> Mapping[str, str]:
    """What each measure counts, in English, by its id."""
    return {measure.id: measure.label for measure in held(Measure)}


@lru_cache(maxsize=1)
def _corrected() -> Mapping[str, tuple[RegisterLine, str]]:
    """Lines that a later one corrects, each with the key of its statement, by what names the line."""
    rows = [row for kind in KINDS for row in held(kind)]
    corrected = {row.supersedes for row in rows if row.supersedes}
    lines = [row.line() for row in rows] if corrected else []
    return {line.key: (line, line.statement.key()) for line in lines if line.statement.key() in corrected}


@lru_cache(maxsize=1)
def _beside() -> Mapping[tuple[str, str], tuple[RegisterLine, ...]]:
    found: dict[tuple[str, str], list[RegisterLine]] = defaultdict(list)
    for name in FIGURES:
        for line in _by_table()[name]:
            found[line.statement.subject, line.statement.property].append(line)
    return {key: in_order(lines) for key, lines in found.items()}


def find_beside(line: RegisterLine) -> tuple[RegisterLine, ...]:
    """All figures of the same measure and State, in order of time, the line among them; empty where it is alone."""
    found = _beside().get((line.statement.subject, line.statement.property), ())
    return found if line.kind in FIGURES and len(found) > 1 else ()


def find_differing(line: RegisterLine) -> int:
    """How many other figures of the same measure, State and year there are with another value."""
    year = line.told_on[:4]
    return sum(
        other.statement.value != line.statement.value and other.told_on[:4] == year for other in find_beside(line)
    )


def find_statement(key: str) -> FoundStatement | None:
    """The statement of a line, by what names the line; also one that a later one corrects."""
    old = _corrected().get(key)
    line = old[0] if old else find_line(key)
    if line is None:
        return None
    later = [each for each in get_all_lines() if each.statement.supersedes == line.statement.key()]
    before = [each for each, name in _corrected().values() if name == line.statement.supersedes]
    return FoundStatement(line, next(iter(later), None), next(iter(before), None), find_beside(line))


@lru_cache(maxsize=1)
def _uses() -> Mapping[str, Counter[str]]:
    found: dict[str, Counter[str]] = defaultdict(Counter)
    for line in get_all_lines():
        found[line.statement.provenance.source][line.kind] += 1
    return found


def get_source(name: str) -> HeldSource:
    """A source of the register by its id. Raises ``BadReference`` when there is none."""
    found = get_fact_source(name)
    uses = _uses().get(name, Counter())
    return HeldSource(
        found.id, found.title, found.publisher, found.address, found.date, found.licence, MappingProxyType(uses)
    )


@lru_cache(maxsize=1)
def get_sources() -> tuple[HeldSource, ...]:
    """Every source of the register, in the order of their ids."""
    return tuple(get_source(name) for name in sorted(fact_sources()))
