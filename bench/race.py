"""Times that are compared: each the best of several rounds, in seconds of processor time."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field

from bench.pages import Sheet


@dataclass(slots=True)
class Result:
    """Tables, and the worst figure for each bar."""

    sheets: list[Sheet] = field(default_factory=list)
    worst: dict[str, float] = field(default_factory=dict)


def race(ours: Callable[[], object], theirs: Callable[[], object], rounds: int) -> tuple[float, float]:
    """The best processor time of each, in seconds, the two taking turns."""
    best = [float("inf"), float("inf")]
    for _ in range(rounds):
        for at, runner in enumerate((ours, theirs)):
            started = time.process_time()
            runner()
            best[at] = min(best[at], time.process_time() - started)
    return best[0], best[1]


def best_of(rounds: int, work: Callable[[], int]) -> tuple[float, int]:
    """The quickest round, and what the work counted."""
    best, counted = float("inf"), 0
    for _ in range(rounds):
        started = time.process_time()
        counted = work()
        best = min(best, time.process_time() - started)
    return best, counted
