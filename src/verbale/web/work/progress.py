"""How a task says how far it is, without knowing who does it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import TypeAlias

Report: TypeAlias = Callable[[int, int], None]

_report: ContextVar[Report | None] = ContextVar("report", default=None)


def say_how_far(done: int, total: int = 0) -> None:
    """Say that so many of so many parts are done; nothing where no worker does the work.

    A task calls it between two parts, at a place where it may end: what was stopped or is another's ends here.
    """
    report = _report.get()
    if report is not None:
        report(done, total)


@contextmanager
def reporting_to(report: Report) -> Iterator[None]:
    """Have what is said within go to ``report``."""
    before = _report.set(report)
    try:
        yield
    finally:
        _report.reset(before)
