"""The cycles of the site's desk, each read once in a process and brought up to date for each request.

To verify and fold a chain of ten thousand letters takes seconds; what others have added since takes milliseconds. A
request works on a copy of its own, so that what it decides is never seen by another before it was kept.
"""

from __future__ import annotations

import threading
from dataclasses import dataclass, field

from django.http import Http404, HttpRequest

from verbale.app.cycles import CycleAddress, CycleFolder, read_cycle
from verbale.desk.access import Act, Kind, Thing
from verbale.store.cycle_store import find_cycles, get_cycle_store
from verbale.web.current_desk import current_site, desk_database
from verbale.web.viewers import require


@dataclass(slots=True)
class _Held:
    """A cycle as it was last seen, and the lock of whoever brings it up to date."""

    lock: threading.Lock = field(default_factory=threading.Lock)
    folder: CycleFolder | None = None


_held: dict[tuple[str, str], _Held] = {}
_adding = threading.Lock()


def get_opened(request: HttpRequest, name: str, act: Act = Act.SEE) -> CycleFolder:
    """A cycle of the desk for one request, as it is now, where whoever looks may do this with it.

    Raises ``Http404`` where there is none or it is hidden, ``AccessRefused`` where it may only be looked at, and
    ``StoreBroken``.
    """
    if name not in find_cycles(desk_database()):
        # As of one that is hidden: nobody learns which there are.
        raise Http404
    folder = open_now(name)
    require(request, act, Thing(Kind.CYCLE, folder.case.stage))
    return folder


def open_now(name: str) -> CycleFolder:
    """A cycle of the desk as it is now, for whoever the desk itself works for. Raises ``StoreBroken``."""
    desk = current_site().desk
    with _adding:
        held = _held.setdefault((desk, name), _Held())
    store = get_cycle_store(desk_database(), name)
    with held.lock:
        known = held.folder
        if known is None or known.store.key != store.key or not known.follow():
            held.folder = known = read_cycle(CycleAddress(None, desk, name), store)
        return known.copy(store)
