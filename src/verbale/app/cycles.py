"""A cycle in its desk: in a folder of its own (``cycle.toml`` and ``desk.sqlite``), or by name in a shared database."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from verbale.app.cycle_terms import FILE, diff_terms, digest_of_terms
from verbale.app.programmes import (
    check_cycle,
    find_programmes,
    keep_programme,
    pack_programme,
    read_own_text,
    unpack_programme,
)
from verbale.app.writing import get_destination
from verbale.desk import commands as c
from verbale.desk.cases import CYCLE, CycleCase, ReplyCase
from verbale.desk.commands import Actor, Command
from verbale.desk.cycle import Cycle
from verbale.desk.cycle_file import parse_cycle
from verbale.desk.deciding import Moment, When, decide, moment_of
from verbale.desk.event_folding import apply_to_cycle, apply_to_reply
from verbale.desk.events import Entry, Event, EventKind, find_breaks
from verbale.desk.report_basis import Basis
from verbale.errors import CycleBroken, Refused, StoreBroken
from verbale.programmes.loading import ProgrammeFiles
from verbale.store.contents import KeptReading
from verbale.store.cycle_store import CycleStore, Kept, get_cycle_store, make_cycle
from verbale.store.database import DESK_FILE, make_database, open_database, parse_address, together

FIRST_FORM = "cycle.sqlite"
_PRIVATE = 0o700  # of a folder: for its owner alone
_SKEW = timedelta(minutes=2)  # that the clocks of two machines may differ by


@dataclass(frozen=True, slots=True)
class CycleAddress:
    """Where a cycle is: its ``folder``, or the address of a ``desk`` and the ``name`` of the cycle in it."""

    folder: Path | None = None
    desk: str = ""
    name: str = ""

    def __str__(self) -> str:
        return self.name if self.desk else str(self.folder)

    @property
    def database(self) -> str:
        """The address of the database that holds it."""
        return self.desk or str((self.folder or Path()) / DESK_FILE)


@dataclass(slots=True)
class CycleFolder:
    """An open cycle: what it is, what has happened, and the way to make something happen."""

    address: CycleAddress
    store: CycleStore
    entries: list[Entry] = field(default_factory=list)
    _cycle_case: CycleCase = field(default_factory=CycleCase)
    _replies: dict[str, ReplyCase] = field(default_factory=dict)
    _terms: tuple[str, Cycle] | None = None
    _last_at: str = ""

    @property
    def path(self) -> Path | None:
        """The folder of the cycle, where it has one."""
        return self.address.folder

    @property
    def cycle(self) -> Cycle:
        """What the cycle is by the terms in force. Raises ``CycleBroken`` where they were not kept or break a rule."""
        case = self._cycle_case
        if not case.terms:
            raise CycleBroken(str(self.address), "", "its terms were not kept; take them over with verbale change")
        if self._terms is None or self._terms[0] != case.terms_digest:
            programmes = unpack_programme(case.programme)
            self._terms = (case.terms_digest, parse_cycle(case.terms, f"terms of {self.address}", programmes))
        return self._terms[1]

    @property
    def case(self) -> CycleCase:
        """The cycle after all that has happened."""
        return self._cycle_case

    @property
    def replies(self) -> tuple[ReplyCase, ...]:
        """Every reply that is held, in the order in which they came."""
        return tuple(reply for reply in self._replies.values() if reply.versions)

    @property
    def numbers(self) -> dict[str, int]:
        """The short number of each case: cases are counted from 1 as they came, and keep their number."""
        return {case: number for number, case in enumerate(self._replies, start=1)}

    @property
    def seal(self) -> str:
        """The newest seal; empty where nothing has happened."""
        return self.entries[-1].seal if self.entries else ""

    def get_reply(self, case: str) -> ReplyCase:
        """One reply by the id of its case. Raises ``Refused`` where there is none."""
        reply = self._replies.get(case)
        if reply is not None and reply.versions:
            return reply
        held = ", ".join(reply.id for reply in self.replies) or "none yet"
        raise Refused(case, "find", "there is no such reply", f"there are: {held}")

    @property
    def rests_on(self) -> Entry:
        """The newest entry that says something a report is made of, and not only that one was made."""
        return next(one for one in reversed(self.entries) if one.event.kind is not EventKind.REPORT_COMPILED)

    def basis(self, number: int | None = None) -> Basis:
        """The cycle and its replies after the entry of a number; as they are now where none is named."""
        if number is None:
            return self.case, self.replies
        then = CycleFolder(self.address, self.store)
        then.take_up(entry for entry in self.entries if entry.number <= number)
        return then.case, then.replies

    def give(
        self,
        case: str,
        command: Command,
        actor: Actor,
        now: When,
        contents: Iterable[bytes] = (),
        readings: Iterable[KeptReading] = (),
    ) -> None:
        """Let a command happen, and keep it with what it speaks of. Raises ``Refused`` or ``Conflict``."""
        self.give_together([(case, command)], actor, now, Kept(tuple(contents), tuple(readings)))

    def give_together(
        self,
        given: Iterable[tuple[str, Command]],
        actor: Actor,
        now: When,
        kept: Kept | None = None,
        *,
        whole: bool = False,
    ) -> None:
        """Let several commands happen, one after the other, all or none.

        ``whole`` says that they rest on the whole cycle, and not on their cases alone. Raises ``Refused`` or
        ``Conflict``.
        """
        happened: list[Event] = []
        states: dict[str, CycleCase | ReplyCase] = {}
        known: dict[str, int] = {}
        moment, last = self._moment(now), self._last_at
        for case, command in given:
            state = states.get(case) or self._state(case)
            known.setdefault(case, state.version)
            for event in decide(state, command, actor, moment, last):
                happened.append(event)
                state = _after(state, event)
            states[case] = state
        after = len(self.entries)
        if not happened:
            return
        entries = self.store.append(happened, known, self._left(kept or Kept()), whole=after if whole else None)
        if entries[0].number != after + 1:
            # Others have worked on other cases meanwhile.
            entries = self.store.entries(after)
        self.take_up(entries)

    def take_up(self, entries: Iterable[Entry]) -> None:
        """Go on to what the entries say. Raises ``StoreBroken`` where one says nothing that can be."""
        for entry in entries:
            self.entries.append(entry)
            self._last_at = max(self._last_at, entry.event.at)
            try:
                after = _after(self._state(entry.event.case), entry.event)
            except (ValueError, KeyError, IndexError) as error:
                raise StoreBroken(self.store.place, f"entry {entry.number} cannot be read: {error}") from error
            if isinstance(after, CycleCase):
                self._cycle_case = after
            else:
                self._replies[after.id] = after

    def refresh(self) -> None:
        """Take up what others have done since the cycle was opened."""
        self.take_up(self.store.entries(len(self.entries)))

    def follow(self) -> bool:
        """Take up what was added since, its seals verified; whether the chain goes on from what is known of it.

        It does unless a desk was restored in its place. Raises ``StoreBroken`` where what was added is not what was
        sealed.
        """
        last = self.entries[-1] if self.entries else None
        if last is None:
            return False
        try:
            entries = self.store.entries(last.number - 1)
        except StoreBroken:
            return False
        if not entries or entries[0].seal != last.seal:
            return False
        if len(entries) > 1:
            known = {case: reply.version for case, reply in self._replies.items()} | {CYCLE: self.case.version}
            _refuse_breaks(self.store, entries[1:], last, known)
            self.take_up(entries[1:])
        return True

    def copy(self, store: CycleStore) -> CycleFolder:
        """The same cycle for another thread, on its own ``store``: what one decides the other does not see."""
        return replace(self, store=store, entries=list(self.entries), _replies=dict(self._replies))

    def _state(self, case: str) -> CycleCase | ReplyCase:
        return self._cycle_case if case == CYCLE else self._replies.get(case) or ReplyCase(case)

    def _left(self, kept: Kept) -> Kept:
        """What may be kept: what was redacted does not come back with a copy of it."""
        gone = self.case.redacted
        if not gone:
            return kept
        contents = tuple(content for content in kept.contents if self.store.digest_of(content) not in gone)
        readings = tuple(reading for reading in kept.readings if reading.content not in gone)
        return replace(kept, contents=contents, readings=readings)

    def _moment(self, now: When) -> When:
        """The moment, or that of the last event where a clock is behind another by a little."""
        moment = moment_of(now)
        by_clock = not isinstance(now, Moment) or now.by_clock
        if not by_clock or not self._last_at or moment.tzinfo is None:
            return now
        last = datetime.fromisoformat(self._last_at)
        return last if timedelta(0) < last - moment.astimezone(UTC) <= _SKEW else now


def _after(state: CycleCase | ReplyCase, event: Event) -> CycleCase | ReplyCase:
    return apply_to_cycle(state, event) if isinstance(state, CycleCase) else apply_to_reply(state, event)


@contextmanager
def open_cycle(where: CycleAddress | Path) -> Iterator[CycleFolder]:
    """The cycle at an address, or in a folder; closed at the end.

    Raises ``CycleBroken`` where the folder holds none or its terms break the rules, ``StoreBroken`` where what was kept
    is missing or not what was sealed.
    """
    address = where if isinstance(where, CycleAddress) else CycleAddress(where)
    if address.folder is not None and not address.desk:
        _look_at_folder(address.folder)
    with open_database(parse_address(address.database)) as database:
        yield read_cycle(address, get_cycle_store(database, address.name))


def read_cycle(address: CycleAddress, store: CycleStore) -> CycleFolder:
    """The cycle of a store that is open, verified as ``open_cycle`` does. Raises ``StoreBroken``."""
    folder, entries = CycleFolder(address, store), store.entries()
    _refuse_breaks(store, entries)
    folder.take_up(entries)
    return folder


def _refuse_breaks(
    store: CycleStore, entries: Sequence[Entry], after: Entry | None = None, known: Mapping[str, int] | None = None
) -> None:
    if breaks := find_breaks(entries, after, known):
        first = breaks[0]
        raise StoreBroken(store.place, f"entry {first.number} {first.reason}", "restore it from a backup")


def is_cycle_folder(path: Path) -> bool:
    """Whether a folder holds a cycle, of today's form or of the first."""
    return any((path / name).exists() for name in (DESK_FILE, FIRST_FORM, FILE))


