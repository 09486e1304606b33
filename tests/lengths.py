"""How many examples a property is tried with: few every day, many with ``--soak``."""

from __future__ import annotations

from collections.abc import Callable, Iterator

Rounds = Callable[[], Iterator[int]]
"""What the fixture ``rounds`` gives: the seeds of a test that goes on for long."""
LONG = 20
times = 1
"""Set before any test is loaded, by ``tests/conftest.py``."""


def examples(usual: int) -> int:
    """The number of examples where every day has the ``usual`` one: ``settings(max_examples=examples(60))``."""
    return usual * times
