"""What the register holds besides acts: one value for each row, one loader for every table.

A table's columns are the fields of its value, by name. Two columns stand for one field: ``source`` and ``place`` make
``provenance``. An empty ``recorded`` means that a row was learned on the day of its source.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import MISSING, dataclass, fields
from enum import StrEnum
from functools import cache
from typing import Any, ClassVar, TypeVar, cast

from verbale.errors import BadReference, LexiconBroken
from verbale.lexicon.tables import FIRST_ROW, TableRow
from verbale.model.register_line import RegisterLine
from verbale.model.statement import Period, Provenance, Statement, Value, parse_day
from verbale.register.fact_tables import get_fact_source, read_facts


class Comparator(StrEnum):
    """How a number stands to what it measures."""

    EXACTLY = "="
    MORE = ">"
    LESS = "<"
    AT_LEAST = ">="
    AT_MOST = "<="
    ABOUT = "~"

    @property
    def words(self) -> str:
        """What is put before the number; empty for an exact one."""
        return {"=": "", ">": "more than ", "<": "fewer than ", ">=": "at least ", "<=": "at most ", "~": "about "}[
            self
        ]


@dataclass(frozen=True, slots=True, kw_only=True)
class Holding:
    """What every row has, of whatever table.

    ``valid`` is when it holds or when it happened; ``states`` and ``treaties`` are ids; ``text`` is the words as
    printed where they matter, else empty; ``recorded`` is the day it was learned; ``supersedes`` is the key of the
    statement that this one corrects.
    """

    table: ClassVar[str]

    label: str = ""
    states: tuple[str, ...] = ()
    treaties: tuple[str, ...] = ()
    text: str = ""
    valid: Period
    provenance: Provenance
    recorded: str
    supersedes: str = ""

    def about(self) -> tuple[str, str, Value]:
        """Subject, property and value of the statement that this row makes."""
        return " ".join(self.states) or self.provenance.source, self.table, self.label

    def in_words(self) -> str:
        """The row in a few English words."""
        return self.label

    def concerned(self) -> tuple[str, ...]:
        """The States it concerns, each once, those it is about before those who say it."""
        return self.states

    def line(self) -> RegisterLine:
        """The row as one line of the register."""
        subject, name, value = self.about()
        return RegisterLine(
            kind=self.table,
            states=self.concerned(),
            treaties=self.treaties,
            label=self.in_words(),
            statement=Statement(
                subject=subject,
                property=name,
                value=value,
                text=self.text,
                provenance=self.provenance,
                valid=self.valid,
                recorded=self.recorded,
                supersedes=self.supersedes,
            ),
        )


def parse_number(text: str) -> int | float | None:
    """``1458`` or ``0.5``; nothing for an empty cell. Raises ``ValueError`` for anything else."""
    if not text:
        return None
    return float(text) if "." in text else int(text)


_day = cache(parse_day)
_CONVERT: Mapping[str, Callable[[str], object]] = {
    "str": str,
    "tuple[str, ...]": lambda text: tuple(text.split()),
    "Period": cache(lambda text: Period.parse(text or "../..")),
    "Comparator": Comparator,
    "int | None": lambda text: int(text) if text else None,
    "int | float | None": parse_number,
}
_COLUMN = {"valid": "period"}
_Column = tuple[str, str, Callable[[str], object], bool]
"""Field, column, what makes a value of a cell, and whether the column must be there."""

HoldingT = TypeVar("HoldingT", bound=Holding)


def held(kind: type[HoldingT]) -> tuple[HoldingT, ...]:
    """All rows of one kind, in the order of the table.

    Raises ``LexiconBroken``, which names table and row, when a cell is no value of its field.
    """
    # A class can always be hashed; the type checker does not see it through the variable.
    rows: tuple[HoldingT, ...] = _rows(cast("Hashable", kind))
    return rows


@cache
def _rows(kind: type[Holding]) -> tuple[Any, ...]:
    columns = [
        (field.name, _COLUMN.get(field.name, field.name), _CONVERT[str(field.type)], field.default is MISSING)
        for field in fields(kind)
        if field.name not in ("provenance", "recorded")
    ]
    rows = enumerate(read_facts(kind.table), start=FIRST_ROW)
    return tuple(_build(kind, columns, row, number) for number, row in rows)


def find_current(kind: type[HoldingT], known: str | None = None) -> tuple[HoldingT, ...]:
    """The rows of one kind that no later one corrects; with ``known`` only what was learned up to that day."""
    heard = [row for row in held(kind) if known is None or row.recorded <= known]
    corrected = {row.supersedes for row in heard if row.supersedes}
    return tuple(row for row in heard if not corrected or row.line().statement.key() not in corrected)


def _build(kind: type[Holding], columns: Iterable[_Column], cells: TableRow, number: int) -> Holding:
    values: dict[str, Any] = {}
    try:
        for name, column, convert, needed in columns:
            if column in cells:
                values[name] = convert(cells[column])
            elif needed:
                raise ValueError(f"no column {column}")
        source = get_fact_source(cells["source"])
        values["provenance"] = Provenance(source.id, cells["place"])
        values["recorded"] = _day(cells.get("recorded") or source.date)
        return kind(**values)
    except (ValueError, BadReference) as failure:
        raise LexiconBroken(kind.table, number, str(failure)) from failure
