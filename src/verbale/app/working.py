"""Work on a source in a worker: what a verb loads that has all its reading done there.

A worker that is forked before the readers are loaded shares little with its parent, and so copies little.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar

from verbale.app.sources import Incoming, get_bytes, get_size
from verbale.guard.calls import call

T = TypeVar("T")


def work_on(incoming: Incoming, work: Callable[..., T], *arguments: object) -> T:
    """What ``work`` makes of the bytes of a source, its name and further arguments, in a worker under bounds.

    ``work`` is a function of a module. Raises what it raises, ``TooLarge`` past a bound of the worker, and ``Damaged``
    where a reader did not survive.
    """
    if incoming.path is None:
        return work_on_bytes(get_bytes(incoming), incoming.name, work, *arguments)
    # The worker may have been started in another folder than this process works in now.
    there = replace(incoming, path=incoming.path.absolute())
    made: T = call(_work_on_file, incoming.name, get_size(incoming), there, work, arguments)
    return made


def work_on_bytes(data: bytes, name: str, work: Callable[..., T], *arguments: object) -> T:
    """The same for bytes that are held already, such as those of a letter that was kept."""
    return call(work, name, len(data), data, name, *arguments)


def _work_on_file(incoming: Incoming, work: Callable[..., T], arguments: tuple[object, ...]) -> T:
    return work(get_bytes(incoming), incoming.name, *arguments)
