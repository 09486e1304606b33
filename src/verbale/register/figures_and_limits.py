"""Figures with their passports, the limits of treaties, and the room between the two.

A figure says what was counted, by which rule, as of which day, who says so and where. Figures of several sources stand
side by side; nothing here adds, averages or prefers one.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import ClassVar

from verbale.errors import BadReference
from verbale.model.statement import Value
from verbale.register.holding import Comparator, Holding, held

_STATE_ID_LETTERS = 3  # an id of a State is ISO 3166 alpha-3; any other speaker has a longer one


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure(Holding):
    """What a figure counts: ``label`` in words, ``unit`` and the ``counting`` rule that goes with every such figure."""

    table: ClassVar[str] = "measures"

    id: str
    unit: str
    counting: str

    def about(self) -> tuple[str, str, Value]:
        """The measure, and the rule it is counted by."""
        return self.id, "counting", self.counting

    def in_words(self) -> str:
        """The measure with its unit and its rule."""
        return f"{self.label} ({self.unit}): {self.counting}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure(Holding):
    """One number as one source gives it.

    ``states`` are those it is about, empty for the whole world; ``valid`` is the day or year it was counted as of;
    ``by`` is who says so (the id of a State, or of an actor); ``text`` is the figure as printed. ``value`` is None
    where the source names an order of magnitude only, and ``label`` then says which. ``rule`` is a counting rule of
    the source's own, where it has one.
    """

    table: ClassVar[str] = "figures"

    measure: str
    comparator: Comparator
    value: int | float | None
    by: str
    rule: str = ""

    def counting(self) -> str:
        """The rule by which it was counted."""
        return self.rule or get_measure(self.measure).counting

    def about(self) -> tuple[str, str, Value]:
        """Whose number, of what, and how much."""
        return " ".join(self.states) or "world", self.measure, self.label if self.value is None else self.value

    def in_words(self) -> str:
        """The number with comparator, measure, unit, holder and who says so."""
        number = self.label if self.value is None else f"{self.comparator.words}{self.value:,}"
        measure = get_measure(self.measure)
        whose = f" of {' and '.join(self.states)}" if self.states else ""
        return f"{measure.label}{whose}: {number} ({measure.unit}; {self.counting()}; says {self.by}{self._room()})"

    def _room(self) -> str:
        """What is left below each limit it compares with, or by how much it is over; empty where none does."""
        rooms = [headroom(limit, self) for limit in held(Limit) if limit.compares(self)]
        return "".join(f"; {each.in_words()}" for each in rooms)

    def concerned(self) -> tuple[str, ...]:
        """The State counted, and the State that says so."""
        says = self.by if len(self.by) == _STATE_ID_LETTERS else ""
        return (*self.states, says) if says and says not in self.states else self.states


@dataclass(frozen=True, slots=True, kw_only=True)
class YearlyFigure(Figure):
    """One year of a long series."""

    table: ClassVar[str] = "yearly_figures"


@dataclass(frozen=True, slots=True, kw_only=True)
class Limit(Holding):
    """The most of something that a treaty allows each of ``states``; it binds from the start of ``valid`` on."""

    table: ClassVar[str] = "limits"

    measure: str
    value: int | float | None

    def about(self) -> tuple[str, str, Value]:
        """The treaty, what it limits, and to how much."""
        return " ".join(self.treaties), f"limit {self.measure}", self.value or 0

    def compares(self, figure: Figure) -> bool:
        """Whether a figure can be compared with this limit: the same measure, a State it binds, an exact number."""
        return (
            figure.measure == self.measure
            and bool(figure.states)
            and set(figure.states) <= set(self.states)
            and figure.value is not None
            and figure.comparator is Comparator.EXACTLY
        )

    def in_words(self) -> str:
        """The limit in words."""
        return f"limit on {get_measure(self.measure).label} for each of {', '.join(self.states)}: {self.value:,}"


@dataclass(frozen=True, slots=True)
class Headroom:
    """A figure compared with a limit: ``left`` is how much more would be allowed, negative when over the limit.

    ``binding`` says whether the limit already bound, or still bound, on the day of the figure.
    """

    limit: Limit
    figure: Figure
    left: int | float
    binding: bool

    @property
    def within(self) -> bool:
        """Whether the figure keeps to the limit."""
        return self.left >= 0

    def in_words(self) -> str:
        """The room in words, and whether the limit bound on that day."""
        side = f"{self.left:,} below" if self.within else f"{-self.left:,} over"
        return f"{side} the limit of {self.limit.value:,}{'' if self.binding else ', which did not bind then'}"


@cache
def measures() -> Mapping[str, Measure]:
    """All measures by id."""
    return MappingProxyType({measure.id: measure for measure in held(Measure)})


def get_measure(measure: str) -> Measure:
    """The measure of one id. Raises ``BadReference`` when there is none."""
    try:
        return measures()[measure]
    except KeyError:
        raise BadReference(measure, "no measure of the register") from None


def headroom(limit: Limit, figure: Figure) -> Headroom:
    """How far a figure stays below a limit.

    Raises ``BadReference`` when the two do not compare: another measure, a State the limit does not bind, or a figure
    that is not exact.
    """
    named = f"{figure.measure} of {' '.join(figure.states)}"
    if figure.measure != limit.measure:
        raise BadReference(named, f"not what the limit is on ({limit.measure})")
    if not figure.states or not set(figure.states) <= set(limit.states):
        raise BadReference(named, f"the limit binds {' '.join(limit.states)} alone")
    if figure.value is None or limit.value is None or figure.comparator is not Comparator.EXACTLY:
        raise BadReference(named, "no exact number, so nothing can be taken from the limit")
    return Headroom(limit, figure, limit.value - figure.value, limit.valid.covers(figure.valid.end or ""))