def _look_at_folder(folder: Path) -> None:
    """Refuse a folder that holds no cycle, or one of the first form."""
    if (folder / DESK_FILE).exists():
        return
    if (folder / FIRST_FORM).exists():
        advice = f"run verbale import {folder} --into NEW"
        raise StoreBroken(str(folder / FIRST_FORM), "is a cycle of the first form", advice)
    if (folder / FILE).exists():
        advice = "restore it with verbale restore"
        raise StoreBroken(str(folder / DESK_FILE), "is not there, and with it all that was received", advice)
    raise CycleBroken(str(folder), "", f"holds no {DESK_FILE}; name the folder of a cycle, or a desk with --desk")


def start_cycle(path: Path, text: str, actor: Actor, now: When, programmes: Sequence[ProgrammeFiles] = ()) -> Cycle:
    """Make a folder for a cycle from the words of its file, private to its owner, and tell the cycle.

    Its programme is looked for among ``programmes`` and in the package, and kept with the cycle where it is not of the
    package. Raises ``CycleBroken``, also where what a note verbale or a report needs is lacking, ``OutputRefused``, or
    ``StoreBroken`` where a cycle is there already.
    """
    cycle = parse_cycle(text, FILE, programmes)
    check_cycle(cycle, FILE)
    is_new = not path.exists()
    place = get_destination(str(path / FILE) if path.is_dir() else f"{path}/", several=not path.is_dir())
    if is_new:
        path.chmod(_PRIVATE)
    with make_database(parse_address(str(path / DESK_FILE))) as database:
        store = make_cycle(database, cycle.name)
        CycleFolder(CycleAddress(path), store).give(CYCLE, _opening(cycle, text, programmes), actor, now)
    # The record has the terms: a file that is lacking is no loss, and one without a record would be.
    place.write_file(path / FILE, text.encode())
    keep_programme(cycle, programmes, path)
    return cycle


