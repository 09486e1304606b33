"""The tool that measures tests by mutants makes the changes it says, and runs the tests that it says."""

from __future__ import annotations

from pathlib import Path

import pytest
from scripts import mutants
from scripts.mutants import CoveringTests, Mutant, Outcome, changes_of, interval, report

MODULE = '''\
"""A module."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

Pairs = Mapping[str, int | None]
_LEAST = 3


@cache
def larger(values: list[int | None], word: str = "none") -> bool:
    return len(values) > _LEAST and word not in values
'''


@pytest.fixture
def module(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(mutants, "ROOT", tmp_path)
    path = tmp_path / "module.py"
    path.write_text(MODULE, encoding="utf-8")
    return path


def test_each_mutant_is_the_module_with_one_change_of_what_runs(module: Path) -> None:
    made = [change.make() for change in changes_of(module)]
    added = {(one.line, line.removeprefix("+").strip()) for one in made for line in one.difference() if line[0] == "+"}
    assert added == {
        (11, "_LEAST = None"),
        (11, "_LEAST = 4"),
        (16, "return len(values) >= _LEAST and word not in values"),
        (16, "return len(values) > _LEAST or word not in values"),
        (16, "return len(values) > _LEAST and word in values"),
    }
    assert len(made) == len(added)


def test_the_tests_of_a_line_run_the_fastest_first() -> None:
    tests = CoveringTests(
        {"a.py": {5: frozenset({"slow", "fast"}), 1: frozenset({""})}}, {"slow": 2.0, "fast": 0.1, "no": 0.0}
    )
    assert tests.running(Mutant("a.py", 5, "")) == ["fast", "slow"]
    assert tests.running(Mutant("a.py", 6, "")) == []
    assert tests.running(Mutant("a.py", 1, "")) == ["fast", "slow", "no"]


def test_survivors_are_shown_with_their_change_and_the_share_with_its_interval(module: Path) -> None:
    mutant = Mutant("module.py", 11, MODULE.replace("_LEAST = 3", "_LEAST = 4"))
    outcomes = [Outcome(mutant, word) for word in ("killed", "timed out", "survived", "killed")]
    lines = list(report(outcomes, 100, 3.0))
    assert lines[1].splitlines() == ["module.py:11 survived", "    -_LEAST = 3", "    +_LEAST = 4"]
    assert lines[-1].startswith("4 of 100 mutants: 3 killed (1 by time), 1 survived (0 on lines that no test runs)")
    assert "75.0 % killed, interval of 95 %: 30.1 to 95.4" in lines[-1]
    assert "interval" not in list(report(outcomes, 4, 3.0))[-1]


@pytest.mark.parametrize(("killed", "tried", "low", "high"), [(8, 10, 0.490, 0.943), (0, 10, 0.0, 0.278)])
def test_the_interval_of_a_share(killed: int, tried: int, low: float, high: float) -> None:
    assert interval(killed, tried) == pytest.approx((low, high), abs=0.001)
