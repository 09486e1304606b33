"""Slotted values with some of their fields changed, quickly: a case is folded of tens of thousands of events."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import fields
from functools import cache
from operator import attrgetter
from typing import Any, TypeVar

Value = TypeVar("Value")


def replace(value: Value, /, **changes: object) -> Value:
    """A slotted value with some of its fields changed, as ``dataclasses.replace`` makes it.

    A case is folded of tens of thousands of events, each of which changes two or three of its fields: this takes a
    fifth of the time. Raises ``TypeError`` where there is no such field.
    """
    kind = type(value)
    setters, get = _slots(kind)  # type: ignore[arg-type]
    if not changes.keys() <= setters.keys():
        raise TypeError(f"{kind.__name__} has no field {', '.join(sorted(changes.keys() - setters.keys()))}")
    made = object.__new__(kind)
    for setter, held in zip(setters.values(), get(value), strict=True):
        setter(made, held)
    for name, changed in changes.items():
        setters[name](made, changed)
    return made


@cache
def _slots(kind: Any) -> tuple[Mapping[str, Callable[[Any, Any], None]], Callable[[Any], Any]]:  # noqa: ANN401
    """How each field of a value is set where nothing else may, by its name, and how all of them are got."""
    names = [each.name for each in fields(kind)]
    return {name: getattr(kind, name).__set__ for name in names}, attrgetter(*names)
