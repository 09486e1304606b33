"""What takes how much room in a desk, and how it grows: contents by kind, tables, the folder of its site, by month."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from verbale.app.cycles import CycleAddress, CycleFolder
from verbale.app.redacting import spoken_contents
from verbale.model.contract import Record
from verbale.store.contents import find_sizes, find_unspoken, held_contents
from verbale.store.cycle_store import find_cycles, get_cycle_store
from verbale.store.database import Database
from verbale.store.table_sizes import measure_tables

_UNSPOKEN = "kept, and no record speaks of it yet"
_OTHER = "documents of the library, mail, translation memories"
KEEPS = {
    _OTHER: "it goes with the document or the message that it is of",
    "contents": "the record refers to it: verbale redact, under a rule, and nothing else",
    _UNSPOKEN: "it may be a letter that nobody has registered yet: look at the inbox",
    "tables": "rows go with what they are of; verbale tidy removes those that say who is there, and old work",
    "folder": "made again when it is needed: verbale tidy removes what is old",
    "month": "",
}
"""Which part of a desk goes under which rule."""


@dataclass(frozen=True, slots=True)
class Usage:
    """A line: in which ``part`` of the desk (contents, tables, folder, month), what, how many, and how many bytes."""

    part: str
    name: str
    count: int
    size: int

    @property
    def rule(self) -> str:
        """Under which rule it may go."""
        return KEEPS.get(self.name, KEEPS[self.part])


def measure_desk(database: Database, place: str, folder: Path | None) -> tuple[Usage, ...]:
    """What an open desk and the ``folder`` of its site take, part after part, the largest first in each.

    A content that several cycles have is counted once, as what the first of them says it is. Raises ``StoreBroken``.
    """
    kinds, months = _kinds_and_months(database, place)
    held = held_contents(database)
    sizes = find_sizes(database, held)
    unspoken = set(find_unspoken(database))
    counts: dict[str, list[int]] = {}
    grown: dict[str, list[int]] = {}
    for sha256 in held:
        other = _UNSPOKEN if sha256 in unspoken else _OTHER
        _add(counts, kinds.get(sha256, other), sizes[sha256])
        if sha256 in months:
            _add(grown, months[sha256], sizes[sha256])
    contents = [Usage("contents", name, *both) for name, both in counts.items()]
    tables = [Usage("tables", one.name, one.rows, one.size or 0) for one in measure_tables(database)]
    by_month = [Usage("month", name, *both) for name, both in sorted(grown.items())]
    return (*_largest_first(contents), *_largest_first(tables), *_largest_first(_folder(folder)), *by_month)


def usage_record(one: Usage) -> Record:
    """A line of usage."""
    return {"part": one.part, "name": one.name, "count": one.count, "bytes": one.size, "rule": one.rule}


def _kinds_and_months(database: Database, place: str) -> tuple[dict[str, str], dict[str, str]]:
    """What each content that a record speaks of is, and in which month it came (``2022-05``)."""
    kinds: dict[str, str] = {}
    months: dict[str, str] = {}
    for name in find_cycles(database):
        opened = CycleFolder(CycleAddress(None, place, name), get_cycle_store(database, name))
        opened.take_up(opened.store.entries())
        for one in spoken_contents(opened):
            kinds.setdefault(one.sha256, one.kind.value)
            months[one.sha256] = min(one.since[:7], months.get(one.sha256, one.since[:7]))
    return kinds, months


def _folder(folder: Path | None) -> Iterator[Usage]:
    """The folder of a site: each of its own folders, and its files."""
    if folder is None or not folder.is_dir():
        return
    counts: Counter[str] = Counter()
    sizes: Counter[str] = Counter()
    for path in folder.rglob("*"):
        if path.is_file() and not path.is_symlink():
            inner = path.relative_to(folder).parts
            name = inner[0] if len(inner) > 1 else "files"
            counts[name] += 1
            sizes[name] += path.stat().st_size
    for name, count in counts.items():
        yield Usage("folder", name, count, sizes[name])


def _add(counted: dict[str, list[int]], name: str, size: int) -> None:
    both = counted.setdefault(name, [0, 0])
    both[0] += 1
    both[1] += size


def _largest_first(lines: Iterator[Usage] | list[Usage]) -> list[Usage]:
    return sorted(lines, key=lambda one: (-one.size, one.name))
