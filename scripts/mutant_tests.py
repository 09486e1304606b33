"""A plugin of pytest for ``scripts/mutants.py``: tells what tests take, or runs chosen tests in the order given.

Tables are read once and kept. So that each test runs the lines that it depends on, what is kept is thrown away before
every test while lines are measured.
"""

from __future__ import annotations

import json
import os
import sys
from functools import _lru_cache_wrapper
from pathlib import Path

import pytest

_SECONDS = os.environ.get("MUTANTS_SECONDS")
_FORGET = [[name] for name in os.environ.get("MUTANTS_FORGET", "").split(",") if name]
_TESTS = os.environ.get("MUTANTS_TESTS")
_taken: dict[str, float] = {}


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Keep the chosen tests, in the order of their choice."""
    if not _TESTS:
        return
    place = {name: i for i, name in enumerate(json.loads(Path(_TESTS).read_text(encoding="utf-8")))}
    config.hook.pytest_deselected(items=[item for item in items if item.nodeid not in place])
    items[:] = sorted((item for item in items if item.nodeid in place), key=lambda item: place[item.nodeid])


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Forget what was kept by tests before this one."""
    if _FORGET:
        for module in [
            module
            for name, module in sys.modules.items()
            if name.startswith("verbale.") and name.split(".")[1:2] in _FORGET
        ]:
            for value in list(vars(module).values()):
                if isinstance(value, _lru_cache_wrapper):
                    value.cache_clear()


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    """Add up what a test takes."""
    _taken[report.nodeid] = _taken.get(report.nodeid, 0.0) + report.duration


def pytest_sessionfinish() -> None:
    """Write what the tests took."""
    if _SECONDS:
        Path(_SECONDS).write_text(json.dumps(_taken), encoding="utf-8")
