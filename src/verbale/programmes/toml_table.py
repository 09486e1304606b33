"""A table of TOML as people write it: each key is taken for itself, and what was not understood is refused.

Dates are TOML dates, or texts that are a day in any of the six languages ("31 May 2022"). Unknown keys are refused with
the nearest known one, for a misspelt policy would otherwise be no policy at all.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Mapping
from datetime import date, datetime
from difflib import get_close_matches
from enum import StrEnum
from typing import TypeVar

from verbale.errors import BadReference, CycleBroken
from verbale.lexicon.dates import parse_day
from verbale.model.language import Language
from verbale.model.symbol import Symbol

_Choice = TypeVar("_Choice", bound=StrEnum)
_Value = TypeVar("_Value")
_STATE = re.compile(r"[A-Z]{3}")
LARGEST = 1 << 20
"""Bytes of a file that people write and the program reads: a cycle has some ten thousand."""
_DEEPEST = 40  # parts of a key; the time that tomllib takes grows with their square
_DEEP_KEY = re.compile(rf"(?<![\w\"'-])(?:[\w\"'-]++[ \t]*+\.[ \t]*+){{{_DEEPEST}}}")
_ALIKE = 0.7  # of the letters of two keys, one of which is taken to be the other misspelt


class TomlTable:
    """A table of a file, whose keys are taken one by one; what is left at the end was not understood.

    ``file`` names the file in errors, ``path`` the table in it. ``known`` are the keys that were asked for.
    """

    def __init__(self, file: str, path: str, cells: Mapping[str, object]) -> None:
        self.file = file
        self.path = path
        self.known: list[str] = []
        self._cells = dict(cells)

    def broken(self, key: str, reason: str) -> CycleBroken:
        """The error that says what is wrong with a key."""
        return CycleBroken(self.file, self._place(key), reason)

    def __contains__(self, key: str) -> bool:
        return key in self._cells

    def text(self, key: str, default: str | None = None) -> str:
        """A text in quotation marks."""
        value = self._take(key, default)
        if not isinstance(value, str):
            raise self.broken(key, f"{value!r} should be a text in quotation marks")
        return value

    def symbol(self, key: str, default: str | None = None, *, blank: bool = False) -> str:
        """The symbol of a document in the notation of values; empty where that is the default, or may be ``blank``."""
        text = self.text(key, default)
        if not text and default is None and not blank:
            raise self.broken(key, "is empty; give the symbol of a document")
        try:
            return str(Symbol.parse(text)) if text else ""
        except BadReference as error:
            raise self.broken(key, str(error)) from error

    def number(self, key: str) -> int:
        """A whole number from 1."""
        value = self._take(key)
        if not isinstance(value, int) or isinstance(value, bool) or value < 1:
            raise self.broken(key, f"{value!r} should be a whole number, 1 or more")
        return value

    def limit(self, key: str, default: int | None) -> int | None:
        """A limit in words; ``false`` is no limit."""
        self.known.append(key)
        value = self._cells.pop(key, default)
        if value is None or value is False:
            return None
        if not isinstance(value, int) or isinstance(value, bool) or value < 1:
            raise self.broken(key, f"{value!r} should be a number of words, or false for no limit")
        return value

    def yes(self, key: str, default: bool) -> bool:
        """True or false."""
        value = self._take(key, default)
        if not isinstance(value, bool):
            raise self.broken(key, f"{value!r} should be true or false")
        return value

    def day(self, key: str) -> date:
        """A date of TOML, or a text that is a day in words of any of the six languages."""
        return self._day_of(key, self._take(key))

    def day_if_any(self, key: str) -> date | None:
        """A day, or nothing where the key is not there."""
        self.known.append(key)
        return self.day(key) if key in self._cells else None

    def choice(self, key: str, kind: type[_Choice], default: str | None = None) -> _Choice:
        """One of the values of ``kind``."""
        return self._chosen(key, kind, self.text(key, default))

    def choices(self, key: str, kind: type[_Choice], default: tuple[str, ...] = ()) -> tuple[_Choice, ...]:
        """A list of values of ``kind``."""
        return tuple(self._chosen(key, kind, text) for text in self.texts(key, default))

    def texts(self, key: str, default: tuple[str, ...] = ()) -> tuple[str, ...]:
        """A list of texts."""
        value = self._take(key, list(default))
        if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
            raise self.broken(key, f"{value!r} should be a list of texts")
        return tuple(value)

    def states(self, key: str) -> tuple[str, ...]:
        """A list of codes of States."""
        states = self.texts(key)
        for state in states:
            self.check_state(key, state)
        return states

    def check_state(self, key: str, state: str) -> None:
        """Raise ``CycleBroken`` where a text has not the form of a code of a State."""
        if not _STATE.fullmatch(state):
            raise self.broken(key, f"{state!r} is no code of a State; give its three letters, as CUB")

    def days(self, key: str) -> tuple[date, ...]:
        """A list of days, in order."""
        value = self._take(key, [])
        if not isinstance(value, list):
            raise self.broken(key, f"{value!r} should be a list of dates")
        return tuple(sorted(self._day_of(key, item) for item in value))

    def table(self, key: str, *, optional: bool = False) -> TomlTable:
        """A table in this one; an empty one where it is not there and need not be."""
        value = self._take(key, {} if optional else None)
        if not isinstance(value, dict):
            raise self.broken(key, f"should be a table, as [{self._place(key)}]")
        return TomlTable(self.file, self._place(key), value)

    def words(self, key: str, kind: type[StrEnum] = Language) -> dict[str, str]:
        """A table of texts by one of a fixed set of names; empty where it is not there."""
        return {str(self._chosen(key, kind, name)): text for name, text in self.any_words(key).items()}

    def any_words(self, key: str) -> dict[str, str]:
        """A table of texts by any names; empty where it is not there."""
        value = self._take(key, {})
        if not isinstance(value, dict) or not all(isinstance(item, str) for item in value.values()):
            raise self.broken(key, "should be a table of texts")
        return value

    def tables(self, key: str, *, least: int = 0) -> list[TomlTable]:
        """A list of tables."""
        value = self._take(key, None if least and self._misspelt(key) else [])
        if not isinstance(value, list) or not all(isinstance(item, dict) for item in value):
            raise self.broken(key, f"should be a list of tables, as [[{key}]]")
        if len(value) < least:
            raise self.broken(key, f"there should be at least {least}, as [[{key}]]")
        where = self._place(key)
        return [TomlTable(self.file, f"{where}[{number}]", item) for number, item in enumerate(value, start=1)]

    def done(self) -> None:
        """Raise ``CycleBroken`` for a key that was not asked for, with the nearest that is known."""
        for key in self._cells:
            near = get_close_matches(key, self.known, n=1, cutoff=_ALIKE)
            hint = f"; the nearest is {near[0]}" if near else f"; known are {', '.join(self.known)}"
            raise self.broken(key, f"is not known here{hint}")

    def _place(self, key: str) -> str:
        return f"{self.path}.{key}".strip(".")

    def _misspelt(self, key: str) -> str:
        """A key that stands in the table, was not asked for, and is nearly this one."""
        if key in self._cells:
            return ""
        left = [one for one in self._cells if one not in self.known]
        return next(iter(get_close_matches(key, left, n=1, cutoff=_ALIKE)), "")

    def _take(self, key: str, default: object = None) -> object:
        self.known.append(key)
        value = self._cells.pop(key, default)
        if value is None:
            misspelt = self._misspelt(key)
            raise self.broken(key, f"is missing; {misspelt} stands there" if misspelt else "is missing")
        return value

    def _chosen(self, key: str, kind: type[_Choice], text: str) -> _Choice:
        try:
            return kind(text)
        except ValueError:
            near = get_close_matches(text, [*kind], n=1, cutoff=_ALIKE)
            hint = f"; the nearest is {near[0]}" if near else ""
            raise self.broken(key, f"{text!r} should be one of {', '.join(kind)}{hint}") from None

    def _day_of(self, key: str, value: object) -> date:
        if value == "":
            raise self.broken(key, "is empty; fill in the day, as 2022-05-31 without quotation marks")
        if isinstance(value, str):
            try:
                return date.fromisoformat(parse_day(value))
            except BadReference as failure:
                raise self.broken(key, str(failure)) from None
        if not isinstance(value, date) or isinstance(value, datetime):
            raise self.broken(key, f"{value!r} should be a date, as 2022-05-31 without quotation marks")
        return value


def parse_toml(text: str, file: str) -> TomlTable:
    """The top table of a file. Raises ``CycleBroken`` where it is no TOML, too large, or nested too deeply."""
    if len(text) > LARGEST:
        raise CycleBroken(file, "", f"{len(text):,} characters, the limit is {LARGEST:,}")
    if _DEEP_KEY.search(text):
        raise CycleBroken(file, "", f"a key has more than {_DEEPEST} parts, the limit")
    try:
        return TomlTable(file, "", tomllib.loads(text))
    except tomllib.TOMLDecodeError as error:
        raise CycleBroken(file, "", str(error)) from error
    except RecursionError as error:
        raise CycleBroken(file, "", "its tables and lists are nested too deeply") from error


def read_whole(tables: list[TomlTable], read: Callable[[TomlTable], _Value]) -> tuple[_Value, ...]:
    """What ``read`` makes of each table, none of whose keys may be left."""
    values = []
    for table in tables:
        values.append(read(table))
        table.done()
    return tuple(values)
