"""Tasks for the tests of the queue: each writes a line when it begins and when it ends."""

from __future__ import annotations

import os
import time
from pathlib import Path

from django.db import OperationalError
from django_tasks import task

from verbale.errors import BadReference
from verbale.web.work.progress import say_how_far


def _note(where: str, word: str) -> None:
    with Path(where).open("a", encoding="utf-8") as out:
        out.write(f"{word} {os.getpid()}\n")


@task()
def count(where: str, parts: int, pause: float) -> dict[str, int]:
    """Take so many steps, with a pause at each."""
    _note(where, "begin")
    for number in range(1, parts + 1):
        time.sleep(pause)
        say_how_far(number, parts)
    _note(where, "end")
    return {"parts": parts}


@task()
def meet_an_error(kind: str, words: str) -> None:
    """Fail as the program, its user or the database would."""
    if kind == "program":
        raise KeyError(words)
    if kind == "database":
        raise OperationalError(words)
    raise BadReference(words, "is no symbol")
