"""A process that ends in the middle of its work, as in a power cut."""

from __future__ import annotations

import os
import sys

KILLED = 9
"""The exit code of such a process."""


def die_at(moment: int) -> None:
    """End this process at its ``moment``-th opening of a file for writing, change of a name, or statement of SQL."""
    left = iter(range(moment))

    def ends(event: str, arguments: tuple[object, ...]) -> None:
        writes = event == "open" and isinstance(arguments[1], str) and arguments[1][:1] in "wxa"
        if (writes or event in ("os.rename", "os.mkdir", "sqlite3.connect")) and next(left, None) is None:
            os._exit(KILLED)

    sys.addaudithook(ends)