def start_in_desk(
    desk: str, name: str, text: str, actor: Actor, now: When, programmes: Sequence[ProgrammeFiles] = ()
) -> tuple[CycleAddress, Cycle]:
    """Open a cycle in a shared desk; by the name that its terms give where none is named.

    Raises ``CycleBroken`` also for a name with a slash, ``Conflict`` where the desk has one of that name, or
    ``StoreBroken``.
    """
    cycle = parse_cycle(text, FILE, programmes)
    check_cycle(cycle, FILE)
    address = CycleAddress(None, desk, name or cycle.name)
    if "/" in address.name or "\\" in address.name:
        # The name is a part of the addresses of its pages, and of the file that a cycle is copied to.
        raise CycleBroken(FILE, "name", f"{address.name!r} has a slash; a cycle of a desk has a name without one")
    with open_database(parse_address(desk)) as database, together(database):
        store = make_cycle(database, address.name)
        CycleFolder(address, store).give(CYCLE, _opening(cycle, text, programmes), actor, now)
    return address, cycle


def change_terms(folder: CycleFolder, text: str, reason: str, actor: Actor, now: When) -> tuple[tuple[str, ...], Cycle]:
    """Put other terms in force, with the programme beside them; the lines that differ, and the cycle by them.

    Raises ``CycleBroken`` or ``Refused``.
    """
    programmes = (*_programmes_beside(folder), *unpack_programme(folder.case.programme))
    cycle = parse_cycle(text, FILE, programmes)
    check_cycle(cycle, FILE)
    packed = pack_programme(cycle, programmes)
    lines = _differences(folder, text, packed)
    folder.give(CYCLE, c.ChangeTerms(text, digest_of_terms(text, packed), reason, packed), actor, now)
    return lines, cycle


def find_unadopted_terms(folder: CycleFolder) -> tuple[str, ...]:
    """How the file beside a cycle, and the programme beside it, differ from the terms in force, line by line."""
    if folder.path is None or not (folder.path / FILE).is_file():
        return ()
    beside = _programmes_beside(folder)
    own = next((one for one in beside if one.id == folder.cycle.programme.id), None)
    packed = pack_programme(folder.cycle, (own,)) if own and folder.case.programme else folder.case.programme
    return _differences(folder, read_own_text(folder.path / FILE), packed)


def _differences(folder: CycleFolder, text: str, packed: tuple[str, ...]) -> tuple[str, ...]:
    return (
        *diff_terms(folder.case.terms, text),
        *diff_terms("\n".join(folder.case.programme), "\n".join(packed)),
    )


def _programmes_beside(folder: CycleFolder) -> tuple[ProgrammeFiles, ...]:
    """The programmes in the folder of a cycle."""
    return find_programmes(folder.path) if folder.path else ()


def _opening(cycle: Cycle, text: str, programmes: Sequence[ProgrammeFiles]) -> c.OpenCycle:
    packed = pack_programme(cycle, programmes)
    return c.OpenCycle(cycle.name, cycle.report, digest_of_terms(text, packed), text, packed)
