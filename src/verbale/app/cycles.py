"""A cycle in its folder: ``cycle.toml`` says what it is, ``cycle.sqlite`` keeps what happened and what was received."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from verbale.app.programmes import check_cycle, keep_programme, programmes_of_cycle
from verbale.app.writing import get_destination
from verbale.desk import commands as c
from verbale.desk.cases import CYCLE, CycleCase, ReplyCase
from verbale.desk.commands import Actor, Command
from verbale.desk.cycle import Cycle
from verbale.desk.cycle_file import parse_cycle
from verbale.desk.deciding import decide
from verbale.desk.event_folding import fold_cycle, fold_reply
from verbale.desk.events import Entry, Event, find_breaks
from verbale.errors import CycleBroken, Refused, StoreBroken
from verbale.programmes.loading import ProgrammeFiles
from verbale.store.cycle_store import CycleStore, open_store

FILE, STORE = "cycle.toml", "cycle.sqlite"


@dataclass(slots=True)
class CycleFolder:
    """An open cycle: what it is, what has happened, and the way to make something happen."""

    path: Path
    cycle: Cycle
    store: CycleStore
    entries: list[Entry] = field(default_factory=list)

    @property
    def case(self) -> CycleCase:
        """The cycle after all that has happened."""
        return fold_cycle(self._events(CYCLE))

    @property
    def replies(self) -> tuple[ReplyCase, ...]:
        """Every reply that is held, in the order in which they came."""
        events: dict[str, list[Event]] = defaultdict(list)
        for entry in self.entries:
            if entry.event.case != CYCLE:
                events[entry.event.case].append(entry.event)
        replies = [fold_reply(case, happened) for case, happened in events.items()]
        return tuple(reply for reply in replies if reply.versions)

    def get_reply(self, case: str) -> ReplyCase:
        """One reply by the id of its case. Raises ``Refused`` where there is none."""
        if case != CYCLE and (reply := fold_reply(case, self._events(case))).versions:
            return reply
        held = ", ".join(reply.id for reply in self.replies) or "none yet"
        raise Refused(case, "find", "there is no such reply", f"there are: {held}")

    def give(self, case: str, command: Command, actor: Actor, now: datetime, contents: Iterable[bytes] = ()) -> None:
        """Let a command happen, and keep it with the bytes it speaks of. Raises ``Refused`` or ``Conflict``."""
        self.give_together([(case, command)], actor, now, contents)

    def give_together(
        self, given: Iterable[tuple[str, Command]], actor: Actor, now: datetime, contents: Iterable[bytes] = ()
    ) -> None:
        """Let several commands happen, one after the other, all or none. Raises ``Refused`` or ``Conflict``."""
        happened: list[Event] = []
        for case, command in given:
            before = [*self._events(case), *(event for event in happened if event.case == case)]
            state = fold_cycle(before) if case == CYCLE else fold_reply(case, before)
            happened += decide(state, command, actor, now)
        self.entries += self.store.append(happened, len(self.entries), contents)

    def _events(self, case: str) -> list[Event]:
        return [entry.event for entry in self.entries if entry.event.case == case]


@contextmanager
def open_cycle(path: Path) -> Iterator[CycleFolder]:
    """The cycle in a folder, closed at the end.

    Raises ``CycleBroken`` where the folder holds none or its file breaks the rules, ``StoreBroken`` where what was kept
    is not what was sealed.
    """
    cycle = parse_cycle(_read_file(path / FILE), str(path / FILE), programmes_of_cycle(path))
    store = open_store(path / STORE)
    try:
        entries = store.entries()
        if breaks := find_breaks(entries):
            first = breaks[0]
            raise StoreBroken(str(path / STORE), f"entry {first.number} {first.reason}", "restore it from a copy")
        yield CycleFolder(path, cycle, store, list(entries))
    finally:
        store.close()


def get_cycle(path: Path) -> Cycle:
    """What a cycle is, from its folder or from its file alone. Raises ``CycleBroken``."""
    file = path / FILE if path.is_dir() else path
    return parse_cycle(_read_file(file), str(file), programmes_of_cycle(file))


def start_cycle(path: Path, text: str, actor: Actor, now: datetime, programmes: Sequence[ProgrammeFiles] = ()) -> Cycle:
    """Make a folder for a cycle from the words of its file, and tell the cycle.

    Its programme is looked for among ``programmes`` and in the package, and kept with the cycle where it is not of the
    package. Raises ``CycleBroken``, also where what a note verbale or a report needs is lacking, or ``OutputRefused``.
    """
    cycle = parse_cycle(text, FILE, programmes)
    check_cycle(cycle, FILE)
    place = get_destination(str(path / FILE) if path.is_dir() else f"{path}/", several=not path.is_dir())
    place.write_file(path / FILE, text.encode())
    keep_programme(cycle, programmes, path)
    digest = hashlib.sha256(text.encode()).hexdigest()
    with open_cycle(path) as folder:
        folder.give(CYCLE, c.OpenCycle(cycle.name, cycle.report, digest), actor, now)
    return cycle


def _read_file(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise CycleBroken(str(path), "", f"cannot be read: {error}; name the folder of a cycle") from error
