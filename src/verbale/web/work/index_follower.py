"""The search index kept beside the library by a thread of a worker: what is added is found within a second.

Whoever changes the library, and from where, the thread sees it in the database. Where several workers run, one writes
and the others find nothing left to do.
"""

from __future__ import annotations

import logging
import threading

from django.db import InterfaceError, OperationalError, connection

from verbale.app.library_index import follow_library, mark_of
from verbale.errors import Conflict, VerbaleError
from verbale.web.current_desk import desk_database, search_index

log = logging.getLogger("verbale.work")

_LOOK = 0.25  # seconds between two looks at the library
_PAUSE = 5.0  # seconds after a failure


def follow_in_background(ending: threading.Event) -> threading.Thread:
    """Start the thread; it ends when ``ending`` is set."""
    thread = threading.Thread(target=_follow, args=(ending,), name="index", daemon=True)
    thread.start()
    return thread


def _follow(ending: threading.Event) -> None:
    seen: tuple[int, int, int] | None = None
    try:
        while not ending.is_set():
            pause = _LOOK
            try:
                mark = mark_of(desk_database())
                if mark != seen:
                    done = follow_library(desk_database(), search_index())
                    seen = mark
                    if done.added or done.removed:
                        log.info("index: %d added, %d taken out", done.added, done.removed)
            except Conflict:
                pass  # another worker writes; what it leaves is looked for at the next look
            except (OperationalError, InterfaceError, VerbaleError) as error:
                log.warning("index: %s", type(error).__name__)
                connection.close()
                pause = _PAUSE
            ending.wait(pause)
    finally:
        connection.close()
