"""``cycle.toml``: a cycle as people write it, read with every rule checked, and written in one form.

Dates are TOML dates, or texts that are a day in any of the six languages ("31 May 2022"). Unknown keys are refused, for
a misspelt policy would otherwise be no policy at all.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import TYPE_CHECKING, TypeVar
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import tomli_w

from verbale.desk.cycle import (
    AddresseeGroup,
    Addressees,
    Approval,
    Calendar,
    Consent,
    Cycle,
    CycleMandate,
    Extension,
    LateRule,
    Policy,
    ReplyOrder,
)
from verbale.errors import BadReference, CycleBroken
from verbale.lexicon.dates import parse_day
from verbale.model.language import Language
from verbale.model.symbol import Symbol

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

_Choice = TypeVar("_Choice", bound=StrEnum)
_STATE = re.compile(r"[A-Z]{3}")
_NAMES = {"policies": "policy"}


class _TomlTable:
    """A table of the file, whose keys are taken one by one; what is left at the end was not understood."""

    def __init__(self, file: str, path: str, cells: Mapping[str, object]) -> None:
        self._file = file
        self._path = path
        self._cells = dict(cells)

    def broken(self, key: str, reason: str) -> CycleBroken:
        return CycleBroken(self._file, f"{self._path}.{key}".strip("."), reason)

    def has(self, key: str) -> bool:
        return key in self._cells

    def text(self, key: str, default: str | None = None) -> str:
        value = self._take(key, default)
        if not isinstance(value, str):
            raise self.broken(key, f"{value!r} should be a text in quotation marks")
        return value

    def symbol(self, key: str, default: str | None = None) -> str:
        text = self.text(key, default)
        try:
            return str(Symbol.parse(text)) if text else ""
        except BadReference as error:
            raise self.broken(key, str(error)) from error

    def number(self, key: str) -> int:
        value = self._take(key)
        if not isinstance(value, int) or isinstance(value, bool) or value < 1:
            raise self.broken(key, f"{value!r} should be a whole number")
        return value

    def limit(self, key: str, default: int | None) -> int | None:
        """A limit in words; ``false`` is no limit."""
        value = self._cells.pop(key, default)
        if value is None or value is False:
            return None
        if not isinstance(value, int) or isinstance(value, bool) or value < 1:
            raise self.broken(key, f"{value!r} should be a number of words, or false for no limit")
        return value

    def yes(self, key: str, default: bool) -> bool:
        value = self._take(key, default)
        if not isinstance(value, bool):
            raise self.broken(key, f"{value!r} should be true or false")
        return value

    def day(self, key: str) -> date:
        return self._day_of(key, self._take(key))

    def _day_of(self, key: str, value: object) -> date:
        """A date of TOML, or a text that is a day in words of any of the six languages."""
        if isinstance(value, str):
            try:
                return date.fromisoformat(parse_day(value))
            except BadReference as failure:
                raise self.broken(key, str(failure)) from None
        if not isinstance(value, date) or isinstance(value, datetime):
            raise self.broken(key, f"{value!r} should be a date, as 2022-05-31 without quotation marks")
        return value

    def day_if_any(self, key: str) -> date | None:
        return self.day(key) if key in self._cells else None

    def choice(self, key: str, kind: type[_Choice], default: str | None = None) -> _Choice:
        return self._chosen(key, kind, self.text(key, default))

    def choices(self, key: str, kind: type[_Choice], default: tuple[str, ...] = ()) -> tuple[_Choice, ...]:
        return tuple(self._chosen(key, kind, text) for text in self.texts(key, default))

    def texts(self, key: str, default: tuple[str, ...] = ()) -> tuple[str, ...]:
        value = self._take(key, list(default))
        if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
            raise self.broken(key, f"{value!r} should be a list of texts")
        return tuple(value)

    def states(self, key: str) -> tuple[str, ...]:
        states = self.texts(key)
        for state in states:
            self.check_state(key, state)
        return states

    def check_state(self, key: str, state: str) -> None:
        if not _STATE.fullmatch(state):
            raise self.broken(key, f"{state!r} is no code of a State; give its three letters, as CUB")

    def days(self, key: str) -> tuple[date, ...]:
        value = self._take(key, [])
        if not isinstance(value, list):
            raise self.broken(key, f"{value!r} should be a list of dates")
        return tuple(sorted(self._day_of(key, item) for item in value))

    def table(self, key: str) -> _TomlTable:
        value = self._take(key)
        if not isinstance(value, dict):
            raise self.broken(key, "should be a table")
        return _TomlTable(self._file, f"{self._path}.{key}".strip("."), value)

    def words(self, key: str, kind: type[StrEnum]) -> dict[str, str]:
        """A table of texts by one of a fixed set of names; empty where it is not there."""
        value = self._take(key, {})
        if not isinstance(value, dict) or not all(isinstance(item, str) for item in value.values()):
            raise self.broken(key, "should be a table of texts")
        return {str(self._chosen(key, kind, name)): text for name, text in value.items()}

    def tables(self, key: str, *, least: int = 0) -> list[_TomlTable]:
        value = self._take(key, [])
        if not isinstance(value, list) or not all(isinstance(item, dict) for item in value):
            raise self.broken(key, f"should be a list of tables, as [[{key}]]")
        if len(value) < least:
            raise self.broken(key, f"there should be at least {least}, as [[{key}]]")
        where = f"{self._path}.{key}".strip(".")
        return [_TomlTable(self._file, f"{where}[{number}]", item) for number, item in enumerate(value, start=1)]

    def done(self) -> None:
        for key in self._cells:
            raise self.broken(key, "is not known here")

    def _take(self, key: str, default: object = None) -> object:
        value = self._cells.pop(key, default)
        if value is None:
            raise self.broken(key, "is missing")
        return value

    def _chosen(self, key: str, kind: type[_Choice], text: str) -> _Choice:
        try:
            return kind(text)
        except ValueError:
            raise self.broken(key, f"{text!r} should be one of {', '.join(kind)}") from None


def parse_cycle(text: str, file: str = "cycle.toml") -> Cycle:
    """The cycle of a file. Raises ``CycleBroken``, which names the place, what stands there and what should."""
    try:
        top = _TomlTable(file, "", tomllib.loads(text))
    except tomllib.TOMLDecodeError as error:
        raise CycleBroken(file, "", str(error)) from error
    cycle = Cycle(
        name=top.text("name"),
        session=top.number("session"),
        report=top.symbol("report"),
        previous_report=top.symbol("previous_report", ""),
        agenda_item=top.text("agenda_item", ""),
        reference=top.text("reference", ""),
        mandates=_whole(top.tables("mandates", least=1), _mandate),
        addressees=_addressees(top.table("addressees")),
        calendar=_calendar(top.table("calendar")),
        policies=tuple(sorted(_whole(top.tables("policy", least=1), _policy), key=lambda policy: policy.since)),
        approval=_approval(top),
    )
    top.done()
    return cycle


_Value = TypeVar("_Value")


def _whole(tables: list[_TomlTable], read: Callable[[_TomlTable], _Value]) -> tuple[_Value, ...]:
    values = []
    for table in tables:
        values.append(read(table))
        table.done()
    return tuple(values)


def _mandate(table: _TomlTable) -> CycleMandate:
    return CycleMandate(
        resolution=table.symbol("resolution"),
        paragraph=table.text("paragraph"),
        adopted=table.day("adopted"),
        topic=table.text("topic"),
        item=table.text("item", ""),
        called=table.yes("called", True),
        titles=table.words("titles", Language),
    )


def _addressees(table: _TomlTable) -> Addressees:
    groups = table.choices("groups", AddresseeGroup)
    found = Addressees(groups, table.states("also"), table.states("without"))
    if not groups and not found.also:
        raise table.broken("groups", f"name whom the note goes to: {', '.join(AddresseeGroup)}")
    table.done()
    return found


def _calendar(table: _TomlTable) -> Calendar:
    note, deadline = table.day("note"), table.day("deadline")
    if deadline < note:
        raise table.broken("deadline", f"{deadline} lies before the note verbale of {note}")
    zone = table.text("zone", "America/New_York")
    try:
        ZoneInfo(zone)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise table.broken("zone", f"{zone!r} is no time zone; give a name as America/New_York") from error
    found = Calendar(
        note=note,
        deadline=deadline,
        zone=zone,
        reminders=table.days("reminders"),
        extensions=_whole(table.tables("extensions"), _extension),
        submission=table.day_if_any("submission"),
        observed_since=table.day_if_any("observed_since"),
    )
    table.done()
    return found


def _extension(table: _TomlTable) -> Extension:
    state = table.text("state", "")
    if state:
        table.check_state("state", state)
    return Extension(table.day("until"), state)


def _approval(top: _TomlTable) -> Approval:
    """Who may do what, where the file says so."""
    if not top.has("approval"):
        return Approval()
    table = top.table("approval")
    found = Approval(second_person=table.yes("second_person", False))
    table.done()
    return found


def _policy(table: _TomlTable) -> Policy:
    return Policy(
        since=table.day("since"),
        late=table.choice("late", LateRule),
        consent=table.choice("consent", Consent, Consent.UNLESS_OBJECTION),
        order=table.choice("order", ReplyOrder, ReplyOrder.ENGLISH),
        reply_words=table.limit("reply_words", None),
        summary_words=table.limit("summary_words", None),
        report_words=table.limit("report_words", 8_500),
        languages=table.choices("languages", Language, tuple(Language)),
    )


def cycle_toml(cycle: Cycle) -> str:
    """The cycle as ``parse_cycle`` reads it, keys in a fixed order."""
    table = _table_of(cycle)
    if cycle.approval == Approval():
        del table["approval"]
    return tomli_w.dumps({_NAMES.get(key, key): value for key, value in table.items()})


def _table_of(value: DataclassInstance) -> dict[str, object]:
    """The fields of a value as a table of TOML: what is not there is left out, and no limit is ``false``."""
    table: dict[str, object] = {}
    for each in fields(value):
        cell = getattr(value, each.name)
        if isinstance(cell, Mapping):
            table |= {each.name: dict(cell)} if cell else {}
        elif cell is not None:
            table[each.name] = _cell_of(cell)
        elif each.name.endswith("_words"):
            table[each.name] = False
    return table


def _cell_of(value: object) -> object:
    if isinstance(value, tuple):
        return [_cell_of(item) for item in value]
    if is_dataclass(value) and not isinstance(value, type):
        return _table_of(value)
    return str(value) if isinstance(value, StrEnum) else value
