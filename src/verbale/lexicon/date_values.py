"""The values of dates: a day of the precision printed, and the days that one mark of a text stands for."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date

_LEAP_YEAR = 2000  # for days without a year: it has them all
_MONTHS = 12  # of a year


@dataclass(frozen=True, slots=True)
class Day:
    """A date of the precision printed: a part that is missing is ``None``. Offsets are those of the phrase.

    ``marked``: a word says that the figure is a year. ``decade``: the first of ten years. ``until``: the last year of
    one that lies in two, or of a stretch that leaves out its hundreds (2019/20, 2010-15). ``unclear``: the days that
    figures may stand for, of which the print does not tell the order. ``named``: how little the name of the month
    says by itself: ``word`` (an abbreviation that is a common word), ``small`` (one that is so when it is not raised).
    """

    year: int | None
    month: int | None
    day: int | None
    start: int
    end: int
    marked: bool = False
    decade: bool = False
    until: int | None = None
    unclear: tuple[date, ...] = ()
    named: str = ""

    @property
    def exists(self) -> bool:
        """Whether the calendar has it; with no year given, whether any year has."""
        if self.month is None:
            return self.day is None and self.year is not None
        if not 1 <= self.month <= _MONTHS:
            return False
        return self.day is None or 1 <= self.day <= monthrange(self.year or _LEAP_YEAR, self.month)[1]

    @property
    def empty(self) -> bool:
        """Whether the figures are no part of a date at all."""
        return self.year is None and self.month is None and self.day is None

    @property
    def stands(self) -> bool:
        """Whether enough stands beside the name of its month for it to be one."""
        if self.named == "small":
            return self.day is not None and self.year is not None
        return not self.named or self.day is not None

    @property
    def order(self) -> tuple[int, int, int]:
        """For comparing dates of one precision."""
        return self.year or 0, self.month or 0, self.day or 0


@dataclass(frozen=True, slots=True)
class DateReading:
    """One annotation's worth of a phrase: its days in the order printed.

    ``joints`` has ``to`` or ``and`` for each day but the last: whether a range leads from it to the next. ``calendar``
    is that of the print where it is another; the days are those of the common calendar.
    """

    days: tuple[Day, ...]
    joints: tuple[str, ...] = ()
    calendar: str = ""

    @property
    def start(self) -> int:
        return self.days[0].start

    @property
    def end(self) -> int:
        return self.days[-1].end

    @property
    def whole(self) -> bool:
        """Whether it ends with a day that is printed with its month and year, in an order that is clear."""
        last = self.days[-1]
        if self.calendar and len(self.days) > 1:
            return False  # a month or a year of another calendar
        return last.day is not None and last.month is not None and last.year is not None
