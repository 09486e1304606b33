"""What an act would do, without doing it: a cycle on which everything can be tried and nothing is kept."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from verbale.app.cycles import CycleFolder
from verbale.desk.events import Entry, Event, seal_events
from verbale.store.contents import KeptReading, digest_of
from verbale.store.cycle_store import CycleStore, Kept


@dataclass(frozen=True, slots=True)
class RehearsalStore(CycleStore):
    """A store that reads what is kept and writes nothing; what is given to it is there for as long as it lasts."""

    last: Entry | None = None
    done: list[Entry] = field(default_factory=list)
    held: dict[str, bytes] = field(default_factory=dict)
    readings: dict[str, KeptReading] = field(default_factory=dict)

    def entries(self, after: int = 0) -> tuple[Entry, ...]:
        """The chain as it was when the rehearsal began, with what was tried since."""
        end = self.last.number if self.last else 0
        kept = CycleStore.entries(self, after) if after < end else ()
        tried = (entry for entry in self.done if entry.number > after)
        return (*(entry for entry in kept if entry.number <= end), *tried)

    def append(
        self, events: Sequence[Event], known: Mapping[str, int], kept: Kept, *, whole: int | None = None
    ) -> tuple[Entry, ...]:
        """Seal events as they would be, and keep nothing."""
        entries = seal_events(events, self.done[-1] if self.done else self.last, dict(known))
        self.done.extend(entries)
        self.keep(kept.contents)
        self.readings.update({reading.digest: reading for reading in kept.readings})
        return entries

    def keep(self, contents: Iterable[bytes]) -> None:
        """Hold bytes for as long as the rehearsal lasts."""
        self.held.update({digest_of(content): content for content in contents})

    def get_content(self, sha256: str) -> bytes:
        """What was given, else what is kept."""
        return self.held[sha256] if sha256 in self.held else CycleStore.get_content(self, sha256)

    def get_reading(self, digest: str) -> KeptReading:
        """What was given, else what is kept."""
        return self.readings[digest] if digest in self.readings else CycleStore.get_reading(self, digest)


def rehearse(folder: CycleFolder) -> CycleFolder:
    """The same cycle, on which an act shows what it would do: ``entries`` beyond those of ``folder`` are its events."""
    store, last = folder.store, folder.entries[-1] if folder.entries else None
    return folder.copy(RehearsalStore(store.database, store.name, store.key, last))
