"""What is held to be so: a statement with its source, the time for which it holds, and the day it was learned."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from verbale.errors import BadReference

_REDUCED = re.compile(r"[0-9]{4}(?:-[0-9]{2}(?:-[0-9]{2})?)?")
_OPEN = ".."

Value = str | int | float
"""A word, a figure or a date in ISO 8601; a date is a string."""


def parse_day(text: str) -> str:
    """``text`` when it is a date in ISO 8601, in full or of reduced precision (``2010``, ``2010-06``).

    Raises ``BadReference`` when it is none, or a day that does not exist.
    """
    tail = "-01-01"[len(text) - 4 :] if len(text) < 10 else ""
    try:
        if not _REDUCED.fullmatch(text):
            raise ValueError
        date.fromisoformat(text + tail)
    except ValueError:
        raise BadReference(text, "no date; write it as 2022-06-21, 2022-06 or 2022") from None
    return text


@dataclass(frozen=True, slots=True)
class Provenance:
    """Who says so and where.

    ``source`` is the id of a row of the register's ``sources.csv``, or the symbol or name of a document. ``place`` is
    the row, the ref of the paragraph or the article. ``rule`` names what read or derived it, where no person did.
    """

    source: str
    place: str = ""
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of days, both ends included; ``None`` is an open end. Dates may be of reduced precision."""

    start: str | None = None
    end: str | None = None

    @classmethod
    def parse(cls, text: str) -> Period:
        """Read ``2010-06/2012``, ``2010/..``, ``../2012``, or one date, which is then start and end.

        Raises ``BadReference`` for what is no date, or a period that ends before it starts.
        """
        first, slash, second = text.partition("/")
        start = None if first == _OPEN else parse_day(first)
        last = second if slash else first
        end = None if last == _OPEN else parse_day(last)
        shared = min(len(start or ""), len(end or ""))
        if start and end and end[:shared] < start[:shared]:
            raise BadReference(text, "a period that ends before it starts")
        return cls(start, end)

    def __str__(self) -> str:
        return f"{self.start or _OPEN}/{self.end or _OPEN}"

    @property
    def in_words(self) -> str:
        """One date where start and end are the same, else both with a dash between; an open end is left open."""
        return self.start or "" if self.start == self.end else f"{self.start or ''}–{self.end or ''}"

    def covers(self, day: str) -> bool:
        """Whether ``day`` (in full) lies within; an end of reduced precision covers its whole month or year."""
        return (self.start is None or day[: len(self.start)] >= self.start) and (
            self.end is None or day[: len(self.end)] <= self.end
        )


@dataclass(frozen=True, slots=True)
class Statement:
    """One thing that a source says of a subject.

    ``subject`` and ``property`` are ids of the register; ``text`` is the words as printed, or empty; ``valid`` is when
    it holds; ``recorded`` is the day it was learned. Nothing is overwritten: a statement that corrects another gives
    the other's ``key()`` in ``supersedes``.
    """

    subject: str
    property: str
    value: Value
    text: str
    provenance: Provenance
    valid: Period
    recorded: str
    supersedes: str = ""

    def key(self) -> str:
        """What another statement names it by: subject, property, period, source and place."""
        whence = self.provenance
        return f"{self.subject} {self.property} {self.valid} {whence.source}#{whence.place}"


def current(statements: Iterable[Statement], known: str | None = None) -> tuple[Statement, ...]:
    """The statements that no later one supersedes, in the order given; of those recorded up to ``known``, if given."""
    heard = [each for each in statements if known is None or each.recorded <= known]
    corrected = {each.supersedes for each in heard}
    return tuple(each for each in heard if each.key() not in corrected)
