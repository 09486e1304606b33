"""Long lists a page at a time, by the key of the last row: what is added meanwhile moves no page."""

from __future__ import annotations

import base64
import binascii
import json
from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

Key = tuple[str | int, ...]
T = TypeVar("T")
LARGEST, USUAL = 500, 100
"""Rows of a page: at most, and where no number is given."""
_LONGEST = 2_000  # characters of a cursor


class BadCursor(ValueError):
    """A cursor that no answer of this list has given."""


@dataclass(frozen=True, slots=True)
class Page(Generic[T]):
    """Some rows in the order of their keys; ``next`` is the cursor of the page behind, empty where this is the last."""

    rows: Sequence[T]
    total: int
    next: str


def page_of(rows: Sequence[T], key: Callable[[T], Key], cursor: str, limit: int) -> Page[T]:
    """The rows behind a cursor, in the order of their keys, each of which stands once. Raises ``BadCursor``."""
    ordered = sorted(rows, key=key)
    start = bisect_right(ordered, parse_cursor(cursor, ordered, key), key=key) if cursor else 0
    taken = ordered[start : start + limit]
    is_last = start + limit >= len(ordered)
    return Page(taken, len(ordered), "" if is_last else write_cursor(key(taken[-1])))


def write_cursor(key: Key) -> str:
    """A cursor: where the page behind begins."""
    return base64.urlsafe_b64encode(json.dumps(key, ensure_ascii=False).encode()).decode().rstrip("=")


def parse_cursor(text: str, rows: Sequence[T], key: Callable[[T], Key]) -> Key:
    """The key that a cursor names, of the same kind as those of the rows. Raises ``BadCursor``."""
    try:
        if len(text) > _LONGEST:
            raise ValueError
        found = json.loads(base64.urlsafe_b64decode(text + "=" * (-len(text) % 4)))
    except (ValueError, binascii.Error, RecursionError) as error:
        raise BadCursor("the cursor is none of this list; begin again without one") from error
    kinds = [type(part) for part in key(rows[0])] if rows else None
    if not isinstance(found, list) or (kinds is not None and [type(part) for part in found] != kinds):
        raise BadCursor("the cursor is of another list; begin again without one")
    return tuple(found)
