"""The plane of a chart: where years and numbers stand on it, in both directions of writing.

Units are those of the SVG. In a language that is written from right to left time runs to the left, and the numbers of
the axis stand on the right.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from verbale.model.language import Language
from verbale.render.inline_html import escaped

# Steps between the marks of an axis, each a number that is easily counted on.
_ROUND = (1, 2, 5, 10, 20, 25, 50, 100, 200, 500, 1000, 2000, 5000)
_TURNED = {"start": "end", "end": "start", "middle": "middle"}


@dataclass(frozen=True, slots=True)
class ChartPlane:
    """From the start of the year ``first`` to the end of ``last``, from nought to ``highest``, within a box.

    ``before``, ``after``, ``above`` and ``below`` are margins; ``before`` is on the side where writing begins.
    """

    language: Language
    first: int
    last: int
    highest: int
    width: int = 720
    height: int = 380
    before: int = 56
    after: int = 64
    above: int = 66
    below: int = 42

    @property
    def leftward(self) -> bool:
        """Whether time runs from right to left."""
        return self.language.direction == "rtl"

    def across(self, year: float) -> float:
        """Where a moment stands, the first of January of a year being the year itself."""
        share = (year - self.first) / (self.last + 1 - self.first)
        along = self.before + share * (self.width - self.before - self.after)
        return round(self.width - along if self.leftward else along, 1)

    def down(self, number: float) -> float:
        """Where a number stands."""
        return round(self.height - self.below - number / self.highest * (self.height - self.above - self.below), 1)

    def beside(self, x: float, distance: float) -> float:
        """A place so far onward in the direction of writing."""
        return round(x - distance if self.leftward else x + distance, 1)

    def text(self, x: float, y: float, words: str, anchor: str = "middle", kind: str = "chart-label") -> str:
        """Words at a place; ``anchor`` is ``start`` where they run onward from it in the direction of writing."""
        turned = ' direction="rtl"' if self.leftward else ""
        return f'<text class="{kind}" x="{x}" y="{y}" text-anchor="{anchor}"{turned}>{escaped(words)}</text>'

    def year_marks(self, most: int = 6) -> Iterator[int]:
        """Round years on the axis, no more than ``most``."""
        step = _step(self.last - self.first + 1, most)
        yield from range(-(-self.first // step) * step, self.last + 1, step)

    def number_marks(self, most: int = 5) -> Iterator[int]:
        """Round numbers on the axis from nought on."""
        yield from range(0, self.highest + 1, _step(self.highest, most))


def highest_mark(number: int, most: int = 5) -> int:
    """The lowest round number of an axis that is not below a number, and at least 1."""
    step = _step(max(number, 1), most)
    return -(-max(number, 1) // step) * step


def year_of(day: str) -> float:
    """A day (ISO 8601) as a year with its fraction."""
    found = date.fromisoformat(day)
    return found.year + (found.timetuple().tm_yday - 1) / 366


def written_day(day: str, language: Language) -> str:
    """A day as it is written, its parts kept in their order within words that run from right to left."""
    return f"\u2066{day}\u2069" if language.direction == "rtl" else day


def _step(length: int, most: int) -> int:
    return next(step for step in _ROUND if length / step <= most)
